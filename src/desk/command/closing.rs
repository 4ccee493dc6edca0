//! The bodies of what is said of a ticket after its resolution.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Body of `follow-up`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// Whether somebody was reached.
    pub reached: bool,
    /// By which channel, `phone`.
    pub channel: Option<String>,
    /// Whether they are satisfied with what was done.
    pub satisfied: Option<bool>,
    /// What was said.
    pub comment: Option<String>,
}

/// Body of `rating`, and of an invitation's link.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// From 1, not at all satisfied, to 5, very satisfied.
    #[schema(minimum = 1, maximum = 5)]
    pub score: i64,
    /// In words.
    pub text: Option<String>,
}
