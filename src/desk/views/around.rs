//! Everything about a ticket in one call. However long its history is, the
//! same few statements are asked, each for a bounded number of rows.

use super::ticket::ticket_of;
use super::{View, appointments, asked};
use crate::desk::unavailable;
use crate::model::journal::{JournalRow, Origin};
use crate::model::people::User;
use crate::model::problem::Refusal;
use crate::model::status::Status;
use crate::model::ticket::Ticket;
use crate::model::view::{self, AroundView, LAST_SHOWN, OTHERS_SHOWN, OtherTicketView, Sight, StepView, TicketView};
use crate::store::{Filter, Glance, Sort, SortKey, StoreError};

/// A ticket with everything that is to be known at one glance.
///
/// # Errors
/// 404 where there is no such ticket for the caller.
pub fn whole_ticket(v: &mut View<'_>, user: &User, number: i64) -> Result<TicketView, Refusal> {
    let (glance, mut shown) = ticket_of(v, user, number)?;
    let around = around(v, user, &glance).map_err(|error| unavailable(&error))?;
    shown.around = Some(Box::new(around));
    Ok(shown)
}

fn around(v: &mut View<'_>, user: &User, glance: &Glance) -> Result<AroundView, StoreError> {
    let (ticket, staff) = (&glance.ticket, user.is_staff());
    let steps = steps(v, user, glance)?;
    let (comments, comment_count) = v.reader.last_comments(ticket.id, staff, LAST_SHOWN)?;
    let (files, attachment_count) = v.reader.last_attachments(ticket.id, staff, LAST_SHOWN)?;
    let others = if staff { Some(others(v, user, ticket)?) } else { None };
    let viewer = v.viewer(user);
    Ok(AroundView {
        steps,
        comments: comments.iter().filter_map(|comment| view::comment(&viewer, comment)).collect(),
        comment_count,
        attachments: files.iter().map(|file| view::attachment(&viewer, file)).collect(),
        attachment_count,
        appointments: appointments::ahead(v, user, ticket),
        watcher_count: staff.then_some(ticket.facts.watchers.len()),
        others,
    })
}

/// The open steps; what is being given back is the desk's own business.
fn steps(v: &mut View<'_>, user: &User, glance: &Glance) -> Result<Vec<StepView>, StoreError> {
    let shown =
        |row: &&JournalRow| row.is_open() && row.kind.waits() && (row.origin != Origin::Undo || user.is_staff());
    let open: Vec<_> = glance.open.iter().filter(shown).collect();
    let votes = if open.is_empty() { Vec::new() } else { v.reader.votes_of(glance.ticket.id)? };
    let viewer = v.viewer(user);
    let step = |row: &&JournalRow| {
        let own: Vec<_> = votes.iter().filter(|(id, _)| *id == row.id).map(|(_, vote)| vote.clone()).collect();
        asked::step(v, &viewer, &glance.ticket, row, &own)
    };
    Ok(open.iter().map(step).collect())
}

/// What else the person has that is not closed.
fn others(v: &mut View<'_>, user: &User, ticket: &Ticket) -> Result<Vec<OtherTicketView>, StoreError> {
    let filter =
        Filter { status: Status::UNCLOSED.to_vec(), requested_for: Some(ticket.requested_for), ..Filter::default() };
    let newest = Sort { key: SortKey::CreatedAt, descending: true };
    let found = v.reader.list(&filter, newest, OTHERS_SHOWN + 1, None, &Sight::of(user))?;
    let viewer = v.viewer(user);
    let others = found.iter().map(|(other, _)| other).filter(|other| other.id != ticket.id);
    let most = usize::try_from(OTHERS_SHOWN).unwrap_or_default();
    Ok(others.take(most).map(|other| view::other_ticket(&viewer, ticket, other)).collect())
}
