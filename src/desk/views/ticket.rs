//! One ticket and what belongs to it.

use super::list::{decode, encode};
use super::relations::{links_of, overlaps};
use super::{Page, View, asked, named};
use crate::desk::World;
use crate::desk::confidential::Subject;
use crate::desk::unavailable;
use crate::model::changes::CommandRow;
use crate::model::ids::StepId;
use crate::model::people::User;
use crate::model::problem::{Code, Refusal};
use crate::model::status::{Operation, allowed_to, stands_beside};
use crate::model::ticket::Ticket;
use crate::model::time::Time;
use crate::model::touched::Clash;
use crate::model::view::{self, EventView, Sight, StepView, TicketView};
use crate::store::{Glance, Reader, StoreError};

pub(in crate::desk) fn seen(v: &mut View<'_>, user: &User, number: i64) -> Result<Ticket, Refusal> {
    let found = v.reader.seen(number, &Sight::of(user)).map_err(|error| unavailable(&error))?;
    found.ok_or_else(Refusal::not_found)
}

/// The first of the commands whose ids begin so: how a repeat of a call that
/// made many is known.
///
/// # Errors
/// 503 where the database does not answer.
pub fn first_command(v: &mut View<'_>, stem: &str) -> Result<Option<CommandRow>, Refusal> {
    v.reader.command_under(stem).map_err(|error| unavailable(&error))
}

/// The number of the ticket that somebody is about to look at, where it is
/// confidential and neither asked for by them, nor for them, nor typed in by them.
///
/// # Errors
/// 503 where the database does not answer.
pub fn confidential(v: &mut View<'_>, user: &User, subject: Subject) -> Result<Option<i64>, Refusal> {
    let number = number_of(v.reader, subject).map_err(|error| unavailable(&error))?;
    let Some(number) = number else { return Ok(None) };
    let parties = v.reader.parties_of_secret(number, &Sight::of(user)).map_err(|error| unavailable(&error))?;
    Ok(parties.filter(|parties| !parties.contains(&user.id)).map(|_| number))
}

/// The number of the ticket that something belongs to.
fn number_of(reader: &mut Reader, subject: Subject) -> Result<Option<i64>, StoreError> {
    let ticket = match subject {
        Subject::Ticket(number) => return Ok(Some(number)),
        Subject::Step(step) => return reader.ticket_of_step(step),
        Subject::Comment(id) => reader.comment(id)?.map(|comment| comment.ticket),
        Subject::Work(id) => reader.work_entry(id)?.map(|entry| entry.ticket),
        Subject::Appointment(id) => reader.appointment(id)?.map(|appointment| appointment.ticket),
        Subject::Attachment(id) => {
            let file = reader.attachments(&[id])?.into_iter().next();
            file.and_then(|file| file.used).map(|used| used.ticket)
        }
    };
    ticket.map_or(Ok(None), |ticket| reader.number_of(ticket))
}

/// A ticket with its links.
///
/// # Errors
/// 404 where there is no such ticket for the caller.
pub fn ticket(v: &mut View<'_>, user: &User, number: i64) -> Result<TicketView, Refusal> {
    ticket_of(v, user, number).map(|(_, shown)| shown)
}

/// The same, with what it was shaped from.
pub(super) fn ticket_of(v: &mut View<'_>, user: &User, number: i64) -> Result<(Glance, TicketView), Refusal> {
    let found = v.reader.glance(number, &Sight::of(user)).map_err(|error| unavailable(&error))?;
    let glance = found.ok_or_else(Refusal::not_found)?;
    let mut shown = glanced(v.world, user, v.now, &glance);
    shown.links = links_of(v, user, &glance.ticket)?;
    if let Some(change) = shown.change.as_mut().filter(|change| change.window.is_some() && user.is_staff()) {
        change.overlaps = Some(overlaps(v, user, &glance.ticket)?);
    }
    Ok((glance, shown))
}

/// The same for what was read, or decided, before.
pub fn glanced(world: &World, user: &User, now: Time, glance: &Glance) -> TicketView {
    let viewer = world.viewer(user, now);
    view::ticket(&viewer, &glance.ticket, &glance.open, Some(&glance.submission))
}

/// How a caller stands to an operation on a ticket.
pub struct Stands {
    /// The ticket.
    pub ticket: TicketView,
    /// Whether their standing allows it, whatever the status says.
    pub may: bool,
    /// Why what they saw is too old for it.
    pub stale: Option<String>,
}

/// A ticket, and how the caller stands to an operation on it: they have seen a
/// version, and would set some fields.
///
/// # Errors
/// 404 where there is no such ticket for the caller.
pub fn standing(
    v: &mut View<'_>,
    user: &User,
    number: i64,
    operation: Option<Operation>,
    seen: Option<i64>,
    fields: Vec<String>,
) -> Result<Stands, Refusal> {
    let found = v.reader.glance(number, &Sight::of(user)).map_err(|error| unavailable(&error))?;
    let glance = found.ok_or_else(Refusal::not_found)?;
    let may = operation.is_none_or(|operation| allowed_to(operation, user, &glance.ticket));
    let clash = match operation {
        Some(operation) if stands_beside(operation) => Clash::Never,
        Some(Operation::Change) => Clash::Fields(fields),
        _ => Clash::Any,
    };
    let stale = seen.and_then(|seen| clash.with(&glance.ticket, seen));
    Ok(Stands { ticket: glanced(v.world, user, v.now, &glance), may, stale })
}

/// The log behind a cursor, oldest first.
///
/// # Errors
/// 404 where there is no such ticket for the caller, 400 for a cursor of another log.
pub fn events(
    v: &mut View<'_>,
    user: &User,
    number: i64,
    cursor: Option<&str>,
    limit: u32,
) -> Result<Page<EventView>, Refusal> {
    let ticket = seen(v, user, number)?;
    let own = ticket.id.to_string();
    let after: Option<i64> = cursor.map(|text| decode(text, "events", &own)).transpose()?;
    let limit = limit as usize;
    let wanted = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let mut events = v.reader.events(ticket.id, after.unwrap_or(0), wanted).map_err(|error| unavailable(&error))?;
    let more = events.len() > limit;
    events.truncate(limit);
    let next_cursor = events.last().filter(|_| more).map(|event| encode("events", &own, event.seq));
    let viewer = v.viewer(user);
    let mut items: Vec<EventView> = events.iter().filter_map(|event| view::event(&viewer, event)).collect();
    named::only_seen(v, user, &mut items)?;
    Ok(Page { items, next_cursor, count: None })
}

/// The steps of all runs, or of one; with `all`, for staff, effects, reads and joins too.
///
/// # Errors
/// 404 where there is no such ticket for the caller, 403 for `all` by others than staff.
pub fn steps(
    v: &mut View<'_>,
    user: &User,
    number: i64,
    all: bool,
    run: Option<i32>,
) -> Result<Vec<StepView>, Refusal> {
    let ticket = seen(v, user, number)?;
    if all && !user.is_staff() {
        return Err(Refusal::new(Code::Forbidden, "Only staff see effects, reads and joins."));
    }
    let rows = v.reader.journal(ticket.id).map_err(|error| unavailable(&error))?;
    let votes = v.reader.votes_of(ticket.id).map_err(|error| unavailable(&error))?;
    let viewer = v.viewer(user);
    let shown = rows.iter().filter(|row| (all || row.kind.waits()) && run.is_none_or(|run| row.run == run));
    Ok(shown
        .map(|row| {
            let own: Vec<_> = votes.iter().filter(|(id, _)| *id == row.id).map(|(_, vote)| vote.clone()).collect();
            asked::step(v, &viewer, &ticket, row, &own)
        })
        .collect())
}

/// One step.
///
/// # Errors
/// 404 where there is no such step for the caller.
pub fn step(v: &mut View<'_>, user: &User, step: StepId) -> Result<StepView, Refusal> {
    let number = v.reader.ticket_of_step(step).map_err(|error| unavailable(&error))?.ok_or_else(Refusal::not_found)?;
    let ticket = seen(v, user, number)?;
    let row = v.reader.step(step).map_err(|error| unavailable(&error))?;
    let row = row.filter(|row| row.kind.waits() || user.is_staff()).ok_or_else(Refusal::not_found)?;
    let votes = v.reader.votes(step).map_err(|error| unavailable(&error))?;
    Ok(asked::step(v, &v.viewer(user), &ticket, &row, &votes))
}
