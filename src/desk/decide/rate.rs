//! `rating`: whoever asked says once how satisfied they are, signed in or by the
//! link of an invitation. A low score is told at once.

use super::draft::Draft;
use super::ending::tell;
use super::permit;
use super::submit::{LONGEST_REASON, too_long};
use crate::desk::command::Rate;
use crate::model::closing::Rating;
use crate::model::event::EventType;
use crate::model::ids::UserId;
use crate::model::problem::{Code, FieldError, Refusal};
use crate::model::status::Operation;
use crate::model::ticket::open_to_staff;
use serde_json::json;
use std::collections::BTreeSet;

/// Takes a rating.
pub fn rate(draft: &mut Draft<'_>, wish: &Rate, by_link: bool) -> Result<(), Refusal> {
    permit(draft, Operation::Rating).map_err(|refusal| rated_before(draft, refusal))?;
    let Some(by) = draft.doer.user_id() else { return Err(Refusal::not_found()) };
    let text = wish.text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    let mut errors: Vec<FieldError> = Vec::new();
    let score = u8::try_from(wish.score).ok().filter(|score| (1..=5).contains(score));
    if score.is_none() {
        errors.push(FieldError::new("/score", "range", "a score is from 1 to 5"));
    }
    errors.extend(text.as_ref().and_then(|text| too_long("/text", text, LONGEST_REASON)));
    let Some(score) = score.filter(|_| errors.is_empty()) else { return Err(Refusal::invalid_fields(errors)) };
    draft.log(EventType::RatingGiven, json!({"score": score, "text": text, "by_link": by_link}));
    draft.ticket.rating = Some(Rating { score, text: text.clone(), by, at: draft.now });
    if score <= draft.policy().csat.low {
        tell_of_low(draft, score, text.as_deref());
    }
    Ok(())
}

/// A second rating is refused by a name of its own.
fn rated_before(draft: &Draft<'_>, refusal: Refusal) -> Refusal {
    match refusal.code {
        Code::IllegalOperation if draft.ticket.rating.is_some() => {
            Refusal::new(Code::AlreadyRated, "This ticket was rated before.")
        }
        _ => refusal,
    }
}

fn tell_of_low(draft: &mut Draft<'_>, score: u8, text: Option<&str>) {
    let people: Vec<UserId> = told(draft).into_iter().collect();
    let person = draft.doer.person().map(|user| user.name.clone());
    let values = json!({"person": person, "score": score, "text": text});
    match text {
        Some(_) => tell(draft, &people, "{number} “{title}”: {person} gave it {score} of 5: {text}", values),
        None => tell(draft, &people, "{number} “{title}”: {person} gave it {score} of 5.", values),
    }
}

/// Whom the policy names for a low score, as far as they may see the ticket.
fn told(draft: &Draft<'_>) -> BTreeSet<UserId> {
    let ticket = &draft.ticket;
    let people = &draft.world.people;
    let mut told = BTreeSet::new();
    for name in &draft.policy().csat.tell {
        match name.as_str() {
            "owner" => told.extend(ticket.owner),
            "assignee" => told.extend(ticket.assignee),
            "lead_of_group" => told.extend(ticket.group.and_then(|id| people.group(id)).and_then(|group| group.lead)),
            role => told.extend(people.holders(role, &draft.policy().roles)),
        }
    }
    let own = [ticket.owner, ticket.assignee];
    told.retain(|id| {
        let user = people.user(*id).filter(|user| user.active);
        user.is_some_and(|user| own.contains(&Some(*id)) || open_to_staff(user, ticket.restricted_to))
    });
    told
}
