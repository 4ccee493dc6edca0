//! What else is to be known of a ticket at one glance, beside the ticket's own
//! fields: what is asked, what was said last, which files there are, who is to
//! be where, what else the person waits for.

use super::{AppointmentView, AttachmentView, CommentView, StepView, Viewer};
use crate::model::status::Status;
use crate::model::ticket::{Kind, Ticket, number_text};
use crate::model::time::Time;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Comments and files that are shown at one glance.
pub const LAST_SHOWN: i64 = 10;
/// Other tickets of the same person that are shown at one glance.
pub const OTHERS_SHOWN: i64 = 10;

/// What else is to be known of a ticket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AroundView {
    /// The open steps, with what the caller may do to each.
    pub steps: Vec<StepView>,
    /// The last comments, oldest first; notes for staff.
    pub comments: Vec<CommentView>,
    /// How many comments there are for the caller.
    pub comment_count: i64,
    /// The last files, oldest first; internal ones for staff.
    pub attachments: Vec<AttachmentView>,
    /// How many files there are for the caller.
    pub attachment_count: i64,
    /// Appointments that concern the caller and are not over.
    pub appointments: Vec<AppointmentView>,
    /// How many people watch it; for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub watcher_count: Option<usize>,
    /// Other tickets of the same person that are not closed, the newest first, those that the caller sees; for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub others: Option<Vec<OtherTicketView>>,
}

/// Another ticket of the same person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OtherTicketView {
    /// Its number.
    #[schema(example = "SR-000124")]
    pub number: String,
    /// Its kind.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// Its catalog item.
    pub item: String,
    /// Whether that is the same item: it may be the same wish.
    pub same_item: bool,
    /// Where it stands.
    pub status: Status,
    /// Its priority.
    pub priority: String,
    /// Since when.
    pub created_at: Time,
}

/// Shapes another ticket of the same person.
pub fn other_ticket(viewer: &Viewer<'_>, ticket: &Ticket, other: &Ticket) -> OtherTicketView {
    OtherTicketView {
        number: number_text(other.kind, other.number),
        kind: other.kind,
        title: viewer.say(&other.title),
        item: other.item.clone(),
        same_item: other.item == ticket.item,
        status: other.status,
        priority: other.priority.clone(),
        created_at: other.created_at,
    }
}
