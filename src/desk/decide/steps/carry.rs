//! Answers that hold in a later run: of people where what was shown is the
//! same, of calls, tickets and waits where they were asked for the same. Nothing
//! is reserved twice, and a call that is still under way is awaited.

use super::{confirmed, opened, option, settle};
use crate::desk::decide::draft::Draft;
use crate::model::ids::StepId;
use crate::model::journal::{Answer, JournalRow, Origin, RowKind, RowState, UNDOES};
use crate::model::ticket::Submission;
use serde_json::{Map, Value as Json, json};
use sha2::{Digest, Sha256};

/// Names the step of an earlier run whose answer a step waits for.
pub const AWAITS: &str = "awaits";

/// Hex SHA-256 of what a step shows to who answers it, for a submission: fields,
/// amounts, text.
pub fn seen_under(row: &JournalRow, submission: &Submission) -> String {
    let form = &submission.form;
    let named = |name: &Json| {
        let name = name.as_str().unwrap_or_default();
        (name.to_owned(), form.get(name).cloned().unwrap_or(Json::Null))
    };
    let arguments = &row.arguments;
    let shown = match &arguments.show {
        Some(Json::Array(names)) => Json::Object(names.iter().map(named).collect()),
        Some(values) => values.clone(),
        None => json!(form),
    };
    let facts = json!({
        "shown": shown, "price": submission.price, "amount": arguments.amount, "text": arguments.text,
        "about": arguments.about, "args": arguments.values.get("args"),
    });
    hex::encode(Sha256::digest(serde_json::to_vec(&facts).unwrap_or_default()))
}

/// Whether what a step showed of a form would be the same for another
/// submission, as far as the script says the same.
pub fn holds_under(row: &JournalRow, before: &Map<String, Json>, submission: &Submission) -> bool {
    let mut row = row.clone();
    // Fields of the form were shown with the values that they had.
    if let Some(Json::Object(shown)) = row.arguments.show.as_mut() {
        for (name, value) in shown.iter_mut().filter(|(name, _)| before.get(*name) != submission.form.get(*name)) {
            *value = submission.form.get(name).cloned().unwrap_or_default();
        }
    }
    row.arguments.seen.as_ref().is_none_or(|seen| *seen == seen_under(&row, submission))
}

/// A step whose kind, name and seen equal an answered step of an earlier run
/// takes its good answer over.
pub fn carry(draft: &mut Draft<'_>, step: StepId) -> bool {
    let Some(row) = draft.row(step) else { return false };
    let run = row.run;
    // Two equal steps of a run take two answers, each once.
    let taken: Vec<StepId> = draft
        .journal
        .iter()
        .filter(|other| other.run == run && other.id != step)
        .map(|other| root(draft, other))
        .collect();
    let given_back = |old: &JournalRow| draft.all_rows().any(|row| undoes(row) == Some(root(draft, old)));
    let same = |old: &&JournalRow| {
        old.state == RowState::Done
            && old.origin == Origin::Script
            && same_request(old, row)
            && old.answer.as_ref().is_some_and(|answer| answer.by.is_some() || by_arguments(old.kind))
            && !taken.contains(&root(draft, old))
            && !given_back(old)
    };
    // The one at the same place comes first.
    let candidates = || draft.earlier.iter().rev().filter(same);
    let same_place = candidates().find(|old| old.path == row.path);
    let Some(old) = same_place.or_else(|| candidates().next()).cloned() else { return false };
    if let (RowKind::Cost, Some(amount)) = (old.kind, &old.arguments.amount) {
        confirmed(draft, amount, Origin::Script);
    }
    let answer = Answer { carried_from: Some(old.id), ..old.answer.unwrap_or_default() };
    settle(draft, step, RowState::Done, answer);
    true
}

/// The step whose answer a step has, through all runs: where it was not
/// carried, the step itself.
pub fn root(draft: &Draft<'_>, row: &JournalRow) -> StepId {
    let mut at = row;
    // A run is carried from an earlier one only: this ends.
    while let Some(from) = at.answer.as_ref().and_then(|answer| answer.carried_from) {
        match draft.all_rows().find(|row| row.id == from && row.run < at.run) {
            Some(older) => at = older,
            None => return from,
        }
    }
    at.id
}

/// The call that this row takes back.
pub fn undoes(row: &JournalRow) -> Option<StepId> {
    row.arguments.values.get(UNDOES)?.as_str()?.parse().ok().filter(|_| row.origin == Origin::Undo)
}

/// Whether two rows ask for the same: of people what was shown counts, of a
/// plugin or another ticket the arguments, of a wait what is waited for.
pub fn same_request(old: &JournalRow, new: &JournalRow) -> bool {
    let value = |row: &JournalRow, name: &str| row.arguments.values.get(name).cloned();
    let same_facts = match new.kind {
        RowKind::Plugin => value(old, "args") == value(new, "args"),
        RowKind::Ticket => value(old, "form") == value(new, "form"),
        RowKind::Wait => {
            let same_option = |name: &str| option(old, name) == option(new, name);
            old.arguments.values == new.arguments.values && same_option("at") && same_option("latest")
        }
        _ => old.arguments.seen == new.arguments.seen,
    };
    old.kind == new.kind && old.name == new.name && same_facts
}

/// What was done outside the ticket, or was waited for, is not asked for twice.
fn by_arguments(kind: RowKind) -> bool {
    matches!(kind, RowKind::Plugin | RowKind::Ticket | RowKind::Wait)
}

/// Whether the very call or ticket of an earlier run is still under way: then
/// its answer is this step's too.
pub fn await_earlier(draft: &mut Draft<'_>, step: StepId) -> bool {
    let Some(row) = draft.row(step) else { return false };
    let awaited = |old: &JournalRow| {
        let waits = json!(old.id);
        draft.open_steps().any(|other| other.run == row.run && other.arguments.values.get(AWAITS) == Some(&waits))
    };
    let same = |old: &&JournalRow| old.id != step && old.run < row.run && same_request(old, row) && !awaited(old);
    // The one of the run before may itself wait for an older one: all get the answer.
    let under_way = draft.open_steps().filter(same).max_by_key(|old| old.run);
    let Some(old) = under_way.map(|old| old.id) else { return false };
    draft.change_row(step, |row| drop(row.arguments.values.insert(AWAITS.to_owned(), json!(old))));
    opened(draft, step);
    true
}

/// A call of an earlier run that was still under way has its answer now: so has
/// the call of this run that waits for it.
pub fn settle_followers(draft: &mut Draft<'_>, step: StepId, state: RowState, answer: &Answer) {
    let waits = json!(step);
    let followers: Vec<StepId> =
        draft.open_steps().filter(|row| row.arguments.values.get(AWAITS) == Some(&waits)).map(|row| row.id).collect();
    for follower in followers {
        settle(draft, follower, state, Answer { carried_from: Some(step), ..answer.clone() });
    }
}
