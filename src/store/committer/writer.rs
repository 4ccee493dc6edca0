//! One thread's way of committing: a connection, a transaction per batch, and
//! what is done when either fails. Nothing is answered before it is on disk.

use super::prepared::Prepared;
use super::write::{Guarded, command, write};
use super::{Committed, Done, Shared};
use crate::store::connection::{AnyConnection, Purpose, connect};
use crate::store::dialect;
use crate::store::error::StoreError;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A command that waits for its commit.
pub(super) struct Waiting {
    pub(super) prepared: Box<Prepared>,
    pub(super) done: Done,
}

/// How long an unknown outcome is asked about before the answer is "try again".
const ASK_FOR: Duration = Duration::from_secs(20);

/// The connection of one writing thread.
pub(super) struct Writer {
    shared: Arc<Shared>,
    connection: Option<AnyConnection>,
    /// The server's process of `connection`, or of one that was cut off.
    backend: Option<dialect::Backend>,
}

/// What came of a transaction that was written to its end.
enum Ended {
    /// It is on disk.
    Committed(Vec<Guarded>),
    /// COMMIT failed or was cut off: nobody knows yet.
    Unknown(Vec<Guarded>, StoreError),
}

impl Writer {
    pub(super) fn new(shared: Arc<Shared>) -> Self {
        Self { shared, connection: None, backend: None }
    }

    /// The connection, opened when there is none.
    fn connected(&mut self) -> Result<&mut AnyConnection, StoreError> {
        if self.connection.is_none() {
            let mut fresh = connect(&self.shared.target, Purpose::Write, self.shared.options.wait)?;
            self.backend = dialect::backend(&mut fresh)?;
            self.connection = Some(fresh);
        }
        self.connection.as_mut().ok_or_else(|| StoreError::Unavailable("no connection".to_owned()))
    }

    /// The connection with a transaction begun. One that was lost while it lay
    /// idle is replaced, since nothing was written on it.
    fn begin(&mut self) -> Result<&mut AnyConnection, StoreError> {
        let idle = self.connection.is_some();
        if let Err(error) = dialect::begin_writing(self.connected()?) {
            self.connection = None;
            if !idle {
                return Err(error.into());
            }
            dialect::begin_writing(self.connected()?)?;
        }
        self.connected()
    }

    /// Commits a batch in which no ticket comes twice, and answers each.
    pub(super) fn commit(&mut self, batch: Vec<Waiting>) {
        let rows: Vec<&Prepared> = batch.iter().map(|waiting| waiting.prepared.as_ref()).collect();
        match self.attempt(&rows) {
            Ok(Ended::Committed(answers)) => {
                self.shared.batches.count(batch.len());
                for (waiting, answer) in batch.into_iter().zip(answers) {
                    waiting.answer(committed(answer));
                }
            }
            Ok(Ended::Unknown(answers, error)) => self.find_out(batch, &answers, &error),
            Err(StoreError::Constraint { name }) if batch.len() == 1 => {
                for waiting in batch {
                    let answer = self.refused(&waiting.prepared, &name);
                    waiting.answer(answer);
                }
            }
            // One of them breaks a rule; the others must not suffer for it.
            Err(StoreError::Constraint { .. }) => batch.into_iter().for_each(|waiting| self.commit(vec![waiting])),
            Err(error) => answer_all(batch, &Committed::Unavailable(error.to_string())),
        }
    }

    /// One transaction; an error means that nothing was written.
    fn attempt(&mut self, rows: &[&Prepared]) -> Result<Ended, StoreError> {
        match self.begin().and_then(|connection| write(connection, rows)) {
            Ok(answers) => Ok(match self.end_transaction() {
                Ok(()) => Ended::Committed(answers),
                Err(error) => Ended::Unknown(answers, error),
            }),
            Err(error) => {
                self.abandon(&error);
                Err(error)
            }
        }
    }

    /// COMMIT. When it fails, nobody may write again before the outcome is known.
    fn end_transaction(&mut self) -> Result<(), StoreError> {
        let connection = self.connected()?;
        let Err(error) = dialect::commit(connection) else { return Ok(()) };
        if dialect::is_disk_failure(connection, &error) {
            (self.shared.options.on_fatal)("the disk failed while a commit was written");
        }
        self.connection = None;
        Err(error.into())
    }

    /// Rolls back. A connection that said anything but "a rule forbids it" is
    /// closed: SQLite may have rolled back by itself, PostgreSQL may be gone.
    fn abandon(&mut self, error: &StoreError) {
        let Some(connection) = self.connection.as_mut() else { return };
        let rolled_back = dialect::roll_back(connection);
        if rolled_back.is_err() || !matches!(error, StoreError::Constraint { .. }) {
            self.connection = None;
        }
    }

    /// A single command that a constraint refused: a twin that was carried out
    /// meanwhile by another node is no mistake of the caller's.
    fn refused(&mut self, prepared: &Prepared, name: &str) -> Committed {
        let twin = if name == "commands" {
            self.connected().and_then(|connection| command(connection, &prepared.command_id))
        } else {
            Ok(None)
        };
        match twin {
            Ok(Some(row)) => Committed::Duplicate(row),
            Ok(None) => Committed::Invalid(name.to_owned()),
            Err(error) => Committed::Unavailable(error.to_string()),
        }
    }

    /// COMMIT was cut off: nothing is written again, each command is looked up
    /// by its id on a new connection and answered from what is found.
    fn find_out(&mut self, batch: Vec<Waiting>, guarded: &[Guarded], error: &StoreError) {
        let until = Instant::now() + ASK_FOR;
        let mut pause = Duration::from_millis(20);
        let found = loop {
            match self.look_up(&batch, guarded) {
                Ok(Some(found)) => break Ok(found),
                Ok(None) | Err(_) if Instant::now() < until && !self.shared.stopping() => {}
                Ok(None) => break Err(error.clone()),
                Err(error) => break Err(error),
            }
            std::thread::sleep(pause);
            pause = (pause * 2).min(Duration::from_secs(1));
        };
        match found {
            Ok(found) => {
                for (waiting, answer) in batch.into_iter().zip(found) {
                    waiting.answer(answer);
                }
            }
            Err(error) => answer_all(batch, &Committed::Unavailable(error.to_string())),
        }
    }

    /// What became of each; `None` while the server may still be committing.
    fn look_up(&mut self, batch: &[Waiting], guarded: &[Guarded]) -> Result<Option<Vec<Committed>>, StoreError> {
        let cut = self.backend.clone();
        if self.connection.is_none() {
            self.connection = Some(connect(&self.shared.target, Purpose::Write, self.shared.options.wait)?);
        }
        let Some(connection) = self.connection.as_mut() else { return Ok(None) };
        let answers = ask(connection, cut.as_ref(), batch, guarded);
        match answers {
            Ok(Some(answers)) => {
                // The next use opens afresh and learns its own process.
                self.connection = None;
                Ok(Some(answers))
            }
            Ok(None) => Ok(None),
            Err(error) => {
                self.connection = None;
                Err(error)
            }
        }
    }

    /// A small write of its own, between two batches.
    pub(super) fn run<T>(
        &mut self,
        work: impl FnOnce(&mut AnyConnection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        match self.begin().and_then(work) {
            Ok(value) => self.end_transaction().map(|()| value),
            Err(error) => {
                self.abandon(&error);
                Err(error)
            }
        }
    }
}

fn ask(
    connection: &mut AnyConnection,
    cut: Option<&dialect::Backend>,
    batch: &[Waiting],
    guarded: &[Guarded],
) -> Result<Option<Vec<Committed>>, StoreError> {
    if let Some(backend) = cut
        && !dialect::end_backend(connection, backend)?
    {
        return Ok(None);
    }
    let mut answers = Vec::with_capacity(batch.len());
    for (waiting, answer) in batch.iter().zip(guarded) {
        if *answer == Guarded::Stale {
            answers.push(Committed::Stale);
            continue;
        }
        let ours = *answer == Guarded::Written;
        answers.push(match command(connection, &waiting.prepared.command_id)? {
            // A twin of another node may have come in between, with a ticket of its own.
            Some(row) if ours && row.ticket == waiting.prepared.ticket => Committed::Done,
            Some(row) => Committed::Duplicate(row),
            None => Committed::Unavailable("the commit was cut off and did not happen".to_owned()),
        });
    }
    Ok(Some(answers))
}

fn committed(answer: Guarded) -> Committed {
    match answer {
        Guarded::Written => Committed::Done,
        Guarded::Duplicate(row) => Committed::Duplicate(row),
        Guarded::Stale => Committed::Stale,
    }
}

fn answer_all(batch: Vec<Waiting>, answer: &Committed) {
    for waiting in batch {
        waiting.answer(answer.clone());
    }
}

impl Waiting {
    fn answer(self, answer: Committed) {
        (self.done)(answer);
    }
}
