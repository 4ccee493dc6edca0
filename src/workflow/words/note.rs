//! `note`: something that staff should read, and nobody else.

use super::text;
use crate::model::journal::{Arguments, RowKind};
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Writes an internal note into the ticket's log: staff see it, nobody else does.",
    example: r#"note("The form says " + form.model);"#,
    kind: Some(RowKind::Effect),
    arity: (1, 1),
    params: &[Param::Text],
    hints: &[Hint::Text],
    ..Spec::new("note", "note(text)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    runner.effect(call, SPEC.name, |call| {
        Ok(Arguments { text: Some(text(&SPEC, call, 0, "the text")?), ..Arguments::default() })
    })
}
