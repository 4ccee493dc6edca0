//! What the log alone would not show at a glance of a ticket's way between desk
//! and handlers: who handed it back and why, which manager was told.

use super::handling::HandBack;
use super::ids::UserId;
use super::status::{Operation, Status, row};
use super::ticket::Ticket;
use super::time::Time;
use serde::{Deserialize, Serialize};

/// A ticket's way between desk and handlers. Stored with its facts; absent parts are not written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Dispatch {
    /// Why it lies with its owner again, until it is given to somebody else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handed_back: Option<HandBack>,
    /// The levels of policy.toml `[[escalation]]` that have come, in per cent: each comes once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<u32>,
    /// How often it was taken up again.
    #[serde(skip_serializing_if = "is_zero")]
    pub reopened: u32,
    /// The run whose script is over for good: it was resolved, and taken up again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub over: Option<i32>,
    /// Who did the last piece of its work that was theirs to do, until it is given to somebody else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hand: Option<UserId>,
    /// The last time that a manager was told: hierarchic escalation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raised: Option<Raised>,
    /// How often it was passed on while nobody had taken it. That is no level:
    /// from `new` only the group changes.
    #[serde(skip_serializing_if = "is_zero")]
    pub passed_on: i32,
}

impl Dispatch {
    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn is_zero<N: Default + PartialEq>(n: &N) -> bool {
    *n == N::default()
}

/// A hierarchic escalation: the work stays, whoever runs the process knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raised {
    /// Who wanted it; nobody where a rule or a script did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<UserId>,
    /// When.
    pub at: Time,
    /// Why.
    pub reason: String,
}

impl Ticket {
    /// Its work goes to whom can do more: the level rises, unless nobody has
    /// taken it yet. Says whether it rose.
    pub fn moves_up(&mut self) -> bool {
        let taken = self.status != Status::New;
        self.status = row(Operation::Escalate).becomes.after(self.status);
        match taken {
            true => self.escalation_level += 1,
            false => self.facts.dispatch.passed_on += 1,
        }
        taken
    }

    /// How often its work was moved, taken or not: what jobs ask for.
    pub fn times_moved(&self) -> i32 {
        self.escalation_level + self.facts.dispatch.passed_on
    }

    /// Whether it is in the list of who runs the process: open, and moved up or told of (row 97).
    pub fn is_escalated(&self) -> bool {
        self.status.is_open() && (self.escalation_level > 0 || self.facts.dispatch.raised.is_some())
    }
}
