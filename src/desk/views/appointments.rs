//! Appointments: of a ticket for who sees it and whom they concern, and one's
//! own, whether the ticket is seen or not.

use super::View;
use super::ticket::seen;
use crate::desk::invitation::{self, Invitation};
use crate::desk::unavailable;
use crate::model::appointment::Appointment;
use crate::model::ids::AppointmentId;
use crate::model::people::User;
use crate::model::problem::{Code, Refusal};
use crate::model::ticket::Ticket;
use crate::model::view::{self, AppointmentView, Sight, sees_appointment};

/// Appointments of one's own that are listed at most.
const MOST: i64 = 200;

/// The appointments of a ticket that concern the caller, in the order of making.
///
/// # Errors
/// 404 where there is no such ticket for the caller.
pub fn appointments(v: &mut View<'_>, user: &User, number: i64) -> Result<Vec<AppointmentView>, Refusal> {
    let ticket = seen(v, user, number)?;
    let viewer = v.viewer(user);
    let shown = ticket.facts.appointments.iter().filter(|it| sees_appointment(&viewer, &ticket, it));
    Ok(shown.map(|it| view::appointment(&viewer, it)).collect())
}

/// Those of them that are not over.
pub(super) fn ahead(v: &View<'_>, user: &User, ticket: &Ticket) -> Vec<AppointmentView> {
    let viewer = v.viewer(user);
    let ahead = ticket.facts.appointments.iter().filter(|it| it.is_ahead(v.now) && !it.is_off_for(user.id));
    let mut shown: Vec<_> = ahead.filter(|it| sees_appointment(&viewer, ticket, it)).collect();
    shown.sort_by_key(|it| (it.start, it.id));
    shown.into_iter().map(|it| view::appointment(&viewer, it)).collect()
}

/// What the caller is invited to, or invites to, and what is not over: the next first.
///
/// # Errors
/// 503.
pub fn my_appointments(v: &mut View<'_>, user: &User) -> Result<Vec<AppointmentView>, Refusal> {
    let found = v.reader.appointments_of(user.id, v.now, MOST).map_err(|error| unavailable(&error))?;
    let viewer = v.viewer(user);
    let mut ahead: Vec<&Appointment> = found.iter().filter(|it| !it.is_off_for(user.id)).collect();
    ahead.sort_by_key(|it| (it.start, it.id));
    Ok(ahead.into_iter().map(|it| view::appointment(&viewer, it)).collect())
}

/// One appointment.
///
/// # Errors
/// 404 where there is no such appointment for the caller.
pub fn appointment(v: &mut View<'_>, user: &User, id: AppointmentId) -> Result<AppointmentView, Refusal> {
    let found = concerning(v, user, id)?;
    Ok(view::appointment(&v.viewer(user), &found))
}

/// Its invitation, as the caller's calendar takes it.
///
/// # Errors
/// 404 where there is no such appointment for the caller.
pub fn invitation(v: &mut View<'_>, user: &User, id: AppointmentId) -> Result<Invitation, Refusal> {
    let found = concerning(v, user, id)?;
    Ok(invitation::of(&v.viewer(user), &found))
}

/// The number of the ticket of an appointment that the caller might change.
///
/// # Errors
/// 404 where there is no such appointment for the caller, 403 where they are
/// invited, but do not see the ticket.
pub fn changeable_appointment(v: &mut View<'_>, user: &User, id: AppointmentId) -> Result<i64, Refusal> {
    let found = concerning(v, user, id)?;
    let number = v.reader.number_of(found.ticket).map_err(|error| unavailable(&error))?;
    let number = number.ok_or_else(Refusal::not_found)?;
    match v.reader.sees(found.ticket, &Sight::of(user)).map_err(|error| unavailable(&error))? {
        true => Ok(number),
        false => Err(Refusal::new(Code::Forbidden, "Only who handles the ticket changes its appointments.")),
    }
}

/// An appointment that the caller may look at: invited, or by the ticket.
fn concerning(v: &mut View<'_>, user: &User, id: AppointmentId) -> Result<Appointment, Refusal> {
    let found = v.reader.appointment(id).map_err(|error| unavailable(&error))?.ok_or_else(Refusal::not_found)?;
    if found.known_to().any(|known| known == user.id) {
        return Ok(found);
    }
    let number = v.reader.number_of(found.ticket).map_err(|error| unavailable(&error))?;
    let ticket = seen(v, user, number.ok_or_else(Refusal::not_found)?)?;
    match sees_appointment(&v.viewer(user), &ticket, &found) {
        true => Ok(found),
        false => Err(Refusal::not_found()),
    }
}
