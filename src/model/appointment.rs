//! Appointments: somebody is to be somewhere for a ticket. They are among the
//! ticket's facts; a table of their own serves those who do not see the ticket.

use super::ids::{AppointmentId, TicketId, UserId};
use super::time::Time;
use serde::{Deserialize, Serialize};

/// Appointments of one ticket, those that are over or cancelled included.
pub const MOST: usize = 20;
/// People who are invited to one.
pub const MOST_PEOPLE: usize = 20;
/// Characters of what it is about, and of the place.
pub const LONGEST_TITLE: usize = 200;
/// Characters of a note.
pub const LONGEST_NOTE: usize = 1_000;
/// How long one takes at most, in days.
pub const LONGEST_DAYS: i64 = 7;
/// How far ahead one may lie, in days.
pub const FARTHEST_DAYS: i64 = 2 * 366;

/// An appointment. Stored as JSON with `format`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Its id; the UID of its invitation.
    pub id: AppointmentId,
    /// For which ticket.
    pub ticket: TicketId,
    /// That ticket's number, as it was then.
    pub number: String,
    /// What it is about.
    pub title: String,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// What else is to be known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// From.
    pub start: Time,
    /// Until.
    pub end: Time,
    /// The IANA zone of the place: by its clock it is shown.
    pub zone: String,
    /// Who invites.
    pub organizer: UserId,
    /// Who is invited.
    pub people: Vec<UserId>,
    /// Who was invited before, and is no more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gone: Vec<UserId>,
    /// Rises with each change: calendars follow the highest.
    pub sequence: u32,
    /// Last changed at.
    pub changed_at: Time,
    /// Why it does not take place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancelled: Option<Cancelled>,
}

/// Why an appointment does not take place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cancelled {
    /// Since when.
    pub at: Time,
    /// Who said so; nobody where the ticket was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<UserId>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Appointment {
    /// Who may look at it by it alone.
    pub fn known_to(&self) -> impl Iterator<Item = UserId> {
        let mut all: Vec<UserId> = [self.organizer].into_iter().chain(self.people.clone()).collect();
        all.extend(&self.gone);
        all.sort_unstable();
        all.dedup();
        all.into_iter()
    }
    /// Whom it concerns now: who is invited, and who invites.
    pub fn concerns(&self) -> Vec<UserId> {
        self.people.iter().copied().chain([self.organizer]).collect()
    }
    /// Whether it is still to come, or under way.
    pub fn is_ahead(&self, now: Time) -> bool {
        self.cancelled.is_none() && self.end > now
    }
    /// Whether it is off for somebody: cancelled, or they are no longer invited.
    pub fn is_off_for(&self, user: UserId) -> bool {
        self.cancelled.is_some() || self.gone.contains(&user)
    }
}
