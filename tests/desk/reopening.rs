//! Reopening: what was resolved was not done after all, and work goes on.

use crate::support::{Desk, Setup, on_both};
use chrono::Duration;
use serde_json::{Value as Json, json};

/// A ticket under a service level, with Lin, whose script waits for its work.
fn with_lin(setup: Setup) -> (Desk, String) {
    let script =
        r#"sla("hardware"); handle("Restore it", group("line-2"), #{ on_timeout: "remind" }); resolve("Done");"#;
    let desk = setup.item("outage", json!({}), script).start();
    let number = desk.submit("ann", "outage", json!({}));
    desk.act("dora", &number, "accept", json!({}));
    desk.act("dora", &number, "assign", json!({"group": "line-2", "assignee": "lin"}));
    (desk, number)
}

fn resolved(desk: &Desk, number: &str) {
    desk.act("lin", number, "resolve", json!({"resolution": "Restarted it."}));
}

fn reopen(desk: &Desk, who: &str, number: &str) -> crate::support::Answer {
    desk.as_user(who).post(&format!("/tickets/{number}/reopen"), json!({"reason": "It is down again."})).send()
}

fn has(ticket: &crate::support::Answer, action: &str) -> bool {
    ticket.at("/actions").as_array().unwrap().iter().any(|it| it == action)
}

on_both! {
    fn it_goes_to_who_handled_it_last_and_ends_again(setup: Setup) {
        let (desk, number) = with_lin(setup);
        desk.act("lin", &number, "escalate", json!({"reason": "Nobody knows this one."}));
        desk.act("dora", &number, "assign", json!({"assignee": "lin"}));
        resolved(&desk, &number);
        let again = reopen(&desk, "ann", &number).expecting(200);
        assert_eq!((again.at("/status"), again.at("/assignee/username"), again.at("/group")), (json!("assigned"), json!("lin"), json!("line-2")));
        assert_eq!((again.at("/escalation_level"), again.at("/reopened")), (json!(0), json!(1)));
        for cleared in ["/resolution", "/resolved_at", "/closed_at", "/closure_code", "/closure_reason"] {
            assert_eq!(again.at(cleared), Json::Null, "{cleared}");
        }
        assert_eq!(desk.messages("lin").last().unwrap(), &format!("{number} “outage” was reopened by Ann Weber: It is down again."));
        assert!(desk.messages("dora").contains(&format!("{number} “outage” was reopened by Ann Weber: It is down again.")));
        let events = desk.as_user("ada").get(&format!("/tickets/{number}/events?limit=200")).expect(200);
        let last = events.each("/data").pop().unwrap();
        assert_eq!((&last["status"], &last["ended"]["resolution"], &last["reason"]), (&json!({"from": "resolved", "to": "assigned"}), &json!("Done"), &json!("It is down again.")));
        assert_eq!(desk.waits_for(&number), [""; 0], "the script has ended");
        desk.advance(Duration::days(9));
        assert_eq!(desk.ticket("ann", &number).at("/status"), "assigned", "nothing closes it by itself");
        let resolved = desk.act("lin", &number, "resolve", json!({"resolution": "Replaced it."}));
        assert_eq!((resolved.at("/status"), resolved.at("/resolution")), (json!("resolved"), json!("Replaced it.")));
        let closed = desk.act("ann", &number, "close", json!({}));
        assert_eq!((closed.at("/closure_code"), closed.at("/reopened")), (json!("succeeded"), json!(1)));
    }

    fn a_closed_ticket_is_reopened_for_a_while_and_then_followed(setup: Setup) {
        let (desk, number) = with_lin(setup);
        resolved(&desk, &number);
        desk.act("ann", &number, "close", json!({}));
        desk.advance(Duration::days(6));
        assert!(has(&desk.ticket("ann", &number), "reopen"));
        assert_eq!(reopen(&desk, "ann", &number).expecting(200).at("/status"), "assigned");
        resolved(&desk, &number);
        desk.act("ann", &number, "close", json!({}));
        desk.advance(Duration::days(7) + Duration::minutes(1));
        assert!(!has(&desk.ticket("ann", &number), "reopen"));
        let late = reopen(&desk, "ann", &number);
        assert_eq!(late.problem(), "409 too_late");
        assert_eq!(late.text("/detail"), format!("{number} was resolved too long ago to be reopened. A new request may name it as the one that it `follows`."));
        desk.advance(Duration::days(30));
        let later = reopen(&desk, "ann", &number);
        assert_eq!((later.problem(), later.text("/detail")), ("409 too_late".to_owned(), format!("{number} was resolved too long ago to be reopened. Ask for what you need anew.")));
    }

    fn the_policy_says_until_when(setup: Setup) {
        let setup = setup.replaced("workflows/policy.toml", "within = \"5wd\"                # after", "within = \"1h\" # after");
        let (desk, number) = with_lin(setup);
        resolved(&desk, &number);
        desk.act("ann", &number, "close", json!({}));
        desk.advance(Duration::hours(1) + Duration::minutes(1));
        assert_eq!(reopen(&desk, "ann", &number).problem(), "409 too_late");
    }

    fn what_was_never_resolved_is_not_reopened(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let no = json!({"outcome": "rejected", "code": "budget", "comment": "Not this year."});
        desk.answering("max", &number, "approval", no).expect(200);
        assert!(!has(&desk.ticket("ann", &number), "reopen"));
        let refused = reopen(&desk, "ann", &number);
        assert_eq!(refused.problem(), "409 too_late");
        assert_eq!(refused.text("/detail"), format!("{number} was never resolved, so that nothing can be reopened. A new request may name it as the one that it `follows`."));
    }

    fn who_may_and_with_what(setup: Setup) {
        let (desk, number) = with_lin(setup);
        let early = reopen(&desk, "ann", &number);
        assert!(early.problem().starts_with("409 illegal_operation"));
        assert_eq!(early.text("/detail"), "You cannot reopen this ticket while it is assigned.");
        resolved(&desk, &number);
        for (who, expected) in [("max", 404), ("dan", 403), ("lin", 403), ("sam", 403), ("kim", 403), ("ula", 403), ("ada", 403)] {
            assert_eq!(reopen(&desk, who, &number).status, expected, "{who}");
        }
        let refused = |body: Json| desk.as_user("ann").post(&format!("/tickets/{number}/reopen"), body).send().problem();
        assert_eq!(refused(json!({})), "422 invalid /reason:required");
        assert_eq!(refused(json!({"reason": " "})), "422 invalid /reason:required");
        assert_eq!(refused(json!({"reason": "x".repeat(2_001)})), "422 invalid /reason:maxLength");
        assert_eq!(reopen(&desk, "dora", &number).status, 200, "its owner may");
        assert_eq!(desk.messages("ann").last().unwrap(), &format!("{number} “outage” was reopened by Dora Petrova: It is down again."));
    }

    fn the_clock_goes_on_where_it_stopped(setup: Setup) {
        let (desk, number) = with_lin(setup);
        assert_eq!(desk.ticket("dora", &number).at("/sla/resolve_due"), "2026-12-07T09:00:00.000000Z");
        desk.advance(Duration::days(1));
        resolved(&desk, &number);
        desk.advance(Duration::days(2));
        let again = reopen(&desk, "ann", &number).expecting(200);
        assert_eq!(again.at("/sla/resolve_due"), "2026-12-09T09:00:00.000000Z", "two working days later");
        desk.advance(Duration::days(14));
        assert_eq!(desk.ticket("dora", &number).at("/sla/resolve_breached"), true, "it is overdue again");
    }

    fn it_is_never_due_at_once(setup: Setup) {
        let (desk, number) = with_lin(setup);
        desk.advance(Duration::days(14) - Duration::hours(1));
        resolved(&desk, &number);
        desk.act("ann", &number, "close", json!({}));
        desk.advance(Duration::minutes(30));
        let again = reopen(&desk, "ann", &number).expecting(200);
        assert_eq!(again.at("/sla/resolve_due"), "2026-12-07T13:00:00.000000Z", "four working hours from now");
        desk.act("dora", &number, "hold", json!({"code": "scheduled", "until": "2026-12-08T08:30:00Z"}));
        desk.advance(Duration::days(1));
        assert_eq!(desk.ticket("dora", &number).at("/sla/resolve_due"), "2026-12-08T13:00:00.000000Z", "a pause moves that, too");
    }

    fn the_clock_may_begin_anew(setup: Setup) {
        let setup = setup.replaced("workflows/policy.toml", "clock = \"continue\"", "clock = \"restart\"");
        let (desk, number) = with_lin(setup);
        desk.advance(Duration::days(15));
        assert_eq!(desk.ticket("dora", &number).at("/sla/resolve_breached"), true);
        resolved(&desk, &number);
        let again = reopen(&desk, "ann", &number).expecting(200);
        assert_eq!((again.at("/sla/resolve_due"), again.at("/sla/resolve_breached")), (json!("2026-12-22T09:00:00.000000Z"), json!(false)));
    }

    fn the_ended_script_is_not_run_again(setup: Setup) {
        let (desk, number) = with_lin(setup);
        resolved(&desk, &number);
        reopen(&desk, "ann", &number).expecting(200);
        let verdict = maitred::desk::verify::verify(desk.desk.store(), desk.desk.clock(), &Default::default()).unwrap();
        assert_eq!(verdict.broken, [], "its journal is sound");
        desk.act("dora", &number, "assign", json!({"assignee": "lin"}));
        let asked = json!({"kind": "question", "name": "Which one?", "for": {"users": ["ann"]}});
        desk.as_user("lin").post(&format!("/tickets/{number}/steps"), asked).expect(201);
        desk.answering("ann", &number, "question", json!({"outcome": "answered", "output": {"answer": "The left one"}})).expect(200);
        assert_eq!(desk.ticket("ann", &number).at("/status"), "assigned");
        let cancelled = desk.act("dora", &number, "cancel", json!({"reason": "Not needed any more."}));
        assert_eq!((cancelled.at("/status"), cancelled.at("/closure_code")), (json!("closed"), json!("cancelled_by_user")));
    }

    fn where_the_handler_has_left_the_group_has_it(setup: Setup) {
        let (desk, number) = with_lin(setup);
        desk.act("dora", &number, "assign", json!({"group": "line-2"}));
        desk.act("dora", &number, "resolve", json!({"resolution": "Restarted it."}));
        let again = reopen(&desk, "ann", &number).expecting(200);
        assert_eq!((again.at("/assignee"), again.at("/group")), (Json::Null, json!("line-2")));
    }

    fn who_did_its_tasks_handled_it(setup: Setup) {
        let script = r#"assign(group("field-support")); task("Give it out", group("field-support")); resolve("You have it");"#;
        let desk = setup.item("mouse", json!({}), script).start();
        for accepted in [false, true] {
            let number = desk.submit("ann", "mouse", json!({}));
            if accepted {
                desk.act("dan", &number, "accept", json!({}));
            }
            desk.answer("lin", &number, "task", "done");
            let owner = desk.ticket("dora", &number).at("/owner");
            let again = reopen(&desk, "ann", &number).expecting(200);
            assert_eq!((again.at("/status"), again.at("/assignee/username"), again.at("/group")), (json!("assigned"), json!("lin"), json!("field-support")));
            assert_eq!(desk.ticket("dora", &number).at("/owner"), owner);
        }
    }

    fn who_is_given_it_afterwards_has_it(setup: Setup) {
        let script = r#"task("Look", group("line-2")); task("Mend", group("service-desk")); resolve("Mended");"#;
        let desk = setup.item("clock", json!({}), script).start();
        let number = desk.submit("ann", "clock", json!({}));
        desk.act("dora", &number, "accept", json!({}));
        desk.answer("lin", &number, "task:Look", "done");
        desk.act("dora", &number, "assign", json!({"group": "service-desk", "assignee": "dan"}));
        desk.act("sam", &number, "resolve", json!({"resolution": "It goes again.", "force": "Nothing is left to mend."}));
        assert_eq!(reopen(&desk, "ann", &number).expecting(200).at("/assignee/username"), "dan");
    }
}
