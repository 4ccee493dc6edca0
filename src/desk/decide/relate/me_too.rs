//! "Me too": what all are shown as known hits somebody else as well. They are
//! told when it is over; they do not see the ticket, which is somebody's own.

use crate::desk::command::MeToo;
use crate::desk::decide::draft::Draft;
use crate::desk::decide::submit::{LONGEST_REASON, too_long};
use crate::model::event::EventType;
use crate::model::problem::{Code, Refusal};
use crate::model::relation::Affected;
use serde_json::json;

/// Notes who is hit as well.
pub fn me_too(draft: &mut Draft<'_>, wish: &MeToo) -> Result<(), Refusal> {
    let user = draft.doer.person().cloned().ok_or_else(|| Refusal::new(Code::Forbidden, "Only people are hit."))?;
    draft.check_version()?;
    if draft.ticket.known().is_none() {
        return Err(Refusal::new(Code::IllegalOperation, "Nobody is offered to join this ticket."));
    }
    let own = [draft.ticket.requester, draft.ticket.requested_for].contains(&user.id);
    if own || draft.kin.affected.contains(&user.id) {
        return Err(Refusal::new(Code::AlreadyExists, "The desk knows that it hits you."));
    }
    let note = wish.note.clone().filter(|note| !note.trim().is_empty());
    if let Some(error) = note.as_ref().and_then(|note| too_long("/note", note, LONGEST_REASON)) {
        return Err(Refusal::invalid_fields(vec![error]));
    }
    draft.ticket.facts.relations.affected += 1;
    draft.log(EventType::PersonAffected, json!({"person": user.username, "note": note}));
    let at = draft.now;
    draft.changes().affected.push(Affected { person: user.id, at, note });
    Ok(())
}
