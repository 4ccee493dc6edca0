//! What clocks ask and do: due timers, tickets for a job's script, load, signals, and the numbers of open tickets for `verify`. None of
//! it is for people: nobody's sight is asked.

use super::Store;
use super::connection::{MultiBackend, on_either};
use super::dialect::one_of_many;
use super::error::StoreError;
use super::reader::Reader;
use super::rows::{SignalRow, TicketRow, TimerRow};
use super::schema::{signals, step_parties, tickets, timers};
use crate::model::changes::{Signal, Timer};
use crate::model::ids::{GroupId, TicketId, UserId};
use crate::model::status::Status;
use crate::model::ticket::{Kind, Ticket};
use crate::model::time::Time;
use diesel::dsl::count_star;
use diesel::prelude::*;

/// A timer whose time has come, and its ticket's number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueTimer {
    /// The timer.
    pub timer: Timer,
    /// The ticket's number.
    pub number: i64,
}

/// Which of a ticket's two clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Somebody must respond.
    Respond,
    /// It must be resolved.
    Resolve,
}

/// Which tickets a job's script asks for. What is empty or absent does not narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JobFilter {
    /// Past the due time of this clock, at this moment.
    pub breached: Option<(Clock, Time)>,
    /// Any of these; when empty, every status in which work is still to be done.
    pub status: Vec<Status>,
    /// Any of these kinds.
    pub kind: Vec<Kind>,
    /// This catalog item.
    pub item: Option<String>,
    /// Submitted before.
    pub created_before: Option<Time>,
    /// Not changed since.
    pub updated_before: Option<Time>,
    /// Nobody works on it.
    pub unassigned: bool,
    /// Escalated less often than this.
    pub escalation_below: Option<i32>,
    /// Behind this one: by id, which is the order of submission.
    pub after: Option<TicketId>,
}

const WORK_TO_DO: [Status; 4] = [Status::New, Status::Accepted, Status::Assigned, Status::Escalated];

impl Reader {
    /// Timers due at `now`, the oldest first.
    pub fn timers_due(&mut self, now: Time, limit: i64) -> Result<Vec<DueTimer>, StoreError> {
        self.read(|connection| {
            let query = timers::table
                .inner_join(tickets::table.on(tickets::id.eq(timers::ticket)))
                .filter(timers::due_at.le(now))
                .order((timers::due_at, timers::id))
                .limit(limit);
            let rows: Vec<(TimerRow, i64)> =
                on_either!(connection, inner => query.select((TimerRow::as_select(), tickets::number)).load(inner)?);
            Ok(rows.into_iter().map(|(row, number)| DueTimer { timer: row.timer(), number }).collect())
        })
    }

    /// Numbers of tickets, behind `after`, with an open step that waits for any of these.
    pub fn waiting_for_any(
        &mut self,
        users: &[UserId],
        groups: &[GroupId],
        after: i64,
        limit: i64,
    ) -> Result<Vec<i64>, StoreError> {
        // A user's and a group's id lie in the same column.
        let hats: Vec<UserId> = users.iter().copied().chain(groups.iter().map(|group| UserId(group.0))).collect();
        self.read(|connection| {
            let parties = step_parties::table.filter(one_of_many(step_parties::party, hats.clone()));
            let query = tickets::table
                .filter(tickets::id.eq_any(parties.select(step_parties::ticket)))
                .filter(tickets::number.gt(after))
                .order(tickets::number)
                .limit(limit)
                .select(tickets::number);
            Ok(query.load(connection)?)
        })
    }

    /// Numbers of tickets behind `after` that any of these people answer for and that are not closed.
    pub fn owned_by_any(&mut self, owners: &[UserId], after: i64, limit: i64) -> Result<Vec<i64>, StoreError> {
        self.read(|connection| {
            let query = tickets::table
                .filter(tickets::owner.is_not_null())
                .filter(one_of_many(tickets::owner.assume_not_null(), owners.to_vec()))
                .filter(tickets::status.ne(Status::Closed))
                .filter(tickets::number.gt(after))
                .order(tickets::number)
                .limit(limit)
                .select(tickets::number);
            Ok(query.load(connection)?)
        })
    }

    /// When the next timer is due.
    pub fn next_timer(&mut self) -> Result<Option<Time>, StoreError> {
        self.read(|connection| {
            let query = timers::table.order(timers::due_at).select(timers::due_at);
            Ok(on_either!(connection, inner => query.first(inner).optional()?))
        })
    }

    /// The timers of a ticket, the next first.
    pub fn timers_of(&mut self, ticket: TicketId) -> Result<Vec<Timer>, StoreError> {
        self.read(|connection| {
            let query = timers::table.filter(timers::ticket.eq(ticket)).order((timers::due_at, timers::id));
            let rows: Vec<TimerRow> = on_either!(connection, inner => query.select(TimerRow::as_select()).load(inner)?);
            Ok(rows.into_iter().map(TimerRow::timer).collect())
        })
    }

    /// Tickets for a job's script, in the order of submission.
    pub fn tickets_for_job(&mut self, filter: &JobFilter, limit: i64) -> Result<Vec<Ticket>, StoreError> {
        self.read(|connection| {
            let query = wanted(filter).order(tickets::id).limit(limit);
            let rows: Vec<TicketRow> = query.select(TicketRow::as_select()).load(connection)?;
            rows.into_iter().map(TicketRow::ticket).collect()
        })
    }

    /// How many tickets with work to do each person has: what the load board begins with.
    pub fn open_loads(&mut self) -> Result<Vec<(UserId, i64)>, StoreError> {
        self.read(|connection| {
            let query = tickets::table
                .filter(tickets::status.eq_any(WORK_TO_DO))
                .filter(tickets::assignee.is_not_null())
                .group_by(tickets::assignee)
                .select((tickets::assignee.assume_not_null(), count_star()));
            Ok(on_either!(connection, inner => query.load(inner)?))
        })
    }

    /// Numbers of tickets with work to do behind `after`, of these items where
    /// they are named: for replays of many.
    pub fn open_numbers(&mut self, items: Option<&[String]>, after: i64, limit: i64) -> Result<Vec<i64>, StoreError> {
        self.read(|connection| {
            let mut query = tickets::table
                .filter(tickets::number.gt(after))
                .filter(tickets::status.eq_any(WORK_TO_DO))
                .order(tickets::number)
                .limit(limit)
                .select(tickets::number)
                .into_boxed();
            if let Some(items) = items {
                query = query.filter(tickets::item.eq_any(items.to_vec()));
            }
            Ok(query.load(connection)?)
        })
    }

    /// Signals whose time has come and that are still to be applied, oldest first.
    pub fn pending_signals(&mut self, now: Time, limit: i64) -> Result<Vec<Signal>, StoreError> {
        self.read(|connection| {
            let query = signals::table
                .filter(signals::applied_at.is_null())
                .filter(signals::at.le(now))
                .order((signals::at, signals::source, signals::source_seq))
                .limit(limit);
            let rows: Vec<SignalRow> =
                on_either!(connection, inner => query.select(SignalRow::as_select()).load(inner)?);
            rows.into_iter().map(SignalRow::signal).collect()
        })
    }

    /// When the next signal is to be applied.
    pub fn next_signal(&mut self) -> Result<Option<Time>, StoreError> {
        self.read(|connection| {
            let query = signals::table.filter(signals::applied_at.is_null()).order(signals::at).select(signals::at);
            Ok(on_either!(connection, inner => query.first(inner).optional()?))
        })
    }

    /// The number of the open ticket of an item and key.
    pub fn open_once(&mut self, item: &str, once: &str) -> Result<Option<i64>, StoreError> {
        self.read(|connection| {
            let query = tickets::table
                .filter(tickets::item.eq(item))
                .filter(tickets::once.eq(once))
                .filter(tickets::closed_at.is_null())
                .order(tickets::number)
                .select(tickets::number);
            Ok(on_either!(connection, inner => query.first(inner).optional()?))
        })
    }
}

fn wanted(filter: &JobFilter) -> tickets::BoxedQuery<'static, MultiBackend> {
    let statuses = if filter.status.is_empty() { WORK_TO_DO.to_vec() } else { filter.status.clone() };
    let mut query = tickets::table.filter(tickets::status.eq_any(statuses)).into_boxed();
    match filter.breached {
        Some((Clock::Respond, now)) => {
            let late = tickets::respond_due.is_not_null().and(tickets::respond_due.assume_not_null().lt(now));
            query = query.filter(tickets::responded_at.is_null()).filter(tickets::respond_breached.or(late));
        }
        Some((Clock::Resolve, now)) => {
            let late = tickets::resolve_due.is_not_null().and(tickets::resolve_due.assume_not_null().lt(now));
            query = query.filter(tickets::resolved_at.is_null()).filter(tickets::resolve_breached.or(late));
        }
        None => {}
    }
    if !filter.kind.is_empty() {
        query = query.filter(tickets::kind.eq_any(filter.kind.clone()));
    }
    if let Some(item) = &filter.item {
        query = query.filter(tickets::item.eq(item.clone()));
    }
    if let Some(at) = filter.created_before {
        query = query.filter(tickets::created_at.lt(at));
    }
    if let Some(at) = filter.updated_before {
        query = query.filter(tickets::updated_at.lt(at));
    }
    if filter.unassigned {
        query = query.filter(tickets::assignee.is_null());
    }
    if let Some(level) = filter.escalation_below {
        query = query.filter(tickets::escalation_level.lt(level));
    }
    if let Some(id) = filter.after {
        query = query.filter(tickets::id.gt(id));
    }
    query
}

impl Store {
    /// Drops a timer that nobody minds any more, unless it was set anew meanwhile.
    pub fn drop_timer(&self, timer: Timer) -> Result<bool, StoreError> {
        self.write(move |connection| {
            let row = timers::table.find((timer.ticket, &timer.key)).filter(timers::id.eq(timer.id));
            Ok(on_either!(connection, inner => diesel::delete(row).execute(inner)?) == 1)
        })
    }

    /// Marks a signal as applied; true when it was pending.
    pub fn signal_applied(
        &self,
        target: TicketId,
        source: TicketId,
        source_seq: i64,
        at: Time,
    ) -> Result<bool, StoreError> {
        self.write(move |connection| {
            let row = signals::table.find((target, source, source_seq)).filter(signals::applied_at.is_null());
            let set = signals::applied_at.eq(at);
            Ok(on_either!(connection, inner => diesel::update(row).set(set).execute(inner)?) == 1)
        })
    }
}
