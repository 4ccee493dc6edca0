//! The work log: who worked on a ticket, when, for how many minutes. Its sum by
//! person is one of the ticket's facts; the entries have a table of their own.

use super::ids::{StepId, TicketId, UserId, WorkId};
use super::time::Time;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Minutes of one entry: a day and a night.
pub const MOST_MINUTES: i32 = 24 * 60;
/// Characters of a note.
pub const LONGEST_NOTE: usize = 2_000;
/// How long ago work may have been done, in days.
pub const OLDEST_DAYS: i64 = 366;

/// One entry of the work log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkEntry {
    /// Row id.
    pub id: WorkId,
    /// On which ticket.
    pub ticket: TicketId,
    /// Who worked, and wrote it down.
    pub author: UserId,
    /// For how many minutes; below 0 where what was logged too much is taken back.
    pub minutes: i32,
    /// When it was done.
    pub when: Time,
    /// What was done.
    pub note: String,
    /// For which step.
    pub step: Option<StepId>,
    /// When it was written down.
    pub logged_at: Time,
    /// When it was last corrected.
    pub corrected_at: Option<Time>,
    /// How often it was corrected.
    pub corrections: i32,
}

/// What an entry said before it was corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerWork {
    /// Of which entry.
    pub entry: WorkId,
    /// Which, from 1.
    pub n: i32,
    /// Minutes.
    pub minutes: i32,
    /// When it was done.
    pub when: Time,
    /// What was done.
    pub note: String,
    /// Until when it said so.
    pub until: Time,
}

/// The sum of a ticket's work log. One fact of the ticket's `Facts`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WorkSum {
    /// How many entries there are.
    pub entries: u32,
    /// Minutes by person.
    pub by: BTreeMap<UserId, i64>,
}

impl WorkSum {
    /// Whether nothing was logged.
    pub fn is_empty(&self) -> bool {
        self.entries == 0
    }
    /// All minutes.
    pub fn minutes(&self) -> i64 {
        self.by.values().sum()
    }
    /// Adds minutes of somebody; `false`, and nothing is changed, where they
    /// would have worked less than nothing.
    pub fn add(&mut self, author: UserId, minutes: i64) -> bool {
        let sum = self.by.get(&author).copied().unwrap_or_default() + minutes;
        if sum >= 0 {
            self.by.insert(author, sum);
        }
        sum >= 0
    }
}
