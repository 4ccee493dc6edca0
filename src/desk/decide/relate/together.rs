//! Tickets that end together: the parts of a ticket, and what a problem caused.
//! Children that are open keep people from resolving; they may be resolved with
//! the ticket, each by a command of its own, as far as who resolves the ticket
//! might resolve them alone.

use super::{label, tell};
use crate::desk::decide::draft::Draft;
use crate::model::event::EventType;
use crate::model::problem::{Code, Refusal};
use crate::model::relation::{LinkType, Related};
use crate::model::status::{Operation, allowed_to};
use crate::model::ticket::{ClosureCode, Ticket};
use serde_json::{Map, json};

/// Open tickets that are part of this one. One that is closed to others than
/// this one's readers is none of these: it neither keeps this one from its end
/// nor is named here.
fn parts(draft: &Draft<'_>) -> Vec<Ticket> {
    open(draft, LinkType::ParentOf.as_str())
}

/// Open tickets that this one caused.
fn caused(draft: &Draft<'_>) -> Vec<Ticket> {
    open(draft, LinkType::CausedBy.inverse())
}

fn open(draft: &Draft<'_>, shown: &str) -> Vec<Ticket> {
    let number = draft.ticket.number;
    let seen = draft.kin.links.iter().filter_map(|link| link.seen_from(number));
    let numbers: Vec<i64> = seen.filter(|(kind, _)| *kind == shown).map(|(_, other)| other).collect();
    let mine = |ticket: &&Ticket| {
        let together = ticket.restricted_to == draft.ticket.restricted_to;
        numbers.contains(&ticket.number) && ticket.status.is_open() && together
    };
    draft.kin.neighbours.iter().filter(mine).cloned().collect()
}

/// 409 where parts of the ticket are open.
pub fn check_children(draft: &Draft<'_>) -> Result<(), Refusal> {
    let open = parts(draft);
    if open.is_empty() {
        return Ok(());
    }
    let numbers: Vec<String> = open.iter().map(label).collect();
    let detail = format!(
        "Parts of the ticket are open: {}. Resolve them first, or with it: `children: true`.",
        numbers.join(", ")
    );
    Err(Refusal::new(Code::StepsOpen, detail))
}

/// 403 where parts are to be resolved with the ticket that its resolver may not resolve.
pub fn check_with_children(draft: &Draft<'_>) -> Result<(), Refusal> {
    let beyond: Vec<String> = parts(draft).iter().filter(|part| !may_resolve(draft, part)).map(label).collect();
    if beyond.is_empty() {
        return Ok(());
    }
    let detail = format!("Others resolve these parts of the ticket, and first: {}.", beyond.join(", "));
    Err(Refusal::new(Code::Forbidden, detail))
}

fn may_resolve(draft: &Draft<'_>, child: &Ticket) -> bool {
    draft.doer.person().is_none_or(|user| allowed_to(Operation::Resolve, user, child))
}

/// The ticket is resolved: who is hit as well is told; its children are resolved
/// with it where that is wished, and else what it caused is offered.
pub fn resolved(draft: &mut Draft<'_>, text: &str, code: ClosureCode, reason: Option<&str>) {
    tell_affected(draft);
    if draft.with_children {
        let children = parts(draft).into_iter().chain(caused(draft));
        let (children, of_others): (Vec<Ticket>, Vec<Ticket>) = children.partition(|child| may_resolve(draft, child));
        let what = Related::Resolve {
            resolution: text.to_owned(),
            failed: code == ClosureCode::Failed,
            closure_reason: reason.map(str::to_owned),
        };
        // Whoever wished it resolves them, whatever the script of this one does.
        let actor = std::mem::replace(&mut draft.actor, draft.doer.actor());
        spread(draft, &children, "children", &what);
        draft.actor = actor;
        return spread(draft, &of_others, "offered", &Related::Offer { resolution: text.to_owned() });
    }
    if code == ClosureCode::Succeeded {
        let children = caused(draft);
        spread(draft, &children, "offered", &Related::Offer { resolution: text.to_owned() });
    }
}

fn spread(draft: &mut Draft<'_>, children: &[Ticket], how: &str, what: &Related) {
    if children.is_empty() {
        return;
    }
    let numbers: Vec<String> = children.iter().map(label).collect();
    let mut data = Map::new();
    data.insert(how.to_owned(), json!(numbers));
    draft.log(EventType::ChildrenResolved, data.into());
    for child in children {
        tell(draft, child, what.clone());
    }
}

/// They do not see the ticket: they are told what all may know of it.
fn tell_affected(draft: &mut Draft<'_>) {
    let Some(title) = draft.ticket.public_title().map(str::to_owned) else { return };
    let number = label(&draft.ticket);
    for user in draft.kin.affected.clone() {
        let values = json!({"number": number, "title": title}).as_object().cloned().unwrap_or_default();
        draft.notify(user, "{number} “{title}” hits you as well: it is resolved.", values);
    }
}
