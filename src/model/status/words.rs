//! What operations are called to people: the sentences of refusals.

use super::{Operation, Status, profile_refuses, row, stands};
use crate::model::people::User;
use crate::model::ticket::{Flags, Ticket};

/// What somebody does, after "you may".
fn deed(operation: Operation) -> &'static str {
    match operation {
        Operation::Accept => "accept this ticket",
        Operation::Assign => "assign this ticket to anybody",
        Operation::Return => "hand this ticket back to its owner",
        Operation::Escalate => "escalate this ticket",
        Operation::Owner => "give this ticket another owner",
        Operation::Resolve | Operation::ScriptResolve => "resolve this ticket",
        Operation::Close | Operation::ScriptClose => "close this ticket",
        Operation::Reopen => "reopen this ticket",
        Operation::Cancel => "cancel this ticket",
        Operation::Reclassify => "make another item of this ticket",
        Operation::Change => "change this ticket",
        Operation::Hold => "put this ticket on hold",
        Operation::Unhold => "take this ticket off hold",
        Operation::Restrict => "make this ticket confidential",
        Operation::Unrestrict => "open this ticket to all staff",
        Operation::OpenStep => "ask others for something on this ticket",
        Operation::Attach => "add files to this ticket",
        Operation::FollowUp => "record a follow-up call on this ticket",
        Operation::Rating => "rate this ticket",
        Operation::Link => "link this ticket",
        Operation::Merge => "merge this ticket into another",
        Operation::Split => "split this ticket",
        Operation::Comment => "comment on this ticket",
        Operation::Watch => "watch this ticket",
        Operation::Work => "log work on this ticket",
        Operation::Appoint => "make appointments for this ticket",
    }
}

/// Why somebody may not, whatever the status.
pub fn forbidden(operation: Operation) -> String {
    format!("You may not {}.", deed(operation))
}

/// The same of somebody: where their profile alone keeps them from it, that.
pub fn why_not(operation: Operation, user: &User, ticket: &Ticket) -> String {
    let by_profile = profile_refuses(operation, user, ticket).filter(|_| stands(operation, user, ticket));
    by_profile.map_or_else(|| forbidden(operation), str::to_owned)
}

/// Why nobody can now.
pub fn impossible(operation: Operation, status: Status, flags: &Flags) -> String {
    let in_status = row(operation).from.contains(&status);
    let why = match operation {
        _ if !in_status => format!(" while it is {}", status.as_str()),
        _ if flags.cancelling => ": it is being cancelled".to_owned(),
        Operation::Hold => ": it is on hold already".to_owned(),
        Operation::Unhold => ": it is not on hold".to_owned(),
        Operation::Unrestrict => ": it is not confidential".to_owned(),
        _ => " as it stands".to_owned(),
    };
    format!("You cannot {}{why}.", deed(operation))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_are_sentences() {
        let held = Flags { on_hold: true, ..Flags::default() };
        let cancelling = Flags { cancelling: true, ..Flags::default() };
        assert_eq!(forbidden(Operation::OpenStep), "You may not ask others for something on this ticket.");
        let said = |operation, status, flags: &Flags| impossible(operation, status, flags);
        assert_eq!(said(Operation::Accept, Status::Closed, &held), "You cannot accept this ticket while it is closed.");
        assert_eq!(
            said(Operation::Hold, Status::New, &held),
            "You cannot put this ticket on hold: it is on hold already."
        );
        assert_eq!(
            said(Operation::Cancel, Status::New, &cancelling),
            "You cannot cancel this ticket: it is being cancelled."
        );
    }
}
