//! Who may see a ticket, and why. The filter over tables is in `store::visible`.

use super::ids::GroupId;
use super::people::User;

/// Why somebody may see a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// Asked for it.
    Requester,
    /// It is for them.
    RequestedFor,
    /// Typed it in.
    Opener,
    /// Watches it.
    Watcher,
    /// Is or was asked to answer a step.
    Party,
    /// Voted.
    Voter,
    /// Works or worked on it.
    Handler,
}

impl Why {
    /// The name in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Why::Requester => "requester",
            Why::RequestedFor => "requested_for",
            Why::Opener => "opener",
            Why::Watcher => "watcher",
            Why::Party => "party",
            Why::Voter => "voter",
            Why::Handler => "handler",
        }
    }
}

/// Whether staff membership alone lets `user` see a ticket that is restricted
/// to `group`.
pub fn open_to_staff(user: &User, restricted_to: Option<GroupId>) -> bool {
    user.is_staff() && restricted_to.is_none_or(|group| user.groups.contains(&group))
}
