//! The twelve items of the language, word for word: an admin checks them, tries
//! them and looks at all ways that they may take.

use crate::support::process::run;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/language");

/// The items, and the tickets that they open.
const ITEMS: [&str; 14] = [
    "laptop",
    "onboarding",
    "leaver",
    "password-reset",
    "software",
    "access-rights",
    "access-end",
    "printer-cartridge",
    "conference-call",
    "incident",
    "problem",
    "change",
    "purchase",
    "backup-check",
];

fn said(arguments: &[&str]) -> String {
    let output = run(arguments);
    let (told, wrong) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{arguments:?}: {told}{wrong}");
    told.trim_end().to_owned()
}

/// All ways of an item, without its first line, which is its name.
fn preview(item: &str) -> String {
    let told = said(&["preview", item, "--content", FOLDER]);
    told.strip_prefix(item).unwrap_or(&told).trim_start_matches('\n').to_owned()
}

#[test]
fn they_are_without_fault() {
    let told = said(&["check", FOLDER, "--demo"]);
    assert!(told.ends_with("files checked, no fault"), "{told}");
}

#[test]
fn their_scenarios_pass_and_go_through_every_branch() {
    let told = said(&["test", FOLDER]);
    assert!(told.ends_with("scenarios, all passed"), "{told}");
    assert!(!told.contains("was never"), "{told}");
    for item in ITEMS {
        assert!(told.lines().any(|line| line.starts_with(&format!("{item}: "))), "{item} has scenarios: {told}");
    }
}

#[test]
fn all_ways_of_each_are_seen() {
    for item in ITEMS {
        let told = preview(item);
        assert!(!told.contains("not reached") && !told.contains("unclear"), "{told}");
    }
}
