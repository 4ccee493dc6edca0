//! From a point that the policy names on, who asked cancels a ticket no more by a
//! word: their wish is a question of the desk's own, and the owner answers it.

use super::answer::finish;
use super::draft::Draft;
use super::ending::{tell, tell_requester};
use super::stand_in::stand_in;
use super::steps::{self, last_resort};
use super::{cancel, illegal, own_rows};
use crate::desk::command::StepAnswer;
use crate::model::changes::Made;
use crate::model::event::EventType;
use crate::model::handling::Handling;
use crate::model::ids::UserId;
use crate::model::journal::{Arguments, CANCELS, JournalRow, Origin, RowKind, RowState};
use crate::model::people::{Parties, Role, User};
use crate::model::policy::CancelUntil;
use crate::model::problem::{FieldError, Refusal};
use crate::model::status::Status;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeSet;

/// The question's name: a text of the desk, the key of its translation.
const NAME: &str = "Cancel the request?";

/// Whether what the doer says is only a wish now.
pub fn is_wish(draft: &Draft<'_>) -> bool {
    let Some(user) = draft.doer.person() else { return false };
    let decides = draft.ticket.owner == Some(user.id) || user.has(Role::ServiceRequestManager);
    !decides && past_the_point(draft)
}

fn past_the_point(draft: &Draft<'_>) -> bool {
    match draft.policy().cancel.until {
        CancelUntil::Accepted => draft.ticket.owner.is_some() || draft.ticket.status != Status::New,
        CancelUntil::Approved => {
            let run = draft.ticket.run;
            let mut asked =
                draft.journal.iter().filter(|row| row.kind == RowKind::Approval && row.run == run).peekable();
            match asked.peek() {
                Some(_) => asked.all(|row| !row.is_open()),
                None => work_has_begun(draft),
            }
        }
        CancelUntil::WorkBegun => work_has_begun(draft),
        CancelUntil::Closed => false,
    }
}

/// It is with a handler, or somebody has taken or done a piece of its work; what
/// was asked of who asked is none of it.
fn work_has_begun(draft: &Draft<'_>) -> bool {
    let own = [draft.ticket.requester, draft.ticket.requested_for];
    let touched = |row: &JournalRow| {
        let done = row.answer.as_ref().and_then(|answer| answer.by.as_ref()).is_some_and(|by| !own.contains(&by.id));
        let taken = row.arguments.handling.claimed.is_some_and(|by| !own.contains(&by));
        matches!(row.kind, RowKind::Task | RowKind::Work) && (done || taken)
    };
    matches!(draft.ticket.status, Status::Assigned | Status::Escalated) || draft.journal.iter().any(touched)
}

/// Asks the owner; the last resort, where there is none or they have left.
pub fn ask(draft: &mut Draft<'_>, reason: Option<&str>) -> Result<(), Refusal> {
    if draft.open_steps().any(JournalRow::is_cancel_wish) {
        return Err(illegal(draft, "That was asked before: whoever answers for this ticket has to say so.".to_owned()));
    }
    let Some(by) = draft.doer.person().cloned() else { return Err(Refusal::not_found()) };
    let there = |user: &UserId| draft.world.people.user(*user).is_some_and(|user| user.active);
    let users: BTreeSet<UserId> = match draft.ticket.owner.filter(there) {
        Some(owner) => [owner].into(),
        None => last_resort(draft, &[]),
    };
    let mut arguments = Arguments {
        text: reason.map(str::to_owned),
        // Silence decides nothing here, and what the desk owes goes on.
        options: Map::from_iter([("on_timeout".to_owned(), json!("remind")), ("pause".to_owned(), json!(false))]),
        parties: Parties { users: users.clone(), groups: BTreeSet::new() },
        handling: Handling { by: Some(by.id), ..Handling::default() },
        ..Arguments::default()
    };
    arguments.values.insert(CANCELS.to_owned(), json!(true));
    let step = own_rows::add(draft, Origin::Person, RowKind::Question, NAME, arguments);
    draft.made(Made::Step(step));
    draft.log(EventType::TicketCancelAsked, json!({"step": step, "reason": reason}));
    let actor = draft.actor.clone();
    steps::opened_by(draft, step, actor);
    stand_in(draft, step);
    let people: Vec<UserId> = users.into_iter().collect();
    let text = match reason {
        Some(_) => "{number} “{title}”: {by} asks you to cancel it: {reason}",
        None => "{number} “{title}”: {by} asks you to cancel it.",
    };
    tell(draft, &people, text, json!({"by": by.name, "reason": reason}));
    Ok(())
}

/// What is wrong with the owner's answer: a yes or a no, and a no says why.
pub fn check(wish: &StepAnswer) -> Vec<FieldError> {
    let mut errors = Vec::new();
    let empty = Map::new();
    let fields = wish.output.as_ref().and_then(Json::as_object).unwrap_or(&empty);
    for unknown in fields.keys().filter(|key| *key != "answer") {
        errors.push(FieldError::new(format!("/output/{unknown}"), "unknown", "the one field is `answer`"));
    }
    match fields.get("answer").map(Json::as_str) {
        None => errors.push(FieldError::new("/output/answer", "required", "Say yes or no.")),
        Some(Some("yes")) => {}
        Some(Some("no")) if wish.comment.as_deref().is_none_or(|text| text.trim().is_empty()) => {
            errors.push(FieldError::new("/comment", "required", "Say why not."));
        }
        Some(Some("no")) => {}
        Some(_) => errors.push(FieldError::new("/output/answer", "enum", "it is neither yes nor no")),
    }
    errors
}

/// The owner has answered: it is cancelled, or who asked is told why not.
pub fn answered(draft: &mut Draft<'_>, row: &JournalRow, user: &User, wish: &StepAnswer) {
    let output = wish.output.clone().unwrap_or_default();
    let yes = output.get("answer").and_then(Json::as_str) == Some("yes");
    finish(draft, row, user, wish, RowState::Done, output);
    if yes {
        tell_requester(draft, "{number} “{title}” is cancelled, as you asked.", &[]);
        return cancel::begin(draft, row.arguments.text.as_deref().unwrap_or_default(), None);
    }
    let said = wish.comment.as_deref().unwrap_or_default();
    draft.log(EventType::TicketCancelRefused, json!({"step": row.id, "comment": said}));
    tell_requester(draft, "{number} “{title}” is not cancelled: {comment}", &[("comment", said)]);
}
