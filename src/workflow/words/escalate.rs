//! `escalate`: the work moves up, or a manager is told.

use super::{text, who_value};
use crate::model::journal::{Arguments, RowKind};
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "To a group: the work moves there, and the ticket's escalation level rises. To a person or a role: they are \
          told, and the work stays where it is. The service request managers are told in any case.",
    example: r#"escalate(group("line-2"), "Nobody of the first line can do it");"#,
    kind: Some(RowKind::Effect),
    arity: (2, 2),
    params: &[Param::OneWho, Param::Text],
    hints: &[Hint::Object, Hint::Text],
    ..Spec::new("escalate", "escalate(who, reason)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    runner.effect(call, SPEC.name, |call| {
        let reason = text(&SPEC, call, 1, "the reason")?;
        if reason.trim().is_empty() {
            return Err(Stop::fault("arguments", "escalate: the reason is empty"));
        }
        Ok(Arguments { who: who_value(&SPEC, &call.value(0)?)?, text: Some(reason), ..Arguments::default() })
    })
}
