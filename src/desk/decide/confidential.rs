//! Confidential tickets: closed to all staff but one group, opened again, and
//! who looked at one.

use super::draft::Draft;
use super::permit;
use super::submit::{LONGEST_REASON, too_long};
use crate::desk::confidential::{Lift, Restrict};
use crate::model::event::EventType;
use crate::model::ids::{StepId, UserId};
use crate::model::problem::{Code, FieldError, Refusal};
use crate::model::status::Operation;
use crate::model::ticket::{Why, number_text};
use serde_json::json;
use std::collections::BTreeSet;

/// Closes the ticket to all staff but a group.
pub fn restrict(draft: &mut Draft<'_>, wish: &Restrict) -> Result<(), Refusal> {
    permit(draft, Operation::Restrict)?;
    let mut errors = wrong_reason(&wish.reason);
    let group = draft.world.people.by_group_name(&wish.group).map(|group| group.id);
    match group {
        None => errors.push(FieldError::new("/group", "unknown", format!("there is no group `{}`", wish.group))),
        Some(group) if draft.ticket.restricted_to == Some(group) => {
            errors.push(FieldError::new("/group", "same", "the ticket is closed to all but this group already"));
        }
        Some(group) if !draft.world.people.active_members(group).any(|user| user.is_staff()) => {
            errors.push(FieldError::new("/group", "empty", "nobody of this group could work on it"));
        }
        Some(_) => {}
    }
    if !errors.is_empty() {
        return Err(Refusal::invalid_fields(errors));
    }
    let before = draft.ticket.restricted_to.and_then(|id| draft.world.group_name(id));
    draft.ticket.restricted_to = group;
    let mut data = json!({"group": wish.group, "reason": wish.reason});
    if let (Some(before), Some(data)) = (before, data.as_object_mut()) {
        data.insert("from".to_owned(), json!(before));
    }
    draft.log(EventType::TicketRestricted, data);
    Ok(())
}

/// Opens it to all staff again; its group is told who did.
pub fn lift(draft: &mut Draft<'_>, wish: &Lift) -> Result<(), Refusal> {
    permit(draft, Operation::Unrestrict)?;
    let errors = wrong_reason(&wish.reason);
    if !errors.is_empty() {
        return Err(Refusal::invalid_fields(errors));
    }
    let Some(group) = draft.ticket.restricted_to.take() else {
        return Err(Refusal::new(Code::IllegalOperation, "The ticket is not confidential."));
    };
    let name = draft.world.group_name(group);
    draft.log(EventType::TicketUnrestricted, json!({"group": name, "reason": wish.reason}));
    let by = draft.doer.person().map(|user| (user.id, user.name.clone()));
    let (doer, by) = by.map_or((None, String::new()), |(id, name)| (Some(id), name));
    let members = draft.world.people.active_members(group).map(|user| user.id);
    let told: BTreeSet<UserId> = members.chain(draft.ticket.owner).filter(|user| Some(*user) != doer).collect();
    let number = number_text(draft.ticket.kind, draft.ticket.number);
    let values = json!({"number": number, "by": by, "reason": wish.reason}).as_object().cloned().unwrap_or_default();
    for user in told {
        draft.notify(
            user,
            "{number} is not confidential any more: {by} opened it to all staff. {reason}",
            values.clone(),
        );
    }
    Ok(())
}

fn wrong_reason(reason: &str) -> Vec<FieldError> {
    if reason.trim().is_empty() {
        return vec![FieldError::new("/reason", "required", "Say why.")];
    }
    too_long("/reason", reason, LONGEST_REASON).into_iter().collect()
}

/// Puts on record who looked at a confidential ticket.
pub fn opened(draft: &mut Draft<'_>) -> Result<(), Refusal> {
    if draft.ticket.restricted_to.is_none() {
        return Err(Refusal::new(Code::IllegalOperation, "The ticket is not confidential."));
    }
    draft.log(EventType::TicketViewed, json!({}));
    Ok(())
}

/// Who sees a ticket whose group has changed: who watched it or worked on it
/// sees it no more, but for its owner and its handler; who is asked does, staff
/// of other groups, too.
pub fn settle(draft: &mut Draft<'_>) {
    let before = draft.before().map(|before| before.restricted_to);
    if before.is_none_or(|before| before == draft.ticket.restricted_to) || draft.ticket.restricted_to.is_none() {
        return;
    }
    draft.changes().whys_gone = vec![Why::Watcher, Why::Handler];
    for user in [draft.ticket.owner, draft.ticket.assignee].into_iter().flatten() {
        draft.see(user, Why::Handler);
    }
    let open: Vec<StepId> = draft.open_steps().map(|row| row.id).collect();
    for step in open {
        draft.let_parties_see(step);
    }
}
