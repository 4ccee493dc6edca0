//! `resume`: an admin lets a stuck ticket's script go on. What was at fault may
//! have been mended around it, then its own version goes on; or the script was
//! mended, then the published version takes over.

use super::draft::Draft;
use super::script::{attempt, stuck};
use crate::desk::command::Resume;
use crate::model::access::Right;
use crate::model::event::EventType;
use crate::model::problem::{Code, Fault, Refusal};
use crate::model::status::Status;
use crate::workflow::Program;
use serde_json::json;
use std::sync::Arc;

/// Runs the script on the first version that goes on; where none does the
/// ticket stays stuck, with what is wrong now.
pub fn resume(draft: &mut Draft<'_>, wish: &Resume) -> Result<(), Refusal> {
    let user = draft.doer.person().ok_or_else(|| Refusal::new(Code::Forbidden, "Only people do that."))?;
    Right::Mend.ask(user)?;
    draft.check_version()?;
    if !draft.ticket.flags.stuck || draft.ticket.status == Status::Closed {
        return Err(Refusal::new(Code::IllegalOperation, "The ticket is not stuck."));
    }
    let candidates = candidates(draft, wish.migrate)?;
    let mut last: Option<(Arc<Program>, Fault)> = None;
    for program in candidates {
        let snapshot = draft.snapshot();
        go_on_with(draft, &program);
        match attempt(draft) {
            Ok(()) => return Ok(()),
            Err(fault) => {
                draft.restore(snapshot);
                // A version that has nothing to do with this journal is no news.
                if fault.code != "divergence" || last.is_none() {
                    last = Some((program, fault));
                }
            }
        }
    }
    let Some((program, fault)) = last else {
        return Err(Refusal::new(Code::IllegalOperation, "Its workflow is not published any more."));
    };
    if wish.migrate == Some(true) && fault.code == "divergence" {
        return Err(Refusal::with_faults(Code::IllegalOperation, fault.message.clone(), vec![fault]));
    }
    go_on_with(draft, &program);
    stuck(draft, fault);
    Ok(())
}

/// The versions that are tried, in this order.
fn candidates(draft: &Draft<'_>, migrate: Option<bool>) -> Result<Vec<Arc<Program>>, Refusal> {
    let own = draft.program.clone().filter(|_| migrate != Some(true));
    let item = draft.world.content.items.get(&draft.ticket.item);
    let current = item.and_then(|item| draft.world.content.workflows.get(item.workflow())).cloned();
    let current = current.filter(|_| migrate != Some(false));
    let other = current.filter(|current| own.as_ref().is_none_or(|own| own.version != current.version));
    let candidates: Vec<Arc<Program>> = own.into_iter().chain(other).collect();
    if candidates.is_empty() {
        let detail = if migrate == Some(false) {
            "Its own version is not here any more."
        } else {
            "Its workflow is not published any more."
        };
        return Err(Refusal::new(Code::IllegalOperation, detail));
    }
    Ok(candidates)
}

fn go_on_with(draft: &mut Draft<'_>, program: &Arc<Program>) {
    let from = std::mem::replace(&mut draft.ticket.pins.workflow, program.version.clone());
    draft.program = Some(Arc::clone(program));
    let mut data = json!({"workflow": program.version});
    if let (Some(data), true) = (data.as_object_mut(), from != program.version) {
        data.insert("from".to_owned(), json!(from));
    }
    draft.log(EventType::TicketResumed, data);
}
