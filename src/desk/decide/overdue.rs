//! policy.toml `[[escalation]]`: when so much of the time to resolve a ticket has
//! passed, its work moves up, or people are told. Each level comes once.

use super::draft::Draft;
use super::ending::tell;
use super::escalate;
use crate::model::event::{Actor, EventType};
use crate::model::ids::UserId;
use crate::model::policy::{EscalationRule, Told};
use serde_json::json;
use std::collections::BTreeSet;

/// The key of a level's timer.
pub fn key(at: u32) -> String {
    format!("sla/level/{at}")
}

/// A level has come.
pub fn fire(draft: &mut Draft<'_>, at: &str) {
    let Ok(at) = at.parse::<u32>() else { return };
    let ticket = &draft.ticket;
    let over = !ticket.status.is_open() || ticket.flags.cancelling || ticket.facts.dispatch.levels.contains(&at);
    let rules = draft.policy().escalations_for(&ticket.priority).filter(|rule| rule.at == at);
    let rules: Vec<EscalationRule> = rules.filter(|_| !over).cloned().collect();
    if rules.is_empty() {
        return;
    }
    draft.ticket.facts.dispatch.levels.push(at);
    draft.actor = Actor::system("service level");
    for rule in rules {
        act(draft, &rule);
    }
}

/// To a group the work moves; where managers are told it stays; else it is a reminder.
fn act(draft: &mut Draft<'_>, rule: &EscalationRule) {
    let reason = format!("{} % of the time to resolve it have passed", rule.at);
    let group = rule.to.as_ref().and_then(|name| draft.world.people.by_group_name(name)).map(|group| group.id);
    let mut people = told(draft, &rule.tell);
    if group.is_some() {
        escalate::functional(draft, group, &reason, false);
        people.extend(told(draft, &rule.tell));
    }
    if group.is_none() && rule.tell.iter().any(|told| told.is_manager()) {
        escalate::raise(draft, &people, &reason);
    } else if group.is_none() {
        let names = escalate::names(draft, &people);
        draft.log(EventType::SlaWarned, json!({"at": rule.at, "to": names}));
    }
    let people: Vec<UserId> = people.into_iter().collect();
    let text = "{number} “{title}”: {percent} % of the time to resolve it have passed.";
    tell(draft, &people, text, json!({"percent": rule.at}));
}

fn told(draft: &Draft<'_>, tell: &[Told]) -> BTreeSet<UserId> {
    let mut people = BTreeSet::new();
    for told in tell {
        match told {
            Told::Assignee => people.extend(draft.ticket.assignee),
            Told::Owner => people.extend(draft.ticket.owner),
            Told::ServiceRequestManager => people.extend(escalate::managers(draft)),
            Told::LeadOfGroup => people.extend(escalate::lead(draft)),
        }
    }
    people
}
