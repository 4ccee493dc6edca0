//! `split`: a part of a ticket becomes a ticket of its own, for the same people.
//! The new one is made at once; the one that it was a part of is told.

use super::{label, tell, wrong_text};
use crate::desk::command::{Command, SplitOff, Submit};
use crate::desk::decide::draft::Draft;
use crate::desk::decide::submit::{self, LONGEST_REASON, too_long};
use crate::desk::decide::{Case, Decision};
use crate::desk::load::LoadBoard;
use crate::desk::world::World;
use crate::model::changes::Guard;
use crate::model::event::EventType;
use crate::model::ids::{IdSource, TicketId};
use crate::model::people::User;
use crate::model::problem::{Code, FieldError, Refusal};
use crate::model::relation::{LinkType, Related};
use crate::model::status::{self, Operation, allowed_by_status, allowed_to};
use crate::model::ticket::Ticket;
use crate::model::time::Time;
use serde_json::json;
use std::sync::Arc;

const LONGEST_TITLE: usize = 200;

/// Makes the part a ticket.
pub fn split(
    case: Case,
    world: &Arc<World>,
    board: &Arc<LoadBoard>,
    command: &Command,
    off: &SplitOff,
    now: Time,
    ids: &mut dyn IdSource,
) -> Result<Decision, Refusal> {
    let source = case.kin.other.ok_or_else(Refusal::not_found)?;
    let caller = command.doer.person().ok_or_else(|| Refusal::new(Code::Forbidden, "Only people split a ticket."))?;
    if !allowed_to(Operation::Split, caller, &source) {
        return Err(Refusal::new(Code::Forbidden, status::forbidden(Operation::Split)));
    }
    if off.expect.is_some_and(|version| version != source.version) {
        let detail = format!("The ticket is at version {} now.", source.version);
        return Err(Refusal::new(Code::PreconditionFailed, detail));
    }
    check_status(caller, &source)?;
    check(world, &source, off, now)?;
    let person = |id| world.people.user(id).cloned().ok_or_else(Refusal::not_found);
    let (requester, requested_for) = (person(source.requester)?, person(source.requested_for)?);
    let item = world.content.items.get(&off.wish.item).cloned().ok_or_else(Refusal::not_found)?;
    let sent = Submit {
        item: off.wish.item.clone(),
        form: off.wish.form.clone(),
        title: off.wish.title.clone(),
        channel: Some(source.channel.clone()),
        location: source.location.clone(),
        ..Submit::default()
    };
    let submission = submit::submission(world, &sent, &item, &requester, &requested_for);
    let id = TicketId::fresh(ids);
    let mut ticket = submit::ticket(world, &sent, &item, &submission, caller, case.number, now, id)?;
    ticket.restricted_to = ticket.restricted_to.or(source.restricted_to);
    ticket.facts.relations.linked = true;
    let mut draft = Draft::start(ticket, Guard::New, world, board, command, now, ids);
    draft.program = case.program;
    submit::enters(&mut draft, &item, submission);
    let data = json!({"item": item.name, "run": 1, "channel": draft.ticket.channel, "split_from": label(&source)});
    draft.log(EventType::TicketSubmitted, data);
    let link = super::to_ticket(&draft, LinkType::RelatesTo, source.number, Some(&off.wish.reason));
    draft.changes().links.push(link);
    tell(&mut draft, &source, Related::Split { reason: off.wish.reason.clone() });
    crate::desk::decide::assign::first_act(&mut draft);
    draft.run_due = true;
    draft.finish()
}

fn check_status(caller: &User, source: &Ticket) -> Result<(), Refusal> {
    if allowed_by_status(Operation::Split, source) {
        return Ok(());
    }
    let why = status::impossible(Operation::Split, source.status, &source.flags);
    let mut refusal = Refusal::new(Code::IllegalOperation, why);
    refusal.allowed = status::actions(caller, source).into_iter().map(str::to_owned).collect();
    Err(refusal)
}

fn check(world: &World, source: &Ticket, off: &SplitOff, now: Time) -> Result<(), Refusal> {
    let wish = &off.wish;
    let mut errors: Vec<FieldError> = wrong_text("/reason", &wish.reason, LONGEST_REASON).into_iter().collect();
    errors.extend(wish.title.as_ref().and_then(|title| too_long("/title", title, LONGEST_TITLE)));
    if wish.title.as_ref().is_some_and(|title| title.trim().is_empty()) {
        errors.push(FieldError::new("/title", "minLength", "a title is not empty; leave it out for the item's"));
    }
    match world.content.items.get(&wish.item) {
        None => errors.push(FieldError::new("/item", "unknown", format!("There is no item `{}`.", wish.item))),
        Some(item) => {
            let user = world.people.user(source.requested_for);
            if !user.is_some_and(|user| world.may_ask(user, item)) {
                let name = user.map_or("Nobody", |user| user.name.as_str());
                let message = format!("{name} may not ask for `{}`.", item.name);
                errors.push(FieldError::new("/item", "not_available", message));
            }
            errors.extend(submit::wrong_sent(world, item, &wish.form, None, now));
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(Refusal::invalid_fields(errors)) }
}
