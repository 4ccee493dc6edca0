//! `for_all`: the same for each item of a list, side by side.

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
    doc: "Does the same for each item of a list side by side, and waits for all of it. Gives a list of the results, in \
          the order of the items.",
    example: r#"let back = for_all(["screen", "phone"], |thing| task("Take back " + thing, group("field-support")));"#,
    kind: Some(RowKind::Join),
    arity: (2, 3),
    params: &[Param::Any, Param::Each],
    options_at: &[2],
    options: OPTIONS,
    result: &[("…", "A list: each item's value.")],
    takes: Takes::Each,
    ..Spec::new("for_all", "for_all(list, |item| …, options?)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    let (path, row) = runner.join(call, SPEC.name)?;
    if let Some(row) = row {
        return branches::recorded(runner, row);
    }
    let arms = branches::each(SPEC.name, runner, call)?;
    let finish = options(&SPEC, call)?.get("on_error").and_then(Value::text) == Some("finish");
    branches::all(SPEC.name, runner, call, &path, arms, finish)
}
