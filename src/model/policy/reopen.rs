//! `[reopen]`: until when a resolved or closed ticket is taken up again, and what
//! that means for its clock.

use super::Policy;
use crate::model::calendar::Calendar;
use crate::model::duration::Span;
use crate::model::status::Status;
use crate::model::ticket::Ticket;
use crate::model::time::Time;
use schemars::JsonSchema;
use serde::Deserialize;

/// Until when a ticket is taken up again.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReopenFile {
    /// After its resolution, closed or not: the ticket itself.
    #[schemars(extend("default" = "5wd"))]
    pub within: Option<Span>,
    /// After its end: a new ticket that follows it.
    #[schemars(extend("default" = "20wd"))]
    pub after_close: Option<Span>,
    /// What becomes of its resolve clock.
    #[schemars(extend("default" = "continue"))]
    pub clock: Option<ReopenClock>,
    /// It is never due sooner than this after it was taken up again.
    #[schemars(extend("default" = "4wh"))]
    pub grace: Option<Span>,
}

/// What becomes of the resolve clock of a ticket that is taken up again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReopenClock {
    /// It goes on where it stopped: the time in which it was resolved does not count.
    Continue,
    /// It begins anew, with the whole target.
    Restart,
}

/// Until when a ticket is taken up again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReopenRule {
    /// After its resolution, in the ticket's calendar: the ticket itself.
    pub within: Span,
    /// After its end: a new ticket that follows it.
    pub after_close: Span,
    /// What becomes of its clock.
    pub clock: ReopenClock,
    /// It is never due sooner than this after it was taken up again.
    pub grace: Span,
}

impl ReopenRule {
    /// The rule of the file.
    pub(super) fn of(file: &ReopenFile) -> Self {
        Self {
            within: file.within.unwrap_or(Span::WorkingDays(5)),
            after_close: file.after_close.unwrap_or(Span::WorkingDays(20)),
            clock: file.clock.unwrap_or(ReopenClock::Continue),
            grace: file.grace.unwrap_or(Span::Working(4 * 60)),
        }
    }
}

/// How somebody may still come back to a ticket that has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reopens {
    /// The ticket itself is taken up again.
    Itself,
    /// Too late for that: a new ticket may follow it.
    Follow,
    /// Too late for anything.
    No,
}

impl Policy {
    /// The calendar of a ticket: that of its service level and priority.
    pub fn calendar_of(&self, ticket: &Ticket) -> &Calendar {
        let created = ticket.created_at.utc().date_naive();
        let level = ticket.sla.as_ref().and_then(|sla| self.level(&sla.name, created));
        self.calendar(level, &ticket.priority)
    }

    /// How somebody may come back to a ticket at a moment. One that nobody has
    /// confirmed yet is taken up at any time; one that was never resolved never is.
    pub fn reopens(&self, ticket: &Ticket, now: Time) -> Reopens {
        let calendar = self.calendar_of(ticket);
        let lasts = |from: Option<Time>, span: Span| from.is_some_and(|from| now <= calendar.add(from, span));
        match ticket.status {
            // There is nothing left to come back to.
            _ if ticket.facts.erased.is_some() => Reopens::No,
            Status::Resolved => Reopens::Itself,
            Status::Closed if lasts(ticket.resolved_at, self.reopen.within) => Reopens::Itself,
            Status::Closed if lasts(ticket.closed_at, self.reopen.after_close) => Reopens::Follow,
            _ => Reopens::No,
        }
    }
}
