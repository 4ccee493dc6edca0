//! Values, records and objects inside scripts.

use super::*;

fn notes(text: &str) -> Vec<String> {
    let ran = ran(text);
    assert!(matches!(ran.finished, Finished::Returned(_)), "{:?}", ran.finished);
    ran.notes
}

fn fault(text: &str) -> String {
    match ran(text).finished {
        Finished::Faulted(fault) => fault.to_string().replace("workflows/test.rhai:", ""),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_record_is_read_by_name_and_nothing_else() {
    assert_eq!(
        notes("note(form.model); note(form[\"model\"]); note(form.reason == ()); note(\"count\" in form);"),
        ["light", "light", "true", "true"]
    );
    assert_eq!(
        fault("let x = form.modle;"),
        "1:14: error: form has no field \"modle\" [unknown_field]\n  help: did you mean \"model\"?"
    );
    assert_eq!(notes("fn f() { form.count } note(f() + form.count);"), ["6"]);
    assert_eq!(notes("let l = [1]; let r = l.map(|x| form.count + x); note(r[0]);"), ["4"]);
}

#[test]
fn numbers_are_exact() {
    assert_eq!(
        notes("note(0.1 + 0.2 == 0.3); note(form.price > 900); note(request.price * 2);"),
        ["true", "true", "1801.0"]
    );
}

#[test]
fn objects_have_properties_methods_and_a_label_but_no_insides() {
    assert_eq!(
        notes(
            "note(ticket.number); ticket.escalate(group(\"x\"), \"late\"); note(\"to \" + group(\"it\")); note(group(\"a\") == group(\"a\"));"
        ),
        ["SR-7", "SR-7.escalate(2)", "to group(\"it\")", "true"]
    );
    assert_eq!(fault("let x = ticket.nmber;"), "1:16: error: SR-7 has no nmber [unknown_property]");
    assert!(fault("let x = ticket; x.number = 5;").contains("error:"));
}

#[test]
fn mistakes_while_running_have_their_place() {
    assert_eq!(
        fault("let m = #{ a: 1 };\nnote(m.b);").lines().next(),
        Some("2:8: error: the map has no \"b\" [unknown_property]")
    );
    assert_eq!(fault("let x = 1 / 0;").split(" error").next(), Some("1:11:"));
    assert!(fault("let x = \"a\" - 1;").contains("[unknown_function]"));
    assert!(fault("note(\"a\\x00b\");").contains("NUL"));
}

#[test]
fn a_thrown_value_comes_out_as_it_was_thrown() {
    let Finished::Raised { error, place } = ran("throw #{ kind: \"own\", n: 1 };").finished else { panic!() };
    assert_eq!(error, Value::Map([("kind".to_owned(), "own".into()), ("n".to_owned(), Value::Int(1))].into()));
    assert_eq!((place.line, place.column), (1, 1));
}

#[test]
fn a_function_is_called_with_values_and_sees_constants() {
    let finished = deep(|| {
        let text = "const LIMIT = 3;\nfn reserve(args, call) {\n  if args.n > global::LIMIT { raise(\"refused\"); }\n  #{ tag: \"LT-\" + args.n, key: call.key }\n}";
        let compiled = compiled(text).unwrap();
        let args = |n| {
            vec![
                Value::Map([("n".to_owned(), Value::Int(n))].into()),
                Value::Map([("key".to_owned(), "k".into())].into()),
            ]
        };
        let call = |n| call_function(&compiled, "reserve", args(n), Arc::new(TestHost::default()), &Limits::default());
        let missing = call_function(&compiled, "relase", vec![], Arc::new(TestHost::default()), &Limits::default());
        [call(1), call(9), missing]
    });
    let [Finished::Returned(value), Finished::Raised { place, .. }, Finished::Faulted(missing)] = finished else {
        panic!("{finished:?}")
    };
    assert_eq!(value, Value::Map([("key".to_owned(), "k".into()), ("tag".to_owned(), "LT-1".into())].into()));
    assert_eq!(place.line, 3);
    assert_eq!(missing.code, "unknown_function");
}

#[test]
fn a_loop_over_objects_of_a_job_works() {
    assert_eq!(notes("for t in [ticket, ticket] { t.escalate(group(\"line-2\"), \"overdue\"); }").len(), 2);
}

/// What plugin scripts look like: modules of fixed functions, and a word that refuses.
#[test]
fn modules_of_fixed_functions_are_called_by_their_names() {
    struct Store(Mutex<i64>);
    impl Host for Store {
        fn call(&self, call: &mut Call<'_>) -> Result<Value, Stop> {
            let mut stock = self.0.lock().unwrap();
            match (call.module(), call.name()) {
                (Some("kv"), "get") => Ok(Value::Int(*stock)),
                (Some("kv"), "set") => match call.value(1)? {
                    Value::Int(n) => {
                        *stock = n;
                        Ok(Value::Unit)
                    }
                    other => Err(Stop::fault("type", other.type_name())),
                },
                _ => Err(Stop::Raise(Value::Map([("code".to_owned(), call.value(0)?)].into()))),
            }
        }
    }
    let plugin = || Words {
        words: vec![Word::new(0, "refuse", 2, 2)],
        modules: BTreeMap::from([("kv", vec![Word::new(1, "get", 1, 1), Word::new(2, "set", 2, 2)])]),
        ..Words::default()
    };
    let text = "fn reserve(args, call) {
        let n = kv::get(\"stock\");
        if n == 0 { refuse(\"out_of_stock\", `no ${args.model} left`); }
        kv::set(\"stock\", n - 1);
        #{ tag: \"LT-\" + n }
    }";
    deep(move || {
        let compiled = compile(&sources(text, &[]), &Vocabulary::new(plugin())).unwrap();
        assert_eq!(compiled.outline().functions[0].params, ["args", "call"]);
        let host = Arc::new(Store(Mutex::new(1)));
        let reserve = || {
            let args = Value::Map([("model".to_owned(), "pro".into())].into());
            call_function(&compiled, "reserve", vec![args, Value::Unit], host.clone(), &Limits::default())
        };
        assert_eq!(reserve(), Finished::Returned(Value::Map([("tag".to_owned(), "LT-1".into())].into())));
        let Finished::Raised { error, .. } = reserve() else { panic!() };
        assert_eq!(error, Value::Map([("code".to_owned(), "out_of_stock".into())].into()));
        let wrong = compile(&sources("kv::gte(\"a\"); kw::get(\"a\");", &[]), &Vocabulary::new(plugin())).unwrap_err();
        let hints: Vec<_> = wrong.iter().filter_map(|f| f.hint.as_deref()).collect();
        assert_eq!(hints, ["did you mean \"get\"?", "did you mean \"kv\"?"], "{wrong:?}");
    });
}
