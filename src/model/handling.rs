//! What people do to a step beside answering it: who opened it, claimed it,
//! handed it back, gave an opinion on it. Stored with the step's arguments;
//! absent parts are not written.

use super::ids::{StepId, UserId};
use super::time::Time;
use serde::{Deserialize, Serialize};

/// What was done to a step by people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handling {
    /// Who opened it, where it was a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<UserId>,
    /// Of a step opened by a person: it must be answered before people resolve the ticket.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub mandatory: bool,
    /// The approval that an opinion is asked on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<StepId>,
    /// The settled step that is to be done again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reopens: Option<StepId>,
    /// Why it is to be done again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who of those who are asked has taken it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimed: Option<UserId>,
    /// When somebody last urged those who are silent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urged_at: Option<Time>,
    /// Who handed it back, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub returns: Vec<HandBack>,
    /// Opinions on it, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opinions: Vec<Opinion>,
}

impl Handling {
    /// Whether nobody did anything.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Somebody handed a step back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandBack {
    /// Who.
    pub by: UserId,
    /// When.
    pub at: Time,
    /// Why.
    pub reason: String,
    /// What they suggest.
    pub suggestion: String,
    /// One of policy.toml `[returns]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// What somebody who has no vote thinks of an approval.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    /// The question's step.
    pub step: StepId,
    /// Who was asked, and answered.
    pub by: UserId,
    /// Who wanted to know.
    pub asked_by: UserId,
    /// What was asked.
    pub question: String,
    /// What was answered.
    pub answer: String,
    /// When.
    pub at: Time,
}
