//! What the log alone would not show at a glance of a ticket's way between desk
//! and handlers: who handed it back and why, which manager was told.

use super::handling::HandBack;
use super::ids::UserId;
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
}

impl Dispatch {
    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn is_zero(n: &u32) -> bool {
    *n == 0
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
    /// Whether it is in the list of who runs the process: open, and moved up or told of (row 97).
    pub fn is_escalated(&self) -> bool {
        self.status.is_open() && (self.escalation_level > 0 || self.facts.dispatch.raised.is_some())
    }
}
