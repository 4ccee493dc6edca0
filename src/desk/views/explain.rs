//! Why a ticket stands as it does: what `model::view::explain` is made of is
//! read here, with the caller's sight.

use super::View;
use crate::desk::decide::Terms;
use crate::desk::unavailable;
use crate::model::approval::Vote;
use crate::model::changes::{Delivery, Timer};
use crate::model::event::{Event, EventType};
use crate::model::ids::StepId;
use crate::model::people::User;
use crate::model::problem::Refusal;
use crate::model::ticket::Ticket;
use crate::model::view::{self, Explanation, Found, Of, Sight};
use crate::store::StoreError;

/// How far back the log is read for who gave the ticket to somebody.
const LOOK_BACK: i64 = 500;

/// Explains a ticket.
///
/// # Errors
/// 404 where there is no such ticket for the caller.
pub fn explain(v: &mut View<'_>, user: &User, number: i64, of: Of) -> Result<Explanation, Refusal> {
    let glance = v.reader.glance(number, &Sight::of(user)).map_err(|error| unavailable(&error))?;
    let glance = glance.ok_or_else(Refusal::not_found)?;
    let ticket = &glance.ticket;
    let read = beside(v, ticket, of).map_err(|error| unavailable(&error))?;
    let item = v.world.content.items.get(&ticket.item);
    let priced = item.filter(|_| of == Of::Price);
    let options = priced.map(|item| item.chosen_prices(&glance.submission.form)).unwrap_or_default();
    let terms = Terms { world: v.world, ticket, votes: &read.votes };
    let waits = |of: Of| matches!(of, Of::Wait | Of::Approver);
    let rows = glance.open.iter().filter(|row| waits(of) && row.is_open() && row.kind.waits());
    let ladders: Vec<_> = rows.map(|row| (row.id, terms.remaining(row, v.now))).collect();
    let found = Found {
        ticket,
        submission: &glance.submission,
        open: &glance.open,
        votes: &read.votes,
        timers: &read.timers,
        deliveries: &read.deliveries,
        ladders: &ladders,
        given: read.given.as_ref(),
        item_price: item.and_then(|item| item.meta.price.as_ref()),
        options: &options,
    };
    Ok(view::explain(&v.viewer(user), &found, of))
}

/// What a question needs to be read beside the ticket.
#[derive(Default)]
struct Beside {
    votes: Vec<(StepId, Vote)>,
    timers: Vec<Timer>,
    deliveries: Vec<Delivery>,
    given: Option<Event>,
}

fn beside(v: &mut View<'_>, ticket: &Ticket, of: Of) -> Result<Beside, StoreError> {
    Ok(match of {
        Of::Wait | Of::Approver => Beside {
            votes: v.reader.votes_of(ticket.id)?,
            timers: v.reader.timers_of(ticket.id)?,
            deliveries: v.reader.deliveries_of(ticket.id)?,
            given: None,
        },
        Of::Assignee => Beside { given: last_given(v, ticket)?, ..Beside::default() },
        Of::Priority | Of::Sla | Of::Price => Beside::default(),
    })
}

/// The last event that put the ticket into somebody's hands.
fn last_given(v: &mut View<'_>, ticket: &Ticket) -> Result<Option<Event>, StoreError> {
    let events = v.reader.events(ticket.id, (ticket.last_seq - LOOK_BACK).max(0), LOOK_BACK)?;
    let gives =
        |kind| matches!(kind, EventType::TicketAssigned | EventType::TicketAccepted | EventType::TicketEscalated);
    Ok(events.into_iter().rev().find(|event| gives(event.kind)))
}
