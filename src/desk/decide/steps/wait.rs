//! Waiting: for some time, until a moment, or for an event from elsewhere. The
//! moment is the step's due time; its timer is the answer.

use super::{Fault, opened, option, settle};
use crate::desk::decide::clocks;
use crate::desk::decide::draft::Draft;
use crate::model::calendar::clock;
use crate::model::duration::Span;
use crate::model::ids::StepId;
use crate::model::journal::{Answer, JournalRow, RowKind, RowState};
use crate::model::time::Time;
use serde_json::Value as Json;

/// Opens a wait; what lies in the past is over at once.
pub fn open(draft: &mut Draft<'_>, step: StepId) -> Result<bool, Fault> {
    let Some(row) = draft.row(step).cloned() else { return Ok(false) };
    if awaits_event(&row) {
        opened(draft, step);
        return Ok(false);
    }
    let until = until(draft, &row);
    if until <= draft.now {
        waited(draft, &row);
        return Ok(true);
    }
    draft.change_row(step, |row| row.due_at = Some(until));
    opened(draft, step);
    Ok(false)
}

/// Whether a wait ends with an event, not with time.
pub fn awaits_event(row: &JournalRow) -> bool {
    row.kind == RowKind::Wait && row.arguments.values.contains_key("event")
}

/// The wait is over: in time, or too late to be of use.
pub fn waited(draft: &mut Draft<'_>, row: &JournalRow) {
    let latest = option(row, "latest").and_then(Json::as_str).and_then(Time::parse);
    let (state, outcome) = match latest {
        Some(latest) if latest < draft.now => (RowState::Failed, "expired"),
        _ => (RowState::Done, "elapsed"),
    };
    settle(draft, row.id, state, Answer { outcome: outcome.to_owned(), ..Answer::default() });
}

fn until(draft: &Draft<'_>, row: &JournalRow) -> Time {
    let value = |name: &str| row.arguments.values.get(name).and_then(Json::as_str);
    let calendar = clocks::calendar(draft);
    let span = value("for").and_then(Span::parse).map(|span| calendar.add(draft.now, span));
    let moment = span.or_else(|| value("until").and_then(Time::parse)).unwrap_or(draft.now);
    let at = option(row, "at").and_then(Json::as_str).and_then(clock);
    at.map_or(moment, |at| calendar.next_at(moment, at))
}
