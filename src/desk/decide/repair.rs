//! Repair by people: a step is tried again, or passed over. For the ticket's
//! owner and for admins; on record, with the reason.

use super::answer::{named, whole_form};
use super::draft::Draft;
use super::steps::{self, AWAITS, failure, open_again, option, send, settle};
use super::submit::{LONGEST_REASON, too_long};
use crate::desk::command::{Skip, StepAnswer, Target};
use crate::model::changes::Made;
use crate::model::event::EventType;
use crate::model::ids::{DeliveryId, StepId};
use crate::model::journal::{Answer, JournalRow, RowKind, RowState, WENT_WRONG};
use crate::model::people::{Parties, Role, User};
use crate::model::problem::{Code, Refusal};
use serde_json::{Value as Json, json};

/// Characters of a reason at least.
const LEAST_REASON: usize = 5;

/// Tries again what went wrong: a call goes out at once and its attempts are
/// counted anew, a task is asked of whom it was asked first, a ticket is opened again.
pub fn retry(draft: &mut Draft<'_>, target: Target) -> Result<(), Refusal> {
    let (row, _) = mendable(draft, target)?;
    let went_wrong = row.arguments.values.contains_key(WENT_WRONG);
    match row.kind {
        RowKind::Plugin => {}
        RowKind::Task | RowKind::Ticket if went_wrong => {}
        _ => return Err(Refusal::new(Code::IllegalOperation, "Nothing went wrong here that could be tried again.")),
    }
    draft.made(Made::Step(row.id));
    let row = under_way(draft, &row);
    draft.log(EventType::StepRetried, json!({"step": row.id, "kind": row.kind, "name": row.name}));
    draft.change_row(row.id, |row| {
        row.arguments.values.remove(WENT_WRONG);
        if row.kind != RowKind::Task {
            row.arguments.parties = Parties::default();
        }
    });
    match row.kind {
        RowKind::Plugin => send(draft, row.id),
        RowKind::Ticket => open_again(draft, row.id),
        _ => {
            steps::ask(draft, row.id);
        }
    }
    draft.ask_anew(row.id);
    Ok(())
}

/// Passes a step over. To the script a task or a wait is `skipped`, which is
/// good; a call has no answer to give: it is refused, with the code `skipped`.
pub fn skip(draft: &mut Draft<'_>, target: Target, wish: &Skip) -> Result<(), Refusal> {
    let (row, user) = mendable(draft, target)?;
    let event = steps::awaits_event(&row);
    if !matches!(row.kind, RowKind::Plugin | RowKind::Task | RowKind::Wait) || event {
        let detail = if event {
            "An event is not skipped: report it as `arrived`."
        } else {
            "Only plugin calls, waits and tasks are skipped."
        };
        return Err(Refusal::new(Code::IllegalOperation, detail));
    }
    let optional = row.kind != RowKind::Task || option(&row, "optional") == Some(&json!(true));
    if !optional && draft.ticket.owner != Some(user.id) {
        return Err(Refusal::new(
            Code::IllegalOperation,
            "Only an optional task is skipped, or by the ticket's owner.",
        ));
    }
    if wish.reason.trim().chars().count() < LEAST_REASON {
        let message = format!("Say why, in at least {LEAST_REASON} characters.");
        return Err(Refusal::invalid("/reason", "minLength", message));
    }
    if let Some(error) = too_long("/reason", &wish.reason, LONGEST_REASON) {
        return Err(Refusal::invalid_fields(vec![error]));
    }
    draft.made(Made::Step(row.id));
    let answer = Answer { comment: Some(wish.reason.clone()), by: Some(named(&user)), ..Answer::default() };
    match row.kind {
        RowKind::Plugin => {
            let row = under_way(draft, &row);
            draft.changes().deliveries_gone.push(DeliveryId(row.id.0));
            let state = failure(draft, &row);
            let code = Some("skipped".to_owned());
            settle(draft, row.id, state, Answer { outcome: "refused".to_owned(), code, ..answer });
        }
        kind => {
            let output = match kind {
                RowKind::Task => Json::Object(whole_form(draft, &row, &StepAnswer::default())),
                _ => Json::Null,
            };
            settle(draft, row.id, RowState::Done, Answer { outcome: "skipped".to_owned(), output, ..answer });
        }
    }
    Ok(())
}

/// The open step that is meant, and who means it: refused in the order of the
/// contract.
fn mendable(draft: &Draft<'_>, target: Target) -> Result<(JournalRow, User), Refusal> {
    let Target::Step(step) = target else { return Err(Refusal::not_found()) };
    let row = draft.row(step).or_else(|| draft.earlier.iter().find(|row| row.id == step));
    let row = row.filter(|row| row.kind.waits()).cloned().ok_or_else(Refusal::not_found)?;
    let forbidden = || Refusal::new(Code::Forbidden, "This is for the ticket's owner and for admins.");
    let user = draft.doer.person().cloned().ok_or_else(forbidden)?;
    if draft.ticket.owner != Some(user.id) && !user.has(Role::Admin) {
        return Err(forbidden());
    }
    draft.check_version()?;
    if !row.is_open() {
        let outcome = row.answer.as_ref().map(|answer| answer.outcome.as_str()).unwrap_or_default();
        return Err(Refusal::new(Code::StepSettled, format!("The step was settled before: {outcome}.")));
    }
    Ok((row, User::clone(&user)))
}

/// A call that waits for the same call of an earlier run is that one.
fn under_way(draft: &Draft<'_>, row: &JournalRow) -> JournalRow {
    let mut at = row;
    while let Some(older) = awaited(at).and_then(|id| draft.row(id)).filter(|older| older.is_open()) {
        at = older;
    }
    at.clone()
}

fn awaited(row: &JournalRow) -> Option<StepId> {
    row.arguments.values.get(AWAITS)?.as_str()?.parse().ok()
}
