//! Work that comes back: whoever has a ticket gives it to its owner at the desk
//! again, with a reason and a suggestion.

use crate::support::{Desk, Setup, on_both};
use serde_json::{Value as Json, json};

/// A password reset of Ann's that Dora accepted and gave to Lin of line 2.
fn with_lin(desk: &Desk) -> String {
    let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
    desk.act("dora", &number, "accept", json!({}));
    desk.act("dora", &number, "assign", json!({"group": "line-2", "assignee": "lin", "reason": "Needs the server."}));
    number
}

fn why() -> Json {
    json!({"reason": "The account is not on our servers.", "suggestion": "Ask the supplier.", "code": "not_ours"})
}

/// Where it lies: status, assignee, group, owner, owner's group, level.
fn lies(desk: &Desk, number: &str) -> String {
    let ticket = desk.ticket("ada", number);
    let at = |pointer: &str| ticket.json().pointer(pointer).map_or("-", |it| it.as_str().unwrap_or("?")).to_owned();
    let level = ticket.at("/escalation_level");
    let names = ["/status", "/assignee/username", "/group", "/owner/username", "/owner_group"].map(at).join(" ");
    format!("{names} {level}")
}

on_both! {
    fn it_goes_to_its_owner_who_is_told_why(desk: Desk) {
        let number = with_lin(&desk);
        let back = desk.act("lin", &number, "return", why());
        assert_eq!(lies(&desk, &number), "accepted dora service-desk dora service-desk 0");
        assert_eq!((back.at("/handed_back/by/username"), back.at("/handed_back/code")), (json!("lin"), json!("not_ours")));
        assert_eq!(back.at("/handed_back/suggestion"), "Ask the supplier.");
        let told = format!("{number} “Password reset” comes back from Lin Wei: The account is not on our servers. Suggestion: Ask the supplier.");
        assert_eq!(desk.messages("dora"), [told]);
        let events = desk.as_user("ada").get(&format!("/tickets/{number}/events?limit=200")).expect(200);
        insta::assert_snapshot!(events.rows(&["type", "data/status/from", "data/status/to", "data/from/group", "data/from/assignee", "data/group", "data/assignee", "data/reason"]), @r#"
        ticket.submitted |  |  |  |  |  |  |
        sla.set |  |  |  |  |  |  |
        ticket.assigned |  |  | null | null | service-desk | dora |
        step.opened |  |  |  |  |  |  |
        ticket.accepted | new | accepted |  |  | service-desk |  |
        ticket.assigned | accepted | assigned | service-desk | dora | line-2 | lin | Needs the server.
        ticket.handed_back | assigned | accepted | line-2 | lin | service-desk | dora | The account is not on our servers.
        "#);
        assert!(desk.ticket("ann", &number).json().get("handed_back").is_none(), "said among staff");
        let seen = desk.as_user("ann").get(&format!("/tickets/{number}/events?limit=200")).expect(200);
        let last = seen.each("/data").pop().unwrap();
        assert_eq!(last, json!({"group": "service-desk", "assignee": "dora", "status": {"from": "assigned", "to": "accepted"}}));
        let again = desk.act("dora", &number, "assign", json!({"group": "line-2"}));
        assert!(again.json().get("handed_back").is_none(), "it is with somebody else now");
    }

    fn without_reason_and_suggestion_it_is_refused(desk: Desk) {
        let number = with_lin(&desk);
        let refused = |body: Json| desk.as_user("lin").post(&format!("/tickets/{number}/return"), body).send().problem();
        assert_eq!(refused(json!({})), "422 invalid /reason:required /suggestion:required");
        assert_eq!(refused(json!({"reason": "", "suggestion": " "})), "422 invalid /reason:required /suggestion:required");
        assert_eq!(refused(json!({"reason": "no", "suggestion": "Ask."})), "422 invalid /reason:minLength");
        assert_eq!(refused(json!({"reason": "x".repeat(2_001), "suggestion": "Ask."})), "422 invalid /reason:maxLength");
        assert_eq!(refused(json!({"reason": "Not ours.", "suggestion": "Ask.", "code": "tired"})), "422 invalid /code:enum");
        assert_eq!(refused(json!({"reason": "Not ours.", "suggestion": "Ask.", "to": "dan"})), "422 invalid /to:unknown");
        assert_eq!(lies(&desk, &number), "assigned lin line-2 dora service-desk 0");
    }

    fn a_code_is_wanted_where_the_policy_says_so(setup: Setup) {
        let desk = setup.replaced("workflows/policy.toml", "code_required = false", "code_required = true").start();
        let number = with_lin(&desk);
        let refused = desk.as_user("lin").post(&format!("/tickets/{number}/return"), json!({"reason": "Not ours.", "suggestion": "Ask."}));
        assert_eq!(refused.send().problem(), "422 invalid /code:required");
        desk.act("lin", &number, "return", why());
    }

    fn only_assignee_and_group_give_it_back(desk: Desk) {
        let number = with_lin(&desk);
        for (who, expected) in [("ann", 403), ("max", 404), ("dora", 403), ("dan", 403), ("sam", 403), ("kim", 403), ("ula", 403), ("ada", 403)] {
            let answer = desk.as_user(who).post(&format!("/tickets/{number}/return"), why()).send();
            assert_eq!(answer.status, expected, "{who}");
        }
        assert_eq!(desk.as_user("lin").post(&format!("/tickets/{number}/return"), why()).if_match(&json!(1)).send().status, 412);
        let own = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        desk.act("dora", &own, "accept", json!({}));
        let early = desk.as_user("dora").post(&format!("/tickets/{own}/return"), why()).send();
        assert!(early.problem().starts_with("409 illegal_operation"), "{}", early.problem());
        assert_eq!(early.text("/detail"), "You cannot hand this ticket back to its owner while it is accepted.");
    }

    fn an_escalated_ticket_goes_down_one_level_at_a_time(desk: Desk) {
        let number = with_lin(&desk);
        desk.act("lin", &number, "escalate", json!({"group": "field-support", "reason": "Somebody must go there."}));
        desk.act("lin", &number, "escalate", json!({"reason": "Nobody of us can open the cabinet."}));
        assert_eq!(lies(&desk, &number), "escalated - field-support dora service-desk 2");
        desk.act("lin", &number, "return", why());
        assert_eq!(lies(&desk, &number), "escalated dora service-desk dora service-desk 1");
        desk.act("dora", &number, "assign", json!({"group": "line-2"}));
        desk.act("lin", &number, "return", why());
        assert_eq!(lies(&desk, &number), "accepted dora service-desk dora service-desk 0");
    }

    fn the_open_work_comes_back_with_it(setup: Setup) {
        let desk = setup.item("outage", json!({}), r#"handle("Restore it", group("line-2")); resolve("Done");"#).start();
        let number = desk.submit("ann", "outage", json!({}));
        desk.act("dora", &number, "accept", json!({}));
        desk.act("dora", &number, "assign", json!({"group": "line-2", "assignee": "lin"}));
        assert_eq!(desk.open(&number, "work")["for"]["users"][0]["username"], "lin");
        desk.act("lin", &number, "return", why());
        let work = desk.open(&number, "work");
        assert_eq!((&work["for"]["users"][0]["username"], &work["for"]["groups"]), (&json!("dora"), &json!(["service-desk"])));
        let inbox = desk.as_user("dora").get("/inbox").expect(200);
        assert!(inbox.each("/id").contains(&work["id"]), "it waits for its owner");
        let inbox = desk.as_user("lin").get("/inbox").expect(200);
        assert!(!inbox.each("/id").contains(&work["id"]));
    }
}
