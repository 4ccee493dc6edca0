//! `plugin::function`: a call of a neighbour, made by the desk outside of any run.

use super::task::ON_FAIL;
use super::{keep, map_values, options};
use crate::model::journal::{Arguments, RowKind};
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::options::{Opt, Ty};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};
use serde_json::Value as Json;

const OPTIONS: &[Opt] = &[
    Opt {
        name: "undo",
        ty: Ty::Bool,
        default: "true",
        doc: "Whether the function's inverse is called if the ticket does not succeed.",
    },
    ON_FAIL,
];

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Calls a function of a plugin and waits for its answer. A refusal is an error; a neighbour that cannot be \
          reached is tried again and never ends a ticket. What the function answers is the result: a map with the \
          fields of every result, or the list or number that it is.",
    example: r#"let device = asset::reserve(#{ model: "light" }, #{ on_fail: "go_on" });"#,
    kind: Some(RowKind::Plugin),
    arity: (0, 2),
    params: &[Param::Any],
    options_at: &[1],
    options: OPTIONS,
    common: true,
    good: &["done"],
    bad: &["refused"],
    result: &[("…", "The function's output.")],
    hints: &[Hint::Map, Hint::Map],
    ..Spec::new("plugin::function", "plugin::function(arguments, options?)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    let name = format!("{}.{}", call.module().unwrap_or_default(), call.name());
    runner.step(call, RowKind::Plugin, name, |call| {
        let mut arguments = Arguments::default();
        let args = map_values(&SPEC, call.value(0)?, "what is passed")?;
        arguments.values.insert("args".to_owned(), Json::Object(args));
        keep(runner, &mut arguments, options(&SPEC, call)?)?;
        Ok(arguments)
    })
}
