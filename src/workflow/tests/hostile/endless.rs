//! What never ends by itself.

use super::{Attempt, attempt, cancelled};

pub(super) fn attempts() -> Vec<Attempt> {
    vec![
        attempt("an empty loop", "limit", "loop {}"),
        attempt("a loop with a condition", "limit", "while true { let x = 1; }"),
        attempt("a loop that ends never", "limit", "do { let x = 1; } while true;"),
        attempt("a long range", "limit", "for i in 0..9000000000 {}"),
        attempt("a range of steps", "limit", "for i in range(0, 9000000000, 1) {}"),
        attempt("a range backwards", "limit", "for i in range(9000000000, 0, -1) {}"),
        attempt("a range that stands still", "limit|fault", "for i in range(0, 10, 0) {}"),
        attempt("recursion", "limit", "fn f() { f() } f();"),
        attempt("recursion that doubles", "limit", "fn f(n) { f(n + 1) + f(n + 2) } f(0);"),
        attempt("recursion in turns", "limit", "fn f() { g() } fn g() { f() } f();"),
        attempt("a loop in a loop, caught", "limit", "loop { try { loop {} } catch {} }"),
        attempt("recursion, caught", "limit", "fn f() { try { f() } catch { f() } } loop { try { f() } catch {} }"),
        attempt("a callback that loops", "limit", "[1].map(|x| { loop {} });"),
        attempt(
            "callbacks that loop, caught",
            "limit",
            "let l = []; l.pad(2000, 0); loop { try { l.map(|x| { loop {} }); } catch {} }",
        ),
        attempt("a sort that never decides", "limit", "let l = []; l.pad(1900, 1); l.sort(|a, b| { loop {} });"),
        attempt(
            "a sort that lies",
            "limit|ended",
            "let l = []; for i in 0..1900 { l.push(i); } loop { l.sort(|a, b| 1); }",
        ),
        attempt("a branch that loops", "limit", "parallel(#{ a: || { loop {} } });"),
        attempt(
            "branches that loop, caught",
            "limit",
            "try { parallel(#{ a: || { loop {} }, b: || { loop {} } }); } catch {} resolve(\"x\");",
        ),
        attempt("a race of loops", "limit", "any_of(#{ a: || { loop {} }, b: || { loop {} } });"),
        attempt("a loop for each", "limit", "for_all([1, 2, 3], |x| { loop {} });"),
        attempt("effects without end", "limit", "loop { note(\"x\"); }"),
        attempt("effects without end, caught", "limit", "loop { try { note(\"x\"); } catch {} }"),
        attempt("patches without end", "limit|fault", "let n = 0; loop { n += 1; changed(\"p\" + n); }"),
        attempt("a condition that calls itself", "limit", "fn f(n) { if f(n) { 1 } else { 2 } } f(1);"),
        attempt("a switch in a loop", "limit", "let n = 0; loop { switch n { 0 => n = 1, 1 => n = 0, _ => () } }"),
        attempt("a default that never comes", "limit", "let m = #{}; loop { m.a = m.get(\"a\") ?? 1; }"),
        cancelled(
            "tasks without end once it is cancelled",
            "limit",
            "loop { try { task(\"A\", group(\"g\")); } catch {} }",
        ),
        cancelled(
            "approvals in turns once it is cancelled",
            "limit",
            "let n = 0; loop { n += 1; try { approval(\"A\" + n, group(\"g\")); } catch {} }",
        ),
        cancelled("a loop behind a catch", "limit", "try { task(\"A\", group(\"g\")); } catch { loop {} }"),
    ]
}
