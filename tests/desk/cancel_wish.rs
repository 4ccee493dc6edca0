//! Cancelling once work has begun: a wish that the owner answers.

use crate::support::{Desk, Setup, on_both};
use serde_json::{Value as Json, json};

/// A password reset of Ann's that is with Lin; Dora answers for it.
fn with_lin(desk: &Desk) -> String {
    let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
    desk.act("dora", &number, "accept", json!({}));
    desk.act("dora", &number, "assign", json!({"group": "line-2", "assignee": "lin"}));
    number
}

fn cancel(desk: &Desk, who: &str, number: &str) -> crate::support::Answer {
    desk.as_user(who).post(&format!("/tickets/{number}/cancel"), json!({"reason": "I remembered it."})).send()
}

fn answer(desk: &Desk, who: &str, number: &str, body: Json) -> crate::support::Answer {
    desk.answering(who, number, "question:Cancel the request?", body).send()
}

on_both! {
    fn before_work_has_begun_it_is_cancelled_at_once(desk: Desk) {
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        desk.act("dora", &number, "accept", json!({}));
        let cancelled = cancel(&desk, "ann", &number).expecting(200);
        assert_eq!((cancelled.at("/status"), cancelled.at("/closure_code")), (json!("closed"), json!("cancelled_by_user")));
    }

    fn afterwards_the_owner_is_asked_and_says_yes(desk: Desk) {
        let number = with_lin(&desk);
        let asked = cancel(&desk, "ann", &number).expecting(202);
        assert_eq!((asked.at("/status"), asked.at("/cancel_wish/reason")), (json!("assigned"), json!("I remembered it.")));
        assert_eq!(asked.at("/cancel_wish/by/username"), "ann");
        assert!(desk.messages("dora").contains(&format!("{number} “Password reset”: Ann Weber asks you to cancel it: I remembered it.")));
        let question = desk.open(&number, "question");
        assert_eq!((&question["for"]["users"][0]["username"], &question["text"]), (&json!("dora"), &json!("I remembered it.")));
        assert!(desk.as_user("dora").get("/inbox").expect(200).each("/id").contains(&question["id"]));
        assert_eq!(desk.ticket("dora", &number).at("/sla/paused"), false, "the desk's clock goes on");
        let again = cancel(&desk, "ann", &number);
        assert!(again.problem().starts_with("409 illegal_operation"));
        answer(&desk, "dora", &number, json!({"outcome": "answered", "output": {"answer": "yes"}})).expecting(200);
        let ticket = desk.ticket("ann", &number);
        assert_eq!((ticket.at("/status"), ticket.at("/closure_code")), (json!("closed"), json!("cancelled_by_user")));
        assert!(ticket.json().get("cancel_wish").is_none());
        assert!(desk.messages("ann").contains(&format!("{number} “Password reset” is cancelled, as you asked.")));
        let log = desk.log(&number);
        assert!(log.contains(&"ticket.cancel_asked".to_owned()) && log.contains(&"ticket.cancelling".to_owned()), "{log:?}");
    }

    fn a_no_says_why_and_work_goes_on(desk: Desk) {
        let number = with_lin(&desk);
        cancel(&desk, "ann", &number).expecting(202);
        let refused = |body: Json| answer(&desk, "dora", &number, body).problem();
        assert_eq!(refused(json!({"outcome": "answered"})), "422 invalid /output/answer:required");
        assert_eq!(refused(json!({"outcome": "answered", "output": {"answer": "maybe"}})), "422 invalid /output/answer:enum");
        assert_eq!(refused(json!({"outcome": "answered", "output": {"answer": 1}})), "422 invalid /output/answer:enum");
        assert_eq!(refused(json!({"outcome": "answered", "output": {"answer": "yes", "why": "so"}})), "422 invalid /output/why:unknown");
        assert_eq!(refused(json!({"outcome": "answered", "output": {"answer": "no"}})), "422 invalid /comment:required");
        answer(&desk, "dora", &number, json!({"outcome": "answered", "output": {"answer": "no"}, "comment": "It is done."})).expecting(200);
        let ticket = desk.ticket("ann", &number);
        assert_eq!((ticket.at("/status"), ticket.at("/flags/cancelling")), (json!("assigned"), json!(false)));
        assert_eq!(desk.waits_for(&number), ["task Reset the password"]);
        assert!(desk.messages("ann").contains(&format!("{number} “Password reset” is not cancelled: It is done.")));
        cancel(&desk, "ann", &number).expecting(202);
    }

    fn only_who_decides_answers(desk: Desk) {
        let number = with_lin(&desk);
        cancel(&desk, "ann", &number).expecting(202);
        let yes = json!({"outcome": "answered", "output": {"answer": "yes"}});
        for who in ["ann", "lin", "dan", "kim", "ada"] {
            assert_eq!(answer(&desk, who, &number, yes.clone()).status, 403, "{who}");
        }
        let question = desk.open(&number, "question");
        let on = json!({"to": "lin", "reason": "You know better."});
        let handed = desk.as_user("dora").post(&format!("/steps/{}/transfer", question["id"].as_str().unwrap()), on).send();
        assert!(handed.problem().starts_with("409 illegal_operation"), "{}", handed.problem());
        desk.act("sam", &number, "owner", json!({"owner": "dan", "reason": "Dora is ill."}));
        assert_eq!(desk.open(&number, "question")["for"]["users"][0]["username"], "dan", "it goes with who answers for it");
        assert_eq!(answer(&desk, "dora", &number, yes.clone()).status, 403);
        answer(&desk, "sam", &number, yes).expecting(200);
        assert_eq!(desk.ticket("ann", &number).at("/status"), "closed");
    }

    fn owner_and_manager_cancel_at_any_time(desk: Desk) {
        for who in ["dora", "sam"] {
            let number = with_lin(&desk);
            cancel(&desk, "ann", &number).expecting(202);
            assert_eq!(cancel(&desk, who, &number).expecting(200).at("/closure_code"), "cancelled_by_user", "{who}");
            let steps = desk.as_user("ada").get(&format!("/tickets/{number}/steps")).expect(200);
            assert!(steps.each("/state").iter().all(|state| state != "open"), "nobody is asked any more");
        }
        let number = with_lin(&desk);
        for (who, expected) in [("max", 404), ("lin", 403), ("dan", 403), ("kim", 403), ("ula", 403), ("ada", 403)] {
            assert_eq!(cancel(&desk, who, &number).status, expected, "{who}");
        }
    }

    fn a_repeat_under_the_same_key_is_the_same_wish(desk: Desk) {
        let number = with_lin(&desk);
        let call = || desk.as_user("ann").post(&format!("/tickets/{number}/cancel"), json!({})).key("once").send();
        assert_eq!(call().status, 202);
        answer(&desk, "dora", &number, json!({"outcome": "answered", "output": {"answer": "yes"}})).expecting(200);
        let repeat = call();
        assert_eq!((repeat.status, repeat.header("idempotency-replayed")), (202, Some("true")));
        assert_eq!(repeat.at("/status"), "closed");
    }

    fn the_point_may_be_acceptance(setup: Setup) {
        let desk = setup.replaced("workflows/policy.toml", "until = \"work_begun\"", "until = \"accepted\"").start();
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        desk.act("dora", &number, "accept", json!({}));
        cancel(&desk, "ann", &number).expecting(202);
        let new = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        cancel(&desk, "ann", &new).expecting(200);
    }

    fn the_point_may_be_the_approval(setup: Setup) {
        let desk = setup.replaced("workflows/policy.toml", "until = \"work_begun\"", "until = \"approved\"").start();
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.act("dora", &number, "accept", json!({}));
        desk.answer("max", &number, "approval", "approved");
        cancel(&desk, "ann", &number).expecting(202);
        let early = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.act("dora", &early, "accept", json!({}));
        cancel(&desk, "ann", &early).expecting(200);
    }

    fn there_may_be_no_such_point(setup: Setup) {
        let desk = setup.replaced("workflows/policy.toml", "until = \"work_begun\"", "until = \"closed\"").start();
        let number = with_lin(&desk);
        cancel(&desk, "ann", &number).expecting(200);
    }

    fn work_of_others_than_staff_is_work_that_has_begun(setup: Setup) {
        let script = r#"task("Order it", group("finance")); task("Pay it", group("finance")); resolve("Paid");"#;
        let desk = setup.item("pens", json!({}), script).start();
        let number = desk.submit("ann", "pens", json!({}));
        desk.answer("fay", &number, "task:Order it", "done");
        cancel(&desk, "ann", &number).expecting(202);
        let owner = desk.ticket("dora", &number).text("/owner/username");
        assert_eq!(desk.open(&number, "question")["for"]["users"][0]["username"], owner.as_str());
        answer(&desk, &owner, &number, json!({"outcome": "answered", "output": {"answer": "yes"}})).expecting(200);
        assert_eq!(desk.ticket("ann", &number).at("/closure_code"), "cancelled_by_user");
        let number = desk.submit("ann", "pens", json!({}));
        cancel(&desk, "ann", &number).expecting(200);
    }

    fn where_nobody_answers_for_it_the_last_resort_is_asked(setup: Setup) {
        let script = r#"task("Order it", group("finance")); task("Pay it", group("finance")); resolve("Paid");"#;
        let setup = setup.item("pens", json!({}), script);
        let desk = setup.replaced("workflows/policy.toml", "owner = \"round_robin\"", "#").start();
        let number = desk.submit("ann", "pens", json!({}));
        desk.answer("fay", &number, "task:Order it", "done");
        assert_eq!(desk.ticket("sam", &number).at("/owner"), Json::Null);
        cancel(&desk, "ann", &number).expecting(202);
        assert_eq!(desk.open(&number, "question")["for"]["users"][0]["username"], "sam");
        answer(&desk, "sam", &number, json!({"outcome": "answered", "output": {"answer": "yes"}})).expecting(200);
        assert_eq!(desk.ticket("ann", &number).at("/status"), "closed");
    }

    fn what_was_asked_of_who_asked_is_no_work_of_the_desk(setup: Setup) {
        let script = r#"task("Measure", requester); task("Build", group("service-desk")); resolve("Built");"#;
        let desk = setup.item("shelf", json!({}), script).start();
        let number = desk.submit("ann", "shelf", json!({}));
        desk.answer("ann", &number, "task:Measure", "done");
        cancel(&desk, "ann", &number).expecting(200);
    }
}
