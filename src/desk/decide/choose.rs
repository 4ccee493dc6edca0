//! Who of a group is given the next piece of work. Who is away is given nothing;
//! of the others the load board picks one.

use crate::desk::load::{Candidate, LoadBoard};
use crate::desk::world::World;
use crate::model::ids::{GroupId, UserId};
use crate::model::journal::RowKind;
use crate::model::people::{Group, Role, User};
use crate::model::policy::{Desk, Turn};
use crate::model::sight::open_to_staff;
use crate::model::ticket::Ticket;
use crate::model::time::Time;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is to be given to somebody.
pub struct Work<'a> {
    /// On which ticket.
    pub ticket: &'a Ticket,
    /// The work on the ticket itself, or a task.
    pub kind: RowKind,
    /// When.
    pub now: Time,
}

/// One of a group, by turn, load or skills; nobody where all are away.
pub fn member(world: &World, board: &LoadBoard, group: GroupId, turn: Turn, work: &Work<'_>) -> Option<UserId> {
    let there = world.people.active_members(group).filter(|user| is_there(world, user, work));
    let candidates: Vec<Candidate> = there.map(|user| candidate(world, user, group, work)).collect();
    let capacity = world.people.group(group).and_then(|group| group.terms.capacity);
    board.choose(group, &candidates, turn, capacity)
}

/// One of a desk's agents, who answers for the ticket from now on; of a
/// confidential one only who sees it. Whoever is chosen counts on the load board
/// until the decision is over.
pub fn agent(world: &World, board: &LoadBoard, desk: &Desk, not: Option<UserId>, work: &Work<'_>) -> Option<UserId> {
    let own = |group: &&Arc<Group>| world.policy().desk_of_group(group).is_some_and(|of| of.name == desk.name);
    let groups: Vec<GroupId> = world.people.groups().filter(own).map(|group| group.id).collect();
    let mut agents = BTreeMap::new();
    for (group, user) in groups.iter().flat_map(|id| world.people.active_members(*id).map(move |user| (*id, user))) {
        let sees = open_to_staff(user, work.ticket.restricted_to);
        if user.has(Role::Agent) && Some(user.id) != not && sees && is_there(world, user, work) {
            agents.entry(user.id).or_insert_with(|| candidate(world, user, group, work));
        }
    }
    // Whoever of them has it in hand already answers for it, too.
    if let Some(holder) = work.ticket.assignee.and_then(|id| agents.remove(&id)) {
        board.add(holder.user, 1);
        return Some(holder.user);
    }
    let candidates: Vec<Candidate> = agents.into_values().collect();
    board.choose(*groups.first()?, &candidates, desk.owner.unwrap_or(Turn::RoundRobin), None)
}

fn is_there(world: &World, user: &User, work: &Work<'_>) -> bool {
    world.people.absence(user.id, work.now, &work.ticket.item, work.kind).is_none()
}

fn candidate(world: &World, user: &User, group: GroupId, work: &Work<'_>) -> Candidate {
    let group = world.people.group(group).map(Arc::as_ref);
    let first = group.and_then(|group| group.terms.priorities.get(&work.ticket.priority));
    Candidate {
        user: user.id,
        awake: world.policy().working_hours_of(user, group).is_none_or(|calendar| calendar.is_open(work.now)),
        first: first.is_some_and(|users| users.contains(&user.id)),
        fit: user.traits.fit(work.ticket),
    }
}
