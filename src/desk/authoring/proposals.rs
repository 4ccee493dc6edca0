//! Four eyes: where the policy wants them, a release through the API becomes a
//! proposal. Somebody else with the right approves it: it is checked again
//! against what is in force then, and published in the same transaction.

use super::history::{FileChange, file_change};
use super::plan::rehearse_files;
use super::publish::{Publication, Wish, publish};
use super::{Plan, may_read, scope};
use crate::desk::content::{Files, hash};
use crate::desk::{Caller, Desk, unavailable};
use crate::model::ids::{ProposalId, ReleaseId, UserId};
use crate::model::outgoing::Told;
use crate::model::people::{Role, User};
use crate::model::policy::Policy;
use crate::model::problem::{Code, Fault, Refusal};
use crate::model::proposal::{Proposal, ProposalState, Proposed, Verdict};
use crate::model::time::Time;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use utoipa::ToSchema;

const LONGEST_REASON: usize = 2_000;

/// A proposed release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ProposalEntry {
    /// Its id.
    #[schema(value_type = String)]
    pub id: ProposalId,
    /// Proposed at.
    pub at: Time,
    /// By whom (a username).
    pub author: String,
    /// Why.
    pub note: String,
    /// Paths that it changes.
    pub paths: Vec<String>,
    /// Where it stands.
    pub state: ProposalState,
    /// Who approved, rejected or withdrew it.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<Time>,
    /// Why it was rejected.
    pub reason: Option<String>,
    /// The release that it became.
    #[schema(value_type = Option<String>)]
    pub release: Option<ReleaseId>,
}

/// A proposed release with what it would mean now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ProposalDetail {
    /// The proposal.
    #[serde(flatten)]
    pub entry: ProposalEntry,
    /// Files that it would change, against what is in force.
    pub changes: Vec<FileChange>,
    /// Paths that somebody else has changed since it was proposed: it cannot be approved any more.
    pub outdated: Vec<String>,
    /// What the check finds now in what would be in force.
    pub faults: Vec<Fault>,
    /// What it would mean for open tickets; none where it has faults.
    pub plan: Option<Plan>,
}

/// Body of `reject`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Rejection {
    /// Why.
    pub reason: String,
}

/// Whether changes of what is in force want a second pair of eyes.
pub(super) fn wanted(in_force: &Files, changed: &BTreeMap<String, Option<String>>) -> bool {
    let Ok(policy) = Policy::read(in_force) else { return false };
    let rules = &policy.publishing;
    rules.four_eyes
        && changed.keys().any(|path| {
            scope::with_categories(in_force, changed, path, |categories| rules.wants_four_eyes(path, categories))
        })
}

/// Keeps a release for somebody else to approve. It has passed the check.
pub(super) fn propose(
    desk: &Desk,
    author: &User,
    wish: &Wish,
    in_force: &Files,
    changed: BTreeMap<String, Option<String>>,
) -> Result<ProposalId, Refusal> {
    let id = ProposalId(desk.fresh_id());
    let before = changed.keys().map(|path| (path.clone(), in_force.get(path).map(|text| hash(text)))).collect();
    let note = wish.note.clone().unwrap_or_default();
    let paths: Vec<&str> = changed.keys().map(String::as_str).collect();
    let world = desk.world();
    let admins = world.people.users().filter(|user| user.active && user.has(Role::Admin) && user.id != author.id);
    let values = json!({"by": author.name, "paths": paths.join(", ")});
    let told = admins
        .map(|user| desk.told(user.id, "{by} proposes a release and wants a second pair of eyes: {paths}", &values));
    let told = told.collect();
    let migrate = serde_json::to_value(&wish.migrate).unwrap_or_default();
    let proposal = Proposal {
        id,
        at: desk.clock().now(),
        author: author.id,
        wish: Proposed { files: changed, before, note, migrate },
        state: ProposalState::Open,
        decided_by: None,
        decided_at: None,
        reason: None,
        release: None,
    };
    desk.store().propose(proposal, told).map_err(|error| unavailable(&error))?;
    Ok(id)
}

/// The approval of a proposal, for the transaction that publishes it: its author,
/// the verdict and who is told.
pub(super) fn approval(
    desk: &Desk,
    by: &User,
    id: ProposalId,
    paths: &[String],
) -> Result<(UserId, (Verdict, Vec<Told>)), Refusal> {
    let (proposal, _) = read(desk, id)?;
    still_open(&proposal)?;
    let values = json!({"by": by.name, "paths": paths.join(", ")});
    let told = vec![desk.told(proposal.author, "{by} published what you proposed: {paths}", &values)];
    let state = ProposalState::Published;
    let verdict = Verdict { proposal: id, state, by: by.id, at: desk.clock().now(), reason: None };
    Ok((proposal.author, (verdict, told)))
}

impl Desk {
    /// Proposed releases, the newest first.
    ///
    /// # Errors
    /// 403 for whom content is not for.
    pub async fn proposals(
        &self,
        caller: &Caller,
        state: Option<ProposalState>,
    ) -> Result<Vec<ProposalEntry>, Refusal> {
        may_read(&caller.user)?;
        let found = self.read_store(crate::store::Reader::proposals).await?;
        let wanted = found.into_iter().filter(|proposal| state.is_none_or(|state| proposal.state == state));
        Ok(wanted.map(|proposal| self.proposal_entry(&proposal)).collect())
    }

    /// One proposed release with what it would mean now.
    ///
    /// # Errors
    /// 403 for whom content is not for, 404 where there is no such proposal.
    pub async fn proposal(&self, caller: &Caller, id: ProposalId) -> Result<ProposalDetail, Refusal> {
        may_read(&caller.user)?;
        let user = caller.user.clone();
        self.aside(move |desk| {
            let (proposal, in_force) = read(desk, id)?;
            let wish = &proposal.wish;
            let change = |(path, text): (&String, &Option<String>)| {
                file_change(path, in_force.get(path).map(String::as_str), text.as_deref())
            };
            let changes = wish.files.iter().filter_map(change).collect();
            let (faults, plan) = match proposal.state {
                ProposalState::Open => match rehearse_files(desk, &user, &in_force, &wish.files)? {
                    Ok(plan) => (Vec::new(), Some(plan)),
                    Err(faults) => (faults, None),
                },
                _ => (Vec::new(), None),
            };
            let outdated = match proposal.state {
                ProposalState::Open => outdated(&proposal, &in_force),
                _ => Vec::new(),
            };
            Ok(ProposalDetail { entry: desk.proposal_entry(&proposal), changes, outdated, faults, plan })
        })
        .await
    }

    /// Publishes what somebody else proposed.
    ///
    /// # Errors
    /// 403 for its author and for whom its files are not, 404 where there is no
    /// such proposal, 409 where it is decided or somebody has changed its files
    /// since, 422 with the faults of what would be in force.
    pub async fn approve_proposal(&self, caller: &Caller, id: ProposalId) -> Result<Publication, Refusal> {
        may_read(&caller.user)?;
        let caller = caller.clone();
        self.aside(move |desk| {
            let (proposal, in_force) = read(desk, id)?;
            may_decide(desk, &caller.user, &proposal, &in_force)?;
            still_open(&proposal)?;
            let changed = outdated(&proposal, &in_force);
            if !changed.is_empty() {
                let detail = format!("Somebody has changed since: {}. Propose it anew.", changed.join(", "));
                return Err(Refusal::new(Code::ChangedSinceSeen, detail));
            }
            let Proposed { files, note, migrate, .. } = proposal.wish.clone();
            let note = format!("{note} (approved by {})", caller.user.username).trim().to_owned();
            let migrate = serde_json::from_value(migrate).unwrap_or_default();
            let wish = Wish { files, note: Some(note), migrate, approves: Some(id), ..Wish::default() };
            publish(desk, &caller, &wish)
        })
        .await
    }

    /// Rejects what somebody else proposed.
    ///
    /// # Errors
    /// 403 for its author and for whom its files are not, 404 where there is no
    /// such proposal, 409 where it is decided, 422 without a reason.
    pub async fn reject_proposal(
        &self,
        caller: &Caller,
        id: ProposalId,
        wish: Rejection,
    ) -> Result<ProposalEntry, Refusal> {
        may_read(&caller.user)?;
        let user = caller.user.clone();
        self.aside(move |desk| {
            let (proposal, in_force) = read(desk, id)?;
            may_decide(desk, &user, &proposal, &in_force)?;
            still_open(&proposal)?;
            if wish.reason.trim().is_empty() || wish.reason.chars().count() > LONGEST_REASON {
                let message = format!("Say why, in at most {LONGEST_REASON} characters.");
                return Err(Refusal::invalid("/reason", "length", message));
            }
            let values = json!({"by": user.name, "reason": wish.reason});
            let told = vec![desk.told(proposal.author, "{by} did not publish what you proposed: {reason}", &values)];
            decide(desk, &user, id, ProposalState::Rejected, Some(wish.reason), told)
        })
        .await
    }

    /// Takes back what one proposed oneself.
    ///
    /// # Errors
    /// 403 for others, 404 where there is no such proposal, 409 where it is decided.
    pub async fn withdraw_proposal(&self, caller: &Caller, id: ProposalId) -> Result<ProposalEntry, Refusal> {
        may_read(&caller.user)?;
        let user = caller.user.clone();
        self.aside(move |desk| {
            let (proposal, _) = read(desk, id)?;
            if proposal.author != user.id {
                return Err(Refusal::new(Code::Forbidden, "Only its author withdraws a proposal."));
            }
            still_open(&proposal)?;
            decide(desk, &user, id, ProposalState::Withdrawn, None, Vec::new())
        })
        .await
    }

    fn proposal_entry(&self, proposal: &Proposal) -> ProposalEntry {
        let world = self.world();
        let name = |id: UserId| world.people.user(id).map_or(id.to_string(), |user| user.username.clone());
        ProposalEntry {
            id: proposal.id,
            at: proposal.at,
            author: name(proposal.author),
            note: proposal.wish.note.clone(),
            paths: proposal.wish.files.keys().cloned().collect(),
            state: proposal.state,
            decided_by: proposal.decided_by.map(name),
            decided_at: proposal.decided_at,
            reason: proposal.reason.clone(),
            release: proposal.release,
        }
    }
}

fn read(desk: &Desk, id: ProposalId) -> Result<(Proposal, Files), Refusal> {
    let read = || {
        let mut reader = desk.store().reader()?;
        Ok::<_, crate::store::StoreError>((reader.proposal(id)?, reader.published_texts()?))
    };
    let (proposal, in_force) = read().map_err(|error| unavailable(&error))?;
    Ok((proposal.ok_or_else(Refusal::not_found)?, in_force))
}

fn may_decide(desk: &Desk, user: &User, proposal: &Proposal, in_force: &Files) -> Result<(), Refusal> {
    scope::ask(user, &desk.world(), in_force, &proposal.wish.files)?;
    match proposal.author == user.id {
        true => Err(Refusal::new(Code::Forbidden, "Somebody else decides what you proposed.")),
        false => Ok(()),
    }
}

fn still_open(proposal: &Proposal) -> Result<(), Refusal> {
    match proposal.state {
        ProposalState::Open => Ok(()),
        state => Err(Refusal::new(Code::IllegalOperation, format!("The proposal is {} already.", state.as_str()))),
    }
}

/// Paths of a proposal that are not in force any more as its author saw them.
fn outdated(proposal: &Proposal, in_force: &Files) -> Vec<String> {
    let now = |path: &String| in_force.get(path).map(|text| hash(text));
    proposal.wish.before.iter().filter(|(path, before)| now(path) != **before).map(|(path, _)| path.clone()).collect()
}

fn decide(
    desk: &Desk,
    user: &User,
    proposal: ProposalId,
    state: ProposalState,
    reason: Option<String>,
    told: Vec<Told>,
) -> Result<ProposalEntry, Refusal> {
    let verdict = Verdict { proposal, state, by: user.id, at: desk.clock().now(), reason };
    let done = desk.store().decide_proposal(verdict, told).map_err(|error| unavailable(&error))?;
    let (proposal, _) = read(desk, proposal)?;
    if !done {
        still_open(&proposal)?;
    }
    Ok(desk.proposal_entry(&proposal))
}
