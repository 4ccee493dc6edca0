//! What of a closed ticket is erased: each ticket in a transaction of its own,
//! under its version, so that a crash leaves it whole or erased, and the next
//! round goes on with the others. Files lose their use: as ones that nobody
//! uses they go with their content.

use super::Store;
use super::connection::{AnyConnection, on_either};
use super::error::StoreError;
use super::persisted;
use super::reader::{Depth, Reader};
use super::rows::{JournalChange, SubmissionRow, TicketRow};
use super::schema::{
    appointment_people, appointments, attachments, comment_texts, comments, erasures, event_data, forgotten, journal,
    notifications, outgoing, signals, submissions, surveys, ticket_affected, ticket_attachments, ticket_links,
    ticket_viewers, tickets, users, votes, watchers, work_corrections, work_entries,
};
use super::world::{Part, bump};
use crate::model::erasure::{self, ERASED};
use crate::model::ids::{AttachmentId, CommentId, TicketId, UserId, WorkId};
use crate::model::journal::JournalRow;
use crate::model::status::Status;
use crate::model::ticket::{Submission, Ticket};
use crate::model::time::Time;
use chrono::DateTime;
use diesel::dsl::{exists, not};
use diesel::prelude::*;
use uuid::Uuid;

/// Where a search for closed tickets goes on: behind this one.
pub type ClosedPlace = (Time, TicketId);

impl Reader {
    /// Tickets that were closed before a moment and are not erased, the oldest
    /// first, from behind a place.
    pub fn erasable(
        &mut self,
        before: Time,
        after: Option<ClosedPlace>,
        limit: i64,
    ) -> Result<Vec<(i64, ClosedPlace)>, StoreError> {
        let (at, id) = after.unwrap_or((Time::new(DateTime::UNIX_EPOCH), TicketId(Uuid::nil())));
        self.read(|connection| {
            let done = erasures::table.filter(erasures::ticket.eq(tickets::id));
            let query = tickets::table
                .filter(tickets::status.eq(Status::Closed))
                .filter(tickets::closed_at.lt(before))
                .filter(tickets::closed_at.gt(at).or(tickets::closed_at.eq(at).and(tickets::id.gt(id))))
                .filter(not(exists(done)))
                .order((tickets::closed_at, tickets::id))
                .limit(limit)
                .select((tickets::number, tickets::closed_at.assume_not_null(), tickets::id));
            let found: Vec<(i64, Time, TicketId)> = on_either!(connection, inner => query.load(inner)?);
            Ok(found.into_iter().map(|(number, at, id)| (number, (at, id))).collect())
        })
    }

    /// Tickets that somebody asked for or that were for them, and that are not
    /// erased: the digits of their numbers from behind one, closed ones or the others.
    pub fn tickets_about(
        &mut self,
        person: UserId,
        closed: bool,
        after: i64,
        limit: i64,
    ) -> Result<Vec<i64>, StoreError> {
        let wanted: &[Status] = if closed { &[Status::Closed] } else { &Status::UNCLOSED };
        self.read(|connection| {
            let done = erasures::table.filter(erasures::ticket.eq(tickets::id));
            let query = tickets::table
                .filter(tickets::requester.eq(person).or(tickets::requested_for.eq(person)))
                .filter(tickets::status.eq_any(wanted))
                .filter(tickets::number.gt(after))
                .filter(not(exists(done)))
                .order(tickets::number)
                .limit(limit)
                .select(tickets::number);
            Ok(on_either!(connection, inner => query.load(inner)?))
        })
    }

    /// People who were forgotten.
    pub fn forgotten(&mut self) -> Result<Vec<UserId>, StoreError> {
        self.read(|connection| {
            let query = forgotten::table.order(forgotten::at).select(forgotten::person);
            Ok(on_either!(connection, inner => query.load(inner)?))
        })
    }
}

impl Store {
    /// The key of nobody in particular, who takes the place of people on erased
    /// tickets; made when first needed. No username looks like theirs.
    pub fn nobody(&self) -> Result<UserId, StoreError> {
        let id = UserId(Uuid::from_u128(1));
        self.write(move |connection| {
            let known = diesel::select(exists(users::table.find(id)));
            if on_either!(connection, inner => known.get_result::<bool>(inner)?) {
                return Ok(id);
            }
            bump(connection, Part::People)?;
            let row = (
                users::id.eq(id),
                users::username.eq("~erased"),
                users::name.eq(ERASED),
                users::language.eq("en"),
                users::zone.eq("UTC"),
                users::active.eq(false),
                users::format.eq(persisted::FORMAT),
            );
            on_either!(connection, inner => diesel::insert_into(users::table).values(row).execute(inner)?);
            Ok(id)
        })
    }

    /// Erases a closed ticket; `false` where it cannot be erased now, since it
    /// is open, was erased, has work to do, or somebody changes it.
    pub fn erase(&self, number: i64, at: Time, nobody: Option<UserId>) -> Result<bool, StoreError> {
        let Some(state) = self.reader()?.state(number, Depth::All)? else { return Ok(false) };
        let mut journal = state.journal.unwrap_or_default();
        if !erasure::may_be_erased(&state.ticket, &journal) {
            return Ok(false);
        }
        let mut ticket = state.ticket;
        let asked = [ticket.requester, ticket.requested_for];
        let version = ticket.version;
        erasure::ticket(&mut ticket, at, nobody);
        ticket.version += 1;
        journal.iter_mut().for_each(erasure::row);
        self.write(move |connection| {
            let row = TicketRow::of(&ticket)?;
            let target = tickets::table.filter(tickets::id.eq(ticket.id)).filter(tickets::version.eq(version));
            if on_either!(connection, inner => diesel::update(target).set(&row).execute(inner)?) == 0 {
                return Ok(false);
            }
            // Who opened it is never updated, but here.
            let opened = (tickets::table.filter(tickets::id.eq(ticket.id)), tickets::opened_by.eq(ticket.opened_by));
            on_either!(connection, inner => diesel::update(opened.0).set(opened.1).execute(inner)?);
            let done = (erasures::ticket.eq(ticket.id), erasures::at.eq(at));
            on_either!(connection, inner => diesel::insert_into(erasures::table).values(done).execute(inner)?);
            erase_asked(connection, &ticket, &journal)?;
            erase_log(connection, ticket.id)?;
            erase_said(connection, ticket.id)?;
            for user in nobody.into_iter().flat_map(|_| asked) {
                // Who asked wrote as well: their comments are by nobody now.
                let own = comments::table.filter(comments::ticket.eq(ticket.id)).filter(comments::author.eq(user));
                let set = comments::author.eq(ticket.requester);
                on_either!(connection, inner => diesel::update(own).set(set).execute(inner)?);
            }
            erase_people(connection, ticket.id)?;
            Ok(true)
        })
    }
}

/// Changes what was asked, run by run; `change` says whether it did.
pub(super) fn change_submissions(
    connection: &mut AnyConnection,
    ticket: TicketId,
    change: impl Fn(&mut Submission) -> bool,
) -> Result<(), StoreError> {
    let sent = || submissions::table.filter(submissions::ticket.eq(ticket)).order(submissions::run);
    let runs: Vec<i32> = on_either!(connection, inner => sent().select(submissions::run).load(inner)?);
    let rows: Vec<SubmissionRow> =
        on_either!(connection, inner => sent().select(SubmissionRow::as_select()).load(inner)?);
    for (run, row) in runs.into_iter().zip(rows) {
        let mut submission = row.submission()?;
        if change(&mut submission) {
            let set = (submissions::data.eq(persisted::write(&submission)?), submissions::format.eq(persisted::FORMAT));
            let target = submissions::table.find((ticket, run));
            on_either!(connection, inner => diesel::update(target).set(set).execute(inner)?);
        }
    }
    Ok(())
}

/// What was asked, and what was answered.
fn erase_asked(connection: &mut AnyConnection, ticket: &Ticket, journal: &[JournalRow]) -> Result<(), StoreError> {
    change_submissions(connection, ticket.id, |submission| {
        erasure::submission(submission);
        true
    })?;
    for row in journal {
        let target = journal::table.find((row.ticket, row.run, &row.path));
        let change = JournalChange::of(row)?;
        on_either!(connection, inner => diesel::update(target).set(&change).execute(inner)?);
        let cast = votes::table.filter(votes::step.eq(row.id));
        on_either!(connection, inner => diesel::update(cast).set(votes::comment.eq(None::<String>)).execute(inner)?);
    }
    Ok(())
}

/// What the entries of the log said; the entries stay.
fn erase_log(connection: &mut AnyConnection, ticket: TicketId) -> Result<(), StoreError> {
    let query = event_data::table.filter(event_data::ticket.eq(ticket)).order(event_data::seq);
    let query = query.select((event_data::seq, event_data::data, event_data::format));
    let rows: Vec<(i64, String, i32)> = on_either!(connection, inner => query.load(inner)?);
    for (seq, data, format) in rows {
        let left = erasure::data(&persisted::read(format, &data, "event_data.data")?);
        let set = (
            event_data::actor_name.eq(ERASED),
            event_data::salt.eq(vec![0u8; 16]),
            event_data::data.eq(persisted::write(&left)?),
            event_data::format.eq(persisted::FORMAT),
            event_data::origin.eq(None::<String>),
        );
        let target = event_data::table.find((ticket, seq));
        on_either!(connection, inner => diesel::update(target).set(set).execute(inner)?);
    }
    Ok(())
}

/// What was written, said and sent along.
fn erase_said(connection: &mut AnyConnection, ticket: TicketId) -> Result<(), StoreError> {
    let of_ticket = comments::table.filter(comments::ticket.eq(ticket));
    let said: Vec<CommentId> = on_either!(connection, inner => of_ticket.select(comments::id).load(inner)?);
    erase_comments(connection, &said)?;
    let of_ticket = work_entries::table.filter(work_entries::ticket.eq(ticket));
    let work: Vec<WorkId> = on_either!(connection, inner => of_ticket.select(work_entries::id).load(inner)?);
    erase_work(connection, &work)?;
    let of_ticket = || ticket_attachments::table.filter(ticket_attachments::ticket.eq(ticket));
    let files: Vec<AttachmentId> =
        on_either!(connection, inner => of_ticket().select(ticket_attachments::attachment).load(inner)?);
    on_either!(connection, inner => diesel::delete(of_ticket()).execute(inner)?);
    for file in files {
        // Long ago: what nobody uses goes after a day.
        let set = (attachments::name.eq(ERASED), attachments::at.eq(Time::new(DateTime::UNIX_EPOCH)));
        on_either!(connection, inner => diesel::update(attachments::table.find(file)).set(set).execute(inner)?);
    }
    let told = notifications::table.filter(notifications::ticket.eq(ticket));
    on_either!(connection, inner => diesel::delete(told).execute(inner)?);
    let kept = outgoing::table.filter(outgoing::ticket.eq(ticket));
    on_either!(connection, inner => diesel::delete(kept).execute(inner)?);
    let linked = ticket_links::table.filter(ticket_links::ticket.eq(ticket));
    let set = ticket_links::reason.eq(None::<String>);
    on_either!(connection, inner => diesel::update(linked).set(set).execute(inner)?);
    let applied = signals::table
        .filter(signals::target.eq(ticket).or(signals::source.eq(ticket)))
        .filter(signals::applied_at.is_not_null());
    on_either!(connection, inner => diesel::update(applied).set(signals::data.eq("{}")).execute(inner)?);
    Ok(())
}

/// Comments without their texts, those from before they were edited included.
pub(super) fn erase_comments(connection: &mut AnyConnection, ids: &[CommentId]) -> Result<(), StoreError> {
    for id in ids {
        let former = comment_texts::table.filter(comment_texts::comment.eq(*id));
        on_either!(connection, inner => diesel::delete(former).execute(inner)?);
        let set = (comments::text.eq(ERASED), comments::details.eq(None::<String>));
        on_either!(connection, inner => diesel::update(comments::table.find(*id)).set(set).execute(inner)?);
    }
    Ok(())
}

/// Work without its notes.
pub(super) fn erase_work(connection: &mut AnyConnection, ids: &[WorkId]) -> Result<(), StoreError> {
    for id in ids {
        let former = work_corrections::table.filter(work_corrections::entry.eq(*id));
        on_either!(connection, inner => diesel::delete(former).execute(inner)?);
        let set = work_entries::note.eq(ERASED);
        on_either!(connection, inner => diesel::update(work_entries::table.find(*id)).set(set).execute(inner)?);
    }
    Ok(())
}

/// Who saw it, watched it, was hit or invited.
fn erase_people(connection: &mut AnyConnection, ticket: TicketId) -> Result<(), StoreError> {
    let seen = ticket_viewers::table.filter(ticket_viewers::ticket.eq(ticket));
    on_either!(connection, inner => diesel::delete(seen).execute(inner)?);
    let watched = watchers::table.filter(watchers::ticket.eq(ticket));
    on_either!(connection, inner => diesel::delete(watched).execute(inner)?);
    let hit = ticket_affected::table.filter(ticket_affected::ticket.eq(ticket));
    on_either!(connection, inner => diesel::delete(hit).execute(inner)?);
    let asked = surveys::table.filter(surveys::ticket.eq(ticket));
    on_either!(connection, inner => diesel::delete(asked).execute(inner)?);
    let known = || appointments::table.filter(appointments::ticket.eq(ticket));
    let invited =
        appointment_people::table.filter(appointment_people::appointment.eq_any(known().select(appointments::id)));
    on_either!(connection, inner => diesel::delete(invited).execute(inner)?);
    on_either!(connection, inner => diesel::delete(known()).execute(inner)?);
    Ok(())
}
