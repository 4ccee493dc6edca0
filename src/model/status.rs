//! The status table: which operation is allowed from which status, by whom, and
//! what the ticket becomes. One table is the truth: the desk decides by it,
//! `actions` in the ticket is read from it, the docs are generated from it
//! (design.md section 5; handbook rows 53–58).

use super::people::{Role, User};
use super::ticket::{Flags, Ticket};
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
    /// Functional escalation: the work moves.
    Escalate,
    /// A person reports the result.
    Resolve,
    /// The result is confirmed.
    Close,
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
    /// A person asks for an approval, a confirmation, a task or an answer.
    OpenStep,
    /// Something is said.
    Comment,
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
            Operation::Escalate => "escalate",
            Operation::Resolve => "resolve",
            Operation::Close => "close",
            Operation::Cancel => "cancel",
            Operation::Reclassify => "reclassify",
            Operation::Change => "change",
            Operation::Hold => "hold",
            Operation::Unhold => "unhold",
            Operation::OpenStep => "open_step",
            Operation::Comment => "comment",
            Operation::ScriptResolve => "script_resolve",
            Operation::ScriptClose => "script_close",
        }
    }
}

/// A relation of a person to a ticket that lets them do an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Holds the role agent.
    Agent,
    /// Is the ticket's owner.
    Owner,
    /// Is its assignee.
    Assignee,
    /// Is staff and a member of its group.
    GroupMember,
    /// Runs the process.
    Manager,
    /// Asked for it.
    Requester,
    /// It is for them.
    RequestedFor,
    /// Typed it in.
    Opener,
    /// Sees it in any way.
    Viewer,
}

impl Standing {
    /// The words in the docs.
    pub fn as_str(self) -> &'static str {
        match self {
            Standing::Agent => "an agent",
            Standing::Owner => "the owner",
            Standing::Assignee => "the assignee",
            Standing::GroupMember => "a member of the group",
            Standing::Manager => "the service request manager",
            Standing::Requester => "the requester",
            Standing::RequestedFor => "the person it is for",
            Standing::Opener => "who opened it",
            Standing::Viewer => "anybody who sees it",
        }
    }
    /// Whether `user` stands so to `ticket`.
    pub fn holds(self, user: &User, ticket: &Ticket) -> bool {
        match self {
            Standing::Agent => user.has(Role::Agent),
            Standing::Owner => ticket.owner == Some(user.id),
            Standing::Assignee => ticket.assignee == Some(user.id),
            Standing::GroupMember => user.is_staff() && ticket.group.is_some_and(|group| user.groups.contains(&group)),
            Standing::Manager => user.has(Role::ServiceRequestManager),
            Standing::Requester => ticket.requester == user.id,
            Standing::RequestedFor => ticket.requested_for == user.id,
            Standing::Opener => ticket.opened_by == user.id,
            Standing::Viewer => true,
        }
    }
}

/// What a ticket becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// Exactly this.
    To(Status),
    /// `escalated` stays, anything else becomes `assigned`.
    AssignedUnlessEscalated,
    /// From `new` only the group changes, anything else becomes `escalated`.
    EscalatedUnlessNew,
    /// As it was.
    Same,
}

impl Becomes {
    /// The status after the operation.
    pub fn after(self, from: Status) -> Status {
        match self {
            Becomes::To(status) => status,
            Becomes::AssignedUnlessEscalated if from == Status::Escalated => Status::Escalated,
            Becomes::AssignedUnlessEscalated => Status::Assigned,
            Becomes::EscalatedUnlessNew if from == Status::New => Status::New,
            Becomes::EscalatedUnlessNew => Status::Escalated,
            Becomes::Same => from,
        }
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The operation.
    pub operation: Operation,
    /// From which statuses.
    pub from: &'static [Status],
    /// What it becomes.
    pub becomes: Becomes,
    /// Who may; empty for what only scripts and clocks do.
    pub who: &'static [Standing],
}

use Standing::{Agent, Assignee, GroupMember, Manager, Opener, Owner, RequestedFor, Requester, Viewer};
use Status::{Accepted, Assigned, Closed, Escalated, New, Resolved};

/// The table.
pub const TABLE: &[Row] = &[
    Row { operation: Operation::Accept, from: &[New], becomes: Becomes::To(Accepted), who: &[Agent] },
    Row {
        operation: Operation::Assign,
        from: &[Accepted, Assigned, Escalated],
        becomes: Becomes::AssignedUnlessEscalated,
        who: &[Owner, Assignee, GroupMember, Manager],
    },
    Row {
        operation: Operation::Escalate,
        from: &[New, Accepted, Assigned, Escalated],
        becomes: Becomes::EscalatedUnlessNew,
        who: &[],
    },
    Row {
        operation: Operation::Resolve,
        from: &[Accepted, Assigned, Escalated],
        becomes: Becomes::To(Resolved),
        who: &[Owner, Assignee, GroupMember, Manager],
    },
    Row {
        operation: Operation::Close,
        from: &[Resolved],
        becomes: Becomes::To(Closed),
        who: &[Requester, RequestedFor, Owner],
    },
    Row {
        operation: Operation::Cancel,
        from: &[New, Accepted, Assigned, Escalated],
        becomes: Becomes::Same,
        who: &[Requester, RequestedFor, Owner, Opener],
    },
    Row {
        operation: Operation::Reclassify,
        from: &[New, Accepted, Assigned, Escalated],
        becomes: Becomes::Same,
        who: &[Agent, Owner, Manager],
    },
    Row {
        operation: Operation::Change,
        from: &[New, Accepted, Assigned, Escalated, Resolved],
        becomes: Becomes::Same,
        who: &[Owner, Assignee, GroupMember, Manager, Agent, Requester, RequestedFor, Opener],
    },
    Row {
        operation: Operation::Hold,
        from: &[New, Accepted, Assigned, Escalated],
        becomes: Becomes::Same,
        who: &[Owner, Assignee, GroupMember, Manager],
    },
    Row {
        operation: Operation::Unhold,
        from: &[New, Accepted, Assigned, Escalated],
        becomes: Becomes::Same,
        who: &[Owner, Assignee, GroupMember, Manager],
    },
    Row {
        operation: Operation::OpenStep,
        from: &[New, Accepted, Assigned, Escalated],
        becomes: Becomes::Same,
        who: &[Owner, Assignee, GroupMember, Manager],
    },
    Row {
        operation: Operation::Comment,
        from: &[New, Accepted, Assigned, Escalated, Resolved, Closed],
        becomes: Becomes::Same,
        who: &[Viewer],
    },
    Row {
        operation: Operation::ScriptResolve,
        from: &[New, Accepted, Assigned, Escalated],
        becomes: Becomes::To(Resolved),
        who: &[],
    },
    Row {
        operation: Operation::ScriptClose,
        from: &[New, Accepted, Assigned, Escalated],
        becomes: Becomes::To(Closed),
        who: &[],
    },
];

/// The table's row of an operation.
pub fn row(operation: Operation) -> &'static Row {
    const NEVER: Row = Row { operation: Operation::Comment, from: &[], becomes: Becomes::Same, who: &[] };
    TABLE.iter().find(|row| row.operation == operation).unwrap_or(&NEVER)
}

/// Whether the status allows it, whoever asks. A ticket that is being cancelled
/// takes comments only.
pub fn allowed_by_status(operation: Operation, ticket: &Ticket) -> bool {
    allowed_in(operation, ticket.status, &ticket.flags)
}

/// The same for a status and flags. Only what is held is let go, and the reverse.
pub fn allowed_in(operation: Operation, status: Status, flags: &Flags) -> bool {
    let waits_for_its_end = flags.cancelling && !matches!(operation, Operation::Comment | Operation::ScriptClose);
    let held = match operation {
        Operation::Hold => !flags.on_hold,
        Operation::Unhold => flags.on_hold,
        _ => true,
    };
    row(operation).from.contains(&status) && held && !waits_for_its_end
}

/// Whether `user` may do it to `ticket` by standing, whatever the status.
pub fn allowed_to(operation: Operation, user: &User, ticket: &Ticket) -> bool {
    // An auditor acts on what they asked for themselves, and on nothing else.
    let own = || [Requester, RequestedFor, Opener].into_iter().any(|standing| standing.holds(user, ticket));
    (!user.only_reads() || own()) && row(operation).who.iter().any(|standing| standing.holds(user, ticket))
}

/// What `user` may do to `ticket` now: the `actions` of the API.
pub fn actions(user: &User, ticket: &Ticket) -> Vec<&'static str> {
    TABLE
        .iter()
        .filter(|row| allowed_by_status(row.operation, ticket) && allowed_to(row.operation, user, ticket))
        .map(|row| row.operation.as_str())
        .collect()
}

/// What the status allows people to do: the `allowed` of a 409.
pub fn allowed_now(ticket: &Ticket) -> Vec<String> {
    TABLE
        .iter()
        .filter(|row| !row.who.is_empty() && allowed_by_status(row.operation, ticket))
        .map(|row| row.operation.as_str().to_owned())
        .collect()
}

/// The table as Markdown: `docs/status.md` is this text, and a test says so.
pub fn document() -> String {
    let mut text = String::from(
        "# What may be done to a ticket\n\nGenerated from `src/model/status.rs`; the desk decides by the same table, and the \
         `actions` of a ticket are read from it.\n\n| operation | from | to | who |\n|---|---|---|---|\n",
    );
    for row in TABLE {
        let from: Vec<&str> = row.from.iter().map(|status| status.as_str()).collect();
        let to = match row.becomes {
            Becomes::To(status) => status.as_str(),
            Becomes::AssignedUnlessEscalated => "assigned; escalated stays",
            Becomes::EscalatedUnlessNew => "escalated; new stays, only the group changes",
            Becomes::Same => "as it was",
        };
        let who: Vec<&str> = row.who.iter().map(|standing| standing.as_str()).collect();
        let who = if who.is_empty() { "scripts and clocks".to_owned() } else { who.join(", ") };
        text.push_str(&format!("| {} | {} | {to} | {who} |\n", row.operation.as_str(), from.join(", ")));
    }
    text.push_str(
        "\nOnly a ticket that is not held is given `hold`, only one that is `unhold`. A cancelled ticket is flagged `cancelling` until its script has cleaned up, then it is `closed`. An agent's first \
         act on a new ticket accepts it.\n",
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_in_docs_is_the_table() {
        let page = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/status.md");
        let written = std::fs::read_to_string(page).unwrap_or_default();
        assert!(written == document(), "docs/status.md is not the table; it should be:\n{}", document());
    }

    #[test]
    fn every_operation_has_one_row() {
        let mut names: Vec<&str> = TABLE.iter().map(|row| row.operation.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), TABLE.len());
    }
}
