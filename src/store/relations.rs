//! What is asked of links, of the calendar of changes, and of what all are shown
//! as known.

use super::connection::{AnyConnection, on_either};
use super::dialect::{one_of, one_of_many};
use super::error::StoreError;
use super::reader::Reader;
use super::rows::{AffectedRow, LinkRow, TicketRow};
use super::schema::{change_touches, change_windows, known_tickets, ticket_affected, ticket_links, tickets};
use super::visible::visible;
use crate::model::ids::{TicketId, UserId};
use crate::model::kind_facts::Slot;
use crate::model::relation::{Affected, Link};
use crate::model::ticket::Ticket;
use crate::model::time::Time;
use crate::model::view::Sight;
use diesel::prelude::*;
use std::collections::BTreeSet;

/// Links of one ticket that are read, in each direction.
const MOST_LINKS: i64 = 500;
/// Tickets that are looked at for a way back.
const FURTHEST: usize = 2_000;
/// Changes that are shown as overlapping.
const MOST_OVERLAPS: i64 = 50;

impl Reader {
    /// The links of a ticket, its own and those of others to it, oldest first.
    pub fn links_of(&mut self, ticket: TicketId, number: i64) -> Result<Vec<Link>, StoreError> {
        self.read(|connection| {
            let order = (ticket_links::at, ticket_links::kind, ticket_links::to_number, ticket_links::name);
            let own = ticket_links::table.filter(ticket_links::ticket.eq(ticket)).order(order).limit(MOST_LINKS);
            let own: Vec<LinkRow> = on_either!(connection, inner => own.select(LinkRow::as_select()).load(inner)?);
            let order = (ticket_links::at, ticket_links::kind, ticket_links::number);
            let to = ticket_links::table.filter(ticket_links::to_number.eq(number)).order(order).limit(MOST_LINKS);
            let to: Vec<LinkRow> = on_either!(connection, inner => to.select(LinkRow::as_select()).load(inner)?);
            let mut links: Vec<Link> = own.into_iter().chain(to).map(LinkRow::link).collect();
            links.sort_by_key(|link| link.at);
            Ok(links)
        })
    }

    /// Those of these tickets that `sight` sees, by number.
    pub fn seen_of(&mut self, numbers: &[i64], sight: &Sight) -> Result<Vec<Ticket>, StoreError> {
        self.read(|connection| {
            let stored: Vec<TicketRow> = tickets::table
                .filter(one_of_many(tickets::number, numbers.to_vec()))
                .filter(visible(sight))
                .order(tickets::number)
                .select(TicketRow::as_select())
                .load(connection)?;
            stored.into_iter().map(TicketRow::ticket).collect()
        })
    }

    /// These tickets, whoever asks: what a decision means for them is decided on them.
    pub fn neighbours(&mut self, numbers: &[i64]) -> Result<Vec<Ticket>, StoreError> {
        self.read(|connection| {
            let query = tickets::table.filter(one_of_many(tickets::number, numbers.to_vec())).order(tickets::number);
            let stored: Vec<TicketRow> = query.select(TicketRow::as_select()).load(connection)?;
            stored.into_iter().map(TicketRow::ticket).collect()
        })
    }

    /// Whether links of a kind lead from one ticket to another, over however many.
    pub fn leads_to(&mut self, from: i64, to: i64, kind: &str) -> Result<bool, StoreError> {
        self.read(|connection| {
            let mut met = BTreeSet::from([to]);
            let mut rim = vec![to];
            while !rim.is_empty() && met.len() < FURTHEST {
                let next = before(connection, &rim, kind)?;
                if next.contains(&from) {
                    return Ok(true);
                }
                rim = next.into_iter().filter(|number| met.insert(*number)).collect();
            }
            Ok(false)
        })
    }

    /// Open changes that are done in the same time on the same things, and that `sight` sees.
    pub fn overlapping(&mut self, own: TicketId, slot: &Slot, sight: &Sight) -> Result<Vec<Ticket>, StoreError> {
        let Some(window) = slot.window.filter(|_| !slot.touches.is_empty()) else { return Ok(Vec::new()) };
        self.read(|connection| {
            let touching = change_touches::table
                .filter(one_of(change_touches::what, slot.touches.clone()))
                .select(change_touches::ticket);
            let meeting = change_windows::table
                .filter(change_windows::ends_at.gt(window.from))
                .filter(change_windows::starts_at.lt(window.to))
                .filter(change_windows::ticket.ne(own))
                .filter(change_windows::ticket.eq_any(touching))
                .select(change_windows::ticket);
            let stored: Vec<TicketRow> = tickets::table
                .filter(tickets::id.eq_any(meeting))
                .filter(visible(sight))
                .order(tickets::number)
                .limit(MOST_OVERLAPS)
                .select(TicketRow::as_select())
                .load(connection)?;
            stored.into_iter().map(TicketRow::ticket).collect()
        })
    }

    /// Tickets that staff have said all may know of, the newest first. What of
    /// them is shown is `Ticket::known` and nothing else.
    pub fn known(
        &mut self,
        item: Option<&str>,
        before: Option<(Time, TicketId)>,
        limit: i64,
    ) -> Result<Vec<(Ticket, Time)>, StoreError> {
        self.read(|connection| {
            let mut query = known_tickets::table
                .inner_join(tickets::table.on(tickets::id.eq(known_tickets::ticket)))
                .order((known_tickets::since.desc(), known_tickets::ticket.desc()))
                .limit(limit)
                .into_boxed();
            if let Some(item) = item {
                query = query.filter(known_tickets::item.eq(item.to_owned()));
            }
            if let Some((at, id)) = before {
                let older = known_tickets::since.lt(at);
                query = query.filter(older.or(known_tickets::since.eq(at).and(known_tickets::ticket.lt(id))));
            }
            let rows: Vec<(TicketRow, Time)> =
                query.select((TicketRow::as_select(), known_tickets::since)).load(connection)?;
            rows.into_iter().map(|(row, since)| Ok((row.ticket()?, since))).collect()
        })
    }

    /// One of them, by its number.
    pub fn known_one(&mut self, number: i64) -> Result<Option<(Ticket, Time)>, StoreError> {
        self.read(|connection| {
            let query = known_tickets::table
                .inner_join(tickets::table.on(tickets::id.eq(known_tickets::ticket)))
                .filter(tickets::number.eq(number));
            let row: Option<(TicketRow, Time)> = on_either!(connection, inner => query
                .select((TicketRow::as_select(), known_tickets::since))
                .first(inner)
                .optional()?);
            row.map(|(row, since)| Ok((row.ticket()?, since))).transpose()
        })
    }

    /// Whom a ticket hits as well, first come first.
    pub fn affected(&mut self, ticket: TicketId) -> Result<Vec<Affected>, StoreError> {
        self.read(|connection| {
            let query = ticket_affected::table
                .filter(ticket_affected::ticket.eq(ticket))
                .order((ticket_affected::at, ticket_affected::person));
            let rows: Vec<AffectedRow> =
                on_either!(connection, inner => query.select(AffectedRow::as_select()).load(inner)?);
            Ok(rows.into_iter().map(AffectedRow::affected).collect())
        })
    }

    /// Which of these tickets a person has said to be hit by.
    pub fn hit_by(&mut self, person: UserId, of: &[TicketId]) -> Result<Vec<TicketId>, StoreError> {
        self.read(|connection| {
            let query = ticket_affected::table
                .filter(ticket_affected::person.eq(person))
                .filter(one_of_many(ticket_affected::ticket, of.to_vec()))
                .select(ticket_affected::ticket);
            Ok(query.load(connection)?)
        })
    }
}

/// The tickets whose links of a kind lead to these.
fn before(connection: &mut AnyConnection, to: &[i64], kind: &str) -> Result<Vec<i64>, StoreError> {
    let mut found = Vec::new();
    for numbers in to.chunks(500) {
        let query = ticket_links::table
            .filter(one_of_many(ticket_links::to_number, numbers.to_vec()))
            .filter(ticket_links::kind.eq(kind.to_owned()))
            .select(ticket_links::number);
        let next: Vec<i64> = query.load(connection)?;
        found.extend(next);
    }
    Ok(found)
}
