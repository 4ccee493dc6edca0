//! What is found before a script runs, with place and advice.

use super::*;

fn only(text: &str) -> String {
    let found = faults(text);
    assert_eq!(found.len(), 1, "{found:#?}");
    found.into_iter().next().unwrap()
}

#[test]
fn unknown_names_are_found_with_their_place_and_a_guess() {
    let at = |text: &str| only(text).replace("workflows/test.rhai:", "");
    assert_eq!(
        at("let x = frm.model;"),
        "1:9: error: \"frm\" is not known here [unknown_name]\n  help: did you mean \"form\"?"
    );
    assert_eq!(
        at("\n  stpe(\"a\");"),
        "2:3: error: there is no function \"stpe\" [unknown_function]\n  help: did you mean \"step\"?"
    );
    assert_eq!(
        at("[1].fliter(|x| x);"),
        "1:5: error: there is no method \"fliter\" [unknown_function]\n  help: did you mean \"filter\"?"
    );
    assert_eq!(at("step();"), "1:1: error: step takes 1 or 2 or 3 arguments, not 0 [arguments]");
    assert_eq!(at("fn f(a) { a }\nf(1, 2);"), "2:1: error: f takes 1 arguments, not 2 [arguments]");
    assert_eq!(
        at("const A = 1; fn f() { A } f();"),
        "1:23: error: \"A\" is not known here [unknown_name]\n  help: inside a function a constant is called global::A"
    );
    assert!(at("step(\"a\"").contains("[syntax]"));
    assert!(
        at("let x = #{ default: 1 };").contains("[reserved]") || at("let x = #{ default: 1 };").contains("[syntax]")
    );
}

#[test]
fn several_faults_come_at_once_in_the_order_of_the_text() {
    let found = faults("stpe(\"a\");\nlet f = || 1;\nfn step(x) { x }\nform = 1;");
    let codes: Vec<_> =
        found.iter().map(|f| f.rsplit('[').next().unwrap_or_default().split(']').next().unwrap()).collect();
    assert_eq!(codes, ["unknown_function", "closure", "redefinition", "constant"], "{found:#?}");
}

#[test]
fn closures_stand_only_where_they_are_used() {
    for text in [
        "let f = || 1;",
        "let f = [|| 1];",
        "let f = #{ a: || 1 };",
        "fn f() { || 1 } f();",
        "fn f() { return || 1; } f();",
        "fn f(g) { g } f(|| 1);",
        "throw || 1;",
        "[].push(|| 1);",
        "[1].map(|x| || x);",
        "[1].reduce(|f, x| f, || 0);",
        "let f = if true { || 1 } else { || 2 };",
        "let x = 1; let f = || x;",
        "let f = || 0; loop { let g = f; f = || g; }",
        "let f = (); f = || f;",
        "fn f() { 1 } let g = f;",
        "note(|| 1);",
        "parallel(#{ a: || 1 }, #{ b: || 2 });",
        "switch 1 { 1 => || 1 }",
        "(|| 1).call();",
        "form.x = || 1;",
    ] {
        let found = faults(text);
        assert!(found.iter().any(|f| f.contains("[closure]")), "{text}: {found:#?}");
    }
}

#[test]
fn branches_are_literal_closures() {
    assert!(only("parallel(#{ a: step(\"a\") });").contains("branch \"a\" of parallel is no closure [branch]"));
    assert!(only("parallel([|| 1, step(\"a\")]);").contains("[branch]"));
    assert!(only("let m = #{}; parallel(m);").contains("[branch]"));
    assert!(only("for_all([1], 2);").contains("[branch]"));
}

#[test]
fn steps_do_not_stand_in_callbacks() {
    for text in [
        "[1].map(|x| step(\"a\"));",
        "[1].filter(|x| { if x > 0 { step(\"a\") } else { true } });",
        "fn f() { step(\"a\") } [1].map(|x| f());",
        "fn f() { g() } fn g() { asset::reserve(#{}) } [1].sort(|x, y| f());",
        "[1].map(|x| [2].map(|y| step(\"a\")));",
        "parallel(#{ a: || [1].map(|x| step(\"a\")) });",
    ] {
        let found = faults(text);
        assert!(found.iter().any(|f| f.contains("[step_in_callback]")), "{text}: {found:#?}");
    }
    ran("parallel(#{ a: || { let l = [1].map(|x| x + 1); step(\"a\") } });");
}

#[test]
fn captured_variables_are_not_changed() {
    for text in [
        "let n = 0; parallel(#{ a: || { n = 1; } });",
        "let n = 0; parallel(#{ a: || { n += 1; } });",
        "let n = []; parallel(#{ a: || { n[0] = 1; } });",
        "let n = #{}; parallel(#{ a: || { n.x = 1; } });",
        "let n = []; parallel(#{ a: || { n.push(1); } });",
        "let n = 0; [1].for_each(|x| n += x);",
    ] {
        let found = faults(text);
        assert!(found.iter().any(|f| f.contains("[captured]")), "{text}: {found:#?}");
    }
    let raced = only("let a = [1, 2]; a.map(|x| a.len());");
    assert!(raced.contains("the callback reads \"a\" while \"a\" is being gone through"), "{raced}");
    ran("let n = 1; parallel(#{ a: || { let n = 2; n = 3; n } });");
}

#[test]
fn words_and_variables_of_the_host_are_not_redefined() {
    for text in [
        "fn step(a) { a } 1",
        "fn step(a, b, c, d, e) { a } 1",
        "fn filter(f) { f } 1",
        "fn form() { 1 } 1",
        "let form = 1;",
        "for form in [1] {}",
        "try { step(\"a\"); } catch (form) {}",
        "fn f(request) { request } 1",
        "[1].map(|form| 1);",
    ] {
        let found = faults(text);
        assert!(found.iter().any(|f| f.contains("[redefinition]")), "{text}: {found:#?}");
    }
}

#[test]
fn what_reaches_around_the_sandbox_is_no_part_of_the_language() {
    for text in [
        "eval(\"1\");",
        "print(1);",
        "debug(1);",
        "let f = Fn(\"step\");",
        "step.call(\"a\");",
        "\"step\".call(\"a\");",
        "curry(1, 2);",
        "is_def_fn(\"f\", 1);",
        "sleep(1);",
        "exit();",
        "parse_json(\"{}\");",
        "timestamp();",
        "fn f() { 1 } f!();",
        "import \"x\" + \"y\" as z;",
        "if true { import \"x\" as y; }",
        "export let x = 1;",
    ] {
        assert!(!faults(text).is_empty(), "{text}");
    }
}

#[test]
fn libraries_are_checked_and_hashed_with_the_script() {
    let check = |text: &'static str, libraries: &'static [(&str, &str)]| {
        deep(move || {
            compile(&sources(text, libraries), &Vocabulary::new(words()))
                .map(|compiled| compiled.hash().to_owned())
                .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>())
        })
    };
    let main = "import \"a\" as a; a::f(1);";
    let good = check(
        main,
        &[("a", "import \"b\" as b; fn f(x) { b::g(x) }"), ("b", "const N = 2; fn g(x) { x + global::N }")],
    );
    let other = check(
        main,
        &[("a", "import \"b\" as b; fn f(x) { b::g(x) }"), ("b", "const N = 3; fn g(x) { x + global::N }")],
    );
    assert_ne!(good.clone().unwrap(), other.unwrap(), "an imported text is part of the version");
    let unused = check(
        main,
        &[("a", "import \"b\" as b; fn f(x) { b::g(x) }"), ("b", "const N = 2; fn g(x) { x + global::N }"), ("c", "")],
    );
    assert_eq!(good.unwrap(), unused.unwrap(), "a library that is not imported is not");

    let faults = |text, libraries| check(text, libraries).unwrap_err().join("\n");
    assert!(faults("import \"hepers\" as h;", &[("helpers", "")]).contains("did you mean \"helpers\"?"));
    assert!(
        faults("import \"a\" as a;", &[("a", "import \"b\" as b;"), ("b", "import \"a\" as a;")])
            .contains("in a circle")
    );
    assert!(
        faults("import \"a\" as a;", &[("a", "step(\"x\");")])
            .contains("workflows/lib/a.rhai:1:1: error: a library holds functions")
    );
    assert!(faults("import \"a\" as a; a::ff();", &[("a", "fn f() { 1 }")]).contains("help: did you mean \"f\"?"));
    assert!(
        faults("import \"a\" as a; [1].map(|x| a::f());", &[("a", "fn f() { step(\"a\") }")])
            .contains("step_in_callback")
    );
    assert!(
        faults("import \"a\" as a; a::f();", &[("a", "fn f() { stpe(\"a\") }")]).contains("workflows/lib/a.rhai:1:10")
    );
}

#[test]
fn constants_and_the_outline_are_read_without_running() {
    let compiled = deep(|| {
        compiled("//! Once a day.\nconst SCHEDULE = \"0 0 7 * * *\"; const ROLES = [\"agent\"]; const N = 1 + 1;\nstep(\"A\", group(\"it\"), #{ within: \"2wd\", about: form.model });\nfor t in [ticket] { t.escalate(group(\"line-2\"), \"late\"); }")
            .unwrap()
    });
    assert_eq!(compiled.doc(), "//! Once a day.");
    let constants = constants(&compiled);
    assert_eq!(constants.get("SCHEDULE"), Some(&"0 0 7 * * *".into()));
    assert_eq!(constants.get("ROLES"), Some(&Value::List(vec!["agent".into()])));
    let outline = compiled.outline();
    let names: Vec<_> = outline.calls.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(names, ["step", "group", "escalate", "group"]);
    let step = &outline.calls[0];
    assert_eq!(step.args[0].literal(), Some(&"A".into()));
    let Shape::Call(group) = &step.args[1].shape else { panic!("{:?}", step.args[1]) };
    assert_eq!((group.name.as_str(), group.place.line, group.place.column), ("group", 3, 11));
    let Shape::Map(options) = &step.args[2].shape else { panic!("{:?}", step.args[2]) };
    assert_eq!((options[0].0.as_str(), options[0].1.column), ("within", 27));
    assert_eq!(outline.reads.len(), 1);
    assert_eq!((outline.reads[0].variable.as_str(), outline.reads[0].property.as_str()), ("form", "model"));
}
