//! Rows of the work log, and what staff look at of it: asked for by the
//! ticket's id, which whoever asks got with a `Sight`.

use super::connection::on_either;
use super::error::StoreError;
use super::reader::Reader;
use super::schema::{work_corrections, work_entries};
use crate::model::ids::{StepId, TicketId, UserId, WorkId};
use crate::model::time::Time;
use crate::model::worklog::{FormerWork, WorkEntry};
use chrono::DateTime;
use diesel::prelude::*;
use uuid::Uuid;

/// A row of `work_entries`.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = work_entries, treat_none_as_default_value = false)]
pub(super) struct WorkRow {
    id: WorkId,
    ticket: TicketId,
    author: UserId,
    minutes: i32,
    done_at: Time,
    note: String,
    step: Option<StepId>,
    logged_at: Time,
    corrected_at: Option<Time>,
    corrections: i32,
}

/// What changes of an entry when it is corrected.
#[derive(AsChangeset)]
#[diesel(table_name = work_entries)]
pub(super) struct WorkChange {
    minutes: i32,
    done_at: Time,
    note: String,
    corrected_at: Option<Time>,
    corrections: i32,
}

/// A row of `work_corrections`.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = work_corrections, treat_none_as_default_value = false)]
pub(super) struct FormerWorkRow {
    entry: WorkId,
    n: i32,
    minutes: i32,
    done_at: Time,
    note: String,
    until_at: Time,
}

impl WorkRow {
    pub(super) fn of(entry: &WorkEntry) -> Self {
        Self {
            id: entry.id,
            ticket: entry.ticket,
            author: entry.author,
            minutes: entry.minutes,
            done_at: entry.when,
            note: entry.note.clone(),
            step: entry.step,
            logged_at: entry.logged_at,
            corrected_at: entry.corrected_at,
            corrections: entry.corrections,
        }
    }
    fn entry(self) -> WorkEntry {
        WorkEntry {
            id: self.id,
            ticket: self.ticket,
            author: self.author,
            minutes: self.minutes,
            when: self.done_at,
            note: self.note,
            step: self.step,
            logged_at: self.logged_at,
            corrected_at: self.corrected_at,
            corrections: self.corrections,
        }
    }
}

impl WorkChange {
    pub(super) fn of(entry: &WorkEntry) -> (WorkId, Self) {
        let WorkRow { id, minutes, done_at, note, corrected_at, corrections, .. } = WorkRow::of(entry);
        (id, Self { minutes, done_at, note, corrected_at, corrections })
    }
}

impl FormerWorkRow {
    pub(super) fn of(former: &FormerWork) -> Self {
        Self {
            entry: former.entry,
            n: former.n,
            minutes: former.minutes,
            done_at: former.when,
            note: former.note.clone(),
            until_at: former.until,
        }
    }
}

impl Reader {
    /// The work on a ticket, oldest first, from behind an entry.
    pub fn work_of(
        &mut self,
        ticket: TicketId,
        after: Option<(Time, WorkId)>,
        limit: i64,
    ) -> Result<Vec<WorkEntry>, StoreError> {
        self.read(|connection| {
            // No work was done before 1970.
            let (at, id) = after.unwrap_or((Time::new(DateTime::UNIX_EPOCH), WorkId(Uuid::nil())));
            let later = work_entries::done_at.eq(at).and(work_entries::id.gt(id));
            let query = work_entries::table
                .filter(work_entries::ticket.eq(ticket))
                .filter(work_entries::done_at.gt(at).or(later))
                .order((work_entries::done_at, work_entries::id))
                .limit(limit);
            let rows: Vec<WorkRow> = on_either!(connection, inner => query.select(WorkRow::as_select()).load(inner)?);
            Ok(rows.into_iter().map(WorkRow::entry).collect())
        })
    }

    /// One entry, on whatever ticket.
    pub fn work_entry(&mut self, id: WorkId) -> Result<Option<WorkEntry>, StoreError> {
        self.read(|connection| {
            let query = work_entries::table.find(id);
            let row: Option<WorkRow> =
                on_either!(connection, inner => query.select(WorkRow::as_select()).first(inner).optional()?);
            Ok(row.map(WorkRow::entry))
        })
    }

    /// What an entry said before it was corrected, oldest first.
    pub fn former_work(&mut self, id: WorkId) -> Result<Vec<FormerWork>, StoreError> {
        self.read(|connection| {
            let query = work_corrections::table.filter(work_corrections::entry.eq(id)).order(work_corrections::n);
            let rows: Vec<FormerWorkRow> =
                on_either!(connection, inner => query.select(FormerWorkRow::as_select()).load(inner)?);
            let former = |row: FormerWorkRow| FormerWork {
                entry: row.entry,
                n: row.n,
                minutes: row.minutes,
                when: row.done_at,
                note: row.note,
                until: row.until_at,
            };
            Ok(rows.into_iter().map(former).collect())
        })
    }
}
