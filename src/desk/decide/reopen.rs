//! `reopen`: what was resolved is not done after all. The ticket is taken up again
//! by who handled it last. Its script has ended and is not run again; what it
//! came to is on record, and cleared.

use super::draft::Draft;
use super::ending::tell;
use super::submit::{LONGEST_REASON, too_long};
use super::{assign, desks, escalate, permit};
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
    let answers = answer_for(draft);
    give(draft);
    let (times, data) = (draft.ticket.facts.dispatch.reopened, assign::lies(draft));
    let mut data = json!({"reason": wish.reason, "times": times, "ended": ended, "from": lay,
        "group": data.get("group"), "assignee": data.get("assignee")});
    if let (Some(data), Some(owner)) = (data.as_object_mut(), answers) {
        data.insert("owner".to_owned(), json!(owner));
    }
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
    // Asked again when it ends again; what was said of this end stays in the log.
    ticket.rating = None;
    ticket.facts.closing.asked_at = None;
    ticket.escalation_level = 0;
    ticket.facts.dispatch.raised = None;
    ticket.facts.dispatch.handed_back = None;
    ticket.facts.dispatch.reopened += 1;
    ticket.facts.dispatch.over = Some(run);
    for key in ["close", "nudge/"] {
        draft.drop_timer(key);
    }
}

/// Where nobody ever answered for it, an agent of its desk does from now on;
/// gives who. Its script did all, or its desk did not say.
fn answer_for(draft: &mut Draft<'_>) -> Option<String> {
    if draft.ticket.owner.is_some() {
        return None;
    }
    let agent = desks::chosen(draft)?;
    draft.ticket.owner = Some(agent.id);
    draft.ticket.owner_group = assign::desk_group(draft, &agent);
    let now = draft.now;
    draft.ticket.accepted_at.get_or_insert(now);
    draft.see(agent.id, Why::Handler);
    Some(agent.username.clone())
}

/// To who handled it last, staff or not; where they have left to the group, else
/// to the owner. Where nobody answers for it, it waits to be accepted.
fn give(draft: &mut Draft<'_>) {
    let people = &draft.world.people;
    let works = |id: &UserId| people.user(*id).is_some_and(|user| user.active && !user.only_reads());
    let there = |id: &UserId| works(id) && people.user(*id).is_some_and(|user| user.is_staff());
    let staffed = |id: &GroupId| people.active_members(*id).next().is_some();
    let hand = match draft.ticket.facts.dispatch.hand {
        Some(hand) => Some(hand).filter(works),
        None => draft.ticket.assignee.filter(there),
    };
    let group = match hand.and_then(|id| people.user(id)) {
        Some(user) => {
            let queue = draft.ticket.group.filter(|group| user.groups.contains(group));
            queue.or_else(|| assign::support_group(draft, user)).or(draft.ticket.group)
        }
        None => draft.ticket.group.filter(staffed),
    };
    let (group, hand) = match (group, hand) {
        (None, None) => (draft.ticket.owner_group.or(draft.ticket.group), draft.ticket.owner.filter(there)),
        found => found,
    };
    draft.ticket.status = match draft.ticket.owner {
        Some(_) => row(Operation::Reopen).becomes.after(draft.ticket.status),
        None => Status::New,
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
