//! Opening steps: whom they wait for, until when, with which reminders. One
//! file per kind of step; what was decided is written into the row, so that a
//! replay never decides it again.

mod approval;
mod carry;
mod cost;
mod plugin;
mod question;
mod task;
mod ticket;
mod wait;
mod work;

pub use approval::{last_resort, settle as settle_approval, votes_kept};
pub use carry::{AWAITS, holds_under, root, seen_under, undoes};
pub use cost::confirmed;
pub use plugin::send;
pub use ticket::open_again;
pub use wait::{awaits_event, waited};

use super::choose::{self as choosing, Work};
use super::clocks;
use super::draft::Draft;
use super::ladder::Terms;
use super::people;
use super::stand_in::stand_in;
use crate::model::duration::Span;
use crate::model::event::{Actor, EventType};
use crate::model::ids::{StepId, UserId};
use crate::model::journal::{Answer, JournalRow, Origin, RowKind, RowState};
use crate::model::policy::{OnTimeout, Turn};
use crate::model::problem::Fault;
use crate::model::time::Time;
use serde_json::{Value as Json, json};

/// Opens a step that the run has reached; true when it is settled at once.
///
/// # Errors
/// A fault where the script asks for what the desk cannot do; the run is stuck then.
pub fn open(draft: &mut Draft<'_>, step: StepId) -> Result<bool, Fault> {
    let Some(kind) = draft.row(step).map(|row| row.kind) else { return Ok(false) };
    let seen = draft.row(step).zip(draft.submission.as_ref()).map(|(row, sent)| seen_under(row, sent));
    draft.change_row(step, |row| row.arguments.seen = seen);
    let by_person = draft.row(step).is_some_and(|row| row.origin == Origin::Person);
    if !by_person && carry::carry(draft, step) {
        return Ok(true);
    }
    let settled = match kind {
        RowKind::Approval => approval::open(draft, step),
        RowKind::Cost => cost::open(draft, step),
        RowKind::Task => task::open(draft, step),
        RowKind::Work => work::open(draft, step),
        RowKind::Question => question::open(draft, step),
        RowKind::Wait => wait::open(draft, step),
        RowKind::Plugin => plugin::open(draft, step),
        RowKind::Ticket => ticket::open(draft, step),
        other => Err(Fault::of_file(
            draft.ticket.item.clone(),
            "unknown_word",
            format!("the desk does not open steps of the kind `{}`", other.as_str()),
        )),
    }?;
    if !settled {
        stand_in(draft, step);
    }
    Ok(settled)
}

/// Settles a step: its answer is written, its timers and parties go, the
/// script is to be run where the step is one of its own.
pub fn settle(draft: &mut Draft<'_>, step: StepId, state: RowState, answer: Answer) {
    let Some(row) = draft.row(step) else { return };
    let mut data = json!({"step": step, "kind": row.kind, "name": row.name, "outcome": answer.outcome});
    if let Some(map) = data.as_object_mut() {
        for (key, value) in [("comment", &answer.comment), ("code", &answer.code)] {
            if let Some(value) = value {
                map.insert(key.to_owned(), json!(value));
            }
        }
        if let Some(from) = answer.carried_from {
            map.insert("carried_from".to_owned(), json!(from));
        }
    }
    let actor = draft.actor.clone();
    let seq = draft.log_by(actor.clone(), EventType::StepSettled, data);
    let now = draft.now;
    let kept = answer.clone();
    draft.change_row(step, |row| {
        row.state = state;
        row.answer = Some(kept);
        row.settled_at = Some(now);
        row.settled_by = Some(actor);
        row.settled_seq = Some(seq);
    });
    draft.forget_parties(step);
    draft.drop_timer(format!("step/{step}/"));
    draft.cancel_under(step);
    match draft.row(step) {
        Some(row) if row.is_rework() || row.is_cancel_wish() => {}
        Some(row) if row.origin == Origin::Person => people::settled(draft, step, &answer),
        _ => draft.run_due = true,
    }
    // What a call did may have to be given back at once.
    draft.undo_due |= draft.row(step).is_some_and(|row| row.kind == RowKind::Plugin);
    carry::settle_followers(draft, step, state, &answer);
}

/// The step's option of a name.
pub fn option<'a>(row: &'a JournalRow, name: &str) -> Option<&'a Json> {
    row.arguments.options.get(name)
}

/// What happens when the step's time is over: its option, else the policy's.
pub fn on_timeout(draft: &Draft<'_>, row: &JournalRow) -> OnTimeout {
    Terms::of(draft).on_timeout(row)
}

/// What a failure does: its option, else the policy's.
pub fn on_fail(draft: &Draft<'_>, row: &JournalRow) -> String {
    let own = option(row, "on_fail").and_then(Json::as_str).map(str::to_owned);
    own.unwrap_or_else(|| draft.policy().step(row.kind.as_str()).on_fail)
}

/// How a failed step is settled: as done where the policy lets failures go on,
/// so that the script gets a result (its own option says so by itself).
pub fn failure(draft: &Draft<'_>, row: &JournalRow) -> RowState {
    if on_fail(draft, row) == "go_on" { RowState::Done } else { RowState::Failed }
}

/// The step's time: `within`, else the policy's, else (tasks) the service level's.
fn within(draft: &Draft<'_>, row: &JournalRow) -> Option<Span> {
    Terms::of(draft).within(row)
}

/// Sets the due time, its timer and the reminders of a step just opened.
fn set_due(draft: &mut Draft<'_>, step: StepId) {
    let Some(row) = draft.row(step) else { return };
    let fixed = option(row, "due").and_then(Json::as_str).and_then(Time::parse);
    let computed = within(draft, row).map(|span| clocks::calendar(draft).add(draft.now, span));
    let due = row.due_at.or(fixed).or(computed);
    let reminders: Vec<Time> =
        reminders(draft, row).into_iter().map(|span| clocks::calendar(draft).add(draft.now, span)).collect();
    draft.change_row(step, |row| row.due_at = due);
    if let Some(due) = due {
        draft.set_timer(format!("step/{step}/due"), due);
    }
    for (n, at) in reminders.into_iter().enumerate().filter(|(_, at)| due.is_none_or(|due| *at < due)) {
        draft.set_timer(format!("step/{step}/remind/{n}"), at);
    }
}

fn reminders(draft: &Draft<'_>, row: &JournalRow) -> Vec<Span> {
    match option(row, "remind") {
        Some(Json::Array(spans)) => spans.iter().filter_map(Json::as_str).filter_map(Span::parse).collect(),
        Some(Json::String(span)) => Span::parse(span).into_iter().collect(),
        _ => draft.policy().step(row.kind.as_str()).remind,
    }
}

/// Lets the step wait, and logs that it does.
fn opened(draft: &mut Draft<'_>, step: StepId) {
    let actor = Actor::workflow(&draft.ticket.item);
    opened_by(draft, step, actor);
}

/// The same for a step that somebody else opened.
pub fn opened_by(draft: &mut Draft<'_>, step: StepId, actor: Actor) {
    set_due(draft, step);
    draft.wait_for_parties(step);
    let Some(row) = draft.row(step) else { return };
    let data = json!({"step": step, "kind": row.kind, "name": row.name, "due_at": row.due_at});
    draft.log_by(actor, EventType::StepOpened, data);
}

/// Refuses a form that is not published.
fn known_form(draft: &Draft<'_>, step: StepId) -> Result<(), Fault> {
    let Some(row) = draft.row(step) else { return Ok(()) };
    match option(row, "form").and_then(Json::as_str) {
        Some(form) if !draft.world.content.forms.contains_key(form) => {
            let (place, message) = (&row.place, format!("there is no form `schemas/forms/{form}.json`"));
            Err(Fault::of_file(place.source.clone(), "unknown_form", message).at(place.line, place.column))
        }
        _ => Ok(()),
    }
}

/// One of the group that is asked, by turn or load, where the step says so.
fn choose(draft: &mut Draft<'_>, step: StepId) -> Option<UserId> {
    let row = draft.row(step)?;
    let turn = Turn::parse(option(row, "by")?.as_str()?)?;
    let group = row.arguments.parties.groups.first().copied()?;
    let work = Work { ticket: &draft.ticket, kind: row.kind, now: draft.now };
    let chosen = choosing::member(&draft.world, &draft.board, group, turn, &work);
    draft.chose(chosen);
    chosen
}

/// Resolves the row's whos into its parties; where nobody stands behind them,
/// the policy's last resort is asked, with an event. Says whether it was not.
pub fn ask(draft: &mut Draft<'_>, step: StepId) -> bool {
    let Some(row) = draft.row(step) else { return false };
    let world = std::sync::Arc::clone(&draft.world);
    let mut parties = draft.resolve(&row.arguments.who);
    parties.groups.retain(|group| world.people.active_members(*group).next().is_some());
    let redirected = parties.is_empty();
    if redirected {
        parties.users = last_resort(draft, &[]);
    }
    draft.change_row(step, |row| row.arguments.parties = parties);
    if redirected {
        redirect_logged(draft, step);
    }
    !redirected
}

/// Logs that the last resort is asked.
fn redirect_logged(draft: &mut Draft<'_>, step: StepId) {
    let Some(row) = draft.row(step) else { return };
    let asked: Vec<String> = row.arguments.who.iter().map(ToString::to_string).collect();
    let data = json!({"step": step, "name": row.name, "asked": asked, "to": draft.policy().steps.last_resort});
    draft.log_by(Actor::workflow(&draft.ticket.item.clone()), EventType::StepRedirected, data);
}
