//! Many tickets or steps at once: one result each, by each one's own rules.

use crate::support::{Answer, Desk, on_both};
use serde_json::{Value as Json, json};

/// Three laptops of ann's, waiting for max.
fn three(desk: &Desk) -> Vec<String> {
    (0..3).map(|_| desk.submit("ann", "laptop", json!({"model": "light"}))).collect()
}

fn bulk(desk: &Desk, who: &str, operation: &str, tickets: &[&str], body: Json) -> Answer {
    let wish = json!({"operation": operation, "tickets": tickets, "body": body});
    desk.as_user(who).post("/tickets/bulk", wish).send()
}

/// Status and code of each result.
fn told(answer: &Answer) -> Vec<String> {
    let items = answer.at("/items");
    let one = |item: &Json| match item.pointer("/problem/code") {
        Some(code) => format!("{} {} {}", item["of"].as_str().unwrap(), item["status"], code.as_str().unwrap()),
        None => format!("{} {}", item["of"].as_str().unwrap(), item["status"]),
    };
    items.as_array().unwrap().iter().map(one).collect()
}

on_both! {
    fn each_is_allowed_or_refused_by_its_own_rules_in_the_order_of_the_call(desk: Desk) {
        let numbers = three(&desk);
        desk.act("dora", &numbers[1], "accept", json!({}));
        let answer = bulk(&desk, "dora", "accept", &[&numbers[2], "SR-999999", &numbers[1], "nonsense", &numbers[0]], json!({}));
        assert_eq!(answer.status, 200, "{}", answer.shown());
        assert_eq!(told(&answer), [
            format!("{} 200", numbers[2]), "SR-999999 404 not_found".to_owned(),
            format!("{} 409 illegal_operation", numbers[1]), "nonsense 404 not_found".to_owned(),
            format!("{} 200", numbers[0]),
        ]);
        assert_eq!((answer.at("/done"), answer.at("/refused")), (json!(2), json!(3)));
        let id = answer.header("x-request-id").unwrap().to_owned();
        assert_eq!(answer.at("/items/1/problem/request_id"), json!(id));
        for number in &numbers {
            assert_eq!(desk.ticket("ann", number).at("/status"), "accepted");
        }
        let version = desk.ticket("dora", &numbers[0]).at("/version");
        assert_eq!(answer.at("/items/4/version"), version);
        // Who may not see them, or may not do it, is told the same as by single calls.
        assert_eq!(told(&bulk(&desk, "lin", "hold", &[&numbers[0]], json!({"code": "customer"}))), [format!("{} 403 forbidden", numbers[0])]);
        assert_eq!(told(&bulk(&desk, "viv", "comment", &[&numbers[0]], json!({"text": "Hello"}))), [format!("{} 404 not_found", numbers[0])]);
        desk.stranger().post("/tickets/bulk", json!({})).expect(401);
    }

    fn every_operation_is_read_as_by_its_single_call(desk: Desk) {
        let numbers = three(&desk);
        let all: Vec<&str> = numbers.iter().map(String::as_str).collect();
        let done = |who: &str, operation: &str, body: Json, status: u16| {
            let answer = bulk(&desk, who, operation, &all, body);
            assert_eq!(answer.status, 200, "{operation} {}", answer.shown());
            let wanted: Vec<String> = numbers.iter().map(|number| format!("{number} {status}")).collect();
            assert_eq!(told(&answer), wanted, "{operation}");
        };
        done("dora", "accept", json!({}), 200);
        done("dora", "assign", json!({"assignee": "dan", "reason": "He has them."}), 200);
        done("dora", "change", json!({"remarks": "All for the new office."}), 200);
        done("dora", "hold", json!({"code": "supplier"}), 200);
        done("dora", "unhold", json!({}), 200);
        done("dora", "comment", json!({"text": "Delivery is on Monday."}), 201);
        assert_eq!(desk.ticket("dora", &numbers[2]).at("/remarks"), "All for the new office.");
        assert_eq!(desk.as_user("ann").get(&format!("/tickets/{}/comments", numbers[1])).expect(200).each("/text"), ["Delivery is on Monday."]);
        let log = desk.log(&numbers[0]);
        assert!(log.contains(&"ticket.held".to_owned()) && log.contains(&"ticket.unheld".to_owned()), "{log:?}");
        done("ann", "cancel", json!({"reason": "No office after all."}), 202);
    }

    fn what_the_call_itself_cannot_mean_does_nothing(desk: Desk) {
        let numbers = three(&desk);
        let problem = |operation: &str, tickets: &[&str], body: Json| bulk(&desk, "dora", operation, tickets, body).problem();
        assert_eq!(problem("explode", &[&numbers[0]], json!({})), "422 invalid /operation:enum");
        assert_eq!(problem("accept", &[], json!({})), "422 invalid /tickets:length");
        assert_eq!(problem("accept", &[&numbers[0], &numbers[1], "sr-1"], json!({})), "422 invalid /tickets/2:duplicate");
        assert_eq!(problem("accept", &[&numbers[0]], json!({"reason": "x"})), "422 invalid /body/reason:unknown");
        assert_eq!(problem("hold", &[&numbers[0]], json!({"code": 5})), "422 invalid /body/code:type");
        let many: Vec<String> = (0..201).map(|n| format!("SR-{n}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(problem("accept", &many, json!({})), "422 invalid /tickets:length");
        let dora = desk.as_user("dora");
        assert_eq!(dora.post("/tickets/bulk", json!({"tickets": "all"})).send().problem(), "422 invalid /operation:required /tickets:type");
        for number in &numbers {
            assert_eq!(desk.ticket("dora", number).at("/version"), 1);
        }
    }

    fn a_repeat_goes_on_where_the_first_was_cut_off(desk: Desk) {
        let numbers = three(&desk);
        let dora = desk.as_user("dora");
        let wish = json!({"operation": "comment", "tickets": numbers, "body": {"text": "Once."}});
        // The client hangs up at once; all three are done none the less, or by the repeat.
        dora.post("/tickets/bulk", wish.clone()).key("k1").send_and_hang_up();
        let repeat = dora.post("/tickets/bulk", wish.clone()).key("k1").expect(200);
        assert_eq!(repeat.at("/done"), 3, "{}", repeat.shown());
        let again = dora.post("/tickets/bulk", wish).key("k1").expect(200);
        assert_eq!((again.header("idempotency-replayed"), again.at("/done")), (Some("true"), json!(3)));
        for number in &numbers {
            assert_eq!(dora.get(&format!("/tickets/{number}/comments")).expect(200).each("/text"), ["Once."]);
        }
        let other = json!({"operation": "comment", "tickets": [numbers[0]], "body": {"text": "Twice."}});
        assert_eq!(dora.post("/tickets/bulk", other.clone()).key("k1").send().problem(), "422 idempotency_key_reused");
        // Another's key of the same name is another key.
        desk.as_user("dan").post("/tickets/bulk", other).key("k1").expect(200);
    }

    fn many_steps_are_answered_at_once_each_on_record(desk: Desk) {
        let numbers = three(&desk);
        let steps: Vec<Json> = numbers.iter().map(|number| desk.open(number, "approval")["id"].clone()).collect();
        let answer = |who: &str, steps: &[Json], outcome: &str| {
            let wish = json!({"steps": steps, "outcome": outcome, "comment": "As agreed."});
            desk.as_user(who).post("/steps/bulk-answer", wish).send()
        };
        let codes = |answer: &Answer| -> Vec<Json> { answer.each("/problem/code") };
        assert_eq!(codes(&answer("dora", &steps[..1], "approved")), ["forbidden"]);
        desk.answer("max", &numbers[1], "approval", "approved");
        let said = answer("max", &steps, "approved");
        assert_eq!(said.each("/status"), [json!(200), json!(409), json!(200)], "{}", said.shown());
        for number in &numbers {
            let log = desk.log(number);
            assert_eq!(log.iter().filter(|kind| *kind == "step.voted").count(), 1, "{log:?}");
            assert_eq!(desk.waits_for(number).len(), 1);
        }
        assert_eq!(codes(&answer("max", &[json!("x")], "approved")), ["not_found"]);
        assert_eq!(answer("max", &[], "approved").problem(), "422 invalid /steps:length");
        assert_eq!(answer("max", &[steps[0].clone(), steps[0].clone()], "approved").problem(), "422 invalid /steps/1:duplicate");
    }

    fn two_hundred_are_all_done(desk: Desk) {
        let numbers: Vec<String> = (0..200).map(|_| desk.submit("ann", "password-reset", json!({"system": "mail"}))).collect();
        let all: Vec<&str> = numbers.iter().map(String::as_str).collect();
        let answer = bulk(&desk, "dora", "comment", &all, json!({"text": "All of you."}));
        assert_eq!((answer.at("/done"), answer.at("/refused")), (json!(200), json!(0)), "{}", answer.shown());
        assert_eq!(answer.each("/of"), numbers);
    }
}

/// Calls on a ticket that are no business of many at once, and why.
const SINGLE: &[(&str, &str)] = &[
    ("comments", "`comment`"),
    ("correction/preview", "looks ahead"),
    ("attachments", "each has files of its own"),
    ("canned-replies/{name}", "writes nothing"),
    ("links", "each has links of its own"),
    ("me-too", "each says so for themselves"),
    ("merge", "each goes into one of its own"),
    ("split", "each has a part of its own"),
    ("work", "each took a time of its own"),
    ("appointments", "each has people and a time of its own"),
    ("watchers", "each has people of its own"),
    ("better-way", "each is told of a way of its own"),
    ("follow-up", "each call is a call of its own"),
    ("rating", "each is rated by who asked"),
    ("reclassify", "each has a form of its own"),
    ("resume", "each is stuck for a reason of its own"),
    ("steps", "each is asked something of its own"),
];

#[test]
fn what_can_be_done_to_one_can_be_done_to_many() {
    let document = serde_json::to_value(maitred::http::openapi()).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let single = paths.iter().filter(|(_, methods)| methods.get("post").is_some());
    let single = single.filter_map(|(path, _)| path.strip_prefix("/api/v1/tickets/{number}/"));
    let known = maitred::http::operations();
    let left: Vec<&str> =
        single.filter(|name| !known.contains(name) && !SINGLE.iter().any(|(known, _)| known == name)).collect();
    assert!(left.is_empty(), "neither in src/http/operations.rs nor named as single: {left:?}");
}
