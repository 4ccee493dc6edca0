//! What `check` finds without running.

use super::*;
use crate::model::problem::Severity;

fn names(names: &[&str]) -> Option<BTreeSet<String>> {
    Some(names.iter().map(|n| (*n).to_owned()).collect())
}

pub(super) fn known() -> Known {
    let reserve = json!({
        "properties": { "model": { "enum": ["light", "pro"] }, "count": { "type": "integer" } },
        "required": ["model"], "additionalProperties": false
    });
    let functions = BTreeMap::from([("reserve".to_owned(), Some(reserve)), ("release".to_owned(), None)]);
    let purchase = json!({
        "properties": { "what": { "type": "string" }, "size": { "properties": { "wide": { "type": "integer" } } } },
        "required": ["what"], "additionalProperties": false
    });
    let laptop = json!({ "properties": {
        "model": { "enum": ["light", "pro"] }, "reason": {}, "window": { "properties": { "start": {}, "end": {} } } } });
    Known {
        plugins: Some(BTreeMap::from([("asset".to_owned(), functions)])),
        form_fields: names(&["model", "reason", "window"]),
        form_schemas: vec![Arc::new(laptop)],
        item_forms: BTreeMap::from([("purchase".to_owned(), Arc::new(purchase))]),
        inactive_users: names(&["old"]).unwrap(),
        groups: names(&["service-desk", "finance", "field-support"]),
        users: names(&["ann", "max"]),
        roles: names(&["agent", "change_manager"]),
        slas: names(&["hardware", "password"]),
        rejection_codes: names(&["budget", "alternative"]),
        closure_reasons: names(&["workaround"]),
        policy_values: names(&["finance_limit"]),
        answer_fields: BTreeMap::new(),
        forms: names(&["handover"]),
        items: names(&["purchase"]),
        lists: names(&["systems"]),
        suppliers: names(&["Contoso"]),
        impacts: names(&["person", "site"]),
        urgencies: names(&["low", "high"]),
        ticket_fields: names(&["priority", "status"]),
    }
}

fn faults(text: &str) -> Vec<String> {
    let text = text.to_owned();
    deep(move || match program_with(&text, &known()) {
        Ok(_) => panic!("passed: {text}"),
        Err(faults) => faults
            .iter()
            .filter(|fault| fault.severity == Severity::Error)
            .map(|f| f.to_string().replace("workflows/laptop.rhai:", "").replace("\n  help: ", " | "))
            .collect(),
    })
}

#[test]
fn the_shipped_laptop_passes() {
    deep(|| program_with(LAPTOP, &known()).map(|p| (p.ends(), p.engine)).unwrap());
}

#[test]
fn planted_faults_are_found_with_line_column_and_advice() {
    for (text, wanted) in [
        (
            "sla(\"hardwear\");",
            "1:5: error: there is no service level \"hardwear\" [unknown_service_level] | did you mean \"hardware\"?",
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
            "approval(\"A\", role(\"agnt\"));",
            "1:20: error: there is no role \"agnt\" [unknown_role] | did you mean \"agent\"?",
        ),
        (
            "approval(\"A\", \"finance\");",
            "1:15: error: approval: somebody is never a bare text [who] | write user(\"finance\") or group(\"finance\")",
        ),
        (
            "approval(\"A\", [\"finance\"]);",
            "1:16: error: approval: somebody is never a bare text [who] | write user(\"finance\") or group(\"finance\")",
        ),
        ("approval(\"\", group(\"finance\"));", "1:10: error: approval: the name is empty [arguments]"),
        ("task(5, group(\"finance\"));", "1:6: error: task: the name is a text [arguments]"),
        (
            "approval(\"A\", group(\"finance\"), #{ qorum: 2 });",
            "1:36: error: approval: unknown option \"qorum\" [unknown_option] | did you mean \"quorum\"? (known: about, due, on_reject, on_timeout, own_request, pause, quorum, remind, rework, same_person, show, text, veto, within)",
        ),
        (
            "approval(\"A\", group(\"finance\"), #{ quorum: 0 });",
            "1:44: error: approval: \"quorum\" takes a number from 1, \"50%\" or \"all\", not 0 [option]",
        ),
        (
            "task(\"A\", group(\"finance\"), #{ on_timeout: \"approve\" });",
            "1:44: error: task: \"on_timeout\" takes \"remind\" · \"escalate\" · \"expire\" · \"go_on\", not \"approve\" [option]",
        ),
        (
            "task(\"A\", group(\"finance\"), #{ within: \"2 days\" });",
            "1:40: error: task: \"within\" takes a duration (30m, 4h, 2d, 1w; working time 30wm, 4wh, 2wd), not \"2 days\" [option]",
        ),
        (
            "task(\"A\", group(\"finance\"), #{ within: \"2d\", due: now() });",
            "1:46: error: task: \"within\" and \"due\" exclude each other [option]",
        ),
        (
            "task(\"A\", group(\"finance\"), #{ escalate_to: \"line-2\" });",
            "1:45: error: task: \"escalate_to\" takes somebody (user(…), group(…), role(…), manager_of(…), lead_of(…)) or a list of them, not \"line-2\" [option]",
        ),
        (
            "task(\"A\", group(\"finance\"), #{ show: [\"modle\"] });",
            "1:39: error: the form has no field \"modle\" [unknown_field] | did you mean \"model\"?",
        ),
        (
            "task(\"A\", group(\"finance\"), #{ form: \"handovr\" });",
            "1:38: error: there is no form \"handovr\" [unknown_form] | did you mean \"handover\"?",
        ),
        ("task(\"A\", group(\"finance\"), 5);", "1:29: error: task: options are a map, not a whole number [option]"),
        (
            "asset::resrve(#{});",
            "1:8: error: the plugin \"asset\" has no function \"resrve\" [unknown_function] | did you mean \"reserve\"?",
        ),
        ("aset::reserve(#{});", "1:7: error: there is no plugin \"aset\" [unknown_plugin] | did you mean \"asset\"?"),
        (
            "asset::reserve(#{ model: \"pro\" }, #{ on_fial: \"end\" });",
            "1:38: error: asset::reserve: unknown option \"on_fial\" [unknown_option] | did you mean \"on_fail\"?",
        ),
        (
            "let x = form.modle;",
            "1:14: error: the form has no field \"modle\" [unknown_field] | did you mean \"model\"?",
        ),
        (
            "let x = policy.finance_limt;",
            "1:16: error: policy has no \"finance_limt\" [unknown_field] | did you mean \"finance_limit\"?",
        ),
        ("let x = request.pirce;", "1:17: error: request has no \"pirce\" [unknown_field] | did you mean \"price\"?"),
        ("let x = requested_for.manager;", "1:23: error: requested_for has no \"manager\" [unknown_field]"),
        (
            "reject(\"no\");",
            "1:1: error: reject: a code is compulsory [option] | write reject(\"…\", #{ code: \"…\" }) (known: alternative, budget)",
        ),
        (
            "reject(\"no\", #{ code: \"bugdet\" });",
            "1:23: error: there is no rejection code \"bugdet\" [unknown_rejection_code] | did you mean \"budget\"?",
        ),
        (
            "resolve(\"x\", #{ code: \"workaruond\" });",
            "1:23: error: there is no closure reason \"workaruond\" [unknown_closure_reason] | did you mean \"workaround\"?",
        ),
        ("confirm_cost(true);", "1:14: error: confirm_cost: the amount is a number [arguments]"),
        (
            "parallel(#{ a: || 1 }, #{ on_error: \"finsh\" });",
            "1:37: error: parallel: \"on_error\" takes \"cancel\" · \"finish\", not \"finsh\" — did you mean \"finish\"? [option]",
        ),
        (
            "notify(\"ann\", \"hi\");",
            "1:8: error: notify: somebody is never a bare text [who] | write user(\"ann\") or group(\"ann\")",
        ),
        (
            "ask(\"Which?\", requester, #{ form: \"handovr\" });",
            "1:35: error: there is no form \"handovr\" [unknown_form] | did you mean \"handover\"?",
        ),
        (
            "handle(\"Fix\", #{ escalate: group(\"finance\") });",
            "1:18: error: handle: unknown option \"escalate\" [unknown_option] | did you mean \"escalate_to\"?",
        ),
        (
            "handle(\"Fix\", #{ on_fail: \"ask_owner\" });",
            "1:27: error: handle: \"on_fail\" takes \"end\" · \"go_on\", not \"ask_owner\" [option]",
        ),
        (
            "wait(\"2 days\");",
            "1:6: error: wait: a duration or a time is wanted, not \"2 days\" [arguments] | write \"30m\", \"4h\", \"2d\"",
        ),
        ("wait(2);", "1:6: error: wait: a duration or a time is wanted, not a whole number [arguments]"),
        (
            "wait(\"2d\", #{ at: \"25:00\" });",
            "1:19: error: wait: \"at\" takes a time of day (\"17:00\"), not \"25:00\" [option]",
        ),
        (
            "wait(\"2d\", #{ within: \"3d\" });",
            "1:15: error: wait: unknown option \"within\" [unknown_option] | known: about, at, latest, pause, text",
        ),
        ("wait_for(\"\", \"x\");", "1:10: error: wait_for: the name is empty [arguments]"),
        (
            "set(#{ urgency: \"hihg\" });",
            "1:17: error: there is no urgency \"hihg\" [unknown_urgency] | did you mean \"high\"?",
        ),
        ("set(#{ prioriti: \"P1\" });", "1:8: error: set: unknown option \"prioriti\" [unknown_option]"),
        ("set(\"high\");", "1:5: error: set: options are a map, not a text [option] | write #{ name: value }"),
        (
            "let x = lookup(\"sistems\");",
            "1:16: error: there is no list \"sistems\" [unknown_list] | did you mean \"systems\"?",
        ),
        (
            "task(\"Quote\", supplier(\"Contosa\"));",
            "1:24: error: there is no supplier \"Contosa\" [unknown_supplier] | did you mean \"Contoso\"?",
        ),
        (
            "task(\"Fix\", local_group(\"field-suport\"));",
            "1:25: error: there is no group \"field-suport\" [unknown_group] | did you mean \"field-support\"?",
        ),
        (
            "any_of(#{ a: task(\"a\", group(\"finance\")), b: || 1 });",
            "1:14: error: branch \"a\" of any_of is no closure [branch]",
        ),
        (
            "for_all([1], task(\"a\", group(\"finance\")));",
            "1:14: error: for_all takes a closure as its second argument [branch] | write |x| …",
        ),
        (
            "open_ticket(\"purchse\", #{ what: 1 });",
            "1:13: error: there is no item \"purchse\" [unknown_item] | did you mean \"purchase\"?",
        ),
        (
            "open_ticket(\"purchase\", #{ what: \"x\" }, #{ requested_for: 5 });",
            "1:59: error: open_ticket: \"requested_for\" takes a person (requester, user(…), manager_of(…)) or a username, not 5 [option]",
        ),
        (
            "escalate(\"line-2\", \"why\");",
            "1:10: error: escalate: somebody is never a bare text [who] | write user(\"line-2\") or group(\"line-2\")",
        ),
        ("cost(\"Laptop\", \"a lot\");", "1:16: error: cost: the amount is a number [arguments]"),
        (
            "[1].map(|x| wait(\"1d\"));",
            "1:13: error: \"wait\" waits, so it cannot stand in the callback of a list or map [step_in_callback]",
        ),
        (
            "asset::reserve(#{ modle: \"pro\" });",
            "1:19: error: asset::reserve takes no \"modle\" [unknown_argument] | did you mean \"model\"?",
        ),
        ("asset::reserve();", "1:8: error: asset::reserve needs \"model\" [missing_argument]"),
        ("asset::reserve(#{ count: 2 });", "1:16: error: asset::reserve needs \"model\" [missing_argument]"),
        (
            "asset::reserve(#{ model: \"porn\".len() + 1, count: \"two\" });",
            "1:51: error: asset::reserve: \"count\": \"two\" is not of type \"integer\" [argument_value]",
        ),
        (
            "asset::reserve(#{ model: \"lihgt\" });",
            "1:26: error: asset::reserve: \"model\": \"lihgt\" is not one of \"light\" or \"pro\" [argument_value] | did you mean \"light\"?",
        ),
        (
            "open_ticket(\"purchase\", #{ what: \"x\", size: #{ wide: \"1\" } });",
            "1:54: error: the item \"purchase\": \"wide\": \"1\" is not of type \"integer\" [argument_value]",
        ),
        (
            "open_ticket(\"purchase\", #{ what: \"x\", whta: 1 });",
            "1:39: error: the item \"purchase\" takes no \"whta\" [unknown_argument] | did you mean \"what\"?",
        ),
        (
            "approval(\"A\", user(\"old\"));",
            "1:20: error: the user \"old\" is not active any more [inactive_user] | name who took over; better, a group or a role",
        ),
        (
            "open_ticket(\"purchase\", #{ what: \"x\" }, #{ requested_for: \"mex\" });",
            "1:59: error: there is no user \"mex\" [unknown_user] | did you mean \"max\"?",
        ),
        (
            "let x = form[\"modle\"];",
            "1:14: error: the form has no field \"modle\" [unknown_field] | did you mean \"model\"?",
        ),
        ("let x = form.window.strat;", "1:21: error: the form's \"window\" has no field \"strat\" [unknown_field]"),
        (
            "let price = 5; let x = pirce;",
            "1:24: error: \"pirce\" is not known here [unknown_name] | did you mean \"price\"?",
        ),
        (
            "aproval(\"A\", group(\"finance\"));",
            "1:1: error: there is no function \"aproval\" [unknown_function] | did you mean \"approval\"?",
        ),
    ] {
        let found = faults(text);
        assert_eq!(found.len(), 1, "{text}: {found:#?}");
        assert!(found[0].starts_with(wanted), "{text}\n  found  {}\n  wanted {wanted}", found[0]);
    }
}

fn remarks(text: &str) -> Vec<String> {
    let text = text.to_owned();
    deep(move || {
        let program = program_with(&text, &known()).unwrap_or_else(|faults| panic!("{text}: {faults:#?}"));
        let said = program.warnings().iter().map(ToString::to_string);
        said.map(|it| it.replace("workflows/laptop.rhai:", "").replace("\n  help: ", " | ")).collect()
    })
}

#[test]
fn a_path_without_an_end_is_warned_of() {
    let end = "resolve(\"x\");";
    let handled = "handle(\"Fix\", group(\"finance\"));";
    for (text, at) in [
        (String::new(), ""),
        ("sla(\"hardware\");".to_owned(), "1:1"),
        (format!("if form.model == 1 {{ {end} }}"), "1:1"),
        (format!("switch form.model {{ 1 => {{ {end} }}, 2 => {{ {end} }} }}"), "1:1"),
        (format!("if form.model == 1 {{ return; }} {end}"), "1:22"),
        (format!("for i in [1] {{ {end} }}"), "1:1"),
        (format!("try {{ {end} }} catch {{ note(\"x\"); }}"), "1:1"),
        (format!("if form.model == 1 {{ {handled} }} note(\"x\");"), ""),
        (format!("loop {{ if form.model == 1 {{ break; }} {end} }}"), "1:1"),
        (format!("fn done() {{ if form.model == 1 {{ {end} }} }} done();"), ""),
        ("any_of(#{ a: || wait(\"1d\"), b: || { wait(\"2d\"); fail(\"x\"); } });".to_owned(), "1:1"),
    ] {
        let found = remarks(&text);
        assert!(found.iter().any(|it| it.starts_with(at) && it.contains("[no_end]")), "{text}: {found:?}");
    }
    for text in [
        end.to_owned(),
        format!("if form.model == 1 {{ {end} }} else {{ fail(\"x\"); }}"),
        format!("if form.model == 1 {{ {end} return; }} cancel(\"x\");"),
        format!("switch form.model {{ 1 => {{ {end} }}, _ => {{ {end} }} }}"),
        format!("try {{ note(\"x\"); }} catch (e) {{ fail(\"x\"); }} {end}"),
        format!("fn done() {{ {end} }} if form.model == 1 {{ done(); }} else {{ throw 1; }}"),
        format!("{handled} note(\"x\");"),
        format!("if form.model == 1 {{ {handled} }} else {{ {end} }}"),
        "for_all([1], |x| handle(\"Fix\", group(\"finance\"), #{ about: x }));".to_owned(),
        format!("loop {{ if form.model == 1 {{ {end} }} wait(\"1d\"); }}"),
        format!("let n = 0; do {{ {end} }} while n < 3;"),
    ] {
        let found: Vec<String> = remarks(&text).into_iter().filter(|it| it.contains("[no_end]")).collect();
        assert_eq!(found, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn steps_of_one_name_are_warned_of_unless_only_one_of_them_is_met() {
    let step = |name: &str| format!("task(\"{name}\", group(\"finance\"));");
    let end = "resolve(\"x\");";
    for (text, wanted) in [
        (
            format!("{}\n{} {end}", step("A"), step("A")),
            vec![
                "2:1: warning: task: the name \"A\" is taken by the step in line 1 [same_name] | give it another name, or say what differs: #{ about: \"…\" }",
            ],
        ),
        (format!("{}\n{} {end}", step("A"), step("B")), vec![]),
        (format!("if form.model == 1 {{ {} }} else {{ {} }} {end}", step("A"), step("A")), vec![]),
        (format!("switch form.model {{ 1 => {{ {} }}, _ => {{ {} }} }} {end}", step("A"), step("A")), vec![]),
        (format!("{}\ntask(\"A\", group(\"finance\"), #{{ about: \"b\" }}); {end}", step("A")), vec![]),
        (format!("for i in [1, 2] {{ {} }} {end}", step("A")), vec![]),
    ] {
        assert_eq!(remarks(&text), wanted, "{text}");
    }
}

#[test]
fn a_persons_deadline_in_elapsed_days_gets_a_hint() {
    let text =
        |within: &str| format!("approval(\"A\", group(\"finance\"), #{{ within: \"{within}\" }}); resolve(\"x\");");
    assert_eq!(
        remarks(&text("2d")),
        [
            "1:44: hint: approval: \"2d\" is elapsed time, nights and weekends too [elapsed_days] | for working days write \"2wd\""
        ]
    );
    assert!(remarks(&text("1w"))[0].ends_with("write \"5wd\""), "{:?}", remarks(&text("1w")));
    for fine in ["2wd", "36h", "45m"] {
        assert_eq!(remarks(&text(fine)), Vec::<String>::new(), "{fine}");
    }
    assert_eq!(remarks("wait(\"2d\"); resolve(\"x\");"), Vec::<String>::new(), "nobody is asked");
}

#[test]
fn many_faults_come_at_once_in_the_order_of_the_text() {
    let text = "sla(\"x\");\nlet f = || 1;\napproval(\"A\", group(\"nobody\"));\n[1].map(|x| task(\"t\", group(\"finance\")));\nlet y = form.nope;\nunknown_word();";
    let lines: Vec<String> = faults(text).iter().map(|f| f.split(':').next().unwrap().to_owned()).collect();
    assert_eq!(lines, ["1", "2", "3", "4", "5", "6"]);
}

#[test]
fn faults_in_libraries_are_found_in_their_own_file() {
    let found = deep(|| {
        let mut sources = Sources::new("workflows/a.rhai", "import \"common\" as c; c::sign(); resolve(\"x\");");
        sources
            .libraries
            .insert("common".to_owned(), "fn sign() {\n  approval(\"A\", group(\"nobody\"));\n}".to_owned());
        Program::compile("a", &sources, &known()).unwrap_err()
    });
    assert_eq!((found[0].file.as_str(), found[0].line, found[0].column), ("workflows/lib/common.rhai", 2, 23));
}

#[test]
fn what_is_not_known_is_not_checked() {
    deep(|| {
        let text = "sla(\"any\"); gone::call(#{}); approval(\"A\", group(\"gone\")); let x = policy.any; let y = form.any; task(\"t\", user(\"who\"), #{ form: \"f\" }); reject(\"x\", #{ code: \"c\" });";
        program_with(text, &Known::default()).unwrap();
    });
}

#[test]
fn versions_are_named_by_their_text() {
    deep(|| {
        let a = program_with("resolve(\"a\");", &Known::default()).unwrap();
        let b = program_with("resolve(\"a\"); ", &Known::default()).unwrap();
        assert_ne!(a.version, b.version);
        assert_eq!(a.version.len(), 64);
    });
}
