//! When changes are done: freezes of the policy, and other changes in the same
//! time on the same things.

use super::kinds::{accepted, of_all_kinds, state};
use crate::support::{Desk, Setup, on_both};
use serde_json::{Value as Json, json};

fn desk(setup: Setup) -> Desk {
    of_all_kinds(setup).replaced("workflows/policy.toml", "services = [\"*\"]", "services = [\"mail\"]").start()
}

fn window(from: &str, to: &str) -> Json {
    json!({"from": format!("2026-12-{from}:00:00Z"), "to": format!("2026-12-{to}:00:00Z")})
}

/// A change in this window on this CI.
fn change(desk: &Desk, window: Json, ci: &str) -> String {
    let number = accepted(desk, "swap");
    let stated = state(desk, "dora", &number, json!({"change": {"window": window, "cis": [ci]}}));
    assert_eq!(stated.status, 200, "{:#}", stated.json());
    number
}

fn overlaps(desk: &Desk, who: &str, number: &str) -> Vec<String> {
    let found = desk.ticket(who, number).at("/change/overlaps");
    found
        .as_array()
        .unwrap()
        .iter()
        .map(|it| format!("{} {} {}", it["number"].as_str().unwrap(), it["cis"], it["services"]))
        .collect()
}

on_both! {
    fn a_window_of_a_form_ends_after_it_begins(desk: Desk) {
        let wish = |start: &str, end: &str| {
            let window = json!({"start": format!("2026-12-02T{start}:00Z"), "end": format!("2026-12-02T{end}:00Z")});
            let form = json!({"summary": "New certificate", "services": ["mail"], "sort": "certificate", "risk": "low",
                "plan": ["Install it"], "way_back": ["Put the old one back"], "implementer": "lin", "window": window});
            desk.as_user("dora").post("/tickets", json!({"item": "standard-change", "form": form}))
        };
        assert_eq!(wish("20:00", "18:00").send().problem(), "422 invalid /form/window/end:minimum");
        wish("18:00", "20:00").expect(201);
    }

    fn a_change_while_changes_rest_is_the_change_managers(setup: Setup) {
        let desk = desk(setup);
        let number = accepted(&desk, "swap");
        let facts = |reason: Json| json!({"change": {"window": window("20T08", "20T10"), "services": ["mail"], "freeze_reason": reason}});
        assert_eq!(state(&desk, "dora", &number, facts(json!(null))).problem(), "422 invalid /change/window:freeze");
        assert_eq!(state(&desk, "dora", &number, facts(json!("Hurry."))).problem(), "422 invalid /change/window:freeze");
        assert_eq!(state(&desk, "sam", &number, facts(json!(null))).problem(), "422 invalid /change/window:freeze");
        let free = json!({"change": {"window": window("20T08", "20T10"), "services": ["erp"]}});
        assert_eq!(state(&desk, "dora", &number, free).status, 200, "the freeze is for mail");
        assert_eq!(state(&desk, "dora", &number, json!({"change": {"services": ["mail"]}})).problem(), "422 invalid /change/window:freeze");
        let stated = state(&desk, "sam", &number, facts(json!("The old one burns.")));
        assert_eq!(stated.at("/change/freeze/name"), "Year end");
        assert_eq!(desk.ticket("dora", &number).at("/change/freeze/reason"), "The old one burns.");
        assert!(desk.ticket("ann", &number).json()["change"].get("freeze").is_none());
        let moved = state(&desk, "dora", &number, json!({"change": {"window": window("01T08", "01T10")}}));
        assert!(moved.json()["change"].get("freeze").is_none(), "outside of it there is nothing to say");
        assert_eq!(state(&desk, "dora", &number, json!({"change": {"window": window("01T10", "01T08")}})).problem(), "422 invalid /change/window:minimum");
        assert_eq!(state(&desk, "dora", &number, json!({"change": {"window": {"from": "soon", "to": "later"}}})).problem(), "422 invalid /change:type");
    }

    fn changes_on_the_same_things_in_the_same_time_are_shown(setup: Setup) {
        let desk = desk(setup);
        let first = change(&desk, window("01T08", "01T12"), "srv-1");
        let second = change(&desk, window("01T10", "01T14"), "srv-1");
        change(&desk, window("01T10", "01T14"), "srv-2");
        change(&desk, window("01T12", "01T14"), "srv-1");
        assert_eq!(overlaps(&desk, "dora", &first), [format!("{second} [\"srv-1\"] []")], "what begins at its end does not overlap");
        let answered = state(&desk, "dora", &first, json!({"change": {"services": ["erp"]}}));
        assert_eq!(answered.at("/change/overlaps/0/number"), json!(second), "an answer to a change shows them, too");
        state(&desk, "dora", &second, json!({"change": {"services": ["erp"], "cis": []}}));
        assert_eq!(overlaps(&desk, "dora", &first), [format!("{second} [] [\"erp\"]")]);
        assert!(desk.ticket("ann", &first).json()["change"].get("overlaps").is_none(), "it is for staff");
        // What is over, or is no change any more, is in nobody's way.
        let wish = json!({"item": "wish", "form": {"what": "It"}, "reason": "It is none."});
        desk.act("dora", &second, "reclassify", wish.clone());
        assert_eq!(overlaps(&desk, "dora", &first), [""; 0]);
        desk.act("dora", &second, "reclassify", json!({"item": "swap", "form": {"what": "It"}, "reason": "It is one."}));
        assert_eq!(overlaps(&desk, "dora", &first).len(), 1);
        desk.act("dora", &second, "resolve", json!({"resolution": "Done."}));
        assert_eq!(overlaps(&desk, "dora", &first), [""; 0]);
    }

    fn a_confidential_change_is_shown_to_those_who_see_it(setup: Setup) {
        let desk = of_all_kinds(setup).replaced("schemas/swap.json", "\"kind\":\"change\"", "\"kind\":\"change\",\"restricted_to\":\"service-desk\"").start();
        let first = change(&desk, window("01T08", "01T12"), "srv-1");
        let number = desk.submit("ann", "wish", json!({"what": "It"}));
        desk.act("dora", &number, "accept", json!({}));
        assert_eq!(desk.as_user("lin").get(&format!("/tickets/{first}")).send().status, 404);
        desk.as_user("dora").post(&format!("/tickets/{number}/links"), json!({"type": "relates_to", "to": first})).expect(200);
        assert_eq!(desk.ticket("dora", &number).at("/links/0/to"), json!(first));
        assert_eq!(desk.as_user("lin").get(&format!("/tickets/{number}/links")).expect(200).at("/items"), json!([]));
        assert_eq!(desk.as_user("lin").post(&format!("/tickets/{number}/links"), json!({"type": "parent_of", "to": first})).send().status, 403, "lin does not handle it");
        let second = change(&desk, window("01T10", "01T14"), "srv-1");
        assert_eq!(overlaps(&desk, "dora", &second).len(), 1);
    }
}
