//! `parallel`: branches that go on side by side, joined by a row of their own.
//! Once settled, that row holds the result and its branches never run again.

use super::branches::{self, ON_ERROR};
use super::options;
use crate::model::journal::RowKind;
use crate::script::{Call, Stop, Takes, Value};
use crate::workflow::options::Opt;
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};

const OPTIONS: &[Opt] = &[ON_ERROR];

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Runs branches side by side and waits for all of them. A map of branches gives a map of their results, a \
          list gives a list. A branch sees the variables around it but cannot change them.",
    example: r#"let done = parallel(#{
    device:  || asset::reserve(#{ model: "light" }),
    account: || task("Prepare the account", group("service-desk")),
});"#,
    kind: Some(RowKind::Join),
    arity: (1, 2),
    params: &[Param::Branches],
    options_at: &[1],
    options: OPTIONS,
    result: &[("…", "Each branch's value, by its name.")],
    takes: Takes::Branches,
    ..Spec::new("parallel", "parallel(branches, options?)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    let (path, row) = runner.join(call, SPEC.name)?;
    if let Some(row) = row {
        return branches::recorded(runner, row);
    }
    let arms = branches::arms(SPEC.name, runner, call)?;
    let finish = options(&SPEC, call)?.get("on_error").and_then(Value::text) == Some("finish");
    branches::all(SPEC.name, runner, call, &path, arms, finish)
}
