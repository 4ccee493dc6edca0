//! Answers to steps: votes, confirmations, tasks done, plugin calls answered by
//! hand. Who may answer what, with which words.

use super::assign;
use super::draft::Draft;
use super::steps::{self, on_fail, option, settle, settle_approval};
use super::submit::too_long;
use crate::desk::command::{StepAnswer, Target};
use crate::model::approval::{Ballot, Vote};
use crate::model::catalog::Checker;
use crate::model::changes::Made;
use crate::model::event::EventType;
use crate::model::ids::DeliveryId;
use crate::model::journal::{Answer, JournalRow, Named, RowKind, RowState};
use crate::model::people::{Parties, Role, User};
use crate::model::problem::{Code, FieldError, Refusal};
use serde_json::{Map, Value as Json, json};
use std::sync::Arc;

const LONGEST: usize = 20_000;
/// One answer is at most 64 KiB (contracts.md "The journal").
const LARGEST_OUTPUT: usize = 64 * 1024;

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
    if wish.seen.is_some() && wish.seen != row.arguments.seen {
        return Err(Refusal::new(
            Code::ChangedSinceSeen,
            "What is asked has changed since it was shown to you; look again.",
        ));
    }
    check(draft, &row, wish)?;
    draft.made(Made::Step(step));
    match row.kind {
        RowKind::Approval => vote(draft, &row, &user, wish),
        RowKind::Cost => cost(draft, &row, &user, wish),
        RowKind::Task => task(draft, &row, &user, wish),
        _ => plugin(draft, &row, &user, wish),
    }
    Ok(())
}

fn outcomes(kind: RowKind) -> &'static [&'static str] {
    match kind {
        RowKind::Approval => &["approved", "rejected"],
        RowKind::Cost => &["confirmed", "declined"],
        RowKind::Task => &["done", "failed", "skipped"],
        _ => &["done", "refused"],
    }
}

fn may_answer(draft: &Draft<'_>, row: &JournalRow, user: &User) -> Result<(), Refusal> {
    let owner = draft.ticket.owner == Some(user.id);
    let may = match row.kind {
        RowKind::Approval => row.arguments.rule.as_ref().is_some_and(|rule| rule.may_vote(user.id)),
        RowKind::Plugin => owner || user.has(Role::Admin) || row.arguments.parties.include(user),
        _ => row.arguments.parties.include(user),
    };
    if may { Ok(()) } else { Err(Refusal::new(Code::Forbidden, "This step does not wait for you.")) }
}

fn check(draft: &Draft<'_>, row: &JournalRow, wish: &StepAnswer) -> Result<(), Refusal> {
    let mut errors: Vec<FieldError> = Vec::new();
    let known = outcomes(row.kind);
    let skips = option(row, "optional") == Some(&json!(true)) || draft.doer.user_id() == draft.ticket.owner;
    if !known.contains(&wish.outcome.as_str()) {
        errors.push(FieldError::new("/outcome", "enum", format!("`{}` is none of {}", wish.outcome, known.join(", "))));
    } else if wish.outcome == "skipped" && !skips {
        errors.push(FieldError::new("/outcome", "enum", "only an optional task is skipped, or by the ticket's owner"));
    }
    errors.extend(wish.comment.as_ref().and_then(|text| too_long("/comment", text, LONGEST)));
    let policy = draft.policy();
    if row.kind == RowKind::Approval {
        let empty = |text: &Option<String>| text.as_deref().is_none_or(|text| text.trim().is_empty());
        if policy.steps.comment_for.contains(&wish.outcome) && empty(&wish.comment) {
            errors.push(FieldError::new("/comment", "required", "Say why."));
        }
        if policy.steps.code_for.contains(&wish.outcome) && wish.code.is_none() {
            errors.push(FieldError::new("/code", "required", format!("Choose one of {}.", codes(draft))));
        }
        if let Some(code) = wish.code.as_ref().filter(|code| !policy.rejection_codes.contains_key(*code)) {
            errors.push(FieldError::new("/code", "enum", format!("`{code}` is none of {}", codes(draft))));
        }
    }
    check_output(draft, row, wish, &mut errors);
    if errors.is_empty() { Ok(()) } else { Err(Refusal::invalid_fields(errors)) }
}

fn codes(draft: &Draft<'_>) -> String {
    draft.policy().rejection_codes.keys().cloned().collect::<Vec<_>>().join(", ")
}

/// A task's form is checked by its schema; what has no form takes no output,
/// but for a plugin's answer by hand.
fn check_output(draft: &Draft<'_>, row: &JournalRow, wish: &StepAnswer, errors: &mut Vec<FieldError>) {
    let form = option(row, "form").and_then(Json::as_str).filter(|_| row.kind == RowKind::Task);
    let asks = form.is_some();
    let form = form.and_then(|name| draft.world.content.forms.get(name));
    let empty = Json::Object(Map::new());
    match (&wish.output, form) {
        (output, Some(form)) if wish.outcome == "done" => {
            errors.extend(form.checker.check(output.as_ref().unwrap_or(&empty), "/output").err().unwrap_or_default());
        }
        (Some(output), _) if !output.is_object() => {
            errors.push(FieldError::new("/output", "type", "an object is wanted"));
        }
        (Some(output), None) if row.kind != RowKind::Plugin && !asks && *output != empty => {
            errors.push(FieldError::new("/output", "unknown", "this step asks for no form"));
        }
        (Some(output), _) => errors.extend(crate::model::catalog::check_numbers(output, "/output")),
        (None, _) => {}
    }
    if row.kind == RowKind::Plugin && wish.outcome == "done" {
        errors.extend(check_plugin_output(draft, row, wish.output.as_ref().unwrap_or(&empty)));
    }
    let size = wish.output.as_ref().map_or(0, |output| output.to_string().len());
    if size > LARGEST_OUTPUT {
        errors.push(FieldError::new("/output", "maxLength", "an answer is at most 64 KiB"));
    }
}

/// What a person answers in a plugin's place is what the plugin would answer.
fn check_plugin_output(draft: &Draft<'_>, row: &JournalRow, output: &Json) -> Vec<FieldError> {
    let (module, function) = row.name.split_once('.').unwrap_or((row.name.as_str(), ""));
    let signature = draft.world.content.plugins.signature(module, function);
    let Some(schema) = signature.and_then(|signature| signature.output) else { return Vec::new() };
    let checker = Checker::compile("plugin", "", &schema, &std::collections::BTreeMap::new());
    checker.ok().and_then(|checker| checker.check(output, "/output").err()).unwrap_or_default()
}

fn named(user: &User) -> Named {
    Named { id: user.id, username: user.username.clone(), name: user.name.clone() }
}

fn vote(draft: &mut Draft<'_>, row: &JournalRow, user: &Arc<User>, wish: &StepAnswer) {
    let ballot = if wish.outcome == "approved" { Ballot::Approved } else { Ballot::Rejected };
    let seat = row.arguments.rule.as_ref().and_then(|rule| rule.seat(user.id)).filter(|seat| *seat != user.id);
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
        let voter = user.id;
        draft.change_row(row.id, |row| {
            row.arguments.parties.users.remove(&voter);
        });
        draft.ask_anew(row.id);
    }
}

fn cost(draft: &mut Draft<'_>, row: &JournalRow, user: &User, wish: &StepAnswer) {
    let confirmed = wish.outcome == "confirmed";
    let amount = row.arguments.amount.clone();
    if let (true, Some(amount)) = (confirmed, &amount) {
        let cost = draft.ticket.cost.get_or_insert_with(|| crate::model::ticket::Cost {
            currency: amount.currency.clone(),
            estimated: None,
            confirmed: None,
            actual: None,
            lines: Vec::new(),
        });
        if cost.currency != amount.currency {
            // What was estimated in another currency is no part of what was confirmed.
            cost.currency.clone_from(&amount.currency);
            cost.estimated = None;
        }
        cost.confirmed = Some(amount.amount.to_string());
    }
    let output =
        amount.map_or(Json::Null, |amount| json!({"amount": amount.amount.to_string(), "currency": amount.currency}));
    finish(draft, row, user, wish, if confirmed { RowState::Done } else { RowState::Failed }, output);
}

fn task(draft: &mut Draft<'_>, row: &JournalRow, user: &User, wish: &StepAnswer) {
    assign::first_act(draft);
    let fails = wish.outcome == "failed";
    if fails && asks_owner(draft, row, user) {
        ask_owner(draft, row, wish.comment.as_deref().unwrap_or("it failed"));
        return;
    }
    let output = whole_form(draft, row, wish);
    finish(draft, row, user, wish, if fails { RowState::Failed } else { RowState::Done }, output);
}

/// The task's form as scripts read it: a field that was left empty is there, as null.
fn whole_form(draft: &Draft<'_>, row: &JournalRow, wish: &StepAnswer) -> Json {
    let mut output = wish.output.as_ref().and_then(Json::as_object).cloned().unwrap_or_default();
    let form = option(row, "form").and_then(Json::as_str).and_then(|name| draft.world.content.forms.get(name));
    for field in form.map(|form| crate::model::catalog::fields(&form.schema)).unwrap_or_default() {
        output.entry(field).or_insert(Json::Null);
    }
    Json::Object(output)
}

fn plugin(draft: &mut Draft<'_>, row: &JournalRow, user: &User, wish: &StepAnswer) {
    let done = wish.outcome == "done";
    draft.changes().deliveries_gone.push(DeliveryId(row.id.0));
    let output = wish.output.clone().unwrap_or_else(|| Json::Object(Map::new()));
    finish(draft, row, user, wish, if done { RowState::Done } else { RowState::Failed }, output);
}

fn finish(draft: &mut Draft<'_>, row: &JournalRow, user: &User, wish: &StepAnswer, state: RowState, output: Json) {
    let answer = Answer {
        outcome: wish.outcome.clone(),
        output,
        comment: wish.comment.clone(),
        code: wish.code.clone(),
        by: Some(named(user)),
        on_behalf_of: None,
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
    draft.change_row(row.id, |row| row.arguments.parties = Parties { users, groups: Default::default() });
    draft.ask_anew(row.id);
}
