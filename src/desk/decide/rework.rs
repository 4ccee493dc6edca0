//! Rework: an approver returns the request. Its run is over; whoever asked is
//! asked to correct the form, or to send it again as it is, and a new run begins
//! with what they send. Silence follows `[steps.question]` of the policy.

use super::answer::named;
use super::draft::Draft;
use super::steps::{self, last_resort, on_timeout, option, settle, votes_kept};
use super::{ending, ladder, own_rows, rerun, timeout};
use crate::desk::command::StepAnswer;
use crate::model::event::EventType;
use crate::model::ids::{CommentId, UserId};
use crate::model::journal::{Answer, Arguments, JournalRow, Origin, RETURNED_FROM, RowKind, RowState};
use crate::model::people::{Parties, User};
use crate::model::policy::OnTimeout;
use crate::model::problem::FieldError;
use crate::model::ticket::{ClosureCode, Comment, number_text};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

/// The outcome of an approval that sends the request back.
pub const RETURNED: &str = "returned";
/// The question's name: a text of the desk, the key of its translation.
const NAME: &str = "Correct the request or send it again";

/// What is wrong with a return: an approval may forbid it, and nobody can
/// correct what they were not told.
pub fn check(row: &JournalRow, wish: &StepAnswer) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if option(row, "rework") == Some(&json!(false)) || row.origin != Origin::Script {
        errors.push(FieldError::new("/outcome", "enum", "this is not returned for correction: approve or reject it"));
    }
    if wish.comment.as_deref().is_none_or(|text| text.trim().is_empty()) {
        errors.push(FieldError::new("/comment", "required", "Say what is to be corrected."));
    }
    errors
}

/// An approver returns the request: nothing of this run is asked any more, and
/// whoever asked is told why.
pub fn send_back(draft: &mut Draft<'_>, row: &JournalRow, user: &User, wish: &StepAnswer) {
    let seat = row.arguments.rule.as_ref().and_then(|rule| rule.seat(user.id)).filter(|seat| *seat != user.id);
    let on_behalf_of = seat.and_then(|id| draft.world.people.user(id)).map(|user| named(user));
    let answer = Answer {
        outcome: RETURNED.to_owned(),
        output: votes_kept(draft, row.id),
        comment: wish.comment.clone(),
        code: wish.code.clone(),
        by: Some(named(user)),
        on_behalf_of,
        carried_from: None,
    };
    settle(draft, row.id, RowState::Failed, answer);
    rerun::end(draft, "the request was returned");
    draft.ticket.flags.stuck = false;
    draft.ticket.fault = None;
    draft.log(EventType::TicketReturned, json!({"step": row.id, "name": row.name, "comment": wish.comment}));
    let asked = ask(draft, row, wish.comment.clone());
    let number = number_text(draft.ticket.kind, draft.ticket.number);
    let values = json!({"number": number, "title": draft.ticket.title, "name": user.name, "comment": wish.comment});
    for user in asked {
        let values = values.as_object().cloned().unwrap_or_default();
        draft.notify(user, "{number} “{title}” was returned by {name}: {comment}", values);
    }
}

/// Opens the question to whoever asked and typed it in; where both have left,
/// the last resort decides.
fn ask(draft: &mut Draft<'_>, returned: &JournalRow, comment: Option<String>) -> BTreeSet<UserId> {
    let there = |user: &UserId| draft.world.people.user(*user).is_some_and(|user| user.active);
    let asking = [draft.ticket.requester, draft.ticket.opened_by];
    let mut users: BTreeSet<UserId> = asking.into_iter().filter(there).collect();
    if users.is_empty() {
        users = last_resort(draft, &[]);
    }
    let mut arguments = Arguments { about: Some(returned.name.clone()), text: comment, ..Arguments::default() };
    arguments.values.insert(RETURNED_FROM.to_owned(), json!(returned.id));
    arguments.parties = Parties { users: users.clone(), groups: BTreeSet::new() };
    let id = own_rows::add(draft, Origin::Person, RowKind::Question, NAME, arguments);
    let actor = draft.actor.clone();
    steps::opened_by(draft, id, actor);
    users
}

/// It is sent again as it is. What is said with it is for all to read: the
/// approver is asked anew.
pub fn send_again(draft: &mut Draft<'_>, user: &User, wish: &StepAnswer) {
    let comment = wish.comment.clone().filter(|text| !text.trim().is_empty());
    sent(draft, comment.clone());
    if let Some(text) = comment {
        let id = CommentId::fresh(draft.ids());
        let (ticket, at) = (draft.ticket.id, draft.now);
        draft.changes().comments.push(Comment::said(id, ticket, user.id, at, text));
        draft.log(EventType::CommentAdded, json!({"comment": id, "internal": false}));
    }
    rerun::begin(draft, None);
    draft.log(EventType::TicketRerun, json!({"run": draft.ticket.run, "again": true}));
}

/// Where a returned request waits to be sent, it was: the question has its answer.
pub fn sent(draft: &mut Draft<'_>, comment: Option<String>) {
    let Some(step) = draft.rework().map(|row| row.id) else { return };
    let by = draft.doer.person().map(|user| named(user));
    let answer = Answer { outcome: "answered".to_owned(), comment, by, output: Json::Null, ..Answer::default() };
    settle(draft, step, RowState::Done, answer);
}

/// Nobody sent it again in time.
pub fn silent(draft: &mut Draft<'_>, row: &JournalRow) {
    match on_timeout(draft, row) {
        OnTimeout::Expire => {
            settle(draft, row.id, RowState::Failed, Answer { outcome: "expired".to_owned(), ..Answer::default() });
            let message = "it was returned and not sent again";
            let reason = Some("no_answer".to_owned());
            ending::close(draft, ClosureCode::CancelledByUser, reason, false, Some(message));
            ending::tell_requester(draft, "{number} “{title}” was closed: nobody answered.", &[]);
        }
        OnTimeout::Escalate => ladder::escalate(draft, row),
        // There is no way on without whoever asked.
        _ => timeout::remind(draft, row, true),
    }
}
