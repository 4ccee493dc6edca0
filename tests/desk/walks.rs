//! Random walks through the public API: anybody does anything, each operation
//! but attaching files, to tickets that get linked, merged and split, while
//! time passes. What is shown as allowed is what is allowed; no answer is a
//! mistake of the desk's; the log has no gap and tells each change; no change
//! that was confirmed is lost. (Walks over decisions alone, many more of them,
//! stand beside `desk::decide`.)

use super::kinds::of_all_kinds;
use crate::support::{Answer, Desk, Setup, on_both};
use chrono::Duration;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};

const PEOPLE: [&str; 8] = ["ann", "max", "fay", "dora", "dan", "lin", "sam", "ada"];
/// Moves of one walk.
const STEPS: usize = 16;
/// Walks where `MAITRED_WALKS` does not say how many.
const WALKS: usize = 60;
const TITLE: u32 = 9;
const COMMENT: u32 = 14;

/// An operation as the ticket's `actions` name it, with its call.
struct Wish {
    action: &'static str,
    method: &'static str,
    rest: &'static str,
    body: Json,
}

fn wish(what: u32, way: u32, other: &str, desk: &Desk) -> Wish {
    let one = |of: &[&str]| of[way as usize % of.len()].to_owned();
    let even = way.is_multiple_of(2);
    let (action, method, rest, body) = match what {
        0 | 1 => ("accept", "POST", "/accept", json!({})),
        2 => (
            "assign",
            "POST",
            "/assign",
            if even {
                json!({"group": one(&["service-desk", "line-2"]), "reason": "there"})
            } else {
                json!({"assignee": one(&["dora", "dan", "lin"]), "reason": "there"})
            },
        ),
        3 => ("return", "POST", "/return", json!({"reason": "not our field", "suggestion": "ask line 2"})),
        4 => (
            "escalate",
            "POST",
            "/escalate",
            if even {
                json!({"group": "line-2", "reason": "hard"})
            } else {
                json!({"level": "manager", "reason": "late"})
            },
        ),
        5 => ("owner", "POST", "/owner", json!({"owner": one(&["dora", "dan"]), "reason": "on leave"})),
        6 => (
            "resolve",
            "POST",
            "/resolve",
            json!({"resolution": "done by hand", "outcome": one(&["done", "done", "failed"]), "children": even}),
        ),
        7 => ("close", "POST", "/close", json!({})),
        8 => ("cancel", "POST", "/cancel", json!({"reason": "no need"})),
        TITLE => ("change", "PATCH", "", json!({"title": format!("Title {way}")})),
        10 => ("change", "PATCH", "", json!({"urgency": one(&["low", "normal", "high"])})),
        11 => ("hold", "POST", "/hold", json!({"code": one(&["customer", "supplier"]), "reason": "waiting"})),
        12 => ("unhold", "POST", "/unhold", json!({})),
        13 => (
            "open_step",
            "POST",
            "/steps",
            json!({"kind": "task", "name": "More", "for": {"groups": ["service-desk"]}}),
        ),
        COMMENT => ("comment", "POST", "/comments", json!({"text": format!("Said {way}.")})),
        15 => ("reopen", "POST", "/reopen", json!({"reason": "it is broken again"})),
        16 => ("follow_up", "POST", "/follow-up", json!({"reached": even, "satisfied": even})),
        17 => ("rating", "POST", "/rating", json!({"score": 1 + way % 5})),
        18 => (
            "link",
            "POST",
            "/links",
            json!({"type": one(&["relates_to", "parent_of", "duplicates"]), "to": other, "reason": "so"}),
        ),
        19 => ("link", "DELETE", "/links", json!({"type": one(&["relates_to", "parent_of", "child_of"]), "to": other})),
        20 => ("merge", "POST", "/merge", json!({"into": other, "reason": "the same"})),
        21 => ("split", "POST", "/split", json!({"item": "wish", "form": {"what": "x"}, "reason": "of its own"})),
        22 => ("watch", if even { "POST" } else { "DELETE" }, "/watchers", json!({})),
        23 => ("work", "POST", "/work", json!({"minutes": 1 + way % 60, "note": "looked"})),
        24 => (
            "appoint",
            "POST",
            "/appointments",
            json!({"start": desk.now().plus(Duration::hours(3)), "end": desk.now().plus(Duration::hours(4))}),
        ),
        25 => (
            "reclassify",
            "POST",
            "/reclassify",
            json!({"item": one(&["wish", "swap", "fault"]), "form": {"what": "x"}, "reason": "it is that"}),
        ),
        26 => {
            ("restrict", "POST", "/restrict", json!({"group": one(&["line-2", "service-desk"]), "reason": "staff's"}))
        }
        _ => ("unrestrict", "POST", "/unrestrict", json!({"reason": "no more"})),
    };
    Wish { action, method, rest, body }
}

/// What a walk has seen confirmed.
struct Walk<'a> {
    desk: &'a Desk,
    numbers: Vec<String>,
    titles: BTreeMap<String, String>,
    said: BTreeMap<String, BTreeSet<String>>,
    trace: Vec<String>,
}

impl Walk<'_> {
    fn read(&self, who: &str, number: &str) -> Option<Json> {
        let answer = self.desk.as_user(who).get(&format!("/tickets/{number}")).send();
        assert!([200, 404].contains(&answer.status), "{}", self.told(&answer));
        (answer.status == 200).then(|| answer.json())
    }

    fn told(&self, answer: &Answer) -> String {
        format!("{}\nafter {:#?}", answer.shown(), self.trace)
    }

    /// Somebody wishes something of one of the tickets.
    fn wish(&mut self, who: &str, which: usize, what: u32, way: u32) {
        let number = self.numbers[which % self.numbers.len()].clone();
        let other = self.numbers[(which + 1) % self.numbers.len()].clone();
        let Wish { action, method, rest, body } = wish(what, way, &other, self.desk);
        let seen = self.read(who, &number);
        let shown = seen.as_ref().is_some_and(|ticket| ticket["actions"].as_array().unwrap().contains(&json!(action)));
        let call = self.desk.as_user(who).call(method, &format!("/tickets/{number}{rest}")).json(&body);
        let answer = call.send();
        self.trace.push(format!("{who} {method} {number}{rest} {body}: {}", answer.status));
        match answer.status {
            200 | 201 | 204 => {
                // Who may lift it need not see it.
                assert!(
                    shown || seen.is_none() && action == "unrestrict",
                    "not shown: {action}: {}",
                    self.told(&answer)
                );
                self.note(&number, what, way);
                if action == "split" {
                    self.numbers.push(answer.text("/number"));
                }
            }
            404 if seen.is_none() => {}
            403 => assert!(!shown, "shown {action}: {}", self.told(&answer)),
            // The other ticket may be out of sight, and what is linked may be linked so already.
            404 => assert!(["link", "merge"].contains(&action), "{}", self.told(&answer)),
            409 | 422 => {}
            _ => panic!("{}", self.told(&answer)),
        }
        if answer.status < 300
            && let (Some(before), Some(after)) = (seen, self.read(who, &number))
        {
            let (before, after) = (before["version"].as_i64().unwrap(), after["version"].as_i64().unwrap());
            // To watch twice changes nothing, and a part split off is told to the ticket soon after.
            let same = ["watch", "split"].contains(&action) && after == before;
            assert!(after > before || same, "{}", self.told(&answer));
        }
    }

    /// Keeps in mind what must be found at the end.
    fn note(&mut self, number: &str, what: u32, way: u32) {
        match what {
            TITLE => drop(self.titles.insert(number.to_owned(), format!("Title {way}"))),
            COMMENT => drop(self.said.entry(number.to_owned()).or_default().insert(format!("Said {way}."))),
            _ => {}
        }
    }

    /// Somebody answers whatever waits for them.
    fn answer(&mut self, who: &str, way: u32) {
        let inbox = self.desk.as_user(who).get("/inbox?limit=200").expect(200).json();
        let steps = inbox["items"].as_array().unwrap();
        let Some(step) = steps.get(way as usize % steps.len().max(1)) else { return };
        let (id, kind) = (step["id"].as_str().unwrap(), step["kind"].as_str().unwrap());
        let outcome = match (kind, way % 5) {
            ("approval", 0) => "rejected",
            ("approval", 1) => "returned",
            ("approval", _) => "approved",
            ("cost", 0) => "declined",
            ("cost", _) => "confirmed",
            ("question", _) => "answered",
            (_, 0) => "failed",
            _ => "done",
        };
        let mut body = json!({"outcome": outcome, "comment": "because"});
        match (kind, outcome) {
            (_, "rejected") => body["code"] = json!("budget"),
            ("work", _) => body["output"] = json!({"resolution": "worked on"}),
            ("question", _) => body["output"] = json!({"answer": "yes"}),
            _ => {}
        }
        let answer = self.desk.as_user(who).post(&format!("/steps/{id}/answer"), body).send();
        self.trace.push(format!("{who} answers {} {kind}: {}", step["ticket"], answer.status));
        assert!([200, 403, 404, 409, 422].contains(&answer.status), "{}", self.told(&answer));
    }

    /// What holds of every ticket, whatever was done.
    fn sound(&self) {
        for number in &self.numbers {
            let digits = maitred::model::ticket::parse_number(number).unwrap();
            let mut reader = self.desk.desk.store().reader().unwrap();
            let state = reader.state(digits, maitred::store::Depth::All).unwrap().unwrap();
            let ticket = &state.ticket;
            let events = reader.events(ticket.id, 0, 1_000).unwrap();
            let place = || format!("{number}\nafter {:#?}", self.trace);
            let seqs: Vec<i64> = events.iter().map(|event| event.seq).collect();
            assert_eq!(seqs, (1..=ticket.last_seq).collect::<Vec<_>>(), "the log has a gap: {}", place());
            assert!(events.windows(2).all(|pair| pair[0].at <= pair[1].at), "the log goes back: {}", place());
            let closed = ticket.status == maitred::model::status::Status::Closed;
            assert_eq!(closed, ticket.closed_at.is_some(), "{}", place());
            assert!(!closed || ticket.closure_code.is_some(), "closed without a code: {}", place());
            assert!(!ticket.status.is_open() || ticket.closure_code.is_none(), "open with a code: {}", place());
            assert!(!ticket.flags.stuck, "{:?}: {}", ticket.fault, place());
            assert!(
                !closed || !state.journal.iter().flatten().any(|row| row.is_open()),
                "closed with open steps: {}",
                place()
            );
            if let Some(title) = self.titles.get(number) {
                assert_eq!(&ticket.title, title, "a confirmed change is lost: {}", place());
            }
            let texts: BTreeSet<String> =
                reader.comments(ticket.id, true).unwrap().into_iter().map(|said| said.text).collect();
            for said in self.said.get(number).into_iter().flatten() {
                assert!(texts.contains(said), "a comment is lost: {}", place());
            }
        }
    }
}

fn moves() -> impl Strategy<Value = Vec<(usize, usize, u32, u32)>> {
    prop::collection::vec((0..PEOPLE.len(), 0usize..4, 0u32..34, any::<u32>()), STEPS)
}

on_both! {
    fn whoever_does_whatever_all_tickets_stay_sound(setup: Setup) {
        let desk = of_all_kinds(setup).start();
        let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
        let config = Config { failure_persistence: None, ..Config::default() };
        let mut runner = TestRunner::new_with_rng(config, rng);
        let walks = std::env::var("MAITRED_WALKS").ok().and_then(|text| text.parse().ok()).unwrap_or(WALKS);
        for n in 0..walks {
            let item = ["laptop", "wish", "swap", "fault"][n % 4];
            let form = if item == "laptop" { json!({"model": "light"}) } else { json!({"what": "x"}) };
            let numbers = vec![desk.submit("ann", item, form), desk.submit("max", "wish", json!({"what": "y"}))];
            let mut walk = Walk { desk: &desk, numbers, titles: BTreeMap::new(), said: BTreeMap::new(), trace: Vec::new() };
            for (who, which, what, way) in moves().new_tree(&mut runner).unwrap().current() {
                match what {
                    0..=27 => walk.wish(PEOPLE[who], which, what, way),
                    28..=31 => walk.answer(PEOPLE[who], way),
                    32 => desk.settle(),
                    _ => desk.advance(Duration::hours(i64::from(way % 40))),
                }
            }
            desk.settle();
            walk.sound();
        }
    }

    fn what_many_do_to_one_ticket_at_once_is_all_there(setup: Setup) {
        let desk = of_all_kinds(setup).start();
        let number = desk.submit("ann", "wish", json!({"what": "x"}));
        desk.act("dora", &number, "accept", json!({}));
        let before = desk.ticket("dora", &number).at("/version").as_i64().unwrap();
        let busy = ["dora", "dan", "lin", "sam", "ann", "ada"];
        let confirmed: usize = std::thread::scope(|scope| {
            let each = |who: &'static str| {
                let (desk, number) = (&desk, &number);
                move || {
                    let client = desk.as_user(who);
                    let say = |n| client.post(&format!("/tickets/{number}/comments"), json!({"text": format!("{who} {n}")})).expect(201);
                    let change = |n| client.patch(&format!("/tickets/{number}"), json!({"title": format!("{who} {n}")})).send().status;
                    (0..8).map(|n| { say(n); 1 + usize::from(change(n) == 200) }).sum::<usize>()
                }
            };
            let threads: Vec<_> = busy.map(|who| scope.spawn(each(who))).into();
            threads.into_iter().map(|thread| thread.join().unwrap()).sum()
        });
        let ticket = desk.ticket("dora", &number);
        assert_eq!(ticket.at("/version").as_i64().unwrap() - before, i64::try_from(confirmed).unwrap());
        let said = desk.as_user("dora").get(&format!("/tickets/{number}/comments?limit=200")).expect(200).each("/text");
        for who in busy {
            assert!((0..8).all(|n| said.contains(&json!(format!("{who} {n}")))), "{who}: {said:?}");
        }
        let seqs = desk.as_user("ada").get(&format!("/tickets/{number}/events?limit=200")).expect(200).each("/seq");
        assert_eq!(seqs, (1..=seqs.len()).map(|seq| json!(seq)).collect::<Vec<_>>());
        let titles = desk.log(&number).iter().filter(|kind| *kind == "ticket.changed").count();
        assert_eq!(titles, confirmed - busy.len() * 8, "each confirmed change has its entry");
    }
}
