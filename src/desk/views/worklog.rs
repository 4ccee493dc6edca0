//! The work log, for staff.

use super::list::{decode, encode};
use super::ticket::seen;
use super::{Page, View};
use crate::desk::unavailable;
use crate::model::ids::WorkId;
use crate::model::people::User;
use crate::model::problem::{Code, Refusal};
use crate::model::time::Time;
use crate::model::view::{self, WorkView};
use crate::model::worklog::WorkEntry;

/// The work on a ticket, oldest first.
///
/// # Errors
/// 404 where there is no such ticket for the caller, 403 for others than staff,
/// 400 for a cursor of another list.
pub fn work(
    v: &mut View<'_>,
    user: &User,
    number: i64,
    limit: u32,
    cursor: Option<&str>,
) -> Result<Page<WorkView>, Refusal> {
    let after: Option<(Time, WorkId)> = cursor.map(|text| decode(text, "work", "")).transpose()?;
    let ticket = seen(v, user, number)?;
    if !user.is_staff() {
        return Err(Refusal::new(Code::Forbidden, "Only staff see how long was worked."));
    }
    let found = v.reader.work_of(ticket.id, after, i64::from(limit) + 1).map_err(|error| unavailable(&error))?;
    let viewer = v.viewer(user);
    let mut items: Vec<WorkView> = found.iter().map(|entry| view::work_entry(&viewer, entry)).collect();
    let more = items.len() > limit as usize;
    items.truncate(limit as usize);
    let next_cursor = items.last().filter(|_| more).map(|last| encode("work", "", (last.when, last.id)));
    Ok(Page { items, next_cursor, count: None })
}

/// One entry, with what it said before.
///
/// # Errors
/// 404 where there is no such entry for the caller.
pub fn work_entry(v: &mut View<'_>, user: &User, id: WorkId) -> Result<WorkView, Refusal> {
    let (_, entry) = entry(v, user, id)?;
    let mut shown = view::work_entry(&v.viewer(user), &entry);
    if entry.corrections > 0 {
        let former = v.reader.former_work(id).map_err(|error| unavailable(&error))?;
        shown.history = Some(former.into_iter().map(view::former_work).collect());
    }
    Ok(shown)
}

/// The number of the ticket of an entry of the caller's own.
///
/// # Errors
/// 404 where there is no such entry for the caller, 403 where it is another's.
pub fn own_work(v: &mut View<'_>, user: &User, id: WorkId) -> Result<i64, Refusal> {
    let (number, entry) = entry(v, user, id)?;
    match entry.author == user.id {
        true => Ok(number),
        false => Err(Refusal::new(Code::Forbidden, "Only who logged the work corrects it.")),
    }
}

/// An entry that the caller may read, with its ticket's number.
fn entry(v: &mut View<'_>, user: &User, id: WorkId) -> Result<(i64, WorkEntry), Refusal> {
    let found = v.reader.work_entry(id).map_err(|error| unavailable(&error))?;
    let entry = found.filter(|_| user.is_staff()).ok_or_else(Refusal::not_found)?;
    let number = v.reader.number_of(entry.ticket).map_err(|error| unavailable(&error))?;
    let ticket = seen(v, user, number.ok_or_else(Refusal::not_found)?)?;
    Ok((ticket.number, entry))
}
