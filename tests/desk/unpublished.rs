//! What authors see of texts that are not published yet: what the check says,
//! which way a request would take, whether the scenarios pass. Nothing is written.

use crate::support::{Answer, Desk, on_both};
use maitred::desk::clock::Ids;
use maitred::desk::people::{NewUser, add_user};
use maitred::model::people::Role;
use serde_json::{Value as Json, json};

/// An author of technical items, otto, and one of business items, bea.
fn with_authors(desk: &Desk) {
    for (username, category) in [("otto", "technical"), ("bea", "business")] {
        let (username, categories) = (username.to_owned(), vec![category.to_owned()]);
        let roles = vec![Role::Author];
        let new = NewUser { password: Some(username.clone()), username, roles, categories, ..NewUser::default() };
        add_user(desk.desk.store(), &new, &mut Ids::new(&desk.clock)).unwrap();
    }
    desk.desk.refresh().unwrap();
}

fn laptop(desk: &Desk) -> String {
    desk.as_user("ada").get("/workflows/laptop").expect(200).text("/source")
}

fn checks(desk: &Desk, who: &str, files: Json) -> Answer {
    desk.as_user(who).post("/releases/check", json!({"files": files})).send()
}

fn previews(desk: &Desk, who: &str, item: &str, form: Json, files: Json) -> Answer {
    desk.as_user(who).post(&format!("/catalog/{item}/preview"), json!({"form": form, "files": files})).send()
}

fn tries(desk: &Desk, who: &str, workflow: &str, body: Json) -> Answer {
    desk.as_user(who).post(&format!("/workflows/{workflow}/test"), body).send()
}

/// Names of the steps that a preview shows.
fn steps(seen: &Answer) -> Vec<String> {
    let steps = seen.at("/steps");
    steps.as_array().unwrap().iter().map(|step| step["name"].as_str().unwrap().to_owned()).collect()
}

/// One more item: its form and its workflow.
fn yacht(category: &str) -> Json {
    let form = json!({"title": "Yacht", "x-catalog": {"kind": "request", "category": category,
        "available_to": {"groups": ["finance"]}}, "type": "object", "properties": {"length": {"type": "integer"}}});
    let script = "if form.length > 10 { approval(\"Harbour master\", user(\"sam\")); }\ntask(\"Build it\", group(\"line-2\"));\nresolve(\"built\");\n";
    json!({"schemas/yacht.json": form.to_string(), "workflows/yacht.rhai": script})
}

on_both! {
    fn the_check_says_what_publishing_would_say(desk: Desk) {
        with_authors(&desk);
        let good = json!({"workflows/laptop.rhai": laptop(&desk).replace("\"Line manager\"", "\"Head of department\"")});
        let told = checks(&desk, "otto", good.clone()).expecting(200);
        assert_eq!(told.json(), json!({"faults": [], "warnings": []}));
        let wrong = json!({"workflows/laptop.rhai": "aproval(\"x\", user(\"sam\"));\n", "workflows/jobs/late.rhai": "let x = 1;\n"});
        let told = checks(&desk, "ada", wrong.clone()).expecting(200);
        let refused = desk.as_user("ada").call("PUT", "/releases").json(&json!({"files": wrong})).expect(422);
        let said = [told.at("/faults"), told.at("/warnings")].map(|list| list.as_array().unwrap().clone()).concat();
        assert_eq!(said.len(), refused.at("/faults").as_array().unwrap().len(), "{}", told.shown());
        assert!(refused.at("/faults").as_array().unwrap().iter().all(|fault| said.contains(fault)), "{}", told.shown());
        let files: Vec<Json> = told.at("/faults").as_array().unwrap().iter().map(|fault| fault["file"].clone()).collect();
        assert!(files.contains(&json!("workflows/jobs/late.rhai")) && files.contains(&json!("workflows/laptop.rhai")), "{files:?}");
        assert_eq!(laptop(&desk), desk.as_user("ada").get("/workflows/laptop").expect(200).text("/source"));
        assert_eq!(desk.as_user("ada").get("/releases").expect(200).each("/id").len(), 1, "nothing is written");
        desk.as_user("otto").call("PUT", "/releases").json(&json!({"files": good})).expect(200);
    }

    fn what_is_only_a_warning_keeps_nothing_from_being_published(desk: Desk) {
        let mut form = desk.as_user("ada").get("/schemas/laptop").expect(200).at("/schema");
        form["properties"]["is new"] = json!({"type": "string"});
        let files = json!({"schemas/laptop.json": form.to_string()});
        let told = checks(&desk, "ada", files.clone()).expecting(200);
        assert_eq!(told.at("/faults"), json!([]));
        assert_eq!((told.at("/warnings/0/code"), told.at("/warnings/0/severity")), (json!("unsayable_field"), json!("warning")), "{}", told.shown());
        let published = desk.as_user("ada").call("PUT", "/releases").json(&json!({"files": files})).expect(200);
        assert_eq!(published.at("/warnings"), told.at("/warnings"));
        // A name that the directory lacks is a fault of who writes it.
        let script = laptop(&desk).replace("group(\"finance\")", "group(\"finanse\")");
        let told = checks(&desk, "ada", json!({"workflows/laptop.rhai": script})).expecting(200);
        assert_eq!((told.at("/faults/0/code"), told.at("/faults/0/line")), (json!("unknown_group"), json!(9)), "{}", told.shown());
        assert!(told.text("/faults/0/hint").contains("finance"));
    }

    fn the_check_is_for_who_may_publish_the_same(desk: Desk) {
        with_authors(&desk);
        let files = json!({"workflows/laptop.rhai": laptop(&desk)});
        for who in ["ann", "max", "dora", "lin", "sam", "ula"] {
            assert_eq!(checks(&desk, who, files.clone()).problem(), "403 forbidden", "{who}");
        }
        assert_eq!(checks(&desk, "bea", files.clone()).problem(), "403 forbidden /files/workflows~1laptop.rhai:category");
        assert_eq!(checks(&desk, "otto", json!({"workflows/policy.toml": ""})).problem(), "403 forbidden /files/workflows~1policy.toml:category");
        assert_eq!(desk.stranger().post("/releases/check", json!({"files": files})).send().problem(), "401 unauthenticated");
        assert_eq!(checks(&desk, "ada", json!({})).problem(), "422 invalid /files:minProperties");
        assert_eq!(checks(&desk, "ada", json!({"plugins/asset/main.rhai": "x"})).problem(), "422 invalid /files/plugins~1asset~1main.rhai:path");
        assert_eq!(desk.as_user("ada").post("/releases/check", json!({"files": {}, "colour": 1})).send().problem(), "422 invalid /colour:unknown");
        let stale = json!({"files": files, "parent": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11"});
        assert_eq!(desk.as_user("ada").post("/releases/check", stale).send().problem(), "412 precondition_failed");
        let large = json!({"files": {"workflows/laptop.rhai": "x".repeat(1 << 20)}});
        assert_eq!(desk.as_user("ada").post("/releases/check", large).send().problem(), "413 too_large");
    }

    fn a_preview_takes_the_way_of_the_draft(desk: Desk) {
        with_authors(&desk);
        let form = json!({"model": "light"});
        let script = laptop(&desk).replace("confirm_cost(request.price);", "approval(\"Security\", user(\"fay\"));\nconfirm_cost(request.price);");
        let files = json!({"workflows/laptop.rhai": script});
        let seen = previews(&desk, "otto", "laptop", form.clone(), files.clone()).expecting(200);
        assert_eq!(steps(&seen)[..2], ["Line manager".to_owned(), "Security".to_owned()], "{:?}", steps(&seen));
        assert_eq!(seen.at("/cost/estimated"), "900.00");
        let nodes = seen.at("/graph/nodes");
        assert!(nodes.as_array().unwrap().iter().any(|node| node["line"].as_u64().is_some() || node["place"].is_object()), "an author sees where: {nodes:#}");
        let in_force = desk.as_user("otto").post("/catalog/laptop/preview", json!({"form": form})).expect(200);
        assert!(!steps(&in_force).contains(&"Security".to_owned()));
        // The price is the draft's, too.
        let mut schema = desk.as_user("ada").get("/schemas/laptop").expect(200).at("/schema");
        schema["properties"]["model"]["oneOf"][0]["x-price"] = json!("950.00");
        let seen = previews(&desk, "otto", "laptop", form.clone(), json!({"schemas/laptop.json": schema.to_string()})).expecting(200);
        assert_eq!(seen.at("/cost/estimated"), "950.00");
        let wrong = previews(&desk, "otto", "laptop", form.clone(), json!({"workflows/laptop.rhai": "x("}));
        assert_eq!((wrong.status, wrong.at("/faults/0/file")), (422, json!("workflows/laptop.rhai")), "{}", wrong.shown());
        let wrong = previews(&desk, "otto", "laptop", json!({"model": "none"}), files.clone());
        assert!(wrong.problem().starts_with("422 invalid /form/model:"), "{}", wrong.problem());
        assert!(!laptop(&desk).contains("Security"));
        for who in ["ann", "dora", "sam", "ula"] {
            assert_eq!(previews(&desk, who, "laptop", form.clone(), files.clone()).problem(), "403 forbidden", "{who}");
        }
        assert_eq!(previews(&desk, "bea", "laptop", form.clone(), files).problem(), "403 forbidden");
        assert_eq!(previews(&desk, "bea", "laptop", form.clone(), yacht("business")).problem(), "403 forbidden", "the item is none of hers");
        assert_eq!(previews(&desk, "ada", "laptop", form, json!({})).problem(), "422 invalid /files:minProperties");
    }

    fn an_item_that_is_only_a_draft_is_previewed(desk: Desk) {
        with_authors(&desk);
        let seen = previews(&desk, "bea", "yacht", json!({"length": 12}), yacht("business")).expecting(200);
        assert_eq!(steps(&seen), ["Harbour master", "Build it"], "whom it is for is not asked");
        let seen = previews(&desk, "bea", "yacht", json!({"length": 5}), yacht("business")).expecting(200);
        assert_eq!(steps(&seen), ["Build it"]);
        assert_eq!(previews(&desk, "otto", "yacht", json!({"length": 5}), yacht("business")).status, 403);
        assert_eq!(previews(&desk, "ada", "yacht", json!({}), json!({"workflows/laptop.rhai": laptop(&desk)})).problem(), "404 not_found");
        assert_eq!(previews(&desk, "ann", "yacht", json!({}), yacht("business")).problem(), "404 not_found");
        assert_eq!(desk.as_user("ada").get("/catalog/yacht").send().problem(), "404 not_found", "nothing is written");
    }

    fn scenarios_are_run_against_what_is_in_force(desk: Desk) {
        let told = tries(&desk, "ula", "password-reset", json!({})).expecting(200);
        assert_eq!((told.at("/passed"), told.at("/failed"), told.at("/not_run")), (json!(4), json!(0), json!([])));
        assert_eq!((told.at("/results/0/name"), told.at("/results/0/file")), (json!("a password that cannot be reset is said so"), json!("workflows/tests/password-reset.rhai")));
        assert!(told.at("/results/0/seconds").as_f64() > Some(0.0));
        assert_eq!(told.at("/results/0").get("message"), None);
        assert_eq!(told.at("/coverage/taken"), told.at("/coverage/all"), "{}", told.shown());
    }

    fn scenarios_of_a_draft_fail_in_the_words_of_the_command_line(desk: Desk) {
        with_authors(&desk);
        let script = desk.as_user("ada").get("/workflows/password-reset").expect(200).text("/source");
        let files = json!({"workflows/password-reset.rhai": script.replace("\"Check who is calling\"", "\"Call back\"")});
        let told = tries(&desk, "otto", "password-reset", json!({"files": files})).expecting(200);
        assert_eq!((told.at("/passed"), told.at("/failed")), (json!(2), json!(2)));
        let failed = told.at("/results").as_array().unwrap().iter().find(|one| one["passed"] == false).cloned().unwrap();
        assert!(failed["message"].as_str().unwrap().contains("\"Check who is calling\" is not open; open are: task \"Call back\""), "{failed:#}");
        assert_eq!((failed["fault"]["file"].clone(), failed["fault"]["code"].clone()), (json!("workflows/tests/password-reset.rhai"), json!("expectation")));
        assert!(failed["fault"]["line"].as_u64() > Some(0));
        let more = json!({"workflows/tests/password-reset.rhai": "fn test_one() { start(#{ system: \"erp\" }).open(\"Reset the password\"); }\nfn test_two() { loop {} }\n"});
        let told = tries(&desk, "otto", "password-reset", json!({"files": more})).expecting(200);
        assert_eq!((told.at("/passed"), told.at("/failed"), told.at("/results/1/fault/code")), (json!(1), json!(1), json!("limit")), "{}", told.shown());
        let none = tries(&desk, "bea", "yacht", json!({"files": yacht("business")})).expecting(200);
        assert_eq!((none.at("/results"), none.at("/coverage")), (json!([]), json!(null)));
        let wrong = tries(&desk, "otto", "password-reset", json!({"files": {"workflows/tests/password-reset.rhai": "fn test_x( {"}}));
        assert_eq!((wrong.status, wrong.at("/faults/0/file")), (422, json!("workflows/tests/password-reset.rhai")));
    }

    fn scenarios_of_all_items_are_run_as_far_as_there_is_room(desk: Desk) {
        let many = |count: u32| -> String { (0..count).map(|n| format!("fn test_n{n:03}() {{ check(true, \"so\"); }}\n")).collect() };
        let boat = json!({"title": "Boat", "x-catalog": {"kind": "request", "category": "business", "workflow": "yacht"},
            "type": "object", "properties": {"length": {"type": "integer"}}});
        let mut files = yacht("business");
        files["schemas/boat.json"] = json!(boat.to_string());
        files["workflows/tests/boat.rhai"] = json!(many(60));
        files["workflows/tests/yacht.rhai"] = json!(many(143));
        let told = tries(&desk, "ada", "yacht", json!({"files": files})).expecting(200);
        assert_eq!((told.at("/passed"), told.at("/failed")), (json!(200), json!(0)));
        assert_eq!((told.at("/results/59/file"), told.at("/results/60/file")), (json!("workflows/tests/boat.rhai"), json!("workflows/tests/yacht.rhai")));
        assert_eq!(told.at("/not_run"), json!(["n140", "n141", "n142"]));
    }

    fn scenarios_are_run_for_who_reads_scripts_and_drafts_for_who_writes_them(desk: Desk) {
        with_authors(&desk);
        for who in ["ann", "max", "dora", "lin"] {
            assert_eq!(tries(&desk, who, "laptop", json!({})).problem(), "403 forbidden", "{who}");
        }
        let files = json!({"files": {"workflows/laptop.rhai": laptop(&desk)}});
        for who in ["sam", "ula", "bea"] {
            assert!(tries(&desk, who, "laptop", files.clone()).problem().starts_with("403 forbidden"), "{who}");
        }
        assert_eq!(tries(&desk, "bea", "laptop", json!({"files": yacht("business")})).problem(), "403 forbidden");
        for name in ["yacht", "..%2Fpolicy", "tests%2Flaptop"] {
            assert_eq!(tries(&desk, "ada", name, json!({})).problem(), "404 not_found", "{name}");
        }
        assert_eq!(tries(&desk, "ada", "laptop", json!({"files": {}})).problem(), "422 invalid /files:minProperties");
        assert_eq!(tries(&desk, "ada", "laptop", json!({"colour": 1})).problem(), "422 invalid /colour:unknown");
    }
}
