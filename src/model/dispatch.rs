//! What the log alone would not show at a glance of a ticket's way between desk
//! and handlers: who handed it back and why, which manager was told.

use super::handling::HandBack;
use super::ids::UserId;
use super::time::Time;
use serde::{Deserialize, Serialize};

/// A ticket's way between desk and handlers. Stored with its facts; absent parts are not written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Dispatch {
    /// Why it lies with its owner again, until it is given to somebody else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handed_back: Option<HandBack>,
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
