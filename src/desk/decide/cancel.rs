//! `cancel`: it is no longer wanted. Open steps fail with `cancelled`, the
//! script may clean up, then the ticket closes `cancelled_by_user`. Where work has
//! begun it is a wish: `cancel_wish`.

use super::draft::Draft;
use super::submit::{LONGEST_REASON, too_long};
use super::{cancel_wish, clocks, hold, permit};
use crate::desk::command::Cancel;
use crate::model::event::EventType;
use crate::model::ids::StepId;
use crate::model::journal::RowKind;
use crate::model::problem::Refusal;
use crate::model::status::Operation;
use serde_json::json;

/// Begins the cancelling; a plugin call that may have been sent is awaited.
pub fn cancel(draft: &mut Draft<'_>, wish: &Cancel) -> Result<(), Refusal> {
    permit(draft, Operation::Cancel)?;
    if let Some(error) = wish.reason.as_ref().and_then(|text| too_long("/reason", text, LONGEST_REASON)) {
        return Err(Refusal::invalid_fields(vec![error]));
    }
    let reason = wish.reason.as_deref().filter(|reason| !reason.trim().is_empty());
    if cancel_wish::is_wish(draft) {
        return cancel_wish::ask(draft, reason);
    }
    begin(draft, reason.unwrap_or_default(), None);
    Ok(())
}

/// Begins it, by whoever's wish; `closure_reason` is what it will have been for.
pub fn begin(draft: &mut Draft<'_>, reason: &str, closure_reason: Option<&str>) {
    let said = Some(reason).filter(|reason| !reason.is_empty());
    draft.log(EventType::TicketCancelling, json!({"reason": said}));
    draft.ticket.flags.cancelling = true;
    draft.ticket.closure_reason = closure_reason.map(str::to_owned);
    hold::end(draft, "ended");
    let open: Vec<StepId> = draft.open_steps().filter(|row| row.kind != RowKind::Plugin).map(|row| row.id).collect();
    for step in open {
        draft.cancel_step(step, reason);
    }
    let due = clocks::calendar(draft).add(draft.now, draft.policy().cancel.within);
    draft.set_timer("cancel", due);
    draft.run_due = true;
}
