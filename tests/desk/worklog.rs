//! Work in minutes: staff log it, correct it for a while, and nobody else sees it.

use crate::support::{Desk, Setup, on_both};
use chrono::Duration;
use serde_json::{Value as Json, json};

fn outage(setup: Setup) -> Desk {
    let script = r#"task("Look", group("line-2"), #{ on_timeout: "remind" }); handle("Restore", group("service-desk"), #{ on_timeout: "remind" }); resolve("Done");"#;
    setup.item("outage", json!({}), script).start()
}

fn refused(desk: &Desk, who: &str, number: &str, body: Json) -> String {
    desk.as_user(who).post(&format!("/tickets/{number}/work"), body).send().problem()
}

on_both! {
    fn work_is_logged_and_summed_for_staff_alone(setup: Setup) {
        let desk = outage(setup);
        let number = desk.submit("ann", "outage", json!({}));
        let step = desk.open(&number, "task")["id"].clone();
        let seen = desk.ticket("dora", &number).at("/version");
        let path = format!("/tickets/{number}/work");
        let before = desk.now();
        desk.as_user("sam").post(&format!("/tickets/{number}/comments"), json!({"text": "Meanwhile."})).expect(201);
        let call = || desk.as_user("dora").post(&path, json!({"minutes": 25, "note": "Called them."})).key("w1");
        let logged = call().if_match(&seen).expect(201);
        assert_eq!((logged.at("/minutes"), logged.at("/author/username")), (json!(25), json!("dora")));
        assert_eq!(logged.text("/when"), before.to_string());
        assert_eq!(logged.header("location"), Some(format!("/api/v1/work/{}", logged.text("/id")).as_str()));
        let again = call().if_match(&seen).expect(201);
        assert_eq!((again.at("/id"), again.header("idempotency-replayed")), (logged.at("/id"), Some("true")));
        assert_eq!(desk.ticket("dora", &number).at("/status"), "accepted", "an agent's first act");
        let earlier = before.plus(-Duration::hours(2));
        let wish = json!({"minutes": 90, "when": earlier, "note": "On site.", "step": step});
        desk.as_user("lin").post(&path, wish).expect(201);
        let sum = desk.ticket("sam", &number);
        assert_eq!((sum.at("/work/minutes"), sum.at("/work/entries")), (json!(115), json!(2)));
        let mut by: Vec<(String, Json)> = sum.at("/work/by").as_array().unwrap().iter().map(|one| (one["person"]["username"].as_str().unwrap().to_owned(), one["minutes"].clone())).collect();
        by.sort_by(|one, two| one.0.cmp(&two.0));
        assert_eq!(by, [("dora".to_owned(), json!(25)), ("lin".to_owned(), json!(90))]);
        let list = desk.as_user("kim").get(&path).expect(200);
        assert_eq!(list.each("/minutes"), [json!(90), json!(25)], "by when it was done");
        let first = desk.as_user("kim").get(&format!("{path}?limit=1")).expect(200);
        let rest = desk.as_user("kim").get(&format!("{path}?limit=1&cursor={}", first.text("/next_cursor"))).expect(200);
        assert_eq!((rest.at("/items/0/minutes"), rest.at("/next_cursor")), (json!(25), Json::Null));
        assert!(desk.ticket("ann", &number).json().get("work").is_none());
        assert_eq!(desk.as_user("ann").get(&path).send().problem(), "403 forbidden");
        assert_eq!(desk.as_user("viv").get(&path).send().problem(), "404 not_found");
        let events = desk.as_user("ann").get(&format!("/tickets/{number}/events")).expect(200).json().to_string();
        assert!(!events.contains("work.") && !events.contains("minutes"), "{events}");
        assert_eq!(desk.log(&number).iter().filter(|kind| *kind == "work.logged").count(), 2);
    }

    fn work_stays_within_reason(setup: Setup) {
        let desk = outage(setup);
        let number = desk.submit("ann", "outage", json!({}));
        let other = desk.submit("ann", "outage", json!({}));
        let foreign = desk.open(&other, "task")["id"].clone();
        assert_eq!(refused(&desk, "ann", &number, json!({"minutes": 5})), "403 forbidden");
        assert_eq!(refused(&desk, "ula", &number, json!({"minutes": 5})), "403 forbidden", "an auditor only reads");
        assert_eq!(refused(&desk, "viv", &number, json!({"minutes": 5})), "404 not_found");
        for minutes in [0, 1_441, -1_441, i64::MAX] {
            assert_eq!(refused(&desk, "dora", &number, json!({"minutes": minutes})), "422 invalid /minutes:range", "{minutes}");
        }
        assert_eq!(refused(&desk, "dora", &number, json!({})), "422 invalid /minutes:required");
        assert_eq!(refused(&desk, "dora", &number, json!({"minutes": "5"})), "422 invalid /minutes:type");
        let tomorrow = desk.now().plus(Duration::days(1));
        assert_eq!(refused(&desk, "dora", &number, json!({"minutes": 5, "when": tomorrow})), "422 invalid /when:future");
        assert_eq!(refused(&desk, "dora", &number, json!({"minutes": 5, "when": "2001-01-01T00:00:00Z"})), "422 invalid /when:past");
        assert_eq!(refused(&desk, "dora", &number, json!({"minutes": 5, "step": foreign})), "422 invalid /step:unknown");
        assert_eq!(refused(&desk, "dora", &number, json!({"minutes": 5, "note": "x".repeat(2_001)})), "422 invalid /note:maxLength");
        assert_eq!(refused(&desk, "dora", &number, json!({"minutes": -5})), "422 invalid /note:required");
        assert_eq!(refused(&desk, "dora", &number, json!({"minutes": -5, "note": "Too much."})), "422 invalid /minutes:minimum");
        assert!(desk.ticket("dora", &number).json().get("work").is_none(), "nothing was kept");
        let path = format!("/tickets/{number}/work");
        desk.as_user("dora").post(&path, json!({"minutes": 30})).expect(201);
        desk.as_user("dora").post(&path, json!({"minutes": -10, "note": "Lunch."})).expect(201);
        assert_eq!(refused(&desk, "lin", &number, json!({"minutes": -5, "note": "Hers."})), "422 invalid /minutes:minimum");
        desk.act("sam", &number, "resolve", json!({"resolution": "Done.", "force": "It is done."}));
        desk.act("ann", &number, "close", json!({}));
        desk.as_user("lin").post(&path, json!({"minutes": 15, "note": "Wrote it down."})).expect(201);
        assert_eq!(desk.ticket("dora", &number).at("/work/minutes"), 35);
    }

    fn the_author_corrects_an_entry_for_a_while_and_the_record_keeps_it(setup: Setup) {
        let desk = outage(setup);
        let number = desk.submit("ann", "outage", json!({}));
        let id = desk.as_user("dora").post(&format!("/tickets/{number}/work"), json!({"minutes": 250, "note": "Call."})).expect(201).text("/id");
        let path = format!("/work/{id}");
        desk.advance(Duration::minutes(5));
        let corrected = desk.as_user("dora").patch(&path, json!({"minutes": 25})).expect(200);
        assert_eq!((corrected.at("/minutes"), corrected.text("/corrected_at")), (json!(25), desk.now().to_string()));
        assert_eq!((corrected.at("/history/0/minutes"), corrected.at("/history/0/note")), (json!(250), json!("Call.")));
        assert_eq!(desk.ticket("dan", &number).at("/work/minutes"), 25);
        desk.as_user("dora").patch(&path, json!({"minutes": 25})).expect(200);
        assert_eq!(desk.log(&number).iter().filter(|kind| *kind == "work.corrected").count(), 1, "nothing changed");
        let refused = |who: &str, body: Json| desk.as_user(who).patch(&path, body).send().problem();
        assert_eq!(refused("dan", json!({"minutes": 5})), "403 forbidden");
        assert_eq!(refused("ann", json!({"minutes": 5})), "404 not_found");
        assert_eq!(refused("dora", json!({"minutes": 0})), "422 invalid /minutes:range");
        assert_eq!(refused("dora", json!({"minutes": null})), "422 invalid /minutes:type");
        assert_eq!(refused("dora", json!({"step": null})), "422 invalid /step:unknown");
        assert_eq!(desk.as_user("dora").delete(&path).send().status, 405, "nothing is taken away");
        desk.advance(Duration::hours(25));
        assert!(refused("dora", json!({"minutes": 5})).starts_with("409 illegal_operation"));
    }

    fn the_work_on_a_confidential_ticket_is_its_group_s(setup: Setup) {
        let desk = setup.item("case", json!({}), r#"restrict(group("line-2")); task("Look", group("line-2"));"#).start();
        let number = desk.submit("ann", "case", json!({}));
        let id = desk.as_user("lin").post(&format!("/tickets/{number}/work"), json!({"minutes": 5})).expect(201).text("/id");
        assert_eq!(desk.as_user("sam").get(&format!("/work/{id}")).send().problem(), "404 not_found");
        assert_eq!(refused(&desk, "sam", &number, json!({"minutes": 5})), "404 not_found");
    }
}
