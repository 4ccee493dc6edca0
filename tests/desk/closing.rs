//! Resolving and closing: a better way for what is declined, the knowledge
//! decision, and silence after the resolution.

use crate::support::{Desk, Setup, on_both};
use chrono::Duration;
use serde_json::{Value as Json, json};

/// An item that people handle by themselves, and one whose script waits for the work.
fn items(setup: Setup) -> Setup {
    let by_hand = setup.item("help", json!({}), "assign(group(\"service-desk\"));");
    let work = "let done = handle(\"Look into it\", group(\"service-desk\"));\nresolve(done.resolution);";
    by_hand.item("look", json!({}), work)
}

/// A ticket of ann's that dora answers for.
fn accepted(desk: &Desk, item: &str) -> String {
    let number = desk.submit("ann", item, json!({}));
    desk.act("dora", &number, "accept", json!({}));
    number
}

fn declined(better_way: &str) -> Json {
    json!({"resolution": "We do not mend cars.", "outcome": "failed", "closure_reason": "out_of_scope", "better_way": better_way})
}

on_both! {
    fn what_is_out_of_scope_is_declined_with_a_better_way(setup: Setup) {
        let desk = items(setup).start();
        let number = accepted(&desk, "help");
        let path = format!("/tickets/{number}/resolve");
        let mut wish = declined("");
        assert_eq!(desk.as_user("dora").post(&path, wish.clone()).send().problem(), "422 invalid /better_way:required");
        wish.as_object_mut().unwrap().remove("better_way");
        assert_eq!(desk.as_user("dora").post(&path, wish).send().problem(), "422 invalid /better_way:required");
        let long = desk.as_user("dora").post(&path, declined(&"x".repeat(2_001))).send();
        assert_eq!(long.problem(), "422 invalid /better_way:maxLength");
        let wrong = json!({"resolution": "No.", "closure_reason": "out_of_scope", "better_way": "Ask them."});
        assert_eq!(desk.as_user("dora").post(&path, wrong).send().problem(), "422 invalid /closure_reason:enum");
        desk.as_user("dora").post(&path, declined("Ask the garage.")).expect(200);
        let seen = desk.ticket("ann", &number);
        assert_eq!(seen.at("/better_way"), json!({"text": "Ask the garage.", "item": null}));
        assert_eq!((seen.at("/resolution"), seen.at("/closure_reason")), (json!("We do not mend cars."), json!("out_of_scope")));
        let message = format!("{number} was declined: We do not mend cars. A better way: Ask the garage.");
        assert_eq!(desk.messages("ann"), [message]);
        assert_eq!(desk.act("ann", &number, "close", json!({})).at("/closure_code"), "failed");
    }

    fn a_better_way_may_be_an_item_that_they_may_ask_for(setup: Setup) {
        let closed = r#"{"title": "Board's car", "x-catalog": {"kind": "request", "available_to": {"groups": ["board"]}},
            "type": "object", "properties": {}}"#;
        let desk = items(setup).file("schemas/car.json", closed).file("workflows/car.rhai", "assign();").start();
        let number = accepted(&desk, "help");
        let path = format!("/tickets/{number}/resolve");
        let refused = desk.as_user("dora").post(&path, declined("car")).send();
        assert_eq!(refused.problem(), "422 invalid /better_way:not_available");
        desk.as_user("dora").post(&path, declined("software-installation")).expect(200);
        let way = desk.ticket("ann", &number).at("/better_way");
        assert_eq!(way, json!({"text": "Software installation", "item": "software-installation"}));
    }

    fn work_is_declined_with_a_better_way_too(setup: Setup) {
        let desk = items(setup).start();
        let number = accepted(&desk, "look");
        let answer = |output: Json| json!({"outcome": "failed", "comment": "Not ours.", "code": "out_of_scope", "output": output});
        let refused = |output: Json| desk.answering("dora", &number, "work", answer(output)).send().problem();
        assert_eq!(refused(json!({})), "422 invalid /output/better_way:required");
        assert_eq!(refused(json!({"better_way": 5})), "422 invalid /output/better_way:type");
        desk.answering("dora", &number, "work", answer(json!({"better_way": "Ask the garage."}))).expect(200);
        let seen = desk.ticket("ann", &number);
        assert_eq!((seen.at("/status"), seen.at("/better_way/text")), (json!("resolved"), json!("Ask the garage.")));
        let number = accepted(&desk, "look");
        let resolved = desk.act("dora", &number, "resolve", declined("laptop"));
        assert_eq!((resolved.at("/status"), resolved.at("/better_way/item")), (json!("resolved"), json!("laptop")));
    }

    fn the_owner_may_decline_at_the_close(setup: Setup) {
        let desk = items(setup).start();
        let number = accepted(&desk, "help");
        desk.act("dora", &number, "resolve", json!({"resolution": "Looked at it."}));
        let path = format!("/tickets/{number}/close");
        let mut wish = json!({"closure_code": "failed", "closure_reason": "out_of_scope"});
        assert_eq!(desk.as_user("dora").post(&path, wish.clone()).send().problem(), "422 invalid /better_way:required");
        wish["better_way"] = json!("Ask the garage.");
        assert_eq!(desk.as_user("ann").post(&path, wish.clone()).send().problem(), "403 forbidden");
        let closed = desk.as_user("dora").post(&path, wish).expect(200);
        assert_eq!((closed.at("/closure_code"), closed.at("/better_way/text")), (json!("failed"), json!("Ask the garage.")));
        assert!(desk.messages("ann").contains(&format!("{number} “help”: a better way is Ask the garage.")));
    }

    fn knowledge_is_decided_at_the_resolution_and_again_at_the_close(setup: Setup) {
        let desk = items(setup).start();
        let number = accepted(&desk, "help");
        let path = format!("/tickets/{number}/resolve");
        let wrong = json!({"resolution": "Held both keys.", "knowledge": "perhaps"});
        assert_eq!(desk.as_user("dora").post(&path, wrong).send().problem(), "422 invalid /knowledge:enum");
        let resolved = desk.act("dora", &number, "resolve", json!({"resolution": "Held both keys.", "knowledge": "create"}));
        assert_eq!((resolved.at("/knowledge/decision"), resolved.at("/knowledge/when")), (json!("create"), json!("resolved")));
        assert_eq!(resolved.at("/knowledge/by/username"), "dora");
        assert_eq!(desk.messages("kim"), [format!("{number} proposes an article: help")]);
        assert!(desk.ticket("ann", &number).json().get("knowledge").is_none(), "for staff alone");
        let close = format!("/tickets/{number}/close");
        let not_hers = desk.as_user("ann").post(&close, json!({"knowledge": "none"})).send();
        assert_eq!(not_hers.problem(), "403 forbidden");
        let closed = desk.act("dora", &number, "close", json!({"knowledge": "exists"}));
        assert_eq!((closed.at("/knowledge/decision"), closed.at("/knowledge/when")), (json!("exists"), json!("closed")));
        let log = desk.log(&number);
        let count = |kind: &str| log.iter().filter(|it| *it == kind).count();
        assert_eq!((count("knowledge.decided"), count("knowledge.proposed")), (2, 1), "{log:?}");
        let theirs = desk.as_user("ann").get(&format!("/tickets/{number}/events?limit=200")).expect(200).each("/type");
        assert!(theirs.iter().all(|kind| !kind.as_str().unwrap().starts_with("knowledge")), "{theirs:?}");
    }

    fn where_a_call_says_nothing_the_preset_decides(setup: Setup) {
        let desk = items(setup).start();
        let number = accepted(&desk, "help");
        let resolved = desk.act("dora", &number, "resolve", json!({"resolution": "Done."}));
        assert_eq!((resolved.at("/knowledge/decision"), resolved.at("/knowledge/by")), (json!("none"), Json::Null));
        let by_script = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        desk.answer("dora", &by_script, "task", "done");
        assert!(desk.ticket("dora", &by_script).json().get("knowledge").is_none(), "nobody wrote that resolution");
        let number = accepted(&desk, "look");
        let report = json!({"outcome": "done", "output": {"resolution": "It was the fuse."}});
        desk.answering("dora", &number, "work", report).expect(200);
        let closed = desk.act("dora", &number, "close", json!({}));
        assert_eq!((closed.at("/knowledge/decision"), closed.at("/knowledge/when")), (json!("none"), json!("closed")));
    }

    fn without_a_preset_the_decision_must_be_made(setup: Setup) {
        let strict = setup.replaced("workflows/policy.toml", "preset = \"none\"\n", "");
        let script = "resolve(\"Done by itself\", #{ knowledge: \"update\" });";
        let desk = items(strict).item("by-itself", json!({}), script).start();
        let number = accepted(&desk, "help");
        let path = format!("/tickets/{number}/resolve");
        let silent = desk.as_user("dora").post(&path, json!({"resolution": "Done."})).send();
        assert_eq!(silent.problem(), "422 invalid /knowledge:required");
        desk.act("dora", &number, "resolve", json!({"resolution": "Done.", "knowledge": "none"}));
        desk.act("dora", &number, "close", json!({}));
        let number = desk.submit("ann", "by-itself", json!({}));
        let seen = desk.ticket("dora", &number);
        assert_eq!((seen.at("/knowledge/decision"), seen.at("/knowledge/by")), (json!("update"), Json::Null));
        assert_eq!(desk.messages("kim"), [format!("{number} proposes an article: by-itself")]);
    }

    fn who_asked_is_reminded_and_then_silence_closes(setup: Setup) {
        let desk = items(setup).start();
        let number = accepted(&desk, "help");
        desk.act("dora", &number, "resolve", json!({"resolution": "Done"}));
        let headline = "resolved, waits for your confirmation; closes by itself Thu 26 Nov 2026, 10:00";
        assert_eq!(desk.ticket("ann", &number).at("/headline"), headline);
        let seen = desk.ticket("dora", &number).at("/headline");
        assert_eq!(seen, "resolved, waits for confirmation; closes by itself Thu 26 Nov 2026, 10:00");
        let explained = desk.as_user("ann").get(&format!("/tickets/{number}/explain")).expect(200);
        assert_eq!(explained.at("/sentence"), headline);
        assert_eq!(explained.at("/because"), json!([
            "Tue 24 Nov 2026, 10:00: the requester is reminded to confirm",
            "Wed 25 Nov 2026, 10:00: the requester is reminded to confirm",
            "Thu 26 Nov 2026, 10:00: it closes by itself",
        ]));
        let reminder = format!("{number} “help” waits for your confirmation. Without it, it closes by itself on Thu 26 Nov 2026, 10:00.");
        let reminded = |desk: &Desk| desk.messages("ann").iter().filter(|text| **text == reminder).count();
        desk.advance(Duration::days(1) + Duration::minutes(1));
        assert_eq!(reminded(&desk), 1);
        let desk = desk.restart();
        desk.advance(Duration::days(1));
        assert_eq!((reminded(&desk), desk.ticket("ann", &number).at("/status")), (2, json!("resolved")));
        desk.advance(Duration::days(1));
        let closed = desk.ticket("ann", &number);
        assert_eq!((closed.at("/status"), closed.at("/auto_closed")), (json!("closed"), json!(true)));
        desk.advance(Duration::days(9));
        assert_eq!(reminded(&desk), 2, "nothing fires any more");
    }

    fn a_confirmed_ticket_is_told_from_one_that_silence_closed(setup: Setup) {
        let desk = items(setup).start();
        let number = accepted(&desk, "help");
        desk.act("dora", &number, "resolve", json!({"resolution": "Done"}));
        let closed = desk.act("ann", &number, "close", json!({}));
        assert_eq!((closed.at("/auto_closed"), closed.at("/closure_code")), (json!(false), json!("succeeded")));
    }

    fn what_they_wrote_is_answered_before_silence_closes(setup: Setup) {
        let desk = items(setup).start();
        let number = accepted(&desk, "help");
        let says = |who: &str, body: Json| desk.as_user(who).post(&format!("/tickets/{number}/comments"), body).expect(201);
        desk.act("dora", &number, "resolve", json!({"resolution": "Done"}));
        desk.advance(Duration::hours(20));
        says("ann", json!({"text": "It blinks again."}));
        assert_eq!(desk.ticket("ann", &number).at("/headline"), "resolved; an answer to what you wrote is awaited");
        assert_eq!(desk.ticket("dora", &number).at("/headline"), "resolved; Ann Weber wrote and waits for an answer");
        assert_eq!(desk.messages("dora"), [format!("Ann Weber wrote on {number} “help”.")]);
        says("dora", json!({"text": "Who looks?", "internal": true}));
        desk.advance(Duration::days(8));
        assert_eq!(desk.ticket("ann", &number).at("/status"), "resolved");
        let told = format!("{number} “help” does not close: Ann Weber wrote and has no answer yet.");
        let times = || desk.messages("dora").iter().filter(|text| **text == told).count();
        assert_eq!(times(), 1, "the owner is told once");
        assert!(desk.log(&number).contains(&"close.withheld".to_owned()));
        says("dora", json!({"text": "That is as it should be."}));
        let headline = desk.ticket("dora", &number).at("/headline");
        assert!(headline.as_str().unwrap().starts_with("resolved, waits for confirmation; closes by itself"), "{headline}");
        desk.advance(Duration::days(6));
        assert_eq!(desk.ticket("ann", &number).at("/auto_closed"), true);
        assert_eq!(times(), 1);
    }

    fn silence_may_close_nothing_at_all(setup: Setup) {
        let off = setup.replaced("workflows/policy.toml", "auto = true", "auto = false");
        let desk = items(off).start();
        let number = accepted(&desk, "help");
        desk.act("dora", &number, "resolve", json!({"resolution": "Done"}));
        assert_eq!(desk.ticket("ann", &number).at("/headline"), "resolved, waits for your confirmation");
        desk.advance(Duration::days(30));
        assert_eq!(desk.ticket("ann", &number).at("/status"), "resolved");
        assert!(desk.messages("ann").contains(&format!("{number} “help” waits for your confirmation.")));
    }

    fn what_others_decide_is_no_code_of_the_owner_unless_they_did(setup: Setup) {
        let script = r#"
            try { approval("Boss", user("max")); } catch (err) { note("He said no."); }
            handle("Do it all the same", group("service-desk"));
        "#;
        let desk = items(setup).item("desk", json!({}), script).start();
        let number = accepted(&desk, "help");
        desk.act("dora", &number, "resolve", json!({"resolution": "Done."}));
        let close = |number: &str, code: &str| desk.as_user("dora").post(&format!("/tickets/{number}/close"), json!({"closure_code": code})).send();
        assert_eq!(close(&number, "approval_rejected").problem(), "422 invalid /closure_code:not_so");
        assert_eq!(close(&number, "cancelled_by_user").problem(), "422 invalid /closure_code:not_so");
        assert_eq!(close(&number, "failed").expecting(200).at("/closure_code"), "failed");

        let number = accepted(&desk, "desk");
        let no = json!({"outcome": "rejected", "code": "budget", "comment": "Not this year."});
        desk.answering("max", &number, "approval", no).expect(200);
        desk.act("dora", &number, "resolve", json!({"resolution": "Took an old one."}));
        let closed = close(&number, "approval_rejected").expecting(200);
        assert_eq!((closed.at("/closure_code"), closed.at("/rejection_code")), (json!("approval_rejected"), json!("budget")));

        let number = accepted(&desk, "look");
        desk.act("dora", &number, "assign", json!({"assignee": "dan"}));
        desk.as_user("ann").post(&format!("/tickets/{number}/cancel"), json!({})).expect(202);
        let no = json!({"outcome": "answered", "output": {"answer": "no"}, "comment": "Nearly done."});
        desk.answering("dora", &number, "question", no).expect(200);
        desk.act("dan", &number, "resolve", json!({"resolution": "Looked."}));
        assert_eq!(close(&number, "cancelled_by_user").expecting(200).at("/closure_code"), "cancelled_by_user");
    }

    fn the_reason_that_is_sent_with_the_work_is_the_tickets(desk: Desk) {
        let general = json!({"subject": "A plant", "wish": "I need a plant here", "area": "it"});
        let number = desk.submit("ann", "general-request", general.clone());
        desk.act("dora", &number, "accept", json!({}));
        let resolved = desk.act("dora", &number, "resolve", json!({"resolution": "Buy one.", "closure_reason": "advice_given"}));
        assert_eq!((resolved.at("/status"), resolved.at("/closure_reason")), (json!("resolved"), json!("advice_given")));
        let number = desk.submit("ann", "general-request", general);
        desk.act("dora", &number, "accept", json!({}));
        let failed = json!({"resolution": "No light.", "outcome": "failed", "closure_reason": "not_possible"});
        let resolved = desk.act("dora", &number, "resolve", failed);
        assert_eq!(resolved.at("/closure_reason"), "not_possible");
        let closed = desk.act("ann", &number, "close", json!({}));
        assert_eq!((closed.at("/closure_code"), closed.at("/closure_reason")), (json!("failed"), json!("not_possible")));
    }

    fn a_workaround_is_one_however_it_is_said(desk: Desk) {
        let form = json!({"summary": "Mail is slow", "about": "service", "service": "mail", "sign": "slow", "people": "person", "work": "yes"});
        for said in ["reason", "code"] {
            let number = desk.submit("ann", "report-incident", form.clone());
            desk.act("dora", &number, "accept", json!({}));
            let answer = |output: Json| {
                let body = json!({"outcome": "done", "code": "workaround", "output": output});
                desk.answering("dora", &number, "work", body)
            };
            let denied = answer(json!({"resolution": "Use the web page.", "workaround": false})).send();
            assert_eq!(denied.problem(), "422 invalid /output/workaround:contradiction");
            match said {
                "reason" => drop(desk.act("dora", &number, "resolve", json!({"resolution": "Use the web page.", "closure_reason": "workaround"}))),
                _ => drop(answer(json!({"resolution": "Use the web page."})).expect(200)),
            }
            desk.settle();
            assert_eq!(desk.ticket("dora", &number).at("/closure_reason"), "workaround", "{said}");
            let problems = desk.as_user("dora").get("/tickets?kind=problem").expect(200);
            assert_eq!(problems.each("/number").len(), 1, "{said}: one for the same summary");
        }
    }
}
