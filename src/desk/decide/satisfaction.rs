//! Satisfaction is asked for when a ticket closes, once, by a link that needs no
//! sign-in. The link's token is in the message to that person and nowhere else;
//! what is kept of it is its hash.

use super::clocks;
use super::draft::Draft;
use super::submit::is_for_contact;
use crate::model::closing::{Survey, can_be_rated};
use crate::model::event::{Actor, EventType};
use crate::model::policy::Ask;
use crate::model::ticket::{ClosureCode, number_text};
use chrono::Duration;
use serde_json::json;
use sha2::{Digest, Sha256};

/// How long a link is good.
const GOOD_FOR: i64 = 30;

/// Asks who asked, where the policy wants it. Nobody is asked of what was cancelled
/// or rejected, what ended with its submission, or what a workflow opened for another.
pub fn ask(draft: &mut Draft<'_>, code: ClosureCode) {
    let carried_out = matches!(code, ClosureCode::Succeeded | ClosureCode::Failed);
    let csat = &draft.policy().csat;
    let sampled = csat.ask == Ask::Closed && drawn(draft.ticket.number) < csat.share;
    let own = draft.before().is_some() && draft.ticket.parents.is_empty() && !is_for_contact(draft);
    let open = can_be_rated(&draft.ticket) && draft.ticket.facts.closing.asked_at.is_none();
    if !(carried_out && sampled && own && open) || asked_lately(draft) {
        return;
    }
    let person = draft.ticket.requester;
    if !draft.world.people.user(person).is_some_and(|user| user.active) {
        return;
    }
    let token = hex::encode(draft.ids().secret());
    let now = draft.now;
    let survey = Survey {
        ticket: draft.ticket.id,
        person,
        token_hash: Sha256::digest(token.as_bytes()).into(),
        asked_at: now,
        expires_at: now.plus(Duration::days(GOOD_FOR)),
    };
    draft.changes().surveys.push(survey);
    draft.ticket.facts.closing.asked_at = Some(now);
    draft.log_by(Actor::system("satisfaction"), EventType::RatingAsked, json!({"of": person}));
    let values = json!({"number": number_text(draft.ticket.kind, draft.ticket.number), "title": draft.ticket.title,
        "link": format!("/rate/{token}")});
    // Who closed it themselves is asked, too.
    let text = "{number} “{title}” is closed. How satisfied are you? Say so here: {link}";
    draft.notify(person, text, values.as_object().cloned().unwrap_or_default());
}

/// Whether the person was asked of another ticket a short while ago.
fn asked_lately(draft: &Draft<'_>) -> bool {
    let quiet = draft.policy().csat.quiet;
    let until = draft.last_asked.zip(quiet).map(|(at, span)| clocks::calendar(draft).add(at, span));
    until.is_some_and(|until| draft.now < until)
}

/// A number from 0 to 99 that a ticket's number always comes to, spread evenly.
fn drawn(number: i64) -> u32 {
    let [a, b, c, d, ..] = <[u8; 32]>::from(Sha256::digest(number.to_be_bytes()));
    u32::from_be_bytes([a, b, c, d]) % 100
}

#[cfg(test)]
mod tests {
    use super::drawn;

    #[test]
    fn a_share_of_the_tickets_is_drawn_and_always_the_same() {
        let asked = |share: u32| (1..=2_000).filter(|number| drawn(*number) < share).count();
        assert_eq!((asked(0), asked(100)), (0, 2_000));
        assert!((500..700).contains(&asked(30)), "{}", asked(30));
        assert_eq!(drawn(4711), drawn(4711));
    }
}
