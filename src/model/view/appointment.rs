//! An appointment as those see it whom it concerns.

use super::{PersonView, Viewer};
use crate::model::appointment::Appointment;
use crate::model::ids::AppointmentId;
use crate::model::ticket::Ticket;
use crate::model::time::Time;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An appointment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AppointmentView {
    /// Id.
    pub id: AppointmentId,
    /// The number of the ticket that it is for.
    #[schema(example = "SR-000123")]
    pub ticket: String,
    /// What it is about.
    pub title: String,
    /// Where.
    pub place: Option<String>,
    /// What else is to be known.
    pub note: Option<String>,
    /// From.
    pub start: Time,
    /// Until.
    pub end: Time,
    /// The IANA zone of the place.
    pub zone: String,
    /// Who invites.
    pub organizer: PersonView,
    /// Who is invited.
    pub people: Vec<PersonView>,
    /// Rises with each change.
    pub sequence: u32,
    /// Last changed at.
    pub changed_at: Time,
    /// Whether it takes place for the caller no more.
    pub cancelled: bool,
    /// Why it was cancelled.
    pub reason: Option<String>,
    /// Where its invitation is, for calendars.
    pub invitation: String,
}

/// Where an appointment's invitation is.
pub fn invitation_path(id: AppointmentId) -> String {
    format!("/api/v1/appointments/{id}/invitation.ics")
}

/// Whether a viewer of the ticket sees an appointment: staff, who asked, and
/// who is invited, or was.
pub fn sees_appointment(viewer: &Viewer<'_>, ticket: &Ticket, appointment: &Appointment) -> bool {
    let own = [ticket.requester, ticket.requested_for].contains(&viewer.user.id);
    viewer.is_staff() || own || appointment.known_to().any(|user| user == viewer.user.id)
}

/// Shapes an appointment.
pub fn appointment(viewer: &Viewer<'_>, appointment: &Appointment) -> AppointmentView {
    AppointmentView {
        id: appointment.id,
        ticket: appointment.number.clone(),
        title: viewer.say(&appointment.title),
        place: appointment.place.clone(),
        note: appointment.note.clone(),
        start: appointment.start,
        end: appointment.end,
        zone: appointment.zone.clone(),
        organizer: viewer.person(appointment.organizer),
        people: appointment.people.iter().map(|user| viewer.person(*user)).collect(),
        sequence: appointment.sequence,
        changed_at: appointment.changed_at,
        cancelled: appointment.is_off_for(viewer.user.id),
        reason: appointment.cancelled.as_ref().and_then(|why| why.reason.clone()),
        invitation: invitation_path(appointment.id),
    }
}
