//! `transfer`: who is asked hands their seat, or their task, on to somebody
//! else; from then on it waits for them, and no longer for who handed it on.

use super::on_step::{log, may_be_given_a_vote, somebody_else, wanted};
use crate::desk::decide::draft::Draft;
use crate::desk::decide::ending::tell;
use crate::desk::handling::Transfer;
use crate::model::event::EventType;
use crate::model::journal::JournalRow;
use crate::model::people::User;
use crate::model::problem::{FieldError, Refusal};
use serde_json::json;

/// Hands it on.
pub fn transfer(draft: &mut Draft<'_>, row: &JournalRow, from: &User, wish: &Transfer) -> Result<(), Refusal> {
    let mut errors: Vec<FieldError> = Vec::new();
    let to = somebody_else(draft, "/to", &wish.to, from, &mut errors);
    errors.extend(wanted("/reason", &wish.reason));
    if let Some(to) = &to {
        errors.extend(match row.arguments.rule {
            Some(_) => may_be_given_a_vote(draft, row, "/to", to),
            None => row
                .arguments
                .parties
                .users
                .contains(&to.id)
                .then(|| FieldError::new("/to", "already_asked", format!("{} is asked already.", to.name))),
        });
    }
    let Some(to) = to.filter(|_| errors.is_empty()) else { return Err(Refusal::invalid_fields(errors)) };
    draft.change_row(row.id, |row| {
        let arguments = &mut row.arguments;
        if let Some(rule) = arguments.rule.as_mut() {
            rule.hand_on(from.id, to.id);
        }
        arguments.parties.users.remove(&from.id);
        arguments.parties.users.insert(to.id);
        if arguments.handling.claimed == Some(from.id) {
            arguments.handling.claimed = Some(to.id);
        }
    });
    draft.ask_anew(row.id);
    let data = json!({"from": from.username, "to": to.username, "reason": wish.reason});
    log(draft, EventType::StepTransferred, row, data);
    let values = json!({"by": from.name, "step": row.name, "reason": wish.reason});
    tell(draft, &[to.id], "{number}: {by} hands “{step}” on to you: {reason}", values);
    Ok(())
}
