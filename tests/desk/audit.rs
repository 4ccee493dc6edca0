//! Who did what, when, from where and why: on each ticket, and desk-wide; and
//! that nothing of it can be changed.

use crate::support::{Client, Desk, Setup, on_both};
use serde_json::{Value as Json, json};

on_both! {
    fn the_log_of_a_ticket_says_from_where(setup: Setup) {
        let mut setup = setup;
        setup.http.behind_proxy = true;
        let desk = setup.start();
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let accept = desk.as_user("dora").post(&format!("/tickets/{number}/accept"), json!({}));
        accept.header("X-Forwarded-For", "6.6.6.6, 192.0.2.7").header("User-Agent", "Mozilla/5.0 (X11)").expect(200);
        let token = desk.as_user("dora").post("/tokens", json!({"name": "script"})).expect(201).text("/secret");
        let program = Client::with_token(desk.address(), &token);
        program.post(&format!("/tickets/{number}/comments"), json!({"text": "Hello"})).expect(201);
        let wish = json!({"operation": "comment", "tickets": [number], "body": {"text": "Both"}});
        desk.as_user("dora").post("/tickets/bulk", wish).header("X-Forwarded-For", "192.0.2.9").expect(200);
        let log = |who: &str| desk.as_user(who).get(&format!("/tickets/{number}/events?limit=200")).expect(200).at("/items");
        let of = |who: &str, kind: &str| -> Vec<Json> {
            log(who).as_array().unwrap().iter().filter(|event| event["type"] == kind).cloned().collect()
        };
        assert_eq!(of("dora", "ticket.accepted")[0]["origin"], json!({"address": "192.0.2.7", "door": "session", "agent": "browser"}));
        let said = of("dora", "comment.added");
        assert_eq!((&said[0]["origin"]["door"], &said[0]["actor"]["token"]), (&json!("token"), &json!("script")));
        assert_eq!(said[1]["origin"]["address"], "192.0.2.9");
        assert_eq!(of("dora", "step.opened")[0]["origin"], Json::Null, "the workflow was nowhere");
        assert_eq!(of("ann", "comment.added")[0].get("origin"), None, "that is for staff");
    }

    fn an_address_is_believed_of_our_own_proxy_only(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let call = desk.as_user("dora").post(&format!("/tickets/{number}/accept"), json!({}));
        call.header("X-Forwarded-For", "192.0.2.7").expect(200);
        let log = desk.as_user("dora").get(&format!("/tickets/{number}/events?limit=200")).expect(200).at("/items");
        let accepted = log.as_array().unwrap().iter().find(|event| event["type"] == "ticket.accepted").unwrap().clone();
        assert_eq!(accepted["origin"], json!({"address": "127.0.0.1", "door": "session", "agent": "program"}));
    }

    fn what_concerns_no_ticket_is_in_the_log_of_the_desk(desk: Desk) {
        let sign_in = |password: &str| desk.stranger().post("/session", json!({"username": "dan", "password": password})).send();
        assert_eq!(sign_in("wrong").status, 401);
        let token = sign_in("dan").text("/token");
        let dan = Client::with_token(desk.address(), &token);
        let made = dan.post("/tokens", json!({"name": "reports"})).expect(201).text("/id");
        dan.delete(&format!("/tokens/{made}")).expect(204);
        dan.delete(&format!("/tokens/{made}")).expect(404);
        dan.get("/tickets/export.csv?status=new").expect(200);
        dan.delete("/session").expect(204);
        let absence = json!({"from": "2026-12-01T00:00:00Z", "to": "2026-12-02T00:00:00Z", "substitute": "dora"});
        desk.as_user("dan").post("/absences", absence).expect(201);
        desk.stranger().post("/session", json!({"username": "nobody", "password": "x"})).expect(401);
        let audit = |query: &str| desk.as_user("ula").get(&format!("/audit?{query}")).expect(200);
        let types: Vec<Json> = audit("actor=dan").each("/type");
        let expected = ["absence.registered", "session.ended", "tickets.exported", "token.revoked", "token.made", "session.begun", "session.refused"];
        assert_eq!(types, expected);
        let exported = audit("type=tickets.exported");
        assert_eq!((exported.at("/items/0/object"), exported.at("/items/0/data/query")), (json!("csv"), json!("status=new")));
        let refused = audit("type=session.refused&limit=1");
        assert_eq!((refused.at("/items/0/actor"), refused.at("/items/0/data/username")), (Json::Null, json!("nobody")));
        assert_eq!(refused.at("/items/0/origin/door"), "none");
        let second = audit(&format!("type=session.refused&cursor={}", refused.text("/next_cursor")));
        assert_eq!(second.each("/actor/username"), ["dan"]);
        assert_eq!(audit("actor=dan&from=2027-01-01T00:00:00Z").at("/items"), json!([]));
        assert_eq!(audit("actor=dan&to=2027-01-01T00:00:00Z").each("/type").len(), 7);
        assert!(!audit("type=release.published").each("/object").is_empty());
        let text = audit("limit=200").json().to_string();
        assert!(!text.contains("wrong") && !text.contains(&token), "no secret is in it");
        for who in ["ann", "dora", "sam"] {
            assert_eq!(desk.as_user(who).get("/audit").send().problem(), "403 forbidden", "{who}");
        }
        desk.as_user("ada").get("/audit").expect(200);
        assert_eq!(desk.as_user("ula").get("/audit?type=x&from=now").send().problem(), "422 invalid /type:enum /from:enum");
        desk.stranger().get("/audit").expect(401);
    }
}

#[test]
fn no_call_changes_a_log() {
    let document = serde_json::to_value(maitred::http::openapi()).unwrap();
    for (path, methods) in document["paths"].as_object().unwrap() {
        if path.contains("/events") || path.contains("/audit") {
            let methods: Vec<&String> = methods.as_object().unwrap().keys().collect();
            assert_eq!(methods, ["get"], "{path}");
        }
    }
}

#[test]
fn no_statement_changes_a_log() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store");
    let mut read = 0;
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            // A test tries to, and is refused by the tables.
            if path.components().any(|part| part.as_os_str() == "tests") {
                continue;
            }
            // Retention and `maitred forget` take people and old entries out, and no call does.
            if path.ends_with("store/forgetting.rs") {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            read += 1;
            for table in ["events", "audit"] {
                for word in ["update", "delete"] {
                    let found = text.contains(&format!("diesel::{word}({table}::table"));
                    assert!(!found, "{} changes {table}", path.display());
                }
                let upper = text.to_uppercase();
                for word in ["UPDATE", "DELETE FROM"] {
                    let found = upper.contains(&format!("{word} {} ", table.to_uppercase()));
                    assert!(!found, "{} changes {table}", path.display());
                }
            }
        }
    }
    assert!(read > 30, "the sources were read: {read}");
}
