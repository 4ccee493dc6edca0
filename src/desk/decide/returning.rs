//! `return`: whoever has the ticket, or their group, gives it back to its owner
//! at the desk, with a reason and a suggestion (rows 75 and 109).

use super::draft::Draft;
use super::ending::tell;
use super::{assign, escalate, people, permit};
use crate::desk::handling::HandBack as Wish;
use crate::model::event::EventType;
use crate::model::handling::HandBack;
use crate::model::ids::UserId;
use crate::model::problem::Refusal;
use crate::model::status::{Operation, Status, row};
use serde_json::json;

/// Gives it back: one level down, to owner and owner's group; the open work goes with it.
pub fn hand_back(draft: &mut Draft<'_>, wish: &Wish) -> Result<(), Refusal> {
    permit(draft, Operation::Return)?;
    let errors = people::check_return(draft, wish);
    if !errors.is_empty() {
        return Err(Refusal::invalid_fields(errors));
    }
    let Some(by) = draft.doer.person().cloned() else { return Err(Refusal::not_found()) };
    let lay = assign::lies(draft);
    let level = (draft.ticket.escalation_level - 1).max(0);
    draft.ticket.escalation_level = level;
    draft.ticket.status = match level {
        0 => row(Operation::Return).becomes.after(draft.ticket.status),
        _ => Status::Escalated,
    };
    let owner = draft.ticket.owner.filter(|id| draft.world.people.user(*id).is_some_and(|user| user.active));
    let group = draft.ticket.owner_group.or(draft.ticket.group);
    assign::place(draft, group, owner);
    draft.ticket.facts.dispatch.handed_back = Some(HandBack {
        by: by.id,
        at: draft.now,
        reason: wish.reason.clone(),
        suggestion: wish.suggestion.clone(),
        code: wish.code.clone(),
    });
    let (group, owner_name) =
        (group.and_then(|id| draft.world.group_name(id)), owner.and_then(|id| username(draft, id)));
    let data = json!({"group": group, "assignee": owner_name, "from": lay, "level": level,
        "reason": wish.reason, "suggestion": wish.suggestion, "code": wish.code});
    draft.log(EventType::TicketHandedBack, data);
    // An owner who has left is not asked: who leads their group, or runs the process, finds another.
    let told: Vec<UserId> = match (owner, escalate::lead(draft)) {
        (Some(user), _) | (None, Some(user)) => vec![user],
        (None, None) => escalate::managers(draft).into_iter().collect(),
    };
    let values = json!({"by": by.name, "reason": wish.reason, "suggestion": wish.suggestion});
    tell(draft, &told, "{number} “{title}” comes back from {by}: {reason} Suggestion: {suggestion}", values);
    Ok(())
}

fn username(draft: &Draft<'_>, user: UserId) -> Option<String> {
    draft.world.people.user(user).map(|user| user.username.clone())
}
