//! Endings: what it means for a ticket to be resolved or closed, whoever or
//! whatever brought it about.

use super::assign::responded;
use super::draft::Draft;
use super::{appointments, desks, hold, knowledge, people, relate, satisfaction, silence};
use crate::model::closing::{DecidedWith, Knowledge, follow_up_due};
use crate::model::event::EventType;
use crate::model::ids::{StepId, UserId};
use crate::model::journal::{JournalRow, Origin, RowKind};
use crate::model::policy::Responds;
use crate::model::problem::Refusal;
use crate::model::status::{Operation, Status, row};
use crate::model::ticket::{ClosureCode, number_text};
use crate::workflow::{End, EndWord, StepError};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeSet;

/// Refuses a closure reason that policy.toml does not have under the code.
pub fn check_reason(draft: &Draft<'_>, reason: Option<&str>, code: ClosureCode) -> Result<(), Refusal> {
    let Some(reason) = reason else { return Ok(()) };
    let known = &draft.policy().closure_reasons;
    if known.get(reason) == Some(&code) {
        return Ok(());
    }
    let fitting: Vec<&str> = known.iter().filter(|(_, of)| **of == code).map(|(name, _)| name.as_str()).collect();
    let message = format!("`{reason}` is no reason under {}; there are {}", code.as_str(), fitting.join(", "));
    Err(Refusal::invalid("/closure_reason", "enum", message))
}

/// Done or failed: the resolution is written, confirmation is awaited.
pub fn resolve(draft: &mut Draft<'_>, text: &str, code: ClosureCode, reason: Option<String>, by: Operation) {
    desks::at_the_end(draft);
    draft.ticket.status = row(by).becomes.after(draft.ticket.status);
    draft.ticket.resolution = Some(text.to_owned());
    draft.ticket.closure_code = Some(code);
    draft.ticket.closure_reason = reason;
    draft.ticket.resolved_at = Some(draft.now);
    draft.ticket.facts.closing.resolved_at_priority = Some(draft.ticket.priority.clone());
    draft.ticket.flags.stuck = false;
    people::cancel_all(draft);
    hold::end(draft, "ended");
    responded(draft, Responds::FirstReply);
    responded(draft, Responds::Accepted);
    let outcome = if code == ClosureCode::Failed { "failed" } else { "done" };
    let way = draft.ticket.facts.closing.better_way.as_ref().map(|way| way.text.clone());
    let mut data = json!({"resolution": text, "outcome": outcome, "closure_code": code});
    if let (Some(data), Some(way)) = (data.as_object_mut(), way) {
        data.insert("better_way".to_owned(), json!(way));
    }
    let refined = draft.ticket.closure_reason.clone();
    if let (Some(data), Some(reason)) = (data.as_object_mut(), &refined) {
        data.insert("closure_reason".to_owned(), json!(reason));
    }
    draft.log(EventType::TicketResolved, data);
    draft.ticket.follow_up = None;
    silence::resolved(draft);
    relate::resolved(draft, text, code, refined.as_deref());
    match draft.ticket.facts.closing.better_way.as_ref().map(|way| way.text.clone()) {
        Some(way) if code == ClosureCode::Failed => tell_requester(
            draft,
            "{number} was declined: {resolution} A better way: {better_way}",
            &[("resolution", text), ("better_way", &way)],
        ),
        _ => tell_requester(
            draft,
            "{number} is resolved: {resolution}. Please confirm or say what is missing.",
            &[("resolution", text)],
        ),
    }
}

/// Closed with exactly one code: nothing stays open, nothing fires any more.
pub fn close(draft: &mut Draft<'_>, code: ClosureCode, reason: Option<String>, auto: bool, message: Option<&str>) {
    draft.ticket.status = Status::Closed;
    draft.ticket.closure_code = Some(code);
    draft.ticket.closure_reason = reason;
    draft.ticket.auto_closed = auto;
    draft.ticket.closed_at = Some(draft.now);
    draft.ticket.flags.stuck = false;
    draft.ticket.flags.cancelling = false;
    hold::end(draft, "ended");
    let open: Vec<StepId> = draft.open_steps().filter(|row| row.kind != RowKind::Plugin).map(|row| row.id).collect();
    for step in open {
        draft.cancel_step(step, "");
    }
    silence::over(draft);
    for key in ["cancel", "sla/", "step/"] {
        draft.drop_timer(key);
    }
    let ticket = &draft.ticket;
    let mut data = json!({
        "closure_code": code,
        "closure_reason": ticket.closure_reason,
        "rejection_code": ticket.rejection_code,
        "auto_closed": auto,
    });
    if let (Some(map), Some(message)) = (data.as_object_mut(), message) {
        map.insert("message".to_owned(), json!(message));
    }
    draft.log(EventType::TicketClosed, data);
    appointments::over(draft);
    draft.undo_due = true;
    satisfaction::ask(draft, code);
    super::child::ended(draft, code);
}

/// A cancelled ticket's script is over, or its time is: closed for the reason
/// that the cancelling had.
pub fn cancelled(draft: &mut Draft<'_>) {
    let reason = draft.ticket.closure_reason.clone();
    close(draft, ClosureCode::CancelledByUser, reason, false, None);
}

/// Tells requester and requested-for, each once, never the one who did it.
pub fn tell_requester(draft: &mut Draft<'_>, text: &str, values: &[(&str, &str)]) {
    let values: Map<String, Json> = values.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
    let people = [draft.ticket.requester, draft.ticket.requested_for];
    tell(draft, &people, text, Json::Object(values));
}

/// Tells people, each once, never the one who did it.
pub fn tell(draft: &mut Draft<'_>, people: &[UserId], text: &str, values: Json) {
    let mut map = values.as_object().cloned().unwrap_or_default();
    map.insert("number".to_owned(), json!(number_text(draft.ticket.kind, draft.ticket.number)));
    map.insert("title".to_owned(), json!(draft.ticket.title));
    let doer = draft.doer.user_id();
    let people: BTreeSet<UserId> = people.iter().copied().filter(|user| Some(*user) != doer).collect();
    for user in people {
        draft.notify(user, text, map.clone());
    }
}

/// The script said an end word, or came to its end without one.
pub fn script_ended(draft: &mut Draft<'_>, end: &End) {
    let reason = end.code.clone();
    match end.word {
        EndWord::Resolve => {
            let reason = reported(draft, ClosureCode::Succeeded).or(reason);
            resolve(draft, &end.text, ClosureCode::Succeeded, reason.clone(), Operation::ScriptResolve);
            let decision = end.options.get("knowledge").and_then(Json::as_str).and_then(Knowledge::parse);
            knowledge::by_script(draft, decision, &end.text);
            // Who is to be called is called, whatever the script says.
            let called_first = follow_up_due(draft.policy(), &draft.ticket);
            if end.options.get("confirm") == Some(&json!(false)) && !called_first {
                close(draft, ClosureCode::Succeeded, reason, true, None);
            }
        }
        EndWord::Fail => {
            let reason = reported(draft, ClosureCode::Failed).or(reason);
            resolve(draft, &end.text, ClosureCode::Failed, reason, Operation::ScriptResolve);
            knowledge::by_script(draft, None, &end.text);
        }
        EndWord::Reject => rejected(draft, reason, &end.text),
        EndWord::Cancel => {
            close(draft, ClosureCode::CancelledByUser, None, false, Some(&end.text));
            tell_requester(draft, "{number} “{title}” was cancelled: {message}", &[("message", &end.text)]);
        }
        EndWord::Implicit => worked(draft),
    }
}

/// The reason that a person gave with the last work, where it is one under this
/// code: who did it knows better than the script (contracts.md: what is sent is applied).
fn reported(draft: &Draft<'_>, code: ClosureCode) -> Option<String> {
    let said = last_work(draft)?.answer.as_ref().filter(|answer| answer.by.is_some())?.code.clone()?;
    (draft.policy().closure_reasons.get(&said) == Some(&code)).then_some(said)
}

/// The last work of this run that was settled.
fn last_work<'a>(draft: &'a Draft<'_>) -> Option<&'a JournalRow> {
    let run = draft.ticket.run;
    let own = move |row: &&JournalRow| row.run == run && row.origin == Origin::Script && row.kind == RowKind::Work;
    draft.journal.iter().filter(own).max_by_key(|row| row.settled_seq)
}

/// Nobody said how it ended: it did as its last work did. Without work that was
/// done the ticket is left to people.
fn worked(draft: &mut Draft<'_>) {
    let done = last_work(draft).and_then(|row| row.answer.as_ref()).filter(|answer| answer.outcome == "done").cloned();
    let Some(answer) = done else { return };
    let text = answer.output.get("resolution").and_then(Json::as_str).unwrap_or_default();
    resolve(draft, text, ClosureCode::Succeeded, answer.code.clone(), Operation::ScriptResolve);
    if draft.doer.person().is_some() {
        knowledge::decide(draft, None, DecidedWith::Resolved, text);
    }
}

fn rejected(draft: &mut Draft<'_>, code: Option<String>, message: &str) {
    draft.ticket.rejection_code = code;
    close(draft, ClosureCode::ApprovalRejected, None, false, Some(message));
    tell_requester(draft, "{number} “{title}” was not approved: {message}", &[("message", message)]);
}

/// A bad outcome that the script did not catch (language.md, "What happens when
/// nobody catches it").
pub fn uncaught(draft: &mut Draft<'_>, error: &StepError) {
    let message = error.comment.clone().unwrap_or_else(|| error.message.clone());
    match (error.kind.as_str(), error.row) {
        // How another ticket ended is no approval of this one, and nobody's cancelling.
        ("rejected" | "cancelled" | "failed", Some(RowKind::Ticket)) => {
            resolve(draft, &message, ClosureCode::Failed, error.code.clone(), Operation::ScriptResolve);
        }
        ("rejected", _) => rejected(draft, error.code.clone(), &message),
        ("expired", Some(RowKind::Approval)) => {
            draft.ticket.rejection_code = Some("no_answer".to_owned());
            close(draft, ClosureCode::ApprovalRejected, Some("no_answer".to_owned()), false, Some(&message));
            tell_requester(draft, "{number} “{title}” was closed: nobody answered.", &[]);
        }
        ("declined", _) => {
            close(draft, ClosureCode::CancelledByUser, Some("cost_declined".to_owned()), false, Some(&message));
        }
        ("expired", Some(RowKind::Cost | RowKind::Question)) => {
            close(draft, ClosureCode::CancelledByUser, Some("no_answer".to_owned()), false, Some(&message));
            tell_requester(draft, "{number} “{title}” was closed: nobody answered.", &[]);
        }
        ("cancelled", _) => close(draft, ClosureCode::CancelledByUser, None, false, Some(&message)),
        ("expired", _) => {
            resolve(draft, &message, ClosureCode::Failed, Some("timed_out".to_owned()), Operation::ScriptResolve);
        }
        _ => resolve(draft, &message, ClosureCode::Failed, error.code.clone(), Operation::ScriptResolve),
    }
}

/// Whether calls are still under way whose answer is awaited.
pub fn calls_under_way(draft: &Draft<'_>) -> bool {
    draft.open_steps().any(|row| row.kind == RowKind::Plugin)
}
