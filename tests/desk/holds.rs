//! Holds: nothing is done on a ticket for a while, for a reason of the policy.

use crate::support::{Desk, Setup, on_both};
use chrono::Duration;
use serde_json::{Value as Json, json};

/// A ticket under a service level whose script waits for its work, accepted by dora.
fn with_work(setup: Setup) -> (Desk, String) {
    let schema = r#"{"title": "Outage", "x-catalog": {"kind": "request"}, "type": "object",
        "additionalProperties": false, "properties": {}}"#;
    let script = r#"
        sla("hardware");
        try { handle("Restore the service", group("service-desk"), #{ on_timeout: "remind" }); }
        catch (e) { note("tidied up after " + e.kind); }
        resolve("Done");
    "#;
    let desk = setup.file("schemas/outage.json", schema).file("workflows/outage.rhai", script).start();
    let number = desk.submit("ann", "outage", json!({}));
    desk.act("dora", &number, "accept", json!({}));
    (desk, number)
}

fn customer() -> Json {
    json!({"code": "customer", "reason": "Please send the serial number."})
}

on_both! {
    fn the_requester_is_waited_for_and_their_answer_ends_it(setup: Setup) {
        let (desk, number) = with_work(setup);
        let due = desk.ticket("dora", &number).at("/sla/resolve_due");
        assert_eq!(due, "2026-12-07T09:00:00.000000Z");
        let held = desk.act("dora", &number, "hold", customer());
        assert_eq!((held.at("/flags/on_hold"), held.at("/sla/paused")), (json!(true), json!(true)));
        let actions = held.at("/actions");
        let has = |name: &str| actions.as_array().unwrap().iter().any(|action| action == name);
        assert!(has("unhold") && !has("hold"), "{actions}");
        let seen = desk.ticket("ann", &number);
        assert_eq!(seen.at("/headline"), "on hold: Waiting for you, since Mon 23 Nov 2026, 10:00");
        assert_eq!(seen.at("/hold/reason"), "Please send the serial number.");
        let others = "on hold: waits for Ann Weber’s reply, since Mon 23 Nov 2026, 10:00";
        assert_eq!(desk.ticket("dora", &number).at("/headline"), others);
        let sentence = desk.as_user("dora").get(&format!("/tickets/{number}/explain")).expect(200).at("/sentence");
        assert_eq!(sentence, others);
        let ask = format!("{number} “Outage” waits for you: Please send the serial number.");
        assert_eq!(desk.messages("ann").join("\n"), ask);
        desk.advance(Duration::days(1) + Duration::minutes(1));
        assert_eq!(desk.messages("ann"), [ask.clone(), ask], "reminded after a working day");
        let explained = desk.as_user("dora").get(&format!("/tickets/{number}/explain")).expect(200);
        assert_eq!(explained.at("/because/1"), "Tue 1 Dec 2026, 10:00: it is given up if nobody answers");
        desk.as_user("dora").post(&format!("/tickets/{number}/comments"), json!({"text": "Still waiting."})).expect(201);
        assert_eq!(desk.ticket("ann", &number).at("/flags/on_hold"), true, "only who asked answers");
        desk.advance(Duration::days(1) - Duration::minutes(1));
        desk.as_user("ann").post(&format!("/tickets/{number}/comments"), json!({"text": "It is 4711."})).expect(201);
        let goes_on = desk.ticket("dora", &number);
        assert_eq!((goes_on.at("/flags/on_hold"), goes_on.at("/sla/paused")), (json!(false), json!(false)));
        assert_eq!(goes_on.at("/sla/resolve_due"), "2026-12-09T09:00:00.000000Z", "two working days later");
        assert!(goes_on.json().get("hold").is_none());
        assert!(desk.messages("dora").contains(&format!("{number}: Ann Weber answered; it goes on.")));
        desk.advance(Duration::days(9));
        assert_eq!(desk.ticket("ann", &number).at("/status"), "accepted", "nothing of the hold fires any more");
    }

    fn what_waits_for_a_reply_or_a_confirmation_waits_for_who_asked(setup: Setup) {
        let (desk, number) = with_work(setup);
        let waits = |who: &str| {
            let listed = desk.as_user(who).get("/tickets?waiting_for_me=true&count=true").expect(200);
            let queues = desk.as_user(who).get("/queues").expect(200).at("/items");
            let queue = queues.as_array().unwrap().iter().find(|queue| queue["key"] == "waiting_for_me").cloned().unwrap();
            assert_eq!(queue["count"], listed.at("/count"), "{who}");
            let same = desk.as_user(who).get(&format!("/tickets?{}", queue["filters"].as_str().unwrap())).expect(200);
            assert_eq!(same.each("/number"), listed.each("/number"), "{who}");
            listed.each("/number").contains(&json!(number))
        };
        assert!(!waits("ann"));
        desk.as_user("dora").post(&format!("/tickets/{number}/comments"), json!({"text": "Which colour?", "awaits_reply": true})).expect(201);
        assert!(waits("ann") && !waits("max"));
        desk.as_user("ann").post(&format!("/tickets/{number}/comments"), json!({"text": "Red."})).expect(201);
        assert!(!waits("ann"), "it was answered");
        desk.act("dora", &number, "hold", customer());
        assert!(waits("ann"));
        desk.act("dora", &number, "unhold", json!({}));
        assert!(!waits("ann"));
        desk.act("sam", &number, "resolve", json!({"resolution": "Done.", "force": "It is done."}));
        assert!(desk.ticket("ann", &number).text("/headline").starts_with("resolved, waits for your confirmation"));
        assert!(waits("ann") && !waits("dora"));
        desk.as_user("ann").post(&format!("/tickets/{number}/comments"), json!({"text": "It is not."})).expect(201);
        assert_eq!(desk.ticket("ann", &number).at("/headline"), "resolved; an answer to what you wrote is awaited");
        assert!(!waits("ann"), "now others are waited for");
        desk.as_user("dora").post(&format!("/tickets/{number}/comments"), json!({"text": "Look again."})).expect(201);
        assert!(waits("ann"));
        desk.act("ann", &number, "close", json!({}));
        assert!(!waits("ann"));
    }

    fn silence_gives_the_ticket_up_and_the_script_tidies_up(setup: Setup) {
        let (desk, number) = with_work(setup);
        desk.act("dora", &number, "hold", customer());
        desk.advance(Duration::days(8) + Duration::minutes(1));
        let ticket = desk.ticket("ann", &number);
        assert_eq!((ticket.at("/status"), ticket.at("/closure_code")), (json!("closed"), json!("cancelled_by_user")));
        assert_eq!((ticket.at("/closure_reason"), ticket.at("/flags/on_hold")), (json!("no_answer"), json!(false)));
        let log = desk.log(&number);
        let at = log.iter().position(|kind| kind == "ticket.cancelling").unwrap();
        assert_eq!(log[at + 1], "ticket.unheld");
        assert!(log.contains(&"note.added".to_owned()), "{log:?}");
    }

    fn a_time_may_be_named_and_ends_it(setup: Setup) {
        let (desk, number) = with_work(setup);
        let refused = |body: Json| desk.as_user("dora").post(&format!("/tickets/{number}/hold"), body).send().problem();
        assert_eq!(refused(json!({"code": "scheduled"})), "422 invalid /until:required");
        assert_eq!(refused(json!({"code": "scheduled", "until": "tomorrow"})), "422 invalid /until:format");
        assert_eq!(refused(json!({"code": "scheduled", "until": "2026-11-23T08:00:00Z"})), "422 invalid /until:minimum");
        assert_eq!(refused(json!({"code": "holiday"})), "422 invalid /code:enum");
        assert_eq!(refused(json!({"reason": 5})), "422 invalid /code:required /reason:type");
        desk.act("dora", &number, "hold", json!({"code": "scheduled", "until": "2026-11-25T09:00:00Z", "reason": "The part comes then."}));
        let seen = desk.ticket("ann", &number);
        assert_eq!(seen.at("/headline"), "on hold: Scheduled, since Mon 23 Nov 2026, 10:00, until Wed 25 Nov 2026, 10:00");
        assert_eq!(seen.at("/hold/reason"), Json::Null, "said among staff");
        assert_eq!(refused(customer()), "409 illegal_operation [assign escalate owner resolve cancel reclassify change unhold restrict open_step link merge split attach comment watch work appoint]");
        let restarted = desk.restart();
        restarted.advance(Duration::days(2));
        let ticket = restarted.ticket("dora", &number);
        assert_eq!((ticket.at("/flags/on_hold"), ticket.at("/sla/resolve_due")), (json!(false), json!("2026-12-09T09:00:00.000000Z")));
    }

    fn a_hold_may_leave_the_clock_running_and_ends_with_the_ticket(setup: Setup) {
        let (desk, number) = with_work(setup);
        let held = desk.act("dora", &number, "hold", json!({"code": "supplier"}));
        assert_eq!(held.at("/sla/paused"), false);
        desk.act("dora", &number, "unhold", json!({}));
        let again = desk.as_user("dora").post(&format!("/tickets/{number}/unhold"), json!({})).send();
        assert!(again.problem().starts_with("409 illegal_operation"));
        desk.act("dora", &number, "hold", customer());
        let resolved = desk.act("dora", &number, "resolve", json!({"resolution": "Restarted"}));
        assert_eq!((resolved.at("/status"), resolved.at("/flags/on_hold")), (json!("resolved"), json!(false)));
        desk.advance(Duration::days(9));
        assert_eq!(desk.ticket("ann", &number).at("/closure_code"), "succeeded");
    }

    fn who_may_hold(setup: Setup) {
        let (desk, number) = with_work(setup);
        let told = |who: &str, operation: &str| {
            let call = desk.as_user(who).post(&format!("/tickets/{number}/{operation}"), json!({"code": 5}));
            call.send().problem()
        };
        for who in ["ann", "max", "kim", "ula", "ada", "lin"] {
            let expected = if who == "max" { "404 not_found" } else { "403 forbidden" };
            assert_eq!((told(who, "hold").as_str(), told(who, "unhold").as_str()), (expected, expected), "{who}");
        }
        for who in ["dora", "dan", "sam"] {
            assert_eq!(told(who, "hold"), "422 invalid /code:type", "{who}");
        }
        let late = desk.as_user("dora").post(&format!("/tickets/{number}/hold"), customer()).if_match(&json!(1)).send();
        assert_eq!(late.problem(), "412 precondition_failed");
    }

    fn a_policy_with_faulty_holds_is_not_published(setup: Setup) {
        let desk = setup.start();
        let text = std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("workflows/policy.toml")).unwrap();
        let publish = |text: String| {
            desk.as_user("ada").call("PUT", "/releases").json(&json!({"files": {"workflows/policy.toml": text}})).send()
        };
        let twice = publish(text.replace("code = \"supplier\"", "code = \"customer\""));
        assert_eq!(twice.status, 422);
        let messages: Vec<String> = twice.at("/faults").as_array().unwrap().iter().map(|it| it["message"].as_str().unwrap().to_owned()).collect();
        assert!(messages.contains(&"there are two holds `customer`".to_owned()), "{messages:?}");
        let odd = publish(text.replace("ends_on = \"reply\"", "ends_on = \"rain\""));
        assert!(odd.at("/faults/0/message").as_str().unwrap().contains("unknown variant `rain`"), "{}", odd.shown());
    }
}
