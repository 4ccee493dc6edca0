//! A hold: nothing is done on a ticket for a while, for a reason of the policy.
//! What the reason means is in `policy`; when it ends is decided in `desk`.

use super::ids::UserId;
use super::time::Time;
use serde::{Deserialize, Serialize};

/// Why a ticket rests, and until when. Stored as JSON with `format`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// One of policy.toml `[[holds]]`.
    pub code: String,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When it ends by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Time>,
    /// Since when.
    pub since: Time,
    /// Who held it.
    pub by: UserId,
}
