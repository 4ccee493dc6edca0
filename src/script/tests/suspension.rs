//! A run that waits, ends or is stopped for a mistake must not go on, whatever
//! the script catches.

use super::*;

/// Everything that could catch a suspension, around `BODY`.
const CATCHING: [&str; 10] = [
    "try { BODY; } catch { note(\"went on\"); } note(\"went on\");",
    "try { BODY; } catch (e) { try { BODY; } catch {} } note(\"went on\");",
    "fn f() { BODY; } try { f(); } catch {} note(\"went on\");",
    "fn f() { try { BODY; } catch {} note(\"went on\"); } f(); note(\"went on\");",
    "for x in [1, 2] { try { BODY; } catch {} } note(\"went on\");",
    "let s = `${ { try { BODY } catch {} } }`; note(\"went on\");",
    "loop { try { BODY; } catch { break; } } note(\"went on\");",
    "try { parallel(#{ a: || { try { BODY; } catch {} note(\"went on\"); } }); } catch {} note(\"went on\");",
    "try { for_all([1, 2], |x| { try { BODY; } catch {} note(\"went on\"); }); } catch {} note(\"went on\");",
    "try { try { BODY; } catch { BODY; } } catch (e) { note(\"went on\"); } note(\"went on\");",
];

#[test]
fn no_construct_catches_a_suspension() {
    for around in CATCHING {
        let ran = ran(&around.replace("BODY", "step(\"a\")"));
        assert_eq!(ran.finished, Finished::Suspended, "{around}");
        assert!(ran.notes.is_empty(), "{around}");
        assert!(ran.asked.iter().all(|name| name == "a"), "{around}");
    }
}

#[test]
fn no_construct_catches_an_end() {
    for around in CATCHING {
        let ran = ran(&around.replace("BODY", "end()"));
        assert_eq!(ran.finished, Finished::Ended, "{around}");
        assert!(ran.notes.is_empty(), "{around}");
    }
}

#[test]
fn no_construct_catches_a_mistake() {
    for around in CATCHING {
        let ran = ran(&around.replace("BODY", "mistake()"));
        let Finished::Faulted(fault) = ran.finished else { panic!("{around}: {:?}", ran.finished) };
        assert_eq!((fault.code.as_str(), fault.hint.as_deref()), ("mistake", Some("mend it")), "{around}");
        assert!(fault.line > 0 && fault.column > 0, "{around}: {fault}");
        assert!(ran.notes.is_empty(), "{around}");
    }
}

/// The lint refuses steps in callbacks; were one to get through, the run's
/// context would still decide. Here the lint knows no steps at all.
#[test]
fn callbacks_that_wrap_errors_do_not_catch_a_suspension_either() {
    let callbacks = [
        "[1].map(|x| step(\"a\"))",
        "[1].filter(|x| step(\"a\"))",
        "[2, 1].sort(|x, y| step(\"a\"))",
        "[1, 2].sort_by(|x, y| step(\"a\"))",
        "[1].for_each(|x| step(\"a\"))",
        "[1, 2].reduce(|s, x| step(\"a\"), 0)",
        "[1, 2].reduce_rev(|s, x| step(\"a\"), 0)",
        "[1].find(|x| step(\"a\"))",
        "[1].find_map(|x| step(\"a\"))",
        "[1].index_of(|x| step(\"a\"))",
        "[1].some(|x| step(\"a\"))",
        "[1].all(|x| step(\"a\"))",
        "[1, 2].dedup(|x, y| step(\"a\"))",
        "[1].drain(|x| step(\"a\"))",
        "[1].retain(|x| step(\"a\"))",
        "#{ a: 1 }.filter(|k, v| step(\"a\"))",
        "#{ a: 1 }.map(|k, v| step(\"a\"))",
        "[1].map(|x| [2].map(|y| step(\"a\")))",
    ];
    let outcomes = deep(move || {
        let mut blind = words();
        for word in &mut blind.words {
            word.step = false;
        }
        let vocabulary = Vocabulary::new(blind);
        let mut outcomes = Vec::new();
        for callback in callbacks {
            for body in [callback.to_owned(), callback.replace("step(\"a\")", "end()")] {
                let text = format!("try {{ {body}; }} catch (e) {{ note(\"caught\"); }} note(\"went on\");");
                let compiled = compile(&sources(&text, &[]), &vocabulary).unwrap_or_else(|f| panic!("{text} {f:?}"));
                let host = Arc::new(TestHost::default());
                let finished = run(&compiled, host.clone(), &Limits::default());
                let notes = host.notes.lock().unwrap().len();
                outcomes.push((text, finished, notes));
            }
        }
        outcomes
    });
    for (text, finished, notes) in outcomes {
        let wanted = if text.contains("end()") { Finished::Ended } else { Finished::Suspended };
        assert_eq!((finished, notes), (wanted, 0), "{text}");
    }
}

#[test]
fn a_raised_error_is_an_ordinary_one() {
    let caught = ran("try { raise(\"rejected\"); } catch (e) { note(e.kind); } note(\"on\");");
    assert_eq!(caught.finished, Finished::Returned(Value::Unit));
    assert_eq!(caught.notes, ["rejected", "on"]);

    let uncaught = ran("fn f() {\n  raise(\"rejected\");\n}\nf();");
    let Finished::Raised { error, place } = uncaught.finished else { panic!("{:?}", uncaught.finished) };
    assert_eq!(error, Value::Map([("kind".to_owned(), "rejected".into())].into()));
    assert_eq!((place.source.as_str(), place.line, place.column), ("workflows/test.rhai", 2, 3));
}

#[test]
fn a_waiting_branch_lets_its_siblings_go_on() {
    let ran = ran("parallel(#{ a: || step(\"a\"), b: || step(\"b\"), c: || 3 }); note(\"went on\");");
    assert_eq!((ran.finished, ran.asked), (Finished::Suspended, vec!["a".to_owned(), "b".to_owned()]));
    assert!(ran.notes.is_empty());
}

#[test]
fn a_branch_sees_what_was_captured_and_changes_nothing_outside() {
    let host = TestHost::answering(&[("a", Value::Int(1)), ("b", Value::Int(2))]);
    let text = "let n = [5];
        let r = parallel(#{ a: || { let m = n; m.push(6); step(\"a\") + m.len() }, b: || n.len() + step(\"b\") });
        note(r.a); note(r.b); note(n.len());";
    let ran = run_with(text, host, Limits::default());
    assert_eq!(ran.notes, ["3", "3", "1"]);
}

#[test]
fn a_mistake_in_a_branch_is_an_incident_even_when_caught() {
    let ran = ran("try { parallel(#{ a: || form.pirce }); } catch { note(\"caught\"); } note(\"on\");");
    let Finished::Faulted(fault) = ran.finished else { panic!("{:?}", ran.finished) };
    assert_eq!(
        fault.to_string(),
        "workflows/test.rhai:1:30: error: form has no field \"pirce\" [unknown_field]\n  help: did you mean \"price\"?"
    );
    assert!(ran.notes.is_empty());
}

#[test]
fn answered_steps_are_passed_and_the_place_of_a_library_is_its_own() {
    let library = "// helpers\nfn ask(name) {\n    step(name)\n}\nfn twice(name) { ask(name); ask(name) }";
    let text = "import \"helpers\" as h;\nlet r = h::twice(\"a\");\nmistake();";
    let (asked, faults) = deep(move || {
        let compiled = compile(&sources(text, &[("helpers", library)]), &Vocabulary::new(words())).unwrap();
        let host = Arc::new(TestHost::answering(&[("a", Value::Int(1))]));
        let finished = run(&compiled, host.clone(), &Limits::default());
        let asked = host.asked.lock().unwrap().clone();
        let raising = "fn run_it() {\n  raise(\"x\");\n}";
        let compiled =
            compile(&sources("import \"h\" as h; h::run_it();", &[("h", raising)]), &Vocabulary::new(words())).unwrap();
        (asked, [finished, run(&compiled, host, &Limits::default())])
    });
    assert_eq!(asked, ["a", "a"]);
    let [Finished::Faulted(fault), Finished::Raised { place, .. }] = faults else { panic!("{faults:?}") };
    assert_eq!((fault.file.as_str(), fault.line), ("workflows/test.rhai", 3));
    assert_eq!((place.source.as_str(), place.line, place.column), ("workflows/lib/h.rhai", 2, 3));
}
