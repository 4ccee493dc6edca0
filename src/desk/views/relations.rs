//! What a ticket has to do with, as people see it, and what all are shown as known.

use super::list::{decode, encode};
use super::ticket::seen;
use super::{Page, View};
use crate::desk::unavailable;
use crate::model::ids::TicketId;
use crate::model::people::User;
use crate::model::problem::{Code, Refusal};
use crate::model::ticket::Ticket;
use crate::model::time::Time;
use crate::model::view::{self, AffectedView, KnownView, LinkView, OverlapView, Sight};

/// The links of a ticket to tickets that the caller sees, and for staff to things outside.
///
/// # Errors
/// 404 where there is no such ticket for the caller.
pub fn links(v: &mut View<'_>, user: &User, number: i64) -> Result<Vec<LinkView>, Refusal> {
    let ticket = seen(v, user, number)?;
    links_of(v, user, &ticket)
}

/// The same of a ticket that was looked up.
pub fn links_of(v: &mut View<'_>, user: &User, ticket: &Ticket) -> Result<Vec<LinkView>, Refusal> {
    if !ticket.facts.relations.linked {
        return Ok(Vec::new());
    }
    let links = v.reader.links_of(ticket.id, ticket.number).map_err(|error| unavailable(&error))?;
    let numbers: Vec<i64> = links.iter().filter_map(|link| link.seen_from(ticket.number)).map(|(_, to)| to).collect();
    let others = match numbers.is_empty() {
        true => Vec::new(),
        false => v.reader.seen_of(&numbers, &Sight::of(user)).map_err(|error| unavailable(&error))?,
    };
    Ok(view::links(&v.viewer(user), ticket, &links, &others))
}

/// Other open changes in the same time on the same things.
pub fn overlaps(v: &mut View<'_>, user: &User, ticket: &Ticket) -> Result<Vec<OverlapView>, Refusal> {
    let slot = ticket.slot();
    let found = v.reader.overlapping(ticket.id, &slot, &Sight::of(user)).map_err(|error| unavailable(&error))?;
    Ok(found.iter().filter_map(|other| view::overlap(&slot, other)).collect())
}

/// Who said that a ticket hits them as well; for staff.
///
/// # Errors
/// 404 where there is no such ticket for the caller, 403 for others than staff.
pub fn affected(v: &mut View<'_>, user: &User, number: i64) -> Result<Vec<AffectedView>, Refusal> {
    let ticket = seen(v, user, number)?;
    if !user.is_staff() {
        return Err(Refusal::new(Code::Forbidden, "Only staff see whom a ticket hits as well."));
    }
    let found = v.reader.affected(ticket.id).map_err(|error| unavailable(&error))?;
    let viewer = v.viewer(user);
    Ok(found.iter().map(|affected| view::affected(&viewer, affected)).collect())
}

/// What all are shown as known, the newest first.
///
/// # Errors
/// 400 for a cursor of another list.
pub fn known(
    v: &mut View<'_>,
    user: &User,
    item: Option<&str>,
    limit: u32,
    cursor: Option<&str>,
) -> Result<Page<KnownView>, Refusal> {
    let filters = item.unwrap_or_default();
    let before: Option<(Time, TicketId)> = cursor.map(|text| decode(text, "known", filters)).transpose()?;
    let mut found = v.reader.known(item, before, i64::from(limit) + 1).map_err(|error| unavailable(&error))?;
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next_cursor =
        found.last().filter(|_| more).map(|(ticket, since)| encode("known", filters, (*since, ticket.id)));
    let ids: Vec<TicketId> = found.iter().map(|(ticket, _)| ticket.id).collect();
    let mine = v.reader.hit_by(user.id, &ids).map_err(|error| unavailable(&error))?;
    let items = found.iter().filter_map(|(ticket, since)| view::known(ticket, *since, mine.contains(&ticket.id)));
    Ok(Page { items: items.collect(), next_cursor, count: None })
}

/// One of them.
///
/// # Errors
/// 404 where it is not shown.
pub fn one_known(v: &mut View<'_>, user: &User, number: i64) -> Result<KnownView, Refusal> {
    let found = v.reader.known_one(number).map_err(|error| unavailable(&error))?;
    let (ticket, since) = found.ok_or_else(Refusal::not_found)?;
    let mine = v.reader.hit_by(user.id, &[ticket.id]).map_err(|error| unavailable(&error))?;
    view::known(&ticket, since, !mine.is_empty()).ok_or_else(Refusal::not_found)
}
