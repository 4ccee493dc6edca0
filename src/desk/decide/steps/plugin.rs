//! Plugin calls: the step is a delivery on its way out, made outside any
//! transaction, answered by a command.

use super::{Fault, await_earlier, opened};
use crate::desk::decide::draft::Draft;
use crate::model::changes::Delivery;
use crate::model::ids::{DeliveryId, StepId};
use crate::model::ticket::number_text;
use serde_json::{Value as Json, json};

/// Puts the call on its way, unless the very call of an earlier run is still
/// under way: nothing is reserved twice.
pub fn open(draft: &mut Draft<'_>, step: StepId) -> Result<bool, Fault> {
    if await_earlier(draft, step) {
        return Ok(false);
    }
    let Some(row) = draft.row(step) else { return Ok(false) };
    let (plugin, function) = row.name.split_once('.').unwrap_or((row.name.as_str(), ""));
    let (plugin, function) = (plugin.to_owned(), function.to_owned());
    let arguments = row.arguments.values.get("args").cloned().unwrap_or_else(|| json!({}));
    let key = format!("{}/{}/{}", number_text(draft.ticket.kind, draft.ticket.number), row.run, row.path);
    let delivery = Delivery {
        // One call per step: whoever knows the step knows its delivery.
        id: DeliveryId(step.0),
        ticket: draft.ticket.id,
        step,
        plugin,
        function,
        key,
        arguments: if arguments == Json::Null { json!({}) } else { arguments },
        attempt: 0,
        next_at: draft.now,
        last_error: None,
        created_at: draft.now,
    };
    draft.changes().deliveries.push(delivery);
    opened(draft, step);
    Ok(false)
}
