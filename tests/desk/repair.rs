//! Repair by people: what went wrong is tried again, passed over or answered by
//! hand, and a stuck ticket goes on once its workflow is mended.

use crate::support::{Desk, Mood, Neighbour, Setup, on_both};
use chrono::Duration;
use serde_json::{Value as Json, json};

/// A device, whatever becomes of it.
const DEVICE: &str = r#"
let d = asset::reserve(#{ model: "light" }, #{ on_fail: "go_on" });
resolve(if d.ok { d.tag } else { `${d.outcome} ${d.code}: ${d.comment}` });
"#;

/// An item that asks this neighbour.
fn beside(setup: Setup, neighbour: &Neighbour, script: &str) -> Desk {
    let setup = setup.plugin_setting("asset", "neighbour", json!(neighbour.url()));
    setup.item("device", json!({}), script).start()
}

fn accepted(desk: &Desk, item: &str) -> String {
    let number = desk.submit("ann", item, json!({}));
    desk.act("dora", &number, "accept", json!({}));
    desk.settle();
    number
}

fn resolution(desk: &Desk, number: &str) -> String {
    desk.ticket("ann", number).text("/resolution")
}

on_both! {
    fn a_call_that_is_being_tried_is_tried_at_once_by_the_owner(setup: Setup) {
        let neighbour = Neighbour::start(Mood::Away);
        let desk = beside(setup, &neighbour, DEVICE);
        let number = accepted(&desk, "device");
        desk.advance(Duration::days(1));
        neighbour.set(Mood::Well);
        let asked = neighbour.asked().len();
        for (who, status) in [("ann", 403), ("lin", 403), ("sam", 403), ("fay", 404)] {
            assert_eq!(desk.mending(who, &number, "plugin", "retry", json!({})).send().status, status, "{who}");
        }
        assert_eq!(desk.mending("dora", &number, "plugin", "retry", json!({"now": true})).send().problem(), "422 invalid /now:unknown");
        assert_eq!(desk.mending("ann", &number, "plugin", "retry", json!({"now": true})).send().problem(), "403 forbidden");
        let step = desk.open(&number, "plugin")["id"].as_str().unwrap().to_owned();
        desk.mending("dora", &number, "plugin", "retry", json!({})).expect(200);
        let why = desk.as_user("dora").get(&format!("/tickets/{number}/explain")).expect(200);
        assert_eq!(why.at("/steps/0/next/0/what"), "try 1 of the call", "its attempts are counted anew");
        desk.settle();
        assert_eq!((resolution(&desk, &number), neighbour.asked().len()), ("NB-1".to_owned(), asked + 2));
        assert!(desk.log(&number).contains(&"step.retried".to_owned()));
        let again = desk.as_user("dora").post(&format!("/steps/{step}/retry"), json!({})).send();
        assert_eq!(again.problem(), "409 step_settled");
        let unknown = desk.as_user("dora").post("/steps/0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11/retry", json!({})).send();
        assert_eq!(unknown.problem(), "404 not_found");
    }

    fn a_refused_call_may_be_tried_again(setup: Setup) {
        let neighbour = Neighbour::start(Mood::OutOfStock);
        let desk = beside(setup, &neighbour, &DEVICE.replace(", #{ on_fail: \"go_on\" }", ""));
        let number = accepted(&desk, "device");
        assert_eq!(desk.open(&number, "plugin")["arguments"]["went_wrong"], "No light is left");
        let why = desk.as_user("dora").get(&format!("/tickets/{number}/explain")).expect(200);
        assert_eq!(why.at("/steps/0/moves_on"), "Dora Petrova lets it fail, tries it again or answers in its place");
        neighbour.set(Mood::Well);
        desk.mending("dora", &number, "plugin", "retry", json!({})).expect(200);
        desk.settle();
        assert_eq!(resolution(&desk, &number), "NB-1");
    }

    fn a_failed_task_goes_back_to_whom_it_was_asked_of(setup: Setup) {
        let desk = setup.item("job", json!({}), "task(\"Do it\", group(\"line-2\"));\nresolve(\"done\");\n").start();
        let number = accepted(&desk, "job");
        assert_eq!(desk.mending("dora", &number, "task", "retry", json!({})).send().problem(), "409 illegal_operation");
        desk.answering("lin", &number, "task", json!({"outcome": "failed", "comment": "The key is lost."})).expect(200);
        assert_eq!(desk.open(&number, "task")["for"]["users"][0]["username"], "dora");
        assert_eq!(desk.answering("lin", &number, "task", json!({"outcome": "done"})).send().problem(), "403 forbidden");
        desk.mending("dora", &number, "task", "retry", json!({})).expect(200);
        assert_eq!(desk.open(&number, "task")["for"]["groups"], json!(["line-2"]));
        desk.answer("lin", &number, "task", "done");
        assert_eq!(resolution(&desk, &number), "done");
    }

    fn a_ticket_that_failed_is_opened_again(setup: Setup) {
        let desk = setup
            .item("part", json!({}), "approval(\"Boss\", manager_of(requested_for));\nresolve(\"here\");\n")
            .item("whole", json!({}), "let p = open_ticket(\"part\", #{});\nresolve(p.number);\n")
            .start();
        let number = accepted(&desk, "whole");
        desk.answering("max", "SR-000002", "approval", json!({"outcome": "rejected", "code": "budget", "comment": "No."})).expect(200);
        desk.settle();
        assert_eq!(desk.open(&number, "ticket")["for"]["users"][0]["username"], "dora");
        desk.mending("dora", &number, "ticket", "retry", json!({})).expect(200);
        desk.settle();
        assert_eq!(desk.open(&number, "ticket")["arguments"]["number"], "SR-000003");
        desk.answer("max", "SR-000003", "approval", "approved");
        desk.act("ann", "SR-000003", "close", json!({}));
        desk.settle();
        assert_eq!(resolution(&desk, &number), "SR-000003");
    }

    fn a_skipped_call_is_a_refusal_of_its_own(setup: Setup) {
        let neighbour = Neighbour::start(Mood::Away);
        let desk = beside(setup, &neighbour, DEVICE);
        let number = accepted(&desk, "device");
        let why = || json!({"reason": "The register is written by hand tonight."});
        for (who, status) in [("ann", 403), ("lin", 403), ("fay", 404)] {
            assert_eq!(desk.mending(who, &number, "plugin", "skip", why()).send().status, status, "{who}");
        }
        for (wrong, problem) in [
            (json!({}), "422 invalid /reason:required"),
            (json!({"reason": "no"}), "422 invalid /reason:minLength"),
            (json!({"reason": "x".repeat(2_001)}), "422 invalid /reason:maxLength"),
            (json!({"reason": 7}), "422 invalid /reason:type"),
        ] {
            assert_eq!(desk.mending("ada", &number, "plugin", "skip", wrong).send().problem(), problem);
        }
        desk.mending("ada", &number, "plugin", "skip", why()).expect(200);
        assert_eq!(resolution(&desk, &number), "refused skipped: The register is written by hand tonight.");
        let asked = neighbour.asked().len();
        desk.advance(Duration::days(1));
        assert_eq!(neighbour.asked().len(), asked, "the call is not made any more");
    }

    fn a_wait_and_an_optional_task_are_skipped_and_nothing_else(setup: Setup) {
        let script = r#"
            let w = wait("9d");
            let t = task("Dust it", group("line-2"), #{ optional: true });
            task("Clean it", group("line-2"));
            resolve(w.outcome + " " + t.outcome);
        "#;
        let desk = setup.item("job", json!({}), script).start();
        let number = accepted(&desk, "job");
        let why = || json!({"reason": "Nobody has the time."});
        desk.mending("dora", &number, "wait", "skip", why()).expect(200);
        let step = desk.mending("ada", &number, "task", "skip", why()).expect(200);
        assert_eq!((step.at("/outcome"), step.at("/comment"), step.at("/answered_by/username")), (json!("skipped"), json!("Nobody has the time."), json!("ada")));
        assert_eq!(desk.mending("ada", &number, "task", "skip", why()).send().problem(), "409 illegal_operation", "it is not optional");
        desk.mending("dora", &number, "task", "skip", why()).expect(200);
        assert_eq!(resolution(&desk, &number), "skipped skipped");
        let laptop = desk.submit("ann", "laptop", json!({"model": "light"}));
        assert_eq!(desk.mending("ada", &laptop, "approval", "skip", why()).send().problem(), "409 illegal_operation");
    }

    fn an_answer_by_hand_is_what_the_function_promises(setup: Setup) {
        let neighbour = Neighbour::start(Mood::Away);
        let desk = beside(setup, &neighbour, DEVICE);
        let number = accepted(&desk, "device");
        let hand = |output: Json| desk.answering("dora", &number, "plugin", json!({"outcome": "done", "output": output}));
        assert_eq!(hand(json!({"tag": "", "model": "light", "price": -1})).send().problem(), "422 invalid /output/price:minimum /output/tag:minLength");
        assert_eq!(hand(json!({"tag": "A-1"})).send().problem(), "422 invalid /output/model:required /output/price:required");
        assert_eq!(hand(json!(["A-1"])).send().problem(), "422 invalid /output:type");
        hand(json!({"tag": "A-1", "model": "light", "price": 1})).expect(200);
        assert_eq!(resolution(&desk, &number), "A-1");
    }

    fn a_mended_script_takes_over_where_its_own_cannot_go_on(setup: Setup) {
        let broken = "approval(\"Boss\", manager_of(requested_for));\nlet x = 1 / form.n;\nresolve(\"x\" + x);\n";
        let desk = setup.item("sum", json!({"n": {"type": "integer"}}), broken).start();
        let stuck = |n: i64| {
            let number = desk.submit("ann", "sum", json!({"n": n}));
            desk.answer("max", &number, "approval", "approved");
            number
        };
        let number = stuck(0);
        let ticket = desk.ticket("ada", &number);
        assert_eq!((ticket.at("/flags/stuck"), ticket.at("/fault/line")), (json!(true), json!(2)));
        let resumes = |who: &str| desk.ticket(who, &number).at("/actions").as_array().unwrap().contains(&json!("resume"));
        assert_eq!(["ada", "dora", "ann"].map(resumes), [true, false, false], "offered to whom it is allowed");
        let help = ticket.text("/fault/help");
        let page = desk.as_user("ada").get(&help).expect(200);
        assert_eq!(page.at("/code"), ticket.at("/fault/code"));
        assert!(page.text("/title").len() > 5 && page.text("/remedy").len() > 20, "{:#}", page.json());
        for (wrong, problem) in [(json!({"migrate": 1}), "422 invalid /migrate:type"), (json!({"migrat": true}), "422 invalid /migrat:unknown")] {
            assert_eq!(desk.as_user("ada").post(&format!("/tickets/{number}/resume"), wrong).send().problem(), problem);
        }
        let mended = broken.replace("let x = 1 / form.n;", "let x = if form.n == 0 { 0 } else { 1 / form.n };");
        desk.as_user("ada").call("PUT", "/workflows/sum").json(&json!({"source": mended})).expect(200);
        assert_eq!(desk.act("ada", &number, "resume", json!({"migrate": false})).at("/flags/stuck"), json!(true), "its own is as it was");
        assert_eq!(desk.act("ada", &number, "resume", json!({})).at("/resolution"), "x0");
        assert!(!resumes("ada"), "it is not stuck any more");
        let events = desk.as_user("ada").get(&format!("/tickets/{number}/events?limit=200")).expect(200).at("/items");
        let resumed: Vec<&Json> = events.as_array().unwrap().iter().filter(|event| event["type"] == "ticket.resumed").collect();
        assert_eq!(resumed.len(), 2);
        assert!(resumed[0]["data"]["from"].is_null() && resumed[1]["data"]["from"].is_string(), "{resumed:?}");
    }

    fn a_version_that_has_another_story_does_not_take_over(setup: Setup) {
        let broken = "approval(\"Boss\", manager_of(requested_for));\nlet x = 1 / form.n;\nresolve(\"x\" + x);\n";
        let desk = setup.item("sum", json!({"n": {"type": "integer"}}), broken).start();
        let number = desk.submit("ann", "sum", json!({"n": 0}));
        desk.answer("max", &number, "approval", "approved");
        let other = "task(\"Count\", group(\"service-desk\"));\nresolve(\"x\");\n";
        desk.as_user("ada").call("PUT", "/workflows/sum").json(&json!({"source": other})).expect(200);
        let refused = desk.as_user("ada").post(&format!("/tickets/{number}/resume"), json!({"migrate": true})).send();
        assert_eq!(refused.problem(), "409 illegal_operation");
        assert_eq!(refused.at("/faults/0/code"), "divergence");
        let ticket = desk.act("ada", &number, "resume", json!({}));
        assert_eq!((ticket.at("/flags/stuck"), ticket.at("/fault/line")), (json!(true), json!(2)), "it keeps its own version and fault");
    }
}
