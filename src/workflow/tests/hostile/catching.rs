//! What catches whatever it can: a suspension, a cancellation, a limit.

use super::{Attempt, attempt, cancelled};

pub(super) fn attempts() -> Vec<Attempt> {
    let step = "approval(\"A\", group(\"g\"))";
    let past = "resolve(\"went past\");";
    let say = |before: &str, after: &str| format!("{before}{step}{after} {past}");
    vec![
        attempt("try", "waits", say("try { ", "; } catch {}")),
        attempt("try with a variable", "waits", say("try { ", "; } catch (e) { let x = e; }")),
        attempt("try in try", "waits", say("try { try { ", "; } catch {} } catch {}")),
        attempt("try in a loop", "waits", say("loop { try { ", "; break; } catch { break; } }")),
        attempt("try in a for", "waits", say("for i in 0..3 { try { ", "; } catch {} }")),
        attempt("try in a while", "waits", say("let n = 0; while n < 3 { n += 1; try { ", "; } catch {} }")),
        attempt("try in a function", "waits", format!("fn f() {{ try {{ {step}; }} catch {{}} }} f(); {past}")),
        attempt("a function in try", "waits", format!("fn f() {{ {step} }} try {{ f(); }} catch {{}} {past}")),
        attempt(
            "a function of functions in try",
            "waits",
            format!("fn f() {{ {step} }} fn g() {{ f() }} try {{ g(); }} catch {{ g(); }} {past}"),
        ),
        attempt("try in a switch", "waits", say("switch 1 { 1 => { try { ", "; } catch {} } _ => () }")),
        attempt("a template", "waits", say("try { let x = `${", ".comment}`; } catch {}")),
        attempt("a condition", "waits", say("try { if ", ".ok { } } catch {}")),
        attempt(
            "a default",
            "waits",
            say("let x = try_it(); fn try_it() { try { ", " } catch { 1 } } let y = x ?? 1;"),
        ),
        attempt(
            "try around branches",
            "waits",
            format!("try {{ parallel(#{{ a: || {step}, b: || 1 }}); }} catch {{}} {past}"),
        ),
        attempt(
            "try within a branch",
            "waits",
            format!("parallel(#{{ a: || {{ try {{ {step}; }} catch {{ 1 }} }} }}); {past}"),
        ),
        attempt(
            "try around a race",
            "waits",
            format!("try {{ any_of(#{{ a: || {step}, b: || wait(\"2d\") }}); }} catch {{}} {past}"),
        ),
        attempt("try around each", "waits", format!("try {{ for_all([1, 2], |x| {step}); }} catch {{}} {past}")),
        attempt(
            "try within each",
            "waits",
            format!("for_all([1, 2], |x| {{ try {{ {step}; }} catch {{ 1 }} }}); {past}"),
        ),
        attempt(
            "a branch in a branch",
            "waits",
            format!(
                "try {{ parallel(#{{ a: || {{ try {{ parallel(#{{ b: || {step} }}); }} catch {{}} }} }}); }} catch {{}} {past}"
            ),
        ),
        attempt("a callback of map", "refused", say("try { [1].map(|x| ", "); } catch {}")),
        attempt("a callback of filter", "refused", say("try { [1].filter(|x| ", "); } catch {}")),
        attempt("a callback of sort", "refused", say("try { [2, 1].sort(|a, b| ", "); } catch {}")),
        attempt("a callback of reduce", "refused", say("try { [1].reduce(|a, b| ", "); } catch {}")),
        attempt("a callback of a map", "refused", say("try { #{ a: 1 }.filter(|k, v| ", "); } catch {}")),
        attempt(
            "a function in a callback",
            "refused",
            format!("fn f() {{ {step} }} try {{ [1].map(|x| f()); }} catch {{}} {past}"),
        ),
        attempt("return from try", "waits", say("try { return ", "; } catch { }")),
        attempt("an end in try", "ended", "try { fail(\"first\"); } catch { } resolve(\"second\");"),
        attempt("a limit in try", "limit", "try { loop {} } catch { } resolve(\"went past\");"),
        attempt(
            "a limit in a branch",
            "limit",
            "try { parallel(#{ a: || { loop {} } }, #{ on_error: \"finish\" }); } catch { } resolve(\"went past\");",
        ),
        attempt(
            "a mistake in try",
            "fault",
            "try { task(\"\" + \"\", group(\"g\")); } catch { } resolve(\"went past\");",
        ),
        cancelled("a cancellation that is swallowed", "ended|failed", format!("try {{ {step}; }} catch {{}} {past}")),
        cancelled(
            "a cancellation answered by new steps",
            "ended|failed",
            format!("try {{ {step}; }} catch {{ try {{ task(\"B\", group(\"g\")); }} catch {{}} }} {past}"),
        ),
        cancelled(
            "a cancellation in branches",
            "ended|failed",
            format!(
                "try {{ parallel(#{{ a: || {step}, b: || task(\"B\", group(\"g\")) }}); }} catch {{ task(\"C\", group(\"g\")); }} {past}"
            ),
        ),
        cancelled(
            "a cancellation in each, finished",
            "ended|failed",
            format!(
                "for_all([1, 2, 3], |x| {{ try {{ {step}; }} catch {{}} ask(\"Q\", group(\"g\")) }}, #{{ on_error: \"finish\" }}); {past}"
            ),
        ),
    ]
}
