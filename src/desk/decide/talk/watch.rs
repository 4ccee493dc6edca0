//! Watchers: who wants to know what becomes of a ticket, and what they are told.
//! Staff let others watch who see the ticket by nothing else; that sight goes
//! with the watching.

use crate::desk::conversation::Watch;
use crate::desk::decide::draft::Draft;
use crate::desk::decide::{ending, permit};
use crate::model::event::EventType;
use crate::model::ids::UserId;
use crate::model::people::User;
use crate::model::problem::{Code, Refusal};
use crate::model::status::{Operation, Status, allowed_to};
use crate::model::ticket::{Why, open_to_staff};
use crate::model::watching::{MOST, Sees, Watcher};
use serde_json::{Value as Json, json};
use std::sync::Arc;

/// Somebody watches from now on.
pub fn watch(draft: &mut Draft<'_>, wish: &Watch) -> Result<(), Refusal> {
    let (caller, user) = whom(draft, wish.user.as_deref())?;
    if draft.ticket.facts.watchers.iter().any(|watcher| watcher.user == user.id) {
        return Ok(());
    }
    if !user.active {
        return Err(Refusal::invalid("/user", "inactive", "This person is not active."));
    }
    if draft.ticket.facts.watchers.len() >= MOST {
        return Err(Refusal::invalid("/user", "maxItems", format!("At most {MOST} people watch a ticket.")));
    }
    add(draft, &user, caller.id);
    if user.id != caller.id {
        ending::tell(draft, &[user.id], "{by} lets you watch {number} “{title}”.", json!({"by": caller.name}));
    }
    Ok(())
}

/// Somebody watches no more.
pub fn unwatch(draft: &mut Draft<'_>, user: Option<&str>) -> Result<(), Refusal> {
    let (_, user) = whom(draft, user)?;
    let watchers = &mut draft.ticket.facts.watchers;
    let Some(at) = watchers.iter().position(|watcher| watcher.user == user.id) else { return Ok(()) };
    let watcher = watchers.remove(at);
    draft.changes().watchers_gone.push(user.id);
    if watcher.sees == Sees::Watching {
        draft.changes().viewers_gone.push(user.id);
    }
    draft.log(EventType::WatcherRemoved, json!({"user": user.username}));
    Ok(())
}

/// Who calls, and whom it is about: oneself, or for staff another.
fn whom(draft: &Draft<'_>, name: Option<&str>) -> Result<(Arc<User>, Arc<User>), Refusal> {
    permit(draft, Operation::Watch)?;
    let caller = draft.doer.person().cloned().ok_or_else(Refusal::not_found)?;
    let Some(name) = name.filter(|name| *name != caller.username) else { return Ok((Arc::clone(&caller), caller)) };
    // What is confidential is opened to others only by those who handle it.
    let handles = || allowed_to(Operation::Hold, &caller, &draft.ticket);
    if !caller.is_staff() || (draft.ticket.restricted_to.is_some() && !handles()) {
        return Err(Refusal::new(Code::Forbidden, "You may not say who else watches this ticket."));
    }
    let unknown = || Refusal::invalid("/user", "unknown", format!("There is nobody called `{name}` here."));
    let user = draft.world.people.by_username(name).cloned().ok_or_else(unknown)?;
    Ok((caller, user))
}

/// Lets somebody watch; who sees the ticket by nothing else sees it by that.
pub fn add(draft: &mut Draft<'_>, user: &User, by: UserId) {
    let watchers = &draft.ticket.facts.watchers;
    if watchers.len() >= MOST || watchers.iter().any(|watcher| watcher.user == user.id) {
        return;
    }
    let sees = if draft.concerns(user.id) {
        Sees::Concerned
    } else if open_to_staff(user, draft.ticket.restricted_to) {
        Sees::Staff
    } else {
        Sees::Watching
    };
    if sees == Sees::Watching {
        draft.see(user.id, Why::Watcher);
    }
    let at = draft.now;
    draft.ticket.facts.watchers.push(Watcher { user: user.id, by, at, sees });
    draft.changes().watchers.push(user.id);
    draft.log(EventType::WatcherAdded, json!({"user": user.username}));
}

/// Tells watchers something that those in `told` know already.
pub fn tell_others(draft: &mut Draft<'_>, told: &[UserId], text: &str, values: Json) {
    let (people, restricted) = (&draft.world.people, draft.ticket.restricted_to);
    let watchers = draft.ticket.facts.watchers.iter();
    let watchers = watchers.filter(|watcher| watcher.still_sees(people, restricted)).map(|watcher| watcher.user);
    let others: Vec<UserId> = watchers.filter(|user| !told.contains(user)).collect();
    ending::tell(draft, &others, text, values);
}

/// Watchers learn what became of the ticket.
pub fn tell_watchers(draft: &mut Draft<'_>) {
    let Some(before) = draft.before().map(|ticket| ticket.status) else { return };
    let after = draft.ticket.status;
    if before == after || draft.ticket.facts.watchers.is_empty() {
        return;
    }
    let text = match after {
        Status::Closed => "{number} “{title}” is closed.",
        Status::Resolved => "{number} “{title}” is resolved.",
        _ if !before.is_open() => "{number} “{title}” is open again.",
        Status::Escalated => "{number} “{title}” was escalated.",
        Status::New | Status::Accepted => "{number} “{title}” was accepted.",
        Status::Assigned => "{number} “{title}” was assigned.",
    };
    let told = draft.told();
    tell_others(draft, &told, text, json!({}));
}
