//! Timers that fired: due times of steps and service levels, reminders,
//! automatic closing, the end of a cancelling. Who is asked in addition when a
//! step's time is over is in `ladder`.

use super::draft::Draft;
use super::steps::{awaits_event, on_timeout, settle, waited};
use super::{appointments, ending, hold, ladder, overdue, rework, silence};
use crate::model::event::EventType;
use crate::model::ids::{StepId, UserId};
use crate::model::journal::{Answer, JournalRow, RowKind, RowState};
use crate::model::policy::OnTimeout;
use crate::model::problem::Refusal;
use crate::model::status::Status;
use crate::model::step_actions::held_by;
use crate::model::ticket::number_text;
use chrono::Duration;
use serde_json::json;
use std::collections::BTreeSet;

/// Acts on a timer. One that no longer means anything only goes away.
pub fn fire(draft: &mut Draft<'_>, key: &str) -> Result<(), Refusal> {
    draft.drop_timer(key);
    match key.split('/').collect::<Vec<_>>().as_slice() {
        // Marks and timers of the service level follow from `clocks::settle`.
        ["sla", _] => {}
        ["sla", "level", at] => overdue::fire(draft, at),
        ["close"] if draft.ticket.status == Status::Resolved => silence::ended(draft),
        ["nudge", _] if draft.ticket.status == Status::Resolved => silence::nudge(draft),
        ["cancel"] if draft.ticket.flags.cancelling => {
            ending::cancelled(draft);
        }
        ["appointment", id, "remind"] => appointments::remind(draft, id),
        ["hold", what, ..] => hold::fire(draft, what),
        ["step", id, rest @ ..] => {
            let row = id.parse::<StepId>().ok().and_then(|id| draft.row(id).cloned());
            let Some(row) = row.filter(JournalRow::is_open) else { return Ok(()) };
            match rest {
                ["due"] if row.due_at.is_none_or(|due| due <= draft.now) => over(draft, &row),
                ["remind", n] => remind(draft, &row, n == &"daily"),
                _ => {}
            }
        }
        _ => {}
    }
    Ok(())
}

/// A step's time is over.
fn over(draft: &mut Draft<'_>, row: &JournalRow) {
    if row.kind == RowKind::Wait && !awaits_event(row) {
        return waited(draft, row);
    }
    if row.is_rework() {
        return rework::silent(draft, row);
    }
    let plain = |outcome: &str| Answer { outcome: outcome.to_owned(), ..Answer::default() };
    match on_timeout(draft, row) {
        OnTimeout::Remind => remind(draft, row, true),
        OnTimeout::Escalate => ladder::escalate(draft, row),
        OnTimeout::Expire => settle(draft, row.id, RowState::Failed, plain("expired")),
        // Settled as done, a bad answer is a result, whether script or policy lets it go on.
        OnTimeout::GoOn => settle(draft, row.id, RowState::Done, plain("expired")),
        OnTimeout::Approve if row.kind == RowKind::Approval => settle(draft, row.id, RowState::Done, plain("approved")),
        OnTimeout::Reject if row.kind == RowKind::Approval => {
            let answer = Answer { code: Some("no_answer".to_owned()), ..plain("rejected") };
            settle(draft, row.id, RowState::Failed, answer);
        }
        OnTimeout::Approve | OnTimeout::Reject => remind(draft, row, true),
    }
}

/// Whoever is asked is told again, or the owner where nobody is; `daily` keeps
/// on doing so.
pub fn remind(draft: &mut Draft<'_>, row: &JournalRow, daily: bool) {
    let people = waited_for(draft, row);
    tell(draft, row, &people, "{number} still waits for you: {step}");
    draft.log(EventType::StepReminded, json!({"step": row.id, "name": row.name, "to": people.len()}));
    if daily {
        let next = draft.now.plus(Duration::days(1));
        draft.set_timer(format!("step/{}/remind/daily", row.id), next);
    }
}

/// Everybody whom a step waits for: through groups, too, unless one of them has
/// taken it; the owner where that is nobody.
pub fn waited_for(draft: &Draft<'_>, row: &JournalRow) -> BTreeSet<UserId> {
    let mut people = draft.silent(row);
    if row.arguments.rule.is_none() && held_by(row).is_none() {
        let groups = row.arguments.parties.groups.iter();
        people.extend(groups.flat_map(|group| draft.world.people.active_members(*group)).map(|user| user.id));
    }
    if people.is_empty() {
        people.extend(draft.ticket.owner);
    }
    people
}

/// Tells people of a step.
pub fn tell(draft: &mut Draft<'_>, row: &JournalRow, people: &BTreeSet<UserId>, text: &str) {
    let values = json!({"number": number_text(draft.ticket.kind, draft.ticket.number), "step": row.name});
    for user in people {
        draft.notify(*user, text, values.as_object().cloned().unwrap_or_default());
    }
}
