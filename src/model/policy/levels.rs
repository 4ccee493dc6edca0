//! Service levels: what was promised, from when on.

use crate::model::duration::Span;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// When a resolve clock starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Starts {
    /// At the submission.
    Submitted,
    /// When no approval stands open any more.
    Approved,
}

/// What stops the response clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Responds {
    /// Acceptance by an agent.
    Accepted,
    /// The first public comment by staff, or the resolution.
    FirstReply,
}

/// One version of a service level.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// Counts for tickets created from this day (UTC).
    pub valid_from: NaiveDate,
    /// Who agreed to it, and when.
    pub agreed_by: Option<String>,
    /// Calendar by priority.
    pub calendar: BTreeMap<String, String>,
    /// When the resolve clock starts.
    pub starts: Starts,
    /// What stops the response clock.
    pub responds: Responds,
    /// Response target by priority.
    pub response: BTreeMap<String, Span>,
    /// Resolve target by priority.
    pub resolve: BTreeMap<String, Span>,
    /// Time for a task that names none, by priority.
    pub task: BTreeMap<String, Span>,
    /// Which open steps stop the resolve clock, over `[pauses]`.
    pub pauses: BTreeMap<String, bool>,
}
