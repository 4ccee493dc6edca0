//! Scripts that mean harm: none hangs, grows without bound, or ends wrongly.

use super::*;
use std::time::{Duration, Instant};

/// Ends by a limit (or any other fault), quickly.
fn stopped(text: &str) -> Fault {
    let started = Instant::now();
    let ran = ran(text);
    let Finished::Faulted(fault) = ran.finished else { panic!("{text}: {:?}", ran.finished) };
    assert!(started.elapsed() < Duration::from_secs(5), "{text}: {:?}", started.elapsed());
    fault
}

#[test]
fn endless_loops_and_recursion_are_stopped() {
    for text in [
        "loop {}",
        "while true { let x = 1; }",
        "for i in 0..9000000000 {}",
        "let l = []; l.pad(2000, 0); loop { let s = l.map(|x| l2(x)); } fn l2(x) { x + 1 }",
        "fn f() { f() } f();",
        "fn f(n) { f(n + 1) + f(n + 2) } f(0);",
        "loop { try { loop {} } catch {} }",
        "let l = []; l.pad(2000, 0); loop { try { l.map(|x| { loop {} }); } catch {} }",
        "parallel(#{ a: || { loop {} } });",
        "try { parallel(#{ a: || { loop {} }, b: || { loop {} } }); } catch {}",
        "let l = []; l.pad(1900, 1); l.sort(|a, b| { loop {} });",
        "[3, 1].sort(|a, b| { let n = 0; while n < 10000000 { n += 1; } 0 });",
    ] {
        assert_eq!(stopped(text).code, "limit", "{text}");
    }
}

#[test]
fn a_limit_names_the_line_it_was_reached_on() {
    let fault = stopped("note(\"fine\");\n\nloop {\n  note(\"again\");\n}");
    assert_eq!((fault.code.as_str(), fault.file.as_str()), ("limit", "workflows/test.rhai"));
    assert!((3..=5).contains(&fault.line), "{fault}");
}

#[test]
fn memory_bombs_are_stopped() {
    for text in [
        "let s = \"x\"; loop { s += s; }",
        "let s = \"xxxxxxxxxxxxxxxx\"; for i in 0..11 { s += s; } s.replace(\"x\", s); s.replace('x', s);",
        "let s = \"xxxxxxxxxxxxxxxx\"; for i in 0..11 { s += s; } s.replace(\"\", s);",
        "let s = \"x\"; s.pad(1000000000, \"y\");",
        "let l = []; l.pad(1000000000, 0);",
        "let l = [0]; loop { l += l; }",
        "let l = [0]; loop { l = [l, l]; }",
        "let m = #{}; loop { m = #{ a: m, b: m }; }",
        "let s = \"x\"; loop { s = `${s}${s}`; }",
        "let s = \"x\"; s.pad(60000, \"y\"); let l = []; for i in 0..2000 { l.push(s + i); }",
        "let a = []; a.pad(1000, 0); let b = a.map(|x| a2()); fn a2() { let s = \"x\"; s.pad(60000, \"y\"); s }",
        "let s = \"x\"; s.pad(60000, \" \"); let l = s.split(\"\");",
        "let s = \"x\"; s.pad(60000, \"y\"); let l = s.to_chars();",
    ] {
        let fault = stopped(text);
        assert_eq!(fault.code, "limit", "{text}: {fault}");
    }
}

/// Two hundred variables, each as long as a text may be: what the size of one
/// value does not stop, the heap meter does.
#[test]
fn the_heap_meter_stops_what_single_sizes_do_not() {
    let mut text = String::from("fn big(n) { let s = \"xxxxxxxx\"; for i in 0..12 { s += s; } s + n }\n");
    for i in 0..190 {
        text.push_str(&format!("let v{i} = big({i});\n"));
    }
    let limits = Limits { heap: 4 << 20, ..Limits::default() };
    let ran = run_with(&text, TestHost::default(), limits);
    let Finished::Faulted(fault) = ran.finished else { panic!("{:?}", ran.finished) };
    assert!(fault.message.contains("4 MiB"), "{fault}");
}

#[test]
fn the_clock_stops_what_is_slow_without_being_long() {
    let limits = Limits { operations: u64::MAX, wall: Duration::from_millis(50), ..Limits::default() };
    let started = Instant::now();
    let ran = run_with("loop {}", TestHost::default(), limits);
    assert!(
        matches!(ran.finished, Finished::Faulted(ref fault) if fault.message.contains("50 ms")),
        "{:?}",
        ran.finished
    );
    assert!(started.elapsed() < Duration::from_secs(2));
}

#[test]
fn operations_in_callbacks_are_counted() {
    let limits = Limits { operations: 10_000, ..Limits::default() };
    let text = "let l = []; l.pad(100, 0); for i in 0..100 { l.map(|x| { let n = 0; while n < 10 { n += 1; } n }); }";
    let ran = run_with(text, TestHost::default(), limits);
    assert!(matches!(ran.finished, Finished::Faulted(ref fault) if fault.message.contains("10000 operations")));
}

#[test]
fn deep_nesting_neither_aborts_the_parser_nor_the_run() {
    let deep = |open: &str, close: &str, n: usize| format!("let x = {}1{};", open.repeat(n), close.repeat(n));
    for text in [
        deep("(", ")", 10_000),
        deep("[", "]", 10_000),
        deep("#{a:", "}", 5_000),
        deep("-", "", 20_000),
        deep("{", "}", 10_000),
        deep("if true {", "}", 2_000),
        format!("parallel(#{{a: {}1{} }});", "|| parallel(#{a: ".repeat(200), "})".repeat(200)),
        format!("let x = 1{};", " + 1".repeat(15_000)),
        format!("let x = form{};", ".a".repeat(20_000)),
        format!("let x = {}1;", "!".repeat(30_000)),
        format!("if 1 > 2 {{ }}{} else {{ loop {{}} }}", " else if 1 > 2 { }".repeat(3_400)),
        format!("let x = form{};", ".get(1)".repeat(9_000)),
        format!("let x = form{};", "[0]".repeat(20_000)),
        format!("let x = form{};", "?.a".repeat(20_000)),
        format!("let x = \"a\"{}; loop {{}}", " + \"a\"".repeat(9_000)),
        format!("let x = true{}; loop {{}}", " && true".repeat(8_000)),
        format!("let x = 1{}; loop {{}}", " ?? 1".repeat(12_000)),
        format!("let x = 2{};", " ** 2".repeat(12_000)),
        format!("{}x{}", "`${".repeat(8_000), "}`".repeat(8_000)),
        format!("{}{} loop {{}}", "/*".repeat(15_000), "*/".repeat(15_000)),
        format!("note({}1);", "note(".repeat(10_000)),
        format!("note({}1{});", "note(".repeat(5_000), ")".repeat(5_000)),
        format!(
            "switch 1 {{ {} _ => {{ loop {{}} }} }}",
            (0..5_000).map(|n| format!("{} => 1,", n + 2)).collect::<String>()
        ),
        format!("let x = #{{ {} }}; loop {{}}", (0..6_000).map(|n| format!("a{n}: 1,")).collect::<String>()),
        format!("let x = [{}]; loop {{}}", "1,".repeat(30_000)),
        format!("let x = {}1{}; loop {{}}", "try { ".repeat(3_000), " } catch {}".repeat(3_000)),
        format!("{}{}", "for i in [1] {".repeat(2_000), "}".repeat(2_000)),
        format!("{}{}", "fn f() {".repeat(2_000), "}".repeat(2_000)),
        (0..3_000).map(|n| format!("fn f{n}() {{ 1 }} ")).collect::<String>(),
        format!("fn f() {{ {} }} f();", "f();".repeat(15_000)),
        format!("{}1{}", "|| ".repeat(10_000), ""),
        format!("[1].map(|x| {}1{});", "[1].map(|x| ".repeat(2_000), ")".repeat(2_000)),
    ] {
        let started = Instant::now();
        let shown: String = text.chars().take(40).collect();
        let found = super::deep(move || match compiled(&text) {
            Err(faults) => faults.into_iter().map(|f| f.code).collect(),
            Ok(compiled) => match run(&compiled, Arc::new(TestHost::default()), &Limits::default()) {
                Finished::Faulted(fault) => vec![fault.code],
                other => vec![format!("{other:?}")],
            },
        });
        assert!(started.elapsed() < Duration::from_secs(5), "{shown}: {:?}", started.elapsed());
        assert!(!found.is_empty(), "{shown}");
    }
}

#[test]
fn parallel_nests_as_deep_as_anybody_needs() {
    let text = format!("parallel(#{{ a: {}step(\"a\"){} }});", "|| parallel(#{ a: ".repeat(5), " })".repeat(5));
    let text = text.replacen("step", "|| step", 1);
    assert_eq!(ran(&text).finished, Finished::Suspended);
}

#[test]
fn too_much_source_is_refused_unread() {
    let found = faults(&"let a = 1;\n".repeat(10_000));
    assert!(found[0].contains("[limit]"), "{found:?}");
    let started = Instant::now();
    let many: String = (0..6_500).map(|n| format!("let a{n};")).collect();
    let ran = ran(&many);
    assert!(matches!(ran.finished, Finished::Faulted(ref fault) if fault.code == "limit"), "{:?}", ran.finished);
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
    let started = Instant::now();
    let names: String = (0..9_000).map(|n| format!("a{n}::b")).collect::<Vec<_>>().join("; ");
    let _ = faults(&names.chars().take(65_000).collect::<String>());
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
}

#[test]
fn numbers_that_explode_are_errors() {
    for text in [
        "let x = 2; loop { x = x * x; }",
        "let x = 9.9; loop { x = x * x; }",
        "let x = 1.0000001; let y = x ** 100000000.5;",
        "let x = 99999999.0; let y = x ** 99999999;",
        "let x = 10 ** 400;",
        "let x = 1 << 70;",
        "let x = 5.0; x.exp().exp().exp().exp();",
    ] {
        let started = Instant::now();
        let ran = ran(text);
        assert!(matches!(ran.finished, Finished::Faulted(_) | Finished::Returned(_)), "{text} {:?}", ran.finished);
        assert!(started.elapsed() < Duration::from_secs(2), "{text}: {:?}", started.elapsed());
    }
}
