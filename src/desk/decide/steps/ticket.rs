//! Child tickets: what is to be opened is written as a signal in the same
//! commit, and applied soon after, or when it is to start.

use super::carry;
use super::{Fault, opened, option, settle};
use crate::desk::decide::child;
use crate::desk::decide::draft::Draft;
use crate::desk::signals::{OPEN, OpenChild};
use crate::model::changes::Signal;
use crate::model::ids::{StepId, TicketId, UserId};
use crate::model::journal::{Answer, JournalRow, RowState};
use crate::model::ticket::{Parent, number_text};
use crate::model::time::Time;
use crate::model::who::Who;
use serde_json::{Value as Json, json};

/// Has a ticket opened, unless the very one of an earlier run is still open.
pub fn open(draft: &mut Draft<'_>, step: StepId) -> Result<bool, Fault> {
    let Some(row) = draft.row(step).cloned() else { return Ok(false) };
    if !draft.world.content.items.contains_key(&row.name) {
        let (place, message) = (&row.place, format!("there is no catalog item `{}`", row.name));
        return Err(Fault::of_file(place.source.clone(), "unknown_item", message).at(place.line, place.column));
    }
    if carry::await_earlier(draft, step) {
        return Ok(false);
    }
    opened(draft, step);
    let Some(requested_for) = requested_for(draft, &row) else {
        child::bad(draft, &row, "failed", None, "there is nobody that it could be for", Json::Null);
        return Ok(draft.row(step).is_none_or(|row| !row.is_open()));
    };
    let start = option(&row, "start").and_then(Json::as_str).and_then(Time::parse).unwrap_or(draft.now);
    let waits = signal(draft, &row, requested_for, start);
    // What begins later and is not waited for has no number yet.
    if start > draft.now && !waits {
        let answer = Answer { outcome: "succeeded".to_owned(), output: json!({"number": null}), ..Answer::default() };
        settle(draft, step, RowState::Done, answer);
        return Ok(true);
    }
    Ok(false)
}

/// Has the ticket opened anew, at once: the one that went wrong stays as it is.
pub fn open_again(draft: &mut Draft<'_>, step: StepId) {
    let Some(row) = draft.row(step).cloned() else { return };
    draft.change_row(step, |row| drop(row.arguments.values.remove("number")));
    match requested_for(draft, &row) {
        Some(requested_for) => {
            let now = draft.now;
            signal(draft, &row, requested_for, now);
        }
        None => child::bad(draft, &row, "failed", None, "there is nobody that it could be for", Json::Null),
    }
}

/// Writes the signal that opens a ticket; says whether its end is waited for.
fn signal(draft: &mut Draft<'_>, row: &JournalRow, requested_for: UserId, start: Time) -> bool {
    let wish = wish(draft, row, requested_for);
    let signal = Signal {
        target: wish.child,
        source: draft.ticket.id,
        source_seq: draft.ticket.last_seq,
        kind: OPEN.to_owned(),
        data: json!(wish).as_object().cloned().unwrap_or_default(),
        at: start.max(draft.now),
    };
    draft.changes().signals.push(signal);
    draft.ticket.facts.relations.linked = true;
    wish.parent.step.is_some()
}

fn wish(draft: &mut Draft<'_>, row: &JournalRow, requested_for: UserId) -> OpenChild {
    let text = |name: &str| option(row, name).and_then(Json::as_str).map(str::to_owned);
    let child = TicketId::fresh(draft.ids());
    let ticket = &draft.ticket;
    let waits = option(row, "wait") != Some(&json!(false));
    OpenChild {
        child,
        parent: Parent {
            ticket: ticket.id,
            number: ticket.number,
            label: number_text(ticket.kind, ticket.number),
            step: waits.then_some(row.id),
            approved: option(row, "approved") == Some(&json!(true)),
        },
        step: row.id,
        link: text("link").unwrap_or_else(|| "child".to_owned()),
        once: text("once"),
        item: row.name.clone(),
        form: row.arguments.values.get("form").and_then(Json::as_object).cloned().unwrap_or_default(),
        title: text("title"),
        requester: ticket.requester,
        requested_for,
        opened_by: ticket.opened_by,
        channel: ticket.channel.clone(),
        location: if requested_for == ticket.requested_for { ticket.location.clone() } else { None },
        restricted_to: ticket.restricted_to,
    }
}

/// For whom: a person, or a username; without, as this ticket.
fn requested_for(draft: &Draft<'_>, row: &JournalRow) -> Option<UserId> {
    let who = match option(row, "requested_for") {
        None => return Some(draft.ticket.requested_for),
        Some(Json::String(username)) => Who::User(username.clone()),
        Some(who) => serde_json::from_value(who.clone()).ok()?,
    };
    let people = &draft.world.people;
    people.person(&who, &draft.world.bearings(&draft.ticket)).filter(|user| user.active).map(|user| user.id)
}
