//! The ladder of an open step, computed: who is asked at its next level, and at
//! all that are left if everybody stays silent. Pure, from the row and the terms
//! that it stands under; going up, explaining and previewing ask the same.

use crate::desk::decide::draft::Draft;
use crate::desk::world::World;
use crate::model::approval::Vote;
use crate::model::duration::Span;
use crate::model::ids::{GroupId, StepId, UserId};
use crate::model::journal::{JournalRow, RowKind};
use crate::model::ladder::Rung;
use crate::model::people::Role;
use crate::model::policy::{OnTimeout, Policy};
use crate::model::ticket::Ticket;
use crate::model::time::Time;
use crate::model::who::Who;
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// So many managers are looked through above one person.
const HIGHEST: usize = 20;

/// What a step's time and people depend on beside its row.
#[derive(Clone, Copy)]
pub struct Terms<'a> {
    /// People, policy, lists.
    pub world: &'a World,
    /// The ticket.
    pub ticket: &'a Ticket,
    /// Votes on its open approvals.
    pub votes: &'a [(StepId, Vote)],
}

/// Whether the work itself moves up: that of `handle`, and tasks that say where to.
pub(super) fn moves(row: &JournalRow) -> bool {
    row.kind == RowKind::Work || (row.kind == RowKind::Task && !escalate_to(row).is_empty())
}

/// `escalate_to`: one who or a list of them, level by level.
fn escalate_to(row: &JournalRow) -> Vec<Who> {
    let said = row.arguments.options.get("escalate_to").cloned().unwrap_or_default();
    let list = serde_json::from_value::<Vec<Who>>(said.clone());
    list.or_else(|_| serde_json::from_value::<Who>(said).map(|who| vec![who])).unwrap_or_default()
}

impl<'a> Terms<'a> {
    /// The terms of a draft as it stands.
    pub(in crate::desk::decide) fn of(draft: &'a Draft<'_>) -> Self {
        Self { world: &draft.world, ticket: &draft.ticket, votes: &draft.votes }
    }

    fn policy(&self) -> &'a Policy {
        self.world.policy()
    }

    /// The step's time: `within`, else the policy's, else (tasks) the service level's.
    pub fn within(&self, row: &JournalRow) -> Option<Span> {
        let own = row.arguments.options.get("within").and_then(Json::as_str).and_then(Span::parse);
        let level = || {
            let sla = self.ticket.sla.as_ref().filter(|_| row.kind == RowKind::Task)?;
            let level = self.policy().level(&sla.name, self.ticket.created_at.utc().date_naive())?;
            level.task.get(&self.ticket.priority).copied()
        };
        own.or_else(|| self.policy().step(row.kind.as_str()).within).or_else(level)
    }

    /// What happens when the step's time is over: its option, else the policy's.
    pub fn on_timeout(&self, row: &JournalRow) -> OnTimeout {
        let own = row.arguments.options.get("on_timeout").and_then(Json::as_str).and_then(OnTimeout::parse);
        own.unwrap_or_else(|| self.policy().step(row.kind.as_str()).on_timeout)
    }

    /// When the level that is reached at a moment is over: it has `within` again.
    pub(super) fn later(&self, row: &JournalRow, at: Time) -> Time {
        let span = self.within(row).unwrap_or(Span::WorkingDays(1));
        self.policy().calendar_of(self.ticket).add(at, span)
    }

    /// All levels that an open step will go up if nobody answers, with their
    /// times; none where the end of its time means something else. `row` need
    /// not be stored: a preview asks with the row that it would open.
    pub fn remaining(&self, row: &JournalRow, now: Time) -> Vec<Rung> {
        let mut rungs: Vec<Rung> = Vec::new();
        let waits_for_time = row.kind == RowKind::Wait && !row.arguments.values.contains_key("event");
        let Some(due) = row.due_at.filter(|_| !waits_for_time && self.on_timeout(row) == OnTimeout::Escalate) else {
            return rungs;
        };
        let (mut row, mut at) = (row.clone(), due.max(now));
        while let Some(rung) = self.next(&row, at) {
            rung.apply(&mut row);
            at = self.later(&row, at);
            rungs.push(rung);
        }
        rungs
    }

    /// The level that a step goes up to at a moment. One that finds nobody is
    /// skipped without waiting; after `max_levels` those who run the process are
    /// asked, and then there is none.
    pub fn next(&self, row: &JournalRow, at: Time) -> Option<Rung> {
        let most = self.policy().steps.max_levels;
        let named = u32::try_from(escalate_to(row).len()).unwrap_or(u32::MAX);
        if row.arguments.level > most {
            return None;
        }
        let mut level = row.arguments.level.saturating_add(1);
        while level <= most {
            let (users, groups) = self.level(row, level, at);
            let rung = Rung { level, at, users, groups, last: false };
            if !rung.is_empty() {
                return Some(rung);
            }
            // Beyond what the step names, one level finds whom the next would.
            if level > named {
                break;
            }
            level += 1;
        }
        let users = self.resort(row, at);
        Some(Rung { level: most.saturating_add(1), at, users, groups: Vec::new(), last: true })
    }

    /// Whom one level adds: of work the next that it names, else the groups' leads;
    /// of anything else, for each who is silent, the next above them.
    fn level(&self, row: &JournalRow, level: u32, at: Time) -> (Vec<(UserId, Option<UserId>)>, Vec<GroupId>) {
        if let Some(who) = escalate_to(row).get(level.saturating_sub(1) as usize) {
            return self.named(row, who, at);
        }
        let mut users: Vec<(UserId, Option<UserId>)> = Vec::new();
        if row.arguments.rule.is_none() {
            let leads = row.arguments.parties.groups.iter().filter_map(|group| self.world.people.group(*group)?.lead);
            users.extend(leads.filter(|lead| self.free(row, *lead, at)).map(|lead| (lead, None)));
        }
        if !moves(row) {
            for seat in self.silent_seats(row) {
                let next = self.above(row, seat, at).into_iter().find(|user| self.free(row, *user, at));
                users.extend(next.map(|user| (user, Some(seat))));
            }
        }
        users.sort_unstable();
        users.dedup();
        (users, Vec::new())
    }

    /// What `escalate_to` names at a level, as far as it is new and there.
    fn named(&self, row: &JournalRow, who: &Who, at: Time) -> (Vec<(UserId, Option<UserId>)>, Vec<GroupId>) {
        let people = &self.world.people;
        let parties = people.resolve(std::slice::from_ref(who), &self.world.bearings(self.ticket));
        let there = |user: UserId| !self.is_away(row, user, at);
        let staffed = |group: &GroupId| people.active_members(*group).any(|user| there(user.id));
        let new = |group: &GroupId| !row.arguments.parties.groups.contains(group) && staffed(group);
        let users = parties.users.into_iter().filter(|user| !row.arguments.parties.users.contains(user));
        let users = users.filter(|user| *user != self.ticket.requester && there(*user)).map(|user| (user, None));
        (users.collect(), parties.groups.into_iter().filter(new).collect())
    }

    /// The votes on a step.
    pub fn votes_on(&self, step: StepId) -> Vec<Vote> {
        self.votes.iter().filter(|(id, _)| *id == step).map(|(_, vote)| vote.clone()).collect()
    }

    /// Those who were asked at first and have said nothing, by themselves or
    /// through somebody in their place.
    fn silent_seats(&self, row: &JournalRow) -> Vec<UserId> {
        match &row.arguments.rule {
            Some(rule) => {
                let votes = self.votes_on(row.id);
                rule.seats().filter(|seat| !rule.is_taken(*seat, &votes)).collect()
            }
            None => {
                let in_place = |user: &UserId| row.arguments.stand_ins.iter().any(|(other, _)| other == user);
                row.arguments.parties.users.iter().copied().filter(|user| !in_place(user)).collect()
            }
        }
    }

    /// Who is above somebody, in order: the substitute, the manager (of who was
    /// asked through a group its lead), the manager's manager.
    pub(in crate::desk::decide) fn above(&self, row: &JournalRow, seat: UserId, at: Time) -> Vec<UserId> {
        let people = &self.world.people;
        let Some(user) = people.user(seat) else { return Vec::new() };
        let asked_through = |group: &&GroupId| user.groups.contains(group);
        let lead = row.arguments.parties.groups.iter().filter(asked_through).find_map(|id| people.group(*id)?.lead);
        let first = lead.filter(|lead| *lead != seat).or(user.manager);
        let managers = std::iter::successors(first, |id| people.user(*id).and_then(|user| user.manager)).take(HIGHEST);
        let substitutes = people.stands_in(seat, at, &self.ticket.item, row.kind).into_iter().chain(user.substitute);
        substitutes.chain(managers).collect()
    }

    /// Whether somebody is away for this step at a moment.
    fn is_away(&self, row: &JournalRow, user: UserId, at: Time) -> bool {
        self.world.people.absence(user, at, &self.ticket.item, row.kind).is_some()
    }

    /// Whether a person may never be asked in another's place: who asks; of an
    /// approval none of those who may not vote.
    pub(in crate::desk::decide) fn is_barred(&self, row: &JournalRow, user: UserId) -> bool {
        let ticket = self.ticket;
        // Nor who opened the approval: nobody decides on what they asked for.
        let asked_for_it = [ticket.requested_for, ticket.opened_by].contains(&user);
        let asked_for_it = asked_for_it || row.arguments.handling.by == Some(user);
        ticket.requester == user || (row.arguments.rule.is_some() && asked_for_it)
    }

    /// Whether somebody may be asked in addition: active, there, not asked yet.
    pub(in crate::desk::decide) fn free(&self, row: &JournalRow, user: UserId, at: Time) -> bool {
        let rule = row.arguments.rule.as_ref();
        let asked = rule.map_or_else(|| row.arguments.parties.users.contains(&user), |rule| rule.may_vote(user));
        let active = self.world.people.user(user).is_some_and(|user| user.active);
        !asked && active && !self.is_barred(row, user) && !self.is_away(row, user, at)
    }

    /// The service request managers may answer for whoever is silent; those who
    /// are away only where nobody else is left.
    fn resort(&self, row: &JournalRow, at: Time) -> Vec<(UserId, Option<UserId>)> {
        let people = &self.world.people;
        let barred = |user: &UserId| row.kind == RowKind::Approval && self.is_barred(row, *user);
        let mut managers = people.holders(Role::ServiceRequestManager.as_str(), &self.policy().roles);
        managers.retain(|user| !barred(user));
        if managers.is_empty() {
            let ticket = self.ticket;
            let asked_for_it = [ticket.requester, ticket.requested_for, ticket.opened_by];
            let asked_for_it = asked_for_it.into_iter().chain(row.arguments.handling.by);
            let excluded: Vec<UserId> = asked_for_it.filter(barred).collect();
            managers = self.last_resort(&excluded);
        }
        let there: BTreeSet<UserId> = managers.iter().copied().filter(|user| !self.is_away(row, *user, at)).collect();
        let asked = if there.is_empty() { managers } else { there };
        let rule = row.arguments.rule.as_ref();
        let new = asked.into_iter().filter(|user| match rule {
            Some(rule) => !rule.may_vote(*user),
            None => !row.arguments.parties.users.contains(user),
        });
        let seats = if rule.is_some() { self.silent_seats(row) } else { Vec::new() };
        if seats.is_empty() {
            return new.map(|user| (user, None)).collect();
        }
        new.flat_map(|user| seats.iter().map(move |seat| (user, Some(*seat)))).collect()
    }

    /// Whom the policy asks where nobody stands behind the who; admins where even
    /// that is nobody.
    pub(in crate::desk::decide) fn last_resort(&self, excluded: &[UserId]) -> BTreeSet<UserId> {
        let holders = |role: &str| -> BTreeSet<UserId> {
            let all = self.world.people.holders(role, &self.policy().roles);
            all.into_iter().filter(|user| !excluded.contains(user)).collect()
        };
        let named = holders(&self.policy().steps.last_resort);
        if named.is_empty() { holders(Role::Admin.as_str()) } else { named }
    }
}
