//! Who of a desk answers for a ticket when somebody else acts first, and when
//! the owner stays away.

use crate::support::{Desk, Setup, on_both};
use chrono::Duration;
use serde_json::json;

fn handled(setup: Setup) -> Setup {
    setup.item(
        "thing",
        json!({}),
        r#"assign(group("line-2")); handle("Do it", group("line-2"), #{ on_timeout: "remind" });"#,
    )
}

fn claim(desk: &Desk, who: &str, number: &str) {
    let step = desk.open(number, "work")["id"].as_str().unwrap().to_owned();
    desk.as_user(who).post(&format!("/steps/{step}/claim"), json!({})).expect(200);
}

fn away(desk: &Desk, who: &str, hours: (i64, i64)) {
    let at = |hours: i64| crate::support::beginning().plus(Duration::hours(hours)).to_string();
    let body = json!({"from": at(hours.0), "to": at(hours.1), "substitute": "sam"});
    desk.as_user(who).post("/absences", body).expect(201);
    desk.settle();
}

on_both! {
    fn an_agent_of_the_desk_answers_for_what_a_handler_takes_first(setup: Setup) {
        let desk = handled(setup).start();
        let mut owners = Vec::new();
        for _ in 0..4 {
            let number = desk.submit("ann", "thing", json!({}));
            claim(&desk, "lin", &number);
            let ticket = desk.ticket("lin", &number);
            assert_eq!((ticket.at("/status"), ticket.at("/assignee/username")), (json!("assigned"), json!("lin")));
            assert_eq!(ticket.at("/owner_group"), "service-desk");
            owners.push(ticket.text("/owner/username"));
        }
        owners.sort();
        assert_eq!(owners, ["dan", "dan", "dora", "dora"]);
        let told = desk.messages("dan");
        assert!(told.iter().any(|text| text.ends_with("you answer for it; Lin Wei acted on it first.")), "{told:?}");
    }

    fn where_no_desk_says_so_it_stays_new(setup: Setup) {
        let desk = handled(setup).replaced("workflows/policy.toml", "owner = \"round_robin\"", "#").start();
        let number = desk.submit("ann", "thing", json!({}));
        claim(&desk, "lin", &number);
        let ticket = desk.ticket("lin", &number);
        assert_eq!((ticket.at("/status"), ticket.at("/owner")), (json!("new"), json!(null)));
    }

    fn an_owner_who_stays_away_hands_over(desk: Desk) {
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        desk.act("dora", &number, "accept", json!({}));
        away(&desk, "dora", (1, 240));
        let owner = || desk.ticket("sam", &number).text("/owner/username");
        desk.advance(Duration::days(2));
        assert_eq!(owner(), "dora", "for less than three working days");
        desk.advance(Duration::days(2));
        assert_eq!(owner(), "dan");
        assert!(desk.log(&number).contains(&"ticket.handed_over".to_owned()));
        let told = desk.messages("dan");
        assert!(told.iter().any(|text| text.ends_with("you answer for it from now on. The owner is away for longer.")), "{told:?}");
        desk.advance(Duration::days(10));
        assert_eq!(owner(), "dan", "it does not go back by itself");
    }

    fn an_owner_who_leaves_hands_over_at_once(desk: Desk) {
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        desk.act("dora", &number, "accept", json!({}));
        desk.as_user("ada").patch("/users/dora", json!({"active": false})).expect(200);
        desk.settle();
        assert_eq!(desk.ticket("sam", &number).at("/owner/username"), "dan");
        desk.as_user("ada").patch("/users/dan", json!({"active": false})).expect(200);
        desk.settle();
        assert_eq!(desk.ticket("sam", &number).at("/owner/username"), "dan", "nobody else is there");
        desk.as_user("ada").patch("/users/dora", json!({"active": true})).expect(200);
        desk.settle();
        assert_eq!(desk.ticket("sam", &number).at("/owner/username"), "dora");
    }

    fn work_of_a_group_that_is_no_staff_has_an_owner_too(desk: Desk) {
        let wish = json!({"subject": "A plant", "wish": "I need a plant here", "area": "finance"});
        let number = desk.submit("ann", "general-request", wish);
        let done = json!({"outcome": "done", "output": {"resolution": "Take mine."}});
        desk.answering("fay", &number, "work", done).expect(200);
        let ticket = desk.ticket("dora", &number);
        let owner = ticket.text("/owner/username");
        assert!(["dan", "dora"].contains(&owner.as_str()), "{owner}");
        assert_eq!((ticket.at("/status"), ticket.at("/owner_group")), (json!("resolved"), json!("service-desk")));
        assert_eq!(ticket.at("/accepted_at"), ticket.at("/resolved_at"));
        let told = desk.messages(&owner);
        assert!(told.iter().any(|text| text.ends_with("you answer for it; Fay Chen acted on it first.")), "{told:?}");
        let again = desk.act("ann", &number, "reopen", json!({"reason": "It is dead."}));
        assert_eq!((again.at("/status"), again.at("/assignee/username")), (json!("assigned"), json!("fay")));
        assert_eq!(desk.ticket("fay", &number).at("/group"), "finance");
        desk.act("fay", &number, "resolve", json!({"resolution": "Another one."}));
        assert_eq!(desk.act(&owner, &number, "close", json!({})).at("/status"), "closed");
    }

    fn what_who_asked_does_themselves_has_an_owner_in_the_end(setup: Setup) {
        let desk = setup.item("sum", json!({}), r#"task("Add it up", group("finance")); resolve("Added");"#).start();
        let number = desk.submit("fay", "sum", json!({}));
        desk.answer("fay", &number, "task", "done");
        let ticket = desk.ticket("dora", &number);
        assert_eq!(ticket.at("/status"), "resolved");
        assert_eq!(ticket.at("/owner_group"), "service-desk");
        assert_eq!(desk.act("fay", &number, "close", json!({})).at("/closure_code"), "succeeded");
    }

    fn who_asked_does_not_answer_for_it_where_there_is_somebody_else(setup: Setup) {
        let desk = setup.item("sum", json!({}), r#"task("Add it up", group("finance")); resolve("Added");"#).start();
        for (who, owner) in [("dora", "dan"), ("dan", "dora"), ("dora", "dan")] {
            let number = desk.submit(who, "sum", json!({}));
            desk.answer("fay", &number, "task", "done");
            assert_eq!(desk.ticket("sam", &number).at("/owner/username"), owner);
        }
    }

    fn what_nobody_ever_touched_has_an_owner_when_it_is_reopened(setup: Setup) {
        let desk = setup.item("echo", json!({}), r#"resolve("Said");"#).start();
        let number = desk.submit("ann", "echo", json!({}));
        assert_eq!(desk.ticket("dora", &number).at("/owner"), json!(null));
        let again = desk.act("ann", &number, "reopen", json!({"reason": "Too quiet."}));
        let ticket = desk.ticket("dora", &number);
        let owner = ticket.text("/owner/username");
        assert_eq!((again.at("/status"), ticket.text("/assignee/username")), (json!("assigned"), owner.clone()));
        assert!(desk.messages(&owner).iter().any(|text| text.ends_with("was reopened by Ann Weber: Too quiet.")));
        desk.act(&owner, &number, "resolve", json!({"resolution": "Louder."}));
    }
}
