//! The real program, killed with SIGKILL: between any two steps of a story, and
//! in the middle of many people's work. What was acknowledged is there, once.

use crate::support::{Client, Content, Database, Process, Setup, on_both};
use maitred::store::{Options, Store};
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc;

/// What is on disk of a ticket: all of it but for what time does.
fn on_disk(process: &Process, number: &str) -> Json {
    let ada = process.as_user("ada");
    let ticket = ada.get(&format!("/tickets/{number}")).expect(200).json();
    let steps = ada.get(&format!("/tickets/{number}/steps?all=true&limit=200")).expect(200).json();
    let events = ada.get(&format!("/tickets/{number}/events?limit=200")).expect(200).json();
    json!({"ticket": ticket, "steps": steps, "events": events})
}

on_both! {
    fn killed_between_any_two_steps_the_story_goes_on(setup: Setup) {
        let database = setup.database;
        let mut process = Process::serve(&database, &Content::Shipped);
        let wish = json!({"item": "laptop", "form": {"model": "pro"}});
        let number = process.as_user("ann").post("/tickets", wish).expect(201).text("/number");
        let yes = || json!({"outcome": "approved"});
        let story = [
            ("approval Line manager", "max", "approval", "Line manager", yes()),
            ("approval Finance", "fay", "approval", "Finance", yes()),
            ("approval Finance", "finn", "approval", "Finance", yes()),
            ("cost", "ann", "cost", "", json!({"outcome": "confirmed"})),
            ("task Prepare the account", "dora", "task", "Prepare the account", json!({"outcome": "done"})),
            ("task Hand over", "lin", "task", "Hand over", json!({"outcome": "done", "output": {"handed_over_to": "Ann"}})),
        ];
        for (waits_for, who, kind, name, answer) in story {
            process.wait_until(&number, waits_for);
            // Of two things that may be under way, the reservation has had its time.
            let moving = kind == "cost" || kind == "task";
            let before = on_disk(&process, &number);
            process = process.killed_and_started(&database, &Content::Shipped);
            process.wait_until(&number, waits_for);
            if !moving {
                assert_eq!(on_disk(&process, &number), before, "before {waits_for} is answered");
            }
            process.answering(who, &number, kind, name, answer).expect(200);
        }
        process.wait_until(&number, "resolved");
        process = process.killed_and_started(&database, &Content::Shipped);
        let closed = process.as_user("ann").post(&format!("/tickets/{number}/close"), json!({})).expect(200);
        assert_eq!(closed.at("/closure_code"), "succeeded");
        process = process.killed_and_started(&database, &Content::Shipped);
        let events = process.as_user("ada").get(&format!("/tickets/{number}/events?limit=200")).expect(200);
        let settled = events.each("/type").iter().filter(|kind| *kind == "step.settled").count();
        assert_eq!(settled, 6, "each step once: {}", events.rows(&["seq", "type", "data/name"]));
        assert_eq!(process.as_user("ann").get("/tickets?count=true").expect(200).at("/count"), "1");
        process.kill();
        assert_eq!(closed.text("/resolution"), format!("Delivered {}", reserved(&database, "pro").join(" and ")));
    }

    fn killed_in_the_middle_of_its_calls_nothing_is_reserved_twice(setup: Setup) {
        let database = setup.database;
        let mut process = Process::serve(&database, &Content::Shipped);
        let mut tags = Vec::new();
        for _ in 0..3 {
            let number = process.as_user("ann").post("/tickets", wish()).expect(201).text("/number");
            let yes = json!({"outcome": "approved"});
            process.answering("max", &number, "approval", "Line manager", yes).expect(200);
            process.answering("ann", &number, "cost", "", json!({"outcome": "confirmed"})).expect(200);
            process = process.killed_and_started(&database, &Content::Shipped);
            process.answering("dora", &number, "task", "Prepare the account", json!({"outcome": "done"})).expect(200);
            let ticket = process.wait_until(&number, "task Hand over");
            let steps = process.as_user("ada").get(&format!("/tickets/{number}/steps")).expect(200).json();
            let task = steps["items"].as_array().unwrap().iter().find(|step| step["name"] == "Hand over").unwrap();
            tags.push(task["about"].as_str().unwrap().to_owned());
            assert_eq!(ticket["waiting_on"], json!(["task"]));
        }
        process.kill();
        assert_eq!(reserved(&database, "light"), tags);
    }

    fn killed_while_it_answers_the_repeat_finds_out(setup: Setup) {
        let database = setup.database;
        let mut process = Process::serve(&database, &Content::Shipped);
        let wish = json!({"item": "laptop", "form": {"model": "light"}});
        for round in 0..6 {
            let key = format!("round-{round}");
            let call = process.as_user("ann").post("/tickets", wish.clone()).key(&key);
            let asking = std::thread::spawn(move || call.try_send());
            process = process.killed_and_started(&database, &Content::Shipped);
            let asked = asking.join().unwrap();
            let again = process.as_user("ann").post("/tickets", wish.clone()).key(&key).expect(201);
            if let Some(acknowledged) = asked.filter(|answer| answer.status == 201) {
                assert_eq!(again.text("/number"), acknowledged.text("/number"));
            }
            let count = process.as_user("ann").get("/tickets?count=true").expect(200).at("/count");
            assert_eq!(count, json!((round + 1).to_string()));
        }
    }

    fn killed_under_load_every_acknowledged_ticket_is_there_once(setup: Setup) {
        let database = setup.database;
        let mut process = Process::serve(&database, &Content::Shipped);
        let mut tickets: BTreeMap<String, String> = BTreeMap::new();
        for round in 0..3 {
            let calls = work_until_killed(&mut process, round, 60);
            process = process.killed_and_started(&database, &Content::Shipped);
            for Begun { who, key, number } in calls {
                // Who was not answered asks again: the same ticket, whether it was made or not.
                let again = process.as_user(who).post("/tickets", wish()).key(&key).expect(201).text("/number");
                assert!(number.is_none_or(|number| number == again), "{key}");
                tickets.insert(key, again);
            }
        }
        let numbers: BTreeSet<String> = tickets.values().cloned().collect();
        assert_eq!(numbers.len(), tickets.len(), "no two calls made one ticket");
        let listed = all_numbers(&process.as_user("ada"));
        assert_eq!(listed.len(), numbers.len(), "none is there twice");
        assert_eq!(listed.into_iter().collect::<BTreeSet<_>>(), numbers, "what is there is what was asked for");
        for number in &numbers {
            let log = process.as_user("ada").get(&format!("/tickets/{number}/events")).expect(200).each("/type");
            assert_eq!(log.iter().filter(|kind| *kind == "ticket.submitted").count(), 1, "{number}");
            assert_eq!(process.as_user("ada").get(&format!("/tickets/{number}")).expect(200).at("/waiting_on"), json!(["approval"]));
        }
    }
}

/// The tags that the asset register has given out for a model, in their order.
fn reserved(database: &Database, model: &str) -> Vec<String> {
    let store = Store::open(&database.url(), Options::default()).unwrap();
    let shelf = store.reader().unwrap().plugin_get("asset", &format!("shelf/{model}")).unwrap().unwrap();
    store.shutdown();
    let shelf: Json = serde_json::from_str(&shelf).unwrap();
    let mut tags: Vec<String> =
        shelf["out"].as_object().unwrap().values().map(|tag| tag.as_str().unwrap().to_owned()).collect();
    tags.sort();
    assert_eq!(shelf["left"], json!(10 - tags.len()));
    tags
}

fn wish() -> Json {
    json!({"item": "laptop", "form": {"model": "light"}})
}

/// A call that was begun, and the number where it was answered.
struct Begun {
    who: &'static str,
    key: String,
    number: Option<String>,
}

/// Several people ask for one laptop after the other, each call under a key of
/// its own; when so many were acknowledged the process is killed.
fn work_until_killed(process: &mut Process, round: usize, enough: usize) -> Vec<Begun> {
    let clients = ["ann", "ann", "max", "fay", "finn", "viv", "mia", "kim"].map(|who| (who, process.as_user(who)));
    let (answered, answers) = mpsc::channel();
    std::thread::scope(|scope| {
        let working: Vec<_> = clients
            .into_iter()
            .enumerate()
            .map(|(n, (who, client))| {
                let answered = answered.clone();
                scope.spawn(move || work(who, &client, &format!("{round}/{n}"), &answered))
            })
            .collect();
        for _ in 0..enough {
            answers.recv().unwrap();
        }
        process.kill();
        working.into_iter().flat_map(|one| one.join().unwrap()).collect()
    })
}

/// One person's work until the server is gone.
fn work(who: &'static str, client: &Client, name: &str, answered: &mpsc::Sender<()>) -> Vec<Begun> {
    let mut begun = Vec::new();
    loop {
        let key = format!("{name}/{}", begun.len());
        let answer = client.post("/tickets", wish()).key(&key).try_send();
        let number = answer.map(|answer| {
            assert_eq!(answer.status, 201, "{}", String::from_utf8_lossy(&answer.body));
            answer.text("/number")
        });
        let gone = number.is_none();
        begun.push(Begun { who, key, number });
        answered.send(()).ok();
        if gone {
            return begun;
        }
    }
}

/// The number of every ticket, page by page.
fn all_numbers(client: &Client) -> Vec<String> {
    let (mut numbers, mut path) = (Vec::new(), "/tickets?limit=100".to_owned());
    loop {
        let page = client.get(&path).expect(200);
        numbers.extend(page.each("/number").iter().map(|number| number.as_str().unwrap().to_owned()));
        match page.at("/next_cursor").as_str() {
            Some(cursor) => path = format!("/tickets?limit=100&cursor={cursor}"),
            None => return numbers,
        }
    }
}
