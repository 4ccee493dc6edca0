//! Wishes that move a ticket between desk and handlers: up, back, to another
//! owner. What they come to is decided in `decide`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Body of `escalate`: functional, the work moves; with `level`, hierarchic, a manager is told.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Escalate {
    /// The group that the work moves to; where it is absent only the level rises.
    pub group: Option<String>,
    /// `manager`: the work stays where it is, and who runs the process is told, with who leads the group.
    pub level: Option<String>,
    /// Why.
    pub reason: String,
}

/// Body of `owner`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOver {
    /// Username of the agent who answers for it from now on.
    pub owner: String,
    /// Why.
    pub reason: String,
}

/// Body of a ticket's `reopen`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReopenTicket {
    /// What is still missing.
    pub reason: String,
}
