//! Items as units: taken out of a content folder into one file, brought into
//! another, copied under a new name.

use crate::support::Content;
use crate::support::process::run;
use serde_json::{Value as Json, json};
use std::path::Path;

/// Exit code and all that was said, the temporary folder's name taken out.
fn item(content: &Content, arguments: &[&str]) -> String {
    let folder = content.path();
    let folder = folder.to_str().unwrap();
    let all: Vec<&str> = ["item"].into_iter().chain(arguments.iter().copied()).chain(["--content", folder]).collect();
    let output = run(&all);
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8(text).unwrap();
    format!("exit {}\n{}", output.status.code().unwrap(), text.replace(folder, "CONTENT").trim_end())
}

/// The file that an export makes, with what it says.
fn exported(content: &Content, name: &str, into: &Path) -> Json {
    let file = into.join("item.json");
    let said = item(content, &["export", name, "-o", file.to_str().unwrap()]);
    assert!(said.starts_with("exit 0\n"), "{said}");
    serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

fn imported(content: &Content, bundle: &Json, more: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("item.json");
    std::fs::write(&file, bundle.to_string()).unwrap();
    let arguments: Vec<&str> = ["import", file.to_str().unwrap()].into_iter().chain(more.iter().copied()).collect();
    item(content, &arguments).replace(file.to_str().unwrap(), "FILE")
}

/// All files of a folder by path.
fn files(content: &Content) -> Vec<(String, String)> {
    maitred::desk::content::read_folder(&content.path()).unwrap().into_iter().collect()
}

/// The shipped content without one item, and without the one that orders it.
fn without_laptop() -> Content {
    let content = Content::copied();
    for item in ["laptop", "employee-new"] {
        for path in
            [format!("schemas/{item}.json"), format!("workflows/{item}.rhai"), format!("workflows/tests/{item}.rhai")]
        {
            std::fs::remove_file(content.path().join(path)).unwrap();
        }
    }
    std::fs::remove_file(content.path().join("schemas/forms/handover.json")).unwrap();
    content
}

#[test]
fn an_item_is_one_file_with_all_that_makes_it() {
    let folder = tempfile::tempdir().unwrap();
    let bundle = exported(&Content::Shipped, "laptop", folder.path());
    let paths: Vec<&String> = bundle["files"].as_object().unwrap().keys().collect();
    insta::assert_snapshot!(paths.iter().map(|path| path.as_str()).collect::<Vec<_>>().join("\n"), @r#"
    schemas/forms/handover.json
    schemas/laptop.json
    schemas/texts/ru.json
    schemas/texts/zh.json
    workflows/laptop.rhai
    workflows/tests/laptop.rhai
    "#);
    assert_eq!(bundle["format"], 1);
    let needs = json!({"plugins": {"asset": "1.0.0"}, "groups": ["field-support", "finance", "service-desk"], "slas": ["hardware"], "items": []});
    assert_eq!(bundle["requires"], needs);
    let texts: Json = serde_json::from_str(bundle["files"]["schemas/texts/ru.json"].as_str().unwrap()).unwrap();
    assert_eq!(texts["Delivered {}"], "Выдан {}");
    assert!(texts.get("Reset the password").is_none(), "what another item shows is not carried: {texts}");
    insta::assert_snapshot!(item(&Content::Shipped, &["export", "labtop"]), @r#"
    exit 1
    error: there is no item `labtop`; did you mean `laptop`?
    "#);
}

#[test]
fn libraries_lists_and_shared_definitions_go_with_an_item() {
    let schema = json!({"title": "Yacht", "x-catalog": {"kind": "request"}, "type": "object", "properties": {
        "port": {"type": "string", "x-list": "ports"}, "size": {"$ref": "common/size.json"}}});
    let script = "import \"rope\" as rope;\nlet at = lookup(\"berths\", form.port);\nrope::moor();\nopen_ticket(\"laptop\", #{ model: \"light\" });\nresolve(\"Moored\");\n";
    let content = Content::copied()
        .with("schemas/yacht.json", &schema.to_string())
        .with("schemas/common/size.json", "{\"$ref\": \"deep.json\"}")
        .with("schemas/common/deep.json", "{\"type\": \"integer\"}")
        .with("schemas/lists/ports.csv", "name\nCadiz\n")
        .with("schemas/lists/berths.csv", "name,berth\nCadiz,7\n")
        .with("workflows/lib/rope.rhai", "import \"knot\" as knot;\nfn moor() { knot::tie(1) }\n")
        .with("workflows/lib/knot.rhai", "fn tie(n) { n + 1 }\n")
        .with("workflows/yacht.rhai", script);
    let folder = tempfile::tempdir().unwrap();
    let bundle = exported(&content, "yacht", folder.path());
    let paths: Vec<&String> = bundle["files"].as_object().unwrap().keys().collect();
    insta::assert_snapshot!(paths.iter().map(|path| path.as_str()).collect::<Vec<_>>().join("\n"), @r#"
    schemas/common/deep.json
    schemas/common/size.json
    schemas/lists/berths.csv
    schemas/lists/ports.csv
    schemas/yacht.json
    workflows/lib/knot.rhai
    workflows/lib/rope.rhai
    workflows/yacht.rhai
    "#);
    assert_eq!(bundle["requires"]["items"], json!(["laptop"]));
    let there = Content::copied();
    assert!(imported(&there, &bundle, &[]).starts_with("exit 0\n"));
    assert_eq!(exported(&there, "yacht", folder.path()), bundle, "what was brought in is what was taken out");
}

#[test]
fn an_item_is_brought_into_another_folder() {
    let folder = tempfile::tempdir().unwrap();
    let bundle = exported(&Content::Shipped, "laptop", folder.path());
    let content = without_laptop();
    insta::assert_snapshot!(imported(&content, &bundle, &[]), @r#"
    exit 0
    wrote schemas/forms/handover.json
    wrote schemas/laptop.json
    wrote workflows/laptop.rhai
    wrote workflows/tests/laptop.rhai
    as it is schemas/texts/ru.json
    as it is schemas/texts/zh.json
    it asks the groups field-support, finance, service-desk
    "#);
    let mut shipped = files(&Content::Shipped);
    shipped.retain(|(path, _)| !path.contains("employee-new"));
    assert_eq!(files(&content), shipped);
    insta::assert_snapshot!(imported(&content, &bundle, &[]).lines().take(3).collect::<Vec<_>>().join("\n"), @r#"
    exit 0
    as it is schemas/forms/handover.json
    as it is schemas/laptop.json
    "#);
}

#[test]
fn what_is_there_and_differs_is_only_replaced_when_that_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let bundle = exported(&Content::Shipped, "laptop", folder.path());
    let content = Content::copied().replaced("workflows/laptop.rhai", "\"hardware\"", "\"password\"");
    let before = files(&content);
    insta::assert_snapshot!(imported(&content, &bundle, &[]), @r#"
    exit 1
    error: there already, and different (--replace takes them over): workflows/laptop.rhai
    "#);
    assert_eq!(files(&content), before);
    assert!(imported(&content, &bundle, &["--replace"]).starts_with("exit 0\nwrote workflows/laptop.rhai\n"));
    assert_eq!(files(&content), files(&Content::Shipped));
}

#[test]
fn what_would_not_pass_the_check_leaves_the_folder_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut bundle = exported(&Content::Shipped, "laptop", folder.path());
    let content = without_laptop();
    std::fs::remove_dir_all(content.path().join("plugins")).unwrap();
    let before = files(&content);
    insta::assert_snapshot!(imported(&content, &bundle, &[]), @r#"
    exit 1
    workflows/laptop.rhai:14:24: error: there is no plugin "asset" [unknown_plugin]
    1 error
    "#);
    assert_eq!(files(&content), before);
    // The last of its files cannot be put into its place: none is there.
    let content = without_laptop();
    std::fs::create_dir(content.path().join("workflows/tests/laptop.rhai")).unwrap();
    let before = files(&content);
    let said = imported(&content, &bundle, &[]);
    assert!(said.starts_with("exit 3\nerror: nothing was written into CONTENT: "), "{said}");
    assert_eq!(files(&content), before);
    let hidden = walkdir::WalkDir::new(content.path()).into_iter().flatten();
    assert_eq!(
        hidden.filter(|entry| entry.file_name().to_string_lossy().starts_with('.') && entry.depth() > 0).count(),
        0
    );
    bundle["files"]["../outside.rhai"] = json!("x");
    insta::assert_snapshot!(imported(&content, &bundle, &[]), @r#"
    exit 1
    error: `../outside.rhai` is no path of an item
    "#);
    bundle["format"] = json!(7);
    insta::assert_snapshot!(imported(&content, &bundle, &[]), @r#"
    exit 1
    error: format 7 is not known here: this maitred reads format 1
    "#);
    let absent = item(&content, &["import", "/nowhere/item.json"]);
    assert!(absent.starts_with("exit 3\nerror: /nowhere/item.json cannot be read"), "{absent}");
}

#[test]
fn a_plugin_of_another_version_is_noted() {
    let folder = tempfile::tempdir().unwrap();
    let mut bundle = exported(&Content::Shipped, "laptop", folder.path());
    bundle["requires"]["plugins"]["asset"] = json!("3.2.1");
    let said = imported(&without_laptop(), &bundle, &[]);
    assert!(said.contains("note: the plugin asset is 1.0.0 here, 3.2.1 there"), "{said}");
}

#[test]
fn a_copy_goes_its_own_way() {
    let content = Content::copied();
    insta::assert_snapshot!(item(&content, &["clone", "laptop", "big-tablet"]), @r#"
    exit 0
    wrote schemas/big-tablet.json
    wrote workflows/big-tablet.rhai
    wrote workflows/tests/big-tablet.rhai
    "#);
    let schema = std::fs::read_to_string(content.path().join("schemas/big-tablet.json")).unwrap();
    assert!(schema.contains("\"title\": \"Big tablet\"") && schema.contains("\"title\": \"Light 13\""), "{schema}");
    let folder = content.path();
    let tested = run(&["test", folder.to_str().unwrap(), "--filter", "big-tablet"]);
    let said = String::from_utf8(tested.stdout).unwrap();
    assert!(said.ends_with("big-tablet: 17 of 17 branches\n11 scenarios, all passed\n"), "{said}");
    insta::assert_snapshot!(item(&content, &["clone", "laptop", "password-reset"]), @r#"
    exit 1
    error: schemas/password-reset.json exists already
    "#);
    insta::assert_snapshot!(item(&content, &["clone", "laptop", "Über"]), @r#"
    exit 1
    error: `Über` cannot name an item: small letters, digits and dashes, a letter first
    "#);
    assert!(item(&content, &["clone", "yacht", "boat"]).contains("there is no item `yacht`"));
}
