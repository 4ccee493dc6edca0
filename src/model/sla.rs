//! The service level's clock: due times and breach marks as a pure function of
//! the ticket's SLA facts, calendar and policy.

use super::duration::Span;
use super::policy::{Policy, Starts};
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

    /// Computes both due times: a pure function of the facts, the ticket's
    /// creation and priority, and the policy. A clock that stands still keeps
    /// the due time it would have if it went on where it stopped.
    pub fn recompute(&mut self, policy: &Policy, created_at: Time, priority: &str) {
        let level = policy.level(&self.name, created_at.utc().date_naive());
        let calendar = policy.calendar(level, priority);
        let target = |targets: &BTreeMap<String, Span>| targets.get(priority).copied();
        self.respond_due = level.and_then(|level| target(&level.response)).map(|span| calendar.add(created_at, span));
        let computed = level.and_then(|level| target(&level.resolve)).zip(self.started_at).map(|(span, start)| {
            let paused = self.pauses.iter().fold(Duration::zero(), |sum, pause| {
                sum + pause.to.map_or_else(Duration::zero, |to| match span {
                    Span::Elapsed(_) => to.since(pause.from),
                    _ => calendar.working_between(pause.from, to),
                })
            });
            let due = calendar.add(start, span);
            match span {
                Span::Elapsed(_) => due.plus(paused),
                _ => calendar.add_working(due, paused),
            }
        });
        self.resolve_due = self.fixed_due.or(computed);
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
