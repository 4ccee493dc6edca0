//! The answer to a registration: who asked learns the number and what to
//! expect, in their language and in their time.

use crate::desk::decide::draft::Draft;
use crate::desk::decide::submit::is_for_contact;
use crate::model::ids::UserId;
use crate::model::ticket::number_text;
use serde_json::json;
use std::collections::BTreeSet;

/// Tells requester and requested-for that their request is registered, once.
pub fn acknowledge(draft: &mut Draft<'_>) {
    let submitted = draft.before().is_none() && draft.doer.person().is_some();
    if !submitted || is_for_contact(draft) || !draft.policy().conversation.acknowledge {
        return;
    }
    let sla = draft.ticket.sla.as_ref();
    let respond = sla.filter(|sla| sla.responded_at.is_none()).and_then(|sla| sla.respond_due);
    let resolve = sla.and_then(|sla| sla.resolve_due);
    let text = match (respond, resolve) {
        (None, None) => "{number} “{title}” is registered.",
        (Some(_), None) => "{number} “{title}” is registered. Expect an answer by {respond_due}.",
        (None, Some(_)) => "{number} “{title}” is registered. Expect it done by {resolve_due}.",
        (Some(_), Some(_)) => {
            "{number} “{title}” is registered. Expect an answer by {respond_due}, and it done by {resolve_due}."
        }
    };
    let ticket = &draft.ticket;
    let mut people: BTreeSet<UserId> = [ticket.requester, ticket.requested_for].into();
    // Of many that were sent in at once their sender is told by the ticket above them.
    if !ticket.parents.is_empty() {
        people.remove(&ticket.opened_by);
    }
    let number = number_text(draft.ticket.kind, draft.ticket.number);
    for user in people {
        let moment = |at| draft.world.moment(user, at);
        let values = json!({"number": number, "title": draft.ticket.title,
            "respond_due": respond.map(moment), "resolve_due": resolve.map(moment)});
        draft.notify(user, text, values.as_object().cloned().unwrap_or_default());
    }
}
