//! `in_freeze`: whether changes rest.

use crate::model::time::Time;
use crate::script::{Call, Host, Stop, Value};
use crate::workflow::run::Read;
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};
use serde_json::json;

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Whether a time, or a window with `start` and `end`, touches a freeze of the policy that counts for the \
          ticket's services.",
    example: r#"if in_freeze(now()) { approval("Exception to the freeze", role("change_manager")); }"#,
    arity: (1, 1),
    params: &[Param::Any],
    ..Spec::new("in_freeze", "in_freeze(window)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    if let Some(window) = call.unknown(0) {
        return Ok(Value::Bool(runner.decide(&format!("in_freeze({})", window.label))));
    }
    let value = call.value(0)?;
    let Some((from, to)) = window(&value) else {
        let message = format!("in_freeze: a time or a window is wanted, not {}", value.type_name());
        return Err(Stop::fault_with("arguments", message, Some("write #{ start: …, end: … }".to_owned())));
    };
    let values = json!({ "from": from, "to": to });
    let frozen = runner.read(SPEC.name.to_owned(), &Read::Freeze { from, to }, values, &call.place())?;
    Ok(Value::Bool(frozen.as_bool().unwrap_or(false)))
}

/// From when to when a value says. What a form says the wrong way round must not
/// leave a ticket stuck.
pub(in crate::workflow) fn window(value: &Value) -> Option<(Time, Time)> {
    let (from, to) = ends(value)?;
    Some((from.min(to), from.max(to)))
}

fn ends(value: &Value) -> Option<(Time, Time)> {
    match value {
        Value::Map(fields) => Some((fields.get("start")?.moment()?, fields.get("end")?.moment()?)),
        Value::Object(object) if object.fields().is_some() => {
            let field = |name| object.fields().and_then(|fields| fields.get(name))?.moment();
            Some((field("start")?, field("end")?))
        }
        moment => moment.moment().map(|at| (at, at)),
    }
}
