//! The OpenAPI document: as committed, every operation in it, and true: what
//! the server answers is what it says.

use crate::support::{Answer, Client, Desk, on_both};
use maitred::model::problem::Code;
use serde_json::{Value as Json, json};
use std::cell::RefCell;
use std::collections::BTreeSet;

fn document() -> Json {
    serde_json::to_value(maitred::http::openapi()).unwrap()
}

/// Every operation: path, method, what the document says of it.
fn operations(document: &Json) -> Vec<(String, String, Json)> {
    let paths = document["paths"].as_object().unwrap();
    let of_path = |(path, methods): (&String, &Json)| {
        let methods = methods.as_object().unwrap().clone();
        let path = path.clone();
        methods.into_iter().map(move |(method, operation)| (path.clone(), method, operation)).collect::<Vec<_>>()
    };
    paths.iter().flat_map(of_path).collect()
}

/// The document in lines that a change is seen by: one for each part of an
/// operation, one for each field of a schema.
fn lines(document: &Json) -> String {
    let mut lines = Vec::new();
    let mut line = |place: String, part: &Json| lines.push(format!("{place}: {part}"));
    for (name, part) in
        document.as_object().unwrap().iter().filter(|(name, _)| !["paths", "components"].contains(&name.as_str()))
    {
        line(name.clone(), part);
    }
    for (path, method, operation) in operations(document) {
        for (name, part) in operation.as_object().unwrap() {
            match part.as_object().filter(|_| name == "responses") {
                Some(answers) => {
                    answers.iter().for_each(|(status, said)| line(format!("{method} {path} {status}"), said))
                }
                None => line(format!("{method} {path} {name}"), part),
            }
        }
    }
    for (kind, parts) in document["components"].as_object().unwrap() {
        for (name, part) in parts.as_object().unwrap() {
            let mut whole = part.clone();
            let fields = whole.get_mut("properties").map(Json::take);
            line(format!("{kind} {name}"), &whole);
            for (field, of_field) in fields.as_ref().and_then(Json::as_object).into_iter().flatten() {
                line(format!("{kind} {name}.{field}"), of_field);
            }
        }
    }
    lines.join("\n")
}

#[test]
fn the_document_is_as_committed() {
    insta::assert_snapshot!("openapi", lines(&document()));
}

#[test]
fn each_operation_says_what_it_is() {
    let all = operations(&document());
    let ids: BTreeSet<&str> = all.iter().map(|(.., operation)| operation["operationId"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), all.len(), "each has a name of its own");
    for (path, method, operation) in &all {
        assert!(operation["summary"].as_str().is_some_and(|text| !text.is_empty()), "{method} {path}");
        assert_eq!(operation["tags"].as_array().map(Vec::len), Some(1), "{method} {path}");
        for (status, answer) in operation["responses"].as_object().unwrap() {
            let problem = answer.pointer("/content/application~1problem+json").is_some();
            assert_eq!(status.starts_with(['4', '5']), problem, "{method} {path} {status}");
        }
    }
}

/// Where what the server said is not what the document says of that operation and status.
fn untrue(document: &Json, method: &str, template: &str, answer: &Answer) -> Vec<String> {
    let operation = &document["paths"][template][method];
    let said = &operation["responses"][answer.status.to_string()];
    if !said.is_object() {
        return vec!["it does not say that it may answer so".to_owned()];
    }
    let Some(content) = said["content"].as_object() else {
        return if answer.body.is_empty() { Vec::new() } else { vec!["it has a body".to_owned()] };
    };
    let kind = answer.header("content-type").and_then(|kind| kind.split(';').next()).unwrap_or_default();
    let Some(schema) = content.get(kind) else { return vec![format!("it is {kind}")] };
    let mut whole = document.clone();
    for (key, value) in schema["schema"].as_object().unwrap() {
        whole[key] = value.clone();
    }
    let validator = jsonschema::validator_for(&whole).unwrap();
    let json = answer.json();
    validator.iter_errors(&json).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// A caller whose every answer is held against the document.
struct Reader {
    document: Json,
    untrue: RefCell<BTreeSet<String>>,
}

impl Reader {
    #[track_caller]
    fn call(&self, client: &Client, method: &str, template: &str, values: &[&str], body: Option<Json>) -> Answer {
        let mut path = template.to_owned();
        for value in values {
            let (from, to) = (path.find('{').unwrap(), path.find('}').unwrap());
            path.replace_range(from..=to, value);
        }
        let call = client.call(&method.to_uppercase(), &path);
        let answer = match body {
            Some(body) => call.json(&body).send(),
            None => call.send(),
        };
        let found = untrue(&self.document, method, template, &answer);
        let told = found.into_iter().map(|fault| format!("{method} {template} {}: {fault}", answer.status));
        self.untrue.borrow_mut().extend(told);
        answer
    }
}

on_both! {
    fn what_is_answered_is_what_is_said(desk: Desk) {
        let reader = Reader { document: document(), untrue: RefCell::default() };
        let (ann, max, dora, ada) = (desk.as_user("ann"), desk.as_user("max"), desk.as_user("dora"), desk.as_user("ada"));
        let get = |client: &Client, path: &str, values: &[&str]| reader.call(client, "get", &format!("/api/v1{path}"), values, None);
        let post = |client: &Client, path: &str, values: &[&str], body: Json| {
            reader.call(client, "post", &format!("/api/v1{path}"), values, Some(body))
        };
        post(&desk.stranger(), "/session", &[], json!({"username": "ann", "password": "ann"}));
        post(&desk.stranger(), "/session", &[], json!({"username": "ann", "password": "x"}));
        get(&ann, "/me", &[]);
        get(&ann, "/catalog", &[]);
        get(&ann, "/catalog/categories", &[]);
        get(&ada, "/gallery", &[]);
        get(&ada, "/gallery/{name}", &["nda"]);
        get(&ada, "/gallery/{name}", &["yacht"]);
        get(&ann, "/gallery", &[]);
        get(&ann, "/catalog/{item}", &["laptop"]);
        get(&ann, "/catalog/{item}", &["yacht"]);
        post(&ann, "/catalog/{item}/preview", &["laptop"], json!({"form": {"model": "pro"}}));
        post(&dora, "/catalog/{item}/preview", &["laptop"], json!({"form": {"model": "light"}}));
        post(&ann, "/catalog/{item}/preview", &["laptop"], json!({"form": {}}));
        post(&ann, "/catalog/{item}/preview", &["yacht"], json!({}));
        let made = post(&ann, "/tickets", &[], json!({"item": "laptop", "form": {"model": "pro"}}));
        post(&ann, "/tickets", &[], json!({"item": "laptop", "form": {}}));
        let number = made.text("/number");
        let number = number.as_str();
        for client in [&ann, &max, &dora, &ada] {
            for path in ["/tickets/{number}", "/tickets/{number}/events", "/tickets/{number}/steps", "/tickets/{number}/comments"] {
                get(client, path, &[number]);
            }
            for path in ["/tickets", "/inbox", "/notifications", "/tokens"] {
                get(client, path, &[]);
            }
        }
        let step = desk.open(number, "approval")["id"].as_str().unwrap().to_owned();
        get(&max, "/steps/{id}", &[&step]);
        post(&max, "/steps/{id}/answer", &[&step], json!({"outcome": "rejected"}));
        post(&ann, "/steps/{id}/answer", &[&step], json!({"outcome": "approved"}));
        post(&max, "/steps/{id}/answer", &[&step], json!({"outcome": "approved", "comment": "Yes."}));
        post(&max, "/steps/{id}/answer", &[&step], json!({"outcome": "approved"}));
        desk.answer("fay", number, "approval", "approved");
        desk.answer("finn", number, "approval", "approved");
        desk.answer("ann", number, "cost", "confirmed");
        post(&dora, "/tickets/{number}/accept", &[number], json!({}));
        post(&dora, "/tickets/{number}/accept", &[number], json!({}));
        post(&dora, "/tickets/{number}/assign", &[number], json!({"assignee": "dan", "reason": "He knows her."}));
        post(&dora, "/tickets/{number}/comments", &[number], json!({"text": "Soon.", "internal": true}));
        post(&dora, "/tickets/{number}/resolve", &[number], json!({"resolution": "x"}));
        reader.call(&ann, "patch", "/api/v1/tickets/{number}", &[number], Some(json!({"title": "Mine"})));
        desk.settle();
        get(&dora, "/tickets/{number}/steps", &[number]);
        reader.call(&ada, "get", "/api/v1/tickets/{number}/steps", &[number], None);
        desk.answer("dora", number, "task", "done");
        let task = desk.open(number, "task")["id"].as_str().unwrap().to_owned();
        let lin = desk.as_user("lin");
        post(&lin, "/steps/{id}/answer", &[&task], json!({"outcome": "done", "output": {"handed_over_to": "Ann"}}));
        get(&ann, "/notifications", &[]);
        let message = ann.get("/notifications").expect(200).each("/id")[0].as_str().unwrap().to_owned();
        post(&ann, "/notifications/{id}/read", &[&message], json!({}));
        post(&ann, "/tickets/{number}/close", &[number], json!({}));
        post(&ann, "/tickets/{number}/cancel", &[number], json!({}));
        post(&ann, "/tickets/{number}/resume", &[number], json!({}));
        let token = post(&dora, "/tokens", &[], json!({"name": "x"})).text("/id");
        get(&dora, "/tokens", &[]);
        reader.call(&dora, "delete", "/api/v1/tokens/{id}", &[&token], None);
        let view = post(&dora, "/views", &[], json!({"name": "Mine", "filters": "mine=true", "shared": "group", "group": "service-desk"})).text("/id");
        post(&ann, "/views", &[], json!({"name": "Mine", "filters": "mine=maybe"}));
        get(&dora, "/views", &[]);
        get(&dora, "/views/{id}", &[&view]);
        reader.call(&dora, "patch", "/api/v1/views/{id}", &[&view], Some(json!({"shared": "nobody"})));
        get(&dora, "/queues", &[]);
        reader.call(&dora, "delete", "/api/v1/views/{id}", &[&view], None);
        post(&dora, "/tickets/bulk", &[], json!({"operation": "comment", "tickets": [number, "SR-9"], "body": {"text": "All."}}));
        let script = ada.get("/workflows/laptop").expect(200);
        let (source, version) = (script.text("/source"), script.text("/version"));
        let files = json!({"workflows/laptop.rhai": source.replace("\"Line manager\"", "\"Head\"")});
        post(&ada, "/releases/check", &[], json!({"files": files}));
        post(&ada, "/releases/check", &[], json!({"files": {"workflows/laptop.rhai": "x("}}));
        post(&ann, "/releases/check", &[], json!({"files": files}));
        post(&ada, "/catalog/{item}/preview", &["laptop"], json!({"form": {"model": "pro"}, "files": files}));
        post(&ada, "/workflows/{name}/test", &["password-reset"], json!({}));
        post(&ada, "/workflows/{name}/test", &["laptop"], json!({"files": files}));
        get(&ada, "/workflows/{name}/versions/{version}", &["laptop", &version]);
        let version = ada.get("/schemas/laptop").expect(200).text("/version");
        get(&ada, "/schemas/{name}/versions/{version}", &["laptop", &version]);
        get(&ada, "/releases/current/files", &[]);
        get(&ada, "/releases/current/file", &[]);
        get(&ada, "/jobs", &[]);
        post(&ada, "/jobs/{name}/run", &["escalate-overdue"], json!({}));
        get(&ada, "/jobs/{name}/runs", &["escalate-overdue"]);
        get(&ada, "/plugins", &[]);
        get(&ann, "/plugins", &[]);
        for kind in ["people", "groups", "locations"] {
            get(&ann, &format!("/lookup/{kind}"), &[]);
        }
        get(&ann, "/lookup/lists/{name}", &["none"]);
        reader.call(&desk.stranger(), "get", "/health/live", &[], None);
        reader.call(&desk.stranger(), "get", "/health/ready", &[], None);
        let untrue: Vec<String> = reader.untrue.into_inner().into_iter().collect();
        assert!(untrue.is_empty(), "{}", untrue.join("\n"));
    }

    fn each_problem_has_a_page(desk: Desk) {
        for code in Code::ALL {
            let page = desk.stranger().get(&format!("/problems/{}", code.as_str())).expect(200);
            let text = String::from_utf8(page.body.clone()).unwrap();
            assert!(text.contains(code.title()), "{}: {text}", code.as_str());
        }
        desk.stranger().get("/problems/nonsense").expect(404);
    }

    fn a_page_to_read_it_is_served_from_here(desk: Desk) {
        let page = desk.stranger().get("/api/v1/docs/").expect(200);
        let text = String::from_utf8(page.body.clone()).unwrap();
        assert!(text.contains("swagger-ui"), "{text}");
        assert!(!text.contains("https://"), "nothing of it comes from elsewhere: {text}");
        assert_eq!(desk.stranger().get("/openapi.json").expect(200).json(), document());
    }
}
