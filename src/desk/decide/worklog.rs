//! Work in minutes: staff write down what they did, and correct it for a while;
//! what an entry said before stays on record. Later an entry of its own takes
//! back what was too much.

use super::draft::Draft;
use super::submit::too_long;
use super::{assign, permit};
use crate::desk::worklog::{CorrectWork, LogWork, Work};
use crate::model::changes::Made;
use crate::model::event::EventType;
use crate::model::ids::WorkId;
use crate::model::problem::{Code, FieldError, Refusal};
use crate::model::status::Operation;
use crate::model::time::Time;
use crate::model::worklog::{FormerWork, LONGEST_NOTE, MOST_MINUTES, OLDEST_DAYS, WorkEntry};
use chrono::Duration;
use serde_json::json;

/// Does what was wished.
pub fn work(draft: &mut Draft<'_>, wish: &Work) -> Result<(), Refusal> {
    match wish {
        Work::Log(wish) => log(draft, wish),
        Work::Correct(id, wish) => correct(draft, *id, wish),
    }
}

fn log(draft: &mut Draft<'_>, wish: &LogWork) -> Result<(), Refusal> {
    permit(draft, Operation::Work)?;
    let Some(author) = draft.doer.user_id() else {
        return Err(Refusal::new(Code::Forbidden, "Only people write down their work."));
    };
    let when = wish.when.unwrap_or(draft.now);
    let mut errors = faults(draft, wish.minutes, when, &wish.note);
    let of_ticket = draft.beside.step.as_ref().filter(|row| row.ticket == draft.ticket.id && row.kind.waits());
    if wish.step.is_some() && wish.step != of_ticket.map(|row| row.id) {
        errors.push(FieldError::new("/step", "unknown", "the ticket has no such step"));
    }
    if errors.is_empty() && !draft.ticket.facts.work.add(author, wish.minutes) {
        errors.push(less_than_nothing());
    }
    if !errors.is_empty() {
        return Err(Refusal::invalid_fields(errors));
    }
    draft.ticket.facts.work.entries += 1;
    assign::first_act(draft);
    let id = WorkId::fresh(draft.ids());
    let entry = WorkEntry {
        id,
        ticket: draft.ticket.id,
        author,
        minutes: minutes(wish.minutes),
        when,
        note: wish.note.clone(),
        step: wish.step,
        logged_at: draft.now,
        corrected_at: None,
        corrections: 0,
    };
    draft.changes().work.push(entry);
    draft.made(Made::Work(id));
    let mut data = json!({"entry": id, "minutes": wish.minutes, "when": when});
    if let (Some(data), Some(step)) = (data.as_object_mut(), wish.step) {
        data.insert("step".to_owned(), json!(step));
    }
    draft.log(EventType::WorkLogged, data);
    Ok(())
}

fn correct(draft: &mut Draft<'_>, id: WorkId, wish: &CorrectWork) -> Result<(), Refusal> {
    let before = draft.beside.work.clone().filter(|entry| entry.id == id && entry.ticket == draft.ticket.id);
    let before = before.ok_or_else(Refusal::not_found)?;
    let author = draft.doer.user_id().ok_or_else(Refusal::not_found)?;
    if before.author != author {
        return Err(Refusal::new(Code::Forbidden, "Only who logged the work corrects it."));
    }
    permit(draft, Operation::Work)?;
    let within = draft.policy().conversation.work_within;
    if draft.now > before.logged_at.plus(within) {
        let detail = format!("Work is corrected within {} hours; log what differs by itself.", within.num_hours());
        return Err(Refusal::new(Code::IllegalOperation, detail));
    }
    let after = WorkEntry {
        minutes: wish.minutes.map_or(before.minutes, minutes),
        when: wish.when.unwrap_or(before.when),
        note: wish.note.clone().unwrap_or_else(|| before.note.clone()),
        ..before.clone()
    };
    let mut errors = faults(draft, wish.minutes.unwrap_or(i64::from(before.minutes)), after.when, &after.note);
    let differs = i64::from(after.minutes) - i64::from(before.minutes);
    if errors.is_empty() && !draft.ticket.facts.work.add(author, differs) {
        errors.push(less_than_nothing());
    }
    if !errors.is_empty() {
        return Err(Refusal::invalid_fields(errors));
    }
    draft.made(Made::Work(id));
    if after == before {
        return Ok(());
    }
    let (n, now) = (before.corrections + 1, draft.now);
    let data = json!({"entry": id, "correction": n,
        "from": {"minutes": before.minutes, "when": before.when}, "to": {"minutes": after.minutes, "when": after.when}});
    let WorkEntry { minutes, when, note, .. } = before;
    draft.changes().former_work.push(FormerWork { entry: id, n, minutes, when, note, until: now });
    draft.changes().work_changed.push(WorkEntry { corrected_at: Some(now), corrections: n, ..after });
    draft.log(EventType::WorkCorrected, data);
    Ok(())
}

/// Checked before; what is out of range is refused, never cut.
fn minutes(wished: i64) -> i32 {
    i32::try_from(wished).unwrap_or_default()
}

fn less_than_nothing() -> FieldError {
    FieldError::new("/minutes", "minimum", "you have not logged so much work on this ticket")
}

fn faults(draft: &Draft<'_>, minutes: i64, when: Time, note: &str) -> Vec<FieldError> {
    let mut errors = Vec::new();
    let most = i64::from(MOST_MINUTES);
    if minutes == 0 || !(-most..=most).contains(&minutes) {
        errors.push(FieldError::new("/minutes", "range", format!("1 to {most} minutes; below 0 takes work back")));
    } else if minutes < 0 && note.trim().is_empty() {
        errors.push(FieldError::new("/note", "required", "say why work is taken back"));
    }
    if when > draft.now {
        errors.push(FieldError::new("/when", "future", "it is still to come"));
    } else if when < draft.now.plus(-Duration::days(OLDEST_DAYS)) {
        errors.push(FieldError::new("/when", "past", format!("it is more than {OLDEST_DAYS} days ago")));
    }
    errors.extend(too_long("/note", note, LONGEST_NOTE));
    errors
}
