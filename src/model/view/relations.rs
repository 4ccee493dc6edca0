//! What a viewer sees of what a ticket has to do with: links, other changes in
//! the same time, who is hit as well, and what all are shown as known.

use super::{PersonView, Viewer};
use crate::model::kind_facts::{Slot, Window};
use crate::model::relation::{Affected, Link};
use crate::model::status::Status;
use crate::model::ticket::{Kind, Ticket, number_text};
use crate::model::time::Time;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A link as the ticket shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LinkView {
    /// `caused_by`, `relates_to`, `parent_of`, `duplicates`, `follows`; from the other side `causes`, `child_of`,
    /// `duplicated_by`, `followed_by`; of things outside `ci`, `asset`, `order`, `article`, `contract`, `url` or what a
    /// workflow calls them.
    #[serde(rename = "type")]
    pub kind: String,
    /// The other ticket's number, or the thing's name.
    pub to: String,
    /// The other ticket's title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Where the other ticket stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Why; for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Since when.
    pub since: Time,
}

/// Another change in the same time on the same things.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OverlapView {
    /// Its number.
    pub number: String,
    /// When it is done.
    pub window: Window,
    /// Configuration items that both touch.
    pub cis: Vec<String>,
    /// Services that both touch.
    pub services: Vec<String>,
}

/// Somebody whom a ticket hits as well.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AffectedView {
    /// Who.
    pub person: PersonView,
    /// Said at.
    pub at: Time,
    /// What they said with it.
    pub note: Option<String>,
}

/// What all may know of an incident or a problem: nobody's data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct KnownView {
    /// Its number.
    pub number: String,
    /// Incident or problem.
    pub kind: Kind,
    /// The catalog item.
    pub item: String,
    /// What it is called for all.
    pub title: String,
    /// How people help themselves meanwhile.
    pub workaround: Option<String>,
    /// The service that it hits.
    pub service: Option<String>,
    /// Shown since.
    pub since: Time,
    /// How many have said that it hits them as well.
    pub affected: u32,
    /// Whether the caller has.
    pub mine: bool,
}

/// Links as a viewer sees them: to tickets of theirs, and for staff to things outside.
pub fn links(viewer: &Viewer<'_>, of: &Ticket, links: &[Link], seen: &[Ticket]) -> Vec<LinkView> {
    let staff = viewer.is_staff();
    let mut shown: Vec<LinkView> = Vec::new();
    for link in links {
        let reason = link.reason.clone().filter(|_| staff);
        let Some((kind, number)) = link.seen_from(of.number) else {
            if staff && link.number == of.number {
                let (kind, to, since) = (link.kind.clone(), link.name.clone(), link.at);
                shown.push(LinkView { kind, to, title: None, status: None, reason, since });
            }
            continue;
        };
        let Some(other) = seen.iter().find(|ticket| ticket.number == number) else { continue };
        let view = LinkView {
            kind: kind.to_owned(),
            to: number_text(other.kind, other.number),
            title: Some(viewer.say(&other.title)),
            status: Some(other.status),
            reason,
            since: link.at,
        };
        // A workflow and a person may have said the same, each from its side.
        if !shown.iter().any(|known| (&known.kind, &known.to) == (&view.kind, &view.to)) {
            shown.push(view);
        }
    }
    shown
}

/// What two changes have in common.
pub fn overlap(own: &Slot, other: &Ticket) -> Option<OverlapView> {
    let slot = other.slot();
    let window = slot.window?;
    let both = |stem: &str| -> Vec<String> {
        let common = slot.touches.iter().filter(|what| own.touches.contains(what));
        common.filter_map(|what| what.strip_prefix(stem)).map(str::to_owned).collect()
    };
    let number = number_text(other.kind, other.number);
    Some(OverlapView { number, window, cis: both("ci:"), services: both("service:") })
}

/// Somebody who is hit as well, for staff.
pub fn affected(viewer: &Viewer<'_>, affected: &Affected) -> AffectedView {
    AffectedView { person: viewer.person(affected.person), at: affected.at, note: affected.note.clone() }
}

/// What all may know of a ticket; none where nobody said so.
pub fn known(ticket: &Ticket, since: Time, mine: bool) -> Option<KnownView> {
    let (title, workaround) = ticket.known()?;
    Some(KnownView {
        number: number_text(ticket.kind, ticket.number),
        kind: ticket.kind,
        item: ticket.item.clone(),
        title: title.to_owned(),
        workaround: workaround.map(str::to_owned),
        service: ticket.facts.incident.as_ref().and_then(|facts| facts.service.clone()),
        since,
        affected: ticket.facts.relations.affected,
        mine,
    })
}
