//! A release that waits for a second pair of eyes, and what became of it.

use super::ids::{ProposalId, ReleaseId, UserId};
use super::time::Time;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Where a proposal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProposalState {
    /// It waits.
    Open,
    /// Somebody else approved it, and it is in force.
    Published,
    /// Somebody else said no.
    Rejected,
    /// Its author took it back.
    Withdrawn,
}

impl ProposalState {
    /// The name in the database and the API.
    pub fn as_str(self) -> &'static str {
        match self {
            ProposalState::Open => "open",
            ProposalState::Published => "published",
            ProposalState::Rejected => "rejected",
            ProposalState::Withdrawn => "withdrawn",
        }
    }
    /// The state of a name.
    pub fn parse(name: &str) -> Option<Self> {
        let all = [Self::Open, Self::Published, Self::Rejected, Self::Withdrawn];
        all.into_iter().find(|state| state.as_str() == name)
    }
}

/// What is proposed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Proposed {
    /// Texts by path; none removes a file.
    pub files: BTreeMap<String, Option<String>>,
    /// The hash of what was in force of each file when it was proposed.
    pub before: BTreeMap<String, Option<String>>,
    /// Why.
    pub note: String,
    /// Which open tickets are to go on under the new versions.
    pub migrate: Json,
}

/// A proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Its id.
    pub id: ProposalId,
    /// Proposed at.
    pub at: Time,
    /// By whom.
    pub author: UserId,
    /// What.
    pub wish: Proposed,
    /// Where it stands.
    pub state: ProposalState,
    /// Who approved, rejected or withdrew it.
    pub decided_by: Option<UserId>,
    /// When.
    pub decided_at: Option<Time>,
    /// Why it was rejected.
    pub reason: Option<String>,
    /// The release that it became.
    pub release: Option<ReleaseId>,
}

/// What becomes of an open proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The proposal.
    pub proposal: ProposalId,
    /// Where it stands from now on.
    pub state: ProposalState,
    /// By whom.
    pub by: UserId,
    /// When.
    pub at: Time,
    /// Why.
    pub reason: Option<String>,
}
