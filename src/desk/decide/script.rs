//! Running the workflow: from the top, against the journal, until it waits,
//! ends, fails or turns out to be stuck. A stuck run leaves nothing behind but
//! the event that caused it.

use super::draft::Draft;
use super::effects::Effects;
use super::{ending, steps};
use crate::model::event::{Actor, EventType};
use crate::model::ids::StepId;
use crate::model::journal::{FORMAT, JournalRow, Origin, RowState};
use crate::model::people::Role;
use crate::model::problem::{Fault, Refusal};
use crate::model::ticket::Why;
use crate::workflow::{self, Fields, Outcome, RunInput, Verdict};
use serde_json::json;
use std::sync::Arc;

/// A run that opens steps which are settled at once (a skipped approval, a
/// carried answer) is run again; a workflow has at most a thousand rows.
const MOST_ROUNDS: usize = 1_001;

/// Runs the script until it waits for the world.
pub fn run(draft: &mut Draft<'_>) -> Result<(), Refusal> {
    draft.run_due = false;
    // A returned request waits to be sent again: its run is over.
    if !draft.ticket.status.is_open() || draft.rework().is_some() {
        return Ok(());
    }
    // Taken up again after its end, it is for people.
    if is_over(draft) {
        if draft.ticket.flags.cancelling && !ending::calls_under_way(draft) {
            ending::cancelled(draft);
        }
        return Ok(());
    }
    let snapshot = draft.snapshot();
    if let Err(fault) = attempt(draft) {
        draft.restore(snapshot);
        stuck(draft, fault);
    }
    Ok(())
}

/// Whether the script of this run has ended, and the ticket was reopened.
fn is_over(draft: &Draft<'_>) -> bool {
    draft.ticket.facts.dispatch.over == Some(draft.ticket.run)
}

/// Runs the script; where it cannot go on, what it did is for the caller to put
/// back.
pub fn attempt(draft: &mut Draft<'_>) -> Result<(), Fault> {
    rounds(draft)?;
    draft.ticket.flags.stuck = false;
    draft.ticket.fault = None;
    Ok(())
}

fn rounds(draft: &mut Draft<'_>) -> Result<(), Fault> {
    for _ in 0..MOST_ROUNDS {
        let (outcome, effects) = once(draft)?;
        if let Verdict::Stuck(fault) = outcome.verdict {
            effects.give_back();
            return Err(fault);
        }
        effects.apply(draft);
        for step in &outcome.cancelled {
            draft.cancel_step(*step, "");
        }
        let opened = record(draft, outcome.drafts);
        let mut settled_at_once = false;
        for step in opened {
            settled_at_once |= steps::open(draft, step)?;
        }
        match outcome.verdict {
            Verdict::Waiting if settled_at_once => {}
            Verdict::Waiting | Verdict::Stuck(_) => return Ok(()),
            Verdict::Ended(end) => {
                ended(draft, |draft| ending::script_ended(draft, &end));
                return Ok(());
            }
            Verdict::Failed(error) => {
                ended(draft, |draft| ending::uncaught(draft, &error));
                return Ok(());
            }
        }
    }
    Err(Fault::of_file(draft.ticket.item.clone(), "limit", "the script opened more steps than a run may have"))
}

/// The script is over: a cancelled ticket closes as cancelled, whatever it said.
fn ended(draft: &mut Draft<'_>, end: impl FnOnce(&mut Draft<'_>)) {
    let actor = std::mem::replace(&mut draft.actor, Actor::workflow(&draft.ticket.item));
    if draft.ticket.flags.cancelling {
        if !ending::calls_under_way(draft) {
            ending::cancelled(draft);
        }
    } else {
        end(draft);
    }
    draft.undo_due = true;
    draft.actor = actor;
}

fn once(draft: &mut Draft<'_>) -> Result<(Outcome, Effects), Fault> {
    let missing = |message: &str| Fault::of_file(draft.ticket.item.clone(), "unknown_item", message);
    let program =
        draft.program.clone().ok_or_else(|| missing("the workflow that the ticket is pinned to is not here"))?;
    let submission = draft.submission.clone().ok_or_else(|| missing("the ticket's form is not here"))?;
    let item = draft.item.clone();
    let item_values = item.as_ref().map_or(json!({}), |item| serde_json::Value::Object(item.meta.values.clone()));
    let effects = Effects::new(draft);
    let run = draft.ticket.run;
    let of_script = draft.journal.iter().filter(|row| row.run == run && row.origin == Origin::Script);
    let journal: Vec<Arc<JournalRow>> = of_script.cloned().map(Arc::new).collect();
    let run_started = journal.iter().map(|row| row.opened_at).min().unwrap_or(draft.now);
    let outcome = workflow::run(RunInput {
        program,
        submission: Arc::new(submission),
        form_fields: item.as_ref().map(|item| Arc::clone(&item.field_names)),
        fields: Fields {
            meaning: item.map(|item| Arc::clone(&item.meaning)).unwrap_or_default(),
            zone: draft.policy().zone(),
        },
        forms: Arc::clone(&draft.world.content.answers),
        item_values,
        currency: draft.policy().currency.clone(),
        journal,
        run_started,
        cancelling: draft.ticket.flags.cancelling,
        facts: effects.facts(),
    });
    Ok((outcome, effects))
}

/// Writes the drafts of a run as rows; gives the steps that wait to be opened.
fn record(draft: &mut Draft<'_>, drafts: Vec<workflow::Draft>) -> Vec<StepId> {
    let mut opened = Vec::new();
    for new in drafts {
        let id = StepId::fresh(draft.ids());
        let settled = new.state != RowState::Open;
        let row = JournalRow {
            id,
            ticket: draft.ticket.id,
            run: draft.ticket.run,
            path: new.path,
            position: 0,
            kind: new.kind,
            name: new.name,
            state: new.state,
            arguments: new.arguments,
            answer: new.answer,
            origin: Origin::Script,
            place: new.place,
            opened_at: draft.now,
            due_at: None,
            settled_at: settled.then_some(draft.now),
            settled_by: settled.then(|| Actor::workflow(&draft.ticket.item)),
            settled_seq: settled.then_some(draft.ticket.last_seq),
            format: FORMAT,
        };
        if !settled && row.kind.waits() {
            opened.push(id);
        }
        draft.add_row(row);
    }
    opened
}

/// The script cannot go on: the ticket is flagged, the admins are told. A
/// ticket that is being cancelled closes all the same.
pub fn stuck(draft: &mut Draft<'_>, fault: Fault) {
    let actor = Actor::workflow(&draft.ticket.item);
    let data = json!({"code": fault.code, "message": fault.message, "file": fault.file, "line": fault.line, "column": fault.column});
    draft.log_by(actor, EventType::TicketStuck, data);
    draft.ticket.fault = Some(fault);
    if draft.ticket.flags.cancelling && !ending::calls_under_way(draft) {
        ending::cancelled(draft);
        return;
    }
    draft.ticket.flags.stuck = true;
    let number = crate::model::ticket::number_text(draft.ticket.kind, draft.ticket.number);
    let world = Arc::clone(&draft.world);
    for user in world.people.holders(Role::Admin.as_str(), &world.policy().roles) {
        let values = json!({"number": number, "item": draft.ticket.item});
        let values = values.as_object().cloned().unwrap_or_default();
        // Who is to mend it must see it, a confidential one too.
        draft.see(user, Why::Watcher);
        draft.notify(user, "{number} is stuck: the workflow “{item}” has a fault.", values);
    }
}

/// What a replay came to that wrote nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rehearsed {
    /// The very steps that are open.
    Same,
    /// More: steps of these names would open, or (none) the script would end.
    Further(Vec<String>),
}

/// Runs the script once and compares: a sound journal replays to itself.
pub fn rehearse(draft: &mut Draft<'_>) -> Result<Rehearsed, Fault> {
    if draft.rework().is_some() || is_over(draft) {
        return Ok(Rehearsed::Same);
    }
    let (outcome, effects) = once(draft)?;
    effects.give_back();
    let steps: Vec<String> = outcome.drafts.into_iter().filter(|new| new.kind.waits()).map(|new| new.name).collect();
    match outcome.verdict {
        Verdict::Stuck(fault) => Err(fault),
        Verdict::Waiting if steps.is_empty() => Ok(Rehearsed::Same),
        Verdict::Waiting => Ok(Rehearsed::Further(steps)),
        Verdict::Ended(_) | Verdict::Failed(_) => Ok(Rehearsed::Further(Vec::new())),
    }
}
