//! `claim`: one of the group takes a task, or the work on the ticket, which is
//! then in their hands. Others of the group may answer all the same.

use super::on_step::log;
use crate::desk::decide::assign;
use crate::desk::decide::draft::Draft;
use crate::desk::decide::ending::tell;
use crate::model::event::EventType;
use crate::model::ids::{GroupId, UserId};
use crate::model::journal::{JournalRow, RowKind};
use crate::model::people::User;
use crate::model::status::{self, Operation, Status};
use crate::model::ticket::Ticket;
use serde_json::json;

/// Takes it; whoever of the group had it has it no more, and is told.
pub fn claim(draft: &mut Draft<'_>, row: &JournalRow, user: &User) {
    assign::first_act(draft);
    // The first act may have put the work into the agent's hand already.
    let Some(row) = draft.row(row.id).cloned() else { return };
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
    log(draft, EventType::StepClaimed, &row, json!({"by": user.username}));
    tell(draft, &had, "{number}: {by} has taken “{step}”.", json!({"by": user.name, "step": row.name}));
    if row.kind == RowKind::Work {
        take_ticket(draft, user, group);
    }
}

/// Who takes the work has the ticket. While nobody answers for it, it stays new.
fn take_ticket(draft: &mut Draft<'_>, user: &User, group: Option<GroupId>) {
    let (before, lay) = (where_it_lies(&draft.ticket), assign::lies(draft));
    if draft.ticket.status != Status::New {
        draft.ticket.status = status::row(Operation::Assign).becomes.after(draft.ticket.status);
    }
    draft.ticket.group = draft.ticket.group.filter(|group| user.groups.contains(group)).or(group);
    draft.ticket.assignee = Some(user.id);
    draft.see(user.id, crate::model::ticket::Why::Handler);
    if where_it_lies(&draft.ticket) != before {
        draft.ticket.facts.dispatch.handed_back = None;
        assign::log_assigned(draft, lay, None);
    }
}

fn where_it_lies(ticket: &Ticket) -> (Status, Option<GroupId>, Option<UserId>) {
    (ticket.status, ticket.group, ticket.assignee)
}
