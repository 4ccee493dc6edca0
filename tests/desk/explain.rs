//! Why a ticket stands as it does: a sentence for who asked, line and inputs
//! for staff, and where priority, due times and price come from.

use crate::support::{Desk, Mood, Neighbour, Setup, on_both};
use chrono::Duration;
use serde_json::json;

/// An explanation as somebody gets it.
fn explained(desk: &Desk, who: &str, number: &str, of: &str) -> serde_json::Value {
    desk.as_user(who).get(&format!("/tickets/{number}/explain?of={of}")).expect(200).json()
}

on_both! {
    fn the_requester_is_told_what_it_waits_for_and_what_comes_next(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "pro"}));
        let told = explained(&desk, "ann", &number, "wait");
        assert!(told["sentence"].as_str().unwrap().starts_with("waits for Max Lim’s approval (Line manager) since"), "{told}");
        let step = &told["steps"][0];
        assert_eq!((&step["for"], &step["moves_on"]), (&json!(["Max Lim"]), &json!("Max Lim approves or rejects it")));
        assert!(step["next"].as_array().unwrap().iter().any(|next| next["at"] == step["due_at"]), "{step}");
        assert!(["place", "inputs", "asked"].iter().all(|key| step.get(key).is_none()), "the script is for staff: {step}");
        assert!(!told["because"].as_array().unwrap().is_empty(), "the clocks of the ticket: {told}");
    }

    fn staff_are_told_the_line_and_the_inputs(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "pro"}));
        let step = explained(&desk, "dora", &number, "wait")["steps"][0].clone();
        assert_eq!(step["place"]["source"], "workflows/laptop.rhai");
        assert_eq!(step["place"]["line"], 7);
        assert_eq!(step["asked"], json!(["manager_of(ann)"]));
        assert_eq!(step["level"], 0);
    }

    fn an_outage_is_told_with_its_next_try(setup: Setup) {
        let neighbour = Neighbour::start(Mood::Away);
        let desk = setup.plugin_setting("asset", "neighbour", json!(neighbour.url())).start();
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.answer("max", &number, "approval", "approved");
        desk.answer("ann", &number, "cost", "confirmed");
        desk.act("dora", &number, "accept", json!({}));
        desk.settle();
        desk.advance(Duration::seconds(30));
        let told = explained(&desk, "dora", &number, "wait");
        let call = told["steps"].as_array().unwrap().iter().find(|step| step["kind"] == "plugin").unwrap().clone();
        assert_eq!(call["moves_on"], "the system asset answers");
        assert!(call["last_error"].is_string() && call["next"][0]["what"].as_str().unwrap().starts_with("try "), "{call}");
        let ann = explained(&desk, "ann", &number, "wait");
        assert!(ann["steps"].as_array().unwrap().iter().all(|step| step.get("last_error").is_none()), "not for requesters: {ann}");
    }

    fn every_question_has_its_answer(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "pro"}));
        let approver = explained(&desk, "ann", &number, "approver");
        assert_eq!(approver["because"], json!(["Line manager: Max Lim; 1 of 1 must say yes"]));
        let priority = explained(&desk, "ann", &number, "priority");
        let ticket = desk.ticket("ann", &number).json();
        let text = |key: &str| ticket[key].as_str().unwrap().to_owned();
        let expected = format!("It is {}: impact {}, urgency {}.", text("priority"), text("impact"), text("urgency"));
        assert_eq!(priority["sentence"], json!(expected));
        let price = explained(&desk, "ann", &number, "price");
        assert!(price["sentence"].as_str().unwrap().starts_with("It costs ") && !price["because"].as_array().unwrap().is_empty(), "{price}");
        let sla = explained(&desk, "ann", &number, "sla");
        assert!(sla["sentence"].as_str().unwrap().contains("hardware"), "{sla}");
        let assignee = explained(&desk, "dora", &number, "assignee");
        assert!(assignee["because"][0].as_str().unwrap().starts_with("given by the workflow on "), "{assignee}");
    }

    fn who_may_not_see_the_ticket_gets_no_explanation_of_it(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "pro"}));
        assert_eq!(desk.as_user("viv").get(&format!("/tickets/{number}/explain")).send().problem(), "404 not_found");
        assert_eq!(desk.as_user("viv").get(&format!("/tickets/{number}/explain?of=x")).send().problem(), "404 not_found");
        assert_eq!(desk.as_user("ann").get(&format!("/tickets/{number}/explain?of=x")).send().problem(), "422 invalid /of:enum");
        desk.act("ann", &number, "cancel", json!({}));
        assert_eq!(explained(&desk, "ann", &number, "wait")["steps"], json!([]));
    }
}
