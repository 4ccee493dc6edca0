//! Rows of links, of the calendar of changes, and of whom a ticket hits.

use crate::model::changes::Changes;
use crate::model::ids::{TicketId, UserId};
use crate::model::relation::{Affected, Link};
use crate::model::time::Time;
use crate::store::schema::{change_touches, change_windows, known_tickets, ticket_affected, ticket_links};
use diesel::prelude::{Insertable, Queryable, Selectable};

/// A row of `ticket_links`.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = ticket_links, treat_none_as_default_value = false)]
pub(in crate::store) struct LinkRow {
    pub(in crate::store) ticket: TicketId,
    number: i64,
    pub(in crate::store) kind: String,
    pub(in crate::store) to_number: i64,
    pub(in crate::store) name: String,
    reason: Option<String>,
    at: Time,
}

impl LinkRow {
    fn of(link: &Link) -> Self {
        Self {
            ticket: link.ticket,
            number: link.number,
            kind: link.kind.clone(),
            to_number: link.to,
            name: link.name.clone(),
            reason: link.reason.clone(),
            at: link.at,
        }
    }
    pub(in crate::store) fn link(self) -> Link {
        Link {
            ticket: self.ticket,
            number: self.number,
            kind: self.kind,
            to: self.to_number,
            name: self.name,
            reason: self.reason,
            at: self.at,
        }
    }
}

/// A row of `change_windows`.
#[derive(Clone, Insertable)]
#[diesel(table_name = change_windows)]
pub(in crate::store) struct WindowRow {
    ticket: TicketId,
    starts_at: Time,
    ends_at: Time,
}

/// A row of `change_touches`.
#[derive(Clone, Insertable)]
#[diesel(table_name = change_touches)]
pub(in crate::store) struct TouchRow {
    ticket: TicketId,
    what: String,
}

/// A row of `known_tickets`.
#[derive(Clone, Insertable)]
#[diesel(table_name = known_tickets)]
pub(in crate::store) struct KnownRow {
    ticket: TicketId,
    item: String,
    since: Time,
}

/// A row of `ticket_affected`.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = ticket_affected, treat_none_as_default_value = false)]
pub(in crate::store) struct AffectedRow {
    ticket: TicketId,
    person: UserId,
    at: Time,
    note: Option<String>,
}

impl AffectedRow {
    pub(in crate::store) fn affected(self) -> Affected {
        Affected { person: self.person, at: self.at, note: self.note }
    }
}

/// All of them that one command writes.
pub(in crate::store) struct RelationRows {
    pub(in crate::store) links: Vec<LinkRow>,
    pub(in crate::store) links_gone: Vec<LinkRow>,
    /// Whether what stands in the calendar of changes is replaced.
    pub(in crate::store) slot_anew: bool,
    pub(in crate::store) window: Option<WindowRow>,
    pub(in crate::store) touches: Vec<TouchRow>,
    /// Whether it is shown or shown no more as known.
    pub(in crate::store) known_anew: bool,
    pub(in crate::store) known: Option<KnownRow>,
    pub(in crate::store) affected: Vec<AffectedRow>,
}

impl RelationRows {
    pub(in crate::store) fn of(changes: &Changes) -> Self {
        let ticket = &changes.ticket;
        let slot = changes.slot.clone().unwrap_or_default();
        let window = slot.window.map(|w| WindowRow { ticket: ticket.id, starts_at: w.from, ends_at: w.to });
        let known = KnownRow { ticket: ticket.id, item: ticket.item.clone(), since: ticket.updated_at };
        let affected = changes.affected.iter().map(|it| AffectedRow {
            ticket: ticket.id,
            person: it.person,
            at: it.at,
            note: it.note.clone(),
        });
        Self {
            links: changes.links.iter().map(LinkRow::of).collect(),
            links_gone: changes.links_gone.iter().map(LinkRow::of).collect(),
            slot_anew: changes.slot.is_some(),
            window,
            touches: slot.touches.into_iter().map(|what| TouchRow { ticket: ticket.id, what }).collect(),
            known_anew: changes.known.is_some(),
            known: (changes.known == Some(true)).then_some(known),
            affected: affected.collect(),
        }
    }
}
