//! Links that workflows say. A script knows no other ticket: what it says becomes
//! a signal, and the signal a command on the ticket of the two that says the link.
//! What comes to nothing is told to who handles the ticket.

use super::link::{check_kind, check_new, put};
use super::to_ticket;
use crate::desk::command::SaidLink;
use crate::desk::decide::draft::Draft;
use crate::desk::decide::permit;
use crate::desk::signals::{LINK, LinkWish, LinkWishes};
use crate::model::changes::Signal;
use crate::model::event::Actor;
use crate::model::problem::Refusal;
use crate::model::relation::{LinkType, OUTSIDE};
use crate::model::status::Operation;
use crate::model::ticket::{Kind, number_text, parse_number};
use serde_json::json;

/// The link to a ticket that a script means by a kind and a name; none where it
/// means a thing outside. What is called by no type of link has to do with it.
pub fn linked_ticket(kind: &str, what: &str) -> Option<LinkWish> {
    let of_ours = |number: &i64| {
        let kinds = [Kind::Request, Kind::Incident, Kind::Problem, Kind::Change];
        kinds.into_iter().any(|kind| what.split('-').next() == number_text(kind, *number).split('-').next())
    };
    let kind = match LinkType::is_shown(kind) {
        true => kind,
        false if OUTSIDE.contains(&kind) || parse_number(what).filter(of_ours).is_none() => return None,
        false => LinkType::RelatesTo.as_str(),
    };
    Some(LinkWish { kind: kind.to_owned(), to: what.to_owned() })
}

/// Says in one signal what the run wishes, with what it wished before in the same
/// decision.
pub fn wish_links(draft: &mut Draft<'_>, item: &str, wishes: Vec<LinkWish>) {
    if wishes.is_empty() {
        return;
    }
    let (ticket, at, seq) = (draft.ticket.id, draft.now, draft.ticket.last_seq);
    let label = number_text(draft.ticket.kind, draft.ticket.number);
    let mut all = LinkWishes { number: draft.ticket.number, label, item: item.to_owned(), links: Vec::new() };
    let signals = &mut draft.changes().signals;
    let same = |signal: &Signal| signal.kind == LINK && signal.source_seq == seq;
    if let Some(before) = signals.iter().position(same) {
        let before = serde_json::from_value(json!(signals.remove(before).data));
        all.links.extend(before.map(|before: LinkWishes| before.links).unwrap_or_default());
    }
    all.links.extend(wishes);
    let data = json!(all).as_object().cloned().unwrap_or_default();
    signals.push(Signal { target: ticket, source: ticket, source_seq: seq, kind: LINK.to_owned(), data, at });
}

/// Links the ticket as a workflow, its own or the other's, says it. A confidential
/// ticket is linked to none that others see, unless its own workflow says so.
pub(super) fn link(draft: &mut Draft<'_>, wish: &SaidLink) -> Result<(), Refusal> {
    permit(draft, Operation::Link)?;
    draft.actor = Actor::workflow(&wish.item);
    let wrong = |code: &str, message: &str| Refusal::invalid("/to", code, message);
    let kind = LinkType::parse(&wish.link.kind).ok_or_else(|| wrong("enum", "there is no such type of link"))?;
    if parse_number(&wish.link.to).is_none() {
        return Err(wrong("format", "a ticket's number is wanted: INC-000123"));
    }
    let other = draft.kin.other.clone();
    let among = |other: &crate::model::ticket::Ticket| {
        other.restricted_to == draft.ticket.restricted_to || other.restricted_to.is_none() && !wish.turned
    };
    let unknown = || wrong("unknown", "There is no such ticket, or it is confidential.");
    let other = other.filter(|other| among(other)).ok_or_else(unknown)?;
    check_new(draft, &to_ticket(draft, kind, other.number, None))?;
    check_kind(draft, kind, &other)?;
    put(draft, kind, &other, None);
    Ok(())
}
