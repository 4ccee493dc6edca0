//! When a plugin's neighbour is away: the step stays open and says so, the call
//! is made again, and nothing is done twice.

use crate::support::{Desk, Mood, Neighbour, Setup, on_both};
use chrono::Duration;
use serde_json::json;

/// A desk whose asset register asks this neighbour.
fn beside(setup: Setup, neighbour: &Neighbour) -> Desk {
    setup.plugin_setting("asset", "neighbour", json!(neighbour.url())).start()
}

/// A laptop that has come to its reservation.
fn laptop(desk: &Desk) -> String {
    let number = desk.submit("ann", "laptop", json!({"model": "light"}));
    desk.answer("max", &number, "approval", "approved");
    desk.answer("ann", &number, "cost", "confirmed");
    desk.act("dora", &number, "accept", json!({}));
    desk.answer("dora", &number, "task", "done");
    desk.settle();
    number
}

on_both! {
    fn a_neighbour_that_is_well_gives_what_it_has(setup: Setup) {
        let neighbour = Neighbour::start(Mood::Well);
        let desk = beside(setup, &neighbour);
        let number = laptop(&desk);
        assert_eq!(desk.open(&number, "task")["about"], "NB-1");
        assert_eq!(neighbour.asked(), ["GET reservations", "POST reservations"]);
    }

    fn an_outage_leaves_the_step_open_and_the_story_goes_on_afterwards(setup: Setup) {
        let neighbour = Neighbour::start(Mood::Away);
        let desk = beside(setup, &neighbour);
        let number = laptop(&desk);
        assert_eq!(desk.waits_for(&number), ["plugin asset.reserve"]);
        assert_eq!(desk.ticket("ann", &number).at("/headline").as_str().unwrap().split(" since").next(), Some("waits for the system asset"));
        desk.advance(Duration::seconds(30));
        assert!(neighbour.asked().len() >= 3, "it is tried again: {:?}", neighbour.asked());
        assert_eq!(desk.waits_for(&number), ["plugin asset.reserve"]);
        neighbour.set(Mood::Well);
        desk.advance(Duration::hours(2));
        assert_eq!(desk.waits_for(&number), ["task Hand over"]);
        assert_eq!(desk.open(&number, "task")["about"], "NB-1");
    }

    fn the_pauses_between_tries_grow(setup: Setup) {
        let neighbour = Neighbour::start(Mood::Away);
        let desk = beside(setup, &neighbour);
        laptop(&desk);
        let mut tries = Vec::new();
        for _ in 0..6 {
            desk.advance(Duration::minutes(10));
            tries.push(neighbour.asked().len());
        }
        assert!(tries[0] > tries[5] - tries[0], "most of them in the beginning: {tries:?}");
        assert!(tries[5] < 12, "an hour's outage is no storm of calls: {tries:?}");
    }

    fn when_the_attempts_are_used_up_somebody_is_told_and_the_step_stays(setup: Setup) {
        let neighbour = Neighbour::start(Mood::Away);
        let desk = beside(setup, &neighbour);
        let number = laptop(&desk);
        desk.advance(Duration::days(1));
        assert_eq!(desk.waits_for(&number), ["plugin asset.reserve"]);
        assert!(desk.log(&number).contains(&"delivery.failed".to_owned()), "{:?}", desk.log(&number));
        let told = |who: &str| desk.messages(who).iter().any(|text| text.contains("asset.reserve"));
        assert!(told("dora") && told("ada"), "the owner {:?} and the admin {:?}", desk.messages("dora"), desk.messages("ada"));
        // It is tried on: days later the neighbour is back.
        neighbour.set(Mood::Well);
        desk.advance(Duration::hours(3));
        assert_eq!(desk.waits_for(&number), ["task Hand over"]);
    }

    fn an_answer_that_was_lost_reserves_nothing_twice(setup: Setup) {
        let neighbour = Neighbour::start(Mood::Forgetful);
        let desk = beside(setup, &neighbour);
        let number = laptop(&desk);
        desk.advance(Duration::minutes(1));
        neighbour.set(Mood::Well);
        desk.advance(Duration::hours(1));
        assert_eq!(desk.open(&number, "task")["about"], "NB-1");
        assert_eq!(neighbour.reserved(), 1, "{:?}", neighbour.asked());
    }

    fn an_outage_outlives_the_desk(setup: Setup) {
        let neighbour = Neighbour::start(Mood::Away);
        let desk = beside(setup, &neighbour);
        let number = laptop(&desk);
        let desk = desk.restart();
        neighbour.set(Mood::Well);
        desk.advance(Duration::hours(1));
        assert_eq!(desk.waits_for(&number), ["task Hand over"]);
        assert_eq!(neighbour.reserved(), 1);
    }

    fn a_refusal_is_for_the_owner_to_decide(setup: Setup) {
        let neighbour = Neighbour::start(Mood::OutOfStock);
        let desk = beside(setup, &neighbour);
        let number = laptop(&desk);
        assert_eq!(desk.waits_for(&number), ["plugin asset.reserve"]);
        assert!(desk.messages("dora").iter().any(|text| text.contains("No light is left")), "{:?}", desk.messages("dora"));
        let asked = neighbour.asked().len();
        desk.advance(Duration::days(1));
        assert_eq!(neighbour.asked().len(), asked, "a refusal is an answer: it is not asked again");
        let headline = desk.ticket("ann", &number).text("/headline");
        assert!(headline.starts_with("waits for Dora Petrova: asset.reserve since"), "the owner, not the system: {headline}");
        // The owner finds one elsewhere and answers by hand.
        let output = json!({"tag": "LT-77", "model": "light", "price": 850});
        desk.answering("dora", &number, "plugin", json!({"outcome": "done", "output": output})).expect(200);
        assert_eq!(desk.open(&number, "task")["about"], "LT-77");
    }

    fn the_owner_may_let_a_refused_call_fail_the_ticket(setup: Setup) {
        let neighbour = Neighbour::start(Mood::OutOfStock);
        let desk = beside(setup, &neighbour);
        let number = laptop(&desk);
        desk.answering("dora", &number, "plugin", json!({"outcome": "refused", "code": "out_of_stock", "comment": "None left."})).expect(200);
        let ticket = desk.ticket("dora", &number);
        assert_eq!((ticket.at("/status"), ticket.at("/resolution")), (json!("resolved"), json!("None left.")));
        assert_eq!(desk.act("ann", &number, "close", json!({})).at("/closure_code"), "failed");
    }

    fn a_call_answered_by_hand_is_not_made_any_more(setup: Setup) {
        let neighbour = Neighbour::start(Mood::Away);
        let desk = beside(setup, &neighbour);
        let number = laptop(&desk);
        let output = json!({"tag": "LT-88", "model": "light", "price": 850});
        desk.answering("ada", &number, "plugin", json!({"outcome": "done", "output": output})).expect(200);
        let asked = neighbour.asked().len();
        neighbour.set(Mood::Well);
        desk.advance(Duration::days(1));
        assert_eq!((neighbour.asked().len(), neighbour.reserved()), (asked, 0));
        assert_eq!(desk.open(&number, "task")["about"], "LT-88");
    }

    fn errors_of_a_plugin_never_reach_intake(setup: Setup) {
        let neighbour = Neighbour::start(Mood::Away);
        let desk = beside(setup.file("workflows/laptop.rhai", "let d = asset::reserve(#{ model: form.model });\nresolve(d.tag);\n"), &neighbour);
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.settle();
        assert_eq!(desk.waits_for(&number), ["plugin asset.reserve"]);
        assert_eq!(desk.submit("ann", "password-reset", json!({"system": "erp"})), "SR-000002");
    }
}
