//! The service level's clock: due times and breach marks as a pure function of
//! the ticket's SLA facts, calendar and policy.

use super::calendar::Calendar;
use super::duration::Span;
use super::policy::{Policy, ReopenClock, Starts};
use super::time::Time;
use chrono::Duration;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A stretch during which the resolve clock stood still.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// From.
    pub from: Time,
    /// Until; open while it lasts.
    pub to: Option<Time>,
}

/// A ticket that was taken up again is not due for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Floor {
    /// From then on.
    pub from: Time,
    /// For so long.
    pub grace: Span,
}

/// What is kept of a ticket's service level. The due times are written by the
/// commit that changes what they depend on; reading never recomputes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlaState {
    /// Name in policy.toml.
    pub name: String,
    /// When it starts, where the script says so over the level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts: Option<Starts>,
    /// When the resolve clock started; `None` until it does.
    pub started_at: Option<Time>,
    /// Where it stood still.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
    /// When which level of policy.toml `[[escalation]]` comes, in per cent, as far as timers stand.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub levels: BTreeMap<u32, Time>,
    /// Since when it is taken up again, and how long it is not due from then on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Floor>,
    /// A due time given by the script (`due`), which replaces the computed one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed_due: Option<Time>,
    /// When somebody must have responded.
    pub respond_due: Option<Time>,
    /// When somebody did.
    pub responded_at: Option<Time>,
    /// When it must be resolved.
    pub resolve_due: Option<Time>,
    /// Whether the response came too late or is overdue.
    pub respond_breached: bool,
    /// Whether the resolution came too late or is overdue.
    pub resolve_breached: bool,
}

impl SlaState {
    /// A clock that has not started.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            starts: None,
            started_at: None,
            pauses: Vec::new(),
            levels: BTreeMap::new(),
            floor: None,
            fixed_due: None,
            respond_due: None,
            responded_at: None,
            resolve_due: None,
            respond_breached: false,
            resolve_breached: false,
        }
    }

    /// Whether the resolve clock stands still now.
    pub fn is_paused(&self) -> bool {
        self.pauses.last().is_some_and(|pause| pause.to.is_none())
    }

    /// Stops or restarts the resolve clock; nothing happens before it started.
    pub fn pause(&mut self, still: bool, now: Time) {
        match self.pauses.last_mut() {
            Some(pause) if pause.to.is_none() && still => {}
            Some(pause) if pause.to.is_none() => pause.to = Some(now),
            _ if still && self.started_at.is_some() => self.pauses.push(Pause { from: now, to: None }),
            _ => {}
        }
    }

    /// The clock of a ticket that was resolved and is taken up again.
    pub fn reopen(&mut self, clock: ReopenClock, grace: Span, resolved_at: Time, now: Time) {
        if self.started_at.is_none() {
            return;
        }
        match clock {
            ReopenClock::Continue => self.pauses.push(Pause { from: resolved_at, to: Some(now) }),
            ReopenClock::Restart => {
                self.started_at = Some(now);
                self.pauses.clear();
                self.fixed_due = None;
                self.resolve_breached = false;
            }
        }
        self.floor = Some(Floor { from: now, grace });
    }

    /// Computes both due times: a pure function of the facts, the ticket's
    /// creation and priority, and the policy. A clock that stands still keeps
    /// the due time it would have if it went on where it stopped.
    pub fn recompute(&mut self, policy: &Policy, created_at: Time, priority: &str) {
        let level = policy.level(&self.name, created_at.utc().date_naive());
        let calendar = policy.calendar(level, priority);
        let response = level.and_then(|level| level.response.get(priority).copied());
        self.respond_due = response.map(|span| calendar.add(created_at, span));
        self.resolve_due = self.passed(policy, created_at, priority, 100);
    }

    /// When so many per cent of the time to resolve it have passed; all of them
    /// at the due time. None where the clock has not started, or has no target.
    pub fn passed(&self, policy: &Policy, created_at: Time, priority: &str, percent: u32) -> Option<Time> {
        let level = policy.level(&self.name, created_at.utc().date_naive());
        let calendar = policy.calendar(level, priority);
        let part = |whole: Duration| Duration::seconds(whole.num_seconds() * i64::from(percent) / 100);
        let (add, minutes) = (
            |from: Time, span: Duration, elapsed: bool| match elapsed {
                true => from.plus(span),
                false => calendar.add_working(from, span),
            },
            |span: Span| match span {
                Span::Elapsed(minutes) => (Duration::minutes(minutes), true),
                Span::Working(minutes) => (Duration::minutes(minutes), false),
                Span::WorkingDays(days) => (Duration::minutes(days * calendar.day_minutes()), false),
            },
        );
        let target = level.and_then(|level| level.resolve.get(priority).copied());
        let due = match (self.fixed_due, target, self.started_at) {
            (Some(due), _, _) if percent == 100 => due,
            (Some(due), _, Some(start)) => add(start, part(calendar.working_between(start, due)), false),
            (None, Some(span), Some(start)) => {
                let (whole, elapsed) = minutes(span);
                add(add(start, part(whole), elapsed), self.stood_still(calendar, start, elapsed), elapsed)
            }
            _ => return None,
        };
        let floor = self.floor.map(|floor| {
            let (grace, elapsed) = minutes(floor.grace);
            add(add(floor.from, part(grace), elapsed), self.stood_still(calendar, floor.from, elapsed), elapsed)
        });
        Some(floor.map_or(due, |floor| floor.max(due)))
    }

    /// How long the clock has stood still since a moment.
    fn stood_still(&self, calendar: &Calendar, since: Time, elapsed: bool) -> Duration {
        let pauses = self.pauses.iter().filter(|pause| pause.from >= since);
        pauses.filter_map(|pause| Some((pause.from, pause.to?))).fold(Duration::zero(), |sum, (from, to)| {
            sum + if elapsed { to.since(from) } else { calendar.working_between(from, to) }
        })
    }

    /// Marks what is overdue at `now`; true when a mark is new.
    pub fn mark_breaches(&mut self, now: Time, resolved: bool) -> bool {
        let respond = self.responded_at.is_none() && self.respond_due.is_some_and(|due| now >= due);
        let resolve = !resolved && !self.is_paused() && self.resolve_due.is_some_and(|due| now >= due);
        let new = (respond && !self.respond_breached) || (resolve && !self.resolve_breached);
        self.respond_breached |= respond;
        self.resolve_breached |= resolve;
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Time {
        Time::parse(text).unwrap()
    }
    fn policy() -> Policy {
        Policy::parse(
            r#"
currency = "EUR"
[calendars.office]
zone = "UTC"
hours = { mon = ["08:00-16:00"], tue = ["08:00-16:00"], wed = ["08:00-16:00"], thu = ["08:00-16:00"], fri = ["08:00-16:00"] }
[priority]
impacts = ["person"]
urgencies = ["low"]
[priority.matrix]
person = ["P4"]
[[sla]]
name = "hardware"
valid_from = 2026-01-01
calendar = "office"
response = { P4 = "4wh" }
resolve = { P4 = "2wd" }
"#,
        )
        .unwrap()
    }

    #[test]
    fn a_pause_moves_the_due_time_by_the_working_time_it_took() {
        let mut sla = SlaState::new("hardware");
        let monday = at("2026-11-23T09:00:00Z");
        sla.started_at = Some(monday);
        sla.recompute(&policy(), monday, "P4");
        assert_eq!(sla.respond_due, Some(at("2026-11-23T13:00:00Z")));
        assert_eq!(sla.resolve_due, Some(at("2026-11-25T09:00:00Z")));
        sla.pause(true, at("2026-11-23T15:00:00Z"));
        assert!(sla.is_paused());
        sla.pause(false, at("2026-11-24T10:00:00Z"));
        sla.recompute(&policy(), monday, "P4");
        assert_eq!(sla.resolve_due, Some(at("2026-11-25T12:00:00Z")), "three working hours later");
    }

    #[test]
    fn breaches_are_marked_once_and_stay() {
        let mut sla = SlaState::new("hardware");
        let monday = at("2026-11-23T09:00:00Z");
        sla.recompute(&policy(), monday, "P4");
        assert!(!sla.mark_breaches(at("2026-11-23T12:59:00Z"), false));
        assert!(sla.mark_breaches(at("2026-11-23T13:00:00Z"), false));
        assert!(!sla.mark_breaches(at("2026-11-23T14:00:00Z"), false));
        assert!(sla.respond_breached);
    }
}
