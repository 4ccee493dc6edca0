//! The status table over HTTP: each operation from each status is done, or is
//! a 409 that says what is allowed.

use crate::support::{Desk, on_both};
use chrono::Duration;
use serde_json::{Value as Json, json};

/// A password reset that has come to this status.
fn ticket_in(desk: &Desk, status: &str) -> String {
    let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
    match status {
        "new" => {}
        "accepted" => drop(desk.act("dora", &number, "accept", json!({}))),
        "assigned" => {
            desk.act("dora", &number, "accept", json!({}));
            desk.act("dora", &number, "assign", json!({"group": "line-2"}));
        }
        "escalated" => {
            desk.act("dora", &number, "accept", json!({}));
            desk.advance(Duration::days(4));
        }
        "resolved" => {
            desk.act("dora", &number, "accept", json!({}));
            desk.answer("dora", &number, "task", "done");
        }
        "closed" => {
            desk.act("dora", &number, "accept", json!({}));
            desk.answer("dora", &number, "task", "done");
            desk.act("ann", &number, "close", json!({}));
        }
        other => panic!("{other}"),
    }
    assert_eq!(desk.ticket("ann", &number).text("/status"), status);
    number
}

/// What an operation by somebody who may comes to.
fn outcome(desk: &Desk, number: &str, operation: &str) -> String {
    let (who, body): (&str, Json) = match operation {
        "accept" => ("dora", json!({})),
        "assign" => ("sam", json!({"group": "service-desk", "assignee": "dan"})),
        "resolve" => ("sam", json!({"resolution": "By telephone.", "force": "It is done."})),
        "close" | "cancel" => ("ann", json!({})),
        _ => ("ann", json!({"text": "Hello?"})),
    };
    let answer = match operation {
        "change" => desk.as_user("ann").patch(&format!("/tickets/{number}"), json!({"title": "Again"})).send(),
        "comment" => desk.as_user(who).post(&format!("/tickets/{number}/comments"), body).send(),
        _ => desk.as_user(who).post(&format!("/tickets/{number}/{operation}"), body).send(),
    };
    if answer.status < 300 { desk.ticket("ada", number).text("/status") } else { answer.problem() }
}

/// Each operation on a fresh ticket of this status.
fn row(desk: &Desk, status: &str) -> String {
    let operations = ["accept", "assign", "resolve", "close", "cancel", "change", "comment"];
    let line = |operation: &&str| format!("{operation}: {}", outcome(desk, &ticket_in(desk, status), operation));
    operations.iter().map(line).collect::<Vec<_>>().join("\n")
}

on_both! {
    fn from_new(desk: Desk) {
        insta::assert_snapshot!(row(&desk, "new"), @r#"
        accept: accepted
        assign: 409 illegal_operation [escalate cancel reclassify change hold restrict open_step link merge split attach comment watch work appoint]
        resolve: 409 illegal_operation [escalate cancel reclassify change hold restrict open_step link merge split attach comment watch work appoint]
        close: 409 illegal_operation [cancel change attach comment watch]
        cancel: closed
        change: new
        comment: new
        "#);
    }

    fn from_accepted(desk: Desk) {
        insta::assert_snapshot!(row(&desk, "accepted"), @r#"
        accept: 409 illegal_operation [assign escalate owner resolve cancel reclassify change hold restrict open_step link merge split attach comment watch work appoint]
        assign: assigned
        resolve: resolved
        close: 409 illegal_operation [cancel change attach comment watch]
        cancel: closed
        change: accepted
        comment: accepted
        "#);
    }

    fn from_assigned(desk: Desk) {
        insta::assert_snapshot!(row(&desk, "assigned"), @r#"
        accept: 409 illegal_operation [assign escalate owner resolve cancel reclassify change hold restrict open_step link merge split attach comment watch work appoint]
        assign: assigned
        resolve: resolved
        close: 409 illegal_operation [cancel change attach comment watch]
        cancel: assigned
        change: assigned
        comment: assigned
        "#);
    }

    fn from_escalated(desk: Desk) {
        insta::assert_snapshot!(row(&desk, "escalated"), @r#"
        accept: 409 illegal_operation [assign escalate owner resolve cancel reclassify change hold restrict open_step link merge split attach comment watch work appoint]
        assign: escalated
        resolve: resolved
        close: 409 illegal_operation [cancel change attach comment watch]
        cancel: escalated
        change: escalated
        comment: escalated
        "#);
    }

    fn from_resolved(desk: Desk) {
        insta::assert_snapshot!(row(&desk, "resolved"), @r#"
        accept: 409 illegal_operation [owner close reopen change restrict link merge split attach follow_up comment watch work appoint]
        assign: 409 illegal_operation [owner change restrict link merge split attach follow_up comment watch work appoint]
        resolve: 409 illegal_operation [owner change restrict link merge split attach follow_up comment watch work appoint]
        close: closed
        cancel: 409 illegal_operation [close reopen change attach rating comment watch]
        change: resolved
        comment: resolved
        "#);
    }

    fn from_closed(desk: Desk) {
        insta::assert_snapshot!(row(&desk, "closed"), @r#"
        accept: 409 illegal_operation [reopen restrict link attach follow_up comment watch work]
        assign: 409 illegal_operation [restrict link attach follow_up comment watch work]
        resolve: 409 illegal_operation [restrict link attach follow_up comment watch work]
        close: 409 illegal_operation [reopen attach rating comment watch]
        cancel: 409 illegal_operation [reopen attach rating comment watch]
        change: 409 illegal_operation [reopen attach rating comment watch]
        comment: closed
        "#);
    }

    fn a_ticket_that_is_being_cancelled_takes_comments_only(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.answer("max", &number, "approval", "approved");
        desk.answer("ann", &number, "cost", "confirmed");
        desk.act("ann", &number, "cancel", json!({}));
        for operation in ["accept", "assign", "resolve", "close", "cancel", "change"] {
            // Staff log their work on it, too.
            let work = if ["accept", "assign", "resolve"].contains(&operation) { " work" } else { "" };
            let refused = format!("409 illegal_operation [attach comment watch{work}]");
            assert_eq!(outcome(&desk, &number, operation), refused, "{operation}");
        }
        assert_eq!(outcome(&desk, &number, "comment"), "new");
    }

    fn actions_are_what_is_then_allowed(desk: Desk) {
        for status in ["new", "accepted", "assigned", "escalated", "resolved", "closed"] {
            let number = ticket_in(&desk, status);
            for who in ["ann", "dora", "dan", "lin", "sam", "kim", "ula", "ada"] {
                let actions = desk.ticket(who, &number).at("/actions");
                // Each of these is told what is wrong with it only where it is allowed at all.
                for (name, body) in [
                    ("assign", json!({"group": "nowhere"})),
                    ("resolve", json!({"resolution": ""})),
                    ("close", json!({"closure_code": "?"})),
                ] {
                    let told = desk.as_user(who).post(&format!("/tickets/{number}/{name}"), body).send().status;
                    let may = actions.as_array().unwrap().iter().any(|action| action == name);
                    assert_eq!(may, told == 422, "{who} {name} in {status}: {told}, told {actions}");
                }
            }
        }
    }

    fn the_first_agent_stays_the_owner_whoever_works_on_it(desk: Desk) {
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        desk.act("dora", &number, "accept", json!({}));
        desk.act("dora", &number, "assign", json!({"group": "line-2", "assignee": "lin", "reason": "Needs the server."}));
        let ticket = desk.act("lin", &number, "assign", json!({"group": "service-desk", "assignee": "dan"}));
        assert_eq!(ticket.at("/owner/username"), "dora");
        assert_eq!(ticket.at("/owner_group"), "service-desk");
        assert_eq!(ticket.at("/assignee/username"), "dan");
        let first = desk.as_user("ada").get(&format!("/tickets/{number}/events?limit=5")).expect(200).text("/next_cursor");
        let events = desk.as_user("ada").get(&format!("/tickets/{number}/events?cursor={first}")).expect(200);
        let other = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        assert_eq!(desk.as_user("ada").get(&format!("/tickets/{other}/events?cursor={first}")).send().problem(), "400 malformed");
        insta::assert_snapshot!(events.rows(&["type", "actor/name", "data/group", "data/assignee", "data/reason"]), @r#"
        ticket.assigned | Dora Petrova | line-2 | lin | Needs the server.
        ticket.assigned | Lin Wei | service-desk | dan |
        "#);
    }

    fn who_is_no_handler_is_assigned_nothing(desk: Desk) {
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        desk.act("dora", &number, "accept", json!({}));
        let refused = |body: Json| {
            desk.as_user("dora").post(&format!("/tickets/{number}/assign"), body).send().problem()
        };
        insta::assert_snapshot!(refused(json!({})), @"422 invalid /group:required");
        insta::assert_snapshot!(refused(json!({"group": "nowhere"})), @"422 invalid /group:unknown");
        insta::assert_snapshot!(refused(json!({"assignee": "ann"})), @"422 invalid /assignee:unknown");
        insta::assert_snapshot!(refused(json!({"assignee": "ula"})), @"422 invalid /assignee:unknown");
        insta::assert_snapshot!(refused(json!({"group": "line-2", "assignee": "dan"})), @"422 invalid /assignee:not_a_member");
    }
}
