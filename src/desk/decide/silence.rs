//! Silence after the resolution: who asked is reminded to confirm, and then it
//! closes by itself, unless something is still to be done first. The owner is
//! told of that, once, and the ticket stays resolved.

use super::draft::Draft;
use super::ending::{self, tell};
use super::{clocks, steps};
use crate::model::closing::{Awaits, Silence, kept_open};
use crate::model::event::{Actor, EventType};
use crate::model::ids::UserId;
use crate::model::people::User;
use crate::model::status::Status;
use crate::model::ticket::{ClosureCode, open_to_staff};
use serde_json::json;

/// It was resolved: silence begins. What a person says with the resolution
/// answers who wrote before.
pub fn resolved(draft: &mut Draft<'_>) {
    let unread = draft.ticket.facts.closing.silence.unread && draft.doer.person().is_none();
    draft.ticket.facts.closing.silence = Silence { unread, ..Silence::default() };
    begin(draft, true);
}

/// Nothing of it fires any more.
pub fn over(draft: &mut Draft<'_>) {
    draft.drop_timer("close");
    draft.drop_timer("nudge/");
    draft.ticket.facts.closing.silence.until = None;
}

/// Silence begins, now; with reminders or without.
fn begin(draft: &mut Draft<'_>, reminds: bool) {
    over(draft);
    let rules = draft.policy().close.clone();
    let due = rules.confirm_within.map(|span| clocks::calendar(draft).add(draft.now, span));
    for (n, span) in rules.nudge.iter().enumerate().filter(|_| reminds) {
        let at = clocks::calendar(draft).add(draft.now, *span);
        if due.is_none_or(|due| at < due) {
            draft.set_timer(format!("nudge/{n}"), at);
        }
    }
    if let Some(due) = due.filter(|_| rules.auto) {
        draft.set_timer("close", due);
        draft.ticket.facts.closing.silence.until = Some(due);
    }
}

/// Somebody wrote. Who asked waits for an answer from then on, and silence
/// begins anew; with the answer of the staff it begins once more.
pub fn heard(draft: &mut Draft<'_>, author: &User, internal: bool) {
    if internal {
        return;
    }
    let own = [draft.ticket.requester, draft.ticket.requested_for].contains(&author.id);
    let silence = &mut draft.ticket.facts.closing.silence;
    let answers = author.is_staff() && !own && silence.unread;
    if own {
        silence.unread = true;
    } else if answers {
        silence.unread = false;
    }
    if draft.ticket.status == Status::Resolved && (own || answers) {
        draft.ticket.facts.closing.silence.told = false;
        begin(draft, answers);
    }
    if draft.ticket.status == Status::Resolved && own {
        let people = answers_for(draft);
        tell(draft, &people, "{author} wrote on {number} “{title}”.", json!({"author": author.name}));
    }
}

/// Who asked was called, or enough attempts were made: where silence was over
/// already, it begins again, without reminders.
pub fn called(draft: &mut Draft<'_>) {
    let silence = &draft.ticket.facts.closing.silence;
    let waits = draft.ticket.status == Status::Resolved && silence.until.is_none() && silence.told;
    if waits && kept_open(draft.policy(), &draft.ticket).is_none() {
        draft.ticket.facts.closing.silence.told = false;
        begin(draft, false);
    }
}

/// A reminder is due: who asked is told until when they may say something.
pub fn nudge(draft: &mut Draft<'_>) {
    let kept = kept_open(draft.policy(), &draft.ticket);
    if matches!(kept, Some(Awaits::Answer | Awaits::Satisfaction)) {
        return;
    }
    let until = draft.ticket.facts.closing.silence.until.filter(|_| kept.is_none());
    let mut people = vec![draft.ticket.requester, draft.ticket.requested_for];
    people.dedup();
    for user in people {
        match until.map(|at| draft.world.moment(user, at)) {
            Some(at) => tell(
                draft,
                &[user],
                "{number} “{title}” waits for your confirmation. Without it, it closes by itself on {at}.",
                json!({"at": at}),
            ),
            None => tell(draft, &[user], "{number} “{title}” waits for your confirmation.", json!({})),
        }
    }
}

/// Silence is over: it closes, or the owner is told why it does not.
pub fn ended(draft: &mut Draft<'_>) {
    draft.actor = Actor::system("silence");
    draft.ticket.facts.closing.silence.until = None;
    match kept_open(draft.policy(), &draft.ticket) {
        None => {
            let code = draft.ticket.closure_code.unwrap_or(ClosureCode::Succeeded);
            let reason = draft.ticket.closure_reason.clone();
            ending::close(draft, code, reason, true, None);
        }
        Some(why) => withheld(draft, why),
    }
}

fn withheld(draft: &mut Draft<'_>, why: Awaits) {
    draft.drop_timer("nudge/");
    if std::mem::replace(&mut draft.ticket.facts.closing.silence.told, true) {
        return;
    }
    draft.log(EventType::CloseWithheld, json!({"awaits": why}));
    let text = match why {
        Awaits::Answer => "{number} “{title}” does not close: {person} wrote and has no answer yet.",
        Awaits::Satisfaction => "{number} “{title}” does not close: {person} is not satisfied with it.",
        Awaits::FollowUp => "{number} “{title}” does not close: call {person} first.",
        Awaits::Confirmation => "{number} “{title}” does not close by itself, and {person} has not confirmed it.",
    };
    let person = draft.world.people.user(draft.ticket.requester).map(|user| user.name.clone());
    let people = answers_for(draft);
    tell(draft, &people, text, json!({"person": person}));
}

/// Who answers for the ticket: the owner, else who works on it, else the last resort.
pub fn answers_for(draft: &Draft<'_>) -> Vec<UserId> {
    let there = |user: &UserId| draft.world.people.user(*user).is_some_and(|user| user.active);
    if let Some(one) = [draft.ticket.owner, draft.ticket.assignee].into_iter().flatten().find(there) {
        return vec![one];
    }
    // Who may not see a confidential ticket does not hear of it either.
    let sees =
        |id: &UserId| draft.world.people.user(*id).is_some_and(|user| open_to_staff(user, draft.ticket.restricted_to));
    steps::last_resort(draft, &[]).into_iter().filter(sees).collect()
}
