//! What a follower of the log needs to know of the tickets behind its entries,
//! for all who listen at once: how each stands, who has a row that lets them see
//! it, and what the entries say.

use super::connection::on_either;
use super::dialect::one_of_many;
use super::error::StoreError;
use super::reader::Reader;
use super::rows::EventStored;
use super::schema::{event_data, events, ticket_viewers, tickets};
use super::views::{LogEntry, LogPlace};
use crate::model::event::Event;
use crate::model::ids::{GroupId, TicketId, UserId};
use crate::model::ticket::Kind;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// A ticket behind an entry of the log, as it stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    /// The digits of its number.
    pub number: i64,
    /// Its kind.
    pub kind: Kind,
    /// Its version.
    pub version: i64,
    /// The group that it is closed to others for.
    pub restricted_to: Option<GroupId>,
    /// Who has a row that lets them see it.
    pub viewers: HashSet<UserId>,
}

impl Reader {
    /// The tickets behind entries.
    pub fn followed(&mut self, entries: &[LogEntry]) -> Result<HashMap<TicketId, Followed>, StoreError> {
        let ids: Vec<TicketId> = entries.iter().map(|entry| entry.ticket).collect();
        self.snapshot(|connection| {
            let of_these = tickets::table.filter(one_of_many(tickets::id, ids.clone()));
            let rows: Vec<(TicketId, i64, Kind, i64, Option<GroupId>)> = on_either!(connection, inner => of_these
                .select((tickets::id, tickets::number, tickets::kind, tickets::version, tickets::restricted_to))
                .load(inner)?);
            let mut found: HashMap<TicketId, Followed> = rows
                .into_iter()
                .map(|(id, number, kind, version, restricted_to)| {
                    (id, Followed { number, kind, version, restricted_to, viewers: HashSet::new() })
                })
                .collect();
            let seeing = ticket_viewers::table.filter(one_of_many(ticket_viewers::ticket, ids.clone()));
            let rows: Vec<(TicketId, UserId)> = on_either!(connection, inner => seeing
                .select((ticket_viewers::ticket, ticket_viewers::viewer))
                .load(inner)?);
            for (ticket, viewer) in rows {
                if let Some(ticket) = found.get_mut(&ticket) {
                    ticket.viewers.insert(viewer);
                }
            }
            Ok(found)
        })
    }

    /// What entries say, by ticket and place in its log.
    pub fn told(&mut self, entries: &[LogEntry]) -> Result<HashMap<(TicketId, i64), Event>, StoreError> {
        let places: Vec<i64> = entries.iter().map(|entry| entry.place.position).collect();
        self.read(|connection| {
            let its_data = event_data::ticket.eq(events::ticket).and(event_data::seq.eq(events::seq));
            let query = events::table
                .inner_join(event_data::table.on(its_data))
                .filter(one_of_many(events::position, places.clone()))
                .select(EventStored::columns());
            let stored: Vec<EventStored> = on_either!(connection, inner => query.load(inner)?);
            let told = stored.into_iter().map(EventStored::event);
            told.map(|event| event.map(|event| ((event.ticket, event.seq), event))).collect()
        })
    }

    /// The last place of the log that a follower may read: who begins now begins there.
    pub fn log_end(&mut self) -> Result<LogPlace, StoreError> {
        self.read(|connection| {
            let (xid, position) = super::dialect::log_end(connection)?;
            Ok(LogPlace { xid, position })
        })
    }
}
