//! Tasks: a piece of work for people or a group, with its own form perhaps.

use super::{Fault, ask, opened, option};
use crate::desk::decide::draft::Draft;
use crate::model::ids::StepId;
use serde_json::Value as Json;

/// Opens a task.
pub fn open(draft: &mut Draft<'_>, step: StepId) -> Result<bool, Fault> {
    let Some(row) = draft.row(step) else { return Ok(false) };
    if let Some(form) = option(row, "form").and_then(Json::as_str)
        && !draft.world.content.forms.contains_key(form)
    {
        let place = row.place.clone();
        let fault =
            Fault::of_file(place.source, "unknown_form", format!("there is no form `schemas/forms/{form}.json`"));
        return Err(fault.at(place.line, place.column));
    }
    ask(draft, step);
    opened(draft, step);
    Ok(false)
}
