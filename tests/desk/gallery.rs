//! The gallery: every template is as good as shipped content, and becomes an item
//! by the command line or through the API.

use crate::support::process::run;
use crate::support::{Content, Desk, on_both};
use maitred::desk::content::{Against, Files, build, read_folder};
use maitred::desk::gallery::{TEMPLATES, joined};
use maitred::desk::translations::gaps;
use maitred::plugins::Installation;
use serde_json::json;
use std::collections::BTreeSet;
use std::path::Path;

/// The shipped content with all templates as items of their names.
fn with_all() -> Files {
    let content = Content::copied();
    let mut files = read_folder(&content.path()).unwrap();
    for template in TEMPLATES {
        for (path, text) in template.files(template.name) {
            let text = match files.get(&path) {
                Some(there) if path.starts_with("schemas/texts/") => joined(there, &text).unwrap(),
                Some(there) => {
                    assert_eq!(*there, text, "{path} of {}", template.name);
                    text
                }
                None => text,
            };
            files.insert(path, text);
        }
    }
    files
}

fn said(arguments: &[&str]) -> (i32, String) {
    let output = run(arguments);
    let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    (output.status.code().unwrap(), text)
}

#[test]
fn the_table_names_every_folder() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("gallery");
    let there: BTreeSet<String> =
        std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    let named: BTreeSet<String> = TEMPLATES.iter().map(|template| template.name.to_owned()).collect();
    assert_eq!(there, named);
    assert!(named.len() >= 40, "{}", named.len());
}

#[test]
fn every_template_is_without_fault_and_says_all_of_it_in_three_languages() {
    let files = with_all();
    let content = build(&files, &Installation::default(), Against::default())
        .unwrap_or_else(|faults| panic!("{}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")));
    let told: Vec<String> = content.warnings.iter().chain(&gaps(&files, &content)).map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn every_templates_scenarios_pass_and_go_through_every_branch() {
    let content = Content::copied();
    for (path, text) in with_all() {
        let place = content.path().join(path);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(place, text).unwrap();
    }
    let (code, told) = said(&["test", content.path().to_str().unwrap()]);
    assert_eq!(code, 0, "{told}");
    for template in TEMPLATES {
        let line = told.lines().find(|line| line.starts_with(&format!("{}: ", template.name)));
        let line = line.unwrap_or_else(|| panic!("{} has no scenario", template.name));
        let counts: Vec<&str> = line.split_whitespace().filter(|word| word.parse::<u32>().is_ok()).collect();
        assert_eq!(counts[0], counts[1], "{line}");
    }
}

#[test]
fn a_template_becomes_an_item_of_any_name() {
    let content = Content::copied();
    let folder = content.path();
    let folder = folder.to_str().unwrap();
    let (code, told) = said(&["new", "lost-card", "--template", "badge-lost", "--content", folder]);
    assert_eq!(code, 0, "{told}");
    assert!(told.contains("wrote schemas/lost-card.json") && told.contains("wrote schemas/texts/ru.json"), "{told}");
    assert_eq!(said(&["check", folder, "--translations"]).0, 0);
    let (code, told) = said(&["test", folder, "--filter", "lost-card"]);
    assert!(code == 0 && told.contains("3 scenarios, all passed"), "{told}");
    // Nothing that is there is overwritten, and a slip is understood.
    let (code, told) = said(&["new", "lost-card", "--template", "nda", "--content", folder]);
    assert!(code == 1 && told.contains("schemas/lost-card.json exists already"), "{told}");
    let (code, told) = said(&["new", "other", "--template", "bagde-lost", "--content", folder]);
    assert!(code == 1 && told.contains("there is no template `bagde-lost`; did you mean `badge-lost`?"), "{told}");
    let (code, told) = said(&["new", "other", "--template", "zeppelin", "--content", folder]);
    assert!(code == 1 && told.contains("there are asset-write-off, badge-lost, "), "{told}");
}

#[test]
fn dictionaries_are_joined_and_what_is_there_stays() {
    assert_eq!(joined(r#"{"b": "1"}"#, r#"{"a": "2", "b": "3"}"#).unwrap(), "{\n  \"a\": \"2\",\n  \"b\": \"1\"\n}\n");
    assert!(joined("[]", "{}").is_err());
}

on_both! {
    fn an_admin_finds_templates_and_publishes_one(desk: Desk) {
        let ada = desk.as_user("ada");
        let all = ada.get("/gallery").expect(200);
        assert_eq!(all.each("/name").len(), TEMPLATES.len());
        let one = ada.get("/gallery/nda?item=secrecy").expect(200);
        assert_eq!((one.text("/title"), one.text("/category")), ("Non-disclosure agreement".to_owned(), "legal".to_owned()));
        let mut files = one.at("/files");
        // Translations are joined by who publishes them.
        files.as_object_mut().unwrap().retain(|path, _| !path.starts_with("schemas/texts/"));
        let publish = || ada.call("PUT", "/releases").json(&json!({"files": files})).send();
        let early = publish();
        assert_eq!((early.status, early.at("/faults/0/code")), (422, json!("unknown_group")), "{}", early.shown());
        ada.post("/groups", json!({"name": "legal"})).expect(201);
        let published = publish();
        assert!(published.status < 300, "{}", published.status);
        let number = desk.submit("ann", "secrecy", json!({"partner": "Contoso", "mail": "law@example.com", "mutual": true, "years": 3}));
        assert_eq!(desk.waits_for(&number), ["task Send the agreement for signature"]);
        assert_eq!(ada.get("/gallery/zeppelin").send().problem(), "404 not_found");
        assert_eq!(ada.get("/gallery/nda?item=A%20B").send().problem(), "422 invalid /item:enum");
        for who in ["ann", "dora"] {
            assert_eq!(desk.as_user(who).get("/gallery").send().problem(), "403 forbidden");
            assert_eq!(desk.as_user(who).get("/gallery/nda").send().problem(), "403 forbidden");
        }
        assert_eq!(desk.stranger().get("/api/v1/gallery").send().status, 401);
    }
}
