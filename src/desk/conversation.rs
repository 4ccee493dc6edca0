//! Wishes of those who talk about a ticket: what they change of what they said,
//! and whom they let follow it. What they come to is decided in `decide`.

use crate::model::ids::CommentId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Body of `comments`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewComment {
    /// What is said. `@username` tells that person, if they may read it.
    pub text: String,
    /// For staff only.
    #[serde(default)]
    pub internal: bool,
    /// Holds the ticket until who asked replies; for who handles it.
    #[serde(default)]
    pub awaits_reply: bool,
    /// Ids of files that were sent up.
    #[serde(default)]
    pub attachments: Vec<String>,
}

/// Body of `PATCH /comments/{id}`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditComment {
    /// What is said instead; what was said stays on record.
    pub text: String,
}

/// Body of `watchers`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Watch {
    /// Username of who is to watch; the caller when absent. Others are named by staff.
    pub user: Option<String>,
}

/// What is done to a conversation.
#[derive(Clone, Debug)]
pub enum Talk {
    /// A comment's text is changed.
    Edit(CommentId, EditComment),
    /// Somebody watches.
    Watch(Watch),
    /// Somebody, the caller when absent, watches no more.
    Unwatch(Option<String>),
}
