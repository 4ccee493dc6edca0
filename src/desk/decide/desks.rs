//! What the policy's desks mean for who answers for a ticket: an agent of the
//! desk where somebody else acts first, another one where the owner stays away.

use super::choose::{self, Work};
use super::draft::Draft;
use super::ending::tell;
use super::{assign, ownership};
use crate::desk::world::World;
use crate::model::ids::UserId;
use crate::model::journal::RowKind;
use crate::model::people::{Role, User};
use crate::model::policy::Desk;
use crate::model::status::Status;
use crate::model::ticket::Ticket;
use serde_json::json;
use std::sync::Arc;

const LEFT: &str = "The owner has left.";
const AWAY: &str = "The owner is away for longer.";

/// The desk that a ticket belongs to: of its owner's group, of its queue, of its
/// location; where there is but one, that one.
fn home<'a>(world: &'a World, ticket: &Ticket) -> Option<&'a Desk> {
    let policy = world.policy();
    let group = |id| world.people.group(id).and_then(|group| policy.desk_of_group(group));
    let by_group = || [ticket.owner_group, ticket.group].into_iter().flatten().find_map(group);
    let at_place = || policy.desk_at(ticket.location.as_deref()?);
    let only = || policy.desks.values().next().filter(|_| policy.desks.len() == 1);
    by_group().or_else(at_place).or_else(only)
}

/// One of the desk's agents, who is there.
fn agent(draft: &mut Draft<'_>, desk: &Desk, not: Option<UserId>) -> Option<Arc<User>> {
    let work = Work { ticket: &draft.ticket, kind: RowKind::Work, now: draft.now };
    let chosen = choose::agent(&draft.world, &draft.board, desk, not, &work)?;
    draft.chose([chosen]);
    draft.world.people.user(chosen).cloned()
}

/// A handler acts on a new ticket before any agent does: where the desk says so,
/// one of its agents answers for it from now on. Otherwise it stays new.
pub fn acts_first(draft: &mut Draft<'_>, user: &User) {
    let world = Arc::clone(&draft.world);
    let Some(desk) = home(&world, &draft.ticket).filter(|desk| desk.owner.is_some()) else { return };
    if !user.has(Role::Handler) || user.only_reads() {
        return;
    }
    let Some(agent) = agent(draft, desk, None) else { return };
    assign::take(draft, &agent);
    let text = "{number} “{title}”: you answer for it; {by} acted on it first.";
    tell(draft, &[agent.id], text, json!({"by": user.name}));
}

/// An owner who has left, or is away for longer than their desk allows, hands
/// over to another agent of the desk. Says whether that happened.
pub fn relieve(draft: &mut Draft<'_>) -> bool {
    let world = Arc::clone(&draft.world);
    if draft.ticket.status == Status::Closed {
        return false;
    }
    let Some(owner) = draft.ticket.owner.and_then(|id| world.people.user(id)) else { return false };
    let Some(desk) = home(&world, &draft.ticket) else { return false };
    let policy = world.policy();
    let absence = world.people.absence(owner.id, draft.now, &draft.ticket.item, RowKind::Work);
    let over = absence.and_then(|absence| policy.relieved_at(desk, absence.from)).is_some_and(|at| at <= draft.now);
    let left = !owner.active && (desk.owner.is_some() || desk.owner_absent_after.is_some());
    if !over && !left {
        return false;
    }
    let Some(agent) = agent(draft, desk, Some(owner.id)) else { return false };
    ownership::give_to(draft, &agent, if left { LEFT } else { AWAY });
    true
}
