//! A ticket that was asked for together with others: a part of the one that
//! stands over them.

use super::say;
use crate::desk::decide::draft::Draft;
use crate::model::event::EventType;
use crate::model::relation::{Link, LinkType, Related};
use crate::model::ticket::Parent;
use serde_json::json;

/// Writes the link as the parent says it, the entry of the log, and what the
/// parent is told. A part that is closed to others is named there to nobody.
pub fn part_of(draft: &mut Draft<'_>, parent: &Parent) {
    let kind = LinkType::ParentOf;
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
    draft.log(EventType::TicketLinked, json!({"kind": kind.inverse(), "what": parent.label}));
    let secret = draft.ticket.restricted_to.is_some();
    let what = Related::Linked { kind: kind.as_str().to_owned(), reason: None };
    say(draft, (parent.ticket, parent.number), secret, what);
}
