//! Follow-up calls: somebody is called before the owner or silence closes a ticket.

use crate::support::{Desk, Setup, on_both};
use chrono::Duration;
use serde_json::{Value as Json, json};

/// A ticket of the board's viv, resolved by dora: it wants a call.
fn resolved(setup: Setup) -> (Desk, String) {
    let desk = setup.item("help", json!({}), "assign(group(\"service-desk\"));").start();
    let number = desk.submit("viv", "help", json!({}));
    desk.act("dora", &number, "accept", json!({}));
    desk.act("dora", &number, "resolve", json!({"resolution": "Done"}));
    (desk, number)
}

fn actions(desk: &Desk, who: &str, number: &str) -> Vec<String> {
    let actions = desk.ticket(who, number).at("/actions");
    actions.as_array().unwrap().iter().map(|action| action.as_str().unwrap().to_owned()).collect()
}

on_both! {
    fn the_owner_calls_before_closing(setup: Setup) {
        let (desk, number) = resolved(setup);
        let seen = desk.ticket("dora", &number);
        assert_eq!(seen.at("/headline"), "resolved, waits for the follow-up call");
        assert_eq!((seen.at("/follow_up/due"), seen.at("/follow_up/attempts")), (json!(true), json!(0)));
        assert!(actions(&desk, "dora", &number).contains(&"follow_up".to_owned()));
        assert_eq!(desk.ticket("viv", &number).at("/follow_up"), Json::Null, "among staff");
        let close = format!("/tickets/{number}/close");
        let early = desk.as_user("dora").post(&close, json!({})).send();
        assert_eq!(early.problem(), "409 follow_up_due [follow_up]");
        assert_eq!(early.text("/detail"), "Call Viv Laurent first: a follow-up is due, 0 of 2 attempts were made.");
        desk.act("dora", &number, "follow-up", json!({"reached": false, "channel": "phone"}));
        assert_eq!(desk.as_user("dora").post(&close, json!({})).send().problem(), "409 follow_up_due [follow_up]");
        let desk = desk.restart();
        let call = json!({"reached": true, "channel": "phone", "satisfied": true, "comment": "All is well."});
        let called = desk.act("dan", &number, "follow-up", call).at("/follow_up");
        let facts = (&called["due"], &called["attempts"], &called["reached"], &called["satisfied"], &called["comment"]);
        assert_eq!(facts, (&json!(false), &json!(2), &json!(true), &json!(true), &json!("All is well.")));
        assert_eq!((&called["by"]["username"], &called["channel"]), (&json!("dan"), &json!("phone")));
        let log = desk.log(&number);
        assert_eq!(log.iter().filter(|kind| *kind == "follow_up.recorded").count(), 2);
        let theirs = desk.as_user("viv").get(&format!("/tickets/{number}/events?limit=200")).expect(200).each("/type");
        assert!(!theirs.contains(&json!("follow_up.recorded")), "{theirs:?}");
        assert_eq!(desk.act("dora", &number, "close", json!({})).at("/status"), "closed");
        let late = json!({"reached": true, "comment": "Called again."});
        assert_eq!(desk.act("dora", &number, "follow-up", late).at("/follow_up/attempts"), 3, "after the close, too");
    }

    fn enough_attempts_are_enough(setup: Setup) {
        let (desk, number) = resolved(setup);
        for _ in 0..2 {
            desk.act("dora", &number, "follow-up", json!({"reached": false}));
        }
        assert_eq!(desk.ticket("dora", &number).at("/follow_up/due"), false);
        assert_eq!(desk.act("dora", &number, "close", json!({})).at("/closure_code"), "succeeded");
    }

    fn who_asked_may_confirm_without_being_called(setup: Setup) {
        let (desk, number) = resolved(setup);
        let closed = desk.act("viv", &number, "close", json!({}));
        assert_eq!((closed.at("/status"), closed.at("/auto_closed")), (json!("closed"), json!(false)));
        assert_eq!(desk.ticket("dora", &number).at("/follow_up"), Json::Null, "nothing is due any more");
    }

    fn silence_never_overrides_a_due_call(setup: Setup) {
        let policy = |setup: Setup| setup.replaced("workflows/policy.toml", "vip = true, unread_reply", "vip = false, unread_reply");
        let (desk, number) = resolved(policy(setup));
        desk.advance(Duration::days(9));
        assert_eq!(desk.ticket("viv", &number).at("/status"), "resolved");
        let told = format!("{number} “help” does not close: call Viv Laurent first.");
        assert_eq!(desk.messages("dora").iter().filter(|text| **text == told).count(), 1);
        desk.act("dora", &number, "follow-up", json!({"reached": true, "satisfied": true}));
        let headline = desk.ticket("viv", &number).at("/headline");
        assert!(headline.as_str().unwrap().contains("closes by itself"), "{headline}");
        desk.advance(Duration::days(6));
        assert_eq!(desk.ticket("viv", &number).at("/auto_closed"), true);
    }

    fn what_the_policy_never_closes_is_left_to_people(setup: Setup) {
        let (desk, number) = resolved(setup);
        desk.act("dora", &number, "follow-up", json!({"reached": true, "satisfied": true}));
        let explained = desk.as_user("dora").get(&format!("/tickets/{number}/explain")).expect(200).at("/because");
        let last = explained.as_array().unwrap().last().unwrap().clone();
        assert_eq!(last, "Thu 26 Nov 2026, 10:00: the owner is told that it is still open");
        desk.advance(Duration::days(30));
        assert_eq!(desk.ticket("viv", &number).at("/status"), "resolved");
        let told = format!("{number} “help” does not close by itself, and Viv Laurent has not confirmed it.");
        assert!(desk.messages("dora").contains(&told));
    }

    fn who_is_not_satisfied_is_heard(setup: Setup) {
        let policy = setup.replaced("workflows/policy.toml", "vip = true, unread_reply", "vip = false, unread_reply");
        let (desk, number) = resolved(policy);
        let call = json!({"reached": true, "satisfied": false, "comment": "It still blinks."});
        desk.act("dan", &number, "follow-up", call);
        assert_eq!(desk.ticket("dora", &number).at("/headline"), "resolved, but Viv Laurent is not satisfied");
        let told = format!("{number} “help”: Viv Laurent is not satisfied. Reopen it, or settle it with them: It still blinks.");
        assert!(desk.messages("dora").contains(&told), "{:?}", desk.messages("dora"));
        desk.advance(Duration::days(9));
        assert_eq!(desk.ticket("viv", &number).at("/status"), "resolved", "silence does not close that");
        let told = format!("{number} “help” does not close: Viv Laurent is not satisfied with it.");
        assert!(desk.messages("dora").contains(&told));
    }

    fn who_may_record_a_call_and_what_of_it(setup: Setup) {
        let (desk, number) = resolved(setup);
        let told = |who: &str, body: Json| desk.as_user(who).post(&format!("/tickets/{number}/follow-up"), body).send().problem();
        for (who, expected) in [("ann", "404 not_found"), ("viv", "403 forbidden"), ("lin", "403 forbidden"), ("kim", "403 forbidden"), ("ula", "403 forbidden")] {
            assert_eq!(told(who, json!({"reached": true})), expected, "{who}");
        }
        assert_eq!(told("dora", json!({})), "422 invalid /reached:required");
        assert_eq!(told("dora", json!({"reached": false, "satisfied": true})), "422 invalid /satisfied:not_reached");
        assert_eq!(told("dora", json!({"reached": true, "channel": "telepathy"})), "422 invalid /channel:enum");
        assert_eq!(told("dora", json!({"reached": true, "comment": "x".repeat(2_001)})), "422 invalid /comment:maxLength");
        desk.act("sam", &number, "follow-up", json!({"reached": false}));
        let open = desk.submit("viv", "help", json!({}));
        let early = desk.as_user("dora").post(&format!("/tickets/{open}/follow-up"), json!({"reached": true})).send();
        assert!(early.problem().starts_with("409 illegal_operation"), "{}", early.problem());
        let version = desk.ticket("dora", &number).at("/version");
        let stale = json!(version.as_i64().unwrap() - 1);
        let late = desk.as_user("dora").post(&format!("/tickets/{number}/follow-up"), json!({"reached": true})).if_match(&stale).send();
        assert_eq!(late.problem(), "412 precondition_failed");
    }
}
