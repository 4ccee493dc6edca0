//! The limit of the disk, for `benches/`: the very rows of commands written in
//! a bare loop through diesel, without queue, guard's answer or desk. Not for
//! the desk itself: nothing here is answered, retried or woken.

use super::Store;
use super::committer;
use super::connection::{AnyConnection, Purpose, connect, on_either};
use super::dialect;
use super::error::StoreError;
use super::schema::counters;
use crate::model::changes::Changes;
use diesel::prelude::*;

/// A connection that writes, for a bare loop.
pub struct Bare {
    connection: AnyConnection,
}

/// Commands turned into rows beforehand.
pub struct Rows(Vec<committer::Prepared>);

impl Rows {
    /// Turns changes into rows.
    ///
    /// # Errors
    /// When a value cannot be written at all.
    pub fn of(changes: &[Changes]) -> Result<Self, StoreError> {
        changes.iter().map(committer::Prepared::of).collect::<Result<_, _>>().map(Self)
    }
    /// How many commands.
    pub fn len(&self) -> usize {
        self.0.len()
    }
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Store {
    /// A connection of its own that writes. No committer may be at work beside it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn bare(&self) -> Result<Bare, StoreError> {
        Ok(Bare { connection: connect(self.target(), Purpose::Write, std::time::Duration::from_secs(5))? })
    }
}

impl Bare {
    /// Writes one batch durably: one transaction, one fsync.
    ///
    /// # Errors
    /// When a statement or the commit fails.
    pub fn batch(&mut self, rows: &Rows, from: usize, to: usize) -> Result<(), StoreError> {
        let batch: Vec<&committer::Prepared> = rows.0.iter().skip(from).take(to.saturating_sub(from)).collect();
        dialect::begin_writing(&mut self.connection)?;
        committer::write(&mut self.connection, &batch)?;
        Ok(dialect::commit(&mut self.connection)?)
    }

    /// Writes one row durably: what a single fsynced commit costs on this disk.
    ///
    /// # Errors
    /// When the statement or the commit fails.
    pub fn single(&mut self, value: i64) -> Result<(), StoreError> {
        let connection = &mut self.connection;
        dialect::begin_writing(connection)?;
        let row = (counters::name.eq("bench"), counters::next.eq(value));
        on_either!(connection, inner => diesel::insert_into(counters::table)
            .values(row)
            .on_conflict(counters::name)
            .do_update()
            .set(counters::next.eq(value))
            .execute(inner)?);
        Ok(dialect::commit(connection)?)
    }
}
