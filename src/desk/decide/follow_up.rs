//! `follow-up`: who asked is called after the resolution. Each attempt is on
//! record; where the policy wants a call, the owner's close and silence wait
//! until one reached somebody or all attempts were made.

use super::draft::Draft;
use super::ending::tell;
use super::submit::{LONGEST_REASON, too_long};
use super::{permit, silence};
use crate::desk::command::FollowUp as Wish;
use crate::model::closing::{FollowUp, follow_up_due};
use crate::model::event::EventType;
use crate::model::problem::{Code, FieldError, Refusal};
use crate::model::status::Operation;
use crate::model::ticket::CHANNELS;
use serde_json::json;

/// Records one attempt.
pub fn follow_up(draft: &mut Draft<'_>, wish: &Wish) -> Result<(), Refusal> {
    permit(draft, Operation::FollowUp)?;
    check(wish)?;
    let Some(by) = draft.doer.user_id() else { return Err(Refusal::not_found()) };
    let before = draft.ticket.follow_up.take();
    let attempts = before.as_ref().map_or(0, |made| made.attempts).saturating_add(1);
    let comment = wish.comment.clone().filter(|text| !text.trim().is_empty());
    draft.log(
        EventType::FollowUpRecorded,
        json!({"attempt": attempts, "reached": wish.reached, "channel": wish.channel, "satisfied": wish.satisfied,
            "comment": comment}),
    );
    let made = match before {
        // What was said when somebody was reached stands, though nobody was this time.
        Some(reached) if reached.reached && !wish.reached => FollowUp { attempts, ..reached },
        before => FollowUp {
            attempts,
            reached: wish.reached,
            channel: wish.channel.clone(),
            satisfied: wish.satisfied.or_else(|| before.and_then(|made| made.satisfied)),
            comment: comment.clone(),
            by,
            at: draft.now,
        },
    };
    draft.ticket.follow_up = Some(made);
    if wish.satisfied == Some(false) {
        let people: Vec<_> = [draft.ticket.owner, draft.ticket.assignee].into_iter().flatten().collect();
        let person = draft.world.people.user(draft.ticket.requester).map(|user| user.name.clone());
        let values = json!({"person": person, "comment": comment});
        let text = match comment {
            Some(_) => "{number} “{title}”: {person} is not satisfied. Reopen it, or settle it with them: {comment}",
            None => "{number} “{title}”: {person} is not satisfied. Reopen it, or settle it with them.",
        };
        tell(draft, &people, text, values);
    }
    silence::called(draft);
    Ok(())
}

fn check(wish: &Wish) -> Result<(), Refusal> {
    let mut errors: Vec<FieldError> = Vec::new();
    if wish.satisfied.is_some() && !wish.reached {
        errors.push(FieldError::new("/satisfied", "not_reached", "nobody was reached who could say so"));
    }
    if let Some(channel) = wish.channel.as_deref().filter(|channel| !CHANNELS.contains(channel)) {
        let message = format!("`{channel}` is none of {}", CHANNELS.join(", "));
        errors.push(FieldError::new("/channel", "enum", message));
    }
    errors.extend(wish.comment.as_ref().and_then(|text| too_long("/comment", text, LONGEST_REASON)));
    if errors.is_empty() { Ok(()) } else { Err(Refusal::invalid_fields(errors)) }
}

/// Refuses a close before the call that the policy wants.
pub fn made_first(draft: &Draft<'_>) -> Result<(), Refusal> {
    if !follow_up_due(draft.policy(), &draft.ticket) {
        return Ok(());
    }
    let person = draft.world.people.user(draft.ticket.requester).map_or("who asked", |user| user.name.as_str());
    let made = draft.ticket.follow_up.as_ref().map_or(0, |made| made.attempts);
    let wanted = draft.policy().close.follow_up.attempts;
    let detail = format!("Call {person} first: a follow-up is due, {made} of {wanted} attempts were made.");
    let mut refusal = Refusal::new(Code::FollowUpDue, detail);
    refusal.allowed = vec![Operation::FollowUp.as_str().to_owned()];
    Err(refusal)
}
