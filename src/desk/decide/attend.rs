//! Open steps are looked after when people leave, or go away for a while:
//! who left never blocks a ticket, and who is away is stood in for. Nothing
//! else moves; a ticket on which nothing has to be done is not touched.

use super::desks::relieve;
use super::draft::Draft;
use super::ladder::Terms;
use super::stand_in::stand_in;
use super::timeout::tell;
use crate::model::approval::{Ballot, Rule};
use crate::model::event::{Actor, EventType};
use crate::model::ids::{StepId, UserId};
use crate::model::journal::JournalRow;
use crate::model::people::Parties;
use crate::model::problem::Refusal;
use serde_json::json;
use std::collections::BTreeSet;

/// Looks at the owner and at every open step of the ticket; 404 where there is nothing to do.
pub fn attend(draft: &mut Draft<'_>) -> Result<(), Refusal> {
    let steps: Vec<StepId> = draft.open_steps().map(|row| row.id).collect();
    let mut done = relieve(draft);
    for step in steps {
        done |= redirect(draft, step);
        done |= stand_in(draft, step);
    }
    if done { Ok(()) } else { Err(Refusal::not_found()) }
}

/// Whom a step asks in the place of those who left.
struct Instead {
    /// Who and which groups can no longer answer, by name.
    left: Vec<String>,
    /// Who is asked from now on.
    people: BTreeSet<UserId>,
    /// The role that the policy names as the last resort, where that is asked.
    resort: Option<String>,
}

/// A step that nobody can answer any more is asked of others: the substitute,
/// the manager, the last resort.
fn redirect(draft: &mut Draft<'_>, step: StepId) -> bool {
    let Some(row) = draft.row(step).filter(|row| row.is_open()).cloned() else { return false };
    let redirected = match &row.arguments.rule {
        Some(rule) => redirect_vote(draft, &row, rule),
        None => redirect_parties(draft, &row),
    };
    let Some(Instead { left, people, resort }) = redirected else { return false };
    let names: Vec<String> = usernames(draft, people.iter().copied());
    let mut data = json!({"step": step, "name": row.name, "asked": left, "people": names});
    if let (Some(map), Some(resort)) = (data.as_object_mut(), resort) {
        map.insert("to".to_owned(), json!(resort));
    }
    draft.log_by(Actor::system("steps"), EventType::StepRedirected, data);
    again(draft, &row);
    draft.ask_anew(step);
    tell(draft, &row, &people, "{number} waits for you now: {step}");
    true
}

/// Who is asked only now has the step's time once more.
fn again(draft: &mut Draft<'_>, row: &JournalRow) {
    let fresh = Terms::of(draft).within(row).map(|span| super::clocks::calendar(draft).add(draft.now, span));
    let last = row.arguments.level > draft.policy().steps.max_levels;
    if let (Some(due), Some(fresh), false) = (row.due_at, fresh, last) {
        let due = due.max(fresh);
        draft.change_row(row.id, |row| row.due_at = Some(due));
        draft.set_timer(format!("step/{}/due", row.id), due);
    }
}

fn usernames(draft: &Draft<'_>, users: impl Iterator<Item = UserId>) -> Vec<String> {
    users.filter_map(|id| draft.world.people.user(id)).map(|user| user.username.clone()).collect()
}

fn is_active(draft: &Draft<'_>, user: UserId) -> bool {
    draft.world.people.user(user).is_some_and(|user| user.active)
}

/// An approval whose quorum is out of reach because somebody left.
fn redirect_vote(draft: &mut Draft<'_>, row: &JournalRow, rule: &Rule) -> Option<Instead> {
    let votes = Terms::of(draft).votes_on(row.id);
    let open: Vec<UserId> = rule.electorate.iter().copied().filter(|seat| !rule.is_taken(*seat, &votes)).collect();
    let occupied = |seat: &UserId| {
        let in_place = rule.successors.iter().filter(|(_, other)| other == seat).map(|(user, _)| *user);
        std::iter::once(*seat).chain(in_place).any(|user| is_active(draft, user))
    };
    let (alive, dead): (Vec<UserId>, Vec<UserId>) = open.into_iter().partition(occupied);
    let yes = votes.iter().filter(|vote| vote.ballot == Ballot::Approved).count();
    if dead.is_empty() || u32::try_from(yes + alive.len()).is_ok_and(|reached| reached >= rule.needed) {
        return None;
    }
    let people = &draft.world.people;
    let through_group = |user: &UserId| {
        row.arguments.parties.groups.iter().filter_map(|id| people.group(*id)).any(|group| group.members.contains(user))
    };
    let named = alive.is_empty() && !dead.iter().any(through_group);
    let (people, resort) = successors(draft, row, if named { dead.as_slice() } else { &[] });
    let people: BTreeSet<UserId> = people.into_iter().filter(|user| !rule.may_vote(*user)).collect();
    if people.is_empty() {
        return None;
    }
    let left = usernames(draft, dead.iter().copied());
    let reach = yes + alive.len() + people.len();
    let world = std::sync::Arc::clone(&draft.world);
    draft.change_row(row.id, |row| {
        row.arguments.parties.users.retain(|user| !dead.contains(user));
        row.arguments.parties.groups.retain(|group| world.people.active_members(*group).next().is_some());
        row.arguments.parties.users.extend(people.iter().copied());
        if let Some(rule) = row.arguments.rule.as_mut() {
            rule.electorate.retain(|seat| !dead.contains(seat));
            rule.electorate.extend(people.iter().copied());
            rule.successors.retain(|(_, seat)| !dead.contains(seat));
            // Lowered where nobody else is left, but never so that it is reached by that.
            rule.needed = rule.needed.min(u32::try_from(reach).unwrap_or(u32::MAX));
        }
    });
    Some(Instead { left, people, resort })
}

/// Any other step that waits only for people who left or groups without members.
fn redirect_parties(draft: &mut Draft<'_>, row: &JournalRow) -> Option<Instead> {
    let parties = &row.arguments.parties;
    let staffed = parties.groups.iter().any(|group| draft.world.people.active_members(*group).next().is_some());
    if parties.is_empty() || staffed || parties.users.iter().any(|user| is_active(draft, *user)) {
        return None;
    }
    let leads = parties.groups.iter().filter_map(|group| draft.world.people.group(*group)?.lead);
    let leads: BTreeSet<UserId> = leads.filter(|lead| Terms::of(draft).free(row, *lead, draft.now)).collect();
    let gone: Vec<UserId> = parties.users.iter().copied().collect();
    let (people, resort) = match leads.is_empty() {
        true => successors(draft, row, &gone),
        false => (leads, None),
    };
    if people.is_empty() {
        return None;
    }
    let mut left = usernames(draft, gone.into_iter());
    left.extend(parties.groups.iter().filter_map(|group| draft.world.group_name(*group)));
    let parties = Parties { users: people.clone(), groups: BTreeSet::new() };
    draft.change_row(row.id, |row| {
        row.arguments.parties = parties;
        row.arguments.stand_ins.clear();
    });
    Some(Instead { left, people, resort })
}

/// For each who left the first above them; the last resort where there is
/// nobody, with its name.
fn successors(draft: &Draft<'_>, row: &JournalRow, left: &[UserId]) -> (BTreeSet<UserId>, Option<String>) {
    let terms = Terms::of(draft);
    let above =
        |user: &UserId| terms.above(row, *user, draft.now).into_iter().find(|next| terms.free(row, *next, draft.now));
    let people: BTreeSet<UserId> = left.iter().filter_map(above).collect();
    if !people.is_empty() {
        return (people, None);
    }
    let barred = |user: &UserId| row.arguments.rule.is_some() && terms.is_barred(row, *user);
    let resort = terms.last_resort(&[]).into_iter().filter(|user| !barred(user)).collect();
    (resort, Some(draft.policy().steps.last_resort.clone()))
}
