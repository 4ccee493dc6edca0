//! Proposed releases: written with the messages about them, decided once.

use super::Store;
use super::absences::tell;
use super::connection::{AnyConnection, on_either};
use super::error::StoreError;
use super::persisted;
use super::reader::Reader;
use super::schema::proposals;
use crate::model::ids::{ProposalId, ReleaseId, UserId};
use crate::model::outgoing::Told;
use crate::model::proposal::{Proposal, ProposalState, Verdict};
use crate::model::time::Time;
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = proposals, treat_none_as_default_value = false)]
struct ProposalRow {
    id: ProposalId,
    at: Time,
    author: UserId,
    wish: String,
    state: ProposalState,
    decided_by: Option<UserId>,
    decided_at: Option<Time>,
    reason: Option<String>,
    release: Option<ReleaseId>,
    format: i32,
}

impl ProposalRow {
    fn of(proposal: Proposal) -> Result<Self, StoreError> {
        Ok(Self {
            wish: persisted::write(&proposal.wish)?,
            id: proposal.id,
            at: proposal.at,
            author: proposal.author,
            state: proposal.state,
            decided_by: proposal.decided_by,
            decided_at: proposal.decided_at,
            reason: proposal.reason,
            release: proposal.release,
            format: persisted::FORMAT,
        })
    }
    fn proposal(self) -> Result<Proposal, StoreError> {
        Ok(Proposal {
            wish: persisted::read(self.format, &self.wish, "proposals.wish")?,
            id: self.id,
            at: self.at,
            author: self.author,
            state: self.state,
            decided_by: self.decided_by,
            decided_at: self.decided_at,
            reason: self.reason,
            release: self.release,
        })
    }
}

/// Decides an open proposal; false where it is not open any more.
pub(super) fn settle(
    connection: &mut AnyConnection,
    verdict: &Verdict,
    release: Option<ReleaseId>,
) -> Result<bool, StoreError> {
    let open =
        proposals::table.filter(proposals::id.eq(verdict.proposal)).filter(proposals::state.eq(ProposalState::Open));
    let set = (
        proposals::state.eq(verdict.state),
        proposals::decided_by.eq(verdict.by),
        proposals::decided_at.eq(verdict.at),
        proposals::reason.eq(&verdict.reason),
        proposals::release.eq(release),
    );
    Ok(on_either!(connection, inner => diesel::update(open).set(set).execute(inner)?) == 1)
}

impl Store {
    /// Keeps a proposal and the messages about it.
    pub fn propose(&self, proposal: Proposal, told: Vec<Told>) -> Result<(), StoreError> {
        self.write(move |connection| {
            let row = ProposalRow::of(proposal)?;
            on_either!(connection, inner => diesel::insert_into(proposals::table).values(row).execute(inner)?);
            tell(connection, &told)
        })
    }

    /// Rejects or withdraws an open proposal; false where it is not open any more.
    pub fn decide_proposal(&self, verdict: Verdict, told: Vec<Told>) -> Result<bool, StoreError> {
        self.write(move |connection| {
            let done = settle(connection, &verdict, None)?;
            if done {
                tell(connection, &told)?;
            }
            Ok(done)
        })
    }
}

impl Reader {
    /// Every proposal, the newest first.
    pub fn proposals(&mut self) -> Result<Vec<Proposal>, StoreError> {
        self.read(|connection| {
            let query = proposals::table.order(proposals::id.desc());
            let rows: Vec<ProposalRow> =
                on_either!(connection, inner => query.select(ProposalRow::as_select()).load(inner)?);
            rows.into_iter().map(ProposalRow::proposal).collect()
        })
    }

    /// One proposal.
    pub fn proposal(&mut self, id: ProposalId) -> Result<Option<Proposal>, StoreError> {
        self.read(|connection| {
            let query = proposals::table.find(id);
            let row: Option<ProposalRow> =
                on_either!(connection, inner => query.select(ProposalRow::as_select()).first(inner).optional()?);
            row.map(ProposalRow::proposal).transpose()
        })
    }
}
