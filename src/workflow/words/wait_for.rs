//! `wait_for`: until something happens elsewhere.

use super::{keep, name, options};
use crate::model::journal::{Arguments, RowKind};
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};
use serde_json::{Value as Json, json};

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Waits for an event that a neighbour reports, or for the one of its kind with this key. What the event says \
          is in the result's fields.",
    example: r#"let bill = wait_for("procurement.received", "PO-7", #{ within: "30d", on_timeout: "escalate" });"#,
    kind: Some(RowKind::Wait),
    arity: (1, 3),
    params: &[Param::Name, Param::Any],
    options_at: &[1, 2],
    common: true,
    good: &["arrived"],
    bad: &["expired"],
    result: &[("…", "The event's data.")],
    hints: &[Hint::Text, Hint::Any, Hint::Map],
    ..Spec::new("wait_for", "wait_for(event, key?, options?)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    let event = name(&SPEC, call)?;
    runner.step(call, RowKind::Wait, event.clone(), |call| {
        let mut arguments = Arguments::default();
        arguments.values.insert("event".to_owned(), json!(event));
        if let Some(key) = key(call)? {
            arguments.values.insert("key".to_owned(), key);
        }
        keep(runner, &mut arguments, options(&SPEC, call)?)?;
        Ok(arguments)
    })
}

/// What tells the event from others of its kind, as a text.
fn key(call: &Call<'_>) -> Result<Option<Json>, Stop> {
    match call.value(1)? {
        Value::Unit => Ok(None),
        Value::Map(_) if call.len() == 2 => Ok(None),
        Value::Text(text) => Ok(Some(json!(text))),
        Value::Int(n) => Ok(Some(json!(n.to_string()))),
        Value::Decimal(d) => Ok(Some(json!(d.to_string()))),
        other => {
            let message = format!("wait_for: the key is a text or a number, not {}", other.type_name());
            Err(Stop::fault("arguments", message))
        }
    }
}
