//! Undo: what plugin calls did is given back, the last first, when a ticket
//! closes otherwise than `succeeded`; and what calls of an earlier run did, when
//! the script of a later one has come to its end without them. Each call of an
//! inverse is a row of the desk's own (`u1`, `u2`, …) with a delivery; the next
//! begins when the one before is answered. What has no way back is named to the
//! owner. Nothing of this ever opens a ticket again.

use super::delivered::tell_owner_and_admins;
use super::draft::Draft;
use super::own_rows;
use super::steps::{last_resort, option, root, send, settle, undoes};
use crate::model::event::{Actor, EventType};
use crate::model::ids::{StepId, UserId};
use crate::model::journal::{Answer, Arguments, JournalRow, Origin, RowKind, RowState, UNDOES};
use crate::model::status::Status;
use crate::model::ticket::{ClosureCode, number_text};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

/// Starts the next call back, where one is due and none is under way.
pub fn give_back(draft: &mut Draft<'_>) {
    if draft.journal.iter().any(|row| row.origin == Origin::Undo && row.is_open()) {
        return;
    }
    while let Some(call) = next(draft) {
        match inverse(draft, &call) {
            Ok((function, arguments)) => return open(draft, &call, &function, arguments),
            Err(why) => keep(draft, &call, &why),
        }
    }
}

/// What was done last of all that is to be given back and has not been.
fn next(draft: &Draft<'_>) -> Option<JournalRow> {
    let ticket = &draft.ticket;
    let failed = ticket.status == Status::Closed && ticket.closure_code != Some(ClosureCode::Succeeded);
    let own = |row: &&JournalRow| row.run == ticket.run && row.origin == Origin::Script;
    let over = !ticket.status.is_open() || draft.journal.iter().filter(own).any(|row| row.kind == RowKind::End);
    if !over {
        return None;
    }
    let dealt_with: BTreeSet<StepId> = draft.all_rows().filter_map(undoes).collect();
    let held: BTreeSet<StepId> = match failed {
        true => BTreeSet::new(),
        false => draft.journal.iter().filter(own).map(|row| root(draft, row)).collect(),
    };
    let did_something = |row: &JournalRow| match row.kind {
        RowKind::Plugin => row.state == RowState::Done && outcome(row) == "done",
        // A ticket that an earlier run opened and this one does not want.
        RowKind::Ticket => row.run < ticket.run && row.state == RowState::Done && outcome(row) == "succeeded",
        _ => false,
    };
    draft
        .all_rows()
        .filter(|row| row.origin == Origin::Script && did_something(row))
        .filter(|row| root(draft, row) == row.id && !held.contains(&row.id) && !dealt_with.contains(&row.id))
        .filter(|row| option(row, "undo") != Some(&json!(false)) && !script_gave_back(draft, row))
        // Many calls only ask something; those of a run that is no more are named all the same.
        .filter(|row| row.run < ticket.run || has_inverse(draft, row))
        .max_by_key(|row| row.settled_seq)
        .cloned()
}

fn outcome(row: &JournalRow) -> &str {
    row.answer.as_ref().map(|answer| answer.outcome.as_str()).unwrap_or_default()
}

fn output(row: &JournalRow) -> Json {
    let output = row.answer.as_ref().map(|answer| answer.output.clone()).unwrap_or_default();
    if output.is_null() { json!({}) } else { output }
}

/// The inverse of a call and what it is called with: what the call answered.
///
/// # Errors
/// Why there is no way back, in words.
fn inverse(draft: &Draft<'_>, call: &JournalRow) -> Result<(String, Json), String> {
    if call.kind == RowKind::Ticket {
        return Err("another ticket is for people to cancel".to_owned());
    }
    if call.answer.as_ref().is_some_and(|answer| answer.by.is_some()) {
        return Err("it was done by hand".to_owned());
    }
    let (module, function) = call.name.split_once('.').unwrap_or((call.name.as_str(), ""));
    let plugins = &draft.world.content.plugins;
    let signature = plugins.signature(module, function).ok_or("its plugin is not published any more")?;
    let undo = signature.undo.ok_or("its function has no inverse")?;
    let arguments = output(call);
    plugins
        .check_input(module, &undo, &arguments)
        .map_err(|wrong| format!("{undo} does not take its answer: {wrong}"))?;
    Ok((format!("{module}.{undo}"), arguments))
}

fn has_inverse(draft: &Draft<'_>, call: &JournalRow) -> bool {
    let (module, function) = call.name.split_once('.').unwrap_or((call.name.as_str(), ""));
    draft.world.content.plugins.signature(module, function).is_some_and(|signature| signature.undo.is_some())
}

/// Whether the script itself has called the inverse for this very thing, as the
/// clean-up of a `catch` does.
fn script_gave_back(draft: &Draft<'_>, call: &JournalRow) -> bool {
    let Ok((name, answered)) = inverse(draft, call) else { return false };
    let meant = |row: &JournalRow| {
        let args = row.arguments.values.get("args").and_then(Json::as_object);
        args.is_some_and(|args| !args.is_empty() && args.iter().all(|(key, value)| answered.get(key) == Some(value)))
    };
    draft.all_rows().any(|row| {
        let done = row.origin == Origin::Script && row.kind == RowKind::Plugin && row.state == RowState::Done;
        done && row.name == name && row.settled_seq > call.settled_seq && outcome(row) == "done" && meant(row)
    })
}

fn open(draft: &mut Draft<'_>, call: &JournalRow, function: &str, arguments: Json) {
    let id = add(draft, call, function, Some(arguments));
    send(draft, id);
    let data = json!({"step": id, "kind": RowKind::Plugin, "name": function, "undoes": call.id});
    draft.log_by(Actor::system("undo"), EventType::StepOpened, data);
}

/// A row for a call back, or for the note that there is none.
fn add(draft: &mut Draft<'_>, call: &JournalRow, name: &str, args: Option<Json>) -> StepId {
    let mut given = Arguments::default();
    given.values.insert(UNDOES.to_owned(), json!(call.id));
    given.values.extend(args.map(|args| ("args".to_owned(), args)));
    own_rows::add(draft, Origin::Undo, RowKind::Plugin, name, given)
}

/// What cannot be given back is on record, and the owner is told.
fn keep(draft: &mut Draft<'_>, call: &JournalRow, why: &str) {
    let id = add(draft, call, &call.name, None);
    let seq = kept(draft, call.id, &call.name, why);
    let (now, actor) = (draft.now, Actor::system("undo"));
    draft.change_row(id, |row| {
        row.state = RowState::Cancelled;
        row.answer = Some(Answer { outcome: "kept".to_owned(), comment: Some(why.to_owned()), ..Answer::default() });
        row.settled_at = Some(now);
        row.settled_by = Some(actor);
        row.settled_seq = Some(seq);
    });
    let users: BTreeSet<UserId> = match draft.ticket.owner {
        Some(owner) => [owner].into(),
        None => last_resort(draft, &[]),
    };
    let number = number_text(draft.ticket.kind, draft.ticket.number);
    let given = call.answer.as_ref().and_then(|answer| answer.output.get("number")?.as_str().map(str::to_owned));
    let what = given.unwrap_or_else(|| call.name.clone());
    let values = json!({"number": number, "call": what, "reason": why});
    for user in users {
        let values = values.as_object().cloned().unwrap_or_default();
        draft.notify(user, "{number} does not need {call} any more, and nobody takes it back: {reason}", values);
    }
}

fn kept(draft: &mut Draft<'_>, call: StepId, name: &str, why: &str) -> i64 {
    draft.log_by(Actor::system("undo"), EventType::CallKept, json!({"step": call, "name": name, "reason": why}))
}

/// A plugin refuses to take back: people are told, and the next one is asked for.
pub fn refused(draft: &mut Draft<'_>, row: &JournalRow, code: &str, message: &str) {
    let answer = Answer {
        outcome: "refused".to_owned(),
        comment: Some(message.to_owned()),
        code: Some(code.to_owned()),
        ..Answer::default()
    };
    settle(draft, row.id, RowState::Failed, answer);
    if let Some(call) = undoes(row) {
        kept(draft, call, &row.name, message);
    }
    let number = number_text(draft.ticket.kind, draft.ticket.number);
    let values = json!({"number": number, "call": row.name, "message": message});
    tell_owner_and_admins(draft, "{number}: {call} was refused, it must be given back by hand: {message}", &values);
}
