//! Plugin calls: the step is a delivery on its way out, made outside any
//! transaction, answered by a command.

use super::carry::await_earlier;
use super::{Fault, opened};
use crate::desk::decide::draft::Draft;
use crate::model::changes::Delivery;
use crate::model::ids::{DeliveryId, StepId};
use crate::model::journal::JournalRow;
use crate::model::ticket::number_text;
use chrono::Duration;
use serde_json::{Value as Json, json};

/// The value of a call's row that keeps its key.
const KEY: &str = "call_key";
/// The value of a call's row that says how often it was sent anew.
const SENT: &str = "sent_again";

/// Puts the call on its way, unless the very call of an earlier run is still
/// under way: nothing is reserved twice.
pub fn open(draft: &mut Draft<'_>, step: StepId) -> Result<bool, Fault> {
    if await_earlier(draft, step) {
        return Ok(false);
    }
    send(draft, step);
    opened(draft, step);
    Ok(false)
}

/// Sends the call, or sends it anew: under the same key, whatever became of the
/// ticket's number, with its attempts counted from none.
pub fn send(draft: &mut Draft<'_>, step: StepId) {
    let Some(row) = draft.row(step).cloned() else { return };
    let (plugin, function) = row.name.split_once('.').unwrap_or((row.name.as_str(), ""));
    let arguments = row.arguments.values.get("args").cloned().unwrap_or_else(|| json!({}));
    let again = row.arguments.values.get(SENT).and_then(Json::as_i64).map_or(0, |times| times + 1);
    let key = key(draft, &row);
    let delivery = Delivery {
        // One call per step: whoever knows the step knows its delivery.
        id: DeliveryId(step.0),
        ticket: draft.ticket.id,
        step,
        plugin: plugin.to_owned(),
        function: function.to_owned(),
        key: key.clone(),
        arguments: if arguments == Json::Null { json!({}) } else { arguments },
        attempt: 0,
        next_at: draft.now,
        last_error: None,
        // What answers a call has its time in its name, and a clock may stand still.
        created_at: draft.now.plus(Duration::microseconds(again)),
    };
    // Where it is still being tried, that delivery goes.
    if row.arguments.values.contains_key(KEY) || row.opened_at < draft.now {
        draft.changes().deliveries_gone.push(delivery.id);
    }
    draft.changes().deliveries.push(delivery);
    draft.change_row(step, |row| {
        row.arguments.values.insert(KEY.to_owned(), json!(key));
        row.arguments.values.insert(SENT.to_owned(), json!(again));
    });
}

/// `call.key`: the same at every attempt.
fn key(draft: &Draft<'_>, row: &JournalRow) -> String {
    let kept = row.arguments.values.get(KEY).and_then(Json::as_str);
    let made = || format!("{}/{}/{}", number_text(draft.ticket.kind, draft.ticket.number), row.run, row.path);
    kept.map_or_else(made, str::to_owned)
}
