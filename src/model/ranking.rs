//! What the matrix alone does not say of a ticket's priority: that somebody set
//! another one, and why; that it is a VIP's, who is seen on the spot.

use super::ids::UserId;
use super::policy::Policy;
use super::ticket::Ticket;
use super::time::Time;
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

/// A ticket's rank. Stored with its facts; absent parts are not written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ranking {
    /// Who set another priority than the matrix gives.
    #[serde(rename = "override", skip_serializing_if = "Option::is_none")]
    pub overridden: Option<Override>,
    /// Whether somebody goes to see whom it is for.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub on_site: bool,
}

impl Ranking {
    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Somebody set another priority than the matrix gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    /// Who.
    pub by: UserId,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Time,
    /// What the matrix gives.
    pub computed: String,
}

/// The priority that the matrix and rank give.
fn computed(policy: &Policy, ticket: &Ticket) -> String {
    policy.priority(&ticket.impact, &ticket.urgency, ticket.flags.vip)
}

/// The priority follows impact and urgency, unless somebody set another one: then
/// what it would be is kept. Gives old and new with what moved it.
pub fn follow(policy: &Policy, ticket: &mut Ticket, because: &str) -> Option<Json> {
    let now = computed(policy, ticket);
    if let Some(overridden) = &mut ticket.facts.ranking.overridden {
        overridden.computed = now;
        return None;
    }
    let said = (ticket.priority != now).then(|| json!({"from": ticket.priority, "to": now, "reason": because}));
    ticket.priority = now;
    said
}

/// Somebody sets another priority; old and new, with the reason.
pub fn set(policy: &Policy, ticket: &mut Ticket, to: &str, by: UserId, reason: &str, at: Time) -> Json {
    let computed = computed(policy, ticket);
    let said = json!({"from": ticket.priority, "to": to, "reason": reason, "computed": computed});
    ticket.facts.ranking.overridden = Some(Override { by, reason: reason.to_owned(), at, computed });
    ticket.priority = to.to_owned();
    said
}

/// The matrix decides again; old and new, which may be the same, and that what
/// somebody had set has ended.
pub fn give_back(policy: &Policy, ticket: &mut Ticket, reason: &str) -> Option<Json> {
    ticket.facts.ranking.overridden.take()?;
    let (before, now) = (ticket.priority.clone(), computed(policy, ticket));
    let mut said = json!({"from": before, "to": now, "override": "ended"});
    if let Some(said) = said.as_object_mut().filter(|_| !reason.is_empty()) {
        said.insert("reason".to_owned(), json!(reason));
    }
    ticket.priority = now;
    Some(said)
}
