//! `candidate`: knowledge that is worth keeping.

use super::{keep, options};
use crate::model::journal::{Arguments, RowKind};
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::options::{Opt, Ty};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};

const OPTIONS: &[Opt] = &[
    Opt { name: "title", ty: Ty::Text, default: "the ticket's", doc: "What an article would be called." },
    Opt { name: "text", ty: Ty::Text, default: "", doc: "What it would say." },
];

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Proposes an article for the knowledge base: the knowledge managers are told.",
    example: r#"candidate(#{ title: "Reset the badge reader", text: "Hold both keys for ten seconds." });"#,
    kind: Some(RowKind::Effect),
    arity: (0, 1),
    params: &[Param::Any],
    options_at: &[0],
    options: OPTIONS,
    hints: &[Hint::Map],
    ..Spec::new("candidate", "candidate(options?)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    runner.effect(call, SPEC.name, |call| {
        let mut arguments = Arguments::default();
        keep(runner, &mut arguments, options(&SPEC, call)?)?;
        Ok(arguments)
    })
}
