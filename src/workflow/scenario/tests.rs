//! What is wrong with a scenario before it runs. What scenarios do when they
//! run is tested on the desk's rehearsals.

use super::{METHODS, Scenarios, name_of};
use crate::script::Sources;
use std::collections::BTreeSet;

fn faults(name: &str, text: &str) -> Vec<String> {
    let sources = Sources::new(format!("workflows/tests/{name}.rhai"), text);
    let items = BTreeSet::from(["laptop".to_owned(), "password-reset".to_owned()]);
    let compiling = move || Scenarios::compile(&sources, &items).err().unwrap_or_default();
    let thread = std::thread::Builder::new().stack_size(crate::script::STACK_BYTES).spawn(compiling).unwrap();
    thread.join().unwrap().iter().map(ToString::to_string).collect()
}

#[test]
fn a_scenario_that_can_run_has_no_fault() {
    assert_eq!(faults("laptop", "fn test_it() { start(#{}).open(\"A\"); }"), Vec::<String>::new());
    let other = "fn test_it() { start(#{}, #{ item: \"laptop\" }).open(\"A\"); }";
    assert_eq!(faults("stories", other), Vec::<String>::new());
}

#[test]
fn what_is_wrong_is_found_before_it_runs() {
    let found = faults("laptop", "fn test_it() {\n    start(#{}).aprove(\"A\");\n}");
    assert_eq!(
        found,
        [
            "workflows/tests/laptop.rhai:2:16: error: there is no method \"aprove\" [unknown_function]\n  help: did you mean \"approve\"?"
        ]
    );
    let found = faults("lptop", "fn test_it() { start(#{}); }");
    assert_eq!(
        found,
        [
            "workflows/tests/lptop.rhai:1:16: error: there is no item \"lptop\" [unknown_item]\n  help: did you mean \"laptop\"?"
        ]
    );
    let found = faults("laptop", "fn test_it() { start(#{}, #{ item: \"shoe\" }); }");
    assert!(found[0].contains("laptop.rhai:1:30: error: there is no item \"shoe\""), "{found:?}");
    let found = faults("laptop", "fn it_works() { start(#{}); }");
    assert!(found[0].contains("there is no scenario here"), "{found:?}");
    let found = faults("laptop", "fn test_it(x) { start(#{}); }");
    assert!(found[0].contains("the scenario test_it takes no parameters"), "{found:?}");
    let found = faults("laptop", "fn test_it() { approval(\"A\", \"b\"); }");
    assert!(found[0].contains("there is no function \"approval\""), "{found:?}");
}

#[test]
fn only_files_directly_in_the_folder_are_scenarios() {
    assert_eq!(name_of("workflows/tests/laptop.rhai"), Some("laptop"));
    assert_eq!(name_of("workflows/tests/old/laptop.rhai"), None);
    assert_eq!(name_of("workflows/laptop.rhai"), None);
}

#[test]
fn each_word_is_said_as_its_signature_says_and_stands_in_the_guide() {
    let guide = include_str!("../../../docs/scenarios.md");
    for method in METHODS {
        let line = format!("| `t.{}` | {} |", method.signature.replace('|', "\\|"), method.doc);
        assert!(guide.contains(&line), "docs/scenarios.md lacks: {line}");
        assert!(method.signature.starts_with(&format!("{}(", method.name)), "{}", method.signature);
        assert!(method.doc.ends_with('.'), "{}", method.name);
    }
}
