//! Reclassification: the ticket is another catalog item from now on. The form is
//! that item's, its workflow begins at the top, its service level counts; what
//! was answered holds where the new workflow asks the same.

use super::draft::Draft;
use super::submit::{LONGEST_REASON, restricted_to, too_long, wrong_sent};
use super::{assign, ending, permit, prioritise, rerun, rework};
use crate::desk::command::Reclassify;
use crate::model::by_workflow;
use crate::model::catalog::Item;
use crate::model::event::EventType;
use crate::model::people::User;
use crate::model::problem::{FieldError, Refusal};
use crate::model::ranking;
use crate::model::status::Operation;
use serde_json::{Map, Value as Json, json};
use std::sync::Arc;

/// Makes it the other item.
pub fn reclassify(draft: &mut Draft<'_>, wish: &Reclassify) -> Result<(), Refusal> {
    permit(draft, Operation::Reclassify)?;
    let item = check(draft, wish)?;
    let world = Arc::clone(&draft.world);
    let restricted_to = restricted_to(&world, &item)?;
    assign::first_act(draft);
    rework::sent(draft, None);
    rerun::end(draft, "the request was reclassified");
    let undone = unmake(draft);
    let from = become_item(draft, &item);
    // A confidential ticket is never opened up by itself.
    draft.ticket.restricted_to = restricted_to.or(draft.ticket.restricted_to);
    rerun::begin(draft, Some(wish.form.clone()));
    draft.ticket.marks.item_run = draft.ticket.run;
    let data = json!({"from": from, "item": item.name, "run": draft.ticket.run, "reason": wish.reason});
    draft.log(EventType::TicketReclassified, data);
    if !undone.is_empty() {
        draft.log(EventType::TicketChanged, json!({"fields": undone}));
    }
    let values = [("item", item.title.as_str()), ("reason", wish.reason.as_str())];
    ending::tell_requester(draft, "{number} “{title}” is handled as “{item}” from now on: {reason}", &values);
    Ok(())
}

/// All that is wrong with the wish.
fn check(draft: &Draft<'_>, wish: &Reclassify) -> Result<Arc<Item>, Refusal> {
    let mut errors: Vec<FieldError> = Vec::new();
    if wish.reason.trim().is_empty() {
        errors.push(FieldError::new("/reason", "required", "Say why."));
    }
    errors.extend(too_long("/reason", &wish.reason, LONGEST_REASON));
    let item = draft.world.content.items.get(&wish.item);
    match item {
        None => errors.push(FieldError::new("/item", "unknown", format!("There is no item `{}`.", wish.item))),
        Some(item) if item.name == draft.ticket.item => {
            errors.push(FieldError::new("/item", "unchanged", "It is that item already: correct its form instead."));
        }
        Some(item) => {
            let user = draft.world.people.user(draft.ticket.requested_for);
            // An incident may turn out to be a problem, which staff alone ask for.
            let handles = draft.doer.person().filter(|doer| doer.is_staff());
            let may = |user: &Arc<User>| draft.world.may_ask(user, item);
            if !user.into_iter().chain(handles).any(may) {
                let name = user.map_or("Nobody", |user| user.name.as_str());
                errors.push(FieldError::new(
                    "/item",
                    "not_available",
                    format!("{name} may not ask for `{}`.", item.name),
                ));
            }
            errors.extend(wrong_sent(&draft.world, item, &wish.form, None, draft.now));
        }
    }
    match item {
        Some(item) if errors.is_empty() => Ok(Arc::clone(item)),
        _ => Err(Refusal::invalid_fields(errors)),
    }
}

/// What the former item's workflow made of the fields is no more; what people
/// made of them stays. The priority follows.
fn unmake(draft: &mut Draft<'_>) -> Map<String, Json> {
    let world = Arc::clone(&draft.world);
    let mut fields = by_workflow::take_back(&mut draft.ticket);
    if let Some(because) = prioritise::because(&fields) {
        let said = ranking::follow(world.policy(), &mut draft.ticket, &because);
        fields.extend(said.map(|said| ("priority".to_owned(), said)));
    }
    fields
}

/// What follows from the item alone; gives the former one's name.
fn become_item(draft: &mut Draft<'_>, item: &Arc<Item>) -> String {
    let world = Arc::clone(&draft.world);
    let program = world.content.workflows.get(item.workflow()).cloned();
    let former = draft.item.replace(Arc::clone(item));
    let ticket = &mut draft.ticket;
    ticket.kind = item.meta.kind;
    ticket.category.clone_from(&item.meta.category);
    ticket.pins.workflow = program.as_ref().map(|program| program.version.clone()).unwrap_or_default();
    ticket.pins.schema.clone_from(&item.version);
    ticket.pins.engine = crate::script::ENGINE.to_owned();
    ticket.stage = None;
    ticket.sla = None;
    ticket.flags.stuck = false;
    ticket.fault = None;
    // The next workflow may say nothing of it.
    if let Some(facts) = ticket.facts.change.as_mut() {
        facts.by_workflow = false;
    }
    // A title that nobody chose is the item's.
    if former.is_some_and(|former| former.title == ticket.title) {
        ticket.title.clone_from(&item.title);
        if let Some(submission) = draft.submission.as_mut() {
            submission.title.clone_from(&item.title);
        }
    }
    draft.program = program;
    std::mem::replace(&mut draft.ticket.item, item.name.clone())
}
