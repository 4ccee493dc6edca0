//! Where a ticket goes: into a queue, up, out of others' sight.

use super::{Scratch, State};
use crate::desk::decide::assign::lies_with;
use crate::desk::decide::choose::{self, Work};
use crate::desk::decide::intake;
use crate::model::dispatch::Raised;
use crate::model::event::EventType;
use crate::model::ids::{GroupId, UserId};
use crate::model::journal::RowKind;
use crate::model::people::Role;
use crate::model::policy::Turn;
use crate::model::ticket::{Why, number_text};
use crate::model::who::Who;
use serde_json::json;
use std::collections::BTreeSet;

impl Scratch {
    /// Puts the ticket into a queue; without a who, intake names the group.
    pub(super) fn assign(&self, state: &mut State, whos: &[Who], by: Option<&str>) -> Result<(), String> {
        let (mut turn, lay) = (by.and_then(Turn::parse), lies_with(&self.world, &state.ticket));
        let (group, person) = match whos.first() {
            Some(who) => self.behind(state, who)?,
            None => {
                let queue = intake::queue(&self.world, &state.ticket, state.now)
                    .ok_or("no rule of policy.toml [[intake]] matches this ticket")?;
                turn = turn.or(queue.by);
                (Some(self.group(&queue.group)?), None)
            }
        };
        if let Some(group) = group {
            state.ticket.group = Some(group);
            state.ticket.assignee = turn.and_then(|turn| self.choose(state, group, turn));
        }
        if person.is_some() {
            state.ticket.assignee = person;
        }
        state.viewers.extend(state.ticket.assignee.map(|user| (user, Why::Handler)));
        let mut data = lies_with(&self.world, &state.ticket);
        data.as_object_mut().map(|data| data.insert("from".to_owned(), lay));
        state.log.push((EventType::TicketAssigned, data));
        Ok(())
    }

    fn group(&self, name: &str) -> Result<GroupId, String> {
        self.world.people.by_group_name(name).map(|group| group.id).ok_or_else(|| format!("there is no group `{name}`"))
    }

    fn choose(&self, state: &mut State, group: GroupId, turn: Turn) -> Option<UserId> {
        let work = Work { ticket: &state.ticket, kind: RowKind::Work, now: state.now };
        let chosen = choose::member(&self.world, &self.board, group, turn, &work);
        state.chosen.extend(chosen);
        chosen
    }

    /// A group, or else the one active person behind a who.
    fn behind(&self, state: &State, who: &Who) -> Result<(Option<GroupId>, Option<UserId>), String> {
        let (people, bearings) = (&self.world.people, self.world.bearings(&state.ticket));
        if let Some(group) = people.group_of(who, &bearings) {
            return Ok((Some(group.id), None));
        }
        let user = people.person(who, &bearings).filter(|user| user.active);
        Ok((None, Some(user.map(|user| user.id).ok_or_else(|| format!("there is nobody behind {who}"))?)))
    }

    /// To a group the work moves; anybody else is told, and the work stays.
    pub(super) fn escalate(&self, state: &mut State, whos: &[Who], reason: &str) -> Result<(), String> {
        let parties = self.world.people.resolve(whos, &self.world.bearings(&state.ticket));
        let mut told: BTreeSet<UserId> = parties.users.clone();
        match parties.groups.first().copied() {
            Some(group) => {
                let lay = lies_with(&self.world, &state.ticket);
                let functional = state.ticket.moves_up();
                if state.ticket.group != Some(group) {
                    (state.ticket.group, state.ticket.assignee) = (Some(group), None);
                }
                let (name, level) = (self.world.group_name(group), state.ticket.escalation_level);
                let data =
                    json!({"group": name, "level": level, "reason": reason, "functional": functional, "from": lay});
                state.log.push((EventType::TicketEscalated, data));
            }
            None if told.is_empty() => {
                let whos: Vec<String> = whos.iter().map(ToString::to_string).collect();
                return Err(format!("escalate: there is nobody behind {}", whos.join(", ")));
            }
            None => {
                let names = told.iter().filter_map(|id| self.world.people.user(*id)).map(|user| user.username.clone());
                let data = json!({"level": "manager", "to": names.collect::<Vec<_>>(), "reason": reason});
                state.log.push((EventType::TicketEscalated, data));
                state.ticket.facts.dispatch.raised =
                    Some(Raised { by: None, at: state.now, reason: reason.to_owned() });
                state.viewers.extend(told.iter().map(|user| (*user, Why::Watcher)));
            }
        }
        let managers = Role::ServiceRequestManager.as_str();
        told.extend(self.world.people.holders(managers, &self.world.policy().roles));
        let values = json!({"number": number_text(state.ticket.kind, state.ticket.number), "reason": reason});
        let values = values.as_object().cloned().unwrap_or_default();
        let text = "{number} was escalated: {reason}";
        state.notices.extend(told.into_iter().map(|user| (user, text.to_owned(), values.clone())));
        Ok(())
    }

    /// Closes the ticket to all staff but a group; others who are named see it too.
    pub(super) fn restrict(&self, state: &mut State, whos: &[Who]) -> Result<(), String> {
        let bearings = self.world.bearings(&state.ticket);
        let people = &self.world.people;
        let groups: Vec<GroupId> =
            whos.iter().filter_map(|who| people.group_of(who, &bearings)).map(|group| group.id).collect();
        let parties = people.resolve(whos, &bearings);
        let Some((group, others)) = groups.split_first() else {
            return Err("restrict: name at least one group, so that somebody can work on it".to_owned());
        };
        let members = others.iter().flat_map(|id| people.active_members(*id)).map(|user| user.id);
        let seeing: BTreeSet<UserId> = parties.users.iter().copied().chain(members).collect();
        state.viewers.extend(seeing.into_iter().map(|user| (user, Why::Watcher)));
        state.ticket.restricted_to = Some(*group);
        state.log.push((EventType::TicketRestricted, json!({"group": self.world.group_name(*group)})));
        Ok(())
    }
}
