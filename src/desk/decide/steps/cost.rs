//! Confirmation of money: by the requester, or by whom the script names. Costs
//! are confirmed before work starts (requirements rows 84–86).

use super::{Fault, ask, opened};
use crate::desk::decide::draft::Draft;
use crate::model::ids::StepId;
use crate::model::journal::{Answer, RowState};
use crate::model::who::Who;

/// Opens a cost confirmation; nothing is asked where nothing is to be paid.
pub fn open(draft: &mut Draft<'_>, step: StepId) -> Result<bool, Fault> {
    let Some(row) = draft.row(step) else { return Ok(false) };
    if row.arguments.amount.as_ref().is_none_or(|amount| amount.amount.is_zero()) {
        let answer =
            Answer { outcome: "confirmed".to_owned(), comment: Some("nothing to pay".to_owned()), ..Answer::default() };
        super::settle(draft, step, RowState::Done, answer);
        return Ok(true);
    }
    if row.arguments.who.is_empty() {
        let (id, username) = (draft.ticket.requester, String::new());
        let username = draft.world.people.user(id).map_or(username, |user| user.username.clone());
        draft.change_row(step, |row| row.arguments.who = vec![Who::Person { id, username }]);
    }
    ask(draft, step);
    opened(draft, step);
    Ok(false)
}
