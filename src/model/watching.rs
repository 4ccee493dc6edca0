//! Watchers: people who want to know what becomes of a ticket that is not theirs.
//! Stored with the ticket's facts; by whom a ticket is watched is asked with it,
//! which tickets somebody watches by a table of its own.

use super::ids::{GroupId, UserId};
use super::people::People;
use super::sight::open_to_staff;
use super::time::Time;
use serde::{Deserialize, Serialize};

/// Watchers of one ticket at most.
pub const MOST: usize = 100;

/// Somebody who watches a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watcher {
    /// Who.
    pub user: UserId,
    /// Who made them watch it.
    pub by: UserId,
    /// Since when.
    pub at: Time,
    /// By what they see it.
    pub sees: Sees,
}

/// By what a watcher sees the ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sees {
    /// As staff, as long as it is not closed to them.
    Staff,
    /// It concerns them in another way, too.
    Concerned,
    /// By watching it alone: it goes with the watching.
    Watching,
}

impl Watcher {
    /// Whether they may still be told of it.
    pub fn still_sees(&self, people: &People, restricted_to: Option<GroupId>) -> bool {
        let Some(user) = people.user(self.user).filter(|user| user.active) else { return false };
        self.sees != Sees::Staff || open_to_staff(user, restricted_to)
    }
}
