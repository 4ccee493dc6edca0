//! The bell between the committer and the scheduler: rung when a commit set a
//! delivery or a signal, or a timer that is due before the scheduler would look by itself.
//! Nearly all timers are set for hours ahead, and a busy desk must not wake
//! anybody with every commit. What is done when it rings is the scheduler's.

use crate::model::changes::Changes;
use crate::model::time::Time;
use parking_lot::{Condvar, Mutex};
use std::time::Duration;

/// What commits leave to be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rung {
    /// When the first of the new timers is due; a signal is due at once.
    pub first_timer: Option<Time>,
    /// Whether a call is to go out.
    pub deliveries: bool,
}

impl Rung {
    /// What changes leave to be done once they are committed.
    pub fn of(changes: &Changes) -> Self {
        let timers = changes.timers.iter().map(|timer| timer.due_at);
        let first_timer = timers.chain(changes.signals.iter().map(|signal| signal.at)).min();
        Self { first_timer, deliveries: !changes.deliveries.is_empty() }
    }

    /// Whether it is to be heard by somebody who looks by themselves at a moment.
    fn before(self, look: Option<Time>) -> bool {
        self.deliveries || self.first_timer.is_some_and(|due| look.is_some_and(|look| due < look))
    }
}

/// The bell; one listens.
#[derive(Default)]
pub struct Bell {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    rung: Rung,
    /// When who listens looks by themselves; none while nobody waits.
    look: Option<Time>,
}

impl Bell {
    /// Rings, if it is to be heard before the next look.
    pub fn ring(&self, what: Rung) {
        if what == Rung::default() {
            return;
        }
        let mut state = self.state.lock();
        let earlier = [state.rung.first_timer, what.first_timer].into_iter().flatten().min();
        state.rung = Rung { first_timer: earlier, deliveries: state.rung.deliveries || what.deliveries };
        if what.before(state.look) {
            self.changed.notify_all();
        }
    }

    /// Wakes who listens, whatever was rung.
    pub fn wake(&self) {
        drop(self.state.lock());
        self.changed.notify_all();
    }

    /// Waits until it rings for something before `look`, for `longest`, or not
    /// at all where `stopping` says so; tells what was rung for meanwhile.
    pub fn wait(&self, look: Time, longest: Duration, stopping: impl Fn() -> bool) -> Rung {
        let mut state = self.state.lock();
        if !state.rung.before(Some(look)) && !stopping() {
            state.look = Some(look);
            self.changed.wait_for(&mut state, longest);
            state.look = None;
        }
        std::mem::take(&mut state.rung)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timer(at: &str) -> Rung {
        Rung { first_timer: Time::parse(at), deliveries: false }
    }

    #[test]
    fn what_is_due_later_than_the_next_look_wakes_nobody() {
        let look = Time::parse("2026-03-02T09:00:05Z").unwrap();
        assert!(!timer("2026-03-02T09:00:05Z").before(Some(look)));
        assert!(timer("2026-03-02T09:00:04Z").before(Some(look)));
        assert!(!timer("2026-03-02T09:00:04Z").before(None), "nobody waits: it is kept");
        assert!(Rung { deliveries: true, ..Rung::default() }.before(Some(look)));
    }

    #[test]
    fn what_rang_while_nobody_waited_is_told_at_once() {
        let bell = Bell::default();
        bell.ring(timer("2026-03-02T10:00:00Z"));
        bell.ring(timer("2026-03-02T09:00:00Z"));
        let look = Time::parse("2026-03-02T09:00:05Z").unwrap();
        let heard = bell.wait(look, Duration::from_secs(600), || false);
        assert_eq!(heard, timer("2026-03-02T09:00:00Z"));
        assert_eq!(bell.wait(look, Duration::from_secs(600), || true), Rung::default(), "told once");
    }
}
