//! First-contact responsibility: the agent who accepted a ticket answers for it
//! until it is closed, whoever works on it, or hands that over.

use crate::support::{Desk, Setup, on_both};
use serde_json::{Value as Json, json};

fn accepted(desk: &Desk) -> String {
    let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
    desk.act("dora", &number, "accept", json!({}));
    number
}

fn owner(desk: &Desk, number: &str) -> (Json, Json) {
    let ticket = desk.ticket("ada", number);
    (ticket.at("/owner/username"), ticket.at("/owner_group"))
}

on_both! {
    fn the_owner_stays_whatever_moves_the_ticket(setup: Setup) {
        let desk = setup.item("outage", json!({}), r#"handle("Restore it", group("line-2")); resolve("Done");"#).start();
        let number = accepted(&desk);
        let dora = (json!("dora"), json!("service-desk"));
        let still = |what: &str| assert_eq!(owner(&desk, &number), dora, "after {what}");
        desk.act("dora", &number, "assign", json!({"group": "line-2", "assignee": "lin"}));
        still("an assignment");
        desk.act("lin", &number, "escalate", json!({"group": "field-support", "reason": "On site."}));
        still("an escalation");
        desk.act("sam", &number, "escalate", json!({"level": "manager", "reason": "They wait."}));
        desk.act("lin", &number, "return", json!({"reason": "Not ours.", "suggestion": "Call them."}));
        still("a return");
        desk.act("dan", &number, "reclassify", json!({"item": "outage", "form": {}, "reason": "It is down."}));
        still("a reclassification");
        let work = desk.open(&number, "work")["id"].as_str().unwrap().to_owned();
        desk.as_user("lin").post(&format!("/steps/{work}/claim"), json!({})).expect(200);
        assert_eq!(desk.ticket("ada", &number).at("/assignee/username"), "lin");
        still("a claim");
        desk.answering("lin", &number, "work", json!({"outcome": "done", "output": {"resolution": "Up again."}})).expect(200);
        desk.act("ann", &number, "close", json!({}));
        still("the end");
    }

    fn it_is_handed_over_to_another_agent(desk: Desk) {
        let number = accepted(&desk);
        let over = desk.act("dora", &number, "owner", json!({"owner": "dan", "reason": "I am away until March."}));
        assert_eq!((over.at("/owner/username"), over.at("/assignee/username")), (json!("dan"), json!("dan")), "it was with its owner");
        assert!(desk.messages("dan").contains(&format!("{number} “Password reset”: you answer for it from now on. I am away until March.")));
        let events = desk.as_user("ada").get(&format!("/tickets/{number}/events?limit=200")).expect(200);
        insta::assert_snapshot!(events.rows(&["type", "actor/name", "data/from", "data/owner", "data/group", "data/reason"]), @r#"
        ticket.submitted | Ann Weber |  |  |  |
        sla.set | password-reset |  |  |  |
        ticket.assigned | password-reset | {"assignee":null,"group":null} |  | service-desk |
        step.opened | password-reset |  |  |  |
        ticket.accepted | Dora Petrova |  | dora | service-desk |
        ticket.handed_over | Dora Petrova | dora | dan | service-desk | I am away until March.
        ticket.assigned | Dora Petrova | {"assignee":"dora","group":"service-desk"} |  | service-desk | I am away until March.
        "#);
        desk.act("dan", &number, "assign", json!({"group": "line-2", "assignee": "lin"}));
        let back = desk.act("sam", &number, "owner", json!({"owner": "dora", "reason": "Dan is ill."}));
        assert_eq!((back.at("/owner/username"), back.at("/assignee/username")), (json!("dora"), json!("lin")), "who works on it goes on");
    }

    fn only_the_owner_and_the_manager_hand_it_over_and_only_to_agents(desk: Desk) {
        let number = accepted(&desk);
        let status = |who: &str| desk.as_user(who).post(&format!("/tickets/{number}/owner"), json!({"owner": "nobody", "reason": "So."})).send().status;
        for (who, expected) in [("ann", 403), ("max", 404), ("dan", 403), ("lin", 403), ("kim", 403), ("ula", 403), ("ada", 403), ("dora", 422), ("sam", 422)] {
            assert_eq!(status(who), expected, "{who}");
        }
        let refused = |body: Json| desk.as_user("dora").post(&format!("/tickets/{number}/owner"), body).send().problem();
        assert_eq!(refused(json!({"owner": "lin", "reason": "So."})), "422 invalid /owner:unknown");
        assert_eq!(refused(json!({"owner": "dora", "reason": "So."})), "422 invalid /owner:unchanged");
        assert_eq!(refused(json!({"owner": "dan"})), "422 invalid /reason:required");
        assert_eq!(refused(json!({"owner": "dan", "reason": " "})), "422 invalid /reason:required");
        let new = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        let early = desk.as_user("sam").post(&format!("/tickets/{new}/owner"), json!({"owner": "dan", "reason": "So."})).send();
        assert_eq!(early.text("/detail"), "You cannot give this ticket another owner while it is new.");
    }

    fn what_its_owner_was_to_decide_goes_along(desk: Desk) {
        let number = accepted(&desk);
        desk.answering("dan", &number, "task", json!({"outcome": "failed", "comment": "The account is locked."})).expect(200);
        assert_eq!(desk.open(&number, "task")["for"]["users"][0]["username"], "dora");
        desk.act("sam", &number, "owner", json!({"owner": "dan", "reason": "Dora is ill."}));
        let task = desk.open(&number, "task");
        assert_eq!(task["for"]["users"][0]["username"], "dan");
        assert!(desk.as_user("dan").get("/inbox").expect(200).each("/id").contains(&task["id"]));
    }

    fn whom_it_is_given_to_is_told_by_whom(desk: Desk) {
        let number = accepted(&desk);
        desk.act("dora", &number, "assign", json!({"assignee": "dan"}));
        desk.act("dora", &number, "assign", json!({"group": "line-2", "assignee": "lin", "reason": "Needs the server."}));
        assert_eq!(desk.messages("dan"), [format!("{number} “Password reset” is yours now, from Dora Petrova.")]);
        assert_eq!(desk.messages("lin"), [format!("{number} “Password reset” is yours now, from Dora Petrova: Needs the server.")]);
        let events = desk.as_user("ada").get(&format!("/tickets/{number}/events?limit=200")).expect(200);
        insta::assert_snapshot!(events.rows(&["type", "data/from/group", "data/from/assignee", "data/group", "data/assignee"]), @r#"
        ticket.submitted |  |  |  |
        sla.set |  |  |  |
        ticket.assigned | null | null | service-desk | dora
        step.opened |  |  |  |
        ticket.accepted |  |  | service-desk |
        ticket.assigned | service-desk | dora | service-desk | dan
        ticket.assigned | service-desk | dan | line-2 | lin
        "#);
    }
}
