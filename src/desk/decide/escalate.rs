//! Functional escalation by a job: the work moves to a group, the level rises.

use super::draft::Draft;
use super::{assign, permit};
use crate::desk::command::Escalate;
use crate::model::event::EventType;
use crate::model::people::Role;
use crate::model::problem::Refusal;
use crate::model::status::{Operation, Status, row};
use crate::model::ticket::number_text;
use serde_json::{Map, json};

/// Escalates. From `new` only the group changes (design.md section 5), and the
/// service request managers are told once; taking it starts from level 0.
pub fn escalate(draft: &mut Draft<'_>, wish: &Escalate) -> Result<(), Refusal> {
    permit(draft, Operation::Escalate)?;
    let group = match &wish.group {
        Some(name) => Some(
            draft
                .world
                .people
                .by_group_name(name)
                .map(|group| group.id)
                .ok_or_else(|| Refusal::invalid("/group", "unknown", format!("There is no group `{name}`.")))?,
        ),
        None => None,
    };
    let from = draft.ticket.status;
    draft.ticket.status = row(Operation::Escalate).becomes.after(from);
    let told = from == Status::New && draft.ticket.escalation_level > 0;
    // Nobody has it yet: the level only marks that the managers know.
    draft.ticket.escalation_level = if from == Status::New { 1 } else { draft.ticket.escalation_level + 1 };
    let moved = group.filter(|group| draft.ticket.group != Some(*group));
    if moved.is_some() {
        assign::place(draft, moved, None);
    }
    let name = draft.ticket.group.and_then(|id| draft.world.group_name(id));
    let level = draft.ticket.escalation_level;
    draft.log(
        EventType::TicketEscalated,
        json!({"group": name, "level": level, "reason": wish.reason, "functional": from != Status::New}),
    );
    if !told {
        tell_managers(draft, &wish.reason);
    }
    Ok(())
}

/// Every escalation appears at once in the service request managers' list (row 97).
fn tell_managers(draft: &mut Draft<'_>, reason: &str) {
    let world = std::sync::Arc::clone(&draft.world);
    let mut values = Map::new();
    values.insert("number".to_owned(), json!(number_text(draft.ticket.kind, draft.ticket.number)));
    values.insert("reason".to_owned(), json!(reason));
    for user in world.people.holders(Role::ServiceRequestManager.as_str(), &world.policy().roles) {
        draft.notify(user, "{number} was escalated: {reason}", values.clone());
    }
}
