//! Authors at work: what is in force, a release through the API, what it means
//! for tickets under way, and the way back.

use crate::support::process::run;
use crate::support::{Answer, Content, Database, Desk, Process, on_both};
use serde_json::json;

/// The text of a workflow, as ada reads it.
fn source(desk: &Desk, name: &str) -> String {
    desk.as_user("ada").get(&format!("/workflows/{name}")).expect(200).text("/source")
}

/// Ada publishes a text of a workflow.
fn publish(desk: &Desk, name: &str, source: &str, migrate: serde_json::Value) -> Answer {
    let wish = json!({"source": source, "note": "tried out", "migrate": migrate});
    desk.as_user("ada").call("PUT", &format!("/workflows/{name}")).json(&wish).expect(200)
}

/// A laptop whose line manager has agreed: it waits for the cost.
fn agreed(desk: &Desk) -> String {
    let number = desk.submit("ann", "laptop", json!({"model": "light"}));
    desk.answer("max", &number, "approval", "approved");
    number
}

on_both! {
    fn a_new_text_counts_for_new_tickets_and_open_ones_keep_theirs(desk: Desk) {
        let old = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        let waits = desk.waits_for(&old);
        let text = source(&desk, "password-reset");
        let published = publish(&desk, "password-reset", &format!("task(\"Look first\", group(\"service-desk\"));\n{text}"), json!("none"));
        assert_eq!(published.at("/changed"), json!(["workflows/password-reset.rhai"]));
        let new = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        assert_eq!(desk.waits_for(&new), ["task Look first"]);
        assert_eq!(desk.waits_for(&old), waits);
        let versions = desk.as_user("ada").get("/workflows/password-reset/versions").expect(200);
        assert_eq!(versions.each("/author"), [json!("ada"), json!(null)], "newest first");
    }

    fn what_does_not_pass_the_check_is_refused_and_nothing_changes(desk: Desk) {
        let before = source(&desk, "laptop");
        let wish = json!({"files": {"workflows/laptop.rhai": "aproval(\"x\", user(\"sam\"));\n", "workflows/lib/ok.rhai": "fn a() { 1 }\n"}});
        let told = desk.as_user("ada").call("PUT", "/releases").json(&wish).send();
        assert_eq!(told.status, 422);
        assert_eq!((told.at("/faults/0/file"), told.at("/faults/0/line")), (json!("workflows/laptop.rhai"), json!(1)));
        assert_eq!(source(&desk, "laptop"), before);
        let releases = desk.as_user("ada").get("/releases").expect(200);
        assert_eq!(releases.each("/note"), ["published from the content folder"]);
    }

    fn only_workflows_and_schemas_are_published_and_only_by_an_admin(desk: Desk) {
        let wish = |path: &str| json!({"files": {path: "x"}});
        for path in ["plugins/asset/main.rhai", "workflows/../x.rhai", "workflows/x.sh", "x.rhai", "/workflows/x.rhai", "workflows/.x.rhai"] {
            let told = desk.as_user("ada").call("PUT", "/releases").json(&wish(path)).send();
            assert_eq!((told.status, told.at("/errors/0/code")), (422, json!("path")), "{path}");
        }
        for who in ["ann", "max", "dora", "lin", "sam", "ula"] {
            assert_eq!(desk.as_user(who).call("PUT", "/releases").json(&wish("workflows/x.rhai")).send().problem(), "403 forbidden", "{who}");
        }
        for who in ["ann", "max", "dora", "lin"] {
            for path in ["/workflows", "/workflows/laptop", "/workflows/laptop/versions", "/schemas/laptop", "/releases"] {
                assert_eq!(desk.as_user(who).get(path).send().problem(), "403 forbidden", "{who} {path}");
            }
        }
        assert_eq!(desk.as_user("ula").get("/schemas/laptop").expect(200).text("/name"), "laptop", "an auditor reads");
        assert_eq!(desk.as_user("ada").get("/workflows/nothing").send().problem(), "404 not_found");
    }

    fn a_plan_tells_who_goes_on_and_who_does_not_and_writes_nothing(desk: Desk) {
        let (first, second) = (desk.submit("ann", "laptop", json!({"model": "light"})), agreed(&desk));
        let text = source(&desk, "laptop");
        let plan = |source: &str| desk.as_user("ada").post("/workflows/laptop/plan", json!({"source": source})).expect(200).json();
        let same = plan(&text.replace("Your laptop {tag}", "The laptop {tag}"));
        assert_eq!(same, json!({"unchanged": 2, "further": [], "diverging": []}));
        let renamed = plan(&text.replace("\"Line manager\"", "\"Head of department\""));
        assert_eq!(renamed["unchanged"], 0);
        let told: Vec<_> = renamed["diverging"].as_array().unwrap().iter().map(|one| (one["number"].clone(), one["line"].clone())).collect();
        assert_eq!(told, [(json!(first), json!(7)), (json!(second), json!(7))]);
        assert!(renamed["diverging"][0]["reason"].as_str().unwrap().contains("Line manager"), "{renamed}");
        assert_eq!(desk.as_user("ada").get("/releases").expect(200).each("/id").len(), 1);
        assert_eq!(desk.as_user("ada").post("/workflows/laptop/plan", json!({"source": "x("})).send().status, 422);
    }

    fn tickets_that_match_go_on_under_the_new_version(desk: Desk) {
        let (first, second) = (desk.submit("ann", "laptop", json!({"model": "light"})), agreed(&desk));
        let text = source(&desk, "laptop");
        let added = text.replace("confirm_cost(request.price);", "confirm_cost(request.price);\ntask(\"Order a bag\", group(\"service-desk\"));");
        let published = publish(&desk, "laptop", &added, json!([second]));
        assert_eq!(published.at("/migrated"), json!([second]));
        assert!(desk.log(&second).contains(&"ticket.migrated".to_owned()));
        for number in [&first, &second] {
            if *number == first {
                desk.answer("max", number, "approval", "approved");
            }
            desk.answer("ann", number, "cost", "confirmed");
        }
        assert_eq!(desk.waits_for(&second), ["task Order a bag"]);
        assert_ne!(desk.waits_for(&first), ["task Order a bag"]);
        // One that cannot be taken over keeps its version, and the answer says why.
        let renamed = text.replace("\"Line manager\"", "\"Head of department\"");
        let published = publish(&desk, "laptop", &renamed, json!("matching"));
        assert_eq!(published.at("/migrated"), json!([]));
        assert_eq!(published.at("/kept/0/number"), json!(first));
    }

    fn a_release_tells_what_it_changed_and_can_be_taken_back(desk: Desk) {
        let text = source(&desk, "laptop");
        let first = desk.as_user("ada").get("/releases").expect(200).text("/items/0/id");
        let published = publish(&desk, "laptop", &text.replace("hardware", "password"), json!("none"));
        let release = desk.as_user("ada").get(&format!("/releases/{}", published.text("/release"))).expect(200);
        assert_eq!((release.text("/author"), release.text("/parent")), ("ada".to_owned(), first.clone()));
        let diff = release.text("/changes/0/diff");
        assert!(diff.contains("-sla(\"hardware\");\n+sla(\"password\");"), "{diff}");
        let back = desk.as_user("ada").post(&format!("/releases/{first}/rollback"), json!({})).expect(200);
        assert_eq!(back.at("/changed"), json!(["workflows/laptop.rhai"]));
        assert_eq!(source(&desk, "laptop"), text);
        assert_eq!(desk.as_user("ada").get("/releases").expect(200).each("/id").len(), 3);
        let wish = json!({"source": text, "parent": first});
        assert_eq!(desk.as_user("ada").call("PUT", "/workflows/laptop").json(&wish).send().problem(), "412 precondition_failed");
        assert_eq!(desk.as_user("ada").post("/releases/0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11/rollback", json!({})).send().problem(), "404 not_found");
    }

    fn what_is_published_is_pulled_into_a_folder(desk: Desk) {
        let text = source(&desk, "laptop").replace("hardware", "password");
        publish(&desk, "laptop", &text, json!("none"));
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("schemas")).unwrap();
        std::fs::write(folder.path().join("schemas/mine.json"), "{}").unwrap();
        let output = run(&["pull", folder.path().to_str().unwrap(), "--database", &desk.database.url()]);
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.contains("added   workflows/laptop.rhai\n") && said.contains("drifts  schemas/mine.json is not published\n"), "{said}");
        assert_eq!(std::fs::read_to_string(folder.path().join("workflows/laptop.rhai")).unwrap(), text);
    }

    fn what_drifts_from_the_folder_is_named(desk: Desk) {
        let drift = || desk.as_user("ada").get("/releases/drift").expect(200).rows(&["path", "change"]);
        let check = || {
            let folder = desk.content.path();
            run(&["pull", folder.to_str().unwrap(), "--check", "--database", &desk.database.url()])
        };
        assert_eq!((drift(), check().status.code()), (String::new(), Some(0)));
        let text = source(&desk, "laptop").replace("hardware", "password");
        let files = json!({"workflows/laptop.rhai": text, "workflows/lib/new.rhai": "fn a() { 1 }\n", "schemas/forms/installed.json": null,
            "workflows/software-installation.rhai": source(&desk, "software-installation").replace(", form: \"installed\"", "").replace("done.version", "form.product")});
        desk.as_user("ada").call("PUT", "/releases").json(&json!({"files": files})).expect(200);
        assert_eq!(drift(), "schemas/forms/installed.json | removed\nworkflows/laptop.rhai | changed\nworkflows/lib/new.rhai | added\nworkflows/software-installation.rhai | changed");
        let before = std::fs::read_to_string(desk.content.path().join("workflows/laptop.rhai")).unwrap();
        let output = check();
        let said = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(said.contains("drifts  workflows/laptop.rhai is published otherwise\n"), "{said}");
        assert!(said.contains("drifts  workflows/lib/new.rhai is missing\n"), "{said}");
        assert!(said.contains("drifts  schemas/forms/installed.json is not published\n"), "{said}");
        assert_eq!(std::fs::read_to_string(desk.content.path().join("workflows/laptop.rhai")).unwrap(), before);
        assert_eq!(desk.as_user("ann").get("/releases/drift").send().problem(), "403 forbidden");
    }

    fn a_form_is_published_with_its_fields_in_the_order_that_was_sent(desk: Desk) {
        let ada = desk.as_user("ada");
        let read = ada.get("/schemas/password-reset").expect(200);
        let seen = read.header("etag").unwrap().to_owned();
        assert_eq!(seen, format!("\"{}\"", read.text("/version")));
        let body = r#"{"note": "asks where", "schema": {"title": "Password reset", "x-catalog": {"kind": "request", "category": "technical"},
            "type": "object", "required": ["system"], "properties": {
            "zebra": {"type": "string"}, "system": {"type": "string", "x-price": "0.00"}, "callback": {"type": "string"}}}}"#;
        let put = |tag: &str| ada.call("PUT", "/schemas/password-reset").header("If-Match", tag).text(body);
        let published = put(&seen).expect(200);
        assert_eq!(published.at("/changed"), json!(["schemas/password-reset.json"]));
        assert_eq!(put(&seen).send().problem(), "412 precondition_failed", "that text is not in force any more");
        let again = ada.call("PUT", "/schemas/password-reset").text(body).expect(200);
        assert_eq!(again.at("/changed"), json!([]), "the same once more changes nothing");
        let text = ada.get("/schemas/password-reset").expect(200).text("/source");
        assert!(text.starts_with("{\n  \"title\": \"Password reset\",\n  \"x-catalog\""), "{text}");
        let shown = desk.as_user("ann").get("/catalog/password-reset").expect(200);
        let shown = String::from_utf8(shown.body.clone()).unwrap();
        let at = |name: &str| shown.find(&format!("\"{name}\":{{")).unwrap();
        assert!(at("zebra") < at("system") && at("system") < at("callback"), "{shown}");
        let versions = ada.get("/schemas/password-reset/versions").expect(200);
        assert_eq!(versions.rows(&["author", "note"]), "ada | asks where\nnull | published from the content folder");
        assert_eq!(versions.each("/hash").last(), Some(&json!(seen.trim_matches('"'))));
    }

    fn a_form_that_does_not_pass_the_check_is_refused_with_its_place(desk: Desk) {
        let put = |who: &str, path: &str, schema: serde_json::Value| desk.as_user(who).call("PUT", path).json(&json!({"schema": schema})).send();
        let wish = json!({"title": "Laptop", "x-catalog": {"kind": "request"}, "type": "object", "properties": {"size": {"type": "strnig"}}});
        let told = put("ada", "/schemas/laptop", wish.clone());
        assert_eq!((told.status, told.at("/faults/0/file")), (422, json!("schemas/laptop.json")));
        assert!(told.at("/faults/0/line").as_u64() > Some(0), "{}", told.shown());
        // The workflow reads a field that this form has not.
        let told = put("ada", "/schemas/laptop", json!({"title": "Laptop", "x-catalog": {"kind": "request"}, "type": "object"}));
        assert_eq!((told.status, told.at("/faults/0/file")), (422, json!("workflows/laptop.rhai")));
        assert_eq!(put("ada", "/schemas/yacht", json!({"title": "Yacht", "x-catalog": {"kind": "request"}})).at("/faults/0/code"), json!("no_workflow"));
        assert_eq!(put("ada", "/schemas/laptop", json!([])).problem(), "422 invalid /schema:type");
        assert_eq!(put("ada", "/schemas/..%2Fx", json!({})).problem(), "404 not_found");
        for who in ["ann", "dora", "sam", "ula"] {
            assert_eq!(put(who, "/schemas/laptop", wish.clone()).problem(), "403 forbidden", "{who}");
        }
        assert_eq!(desk.as_user("ada").get("/releases").expect(200).each("/id").len(), 1);
    }

    fn a_form_of_tasks_is_published_too(desk: Desk) {
        let ada = desk.as_user("ada");
        let form = ada.get("/schemas/forms/handover").expect(200).at("/schema");
        let mut wish = form.clone();
        wish["properties"]["place"] = json!({"title": "Where", "type": "string"});
        let published = ada.call("PUT", "/schemas/forms/handover").json(&json!({"schema": wish})).expect(200);
        assert_eq!(published.at("/changed"), json!(["schemas/forms/handover.json"]));
        assert_eq!(ada.get("/schemas/forms/handover").expect(200).at("/schema"), wish);
        assert_eq!(ada.get("/schemas/forms/handover/versions").expect(200).each("/author"), [json!("ada"), json!(null)]);
        assert_eq!(ada.get("/schemas/forms/nothing").send().problem(), "404 not_found");
        assert_eq!(ada.get("/schemas/handover").send().problem(), "404 not_found", "it is no catalog item");
    }
}

#[test]
fn what_changes_in_the_folder_is_published_while_it_serves() {
    let (database, content) = (Database::empty_sqlite(), Content::copied());
    let process = Process::serve(&database, &content);
    let path = content.path().join("workflows/laptop.rhai");
    let text = std::fs::read_to_string(&path).unwrap();
    let said = || process.as_user("ada").get("/workflows/laptop").expect(200).text("/source");
    // A text with a fault in between stays where it is.
    for (written, wanted) in [
        (text.replace("hardware", "password"), "sla(\"password\")"),
        ("sla(".to_owned(), "sla(\"password\")"),
        (text, "sla(\"hardware\")"),
    ] {
        std::fs::write(&path, written).unwrap();
        process.wait_for(wanted, || said().contains(wanted));
    }
}
