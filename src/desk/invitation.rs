//! An appointment as calendars take it (RFC 5545, RFC 5546): a request while it
//! takes place, a cancellation when it does no more. The UID stays, the
//! sequence rises. The only place that knows icalendar.

use crate::model::appointment::Appointment;
use crate::model::ids::UserId;
use crate::model::view::Viewer;
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};

/// A file for a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// `REQUEST` or `CANCEL`.
    pub method: &'static str,
    /// Its text.
    pub text: String,
}

/// The invitation as a viewer gets it.
pub fn of(viewer: &Viewer<'_>, appointment: &Appointment) -> Invitation {
    let off = appointment.is_off_for(viewer.user.id);
    let method = if off { "CANCEL" } else { "REQUEST" };
    let mut event = Event::new();
    event
        .uid(&format!("{}@maitred", appointment.id))
        .sequence(appointment.sequence)
        .timestamp(appointment.changed_at.utc())
        .starts(appointment.start.utc())
        .ends(appointment.end.utc())
        .summary(&plain(&format!("{}: {}", appointment.number, viewer.say(&appointment.title))))
        .status(if off { EventStatus::Cancelled } else { EventStatus::Confirmed });
    if let Some(place) = &appointment.place {
        event.location(&plain(place));
    }
    let reason = appointment.cancelled.as_ref().and_then(|why| why.reason.as_deref());
    let said: Vec<String> = [reason, appointment.note.as_deref()].into_iter().flatten().map(plain).collect();
    if !said.is_empty() {
        event.description(&said.join("\n"));
    }
    event.append_property(person(viewer, "ORGANIZER", appointment.organizer));
    for user in &appointment.people {
        let mut attendee = person(viewer, "ATTENDEE", *user);
        attendee.add_parameter("ROLE", "REQ-PARTICIPANT").add_parameter("PARTSTAT", "NEEDS-ACTION");
        event.append_multi_property(attendee);
    }
    if appointment.gone.contains(&viewer.user.id) {
        event.append_multi_property(person(viewer, "ATTENDEE", viewer.user.id));
    }
    let mut calendar = Calendar::empty();
    for (key, value) in [("VERSION", "2.0"), ("PRODID", "-//maitred//service desk//EN"), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(Property::new(key, value));
    }
    calendar.append_property(Property::new("METHOD", method));
    calendar.append_property(Property::new("X-WR-TIMEZONE", &appointment.zone));
    calendar.push(event.done());
    Invitation { method, text: calendar.to_string() }
}

/// A person by name. Addresses are for staff, and one's own: others stand there
/// by their key.
fn person(viewer: &Viewer<'_>, key: &str, id: UserId) -> Property {
    let user = viewer.people.user(id);
    let known = viewer.is_staff() || id == viewer.user.id;
    let address = user.and_then(|user| user.email.as_deref()).filter(|_| known).filter(|address| is_plain(address));
    let address = address.map_or_else(|| format!("urn:uuid:{id}"), |address| format!("mailto:{address}"));
    let name: String = user.map(|user| user.name.as_str()).unwrap_or_default().chars().filter(|c| *c != '"').collect();
    Property::new(key, address).add_parameter("CN", &plain(&name).replace('\n', " ")).done()
}

/// No line of a file begins within a value.
fn is_plain(address: &str) -> bool {
    !address.chars().any(|c| c.is_control() || c.is_whitespace())
}

/// Without the control characters that calendars stumble over; line breaks stay.
fn plain(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}
