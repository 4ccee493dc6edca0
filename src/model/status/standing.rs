//! How a person stands to a ticket, and whether that lets them act.

use crate::model::access::STAFF;
use crate::model::people::{Role, User};
use crate::model::ticket::Ticket;

/// A relation of a person to a ticket that lets them do an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Holds the role agent.
    Agent,
    /// Is the ticket's owner.
    Owner,
    /// Is an agent of the owner's desk; any agent where nobody owns it.
    OwnersDesk,
    /// Is its assignee.
    Assignee,
    /// Is staff and a member of its group.
    GroupMember,
    /// Is staff, and does not only read.
    Staff,
    /// Runs the process.
    Manager,
    /// Asked for it.
    Requester,
    /// It is for them.
    RequestedFor,
    /// Typed it in.
    Opener,
    /// Is staff and a member of the group that it is confidential to.
    Confidant,
    /// Runs the desk.
    Admin,
    /// Sees it in any way.
    Viewer,
}

impl Standing {
    /// Every one, in the order of the docs.
    pub const ALL: [Standing; 13] = [
        Standing::Agent,
        Standing::Owner,
        Standing::OwnersDesk,
        Standing::Assignee,
        Standing::GroupMember,
        Standing::Staff,
        Standing::Manager,
        Standing::Requester,
        Standing::RequestedFor,
        Standing::Opener,
        Standing::Confidant,
        Standing::Admin,
        Standing::Viewer,
    ];
    /// The words in the docs.
    pub fn as_str(self) -> &'static str {
        match self {
            Standing::Agent => "an agent",
            Standing::Owner => "the owner",
            Standing::OwnersDesk => "an agent of the owner's group",
            Standing::Assignee => "the assignee",
            Standing::GroupMember => "a member of the group",
            Standing::Staff => "anybody of the staff who sees it",
            Standing::Manager => "the service request manager",
            Standing::Requester => "the requester",
            Standing::RequestedFor => "the person it is for",
            Standing::Opener => "who opened it",
            Standing::Confidant => "a member of the group that it is confidential to",
            Standing::Admin => "an admin",
            Standing::Viewer => "anybody who sees it",
        }
    }
    /// The roles that stand so to every ticket that they see, whatever else they are to it.
    pub fn roles(self) -> &'static [Role] {
        match self {
            Standing::Agent => &[Role::Agent],
            Standing::Manager => &[Role::ServiceRequestManager],
            Standing::Admin => &[Role::Admin],
            Standing::Staff | Standing::Viewer => STAFF,
            _ => &[],
        }
    }
    /// Whether `user` stands so to `ticket`.
    pub fn holds(self, user: &User, ticket: &Ticket) -> bool {
        match self {
            Standing::Agent => user.has(Role::Agent),
            Standing::Owner => ticket.owner == Some(user.id),
            Standing::OwnersDesk => {
                user.has(Role::Agent) && ticket.owner_group.is_none_or(|group| user.groups.contains(&group))
            }
            Standing::Assignee => ticket.assignee == Some(user.id),
            Standing::GroupMember => user.is_staff() && ticket.group.is_some_and(|group| user.groups.contains(&group)),
            Standing::Staff => user.is_staff() && !user.only_reads(),
            Standing::Manager => user.has(Role::ServiceRequestManager),
            Standing::Requester => ticket.requester == user.id,
            Standing::RequestedFor => ticket.requested_for == user.id,
            Standing::Opener => ticket.opened_by == user.id,
            Standing::Confidant => {
                user.is_staff() && ticket.restricted_to.is_some_and(|group| user.groups.contains(&group))
            }
            Standing::Admin => user.has(Role::Admin),
            Standing::Viewer => true,
        }
    }
}
