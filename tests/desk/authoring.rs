//! What the authors of workflows have on the command line: scenarios that are
//! run, with what they went through.

use crate::support::Content;
use crate::support::process::run;
use std::process::Output;

/// Exit code, standard output and standard error, in this order.
fn said(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim_end().to_owned();
    let parts = [text(&output.stdout), text(&output.stderr)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("exit {}\n{}", output.status.code().unwrap_or(-1), parts.join("\n"))
}

fn test(content: &Content, more: &[&str]) -> String {
    let folder = content.path();
    let arguments: Vec<&str> = ["test", folder.to_str().unwrap()].into_iter().chain(more.iter().copied()).collect();
    said(&run(&arguments))
}

#[test]
fn scenarios_are_run_and_told_one_by_one() {
    insta::assert_snapshot!(test(&Content::Shipped, &["--filter", "password"]), @r#"
    exit 0
    ok      password-reset: a password that cannot be reset is said so
    ok      password-reset: who calls is verified first
    ok      password-reset: who cannot be verified gets nothing
    ok      password-reset: who is signed in needs no check

    password-reset: 7 of 7 branches
    4 scenarios, all passed
    "#);
    insta::assert_snapshot!(test(&Content::Shipped, &["--filter", "nobody wrote this"]), @r#"
    exit 1
    error: no scenario's name holds `nobody wrote this`
    "#);
    insta::assert_snapshot!(test(&Content::bare(), &[]), @r#"
    exit 1
    error: there are no scenarios; write them in workflows/tests/ITEM.rhai
    "#);
}

#[test]
fn a_scenario_that_fails_says_where_and_what_is_there_instead() {
    let failing = "fn test_the_password_needs_an_approval() {\n    start(#{ system: \"erp\" })\n        .approve(\"Line manager\");\n}\n";
    let content = Content::copied().with("workflows/tests/password-reset.rhai", failing);
    insta::assert_snapshot!(test(&content, &["--filter", "password"]), @r#"
    exit 1
    FAILED  password-reset: the password needs an approval
    workflows/tests/password-reset.rhai:3:10: error: "Line manager" is not open; open are: task "Reset the password" about "erp" (workflows/password-reset.rhai:12:1) [expectation]

    password-reset: 2 of 7 branches
      workflows/password-reset.rhai:7:5: task "Check who is calling" was never reached
      workflows/password-reset.rhai:12:1: task "Reset the password" was never done or skipped
      workflows/password-reset.rhai:12:1: task "Reset the password" was never failed or expired
      workflows/password-reset.rhai:13:1: resolve was never reached
    error: 1 of 1 scenarios failed
    "#);
}

#[test]
fn a_scenario_that_cannot_be_read_is_a_fault_of_the_content() {
    let content = Content::copied().with("workflows/tests/laptop.rhai", "fn test_it() { start(#{}).aprove(\"A\"); }");
    let folder = content.path();
    insta::assert_snapshot!(said(&run(&["check", folder.to_str().unwrap()])), @r#"
    exit 1
    workflows/tests/laptop.rhai:1:27: error: there is no method "aprove" [unknown_function]
      help: did you mean "approve"?
    1 error
    "#);
}

#[test]
fn all_ways_of_an_item_are_shown_whatever_its_form_says() {
    let folder = Content::Shipped.path();
    let show = |more: &[&str]| {
        let first = ["preview", "password-reset", "--content", folder.to_str().unwrap()];
        let arguments: Vec<&str> = first.into_iter().chain(more.iter().copied()).collect();
        said(&run(&arguments))
    };
    insta::assert_snapshot!(show(&[]), @r#"
    exit 0
    password-reset
      0  start
           → 1
      1  request.channel == "portal"?
           yes → 2
           no  → 4
      2  task “Reset the password” · group("service-desk") · within 1wh, then remind
           done   → 3
           failed → 5
      3  end: succeeded: The password was reset; a first password was given in person or on the number on record.
      4  task “Check who is calling” · group("service-desk") · within 15m, then remind
           done   → 2
           failed → 5
      5  end: failed
    "#);
    insta::assert_snapshot!(show(&["--format", "mermaid"]), @r#"
    exit 0
    flowchart TD
      n0(["start"])
      n1{"request.channel == #quot;portal#quot;?"}
      n2["task “Reset the password”<br/>group(#quot;service-desk#quot;)<br/>within 1wh, then remind"]
      n3(["succeeded: The password was reset; a first password was given in person or on the number on record."])
      n4["task “Check who is calling”<br/>group(#quot;service-desk#quot;)<br/>within 15m, then remind"]
      n5(["failed"])
      n0 --> n1
      n1 -->|"yes"| n2
      n2 -->|"done"| n3
      n1 -->|"no"| n4
      n4 -->|"done"| n2
      n2 -->|"failed"| n5
      n4 -->|"failed"| n5
    "#);
    let json = show(&["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(json.trim_start_matches("exit 0\n")).unwrap();
    assert_eq!(json["graph"]["nodes"][0]["kind"], "start");
    let svg = show(&["--format", "svg"]);
    assert!(svg.starts_with("exit 0\n<svg") && svg.ends_with("</svg>"), "{svg}");
}

#[test]
fn a_filled_form_is_looked_at_alone() {
    let content =
        Content::copied().with("form.json", "{\"system\": \"mail\"}").with("wrong.json", "{\"system\": \"fax\"}");
    let folder = content.path();
    let show = |item: &str, form: &str| {
        let form = folder.join(form);
        let said =
            said(&run(&["preview", item, "--content", folder.to_str().unwrap(), "--form", form.to_str().unwrap()]));
        let lines = said.lines().filter(|line| !line.contains(", if submitted now"));
        lines.collect::<Vec<_>>().join("\n").replace(folder.to_str().unwrap(), "[…]")
    };
    insta::assert_snapshot!(show("password-reset", "form.json"), @r#"
    exit 0
    password-reset
    cost: nothing
      0  start
           → 1
      1  task “Reset the password” · service-desk · within 1wh, then remind
           done   → 2
           failed → 3
      2  end: succeeded: The password was reset; a first password was given in person or on the number on record.
      3  end: failed
    not reached: task "Check who is calling" (workflows/password-reset.rhai:7:5)
    "#);
    insta::assert_snapshot!(show("password-reset", "wrong.json"), @r#"
    exit 1
    error: 1 of the fields sent cannot be accepted.
      /form/system: "fax" is not valid under any of the schemas listed in the 'oneOf' keyword
    "#);
    insta::assert_snapshot!(show("pasword-reset", "form.json"), @r#"
    exit 1
    error: there is no item `pasword-reset`; did you mean `password-reset`?
    "#);
    insta::assert_snapshot!(show("password-reset", "none.json"), @r#"
    exit 3
    error: […]/none.json cannot be read: No such file or directory (os error 2)
    "#);
}

#[test]
fn a_new_item_is_sound_and_proven_from_its_first_day() {
    let content = Content::copied();
    let folder = content.path();
    let folder = folder.to_str().unwrap();
    insta::assert_snapshot!(said(&run(&["new", "cloud-drive", "--content", folder])), @r#"
    exit 0
    wrote schemas/cloud-drive.json
    wrote workflows/cloud-drive.rhai
    wrote workflows/tests/cloud-drive.rhai
    next: `maitred check`, `maitred test --filter cloud-drive`, `maitred preview cloud-drive`
    "#);
    insta::assert_snapshot!(said(&run(&["new", "cloud-drive", "--content", folder])), @r#"
    exit 1
    error: schemas/cloud-drive.json exists already
    "#);
    insta::assert_snapshot!(said(&run(&["new", "Cloud Storage", "--content", folder])), @r#"
    exit 1
    error: `Cloud Storage` cannot name an item: small letters, digits and dashes, a letter first
    "#);
    assert_eq!(
        run(&["check", folder, "--demo"]).status.code(),
        Some(0),
        "{}",
        said(&run(&["check", folder, "--demo"]))
    );
    insta::assert_snapshot!(test(&content, &["--filter", "cloud-drive"]), @r#"
    exit 0
    ok      cloud-drive: a no closes it
    ok      cloud-drive: the line manager agrees and the desk does it

    cloud-drive: 5 of 6 branches
      workflows/cloud-drive.rhai:6:1: task "Do it" was never failed or expired
    2 scenarios, all passed
    "#);
}
