//! The rules of the desk by forms: what they may say, their text as JSON, and
//! JSON written back into the text and published.

use crate::support::{Desk, on_both};
use serde_json::json;

const FILE: &str = "workflows/policy.toml";

fn in_force(desk: &Desk) -> String {
    let file = desk.as_user("ada").get(&format!("/releases/current/file?path={FILE}")).expect(200);
    file.at("/text").as_str().unwrap().to_owned()
}

on_both! {
    fn an_admin_changes_a_rule_and_its_text_keeps_its_comments(desk: Desk) {
        let ada = desk.as_user("ada");
        let before = in_force(&desk);
        let mut policy = ada.post("/policy/read", json!({"text": before})).expect(200).at("/policy");
        policy["reopen"]["within"] = json!("7wd");
        policy["closure_reasons"]["by_phone"] = json!("succeeded");
        let text = ada.post("/policy/write", json!({"text": before, "policy": policy})).expect(200).at("/text");
        let text = text.as_str().unwrap();
        let gone: Vec<&str> = before.lines().filter(|line| !text.lines().any(|now| now == *line)).collect();
        assert_eq!(gone.len(), 1, "{gone:?}");
        assert!(gone[0].starts_with("within = "), "{gone:?}");
        ada.call("PUT", "/releases").json(&json!({"files": {FILE: text}})).expect(200);
        let again = ada.post("/policy/read", json!({"text": in_force(&desk)})).expect(200);
        assert_eq!(again.at("/policy/reopen/within"), "7wd");
        assert_eq!(again.at("/faults"), json!([]));
    }

    fn what_is_no_toml_is_said_with_its_place(desk: Desk) {
        let ada = desk.as_user("ada");
        let read = ada.post("/policy/read", json!({"text": "currency = \"EUR\"\n[roles\n"})).expect(200);
        assert!(read.json().get("policy").is_none());
        assert_eq!(read.at("/faults/0/line"), 2);
        let written = ada.post("/policy/write", json!({"text": "[roles", "policy": {}})).send();
        assert_eq!(written.problem(), "422 invalid /text:policy");
        assert_eq!(written.at("/faults/0/file"), FILE);
        assert_eq!(ada.post("/policy/write", json!({"text": "", "policy": []})).send().status, 422);
    }

    fn the_schema_knows_every_rule_and_is_for_who_reads_content(desk: Desk) {
        let schema = desk.as_user("ada").get("/policy/schema").expect(200).json();
        assert_eq!(schema["additionalProperties"], false);
        assert_eq!(schema["properties"]["desks"]["additionalProperties"]["properties"]["calendar"]["x-names"], "calendar");
        assert_eq!(schema["properties"]["cancel"]["properties"]["until"]["enum"][0], "accepted");
        assert_eq!(desk.as_user("ann").get("/policy/schema").send().problem(), "403 forbidden");
        assert_eq!(desk.as_user("ann").post("/policy/read", json!({"text": ""})).send().problem(), "403 forbidden");
        assert_eq!(desk.as_user("ann").post("/policy/write", json!({"text": "", "policy": {}})).send().problem(), "403 forbidden");
    }
}
