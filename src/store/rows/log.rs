//! Rows of the log and of what people read: events and their erasable data,
//! viewers, notifications, commands.

use crate::model::changes::{CommandRow, Made};
use crate::model::event::{Actor, ActorType, Event, EventType};
use crate::model::ids::{AppointmentId, CommentId, NotificationId, StepId, TicketId, UserId, WorkId};
use crate::model::ticket::{Notification, Ticket, Why};
use crate::model::time::Time;
use crate::store::error::StoreError;
use crate::store::persisted;
use crate::store::schema::{
    awaited, commands, escalated, event_data, events, notifications, ticket_marks, ticket_viewers,
};
use diesel::prelude::{Insertable, Queryable, Selectable};
use uuid::Uuid;

/// The part of an event that is never changed. Its place in the log is given by the database.
#[derive(Insertable)]
#[diesel(table_name = events, treat_none_as_default_value = false)]
pub(in crate::store) struct EventRow {
    ticket: TicketId,
    seq: i64,
    at: Time,
    actor_type: ActorType,
    actor_id: String,
    actor_for: Option<String>,
    actor_token: Option<String>,
    type_: EventType,
    digest: Vec<u8>,
}

impl EventRow {
    pub(in crate::store) fn of(event: &Event) -> Self {
        Self {
            ticket: event.ticket,
            seq: event.seq,
            at: event.at,
            actor_type: event.actor.kind,
            actor_id: event.actor.id.clone(),
            actor_for: event.actor.on_behalf_of.clone(),
            actor_token: event.actor.token.clone(),
            type_: event.kind,
            digest: event.digest().to_vec(),
        }
    }
}

/// The part of an event that may be erased: the data, and the actor's name.
#[derive(Insertable)]
#[diesel(table_name = event_data, treat_none_as_default_value = false)]
pub(in crate::store) struct LogDataRow {
    ticket: TicketId,
    seq: i64,
    actor_name: String,
    salt: Vec<u8>,
    data: String,
    format: i32,
    origin: Option<String>,
}

impl LogDataRow {
    pub(in crate::store) fn of(event: &Event) -> Result<Self, StoreError> {
        Ok(Self {
            ticket: event.ticket,
            seq: event.seq,
            actor_name: event.actor.name.clone(),
            salt: event.salt.to_vec(),
            data: persisted::write(&event.data)?,
            format: persisted::FORMAT,
            origin: persisted::write_option(event.origin.as_ref())?,
        })
    }
}

/// An event as read, both parts together, in the order of the select.
#[derive(Queryable)]
pub(in crate::store) struct EventStored {
    what: (TicketId, i64, Time, ActorType, String),
    whose: (Option<String>, Option<String>, EventType),
    erasable: (String, Vec<u8>, String, i32, Option<String>),
}

type EventColumns = (
    (events::ticket, events::seq, events::at, events::actor_type, events::actor_id),
    (events::actor_for, events::actor_token, events::type_),
    (event_data::actor_name, event_data::salt, event_data::data, event_data::format, event_data::origin),
);

impl EventStored {
    /// What is selected of the two tables.
    pub(in crate::store) fn columns() -> EventColumns {
        (
            (events::ticket, events::seq, events::at, events::actor_type, events::actor_id),
            (events::actor_for, events::actor_token, events::type_),
            (event_data::actor_name, event_data::salt, event_data::data, event_data::format, event_data::origin),
        )
    }

    pub(in crate::store) fn event(self) -> Result<Event, StoreError> {
        let (ticket, seq, at, actor_type, actor_id) = self.what;
        let (actor_for, token, kind) = self.whose;
        let (name, salt, data, format, origin) = self.erasable;
        Ok(Event {
            ticket,
            seq,
            at,
            actor: Actor { kind: actor_type, id: actor_id, name, on_behalf_of: actor_for, token },
            kind,
            data: persisted::read(format, &data, "event_data.data")?,
            salt: fixed(&salt, "event_data.salt")?,
            origin: persisted::read_option(format, origin.as_deref(), "event_data.origin")?,
        })
    }
}

fn fixed<const N: usize>(bytes: &[u8], what: &str) -> Result<[u8; N], StoreError> {
    bytes.try_into().map_err(|_| StoreError::Corrupt(format!("{what} has {} bytes", bytes.len())))
}

/// A row of `escalated`.
#[derive(Insertable)]
#[diesel(table_name = escalated, treat_none_as_default_value = false)]
pub(in crate::store) struct EscalatedRow {
    pub(in crate::store) ticket: TicketId,
}

/// A row of `awaited`.
#[derive(Insertable)]
#[diesel(table_name = awaited, treat_none_as_default_value = false)]
pub(in crate::store) struct AwaitedRow {
    pub(in crate::store) person: UserId,
    pub(in crate::store) ticket: TicketId,
}

/// A row of `ticket_viewers`; the first reason stays.
#[derive(Insertable)]
#[diesel(table_name = ticket_viewers, treat_none_as_default_value = false)]
pub(in crate::store) struct ViewerRow {
    viewer: UserId,
    created_at: Time,
    ticket: TicketId,
    why: Why,
}

impl ViewerRow {
    pub(in crate::store) fn of(ticket: &Ticket, viewer: UserId, why: Why) -> Self {
        Self { viewer, created_at: ticket.created_at, ticket: ticket.id, why }
    }
}

/// A row of `ticket_marks`.
#[derive(Clone, Insertable)]
#[diesel(table_name = ticket_marks, treat_none_as_default_value = false)]
pub(in crate::store) struct MarkRow {
    ticket: TicketId,
    kind: &'static str,
    value: String,
}

impl MarkRow {
    /// All marks of a ticket.
    pub(in crate::store) fn all(ticket: &Ticket) -> Vec<Self> {
        let of = |kind, values: &[String]| -> Vec<Self> {
            values.iter().map(|value| Self { ticket: ticket.id, kind, value: value.clone() }).collect()
        };
        [of("tag", &ticket.marks.tags), of("service", &ticket.marks.services)].concat()
    }
}

/// A row of `notifications`.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = notifications, treat_none_as_default_value = false)]
pub(in crate::store) struct NotificationRow {
    id: NotificationId,
    user_id: UserId,
    ticket: Option<TicketId>,
    at: Time,
    text: String,
    details: String,
    read_at: Option<Time>,
    format: i32,
    meant_for: Option<UserId>,
}

impl NotificationRow {
    pub(in crate::store) fn of(notification: &Notification) -> Result<Self, StoreError> {
        Ok(Self {
            id: notification.id,
            user_id: notification.user,
            ticket: notification.ticket,
            at: notification.at,
            text: notification.text.clone(),
            details: persisted::write(&notification.values)?,
            read_at: notification.read_at,
            format: persisted::FORMAT,
            meant_for: notification.meant_for,
        })
    }
    pub(in crate::store) fn notification(self) -> Result<Notification, StoreError> {
        Ok(Notification {
            id: self.id,
            user: self.user_id,
            ticket: self.ticket,
            at: self.at,
            values: persisted::read(self.format, &self.details, "notifications.details")?,
            text: self.text,
            read_at: self.read_at,
            meant_for: self.meant_for,
        })
    }
}

/// A row of `commands`.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = commands, treat_none_as_default_value = false)]
pub(in crate::store) struct CommandStored {
    id: String,
    fingerprint: Vec<u8>,
    ticket: TicketId,
    number: i64,
    made: String,
    made_id: Option<Vec<u8>>,
    at: Time,
}

impl CommandStored {
    pub(in crate::store) fn of(command: &CommandRow) -> Self {
        let (made, made_id) = match command.made {
            Made::Ticket => ("ticket", None),
            Made::Step(id) => ("step", Some(id.bytes().to_vec())),
            Made::Comment(id) => ("comment", Some(id.bytes().to_vec())),
            Made::Work(id) => ("work", Some(id.bytes().to_vec())),
            Made::Appointment(id) => ("appointment", Some(id.bytes().to_vec())),
        };
        Self {
            id: command.id.clone(),
            fingerprint: command.fingerprint.to_vec(),
            ticket: command.ticket,
            number: command.number,
            made: made.to_owned(),
            made_id,
            at: command.at,
        }
    }
    pub(in crate::store) fn command(self) -> Result<CommandRow, StoreError> {
        let id = self.made_id.as_deref().and_then(|bytes| Uuid::from_slice(bytes).ok());
        let made = match (self.made.as_str(), id) {
            ("ticket", None) => Made::Ticket,
            ("step", Some(id)) => Made::Step(StepId(id)),
            ("comment", Some(id)) => Made::Comment(CommentId(id)),
            ("work", Some(id)) => Made::Work(WorkId(id)),
            ("appointment", Some(id)) => Made::Appointment(AppointmentId(id)),
            _ => return Err(StoreError::Corrupt(format!("commands.made is {}", self.made))),
        };
        Ok(CommandRow {
            fingerprint: fixed(&self.fingerprint, "commands.fingerprint")?,
            id: self.id,
            ticket: self.ticket,
            number: self.number,
            made,
            at: self.at,
        })
    }
}
