//! The directory through the API: admins add and change people and groups while
//! the desk runs, and whatever is decided from then on knows of it.

use crate::support::{Client, Desk, Setup, on_both};
use serde_json::{Value as Json, json};

/// Signs in by password; the status of the answer.
fn sign_in(desk: &Desk, username: &str, password: &str) -> u16 {
    desk.stranger().post("/session", json!({"username": username, "password": password})).send().status
}

fn refused(client: &Client, method: &str, path: &str, body: Json) -> String {
    client.call(method, path).json(&body).send().problem()
}

on_both! {
    fn a_person_is_added_with_a_password_that_is_told_once(desk: Desk) {
        let ada = desk.as_user("ada");
        let body = json!({"username": "eva", "name": "Eva Stone", "email": "eva@example.org", "phone": "+49 30 1",
            "department": "IT", "location": "Berlin", "language": "zh-CN", "zone": "Asia/Shanghai", "manager": "max",
            "substitute": "dora", "roles": ["agent"], "groups": ["service-desk"], "skills": ["laptop"],
            "profile": "scripted", "calendar": "berlin"});
        let made = ada.post("/users", body.clone()).key("eva").expect(201);
        assert_eq!(made.header("location"), Some("/api/v1/users/eva"));
        let password = made.text("/password");
        assert_eq!(sign_in(&desk, "eva", &password), 200);
        let shown = ada.get("/users/eva").expect(200).json();
        assert_eq!(shown["password"], Json::Null, "told once");
        for (name, value) in body.as_object().unwrap() {
            let value = if name == "roles" { &json!(["requester", "agent"]) } else { value };
            assert_eq!(&shown[name], value, "{name}");
        }
        let again = ada.post("/users", body.clone()).key("eva").expect(201);
        assert_eq!((again.header("idempotency-replayed"), again.json().get("password")), (Some("true"), None));
        assert_eq!(refused(&ada, "POST", "/users", body), "422 invalid /username:taken");
        let other = ada.post("/users", json!({"username": "eve"})).key("eva").send();
        assert_eq!(other.problem(), "422 idempotency_key_reused");
        let number = desk.submit("eva", "laptop", json!({"model": "light"}));
        assert_eq!(desk.open(&number, "approval")["for"]["users"][0]["username"], "max", "nothing was restarted");
    }

    fn usernames_are_one_in_any_case(desk: Desk) {
        let ada = desk.as_user("ada");
        let made = ada.post("/users", json!({"username": "Łucja", "roles": ["agent"], "groups": ["service-desk"]})).expect(201);
        for other in ["łucja", "ŁUCJA", "Łucja"] {
            assert_eq!(refused(&ada, "POST", "/users", json!({"username": other})), "422 invalid /username:taken", "{other}");
        }
        assert_eq!(refused(&ada, "POST", "/users", json!({"username": "ANN"})), "422 invalid /username:taken");
        let password = made.text("/password");
        assert_eq!((sign_in(&desk, "łUCJA", &password), sign_in(&desk, "Łucja", &password)), (200, 200));
        assert_eq!((sign_in(&desk, "łucja", "wrong"), sign_in(&desk, "lucja", &password)), (401, 401));
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        let path = format!("/tickets/{number}/comments");
        desk.as_user("dora").post(&path, json!({"text": "@ŁUCJA, please look.", "internal": true})).expect(201);
        let client = Client::with_token(desk.address(), &desk.stranger().post("/session", json!({"username": "ŁUCJA", "password": password})).expect(200).text("/token"));
        let told = client.get("/notifications").expect(200).each("/text");
        assert_eq!(told, [json!(format!("Dora Petrova mentions you in a note on {number} “Password reset”."))]);
    }

    fn only_admins_change_and_only_some_see_the_records_of_others(desk: Desk) {
        for (who, list, show, change) in [("ada", 200, 200, 200), ("sam", 200, 200, 403), ("ula", 200, 200, 403),
            ("dora", 403, 404, 404), ("lin", 403, 404, 404), ("ann", 403, 404, 404), ("max", 403, 404, 404)]
        {
            let client = desk.as_user(who);
            assert_eq!(client.get("/users").send().status, list, "{who}");
            assert_eq!(client.get("/users/fay").send().status, show, "{who}");
            assert_eq!(client.patch("/users/fay", json!({"phone": "1"})).send().status, change, "{who}");
            assert_eq!(client.patch("/users/fay", json!({"phone": 1})).send().status, if who == "ada" { 422 } else { change });
            let anew = client.post("/users/fay/password", json!({})).send().status;
            assert_eq!(anew, change, "{who}");
            let made = client.post("/users", json!({"username": format!("by-{who}")})).send().status;
            assert_eq!(made, if who == "ada" { 201 } else { 403 }, "{who}");
            assert_eq!(client.get(&format!("/users/{who}")).expect(200).text("/username"), who, "one's own record");
        }
        assert_eq!(desk.as_user("ann").patch("/users/ann", json!({"roles": ["admin"]})).send().status, 403);
        assert_eq!(desk.stranger().get("/users").send().status, 401);
        let found = |query: &str| desk.as_user("ada").get(&format!("/users?{query}")).expect(200).each("/username");
        assert_eq!(found("group=service-desk"), [json!("dan"), json!("dora")]);
        assert_eq!(found("role=handler"), [json!("lin")]);
        assert_eq!(found("q=chen"), [json!("fay")]);
        assert_eq!(found("active=false"), [json!(null); 0]);
        assert_eq!(desk.as_user("ada").get("/users?role=king").send().status, 422);
    }

    fn what_makes_no_sense_is_refused_by_its_place(desk: Desk) {
        let ada = desk.as_user("ada");
        let person = |body: Json| refused(&ada, "PATCH", "/users/ann", body);
        assert_eq!(person(json!({"manager": "nobody"})), "422 invalid /manager:unknown");
        assert_eq!(person(json!({"manager": "ann"})), "422 invalid /manager:loop");
        assert_eq!(refused(&ada, "PATCH", "/users/sam", json!({"manager": "ann"})), "422 invalid /manager:loop");
        assert_eq!(person(json!({"substitute": "ann"})), "422 invalid /substitute:self");
        assert_eq!(person(json!({"groups": ["finance", "nowhere"]})), "422 invalid /groups/1:unknown");
        assert_eq!(person(json!({"zone": "Mars/Base", "language": "?", "name": "", "email": "x"})),
            "422 invalid /name:length /email:format /language:format /zone:format");
        assert_eq!(person(json!({"calendar": "never"})), "422 invalid /calendar:unknown");
        assert_eq!(person(json!({"username": "anna"})), "422 invalid /username:unknown");
        assert_eq!(person(json!({"skills": [""]})), "422 invalid /skills:length");
        assert_eq!(refused(&ada, "PATCH", "/users/nobody", json!({})), "404 not_found");
        assert_eq!(refused(&ada, "POST", "/users", json!({"username": "a b"})), "422 invalid /username:format");
        assert_eq!(refused(&ada, "PATCH", "/users/ada", json!({"roles": []})), "422 invalid /roles:last_admin");
        assert_eq!(refused(&ada, "PATCH", "/users/ada", json!({"active": false})), "422 invalid /active:last_admin");
        let group = |body: Json| refused(&ada, "PATCH", "/groups/finance", body);
        assert_eq!(group(json!({"line": 4, "lead": "nobody"})), "422 invalid /line:range /lead:unknown");
        assert_eq!(group(json!({"members": ["fay", "who"]})), "422 invalid /members/1:unknown");
        assert_eq!(group(json!({"capacity": 0, "desk": "moon"})), "422 invalid /capacity:range /desk:unknown");
        assert_eq!(group(json!({"priorities": {"P9": [], "P1": ["dora"]}})),
            "422 invalid /priorities/P1:not_a_member /priorities/P9:enum");
        assert_eq!(group(json!({"name": "money"})), "422 invalid /name:unknown");
        assert_eq!(refused(&ada, "POST", "/groups", json!({"name": "finance"})), "422 invalid /name:taken");
    }

    fn who_leaves_is_out_at_once_and_what_waits_goes_to_others(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let password = desk.as_user("ada").post("/users/max/password", json!({})).expect(200).text("/password");
        let token = desk.stranger().post("/session", json!({"username": "max", "password": password})).expect(200).text("/token");
        let max = Client::with_token(desk.address(), &token);
        max.get("/me").expect(200);
        desk.as_user("ada").patch("/users/max", json!({"active": false})).expect(200);
        max.get("/me").expect(401);
        assert_eq!(sign_in(&desk, "max", &password), 401);
        desk.settle();
        let asked = desk.open(&number, "approval")["for"]["users"].clone();
        assert_eq!(asked.as_array().unwrap().iter().map(|user| user["username"].clone()).collect::<Vec<_>>(), ["mia"]);
        desk.as_user("ada").patch("/users/max", json!({"active": true})).expect(200);
        max.get("/me").expect(401);
        assert_eq!(sign_in(&desk, "max", &password), 200);
    }

    fn a_password_is_changed_by_who_knows_it(desk: Desk) {
        let first = desk.as_user("ada").post("/users/ann/password", json!({})).expect(200).text("/password");
        let token = desk.stranger().post("/session", json!({"username": "ann", "password": first})).expect(200).text("/token");
        let ann = Client::with_token(desk.address(), &token);
        let change = |current: &str, password: &str| ann.post("/me/password", json!({"current": current, "password": password})).send();
        assert_eq!(change("wrong", "long enough").problem(), "422 invalid /current:wrong");
        assert_eq!(change(&first, "short").problem(), "422 invalid /password:minLength");
        assert_eq!(change(&first, "long enough").status, 204);
        ann.get("/me").expect(401);
        assert_eq!((sign_in(&desk, "ann", &first), sign_in(&desk, "ann", "long enough")), (401, 200));
    }

    fn groups_are_made_changed_and_dissolved_while_the_desk_runs(desk: Desk) {
        let ada = desk.as_user("ada");
        let body = json!({"name": "field support/east", "line": 2, "lead": "sam", "members": ["lin", "dora"],
            "calendar": "berlin", "capacity": 3, "priorities": {"P1": ["lin"]}});
        let made = ada.post("/groups", body.clone()).key("east").expect(201);
        assert_eq!(made.header("location"), Some("/api/v1/groups/field%20support%2Feast"));
        assert_eq!(ada.post("/groups", body).key("east").expect(201).header("idempotency-replayed"), Some("true"));
        let path = "/groups/field%20support%2Feast";
        let group = desk.as_user("lin").get(path).expect(200);
        assert_eq!(group.at("/members/1/username"), "lin");
        assert_eq!((group.at("/capacity"), group.at("/priorities"), group.at("/lead/username")), (json!(3), json!({"P1": ["lin"]}), json!("sam")));
        assert!(desk.as_user("lin").get("/me").expect(200).at("/groups").as_array().unwrap().contains(&json!("field support/east")));
        let changed = ada.patch(path, json!({"members": ["dora"], "capacity": null, "line": 3})).expect(200);
        assert_eq!((changed.at("/capacity"), changed.at("/line"), changed.at("/priorities")), (json!(null), json!(3), json!({"P1": []})));
        for (who, list, show, change) in [("dora", 200, 200, 403), ("ann", 403, 404, 404), ("ula", 200, 200, 403)] {
            let client = desk.as_user(who);
            assert_eq!(client.get("/groups").send().status, list, "{who}");
            assert_eq!(client.get(path).send().status, show, "{who}");
            assert_eq!(client.patch(path, json!({"line": "x"})).send().status, change, "{who}");
            assert_eq!(client.delete(path).send().status, change, "{who}");
            assert_eq!(client.post("/groups", json!({})).send().status, 403, "{who}");
        }
        ada.delete(path).expect(204);
        ada.get(path).expect(404);
        ada.delete(path).expect(404);
        assert_eq!(ada.get("/lookup/groups?q=east").expect(200).each("/name"), [json!(null); 0]);
        assert_eq!(ada.post("/groups", json!({"name": "field support/east"})).expect(201).at("/members"), json!([]));
    }

    fn a_group_with_work_or_in_the_content_is_not_dissolved(desk: Desk) {
        let ada = desk.as_user("ada");
        assert_eq!(refused(&ada, "DELETE", "/groups/service-desk", json!({})), "409 illegal_operation");
        ada.post("/groups", json!({"name": "night", "members": ["dora", "dan"]})).expect(201);
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        desk.act("dora", &number, "accept", json!({}));
        desk.act("dora", &number, "assign", json!({"group": "night"}));
        assert_eq!(refused(&ada, "DELETE", "/groups/night", json!({})), "409 illegal_operation");
        desk.act("dora", &number, "assign", json!({"group": "service-desk"}));
        ada.delete("/groups/night").expect(204);
        desk.as_user("ada").get("/health/ready").expect(200);
        let log = ada.get(&format!("/tickets/{number}/events?limit=200")).expect(200).each("/data/group");
        assert!(log.contains(&json!("night")), "the log still says it: {log:?}");
    }
}

#[test]
fn another_node_knows_of_it_too() {
    let Some(setup) = Setup::postgres() else { return };
    let one = setup.start();
    let other = one.another_node();
    one.as_user("ada").patch("/groups/finance", json!({"members": ["fay"]})).expect(200);
    other.desk.refresh().unwrap();
    assert_eq!(other.as_user("ada").get("/groups/finance").expect(200).at("/members").as_array().unwrap().len(), 1);
}
