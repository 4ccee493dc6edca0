//! The statements of one batch, inside a transaction that somebody else began
//! and will end. The guards come first: whoever is refused by theirs has
//! written nothing. Then every table once, for all that were not refused.

use super::prepared::Prepared;
use crate::model::changes::{CommandRow, Guard};
use crate::model::ticket::Why;
use crate::store::connection::{AnyConnection, on_either};
use crate::store::error::StoreError;
use crate::store::rows::{CommandStored, TicketRow};
use crate::store::schema::{
    appointment_people, appointments, awaited, change_touches, change_windows, commands, comment_texts, comments,
    deliveries, escalated, event_data, events, journal, known_tickets, notifications, outgoing, signals, step_parties,
    submissions, surveys, ticket_affected, ticket_attachments, ticket_links, ticket_marks, ticket_viewers, tickets,
    timers, votes, watchers, work_corrections, work_entries,
};
use crate::store::surveys::{SurveyRow, forget_former};
use diesel::dsl::{exists, not};
use diesel::prelude::*;

/// How the guard of one command answered.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::store) enum Guarded {
    /// It holds; the rest was written.
    Written,
    /// The command was carried out before.
    Duplicate(CommandRow),
    /// The ticket has another version.
    Stale,
}

/// Rows in one statement: PostgreSQL takes 65,535 values, no table has 64 columns.
const ROWS_PER_STATEMENT: usize = 1_000;

/// Inserts rows. SQLite is fastest with a prepared statement per table run row
/// by row, PostgreSQL with one statement for all rows.
macro_rules! insert_all {
    ($connection:expr, $table:expr, $rows:expr $(, $conflict:ident)?) => {
        match $connection {
            AnyConnection::Sqlite(inner) => {
                for row in $rows {
                    diesel::insert_into($table).values(row)$(.$conflict())?.execute(inner)?;
                }
            }
            AnyConnection::Postgres(inner) => {
                let rows: Vec<_> = $rows.collect();
                for rows in rows.chunks(ROWS_PER_STATEMENT) {
                    diesel::insert_into($table).values(rows.to_vec())$(.$conflict())?.execute(inner)?;
                }
            }
        }
    };
}

/// Writes a batch in which no ticket comes twice.
pub(in crate::store) fn write(connection: &mut AnyConnection, batch: &[&Prepared]) -> Result<Vec<Guarded>, StoreError> {
    let mut answers = Vec::with_capacity(batch.len());
    let mut accepted = Vec::with_capacity(batch.len());
    for prepared in batch {
        let answer = guard(connection, prepared)?;
        if answer == Guarded::Written {
            accepted.push(*prepared);
        }
        answers.push(answer);
    }
    take_away(connection, &accepted)?;
    insert_new(connection, &accepted)?;
    change(connection, &accepted)?;
    Ok(answers)
}

/// The statement that refuses or lets pass: the new command's row for a new
/// ticket, the versioned update for one that exists.
fn guard(connection: &mut AnyConnection, prepared: &Prepared) -> Result<Guarded, StoreError> {
    let passed = match prepared.guard {
        Guard::New => on_either!(connection, inner => diesel::insert_into(commands::table)
            .values(&prepared.command)
            .on_conflict_do_nothing()
            .execute(inner)?),
        Guard::Version(version) => {
            let updated = update_ticket(connection, &prepared.ticket_row, version, &prepared.command_id)?;
            if updated == 1 {
                on_either!(connection, inner => diesel::insert_into(commands::table)
                    .values(&prepared.command)
                    .execute(inner)?);
            }
            updated
        }
    };
    if passed == 1 {
        return Ok(Guarded::Written);
    }
    Ok(command(connection, &prepared.command_id)?.map_or(Guarded::Stale, Guarded::Duplicate))
}

fn update_ticket(
    connection: &mut AnyConnection,
    row: &TicketRow,
    version: i64,
    command_id: &str,
) -> Result<usize, StoreError> {
    let known = commands::table.filter(commands::id.eq(command_id));
    Ok(on_either!(connection, inner => diesel::update(tickets::table)
        .filter(tickets::id.eq(row.id))
        .filter(tickets::version.eq(version))
        .filter(not(exists(known)))
        .set(row)
        .execute(inner)?))
}

/// The row of a command that was carried out.
pub(in crate::store) fn command(
    connection: &mut AnyConnection,
    command_id: &str,
) -> Result<Option<CommandRow>, StoreError> {
    let found: Option<CommandStored> = on_either!(connection, inner => commands::table
        .find(command_id)
        .select(CommandStored::as_select())
        .first(inner)
        .optional()?);
    found.map(CommandStored::command).transpose()
}

/// What goes, before what comes: a step may be asked of others, a timer set anew.
fn take_away(connection: &mut AnyConnection, accepted: &[&Prepared]) -> Result<(), StoreError> {
    for prepared in accepted {
        for step in &prepared.parties_gone {
            let gone = step_parties::table.filter(step_parties::step.eq(step));
            on_either!(connection, inner => diesel::delete(gone).execute(inner)?);
        }
        for vote in &prepared.votes_gone {
            let gone = votes::table.find(*vote);
            on_either!(connection, inner => diesel::delete(gone).execute(inner)?);
        }
        if prepared.escalated_gone {
            let gone = escalated::table.find(prepared.ticket);
            on_either!(connection, inner => diesel::delete(gone).execute(inner)?);
        }
        if prepared.awaited.is_some() {
            let gone = awaited::table.filter(awaited::ticket.eq(prepared.ticket));
            on_either!(connection, inner => diesel::delete(gone).execute(inner)?);
        }
        for delivery in &prepared.deliveries_gone {
            let gone = deliveries::table.find(delivery);
            on_either!(connection, inner => diesel::delete(gone).execute(inner)?);
        }
        forget_watchers(connection, prepared)?;
        if prepared.marks_gone {
            let gone = ticket_marks::table.filter(ticket_marks::ticket.eq(prepared.ticket));
            on_either!(connection, inner => diesel::delete(gone).execute(inner)?);
        }
        for why in &prepared.whys_gone {
            let of_ticket = ticket_viewers::table.filter(ticket_viewers::ticket.eq(prepared.ticket));
            let gone = of_ticket.filter(ticket_viewers::why.eq(*why));
            on_either!(connection, inner => diesel::delete(gone).execute(inner)?);
        }
        for key in &prepared.timers_gone {
            take_timers(connection, prepared, key)?;
        }
        take_relations(connection, prepared)?;
        take_appointments(connection, prepared)?;
        // A timer of the same key is replaced; SQLite would prepare an upsert anew each time.
        if prepared.guard != Guard::New {
            for timer in &prepared.timers {
                take_timers(connection, prepared, &timer.key)?;
            }
        }
    }
    Ok(())
}

/// Who watches no more; what they saw by watching alone they see no more.
fn forget_watchers(connection: &mut AnyConnection, prepared: &Prepared) -> Result<(), StoreError> {
    for user in &prepared.watchers_gone {
        let gone = watchers::table.find((*user, prepared.ticket));
        on_either!(connection, inner => diesel::delete(gone).execute(inner)?);
    }
    for user in &prepared.viewers_gone {
        let gone = ticket_viewers::table
            .filter(ticket_viewers::ticket.eq(prepared.ticket))
            .filter(ticket_viewers::viewer.eq(*user))
            .filter(ticket_viewers::why.eq(Why::Watcher));
        on_either!(connection, inner => diesel::delete(gone).execute(inner)?);
    }
    Ok(())
}

/// Links that are no more, and what of a ticket is written anew.
fn take_relations(connection: &mut AnyConnection, prepared: &Prepared) -> Result<(), StoreError> {
    let rows = &prepared.relations;
    for link in &rows.links_gone {
        let gone = ticket_links::table.find((link.ticket, &link.kind, link.to_number, &link.name));
        on_either!(connection, inner => diesel::delete(gone).execute(inner)?);
    }
    if rows.slot_anew {
        let window = change_windows::table.find(prepared.ticket);
        on_either!(connection, inner => diesel::delete(window).execute(inner)?);
        let touches = change_touches::table.filter(change_touches::ticket.eq(prepared.ticket));
        on_either!(connection, inner => diesel::delete(touches).execute(inner)?);
    }
    if rows.known_anew {
        let known = known_tickets::table.find(prepared.ticket);
        on_either!(connection, inner => diesel::delete(known).execute(inner)?);
    }
    Ok(())
}

/// What of appointments is written anew.
fn take_appointments(connection: &mut AnyConnection, prepared: &Prepared) -> Result<(), StoreError> {
    for row in &prepared.appointments {
        let invited = appointment_people::table.filter(appointment_people::appointment.eq(row.id));
        on_either!(connection, inner => diesel::delete(invited).execute(inner)?);
        on_either!(connection, inner => diesel::delete(appointments::table.find(row.id)).execute(inner)?);
    }
    Ok(())
}

/// One timer, or all whose keys begin so: `0` is the character after `/`.
fn take_timers(connection: &mut AnyConnection, prepared: &Prepared, key: &str) -> Result<(), StoreError> {
    let of_ticket = timers::ticket.eq(prepared.ticket);
    match key.strip_suffix('/') {
        None => {
            let gone = timers::table.filter(of_ticket).filter(timers::key.eq(key));
            on_either!(connection, inner => diesel::delete(gone).execute(inner)?);
        }
        Some(stem) => {
            let after = format!("{stem}0");
            let gone = timers::table.filter(of_ticket).filter(timers::key.ge(key)).filter(timers::key.lt(after));
            on_either!(connection, inner => diesel::delete(gone).execute(inner)?);
        }
    }
    Ok(())
}

/// Every table once, parents before children.
fn insert_new(connection: &mut AnyConnection, accepted: &[&Prepared]) -> Result<(), StoreError> {
    let new = accepted.iter().filter(|prepared| prepared.guard == Guard::New);
    insert_all!(connection, tickets::table, new.map(|prepared| &prepared.ticket_row));
    insert_all!(connection, ticket_marks::table, accepted.iter().flat_map(|it| &it.marks), on_conflict_do_nothing);
    insert_all!(connection, submissions::table, accepted.iter().filter_map(|it| it.submission.as_ref()));
    insert_all!(connection, journal::table, accepted.iter().flat_map(|it| &it.journal_new));
    insert_all!(connection, step_parties::table, accepted.iter().flat_map(|it| &it.parties), on_conflict_do_nothing);
    insert_all!(connection, votes::table, accepted.iter().flat_map(|it| &it.votes));
    insert_all!(connection, events::table, accepted.iter().flat_map(|it| &it.events));
    insert_all!(connection, event_data::table, accepted.iter().flat_map(|it| &it.event_data));
    insert_all!(connection, ticket_viewers::table, accepted.iter().flat_map(|it| &it.viewers), on_conflict_do_nothing);
    insert_all!(
        connection,
        escalated::table,
        accepted.iter().filter_map(|it| it.escalated.as_ref()),
        on_conflict_do_nothing
    );
    insert_all!(connection, awaited::table, accepted.iter().flat_map(|it| it.awaited.iter().flatten()));
    insert_all!(connection, comments::table, accepted.iter().flat_map(|it| &it.comments));
    insert_all!(connection, ticket_attachments::table, accepted.iter().flat_map(|it| &it.attachments));
    insert_all!(connection, comment_texts::table, accepted.iter().flat_map(|it| &it.former_texts));
    insert_all!(connection, watchers::table, accepted.iter().flat_map(|it| &it.watchers), on_conflict_do_nothing);
    insert_all!(connection, notifications::table, accepted.iter().flat_map(|it| &it.notifications));
    insert_all!(connection, outgoing::table, accepted.iter().flat_map(|it| &it.kept_back), on_conflict_do_nothing);
    insert_all!(connection, deliveries::table, accepted.iter().flat_map(|it| &it.deliveries));
    let asked: Vec<&SurveyRow> = accepted.iter().flat_map(|it| &it.surveys).collect();
    forget_former(connection, &asked)?;
    insert_all!(connection, surveys::table, accepted.iter().flat_map(|it| &it.surveys));
    insert_all!(connection, signals::table, accepted.iter().flat_map(|it| &it.signals));
    let relations = || accepted.iter().map(|prepared| &prepared.relations);
    insert_all!(connection, ticket_links::table, relations().flat_map(|it| &it.links), on_conflict_do_nothing);
    insert_all!(connection, change_windows::table, relations().filter_map(|it| it.window.as_ref()));
    insert_all!(connection, change_touches::table, relations().flat_map(|it| &it.touches));
    insert_all!(connection, known_tickets::table, relations().filter_map(|it| it.known.as_ref()));
    insert_all!(connection, ticket_affected::table, relations().flat_map(|it| &it.affected), on_conflict_do_nothing);
    insert_all!(connection, work_entries::table, accepted.iter().flat_map(|it| &it.work));
    insert_all!(connection, work_corrections::table, accepted.iter().flat_map(|it| &it.former_work));
    insert_all!(connection, appointments::table, accepted.iter().flat_map(|it| &it.appointments));
    insert_all!(connection, appointment_people::table, accepted.iter().flat_map(|it| &it.invited));
    insert_all!(connection, timers::table, accepted.iter().flat_map(|it| &it.timers));
    Ok(())
}

/// Rows of the journal that were settled or moved up, and comments and work that were edited.
fn change(connection: &mut AnyConnection, accepted: &[&Prepared]) -> Result<(), StoreError> {
    for (key, row) in accepted.iter().flat_map(|prepared| &prepared.journal_changed) {
        let target = journal::table.find((key.ticket, key.run, &key.path));
        let changed = on_either!(connection, inner => diesel::update(target).set(row).execute(inner)?);
        if changed != 1 {
            return Err(StoreError::Constraint { name: "journal".to_owned() });
        }
    }
    for (id, row) in accepted.iter().flat_map(|prepared| &prepared.comments_changed) {
        let target = comments::table.find(*id);
        on_either!(connection, inner => diesel::update(target).set(row).execute(inner)?);
    }
    for (id, row) in accepted.iter().flat_map(|prepared| &prepared.work_changed) {
        let target = work_entries::table.find(*id);
        on_either!(connection, inner => diesel::update(target).set(row).execute(inner)?);
    }
    Ok(())
}
