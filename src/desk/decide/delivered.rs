//! What came of a plugin call: done, refused, or nobody there. A broken
//! neighbour never ends a step; its refusal is an error for the script.

use super::answer::ask_owner;
use super::draft::Draft;
use super::steps::{on_fail, settle};
use super::undo;
use crate::desk::command::{Delivered, Reply};
use crate::model::event::EventType;
use crate::model::ids::UserId;
use crate::model::journal::{Answer, Origin, RowKind, RowState};
use crate::model::people::Role;
use crate::model::problem::{Code, Refusal};
use crate::model::ticket::number_text;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

/// Takes a delivery's end into the ticket.
pub fn delivered(draft: &mut Draft<'_>, wish: &Delivered) -> Result<(), Refusal> {
    let row = draft.journal.iter().find(|row| row.kind == RowKind::Plugin && row.id == wish.step).cloned();
    let Some(row) = row.filter(|row| row.is_open()) else {
        return Err(Refusal::new(Code::StepSettled, "The call's step was settled before."));
    };
    match &wish.reply {
        Reply::Done(output) => {
            draft.changes().deliveries_gone.push(wish.delivery);
            let answer = Answer { outcome: "done".to_owned(), output: output.clone(), ..Answer::default() };
            settle(draft, row.id, RowState::Done, answer);
        }
        Reply::Refused { code, message } => {
            draft.changes().deliveries_gone.push(wish.delivery);
            if row.origin == Origin::Undo {
                undo::refused(draft, &row, code, message);
            } else if on_fail(draft, &row) == "ask_owner"
                && !draft.ticket.flags.cancelling
                && draft.ticket.status.is_open()
            {
                ask_owner(draft, &row, message);
            } else {
                let answer = Answer {
                    outcome: "refused".to_owned(),
                    output: Json::Null,
                    comment: Some(message.clone()),
                    code: Some(code.clone()),
                    ..Answer::default()
                };
                settle(draft, row.id, RowState::Failed, answer);
            }
        }
        Reply::Unreachable { message, attempts } => unreachable(draft, &row.name, message, *attempts),
    }
    Ok(())
}

/// Retries are used up: the step stays open, the owner and the admins are told.
fn unreachable(draft: &mut Draft<'_>, name: &str, message: &str, attempts: i32) {
    draft.log(EventType::DeliveryFailed, json!({"call": name, "attempts": attempts, "message": message}));
    let number = number_text(draft.ticket.kind, draft.ticket.number);
    let values = json!({"number": number, "call": name, "attempts": attempts});
    tell_owner_and_admins(
        draft,
        "{number}: {call} could not be reached in {attempts} attempts; the step waits.",
        &values,
    );
}

/// What is wrong outside is for the owner to know, and for who can mend it.
pub fn tell_owner_and_admins(draft: &mut Draft<'_>, text: &str, values: &Json) {
    let world = std::sync::Arc::clone(&draft.world);
    let admins = world.people.holders(Role::Admin.as_str(), &world.policy().roles);
    let people: BTreeSet<UserId> = admins.into_iter().chain(draft.ticket.owner).collect();
    for user in people {
        draft.notify(user, text, values.as_object().cloned().unwrap_or_default());
    }
}
