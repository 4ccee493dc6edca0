//! Steps opened by people: who handles a ticket asks for an approval, a
//! confirmation of cost, a piece of work or an answer.

use crate::support::{Call, Desk, Setup, on_both};
use chrono::Duration;
use serde_json::{Value as Json, json};

/// A ticket of an item whose script waits for its work, accepted by dora.
fn with_work(setup: Setup) -> (Desk, String) {
    let schema = r#"{"title": "Outage", "x-catalog": {"kind": "request"}, "type": "object",
        "additionalProperties": false, "properties": {"place": {"type": "string"}}}"#;
    let script = r#"let fix = handle("Restore the service", group("service-desk")); resolve(fix.resolution);"#;
    let desk = setup.file("schemas/outage.json", schema).file("workflows/outage.rhai", script).start();
    let number = desk.submit("ann", "outage", json!({"place": "Hall 3"}));
    desk.act("dora", &number, "accept", json!({}));
    (desk, number)
}

fn ask(desk: &Desk, who: &str, number: &str, body: Json) -> Call {
    desk.as_user(who).post(&format!("/tickets/{number}/steps"), body)
}

fn approval() -> Json {
    json!({"kind": "approval", "name": "Head of IT", "for": {"users": ["sam"]}, "within": "4h",
           "show": {"plan": "Two engineers for a day."}, "amount": "800.00"})
}

on_both! {
    fn the_handler_asks_a_leader_with_plan_and_cost(setup: Setup) {
        let (desk, number) = with_work(setup);
        let made = ask(&desk, "dora", &number, approval()).key("once").expect(201);
        assert_eq!(made.header("location").unwrap(), format!("/api/v1/steps/{}", made.text("/id")));
        assert_eq!((made.at("/path"), made.at("/origin")), (json!("m1"), json!("person")));
        let again = ask(&desk, "dora", &number, approval()).key("once").expect(201);
        assert_eq!(again.at("/id"), made.at("/id"), "a repeat opens no second one");
        assert_eq!(desk.waits_for(&number), ["work Restore the service", "approval Head of IT"]);
        assert_eq!(desk.messages("sam"), [format!("{number} “Outage”: Dora Petrova asks you for “Head of IT”.")]);
        let inbox = desk.as_user("sam").get("/inbox").expect(200);
        assert_eq!(inbox.at("/items/0/arguments/show/plan"), "Two engineers for a day.");
        assert_eq!(inbox.at("/items/0/arguments/amount/amount"), "800.00");
        assert_eq!(inbox.at("/items/0/arguments/opened_by"), "dora");
        let mine = desk.as_user("ann").get(&format!("/tickets/{number}/steps")).expect(200);
        assert_eq!(mine.at("/items/1/name"), "Head of IT", "the requester sees that it is asked");
        assert_eq!(mine.at("/items/1/arguments"), json!({}), "and not what is shown");
        let refused = desk.as_user("dora").post(&format!("/tickets/{number}/resolve"), json!({"resolution": "Restarted"}));
        assert_eq!(refused.send().problem(), "409 steps_open");
        desk.answer("sam", &number, "approval", "approved");
        assert_eq!(desk.messages("dora"), [format!("{number}: “Head of IT” is approved.")]);
        let ticket = desk.act("dora", &number, "resolve", json!({"resolution": "Restarted"}));
        assert_eq!(ticket.at("/status"), "resolved");
    }

    fn a_rejection_is_told_and_closes_nothing(setup: Setup) {
        let (desk, number) = with_work(setup);
        ask(&desk, "dora", &number, approval()).expect(201);
        let no = json!({"outcome": "rejected", "code": "budget", "comment": "Not this year."});
        desk.answering("sam", &number, "approval", no).expect(200);
        assert_eq!(desk.ticket("ann", &number).at("/status"), "accepted");
        assert_eq!(desk.messages("dora"), [format!("{number}: “Head of IT” is rejected: Not this year.")]);
        let failed = json!({"resolution": "It was not approved.", "outcome": "failed"});
        assert_eq!(desk.act("dora", &number, "resolve", failed).at("/status"), "resolved");
    }

    fn time_passes_for_them_as_for_any_step(setup: Setup) {
        let (desk, number) = with_work(setup);
        let body = json!({"kind": "question", "name": "Which floor?", "for": {"users": ["ann"]}, "within": "2d"});
        ask(&desk, "dora", &number, body).expect(201);
        desk.advance(Duration::days(2) + Duration::minutes(1));
        assert_eq!(desk.waits_for(&number), ["work Restore the service"], "the question expired, the ticket did not");
        assert_eq!(desk.messages("dora"), [format!("{number}: “Which floor?” is expired.")]);
    }

    fn what_nobody_must_answer_goes_with_the_ticket(setup: Setup) {
        let (desk, number) = with_work(setup);
        let body = json!({"kind": "task", "name": "Tidy up", "for": {"groups": ["field-support"]}, "mandatory": false});
        let step = ask(&desk, "dora", &number, body).expect(201).text("/id");
        desk.act("dora", &number, "resolve", json!({"resolution": "Restarted"}));
        let seen = desk.as_user("lin").get(&format!("/steps/{step}")).expect(200);
        assert_eq!(seen.at("/state"), "cancelled");
        assert!(desk.as_user("lin").get("/inbox").expect(200).each("/id").is_empty());
    }

    fn they_outlive_a_correction_of_the_form(setup: Setup) {
        let (desk, number) = with_work(setup);
        ask(&desk, "dora", &number, approval()).expect(201);
        desk.as_user("ann").patch(&format!("/tickets/{number}"), json!({"form": {"place": "Hall 4"}})).expect(200);
        let mut waits = desk.waits_for(&number);
        waits.sort();
        assert_eq!(waits, ["approval Head of IT", "work Restore the service"]);
        let question = json!({"kind": "question", "name": "Which floor?", "for": {"users": ["ann"]}});
        assert_eq!(ask(&desk, "dora", &number, question).expect(201).at("/path"), "m2", "paths go on through runs");
        desk.answer("sam", &number, "approval", "approved");
    }

    fn who_may_ask_and_what_is_refused(setup: Setup) {
        let (desk, number) = with_work(setup);
        let told = |who: &str, body: Json| ask(&desk, who, &number, body).send().problem();
        assert_eq!(told("fay", approval()), "404 not_found");
        assert_eq!(told("ann", approval()), "403 forbidden");
        assert_eq!(told("kim", json!({"kind": 5})), "403 forbidden", "before the body's shape is told");
        assert_eq!(told("dora", json!({"kind": "approval"})), "422 invalid /name:required /for:required");
        assert_eq!(told("dora", json!({"kind": "task", "name": "x", "for": {"roles": []}})), "422 invalid /for:type");
        let own = json!({"kind": "approval", "name": "x", "for": {"users": ["ann", "ghost"]}});
        assert_eq!(told("dora", own), "422 invalid /for/users/0:own_request /for/users/1:unknown");
        let late = ask(&desk, "dora", &number, approval()).if_match(&json!(1)).send();
        assert_eq!(late.problem(), "412 precondition_failed");
        desk.act("ann", &number, "cancel", json!({}));
        assert!(told("dora", approval()).starts_with("409 illegal_operation"));
    }

    fn what_the_handler_asks_for_and_what_the_item_costs_make_one_sum(setup: Setup) {
        let schema = r#"{"title": "Desk", "x-catalog": {"kind": "request"}, "type": "object", "additionalProperties": false}"#;
        let script = r#"approval("Line manager", manager_of(requested_for)); confirm_cost(12.5); resolve("Done");"#;
        let desk = setup.file("schemas/standing-desk.json", schema).file("workflows/standing-desk.rhai", script).start();
        let number = desk.submit("ann", "standing-desk", json!({}));
        desk.act("dora", &number, "accept", json!({}));
        let cost = |amount: Json| json!({"kind": "cost", "name": "Delivery", "for": {"users": ["ann"]}, "amount": amount});
        ask(&desk, "dora", &number, cost(json!("100.00"))).expect(201);
        desk.answer("ann", &number, "cost", "confirmed");
        desk.answer("max", &number, "approval", "approved");
        desk.answer("ann", &number, "cost", "confirmed");
        assert_eq!(desk.ticket("ann", &number).at("/cost/confirmed"), "112.50");
        let other = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.act("dora", &other, "accept", json!({}));
        let refused = ask(&desk, "dora", &other, cost(json!({"amount": "5.00", "currency": "USD"}))).send();
        assert_eq!(refused.problem(), "422 invalid /amount:enum");
    }
}
