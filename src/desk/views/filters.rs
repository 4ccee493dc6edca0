//! What a list of tickets is asked for, by names, and what that is by keys. Kept
//! with saved views, too: what is absent does not narrow.

use super::View;
use crate::model::ids::{GroupId, UserId};
use crate::model::journal::RowKind;
use crate::model::people::User;
use crate::model::policy::Policy;
use crate::model::problem::Refusal;
use crate::model::status::Status;
use crate::model::ticket::{ClosureCode, Kind};
use crate::model::time::Time;
use crate::store::{Filter, Sort, Words};
use serde::{Deserialize, Serialize};

/// What a list of tickets is asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "each is described where it is documented, in `TicketFilter`")]
pub struct ListQuery {
    pub status: Vec<Status>,
    pub kind: Option<Kind>,
    pub item: Option<String>,
    pub requester: Option<String>,
    pub requested_for: Option<String>,
    pub assignee: Option<String>,
    pub unassigned: Option<bool>,
    pub mine: bool,
    pub group: Vec<String>,
    pub my_groups: bool,
    pub owner: Option<String>,
    pub owner_group: Option<String>,
    pub priority: Option<String>,
    pub impact: Option<String>,
    pub urgency: Option<String>,
    pub category: Option<String>,
    pub location: Option<String>,
    pub channel: Option<String>,
    pub service: Option<String>,
    pub tag: Option<String>,
    pub closure_code: Option<ClosureCode>,
    pub vip: Option<bool>,
    pub on_hold: Option<bool>,
    pub stuck: Option<bool>,
    /// Open, and moved up or told of; or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub escalated: Option<bool>,
    pub overdue: Option<bool>,
    pub waiting_on: Option<RowKind>,
    pub waiting_for_me: bool,
    pub watched: bool,
    pub created_after: Option<Time>,
    pub created_before: Option<Time>,
    pub updated_after: Option<Time>,
    pub closed_after: Option<Time>,
    pub q: Option<String>,
    /// `created_at`, `updated_at`, `priority`, `resolve_due`, `-` for descending.
    #[serde(skip)]
    pub sort: String,
    /// 1 to 200.
    #[serde(skip)]
    pub limit: u32,
    /// Where it goes on.
    #[serde(skip)]
    pub cursor: Option<String>,
    /// Whether to count.
    #[serde(skip)]
    pub count: bool,
}

/// A name in a filter as its key; a name that nobody has matches nothing.
fn user_id(v: &View<'_>, name: &Option<String>) -> Option<UserId> {
    let nobody = UserId(uuid::Uuid::nil());
    name.as_ref().map(|name| v.world.people.by_username(name).map_or(nobody, |user| user.id))
}

fn group_id(v: &View<'_>, name: &str) -> GroupId {
    v.world.people.by_group_name(name).map_or(GroupId(uuid::Uuid::nil()), |group| group.id)
}

/// How a list is sorted.
pub(super) fn sort_of(text: &str) -> Result<Sort, Refusal> {
    Sort::parse(text).ok_or_else(|| {
        let known = "created_at, updated_at, priority, resolve_due, with - for descending";
        Refusal::invalid("/sort", "enum", format!("`{text}` is none of {known}"))
    })
}

/// The groups whose queues are asked for: both ways of naming them must agree.
fn groups_of(v: &View<'_>, user: &User, query: &ListQuery) -> Option<Vec<GroupId>> {
    let named: Vec<GroupId> = query.group.iter().map(|name| group_id(v, name)).collect();
    match (named.is_empty(), query.my_groups) {
        (true, false) => None,
        (true, true) => Some(user.groups.iter().copied().collect()),
        (false, false) => Some(named),
        (false, true) => Some(named.into_iter().filter(|group| user.groups.contains(group)).collect()),
    }
}

/// Whether somebody may ask so: who is very important is told to those whom
/// `[vip] seen_by` of the policy names.
///
/// # Errors
/// 422 with the filter that is not for them, at `pointer`, where it stands.
pub fn vip_is_for(policy: &Policy, user: &User, query: &ListQuery, pointer: &str) -> Result<(), Refusal> {
    if query.vip.is_none() || policy.sees_vips(user) {
        return Ok(());
    }
    Err(Refusal::invalid(pointer, "forbidden", "Who is a VIP is not shown to you: leave the filter out."))
}

/// The filter that a query means when `user` asks.
pub(super) fn filter_of(v: &View<'_>, user: &User, query: &ListQuery) -> Result<Filter, Refusal> {
    vip_is_for(v.world.policy(), user, query, "/vip")?;
    let assignee = user_id(v, &query.assignee);
    let nobody = UserId(uuid::Uuid::nil());
    let assignee = match (query.mine, assignee) {
        (true, Some(other)) if other != user.id => Some(nobody),
        (true, _) => Some(user.id),
        (false, assignee) => assignee,
    };
    let hats = std::iter::once(user.id).chain(user.groups.iter().map(|group| UserId(group.0)));
    Ok(Filter {
        status: query.status.clone(),
        kind: query.kind,
        requester: user_id(v, &query.requester),
        requested_for: user_id(v, &query.requested_for),
        assignee,
        unassigned: query.unassigned,
        groups: groups_of(v, user, query),
        owner: user_id(v, &query.owner),
        owner_group: query.owner_group.as_deref().map(|name| group_id(v, name)),
        words: Words {
            item: query.item.clone(),
            priority: query.priority.clone(),
            impact: query.impact.clone(),
            urgency: query.urgency.clone(),
            location: query.location.clone(),
            category: query.category.clone(),
            channel: query.channel.clone(),
            service: query.service.clone(),
            tag: query.tag.clone(),
        },
        closure_code: query.closure_code,
        vip: query.vip,
        on_hold: query.on_hold,
        stuck: query.stuck,
        escalated: query.escalated,
        overdue: query.overdue,
        waiting_on: query.waiting_on,
        waiting_for: query.waiting_for_me.then(|| hats.collect()),
        watched_by: query.watched.then_some(user.id),
        created_after: query.created_after,
        created_before: query.created_before,
        updated_after: query.updated_after,
        closed_after: query.closed_after,
        q: query.q.clone(),
        now: Some(v.now),
    })
}
