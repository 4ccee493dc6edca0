//! `[[escalation]]`: what happens by itself when so much of the time to resolve a
//! ticket has passed.

use super::Policy;
use super::build::Faults;
use super::schema::{GroupName, PriorityName};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeSet;

/// So far behind its due time a ticket may still be escalated.
const MOST: u32 = 1_000;

/// What happens when so much of the time to resolve has passed.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EscalationFile {
    /// Per cent of the time to resolve.
    #[schemars(range(min = 1, max = MOST))]
    pub at: u32,
    /// Only for these priorities; for all where none is named.
    #[serde(default)]
    #[schemars(with = "Vec<PriorityName>")]
    pub priorities: Vec<String>,
    /// The group that the work moves to.
    #[schemars(with = "Option<GroupName>")]
    pub to: Option<String>,
    /// Who is told.
    #[serde(default)]
    pub tell: Vec<Told>,
}

/// Who is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// Who works on it.
    Assignee,
    /// Who answers for it.
    Owner,
    /// Who runs the process.
    ServiceRequestManager,
    /// Who leads the group that it lies with.
    LeadOfGroup,
}

impl Told {
    /// Whether telling them is an escalation, not a reminder.
    pub fn is_manager(self) -> bool {
        matches!(self, Told::ServiceRequestManager | Told::LeadOfGroup)
    }
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EscalationRule {
    /// Per cent of the time to resolve.
    pub at: u32,
    /// Only for these priorities; for all where none is named.
    pub priorities: Vec<String>,
    /// The group that the work moves to.
    pub to: Option<String>,
    /// Who is told.
    pub tell: Vec<Told>,
}

/// The rules of the file.
pub(super) fn rules(
    files: Vec<EscalationFile>,
    priorities: &BTreeSet<String>,
    faults: &mut Faults<'_>,
) -> Vec<EscalationRule> {
    let mut rules = Vec::new();
    for file in files {
        if file.at == 0 || file.at > MOST {
            faults.add(&format!("at = {}", file.at), format!("`at` is 1 to {MOST} per cent"));
        }
        if file.to.is_none() && file.tell.is_empty() {
            let message = format!("the escalation at {} per cent moves nothing and tells nobody", file.at);
            faults.add(&format!("at = {}", file.at), message);
        }
        for priority in file.priorities.iter().filter(|name| !priorities.contains(*name)) {
            faults.unknown("priority", priority, priorities.iter().map(String::as_str));
        }
        rules.push(EscalationRule { at: file.at, priorities: file.priorities, to: file.to, tell: file.tell });
    }
    rules
}

impl Policy {
    /// The rules that count for a priority.
    pub fn escalations_for<'a>(&'a self, priority: &'a str) -> impl Iterator<Item = &'a EscalationRule> {
        self.escalations
            .iter()
            .filter(move |rule| rule.priorities.is_empty() || rule.priorities.iter().any(|name| name == priority))
    }
}
