//! A read connection owned by one thread, and the hot path on it: the state
//! that a command is decided on. What people look at is in `views` and `list`.

use super::Store;
use super::committer;
use super::connection::{AnyConnection, Purpose, Target, connect, on_either};
use super::dialect;
use super::error::StoreError;
use super::rows::{CommandStored, JournalStored, SubmissionRow, TicketRow, VoteRow};
use super::schema::{commands, journal, submissions, tickets, votes};
use crate::model::approval::Vote;
use crate::model::changes::CommandRow;
use crate::model::ids::{StepId, TicketId};
use crate::model::journal::{JournalRow, Origin, RowKind, RowState};
use crate::model::ticket::{Submission, Ticket};
use diesel::prelude::*;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;

/// A connection that only reads. One thread owns it; after a failure it opens a new one.
pub struct Reader {
    target: Target,
    wait: Duration,
    connection: Option<AnyConnection>,
    /// The forms of lists that were asked for on this connection.
    forms: HashSet<u64>,
}

/// A connection keeps every statement it has prepared. People compose lists
/// freely: after so many different ones it is given up, and its statements with it.
const MOST_FORMS: usize = 256;

/// How much of the journal a decision needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Only the open rows: the script will not run.
    Open,
    /// The current run's rows and those of people: the script runs.
    Run,
    /// Every run's rows: a new run carries answers over.
    All,
}

/// A ticket as a command finds it.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The ticket.
    pub ticket: Ticket,
    /// What was sent in for the current run.
    pub submission: Submission,
    /// Its open rows, in the order of opening.
    pub open: Vec<JournalRow>,
    /// As many of its rows as were asked for, in the order of opening.
    pub journal: Option<Vec<JournalRow>>,
    /// Votes on open approvals, oldest first.
    pub votes: Vec<(StepId, Vote)>,
}

impl Store {
    /// A reader for one thread.
    pub fn reader(&self) -> Result<Reader, StoreError> {
        let mut reader = Reader {
            target: self.0.target.clone(),
            wait: self.0.options.wait,
            connection: None,
            forms: HashSet::new(),
        };
        reader.connected()?;
        Ok(reader)
    }
}

impl Reader {
    fn connected(&mut self) -> Result<&mut AnyConnection, StoreError> {
        if self.connection.is_none() {
            self.connection = Some(connect(&self.target, Purpose::Read, self.wait)?);
        }
        self.connection.as_mut().ok_or_else(|| StoreError::Unavailable("no connection".to_owned()))
    }

    /// Remembers that a statement of this form is about to be asked.
    pub(super) fn asked(&mut self, form: impl Hash) {
        let mut hash = DefaultHasher::new();
        form.hash(&mut hash);
        self.forms.insert(hash.finish());
        if self.forms.len() > MOST_FORMS {
            self.forms.clear();
            self.connection = None;
        }
    }

    #[cfg(test)]
    pub(super) fn forms_for_tests(&self) -> usize {
        self.forms.len()
    }

    #[cfg(test)]
    pub(super) fn connection_for_tests(&mut self) -> &mut AnyConnection {
        self.connected().unwrap()
    }

    /// Reads. A connection that was lost since the last call is replaced, once.
    pub(super) fn read<T>(
        &mut self,
        mut work: impl FnMut(&mut AnyConnection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let first = work(self.connected()?);
        if !matches!(first, Err(StoreError::Unavailable(_))) {
            return first;
        }
        self.connection = None;
        let second = work(self.connected()?);
        if matches!(second, Err(StoreError::Unavailable(_))) {
            self.connection = None;
        }
        second
    }

    /// Reads several things in one state of the database. Short: on SQLite the
    /// log cannot shrink meanwhile.
    pub(super) fn snapshot<T>(
        &mut self,
        mut work: impl FnMut(&mut AnyConnection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.read(|connection| {
            dialect::begin_reading(connection)?;
            let result = work(connection);
            let ended = dialect::commit(connection);
            let value = result?;
            ended?;
            Ok(value)
        })
    }

    /// Whether the database answers.
    pub fn ping(&mut self) -> Result<(), StoreError> {
        self.world_versions().map(|_| ())
    }

    /// The row of a command that was carried out.
    pub fn command(&mut self, id: &str) -> Result<Option<CommandRow>, StoreError> {
        self.read(|connection| committer::command(connection, id))
    }

    /// The first of the commands whose ids begin with `stem`, which ends in `/`:
    /// `0` is the character after it.
    pub fn command_under(&mut self, stem: &str) -> Result<Option<CommandRow>, StoreError> {
        let after = format!("{}0", stem.strip_suffix('/').unwrap_or(stem));
        self.read(|connection| {
            let query = commands::table.filter(commands::id.ge(stem)).filter(commands::id.lt(&after));
            let query = query.order(commands::id).limit(1);
            let found: Option<CommandStored> =
                on_either!(connection, inner => query.select(CommandStored::as_select()).first(inner).optional()?);
            found.map(CommandStored::command).transpose()
        })
    }

    /// What a command on a ticket is decided on. For the desk, not for people:
    /// it asks nobody who may see it.
    ///
    /// On PostgreSQL the ticket is read first and without a transaction: rows
    /// that a neighbour adds in between come with a version that the guard refuses.
    pub fn state(&mut self, number: i64, depth: Depth) -> Result<Option<State>, StoreError> {
        match self.target {
            Target::Sqlite(_) => self.snapshot(|connection| state(connection, number, depth)),
            Target::Postgres(_) => self.read(|connection| state(connection, number, depth)),
        }
    }

    /// The number of a ticket by its id.
    pub fn number_of(&mut self, ticket: TicketId) -> Result<Option<i64>, StoreError> {
        self.read(|connection| {
            let query = tickets::table.filter(tickets::id.eq(ticket)).select(tickets::number);
            Ok(on_either!(connection, inner => query.first(inner).optional()?))
        })
    }

    /// The number of the ticket that a step belongs to.
    pub fn ticket_of_step(&mut self, step: StepId) -> Result<Option<i64>, StoreError> {
        self.read(|connection| {
            let query = journal::table
                .inner_join(tickets::table.on(tickets::id.eq(journal::ticket)))
                .filter(journal::id.eq(step))
                .select(tickets::number);
            Ok(on_either!(connection, inner => query.first(inner).optional()?))
        })
    }
}

fn state(connection: &mut AnyConnection, number: i64, depth: Depth) -> Result<Option<State>, StoreError> {
    let Some((ticket, submission)) = ticket_and_submission(connection, number)? else { return Ok(None) };
    let rows = rows_of(connection, &ticket, depth)?;
    let open: Vec<JournalRow> = match depth {
        Depth::Open => rows.clone(),
        Depth::Run | Depth::All => rows.iter().filter(|row| row.is_open()).cloned().collect(),
    };
    let voting = open.iter().any(|row| row.kind == RowKind::Approval);
    let votes = if voting { open_votes(connection, ticket.id)? } else { Vec::new() };
    let journal = (depth != Depth::Open).then_some(rows);
    Ok(Some(State { ticket, submission, open, journal, votes }))
}

fn ticket_and_submission(
    connection: &mut AnyConnection,
    number: i64,
) -> Result<Option<(Ticket, Submission)>, StoreError> {
    let of_run = submissions::ticket.eq(tickets::id).and(submissions::run.eq(tickets::run));
    let query = tickets::table.inner_join(submissions::table.on(of_run)).filter(tickets::number.eq(number));
    let found: Option<(TicketRow, SubmissionRow)> = on_either!(connection, inner => query
        .select((TicketRow::as_select(), SubmissionRow::as_select()))
        .first(inner)
        .optional()?);
    found.map(|(ticket, submission)| Ok((ticket.ticket()?, submission.submission()?))).transpose()
}

/// As many rows of a ticket's journal as are asked for, in the order of opening.
pub(super) fn rows_of(
    connection: &mut AnyConnection,
    ticket: &Ticket,
    depth: Depth,
) -> Result<Vec<JournalRow>, StoreError> {
    let of_ticket = journal::table.filter(journal::ticket.eq(ticket.id)).order(journal::position);
    let stored: Vec<JournalStored> = match depth {
        Depth::Open => {
            let query = of_ticket.filter(journal::state.eq(RowState::Open));
            on_either!(connection, inner => query.select(JournalStored::as_select()).load(inner)?)
        }
        Depth::Run => {
            let wanted = journal::run.eq(ticket.run).or(journal::origin.eq(Origin::Person));
            let query = of_ticket.filter(wanted);
            on_either!(connection, inner => query.select(JournalStored::as_select()).load(inner)?)
        }
        Depth::All => {
            on_either!(connection, inner => of_ticket.select(JournalStored::as_select()).load(inner)?)
        }
    };
    stored.into_iter().map(JournalStored::row).collect()
}

fn open_votes(connection: &mut AnyConnection, ticket: TicketId) -> Result<Vec<(StepId, Vote)>, StoreError> {
    let query = votes::table
        .inner_join(journal::table.on(journal::id.eq(votes::step)))
        .filter(journal::ticket.eq(ticket))
        .filter(journal::state.eq(RowState::Open))
        .order((votes::at, votes::voter));
    let stored: Vec<VoteRow> = on_either!(connection, inner => query.select(VoteRow::as_select()).load(inner)?);
    Ok(stored.into_iter().map(VoteRow::vote).collect())
}
