//! A ticket whose parent links it: the one that its workflow opened it for, or
//! the one over all that was asked for together.

use super::say;
use crate::desk::decide::draft::Draft;
use crate::model::event::EventType;
use crate::model::relation::{Link, LinkType, Related};
use crate::model::ticket::Parent;
use serde_json::json;

/// Writes the link to the ticket as its parent says it.
pub fn linked_by(draft: &mut Draft<'_>, parent: &Parent, kind: LinkType) {
    let link = Link {
        ticket: parent.ticket,
        number: parent.number,
        kind: kind.as_str().to_owned(),
        to: draft.ticket.number,
        name: String::new(),
        reason: None,
        at: draft.now,
    };
    draft.changes().links.push(link);
    draft.ticket.facts.relations.linked = true;
}

/// Writes the link, the entry of the log, and what the parent is told. A part
/// that is closed to others is named there to nobody.
pub fn part_of(draft: &mut Draft<'_>, parent: &Parent) {
    let kind = LinkType::ParentOf;
    linked_by(draft, parent, kind);
    draft.log(EventType::TicketLinked, json!({"kind": kind.inverse(), "what": parent.label}));
    let secret = draft.ticket.restricted_to.is_some();
    let what = Related::Linked { kind: kind.as_str().to_owned(), reason: None };
    say(draft, (parent.ticket, parent.number), secret, what);
}
