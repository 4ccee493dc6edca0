//! `restrict`: who may see the ticket.

use super::who;
use crate::model::journal::{Arguments, RowKind};
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Closes the ticket to all staff but the first group named; everybody else who is named sees it too, as do \
          those who asked, are asked or work on it. The last one said counts.",
    example: r#"restrict([group("hr"), manager_of(requested_for)]);"#,
    kind: Some(RowKind::Effect),
    arity: (1, 1),
    params: &[Param::Who],
    hints: &[Hint::Object],
    ..Spec::new("restrict", "restrict(who)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    runner.effect(call, SPEC.name, |call| Ok(Arguments { who: who(&SPEC, call, 0)?, ..Arguments::default() }))
}
