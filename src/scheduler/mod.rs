//! Floor 5: what happens when time passes. Timers fire, signals are applied,
//! steps of people who left or are away are looked after,
//! plugin calls are made, jobs run; each becomes commands at the desk, and what they mean is decided
//! there.
//!
//! Every part has a `run_due(now)` that does what is due at a moment and
//! returns; the threads here only call them when the desk's bell rings or the
//! next moment has come. So a test hands in its own moments and never sleeps.

mod attendance;
mod by_hand;
mod clerk;
mod deliveries;
mod held;
mod job;
mod jobs;
mod kept_back;
mod leftovers;
mod outbound;
mod query;
mod recurring;
mod retention;
mod schedule;
mod signals;
mod timers;
mod values;

#[cfg(test)]
mod tests;

pub use attendance::Attendance;
pub use by_hand::hands;
pub use deliveries::Deliveries;
pub use job::Job;
pub use jobs::{Jobs, check, check_names};
pub use kept_back::KeptBack;
pub use leftovers::Leftovers;
pub use retention::Retention;
pub use schedule::Cron;
pub use signals::Signals;
pub use timers::Timers;

use crate::desk::Desk;
use crate::model::time::Time;
use crate::script::{STACK_BYTES, on_own_stack};
use crate::store::{StoreError, Target};
use parking_lot::{Condvar, Mutex};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

/// However quiet it is, everything is looked at once in so long: another node
/// may have died, or have set a timer and not lived to fire it.
const LOOK_AGAIN: Duration = Duration::from_secs(5);
/// Timers that are due at once come many at a time: the database is not asked
/// for each.
const TIMER_PAUSE: Duration = Duration::from_millis(100);
/// The bell is not answered more often than this.
const BREATH: Duration = Duration::from_millis(2);
/// Jobs fire on the second, and a newly published one is seen as soon.
const JOB_PAUSE: Duration = Duration::from_secs(1);

/// How the scheduler runs.
#[derive(Clone, Debug)]
pub struct Options {
    /// The name under which this process holds leases; no other may have it.
    pub node: String,
    /// Plugin calls under way at the same time.
    pub calls: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { node: format!("{}-{}", std::process::id(), hex::encode(rand::random::<[u8; 8]>())), calls: 4 }
    }
}

/// Why the scheduler did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database does not answer.
    #[error("the database failed")]
    Store(#[from] StoreError),
    /// A thread could not be started.
    #[error("a thread could not be started")]
    Thread(#[from] std::io::Error),
}

/// The threads that watch the clock. They end when the desk stops.
pub struct Scheduler {
    clock: JoinHandle<()>,
}

impl Scheduler {
    /// Starts watching for `desk`.
    ///
    /// # Errors
    /// The database does not answer, or a thread could not be started.
    pub fn start(desk: &Desk, options: &Options) -> Result<Scheduler, StartError> {
        let (timers, signals) = (Timers::new(desk.clone())?, Signals::new(desk.clone())?);
        let attendance = Attendance::new(desk.clone())?;
        let (leftovers, kept_back) = (Leftovers::new(desk.clone())?, KeptBack::new(desk.clone()));
        let tidying = (leftovers, kept_back, Retention::new(desk.clone())?);
        let mut jobs = Jobs::new(desk.clone(), &options.node)?;
        let deliveries = Arc::new(Deliveries::new(desk.clone(), &options.node)?);
        if matches!(desk.store().target(), Target::Sqlite(_)) {
            // One process serves one file: a firing that is leased was leased by one that
            // died. A plugin's call is left until its lease ends: the neighbour may still be
            // at work on it.
            jobs.take_back(desk.clock().now())?;
        }
        let calls = Arc::new(Bell::default());
        for n in 0..options.calls.max(1) {
            let (desk, deliveries, calls) = (desk.clone(), Arc::clone(&deliveries), Arc::clone(&calls));
            let work = move || watch_calls(&desk, &deliveries, &calls);
            Builder::new().name(format!("call-{n}")).stack_size(STACK_BYTES).spawn(work)?;
        }
        let watched = desk.clone();
        Builder::new().name("jobs".to_owned()).spawn(move || watch_jobs(&watched, jobs, tidying))?;
        let watched = desk.clone();
        let clock = Builder::new()
            .name("clock".to_owned())
            .spawn(move || watch_timers(&watched, (timers, signals, attendance), &calls))?;
        Ok(Scheduler { clock })
    }

    /// Waits until no timer is fired any more; call it after the desk was told
    /// to stop. Calls and jobs under way are not waited for: their leases run
    /// out, and they are made again under the same names.
    pub fn join(self) {
        self.clock.join().ok();
    }
}

/// Runs `work` on a thread with the stack of scripts, and waits for it.
fn on_script_stack<T: Send>(work: impl FnOnce() -> T + Send) -> Result<T, StoreError> {
    let done = on_own_stack("script", work);
    let done = done.map_err(|error| StoreError::Unavailable(format!("no thread for a script: {error}")))?;
    Ok(done.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
}

/// Does one round of a thread's work. A round that fails, by an error or by a
/// mistake of ours, is told; the next one is another try.
fn round<T>(what: &str, work: impl FnOnce() -> Result<T, StoreError>) -> Option<T> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(done)) => Some(done),
        Ok(Err(error)) => {
            tracing::warn!(%error, "{what}: the database failed");
            None
        }
        Err(_) => {
            tracing::error!("{what}: a round panicked");
            None
        }
    }
}

/// Rung by the clock's thread, heard by all that make calls.
#[derive(Default)]
struct Bell {
    rung: Mutex<u64>,
    changed: Condvar,
}

impl Bell {
    fn ring(&self) {
        *self.rung.lock() += 1;
        self.changed.notify_all();
    }
    fn count(&self) -> u64 {
        *self.rung.lock()
    }
    /// Waits until it was rung more than `heard` times, or for `longest`.
    fn wait(&self, heard: u64, longest: Duration) {
        let mut rung = self.rung.lock();
        self.changed.wait_while_for(&mut rung, |rung| *rung == heard, longest);
    }
}

/// How long it is until a moment; not longer than `longest`.
fn until(moment: Option<Time>, now: Time, longest: Duration) -> Duration {
    moment.map_or(longest, |moment| moment.since(now).to_std().unwrap_or_default().min(longest))
}

/// The one thread that answers the desk's bell.
fn watch_timers(desk: &Desk, parts: (Timers, Signals, Attendance), calls: &Bell) {
    let (mut timers, mut signals, mut attendance) = parts;
    let (mut wait, mut looked, mut stale) = (Duration::ZERO, Instant::now(), true);
    while !desk.is_stopping() {
        let now = desk.clock().now();
        let rung = desk.wait_for_bell(wait);
        if rung.deliveries {
            calls.ring();
        }
        let sooner = rung.first_timer.is_some_and(|due| until(Some(due), now, wait) < wait);
        stale |= sooner || looked.elapsed() >= wait;
        if stale && looked.elapsed() >= TIMER_PAUSE {
            (looked, stale) = (Instant::now(), false);
            let now = desk.clock().now();
            let next = round("timers", || timers.run_due(now).and_then(|_| timers.next(now)));
            let told = round("signals", || signals.run_due(now).and_then(|_| signals.next(now)));
            let attended = round("people", || attendance.run_due(now).map(|_| attendance.next(now)));
            let next = [next.flatten(), told.flatten(), attended.flatten()].into_iter().flatten().min();
            wait = until(next, desk.clock().now(), LOOK_AGAIN).max(TIMER_PAUSE);
        } else if stale {
            wait = TIMER_PAUSE;
        }
        std::thread::sleep(BREATH);
    }
    calls.ring();
}

/// A thread that makes plugin calls.
fn watch_calls(desk: &Desk, deliveries: &Deliveries, calls: &Bell) {
    while !desk.is_stopping() {
        let heard = calls.count();
        let called = round("plugin calls", || deliveries.run_one(desk.clock().now()));
        if called == Some(true) {
            continue;
        }
        let next = called.and_then(|_| deliveries.next().ok()).flatten();
        calls.wait(heard, until(next, desk.clock().now(), LOOK_AGAIN).max(BREATH));
    }
}

/// The thread that fires jobs, and tidies up.
fn watch_jobs(desk: &Desk, mut jobs: Jobs, tidying: (Leftovers, KeptBack, Retention)) {
    let (mut leftovers, mut kept_back, mut retention) = tidying;
    let mut looked: Option<(Instant, Time)> = None;
    while !desk.is_stopping() {
        let now = desk.clock().now();
        let due = looked
            .is_none_or(|(at, then)| at.elapsed() >= LOOK_AGAIN || jobs.next(then).is_some_and(|next| next <= now));
        if due {
            looked = Some((Instant::now(), now));
            round("jobs", || jobs.run_due(now));
            round("retention", || retention.run_due(now));
            round("files that nobody used", || leftovers.run_due(now));
            round("what was kept back", || kept_back.run_due(now));
        }
        let now = desk.clock().now();
        std::thread::sleep(until(jobs.next(now), now, JOB_PAUSE).max(BREATH));
    }
}
