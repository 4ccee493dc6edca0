//! Clocks: at the end of every decision the service level's due times, marks
//! and timers are brought in line with what the ticket has become.

use super::draft::Draft;
use crate::model::calendar::Calendar;
use crate::model::event::EventType;
use crate::model::journal::RowKind;
use crate::model::policy::{Policy, Starts};
use crate::model::sla::SlaState;
use crate::model::status::Status;
use crate::model::ticket::Ticket;
use serde_json::json;

/// The ticket's calendar.
pub fn calendar<'a>(draft: &'a Draft<'_>) -> &'a Calendar {
    calendar_of(draft.policy(), &draft.ticket)
}

/// That of its service level and priority.
pub fn calendar_of<'a>(policy: &'a Policy, ticket: &Ticket) -> &'a Calendar {
    let level = ticket.sla.as_ref().and_then(|sla| policy.level(&sla.name, ticket.created_at.utc().date_naive()));
    policy.calendar(level, &ticket.priority)
}

/// Brings the clock up to date and its timers with it.
pub fn settle(draft: &mut Draft<'_>) {
    let Some(mut sla) = draft.ticket.sla.clone() else {
        // Reclassified to an item without one.
        if draft.before().is_some_and(|before| before.sla.is_some()) {
            draft.drop_timer("sla/");
        }
        return;
    };
    if draft.ticket.status == Status::Closed {
        let resolved = draft.ticket.resolved_at.or(draft.ticket.closed_at).is_some();
        sla.pause(false, draft.now);
        sla.mark_breaches(draft.now, resolved);
        draft.ticket.sla = Some(sla);
        return;
    }
    let before = draft.before().and_then(|ticket| ticket.sla.clone());
    start(draft, &mut sla);
    let still = draft.ticket.status != Status::Resolved && stands_still(draft, &sla);
    sla.pause(still, draft.now);
    sla.recompute(draft.policy(), draft.ticket.created_at, &draft.ticket.priority);
    mark(draft, &mut sla);
    timers(draft, before.as_ref(), &sla);
    draft.ticket.sla = Some(sla);
}

/// The resolve clock starts at the submission, or when no approval stands open
/// any more.
fn start(draft: &Draft<'_>, sla: &mut SlaState) {
    if sla.started_at.is_some() {
        return;
    }
    let level = draft.policy().level(&sla.name, draft.ticket.created_at.utc().date_naive());
    match sla.starts.or(level.map(|level| level.starts)).unwrap_or(Starts::Submitted) {
        Starts::Submitted => sla.started_at = Some(draft.ticket.created_at),
        Starts::Approved => {
            if !draft.open_steps().any(|row| row.kind == RowKind::Approval || row.is_rework()) {
                sla.started_at = Some(draft.now);
            }
        }
    }
}

fn stands_still(draft: &Draft<'_>, sla: &SlaState) -> bool {
    let policy = draft.policy();
    let level = policy.level(&sla.name, draft.ticket.created_at.utc().date_naive());
    let held = draft.ticket.hold.as_ref().is_some_and(|hold| policy.hold_pauses(level, &hold.code));
    held || draft.open_steps().any(|row| {
        let own = row.arguments.options.get("pause").and_then(serde_json::Value::as_bool);
        own.unwrap_or_else(|| policy.pauses(level, row.kind.as_str()))
    })
}

fn mark(draft: &mut Draft<'_>, sla: &mut SlaState) {
    let (respond, resolve) = (sla.respond_breached, sla.resolve_breached);
    let resolved =
        draft.ticket.status == Status::Resolved && draft.before().is_some_and(|t| t.status == Status::Resolved);
    if sla.mark_breaches(draft.now, resolved) {
        let what: Vec<&str> =
            [("respond", sla.respond_breached && !respond), ("resolve", sla.resolve_breached && !resolve)]
                .into_iter()
                .filter_map(|(name, new)| new.then_some(name))
                .collect();
        draft.log_by(
            crate::model::event::Actor::system("service level"),
            EventType::SlaBreached,
            json!({"breached": what}),
        );
    }
}

/// Timers follow the due times: set where one is new or moved, dropped where
/// its clock stands still or has nothing to wait for.
fn timers(draft: &mut Draft<'_>, before: Option<&SlaState>, sla: &SlaState) {
    let waits = |sla: &SlaState| sla.respond_due.filter(|_| sla.responded_at.is_none() && !sla.respond_breached);
    let (now, then) = (waits(sla), before.and_then(waits));
    change_timer(draft, "sla/respond", then, now);
    let runs = |sla: &SlaState| sla.resolve_due.filter(|_| !sla.is_paused() && !sla.resolve_breached);
    let resolved = draft.ticket.status == Status::Resolved;
    let was_resolved = draft.before().is_some_and(|ticket| ticket.status == Status::Resolved);
    let (now, then) = (runs(sla).filter(|_| !resolved), before.and_then(runs).filter(|_| !was_resolved));
    change_timer(draft, "sla/resolve", then, now);
}

fn change_timer(
    draft: &mut Draft<'_>,
    key: &str,
    then: Option<crate::model::time::Time>,
    now: Option<crate::model::time::Time>,
) {
    match now {
        Some(due) if then != Some(due) => draft.set_timer(key, due),
        None if then.is_some() => draft.drop_timer(key),
        _ => {}
    }
}
