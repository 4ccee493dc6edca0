//! A ticket goes on under the version of its workflow that is in force now.
//! Only where its journal replays; one that diverges keeps its version.

use super::draft::Draft;
use super::script::{Rehearsed, rehearse};
use crate::model::access::Right;
use crate::model::event::EventType;
use crate::model::problem::{Code, Refusal};
use serde_json::json;
use std::sync::Arc;

/// Moves the ticket's pin, and lets the script go on from there.
pub fn migrate(draft: &mut Draft<'_>) -> Result<(), Refusal> {
    let user = draft.doer.person().ok_or_else(|| Refusal::new(Code::Forbidden, "Only people do that."))?;
    Right::Mend.ask(user)?;
    if !draft.ticket.status.is_open() {
        return Err(Refusal::new(Code::IllegalOperation, "The ticket has ended."));
    }
    let world = Arc::clone(&draft.world);
    let item = world.content.items.get(&draft.ticket.item);
    let current = item.and_then(|item| world.content.workflows.get(item.workflow()));
    let current =
        current.ok_or_else(|| Refusal::new(Code::IllegalOperation, "Its workflow is not published any more."))?;
    let before = std::mem::replace(&mut draft.ticket.pins.workflow, current.version.clone());
    draft.program = Some(Arc::clone(current));
    match rehearse(draft) {
        Ok(Rehearsed::Same | Rehearsed::Further(_)) => {}
        Err(fault) => {
            return Err(Refusal::with_faults(Code::IllegalOperation, fault.message.clone(), vec![fault]));
        }
    }
    let data = json!({"from": before, "workflow": draft.ticket.pins.workflow});
    draft.log(EventType::TicketMigrated, data);
    draft.run_due = true;
    Ok(())
}
