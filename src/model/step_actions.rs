//! What people may do to a step: by whom, and while it stands how. The desk
//! decides by it, and the `actions` of a step are read from it. What may be done
//! to a ticket is in `status`.

use super::approval::Vote;
use super::ids::UserId;
use super::journal::{JournalRow, RowKind, RowState, WENT_WRONG};
use super::people::{Role, User};
use super::status::{self, Operation};
use super::ticket::Ticket;

/// What may be done to a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepOperation {
    /// It is answered.
    Answer,
    /// One of the group that is asked takes it.
    Claim,
    /// Who has it gives it back.
    Return,
    /// Who is asked hands it on to somebody else.
    Transfer,
    /// Who voted takes the vote back.
    Withdraw,
    /// Somebody else must sign as well.
    Add,
    /// An opinion is asked for.
    Consult,
    /// Those who are silent are reminded.
    Urge,
    /// What was done is to be done again.
    Reopen,
}

impl StepOperation {
    /// Every one, in the order of `actions`.
    pub const ALL: [StepOperation; 9] = [
        StepOperation::Answer,
        StepOperation::Claim,
        StepOperation::Return,
        StepOperation::Transfer,
        StepOperation::Withdraw,
        StepOperation::Add,
        StepOperation::Consult,
        StepOperation::Urge,
        StepOperation::Reopen,
    ];
    /// The name in the path, in `actions` and in `allowed`.
    pub fn as_str(self) -> &'static str {
        match self {
            StepOperation::Answer => "answer",
            StepOperation::Claim => "claim",
            StepOperation::Return => "return",
            StepOperation::Transfer => "transfer",
            StepOperation::Withdraw => "withdraw",
            StepOperation::Add => "add",
            StepOperation::Consult => "consult",
            StepOperation::Urge => "urge",
            StepOperation::Reopen => "reopen",
        }
    }
}

impl StepOperation {
    /// What somebody does, after "you may": for the sentences of refusals.
    pub fn deed(self) -> &'static str {
        match self {
            StepOperation::Answer => "answer this step",
            StepOperation::Claim => "take this step",
            StepOperation::Return => "hand this step back",
            StepOperation::Transfer => "hand this step on",
            StepOperation::Withdraw => "take a vote on this step back",
            StepOperation::Add => "let somebody else sign this step",
            StepOperation::Consult => "ask for an opinion on this step",
            StepOperation::Urge => "urge anybody at this step",
            StepOperation::Reopen => "have this step done again",
        }
    }
}

/// Who of those who are asked has taken it, and has it still.
pub fn held_by(row: &JournalRow) -> Option<UserId> {
    row.arguments.handling.claimed.filter(|user| row.arguments.parties.users.contains(user))
}

/// Whether the step asks `user`, by name, through a group, or for their vote.
fn asks(row: &JournalRow, user: &User) -> bool {
    match &row.arguments.rule {
        Some(rule) => rule.may_vote(user.id),
        None => row.arguments.parties.include(user),
    }
}

/// Whether `user` handles the ticket.
fn handles(user: &User, ticket: &Ticket) -> bool {
    status::allowed_to(Operation::OpenStep, user, ticket)
}

/// Whether `user` may do it by standing, however the step stands.
pub fn allowed_to(operation: StepOperation, user: &User, ticket: &Ticket, row: &JournalRow) -> bool {
    let opened_it = row.arguments.handling.by == Some(user.id);
    match operation {
        StepOperation::Answer => may_answer(user, ticket, row),
        StepOperation::Urge => {
            let asking = [ticket.requester, ticket.requested_for, ticket.opened_by].contains(&user.id);
            asking || opened_it || handles(user, ticket)
        }
        StepOperation::Reopen => opened_it || handles(user, ticket),
        StepOperation::Claim
        | StepOperation::Return
        | StepOperation::Transfer
        | StepOperation::Withdraw
        | StepOperation::Add
        | StepOperation::Consult => asks(row, user),
    }
}

fn may_answer(user: &User, ticket: &Ticket, row: &JournalRow) -> bool {
    let owner = ticket.owner == Some(user.id);
    match row.kind {
        RowKind::Approval => row.arguments.rule.as_ref().is_some_and(|rule| rule.may_vote(user.id)),
        // Whoever may resolve the ticket by hand may say that its work is done.
        RowKind::Work => {
            let asked = row.arguments.parties.include(user) || status::allowed_to(Operation::Resolve, user, ticket);
            asked && user.traits.keeps_from_resolving(ticket).is_none()
        }
        RowKind::Wait => owner || user.has(Role::ServiceRequestManager) || user.has(Role::Admin),
        RowKind::Plugin => owner || user.has(Role::Admin) || row.arguments.parties.include(user),
        RowKind::Question if row.is_cancel_wish() => {
            owner || user.has(Role::ServiceRequestManager) || row.arguments.parties.include(user)
        }
        // Whoever became the owner since it went wrong decides, too.
        _ if owner && row.arguments.values.contains_key(WENT_WRONG) => true,
        _ => row.arguments.parties.include(user),
    }
}

/// Whether the step stands so that `user`, who may, can do it now.
pub fn possible(operation: StepOperation, user: &User, ticket: &Ticket, row: &JournalRow) -> bool {
    if matches!(operation, StepOperation::Answer | StepOperation::Withdraw) {
        return row.is_open();
    }
    let goes_on = ticket.status.is_open() && !ticket.flags.cancelling;
    let by_name = row.arguments.parties.users.contains(&user.id);
    let work = matches!(row.kind, RowKind::Task | RowKind::Work);
    goes_on
        && match operation {
            StepOperation::Reopen => {
                row.kind == RowKind::Task && matches!(row.state, RowState::Done | RowState::Failed)
            }
            _ if !row.is_open() => false,
            StepOperation::Answer | StepOperation::Withdraw => true,
            StepOperation::Claim => work && !row.arguments.parties.groups.is_empty() && held_by(row) != Some(user.id),
            StepOperation::Return => work && by_name,
            StepOperation::Transfer => match row.kind {
                RowKind::Approval => true,
                _ if row.is_cancel_wish() => false,
                RowKind::Cost | RowKind::Task | RowKind::Question => by_name,
                _ => false,
            },
            StepOperation::Add => row.arguments.rule.as_ref().is_some_and(|rule| rule.counts(user.id)),
            StepOperation::Consult => row.kind == RowKind::Approval,
            StepOperation::Urge => matches!(
                row.kind,
                RowKind::Approval | RowKind::Cost | RowKind::Task | RowKind::Work | RowKind::Question
            ),
        }
}

/// Whether it is of no use, or forbidden, to who has voted.
pub fn wants_no_vote(operation: StepOperation) -> bool {
    matches!(operation, StepOperation::Answer | StepOperation::Transfer | StepOperation::Add | StepOperation::Consult)
}

/// What `user` may do to the step now: the `actions` of the API.
pub fn actions(user: &User, ticket: &Ticket, row: &JournalRow, votes: &[Vote]) -> Vec<&'static str> {
    let voted = votes.iter().any(|vote| vote.voter == user.id);
    StepOperation::ALL
        .into_iter()
        .filter(|operation| row.kind.waits() && !(voted && wants_no_vote(*operation)))
        .filter(|operation| voted || *operation != StepOperation::Withdraw)
        .filter(|operation| allowed_to(*operation, user, ticket, row) && possible(*operation, user, ticket, row))
        .map(StepOperation::as_str)
        .collect()
}
