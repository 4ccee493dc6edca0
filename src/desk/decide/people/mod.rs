//! What people do to steps beside answering them, and the steps that they open
//! themselves: rows of origin `person`, paths `m1`, `m2` …. Replay never looks
//! at those, and they never run the script.

mod claim;
mod consult;
mod hand_back;
mod on_step;
mod open;
mod reopen;
mod signer;
mod transfer;
mod urge;

pub use hand_back::check as check_return;
pub use on_step::{could, on_step};
pub use open::open;

use super::draft::Draft;
use super::ending::tell;
use super::{own_rows, steps};
use crate::model::ids::{StepId, UserId};
use crate::model::journal::{Answer, Arguments, JournalRow, Origin, RowKind, RowState};
use crate::model::problem::{Code, Refusal};
use serde_json::json;

/// A ticket has at most so many steps of people: they count for a run's rows too.
const MOST: usize = 200;

/// Writes a step of a person down and lets it wait.
fn add(draft: &mut Draft<'_>, kind: RowKind, name: &str, arguments: Arguments) -> Result<StepId, Refusal> {
    let before = draft.journal.iter().chain(&draft.earlier).filter(|row| row.origin == Origin::Person).count();
    if before >= MOST {
        let detail = format!("People have opened {MOST} steps on this ticket; no ticket has more.");
        return Err(Refusal::new(Code::IllegalOperation, detail));
    }
    let id = own_rows::add(draft, Origin::Person, kind, name, arguments);
    // What a fault would be about was refused before, with a pointer.
    steps::open(draft, id).map_err(|fault| Refusal::new(Code::Invalid, fault.message))?;
    Ok(id)
}

/// Whether a step keeps people from resolving the ticket: any of the script's,
/// of people's those that must be answered.
pub fn in_the_way(row: &JournalRow) -> bool {
    row.origin == Origin::Script || row.arguments.handling.mandatory
}

/// 409 where somebody reports the work done, and with it perhaps the ticket,
/// while a step that a person opened must be answered first.
pub fn check_answered(draft: &Draft<'_>, work: &JournalRow) -> Result<(), Refusal> {
    let others: Vec<&JournalRow> = draft.open_steps().filter(|row| row.id != work.id).collect();
    let only_work = others.iter().all(|row| row.origin == Origin::Person);
    let waiting: Vec<String> = others
        .iter()
        .filter(|row| in_the_way(row))
        .map(|row| format!("{} “{}”", row.kind.as_str(), row.name))
        .collect();
    if !only_work || waiting.is_empty() {
        return Ok(());
    }
    let detail = format!("Steps are open: {}. They must be answered first.", waiting.join(", "));
    Err(Refusal::new(Code::StepsOpen, detail))
}

/// What people asked for themselves is of no use once the ticket has ended.
pub fn cancel_all(draft: &mut Draft<'_>) {
    let open: Vec<StepId> = draft.open_steps().filter(|row| row.origin == Origin::Person).map(|row| row.id).collect();
    for step in open {
        draft.cancel_step(step, "");
    }
}

/// A step opened by a person has its answer: who opened it is told, and the
/// owner, too, where it is a bad one. The script knows nothing of it: what it
/// means is for people to judge.
pub fn settled(draft: &mut Draft<'_>, step: StepId, answer: &Answer) {
    let Some(row) = draft.row(step).cloned() else { return };
    if let Some(of) = row.arguments.handling.of.filter(|_| row.state == RowState::Done) {
        return consult::given(draft, &row, of, answer);
    }
    let mut people: Vec<UserId> = row.arguments.handling.by.into_iter().collect();
    if row.state == RowState::Failed {
        people.extend(draft.ticket.owner);
    }
    people.dedup();
    let values =
        json!({"step": row.name, "outcome": answer.outcome, "comment": answer.comment.clone().unwrap_or_default()});
    let text = if answer.comment.is_some() {
        "{number}: “{step}” is {outcome}: {comment}"
    } else {
        "{number}: “{step}” is {outcome}."
    };
    tell(draft, &people, text, values);
}
