//! The document is held against the contract: what it must say of every
//! operation. Which there are, `tests/desk/document.rs` keeps.

use super::*;
use serde_json::Value as Json;

fn document() -> Json {
    serde_json::to_value(openapi()).unwrap()
}

fn each_operation(check: impl Fn(&str, &Json)) -> usize {
    let document = document();
    let mut count = 0;
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap().iter().filter(|(_, operation)| operation.is_object()) {
            check(&format!("{method} {path}"), operation);
            count += 1;
        }
    }
    count
}

#[test]
fn it_is_openapi_3_1() {
    assert!(document()["openapi"].as_str().unwrap().starts_with("3.1"));
}

#[test]
fn every_operation_says_what_it_does_and_how_it_refuses() {
    each_operation(|name, operation| {
        assert!(operation["summary"].as_str().is_some_and(|text| !text.is_empty()), "{name} has no summary");
        assert!(operation["operationId"].is_string(), "{name} has no operationId");
        assert_eq!(operation["tags"].as_array().map(Vec::len), Some(1), "{name} has one tag");
        let responses = operation["responses"].as_object().unwrap();
        assert!(responses.keys().any(|status| status.starts_with('2')), "{name} never succeeds");
        if operation["security"].is_null() {
            assert!(responses.contains_key("401"), "{name} needs a sign-in");
        }
        for (status, response) in responses.iter().filter(|(status, _)| !status.starts_with('2')) {
            let examples = &response["content"]["application/problem+json"]["examples"];
            assert!(examples.as_object().is_some_and(|all| !all.is_empty()), "{name} {status} has no example");
        }
    });
}

#[test]
fn every_answer_and_every_body_has_an_example() {
    each_operation(|name, operation| {
        for (status, response) in operation["responses"].as_object().unwrap().iter().filter(|(s, _)| s.starts_with('2'))
        {
            for (kind, content) in response["content"].as_object().into_iter().flatten() {
                assert!(!content["example"].is_null(), "{name} {status} {kind} has no example");
            }
        }
        for (kind, content) in operation["requestBody"]["content"].as_object().into_iter().flatten() {
            assert!(!content["example"].is_null(), "{name} takes {kind} without an example");
        }
    });
}

#[test]
fn every_reference_leads_somewhere() {
    let document = document();
    let text = document.to_string();
    for part in text.split("\"$ref\":\"#").skip(1) {
        let pointer = part.split('"').next().unwrap();
        assert!(document.pointer(pointer).is_some(), "{pointer} leads nowhere");
    }
}

#[test]
fn operation_ids_are_unique() {
    let ids = std::cell::RefCell::new(std::collections::BTreeSet::new());
    each_operation(|name, operation| {
        assert!(ids.borrow_mut().insert(operation["operationId"].to_string()), "{name} shares its operationId");
    });
}

#[test]
fn paths_are_matched_part_by_part() {
    let routes = Routes::of(&openapi());
    assert_eq!(routes.methods("/api/v1/tickets"), ["GET", "POST", "HEAD"]);
    assert_eq!(routes.methods("/api/v1/tickets/SR-000001/accept"), ["POST"]);
    assert_eq!(routes.methods("/api/v1/tickets/"), [""; 0]);
    assert_eq!(routes.methods("/api/v1/nowhere"), [""; 0]);
    assert!(routes.is_public("/api/v1/session") && !routes.is_public("/api/v1/tickets"));
    assert!(routes.query_parameters("GET", "/api/v1/tickets").contains(&"waiting_on".to_owned()));
}
