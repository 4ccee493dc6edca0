//! Tickets that open themselves by a timetable of the policy: as a submission of
//! the person whom they are for. Who wrote the policy answers for who may have it.

use super::draft::Draft;
use super::{Case, Decision, submit};
use crate::desk::command::{Command, Recur, Submit};
use crate::desk::load::LoadBoard;
use crate::desk::world::World;
use crate::model::changes::Guard;
use crate::model::event::EventType;
use crate::model::ids::{IdSource, TicketId};
use crate::model::problem::Refusal;
use crate::model::time::Time;
use serde_json::json;
use std::sync::Arc;

/// Opens the ticket of one firing.
pub fn open(
    case: Case,
    world: &Arc<World>,
    board: &Arc<LoadBoard>,
    command: &Command,
    wish: &Recur,
    now: Time,
    ids: &mut dyn IdSource,
) -> Result<Decision, Refusal> {
    let unknown = || Refusal::invalid("/item", "unknown", format!("There is no item `{}`.", wish.item));
    let item = world.content.items.get(&wish.item).cloned().ok_or_else(unknown)?;
    let nobody =
        || Refusal::invalid("/requested_for", "unknown", format!("There is nobody called `{}`.", wish.requested_for));
    let person = world.people.by_username(&wish.requested_for).filter(|user| user.active).ok_or_else(nobody)?;
    let wrong = submit::wrong_form(world, &item, &wish.form);
    if !wrong.is_empty() {
        return Err(Refusal::invalid_fields(wrong));
    }
    let sent = Submit {
        item: wish.item.clone(),
        form: wish.form.clone(),
        channel: Some("api".to_owned()),
        ..Submit::default()
    };
    let submission = submit::submission(world, &sent, &item, person, person);
    let id = TicketId::fresh(ids);
    let mut ticket = submit::ticket(world, &sent, &item, &submission, person, case.number, now, id)?;
    ticket.once.clone_from(&wish.once);
    let mut draft = Draft::start(ticket, Guard::New, world, board, command, now, ids);
    draft.program = case.program;
    submit::enters(&mut draft, &item, submission);
    let data = json!({"item": item.name, "run": 1, "channel": draft.ticket.channel, "recurring": wish.name});
    draft.log(EventType::TicketSubmitted, data);
    draft.run_due = true;
    draft.finish()
}
