//! The work on the ticket itself: it lies with whom the script names, and so
//! does the ticket; where the script names nobody, the work lies where the
//! ticket does.

use super::{Fault, ask, choose, known_form, opened};
use crate::desk::decide::assign::{lies, log_assigned};
use crate::desk::decide::draft::Draft;
use crate::desk::decide::intake;
use crate::model::event::Actor;
use crate::model::ids::StepId;
use crate::model::ticket::Why;
use crate::model::who::Who;

/// Opens the work.
pub fn open(draft: &mut Draft<'_>, step: StepId) -> Result<bool, Fault> {
    known_form(draft, step)?;
    let Some(row) = draft.row(step) else { return Ok(false) };
    if row.arguments.who.is_empty() {
        let who = where_it_lies(draft);
        draft.change_row(step, |row| row.arguments.who.extend(who));
    }
    if ask(draft, step) {
        move_ticket(draft, step);
    }
    opened(draft, step);
    Ok(false)
}

/// The ticket's queue, its handler, or whom the intake names.
fn where_it_lies(draft: &Draft<'_>) -> Option<Who> {
    let people = &draft.world.people;
    let group = draft.ticket.group.and_then(|id| people.group(id)).map(|group| Who::Group(group.name.clone()));
    let handler = || {
        let user = people.user(draft.ticket.assignee?)?;
        Some(Who::Person { id: user.id, username: user.username.clone() })
    };
    let queue = || intake::queue(&draft.world, &draft.ticket, draft.now).map(|queue| Who::Group(queue.group));
    group.or_else(handler).or_else(queue)
}

/// The ticket goes where its work goes. Who has it in hand keeps it as long as
/// they are among those who are asked.
fn move_ticket(draft: &mut Draft<'_>, step: StepId) {
    let chosen = choose(draft, step);
    let Some(row) = draft.row(step) else { return };
    let parties = row.arguments.parties.clone();
    let hand = draft.ticket.assignee.and_then(|id| draft.world.people.user(id)).cloned();
    let kept = hand.filter(|user| parties.include(user)).map(|user| user.id);
    let only = parties.users.first().copied().filter(|_| parties.groups.is_empty() && parties.users.len() == 1);
    let (before, lay) = ((draft.ticket.group, draft.ticket.assignee), lies(draft));
    draft.ticket.group = parties.groups.first().copied().or(draft.ticket.group);
    draft.ticket.assignee = chosen.or(kept).or(only);
    if let Some(user) = draft.ticket.assignee {
        draft.see(user, Why::Handler);
        draft.change_row(step, |row| row.arguments.parties.users.extend([user]));
    }
    if before != (draft.ticket.group, draft.ticket.assignee) {
        let actor = std::mem::replace(&mut draft.actor, Actor::workflow(&draft.ticket.item));
        log_assigned(draft, lay, None);
        draft.actor = actor;
    }
}
