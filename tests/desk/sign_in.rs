//! Signing in: passwords, sessions, cookies, API tokens.

use crate::support::{Client, Desk, on_both};
use chrono::Duration;
use serde_json::json;

fn ann() -> serde_json::Value {
    json!({"username": "ann", "password": "ann"})
}

on_both! {
    fn a_password_gives_a_token_that_works(desk: Desk) {
        let session = desk.stranger().post("/session", ann()).expect(200);
        insta::assert_snapshot!(session.shown(), @r#"
        200
        {
          "expires_at": "2026-11-23T21:00:00.000000Z",
          "token": "[token]",
          "user": {
            "categories": [],
            "department": "Sales",
            "email": "ann@example.org",
            "groups": [],
            "language": "en",
            "location": "Berlin",
            "manager": "max",
            "may": [
              "ask"
            ],
            "name": "Ann Weber",
            "policy_roles": [],
            "roles": [
              "requester"
            ],
            "staff": false,
            "username": "ann",
            "zone": "Europe/Berlin"
          }
        }
        "#);
        let token = session.text("/token");
        assert_eq!(token.len(), 64, "256 bits");
        let client = Client::with_token(desk.address(), &token);
        assert_eq!(client.get("/me").expect(200).json(), session.at("/user"));
        assert_eq!(session.header("set-cookie"), None);
    }

    fn a_wrong_password_and_an_unknown_name_are_told_the_same(desk: Desk) {
        let wrong = desk.stranger().post("/session", json!({"username": "ann", "password": "nna"})).send();
        let unknown = desk.stranger().post("/session", json!({"username": "nobody", "password": "x"})).send();
        assert_eq!(wrong.problem(), "401 wrong_credentials");
        assert_eq!(unknown.problem(), "401 wrong_credentials");
        assert_eq!(wrong.at("/detail"), unknown.at("/detail"));
    }

    fn after_five_failures_a_minute_must_pass(desk: Desk) {
        let wrong = || desk.stranger().post("/session", json!({"username": "ann", "password": "nna"})).send();
        for _ in 0..5 {
            assert_eq!(wrong().problem(), "401 wrong_credentials");
        }
        let told = wrong();
        assert_eq!(told.problem(), "429 too_many_attempts");
        assert_eq!(told.header("retry-after"), Some("60"));
        assert_eq!(desk.stranger().post("/session", ann()).send().problem(), "429 too_many_attempts", "the right one too");
        desk.stranger().post("/session", json!({"username": "max", "password": "max"})).expect(200);
        desk.clock.advance(Duration::seconds(61));
        desk.stranger().post("/session", ann()).expect(200);
    }

    fn a_session_ends_by_signing_out_and_by_itself(desk: Desk) {
        let token = desk.stranger().post("/session", ann()).expect(200).text("/token");
        let client = Client::with_token(desk.address(), &token);
        client.delete("/session").expect(204);
        assert_eq!(client.get("/me").send().problem(), "401 unauthenticated");
        let token = desk.stranger().post("/session", ann()).expect(200).text("/token");
        let client = Client::with_token(desk.address(), &token);
        desk.clock.advance(Duration::hours(11));
        client.get("/me").expect(200);
        desk.clock.advance(Duration::hours(2));
        assert_eq!(client.get("/me").send().problem(), "401 unauthenticated");
    }

    fn a_browser_gets_a_cookie_and_no_token(desk: Desk) {
        let wish = json!({"username": "ann", "password": "ann", "cookie": true});
        let session = desk.stranger().post("/session", wish).expect(200);
        assert_eq!(session.json().get("token"), None);
        let cookie = session.header("set-cookie").unwrap().to_owned();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"), "{cookie}");
        let pair = cookie.split(';').next().unwrap();
        desk.stranger().get("/me").header("Cookie", pair).expect(200);
        let submit = || desk.stranger().post("/tickets", json!({"item": "laptop", "form": {"model": "light"}})).header("Cookie", pair);
        assert_eq!(submit().send().problem(), "403 cross_site", "who says nothing is a stranger's page");
        assert_eq!(submit().header("Sec-Fetch-Site", "cross-site").send().problem(), "403 cross_site");
        assert_eq!(submit().header("Origin", "https://evil.example").send().problem(), "403 cross_site");
        submit().header("Sec-Fetch-Site", "same-origin").expect(201);
        submit().header("Origin", &format!("http://{}", desk.address())).expect(201);
        // With a bearer token the cookie is not looked at.
        let bad = Client::with_token(desk.address(), "nonsense");
        assert_eq!(bad.get("/me").header("Cookie", pair).send().problem(), "401 unauthenticated");
        desk.stranger().delete("/session").header("Cookie", pair).header("Sec-Fetch-Site", "same-origin").expect(204);
        assert_eq!(desk.stranger().get("/me").header("Cookie", pair).send().problem(), "401 unauthenticated");
    }

    fn a_program_gets_a_token_that_the_log_names(desk: Desk) {
        let made = desk.as_user("dora").post("/tokens", json!({"name": "telephone system"})).expect(201);
        let secret = made.text("/secret");
        let program = Client::with_token(desk.address(), &secret);
        let wish = json!({"item": "password-reset", "form": {"system": "erp"}, "requested_for": "ann", "channel": "ivr"});
        let number = program.post("/tickets", wish).expect(201).text("/number");
        let first = desk.as_user("ada").get(&format!("/tickets/{number}/events")).expect(200).at("/items/0/actor");
        assert_eq!((first["name"].clone(), first["token"].clone()), (json!("Dora Petrova"), json!("telephone system")));
        // The requester sees who, not by which program.
        assert_eq!(desk.as_user("ann").get(&format!("/tickets/{number}/events")).expect(200).at("/items/0/actor").get("token"), None);
        let listed = desk.as_user("dora").get("/tokens").expect(200);
        assert_eq!(listed.each("/name"), ["telephone system"]);
        assert!(!String::from_utf8_lossy(&listed.body).contains(&secret), "the secret is shown once");
        assert_eq!(program.post("/tokens", json!({"name": "another"})).send().problem(), "403 forbidden", "a token makes no other");
        let path = format!("/tokens/{}", made.text("/id"));
        assert_eq!(desk.as_user("dan").delete(&path).send().problem(), "404 not_found");
        program.delete("/session").send().problem();
        desk.as_user("dora").delete(&path).expect(204);
        assert_eq!(program.get("/me").send().problem(), "401 unauthenticated");
        assert_eq!(desk.as_user("dora").get("/tokens").expect(200).at("/items"), json!([]));
    }

    fn a_token_ends_at_its_time(desk: Desk) {
        let told = desk.as_user("dora").post("/tokens", json!({"name": "x", "expires_at": "2026-11-23T08:00:00Z"})).send();
        assert_eq!(told.problem(), "422 invalid /expires_at:past");
        let made = desk.as_user("dora").post("/tokens", json!({"name": "x", "expires_at": "2026-11-23T10:00:00Z"})).expect(201);
        let program = Client::with_token(desk.address(), &made.text("/secret"));
        program.get("/me").expect(200);
        desk.clock.advance(Duration::hours(2));
        assert_eq!(program.get("/me").send().problem(), "401 unauthenticated");
        assert_eq!(desk.as_user("dora").post("/tokens", json!({"name": ""})).send().problem(), "422 invalid /name:length");
    }

    fn answers_are_for_the_caller_alone(desk: Desk) {
        let me = desk.as_user("ann").get("/me").expect(200);
        assert_eq!(me.header("cache-control"), Some("private, no-store"));
        assert_eq!(me.header("x-content-type-options"), Some("nosniff"));
        let id = me.header("x-request-id").unwrap().to_owned();
        let told = desk.as_user("ann").get("/nowhere").header("X-Request-Id", "mine-1").send();
        assert_eq!(told.at("/request_id"), json!(told.header("x-request-id").unwrap()));
        assert_ne!(id, told.header("x-request-id").unwrap());
    }

    fn operations_have_doors_of_their_own(desk: Desk) {
        desk.stranger().get("/health/live").expect(200);
        desk.stranger().get("/health/ready").expect(200);
        assert_eq!(desk.stranger().get("/metrics").send().problem(), "401 unauthenticated");
        assert_eq!(desk.as_user("ann").get("/metrics").send().problem(), "403 forbidden");
        let figures = desk.as_user("ada").get("/metrics").expect(200);
        let text = String::from_utf8(figures.body).unwrap();
        assert!(text.contains("# TYPE") && text.ends_with("# EOF\n"), "{text}");
        assert!(text.contains("/health/live"), "{text}");
    }
}
