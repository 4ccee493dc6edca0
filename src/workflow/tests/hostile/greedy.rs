//! What wants all memory: texts, lists, maps, closures, answers, branches.

use super::{Attempt, attempt};

pub(super) fn attempts() -> Vec<Attempt> {
    let big = "let s = \"xxxxxxxxxxxxxxxx\"; for i in 0..12 { s += s; } ";
    let hoard: String = (0..190).map(|n| format!("let v{n} = big({n});\n")).collect();
    vec![
        attempt("a text that doubles", "limit", "let s = \"x\"; loop { s += s; }"),
        attempt("a text from a template", "limit", "let s = \"x\"; loop { s = `${s}${s}`; }"),
        attempt("a template of templates", "limit", "let a = `${\"x\"}`; loop { a = `${`${a}${a}`}${`${a}${a}`}`; }"),
        attempt("a padded text", "limit", "let s = \"x\"; s.pad(1000000000, \"y\");"),
        attempt(
            "replacing letters by texts",
            "limit",
            "let s = \"xxxxxxxxxxxxxxxx\"; for i in 0..11 { s += s; } s.replace(\"x\", s);",
        ),
        attempt(
            "replacing nothing by texts",
            "limit",
            "let s = \"xxxxxxxxxxxxxxxx\"; for i in 0..11 { s += s; } s.replace(\"\", s);",
        ),
        attempt("splitting a long text", "limit", "let s = \"x\"; s.pad(60000, \" \"); let l = s.split(\"\");"),
        attempt("the letters of a long text", "limit", "let s = \"x\"; s.pad(60000, \"y\"); let l = s.to_chars();"),
        attempt("a list that doubles", "limit", "let l = [0]; loop { l += l; }"),
        attempt("a padded list", "limit", "let l = []; l.pad(1000000000, 0);"),
        attempt("a list of lists", "limit", "let l = [0]; loop { l = [l, l]; }"),
        attempt("a list in itself", "limit", "let l = [0]; loop { l.push(l); }"),
        attempt(
            "a list of long texts",
            "limit",
            "let s = \"x\"; s.pad(60000, \"y\"); let l = []; for i in 0..2000 { l.push(s + i); }",
        ),
        attempt(
            "lists in a callback",
            "limit",
            "let l = []; l.pad(2000, 0); let k = l.map(|x| { let m = []; m.pad(2000, 1); m });",
        ),
        attempt(
            "lists in callbacks of callbacks",
            "limit",
            "let l = []; l.pad(2000, 0); l.map(|x| [0, 1, 2].map(|y| { let m = []; m.pad(2000, x); m }));",
        ),
        attempt(
            "texts in a callback",
            "limit",
            "let l = []; l.pad(1000, 0); l.map(|x| { let s = \"x\"; s.pad(60000, \"y\"); s });",
        ),
        attempt("a map that doubles", "limit", "let m = #{}; loop { m = #{ a: m, b: m }; }"),
        attempt("a map of many keys", "limit", "let m = #{}; let n = 0; loop { m[\"k\" + n] = n; n += 1; }"),
        attempt(
            "a map of long keys",
            "limit",
            "let k = \"x\"; k.pad(60000, \"y\"); let m = #{}; for i in 0..990 { m[k + i] = k + i; }",
        ),
        attempt(
            "a map mixed into itself",
            "limit|ended|fault",
            "let m = #{ a: 1 }; for i in 0..100000 { m.b = m; m.mixin(m); }",
        ),
        attempt("two hundred long texts", "limit|ended", format!("fn big(n) {{ {big} s + n }}\n{hoard}")),
        attempt("long answers", "fault|limit", format!("{big} for_all([1, 2, 3, 4], |x| [s, s, s, s, s]);")),
        attempt("long names", "fault|limit", format!("{big} task(s, group(\"g\"));")),
        attempt(
            "long texts of steps",
            "fault|limit|waits",
            format!("{big} task(\"A\", group(\"g\"), #{{ text: s, show: #{{ a: s, b: s, c: s }} }});"),
        ),
        attempt("long effects, many", "fault|limit", format!("{big} for i in 0..900 {{ note(s + i); }}")),
        attempt("many branches", "limit", "let l = []; l.pad(2000, 0); for_all(l, |x| for_all(l, |y| x));"),
        attempt(
            "millions of branches",
            "limit",
            "let l = []; l.pad(50, 0); for_all(l, |a| for_all(l, |b| for_all(l, |c| for_all(l, |d| a))));",
        ),
        attempt(
            "branches that hoard",
            "limit",
            "let l = []; l.pad(50, 0); for_all(l, |a| for_all(l, |b| { let s = \"x\"; s.pad(60000, \"y\"); s }));",
        ),
        attempt("a blob", "refused", "let b = blob(1000000000, 0);"),
        attempt(
            "a whole number's digits",
            "ended|fault|limit",
            "let s = \"\"; for i in 0..1000 { s += 9223372036854775807.to_string(); }",
        ),
    ]
}
