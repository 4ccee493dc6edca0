//! Rows of appointments: what those look at who are invited, whether they see
//! the ticket or not. The ticket has its own among its facts.

use super::connection::on_either;
use super::error::StoreError;
use super::persisted;
use super::reader::Reader;
use super::schema::{appointment_people, appointments};
use crate::model::appointment::Appointment;
use crate::model::ids::{AppointmentId, TicketId, UserId};
use crate::model::time::Time;
use diesel::prelude::*;

/// A row of `appointments`.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = appointments, treat_none_as_default_value = false)]
pub(super) struct AppointmentRow {
    pub(super) id: AppointmentId,
    ticket: TicketId,
    data: String,
    format: i32,
}

/// A row of `appointment_people`.
#[derive(Clone, Insertable)]
#[diesel(table_name = appointment_people)]
pub(super) struct InvitedRow {
    person: UserId,
    ends_at: Time,
    appointment: AppointmentId,
}

impl AppointmentRow {
    pub(super) fn of(appointment: &Appointment) -> Result<Self, StoreError> {
        let (id, ticket) = (appointment.id, appointment.ticket);
        Ok(Self { id, ticket, data: persisted::write(appointment)?, format: persisted::FORMAT })
    }
    pub(super) fn appointment(self) -> Result<Appointment, StoreError> {
        persisted::read(self.format, &self.data, "appointments.data")
    }
}

impl InvitedRow {
    pub(super) fn all(appointment: &Appointment) -> Vec<Self> {
        let (id, ends_at) = (appointment.id, appointment.end);
        appointment.known_to().map(|person| Self { person, ends_at, appointment: id }).collect()
    }
}

impl Reader {
    /// One appointment, for whatever ticket.
    pub fn appointment(&mut self, id: AppointmentId) -> Result<Option<Appointment>, StoreError> {
        self.read(|connection| {
            let query = appointments::table.find(id);
            let row: Option<AppointmentRow> =
                on_either!(connection, inner => query.select(AppointmentRow::as_select()).first(inner).optional()?);
            row.map(AppointmentRow::appointment).transpose()
        })
    }

    /// Appointments that somebody is, or was, invited to, and that are not over:
    /// the next first.
    pub fn appointments_of(&mut self, user: UserId, now: Time, limit: i64) -> Result<Vec<Appointment>, StoreError> {
        self.read(|connection| {
            let query = appointment_people::table
                .inner_join(appointments::table.on(appointments::id.eq(appointment_people::appointment)))
                .filter(appointment_people::person.eq(user))
                .filter(appointment_people::ends_at.gt(now))
                .order((appointment_people::ends_at, appointment_people::appointment))
                .limit(limit);
            let rows: Vec<AppointmentRow> =
                on_either!(connection, inner => query.select(AppointmentRow::as_select()).load(inner)?);
            rows.into_iter().map(AppointmentRow::appointment).collect()
        })
    }
}
