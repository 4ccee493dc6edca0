//! Confirmation of money: by the requester, or by whom the script names. Costs
//! are confirmed before work starts (requirements rows 84–86).

use super::{Fault, ask, opened};
use crate::desk::decide::draft::Draft;
use crate::model::ids::StepId;
use crate::model::journal::{Answer, JournalRow, Origin, RowKind, RowState};
use crate::model::money::Money;
use crate::model::ticket::Cost;
use crate::model::who::Who;
use rust_decimal::Decimal;
use std::str::FromStr;

/// The ticket's cost is confirmed as it was asked for. What the handler asks for
/// comes on top of what the item costs.
pub fn confirmed(draft: &mut Draft<'_>, amount: &Money, origin: Origin) {
    let of_person =
        |row: &&JournalRow| row.origin == Origin::Person && row.kind == RowKind::Cost && row.state == RowState::Done;
    let amounts = draft.all_rows().filter(of_person).filter_map(|row| row.arguments.amount.as_ref());
    let beside: Decimal = amounts.filter(|it| it.currency == amount.currency).map(|it| it.amount).sum();
    let cost = draft.ticket.cost.get_or_insert_with(|| Cost::none(amount.currency.clone()));
    if cost.currency != amount.currency {
        // What was estimated in another currency is no part of what was confirmed.
        cost.currency.clone_from(&amount.currency);
        cost.estimated = None;
        cost.confirmed = None;
    }
    let before = match origin {
        Origin::Person => cost.confirmed.as_deref().and_then(|said| Decimal::from_str(said).ok()).unwrap_or_default(),
        // What the item costs is said anew; what was asked for beside it stays.
        _ => beside,
    };
    cost.confirmed = Some((before + amount.amount).to_string());
}

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
