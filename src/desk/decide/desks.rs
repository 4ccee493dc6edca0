//! What the policy's desks mean for who answers for a ticket: an agent of the
//! desk where somebody else acts first, another one where the owner stays away.

use super::choose::{self, Work};
use super::draft::Draft;
use super::ending::tell;
use super::{assign, ownership};
use crate::desk::world::World;
use crate::model::ids::UserId;
use crate::model::journal::{JournalRow, RowKind};
use crate::model::people::{Role, User};
use crate::model::policy::Desk;
use crate::model::status::Status;
use crate::model::ticket::Ticket;
use serde_json::json;
use std::sync::Arc;
use uuid::Uuid;

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

/// The agent whom the desk chooses for a ticket that nobody answers for: somebody
/// else than who asked, where there is somebody else; nobody where the desk does
/// not say how to choose.
pub fn chosen(draft: &mut Draft<'_>) -> Option<Arc<User>> {
    let world = Arc::clone(&draft.world);
    let desk = home(&world, &draft.ticket).filter(|desk| desk.owner.is_some())?;
    let requester = draft.ticket.requester;
    agent(draft, desk, Some(requester)).or_else(|| agent(draft, desk, None))
}

/// Somebody acts on a new ticket before any agent does: where the desk says so,
/// one of its agents answers for it from now on. Otherwise it stays new.
pub fn acts_first(draft: &mut Draft<'_>, user: &User) {
    if user.only_reads() {
        return;
    }
    let Some(agent) = chosen(draft) else { return };
    take(draft, &agent);
    let text = "{number} “{title}”: you answer for it; {by} acted on it first.";
    tell(draft, &[agent.id], text, json!({"by": user.name}));
}

/// A ticket that ends with another before anybody took it: one of the desk's
/// agents answers for it, or the agent who resolved the other.
pub fn answered_for(draft: &mut Draft<'_>) {
    if draft.ticket.owner.is_some() || draft.ticket.status != Status::New {
        return;
    }
    let resolver = || {
        let id = Uuid::parse_str(&draft.actor.id).ok().map(UserId)?;
        draft.world.people.user(id).filter(|user| user.has(Role::Agent)).cloned()
    };
    let resolver = resolver();
    if let Some(agent) = chosen(draft).or(resolver) {
        take(draft, &agent);
    }
}

fn take(draft: &mut Draft<'_>, agent: &User) {
    let hand = draft.ticket.assignee;
    assign::take(draft, agent);
    // What lies in the queue of others is not in the agent's hand.
    if hand.is_none() && draft.ticket.group.is_some_and(|group| !agent.groups.contains(&group)) {
        draft.ticket.assignee = None;
    }
}

/// What was done by who asked for it alone is resolved: one of the desk's agents
/// answers for that, too.
pub fn at_the_end(draft: &mut Draft<'_>) {
    let by_person = |row: &JournalRow| {
        let answered = row.answer.as_ref().is_some_and(|answer| answer.by.is_some());
        matches!(row.kind, RowKind::Task | RowKind::Work) && answered
    };
    let Some(user) = draft.doer.person().cloned() else { return };
    if draft.ticket.status == Status::New && draft.ticket.owner.is_none() && draft.all_rows().any(by_person) {
        acts_first(draft, &user);
    }
}

/// Whether somebody is away for so long that the desk would not leave them the ticket.
pub fn would_relieve(draft: &Draft<'_>, user: &User) -> bool {
    let world = &draft.world;
    let Some(desk) = home(world, &draft.ticket) else { return false };
    let absence = world.people.absence(user.id, draft.now, &draft.ticket.item, RowKind::Work);
    absence.and_then(|absence| world.policy().relieved_at(desk, absence.from)).is_some_and(|at| at <= draft.now)
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
    let over = would_relieve(draft, owner);
    let left = !owner.active && (desk.owner.is_some() || desk.owner_absent_after.is_some());
    if !over && !left {
        return false;
    }
    let Some(agent) = agent(draft, desk, Some(owner.id)) else { return false };
    ownership::give_to(draft, &agent, if left { LEFT } else { AWAY });
    true
}
