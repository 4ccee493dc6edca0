//! What a person can and when they work, and how a group works: said by admins,
//! asked by whoever chooses one of a group. No list is filtered by it, so it is
//! stored as one piece of JSON; absent parts are not written.

use super::ids::UserId;
use super::ticket::Ticket;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

/// How far somebody of the desk may go by themselves (requirements row 202).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// Registers, accepts and passes on; resolves nothing.
    Log,
    /// Resolves what their skills name, by a known solution; passes on everything else.
    Scripted,
    /// Resolves whatever they can.
    #[default]
    Expert,
}

/// What a person can, and when they work.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Traits {
    /// Words: items, categories, tags and services that they know about.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub skills: BTreeSet<String>,
    /// How far they may go by themselves.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub profile: Profile,
    /// The calendar of policy.toml that they work by; their desk's or group's when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
}

fn is_usual(profile: &Profile) -> bool {
    *profile == Profile::default()
}

impl Traits {
    /// How many words of a ticket are among the skills.
    pub fn fit(&self, ticket: &Ticket) -> usize {
        words(ticket).filter(|word| self.skills.contains(*word)).count()
    }

    /// Why this person may not say that the ticket is done, where they may not.
    pub fn keeps_from_resolving(&self, ticket: &Ticket) -> Option<&'static str> {
        match self.profile {
            Profile::Log => Some("Your profile is `log`: you register, accept and pass on; somebody else resolves."),
            Profile::Scripted if self.fit(ticket) == 0 => {
                Some("Your profile is `scripted`: you resolve what your skills name, and pass on everything else.")
            }
            Profile::Scripted | Profile::Expert => None,
        }
    }
}

/// What a ticket is about, in words that skills may name.
fn words(ticket: &Ticket) -> impl Iterator<Item = &String> {
    [&ticket.item, &ticket.category].into_iter().chain(&ticket.marks.tags).chain(&ticket.marks.services)
}

/// How a group works.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The calendar of policy.toml that it works by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
    /// So many open tickets one member has in hand before others are given the next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u32>,
    /// The desk of policy.toml that it belongs to, beside those that the desk names itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desk: Option<String>,
    /// By priority the members who are given its tickets first.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub priorities: BTreeMap<String, BTreeSet<UserId>>,
    /// Dissolved: nobody finds it by its name any more, the log still says it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gone: bool,
}
