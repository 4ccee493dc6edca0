//! `sla`: the service level that counts for the ticket.

use super::{keep, name, options};
use crate::model::journal::{Arguments, RowKind};
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::options::{Opt, Ty};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};
use serde_json::json;

const OPTIONS: &[Opt] = &[
    Opt {
        name: "due",
        ty: Ty::Time,
        default: "",
        doc: "The moment by which it must be resolved, instead of the level's target.",
    },
    Opt {
        name: "from",
        ty: Ty::TimeOr(&["submitted", "approved"]),
        default: "the level's",
        doc: "From when the clock runs.",
    },
];

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Sets the service level. The last one said counts.",
    example: r#"sla("hardware");"#,
    kind: Some(RowKind::Effect),
    arity: (1, 2),
    params: &[Param::Sla],
    options_at: &[1],
    options: OPTIONS,
    hints: &[Hint::Text, Hint::Map],
    ..Spec::new("sla", "sla(name, options?)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    runner.effect(call, SPEC.name, |call| {
        let mut arguments = Arguments::default();
        arguments.values.insert("name".to_owned(), json!(name(&SPEC, call)?));
        keep(runner, &mut arguments, options(&SPEC, call)?)?;
        Ok(arguments)
    })
}
