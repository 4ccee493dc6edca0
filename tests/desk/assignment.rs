//! Who of a group is given the next piece of work, and how people take it themselves.

use crate::support::{Desk, Setup, on_both};
use chrono::Duration;
use serde_json::{Value as Json, json};

const BY: &str = "group = \"service-desk\"\nby = \"round_robin\"";

fn by(setup: Setup, turn: &str) -> Desk {
    setup.replaced("workflows/policy.toml", BY, &format!("group = \"service-desk\"\nby = \"{turn}\"")).start()
}

/// In whose hand a password reset lies that comes in now.
#[track_caller]
fn given(desk: &Desk) -> Json {
    let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
    desk.ticket("ada", &number).json().pointer("/assignee/username").cloned().unwrap_or_default()
}

/// So many times; how often dora and dan were given it.
fn times(desk: &Desk, times: usize) -> (usize, usize) {
    let given: Vec<Json> = (0..times).map(|_| given(desk)).collect();
    let count = |who: &str| given.iter().filter(|one| **one == who).count();
    (count("dora"), count("dan"))
}

fn away(desk: &Desk, who: &str) {
    let until = crate::support::beginning().plus(Duration::hours(2)).to_string();
    let body = json!({"from": crate::support::beginning().to_string(), "to": until, "substitute": "sam"});
    desk.as_user(who).post("/absences", body).expect(201);
}

on_both! {
    fn a_peak_of_two_hundred_is_spread_evenly(desk: Desk) {
        for _ in 0..200 {
            desk.submit("ann", "password-reset", json!({"system": "erp"}));
        }
        let load = desk.as_user("dora").get("/groups/service-desk/load").expect(200);
        assert_eq!((load.at("/tickets"), load.at("/unassigned")), (json!(200), json!(0)));
        assert_eq!((load.at("/members/0/tickets"), load.at("/members/1/tickets")), (json!(100), json!(100)));
    }

    fn the_least_loaded_is_given_the_next(setup: Setup) {
        let desk = by(setup, "least_loaded");
        for _ in 0..3 {
            let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
            desk.act("dora", &number, "accept", json!({}));
            desk.act("sam", &number, "assign", json!({"assignee": "dora"}));
        }
        assert_eq!(times(&desk, 3), (0, 3));
        let desk = desk.restart();
        assert_eq!(times(&desk, 4), (2, 2), "counted anew at the start");
    }

    fn who_knows_most_of_it_is_given_it(setup: Setup) {
        let desk = by(setup, "skills");
        assert_eq!(times(&desk, 4), (2, 2), "nobody knows it: the least loaded");
        desk.as_user("ada").patch("/users/dan", json!({"skills": ["password-reset", "technical"]})).expect(200);
        desk.as_user("ada").patch("/users/dora", json!({"skills": ["technical", "laptop"]})).expect(200);
        assert_eq!(times(&desk, 3), (0, 3));
        away(&desk, "dan");
        assert_eq!(times(&desk, 2), (2, 0));
    }

    fn who_is_away_is_passed_over_and_where_all_are_it_lies_in_the_queue(desk: Desk) {
        away(&desk, "dora");
        assert_eq!(times(&desk, 3), (0, 3));
        away(&desk, "dan");
        assert_eq!(given(&desk), Json::Null);
        desk.advance(Duration::hours(3));
        assert_eq!(times(&desk, 4), (2, 2), "they are back");
    }

    fn who_has_enough_is_passed_over_while_somebody_has_room(desk: Desk) {
        let ada = desk.as_user("ada");
        ada.patch("/groups/service-desk", json!({"capacity": 3})).expect(200);
        away(&desk, "dora");
        assert_eq!(times(&desk, 3), (0, 3));
        desk.advance(Duration::hours(3));
        assert_eq!(times(&desk, 3), (3, 0));
        assert_eq!(times(&desk, 4), (2, 2), "nobody has room: in turn");
        let load = desk.as_user("dan").get("/groups/service-desk/load").expect(200);
        assert_eq!((load.at("/capacity"), load.at("/members/0/room")), (json!(3), json!(0)));
    }

    fn whose_working_time_it_is_comes_first(setup: Setup) {
        let night = "[calendars.night]\nzone = \"UTC\"\nhours = { mon = [\"18:00-24:00\"] }\n\n[priority]";
        let desk = setup.replaced("workflows/policy.toml", "[priority]", night).start();
        desk.as_user("ada").patch("/users/dora", json!({"calendar": "night"})).expect(200);
        assert_eq!(times(&desk, 3), (0, 3));
        desk.advance(Duration::hours(9));
        assert_eq!(times(&desk, 3), (3, 0));
        desk.advance(Duration::hours(8));
        assert_eq!(times(&desk, 4), (2, 2), "it is nobody's");
    }

    fn a_priority_is_given_to_its_own_technicians_first(desk: Desk) {
        desk.as_user("ada").patch("/groups/service-desk", json!({"priorities": {"P4": ["dan"]}})).expect(200);
        assert_eq!(times(&desk, 3), (0, 3));
        away(&desk, "dan");
        assert_eq!(times(&desk, 2), (2, 0), "none of them is there");
    }

    fn tasks_are_given_to_somebody_who_is_there_too(setup: Setup) {
        let script = r#"task("Look", group("service-desk"), #{ by: "skills" }); resolve("Looked.");"#;
        let desk = setup.item("thing", json!({}), script).start();
        desk.as_user("ada").patch("/users/dan", json!({"skills": ["thing"]})).expect(200);
        let asked = |number: &str| desk.open(number, "task")["for"]["users"][0]["username"].clone();
        let first = desk.submit("ann", "thing", json!({}));
        assert_eq!(asked(&first), "dan");
        away(&desk, "dan");
        let second = desk.submit("ann", "thing", json!({}));
        assert_eq!(asked(&second), "dora");
    }

    fn of_two_who_take_a_ticket_one_wins(setup: Setup) {
        let desk = setup.replaced("workflows/policy.toml", BY, "group = \"service-desk\"").start();
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        desk.act("dora", &number, "accept", json!({}));
        let second = desk.as_user("dan").post(&format!("/tickets/{number}/accept"), json!({})).send();
        assert_eq!(second.status, 409);
        desk.act("dora", &number, "assign", json!({"group": "service-desk"}));
        assert_eq!(desk.ticket("dan", &number).at("/assignee"), Json::Null);
        let take = |who: &str, body: Json| desk.as_user(who).post(&format!("/tickets/{number}/assign"), body).send();
        let at_once: Vec<u16> = std::thread::scope(|scope| {
            let both = ["dora", "dan"].map(|who| scope.spawn(move || take(who, json!({"assignee": who})).status));
            both.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert!(at_once == [200, 409] || at_once == [409, 200], "{at_once:?}");
        let (had, other) = if at_once[0] == 200 { ("dora", "dan") } else { ("dan", "dora") };
        assert_eq!(desk.ticket("ada", &number).at("/assignee/username"), had);
        assert_eq!(take(had, json!({"assignee": had})).status, 200, "one has it already");
        let refused = take(other, json!({"assignee": other}));
        assert!(refused.text("/detail").ends_with("has it; say a reason to take it over."), "{}", refused.text("/detail"));
        assert_eq!(take(other, json!({"assignee": other, "reason": "She is in a meeting."})).at("/assignee/username"), other);
        assert_eq!(take("lin", json!({"assignee": "lin"})).status, 403, "of another group");
    }

    fn of_two_who_take_a_step_one_wins(desk: Desk) {
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        let step = desk.open(&number, "task")["id"].as_str().unwrap().to_owned();
        let claim = |who: &str, body: Json| desk.as_user(who).post(&format!("/steps/{step}/claim"), body).send();
        let at_once: Vec<u16> = std::thread::scope(|scope| {
            let both = ["dora", "dan"].map(|who| scope.spawn(move || claim(who, json!({})).status));
            both.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert!(at_once == [200, 409] || at_once == [409, 200], "{at_once:?}");
        let other = if at_once[0] == 200 { "dan" } else { "dora" };
        assert_eq!(claim(other, json!({"reason": " "})).problem(), "422 invalid /reason:required");
        assert_eq!(claim(other, json!({"reason": "She went home."})).status, 200);
    }
}
