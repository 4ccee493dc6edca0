//! `return` of a step: who has it gives it back to the group, with a reason and
//! a suggestion; what was asked of one person alone goes to the owner.

use super::on_step::{log, wanted};
use crate::desk::decide::draft::Draft;
use crate::desk::decide::ending::tell;
use crate::desk::decide::{assign, steps};
use crate::desk::handling::HandBack as Wish;
use crate::model::event::EventType;
use crate::model::handling::HandBack;
use crate::model::ids::UserId;
use crate::model::journal::{JournalRow, RowKind};
use crate::model::people::User;
use crate::model::problem::{FieldError, Refusal};
use serde_json::json;

/// The row keeps so many; the log keeps all.
const MOST_KEPT: usize = 20;

/// Gives it back.
pub fn hand_back(draft: &mut Draft<'_>, row: &JournalRow, user: &User, wish: &Wish) -> Result<(), Refusal> {
    let errors = check(draft, wish);
    if !errors.is_empty() {
        return Err(Refusal::invalid_fields(errors));
    }
    assign::first_act(draft);
    let back = HandBack {
        by: user.id,
        at: draft.now,
        reason: wish.reason.clone(),
        suggestion: wish.suggestion.clone(),
        code: wish.code.clone(),
    };
    draft.change_row(row.id, |row| {
        row.arguments.parties.users.remove(&user.id);
        row.arguments.handling.claimed = None;
        let returns = &mut row.arguments.handling.returns;
        returns.push(back);
        returns.drain(..returns.len().saturating_sub(MOST_KEPT));
    });
    if draft.row(row.id).is_some_and(|row| row.arguments.parties.is_empty()) {
        let owner = draft.ticket.owner.filter(|owner| *owner != user.id);
        let users = owner.map_or_else(|| steps::last_resort(draft, &[user.id]), |owner| [owner].into());
        draft.change_row(row.id, |row| row.arguments.parties.users = users);
    }
    draft.ask_anew(row.id);
    let data = json!({"by": user.username, "reason": wish.reason, "suggestion": wish.suggestion, "code": wish.code});
    log(draft, EventType::StepHandedBack, row, data);
    if row.kind == RowKind::Work && draft.ticket.assignee == Some(user.id) {
        let lay = assign::lies(draft);
        draft.ticket.assignee = None;
        assign::log_assigned(draft, lay, Some(&wish.reason));
    }
    tell_those_concerned(draft, row, user, wish);
    Ok(())
}

/// What is wrong with why something is handed back, and with what is suggested.
pub fn check(draft: &Draft<'_>, wish: &Wish) -> Vec<FieldError> {
    let rules = &draft.policy().returns;
    let short = wish.reason.trim().chars().count() < rules.reason_min;
    let longer = || FieldError::new("/reason", "minLength", format!("at least {} characters", rules.reason_min));
    let reason = wanted("/reason", &wish.reason).or_else(|| short.then(longer));
    let known = || rules.codes.keys().cloned().collect::<Vec<_>>().join(", ");
    let code = match &wish.code {
        None if rules.code_required => {
            Some(FieldError::new("/code", "required", format!("Choose one of {}.", known())))
        }
        Some(code) if !rules.codes.contains_key(code) => {
            Some(FieldError::new("/code", "enum", format!("`{code}` is none of {}", known())))
        }
        _ => None,
    };
    [reason, wanted("/suggestion", &wish.suggestion), code].into_iter().flatten().collect()
}

/// The owner, who is asked now, and who leads the group.
fn tell_those_concerned(draft: &mut Draft<'_>, row: &JournalRow, user: &User, wish: &Wish) {
    let Some(now) = draft.row(row.id).map(|row| row.arguments.parties.clone()) else { return };
    let leads = now.groups.iter().filter_map(|group| draft.world.people.group(*group)?.lead);
    let people: Vec<UserId> = draft.ticket.owner.into_iter().chain(now.users.iter().copied()).chain(leads).collect();
    let values = json!({"by": user.name, "step": row.name, "reason": wish.reason, "suggestion": wish.suggestion});
    tell(draft, &people, "{number}: {by} hands “{step}” back: {reason} Suggestion: {suggestion}", values);
}
