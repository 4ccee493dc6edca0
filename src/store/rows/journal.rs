//! Rows of the journal, of the people that open steps wait for, and of votes.

use crate::model::approval::{Ballot, Vote};
use crate::model::changes::Party;
use crate::model::ids::{StepId, TicketId, UserId};
use crate::model::journal::{JournalRow, Origin, Place, RowKind, RowState};
use crate::model::time::Time;
use crate::store::error::StoreError;
use crate::store::persisted;
use crate::store::schema::{journal, step_parties, votes};
use diesel::prelude::{AsChangeset, Insertable, Queryable, Selectable};
use uuid::Uuid;

/// A row of `journal`.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = journal, treat_none_as_default_value = false)]
pub(in crate::store) struct JournalStored {
    id: StepId,
    pub(in crate::store) ticket: TicketId,
    run: i32,
    path: String,
    position: i32,
    kind: RowKind,
    name: String,
    state: RowState,
    arguments: String,
    answer: Option<String>,
    origin: Origin,
    source: String,
    line: i32,
    column: i32,
    opened_at: Time,
    due_at: Option<Time>,
    settled_at: Option<Time>,
    settled_by: Option<String>,
    settled_seq: Option<i64>,
    format: i32,
}

impl JournalStored {
    pub(in crate::store) fn of(row: &JournalRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id,
            ticket: row.ticket,
            run: row.run,
            path: row.path.clone(),
            position: row.position,
            kind: row.kind,
            name: row.name.clone(),
            state: row.state,
            arguments: persisted::write(&row.arguments)?,
            answer: persisted::write_option(row.answer.as_ref())?,
            origin: row.origin,
            source: row.place.source.clone(),
            line: i32::try_from(row.place.line).unwrap_or(i32::MAX),
            column: i32::try_from(row.place.column).unwrap_or(i32::MAX),
            opened_at: row.opened_at,
            due_at: row.due_at,
            settled_at: row.settled_at,
            settled_by: persisted::write_option(row.settled_by.as_ref())?,
            settled_seq: row.settled_seq,
            format: persisted::FORMAT,
        })
    }

    /// The model's row, in the format of this build whatever it was written in.
    pub(in crate::store) fn row(self) -> Result<JournalRow, StoreError> {
        let number = |it: i32| u32::try_from(it).unwrap_or(0);
        Ok(JournalRow {
            id: self.id,
            ticket: self.ticket,
            run: self.run,
            path: self.path,
            position: self.position,
            kind: self.kind,
            name: self.name,
            state: self.state,
            arguments: persisted::read(self.format, &self.arguments, "journal.arguments")?,
            answer: persisted::read_option(self.format, self.answer.as_deref(), "journal.answer")?,
            origin: self.origin,
            place: Place { source: self.source, line: number(self.line), column: number(self.column) },
            opened_at: self.opened_at,
            due_at: self.due_at,
            settled_at: self.settled_at,
            settled_by: persisted::read_option(self.format, self.settled_by.as_deref(), "journal.settled_by")?,
            settled_seq: self.settled_seq,
            format: persisted::FORMAT,
        })
    }
}

/// What may change of a journal's row: everything but its identity and how it
/// was opened.
#[derive(AsChangeset)]
#[diesel(table_name = journal, treat_none_as_null = true)]
pub(in crate::store) struct JournalChange {
    state: RowState,
    arguments: String,
    answer: Option<String>,
    due_at: Option<Time>,
    settled_at: Option<Time>,
    settled_by: Option<String>,
    settled_seq: Option<i64>,
    format: i32,
}

impl JournalChange {
    pub(in crate::store) fn of(row: &JournalRow) -> Result<Self, StoreError> {
        let stored = JournalStored::of(row)?;
        Ok(Self {
            state: stored.state,
            arguments: stored.arguments,
            answer: stored.answer,
            due_at: stored.due_at,
            settled_at: stored.settled_at,
            settled_by: stored.settled_by,
            settled_seq: stored.settled_seq,
            format: stored.format,
        })
    }
}

/// A row of `step_parties`.
#[derive(Insertable)]
#[diesel(table_name = step_parties, treat_none_as_default_value = false)]
pub(in crate::store) struct PartyRow {
    pub(in crate::store) step: StepId,
    pub(in crate::store) party: UserId,
    is_group: bool,
    ticket: TicketId,
}

impl PartyRow {
    /// A group's id lies in the same column as a user's.
    pub(in crate::store) fn of(ticket: TicketId, step: StepId, party: Party) -> Self {
        let (id, is_group): (Uuid, bool) = match party {
            Party::User(user) => (user.0, false),
            Party::Group(group) => (group.0, true),
        };
        Self { step, party: UserId(id), is_group, ticket }
    }
}

/// A row of `votes`.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = votes, treat_none_as_default_value = false)]
pub(in crate::store) struct VoteRow {
    step: StepId,
    voter: UserId,
    on_behalf_of: Option<UserId>,
    ballot: Ballot,
    code: Option<String>,
    comment: Option<String>,
    at: Time,
}

impl VoteRow {
    pub(in crate::store) fn of(step: StepId, vote: &Vote) -> Self {
        Self {
            step,
            voter: vote.voter,
            on_behalf_of: vote.on_behalf_of,
            ballot: vote.ballot,
            code: vote.code.clone(),
            comment: vote.comment.clone(),
            at: vote.at,
        }
    }
    pub(in crate::store) fn vote(self) -> (StepId, Vote) {
        let vote = Vote {
            voter: self.voter,
            on_behalf_of: self.on_behalf_of,
            ballot: self.ballot,
            code: self.code,
            comment: self.comment,
            at: self.at,
        };
        (self.step, vote)
    }
}
