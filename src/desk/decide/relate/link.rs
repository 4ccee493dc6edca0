//! Links: what a ticket has to do with another, or with a thing outside.

use super::{label, merge, named, tell, to_ticket};
use crate::desk::command::{NewLink, OldLink};
use crate::desk::decide::draft::Draft;
use crate::desk::decide::submit::{LONGEST_REASON, too_long};
use crate::desk::decide::{assign, permit};
use crate::model::event::EventType;
use crate::model::problem::{Code, FieldError, Refusal};
use crate::model::relation::{Link, LinkType, OUTSIDE, Related};
use crate::model::status::{Operation, Status};
use crate::model::ticket::{Kind, Ticket, parse_number};
use serde_json::json;

/// A ticket has at most so many links of its own.
const MOST: usize = 100;
/// Characters of a thing's name.
const LONGEST_NAME: usize = 500;

/// Links the ticket.
pub fn link(draft: &mut Draft<'_>, wish: &NewLink) -> Result<(), Refusal> {
    permit(draft, Operation::Link)?;
    let reason = wish.reason.as_deref().filter(|reason| !reason.trim().is_empty());
    match LinkType::parse(&wish.kind) {
        Some(kind) => link_ticket(draft, kind, wish, reason),
        None => link_thing(draft, wish, reason),
    }
}

fn link_ticket(draft: &mut Draft<'_>, kind: LinkType, wish: &NewLink, reason: Option<&str>) -> Result<(), Refusal> {
    let mut errors: Vec<FieldError> = Vec::new();
    match parse_number(&wish.to) {
        None => errors.push(FieldError::new("/to", "format", "a ticket's number is wanted: INC-000123")),
        Some(number) if number == draft.ticket.number => {
            errors.push(FieldError::new("/to", "itself", "A ticket is not linked to itself."));
        }
        Some(_) => {}
    }
    errors.extend(reason.and_then(|text| too_long("/reason", text, LONGEST_REASON)));
    if !errors.is_empty() {
        return Err(Refusal::invalid_fields(errors));
    }
    let other = draft.kin.other.clone().ok_or_else(Refusal::not_found)?;
    let new = to_ticket(draft, kind, other.number, reason);
    check_new(draft, &new)?;
    check_kind(draft, kind, &other)?;
    if kind == LinkType::Duplicates && draft.ticket.status != Status::Closed {
        let Some(reason) = reason else { return Err(Refusal::invalid("/reason", "required", "Say why.")) };
        return merge::into(draft, &other, reason, "/to");
    }
    assign::first_act(draft);
    put(draft, kind, &other, reason);
    Ok(())
}

/// A new ticket follows one that is closed, and that its submitter sees.
pub fn follow(draft: &mut Draft<'_>, former: Option<&Ticket>) -> Result<(), Refusal> {
    let unknown = || Refusal::invalid("/follows", "unknown", "There is no such ticket, or you may not see it.");
    let former = former.ok_or_else(unknown)?;
    if former.status != Status::Closed {
        let detail = format!("{} is not closed: only what came after its end follows it.", label(former));
        return Err(Refusal::invalid("/follows", "not_closed", detail));
    }
    put(draft, LinkType::Follows, former, None);
    Ok(())
}

/// Writes the link, the entry of the log, and what the other ticket is told.
pub(super) fn put(draft: &mut Draft<'_>, kind: LinkType, other: &Ticket, reason: Option<&str>) {
    let link = to_ticket(draft, kind, other.number, reason);
    draft.changes().links.push(link);
    draft.ticket.facts.relations.linked = true;
    let (shown, why) = named(draft, other, reason);
    draft.log(EventType::TicketLinked, json!({"kind": kind, "what": shown, "reason": why}));
    let what = Related::Linked { kind: kind.inverse().to_owned(), reason: reason.map(str::to_owned) };
    tell(draft, other, what);
}

/// What a type wants of the other ticket.
pub(super) fn check_kind(draft: &Draft<'_>, kind: LinkType, other: &Ticket) -> Result<(), Refusal> {
    let number = label(other);
    match kind {
        LinkType::CausedBy if !matches!(other.kind, Kind::Problem | Kind::Change) => {
            Err(Refusal::invalid("/to", "kind", format!("{number} is no problem and no change, so it causes nothing.")))
        }
        LinkType::Follows if other.status != Status::Closed => {
            let detail = format!("{number} is not closed: only what came after its end follows it.");
            Err(Refusal::invalid("/to", "not_closed", detail))
        }
        kind if kind.is_one_way() && draft.kin.comes_back => {
            Err(Refusal::invalid("/to", "loop", format!("The links of {number} lead back to this ticket.")))
        }
        _ => Ok(()),
    }
}

/// Once, and not without end.
pub(super) fn check_new(draft: &Draft<'_>, new: &Link) -> Result<(), Refusal> {
    let symmetric = |link: &Link| {
        new.kind == LinkType::RelatesTo.as_str() && link.kind == new.kind && link.number == new.to && new.to != 0
    };
    if draft.kin.links.iter().any(|link| link.is(new) || symmetric(link)) {
        return Err(Refusal::new(Code::AlreadyExists, "They are linked so already."));
    }
    if draft.kin.links.iter().filter(|link| link.ticket == draft.ticket.id).count() >= MOST {
        return Err(Refusal::new(Code::IllegalOperation, format!("The ticket has {MOST} links; none has more.")));
    }
    Ok(())
}

fn link_thing(draft: &mut Draft<'_>, wish: &NewLink, reason: Option<&str>) -> Result<(), Refusal> {
    let mut errors: Vec<FieldError> = Vec::new();
    if !OUTSIDE.contains(&wish.kind.as_str()) {
        let types = LinkType::ALL.map(LinkType::as_str).join(", ");
        let known = format!("`{}` is none of {types}; of things outside {}", wish.kind, OUTSIDE.join(", "));
        errors.push(FieldError::new("/type", "enum", known));
    }
    if wish.to.trim().is_empty() {
        errors.push(FieldError::new("/to", "required", "Say to what."));
    }
    errors.extend(too_long("/to", &wish.to, LONGEST_NAME));
    if wish.kind == "url" && !["https://", "http://"].iter().any(|scheme| wish.to.starts_with(scheme)) {
        errors.push(FieldError::new("/to", "format", "a web address is wanted: https://…"));
    }
    errors.extend(reason.and_then(|text| too_long("/reason", text, LONGEST_REASON)));
    if !errors.is_empty() {
        return Err(Refusal::invalid_fields(errors));
    }
    let new = Link {
        ticket: draft.ticket.id,
        number: draft.ticket.number,
        kind: wish.kind.clone(),
        to: 0,
        name: wish.to.trim().to_owned(),
        reason: reason.map(str::to_owned),
        at: draft.now,
    };
    check_new(draft, &new)?;
    assign::first_act(draft);
    draft.ticket.facts.relations.linked = true;
    draft.log(EventType::TicketLinked, json!({"kind": new.kind, "what": new.name, "reason": reason}));
    draft.changes().links.push(new);
    Ok(())
}

/// Takes a link away, from either side of it. What it implied stays.
pub fn unlink(draft: &mut Draft<'_>, wish: &OldLink) -> Result<(), Refusal> {
    permit(draft, Operation::Link)?;
    let reason = wish.reason.as_deref().filter(|reason| !reason.trim().is_empty());
    if let Some(error) = reason.and_then(|text| too_long("/reason", text, LONGEST_REASON)) {
        return Err(Refusal::invalid_fields(vec![error]));
    }
    let number = draft.ticket.number;
    let other = draft.kin.other.clone();
    let hit = |link: &&Link| match (link.seen_from(number), &other) {
        (Some((kind, to)), Some(other)) => kind == wish.kind && to == other.number,
        (None, _) => link.number == number && link.kind == wish.kind && link.name == wish.to.trim(),
        (Some(_), None) => false,
    };
    let link = draft.kin.links.iter().find(hit).cloned().ok_or_else(Refusal::not_found)?;
    assign::first_act(draft);
    let (shown, why) = match other.as_ref().filter(|_| link.to != 0) {
        Some(other) => named(draft, other, reason),
        None => (link.name.clone(), reason),
    };
    draft.log(EventType::TicketUnlinked, json!({"kind": wish.kind, "what": shown, "reason": why}));
    if let (Some(kind), Some(other)) = (link.link_type(), other) {
        let theirs = if link.number == number { kind.inverse() } else { kind.as_str() };
        tell(draft, &other, Related::Unlinked { kind: theirs.to_owned(), reason: reason.map(str::to_owned) });
    }
    draft.changes().links_gone.push(link);
    Ok(())
}
