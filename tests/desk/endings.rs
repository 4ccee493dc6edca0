//! How a request ends otherwise: rejected, declined, failed, cancelled, closed
//! by silence. Exactly one closure code each.

use crate::support::{Answer, Desk, Setup, on_both};
use chrono::Duration;
use serde_json::{Value as Json, json};

const END: &[&str] =
    &["status", "closure_code", "closure_reason", "rejection_code", "auto_closed", "resolution", "waiting", "headline"];

/// How a ticket ended, as its requester sees it.
fn end(ticket: &Answer) -> String {
    ticket.fields(END)
}

on_both! {
    fn a_rejection_closes_at_once_with_its_code(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let no = json!({"outcome": "rejected", "code": "budget", "comment": "Not this year."});
        let step = desk.answering("max", &number, "approval", no).expect(200);
        assert_eq!((step.at("/state"), step.at("/outcome")), (json!("failed"), json!("rejected")));
        insta::assert_snapshot!(end(&desk.ticket("ann", &number)), @r#"
        status: "closed"
        closure_code: "approval_rejected"
        closure_reason: null
        rejection_code: "budget"
        auto_closed: false
        resolution: null
        waiting: []
        headline: "closed: approval not passed"
        "#);
        insta::assert_snapshot!(desk.messages("ann").join("\n"), @"SR-000001 “Laptop” was not approved: Not this year.");
        insta::assert_snapshot!(desk.log(&number).join("\n"), @r#"
        ticket.submitted
        sla.set
        ticket.assigned
        step.opened
        step.voted
        step.settled
        ticket.closed
        "#);
    }

    fn one_no_of_finance_is_enough(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "pro"}));
        desk.answer("max", &number, "approval", "approved");
        desk.answer("fay", &number, "approval", "approved");
        let no = json!({"outcome": "rejected", "code": "alternative", "comment": "Take a light one."});
        desk.answering("finn", &number, "approval", no).expect(200);
        let ticket = desk.ticket("ann", &number);
        assert_eq!(ticket.at("/closure_code"), "approval_rejected");
        assert_eq!(ticket.at("/rejection_code"), "alternative");
    }

    fn a_declined_cost_closes_as_cancelled_by_the_user(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.answer("max", &number, "approval", "approved");
        desk.answer("ann", &number, "cost", "declined");
        insta::assert_snapshot!(end(&desk.ticket("ann", &number)), @r#"
        status: "closed"
        closure_code: "cancelled_by_user"
        closure_reason: "cost_declined"
        rejection_code: null
        auto_closed: false
        resolution: null
        waiting: []
        headline: "closed: cancelled by user"
        "#);
    }

    fn a_cost_that_nobody_confirms_expires(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.answer("max", &number, "approval", "approved");
        desk.advance(Duration::days(10));
        insta::assert_snapshot!(end(&desk.ticket("ann", &number)), @r#"
        status: "closed"
        closure_code: "cancelled_by_user"
        closure_reason: "no_answer"
        rejection_code: null
        auto_closed: false
        resolution: null
        waiting: []
        headline: "closed: cancelled by user"
        "#);
    }

    fn a_program_is_installed(desk: Desk) {
        let form = json!({"product": "drawing", "computer": "PC-0815"});
        let number = desk.submit("ann", "software-installation", form);
        desk.answer("max", &number, "approval", "approved");
        desk.answer("ann", &number, "cost", "confirmed");
        let task = desk.open(&number, "task");
        assert_eq!((&task["about"], &task["arguments"]["form"]), (&json!("drawing on PC-0815"), &json!("installed")));
        desk.answering("dan", &number, "task", json!({"outcome": "done", "output": {"version": "7.1"}})).expect(200);
        insta::assert_snapshot!(end(&desk.ticket("ann", &number)), @r#"
        status: "resolved"
        closure_code: null
        closure_reason: null
        rejection_code: null
        auto_closed: false
        resolution: "drawing 7.1 is installed on PC-0815"
        waiting: []
        headline: "resolved, waits for your confirmation; closes by itself Thu 26 Nov 2026, 10:00"
        "#);
    }

    fn a_password_is_reset_without_approval(desk: Desk) {
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        assert_eq!(desk.waits_for(&number), ["task Reset the password"]);
        let status = desk.answer("dora", &number, "task", "done");
        assert_eq!(status.at("/state"), "done");
        insta::assert_snapshot!(end(&desk.ticket("ann", &number)), @r#"
        status: "resolved"
        closure_code: null
        closure_reason: null
        rejection_code: null
        auto_closed: false
        resolution: "The password was reset; a first password was given in person or on the number on record."
        waiting: []
        headline: "resolved, waits for your confirmation; closes by itself Thu 26 Nov 2026, 10:00"
        "#);
        // The first act of an agent accepts the ticket.
        let ticket = desk.ticket("ann", &number);
        assert_eq!((ticket.at("/owner/username"), ticket.at("/owner_group")), (json!("dora"), json!("service-desk")));
    }

    fn who_calls_by_telephone_is_verified_first(desk: Desk) {
        let wish = json!({"item": "password-reset", "form": {"system": "mail"}, "requested_for": "ann", "channel": "phone"});
        let made = desk.as_user("dora").post("/tickets", wish).expect(201);
        assert_eq!(made.at("/status"), "accepted");
        assert_eq!(made.at("/requester/username"), "ann");
        assert_eq!((made.at("/opened_by/username"), made.at("/owner/username")), (json!("dora"), json!("dora")));
        let number = made.text("/number");
        assert_eq!(desk.waits_for(&number), ["task Check who is calling"]);
        desk.answer("dora", &number, "task", "done");
        assert_eq!(desk.waits_for(&number), ["task Reset the password"]);
    }

    fn what_an_agent_types_in_for_somebody_came_by_telephone(desk: Desk) {
        let send = |who: &str, more: Json| {
            let mut wish = json!({"item": "password-reset", "form": {"system": "mail"}});
            wish.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            desk.as_user(who).post("/tickets", wish).send()
        };
        let told = send("dora", json!({"requested_for": "ann"}));
        assert_eq!(told.at("/channel"), "phone");
        assert_eq!(desk.waits_for(&told.text("/number")), ["task Check who is calling"]);
        assert_eq!(send("dora", json!({"requested_for": "ann", "channel": "email"})).at("/channel"), "email");
        assert_eq!(send("dora", json!({})).at("/channel"), "portal", "her own");
        // Who is no staff says only where they sit themselves.
        assert_eq!(send("ann", json!({"channel": "app"})).at("/channel"), "app");
        for channel in ["phone", "monitoring", "walk_in", "email"] {
            let refused = send("ann", json!({"channel": channel}));
            assert_eq!(refused.problem(), "422 invalid /channel:enum", "{channel}");
        }
    }

    fn a_task_that_fails_is_for_the_owner_to_decide(desk: Desk) {
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        desk.act("dora", &number, "accept", json!({}));
        let failed = json!({"outcome": "failed", "comment": "The account is locked."});
        let step = desk.answering("dan", &number, "task", failed.clone()).expect(200);
        assert_eq!(step.at("/state"), "open", "only the owner lets it fail");
        assert_eq!(desk.messages("dora"), [format!("{number}: “Reset the password” cannot be done as asked: The account is locked.")]);
        desk.answering("dora", &number, "task", failed).expect(200);
        insta::assert_snapshot!(end(&desk.ticket("ann", &number)), @r#"
        status: "resolved"
        closure_code: null
        closure_reason: null
        rejection_code: null
        auto_closed: false
        resolution: "The account is locked."
        waiting: []
        headline: "resolved, waits for your confirmation; closes by itself Thu 26 Nov 2026, 10:00"
        "#);
        assert_eq!(desk.act("ann", &number, "close", json!({})).at("/closure_code"), "failed");
    }

    fn a_cancelled_ticket_closes_when_nothing_is_under_way(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let cancelled = desk.act("ann", &number, "cancel", json!({"reason": "I found one."}));
        insta::assert_snapshot!(end(&cancelled), @r#"
        status: "closed"
        closure_code: "cancelled_by_user"
        closure_reason: null
        rejection_code: null
        auto_closed: false
        resolution: null
        waiting: []
        headline: "closed: cancelled by user"
        "#);
        insta::assert_snapshot!(desk.log(&number).join("\n"), @r#"
        ticket.submitted
        sla.set
        ticket.assigned
        step.opened
        ticket.cancelling
        step.cancelled
        ticket.closed
        "#);
        assert_eq!(desk.as_user("max").get("/inbox").expect(200).at("/items"), json!([]), "Max has nothing to decide");
    }

    fn a_cancelled_ticket_waits_for_the_call_that_is_under_way(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.answer("max", &number, "approval", "approved");
        desk.answer("ann", &number, "cost", "confirmed");
        let cancelling = desk.act("ann", &number, "cancel", json!({}));
        assert_eq!((cancelling.at("/status"), cancelling.at("/flags/cancelling")), (json!("new"), json!(true)));
        assert_eq!(cancelling.at("/waiting_on"), json!(["plugin"]));
        assert_eq!(cancelling.at("/actions"), json!(["attach", "comment", "watch"]));
        desk.settle();
        insta::assert_snapshot!(end(&desk.ticket("ann", &number)), @r#"
        status: "closed"
        closure_code: "cancelled_by_user"
        closure_reason: null
        rejection_code: null
        auto_closed: false
        resolution: null
        waiting: []
        headline: "closed: cancelled by user"
        "#);
    }

    fn silence_closes_what_is_resolved_and_says_so(desk: Desk) {
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        desk.answer("dora", &number, "task", "done");
        desk.advance(Duration::days(2));
        assert_eq!(desk.ticket("ann", &number).at("/status"), "resolved");
        desk.advance(Duration::days(2));
        insta::assert_snapshot!(end(&desk.ticket("ann", &number)), @r#"
        status: "closed"
        closure_code: "succeeded"
        closure_reason: null
        rejection_code: null
        auto_closed: true
        resolution: "The password was reset; a first password was given in person or on the number on record."
        waiting: []
        headline: "closed: handled successfully"
        "#);
    }

    fn the_owner_closes_with_a_reason(desk: Desk) {
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        desk.answer("dora", &number, "task", "done");
        let why = json!({"closure_code": "failed", "closure_reason": "not_possible", "remarks": "Could not be reached."});
        let forbidden = desk.as_user("ann").post(&format!("/tickets/{number}/close"), why.clone()).send();
        assert_eq!(forbidden.problem(), "403 forbidden");
        let closed = desk.act("dora", &number, "close", why);
        assert_eq!((closed.at("/closure_code"), closed.at("/remarks")), (json!("failed"), json!("Could not be reached.")));
    }

    fn work_is_resolved_by_hand_only_when_no_step_is_open(setup: Setup) {
        let desk = setup.file("workflows/password-reset.rhai", "sla(\"password\");\nassign();\n").start();
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        desk.act("dora", &number, "accept", json!({}));
        let wish = json!({"resolution": "Done at the desk.", "closure_reason": "advice_given", "knowledge": "none"});
        insta::assert_snapshot!(end(&desk.act("dora", &number, "resolve", wish)), @r#"
        status: "resolved"
        closure_code: null
        closure_reason: "advice_given"
        rejection_code: null
        auto_closed: false
        resolution: "Done at the desk."
        waiting: []
        headline: "resolved, waits for confirmation; closes by itself Thu 26 Nov 2026, 10:00"
        "#);
    }

    fn open_steps_stand_in_the_way_of_resolving_but_for_a_forced_one(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.act("dora", &number, "accept", json!({}));
        let path = format!("/tickets/{number}/resolve");
        let wish = json!({"resolution": "Took one from the shelf."});
        let refused = desk.as_user("dora").post(&path, wish.clone()).send();
        assert_eq!(refused.problem(), "409 steps_open");
        let force = json!({"resolution": "Took one from the shelf.", "force": "Max is on a ship."});
        assert_eq!(desk.as_user("dora").post(&path, force.clone()).send().problem(), "403 forbidden");
        let resolved = desk.as_user("sam").post(&path, force).expect(200);
        insta::assert_snapshot!(end(&resolved), @r#"
        status: "resolved"
        closure_code: null
        closure_reason: null
        rejection_code: null
        auto_closed: false
        resolution: "Took one from the shelf."
        waiting: []
        headline: "resolved, waits for confirmation; closes by itself Thu 26 Nov 2026, 10:00"
        "#);
    }
}
