//! `hold` and `unhold`: nothing is done on a ticket for a while, for a reason
//! of the policy. It ends by hand, at its time, with an answer of who asked, or
//! with the ticket; where nobody answers, the ticket is given up.

use super::draft::Draft;
use super::ending::{tell, tell_requester};
use super::submit::{LONGEST_REASON, too_long};
use super::{assign, cancel, clocks, permit};
use crate::desk::handling::Hold as Wish;
use crate::model::duration::Span;
use crate::model::event::{Actor, EventType};
use crate::model::hold::Hold;
use crate::model::ids::UserId;
use crate::model::people::User;
use crate::model::policy::{EndsOn, HoldRule};
use crate::model::problem::{FieldError, Refusal};
use crate::model::status::Operation;
use crate::model::time::Time;
use serde_json::json;

/// Holds the ticket.
pub fn hold(draft: &mut Draft<'_>, wish: &Wish) -> Result<(), Refusal> {
    permit(draft, Operation::Hold)?;
    let Some(by) = draft.doer.user_id() else { return Err(Refusal::not_found()) };
    let (rule, until) = checked(draft, wish)?;
    assign::first_act(draft);
    let reason = wish.reason.clone().filter(|reason| !reason.trim().is_empty());
    draft.log(EventType::TicketHeld, json!({"code": rule.code, "reason": reason, "until": until}));
    draft.ticket.flags.on_hold = true;
    draft.ticket.hold = Some(Hold { code: rule.code.clone(), reason: reason.clone(), until, since: draft.now, by });
    set_timers(draft, &rule, until);
    if rule.ends_on == Some(EndsOn::Reply) {
        ask_requester(draft);
    }
    Ok(())
}

fn checked(draft: &Draft<'_>, wish: &Wish) -> Result<(HoldRule, Option<Time>), Refusal> {
    let policy = draft.policy();
    let rule = policy.hold(&wish.code).cloned();
    let mut errors: Vec<FieldError> = Vec::new();
    if rule.is_none() {
        let known: Vec<&str> = policy.holds.iter().map(|rule| rule.code.as_str()).collect();
        errors.push(FieldError::new("/code", "enum", format!("`{}` is none of {}", wish.code, known.join(", "))));
    }
    errors.extend(wish.reason.as_ref().and_then(|text| too_long("/reason", text, LONGEST_REASON)));
    let until = wish.until.as_deref().map(Time::parse);
    match until {
        Some(None) => errors.push(FieldError::new("/until", "format", "a moment is wanted: 2026-12-01T08:00:00Z")),
        Some(Some(at)) if at <= draft.now => {
            errors.push(FieldError::new("/until", "minimum", "that moment has passed"));
        }
        None if rule.as_ref().is_some_and(|rule| rule.needs_until) => {
            errors.push(FieldError::new("/until", "required", "Say when it goes on."));
        }
        _ => {}
    }
    match rule {
        Some(rule) if errors.is_empty() => Ok((rule, until.flatten())),
        _ => Err(Refusal::invalid_fields(errors)),
    }
}

/// Reminders and the giving up begin with the hold, in the ticket's calendar.
fn set_timers(draft: &mut Draft<'_>, rule: &HoldRule, until: Option<Time>) {
    let after = |draft: &Draft<'_>, span: Span| clocks::calendar(draft).add(draft.now, span);
    if let Some(until) = until {
        draft.set_timer("hold/until", until);
    }
    for (n, span) in rule.remind.iter().enumerate() {
        let at = after(draft, *span);
        draft.set_timer(format!("hold/remind/{n}"), at);
    }
    if let Some(span) = rule.give_up {
        let at = after(draft, span);
        draft.set_timer("hold/give_up", at);
    }
}

/// A comment waits for a reply: the hold begins, or begins again, with what
/// was asked for its reason.
pub fn await_reply(draft: &mut Draft<'_>, code: &str, author: &User, text: &str) {
    let Some(rule) = draft.policy().hold(code).cloned() else { return };
    draft.drop_timer("hold/");
    let mut reason: String = text.chars().take(LONGEST_REASON).collect();
    if reason.len() < text.len() {
        reason.push('…');
    }
    draft.log(EventType::TicketHeld, json!({"code": rule.code, "reason": reason, "until": null}));
    draft.ticket.flags.on_hold = true;
    let (since, by) = (draft.now, author.id);
    draft.ticket.hold = Some(Hold { code: rule.code.clone(), reason: Some(reason), until: None, since, by });
    set_timers(draft, &rule, None);
    ask_requester(draft);
}

/// Who asked is told what is wanted of them.
fn ask_requester(draft: &mut Draft<'_>) {
    let reason = draft.ticket.hold.as_ref().and_then(|hold| hold.reason.clone());
    match reason {
        Some(reason) => tell_requester(draft, "{number} “{title}” waits for you: {reason}", &[("reason", &reason)]),
        None => tell_requester(draft, "{number} “{title}” waits for you. Please answer.", &[]),
    }
}

/// A reminder goes to whom the hold waits for: who asked, else who works on it.
fn remind(draft: &mut Draft<'_>) {
    let rule = draft.ticket.hold.as_ref().and_then(|hold| draft.policy().hold(&hold.code));
    if rule.is_some_and(|rule| rule.ends_on == Some(EndsOn::Reply)) {
        return ask_requester(draft);
    }
    let people = works_on(draft);
    tell(draft, &people, "{number} “{title}” is still on hold.", json!({}));
}

/// Ends the hold by hand.
pub fn unhold(draft: &mut Draft<'_>) -> Result<(), Refusal> {
    permit(draft, Operation::Unhold)?;
    end(draft, "by_hand");
    Ok(())
}

/// Ends the hold, if there is one, and says what by: `by_hand`, `until`, `reply`, `ended`.
pub fn end(draft: &mut Draft<'_>, by: &str) {
    let Some(hold) = draft.ticket.hold.take() else { return };
    draft.ticket.flags.on_hold = false;
    draft.drop_timer("hold/");
    draft.log(EventType::TicketUnheld, json!({"code": hold.code, "by": by, "since": hold.since}));
}

/// Who asked has said something: a hold that waited for it is over, and who
/// works on the ticket is told.
pub fn replied(draft: &mut Draft<'_>, author: &str) {
    let waited = draft.ticket.hold.as_ref().and_then(|hold| draft.policy().hold(&hold.code));
    if waited.is_none_or(|rule| rule.ends_on != Some(EndsOn::Reply)) {
        return;
    }
    end(draft, "reply");
    let people = works_on(draft);
    tell(draft, &people, "{number}: {author} answered; it goes on.", json!({"author": author}));
}

fn works_on(draft: &Draft<'_>) -> Vec<UserId> {
    draft.ticket.assignee.or(draft.ticket.owner).into_iter().collect()
}

/// A timer of the hold fired.
pub fn fire(draft: &mut Draft<'_>, what: &str) {
    if draft.ticket.hold.is_none() {
        return;
    }
    match what {
        "until" => {
            draft.actor = Actor::system("holds");
            end(draft, "until");
            let people = works_on(draft);
            tell(draft, &people, "{number} “{title}” goes on: its hold is over.", json!({}));
        }
        "remind" => remind(draft),
        "give_up" => {
            draft.actor = Actor::system("holds");
            cancel::begin(draft, "nobody answered", Some("no_answer"));
            tell_requester(draft, "{number} “{title}” was closed: nobody answered.", &[]);
        }
        _ => {}
    }
}
