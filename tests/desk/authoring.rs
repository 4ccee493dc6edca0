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
    1 fault
    "#);
}
