//! Timers: every deadline, reminder, time-out and wait is a row, and each that
//! is due becomes the command `timer/ID` on its ticket. What it means is decided
//! in `desk`.

use crate::desk::Desk;
use crate::desk::command::{Act, Command, Doer, Target};
use crate::model::ids::TimerId;
use crate::model::problem::Code;
use crate::model::time::Time;
use crate::store::{DueTimer, Reader, StoreError};
use chrono::Duration;
use std::collections::BTreeMap;

/// How many timers are read at once.
const BATCH: i64 = 200;
/// How long a timer is left alone that the desk was too busy for.
const BUSY: Duration = Duration::seconds(1);
/// How long a timer is left alone on which the desk made a mistake.
const BROKEN: Duration = Duration::minutes(1);

/// Fires due timers.
pub struct Timers {
    desk: Desk,
    reader: Reader,
    /// Timers that could not be fired, and until when they are left alone.
    held: BTreeMap<TimerId, Time>,
}

impl Timers {
    /// Timers of a desk.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn new(desk: Desk) -> Result<Timers, StoreError> {
        Ok(Timers { reader: desk.store().reader()?, desk, held: BTreeMap::new() })
    }

    /// Fires every timer that is due at `now`; says how many.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn run_due(&mut self, now: Time) -> Result<usize, StoreError> {
        self.held.retain(|_, until| *until > now);
        let mut fired = 0;
        loop {
            let held = i64::try_from(self.held.len()).unwrap_or(i64::MAX - BATCH);
            let mut due = self.reader.timers_due(now, BATCH + held)?;
            due.retain(|due| !self.held.contains_key(&due.timer.id));
            if due.is_empty() || self.desk.is_stopping() {
                return Ok(fired);
            }
            for due in due {
                fired += usize::from(self.fire(due, now)?);
            }
        }
    }

    /// When there is something to do next.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn next(&mut self, now: Time) -> Result<Option<Time>, StoreError> {
        let next = self.reader.next_timer()?;
        // What is due and was not fired is held.
        Ok(if next.is_some_and(|next| next <= now) { self.held.values().min().copied().or(next) } else { next })
    }

    /// Whether the timer did what it was set for.
    fn fire(&mut self, due: DueTimer, now: Time) -> Result<bool, StoreError> {
        let DueTimer { timer, number } = due;
        let command = Command {
            id: format!("timer/{}", timer.id),
            fingerprint: [0; 32],
            doer: Doer::System("clock"),
            target: Target::Ticket(number),
            expect: None,
            act: Act::Fire { key: timer.key.clone() },
        };
        match self.desk.carry_out_blocking(command) {
            Ok(done) if !done.replayed => Ok(true),
            // Fired before, replaced since, or of no meaning any more: the row is all that is left.
            Ok(_) => self.desk.store().drop_timer(timer).map(|_| false),
            Err(refusal) => {
                match refusal.code {
                    Code::NotFound | Code::IllegalOperation | Code::StepSettled => {
                        self.desk.store().drop_timer(timer)?;
                    }
                    Code::Unavailable | Code::Busy => drop(self.held.insert(timer.id, now.plus(BUSY))),
                    _ => {
                        tracing::error!(timer = %timer.id, key = %timer.key, number, %refusal, "a timer was refused");
                        self.held.insert(timer.id, now.plus(BROKEN));
                    }
                }
                Ok(false)
            }
        }
    }
}
