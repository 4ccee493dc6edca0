//! Escalation, by a person or a job. Functional: the work moves to a group, the
//! level rises. Hierarchic: the work stays, and who runs the process is told.

use super::draft::Draft;
use super::ending::tell;
use super::submit::{LONGEST_REASON, too_long};
use super::{assign, permit};
use crate::desk::command::Escalate;
use crate::model::dispatch::Raised;
use crate::model::event::EventType;
use crate::model::ids::{GroupId, UserId};
use crate::model::people::Role;
use crate::model::problem::{FieldError, Refusal};
use crate::model::status::{Operation, Status};
use crate::model::ticket::{Why, open_to_staff};
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Escalates.
pub fn escalate(draft: &mut Draft<'_>, wish: &Escalate) -> Result<(), Refusal> {
    permit(draft, Operation::Escalate)?;
    let group = checked(draft, wish)?;
    match wish.level {
        None => functional(draft, group, &wish.reason, true),
        Some(_) => hierarchic(draft, &wish.reason),
    }
    Ok(())
}

/// The group that the work goes to, where one is named.
fn checked(draft: &Draft<'_>, wish: &Escalate) -> Result<Option<GroupId>, Refusal> {
    let mut errors: Vec<FieldError> = Vec::new();
    let people = &draft.world.people;
    let by_person = draft.doer.person().is_some();
    if wish.reason.trim().is_empty() {
        errors.push(FieldError::new("/reason", "required", "Say why."));
    }
    errors.extend(too_long("/reason", &wish.reason, LONGEST_REASON));
    let group = wish.group.as_ref().and_then(|name| people.by_group_name(name)).map(|group| group.id);
    let refuse = |code: &str, message: &str| FieldError::new("/group", code, message);
    match (wish.level.as_deref(), &wish.group) {
        (Some("manager"), None) => {}
        (Some("manager"), Some(_)) => {
            errors.push(refuse("unknown", "the work stays where it is: leave the group out, or the level"));
        }
        (Some(other), _) => {
            errors.push(FieldError::new(
                "/level",
                "enum",
                format!("`{other}` is none: write manager, or leave it out"),
            ));
        }
        (None, Some(name)) if group.is_none() => {
            errors.push(FieldError::new("/group", "unknown", format!("There is no group `{name}`.")));
        }
        (None, Some(_)) if by_person && group == draft.ticket.group => {
            errors.push(refuse("unchanged", "It lies with that group: leave it out where only the level is to rise."));
        }
        (None, Some(_)) if group.is_some_and(|group| people.active_members(group).next().is_none()) => {
            errors.push(refuse("nobody", "Nobody of that group could work on it."));
        }
        (None, None) if by_person && draft.ticket.status == Status::New => {
            errors.push(refuse("required", "Nobody has it yet: name the group that is to take it."));
        }
        (None, _) => {}
    }
    if errors.is_empty() { Ok(group) } else { Err(Refusal::invalid_fields(errors)) }
}

/// The work moves. From `new` only the group changes (design.md section 5); of a
/// machine the managers hear that once.
pub fn functional(draft: &mut Draft<'_>, group: Option<GroupId>, reason: &str, heard: bool) {
    let lay = assign::lies(draft);
    let known = draft.ticket.facts.dispatch.passed_on > 0 && draft.doer.is_machine();
    let rises = draft.ticket.moves_up();
    let moved = group.filter(|group| draft.ticket.group != Some(*group));
    if moved.is_some() {
        assign::place(draft, moved, None);
    }
    let name = draft.ticket.group.and_then(|id| draft.world.group_name(id));
    let level = draft.ticket.escalation_level;
    draft.log(
        EventType::TicketEscalated,
        json!({"group": name, "level": level, "reason": reason, "functional": rises, "from": lay}),
    );
    if heard && !known {
        let people: Vec<UserId> = managers(draft).into_iter().chain(draft.ticket.owner).collect();
        tell(draft, &people, "{number} was escalated: {reason}", json!({"reason": reason}));
    }
}

/// The work stays; who runs the process and who leads the group know. They see
/// the ticket from now on, a confidential one too: somebody wanted them to.
fn hierarchic(draft: &mut Draft<'_>, reason: &str) {
    let mut told: BTreeSet<UserId> = holders(draft);
    told.extend(lead(draft));
    for user in &told {
        draft.see(*user, Why::Watcher);
    }
    raise(draft, &told, reason);
    let people: Vec<UserId> = told.into_iter().collect();
    tell(draft, &people, "{number} was escalated: {reason}", json!({"reason": reason}));
}

/// Puts on record that managers know, and which.
pub fn raise(draft: &mut Draft<'_>, told: &BTreeSet<UserId>, reason: &str) {
    let by = draft.doer.user_id();
    draft.ticket.facts.dispatch.raised = Some(Raised { by, at: draft.now, reason: reason.to_owned() });
    let data = json!({"level": "manager", "to": names(draft, told), "reason": reason});
    draft.log(EventType::TicketEscalated, data);
}

/// Usernames, in their order.
pub fn names(draft: &Draft<'_>, people: &BTreeSet<UserId>) -> BTreeSet<String> {
    people.iter().filter_map(|id| draft.world.people.user(*id)).map(|user| user.username.clone()).collect()
}

fn holders(draft: &Draft<'_>) -> BTreeSet<UserId> {
    let world = Arc::clone(&draft.world);
    world.people.holders(Role::ServiceRequestManager.as_str(), &world.policy().roles)
}

/// Who runs the process and may see the ticket (row 97).
pub fn managers(draft: &Draft<'_>) -> BTreeSet<UserId> {
    let restricted = draft.ticket.restricted_to;
    let sees = |id: &UserId| draft.world.people.user(*id).is_some_and(|user| open_to_staff(user, restricted));
    holders(draft).into_iter().filter(sees).collect()
}

/// Who leads the group that the ticket lies with.
pub fn lead(draft: &Draft<'_>) -> Option<UserId> {
    let people = &draft.world.people;
    let lead = people.group(draft.ticket.group?)?.lead?;
    people.user(lead).filter(|user| user.active).map(|user| user.id)
}
