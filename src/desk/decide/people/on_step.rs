//! What is done to a step beside answering it: refusals first, in the order of
//! contracts.md, then the act.

use super::{claim, consult, hand_back, reopen, signer, transfer, urge};
use crate::desk::command::Target;
use crate::desk::decide::draft::Draft;
use crate::desk::decide::submit::too_long;
use crate::desk::handling::StepAct;
use crate::model::changes::Made;
use crate::model::event::EventType;
use crate::model::journal::JournalRow;
use crate::model::people::User;
use crate::model::problem::{Code, FieldError, Refusal};
use crate::model::step_actions::{StepOperation, actions, allowed_to, possible, wants_no_vote};
use serde_json::{Value as Json, json};
use std::sync::Arc;

/// Characters of a reason, a suggestion, a question.
const LONGEST: usize = 2_000;

/// Does it.
pub fn on_step(draft: &mut Draft<'_>, target: Target, act: &StepAct) -> Result<(), Refusal> {
    let (row, user) = permit(draft, target, act.operation())?;
    draft.made(Made::Step(row.id));
    match act {
        StepAct::Claim(wish) => claim::claim(draft, &row, &user, wish)?,
        StepAct::Return(wish) => hand_back::hand_back(draft, &row, &user, wish)?,
        StepAct::Transfer(wish) => transfer::transfer(draft, &row, &user, wish)?,
        StepAct::Add(wish) => signer::add(draft, &row, &user, wish)?,
        StepAct::Consult(wish) => consult::consult(draft, &row, &user, wish)?,
        StepAct::Urge => urge::urge(draft, &row, &user)?,
        StepAct::Reopen(wish) => reopen::reopen(draft, &row, &user, wish)?,
    }
    Ok(())
}

/// Whether it could be done, whatever is wrong with its body: never does anything.
pub fn could(draft: &Draft<'_>, target: Target, operation: StepOperation) -> Result<(), Refusal> {
    permit(draft, target, operation)?;
    Err(Refusal::invalid("", "type", "The body cannot be read."))
}

/// 404, 403, 412, 409.
fn permit(draft: &Draft<'_>, target: Target, operation: StepOperation) -> Result<(JournalRow, Arc<User>), Refusal> {
    let Target::Step(step) = target else { return Err(Refusal::not_found()) };
    let mut rows = draft.journal.iter().chain(&draft.earlier);
    let row = rows.find(|row| row.id == step && row.kind.waits()).ok_or_else(Refusal::not_found)?;
    let user = draft.doer.person().ok_or_else(|| Refusal::new(Code::Forbidden, "Only people do that."))?;
    if !allowed_to(operation, user, &draft.ticket, row) {
        return Err(Refusal::new(Code::Forbidden, format!("You may not {}.", operation.deed())));
    }
    draft.check_version()?;
    if operation != StepOperation::Reopen && !row.is_open() {
        let outcome = row.answer.as_ref().map(|answer| answer.outcome.as_str()).unwrap_or_default();
        return Err(Refusal::new(Code::StepSettled, format!("The step was settled before: {outcome}.")));
    }
    let votes: Vec<_> = draft.votes.iter().filter(|(id, _)| *id == step).map(|(_, vote)| vote.clone()).collect();
    if wants_no_vote(operation) && votes.iter().any(|vote| vote.voter == user.id) {
        return Err(Refusal::new(Code::AlreadyVoted, "You have voted on this before."));
    }
    if !possible(operation, user, &draft.ticket, row) {
        let detail = format!("You cannot {} as it stands.", operation.deed());
        let mut refusal = Refusal::new(Code::IllegalOperation, detail);
        refusal.allowed = actions(user, &draft.ticket, row, &votes).into_iter().map(str::to_owned).collect();
        return Err(refusal);
    }
    Ok((row.clone(), Arc::clone(user)))
}

/// Logs what was done to a step, with what is the step's own.
pub fn log(draft: &mut Draft<'_>, kind: EventType, row: &JournalRow, more: Json) {
    let mut data = json!({"step": row.id, "kind": row.kind, "name": row.name});
    if let (Some(data), Some(more)) = (data.as_object_mut(), more.as_object()) {
        data.extend(more.clone());
    }
    draft.log(kind, data);
}

/// What is wrong with a text that must be there.
pub fn wanted(pointer: &str, text: &str) -> Option<FieldError> {
    let empty = || FieldError::new(pointer, "required", "Say something.");
    text.trim().is_empty().then(empty).or_else(|| too_long(pointer, text, LONGEST))
}

/// An active person of that username, who is not the one who asks.
pub fn somebody_else(
    draft: &Draft<'_>,
    pointer: &str,
    name: &str,
    doer: &User,
    errors: &mut Vec<FieldError>,
) -> Option<Arc<User>> {
    match draft.world.people.by_username(name).filter(|user| user.active) {
        None => errors.push(FieldError::new(pointer, "unknown", format!("There is no active user `{name}`."))),
        Some(user) if user.id == doer.id => {
            errors.push(FieldError::new(pointer, "yourself", "Name somebody else."));
        }
        Some(user) => return Some(Arc::clone(user)),
    }
    None
}

/// Whether somebody may be given a vote on the approval: nobody decides on what
/// they asked for, and nobody twice.
pub fn may_be_given_a_vote(draft: &Draft<'_>, row: &JournalRow, pointer: &str, user: &User) -> Option<FieldError> {
    let ticket = &draft.ticket;
    let asking =
        [Some(ticket.requester), Some(ticket.requested_for), Some(ticket.opened_by), row.arguments.handling.by];
    let has_one = row.arguments.rule.as_ref().is_some_and(|rule| rule.may_vote(user.id));
    let voted = draft.votes.iter().any(|(step, vote)| *step == row.id && vote.voter == user.id);
    if asking.contains(&Some(user.id)) {
        let message = format!("{} asked for it: nobody decides on what they asked for.", user.name);
        return Some(FieldError::new(pointer, "own_request", message));
    }
    (has_one || voted).then(|| FieldError::new(pointer, "already_asked", format!("{} is asked already.", user.name)))
}
