//! People leave, and no ticket waits for them; and voters change their minds.

use crate::support::{Desk, on_both};
use chrono::Duration;
use serde_json::json;

/// Somebody leaves, as `maitred user disable` says it.
fn leaves(desk: &Desk, who: &str) {
    assert!(maitred::desk::people::set_active(desk.desk.store(), who, false, &desk.clock).unwrap());
    desk.desk.refresh().unwrap();
    desk.settle();
}

on_both! {
    fn what_waits_for_one_who_left_goes_on_to_the_substitute_at_once(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let max = desk.as_user("max");
        leaves(&desk, "max");
        max.get("/me").expect(401);
        let step = desk.open(&number, "approval");
        assert_eq!(step["for"]["users"][0]["username"], "mia", "who is named for him");
        assert_eq!(desk.messages("mia"), [format!("{number} waits for you now: Line manager")]);
        assert_eq!(desk.log(&number).iter().filter(|kind| *kind == "step.redirected").count(), 1);
        leaves(&desk, "mia");
        assert_eq!(desk.open(&number, "approval")["for"]["users"][0]["username"], "sam", "her manager");
        desk.answer("sam", &number, "approval", "approved");
        assert_eq!(desk.waits_for(&number), ["cost"]);
    }

    fn a_quorum_out_of_reach_goes_to_the_last_resort_and_an_empty_group_too(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "pro"}));
        desk.answer("max", &number, "approval", "approved");
        desk.answer("fay", &number, "approval", "approved");
        leaves(&desk, "finn");
        desk.answer("sam", &number, "approval", "approved");
        assert_eq!(desk.waits_for(&number), ["cost"]);
    }

    fn the_last_admin_stays(desk: Desk) {
        let refused = maitred::desk::people::set_active(desk.desk.store(), "ada", false, &desk.clock).unwrap_err();
        assert_eq!(refused.to_string(), "this is the last admin who is active");
        assert!(!maitred::desk::people::set_active(desk.desk.store(), "max", true, &desk.clock).unwrap(), "he is active");
        assert!(maitred::desk::people::set_active(desk.desk.store(), "nobody", true, &desk.clock).is_err());
    }

    fn a_vote_is_taken_back_while_the_step_is_open(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "pro"}));
        desk.answer("max", &number, "approval", "approved");
        let step = desk.open(&number, "approval")["id"].as_str().unwrap().to_owned();
        let withdraw = |who: &str| desk.as_user(who).post(&format!("/steps/{step}/withdraw"), json!({"reason": "Too dear."}));
        assert_eq!(withdraw("fay").send().problem(), "409 illegal_operation");
        desk.answer("fay", &number, "approval", "approved");
        assert_eq!(desk.as_user("fay").get("/inbox").expect(200).each("/id"), [json!(null); 0]);
        let shown = withdraw("fay").expect(200);
        assert_eq!((shown.at("/votes"), shown.at("/quorum/approved")), (json!([]), json!(0)));
        assert_eq!(desk.as_user("fay").get("/inbox").expect(200).each("/id"), [json!(step)]);
        assert!(desk.log(&number).contains(&"step.withdrawn".to_owned()));
        for (who, status) in [("finn", 409), ("dora", 403), ("ann", 403), ("viv", 404), ("max", 403)] {
            assert_eq!(withdraw(who).send().status, status, "{who}");
        }
        let path = format!("/steps/{step}/withdraw");
        let wrong = |who: &str| desk.as_user(who).post(&path, json!({"why": 1})).send().problem();
        assert_eq!(wrong("dora"), "403 forbidden", "before the body is looked at");
        desk.answer("fay", &number, "approval", "approved");
        assert_eq!(wrong("fay"), "422 invalid /why:unknown");
        let long = json!({"reason": "x".repeat(2_001)});
        assert_eq!(desk.as_user("fay").post(&path, long).send().problem(), "422 invalid /reason:maxLength");
        desk.answer("finn", &number, "approval", "approved");
        assert_eq!(withdraw("fay").send().problem(), "409 step_settled");
    }

    fn staff_are_shown_who_will_be_asked_and_when(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let explained = |who: &str| desk.as_user(who).get(&format!("/tickets/{number}/explain")).expect(200).at("/steps/0");
        let ladder = explained("dora")["ladder"].clone();
        let lines: Vec<String> = ladder.as_array().unwrap().iter().map(|it| format!("{} {} {} {}", it["level"], it["at"], it["for"], it["last"])).collect();
        insta::assert_snapshot!(lines.join("\n"), @r#"
        1 "2026-11-25T09:00:00.000000Z" ["Mia Wolf"] false
        2 "2026-11-27T09:00:00.000000Z" ["Sam Ortiz"] false
        4 "2026-12-01T09:00:00.000000Z" [] true
        "#);
        assert!(explained("ann").get("ladder").is_none(), "for staff alone");
        desk.advance(Duration::days(2));
        assert_eq!(explained("dora")["ladder"], json!(ladder.as_array().unwrap()[1..]), "what was computed came about");
    }
}
