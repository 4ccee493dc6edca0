//! The table itself: from which status, to which, and who may.

use super::Status::{Accepted, Assigned, Closed, Escalated, New, Resolved};
use super::standing::Standing::{
    self, Admin, Agent, Assignee, Confidant, GroupMember, Manager, Opener, Owner, OwnersDesk, RequestedFor, Requester,
    Staff, Viewer,
};
use super::{Operation, Status};

/// What a ticket becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// Exactly this.
    To(Status),
    /// `escalated` stays, anything else becomes `assigned`.
    AssignedUnlessEscalated,
    /// From `new` only the group changes, anything else becomes `escalated`.
    EscalatedUnlessNew,
    /// `escalated` while levels are left, else `accepted`: the level goes down by one.
    AcceptedUnlessLevelsAreLeft,
    /// As it was.
    Same,
}

impl Becomes {
    /// The status after the operation; where levels are left, the desk counts them.
    pub fn after(self, from: Status) -> Status {
        match self {
            Becomes::To(status) => status,
            Becomes::AssignedUnlessEscalated if from == Status::Escalated => Status::Escalated,
            Becomes::AssignedUnlessEscalated => Status::Assigned,
            Becomes::EscalatedUnlessNew if from == Status::New => Status::New,
            Becomes::EscalatedUnlessNew => Status::Escalated,
            Becomes::AcceptedUnlessLevelsAreLeft => Status::Accepted,
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
        operation: Operation::Return,
        from: &[Assigned, Escalated],
        becomes: Becomes::AcceptedUnlessLevelsAreLeft,
        who: &[Assignee, GroupMember],
    },
    Row {
        operation: Operation::Escalate,
        from: &[New, Accepted, Assigned, Escalated],
        becomes: Becomes::EscalatedUnlessNew,
        who: &[Owner, Assignee, GroupMember, Manager],
    },
    Row {
        operation: Operation::Owner,
        from: &[Accepted, Assigned, Escalated, Resolved],
        becomes: Becomes::Same,
        who: &[Owner, Manager],
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
        operation: Operation::Reopen,
        from: &[Resolved, Closed],
        becomes: Becomes::To(Assigned),
        who: &[Requester, RequestedFor, Owner],
    },
    Row {
        operation: Operation::Cancel,
        from: &[New, Accepted, Assigned, Escalated],
        becomes: Becomes::Same,
        who: &[Requester, RequestedFor, Owner, Opener, Manager],
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
        operation: Operation::Restrict,
        from: &[New, Accepted, Assigned, Escalated, Resolved, Closed],
        becomes: Becomes::Same,
        who: &[Owner, Assignee, GroupMember, Manager, Confidant],
    },
    Row {
        operation: Operation::Unrestrict,
        from: &[New, Accepted, Assigned, Escalated, Resolved, Closed],
        becomes: Becomes::Same,
        who: &[Confidant, Manager, Admin],
    },
    Row {
        operation: Operation::OpenStep,
        from: &[New, Accepted, Assigned, Escalated],
        becomes: Becomes::Same,
        who: &[Owner, Assignee, GroupMember, Manager],
    },
    Row {
        operation: Operation::Link,
        from: &[New, Accepted, Assigned, Escalated, Resolved, Closed],
        becomes: Becomes::Same,
        who: &[Owner, Assignee, GroupMember, Manager, Agent],
    },
    Row {
        operation: Operation::Merge,
        from: &[New, Accepted, Assigned, Escalated, Resolved],
        becomes: Becomes::To(Closed),
        who: &[Owner, Assignee, GroupMember, Manager, Agent],
    },
    Row {
        operation: Operation::Split,
        from: &[New, Accepted, Assigned, Escalated, Resolved],
        becomes: Becomes::Same,
        who: &[Owner, Assignee, GroupMember, Manager, Agent],
    },
    Row {
        operation: Operation::Attach,
        from: &[New, Accepted, Assigned, Escalated, Resolved, Closed],
        becomes: Becomes::Same,
        who: &[Viewer],
    },
    Row {
        operation: Operation::FollowUp,
        from: &[Resolved, Closed],
        becomes: Becomes::Same,
        who: &[Owner, OwnersDesk, Manager],
    },
    Row {
        operation: Operation::Rating,
        from: &[Resolved, Closed],
        becomes: Becomes::Same,
        who: &[Requester, RequestedFor],
    },
    Row {
        operation: Operation::Comment,
        from: &[New, Accepted, Assigned, Escalated, Resolved, Closed],
        becomes: Becomes::Same,
        who: &[Viewer],
    },
    Row {
        operation: Operation::Watch,
        from: &[New, Accepted, Assigned, Escalated, Resolved, Closed],
        becomes: Becomes::Same,
        who: &[Viewer],
    },
    Row {
        operation: Operation::Work,
        from: &[New, Accepted, Assigned, Escalated, Resolved, Closed],
        becomes: Becomes::Same,
        who: &[Staff],
    },
    Row {
        operation: Operation::Appoint,
        from: &[New, Accepted, Assigned, Escalated, Resolved],
        becomes: Becomes::Same,
        who: &[Owner, Assignee, GroupMember, Manager, Agent],
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
