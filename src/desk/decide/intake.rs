//! Intake: in whose queue a ticket lies that nobody named a queue for. The hour
//! that counts is the one at which it is asked: what an approval held up until
//! the evening goes to who is awake then.

use crate::desk::world::World;
use crate::model::policy::{Intake, Turn, related};
use crate::model::ticket::Ticket;
use crate::model::time::Time;

/// Where a rule sends a ticket.
pub struct Queue {
    /// The group's name.
    pub group: String,
    /// How a member is chosen; nobody is when absent.
    pub by: Option<Turn>,
}

/// What the first rule of policy.toml `[[intake]]` that matches comes to. A rule
/// for a group that this desk does not have is passed over.
pub fn queue(world: &World, ticket: &Ticket, now: Time) -> Option<Queue> {
    let policy = world.policy();
    let language = world.people.user(ticket.requester).map_or("en", |user| user.language.as_str());
    let there = |group: &&String| world.people.by_group_name(group).is_some();
    let sends_to = |rule: &Intake| {
        let desk = || policy.awake(&rule.desks, now, ticket.location.as_deref(), language);
        let group = match &rule.group {
            Some(group) => Some(group).filter(there).cloned(),
            None => desk()?.groups.iter().find(there).cloned(),
        };
        Some(Queue { group: group?, by: rule.by })
    };
    policy.intake.iter().filter(|rule| matches(world, rule, ticket, language, now)).find_map(sends_to)
}

fn matches(world: &World, rule: &Intake, ticket: &Ticket, language: &str, now: Time) -> bool {
    let is = |wanted: &Option<String>, value: &str| wanted.as_deref().is_none_or(|wanted| wanted == value);
    let open = |name: &String| world.policy().calendars.get(name).is_some_and(|calendar| calendar.is_open(now));
    rule.kind.is_none_or(|kind| kind == ticket.kind)
        && is(&rule.category, &ticket.category)
        && is(&rule.item, &ticket.item)
        && is(&rule.channel, &ticket.channel)
        && is(&rule.location, ticket.location.as_deref().unwrap_or_default())
        && rule.language.as_deref().is_none_or(|wanted| related(wanted, language))
        && (rule.priorities.is_empty() || rule.priorities.contains(&ticket.priority))
        && rule.outside.as_ref().is_none_or(|name| !open(name))
        && rule.inside.as_ref().is_none_or(open)
}
