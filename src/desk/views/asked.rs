//! A step as its viewer sees it, with the form that its answer fills in: what is
//! published is not for everybody to read, what one is asked is.

use super::View;
use crate::desk::translations;
use crate::model::approval::Vote;
use crate::model::journal::JournalRow;
use crate::model::step_actions::StepOperation;
use crate::model::ticket::Ticket;
use crate::model::view::{self, AskedFormView, StepView, Viewer};
use serde_json::Value as Json;

/// Shapes a step for a viewer.
pub(super) fn step(v: &View<'_>, viewer: &Viewer<'_>, ticket: &Ticket, row: &JournalRow, votes: &[Vote]) -> StepView {
    let mut shown = view::step(viewer, ticket, row, votes);
    if shown.actions.iter().any(|action| action == StepOperation::Answer.as_str()) {
        shown.form = form(v, viewer, row);
    }
    shown
}

/// The form as it is published now: answers are checked against that one.
fn form(v: &View<'_>, viewer: &Viewer<'_>, row: &JournalRow) -> Option<AskedFormView> {
    let name = row.arguments.options.get("form").and_then(Json::as_str)?;
    let form = v.world.content.forms.get(name)?;
    let mut say = |text: &str| viewer.say(text);
    Some(AskedFormView { schema: form.shown.said(&mut say), ui_schema: translations::drawn(&form.ui, &mut say) })
}
