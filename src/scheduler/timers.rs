//! Timers: every deadline, reminder, time-out and wait is a row, and each that
//! is due becomes the command `timer/ID` on its ticket. What it means is decided
//! in `desk`.

use super::held::{Held, hold_for, is_mistake};
use crate::desk::Desk;
use crate::desk::command::{Act, Command, Doer, Target};
use crate::model::ids::TimerId;
use crate::model::time::Time;
use crate::store::{DueTimer, Reader, StoreError};

/// Fires due timers.
pub struct Timers {
    desk: Desk,
    reader: Reader,
    /// Timers that could not be fired, and until when they are left alone.
    held: Held<TimerId>,
}

impl Timers {
    /// Timers of a desk.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn new(desk: Desk) -> Result<Timers, StoreError> {
        Ok(Timers { reader: desk.store().reader()?, desk, held: Held::default() })
    }

    /// Fires every timer that is due at `now`; says how many.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn run_due(&mut self, now: Time) -> Result<usize, StoreError> {
        self.held.release(now);
        let mut fired = 0;
        loop {
            let mut due = self.reader.timers_due(now, self.held.batch())?;
            due.retain(|due| !self.held.has(&due.timer.id));
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
        Ok(self.held.next(next, now))
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
                if is_mistake(&refusal) {
                    tracing::error!(timer = %timer.id, key = %timer.key, number, %refusal, "a timer was refused");
                }
                match hold_for(&refusal) {
                    Some(span) => self.held.hold(timer.id, now.plus(span)),
                    None => drop(self.desk.store().drop_timer(timer)?),
                }
                Ok(false)
            }
        }
    }
}
