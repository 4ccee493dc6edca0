//! `close`: the result is confirmed, by the requester or by the owner.

use super::draft::Draft;
use super::submit::too_long;
use super::{ending, permit};
use crate::desk::command::Close;
use crate::model::problem::{Code, Refusal};
use crate::model::status::Operation;
use crate::model::ticket::ClosureCode;

const LONGEST_REMARKS: usize = 20_000;

/// Closes with the code to come, or with the one that the owner names.
pub fn close(draft: &mut Draft<'_>, wish: &Close) -> Result<(), Refusal> {
    permit(draft, Operation::Close)?;
    let to_come = draft.ticket.closure_code.unwrap_or(ClosureCode::Succeeded);
    let code = match wish.closure_code.as_deref() {
        None => to_come,
        Some(name) => ClosureCode::parse(name).ok_or_else(|| {
            let known = ClosureCode::ALL.map(ClosureCode::as_str).join(", ");
            Refusal::invalid("/closure_code", "enum", format!("`{name}` is none of {known}"))
        })?,
    };
    let is_owner = draft.doer.user_id() == draft.ticket.owner;
    let names_something = code != to_come || wish.closure_reason.is_some() || wish.remarks.is_some();
    if names_something && !is_owner {
        return Err(Refusal::new(Code::Forbidden, "Only the owner chooses another closure code, a reason or remarks."));
    }
    if let Some(error) = wish.remarks.as_ref().and_then(|text| too_long("/remarks", text, LONGEST_REMARKS)) {
        return Err(Refusal::invalid_fields(vec![error]));
    }
    ending::check_reason(draft, wish.closure_reason.as_deref(), code)?;
    if wish.remarks.is_some() {
        draft.ticket.remarks = wish.remarks.clone();
    }
    let reason =
        wish.closure_reason.clone().or_else(|| draft.ticket.closure_reason.clone().filter(|_| code == to_come));
    ending::close(draft, code, reason, false, None);
    Ok(())
}
