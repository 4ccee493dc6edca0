//! `on_timeout: "escalate"` (language.md): whom a step asks in addition, level
//! by level, when its time is over. Everybody asked so far may still answer.

use super::clocks;
use super::draft::Draft;
use super::steps::{last_resort, within};
use super::timeout::{remind, tell};
use crate::model::duration::Span;
use crate::model::event::{Actor, EventType};
use crate::model::ids::{GroupId, UserId};
use crate::model::journal::{JournalRow, RowKind};
use crate::model::status::{self, Operation};
use crate::model::who::Who;
use serde_json::json;

/// So many managers are looked through above one person.
const HIGHEST: usize = 20;

/// Who is asked in addition at one level.
#[derive(Default)]
struct Rung {
    /// People, each with the silent one whose seat it is.
    users: Vec<(UserId, Option<UserId>)>,
    /// Groups, of work with `escalate_to`.
    groups: Vec<GroupId>,
}

impl Rung {
    fn is_empty(&self) -> bool {
        self.users.is_empty() && self.groups.is_empty()
    }
}

/// Goes one level up. A level that finds nobody is skipped without waiting.
/// After `max_levels` the last resort is asked and the step waits, reminded
/// daily: it never ends of itself.
pub fn escalate(draft: &mut Draft<'_>, row: &JournalRow) {
    let most = draft.policy().steps.max_levels;
    let mut level = row.arguments.level + 1;
    let mut rung = Rung::default();
    while level <= most && rung.is_empty() {
        rung = next_level(draft, row, level);
        level += u32::from(rung.is_empty());
    }
    let last = level > most;
    if last {
        rung = Rung { users: resort(draft, row), groups: Vec::new() };
    }
    climb(draft, row, level, &rung, last);
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

/// Whether the work itself moves up: that of `handle`, and tasks that say where to.
fn moves(row: &JournalRow) -> bool {
    row.kind == RowKind::Work || (row.kind == RowKind::Task && !escalate_to(row).is_empty())
}

/// Writes a level down: in the row, in the log, and where the work moves on the
/// ticket. Of the last resort the work is not taken, only their word.
fn climb(draft: &mut Draft<'_>, row: &JournalRow, level: u32, rung: &Rung, last: bool) {
    let people = &draft.world.people;
    let names = rung.users.iter().filter_map(|(user, _)| people.user(*user)).map(|user| user.username.clone());
    let (names, groups): (Vec<String>, Vec<String>) =
        (names.collect(), rung.groups.iter().filter_map(|group| draft.world.group_name(*group)).collect());
    let data = json!({"step": row.id, "name": row.name, "level": level, "to": names, "groups": groups});
    draft.log_by(Actor::system("steps"), EventType::StepEscalated, data);
    draft.change_row(row.id, |row| {
        row.arguments.level = level;
        // Who had taken it did not do it: from now on it is in nobody's hands.
        row.arguments.handling.claimed = None;
        row.arguments.parties.groups.extend(rung.groups.iter().copied());
        for (user, seat) in &rung.users {
            row.arguments.parties.users.insert(*user);
            if let (Some(rule), Some(seat)) = (row.arguments.rule.as_mut(), seat) {
                rule.successors.push((*user, *seat));
            }
        }
    });
    draft.ask_anew(row.id);
    if !moves(row) {
        return;
    }
    draft.ticket.status = status::row(Operation::Escalate).becomes.after(draft.ticket.status);
    draft.ticket.escalation_level += 1;
    match (rung.groups.first(), rung.users.first()) {
        (Some(group), _) => (draft.ticket.group, draft.ticket.assignee) = (Some(*group), None),
        (None, Some((user, _))) if !last => draft.ticket.assignee = Some(*user),
        _ => {}
    }
    let name = draft.ticket.group.and_then(|group| draft.world.group_name(group));
    let data = json!({"group": name, "level": draft.ticket.escalation_level, "reason": row.name});
    draft.log_by(Actor::system("steps"), EventType::TicketEscalated, data);
}

/// Whom one level adds: of work the next that it names, else the groups' leads;
/// of anything else, for each who is silent, the next above them.
fn next_level(draft: &Draft<'_>, row: &JournalRow, level: u32) -> Rung {
    let ladder = escalate_to(row);
    if let Some(who) = ladder.get(level.saturating_sub(1) as usize) {
        return named(draft, row, who);
    }
    let mut users: Vec<(UserId, Option<UserId>)> = Vec::new();
    if row.arguments.rule.is_none() {
        let leads = row.arguments.parties.groups.iter().filter_map(|group| draft.world.people.group(*group)?.lead);
        users.extend(leads.filter(|lead| free(draft, row, *lead)).map(|lead| (lead, None)));
    }
    if !moves(row) {
        for seat in silent_seats(draft, row) {
            let next = above(draft, row, seat).into_iter().find(|user| free(draft, row, *user));
            users.extend(next.map(|user| (user, row.arguments.rule.as_ref().map(|_| seat))));
        }
    }
    users.sort_unstable();
    users.dedup_by_key(|(user, _)| *user);
    Rung { users, groups: Vec::new() }
}

/// What `escalate_to` names at a level, as far as it is new.
fn named(draft: &Draft<'_>, row: &JournalRow, who: &Who) -> Rung {
    let parties = draft.resolve(std::slice::from_ref(who));
    let people = &draft.world.people;
    let staffed = |group: &GroupId| people.active_members(*group).next().is_some();
    let new = |group: &GroupId| !row.arguments.parties.groups.contains(group) && staffed(group);
    let users = parties.users.into_iter().filter(|user| !row.arguments.parties.users.contains(user));
    Rung {
        users: users.filter(|user| *user != draft.ticket.requester).map(|user| (user, None)).collect(),
        groups: parties.groups.into_iter().filter(new).collect(),
    }
}

/// Those who were asked at first and have said nothing, by themselves or
/// through a successor.
fn silent_seats(draft: &Draft<'_>, row: &JournalRow) -> Vec<UserId> {
    let Some(rule) = &row.arguments.rule else {
        let first = draft.resolve(&row.arguments.who).users;
        let asked = &row.arguments.parties.users;
        // Where nobody stood behind the who, the last resort was asked.
        let found: Vec<UserId> = first.iter().copied().filter(|user| asked.contains(user)).collect();
        return if found.is_empty() { asked.iter().copied().collect() } else { found };
    };
    let sat =
        |seat: &UserId| draft.votes.iter().any(|(step, vote)| *step == row.id && rule.seat(vote.voter) == Some(*seat));
    rule.seats().filter(|seat| !sat(seat)).collect()
}

/// Who is above somebody, in order: the substitute, the manager (of who was
/// asked through a group its lead), the manager's manager.
fn above(draft: &Draft<'_>, row: &JournalRow, seat: UserId) -> Vec<UserId> {
    let people = &draft.world.people;
    let Some(user) = people.user(seat) else { return Vec::new() };
    let asked_through = |group: &&GroupId| user.groups.contains(group);
    let lead = row.arguments.parties.groups.iter().filter(asked_through).find_map(|id| people.group(*id)?.lead);
    let first = lead.filter(|lead| *lead != seat).or(user.manager);
    let managers = std::iter::successors(first, |id| people.user(*id).and_then(|user| user.manager)).take(HIGHEST);
    user.substitute.into_iter().chain(managers).collect()
}

/// Whether somebody may be asked in addition: active, not asked yet, not the one
/// who asks; of an approval none of those who may not vote.
fn free(draft: &Draft<'_>, row: &JournalRow, user: UserId) -> bool {
    let ticket = &draft.ticket;
    let rule = row.arguments.rule.as_ref();
    let asked = rule.map_or_else(|| row.arguments.parties.users.contains(&user), |rule| rule.may_vote(user));
    let barred =
        ticket.requester == user || (rule.is_some() && [ticket.requested_for, ticket.opened_by].contains(&user));
    // Nor who opened the approval: nobody decides on what they asked for.
    let barred = barred || (rule.is_some() && row.arguments.handling.by == Some(user));
    !asked && !barred && draft.world.people.user(user).is_some_and(|user| user.active)
}

/// `escalate_to`: one who or a list of them, level by level.
fn escalate_to(row: &JournalRow) -> Vec<Who> {
    let said = row.arguments.options.get("escalate_to").cloned().unwrap_or_default();
    let list = serde_json::from_value::<Vec<Who>>(said.clone());
    list.or_else(|_| serde_json::from_value::<Who>(said).map(|who| vec![who])).unwrap_or_default()
}

/// The service request managers may answer for whoever is silent.
fn resort(draft: &Draft<'_>, row: &JournalRow) -> Vec<(UserId, Option<UserId>)> {
    let barred = [draft.ticket.requester, draft.ticket.requested_for, draft.ticket.opened_by];
    let asked_for_it = barred.into_iter().chain(row.arguments.handling.by);
    let barred: Vec<UserId> = asked_for_it.filter(|_| row.kind == RowKind::Approval).collect();
    let seat = row.arguments.rule.as_ref().and_then(|_| silent_seats(draft, row).first().copied());
    let asked = draft.silent(row);
    last_resort(draft, &barred).into_iter().filter(|user| !asked.contains(user)).map(|user| (user, seat)).collect()
}
