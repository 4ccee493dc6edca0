//! `reopen`: what was resolved is not done after all. The ticket is taken up again
//! by who handled it last. Its script has ended and is not run again; what it
//! came to is on record, and cleared.

use super::draft::Draft;
use super::ending::tell;
use super::submit::{LONGEST_REASON, too_long};
use super::{assign, escalate, permit};
use crate::desk::dispatch::ReopenTicket;
use crate::model::event::EventType;
use crate::model::ids::{GroupId, UserId};
use crate::model::policy::Reopens;
use crate::model::problem::{Code, Refusal};
use crate::model::status::{Operation, Status, row};
use crate::model::ticket::{Why, number_text};
use serde_json::json;

/// Takes it up again.
pub fn reopen(draft: &mut Draft<'_>, wish: &ReopenTicket) -> Result<(), Refusal> {
    permit(draft, Operation::Reopen)?;
    in_time(draft)?;
    if wish.reason.trim().is_empty() {
        return Err(Refusal::invalid("/reason", "required", "Say what is missing."));
    }
    if let Some(error) = too_long("/reason", &wish.reason, LONGEST_REASON) {
        return Err(Refusal::invalid_fields(vec![error]));
    }
    let (lay, ticket) = (assign::lies(draft), &draft.ticket);
    let ended = json!({"status": ticket.status, "resolution": ticket.resolution, "resolved_at": ticket.resolved_at,
        "closure_code": ticket.closure_code, "closure_reason": ticket.closure_reason, "closed_at": ticket.closed_at});
    go_on(draft);
    take_back(draft);
    give(draft);
    let (times, data) = (draft.ticket.facts.dispatch.reopened, assign::lies(draft));
    let data = json!({"reason": wish.reason, "times": times, "ended": ended, "from": lay,
        "group": data.get("group"), "assignee": data.get("assignee")});
    draft.log(EventType::TicketReopened, data);
    tell_those_concerned(draft, &wish.reason);
    Ok(())
}

/// 409 where its time is over, with what may be done instead.
fn in_time(draft: &Draft<'_>) -> Result<(), Refusal> {
    let number = number_text(draft.ticket.kind, draft.ticket.number);
    let was = match draft.ticket.resolved_at {
        Some(_) => "was resolved too long ago to be reopened",
        None => "was never resolved, so that nothing can be reopened",
    };
    let detail = match draft.policy().reopens(&draft.ticket, draft.now) {
        Reopens::Itself => return Ok(()),
        Reopens::Follow => format!("{number} {was}. A new request may name it as the one that it `follows`."),
        Reopens::No => format!("{number} {was}. Ask for what you need anew."),
    };
    Err(Refusal::new(Code::TooLate, detail))
}

/// The clock goes on, or begins again, as the policy says.
fn go_on(draft: &mut Draft<'_>) {
    let (rule, now, resolved_at) = (draft.policy().reopen.clone(), draft.now, draft.ticket.resolved_at);
    if let (Some(sla), Some(resolved_at)) = (draft.ticket.sla.as_mut(), resolved_at) {
        sla.reopen(rule.clock, rule.grace, resolved_at, now);
    }
}

/// How it ended counts no more.
fn take_back(draft: &mut Draft<'_>) {
    let run = draft.ticket.run;
    let ticket = &mut draft.ticket;
    ticket.resolution = None;
    ticket.resolved_at = None;
    ticket.closed_at = None;
    ticket.closure_code = None;
    ticket.closure_reason = None;
    ticket.auto_closed = false;
    ticket.follow_up = None;
    ticket.escalation_level = 0;
    ticket.facts.dispatch.raised = None;
    ticket.facts.dispatch.handed_back = None;
    ticket.facts.dispatch.reopened += 1;
    ticket.facts.dispatch.over = Some(run);
    for key in ["close", "nudge/"] {
        draft.drop_timer(key);
    }
}

/// To who handled it last; where they have left to the group, else to the owner.
/// A ticket that nobody ever accepted waits to be accepted.
fn give(draft: &mut Draft<'_>) {
    draft.ticket.status = match draft.ticket.owner {
        Some(_) => row(Operation::Reopen).becomes.after(draft.ticket.status),
        None => Status::New,
    };
    let people = &draft.world.people;
    let there = |id: &UserId| people.user(*id).is_some_and(|user| user.active && user.is_staff() && !user.only_reads());
    let staffed = |id: &GroupId| people.active_members(*id).next().is_some();
    let hand = draft.ticket.assignee.filter(there);
    let group = draft.ticket.group.filter(|group| hand.is_some() || staffed(group));
    let (group, hand) = match (group, hand) {
        (None, None) => (draft.ticket.owner_group.or(draft.ticket.group), draft.ticket.owner.filter(there)),
        found => found,
    };
    draft.ticket.group = group.or(draft.ticket.group);
    draft.ticket.assignee = hand;
    if let Some(user) = hand {
        draft.see(user, Why::Handler);
    }
}

/// Who has it now, who answers for it, who leads the group; and who asked, where
/// somebody else wants it.
fn tell_those_concerned(draft: &mut Draft<'_>, reason: &str) {
    let ticket = &draft.ticket;
    let mut people: Vec<UserId> = vec![ticket.requester, ticket.requested_for];
    people.extend(ticket.assignee.into_iter().chain(ticket.owner));
    if ticket.assignee.is_none() {
        people.extend(escalate::lead(draft));
    }
    let by = draft.doer.person().map(|user| user.name.clone()).unwrap_or_default();
    let values = json!({"by": by, "reason": reason});
    tell(draft, &people, "{number} “{title}” was reopened by {by}: {reason}", values);
}
