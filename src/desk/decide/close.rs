//! `close`: the result is confirmed, by the requester or by the owner. Where the
//! policy wants who asked to be called first, the owner waits for that call;
//! who asked confirms by closing it themselves.

use super::draft::Draft;
use super::submit::too_long;
use super::{better_way, ending, follow_up, knowledge, permit};
use crate::desk::command::Close;
use crate::model::closing::DecidedWith;
use crate::model::journal::{JournalRow, RowKind};
use crate::model::problem::{Code, FieldError, Refusal};
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
    let doer = draft.doer.user_id();
    let is_owner = doer == draft.ticket.owner;
    let beside = [&wish.closure_reason, &wish.remarks, &wish.better_way, &wish.knowledge];
    if (code != to_come || beside.into_iter().any(Option::is_some)) && !is_owner {
        let detail =
            "Only the owner chooses another closure code, a reason, remarks, or what becomes of the knowledge.";
        return Err(Refusal::new(Code::Forbidden, detail));
    }
    if ![draft.ticket.requester, draft.ticket.requested_for].into_iter().any(|user| Some(user) == doer) {
        follow_up::made_first(draft)?;
    }
    let errors: Vec<FieldError> =
        wish.remarks.as_ref().and_then(|text| too_long("/remarks", text, LONGEST_REMARKS)).into_iter().collect();
    if !errors.is_empty() {
        return Err(Refusal::invalid_fields(errors));
    }
    fits(draft, code, to_come)?;
    ending::check_reason(draft, wish.closure_reason.as_deref(), code)?;
    declined(draft, wish)?;
    let decision =
        if is_owner { knowledge::wanted(draft, wish.knowledge.as_deref(), DecidedWith::Closed)? } else { None };
    if wish.remarks.is_some() {
        draft.ticket.remarks = wish.remarks.clone();
    }
    let reason =
        wish.closure_reason.clone().or_else(|| draft.ticket.closure_reason.clone().filter(|_| code == to_come));
    let text = draft.ticket.resolution.clone().unwrap_or_default();
    knowledge::decide(draft, decision, DecidedWith::Closed, &text);
    ending::close(draft, code, reason, false, None);
    Ok(())
}

/// The owner finds that what was said to be done has failed, or the reverse.
/// What others decide is no closure code unless they did: an approval was
/// rejected, who asked wished to cancel.
fn fits(draft: &mut Draft<'_>, code: ClosureCode, to_come: ClosureCode) -> Result<(), Refusal> {
    if code == to_come {
        return Ok(());
    }
    let why_not = match code {
        ClosureCode::Succeeded | ClosureCode::Failed => return Ok(()),
        ClosureCode::ApprovalRejected => match rejected(draft) {
            Some(rejection) => {
                draft.ticket.rejection_code = rejection;
                return Ok(());
            }
            None => "No approval of this ticket was rejected.",
        },
        ClosureCode::CancelledByUser if draft.all_rows().any(JournalRow::is_cancel_wish) => return Ok(()),
        ClosureCode::CancelledByUser => "Who asked never wished to cancel this ticket.",
    };
    Err(Refusal::invalid("/closure_code", "not_so", why_not))
}

/// Whether an approval was rejected, and for which reason: of several, the last.
fn rejected(draft: &Draft<'_>) -> Option<Option<String>> {
    let said_no = |row: &&JournalRow| {
        row.kind == RowKind::Approval && row.answer.as_ref().is_some_and(|answer| answer.outcome == "rejected")
    };
    let last = draft.all_rows().filter(said_no).max_by_key(|row| row.settled_seq)?;
    Some(last.answer.as_ref().and_then(|answer| answer.code.clone()))
}

/// Who closes it as no service of ours says what they may do instead, unless
/// that was said with the resolution.
fn declined(draft: &mut Draft<'_>, wish: &Close) -> Result<(), Refusal> {
    let said_before = draft.ticket.facts.closing.better_way.is_some() && wish.better_way.is_none();
    let reason = wish.closure_reason.as_deref().filter(|_| !said_before);
    let way = better_way::wanted(draft, reason, wish.better_way.as_deref(), "/better_way");
    if let Some(way) = way.map_err(|error| Refusal::invalid_fields(vec![error]))? {
        let text = way.text.clone();
        draft.ticket.facts.closing.better_way = Some(way);
        ending::tell_requester(draft, "{number} “{title}”: a better way is {better_way}", &[("better_way", &text)]);
    }
    Ok(())
}
