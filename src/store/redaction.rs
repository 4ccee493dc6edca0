//! Words about somebody who is forgotten go out of what others wrote: of closed
//! tickets with all that hangs on them, of messages, of the desk-wide log. Some
//! rows in each transaction; each piece may be done again. What is open stays as
//! its script has read it.

use super::Store;
use super::appointments::AppointmentRow;
use super::connection::{AnyConnection, on_either};
use super::erasure::change_submissions;
use super::error::StoreError;
use super::persisted;
use super::rows::{JournalChange, JournalStored, TicketRow};
use super::schema::{
    appointments, attachments, audit, comment_texts, comments, event_data, journal, notifications, outgoing,
    ticket_affected, ticket_attachments, ticket_links, tickets, votes, work_corrections, work_entries,
};
use crate::model::ids::{AttachmentId, CommentId, NotificationId, OutgoingId, StepId, TicketId, UserId, WorkId};
use crate::model::redaction::Words;
use crate::model::status::Status;
use diesel::prelude::*;
use serde_json::{Map, Value as Json};

/// Takes words out of a column of the rows that a condition names.
macro_rules! out_of_column {
    ($connection:ident, $words:ident, maybe $table:ident::$column:ident, $key:expr => $type:ty, $of:expr) => {{
        let query = $table::table.filter($of).select(($key, $table::$column));
        let rows: Vec<($type, Option<String>)> = on_either!($connection, inner => query.load(inner)?);
        for (key, text) in rows {
            if let Some(left) = text.and_then(|text| $words.out_of(&text)) {
                let target = $table::table.find(key);
                let set = $table::$column.eq(Some(left));
                on_either!($connection, inner => diesel::update(target).set(set).execute(inner)?);
            }
        }
    }};
    ($connection:ident, $words:ident, $table:ident::$column:ident, $key:expr => $type:ty, $of:expr) => {{
        let query = $table::table.filter($of).select(($key, $table::$column));
        let rows: Vec<($type, String)> = on_either!($connection, inner => query.load(inner)?);
        for (key, text) in rows {
            if let Some(left) = $words.out_of(&text) {
                let target = $table::table.find(key);
                let set = $table::$column.eq(left);
                on_either!($connection, inner => diesel::update(target).set(set).execute(inner)?);
            }
        }
    }};
}

impl Store {
    /// Takes words out of closed tickets, and of all that hangs on them, from
    /// behind a number; says where it goes on.
    pub fn forget_in_tickets(&self, words: &Words, after: i64, limit: i64) -> Result<Option<i64>, StoreError> {
        let words = words.clone();
        self.write(move |connection| {
            let query = tickets::table
                .filter(tickets::status.eq(Status::Closed))
                .filter(tickets::number.gt(after))
                .order(tickets::number)
                .limit(limit);
            let rows: Vec<TicketRow> =
                on_either!(connection, inner => query.select(TicketRow::as_select()).load(inner)?);
            let mut last = None;
            for row in rows {
                let mut ticket = row.ticket()?;
                last = Some(ticket.number);
                if words.out_of_ticket(&mut ticket) {
                    let seen =
                        tickets::table.filter(tickets::id.eq(ticket.id)).filter(tickets::version.eq(ticket.version));
                    ticket.version += 1;
                    let row = TicketRow::of(&ticket)?;
                    on_either!(connection, inner => diesel::update(seen).set(&row).execute(inner)?);
                }
                out_of_asked(connection, &words, ticket.id)?;
                out_of_log(connection, &words, ticket.id)?;
                out_of_said(connection, &words, ticket.id)?;
                out_of_work(connection, &words, ticket.id)?;
                out_of_relations(connection, &words, ticket.id)?;
            }
            Ok(last)
        })
    }

    /// The same for messages to people, whatever they are about.
    pub fn forget_in_messages(
        &self,
        words: &Words,
        after: NotificationId,
        limit: i64,
    ) -> Result<Option<NotificationId>, StoreError> {
        let words = words.clone();
        self.write(move |connection| {
            let query = notifications::table
                .filter(notifications::id.gt(after))
                .order(notifications::id)
                .limit(limit)
                .select((notifications::id, notifications::details, notifications::format));
            let rows: Vec<(NotificationId, String, i32)> = on_either!(connection, inner => query.load(inner)?);
            for (id, details, format) in &rows {
                let mut values: Map<String, Json> = persisted::read(*format, details, "notifications.details")?;
                if words.out_of_map(&mut values) {
                    let set = notifications::details.eq(persisted::write(&values)?);
                    let target = notifications::table.find(*id);
                    on_either!(connection, inner => diesel::update(target).set(set).execute(inner)?);
                }
            }
            Ok(rows.last().map(|(id, ..)| *id))
        })
    }

    /// Takes away what was kept back on its way out and says any of these words.
    pub fn forget_in_outgoing(
        &self,
        words: &Words,
        after: OutgoingId,
        limit: i64,
    ) -> Result<Option<OutgoingId>, StoreError> {
        // Bodies of calls are texts with usernames in them.
        let within = words.within.iter().chain(&words.whole).cloned().collect();
        let words = Words { whole: words.whole.clone(), within };
        self.write(move |connection| {
            let query = outgoing::table.filter(outgoing::id.gt(after)).order(outgoing::id).limit(limit).select((
                outgoing::id,
                outgoing::data,
                outgoing::format,
            ));
            let rows: Vec<(OutgoingId, String, i32)> = on_either!(connection, inner => query.load(inner)?);
            for (id, data, format) in &rows {
                let mut said: Json = persisted::read(*format, data, "outgoing.data")?;
                if words.take_out(&mut said) {
                    let target = outgoing::table.find(*id);
                    on_either!(connection, inner => diesel::delete(target).execute(inner)?);
                }
            }
            Ok(rows.last().map(|(id, ..)| *id))
        })
    }

    /// Takes words out of what the entries of the desk-wide log say; the entries stay.
    pub fn forget_in_audit(&self, words: &Words, after: i64, limit: i64) -> Result<Option<i64>, StoreError> {
        let words = words.clone();
        self.write(move |connection| {
            let query = audit::table.filter(audit::position.gt(after)).order(audit::position).limit(limit).select((
                audit::position,
                audit::data,
                audit::format,
            ));
            let rows: Vec<(i64, String, i32)> = on_either!(connection, inner => query.load(inner)?);
            for (position, data, format) in &rows {
                let mut said: Map<String, Json> = persisted::read(*format, data, "audit.data")?;
                if words.out_of_map(&mut said) {
                    let set = audit::data.eq(persisted::write(&said)?);
                    let target = audit::table.find(*position);
                    on_either!(connection, inner => diesel::update(target).set(set).execute(inner)?);
                }
            }
            Ok(rows.last().map(|(position, ..)| *position))
        })
    }
}

/// What was asked, shown and answered.
fn out_of_asked(connection: &mut AnyConnection, words: &Words, ticket: TicketId) -> Result<(), StoreError> {
    change_submissions(connection, ticket, |submission| words.out_of_submission(submission))?;
    let query = journal::table.filter(journal::ticket.eq(ticket));
    let rows: Vec<JournalStored> =
        on_either!(connection, inner => query.select(JournalStored::as_select()).load(inner)?);
    for stored in rows {
        let mut row = stored.row()?;
        if !row.is_open() && words.out_of_row(&mut row) {
            let target = journal::table.find((row.ticket, row.run, &row.path));
            let change = JournalChange::of(&row)?;
            on_either!(connection, inner => diesel::update(target).set(&change).execute(inner)?);
        }
        if !row.is_open()
            && let Some(name) = words.out_of(&row.name)
        {
            let target = journal::table.find((row.ticket, row.run, &row.path));
            on_either!(connection, inner => diesel::update(target).set(journal::name.eq(name)).execute(inner)?);
        }
        if row.arguments.rule.is_some() {
            let key = (votes::step, votes::voter);
            out_of_column!(connection, words, maybe votes::comment, key => (StepId, UserId), votes::step.eq(row.id));
        }
    }
    Ok(())
}

/// What the entries of its log say; the entries stay.
fn out_of_log(connection: &mut AnyConnection, words: &Words, ticket: TicketId) -> Result<(), StoreError> {
    let query = event_data::table.filter(event_data::ticket.eq(ticket));
    let query = query.select((event_data::seq, event_data::data, event_data::format));
    let rows: Vec<(i64, String, i32)> = on_either!(connection, inner => query.load(inner)?);
    for (seq, data, format) in rows {
        let mut said: Map<String, Json> = persisted::read(format, &data, "event_data.data")?;
        if words.out_of_entry(&mut said) {
            // Without the salt nobody can try what it was against the digest.
            let set = (event_data::data.eq(persisted::write(&said)?), event_data::salt.eq(vec![0u8; 16]));
            let target = event_data::table.find((ticket, seq));
            on_either!(connection, inner => diesel::update(target).set(set).execute(inner)?);
        }
    }
    Ok(())
}

/// Comments, with what they said before, and the names of files.
fn out_of_said(connection: &mut AnyConnection, words: &Words, ticket: TicketId) -> Result<(), StoreError> {
    out_of_column!(connection, words, comments::text, comments::id => CommentId, comments::ticket.eq(ticket));
    let edited = comments::table.filter(comments::ticket.eq(ticket)).filter(comments::edited_at.is_not_null());
    let edited: Vec<CommentId> = on_either!(connection, inner => edited.select(comments::id).load(inner)?);
    for comment in edited {
        let key = (comment_texts::comment, comment_texts::n);
        out_of_column!(connection, words, comment_texts::text, key => (CommentId, i32), comment_texts::comment.eq(comment));
    }
    let files = ticket_attachments::table.filter(ticket_attachments::ticket.eq(ticket));
    let files: Vec<AttachmentId> =
        on_either!(connection, inner => files.select(ticket_attachments::attachment).load(inner)?);
    for file in files {
        out_of_column!(connection, words, attachments::name, attachments::id => AttachmentId, attachments::id.eq(file));
    }
    Ok(())
}

/// Notes of work, with what they said before, and appointments.
fn out_of_work(connection: &mut AnyConnection, words: &Words, ticket: TicketId) -> Result<(), StoreError> {
    let of_ticket = work_entries::ticket.eq(ticket);
    out_of_column!(connection, words, work_entries::note, work_entries::id => WorkId, of_ticket);
    let corrected = work_entries::table.filter(work_entries::ticket.eq(ticket)).filter(work_entries::corrections.gt(0));
    let corrected: Vec<WorkId> = on_either!(connection, inner => corrected.select(work_entries::id).load(inner)?);
    for entry in corrected {
        let key = (work_corrections::entry, work_corrections::n);
        out_of_column!(connection, words, work_corrections::note, key => (WorkId, i32), work_corrections::entry.eq(entry));
    }
    let made = appointments::table.filter(appointments::ticket.eq(ticket));
    let made: Vec<AppointmentRow> =
        on_either!(connection, inner => made.select(AppointmentRow::as_select()).load(inner)?);
    for row in made {
        let mut appointment = row.appointment()?;
        if words.out_of_appointment(&mut appointment) {
            let set = appointments::data.eq(persisted::write(&appointment)?);
            let target = appointments::table.find(appointment.id);
            on_either!(connection, inner => diesel::update(target).set(set).execute(inner)?);
        }
    }
    Ok(())
}

/// Why it is linked, and what those said whom it hit.
fn out_of_relations(connection: &mut AnyConnection, words: &Words, ticket: TicketId) -> Result<(), StoreError> {
    let key = (ticket_links::ticket, ticket_links::kind, ticket_links::to_number, ticket_links::name);
    let of_ticket = ticket_links::ticket.eq(ticket);
    out_of_column!(connection, words, maybe ticket_links::reason, key => (TicketId, String, i64, String), of_ticket);
    let key = (ticket_affected::ticket, ticket_affected::person);
    let of_ticket = ticket_affected::ticket.eq(ticket);
    out_of_column!(connection, words, maybe ticket_affected::note, key => (TicketId, UserId), of_ticket);
    Ok(())
}
