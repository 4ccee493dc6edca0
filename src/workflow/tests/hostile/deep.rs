//! What is built to be deep, or long: for the parser, the check and the run.

use super::{Attempt, attempt};

pub(super) fn attempts() -> Vec<Attempt> {
    let nested = |open: &str, close: &str, n: usize| format!("let x = {}1{};", open.repeat(n), close.repeat(n));
    let lets = |n: usize| (0..n).map(|i| format!("let a{i}=0;")).collect::<String>();
    vec![
        attempt("brackets", "refused", nested("(", ")", 10_000)),
        attempt("lists in lists", "refused", nested("[", "]", 10_000)),
        attempt("maps in maps", "refused", nested("#{a:", "}", 5_000)),
        attempt("minus upon minus", "refused", nested("-", "", 20_000)),
        attempt("not upon not", "refused", nested("!", "", 20_000)),
        attempt("blocks in blocks", "refused", nested("{", "}", 10_000)),
        attempt("conditions in conditions", "refused", nested("if true {", "}", 2_000)),
        attempt("templates in templates", "refused", format!("{}x{}", "`${".repeat(8_000), "}`".repeat(8_000))),
        attempt("loops in loops", "refused", format!("{}{}", "for i in [1] {".repeat(2_000), "}".repeat(2_000))),
        attempt("tries in tries", "refused", format!("{}1{}", "try {".repeat(3_000), "} catch {}".repeat(3_000))),
        attempt("functions in functions", "refused", format!("{}{}", "fn f() {".repeat(2_000), "}".repeat(2_000))),
        attempt("closures in closures", "refused", format!("[1].map({}1);", "|x| ".repeat(2_000))),
        attempt("callbacks in callbacks", "refused", format!("{}1{}", "[1].map(|x| ".repeat(2_000), ")".repeat(2_000))),
        attempt(
            "parallel in parallel",
            "refused",
            format!("parallel(#{{a: {}|| 1{} }});", "|| parallel(#{a: ".repeat(200), "})".repeat(200)),
        ),
        attempt(
            "parallel in parallel, as deep as may be",
            "waits|refused",
            format!(
                "parallel(#{{a: {}|| task(\"A\", group(\"g\")){} }});",
                "|| parallel(#{a: ".repeat(4),
                "})".repeat(4)
            ),
        ),
        attempt("a long sum", "refused|ended", format!("let x = 1{};", " + 1".repeat(15_000))),
        attempt("a long chain", "refused|fault", format!("let x = form{};", ".a".repeat(20_000))),
        attempt("a long chain of calls", "refused|fault", format!("let x = form{};", ".get(1)".repeat(9_000))),
        attempt("a long chain of indexes", "refused|fault", format!("let x = form{};", "[0]".repeat(20_000))),
        attempt("a long condition", "refused|ended", format!("let x = true{};", " && true".repeat(7_000))),
        attempt("many ways", "refused|ended", format!("if 1 > 2 {{ }}{}", " else if 1 > 2 { }".repeat(3_400))),
        attempt("powers of powers", "refused|fault", format!("let x = 2{};", " ** 2".repeat(12_000))),
        attempt("a hundred thousand lets", "refused", lets(100_000)),
        attempt("as many lets as the source may hold", "refused|limit", lets(6_000)),
        attempt("many functions", "refused", (0..3_000).map(|n| format!("fn f{n}() {{ 1 }} ")).collect::<String>()),
        attempt("many closures", "refused", format!("let x = [{}];", "[1].map(|x| x),".repeat(3_000))),
        attempt("many modules", "refused", (0..5_000).map(|n| format!("m{n}::f();")).collect::<String>()),
        attempt("a huge list", "refused|limit|ended", format!("let x = [{}];", "1,".repeat(30_000))),
        attempt(
            "a huge map",
            "refused|limit|ended",
            format!("let x = #{{ {} }};", (0..6_000).map(|n| format!("a{n}:1,")).collect::<String>()),
        ),
        attempt(
            "a huge switch",
            "ended|limit|refused",
            format!("switch 1 {{ {} _ => () }}", (0..5_000).map(|n| format!("{n}=>1,")).collect::<String>()),
        ),
        attempt("a huge text", "refused", format!("let x = \"{}\";", "x".repeat(70_000))),
        attempt("a huge number", "refused", format!("let x = {};", "9".repeat(30_000))),
        attempt("a huge name", "refused|ended", format!("let {} = 1;", "x".repeat(60_000))),
        attempt("comments in comments", "refused|ended", format!("{}{}", "/*".repeat(15_000), "*/".repeat(15_000))),
        attempt("a comment without end", "refused|ended", format!("/* {}", "x".repeat(60_000))),
        attempt("a text without end", "refused", format!("let x = \"{}", "x".repeat(60_000))),
        attempt("letters of many scripts", "refused", "let \u{202e}x = 1; лет у = 2; 令 z = 3;"),
        attempt("the NUL character", "refused", "let x = \"a\0b\";"),
    ]
}
