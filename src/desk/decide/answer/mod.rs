//! Answers to steps: votes, confirmations, tasks done, questions answered, plugin
//! calls answered by hand. Who may answer what, and what comes of it; whether an
//! answer is complete is asked in `check`, the work on the ticket itself is in `work`.

mod check;
mod task;
mod work;

pub use work::{only_work, report};

use super::draft::Draft;
use super::ladder::Terms;
use super::people;
use super::steps::{self, awaits_event, failure, on_fail, option, settle, settle_approval};
use super::{assign, attach, cancel_wish, kind_facts, relate, rework};
use crate::desk::command::{StepAnswer, Target};
use crate::model::approval::{Ballot, Vote};
use crate::model::attachment::FilePlace;
use crate::model::changes::Made;
use crate::model::event::EventType;
use crate::model::ids::{DeliveryId, StepId};
use crate::model::journal::{Answer, JournalRow, Named, RowKind, RowState, WENT_WRONG};
use crate::model::people::{Parties, Role, User};
use crate::model::problem::{Code, Refusal};
use crate::model::step_actions::{self, StepOperation};
use serde_json::{Map, Value as Json, json};
use std::sync::Arc;

/// Answers a step.
pub fn answer(draft: &mut Draft<'_>, target: Target, wish: &StepAnswer) -> Result<(), Refusal> {
    let Target::Step(step) = target else { return Err(Refusal::not_found()) };
    let row = draft.row(step).filter(|row| row.kind.waits()).cloned().ok_or_else(Refusal::not_found)?;
    let user =
        draft.doer.person().cloned().ok_or_else(|| Refusal::new(Code::Forbidden, "Only people answer steps."))?;
    may_answer(draft, &row, &user)?;
    draft.check_version()?;
    if !row.is_open() {
        let outcome = row.answer.as_ref().map(|answer| answer.outcome.as_str()).unwrap_or_default();
        return Err(Refusal::new(Code::StepSettled, format!("The step was settled before: {outcome}.")));
    }
    if draft.votes.iter().any(|(id, vote)| *id == step && vote.voter == user.id) {
        return Err(Refusal::new(Code::AlreadyVoted, "You have voted on this before."));
    }
    if row.arguments.rule.as_ref().is_some_and(|rule| rule.free_seat(user.id, &votes_on(draft, step)).is_none()) {
        return Err(Refusal::new(Code::AlreadyVoted, "Somebody has voted on this in the same place before."));
    }
    if wish.seen.is_some() && wish.seen != row.arguments.seen {
        return Err(Refusal::new(
            Code::ChangedSinceSeen,
            "What is asked has changed since it was shown to you; look again.",
        ));
    }
    if row.kind == RowKind::Work && wish.outcome == "done" {
        people::check_answered(draft, &row)?;
        kind_facts::check_required(draft)?;
        if only_work(draft).is_some_and(|work| work.id == row.id) {
            relate::check_children(draft)?;
        }
    }
    let wish = &task::in_source(draft, &row, &user, wish);
    check::check(draft, &row, wish)?;
    take_files(draft, &row, wish);
    draft.made(Made::Step(step));
    match row.kind {
        RowKind::Approval if wish.outcome == rework::RETURNED => rework::send_back(draft, &row, &user, wish),
        RowKind::Question if row.is_rework() => rework::send_again(draft, &user, wish),
        RowKind::Question if row.is_cancel_wish() => cancel_wish::answered(draft, &row, &user, wish),
        RowKind::Approval => vote(draft, &row, &user, wish),
        RowKind::Cost => cost(draft, &row, &user, wish),
        RowKind::Task => task(draft, &row, &user, wish),
        RowKind::Work => work::work(draft, &row, &user, wish),
        RowKind::Question => question(draft, &row, &user, wish),
        RowKind::Wait => waited(draft, &row, &user, wish),
        RowKind::Ticket => decided(draft, &row, &user, wish),
        _ => plugin(draft, &row, &user, wish),
    }
    Ok(())
}

/// The files of the answer's form are the ticket's from now on.
fn take_files(draft: &mut Draft<'_>, row: &JournalRow, wish: &StepAnswer) {
    let form = option(row, "form").and_then(Json::as_str).and_then(|name| draft.world.content.forms.get(name)).cloned();
    if let (Some(form), Some(output)) = (form, &wish.output) {
        attach::with_form(draft, &form.meaning, output, FilePlace::Step);
    }
}

fn outcomes(row: &JournalRow) -> &'static [&'static str] {
    match row.kind {
        RowKind::Approval => &["approved", "rejected", rework::RETURNED],
        RowKind::Cost => &["confirmed", "declined"],
        RowKind::Task => &["done", "failed", "skipped"],
        RowKind::Work => &["done", "failed"],
        RowKind::Question => &["answered"],
        RowKind::Ticket => &["succeeded", "failed"],
        RowKind::Wait if awaits_event(row) => &["arrived"],
        RowKind::Wait => &["skipped"],
        _ => &["done", "refused"],
    }
}

fn may_answer(draft: &Draft<'_>, row: &JournalRow, user: &User) -> Result<(), Refusal> {
    let may = step_actions::allowed_to(StepOperation::Answer, user, &draft.ticket, row);
    if may {
        return Ok(());
    }
    // The work may well wait for them, and their profile keeps them from it.
    let asked = row.kind == RowKind::Work && row.arguments.parties.include(user);
    let by_profile = asked.then(|| user.traits.keeps_from_resolving(&draft.ticket)).flatten();
    Err(Refusal::new(Code::Forbidden, by_profile.unwrap_or("This step does not wait for you.")))
}

fn votes_on(draft: &Draft<'_>, step: StepId) -> Vec<Vote> {
    Terms::of(draft).votes_on(step)
}

/// A person as an answer keeps them.
pub fn named(user: &User) -> Named {
    Named { id: user.id, username: user.username.clone(), name: user.name.clone() }
}

fn vote(draft: &mut Draft<'_>, row: &JournalRow, user: &Arc<User>, wish: &StepAnswer) {
    let ballot = if wish.outcome == "approved" { Ballot::Approved } else { Ballot::Rejected };
    let votes = votes_on(draft, row.id);
    let seat = row.arguments.rule.as_ref().and_then(|rule| rule.free_seat(user.id, &votes));
    let seat = seat.filter(|seat| *seat != user.id);
    draft.actor.on_behalf_of = seat.map(|seat| seat.to_string());
    let vote = Vote {
        voter: user.id,
        on_behalf_of: seat,
        ballot,
        code: wish.code.clone(),
        comment: wish.comment.clone(),
        at: draft.now,
    };
    draft.vote(row.id, vote);
    draft.log(
        EventType::StepVoted,
        json!({"step": row.id, "name": row.name, "outcome": ballot, "code": wish.code, "comment": wish.comment}),
    );
    if !settle_approval(draft, row.id) {
        draft.ask_silent(row.id);
    }
}

fn cost(draft: &mut Draft<'_>, row: &JournalRow, user: &User, wish: &StepAnswer) {
    let confirmed = wish.outcome == "confirmed";
    let amount = row.arguments.amount.clone();
    if let (true, Some(amount)) = (confirmed, &amount) {
        steps::confirmed(draft, amount, row.origin);
    }
    let output =
        amount.map_or(Json::Null, |amount| json!({"amount": amount.amount.to_string(), "currency": amount.currency}));
    finish(draft, row, user, wish, if confirmed { RowState::Done } else { RowState::Failed }, output);
}

fn task(draft: &mut Draft<'_>, row: &JournalRow, user: &User, wish: &StepAnswer) {
    assign::first_work(draft);
    let fails = wish.outcome == "failed";
    if fails && asks_owner(draft, row, user) {
        ask_owner(draft, row, wish.comment.as_deref().unwrap_or("it failed"));
        return;
    }
    assign::worked(draft, row, user);
    let output = Json::Object(whole_form(draft, row, wish));
    let state = if fails { failure(draft, row) } else { RowState::Done };
    finish(draft, row, user, wish, state, output);
}

fn question(draft: &mut Draft<'_>, row: &JournalRow, user: &User, wish: &StepAnswer) {
    let output = Json::Object(whole_form(draft, row, wish));
    finish(draft, row, user, wish, RowState::Done, output);
}

/// A wait is skipped, or the event that is waited for is reported by hand.
fn waited(draft: &mut Draft<'_>, row: &JournalRow, user: &User, wish: &StepAnswer) {
    finish(draft, row, user, wish, RowState::Done, wish.output.clone().unwrap_or_default());
}

/// The owner decides what another ticket's end means for this one.
fn decided(draft: &mut Draft<'_>, row: &JournalRow, user: &User, wish: &StepAnswer) {
    let state = if wish.outcome == "succeeded" { RowState::Done } else { failure(draft, row) };
    let number = row.arguments.values.get("number").cloned().unwrap_or_default();
    finish(draft, row, user, wish, state, json!({"number": number}));
}

/// The form as scripts read it: a field that was left empty is there, as null.
pub fn whole_form(draft: &Draft<'_>, row: &JournalRow, wish: &StepAnswer) -> Map<String, Json> {
    let mut output = wish.output.as_ref().and_then(Json::as_object).cloned().unwrap_or_default();
    let form = option(row, "form").and_then(Json::as_str).and_then(|name| draft.world.content.forms.get(name));
    for field in form.map(|form| crate::model::catalog::fields(&form.schema)).unwrap_or_default() {
        output.entry(field).or_insert(Json::Null);
    }
    output
}

fn plugin(draft: &mut Draft<'_>, row: &JournalRow, user: &User, wish: &StepAnswer) {
    let done = wish.outcome == "done";
    draft.changes().deliveries_gone.push(DeliveryId(row.id.0));
    let output = wish.output.clone().unwrap_or_else(|| Json::Object(Map::new()));
    finish(draft, row, user, wish, if done { RowState::Done } else { RowState::Failed }, output);
}

/// Settles the step with what was said, in whose place it was.
pub fn finish(draft: &mut Draft<'_>, row: &JournalRow, user: &User, wish: &StepAnswer, state: RowState, output: Json) {
    let in_place = row.arguments.stand_ins.iter().find(|(who, _)| *who == user.id).map(|(_, seat)| *seat);
    let in_place = in_place.and_then(|seat| draft.world.people.user(seat).cloned());
    draft.actor.on_behalf_of = in_place.as_ref().map(|seat| seat.id.to_string());
    let answer = Answer {
        outcome: wish.outcome.clone(),
        output,
        comment: wish.comment.clone(),
        code: wish.code.clone(),
        by: Some(named(user)),
        on_behalf_of: in_place.as_deref().map(named),
        carried_from: None,
    };
    settle(draft, row.id, state, answer);
}

/// Whether a failure is the owner's to decide: by default nobody else lets a
/// step fail (language.md, `on_fail`).
pub fn asks_owner(draft: &Draft<'_>, row: &JournalRow, user: &User) -> bool {
    let decides = draft.ticket.owner == Some(user.id) || user.has(Role::ServiceRequestManager);
    on_fail(draft, row) == "ask_owner" && !decides
}

/// The step stays open and waits for the owner, who finds another way or lets
/// it fail; where there is no owner, the last resort is asked.
pub fn ask_owner(draft: &mut Draft<'_>, row: &JournalRow, message: &str) {
    let users = match draft.ticket.owner {
        Some(owner) => [owner].into(),
        None => steps::last_resort(draft, &[]),
    };
    draft.log(EventType::StepEscalated, json!({"step": row.id, "name": row.name, "reason": message, "to": "owner"}));
    let number = crate::model::ticket::number_text(draft.ticket.kind, draft.ticket.number);
    let values = json!({"number": number, "step": row.name, "message": message});
    for user in &users {
        let values = values.as_object().cloned().unwrap_or_default();
        draft.notify(*user, "{number}: “{step}” cannot be done as asked: {message}", values);
    }
    draft.change_row(row.id, |row| {
        row.arguments.parties = Parties { users, groups: Default::default() };
        row.arguments.values.insert(WENT_WRONG.to_owned(), json!(message));
    });
    draft.ask_anew(row.id);
}
