//! `owner`: the agent who answers for the ticket hands that over, or who runs the
//! process does. Whatever else moves a ticket leaves its owner alone (row 107).

use super::draft::Draft;
use super::ending::tell;
use super::submit::{LONGEST_REASON, too_long};
use super::{assign, desks, permit};
use crate::desk::dispatch::HandOver;
use crate::model::event::EventType;
use crate::model::ids::{StepId, UserId};
use crate::model::journal::{JournalRow, WENT_WRONG};
use crate::model::people::{Role, User};
use crate::model::problem::{FieldError, Refusal};
use crate::model::status::{Operation, Status};
use crate::model::ticket::Why;
use serde_json::json;
use std::sync::Arc;

/// Hands it over.
pub fn hand_over(draft: &mut Draft<'_>, wish: &HandOver) -> Result<(), Refusal> {
    permit(draft, Operation::Owner)?;
    let mut errors: Vec<FieldError> = Vec::new();
    let user = draft.world.people.by_username(&wish.owner).filter(|user| user.active && user.has(Role::Agent)).cloned();
    match &user {
        None => {
            let message = format!("`{}` is no agent who is here.", wish.owner);
            errors.push(FieldError::new("/owner", "unknown", message));
        }
        Some(user) if draft.ticket.owner == Some(user.id) => {
            errors.push(FieldError::new("/owner", "unchanged", format!("{} answers for it already.", user.name)));
        }
        Some(user) if desks::would_relieve(draft, user) => {
            let message =
                format!("{} is away, and for so long that the desk hands on what they answer for.", user.name);
            errors.push(FieldError::new("/owner", "away", message));
        }
        Some(_) => {}
    }
    if wish.reason.trim().is_empty() {
        errors.push(FieldError::new("/reason", "required", "Say why."));
    }
    errors.extend(too_long("/reason", &wish.reason, LONGEST_REASON));
    match user {
        Some(user) if errors.is_empty() => {
            give_to(draft, &user, &wish.reason);
            Ok(())
        }
        _ => Err(Refusal::invalid_fields(errors)),
    }
}

/// Somebody else answers for it from now on, in their own group of the desk. What
/// was with the former owner as such goes along: the ticket while nobody works on
/// it, and what the owner was asked to decide.
pub fn give_to(draft: &mut Draft<'_>, user: &Arc<User>, reason: &str) {
    let (before, lay) = (draft.ticket.owner, assign::lies(draft));
    let kept = draft.ticket.owner_group.filter(|group| user.groups.contains(group));
    let group = kept.or_else(|| assign::desk_group(draft, user));
    draft.ticket.owner = Some(user.id);
    draft.ticket.owner_group = group.or(draft.ticket.owner_group);
    draft.see(user.id, Why::Handler);
    let username = |id: UserId| draft.world.people.user(id).map(|user| user.username.clone());
    let names = json!({"from": before.and_then(username), "owner": user.username,
        "group": draft.ticket.owner_group.and_then(|id| draft.world.group_name(id)), "reason": reason});
    draft.log(EventType::TicketHandedOver, names);
    if draft.ticket.status == Status::Accepted && draft.ticket.assignee == before {
        let came_back = draft.ticket.facts.dispatch.handed_back.take();
        assign::place(draft, draft.ticket.owner_group, Some(user.id));
        draft.ticket.facts.dispatch.handed_back = came_back;
        assign::log_assigned(draft, lay, Some(reason));
    }
    if let Some(before) = before {
        ask_instead(draft, before, user.id);
    }
    tell(draft, &[user.id], "{number} “{title}”: you answer for it from now on. {reason}", json!({"reason": reason}));
}

/// What was asked of the owner as such is asked of the new one.
fn ask_instead(draft: &mut Draft<'_>, before: UserId, now: UserId) {
    let of_owner = |row: &&JournalRow| row.arguments.values.contains_key(WENT_WRONG) || row.is_cancel_wish();
    let asked = |row: &&JournalRow| row.arguments.parties.users.contains(&before);
    let steps: Vec<StepId> = draft.open_steps().filter(of_owner).filter(asked).map(|row| row.id).collect();
    for step in steps {
        draft.change_row(step, |row| {
            row.arguments.parties.users.remove(&before);
            row.arguments.parties.users.insert(now);
        });
        draft.ask_anew(step);
    }
}
