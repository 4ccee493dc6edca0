//! How much work lies with a group and with each of its members.

use super::View;
use crate::desk::unavailable;
use crate::model::access::Right;
use crate::model::ids::UserId;
use crate::model::people::User;
use crate::model::problem::Refusal;
use crate::model::time::Time;
use crate::model::view::Sight;
use crate::store::StoreError;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

/// How much work lies with somebody; what the caller may not see is not counted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PersonLoad {
    /// Username.
    pub username: String,
    /// Name.
    pub name: String,
    /// Open tickets in their hand.
    pub tickets: i64,
    /// The same by priority.
    pub by_priority: BTreeMap<String, i64>,
    /// Open steps that ask them by name.
    pub steps: i64,
    /// How many more tickets they are given before others are; absent where the group sets no bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<i64>,
    /// Tickets that they answer for; not in a group's load.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owned: Option<i64>,
    /// Until when they are away, where they are.
    pub absent_until: Option<Time>,
    /// Whether it is their working time.
    pub awake: bool,
}

/// How much work lies with a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GroupLoad {
    /// The group.
    pub group: String,
    /// Open tickets in its queue.
    pub tickets: i64,
    /// Those in nobody's hand.
    pub unassigned: i64,
    /// Those past the time to be resolved by.
    pub overdue: i64,
    /// Open tickets by priority.
    pub by_priority: BTreeMap<String, i64>,
    /// So many open tickets one member has in hand before others are given the next.
    pub capacity: Option<u32>,
    /// Its active members, by username.
    pub members: Vec<PersonLoad>,
}

/// The load of a group.
///
/// # Errors
/// 404 where there is none, or the caller is no staff.
pub fn group_load(v: &mut View<'_>, user: &User, name: &str) -> Result<GroupLoad, Refusal> {
    let group = v.world.people.by_group_name(name).filter(|_| Right::SeeGroups.is_of(user)).cloned();
    let group = group.ok_or_else(Refusal::not_found)?;
    let members: Vec<UserId> = v.world.people.active_members(group.id).map(|user| user.id).collect();
    let sight = Sight::of(user);
    let failed = |error: StoreError| unavailable(&error);
    let queue = v.reader.in_queue(group.id, &sight).map_err(failed)?;
    let overdue = v.reader.late_in_queue(group.id, v.now, &sight).map_err(failed)?;
    let mut by_priority: BTreeMap<String, i64> = BTreeMap::new();
    for (_, priority, count) in &queue {
        *by_priority.entry(priority.clone()).or_default() += count;
    }
    let mut loads = loads(v, &members, &sight)?;
    for load in &mut loads {
        load.room = group.terms.capacity.map(|capacity| (i64::from(capacity) - load.tickets).max(0));
    }
    Ok(GroupLoad {
        group: group.name.clone(),
        tickets: queue.iter().map(|(.., count)| count).sum(),
        unassigned: queue.iter().filter(|(hand, ..)| hand.is_none()).map(|(.., count)| count).sum(),
        overdue,
        by_priority,
        capacity: group.terms.capacity,
        members: loads,
    })
}

/// The load of a person.
///
/// # Errors
/// 404 where there is none, or the caller is no staff and not that person.
pub fn user_load(v: &mut View<'_>, user: &User, username: &str) -> Result<PersonLoad, Refusal> {
    let may = |of: &&std::sync::Arc<User>| Right::SeeGroups.is_of(user) || of.id == user.id;
    let of = v.world.people.by_username(username).filter(may).map(|of| of.id).ok_or_else(Refusal::not_found)?;
    let sight = Sight::of(user);
    let owned = v.reader.answered_for(of, &sight).map_err(|error| unavailable(&error))?;
    let load = loads(v, &[of], &sight)?.pop().ok_or_else(Refusal::not_found)?;
    Ok(PersonLoad { owned: Some(owned), ..load })
}

fn loads(v: &mut View<'_>, users: &[UserId], sight: &Sight) -> Result<Vec<PersonLoad>, Refusal> {
    let failed = |error: StoreError| unavailable(&error);
    let steps = v.reader.steps_asked_of(users, sight).map_err(failed)?;
    let mut hands: BTreeMap<UserId, BTreeMap<String, i64>> = BTreeMap::new();
    for (user, priority, count) in v.reader.in_hand(users, sight).map_err(failed)? {
        hands.entry(user).or_default().insert(priority, count);
    }
    let (people, policy, now) = (&v.world.people, v.world.policy(), v.now);
    let load = |user: &User| {
        let by_priority = hands.get(&user.id).cloned().unwrap_or_default();
        let calendar = policy.working_hours_of(user, None);
        PersonLoad {
            username: user.username.clone(),
            name: user.name.clone(),
            tickets: by_priority.values().sum(),
            by_priority,
            steps: steps.get(&user.id).copied().unwrap_or(0),
            room: None,
            owned: None,
            absent_until: people.next_absence(user.id, now).filter(|absence| absence.lasts(now)).map(|away| away.to),
            awake: calendar.is_none_or(|calendar| calendar.is_open(now)),
        }
    };
    let wanted: BTreeSet<UserId> = users.iter().copied().collect();
    Ok(people.users().filter(|user| wanted.contains(&user.id)).map(|user| load(user)).collect())
}
