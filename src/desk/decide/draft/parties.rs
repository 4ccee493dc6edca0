//! Whom the open steps of a draft wait for, and how they voted.

use super::Draft;
use crate::model::approval::Vote;
use crate::model::changes::Party;
use crate::model::ids::{StepId, UserId};
use crate::model::journal::JournalRow;
use crate::model::ticket::{Why, open_to_staff};
use crate::model::watching::Sees;
use std::collections::BTreeSet;
use std::sync::Arc;

impl Draft<'_> {
    /// Casts a vote.
    pub fn vote(&mut self, step: StepId, vote: Vote) {
        self.see(vote.voter, Why::Voter);
        self.votes.push((step, vote.clone()));
        self.changes.votes.push((step, vote));
    }

    /// Takes a vote back, one of this decision too.
    pub fn take_vote_back(&mut self, step: StepId, voter: UserId) {
        self.votes.retain(|(id, vote)| *id != step || vote.voter != voter);
        self.changes.votes.retain(|(id, vote)| *id != step || vote.voter != voter);
        self.changes.votes_gone.push((step, voter));
    }

    /// Lets a person see the ticket from now on.
    pub fn see(&mut self, user: UserId, why: Why) {
        if self.changes.viewers.contains(&(user, why)) {
            return;
        }
        // Who only watched so far sees it for good: the row says so from now on.
        let watcher = self.ticket.facts.watchers.iter_mut().find(|watcher| watcher.user == user);
        if let Some(watcher) = watcher.filter(|watcher| why != Why::Watcher && watcher.sees == Sees::Watching) {
            watcher.sees = Sees::Concerned;
            self.changes.viewers_gone.push(user);
        }
        self.changes.viewers.push((user, why));
    }

    /// Lets a step wait for its parties, and lets them see the ticket.
    pub fn wait_for_parties(&mut self, step: StepId) {
        let Some(row) = self.row(step).cloned() else { return };
        for user in self.silent(&row) {
            self.changes.parties.push((step, Party::User(user)));
        }
        if row.arguments.rule.is_none() {
            let groups = row.arguments.parties.groups.iter();
            self.changes.parties.extend(groups.map(|group| (step, Party::Group(*group))));
        }
        self.let_parties_see(step);
    }

    /// Lets those see the ticket whom a step waits for.
    pub fn let_parties_see(&mut self, step: StepId) {
        let Some(row) = self.row(step).cloned() else { return };
        for user in self.silent(&row) {
            self.see(user, Why::Party);
        }
        if row.arguments.rule.is_some() {
            return;
        }
        let restricted = self.ticket.restricted_to;
        let world = Arc::clone(&self.world);
        for group in &row.arguments.parties.groups {
            for member in world.people.active_members(*group).filter(|member| !open_to_staff(member, restricted)) {
                self.see(member.id, Why::Party);
            }
        }
    }

    /// The active people who are asked by name and have not answered: of an
    /// approval everybody who may vote and on whose seat nobody has.
    pub fn silent(&self, row: &JournalRow) -> BTreeSet<UserId> {
        let active = |user: &UserId| self.world.people.user(*user).is_none_or(|user| user.active);
        let Some(rule) = &row.arguments.rule else {
            return row.arguments.parties.users.iter().copied().filter(active).collect();
        };
        let votes: Vec<Vote> =
            self.votes.iter().filter(|(step, _)| *step == row.id).map(|(_, vote)| vote.clone()).collect();
        rule.voters().into_iter().filter(|user| active(user) && rule.free_seat(*user, &votes).is_some()).collect()
    }

    /// An approval waits for those who have not voted: they are shown as asked,
    /// but for a group's members, who are shown by the group.
    pub fn ask_silent(&mut self, step: StepId) {
        let Some(row) = self.row(step).cloned() else { return };
        let Some(rule) = &row.arguments.rule else { return };
        let mut silent = self.silent(&row);
        let groups = &row.arguments.parties.groups;
        let people = &self.world.people;
        let member = |user: &UserId| groups.iter().filter_map(|id| people.group(*id)).any(|g| g.members.contains(user));
        let of_group = |user: &UserId| rule.electorate.contains(user) && member(user);
        silent.retain(|user| !of_group(user));
        self.change_row(step, |row| row.arguments.parties.users = silent);
        self.ask_anew(step);
    }

    /// Replaces the parties of an open step.
    pub fn ask_anew(&mut self, step: StepId) {
        self.forget_parties(step);
        self.wait_for_parties(step);
    }

    /// A step waits for nobody any more.
    pub fn forget_parties(&mut self, step: StepId) {
        self.changes.parties.retain(|(id, _)| *id != step);
        if !self.new_rows.contains(&step) {
            self.changes.parties_gone.push(step);
        }
    }
}
