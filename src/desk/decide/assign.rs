//! Acceptance and assignment: who answers for a ticket, and who works on it.

use super::draft::Draft;
use super::ending::tell;
use super::submit::{LONGEST_REASON, too_long};
use super::{desks, illegal, permit};
use crate::desk::command::{Assign, Doer};
use crate::desk::world::World;
use crate::model::event::EventType;
use crate::model::ids::{GroupId, StepId, UserId};
use crate::model::journal::{JournalRow, RowKind};
use crate::model::people::{Parties, Role, User};
use crate::model::policy::Responds;
use crate::model::problem::Refusal;
use crate::model::status::{Operation, Status, row};
use crate::model::ticket::{Ticket, Why};
use serde_json::{Value as Json, json};

/// `accept`: an agent takes the ticket and answers for it.
pub fn accept(draft: &mut Draft<'_>) -> Result<(), Refusal> {
    permit(draft, Operation::Accept)?;
    if let Some(user) = draft.doer.person().cloned() {
        take(draft, &user);
    }
    Ok(())
}

/// The agent becomes the owner, and the assignee where nobody is; the response
/// clock stops.
pub fn take(draft: &mut Draft<'_>, agent: &User) {
    draft.ticket.status = row(Operation::Accept).becomes.after(draft.ticket.status);
    draft.ticket.accepted_at = Some(draft.now);
    draft.ticket.escalation_level = 0;
    draft.ticket.facts.dispatch.passed_on = 0;
    if draft.ticket.owner.is_none() {
        draft.ticket.owner = Some(agent.id);
        draft.ticket.owner_group = desk_group(draft, agent);
    }
    if draft.ticket.group.is_none() {
        draft.ticket.group = draft.ticket.owner_group;
    }
    if draft.ticket.assignee.is_none() {
        draft.ticket.assignee = Some(agent.id);
    }
    draft.see(agent.id, Why::Handler);
    responded(draft, Responds::Accepted);
    let group = draft.ticket.group.and_then(|id| draft.world.group_name(id));
    draft.log(EventType::TicketAccepted, json!({"owner": agent.username, "group": group}));
}

/// The agent's group of the first line; the ticket's group where the agent is a
/// member of it.
pub fn desk_group(draft: &Draft<'_>, agent: &User) -> Option<GroupId> {
    let queue = draft.ticket.group.filter(|group| agent.groups.contains(group));
    let groups = || agent.groups.iter().filter_map(|id| draft.world.people.group(*id));
    queue.or_else(|| groups().find(|group| group.line == 1).or_else(|| groups().next()).map(|group| group.id))
}

/// An agent's first act on a new ticket accepts it (design.md section 5).
pub fn first_act(draft: &mut Draft<'_>) {
    let Doer::Person { user, .. } = draft.doer.clone() else { return };
    let handles = user.has(Role::Handler);
    acts(draft, &user, handles);
}

/// Whoever takes or does a piece of the work acts on the ticket, whatever their
/// role: work is asked of groups that are no staff, too.
pub fn first_work(draft: &mut Draft<'_>) {
    let Doer::Person { user, .. } = draft.doer.clone() else { return };
    acts(draft, &user, true);
}

fn acts(draft: &mut Draft<'_>, user: &User, handles: bool) {
    if draft.ticket.status != Status::New || own(draft, user) || draft.ticket.flags.cancelling {
        return;
    }
    match user.has(Role::Agent) {
        true => take(draft, user),
        false if handles => desks::acts_first(draft, user),
        false => {}
    }
}

/// Whether the ticket is their own; what somebody registers for a contact is not.
fn own(draft: &Draft<'_>, user: &User) -> bool {
    let asked = [draft.ticket.requester, draft.ticket.requested_for].contains(&user.id);
    asked && draft.ticket.facts.contact.is_none()
}

/// A piece of work was done by somebody whose it was: it was in their hand.
pub fn worked(draft: &mut Draft<'_>, row: &JournalRow, user: &User) {
    if row.arguments.parties.include(user) && !own(draft, user) {
        draft.ticket.facts.dispatch.hand = Some(user.id);
    }
}

/// Stops the response clock where this is what the service level waits for.
pub fn responded(draft: &mut Draft<'_>, by: Responds) {
    let now = draft.now;
    let waits_for = draft.ticket.sla.as_ref().map(|sla| {
        let level = draft.policy().level(&sla.name, draft.ticket.created_at.utc().date_naive());
        level.map_or(Responds::Accepted, |level| level.responds)
    });
    if waits_for == Some(by)
        && let Some(sla) = draft.ticket.sla.as_mut()
    {
        sla.responded_at.get_or_insert(now);
    }
}

/// `assign`: to a group, to a handler, or both.
pub fn assign(draft: &mut Draft<'_>, wish: &Assign) -> Result<(), Refusal> {
    permit(draft, Operation::Assign)?;
    not_taken(draft, wish)?;
    if let Some(error) = wish.reason.as_ref().and_then(|text| too_long("/reason", text, LONGEST_REASON)) {
        return Err(Refusal::invalid_fields(vec![error]));
    }
    let world = std::sync::Arc::clone(&draft.world);
    let group = match &wish.group {
        Some(name) => Some(
            world
                .people
                .by_group_name(name)
                .ok_or_else(|| Refusal::invalid("/group", "unknown", format!("There is no group `{name}`.")))?,
        ),
        None => None,
    };
    let assignee = match &wish.assignee {
        Some(name) => Some(
            world
                .people
                .by_username(name)
                .filter(|user| user.active && user.is_staff() && !user.only_reads())
                .ok_or_else(|| {
                    Refusal::invalid("/assignee", "unknown", format!("`{name}` is nobody who handles tickets."))
                })?,
        ),
        None => None,
    };
    if group.is_none() && assignee.is_none() {
        return Err(Refusal::invalid("/group", "required", "Name a group, an assignee, or both."));
    }
    let in_group = group.map(|group| group.id).or(draft.ticket.group);
    if let (Some(user), Some(group)) = (assignee, in_group)
        && wish.group.is_some()
        && !user.groups.contains(&group)
    {
        return Err(Refusal::invalid("/assignee", "not_a_member", format!("{} is not in that group.", user.name)));
    }
    if group.is_some_and(|group| world.people.active_members(group.id).next().is_none()) {
        return Err(Refusal::invalid("/group", "nobody", "Nobody of that group could work on it."));
    }
    let lay = lies(draft);
    draft.ticket.status = row(Operation::Assign).becomes.after(draft.ticket.status);
    let own_group = assignee.and_then(|user| support_group(draft, user));
    let stays = draft.ticket.group.filter(|group| assignee.is_some_and(|user| user.groups.contains(group)));
    place(draft, group.map(|group| group.id).or(stays).or(own_group), assignee.map(|user| user.id));
    log_assigned(draft, lay, wish.reason.as_deref());
    tell_assigned(draft, wish.reason.as_deref());
    Ok(())
}

/// The group of a handler that a ticket goes to with them: of the lowest line.
pub fn support_group(draft: &Draft<'_>, user: &User) -> Option<GroupId> {
    let groups = user.groups.iter().filter_map(|id| draft.world.people.group(*id));
    let first = groups.min_by_key(|group| (group.line == 0, group.line, group.name.clone()));
    first.map(|group| group.id)
}

/// Who has it in hand now is told by whom.
fn tell_assigned(draft: &mut Draft<'_>, reason: Option<&str>) {
    let (Some(user), Some(by)) = (draft.ticket.assignee, draft.doer.person().map(|user| user.name.clone())) else {
        return;
    };
    let values = json!({"by": by, "reason": reason.unwrap_or_default()});
    let text = match reason {
        Some(_) => "{number} “{title}” is yours now, from {by}: {reason}",
        None => "{number} “{title}” is yours now, from {by}.",
    };
    tell(draft, &[user], text, values);
}

/// Of two who take a ticket at once the second is told who has it: whoever takes
/// it out of a hand says why.
fn not_taken(draft: &Draft<'_>, wish: &Assign) -> Result<(), Refusal> {
    let doer = draft.doer.person().filter(|user| wish.assignee.as_ref() == Some(&user.username));
    let Some(user) = doer.filter(|_| wish.reason.is_none()) else { return Ok(()) };
    let holder = draft.ticket.assignee.filter(|holder| *holder != user.id);
    let holder = holder.and_then(|holder| draft.world.people.user(holder)).filter(|holder| holder.active);
    match holder {
        Some(holder) => Err(illegal(draft, format!("{} has it; say a reason to take it over.", holder.name))),
        None => Ok(()),
    }
}

/// Who is to work on what is closed to others sees it from now on, as by a step.
fn let_in(draft: &mut Draft<'_>, group: Option<GroupId>) {
    let Some(group) = group.filter(|group| draft.ticket.restricted_to.is_some_and(|own| own != *group)) else { return };
    let members: Vec<UserId> = draft.world.people.active_members(group).map(|user| user.id).collect();
    for member in members {
        draft.see(member, Why::Handler);
    }
}

/// Puts the ticket into a queue and, perhaps, into a hand. A group without a
/// handler takes it out of the former hand.
pub fn place(draft: &mut Draft<'_>, group: Option<GroupId>, assignee: Option<UserId>) {
    if let Some(group) = group {
        draft.ticket.group = Some(group);
    }
    draft.ticket.assignee = assignee;
    draft.ticket.facts.dispatch.handed_back = None;
    draft.ticket.facts.dispatch.hand = None;
    if let Some(user) = assignee {
        draft.see(user, Why::Handler);
    }
    let_in(draft, group);
    move_work(draft);
}

/// The open work goes where the ticket goes; where several are open, each stays
/// with whom it was given to.
pub fn move_work(draft: &mut Draft<'_>) {
    let open: Vec<StepId> = draft.open_steps().filter(|row| row.kind == RowKind::Work).map(|row| row.id).collect();
    let [work] = open.as_slice() else { return };
    let parties = Parties {
        users: draft.ticket.assignee.into_iter().collect(),
        groups: draft.ticket.group.into_iter().collect(),
    };
    draft.change_row(*work, |row| row.arguments.parties = parties);
    draft.ask_anew(*work);
}

/// In which queue and in whose hand the ticket lies, by name.
pub fn lies(draft: &Draft<'_>) -> Json {
    lies_with(&draft.world, &draft.ticket)
}

/// The same of a ticket that is no draft yet.
pub fn lies_with(world: &World, ticket: &Ticket) -> Json {
    let assignee = ticket.assignee.and_then(|id| world.people.user(id)).map(|user| user.username.clone());
    json!({"group": ticket.group.and_then(|id| world.group_name(id)), "assignee": assignee})
}

/// Logs where the ticket lies now, and where it lay before.
pub fn log_assigned(draft: &mut Draft<'_>, lay: Json, reason: Option<&str>) {
    let mut data = lies(draft);
    if let Some(map) = data.as_object_mut() {
        map.insert("from".to_owned(), lay);
        map.extend(reason.map(|reason| ("reason".to_owned(), json!(reason))));
    }
    draft.log(EventType::TicketAssigned, data);
}
