//! Whether an answer is complete: a known outcome, a reason where the policy
//! wants one, the fields that the step asks for.

use super::{outcomes, task, work};
use crate::desk::command::StepAnswer;
use crate::desk::decide::attach;
use crate::desk::decide::cancel_wish;
use crate::desk::decide::draft::Draft;
use crate::desk::decide::picks;
use crate::desk::decide::rework;
use crate::desk::decide::steps::option;
use crate::desk::decide::submit::too_long;
use crate::desk::world::Form;
use crate::model::catalog::Checker;
use crate::model::journal::{JournalRow, Origin, RowKind};
use crate::model::problem::{FieldError, Refusal};
use serde_json::{Map, Value as Json, json};

/// Characters of what is said with an answer.
pub const LONGEST: usize = 20_000;
/// One answer is at most 64 KiB (contracts.md "The journal").
const LARGEST_OUTPUT: usize = 64 * 1024;

/// Refuses an answer that lacks something, with all that it lacks.
pub fn check(draft: &Draft<'_>, row: &JournalRow, wish: &StepAnswer) -> Result<(), Refusal> {
    let mut errors: Vec<FieldError> = Vec::new();
    let known = outcomes(row);
    let skips = option(row, "optional") == Some(&json!(true)) || draft.doer.user_id() == draft.ticket.owner;
    if !known.contains(&wish.outcome.as_str()) {
        errors.push(FieldError::new("/outcome", "enum", format!("`{}` is none of {}", wish.outcome, known.join(", "))));
    } else if row.kind == RowKind::Task && wish.outcome == "skipped" && !skips {
        errors.push(FieldError::new("/outcome", "enum", "only an optional task is skipped, or by the ticket's owner"));
    }
    errors.extend(wish.comment.as_ref().and_then(|text| too_long("/comment", text, LONGEST)));
    let policy = draft.policy();
    if row.kind == RowKind::Approval && wish.outcome == rework::RETURNED {
        errors.extend(rework::check(row, wish));
    } else if row.kind == RowKind::Approval {
        let empty = |text: &Option<String>| text.as_deref().is_none_or(|text| text.trim().is_empty());
        if policy.steps.comment_for.contains(&wish.outcome) && empty(&wish.comment) {
            errors.push(FieldError::new("/comment", "required", "Say why."));
        }
        if policy.steps.code_for.contains(&wish.outcome) && empty(&wish.code) {
            errors.push(FieldError::new("/code", "required", format!("Choose one of {}.", codes(draft))));
        }
        let named = wish.code.as_ref().filter(|code| !code.trim().is_empty());
        if let Some(code) = named.filter(|code| !policy.rejection_codes.contains_key(*code)) {
            errors.push(FieldError::new("/code", "enum", format!("`{code}` is none of {}", codes(draft))));
        }
    }
    match row.kind {
        RowKind::Work => work::check(draft, row, wish, &mut errors),
        RowKind::Task => {
            let rest = task::check(draft, row, wish, &mut errors);
            output(draft, row, &rest, &mut errors);
        }
        RowKind::Question if row.is_cancel_wish() => errors.extend(cancel_wish::check(wish)),
        RowKind::Question if option(row, "form").is_none() && !row.is_rework() => plain_answer(wish, &mut errors),
        _ => output(draft, row, wish, &mut errors),
    }
    let size = wish.output.as_ref().map_or(0, |output| output.to_string().len());
    if size > LARGEST_OUTPUT {
        errors.push(FieldError::new("/output", "maxLength", "an answer is at most 64 KiB"));
    }
    if errors.is_empty() { Ok(()) } else { Err(Refusal::invalid_fields(errors)) }
}

fn codes(draft: &Draft<'_>) -> String {
    draft.policy().rejection_codes.keys().cloned().collect::<Vec<_>>().join(", ")
}

/// Without a form a question is answered by one text.
fn plain_answer(wish: &StepAnswer, errors: &mut Vec<FieldError>) {
    let empty = Map::new();
    let fields = wish.output.as_ref().and_then(Json::as_object).unwrap_or(&empty);
    for unknown in fields.keys().filter(|key| *key != "answer") {
        errors.push(FieldError::new(format!("/output/{unknown}"), "unknown", "the one field is `answer`"));
    }
    match fields.get("answer") {
        Some(Json::String(text)) if !text.trim().is_empty() => errors.extend(too_long("/output/answer", text, LONGEST)),
        Some(Json::String(_)) | None => errors.push(FieldError::new("/output/answer", "required", "Say the answer.")),
        Some(_) => errors.push(FieldError::new("/output/answer", "type", "a text is wanted")),
    }
}

/// A form is checked by its schema; what has no form takes no output, but for a
/// plugin's answer by hand.
fn output(draft: &Draft<'_>, row: &JournalRow, wish: &StepAnswer, errors: &mut Vec<FieldError>) {
    let form = option(row, "form").and_then(Json::as_str);
    let asks = form.is_some();
    let takes_any = row.kind == RowKind::Plugin || wish.outcome == "arrived";
    let form = form.and_then(|name| draft.world.content.forms.get(name));
    let empty = Json::Object(Map::new());
    match (&wish.output, form) {
        (output, Some(form)) if ["done", "answered"].contains(&wish.outcome.as_str()) => {
            errors.extend(filled(draft, form, output.as_ref().unwrap_or(&empty)));
        }
        // A function may answer with a list or a number.
        (Some(output), _) if !output.is_object() && row.kind != RowKind::Plugin => {
            errors.push(FieldError::new("/output", "type", "an object is wanted"));
        }
        (Some(output), None) if !takes_any && !asks && *output != empty => {
            errors.push(FieldError::new("/output", "unknown", "this step asks for no form"));
        }
        (Some(output), _) => errors.extend(crate::model::catalog::check_numbers(output, "/output")),
        (None, _) => {}
    }
    if row.kind == RowKind::Plugin && row.origin == Origin::Script && wish.outcome == "done" {
        errors.extend(check_plugin_output(draft, row, wish.output.as_ref().unwrap_or(&empty)));
    }
}

/// What is wrong with a filled form, and with whom it names.
pub fn filled(draft: &Draft<'_>, form: &Form, output: &Json) -> Vec<FieldError> {
    match form.checker.check(output, "/output") {
        Err(found) => found,
        Ok(()) => {
            let mut wrong = picks::check(&draft.world, &form.meaning, output, "/output");
            wrong.extend(picks::check_times(&draft.world, &form.meaning, output, None, draft.now, "/output"));
            wrong.extend(attach::check(draft, &form.meaning, output, "/output"));
            wrong
        }
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
