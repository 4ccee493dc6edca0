//! The clerk: what a job's script does at the desk, done with the job's rights.
//! A job belongs to no group, so confidential tickets stay closed to it.

use super::job::{self, Job, Seen};
use super::query::{Breach, Query};
use crate::desk::command::{Act, Command, Doer, Escalate, Target};
use crate::desk::{Desk, World};
use crate::model::calendar::Calendar;
use crate::model::duration::Span;
use crate::model::problem::Code;
use crate::model::status::Status;
use crate::model::ticket::{Ticket, number_text};
use crate::model::time::Time;
use crate::script::Value;
use crate::store::{Clock, JobFilter, Reader, StoreError};
use chrono::Duration;
use parking_lot::Mutex;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many tickets are read at once.
const PAGE: i64 = 200;

/// One firing's clerk.
pub(super) struct Clerk {
    desk: Desk,
    job: Arc<Job>,
    reader: Mutex<Reader>,
    counts: Mutex<Counts>,
}

#[derive(Default)]
struct Counts {
    found: usize,
    done: usize,
    refused: usize,
}

impl Clerk {
    pub(super) fn new(desk: Desk, job: Arc<Job>) -> Result<Clerk, StoreError> {
        Ok(Clerk { reader: Mutex::new(desk.store().reader()?), desk, job, counts: Mutex::default() })
    }

    /// What was done, for the firing's row.
    pub(super) fn report(&self) -> Map<String, Json> {
        let counts = self.counts.lock();
        let report = json!({ "found": counts.found, "done": counts.done, "refused": counts.refused });
        report.as_object().cloned().unwrap_or_default()
    }

    fn search(&self, query: &Query) -> Result<Vec<Seen>, StoreError> {
        let (world, now) = (self.desk.world(), self.desk.clock().now());
        let mut filter = filter(query, now);
        let (mut reader, mut seen) = (self.reader.lock(), Vec::new());
        loop {
            let page = reader.tickets_for_job(&filter, PAGE)?;
            filter.after = page.last().map(|ticket| ticket.id);
            let full = i64::try_from(page.len()) == Ok(PAGE);
            let wanted =
                page.iter().filter(|ticket| ticket.restricted_to.is_none() && holds(query, ticket, &world, now));
            seen.extend(wanted.map(|ticket| shown(ticket, &world)));
            if !full || seen.len() >= query.limit {
                seen.truncate(query.limit);
                return Ok(seen);
            }
        }
    }
}

impl job::Desk for Clerk {
    fn now(&self) -> Time {
        self.desk.clock().now()
    }

    fn tickets(&self, query: &Query) -> Result<Vec<Seen>, String> {
        if !self.job.is_staff() || query.status.is_empty() {
            return Ok(Vec::new());
        }
        let found = self.search(query).map_err(|error| {
            tracing::warn!(job = %self.job.name, %error, "tickets could not be read");
            "the database does not answer".to_owned()
        })?;
        self.counts.lock().found += found.len();
        Ok(found)
    }

    fn escalate(&self, command: String, number: i64, wish: Escalate) -> Result<bool, String> {
        let command = Command {
            id: command,
            fingerprint: [0; 32],
            doer: Doer::Job(self.job.name.clone()),
            target: Target::Ticket(number),
            expect: None,
            act: Act::Escalate(wish),
        };
        match self.desk.carry_out_blocking(command) {
            Ok(_) => {
                self.counts.lock().done += 1;
                Ok(true)
            }
            Err(refusal) if matches!(refusal.code, Code::Unavailable | Code::Busy) => Err(refusal.detail),
            Err(refusal) => {
                tracing::warn!(job = %self.job.name, number, %refusal, "a job's wish was refused");
                self.counts.lock().refused += 1;
                Ok(false)
            }
        }
    }
}

/// As much of the question as the database can answer: working time takes at
/// least as long as it is, so elapsed time narrows it.
fn filter(query: &Query, now: Time) -> JobFilter {
    let least = |span| match span {
        Span::Elapsed(minutes) | Span::Working(minutes) => minutes,
        Span::WorkingDays(_) => 0,
    };
    let age = query.older_than.map_or(0, least).max(query.untaken_for.map_or(0, least));
    // The database asks for earlier moments only, not for the moment itself.
    let before = now.plus(Duration::microseconds(1) - Duration::minutes(age));
    let clock = |breach| match breach {
        Breach::Respond => Clock::Respond,
        Breach::Resolve => Clock::Resolve,
    };
    JobFilter {
        breached: query.breached.map(|breach| (clock(breach), now)),
        status: query.status.clone(),
        item: query.item.clone(),
        escalation_below: query.escalation_below,
        created_before: (age > 0).then_some(before),
        ..JobFilter::default()
    }
}

/// The rest of the question: time as the ticket's own calendar counts it.
fn holds(query: &Query, ticket: &Ticket, world: &World, now: Time) -> bool {
    let past = |span| calendar(ticket, world).add(ticket.created_at, span) <= now;
    query.older_than.is_none_or(past)
        && query.escalation_below.is_none_or(|level| ticket.times_moved() < level)
        && query.untaken_for.is_none_or(|span| ticket.status == Status::New && past(span))
}

/// The ticket's calendar: that of its service level and priority.
fn calendar<'a>(ticket: &Ticket, world: &'a World) -> &'a Calendar {
    let policy = world.policy();
    let created = ticket.created_at.utc().date_naive();
    let level = ticket.sla.as_ref().and_then(|sla| policy.level(&sla.name, created));
    policy.calendar(level, &ticket.priority)
}

/// What a script reads of a ticket.
fn shown(ticket: &Ticket, world: &World) -> Seen {
    let text = |text: &str| Value::Text(text.to_owned());
    let maybe = |text: Option<String>| text.map_or(Value::Unit, Value::Text);
    let time = |time: Option<Time>| time.map_or(Value::Unit, Value::Time);
    let username = |id| world.people.user(id).map(|user| user.username.clone());
    let group = |id| world.group_name(id);
    let sla = ticket.sla.as_ref();
    let fields = BTreeMap::from([
        ("number", Value::Text(number_text(ticket.kind, ticket.number))),
        ("kind", text(ticket.kind.as_str())),
        ("item", text(&ticket.item)),
        ("status", text(ticket.status.as_str())),
        ("stage", maybe(ticket.stage.clone())),
        ("title", text(&ticket.title)),
        ("category", text(&ticket.category)),
        ("location", maybe(ticket.location.clone())),
        ("impact", text(&ticket.impact)),
        ("urgency", text(&ticket.urgency)),
        ("priority", text(&ticket.priority)),
        ("requester", maybe(username(ticket.requester))),
        ("owner", maybe(ticket.owner.and_then(username))),
        ("assignee", maybe(ticket.assignee.and_then(username))),
        ("group", maybe(ticket.group.and_then(group))),
        ("escalation_level", Value::Int(i64::from(ticket.escalation_level))),
        ("created_at", Value::Time(ticket.created_at)),
        ("updated_at", Value::Time(ticket.updated_at)),
        ("respond_due", time(sla.and_then(|sla| sla.respond_due))),
        ("resolve_due", time(sla.and_then(|sla| sla.resolve_due))),
    ]);
    Seen { number: ticket.number, fields }
}
