//! The work on the ticket itself: what is reported of it, as an answer to the
//! open `handle` or by resolving the ticket by hand.

use super::check::{LONGEST, filled};
use super::{ask_owner, asks_owner, finish};
use crate::desk::command::{Resolve, StepAnswer};
use crate::desk::decide::draft::Draft;
use crate::desk::decide::people::in_the_way;
use crate::desk::decide::steps::{failure, option};
use crate::desk::decide::submit::too_long;
use crate::desk::decide::{assign, better_way};
use crate::desk::world::Form;
use crate::model::catalog::{check_numbers, fields};
use crate::model::closing::{BetterWay, WORKAROUND};
use crate::model::journal::{JournalRow, Origin, RowKind, RowState};
use crate::model::people::User;
use crate::model::problem::{Code, FieldError, Refusal};
use crate::model::ticket::{ClosureCode, CostLine};
use rust_decimal::Decimal;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeSet;
use std::str::FromStr;

/// What can be said of any work; everything else belongs to the step's form.
const OWN: [&str; 5] = ["resolution", "workaround", "minutes", "cost", "better_way"];

/// What is wrong with a report.
pub fn check(draft: &Draft<'_>, row: &JournalRow, wish: &StepAnswer, errors: &mut Vec<FieldError>) {
    let Some(output) = wish.output.clone().unwrap_or_else(|| json!({})).as_object().cloned() else {
        errors.push(FieldError::new("/output", "type", "an object is wanted"));
        return;
    };
    let said = |text: Option<&str>| text.is_some_and(|text| !text.trim().is_empty());
    match output.get("resolution") {
        None | Some(Json::String(_)) => {
            let resolution = output.get("resolution").and_then(Json::as_str);
            if wish.outcome == "done" && !said(resolution) {
                errors.push(FieldError::new("/output/resolution", "required", "Say what was done."));
            }
            let text = resolution.map(str::to_owned);
            errors.extend(text.and_then(|text| too_long("/output/resolution", &text, LONGEST)));
        }
        Some(_) => errors.push(FieldError::new("/output/resolution", "type", "a text is wanted")),
    }
    if wish.outcome == "failed" && !said(wish.comment.as_deref()) {
        errors.push(FieldError::new("/comment", "required", "Say why."));
    }
    if output.get("workaround").is_some_and(|value| !value.is_boolean()) {
        errors.push(FieldError::new("/output/workaround", "type", "true or false is wanted"));
    }
    let denied = output.get("workaround") == Some(&json!(false)) && !asked_by_form(draft, row, "workaround");
    if denied && wish.code.as_deref() == Some(WORKAROUND) {
        errors.push(FieldError::new("/output/workaround", "contradiction", "the code says that it is one"));
    }
    check_minutes(&output, errors);
    if output.get("cost").is_some_and(|value| amount(value).is_none()) {
        errors.push(FieldError::new("/output/cost", "type", "an amount is wanted: \"12.50\""));
    }
    check_code(draft, wish, errors);
    if let Err(error) = way(draft, wish) {
        errors.push(error);
    }
    check_form(draft, row, wish, output, errors);
}

/// The time that it took is a whole number of minutes.
pub fn check_minutes(output: &Map<String, Json>, errors: &mut Vec<FieldError>) {
    if output.get("minutes").is_some_and(|value| value.as_u64().is_none_or(|minutes| minutes > 1_000_000)) {
        errors.push(FieldError::new("/output/minutes", "type", "a whole number of minutes is wanted"));
    }
}

/// The code of work is a closure reason under what comes of it.
fn check_code(draft: &Draft<'_>, wish: &StepAnswer, errors: &mut Vec<FieldError>) {
    let Some(code) = &wish.code else { return };
    let under = if wish.outcome == "failed" { ClosureCode::Failed } else { ClosureCode::Succeeded };
    let known = &draft.policy().closure_reasons;
    if known.get(code) != Some(&under) {
        let fitting: Vec<&str> = known.iter().filter(|(_, of)| **of == under).map(|(name, _)| name.as_str()).collect();
        errors.push(FieldError::new("/code", "enum", format!("`{code}` is none of {}", fitting.join(", "))));
    }
}

/// What they may do instead, as it is reported with what is no service of ours.
fn way(draft: &Draft<'_>, wish: &StepAnswer) -> Result<Option<BetterWay>, FieldError> {
    const POINTER: &str = "/output/better_way";
    match wish.output.as_ref().and_then(|output| output.get("better_way")) {
        None => better_way::wanted(draft, wish.code.as_deref(), None, POINTER),
        Some(Json::String(text)) => better_way::wanted(draft, wish.code.as_deref(), Some(text), POINTER),
        Some(_) => Err(FieldError::new(POINTER, "type", "a text is wanted")),
    }
}

fn check_form(
    draft: &Draft<'_>,
    row: &JournalRow,
    wish: &StepAnswer,
    output: Map<String, Json>,
    errors: &mut Vec<FieldError>,
) {
    let (form, declared) = match form(draft, row) {
        Some((form, declared)) => (Some(form), declared),
        None => (None, BTreeSet::new()),
    };
    let own = |key: &str| OWN.contains(&key) && !declared.contains(key);
    let rest: Map<String, Json> = output.into_iter().filter(|(key, _)| !own(key)).collect();
    match form {
        Some(form) if wish.outcome == "done" => errors.extend(filled(draft, form, &Json::Object(rest))),
        Some(_) => errors.extend(check_numbers(&Json::Object(rest), "/output")),
        None => errors.extend(rest.keys().map(|key| {
            let known = OWN.join(", ");
            FieldError::new(format!("/output/{key}"), "unknown", format!("the work is reported by {known}"))
        })),
    }
}

/// The form that the work asks for, and its fields.
fn form<'a>(draft: &'a Draft<'_>, row: &JournalRow) -> Option<(&'a Form, BTreeSet<String>)> {
    let form = draft.world.content.forms.get(option(row, "form")?.as_str()?)?;
    Some((form, fields(&form.schema)))
}

/// Whether the form that the work asks for has a field of that name.
fn asked_by_form(draft: &Draft<'_>, row: &JournalRow, name: &str) -> bool {
    form(draft, row).is_some_and(|(_, declared)| declared.contains(name))
}

/// An amount of money as it is written in JSON: digits in a text, or a number.
fn amount(value: &Json) -> Option<Decimal> {
    let text = match value {
        Json::String(text) => text.clone(),
        Json::Number(number) => number.to_string(),
        _ => return None,
    };
    Decimal::from_str(&text).ok().filter(|amount| *amount >= Decimal::ZERO)
}

/// Takes a report: the step is answered, what it cost is on the ticket.
pub fn work(draft: &mut Draft<'_>, row: &JournalRow, user: &User, wish: &StepAnswer) {
    assign::first_work(draft);
    let fails = wish.outcome == "failed";
    if fails && asks_owner(draft, row, user) {
        ask_owner(draft, row, wish.comment.as_deref().unwrap_or("it failed"));
        return;
    }
    assign::worked(draft, row, user);
    draft.ticket.facts.closing.better_way = way(draft, wish).ok().flatten();
    let mut output = super::whole_form(draft, row, wish);
    // Its code says as much as the field does.
    if wish.code.as_deref() == Some(WORKAROUND) && !asked_by_form(draft, row, "workaround") {
        output.insert("workaround".to_owned(), json!(true));
    }
    if let Some(cost) = output.get("cost").and_then(amount) {
        output.insert("cost".to_owned(), json!(cost.to_string()));
        let line =
            CostLine { text: row.name.clone(), amount: cost.to_string(), actual: true, every: None, cost_centre: None };
        let currency = draft.policy().currency.clone();
        draft.ticket.add_cost(&currency, line);
    }
    let group = draft.ticket.group.and_then(|id| draft.world.group_name(id));
    output.insert("group".to_owned(), json!(group));
    let state = if fails { failure(draft, row) } else { RowState::Done };
    finish(draft, row, user, wish, state, Json::Object(output));
}

/// The open work of a ticket that waits for nothing else, but for what people
/// may leave unanswered.
pub fn only_work(draft: &Draft<'_>) -> Option<JournalRow> {
    let mut open = draft.open_steps().filter(|row| in_the_way(row));
    let work = open.next().filter(|row| row.kind == RowKind::Work && row.origin == Origin::Script).cloned();
    work.filter(|_| open.next().is_none())
}

/// Resolving by hand is the report on the open work: the script goes on.
pub fn report(draft: &mut Draft<'_>, row: &JournalRow, user: &User, wish: &Resolve) -> Result<(), Refusal> {
    let failed = wish.outcome.as_deref() == Some("failed");
    let mut output = json!({"resolution": wish.resolution});
    if let (Some(output), Some(way)) = (output.as_object_mut(), &wish.better_way) {
        output.insert("better_way".to_owned(), json!(way));
    }
    let answer = StepAnswer {
        outcome: if failed { "failed" } else { "done" }.to_owned(),
        comment: failed.then(|| wish.resolution.clone()),
        code: wish.closure_reason.clone(),
        output: Some(output),
        seen: None,
    };
    if !failed && form(draft, row).is_some_and(|(form, _)| form.checker.check(&json!({}), "").is_err()) {
        let detail = format!("The work “{}” asks for a form; answer it as a step.", row.name);
        return Err(Refusal::new(Code::StepsOpen, detail));
    }
    work(draft, row, user, &answer);
    Ok(())
}
