//! The inbox: the open steps that wait for the caller, each with what it is about.

use super::list::{Page, decode, encode};
use super::{View, asked};
use crate::desk::unavailable;
use crate::model::ids::StepId;
use crate::model::people::User;
use crate::model::problem::Refusal;
use crate::model::ticket::{Cost, Kind, Ticket};
use crate::model::time::Time;
use crate::model::view::{PersonView, Sight, StepView, Viewer};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The ticket that a step belongs to, as far as who answers reads it in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AskedOnView {
    /// Its kind.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// Its catalog item.
    pub item: String,
    /// Who asked.
    pub requester: PersonView,
    /// For whom.
    pub requested_for: PersonView,
    /// Its priority.
    pub priority: String,
    /// What it costs.
    pub cost: Option<Cost>,
    /// Since when.
    pub created_at: Time,
}

/// A step that waits for the caller.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct InboxEntry {
    /// The step.
    #[serde(flatten)]
    pub step: StepView,
    /// What it is about.
    pub on: AskedOnView,
}

fn asked_on(viewer: &Viewer<'_>, ticket: &Ticket) -> AskedOnView {
    AskedOnView {
        kind: ticket.kind,
        title: viewer.say(&ticket.title),
        item: ticket.item.clone(),
        requester: viewer.person(ticket.requester),
        requested_for: viewer.person(ticket.requested_for),
        priority: ticket.priority.clone(),
        cost: ticket.cost.clone(),
        created_at: ticket.created_at,
    }
}

/// Open steps that wait for the caller, oldest first.
///
/// # Errors
/// 400 for a cursor of another list.
pub fn inbox(v: &mut View<'_>, user: &User, limit: u32, cursor: Option<&str>) -> Result<Page<InboxEntry>, Refusal> {
    let from: Option<(Time, StepId)> = cursor.map(|text| decode(text, "inbox", "")).transpose()?;
    let found = v.reader.inbox(&Sight::of(user), i64::from(limit) + 1, from.as_ref());
    let mut found = found.map_err(|error| unavailable(&error))?;
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next_cursor = found.last().filter(|_| more).map(|(_, row, _)| encode("inbox", "", (row.opened_at, row.id)));
    let viewer = v.viewer(user);
    let entry = |(ticket, row, votes): &(Ticket, _, Vec<_>)| InboxEntry {
        step: asked::step(v, &viewer, ticket, row, votes),
        on: asked_on(&viewer, ticket),
    };
    Ok(Page { items: found.iter().map(entry).collect(), next_cursor, count: None })
}
