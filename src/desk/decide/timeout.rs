//! Timers that fired: due times of steps and service levels, reminders,
//! automatic closing, the end of a cancelling.

use super::draft::Draft;
use super::steps::{on_timeout, settle, within};
use super::{clocks, ending};
use crate::model::duration::Span;
use crate::model::event::{Actor, EventType};
use crate::model::ids::{GroupId, StepId, UserId};
use crate::model::journal::{Answer, JournalRow, RowKind, RowState};
use crate::model::policy::OnTimeout;
use crate::model::problem::Refusal;
use crate::model::status::{self, Operation, Status};
use crate::model::ticket::{ClosureCode, number_text};
use crate::model::who::Who;
use chrono::Duration;
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Acts on a timer. One that no longer means anything only goes away.
pub fn fire(draft: &mut Draft<'_>, key: &str) -> Result<(), Refusal> {
    draft.drop_timer(key);
    match key.split('/').collect::<Vec<_>>().as_slice() {
        // Marks and timers of the service level follow from `clocks::settle`.
        ["sla", _] => {}
        ["close"] if draft.ticket.status == Status::Resolved => {
            let code = draft.ticket.closure_code.unwrap_or(ClosureCode::Succeeded);
            let reason = draft.ticket.closure_reason.clone();
            ending::close(draft, code, reason, true, None);
        }
        ["cancel"] if draft.ticket.flags.cancelling => {
            ending::close(draft, ClosureCode::CancelledByUser, None, false, None);
        }
        ["step", id, rest @ ..] => {
            let row = id.parse::<StepId>().ok().and_then(|id| draft.row(id).cloned());
            let Some(row) = row.filter(JournalRow::is_open) else { return Ok(()) };
            match rest {
                ["due"] if row.due_at.is_none_or(|due| due <= draft.now) => over(draft, &row),
                ["remind", n] => remind(draft, &row, n == &"daily"),
                _ => {}
            }
        }
        _ => {}
    }
    Ok(())
}

/// A step's time is over.
fn over(draft: &mut Draft<'_>, row: &JournalRow) {
    let plain = |outcome: &str| Answer { outcome: outcome.to_owned(), ..Answer::default() };
    match on_timeout(draft, row) {
        OnTimeout::Remind => remind(draft, row, true),
        OnTimeout::Escalate => escalate(draft, row),
        OnTimeout::Expire | OnTimeout::GoOn => settle(draft, row.id, RowState::Failed, plain("expired")),
        OnTimeout::Approve if row.kind == RowKind::Approval => settle(draft, row.id, RowState::Done, plain("approved")),
        OnTimeout::Reject if row.kind == RowKind::Approval => {
            let answer = Answer { code: Some("no_answer".to_owned()), ..plain("rejected") };
            settle(draft, row.id, RowState::Failed, answer);
        }
        OnTimeout::Approve | OnTimeout::Reject => remind(draft, row, true),
    }
}

/// Whoever is asked is told again; `daily` keeps on doing so.
fn remind(draft: &mut Draft<'_>, row: &JournalRow, daily: bool) {
    let world = Arc::clone(&draft.world);
    let mut people = draft.silent(row);
    if row.arguments.rule.is_none() {
        let groups = row.arguments.parties.groups.iter();
        people.extend(groups.flat_map(|group| world.people.active_members(*group)).map(|user| user.id));
    }
    tell(draft, row, &people, "{number} still waits for you: {step}");
    draft.log(EventType::StepReminded, json!({"step": row.id, "name": row.name, "to": people.len()}));
    if daily {
        let next = draft.now.plus(Duration::days(1));
        draft.set_timer(format!("step/{}/remind/daily", row.id), next);
    }
}

fn tell(draft: &mut Draft<'_>, row: &JournalRow, people: &BTreeSet<UserId>, text: &str) {
    let values = json!({"number": number_text(draft.ticket.kind, draft.ticket.number), "step": row.name});
    for user in people {
        draft.notify(*user, text, values.as_object().cloned().unwrap_or_default());
    }
}

/// Who is asked in addition at one level of the ladder.
#[derive(Default)]
struct Rung {
    /// People, each with the silent one whose seat it is.
    users: Vec<(UserId, Option<UserId>)>,
    /// Groups, of a task with `escalate_to`.
    groups: Vec<GroupId>,
}

impl Rung {
    fn is_empty(&self) -> bool {
        self.users.is_empty() && self.groups.is_empty()
    }
}

/// `on_timeout: "escalate"` (language.md): everybody asked so far may still
/// answer; asked in addition are, for each who is silent, the substitute, then
/// the managers above (of a group its lead); of a task the next of
/// `escalate_to`. A level that finds nobody is skipped without waiting. After
/// `max_levels` the last resort is asked and the step waits, reminded daily.
fn escalate(draft: &mut Draft<'_>, row: &JournalRow) {
    let most = draft.policy().steps.max_levels;
    let mut level = row.arguments.level + 1;
    let mut rung = Rung::default();
    while level <= most && rung.is_empty() {
        rung = next_level(draft, row, level);
        level += u32::from(rung.is_empty());
    }
    let last = level > most;
    if last {
        rung = Rung { users: last_resort(draft, row), groups: Vec::new() };
    }
    climb(draft, row, level, &rung);
    tell(draft, row, &rung.users.iter().map(|(user, _)| *user).collect(), "{number} waits for you now: {step}");
    if last {
        remind(draft, row, true);
        return;
    }
    let span = within(draft, row).unwrap_or(Span::WorkingDays(1));
    let due = clocks::calendar(draft).add(draft.now, span);
    draft.change_row(row.id, |row| row.due_at = Some(due));
    draft.set_timer(format!("step/{}/due", row.id), due);
}

/// Writes a level down: in the row, in the log, and for a task with
/// `escalate_to` on the ticket, since there the work moves.
fn climb(draft: &mut Draft<'_>, row: &JournalRow, level: u32, rung: &Rung) {
    let named: Vec<UserId> = rung.users.iter().map(|(user, _)| *user).collect();
    let data = json!({"step": row.id, "name": row.name, "level": level, "to": named, "groups": rung.groups});
    draft.log_by(Actor::system("steps"), EventType::StepEscalated, data);
    draft.change_row(row.id, |row| {
        row.arguments.level = level;
        row.arguments.parties.groups.extend(rung.groups.iter().copied());
        for (user, seat) in &rung.users {
            row.arguments.parties.users.insert(*user);
            if let (Some(rule), Some(seat)) = (row.arguments.rule.as_mut(), seat) {
                rule.successors.push((*user, *seat));
            }
        }
    });
    draft.ask_anew(row.id);
    if let Some(group) = rung.groups.first().copied() {
        draft.ticket.status = status::row(Operation::Escalate).becomes.after(draft.ticket.status);
        draft.ticket.escalation_level += 1;
        draft.ticket.group = Some(group);
        let name = draft.world.group_name(group);
        let data = json!({"group": name, "level": draft.ticket.escalation_level, "reason": row.name});
        draft.log_by(Actor::system("steps"), EventType::TicketEscalated, data);
    }
}

/// Whom one level of the ladder adds.
fn next_level(draft: &Draft<'_>, row: &JournalRow, level: u32) -> Rung {
    if let Some(who) = escalate_to(row).get(level.saturating_sub(1) as usize) {
        let parties = draft.world.people.resolve(std::slice::from_ref(who), &draft.policy().roles);
        let new = |group: &GroupId| !row.arguments.parties.groups.contains(group);
        let users = parties.users.into_iter().filter(|user| !row.arguments.parties.users.contains(user));
        return Rung {
            users: users.map(|user| (user, None)).collect(),
            groups: parties.groups.into_iter().filter(new).collect(),
        };
    }
    let people = &draft.world.people;
    let silent = draft.silent(row);
    let rule = row.arguments.rule.as_ref();
    let asked = |user: UserId| silent.contains(&user) || rule.is_some_and(|rule| rule.may_vote(user));
    let free = |user: &UserId| {
        let asked_for_it = [draft.ticket.requester, draft.ticket.requested_for, draft.ticket.opened_by].contains(user);
        let barred = row.kind == RowKind::Approval && asked_for_it;
        !asked(*user) && !barred && people.user(*user).is_some_and(|user| user.active)
    };
    let lead_of = |group: &GroupId| people.group(*group).and_then(|group| group.lead);
    let mut users: Vec<(UserId, Option<UserId>)> = Vec::new();
    for group in row.arguments.parties.groups.iter().filter(|_| rule.is_none()) {
        users.extend(lead_of(group).filter(free).map(|lead| (lead, None)));
    }
    for silent in &silent {
        let Some(user) = people.user(*silent) else { continue };
        let lead = row.arguments.parties.groups.iter().filter(|group| user.groups.contains(group)).find_map(lead_of);
        let above = std::iter::successors(user.manager, |id| people.user(*id).and_then(|user| user.manager)).take(20);
        let ladder = user.substitute.into_iter().chain(lead).chain(above);
        let seat = rule.and_then(|rule| rule.seat(*silent));
        users.extend(ladder.into_iter().find(free).map(|successor| (successor, seat)));
    }
    users.sort_unstable();
    users.dedup_by_key(|(user, _)| *user);
    Rung { users, groups: Vec::new() }
}

/// `escalate_to` of a task: one who or a list of them, level by level.
fn escalate_to(row: &JournalRow) -> Vec<Who> {
    let said = row.arguments.options.get("escalate_to").cloned().unwrap_or_default();
    let list = serde_json::from_value::<Vec<Who>>(said.clone());
    list.or_else(|_| serde_json::from_value::<Who>(said).map(|who| vec![who])).unwrap_or_default()
}

/// The service request managers may answer for whoever is silent.
fn last_resort(draft: &Draft<'_>, row: &JournalRow) -> Vec<(UserId, Option<UserId>)> {
    let barred = [draft.ticket.requester, draft.ticket.requested_for, draft.ticket.opened_by];
    let barred: &[UserId] = if row.kind == RowKind::Approval { &barred } else { &[] };
    let asked = draft.silent(row);
    let seat = asked.iter().next().and_then(|silent| row.arguments.rule.as_ref()?.seat(*silent));
    let resort = super::steps::last_resort(draft, barred);
    resort.into_iter().filter(|user| !asked.contains(user)).map(|user| (user, seat)).collect()
}
