//! `link`: what the ticket has to do with.

use super::text;
use crate::model::journal::{Arguments, RowKind};
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};
use serde_json::json;

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Says what the ticket has to do with: a configuration item, an asset, an order; or another ticket, by its \
          number, which then shows the link too: `caused_by`, `causes`, `relates_to`, `parent_of`, `child_of`, \
          `duplicates`, `duplicated_by`, `follows`, `followed_by`. Of a number that is no ticket's, who handles the \
          ticket is told.",
    example: r#"link("ci", "printer-17");"#,
    kind: Some(RowKind::Effect),
    arity: (2, 2),
    params: &[Param::Name, Param::Any],
    hints: &[Hint::Text, Hint::Text],
    ..Spec::new("link", "link(kind, what)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    runner.effect(call, SPEC.name, |call| {
        let kind = super::name(&SPEC, call)?;
        let what = match call.value(1)? {
            Value::Int(number) => number.to_string(),
            _ => text(&SPEC, call, 1, "what is linked")?,
        };
        let mut arguments = Arguments::default();
        arguments.values.insert("kind".to_owned(), json!(kind));
        arguments.values.insert("what".to_owned(), json!(what));
        Ok(arguments)
    })
}
