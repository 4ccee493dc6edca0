//! What people say on a ticket, and what the desk tells people.

use super::ids::{CommentId, NotificationId, TicketId, UserId};
use super::time::Time;
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
}
