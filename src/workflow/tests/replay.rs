//! Where script and journal part, where they may differ, and what is cancelled.

use super::*;

fn changed(desk: &mut Desk, text: &str) {
    desk.program = program(text);
    desk.go();
}

#[test]
fn another_step_at_the_same_place_is_a_divergence_that_names_both() {
    deep(|| {
        let mut desk = Desk::start("task(\"one\", group(\"x\"));\ntask(\"two\", group(\"x\"));");
        desk.good("one", Json::Null);
        changed(&mut desk, "task(\"one\", group(\"x\"));\n\n  approval(\"new\", group(\"x\"));");
        let fault = desk.stuck();
        assert_eq!(
            fault.message,
            "step 1: the journal has task \"two\" (recorded at workflows/laptop.rhai:2:1), but the script now asks for approval \"new\" (at line 3, position 3)"
        );
        assert_eq!((fault.code.as_str(), fault.line, fault.column), ("divergence", 3, 3));
    });
}

#[test]
fn a_step_that_is_no_longer_asked_for_is_a_divergence() {
    deep(|| {
        let mut desk = Desk::start("task(\"one\", group(\"x\"));\ntask(\"two\", group(\"x\"));");
        desk.good("one", Json::Null);
        changed(&mut desk, "task(\"one\", group(\"x\"));");
        assert_eq!(
            desk.stuck().message,
            "step 1: the journal has task \"two\", but the script now asks for end \"end\""
                .to_owned()
                .replace("but the script now asks for end \"end\"", "but the script no longer asks for it")
        );
        changed(&mut desk, "task(\"one\", group(\"x\")); resolve(\"done\");");
        assert_eq!(desk.stuck().code, "divergence");
    });
}

#[test]
fn arguments_may_differ_and_change_nothing() {
    deep(|| {
        let mut desk = Desk::start("task(\"one\", group(\"x\"), #{ within: \"1d\" }); confirm_cost(5);");
        let before = desk.journal.clone();
        changed(&mut desk, "task(\"one\", user(\"somebody\"), #{ within: \"9d\", text: \"new\" }); confirm_cost(7);");
        assert_eq!((desk.verdict.clone(), desk.journal.clone()), (Some(Verdict::Waiting), before));
        desk.good("one", Json::Null);
        assert_eq!(desk.row_at("1").arguments.amount.as_ref().map(|m| m.amount), Some(7.into()));
    });
}

#[test]
fn effects_come_and_go_without_a_divergence() {
    deep(|| {
        let mut desk = Desk::start(
            "sla(\"a\"); task(\"one\", group(\"x\")); notify(requester, \"hi\"); task(\"two\", group(\"x\"));",
        );
        desk.good("one", Json::Null);
        let rows = desk.journal.len();
        // Removed, changed, added before the ticket's place: none is a divergence, none is made up for.
        changed(
            &mut desk,
            "assign(group(\"x\")); task(\"one\", group(\"x\")); assign(group(\"y\")); notify(requester, \"hi\"); notify(requester, \"ho\"); task(\"two\", group(\"x\")); assign();",
        );
        assert_eq!((desk.verdict.clone(), desk.journal.len()), (Some(Verdict::Waiting), rows));
        desk.good("two", Json::Null);
        assert_eq!(desk.row_at("1.e1").name, "assign", "behind its place a new effect takes place");
    });
}

#[test]
fn a_mistake_writes_nothing_and_names_its_line() {
    deep(|| {
        let mut desk = Desk::start(
            "sla(\"a\");\nlet t = task(\"one\", group(\"x\"));\nnotify(requester, \"almost\");\nlet x = t.nothing;",
        );
        let before = desk.journal.clone();
        desk.settle("0", RowState::Done, Answer { outcome: "done".to_owned(), ..Answer::default() }).go();
        let fault = desk.stuck().clone();
        assert_eq!((fault.code.as_str(), fault.line), ("unknown_field", 4));
        assert_eq!(desk.journal.len(), before.len());

        for (text, code) in [
            ("sla(\"nonsense\");", "effect"),
            ("let x = policy.no_such;", "read"),
            ("throw \"out\";", "uncaught"),
            ("throw #{ kind: \"own\" };", "uncaught"),
            ("loop {}", "limit"),
            ("let w = (); approval(\"A\", w);", "who"),
            ("let l = []; approval(\"A\", l);", "who"),
            ("let o = \"qorum\"; let m = #{}; m[o] = 2; approval(\"A\", group(\"x\"), m);", "unknown_option"),
            ("let q = 0; approval(\"A\", group(\"x\"), #{ quorum: q });", "option"),
            ("let n = 5; task(n, group(\"x\"));", "arguments"),
            ("let n = \"\"; task(n, group(\"x\"));", "arguments"),
            ("confirm_cost(form.nothing);", "arguments"),
            ("let a = -1; confirm_cost(a);", "arguments"),
            ("confirm_cost(1, \"euro\");", "arguments"),
            ("let o = #{}; reject(\"no\", o);", "option"),
            ("let g = group(\"x\"); approval(\"A\", manager_of(g));", "who"),
            ("let p = user(\"x\"); approval(\"A\", lead_of(p));", "who"),
        ] {
            assert_eq!(Desk::start(text).stuck().code, code, "{text}: {}", Desk::start(text).stuck());
        }
    });
}

#[test]
fn limits_of_rows_and_answers_are_kept() {
    deep(|| {
        let desk = Desk::start("for i in 0..2000 { notify(requester, \"x\"); }");
        assert_eq!(desk.stuck().code, "limit");
        let desk = Desk::start(
            "let s = \"xxxxxxxxxxxxxxxx\"; for i in 0..11 { s += s; } let l = [s, s]; parallel(#{ a: || l });",
        );
        assert_eq!(desk.stuck().code, "limit", "{}", desk.stuck());
        let desk = Desk::start(
            "let s = \"xxxxxxxxxxxxxxxx\"; for i in 0..11 { s += s; } task(\"T\", group(\"x\"), #{ text: s, about: s });",
        );
        assert_eq!(desk.stuck().code, "limit", "{}", desk.stuck());
    });
}

#[test]
fn a_run_keeps_four_mebibytes_and_no_more() {
    deep(|| {
        let mut desk = Desk::start("for i in 0..100 { task(`T${i}`, group(\"x\")); }");
        let big = "x".repeat(60 << 10);
        for i in 0..100 {
            desk.good_at(&i.to_string(), json!({ "text": big }));
            if matches!(desk.verdict, Some(Verdict::Stuck(_))) {
                assert!((64..75).contains(&i), "{i}");
                break;
            }
        }
        assert_eq!(desk.stuck().code, "limit");
    });
}

const CLEANS_UP: &str = r#"
    let device = asset::reserve(#{ model: "x" });
    try {
        approval("A", group("x"));
        task("Hand over", group("x"));
    } catch (e) {
        asset::release(#{ tag: device.tag });
        notify(requester, "{why}", #{ why: e.kind });
        task("never while cancelling", group("x"));
    }
    resolve("done");"#;

#[test]
fn cancelling_fails_open_steps_and_lets_a_catch_clean_up() {
    deep(|| {
        let mut desk = Desk::start(CLEANS_UP);
        desk.good("asset.reserve", json!({ "tag": "T1" }));
        desk.cancel();
        assert_eq!(desk.open(), ["2 plugin asset.release"], "plugin calls may be opened");
        desk.good("asset.release", Json::Null);
        let error = desk.failed();
        assert_eq!((error.kind.as_str(), error.step.as_str()), ("cancelled", "never while cancelling"));
        assert_eq!(desk.row_at("2.e1").arguments.values.get("why"), Some(&json!("cancelled")));
        desk.assert_stable();
    });
}

#[test]
fn a_swallowed_cancellation_opens_nothing() {
    deep(|| {
        let mut desk = Desk::start(
            "loop { try { task(\"T\", group(\"x\")); break; } catch {} try { approval(\"B\", group(\"x\")); } catch { break; } } resolve(\"pretends\");",
        );
        desk.cancel();
        assert_eq!(desk.open(), Vec::<String>::new());
        assert_eq!(desk.ended().text, "pretends", "the desk closes it as cancelled all the same");
        desk.assert_stable();
    });
}

#[test]
fn an_uncaught_cancellation_ends_the_script() {
    deep(|| {
        let mut desk = Desk::start(LAPTOP);
        desk.good("Line manager", Json::Null).good("Finance", Json::Null).good("cost", Json::Null);
        desk.cancel();
        // The reservation may be on its way: it is awaited, its sibling's error is raised at once.
        assert_eq!(desk.failed().kind, "cancelled");
        assert_eq!(desk.open(), ["4/device.0 plugin asset.reserve"]);
        desk.assert_stable();
    });
}

#[test]
fn rows_opened_by_people_are_not_looked_at() {
    deep(|| {
        let mut desk = Desk::start("task(\"one\", group(\"x\"));");
        let mut own = desk.row_at("0").clone();
        own.path = "m1".to_owned();
        own.origin = Origin::Person;
        own.id = StepId(Uuid::from_u128(99));
        desk.journal.push(own);
        desk.assert_stable();
    });
}

#[test]
fn absent_fields_of_the_form_are_nothing_and_unknown_ones_a_mistake() {
    deep(|| {
        let text =
            "if given(form.reason) { task(\"given\", group(\"x\")); } task(\"not \" + form.modle, group(\"x\"));";
        let mut desk = Desk::new(text, submission(None, json!({})), TestFacts::default());
        desk.form_fields = Some(Arc::new(["reason", "model"].map(str::to_owned).into()));
        desk.go();
        let fault = desk.stuck();
        assert_eq!((fault.code.as_str(), fault.hint.as_deref()), ("unknown_field", Some("did you mean \"model\"?")));
        desk.form_fields = None;
        desk.go();
        assert_eq!(desk.open(), ["0 task not"], "where nobody knows the schema, what is absent is nothing");
    });
}

#[test]
fn an_item_without_a_price_has_none() {
    deep(|| {
        let text = "if given(request.price) { confirm_cost(request.price); } if request.price > 5 { task(\"dear\", group(\"x\")); } resolve(\"cheap\");";
        let mut desk = Desk::new(text, submission(None, json!({})), TestFacts::default());
        desk.go();
        assert_eq!(desk.ended().text, "cheap");
    });
}
