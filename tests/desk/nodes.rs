//! Several nodes on one PostgreSQL: what one has done the other knows, and of
//! two who do the same one is quicker.

use crate::support::{Desk, Setup};
use serde_json::json;
use std::collections::BTreeSet;

/// Two nodes; none without PostgreSQL.
fn two() -> Option<(Desk, Desk)> {
    let one = Setup::postgres()?.start();
    let other = one.another_node();
    Some((one, other))
}

#[test]
fn a_story_may_be_told_to_either() {
    let Some((one, other)) = two() else { return };
    let number = one.submit("ann", "laptop", json!({"model": "pro"}));
    other.answer("max", &number, "approval", "approved");
    one.answer("fay", &number, "approval", "approved");
    other.answer("finn", &number, "approval", "approved");
    one.answer("ann", &number, "cost", "confirmed");
    other.settle();
    one.answer("dora", &number, "task:Prepare the account", "done");
    let handover = json!({"outcome": "done", "output": {"handed_over_to": "Ann Weber"}});
    other.answering("lin", &number, "task:Hand over", handover).expect(200);
    assert_eq!(one.act("ann", &number, "close", json!({})).at("/resolution"), "Delivered LT-000001");
}

#[test]
fn both_give_numbers_and_none_twice() {
    let Some((one, other)) = two() else { return };
    let ten = |desk: &Desk| -> Vec<String> {
        (0..10).map(|_| desk.submit("ann", "laptop", json!({"model": "light"}))).collect()
    };
    let numbers: BTreeSet<String> = std::thread::scope(|scope| {
        let working = [&one, &other].map(|desk| scope.spawn(move || ten(desk)));
        working.into_iter().flat_map(|node| node.join().unwrap()).collect()
    });
    assert_eq!(numbers.len(), 20);
    assert_eq!(one.as_user("ann").get("/tickets?count=true").expect(200).at("/count"), "20");
}

#[test]
fn twins_at_two_nodes_make_one_ticket() {
    let Some((one, other)) = two() else { return };
    for round in 0..5 {
        let key = format!("round-{round}");
        let calls = [&one, &other].map(|desk| {
            let wish = json!({"item": "laptop", "form": {"model": "light"}});
            desk.as_user("ann").post("/tickets", wish).key(&key)
        });
        let numbers: BTreeSet<String> = std::thread::scope(|scope| {
            let twins = calls.map(|call| scope.spawn(|| call.expect(201).text("/number")));
            twins.into_iter().map(|twin| twin.join().unwrap()).collect()
        });
        assert_eq!(numbers.len(), 1, "{numbers:?}");
    }
    assert_eq!(one.as_user("ann").get("/tickets?count=true").expect(200).at("/count"), "5");
}

#[test]
fn one_vote_counts_once_wherever_it_is_cast() {
    let Some((one, other)) = two() else { return };
    for _ in 0..5 {
        let number = one.submit("ann", "laptop", json!({"model": "pro"}));
        other.answer("max", &number, "approval", "approved");
        let calls =
            [&one, &other].map(|desk| desk.answering("fay", &number, "approval", json!({"outcome": "approved"})));
        let mut told: Vec<u16> = std::thread::scope(|scope| {
            let votes = calls.map(|call| scope.spawn(|| call.send().status));
            votes.into_iter().map(|vote| vote.join().unwrap()).collect()
        });
        told.sort_unstable();
        assert_eq!(told, [200, 409]);
        assert_eq!(one.open(&number, "approval")["quorum"]["approved"], 1);
    }
}

#[test]
fn the_last_two_votes_at_two_nodes_open_the_next_step_once() {
    let Some((one, other)) = two() else { return };
    for _ in 0..5 {
        let number = one.submit("ann", "laptop", json!({"model": "pro"}));
        one.answer("max", &number, "approval", "approved");
        let yes = json!({"outcome": "approved"});
        let calls =
            [one.answering("fay", &number, "approval", yes.clone()), other.answering("finn", &number, "approval", yes)];
        std::thread::scope(|scope| {
            for call in calls {
                scope.spawn(|| call.expect(200));
            }
        });
        assert_eq!(other.waits_for(&number), ["cost"]);
    }
}

#[test]
fn everything_said_to_either_is_kept_in_one_order() {
    let Some((one, other)) = two() else { return };
    let number = one.submit("ann", "laptop", json!({"model": "light"}));
    let path = format!("/tickets/{number}/comments");
    std::thread::scope(|scope| {
        for (who, desk) in [("ann", &one), ("max", &other), ("dora", &one), ("sam", &other)] {
            let path = &path;
            scope.spawn(move || {
                for n in 0..5 {
                    let said = json!({"text": format!("{who} {n}")});
                    let mut told = desk.as_user(who).post(path, said.clone()).key(&format!("{n}")).send();
                    // The other node was quicker five times: it is to be tried again.
                    while told.status == 503 {
                        told = desk.as_user(who).post(path, said.clone()).key(&format!("{n}")).send();
                    }
                    assert_eq!(told.status, 201, "{}", told.problem());
                }
            });
        }
    });
    assert_eq!(other.as_user("ann").get(&path).expect(200).each("/text").len(), 20);
    let log = one.as_user("ada").get(&format!("/tickets/{number}/events?limit=200")).expect(200).each("/seq");
    assert_eq!(log, (1..=log.len()).map(|seq| json!(seq)).collect::<Vec<_>>());
}

#[test]
fn who_signs_in_at_one_is_known_at_the_other() {
    let Some((one, other)) = two() else { return };
    let token =
        one.stranger().post("/session", json!({"username": "ann", "password": "ann"})).expect(200).text("/token");
    let elsewhere = crate::support::Client::with_token(other.address(), &token);
    elsewhere.get("/me").expect(200);
    one.as_user("ann");
    crate::support::Client::with_token(one.address(), &token).delete("/session").expect(204);
    // What was read is believed for five seconds.
    other.clock.advance(chrono::Duration::seconds(6));
    assert_eq!(elsewhere.get("/me").send().problem(), "401 unauthenticated");
}
