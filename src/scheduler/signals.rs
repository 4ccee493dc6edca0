//! Signals: what a command on one ticket means for another is a row, and each
//! becomes the command `signal/…` on its target soon after, or when its time has
//! come. What it means is decided in `desk`.

use super::held::{Held, hold_for, is_mistake};
use crate::desk::Desk;
use crate::desk::command::Command;
use crate::desk::signals::{self, LinkWishes, Wish};
use crate::model::changes::Signal;
use crate::model::ids::TicketId;
use crate::model::problem::{Code, Refusal};
use crate::model::time::Time;
use crate::store::{Reader, StoreError};

/// Target, source and seq: what tells a signal from all others.
type Key = (TicketId, TicketId, i64);

/// Applies signals.
pub struct Signals {
    desk: Desk,
    reader: Reader,
    /// Signals that could not be applied, and until when they are left alone.
    held: Held<Key>,
}

impl Signals {
    /// Signals of a desk.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn new(desk: Desk) -> Result<Signals, StoreError> {
        Ok(Signals { reader: desk.store().reader()?, desk, held: Held::default() })
    }

    /// Applies every signal whose time has come; says how many.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn run_due(&mut self, now: Time) -> Result<usize, StoreError> {
        self.held.release(now);
        let mut applied = 0;
        loop {
            let mut due = self.reader.pending_signals(now, self.held.batch())?;
            due.retain(|signal| !self.held.has(&key(signal)));
            if due.is_empty() || self.desk.is_stopping() {
                return Ok(applied);
            }
            for signal in due {
                applied += usize::from(self.apply(&signal, now)?);
            }
        }
    }

    /// When there is something to do next.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn next(&mut self, now: Time) -> Result<Option<Time>, StoreError> {
        let next = self.reader.next_signal()?;
        Ok(self.held.next(next, now))
    }

    /// Whether the signal did what it was written for.
    fn apply(&mut self, signal: &Signal, now: Time) -> Result<bool, StoreError> {
        let command = match signals::wish(signal) {
            Some(Wish::Open(wish)) => {
                let once = wish.once.as_deref();
                let there = once.map(|once| self.reader.open_once(&wish.item, once)).transpose()?.flatten();
                match self.carry(signals::open(signal, (*wish).clone(), there)) {
                    Err(refusal) if !waits(&refusal) => signals::refused(signal, &wish, why(&refusal)),
                    done => return self.settled(signal, done, now),
                }
            }
            Some(Wish::News(news)) => signals::tell(signal, news),
            Some(Wish::Link(wishes)) => {
                let done = self.link(signal, &wishes);
                return self.settled(signal, done, now);
            }
            Some(Wish::Related(news)) => signals::relate(signal, *news),
            None => {
                tracing::error!(kind = %signal.kind, "a signal of an unknown kind");
                return self.settled(signal, Ok(false), now);
            }
        };
        let done = self.carry(command);
        self.settled(signal, done, now)
    }

    /// Links a ticket as its workflow wishes; what is wrong with a wish is told to
    /// its ticket, and the others are carried out.
    fn link(&self, signal: &Signal, wishes: &LinkWishes) -> Result<bool, Refusal> {
        let mut did = false;
        for (n, wish) in wishes.links.iter().enumerate() {
            did |= match self.carry(signals::link(signal, wishes, n, wish)) {
                // A later run says it again.
                Err(refusal) if refusal.code == Code::AlreadyExists => false,
                Err(refusal) if !waits(&refusal) => {
                    let message = refusal.errors.first().map_or(refusal.detail, |error| error.message.clone());
                    self.carry(signals::not_linked(signal, wishes, n, wish, message))?
                }
                done => done?,
            };
        }
        Ok(did)
    }

    fn carry(&self, command: Command) -> Result<bool, Refusal> {
        self.desk.carry_out_blocking(command).map(|done| !done.replayed)
    }

    /// What is done, or means nothing any more, is marked; the rest is held.
    fn settled(&mut self, signal: &Signal, done: Result<bool, Refusal>, now: Time) -> Result<bool, StoreError> {
        let (hold, did) = match done {
            Ok(did) => (None, did),
            Err(refusal) => {
                if is_mistake(&refusal) {
                    tracing::error!(kind = %signal.kind, source = %signal.source, %refusal, "a signal was refused");
                }
                (hold_for(&refusal), false)
            }
        };
        match hold {
            Some(span) => self.held.hold(key(signal), now.plus(span)),
            None => drop(self.desk.store().signal_applied(signal.target, signal.source, signal.source_seq, now)?),
        }
        Ok(did)
    }
}

fn key(signal: &Signal) -> Key {
    (signal.target, signal.source, signal.source_seq)
}

/// Whether the desk could not decide now, rather than would not.
fn waits(refusal: &Refusal) -> bool {
    matches!(refusal.code, Code::Unavailable | Code::Busy | Code::Internal)
}

/// Why a ticket could not be opened, with the first field that was wrong.
fn why(refusal: &Refusal) -> String {
    match refusal.errors.first() {
        Some(error) => format!("{} {}", error.pointer, error.message),
        None => refusal.detail.clone(),
    }
}
