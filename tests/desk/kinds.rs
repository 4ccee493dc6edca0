//! Incidents, problems and changes: what only one kind has, who states it, who
//! sees it, and what becomes of it when the ticket turns out to be another kind.

use crate::support::{Answer, Desk, Setup, on_both};
use serde_json::{Value as Json, json};

/// An incident `fault`, a problem `cause`, a change `swap` and a request `wish`,
/// each with its work.
pub fn of_all_kinds(setup: Setup) -> Setup {
    let work = |name: &str| {
        format!(
            "assign(group(\"service-desk\"));\nlet done = handle(\"{name}\", group(\"service-desk\"));\nresolve(done.resolution);\n"
        )
    };
    let what = || json!({"what": {"type": "string"}});
    let kinds = [("fault", "incident"), ("cause", "problem"), ("swap", "change"), ("wish", "request")];
    kinds.into_iter().fold(setup, |setup, (item, kind)| {
        let setup = setup.item(item, what(), &work(&format!("Do the {item}")));
        let kind = format!("\"kind\":\"{kind}\"");
        setup.replaced(&format!("schemas/{item}.json"), "\"kind\":\"request\"", &kind)
    })
}

/// One of them, asked for by ann and accepted by dora.
pub fn accepted(desk: &Desk, item: &str) -> String {
    let number = desk.submit("ann", item, json!({"what": "It"}));
    desk.act("dora", &number, "accept", json!({})).text("/number")
}

/// States facts.
pub fn state(desk: &Desk, who: &str, number: &str, facts: Json) -> Answer {
    desk.as_user(who).patch(&format!("/tickets/{number}"), facts).send()
}

/// The last entry of this type, as staff see it.
pub fn last_of(desk: &Desk, number: &str, kind: &str) -> Json {
    let events = desk.as_user("ada").get(&format!("/tickets/{number}/events?limit=200")).expect(200).at("/items");
    let found = events.as_array().unwrap().iter().rev().find(|event| event["type"] == kind).cloned();
    found.unwrap_or_else(|| panic!("no {kind}: {events:#}"))
}

on_both! {
    fn an_incident_says_what_it_hits_and_a_problem_its_cause(setup: Setup) {
        let desk = of_all_kinds(setup).start();
        let number = accepted(&desk, "fault");
        let facts = json!({"incident": {"service": "mail", "ci": "srv-12", "workaround": "Use the web."}});
        let ticket = state(&desk, "dora", &number, facts);
        assert_eq!(ticket.status, 200, "{:#}", ticket.json());
        assert_eq!(ticket.at("/incident/ci"), "srv-12");
        assert_eq!(ticket.at("/services"), json!(["mail"]));
        let seen = desk.ticket("ann", &number);
        assert_eq!((seen.at("/incident/service"), seen.at("/incident/workaround")), (json!("mail"), json!("Use the web.")));
        assert!(seen.json()["incident"].get("ci").is_none(), "a CI is the desk's own business");
        let moved = state(&desk, "dora", &number, json!({"incident": {"service": "erp", "ci": null}}));
        assert_eq!((moved.at("/services"), moved.json()["incident"].get("ci")), (json!(["erp"]), None));
        let fields = last_of(&desk, &number, "facts.changed")["data"]["fields"].clone();
        assert_eq!(fields["incident.service"], json!({"from": "mail", "to": "erp"}));
        assert_eq!(fields["incident.ci"], json!({"from": "srv-12", "to": null}));
        let of_ann = desk.as_user("ann").get(&format!("/tickets/{number}/events?limit=200")).expect(200);
        assert!(!of_ann.each("/type").contains(&json!("facts.changed")), "it is for staff");

        let number = accepted(&desk, "cause");
        let cause = json!({"problem": {"root_cause": "A full disk", "workaround": "Restart", "known_error": true, "public_title": "Mail stops"}});
        assert_eq!(state(&desk, "dora", &number, cause).at("/problem/root_cause"), "A full disk");
        let seen = desk.ticket("ann", &number).json()["problem"].clone();
        assert_eq!(seen, json!({"workaround": "Restart", "known_error": true, "public_title": "Mail stops", "affected": 0}));
    }

    fn facts_are_for_those_who_handle_it_and_for_its_kind(setup: Setup) {
        let desk = of_all_kinds(setup).start();
        let number = accepted(&desk, "fault");
        let fact = || json!({"incident": {"service": "mail"}});
        for (who, problem) in [("ann", "403 forbidden"), ("ula", "403 forbidden"), ("kim", "403 forbidden"), ("viv", "404 not_found")] {
            assert_eq!(state(&desk, who, &number, fact()).problem(), problem, "{who}");
        }
        for (facts, problem) in [
            (json!({"problem": {"root_cause": "x"}}), "422 invalid /problem:wrong_kind"),
            (json!({"change": {"plan": "x"}, "problem": {}}), "422 invalid /problem:wrong_kind /change:wrong_kind"),
            (json!({"incident": {"service": " "}}), "422 invalid /incident/service:minLength"),
            (json!({"incident": {"ci": "x".repeat(201)}}), "422 invalid /incident/ci:maxLength"),
            (json!({"incident": {"known": true}}), "422 invalid /incident/public_title:required"),
            (json!({"incident": {"colour": "red"}}), "422 invalid /incident:type"),
            (json!({"incident": null}), "422 invalid /incident:type"),
        ] {
            assert_eq!(state(&desk, "dora", &number, facts.clone()).problem(), problem, "{facts}");
        }
        assert!(desk.ticket("dora", &number).json().get("incident").is_none(), "nothing of that was done");
        let seen = desk.ticket("dora", &number).at("/version");
        assert_eq!(state(&desk, "dora", &number, fact()).status, 200);
        let stale = desk.as_user("dora").patch(&format!("/tickets/{number}"), fact()).if_match(&seen).send();
        assert_eq!(stale.problem(), "412 precondition_failed", "somebody else stated it meanwhile");
    }

    fn another_kind_shows_its_own_facts_and_keeps_the_others(setup: Setup) {
        let desk = of_all_kinds(setup).start();
        let number = accepted(&desk, "fault");
        state(&desk, "dora", &number, json!({"incident": {"service": "mail"}}));
        let cause = accepted(&desk, "cause");
        desk.as_user("dora").post(&format!("/tickets/{number}/links"), json!({"type": "caused_by", "to": cause})).expect(200);
        let wish = |item: &str| json!({"item": item, "form": {"what": "It"}, "reason": "It is that."});
        let request = desk.act("dora", &number, "reclassify", wish("wish"));
        assert_eq!(request.text("/number"), number.replace("INC", "SR"));
        assert!(request.json().get("incident").is_none());
        assert_eq!(request.at("/links/0/to"), json!(cause), "links are kept");
        assert_eq!(state(&desk, "dora", &number, json!({"incident": {"service": "erp"}})).problem(), "422 invalid /incident:wrong_kind");
        let again = desk.act("dora", &number, "reclassify", wish("fault"));
        assert_eq!((again.text("/number"), again.at("/incident/service")), (number.clone(), json!("mail")));
        let log = desk.log(&number);
        assert_eq!(log.iter().filter(|kind| *kind == "ticket.reclassified").count(), 2);
        assert!(log.contains(&"facts.changed".to_owned()), "the log goes on");
    }

    fn a_change_is_resolved_with_its_plan_on_record(setup: Setup) {
        let setup = of_all_kinds(setup).replaced("workflows/policy.toml", "[close]", "[changes]\nrequired = [\"plan\", \"back_out\", \"risk\"]\n\n[close]");
        let desk = setup.start();
        let number = accepted(&desk, "swap");
        let resolve = |who: &str, body: Json| desk.as_user(who).post(&format!("/tickets/{number}/resolve"), body).send();
        let done = || json!({"resolution": "Swapped."});
        let refused = resolve("dora", done());
        assert!(refused.problem().starts_with("409 illegal_operation"), "{}", refused.problem());
        assert_eq!(refused.text("/detail"), "Before a change is resolved these are on record: plan, back_out, risk.");
        let work = desk.answering("dora", &number, "work", json!({"outcome": "done", "output": {"resolution": "Swapped."}})).send();
        assert!(work.problem().starts_with("409 illegal_operation"), "as an answer, too: {}", work.problem());
        assert_eq!(resolve("dora", json!({"resolution": "x", "force": "Now."})).problem(), "403 forbidden");
        let facts = json!({"change": {"plan": "Pull, push.", "back_out": "Push, pull.", "risk": {"level": "high", "text": "Mail stops."}}});
        assert_eq!(state(&desk, "dora", &number, facts).at("/change/risk/level"), "high");
        assert_eq!(resolve("dora", done()).at("/status"), "resolved");
        let other = accepted(&desk, "swap");
        assert_eq!(desk.act("dora", &other, "resolve", json!({"resolution": "It broke.", "outcome": "failed"})).at("/status"), "resolved", "a failure wants no plan");
        let third = accepted(&desk, "swap");
        assert_eq!(desk.act("sam", &third, "resolve", json!({"resolution": "In an emergency.", "force": "The house burned."})).at("/status"), "resolved");
    }
}
