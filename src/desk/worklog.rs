//! Wishes of who writes down how long they worked. What they come to is decided
//! in `decide::worklog`.

use super::command::never_null;
use crate::model::ids::{StepId, WorkId};
use crate::model::time::Time;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Body of `work`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LogWork {
    /// For how many minutes, up to 1440; below 0 takes back what one logged too
    /// much, and wants a note.
    #[schema(minimum = -1440, maximum = 1440)]
    pub minutes: i64,
    /// When it was done; now when absent.
    pub when: Option<Time>,
    /// What was done.
    #[serde(default)]
    pub note: String,
    /// For which step of the ticket.
    pub step: Option<StepId>,
}

/// Body of `PATCH /work/{id}`: what is absent stays.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectWork {
    /// Minutes.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    #[schema(minimum = -1440, maximum = 1440)]
    pub minutes: Option<i64>,
    /// When it was done.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub when: Option<Time>,
    /// What was done.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What is done to the work log.
#[derive(Clone, Debug)]
pub enum Work {
    /// An entry is added.
    Log(LogWork),
    /// An entry is corrected.
    Correct(WorkId, CorrectWork),
}
