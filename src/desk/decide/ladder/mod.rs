//! `on_timeout: "escalate"` (language.md): whom a step asks in addition, level
//! by level, when its time is over. Everybody asked so far may still answer.
//! Which levels there are is computed in `rungs`; here one is gone up.

mod rungs;

pub use rungs::Terms;

use super::assign;
use super::draft::Draft;
use super::timeout::{remind, tell};
use crate::model::event::{Actor, EventType};
use crate::model::journal::JournalRow;
use crate::model::ladder::Rung;
use serde_json::json;

/// Goes one level up. After the last one the step waits, reminded daily: it
/// never ends of itself.
pub fn escalate(draft: &mut Draft<'_>, row: &JournalRow) {
    let Some(rung) = Terms::of(draft).next(row, draft.now) else { return remind(draft, row, true) };
    climb(draft, row, &rung);
    tell(draft, row, &rung.people().into_iter().collect(), "{number} waits for you now: {step}");
    if rung.last {
        remind(draft, row, true);
        return;
    }
    let due = Terms::of(draft).later(row, draft.now);
    draft.change_row(row.id, |row| row.due_at = Some(due));
    draft.set_timer(format!("step/{}/due", row.id), due);
}

/// Writes a level down: in the row, in the log, and where the work moves on the
/// ticket. Of the last resort the work is not taken, only their word.
fn climb(draft: &mut Draft<'_>, row: &JournalRow, rung: &Rung) {
    let people = &draft.world.people;
    let names = rung.people().into_iter().filter_map(|user| people.user(user)).map(|user| user.username.clone());
    let (names, groups): (Vec<String>, Vec<String>) =
        (names.collect(), rung.groups.iter().filter_map(|group| draft.world.group_name(*group)).collect());
    let data = json!({"step": row.id, "name": row.name, "level": rung.level, "to": names, "groups": groups});
    draft.log_by(Actor::system("steps"), EventType::StepEscalated, data);
    draft.change_row(row.id, |row| rung.apply(row));
    draft.ask_anew(row.id);
    if !rungs::moves(row) {
        return;
    }
    let lay = assign::lies(draft);
    draft.ticket.moves_up();
    match (rung.groups.first(), rung.users.first()) {
        (Some(group), _) => (draft.ticket.group, draft.ticket.assignee) = (Some(*group), None),
        (None, Some((user, _))) if !rung.last => draft.ticket.assignee = Some(*user),
        _ => {}
    }
    let name = draft.ticket.group.and_then(|group| draft.world.group_name(group));
    let data = json!({"group": name, "level": draft.ticket.escalation_level, "reason": row.name, "from": lay});
    draft.log_by(Actor::system("steps"), EventType::TicketEscalated, data);
}
