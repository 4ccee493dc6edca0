//! Content that is wrong: `maitred check` and `maitred serve` name file, line
//! and column, and the server does not start.

use crate::support::process::{maitred, run};
use crate::support::{Content, Database};
use std::process::Stdio;

/// What `maitred check DIR --demo` says of a folder.
fn check(content: &Content) -> String {
    let output = run(&["check", content.path().to_str().unwrap(), "--demo"]);
    let said = [output.stderr, output.stdout].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    format!("exit {}\n{}", output.status.code().unwrap(), said.trim_end())
}

/// What it says of the shipped content with this script for password resets.
fn script(text: &str) -> String {
    check(&Content::Shipped.with("workflows/password-reset.rhai", text))
}

/// What it says of this form for password resets, without its place.
fn form(text: &str) -> String {
    let said = check(&Content::Shipped.with("schemas/password-reset.json", text));
    let of_form = said.lines().filter(|line| line.starts_with("schemas/password-reset.json"));
    let told = of_form.filter_map(|line| line.split_once(": error: ").map(|(_, told)| told.to_owned()));
    told.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_shipped_content_has_none() {
    assert!(check(&Content::Shipped).starts_with("exit 0\n"), "{}", check(&Content::Shipped));
}

#[test]
fn a_script_that_is_no_script() {
    insta::assert_snapshot!(script("sla(\"password\");\nassign(;\n"), @r#"
    exit 1
    workflows/password-reset.rhai:2:8: error: Unexpected ';' [syntax]
    1 error
    "#);
    insta::assert_snapshot!(script("let a = \"open;\n"), @r#"
    exit 1
    workflows/password-reset.rhai:1:9: error: Open string is not terminated [syntax]
    1 error
    "#);
    insta::assert_snapshot!(script("if true {\n task(\"x\", group(\"service-desk\"));\n"), @r#"
    exit 1
    workflows/password-reset.rhai:3:1: error: Expecting '}' to terminate this block [syntax]
    1 error
    "#);
}

#[test]
fn words_that_there_are_not() {
    insta::assert_snapshot!(script("sla(\"password\");\naproval(\"x\", user(\"sam\"));\n"), @r#"
    exit 1
    workflows/password-reset.rhai:2:1: error: there is no function "aproval" [unknown_function]
      help: did you mean "approval"?
    workflows/password-reset.rhai:2:1: warning: the script can come to its end here without resolve, fail, reject or cancel [no_end]
      help: the ticket is then left to people; say resolve("…") where the work is done
    1 error, 1 warning
    "#);
    insta::assert_snapshot!(script("resolve(\"x\" + nobody);\n"), @r#"
    exit 1
    workflows/password-reset.rhai:1:15: error: "nobody" is not known here [unknown_name]
    1 error
    "#);
    insta::assert_snapshot!(script("asset::borrow(#{ model: \"x\" });\n"), @r#"
    exit 1
    workflows/password-reset.rhai:1:8: error: the plugin "asset" has no function "borrow" [unknown_function]
    workflows/password-reset.rhai:1:8: warning: the script can come to its end here without resolve, fail, reject or cancel [no_end]
      help: the ticket is then left to people; say resolve("…") where the work is done
    1 error, 1 warning
    "#);
    insta::assert_snapshot!(script("cmdb::find(#{ });\n"), @r#"
    exit 1
    workflows/password-reset.rhai:1:7: error: there is no plugin "cmdb" [unknown_plugin]
    workflows/password-reset.rhai:1:7: warning: the script can come to its end here without resolve, fail, reject or cancel [no_end]
      help: the ticket is then left to people; say resolve("…") where the work is done
    1 error, 1 warning
    "#);
    insta::assert_snapshot!(script("import \"lib/x\" as x;\n"), @r#"
    exit 1
    workflows/password-reset.rhai:1:1: error: there is no workflows/lib/lib/x.rhai [import]
    workflows/password-reset.rhai:1:1: warning: the script can come to its end here without resolve, fail, reject or cancel [no_end]
      help: the ticket is then left to people; say resolve("…") where the work is done
    1 error, 1 warning
    "#);
    insta::assert_snapshot!(script("eval(\"1\");\n"), @r#"
    exit 1
    workflows/password-reset.rhai:1:1: error: "eval" is not part of the language [forbidden]
    workflows/password-reset.rhai:1:1: warning: the script can come to its end here without resolve, fail, reject or cancel [no_end]
      help: the ticket is then left to people; say resolve("…") where the work is done
    1 error, 1 warning
    "#);
}

#[test]
fn words_that_are_used_wrongly() {
    insta::assert_snapshot!(script("approval(\"x\");\n"), @r#"
    exit 1
    workflows/password-reset.rhai:1:1: error: approval takes 2 or 3 arguments, not 1 [arguments]
    workflows/password-reset.rhai:1:1: warning: the script can come to its end here without resolve, fail, reject or cancel [no_end]
      help: the ticket is then left to people; say resolve("…") where the work is done
    1 error, 1 warning
    "#);
    insta::assert_snapshot!(script("approval(\"x\", user(\"sam\"), #{ qorum: 2 });\n"), @r#"
    exit 1
    workflows/password-reset.rhai:1:1: warning: the script can come to its end here without resolve, fail, reject or cancel [no_end]
      help: the ticket is then left to people; say resolve("…") where the work is done
    workflows/password-reset.rhai:1:31: error: approval: unknown option "qorum" [unknown_option]
      help: did you mean "quorum"? (known: about, due, on_reject, on_timeout, own_request, pause, quorum, remind, rework, same_person, show, text, veto, within)
    1 error, 1 warning
    "#);
    insta::assert_snapshot!(script("task(\"x\", group(\"service-desk\"), #{ on_fail: \"explode\" });\n"), @r#"
    exit 1
    workflows/password-reset.rhai:1:1: warning: the script can come to its end here without resolve, fail, reject or cancel [no_end]
      help: the ticket is then left to people; say resolve("…") where the work is done
    workflows/password-reset.rhai:1:46: error: task: "on_fail" takes "ask_owner" · "end" · "go_on", not "explode" [option]
    1 error, 1 warning
    "#);
    insta::assert_snapshot!(script("task(\"x\", \"service-desk\");\n"), @r#"
    exit 1
    workflows/password-reset.rhai:1:1: warning: the script can come to its end here without resolve, fail, reject or cancel [no_end]
      help: the ticket is then left to people; say resolve("…") where the work is done
    workflows/password-reset.rhai:1:11: error: task: somebody is never a bare text [who]
      help: write user("service-desk") or group("service-desk")
    1 error, 1 warning
    "#);
    insta::assert_snapshot!(script("reject(\"no\");\n"), @r#"
    exit 1
    workflows/password-reset.rhai:1:1: error: reject: a code is compulsory [option]
      help: write reject("…", #{ code: "…" }) (known: alternative, budget, no_answer, no_need, other, policy)
    1 error
    "#);
    insta::assert_snapshot!(script("reject(\"no\", #{ code: \"mood\" });\n"), @r#"
    exit 1
    workflows/password-reset.rhai:1:23: error: there is no rejection code "mood" [unknown_rejection_code]
    1 error
    "#);
    insta::assert_snapshot!(script("parallel([task(\"x\", group(\"service-desk\"))]);\n"), @r#"
    exit 1
    workflows/password-reset.rhai:1:1: warning: the script can come to its end here without resolve, fail, reject or cancel [no_end]
      help: the ticket is then left to people; say resolve("…") where the work is done
    workflows/password-reset.rhai:1:11: error: a branch of parallel is no closure [branch]
      help: write || before it: without, branches run one after the other
    1 error, 1 warning
    "#);
    insta::assert_snapshot!(script("let n = 0;\nparallel([|| { n = 1; task(\"x\", group(\"service-desk\")) }]);\n"), @r#"
    exit 1
    workflows/password-reset.rhai:2:1: warning: the script can come to its end here without resolve, fail, reject or cancel [no_end]
      help: the ticket is then left to people; say resolve("…") where the work is done
    workflows/password-reset.rhai:2:16: error: "n" is captured by a closure, which cannot change it [captured]
      help: let the closure return a value, and use the result
    1 error, 1 warning
    "#);
}

#[test]
fn names_that_there_are_not() {
    insta::assert_snapshot!(script("sla(\"gold\");\n"), @r#"
    exit 1
    workflows/password-reset.rhai:1:1: warning: the script can come to its end here without resolve, fail, reject or cancel [no_end]
      help: the ticket is then left to people; say resolve("…") where the work is done
    workflows/password-reset.rhai:1:5: error: there is no service level "gold" [unknown_service_level]
    1 error, 1 warning
    "#);
    insta::assert_snapshot!(script("task(\"x\", group(\"service-dsk\"));\n"), @r#"
    exit 1
    workflows/password-reset.rhai:1:1: warning: the script can come to its end here without resolve, fail, reject or cancel [no_end]
      help: the ticket is then left to people; say resolve("…") where the work is done
    workflows/password-reset.rhai:1:17: error: there is no group "service-dsk" [unknown_group]
      help: did you mean "service-desk"?
    1 error, 1 warning
    "#);
    insta::assert_snapshot!(script("approval(\"x\", user(\"samm\"));\n"), @r#"
    exit 1
    workflows/password-reset.rhai:1:1: warning: the script can come to its end here without resolve, fail, reject or cancel [no_end]
      help: the ticket is then left to people; say resolve("…") where the work is done
    workflows/password-reset.rhai:1:20: error: there is no user "samm" [unknown_user]
      help: did you mean "sam"?
    1 error, 1 warning
    "#);
    insta::assert_snapshot!(script("resolve(form.sytem);\n"), @r#"
    exit 1
    workflows/password-reset.rhai:1:14: error: the form has no field "sytem" [unknown_field]
      help: did you mean "system"?
    1 error
    "#);
    insta::assert_snapshot!(script("resolve(\"\" + policy.finance_limt);\n"), @r#"
    exit 1
    workflows/password-reset.rhai:1:21: error: policy has no "finance_limt" [unknown_field]
      help: did you mean "finance_limit"?
    1 error
    "#);
    insta::assert_snapshot!(script("task(\"x\", group(\"service-desk\"), #{ form: \"handovr\" });\n"), @r#"
    exit 1
    workflows/password-reset.rhai:1:1: warning: the script can come to its end here without resolve, fail, reject or cancel [no_end]
      help: the ticket is then left to people; say resolve("…") where the work is done
    workflows/password-reset.rhai:1:43: error: there is no form "handovr" [unknown_form]
      help: did you mean "handover"?
    1 error, 1 warning
    "#);
}

/// What is said, without the keys that policy.toml may have: they grow.
fn in_short(said: &str) -> String {
    let cut = |line: &str| line.split(", expected one of `currency`").next().unwrap().to_owned() + "\n";
    said.lines().map(cut).collect()
}

#[test]
fn several_faults_are_told_at_once() {
    let content = Content::Shipped
        .with("workflows/laptop.rhai", "aproval(\"x\", user(\"sam\"));\nsla(\"gold\");\n")
        .with("schemas/password-reset.json", "{\n  \"title\": 7,\n}\n")
        .with("workflows/policy.toml", "currency = \"EUR\"\nlanguges = []\n");
    insta::assert_snapshot!(in_short(&check(&content)), @r#"
    exit 1
    schemas/password-reset.json:3:1: error: trailing comma at line 3 column 1 [json]
    workflows/laptop.rhai:1:1: error: there is no function "aproval" [unknown_function]
      help: did you mean "approval"?
    workflows/laptop.rhai:2:1: warning: the script can come to its end here without resolve, fail, reject or cancel [no_end]
      help: the ticket is then left to people; say resolve("…") where the work is done
    workflows/policy.toml:2:1: error: unknown field `languges`
    3 errors, 1 warning
    "#);
}

#[test]
fn a_form_that_is_no_schema() {
    let with = |more: &str| form(&format!("{{\"title\": \"x\", \"x-catalog\": {{\"kind\": \"request\"}}, {more}}}"));
    insta::assert_snapshot!(form("{\n  \"title\": \"x\",\n  \"type\": \"object\",,\n}\n"), @"key must be a string at line 3 column 20 [json]");
    insta::assert_snapshot!(form("{\"title\": \"x\", \"type\": \"object\"}"), @"`x-catalog` is missing [schema]");
    insta::assert_snapshot!(form("{\"title\": \"x\", \"type\": \"object\", \"x-catalog\": {\"kind\": \"wish\"}}"), @"x-catalog: unknown variant `wish`, expected one of `request`, `incident`, `change`, `problem` [schema]");
    insta::assert_snapshot!(form("{\"title\": \"x\", \"type\": \"object\", \"x-catalog\": {\"kind\": \"request\", \"colour\": 1}}"), @"x-catalog: unknown field `colour`, expected one of `kind`, `category`, `keywords`, `price`, `recurring`, `order`, `icon`, `workflow`, `values`, `available_to`, `not_available_to`, `group`, `restricted_to` [schema]");
    insta::assert_snapshot!(with("\"type\": \"objekt\""), @r#"/type: "objekt" is not valid under any of the schemas listed in the 'anyOf' keyword [schema]"#);
    insta::assert_snapshot!(with("\"type\": \"object\", \"properties\": {\"system\": {\"type\": \"string\", \"pattern\": \"(\"}}"), @r#"/properties/system/pattern: "(" is not a "regex" [schema]"#);
    assert!(
        with("\"type\": \"object\", \"$ref\": \"https://example.org/a.json\"").contains("https://example.org/a.json")
    );
}

#[test]
fn a_fault_of_a_form_has_its_line_and_column() {
    let text =
        "{\n  \"title\": \"x\",\n  \"type\": \"objekt\",\n  \"x-catalog\": {\n    \"kind\": \"request\"\n  }\n}\n";
    let said = check(&Content::Shipped.with("schemas/password-reset.json", text));
    assert!(said.contains("schemas/password-reset.json:3:"), "{said}");
    let said = check(
        &Content::Shipped
            .with("schemas/password-reset.json", &text.replace("objekt", "object").replace("request", "wish")),
    );
    assert!(said.contains("schemas/password-reset.json:5:"), "{said}");
}

#[test]
fn an_item_needs_its_workflow_and_a_workflow_its_item() {
    let schema = "{\"title\": \"x\", \"type\": \"object\", \"x-catalog\": {\"kind\": \"request\"}}";
    insta::assert_snapshot!(check(&Content::Shipped.with("schemas/yacht.json", schema)), @r#"
    exit 1
    schemas/yacht.json:1:34: error: the item `yacht` has no workflow: workflows/yacht.rhai is missing [no_workflow]
    1 error
    "#);
    insta::assert_snapshot!(check(&Content::Shipped.with("workflows/yacht.rhai", "resolve(\"x\");\n")), @r#"
    exit 1
    workflows/yacht.rhai: error: no item uses this workflow: schemas/yacht.json is missing [no_item]
    1 error
    "#);
}

/// The first thing that it says of a file in which a part was replaced. Its line
/// is the part's, `HERE`, wherever the file has it.
fn said_there(path: &str, from: &str, to: &str) -> String {
    let said = check(&Content::Shipped.replaced(path, from, to));
    assert!(said.starts_with("exit 1\n"), "{said}");
    let text = std::fs::read_to_string(Content::Shipped.path().join(path)).unwrap();
    let line = 1 + text[..text.find(from).unwrap()].matches('\n').count();
    let first = said.lines().nth(1).unwrap();
    let told = first.strip_prefix(&format!("{path}:{line}:")).unwrap_or_else(|| panic!("line {line}: {first}"));
    format!("{path}:HERE:{}", in_short(told))
}

#[test]
fn a_policy_that_contradicts_itself() {
    let policy = |from: &str, to: &str| said_there("workflows/policy.toml", from, to);
    insta::assert_snapshot!(policy("currency  = \"EUR\"", "currency  = \"Euro\""), @"workflows/policy.toml:HERE:13: error: the currency is an ISO 4217 code of three capital letters [policy]");
    insta::assert_snapshot!(policy("zone = \"Europe/Berlin\"", "zone = \"Europe/Bonn\""), @"workflows/policy.toml:HERE:8: error: `Europe/Bonn` is no IANA time zone [policy]");
    insta::assert_snapshot!(policy("calendar = \"berlin\"", "calendar = \"moon\""), @r#"workflows/policy.toml:HERE:12: error: there is no calendar "moon" [policy]"#);
    insta::assert_snapshot!(policy("holidays = [", "holidays_ics = \"calendars/de.ics\"\nholidays = ["), @r#"workflows/policy.toml:HERE:16: error: there is no calendar file beside the policy "calendars/de.ics" [policy]"#);
    insta::assert_snapshot!(policy("category = \"business\"", "channel = \"phne\""), @r#"workflows/policy.toml:HERE:11: error: there is no channel "phne" [policy]"#);
    insta::assert_snapshot!(policy("category = \"business\"", "item = \"nosuch\""), @r#"workflows/policy.toml:HERE:8: error: there is no item "nosuch" [unknown_item]"#);
    insta::assert_snapshot!(policy("[cancel]", "[cancle]"), @"workflows/policy.toml:HERE:2: error: unknown field `cancle`");
    insta::assert_snapshot!(policy("max_levels = 3", "max_levels = \"three\""), @r#"workflows/policy.toml:HERE:14: error: invalid type: string "three", expected u32 [policy]"#);
    insta::assert_snapshot!(policy("group = \"service-desk\"", "group = \"nowhere\""), @r#"workflows/policy.toml:HERE:9: error: there is no group "nowhere" [unknown_group]"#);
}

#[test]
fn names_that_nobody_has_are_found_wherever_they_stand() {
    let audience = |names: &str| {
        said_there(
            "schemas/password-reset.json",
            "\"kind\": \"request\",",
            &format!("\"kind\": \"request\", \"not_available_to\": {names},"),
        )
    };
    insta::assert_snapshot!(audience("{\"roles\": [\"agnt\"]}"), @r#"schemas/password-reset.json:HERE:55: error: there is no role "agnt" [unknown_role]"#);
    insta::assert_snapshot!(audience("{\"users\": [\"vivv\"]}"), @r#"schemas/password-reset.json:HERE:55: error: there is no user "vivv" [unknown_user]"#);
    insta::assert_snapshot!(said_there("workflows/policy.toml", "cost = true", "csot = true"), @r#"workflows/policy.toml:HERE:1: error: there is no kind of step or hold "csot" [policy]"#);
    insta::assert_snapshot!(said_there("schemas/laptop.json", "\"x-price\": \"900.00\"", "\"x-price\": \"-900.00\""), @"schemas/laptop.json:HERE:50: error: `x-price`: -900.00 is below zero [schema]");
}

#[test]
fn a_job_that_cannot_be_read() {
    let job = |text: &str| check(&Content::Shipped.with("workflows/jobs/escalate-overdue.rhai", text));
    let zone = "const TIMEZONE = \"UTC\";\nconst ROLES = [\"agent\"];\n";
    insta::assert_snapshot!(job(&format!("const SCHEDULE = \"every day\";\n{zone}")), @r#"
    exit 1
    workflows/jobs/escalate-overdue.rhai:1:7: error: a schedule has six fields (second, minute, hour, day, month, weekday) and perhaps a year, not 2 [job]
    1 error
    "#);
    insta::assert_snapshot!(job("const SCHEDULE = \"0 0 * * * *\";\nconst TIMEZONE = \"Mars\";\nconst ROLES = [\"agent\"];\n"), @r#"
    exit 1
    workflows/jobs/escalate-overdue.rhai:2:7: error: `Mars` is no IANA time zone [job]
    1 error
    "#);
    insta::assert_snapshot!(job(&format!("const SCHEDULE = \"0 0 * * * *\";\n{zone}for t in tickets(#{{}}) {{ t.explode(); }}\n")), @r#"
    exit 1
    workflows/jobs/escalate-overdue.rhai:4:27: error: there is no method "explode" [unknown_function]
    1 error
    "#);
    insta::assert_snapshot!(job(&format!("const SCHEDULE = \"0 0 * * * *\";\n{zone}for t in tickets(#{{ colour: 1 }}) {{ }}\n")), @r#"
    exit 1
    workflows/jobs/escalate-overdue.rhai:4:21: error: tickets: unknown option "colour" (known: breached, status, older_than, untaken_for, escalation_below, item, limit) [unknown_option]
    1 error
    "#);
}

#[test]
fn a_plugin_that_cannot_be_loaded() {
    let plugin = |from: &str, to: &str| check(&Content::Shipped.replaced("plugins/asset/plugin.toml", from, to));
    insta::assert_snapshot!(plugin("contract = 1", "contract = 9"), @r#"
    exit 1
    plugins/asset/plugin.toml:5:12: error: contract 9 is not spoken here; 1 is [manifest]
    1 error
    "#);
    insta::assert_snapshot!(plugin("time_limit = \"10s\"", "time_limit = \"soon\""), @r#"
    exit 1
    plugins/asset/plugin.toml:17:14: error: a time limit is written "500ms", "10s" or "2m" [manifest]
    1 error
    "#);
    insta::assert_snapshot!(plugin("undo = \"release\"", "undo = \"forget\""), @r#"
    exit 1
    plugins/asset/plugin.toml:16:8: error: there is no function `forget` [manifest]
    1 error
    "#);
    insta::assert_snapshot!(check(&Content::Shipped.replaced("plugins/asset/main.rhai", "fn release(args, call) {", "fn give_back(args, call) {")), @r#"
    exit 1
    plugins/asset/main.rhai: error: plugin.toml names `release`, but there is no `fn release(args, call)` [unknown_function]
      help: where the language has a release of its own, write `fn call_release(args, call)`
    1 error
    "#);
}

#[test]
fn a_server_does_not_start_on_a_fault() {
    for (path, text, place) in [
        ("workflows/laptop.rhai", "sla(\"hardware\");\nassign(;\n", "workflows/laptop.rhai:2:8: error: "),
        ("schemas/laptop.json", "{\n  \"title\": ,\n}", "schemas/laptop.json:2:12: error: "),
        ("workflows/jobs/escalate-overdue.rhai", "for t in\n", "workflows/jobs/escalate-overdue.rhai:"),
    ] {
        let (database, content) = (Database::empty_sqlite(), Content::Shipped.with(path, text));
        let (url, folder) = (database.url(), content.path());
        let arguments =
            ["serve", "--demo", "--listen", "127.0.0.1:0", "--database", &url, "--content", folder.to_str().unwrap()];
        let output = maitred(&arguments).stdin(Stdio::null()).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(place), "{said}");
        assert!(!String::from_utf8(output.stdout).unwrap().contains("serves on"), "it never listened");
    }
}

#[test]
fn a_fault_at_the_next_start_leaves_what_was_published() {
    let database = Database::sqlite();
    let broken = Content::Shipped.with("workflows/laptop.rhai", "assign(;\n");
    let (url, folder) = (database.url(), broken.path());
    let arguments =
        ["serve", "--demo", "--listen", "127.0.0.1:0", "--database", &url, "--content", folder.to_str().unwrap()];
    assert_eq!(maitred(&arguments).stdin(Stdio::null()).output().unwrap().status.code(), Some(1));
    assert!(run(&["verify", "--database", &url]).status.success());
    drop(crate::support::Process::serve(&database, &Content::Shipped));
}
