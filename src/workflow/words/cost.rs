//! `cost`: a line of what the ticket costs.

use super::confirm_cost::sum;
use super::{keep, options, text};
use crate::model::journal::{Arguments, RowKind};
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::options::{Opt, Ty};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};

const OPTIONS: &[Opt] = &[
    Opt { name: "actual", ty: Ty::Bool, default: "false", doc: "Whether it was paid, or is an estimate." },
    Opt {
        name: "every",
        ty: Ty::Choice(&["month", "quarter", "year"]),
        default: "once",
        doc: "How often it comes again; such a line is in no sum.",
    },
    Opt { name: "cost_centre", ty: Ty::Text, default: "", doc: "Who bears it." },
];

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Adds a line to the ticket's costs, and its amount to what was paid or to the estimate.",
    example: r#"cost("Laptop", money(900, "EUR"), #{ actual: true });"#,
    kind: Some(RowKind::Effect),
    arity: (2, 3),
    params: &[Param::Text, Param::Amount],
    options_at: &[2],
    options: OPTIONS,
    hints: &[Hint::Text, Hint::Any, Hint::Map],
    ..Spec::new("cost", "cost(text, amount, options?)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    runner.effect(call, SPEC.name, |call| {
        let said = text(&SPEC, call, 0, "the text")?;
        let amount = sum(&SPEC, runner, &call.value(1)?, None)?;
        let mut arguments = Arguments { text: Some(said), amount: Some(amount), ..Arguments::default() };
        keep(runner, &mut arguments, options(&SPEC, call)?)?;
        Ok(arguments)
    })
}
