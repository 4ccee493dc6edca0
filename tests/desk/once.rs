//! Once: a call that is repeated under its `Idempotency-Key` is answered from
//! what the first one made, and versions tell who was quicker.

use crate::support::{Answer, Desk, Setup, on_both};
use serde_json::{Value as Json, json};

fn laptop() -> Json {
    json!({"item": "laptop", "form": {"model": "light"}})
}

fn replayed(answer: &Answer) -> bool {
    answer.header("idempotency-replayed") == Some("true")
}

on_both! {
    fn a_repeat_is_answered_with_the_same_ticket(desk: Desk) {
        let ann = desk.as_user("ann");
        let first = ann.post("/tickets", laptop()).key("k1").expect(201);
        let again = ann.post("/tickets", laptop()).key("k1").expect(201);
        assert!(!replayed(&first) && replayed(&again));
        assert_eq!(first.header("location"), again.header("location"));
        assert_eq!(first.json(), again.json());
        // The resource as it is now, not as it was.
        desk.answer("max", &first.text("/number"), "approval", "approved");
        let later = ann.post("/tickets", laptop()).key("k1").expect(201);
        assert_eq!((later.at("/waiting_on"), later.header("etag")), (json!(["cost"]), Some("\"2\"")));
        assert_eq!(ann.get("/tickets?count=true").expect(200).at("/count"), "1");
    }

    fn another_body_under_the_same_key_is_refused(desk: Desk) {
        let ann = desk.as_user("ann");
        ann.post("/tickets", laptop()).key("k1").expect(201);
        let other = json!({"item": "laptop", "form": {"model": "pro"}});
        assert_eq!(ann.post("/tickets", other).key("k1").send().problem(), "422 idempotency_key_reused");
        assert_eq!(ann.get("/tickets?count=true").expect(200).at("/count"), "1");
    }

    fn a_key_belongs_to_its_caller_and_its_route(desk: Desk) {
        let one = desk.as_user("ann").post("/tickets", laptop()).key("k1").expect(201).text("/number");
        let other = desk.as_user("max").post("/tickets", laptop()).key("k1").expect(201).text("/number");
        assert_ne!(one, other);
        let said = json!({"text": "Please hurry."});
        desk.as_user("ann").post(&format!("/tickets/{one}/comments"), said).key("k1").expect(201);
        desk.as_user("ann").post(&format!("/tickets/{one}/cancel"), json!({})).key("k1").expect(200);
    }

    fn the_same_key_on_another_ticket_is_another_call(desk: Desk) {
        let (one, two) = (desk.submit("ann", "laptop", json!({"model": "light"})), desk.submit("ann", "laptop", json!({"model": "light"})));
        let ann = desk.as_user("ann");
        ann.post(&format!("/tickets/{one}/cancel"), json!({})).key("k1").expect(200);
        let told = ann.post(&format!("/tickets/{two}/cancel"), json!({})).key("k1").send();
        assert_eq!(told.problem(), "422 idempotency_key_reused");
        assert_eq!(desk.ticket("ann", &two).at("/status"), "new", "it was not answered with the other ticket's end");
    }

    fn what_was_refused_is_not_kept(desk: Desk) {
        let ann = desk.as_user("ann");
        let wrong = json!({"item": "laptop", "form": {"model": "huge"}});
        assert_eq!(ann.post("/tickets", wrong).key("k1").send().status, 422);
        assert!(!replayed(&ann.post("/tickets", laptop()).key("k1").expect(201)));
    }

    fn a_key_is_printable_and_not_too_long(desk: Desk) {
        let ann = desk.as_user("ann");
        for key in ["", &"k".repeat(256), "schlüssel", "a\tb"] {
            assert_eq!(ann.post("/tickets", laptop()).key(key).send().problem(), "400 malformed", "{key}");
        }
        ann.post("/tickets", laptop()).key(&"k".repeat(255)).expect(201);
        assert_eq!(ann.post("/tickets", laptop()).key("a").key("b").send().problem(), "400 malformed");
    }

    fn twins_in_flight_make_one_ticket(desk: Desk) {
        let ann = desk.as_user("ann");
        for round in 0..5 {
            let key = format!("round-{round}");
            let answers: Vec<Answer> = std::thread::scope(|scope| {
                let call = || ann.post("/tickets", laptop()).key(&key).expect(201);
                let twins: Vec<_> = (0..8).map(|_| scope.spawn(call)).collect();
                twins.into_iter().map(|twin| twin.join().unwrap()).collect()
            });
            let numbers: std::collections::BTreeSet<String> = answers.iter().map(|answer| answer.text("/number")).collect();
            assert_eq!(numbers.len(), 1, "{numbers:?}");
            assert_eq!(answers.iter().filter(|answer| !replayed(answer)).count(), 1);
        }
        assert_eq!(ann.get("/tickets?count=true").expect(200).at("/count"), "5");
    }

    fn an_answer_and_a_comment_are_repeated_too(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let vote = desk.answering("max", &number, "approval", json!({"outcome": "approved"})).key("v1");
        let first = vote.clone().expect(200);
        let again = vote.expect(200);
        assert!(replayed(&again));
        assert_eq!(first.json(), again.json());
        let said = desk.as_user("ann").post(&format!("/tickets/{number}/comments"), json!({"text": "Thanks."})).key("c1");
        let first = said.clone().expect(201);
        let again = said.expect(201);
        assert!(replayed(&again));
        assert_eq!(first.json(), again.json());
        assert_eq!(desk.as_user("ann").get(&format!("/tickets/{number}/comments")).expect(200).each("/text").len(), 1);
    }

    fn a_repeat_after_a_restart_is_known(setup: Setup) {
        let desk = setup.start();
        let first = desk.as_user("ann").post("/tickets", laptop()).key("k1").expect(201).text("/number");
        let desk = desk.restart();
        let again = desk.as_user("ann").post("/tickets", laptop()).key("k1").expect(201);
        assert!(replayed(&again));
        assert_eq!(again.text("/number"), first);
    }

    fn a_client_that_hangs_up_changes_nothing(desk: Desk) {
        desk.as_user("ann").post("/tickets", laptop()).key("gone").send_and_hang_up();
        // Whether it arrived is told by the repeat: it is made in any case, once.
        desk.as_user("ann").post("/tickets", laptop()).key("gone").expect(201);
        assert_eq!(desk.as_user("ann").get("/tickets?count=true").expect(200).at("/count"), "1");
    }

    fn a_stale_version_is_refused_and_a_fresh_one_taken(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let path = format!("/tickets/{number}");
        let ann = desk.as_user("ann");
        let seen = ann.get(&path).expect(200);
        assert_eq!(seen.header("etag"), Some("\"1\""));
        assert_eq!(seen.at("/version"), 1);
        let changed = ann.patch(&path, json!({"title": "For the new colleague"})).if_match(&json!(1)).expect(200);
        assert_eq!(changed.header("etag"), Some("\"2\""));
        let stale = ann.patch(&path, json!({"title": "For me"})).if_match(&json!(1)).send();
        assert_eq!(stale.problem(), "412 precondition_failed");
        assert_eq!(ann.get(&path).expect(200).at("/title"), "For the new colleague");
        ann.patch(&path, json!({"title": "For both"})).if_match(&json!(2)).expect(200);
        ann.patch(&path, json!({"title": "For all"})).header("If-Match", "*").expect(200);
        assert_eq!(ann.patch(&path, json!({"title": "x"})).header("If-Match", "4").send().problem(), "400 malformed");
        // A weak tag never matches.
        assert_eq!(ann.patch(&path, json!({"title": "x"})).header("If-Match", "W/\"4\"").send().problem(), "412 precondition_failed");
        ann.get(&path).header("If-None-Match", "\"4\"").expect(200);
    }

    fn of_two_who_saw_the_same_one_is_quicker(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        for version in 1..=5 {
            let path = format!("/tickets/{number}");
            let statuses: Vec<u16> = std::thread::scope(|scope| {
                let twins = ["ann", "dora", "sam", "dan"].map(|who| {
                    let call = desk.as_user(who).patch(&path, json!({"title": format!("{who} {version}")}));
                    scope.spawn(move || call.if_match(&json!(version)).send().status)
                });
                twins.into_iter().map(|twin| twin.join().unwrap()).collect()
            });
            let mut sorted = statuses.clone();
            sorted.sort_unstable();
            assert_eq!(sorted, [200, 412, 412, 412], "{statuses:?}");
        }
    }

    fn without_a_version_all_are_taken_one_after_the_other(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        std::thread::scope(|scope| {
            for n in 0..12 {
                let (desk, path) = (&desk, format!("/tickets/{number}/comments"));
                scope.spawn(move || desk.as_user("ann").post(&path, json!({"text": format!("{n}")})).expect(201));
            }
        });
        assert_eq!(desk.ticket("ann", &number).at("/version"), 13);
        let log = desk.as_user("ada").get(&format!("/tickets/{number}/events?limit=200")).expect(200).each("/seq");
        assert_eq!(log, (1..=log.len()).map(|seq| json!(seq)).collect::<Vec<_>>());
    }
}
