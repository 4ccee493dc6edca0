//! Clocks: at the end of every decision the service level's due times, marks
//! and timers are brought in line with what the ticket has become.

use super::draft::Draft;
use super::overdue;
use crate::model::calendar::Calendar;
use crate::model::event::EventType;
use crate::model::journal::RowKind;
use crate::model::policy::Starts;
use crate::model::sla::SlaState;
use crate::model::status::Status;
use crate::model::time::Time;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// The ticket's calendar.
pub fn calendar<'a>(draft: &'a Draft<'_>) -> &'a Calendar {
    draft.policy().calendar_of(&draft.ticket)
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
        sla.levels.clear();
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
    levels(draft, before.as_ref(), &mut sla);
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
    // One that is taken up again had no timers, closed or not.
    let was_over = draft.before().is_some_and(|ticket| !ticket.status.is_open());
    let over = !draft.ticket.status.is_open();
    let (now, then) = (runs(sla).filter(|_| !over), before.and_then(runs).filter(|_| !was_over));
    change_timer(draft, "sla/resolve", then, now);
}

fn change_timer(draft: &mut Draft<'_>, key: &str, then: Option<Time>, now: Option<Time>) {
    match now {
        Some(due) if then != Some(due) => draft.set_timer(key, due),
        None if then.is_some() => draft.drop_timer(key),
        _ => {}
    }
}

/// Each level of policy.toml `[[escalation]]` has its timer while the clock runs,
/// until it has come.
fn levels(draft: &mut Draft<'_>, before: Option<&SlaState>, sla: &mut SlaState) {
    let ticket = &draft.ticket;
    let runs = ticket.status.is_open() && !ticket.flags.cancelling && !sla.is_paused();
    let policy = draft.policy();
    let rules = policy.escalations_for(&ticket.priority).filter(|_| runs);
    let to_come = rules.map(|rule| rule.at).filter(|at| !ticket.facts.dispatch.levels.contains(at));
    let moment = |at: u32| Some((at, sla.passed(policy, ticket.created_at, &ticket.priority, at)?));
    let now: BTreeMap<u32, Time> = to_come.filter_map(moment).collect();
    let then = before.map(|sla| sla.levels.clone()).unwrap_or_default();
    for at in now.keys().chain(then.keys()).copied().collect::<BTreeSet<u32>>() {
        change_timer(draft, &overdue::key(at), then.get(&at).copied(), now.get(&at).copied());
    }
    sla.levels = now;
}
