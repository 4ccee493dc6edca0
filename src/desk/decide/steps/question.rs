//! Questions: somebody is asked for a text, or to fill in a form.

use super::{Fault, ask, known_form, opened};
use crate::desk::decide::draft::Draft;
use crate::model::ids::StepId;

/// Opens a question.
pub fn open(draft: &mut Draft<'_>, step: StepId) -> Result<bool, Fault> {
    known_form(draft, step)?;
    ask(draft, step);
    opened(draft, step);
    Ok(false)
}
