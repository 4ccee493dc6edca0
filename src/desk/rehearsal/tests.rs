//! Scenarios on real content: those shipped pass, and what fails says why.

use super::{Report, Selection, rehearse};
use crate::desk::content::{self, Against, Files};
use crate::plugins::Installation;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

fn shipped() -> Files {
    content::read_folder(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn run(files: &Files, filter: Option<&str>) -> Report {
    let built = content::build(files, &Installation::default(), Against::default());
    let built = built
        .unwrap_or_else(|faults| panic!("{}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")));
    rehearse(files, Arc::new(built), &Selection { holding: filter, ..Selection::default() }).unwrap()
}

/// The laptop's scenarios replaced by this one.
fn laptop(body: &str) -> Files {
    let mut files = shipped();
    files.retain(|path, _| !path.starts_with("workflows/tests/"));
    files.insert("workflows/tests/laptop.rhai".to_owned(), format!("fn test_it() {{\n{body}\n}}"));
    files
}

fn is_workflow(path: &str) -> bool {
    let name = path.strip_prefix("workflows/").and_then(|rest| rest.strip_suffix(".rhai"));
    name.is_some_and(|name| !name.contains('/'))
}

/// Why a scenario of this body fails.
fn failure(body: &str) -> String {
    let report = run(&laptop(body), None);
    report.told[0].fault.as_ref().map(ToString::to_string).unwrap_or_default()
}

#[test]
fn the_shipped_scenarios_pass_and_go_through_every_branch_of_the_shipped_workflows() {
    let report = run(&shipped(), None);
    let mut faults = String::new();
    for told in report.told.iter().filter(|told| told.fault.is_some()) {
        writeln!(faults, "{}: {}: {}", told.file, told.title, told.fault.as_ref().unwrap()).unwrap();
    }
    assert_eq!(faults, "");
    for (name, coverage) in &report.coverage {
        assert!(coverage.missing.is_empty(), "{name}: {:#?}", coverage.missing);
        assert_eq!(coverage.taken, coverage.all);
    }
    assert_eq!(
        report.coverage.len(),
        shipped().keys().filter(|path| is_workflow(path)).count(),
        "each workflow has scenarios"
    );
}

#[test]
fn a_filter_takes_scenarios_by_file_or_by_name() {
    let names = |filter: &str| {
        let told = run(&shipped(), Some(filter)).told;
        told.iter().map(|told| told.file.clone()).collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(names("password").into_iter().collect::<Vec<_>>(), ["password-reset"]);
    assert_eq!(names("declines the cost").len(), 2);
    assert!(names("nothing is called so").is_empty());
}

#[test]
fn what_is_not_open_is_told_with_what_is() {
    insta::assert_snapshot!(failure("start(#{ model: \"light\" }).approve(\"Finance\");"), @r#"workflows/tests/laptop.rhai:2:28: error: "Finance" is not open; open are: approval "Line manager" (workflows/laptop.rhai:7:1) [expectation]"#);
    insta::assert_snapshot!(failure("start(#{ model: \"light\" }).open([\"Line manager\", \"cost\"]);"), @r#"workflows/tests/laptop.rhai:2:28: error: "cost" is not open; open are: approval "Line manager" (workflows/laptop.rhai:7:1) [expectation]"#);
    insta::assert_snapshot!(failure("start(#{ model: \"light\" }).open([]);"), @r#"workflows/tests/laptop.rhai:2:28: error: "Line manager" is open as well; open are: approval "Line manager" (workflows/laptop.rhai:7:1) [expectation]"#);
    insta::assert_snapshot!(failure("start(#{ model: \"light\" }).cancel().confirm();"), @r#"workflows/tests/laptop.rhai:2:37: error: "cost" is not open; nothing is open: the ticket is closed (cancelled_by_user) [expectation]"#);
    insta::assert_snapshot!(failure("start(#{ model: \"light\" }).approve(\"Line manger\");"), @r#"
    workflows/tests/laptop.rhai:2:28: error: "Line manger" is not open; open are: approval "Line manager" (workflows/laptop.rhai:7:1) [expectation]
      help: did you mean "Line manager"?
    "#);
}

#[test]
fn what_is_otherwise_than_expected_is_told_as_it_is() {
    insta::assert_snapshot!(failure("start(#{ model: \"light\" }).ends(\"succeeded\");"), @r#"workflows/tests/laptop.rhai:2:28: error: the ticket is new, not succeeded; open are: approval "Line manager" (workflows/laptop.rhai:7:1) [expectation]"#);
    insta::assert_snapshot!(failure("start(#{ model: \"light\" }).asked(\"Line manager\", \"ann\");"), @r#"workflows/tests/laptop.rhai:2:28: error: "Line manager" asks max, not ann [expectation]"#);
    insta::assert_snapshot!(failure("start(#{ model: \"light\" }).has(#{ sla: #{ name: \"password\" } });"), @r#"workflows/tests/laptop.rhai:2:28: error: sla.name is "hardware", not "password" [expectation]"#);
    insta::assert_snapshot!(failure("start(#{ model: \"light\" }).has(#{ stauts: \"new\" });"), @r#"workflows/tests/laptop.rhai:2:28: error: there is no "stauts"; did you mean "status"? [expectation]"#);
    insta::assert_snapshot!(failure("start(#{ model: \"light\" }).notified(\"ann\", \"hello\");"), @r#"workflows/tests/laptop.rhai:2:28: error: ann was not told "hello" but "SR-000001 “Laptop” is registered. Expect an answer by Tue 24 Nov 2026, 10:00." [expectation]"#);
    insta::assert_snapshot!(failure("let t = start(#{ model: \"light\" });\ncheck(t.step(\"Line manager\").asked == [], \"nobody is asked\");"), @r#"
    workflows/tests/laptop.rhai:3:1: error: nobody is asked [expectation]
    "#);
}

#[test]
fn what_the_desk_refuses_fails_with_its_words() {
    insta::assert_snapshot!(failure("start(#{ model: \"huge\" });"), @r#"workflows/tests/laptop.rhai:2:1: error: start: /form/model: "huge" is not valid under any of the schemas listed in the 'oneOf' keyword [refused]"#);
    insta::assert_snapshot!(failure("start(#{ model: \"light\" }).approve(\"Line manager\", \"ann\");"), @"workflows/tests/laptop.rhai:2:28: error: This step does not wait for you. [refused]");
    insta::assert_snapshot!(failure("start(#{ model: \"light\" }).reject(\"Line manager\", \"bugdet\");"), @"workflows/tests/laptop.rhai:2:28: error: /code: `bugdet` is none of alternative, budget, no_answer, no_need, other, policy [refused]");
    insta::assert_snapshot!(failure("start(#{ model: \"light\" }).approve(\"Line manager\", \"mx\");"), @"workflows/tests/laptop.rhai:2:28: error: There is nobody called `mx` here. Did you mean `max`? [refused]");
    insta::assert_snapshot!(failure("start(#{ model: \"light\" }).answer(\"Line manager\", \"done\");"), @r#"workflows/tests/laptop.rhai:2:28: error: answer: "done" is no outcome of approval; there are approved, rejected, expired [arguments]"#);
    insta::assert_snapshot!(failure("start(#{ model: \"light\" }).approve(\"Line manager\", #{ bye: \"max\" });"), @r#"
    workflows/tests/laptop.rhai:2:28: error: approve: unknown option "bye" [unknown_option]
      help: did you mean "by"? (known: by, code, comment, output)
    "#);
    insta::assert_snapshot!(
        failure("start(#{ model: \"light\" }).approve(\"Line manager\").confirm().reply(\"asset.reserve\", #{ tag: 1 });"),
        @r#"workflows/tests/laptop.rhai:2:62: error: asset.reserve does not answer that: `/`: "model" is a required property; `/`: "price" is a required property; `/tag`: value is not of type "string" [refused]"#
    );
    insta::assert_snapshot!(failure("start(#{ model: \"light\" }, #{ by: \"kim\", requested_for: \"ann\" });"), @"workflows/tests/laptop.rhai:2:1: error: start: You may not ask for something on behalf of Ann Weber. [refused]");
}

#[test]
fn a_workflow_that_is_stuck_fails_with_its_own_place() {
    let mut files = laptop("start(#{ model: \"light\" }).approve(\"A\");");
    let script = "approval(\"A\", manager_of(requested_for));\nlet x = [];\nresolve(x[3]);";
    files.insert("workflows/laptop.rhai".to_owned(), script.to_owned());
    let report = run(&files, None);
    insta::assert_snapshot!(report.told[0].fault.as_ref().unwrap(), @"workflows/tests/laptop.rhai:2:28: error: the workflow is stuck: workflows/laptop.rhai:3:11: error: Array index 3 out of bounds: array is empty [script] [stuck]");
}

#[test]
fn a_workflow_imports_a_library_by_its_name() {
    let mut files = laptop("start(#{ model: \"light\" }).done(\"Prepare light\").ends(\"succeeded\", \"Done\");");
    let library = "fn prepare(what) { task(\"Prepare \" + what, group(\"service-desk\")); }";
    files.insert("workflows/lib/work.rhai".to_owned(), library.to_owned());
    let script = "import \"work\" as work;\nwork::prepare(form.model);\nresolve(\"Done\");";
    files.insert("workflows/laptop.rhai".to_owned(), script.to_owned());
    let report = run(&files, None);
    assert_eq!(report.told[0].fault, None);
    assert_eq!(report.coverage["laptop"].taken, 2, "of the library's text, too: {:?}", report.coverage);
}

#[test]
fn branches_that_no_scenario_takes_are_named() {
    let report = run(&laptop("start(#{ model: \"light\" }).approve(\"Line manager\").decline();"), None);
    let coverage = &report.coverage["laptop"];
    let missing: Vec<String> = coverage
        .missing
        .iter()
        .map(|branch| format!("{}:{} {} {}", branch.place.line, branch.place.column, branch.what, branch.never))
        .collect();
    insta::assert_snapshot!(format!("{} of {}\n{}", coverage.taken, coverage.all, missing.join("\n")), @r#"
    4 of 17
    7:1 approval "Line manager" rejected or expired
    9:5 approval "Finance" reached
    11:1 confirm_cost confirmed
    13:12 parallel reached
    14:24 asset::reserve reached
    15:17 task "Prepare the account" reached
    17:1 task "Hand over" reached
    18:1 notify reached
    19:1 resolve reached
    "#);
}

#[test]
fn a_hundred_scenarios_take_less_than_a_second() {
    let mut files = laptop("");
    let mut text = String::new();
    for n in 0..100 {
        writeln!(
            text,
            "fn test_{n}() {{ start(#{{ model: \"pro\" }}).approve(\"Line manager\").approve(\"Finance\").confirm(); }}"
        )
        .unwrap();
    }
    files.insert("workflows/tests/laptop.rhai".to_owned(), text);
    let built = Arc::new(content::build(&files, &Installation::default(), Against::default()).unwrap());
    let begun = std::time::Instant::now();
    let report = rehearse(&files, built, &Selection::default()).unwrap();
    let took = begun.elapsed();
    assert_eq!(report.told.iter().filter(|told| told.fault.is_none()).count(), 100);
    // The build of the tests is not optimised: a release build takes a tenth of it.
    assert!(took < std::time::Duration::from_secs(5), "{took:?}");
}
