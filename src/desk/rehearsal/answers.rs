//! Answers within a rehearsal: who may answer a step, and everybody who is
//! asked answering it, one after the other.

use super::Rehearsal;
use crate::desk::command::{Act, Delivered, Doer, Reply, StepAnswer, Target};
use crate::model::ids::{DeliveryId, StepId, UserId};
use crate::model::journal::{JournalRow, RowKind};
use crate::model::people::{Role, User};
use crate::model::problem::Refusal;
use std::collections::BTreeSet;
use std::sync::Arc;

impl Rehearsal {
    /// Who may answer a step now, by username: of an approval who may vote and
    /// has not, of other steps the people and the members of the groups.
    pub fn asked(&self, row: &JournalRow) -> BTreeSet<String> {
        self.askable(row).iter().map(|user| user.username.clone()).collect()
    }

    fn askable(&self, row: &JournalRow) -> Vec<Arc<User>> {
        let people = &self.world.people;
        let ids: BTreeSet<UserId> = match &row.arguments.rule {
            Some(rule) => {
                let voted =
                    |user: &UserId| self.votes.iter().any(|(step, vote)| *step == row.id && vote.voter == *user);
                let successors = rule.successors.iter().map(|(successor, _)| *successor);
                rule.electorate.iter().copied().chain(successors).filter(|user| !voted(user)).collect()
            }
            None => {
                let parties = &row.arguments.parties;
                let members = parties.groups.iter().flat_map(|group| people.active_members(*group));
                parties.users.iter().copied().chain(members.map(|user| user.id)).collect()
            }
        };
        let mut users: Vec<Arc<User>> = ids.into_iter().filter_map(|id| people.user(id).cloned()).collect();
        users.sort_by(|a, b| a.username.cmp(&b.username));
        users
    }

    /// Whoever answers where nobody is named: a call or an event by hand is an admin's.
    fn answerers(&self, row: &JournalRow) -> Vec<Arc<User>> {
        let users = self.askable(row);
        if users.is_empty() && [RowKind::Plugin, RowKind::Wait].contains(&row.kind) {
            let admins = self.world.people.holders(Role::Admin.as_str(), &self.world.policy().roles);
            return admins.into_iter().filter_map(|id| self.world.people.user(id).cloned()).collect();
        }
        users
    }

    /// Answers a step by one person, or by all who are asked until it is settled.
    ///
    /// # Errors
    /// The desk's refusal; what was answered before it stays.
    pub fn answer(&mut self, step: StepId, by: Option<&str>, answer: &StepAnswer) -> Result<(), Refusal> {
        let row = self.journal.iter().find(|row| row.id == step).cloned().ok_or_else(Refusal::not_found)?;
        let users = match by {
            Some(name) => vec![self.person(name)?],
            None => self.answerers(&row),
        };
        if users.is_empty() {
            return Err(Refusal::unavailable("Nobody is asked."));
        }
        for user in users {
            self.carry(Doer::Person { user, token: None }, Target::Step(step), Act::Answer(answer.clone()))?;
            let row = self.journal.iter().find(|row| row.id == step);
            // Only a vote may leave the step open for the next.
            if row.is_none_or(|row| !row.is_open() || row.kind != RowKind::Approval) {
                return Ok(());
            }
        }
        Ok(())
    }

    /// A plugin's answer to a call.
    ///
    /// # Errors
    /// Where the call, or what is answered, is not what the plugin's schemas say.
    pub fn deliver(&mut self, step: StepId, reply: Reply) -> Result<(), Refusal> {
        let row = self.journal.iter().find(|row| row.id == step).cloned().ok_or_else(Refusal::not_found)?;
        let (module, function) = row.name.split_once('.').unwrap_or((row.name.as_str(), ""));
        let plugins = &self.world.content.plugins;
        let given = row.arguments.values.get("args").cloned().unwrap_or_default();
        let wrong = |what: &str, message: String| Refusal::unavailable(format!("{} {what} {message}", row.name));
        plugins.check_input(module, function, &given).map_err(|message| wrong("is called with", message))?;
        if let Reply::Done(output) = &reply {
            plugins
                .check_output(module, function, output)
                .map_err(|message| wrong("does not answer that:", message))?;
        }
        let act = Act::Delivered(Delivered { delivery: DeliveryId(step.0), step, reply });
        self.carry(Doer::Plugin(module.to_owned()), Target::Step(step), act)
    }

    /// A person by username.
    ///
    /// # Errors
    /// Where there is nobody of that name.
    pub fn person(&self, name: &str) -> Result<Arc<User>, Refusal> {
        let near =
            || crate::model::text::did_you_mean(name, self.world.people.users().map(|user| user.username.as_str()));
        self.world.people.by_username(name).cloned().ok_or_else(|| {
            let hint = near().map(|near| format!(" Did you mean `{near}`?")).unwrap_or_default();
            Refusal::invalid("/by", "unknown", format!("There is nobody called `{name}` here.{hint}"))
        })
    }
}
