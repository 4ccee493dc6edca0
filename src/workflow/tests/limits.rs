//! Every limit of a run is a limit: what goes beyond is stopped by it and by
//! nothing else. Time and memory, which a run of workflows cannot be given less
//! of, are tested where limits are handed in: in `script`.

use super::*;

#[test]
fn each_limit_stops_what_goes_beyond_it_and_nothing_below() {
    let list = |count: usize| format!("let l = []; l.pad({count}, 0);");
    // The engine looks at a map when it is used, not when it grows, and knows no place then.
    let grown = |count: usize| format!("let m = #{{}}; for i in 0..{count} {{ m[\"k\" + i] = i; }} m.len();");
    let depth = |count: usize| format!("fn f(n) {{ if n > 0 {{ f(n - 1) }} }} f({count});");
    let text = |count: usize| format!("let s = \"\"; s.pad({count}, \"x\");");
    let steps = |count: usize| format!("for i in 0..{count} {{ note(\"x\"); }}");
    let branches = |count: usize| format!("{} for_all(l, |x| x);", list(count));
    let turns = |count: usize| format!("let n = 0; while n < {count} {{ n += 1; }}");
    for (below, beyond, says) in [
        (turns(20_000), turns(200_000), "operations"),
        (depth(20), depth(30), "too deeply"),
        (text(65_000), text(66_000), "string"),
        (list(2_000), list(2_001), "array"),
        (grown(1_000), grown(1_001), "map"),
        (steps(990), steps(1_010), "1000"),
        (branches(50), branches(51), "50 branches"),
    ] {
        deep(move || {
            let fine = Desk::start(&below);
            assert!(matches!(fine.verdict, Some(Verdict::Ended(_))), "{below}: {:?}", fine.verdict);
            let stopped = Desk::start(&beyond);
            let fault = stopped.stuck();
            assert_eq!(fault.code, "limit", "{beyond}: {fault}");
            assert!(fault.message.to_lowercase().contains(says), "{beyond}: {fault}");
            assert!(fault.line > 0 || says == "map", "{fault}");
        });
    }
}

#[test]
fn the_source_has_a_limit_too() {
    deep(|| {
        let of_length = |length: usize| format!("resolve(\"x\");//{}", "x".repeat(length - 15));
        program(&of_length(64 << 10));
        let faults = program_with(&of_length((64 << 10) + 1), &Known::default()).unwrap_err();
        assert_eq!(faults[0].code, "limit", "{}", faults[0]);
    });
}

#[test]
fn only_libraries_of_the_content_are_imported() {
    deep(|| {
        let import = |name: &str| {
            let mut sources = Sources::new("workflows/a.rhai", format!("import \"{name}\" as c; c::done();"));
            sources.libraries.insert("good".to_owned(), "fn done() { resolve(\"x\"); }".to_owned());
            Program::compile("a", &sources, &Known::default())
        };
        assert!(import("good").unwrap().warnings().is_empty(), "the library's function ends the path");
        for name in ["/etc/passwd", "../good", "./good", "good.rhai", "lib/good", "workflows/lib/good", "", "GOOD"] {
            let faults = import(name).unwrap_err();
            assert!(faults.iter().any(|fault| fault.code == "import"), "{name}: {faults:?}");
        }
    });
}
