//! The shipped change and problem: what their forms and answers say is known of
//! the ticket as what it is, and what they name is linked.

use super::kinds::{last_of, state};
use crate::support::{Desk, on_both};
use serde_json::{Value as Json, json};

fn planned(desk: &Desk, day: &str, more: Json) -> String {
    let window = json!({"start": format!("2026-12-{day}T18:00:00Z"), "end": format!("2026-12-{day}T20:00:00Z")});
    let mut form = json!({"summary": "New certificate", "services": ["erp"], "sort": "certificate", "risk": "low",
        "plan": ["Install it", "Restart"], "way_back": ["Put the old one back"], "implementer": "lin", "window": window});
    form.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let number = desk.submit("dora", "standard-change", form);
    desk.act("dora", &number, "accept", json!({}));
    number
}

fn links(desk: &Desk, number: &str) -> Vec<String> {
    let found = desk.as_user("dora").get(&format!("/tickets/{number}/links")).expect(200).at("/items");
    let text = |link: &Json| format!("{} {}", link["type"].as_str().unwrap(), link["to"].as_str().unwrap());
    found.as_array().unwrap().iter().map(text).collect()
}

fn incident(desk: &Desk) -> String {
    desk.submit(
        "ann",
        "report-incident",
        json!({"summary": "Mail stops", "about": "other", "people": "person", "work": "yes", "details": "Again."}),
    )
}

fn problem(desk: &Desk, incidents: Json) -> String {
    let number = desk.submit(
        "dora",
        "problem-report",
        json!({"summary": "Mail stops at times", "frequency": "once", "incidents": incidents}),
    );
    desk.act("dora", &number, "accept", json!({}));
    desk.settle();
    number
}

fn found(desk: &Desk, number: &str, remedy: &str) {
    let output = json!({"resolution": "Memory", "cause": "The queue is in memory", "remedy": remedy, "helps": "Restart it", "known": true, "called": "Mail is late"});
    desk.answering("lin", number, "work:Find the cause", json!({"outcome": "done", "output": output})).expect(200);
}

on_both! {
    fn a_change_is_what_its_form_says(desk: Desk) {
        let (first, second) = (planned(&desk, "02", json!({})), planned(&desk, "02", json!({})));
        let change = desk.ticket("dora", &first).at("/change");
        assert_eq!(change["window"], json!({"from": "2026-12-02T18:00:00.000000Z", "to": "2026-12-02T20:00:00.000000Z"}));
        assert_eq!((&change["risk"]["level"], &change["plan"], &change["back_out"]), (&json!("low"), &json!("Install it\nRestart"), &json!("Put the old one back")));
        assert_eq!(change["overlaps"][0]["number"], json!(second));
        assert!(!last_of(&desk, &first, "facts.changed")["data"]["fields"].to_string().contains("by_workflow"));
        // The workflow waits by the form: there is one window.
        let window = json!({"from": "2026-12-05T18:00:00Z", "to": "2026-12-05T20:00:00Z"});
        assert_eq!(state(&desk, "dora", &first, json!({"change": {"window": window}})).problem(), "422 invalid /change/window:of_form");
        let form = json!({"window": {"start": "2026-12-05T18:00:00Z", "end": "2026-12-05T20:00:00Z"}});
        let moved = desk.as_user("dora").patch(&format!("/tickets/{first}"), json!({"form": form})).expect(200);
        assert_eq!((moved.at("/change/window/from"), moved.at("/change/overlaps")), (json!("2026-12-05T18:00:00.000000Z"), json!([])));
        let backwards = json!({"window": {"start": "2026-12-06T18:00:00Z", "end": "2026-12-05T20:00:00Z"}});
        let refused = desk.as_user("dora").patch(&format!("/tickets/{first}"), json!({"form": backwards})).send();
        assert_eq!(refused.problem(), "422 invalid /form/window/end:minimum");
    }

    fn a_change_in_a_freeze_says_why(desk: Desk) {
        let number = planned(&desk, "20", json!({}));
        assert_eq!(desk.ticket("dora", &number).at("/change/freeze/name"), "Year end");
        desk.answering("sam", &number, "approval:Exception to the freeze", json!({"outcome": "approved", "comment": "It runs out."})).expect(200);
        assert_eq!(desk.ticket("dora", &number).at("/change/freeze/reason"), "It runs out.");
        // Where there is no freeze, nothing is to be said, and that is said.
        let free = planned(&desk, "02", json!({}));
        for who in ["sam", "dora"] {
            assert_eq!(state(&desk, who, &free, json!({"change": {"freeze_reason": "must"}})).problem(), "422 invalid /change/freeze_reason:no_freeze");
        }
        assert_eq!(state(&desk, "dora", &free, json!({"change": {"freeze_reason": null}})).status, 200);
    }

    fn a_problem_causes_its_incidents(desk: Desk) {
        let (one, two) = (incident(&desk), incident(&desk));
        let number = problem(&desk, json!([one, two]));
        assert_eq!(links(&desk, &number), [format!("causes {one}"), format!("causes {two}")]);
        assert_eq!(links(&desk, &one), [format!("caused_by {number}")]);
        let told = last_of(&desk, &one, "ticket.linked");
        assert_eq!((told["data"]["kind"].clone(), told["data"]["what"].clone()), (json!("caused_by"), json!(number)));
        assert_eq!(told["actor"]["type"], "workflow");
        assert!([json!(one), json!(two)].contains(&last_of(&desk, &number, "ticket.linked")["data"]["what"]));
    }

    fn a_number_of_no_ticket_is_told_to_who_handles_it(desk: Desk) {
        let one = incident(&desk);
        let number = problem(&desk, json!(["INC-999999", one]));
        assert_eq!(links(&desk, &number), [format!("causes {one}")], "the others are linked");
        let told = |text: &String| text.contains("INC-999999 was not linked");
        assert_eq!(desk.messages("dora").iter().filter(|text| told(text)).count(), 1, "{:?}", desk.messages("dora"));
        assert!(last_of(&desk, &number, "note.added")["data"]["text"].as_str().unwrap().starts_with("INC-999999 was not linked"));
        // Sent again with another form, what is linked stays so.
        desk.as_user("dora").patch(&format!("/tickets/{number}"), json!({"form": {"incidents": [one]}})).expect(200);
        desk.settle();
        assert_eq!(links(&desk, &number), [format!("causes {one}")]);
    }

    fn a_cause_and_its_change_are_on_record(desk: Desk) {
        let (number, change) = (problem(&desk, json!([])), planned(&desk, "02", json!({})));
        found(&desk, &number, "change");
        let known = desk.ticket("dora", &number).at("/problem");
        assert_eq!((&known["root_cause"], &known["workaround"]), (&json!("The queue is in memory"), &json!("Restart it")));
        assert_eq!((&known["known_error"], &known["public_title"]), (&json!(true), &json!("Mail is late")));
        desk.answering("dan", &number, "task:Have it changed", json!({"outcome": "done", "output": {"number": change}})).expect(200);
        desk.settle();
        assert_eq!(links(&desk, &number), [format!("relates_to {change}")]);
        assert_eq!(links(&desk, &change), [format!("relates_to {number}")]);
    }

    fn each_bad_backup_is_an_incident_of_its_own(desk: Desk) {
        let number = desk.submit("sam", "backup-check", json!({"restore_test": false}));
        desk.act("dora", &number, "accept", json!({}));
        let steps = desk.as_user("ada").get(&format!("/tickets/{number}/steps")).expect(200).at("/items");
        for step in steps.as_array().unwrap().iter().filter(|step| step["kind"] == "task") {
            let answer = json!({"outcome": "failed", "comment": "None since Friday"});
            desk.as_user("lin").post(&format!("/steps/{}/answer", step["id"].as_str().unwrap()), answer).expect(200);
        }
        desk.settle();
        let mut titles: Vec<Json> = desk.as_user("dora").get("/tickets?item=report-incident").expect(200).each("/title");
        titles.sort_by_key(ToString::to_string);
        assert_eq!(titles, ["A backup is bad: Bookkeeping, nightly", "A backup is bad: Mail, hourly", "A backup is bad: Shares, nightly"]);
    }

    fn business_requests_have_an_intake_of_their_own(desk: Desk) {
        let form = json!({"what": "A lamp", "quantity": 1, "estimate": 40, "reason": "It is dark", "urgent": false});
        let number = desk.as_user("ann").post("/tickets", json!({"item": "purchase-request", "form": form})).expect(201).text("/number");
        assert_eq!(desk.ticket("ada", &number).text("/group"), "procurement");
    }
}
