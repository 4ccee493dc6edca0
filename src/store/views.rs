//! What people look at beside lists: one ticket, its log, steps and
//! votes, the inbox. A ticket is asked for with a `Sight`;
//! what hangs on it is asked for by the id that this gave.

use super::connection::{AnyConnection, on_either};
use super::dialect::{self, one_of_many};
use super::error::StoreError;
use super::reader::{Depth, Reader, rows_of};
use super::rows::{EventStored, JournalStored, SubmissionRow, TicketRow, VoteRow};
use super::schema::{event_data, events, journal, step_parties, submissions, ticket_viewers, tickets, votes};
use super::visible::{one_visible, visible};
use crate::model::approval::Vote;
use crate::model::event::{Event, EventType};
use crate::model::ids::{StepId, TicketId, UserId};
use crate::model::journal::JournalRow;
use crate::model::ticket::{Submission, Ticket, Why};
use crate::model::time::Time;
use crate::model::view::Sight;
use diesel::dsl::not;
use diesel::prelude::*;
use std::collections::HashMap;

/// A ticket as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Glance {
    /// The ticket.
    pub ticket: Ticket,
    /// What was sent in for its current run.
    pub submission: Submission,
    /// Its open rows, in the order of opening.
    pub open: Vec<JournalRow>,
}

/// A place in the log; followers keep it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct LogPlace {
    /// The transaction on PostgreSQL, 0 on SQLite.
    pub xid: i64,
    /// The place within it.
    pub position: i64,
}

/// An entry of the log as followers see it; what it says is asked for by ticket and seq.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// Its place.
    pub place: LogPlace,
    /// Whose log.
    pub ticket: TicketId,
    /// Its place in the ticket's log.
    pub seq: i64,
    /// When.
    pub at: Time,
    /// What happened.
    pub kind: EventType,
}

impl Reader {
    /// A ticket with all that is shown at one glance, if `sight` sees it.
    pub fn glance(&mut self, number: i64, sight: &Sight) -> Result<Option<Glance>, StoreError> {
        self.snapshot(|connection| {
            let Some(ticket) = seen(connection, number, sight)? else { return Ok(None) };
            let sent = submissions::table.find((ticket.id, ticket.run));
            let row: SubmissionRow =
                on_either!(connection, inner => sent.select(SubmissionRow::as_select()).first(inner)?);
            let open = rows_of(connection, &ticket, Depth::Open)?;
            Ok(Some(Glance { ticket, submission: row.submission()?, open }))
        })
    }

    /// A ticket alone, if `sight` sees it.
    pub fn seen(&mut self, number: i64, sight: &Sight) -> Result<Option<Ticket>, StoreError> {
        self.read(|connection| seen(connection, number, sight))
    }

    /// Who asked for a confidential ticket, for whom, and who typed it in, if
    /// `sight` sees it; none of a ticket that is open to all staff.
    pub fn parties_of_secret(&mut self, number: i64, sight: &Sight) -> Result<Option<[UserId; 3]>, StoreError> {
        self.read(|connection| {
            let groups = if sight.staff { sight.groups.clone() } else { Vec::new() };
            let query = tickets::table
                .filter(tickets::number.eq(number))
                .filter(tickets::restricted_to.is_not_null())
                .filter(one_visible(sight.user, sight.staff, groups))
                .select((tickets::requester, tickets::requested_for, tickets::opened_by));
            let found: Option<(UserId, UserId, UserId)> =
                on_either!(connection, inner => query.first(inner).optional()?);
            Ok(found.map(|(requester, requested_for, opened_by)| [requester, requested_for, opened_by]))
        })
    }

    /// Whether a ticket is confidential, and `sight` does not see it.
    pub fn is_secret(&mut self, number: i64, sight: &Sight) -> Result<bool, StoreError> {
        self.read(|connection| {
            let groups = if sight.staff { sight.groups.clone() } else { Vec::new() };
            let query = tickets::table
                .filter(tickets::number.eq(number))
                .filter(tickets::restricted_to.is_not_null())
                .filter(not(one_visible(sight.user, sight.staff, groups)))
                .select(tickets::number);
            let found: Option<i64> = on_either!(connection, inner => query.first(inner).optional()?);
            Ok(found.is_some())
        })
    }

    /// A ticket's log with its data, from behind `after_seq`.
    pub fn events(&mut self, ticket: TicketId, after_seq: i64, limit: i64) -> Result<Vec<Event>, StoreError> {
        self.read(|connection| {
            let its_data = event_data::ticket.eq(events::ticket).and(event_data::seq.eq(events::seq));
            let query = events::table
                .inner_join(event_data::table.on(its_data))
                .filter(events::ticket.eq(ticket))
                .filter(events::seq.gt(after_seq))
                .order(events::seq)
                .limit(limit)
                .select(EventStored::columns());
            let stored: Vec<EventStored> = on_either!(connection, inner => query.load(inner)?);
            stored.into_iter().map(EventStored::event).collect()
        })
    }

    /// The rows of all runs of a ticket's journal, in the order of opening.
    pub fn journal(&mut self, ticket: TicketId) -> Result<Vec<JournalRow>, StoreError> {
        self.read(|connection| {
            let query = journal::table.filter(journal::ticket.eq(ticket)).order(journal::position);
            let stored: Vec<JournalStored> =
                on_either!(connection, inner => query.select(JournalStored::as_select()).load(inner)?);
            stored.into_iter().map(JournalStored::row).collect()
        })
    }

    /// One row of a journal.
    pub fn step(&mut self, step: StepId) -> Result<Option<JournalRow>, StoreError> {
        self.read(|connection| {
            let query = journal::table.filter(journal::id.eq(step));
            let stored: Option<JournalStored> =
                on_either!(connection, inner => query.select(JournalStored::as_select()).first(inner).optional()?);
            stored.map(JournalStored::row).transpose()
        })
    }

    /// The votes on one step, oldest first.
    pub fn votes(&mut self, step: StepId) -> Result<Vec<Vote>, StoreError> {
        self.read(|connection| {
            let query = votes::table.filter(votes::step.eq(step)).order((votes::at, votes::voter));
            let stored: Vec<VoteRow> = on_either!(connection, inner => query.select(VoteRow::as_select()).load(inner)?);
            Ok(stored.into_iter().map(|row| row.vote().1).collect())
        })
    }

    /// Every vote on a ticket, oldest first.
    pub fn votes_of(&mut self, ticket: TicketId) -> Result<Vec<(StepId, Vote)>, StoreError> {
        self.read(|connection| {
            let query = votes::table
                .inner_join(journal::table.on(journal::id.eq(votes::step)))
                .filter(journal::ticket.eq(ticket))
                .order((votes::at, votes::voter));
            let stored: Vec<VoteRow> = on_either!(connection, inner => query.select(VoteRow::as_select()).load(inner)?);
            Ok(stored.into_iter().map(VoteRow::vote).collect())
        })
    }

    /// Open steps that wait for the caller or one of their groups, on tickets
    /// that they see, by the time of opening; each with its votes.
    pub fn inbox(
        &mut self,
        sight: &Sight,
        limit: i64,
        from: Option<&(Time, StepId)>,
    ) -> Result<Vec<(Ticket, JournalRow, Vec<Vote>)>, StoreError> {
        self.snapshot(|connection| {
            let rows = waiting_for(connection, sight, limit, from)?;
            if rows.is_empty() {
                return Ok(Vec::new());
            }
            let ids: Vec<TicketId> = rows.iter().map(|row| row.ticket).collect();
            let stored: Vec<TicketRow> = tickets::table
                .filter(one_of_many(tickets::id, ids))
                .filter(visible(sight))
                .select(TicketRow::as_select())
                .load(connection)?;
            let mut known = HashMap::new();
            for row in stored {
                known.insert(row.id, row.ticket()?);
            }
            let mut cast = votes_on(connection, rows.iter().map(|row| row.id).collect())?;
            let step = |row: JournalRow| {
                let votes = cast.remove(&row.id).unwrap_or_default();
                Some((known.get(&row.ticket)?.clone(), row, votes))
            };
            Ok(rows.into_iter().filter_map(step).collect())
        })
    }

    /// Whether a person has a row that lets them see a ticket of that time.
    pub fn has_viewer(&mut self, ticket: TicketId, created_at: Time, user: UserId) -> Result<bool, StoreError> {
        self.read(|connection| {
            let query = ticket_viewers::table.find((user, created_at, ticket)).select(ticket_viewers::ticket);
            let found: Option<TicketId> = on_either!(connection, inner => query.first(inner).optional()?);
            Ok(found.is_some())
        })
    }

    /// Who has a row that lets them see a ticket, and why.
    pub fn viewers_of(&mut self, ticket: TicketId) -> Result<Vec<(UserId, Why)>, StoreError> {
        self.read(|connection| {
            let query = ticket_viewers::table
                .filter(ticket_viewers::ticket.eq(ticket))
                .order(ticket_viewers::viewer)
                .select((ticket_viewers::viewer, ticket_viewers::why));
            Ok(on_either!(connection, inner => query.load(inner)?))
        })
    }

    /// The log of all tickets behind a place, in an order that never changes.
    /// For followers inside: who may see what is asked when it is passed on.
    pub fn log_after(&mut self, after: LogPlace, limit: i64) -> Result<Vec<LogEntry>, StoreError> {
        self.read(|connection| {
            let rows = dialect::log_behind(connection, (after.xid, after.position), limit)?;
            let entry = |((xid, position, ticket), (seq, at, kind))| LogEntry {
                place: LogPlace { xid, position },
                ticket,
                seq,
                at,
                kind,
            };
            Ok(rows.into_iter().map(entry).collect())
        })
    }
}

fn seen(connection: &mut AnyConnection, number: i64, sight: &Sight) -> Result<Option<Ticket>, StoreError> {
    // Nobody but staff sees by a group.
    let groups = if sight.staff { sight.groups.clone() } else { Vec::new() };
    let query = tickets::table.filter(tickets::number.eq(number)).filter(one_visible(sight.user, sight.staff, groups));
    let row: Option<TicketRow> =
        on_either!(connection, inner => query.select(TicketRow::as_select()).first(inner).optional()?);
    row.map(TicketRow::ticket).transpose()
}

/// Open rows of steps that have a party row for the caller. A step is there
/// once, whether it waits for the person, a group of theirs, or both.
fn waiting_for(
    connection: &mut AnyConnection,
    sight: &Sight,
    limit: i64,
    from: Option<&(Time, StepId)>,
) -> Result<Vec<JournalRow>, StoreError> {
    // A user's and a group's id lie in the same column.
    let groups = sight.groups.iter().map(|group| UserId(group.0));
    let hats: Vec<UserId> = std::iter::once(sight.user).chain(groups).collect();
    let steps = step_parties::table.filter(one_of_many(step_parties::party, hats)).select(step_parties::step);
    let mut query = journal::table
        .filter(journal::id.eq_any(steps))
        .filter(dialect::is_open())
        .order((journal::opened_at, journal::id))
        .limit(limit)
        .into_boxed();
    if let Some((at, id)) = from.copied() {
        query = query.filter(journal::opened_at.ge(at)).filter(journal::opened_at.gt(at).or(journal::id.gt(id)));
    }
    let stored: Vec<JournalStored> = query.select(JournalStored::as_select()).load(connection)?;
    stored.into_iter().map(JournalStored::row).collect()
}

fn votes_on(connection: &mut AnyConnection, steps: Vec<StepId>) -> Result<HashMap<StepId, Vec<Vote>>, StoreError> {
    let query = votes::table.filter(one_of_many(votes::step, steps)).order((votes::at, votes::voter));
    let stored: Vec<VoteRow> = query.select(VoteRow::as_select()).load(connection)?;
    let mut cast: HashMap<StepId, Vec<Vote>> = HashMap::new();
    for (step, vote) in stored.into_iter().map(VoteRow::vote) {
        cast.entry(step).or_default().push(vote);
    }
    Ok(cast)
}
