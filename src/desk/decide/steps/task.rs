//! Tasks: a piece of work for people or a group, with its own form perhaps.

use super::{Fault, ask, choose, known_form, opened};
use crate::desk::decide::draft::Draft;
use crate::model::ids::StepId;

/// Opens a task. Who is chosen of a group is asked by name; any other of the
/// group may do it all the same.
pub fn open(draft: &mut Draft<'_>, step: StepId) -> Result<bool, Fault> {
    known_form(draft, step)?;
    ask(draft, step);
    if let Some(chosen) = choose(draft, step) {
        draft.change_row(step, |row| row.arguments.parties.users.extend([chosen]));
    }
    opened(draft, step);
    Ok(false)
}
