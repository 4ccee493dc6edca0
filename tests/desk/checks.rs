//! `maitred check`: a fault of every kind, planted into the shipped content, is
//! told with its place; what is no error is told and lets everything pass.

use crate::support::process::run;
use crate::support::{Content, Desk, on_both};
use serde_json::{Value as Json, json};

/// What is said of a content folder: exit code, and the faults one by one.
fn told(content: &Content, more: &[&str]) -> (i32, Vec<String>) {
    let path = content.path();
    let arguments: Vec<&str> = ["check", path.to_str().unwrap()].iter().chain(more).copied().collect();
    let output = run(&arguments);
    let text = format!("{}{}", String::from_utf8_lossy(&output.stderr), String::from_utf8_lossy(&output.stdout));
    let text = text.replace("\n  help: ", " | ").replace(&format!("{}/", path.display()), "");
    (output.status.code().unwrap(), text.lines().map(str::to_owned).collect())
}

/// The shipped content with the end of a workflow replaced by a planted line,
/// whose number the shipped text does not change.
fn with_line(line: &str) -> Content {
    Content::copied().with("workflows/laptop.rhai", &format!("{line}\nresolve(\"x\");\n"))
}

#[test]
fn a_fault_of_every_kind_in_a_workflow_is_told_with_its_place() {
    for (line, wanted) in [
        ("approval(\"A\", ;", "1:15: error: "),
        ("note(nobody);", "1:6: error: \"nobody\" is not known here [unknown_name]"),
        (
            "aproval(\"A\", requester);",
            "1:1: error: there is no function \"aproval\" [unknown_function] | did you mean \"approval\"?",
        ),
        (
            "sla(\"hardware\", #{ deu: now() });",
            "1:20: error: sla: unknown option \"deu\" [unknown_option] | did you mean \"due\"? (known: due, from)",
        ),
        (
            "approval(\"A\", requester, #{ veto: 5 });",
            "1:35: error: approval: \"veto\" takes true or false, not 5 [option]",
        ),
        (
            "assign(group(\"servicedesk\"));",
            "1:14: error: there is no group \"servicedesk\" [unknown_group] | did you mean \"service-desk\"?",
        ),
        (
            "approval(\"A\", user(\"mex\"));",
            "1:20: error: there is no user \"mex\" [unknown_user] | did you mean \"max\"?",
        ),
        (
            "aset::reserve(#{ model: \"pro\" });",
            "1:7: error: there is no plugin \"aset\" [unknown_plugin] | did you mean \"asset\"?",
        ),
        (
            "asset::resrve(#{ model: \"pro\" });",
            "1:8: error: the plugin \"asset\" has no function \"resrve\" [unknown_function] | did you mean \"reserve\"?",
        ),
        (
            "asset::reserve(#{ modle: \"pro\" });",
            "1:19: error: asset::reserve takes no \"modle\" [unknown_argument] | did you mean \"model\"?",
        ),
        (
            "asset::reserve(#{ model: 5 });",
            "1:26: error: asset::reserve: \"model\": 5 is not of type \"string\" [argument_value]",
        ),
        (
            "sla(\"hardwear\");",
            "1:5: error: there is no service level \"hardwear\" [unknown_service_level] | did you mean \"hardware\"?",
        ),
        ("let x = lookup(\"planets\");", "1:16: error: there is no list \"planets\" [unknown_list]"),
        (
            "task(\"A\", requester, #{ form: \"handovr\" });",
            "1:31: error: there is no form \"handovr\" [unknown_form] | did you mean \"handover\"?",
        ),
        (
            "ask(\"A\", requester, #{ form: \"handovr\" });",
            "1:30: error: there is no form \"handovr\" [unknown_form] | did you mean \"handover\"?",
        ),
        ("note(form.modle);", "1:11: error: the form has no field \"modle\" [unknown_field] | did you mean \"model\"?"),
        (
            "task(\"A\", requester, #{ show: [\"modle\"] });",
            "1:32: error: the form has no field \"modle\" [unknown_field] | did you mean \"model\"?",
        ),
        ("let f = || 1;", "1:9: error: a closure stands only where it is used"),
        ("[1].sort(|a, b| task(\"A\", requester));", "1:17: error: \"task\" waits, so it cannot stand in the callback"),
        ("[1].for_each(|a| note(\"x\"));", "1:18: error: \"note\" waits, so it cannot stand in the callback"),
        ("import \"../policy\" as p;", "1:1: error: there is no workflows/lib/../policy.rhai [import]"),
    ] {
        let (code, said) = told(&with_line(line), &["--demo"]);
        let errors: Vec<&String> = said.iter().filter(|it| it.contains(": error: ")).collect();
        let wanted = format!("workflows/laptop.rhai:{wanted}");
        assert!(errors.len() == 1 && errors[0].starts_with(&wanted), "{line}\n  told   {said:#?}\n  wanted {wanted}");
        assert!(code == 1 && said.last().unwrap().starts_with("1 error"), "{line}: {said:?}");
    }
}

#[test]
fn what_is_no_error_is_told_and_passes() {
    for (line, wanted) in [
        (
            "task(\"A\", requester); task(\"A\", requester);",
            "1:23: warning: task: the name \"A\" is taken by the step in line 1 [same_name]",
        ),
        ("if form.model == \"pro\" { return; }", "1:26: warning: the script can come to its end here"),
        ("approval(\"A\", requester, #{ within: \"2d\" });", "1:37: hint: approval: \"2d\" is elapsed time"),
    ] {
        let (code, said) = told(&with_line(line), &["--demo"]);
        assert!(said.iter().any(|it| it.starts_with(&format!("workflows/laptop.rhai:{wanted}"))), "{line}: {said:#?}");
        let sum = if wanted.contains("hint") { ", 1 hint" } else { ", 1 warning" };
        assert!(code == 0 && said.last().unwrap().ends_with(sum), "{line}: {said:?}");
    }
}

#[test]
fn answers_that_a_form_does_not_offer_are_told() {
    let compared = "if form.model == \"lihgt\" { note(\"x\"); }";
    let offers = "workflows/report-incident.rhai:8:13: warning: the form's \"people\" offers \"branch\", and there is no impact \"branch\" [unknown_impact]";
    let shipped = Content::copied;
    for (content, wanted) in [
        (
            with_line(compared),
            "workflows/laptop.rhai:1:15: warning: the form's \"model\" is never \"lihgt\" [unknown_choice] | did you mean \"light\"?",
        ),
        (
            with_line(&compared.replace("form.model", "form[\"model\"]")),
            "workflows/laptop.rhai:1:18: warning: the form's \"model\" is never",
        ),
        (
            shipped().replaced(
                "schemas/report-incident.json",
                "{ \"const\": \"site\"",
                "{ \"const\": \"branch\", \"title\": \"My branch\" }, { \"const\": \"site\"",
            ),
            offers,
        ),
    ] {
        let (code, said) = told(&content, &["--demo"]);
        assert!(code == 0 && said.iter().any(|it| it.starts_with(wanted)), "{wanted}: {said:#?}");
    }
    for fine in ["if form.model == \"light\" { note(\"x\"); }", "if form.reason == \"lihgt\" { note(\"x\"); }"] {
        let (code, said) = told(&with_line(fine), &["--demo"]);
        assert!(code == 0 && !said.iter().any(|it| it.contains("unknown_choice")), "{fine}: {said:#?}");
    }
}

#[test]
fn a_field_that_a_steps_form_has_lost_is_told_where_it_is_read() {
    let lost = Content::copied().replaced("schemas/forms/best-offer.json", "\"amount\"", "\"sum\"").replaced(
        "schemas/forms/best-offer.json",
        "\"amount\"",
        "\"sum\"",
    );
    let (code, said) = told(&lost, &["--demo"]);
    let wanted = "error: the answer that \"best\" is has no \"amount\" [unknown_field]";
    let at = |line: &str| {
        said.iter().any(|it| it.starts_with(&format!("workflows/purchase-request.rhai:{line}")) && it.contains(wanted))
    };
    assert!(code == 1 && at("19:13") && at("23:19"), "{said:#?}");
    // A name that is also given something else may be anything.
    let other =
        "let best = task(\"A\", requester, #{ form: \"best-offer\" }); best = #{ more: 1 }; note(`${best.more}`);";
    let (code, said) = told(&with_line(other), &["--demo"]);
    assert!(code == 0, "{said:#?}");
}

#[test]
fn a_fault_of_every_kind_in_another_file_is_told_with_its_place() {
    let job = "const SCHEDULE = \"0 */10 * * * *\";\nconst TIMEZONE = \"UTC\";\nconst ROLES = [\"agent\"];\n";
    let plant = |path: &str, text: &str| Content::copied().with(path, text);
    let schema = |more: &str| {
        let text = r#"{ "title": "Chair", "x-catalog": { "kind": "request" MORE },
 "type": "object", "properties": { "colour": { "type": "string" } } }"#;
        text.replace("MORE", more)
    };
    let fields = r#"{ "title": "Take back", "type": "object",
 "properties": { "start-date": { "type": "string" },
   "new": { "type": "string" } } }"#;
    for (content, wanted) in [
        (
            plant("workflows/jobs/j.rhai", &job.replace("*/10", "*/x")),
            "workflows/jobs/j.rhai:1:7: error: `0 */x * * * *` is no schedule",
        ),
        (
            plant("workflows/jobs/j.rhai", &job.replace("UTC", "Berlin")),
            "workflows/jobs/j.rhai:2:7: error: `Berlin` is no IANA time zone [job]",
        ),
        (
            plant("workflows/jobs/j.rhai", &job.replace("agent", "agnet")),
            "workflows/jobs/j.rhai:3:7: error: there is no role \"agnet\"; did you mean \"agent\"? [job]",
        ),
        (
            plant("workflows/jobs/j.rhai", &format!("{job}tickets(#{{ breachd: \"resolve\" }});")),
            "workflows/jobs/j.rhai:4:12: error: tickets: unknown option \"breachd\"",
        ),
        (
            plant("workflows/jobs/j.rhai", &format!("{job}tickets(#{{ older_than: \"2 days\" }});")),
            "workflows/jobs/j.rhai:4:24: error: tickets: \"2 days\" is no duration",
        ),
        (
            plant("workflows/jobs/j.rhai", &format!("{job}tickets(#{{ item: \"lptop\" }});")),
            "workflows/jobs/j.rhai:4:18: error: there is no item \"lptop\" [unknown_item] | did you mean \"laptop\"?",
        ),
        (
            plant(
                "workflows/jobs/j.rhai",
                &format!("{job}for t in tickets() {{ t.escalate(group(\"line2\"), \"x\"); }}"),
            ),
            "workflows/jobs/j.rhai:4:39: error: there is no group \"line2\" [unknown_group] | did you mean \"line-2\"?",
        ),
        (
            plant("schemas/chair.json", &schema("")),
            "schemas/chair.json:1:21: error: the item `chair` has no workflow: workflows/chair.rhai is missing [no_workflow]",
        ),
        (
            plant("schemas/chair.json", &schema(", \"workflow\": \"lapotp\"")),
            "schemas/chair.json:1:56: error: the item `chair` has no workflow: workflows/lapotp.rhai is missing",
        ),
        (
            plant("schemas/chair.json", &schema(", \"workflow\": \"laptop\", \"group\": \"servicedesk\"")),
            "schemas/chair.json:1:87: error: there is no group \"servicedesk\" [unknown_group] | did you mean \"service-desk\"?",
        ),
        (
            plant("workflows/lapotp.rhai", "resolve(\"x\");"),
            "workflows/lapotp.rhai: error: no item uses this workflow: schemas/lapotp.json is missing [no_item] | did you mean \"laptop\"?",
        ),
        (
            plant("schemas/forms/back.json", fields),
            "schemas/forms/back.json:2:18: warning: scripts cannot say the name \"start-date\" behind a dot [unsayable_field]",
        ),
        (
            plant("schemas/forms/back.json", fields),
            "schemas/forms/back.json:3:4: warning: scripts cannot say the name \"new\" behind a dot [unsayable_field]",
        ),
        (plant("schemas/forms/back.json", "{ \"type\": \"objct\" }"), "schemas/forms/back.json:1:3: error: "),
        (
            plant("schemas/lists/suppliers.csv", "name,group\nContoso,procuremnt\n"),
            "schemas/lists/suppliers.csv:2: error: there is no group \"procuremnt\" [unknown_group]",
        ),
        (plant("schemas/lists/systems.csv", "name,owner\ncrm,max,sam\n"), "schemas/lists/systems.csv:2: error: "),
        (
            Content::copied().replaced("workflows/policy.toml", "group = \"service-desk\"", "group = \"servicedesk\""),
            "workflows/policy.toml:",
        ),
        (
            Content::copied().replaced(
                "workflows/tests/laptop.rhai",
                "t.approve(\"Line manager\")",
                "t.aprove(\"Line manager\")",
            ),
            "workflows/tests/laptop.rhai:",
        ),
        (
            Content::copied().replaced("plugins/asset/plugin.toml", "runtime = \"script\"", "runtime = \"scirpt\""),
            "plugins/asset/plugin.toml:",
        ),
    ] {
        let (code, said) = told(&content, &["--demo"]);
        assert!(said.iter().any(|it| it.starts_with(wanted)), "told {said:#?}\nwanted {wanted}");
        assert_eq!(code, i32::from(!wanted.contains("warning")), "{said:#?}");
    }
}

#[test]
fn a_plugins_settings_are_named_with_the_file_they_stand_in() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("desk.toml");
    std::fs::write(&file, "listen = \"127.0.0.1:0\"\n\n[plugins.asset]\nsizes = \"many\"\n").unwrap();
    let (code, said) = told(&Content::Shipped, &["--config", file.to_str().unwrap()]);
    let wanted = format!("{}:3: error: [plugins.asset] ", file.display());
    assert!(code == 1 && said[0].starts_with(&wanted), "{said:#?}");
}

#[test]
fn faults_are_one_document_for_programs() {
    let content = with_line("assign(group(\"servicedesk\")); task(\"A\", requester, #{ within: \"2d\" });");
    let path = content.path();
    let output = run(&["check", path.to_str().unwrap(), "--demo", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let document: Json = serde_json::from_slice(&output.stdout).unwrap();
    let of_laptop: Vec<&Json> =
        document["faults"].as_array().unwrap().iter().filter(|it| it["file"] == "workflows/laptop.rhai").collect();
    let unknown = json!({"file": "workflows/laptop.rhai", "line": 1, "column": 14, "severity": "error",
        "code": "unknown_group", "message": "there is no group \"servicedesk\"", "hint": "did you mean \"service-desk\"?"});
    assert_eq!(of_laptop[0], &unknown);
    assert_eq!((&of_laptop[1]["severity"], &of_laptop[1]["code"]), (&json!("hint"), &json!("elapsed_days")));
    let fine = run(&["check", Content::Shipped.path().to_str().unwrap(), "--demo", "--format", "json"]);
    assert_eq!((fine.status.code(), String::from_utf8_lossy(&fine.stdout).trim()), (Some(0), "{\"faults\":[]}"));
}

#[test]
fn faults_come_in_the_order_of_files_lines_and_columns() {
    let content = with_line("sla(\"x\"); assign(group(\"y\"));\nsla(\"z\");")
        .with("workflows/jobs/j.rhai", "const SCHEDULE = 5;")
        .with("schemas/chair.json", "{");
    let (_, said) = told(&content, &["--demo"]);
    let place = |it: &String| {
        let (place, _) = it.split_once(": error")?;
        let mut parts = place.split(':');
        let file = parts.next()?.to_owned();
        Some((file, parts.map(|number| number.parse::<u32>().unwrap()).collect::<Vec<_>>()))
    };
    let places: Vec<_> = said.iter().filter_map(place).collect();
    assert!(places.len() > 5 && places.is_sorted(), "{places:?}");
    assert_eq!(told(&content, &["--demo"]).1, said, "the same each time");
}

#[test]
fn editors_get_definitions() {
    let content = Content::copied();
    let path = content.path();
    let output = run(&["definitions", "--content", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let read = |name: &str| std::fs::read_to_string(path.join("workflows/.rhai").join(name)).unwrap();
    assert!(read("maitred.d.rhai").contains("fn confirm_cost(amount: ?, currency: ?) -> ?;"));
    assert!(read("asset.d.rhai").contains("module asset;"));
    assert!(read("standard.d.rhai").contains("fn to_upper"));
    let (code, said) = told(&content, &["--demo"]);
    assert_eq!(code, 0, "definitions are no content: {said:?}");
}

on_both! {
    fn a_code_is_explained_by_the_desk(desk: Desk) {
        let stranger = desk.stranger();
        let told = stranger.get("/problems/unknown_group").expect(200);
        assert_eq!(told.text("/title"), "A group that nobody has made");
        assert!(["/meaning", "/remedy", "/example"].iter().all(|part| !told.text(part).is_empty()));
        assert_eq!(stranger.get("/problems/steps_open").expect(200).at("/status"), 409);
    }

    fn a_release_is_refused_for_errors_and_told_of_warnings(desk: Desk) {
        let publish = |text: &str| {
            let body = json!({"files": {"workflows/laptop.rhai": text}, "note": "a try"});
            desk.as_user("ada").call("PUT", "/releases").json(&body)
        };
        let refused = publish("sla(\"hardwear\");\nresolve(\"x\");\n").expect(422);
        assert_eq!(refused.at("/faults/0/severity"), json!("error"));
        let done = publish("sla(\"hardware\");\ntask(\"A\", requester);\n").expect(200);
        assert_eq!(done.at("/warnings/0/code"), json!("no_end"), "{}", done.json());
        assert_eq!(done.at("/warnings/0/severity"), json!("warning"));
    }
}
