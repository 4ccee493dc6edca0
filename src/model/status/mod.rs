//! The status table: which operation is allowed from which status, by whom, and
//! what the ticket becomes. One table is the truth: the desk decides by it,
//! `actions` in the ticket is read from it, the docs are generated from it
//! (design.md section 5; handbook rows 53–58).

mod page;
mod standing;
mod table;
mod words;

pub use page::document;
pub use standing::Standing;
pub use table::{Becomes, Row, TABLE};
pub use words::{forbidden, impossible, why_not};

use super::access::Right;
use super::closing;
use super::people::User;
use super::policy::{Policy, Reopens};
use super::ticket::{Flags, Ticket};
use super::time::Time;
use Standing::{Opener, RequestedFor, Requester};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a ticket stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// 待受理: nobody of the desk has taken it.
    New,
    /// 已受理: a desk agent answers for it.
    Accepted,
    /// 已派单: it is with a handler.
    Assigned,
    /// 已升级: the work was moved up.
    Escalated,
    /// 已解决: done or failed, awaits confirmation.
    Resolved,
    /// 已关闭: it has its closure code.
    Closed,
}

impl Status {
    /// The six, in the order of a life.
    pub const ALL: [Status; 6] =
        [Status::New, Status::Accepted, Status::Assigned, Status::Escalated, Status::Resolved, Status::Closed];
    /// Those of a ticket that is not closed.
    pub const UNCLOSED: [Status; 5] =
        [Status::New, Status::Accepted, Status::Assigned, Status::Escalated, Status::Resolved];
    /// The name in the database and the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::New => "new",
            Status::Accepted => "accepted",
            Status::Assigned => "assigned",
            Status::Escalated => "escalated",
            Status::Resolved => "resolved",
            Status::Closed => "closed",
        }
    }
    /// The status of a name.
    pub fn parse(name: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|status| status.as_str() == name)
    }
    /// Whether work on it is still to be done.
    pub fn is_open(self) -> bool {
        !matches!(self, Status::Resolved | Status::Closed)
    }
}

/// What may be done to a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    /// An agent takes it.
    Accept,
    /// It is given to a group or a handler.
    Assign,
    /// Whoever has it gives it back to its owner.
    Return,
    /// The work moves up, or a manager is told.
    Escalate,
    /// Somebody else answers for it.
    Owner,
    /// A person reports the result.
    Resolve,
    /// The result is confirmed.
    Close,
    /// It was not done after all: it is taken up again.
    Reopen,
    /// It is no longer wanted.
    Cancel,
    /// It is another catalog item.
    Reclassify,
    /// Fields are changed.
    Change,
    /// Nothing is done on it for a while, for a reason.
    Hold,
    /// Work on it goes on.
    Unhold,
    /// It is closed to all staff but a group.
    Restrict,
    /// It is opened to all staff again.
    Unrestrict,
    /// A person asks for an approval, a confirmation, a task or an answer.
    OpenStep,
    /// A file is put on it.
    Attach,
    /// Who asked is called after the resolution.
    FollowUp,
    /// Who asked says how satisfied they are.
    Rating,
    /// It is linked to another ticket or to a thing, or no more.
    Link,
    /// It goes on in another ticket.
    Merge,
    /// A part of it becomes a ticket of its own.
    Split,
    /// Something is said.
    Comment,
    /// Somebody follows it, or no more.
    Watch,
    /// Somebody writes down how long they worked.
    Work,
    /// Somebody is to be somewhere for it, at another time, or no more.
    Appoint,
    /// The script resolves or fails.
    ScriptResolve,
    /// The script rejects, or nobody caught a bad outcome.
    ScriptClose,
}

impl Operation {
    /// The name in `actions` and `allowed`.
    pub fn as_str(self) -> &'static str {
        match self {
            Operation::Accept => "accept",
            Operation::Assign => "assign",
            Operation::Return => "return",
            Operation::Escalate => "escalate",
            Operation::Owner => "owner",
            Operation::Resolve => "resolve",
            Operation::Close => "close",
            Operation::Reopen => "reopen",
            Operation::Cancel => "cancel",
            Operation::Reclassify => "reclassify",
            Operation::Change => "change",
            Operation::Hold => "hold",
            Operation::Unhold => "unhold",
            Operation::Restrict => "restrict",
            Operation::Unrestrict => "unrestrict",
            Operation::OpenStep => "open_step",
            Operation::Attach => "attach",
            Operation::FollowUp => "follow_up",
            Operation::Rating => "rating",
            Operation::Link => "link",
            Operation::Merge => "merge",
            Operation::Split => "split",
            Operation::Comment => "comment",
            Operation::Watch => "watch",
            Operation::Work => "work",
            Operation::Appoint => "appoint",
            Operation::ScriptResolve => "script_resolve",
            Operation::ScriptClose => "script_close",
        }
    }
}

/// The table's row of an operation.
pub fn row(operation: Operation) -> &'static Row {
    const NEVER: Row = Row { operation: Operation::Comment, from: &[], becomes: Becomes::Same, who: &[] };
    TABLE.iter().find(|row| row.operation == operation).unwrap_or(&NEVER)
}

/// Whether the status allows it, whoever asks. A ticket that is being cancelled
/// takes only what stands beside what others do; only a confidential one is opened to all staff.
pub fn allowed_by_status(operation: Operation, ticket: &Ticket) -> bool {
    let now = match operation {
        Operation::Rating => closing::can_be_rated(ticket),
        Operation::Unrestrict => ticket.restricted_to.is_some(),
        _ => true,
    };
    allowed_in(operation, ticket.status, &ticket.flags) && now
}

/// The same for a status and flags. Only what is held is let go, and the reverse.
pub fn allowed_in(operation: Operation, status: Status, flags: &Flags) -> bool {
    let waits_for_its_end = flags.cancelling
        && !stands_beside(operation)
        && !matches!(operation, Operation::ScriptClose | Operation::Unrestrict);
    let held = match operation {
        Operation::Hold => !flags.on_hold,
        Operation::Unhold => flags.on_hold,
        _ => true,
    };
    row(operation).from.contains(&status) && held && !waits_for_its_end
}

/// Whether what it adds stands beside what others do at the same time.
pub fn stands_beside(operation: Operation) -> bool {
    matches!(operation, Operation::Comment | Operation::Watch | Operation::Attach | Operation::Work)
}

/// Whether `user` may do it to `ticket` by standing, whatever the status.
pub fn allowed_to(operation: Operation, user: &User, ticket: &Ticket) -> bool {
    // An auditor acts on what they asked for themselves, and on nothing else.
    let own = || [Requester, RequestedFor, Opener].into_iter().any(|standing| standing.holds(user, ticket));
    (!user.only_reads() || own())
        && stands(operation, user, ticket)
        && profile_refuses(operation, user, ticket).is_none()
}

/// Whether any standing that the table names is theirs.
fn stands(operation: Operation, user: &User, ticket: &Ticket) -> bool {
    row(operation).who.iter().any(|standing| standing.holds(user, ticket))
}

/// Why somebody's profile keeps them from it, where it does: who logs calls
/// ends nothing, who works by scripts what their skills name (row 202).
fn profile_refuses(operation: Operation, user: &User, ticket: &Ticket) -> Option<&'static str> {
    matches!(operation, Operation::Resolve | Operation::Merge)
        .then(|| user.traits.keeps_from_resolving(ticket))
        .flatten()
}

/// What `user` may do to `ticket` now: the `actions` of the API.
pub fn actions(user: &User, ticket: &Ticket) -> Vec<&'static str> {
    let may = |row: &&Row| allowed_by_status(row.operation, ticket) && allowed_to(row.operation, user, ticket);
    let resumes = ticket.flags.stuck && ticket.status != Status::Closed && Right::Mend.is_of(user);
    TABLE.iter().filter(may).map(|row| row.operation.as_str()).chain(resumes.then_some(RESUME)).collect()
}

/// What is stuck goes on: no operation of the table, since it leaves the status as it is.
const RESUME: &str = "resume";

/// The same at a moment: what the policy's times do not allow any more is left out.
pub fn actions_at(user: &User, ticket: &Ticket, policy: &Policy, now: Time) -> Vec<&'static str> {
    let mut actions = actions(user, ticket);
    if policy.reopens(ticket, now) != Reopens::Itself {
        actions.retain(|name| *name != Operation::Reopen.as_str());
    }
    actions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_has_one_row() {
        let mut names: Vec<&str> = TABLE.iter().map(|row| row.operation.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), TABLE.len());
    }
}
