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

#[test]
fn a_change_is_seen_with_its_board_its_freeze_and_its_way_back() {
    insta::assert_snapshot!(preview("change"), @r#"
     0  start
          → 1
     1  task “Assess risk, plan and way back” · group("change-desk") · within 2wd, then remind
          done   → 2
          failed → 9
     2  “Assess risk, plan and way back”.risk == "low"?
          yes → 3
          no  → 10
     3  in_freeze(form.window)?
          yes → 4
          no  → 5
     4  approval “Exception to the freeze” · role("change_manager") · within 2wd, then escalate
          approved → 5
          rejected → 11
     5  wait
          elapsed → 6
          skipped → 6
     6  task “Implement” · “Assess risk, plan and way back”.implementer
          done   → 7
          failed → 12
     7  task “Review” · group("change-desk")
          done   → 8
          failed → 9
     8  end: succeeded: Done within the window
     9  end: failed
    10  approval “Change board” · group("cab") · within 2wd, then escalate
          approved → 3
          rejected → 11
    11  end: approval_rejected
    12  task “Go back” · “Assess risk, plan and way back”.implementer
          done   → 13
          failed → 9
    13  end: failed: Rolled back: ‹comment›
    "#);
}

#[test]
fn a_leaver_is_seen_with_all_that_goes_on_side_by_side() {
    insta::assert_snapshot!(preview("leaver"), @r#"
     0  start
          → 1
     1  approval “HR” · group("hr") · within 2wd, then escalate
          approved → 2
          rejected → 14
     2  plugin “asset.held_by”
          done    → 3
          refused → 15
     3  wait
          elapsed → 5
          skipped → 5
     4  asset::held_by has entries?
          yes → 10
          no  → 12
     5  side by side
          things   → 4
          accounts → 6
          duties   → 7
          mailbox  → 8
     6  plugin “identity.disable”
          done    → 12
          refused → 12
     7  task “Pass on approvals, tickets and groups” · group("service-desk")
          done   → 12
          failed → 12
     8  task “Hand over mailbox and files” · manager_of(form.person)
          done   → 12
          failed → 12
     9  task “Take back ‹asset::held_by.tag›” · local_group("field-support")
          done   → 11
          failed → 11
    10  side by side
          0 → 9
    11  together
                 → 12
          failed → 12
    12  together
                 → 13
          failed → 15
    13  end: succeeded: Access ended, ‹asset::held_by.len()› things accounted for
    14  end: approval_rejected
    15  end: failed
    "#);
}

#[test]
fn rights_are_seen_with_the_owner_of_the_data_and_their_end() {
    insta::assert_snapshot!(preview("access-rights"), @r#"
     0  start
          → 1
     1  approval “Line manager” · manager_of(requested_for) · within 2wd, then escalate
          approved → 2
          rejected → 9
     2  approval “Data owner” · lookup("systems", form.system).owner · within 3wd, then escalate
          approved → 3
          rejected → 9
     3  form.level == "admin"?
          yes → 4
          no  → 5
     4  approval “Security” · group("security") · within 2wd, then escalate
          approved → 5
          rejected → 9
     5  plugin “identity.grant”
          done    → 6
          refused → 10
     6  form.end_date is given?
          yes → 7
          no  → 8
     7  ticket “access-end”
          succeeded → 8
     8  end: succeeded: ‹form.level› access to ‹form.system› given
     9  end: approval_rejected
    10  end: failed
    "#);
}
