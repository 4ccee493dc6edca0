//! Intake: in whose queue a ticket lies that nobody named a queue for.

use crate::model::policy::{Intake, Policy};
use crate::model::ticket::Ticket;

/// The first rule of policy.toml `[[intake]]` that matches.
pub fn rule<'a>(policy: &'a Policy, ticket: &Ticket) -> Option<&'a Intake> {
    let is = |wanted: &Option<String>, value: &str| wanted.as_deref().is_none_or(|wanted| wanted == value);
    policy.intake.iter().find(|rule| {
        rule.kind.is_none_or(|kind| kind == ticket.kind)
            && is(&rule.category, &ticket.category)
            && is(&rule.item, &ticket.item)
            && is(&rule.channel, &ticket.channel)
            && is(&rule.location, ticket.location.as_deref().unwrap_or_default())
            && rule.outside.as_ref().is_none_or(|name| {
                policy.calendars.get(name).is_some_and(|calendar| !calendar.is_open(ticket.created_at))
            })
    })
}
