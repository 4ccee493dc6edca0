//! The clock and the source of ids: the only place that asks the machine for
//! either. Everything below gets moments and ids handed in; tests hand in
//! their own.

use crate::model::ids::IdSource;
use crate::model::time::Time;
use parking_lot::Mutex;
use std::sync::Arc;
use uuid::{ContextV7, Timestamp, Uuid};

/// Tells the time.
pub trait Clock: Send + Sync + 'static {
    /// The present moment, UTC, cut to microseconds.
    fn now(&self) -> Time;
}

/// The machine's own clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that owns the clock")]
    fn now(&self) -> Time {
        Time::new(chrono::Utc::now())
    }
}

/// A clock that stands still until it is moved: for tests and scenarios.
#[derive(Clone, Debug)]
pub struct VirtualClock(Arc<Mutex<Time>>);

impl VirtualClock {
    /// A clock that shows `now`.
    pub fn new(now: Time) -> Self {
        Self(Arc::new(Mutex::new(now)))
    }
    /// Moves it on.
    pub fn advance(&self, span: chrono::Duration) -> Time {
        let mut now = self.0.lock();
        *now = now.plus(span);
        *now
    }
    /// Sets it.
    pub fn set(&self, to: Time) {
        *self.0.lock() = to;
    }
}

impl Clock for VirtualClock {
    fn now(&self) -> Time {
        *self.0.lock()
    }
}

/// UUIDv7 from a clock: the time in front, then a counter, so that ids of one
/// moment sort in the order they were given, and random bits behind.
pub struct Ids<'a> {
    clock: &'a dyn Clock,
    context: ContextV7,
}

impl<'a> Ids<'a> {
    /// Ids stamped by `clock`.
    pub fn new(clock: &'a dyn Clock) -> Self {
        Self { clock, context: ContextV7::new() }
    }
}

impl Ids<'_> {
    /// The present of the clock that stamps them.
    pub fn now(&self) -> Time {
        self.clock.now()
    }
}

impl IdSource for Ids<'_> {
    fn fresh(&mut self) -> Uuid {
        let micros = self.clock.now().micros();
        let (seconds, rest) = (micros.div_euclid(1_000_000), micros.rem_euclid(1_000_000));
        let (seconds, nanos) = (u64::try_from(seconds).unwrap_or(0), u32::try_from(rest * 1_000).unwrap_or(0));
        Uuid::new_v7(Timestamp::from_unix(&self.context, seconds, nanos))
    }

    fn secret(&mut self) -> [u8; 32] {
        rand::random()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_moment_sort_in_the_order_they_were_given() {
        let clock = VirtualClock::new(Time::parse("2026-11-23T09:00:00Z").unwrap());
        let mut ids = Ids::new(&clock);
        let given: Vec<Uuid> = (0..200).map(|_| ids.fresh()).collect();
        assert!(given.is_sorted());
    }
}
