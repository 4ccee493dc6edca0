//! Standing in: where somebody is asked who is away, their substitute is asked
//! as well, in their place and on their one seat. Who is away may still answer.
//! What was decided is in the step's row, so that a replay never asks again.

use super::draft::Draft;
use super::ladder::Terms;
use crate::model::absence::KINDS;
use crate::model::event::{Actor, EventType};
use crate::model::ids::{StepId, UserId};
use crate::model::journal::JournalRow;
use crate::model::ticket::number_text;
use serde_json::json;

/// Asks those who stand in for whoever is asked by an open step and away now;
/// says whether there is anybody new.
pub fn stand_in(draft: &mut Draft<'_>, step: StepId) -> bool {
    let row = draft.row(step).filter(|row| row.is_open() && KINDS.contains(&row.kind)).cloned();
    let Some(row) = row else { return false };
    let new = substitutes(draft, &row);
    if new.is_empty() {
        return false;
    }
    draft.change_row(step, |row| {
        for (substitute, seat) in &new {
            row.arguments.parties.users.insert(*substitute);
            match row.arguments.rule.as_mut() {
                Some(rule) => rule.successors.push((*substitute, *seat)),
                None => row.arguments.stand_ins.push((*substitute, *seat)),
            }
        }
    });
    draft.ask_anew(step);
    let world = std::sync::Arc::clone(&draft.world);
    let username = |id: UserId| world.people.user(id).map(|user| user.username.clone());
    for (substitute, seat) in new {
        let data = json!({"step": step, "name": row.name, "to": username(substitute), "for": username(seat)});
        draft.log_by(Actor::system("absences"), EventType::StepSubstituted, data);
        let name = world.people.user(seat).map(|user| user.name.clone()).unwrap_or_default();
        let number = number_text(draft.ticket.kind, draft.ticket.number);
        let values = json!({"number": number, "step": row.name, "person": name});
        let values = values.as_object().cloned().unwrap_or_default();
        draft.notify(substitute, "{number} waits for you while {person} is away: {step}", values);
    }
    true
}

/// Who is to be asked for whom, and is not yet.
fn substitutes(draft: &Draft<'_>, row: &JournalRow) -> Vec<(UserId, UserId)> {
    let (terms, people) = (Terms::of(draft), &draft.world.people);
    let line = |user: UserId| people.stands_in(user, draft.now, &draft.ticket.item, row.kind);
    let mut new: Vec<(UserId, UserId)> = Vec::new();
    for (asked, seat) in seats(&terms, row) {
        // Who stands in already is passed over: one further hop, and that is in the line of the seat.
        if asked != seat && line(seat).contains(&asked) {
            continue;
        }
        let may = |user: &UserId| {
            let active = people.user(*user).is_some_and(|user| user.active);
            active && *user != seat && !terms.is_barred(row, *user)
        };
        let Some(substitute) = line(asked).into_iter().rev().find(may) else { continue };
        let pair = (substitute, seat);
        if !is_asked(draft, row, pair) && !new.contains(&pair) {
            new.push(pair);
        }
    }
    new
}

/// Everybody who is asked and has not answered, with the seat that is theirs or
/// that they sit on.
fn seats(terms: &Terms<'_>, row: &JournalRow) -> Vec<(UserId, UserId)> {
    let Some(rule) = &row.arguments.rule else {
        let seat =
            |user: UserId| row.arguments.stand_ins.iter().find(|(other, _)| *other == user).map(|(_, seat)| *seat);
        return row.arguments.parties.users.iter().map(|user| (*user, seat(*user).unwrap_or(*user))).collect();
    };
    let votes = terms.votes_on(row.id);
    let own = rule.electorate.iter().map(|seat| (*seat, *seat));
    let all = own.chain(rule.successors.iter().copied());
    all.filter(|(_, seat)| !rule.is_taken(*seat, &votes)).collect()
}

/// Whether somebody is asked for that seat already, or in their own right: one
/// person counts once.
fn is_asked(draft: &Draft<'_>, row: &JournalRow, (substitute, seat): (UserId, UserId)) -> bool {
    match &row.arguments.rule {
        Some(rule) => rule.electorate.contains(&substitute) || rule.successors.contains(&(substitute, seat)),
        None => draft.world.people.user(substitute).is_some_and(|user| row.arguments.parties.include(user)),
    }
}
