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
}
