//! Whom a ticket waits for beside its open steps: who asked, where a reply of
//! theirs ends a hold, or their confirmation the ticket.

use super::closing::{Awaits, kept_open};
use super::ids::UserId;
use super::policy::{EndsOn, Policy};
use super::status::Status;
use super::ticket::Ticket;
use std::collections::BTreeSet;

/// Whether a reply of who asked ends its hold.
pub fn awaits_reply(policy: &Policy, ticket: &Ticket) -> bool {
    let rule = ticket.hold.as_ref().and_then(|hold| policy.hold(&hold.code));
    rule.is_some_and(|rule| rule.ends_on == Some(EndsOn::Reply))
}

/// Who is waited for.
pub fn awaited(policy: &Policy, ticket: &Ticket) -> BTreeSet<UserId> {
    let waits = match ticket.status {
        Status::Closed => false,
        Status::Resolved => matches!(kept_open(policy, ticket), None | Some(Awaits::Confirmation)),
        _ => !ticket.flags.cancelling && awaits_reply(policy, ticket),
    };
    if waits { BTreeSet::from([ticket.requester, ticket.requested_for]) } else { BTreeSet::new() }
}

/// Whether somebody may be waited for so: only these tickets have rows of it.
pub fn may_await(ticket: &Ticket) -> bool {
    ticket.status == Status::Resolved || ticket.hold.is_some()
}
