//! `claim`: one of the group takes a task, or the work on the ticket, which is
//! then in their hands. Others of the group may answer all the same.

use super::on_step::{log, wanted};
use crate::desk::decide::draft::Draft;
use crate::desk::decide::ending::tell;
use crate::desk::decide::{assign, illegal};
use crate::desk::handling::Claim;
use crate::model::event::EventType;
use crate::model::ids::{GroupId, UserId};
use crate::model::journal::{JournalRow, RowKind};
use crate::model::people::User;
use crate::model::problem::Refusal;
use crate::model::status::{self, Operation, Status};
use crate::model::step_actions::held_by;
use crate::model::ticket::Ticket;
use serde_json::json;

/// Takes it; whoever of the group had it has it no more, and is told.
///
/// Of two who take it at once the second is told who has it: whoever takes it
/// over says why.
pub fn claim(draft: &mut Draft<'_>, row: &JournalRow, user: &User, wish: &Claim) -> Result<(), Refusal> {
    // The work is in the hand that the ticket is in; what an owner has only
    // accepted is for whoever of the group takes it first.
    let accepted = draft.ticket.status == Status::Accepted && draft.ticket.assignee == draft.ticket.owner;
    let hand = || draft.ticket.assignee.filter(|_| row.kind == RowKind::Work && !accepted);
    let holder = held_by(row).or_else(hand).filter(|holder| *holder != user.id);
    let holder = holder.and_then(|id| draft.world.people.user(id)).filter(|holder| holder.active);
    if let (Some(holder), None) = (holder, &wish.reason) {
        return Err(illegal(draft, format!("{} has taken it; say a reason to take it over.", holder.name)));
    }
    if let Some(error) = wish.reason.as_ref().and_then(|reason| wanted("/reason", reason)) {
        return Err(Refusal::invalid_fields(vec![error]));
    }
    assign::first_work(draft);
    // The first act may have put the work into the agent's hand already.
    let row = draft.row(row.id).cloned().ok_or_else(Refusal::not_found)?;
    let people = &draft.world.people;
    let parties = &row.arguments.parties;
    let through_group = |id: &&UserId| {
        people.user(**id).is_some_and(|user| user.groups.iter().any(|group| parties.groups.contains(group)))
    };
    let had: Vec<UserId> = parties.users.iter().filter(through_group).copied().filter(|id| *id != user.id).collect();
    let group = user.groups.iter().find(|group| parties.groups.contains(group)).copied();
    draft.change_row(row.id, |row| {
        row.arguments.parties.users.retain(|id| !had.contains(id));
        row.arguments.parties.users.insert(user.id);
        row.arguments.handling.claimed = Some(user.id);
    });
    draft.ask_anew(row.id);
    let mut said = json!({"by": user.username});
    if let (Some(said), Some(reason)) = (said.as_object_mut(), &wish.reason) {
        said.insert("reason".to_owned(), json!(reason));
    }
    log(draft, EventType::StepClaimed, &row, said);
    tell(draft, &had, "{number}: {by} has taken “{step}”.", json!({"by": user.name, "step": row.name}));
    if row.kind == RowKind::Work {
        take_ticket(draft, user, group);
    }
    Ok(())
}

/// Who takes the work has the ticket. While nobody answers for it, it stays new.
fn take_ticket(draft: &mut Draft<'_>, user: &User, group: Option<GroupId>) {
    let (before, lay) = (where_it_lies(&draft.ticket), assign::lies(draft));
    if draft.ticket.status != Status::New {
        draft.ticket.status = status::row(Operation::Assign).becomes.after(draft.ticket.status);
    }
    draft.ticket.group = draft.ticket.group.filter(|group| user.groups.contains(group)).or(group);
    draft.ticket.assignee = Some(user.id);
    draft.ticket.facts.dispatch.hand = None;
    draft.see(user.id, crate::model::ticket::Why::Handler);
    if where_it_lies(&draft.ticket) != before {
        draft.ticket.facts.dispatch.handed_back = None;
        assign::log_assigned(draft, lay, None);
    }
}

fn where_it_lies(ticket: &Ticket) -> (Status, Option<GroupId>, Option<UserId>) {
    (ticket.status, ticket.group, ticket.assignee)
}
