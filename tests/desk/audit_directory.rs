//! The desk-wide log tells every change of people, groups and absences: who,
//! when, from where, and what each field was and is. The log of a ticket does so
//! of its fields. No call of the API changes either.

use crate::support::{Desk, on_both};
use maitred::desk::clock::Ids;
use maitred::desk::people::{NewUser, add_user, set_active};
use maitred::http::ROUTES;
use serde_json::{Value as Json, json};

/// The newest entry of this type, as the auditor reads it.
fn last(desk: &Desk, kind: &str) -> Json {
    let found = desk.as_user("ula").get(&format!("/audit?type={kind}&limit=1")).expect(200);
    found.at("/items/0")
}

fn count(desk: &Desk) -> usize {
    desk.as_user("ula").get("/audit?limit=200").expect(200).each("/type").len()
}

on_both! {
    fn changes_of_people_are_told_with_what_was_and_is(desk: Desk) {
        let ada = desk.as_user("ada");
        let new = json!({"username": "eva", "name": "Eva Stone", "manager": "max", "roles": ["agent"], "groups": ["service-desk"], "skills": ["laptop"]});
        let made = ada.post("/users", new).header("User-Agent", "Mozilla/5.0 (X11)").expect(201);
        let told = last(&desk, "person.added");
        assert_eq!((&told["actor"]["username"], &told["object"]), (&json!("ada"), &json!("eva")));
        assert_eq!(told["origin"], json!({"address": "127.0.0.1", "door": "session", "agent": "browser"}));
        assert!(told["at"].as_str().is_some_and(|at| at.starts_with("20")));
        let fields = &told["data"]["fields"];
        assert_eq!(fields["manager"], json!({"from": null, "to": "max"}));
        assert_eq!(fields["groups"], json!({"from": null, "to": ["service-desk"]}));
        assert!(fields.get("email").is_none(), "what is empty is not told: {fields}");
        let patch = json!({"roles": ["handler"], "department": "IT", "groups": [], "name": "Eva Stone"});
        ada.patch("/users/eva", patch).expect(200);
        let fields = last(&desk, "person.changed")["data"]["fields"].clone();
        let expected = json!({"department": {"from": null, "to": "IT"}, "groups": {"from": ["service-desk"], "to": []},
            "roles": {"from": ["requester", "agent"], "to": ["requester", "handler"]}});
        assert_eq!(fields, expected);
        let again = ada.post("/users/eva/password", json!({})).expect(200);
        let told = last(&desk, "password.set");
        assert_eq!((&told["object"], &told["actor"]["username"], &told["data"]), (&json!("eva"), &json!("ada"), &json!({})));
        ada.patch("/users/eva", json!({"active": false})).expect(200);
        assert_eq!(last(&desk, "person.changed")["data"]["fields"], json!({"active": {"from": true, "to": false}}));
        let wish = json!({"current": "ann", "password": "a better password"});
        desk.as_user("ann").post("/me/password", wish).expect(204);
        let told = last(&desk, "password.changed");
        assert_eq!((&told["object"], &told["actor"]["username"]), (&json!("ann"), &json!("ann")));
        let all = desk.as_user("ula").get("/audit?limit=200").expect(200).json().to_string();
        for secret in [made.text("/password"), again.text("/password"), "a better password".to_owned()] {
            assert!(!all.contains(&secret), "no password is in it");
        }
        // What is refused, or is nobody's to do, is not told.
        let before = count(&desk);
        ada.patch("/users/eva", json!({"manager": "nobody"})).expect(422);
        desk.as_user("dora").patch("/users/eva", json!({"department": "HR"})).send();
        assert_eq!(count(&desk), before);
    }

    fn the_command_line_is_told_as_well(desk: Desk) {
        let new = NewUser { username: "eva".to_owned(), groups: vec!["service-desk".to_owned()], ..NewUser::default() };
        add_user(desk.desk.store(), &new, &mut Ids::new(&desk.clock)).unwrap();
        set_active(desk.desk.store(), "eva", false, &desk.clock).unwrap();
        desk.desk.refresh().unwrap();
        let console = json!({"address": "localhost", "door": "console", "agent": "program"});
        let (added, changed) = (last(&desk, "person.added"), last(&desk, "person.changed"));
        for told in [&added, &changed] {
            assert_eq!((&told["object"], &told["actor"], &told["origin"]), (&json!("eva"), &json!(null), &console));
        }
        assert_eq!(added["data"]["fields"]["groups"], json!({"from": null, "to": ["service-desk"]}));
        assert_eq!(changed["data"]["fields"], json!({"active": {"from": true, "to": false}}));
        // What was so before is no change.
        assert!(!set_active(desk.desk.store(), "eva", false, &desk.clock).unwrap());
        assert_eq!(last(&desk, "person.changed")["position"], changed["position"]);
    }

    fn changes_of_groups_are_told_with_what_was_and_is(desk: Desk) {
        let ada = desk.as_user("ada");
        ada.post("/groups", json!({"name": "cleaners", "line": 1, "members": ["dan"], "lead": "dan"})).expect(201);
        let told = last(&desk, "group.made");
        assert_eq!((&told["object"], &told["actor"]["username"]), (&json!("cleaners"), &json!("ada")));
        assert_eq!(told["data"]["fields"]["members"], json!({"from": null, "to": ["dan"]}));
        ada.patch("/groups/cleaners", json!({"members": ["dora", "dan"], "capacity": 5, "lead": null})).expect(200);
        let expected = json!({"members": {"from": ["dan"], "to": ["dan", "dora"]}, "capacity": {"from": null, "to": 5},
            "lead": {"from": "dan", "to": null}});
        assert_eq!(last(&desk, "group.changed")["data"]["fields"], expected);
        ada.delete("/groups/cleaners").expect(204);
        let told = last(&desk, "group.dissolved");
        assert_eq!((&told["object"], &told["data"]["fields"]["members"]), (&json!("cleaners"), &json!({"from": ["dan", "dora"], "to": []})));
    }

    fn changes_of_absences_are_told_with_what_was_and_is(desk: Desk) {
        let away = json!({"from": "2026-12-01T00:00:00Z", "to": "2026-12-02T00:00:00Z", "substitute": "dora"});
        let id = desk.as_user("dan").post("/absences", away).expect(201).text("/id");
        let told = last(&desk, "absence.registered");
        assert_eq!((&told["object"], &told["data"]["person"], &told["origin"]["door"]), (&json!(id), &json!("dan"), &json!("session")));
        assert_eq!(told["data"]["fields"]["substitute"], json!({"from": null, "to": "dora"}));
        desk.as_user("sam").patch(&format!("/absences/{id}"), json!({"to": "2026-12-03T00:00:00Z", "substitute": "lin"})).expect(200);
        let told = last(&desk, "absence.changed");
        assert_eq!((&told["actor"]["username"], &told["data"]["person"]), (&json!("sam"), &json!("dan")));
        let expected = json!({"substitute": {"from": "dora", "to": "lin"},
            "to": {"from": "2026-12-02T00:00:00.000000Z", "to": "2026-12-03T00:00:00.000000Z"}});
        assert_eq!(told["data"]["fields"], expected);
        desk.as_user("dan").delete(&format!("/absences/{id}")).expect(204);
        let told = last(&desk, "absence.dropped");
        assert_eq!((&told["object"], &told["data"]["fields"]["substitute"]), (&json!(id), &json!({"from": "lin", "to": null})));
    }

    fn every_field_of_a_ticket_is_told_with_what_was_and_is(desk: Desk) {
        desk.as_user("ada").patch("/users/viv", json!({"location": "Oslo"})).expect(200);
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.act("dora", &number, "accept", json!({}));
        let before = desk.ticket("dora", &number).json();
        let patch = json!({"title": "For Ann", "description": "The old one burns.", "impact": "organisation", "urgency": "high",
            "location": "Oslo", "remarks": "Hurry.", "form": {"model": "pro", "reason": "More of it."}});
        desk.as_user("dora").patch(&format!("/tickets/{number}"), patch.clone()).expect(200);
        let events = desk.as_user("ula").get(&format!("/tickets/{number}/events?limit=200")).expect(200).at("/items");
        let changed = events.as_array().unwrap().iter().find(|event| event["type"] == "ticket.changed").unwrap().clone();
        assert_eq!((&changed["actor"]["name"], &changed["origin"]["door"]), (&json!("Dora Petrova"), &json!("session")));
        let fields = &changed["data"]["fields"];
        for name in ["title", "description", "impact", "urgency", "location", "remarks"] {
            assert_eq!(fields[name], json!({"from": before[name], "to": patch[name]}), "{name}");
        }
        let after = desk.ticket("dora", &number).json();
        assert_ne!(before["priority"], after["priority"]);
        assert_eq!((&fields["priority"]["from"], &fields["priority"]["to"]), (&before["priority"], &after["priority"]));
        assert_eq!(fields["form"], json!(["model", "reason"]));
        assert_eq!(fields["form.model"], json!({"from": "light", "to": "pro"}));
        assert_eq!(fields["form.reason"], json!({"from": null, "to": "More of it."}));
    }

    fn no_method_on_a_log_changes_it(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.act("dora", &number, "accept", json!({}));
        let logs = |who: &str| {
            let client = desk.as_user(who);
            let audit = client.get("/audit?limit=200").expect(200).at("/items");
            (audit, client.get(&format!("/tickets/{number}/events?limit=200")).expect(200).at("/items"))
        };
        let before = logs("ada");
        let place = before.0[0]["position"].to_string();
        let places = ["/audit".to_owned(), format!("/audit/{place}"), format!("/tickets/{number}/events"), format!("/tickets/{number}/events/1")];
        for who in ["ada", "ula", "sam", "dora", "ann"] {
            for path in &places {
                for method in ["POST", "PUT", "PATCH", "DELETE", "MERGE", "PURGE"] {
                    let told = desk.as_user(who).call(method, path).json(&json!({"data": {}, "type": "x"})).send();
                    assert!([404, 405, 501].contains(&told.status), "{who} {method} {path}: {}", told.status);
                }
            }
        }
        assert_eq!(logs("ada"), before);
        // A patch of the ticket that names its log is refused by name.
        for body in [json!({"events": []}), json!({"log": []}), json!({"created_at": "2020-01-01T00:00:00Z"})] {
            let told = desk.as_user("ada").patch(&format!("/tickets/{number}"), body).send();
            assert!([403, 422].contains(&told.status), "{}", told.shown());
        }
        assert_eq!(logs("ada").1, before.1);
        // And there is no other route to them.
        let named = ROUTES.iter().filter(|(_, path, _)| path.contains("/events") || path.contains("/audit"));
        assert!(named.clone().count() == 2 && named.clone().all(|(method, ..)| *method == "GET"));
    }
}
