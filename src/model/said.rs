//! What people say on a ticket, and what the desk tells people.

use super::ids::{CommentId, NotificationId, TicketId, UserId};
use super::time::Time;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

/// Something said on a ticket.
#[derive(Clone, Debug, PartialEq)]
pub struct Comment {
    /// Row id.
    pub id: CommentId,
    /// Where.
    pub ticket: TicketId,
    /// Who.
    pub author: UserId,
    /// When.
    pub at: Time,
    /// For staff only.
    pub internal: bool,
    /// What.
    pub text: String,
    /// What else is known of it.
    pub details: CommentDetails,
    /// When its text was last changed.
    pub edited_at: Option<Time>,
}

impl Comment {
    /// A public comment.
    pub fn said(id: CommentId, ticket: TicketId, author: UserId, at: Time, text: String) -> Self {
        Self { id, ticket, author, at, internal: false, text, details: CommentDetails::default(), edited_at: None }
    }
}

/// What is known of a comment beside its text. Stored as JSON with `format`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CommentDetails {
    /// Whether it held the ticket until who asked replies.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub awaits_reply: bool,
    /// Who was told that they are mentioned.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<UserId>,
    /// How often its text was changed.
    #[serde(skip_serializing_if = "is_zero")]
    pub edits: i32,
}

fn is_zero(n: &i32) -> bool {
    *n == 0
}

/// The text that a comment had before it was changed.
#[derive(Clone, Debug, PartialEq)]
pub struct FormerText {
    /// Of which comment.
    pub comment: CommentId,
    /// Which, from 1.
    pub n: i32,
    /// What it said.
    pub text: String,
    /// Until when.
    pub until: Time,
}

/// A message kept for a person, shown under `/notifications`.
#[derive(Clone, Debug, PartialEq)]
pub struct Notification {
    /// Row id.
    pub id: NotificationId,
    /// For whom.
    pub user: UserId,
    /// About which ticket, if it is about one.
    pub ticket: Option<TicketId>,
    /// When.
    pub at: Time,
    /// Source text: the key of its translation.
    pub text: String,
    /// Values of the text's placeholders.
    pub values: Map<String, Json>,
    /// When it was read.
    pub read_at: Option<Time>,
    /// Whom it was for, where somebody else gets it.
    pub meant_for: Option<UserId>,
}
