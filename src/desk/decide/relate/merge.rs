//! `merge`, and the link `duplicates`, which is the same: the ticket is closed,
//! and goes on in another, to which its people come along. What was said on it
//! stays where it was said.

use super::{label, tell, to_ticket, wrong_text};
use crate::desk::command::Merge;
use crate::desk::decide::draft::Draft;
use crate::desk::decide::submit::LONGEST_REASON;
use crate::desk::decide::{assign, ending, permit};
use crate::model::event::EventType;
use crate::model::ids::UserId;
use crate::model::problem::{Code, FieldError, Refusal};
use crate::model::relation::{LinkType, Related};
use crate::model::status::{Operation, Status};
use crate::model::ticket::{ClosureCode, Ticket, parse_number};
use serde_json::json;
use std::collections::BTreeSet;

/// Lets the ticket go on in another.
pub fn merge(draft: &mut Draft<'_>, wish: &Merge) -> Result<(), Refusal> {
    permit(draft, Operation::Merge)?;
    let mut errors: Vec<FieldError> = Vec::new();
    match parse_number(&wish.into) {
        None => errors.push(FieldError::new("/into", "format", "a ticket's number is wanted: INC-000123")),
        Some(number) if number == draft.ticket.number => {
            errors.push(FieldError::new("/into", "itself", "A ticket is not merged into itself."));
        }
        Some(_) => {}
    }
    errors.extend(wrong_text("/reason", &wish.reason, LONGEST_REASON));
    if !errors.is_empty() {
        return Err(Refusal::invalid_fields(errors));
    }
    let other = draft.kin.other.clone().ok_or_else(Refusal::not_found)?;
    into(draft, &other, &wish.reason, "/into")
}

/// The same for one that was looked up; `pointer` is the field that named it.
pub fn into(draft: &mut Draft<'_>, other: &Ticket, reason: &str, pointer: &str) -> Result<(), Refusal> {
    let number = label(other);
    if other.status == Status::Closed {
        return Err(Refusal::invalid(pointer, "closed", format!("{number} is closed: nothing goes on in it.")));
    }
    if other.restricted_to != draft.ticket.restricted_to {
        let detail = format!("{number} is not seen by the same people: what is confidential is not mixed.");
        return Err(Refusal::invalid(pointer, "confidential", detail));
    }
    if draft.kin.comes_back {
        return Err(Refusal::invalid(pointer, "loop", format!("{number} goes on in this ticket already.")));
    }
    // A link that says `duplicates` comes here, too, and nobody asked for a merge before.
    let kept = draft.doer.person().and_then(|user| user.traits.keeps_from_resolving(&draft.ticket));
    if let Some(why) = kept {
        return Err(Refusal::new(Code::Forbidden, why));
    }
    assign::first_act(draft);
    let link = to_ticket(draft, LinkType::Duplicates, other.number, Some(reason));
    draft.changes().links.push(link);
    draft.ticket.facts.relations.linked = true;
    draft.log(EventType::TicketMerged, json!({"into": number, "reason": reason}));
    let Ticket { requester, requested_for, .. } = draft.ticket;
    let watchers = draft.kin.watchers.iter().copied();
    let people: BTreeSet<UserId> = watchers.chain([requester, requested_for]).collect();
    let people: Vec<UserId> = people.into_iter().collect();
    let values = json!({"into": number, "reason": reason});
    ending::tell(draft, &people, "{number} “{title}” is handled as {into} from now on: {reason}", values);
    let affected = draft.kin.affected.clone();
    tell(draft, other, Related::Merged { people, affected, reason: reason.to_owned() });
    ending::close(draft, ClosureCode::CancelledByUser, Some("duplicate".to_owned()), false, None);
    Ok(())
}
