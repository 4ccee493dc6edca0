//! A new run: the script begins at its top with what was sent in now. Steps of
//! the old run wait no longer; a plugin call that may have been sent, and a
//! ticket that was opened, are answered in their old run and carried over when
//! their arguments are equal.

use super::draft::Draft;
use super::rework;
use super::steps::votes_kept;
use super::submit::{cost, price};
use crate::model::event::EventType;
use crate::model::ids::StepId;
use crate::model::journal::{JournalRow, Origin, RowKind};
use serde_json::{Map, Value as Json, json};

/// A corrected form begins a new run.
pub fn corrected(draft: &mut Draft<'_>, form: Map<String, Json>) {
    rework::sent(draft, None);
    end(draft, "the form was corrected");
    begin(draft, Some(form));
    draft.log(EventType::TicketRerun, json!({"run": draft.ticket.run}));
}

/// Steps of the script wait no longer. What was said to an approval that did
/// not come to its end is kept: a yes holds where the same is asked again.
pub fn end(draft: &mut Draft<'_>, why: &str) {
    let stays =
        |row: &JournalRow| matches!(row.kind, RowKind::Plugin | RowKind::Ticket) || row.origin != Origin::Script;
    let open: Vec<(StepId, RowKind)> =
        draft.open_steps().filter(|row| !stays(row)).map(|row| (row.id, row.kind)).collect();
    for (step, kind) in open {
        draft.cancel_step(step, why);
        if kind == RowKind::Approval {
            let votes = votes_kept(draft, step);
            draft.change_row(step, |row| {
                if let Some(answer) = row.answer.as_mut() {
                    answer.output = votes;
                }
            });
        }
    }
}

/// The next run, with this form or with the same as before. The script is run
/// when the decision is finished.
pub fn begin(draft: &mut Draft<'_>, form: Option<Map<String, Json>>) {
    let ended = draft.journal.iter().filter(|row| row.origin == Origin::Script && !row.is_open()).cloned();
    let ended: Vec<JournalRow> = ended.collect();
    draft.earlier.extend(ended);
    draft.ticket.run += 1;
    if let (Some(submission), Some(form)) = (draft.submission.clone(), &form) {
        draft.touch_form(&submission.form, form);
    }
    if let (Some(submission), Some(form)) = (draft.submission.as_mut(), form) {
        submission.form = form;
        submission.price = Some(price(draft.item.as_deref(), &submission.form, &draft.world.policy().currency));
    }
    let submission = draft.submission.clone();
    draft.ticket.cost = submission.as_ref().and_then(|submission| submission.price.as_ref()).and_then(cost);
    draft.changes().submission = submission;
    draft.run_due = true;
}
