//! Rows that no script opened: steps of people and of the desk itself, calls
//! that are undone. Replay never looks at them; each kind has paths of its own.

use super::draft::Draft;
use crate::model::ids::StepId;
use crate::model::journal::{Arguments, FORMAT, JournalRow, Origin, Place, RowKind, RowState};

/// Writes an open row down; whom it asks and until when is the caller's.
pub fn add(draft: &mut Draft<'_>, origin: Origin, kind: RowKind, name: &str, arguments: Arguments) -> StepId {
    let letter = if origin == Origin::Undo { "u" } else { "m" };
    let id = StepId::fresh(draft.ids());
    let row = JournalRow {
        id,
        ticket: draft.ticket.id,
        run: draft.ticket.run,
        path: next_path(draft, letter),
        position: 0,
        kind,
        name: name.to_owned(),
        state: RowState::Open,
        arguments,
        answer: None,
        origin,
        place: Place::default(),
        opened_at: draft.now,
        due_at: None,
        settled_at: None,
        settled_by: None,
        settled_seq: None,
        format: FORMAT,
    };
    draft.add_row(row);
    id
}

/// The next free path of such rows, through all runs: `m1`, `u1`.
fn next_path(draft: &Draft<'_>, letter: &str) -> String {
    let numbers = draft.all_rows().filter_map(|row| row.path.strip_prefix(letter)?.parse::<u32>().ok());
    format!("{letter}{}", numbers.max().unwrap_or(0) + 1)
}
