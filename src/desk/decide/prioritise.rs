//! Priority: it follows impact and urgency; who may sets another one with a
//! reason, or gives it back to the matrix; of a VIP's ticket somebody is told.

use super::draft::Draft;
use super::ending::tell;
use super::submit::{LONGEST_REASON, too_long};
use crate::desk::command::Patch;
use crate::model::ids::UserId;
use crate::model::problem::{Code, FieldError, Refusal};
use crate::model::ranking;
use serde_json::{Map, Value as Json, json};

/// Characters of a reason.
const SHORTEST: usize = 5;

/// 403 where somebody sets a priority who may not.
pub fn permit(draft: &Draft<'_>, wish: &Patch) -> Result<(), Refusal> {
    let may = draft.doer.person().is_some_and(|user| draft.policy().may_override(user));
    let asked = wish.priority.is_some() || wish.priority_reason.is_some();
    if asked && !may {
        let roles = draft.policy().matrix.overriders.join(", ");
        let detail = format!("Another priority than the matrix gives is set by: {roles}.");
        return Err(Refusal::new(Code::Forbidden, detail));
    }
    Ok(())
}

/// What is wrong with a priority that somebody sets.
pub fn check(draft: &Draft<'_>, wish: &Patch, errors: &mut Vec<FieldError>) {
    let reason = wish.priority_reason.as_deref().unwrap_or_default();
    if let Some(Some(priority)) = &wish.priority {
        let known = draft.policy().priorities();
        if !known.contains(priority) {
            let message = format!("`{priority}` is none of {}", known.join(", "));
            errors.push(FieldError::new("/priority", "enum", message));
        }
        if reason.trim().chars().count() < SHORTEST {
            let message = format!("Say why, in at least {SHORTEST} characters.");
            errors.push(FieldError::new("/priority_reason", "required", message));
        }
    }
    if wish.priority.is_none() && wish.priority_reason.is_some() {
        errors.push(FieldError::new("/priority_reason", "alone", "It explains a `priority`, which is missing."));
    }
    errors.extend(too_long("/priority_reason", reason, LONGEST_REASON));
}

/// The priority as the patch leaves it, on record.
pub fn prioritise(draft: &mut Draft<'_>, wish: &Patch, fields: &mut Map<String, Json>) {
    let world = std::sync::Arc::clone(&draft.world);
    let (policy, now) = (world.policy(), draft.now);
    let doer = draft.doer.user_id();
    let ticket = &mut draft.ticket;
    if let Some(because) = because(fields) {
        fields.extend(ranking::follow(policy, ticket, &because).map(|said| ("priority".to_owned(), said)));
    }
    let reason = wish.priority_reason.as_deref().unwrap_or_default();
    let said = match (&wish.priority, doer) {
        (Some(Some(to)), Some(by)) => Some(ranking::set(policy, ticket, to, by, reason, now)),
        (Some(None), _) => ranking::give_back(policy, ticket, reason),
        _ => None,
    };
    fields.extend(said.map(|said| ("priority".to_owned(), said)));
}

/// Which of the fields that move the priority were changed.
pub fn because(fields: &Map<String, Json>) -> Option<String> {
    let moved: Vec<&str> = ["impact", "urgency"].into_iter().filter(|name| fields.contains_key(*name)).collect();
    (!moved.is_empty()).then(|| moved.join(" and "))
}

/// Who looks after VIPs is told of a ticket that comes in for one; of what its
/// workflow opens on the way they know.
pub fn announce(draft: &mut Draft<'_>) {
    if !draft.ticket.flags.vip || !draft.ticket.parents.is_empty() {
        return;
    }
    let world = std::sync::Arc::clone(&draft.world);
    let policy = world.policy();
    let Some(role) = &policy.vip.tell else { return };
    let people: Vec<UserId> = world.people.holders(role, &policy.roles).into_iter().collect();
    let name = world.people.user(draft.ticket.requested_for).map(|user| user.name.clone());
    let text = match policy.vip.on_site {
        true => "{number} “{title}” is for a VIP, {person}: somebody goes there. Priority {priority}.",
        false => "{number} “{title}” is for a VIP, {person}. Priority {priority}.",
    };
    let values = json!({"person": name.unwrap_or_default(), "priority": draft.ticket.priority});
    tell(draft, &people, text, values);
}
