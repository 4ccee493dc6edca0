//! What a decision needs to know of other tickets, read for it. Tickets without
//! relations read nothing.

use super::command::{Act, Command, Relate};
use super::decide::Kin;
use crate::model::access::Right;
use crate::model::people::User;
use crate::model::relation::Related;
use crate::model::ticket::{Ticket, Why, open_to_staff};
use crate::store::{Reader, StoreError};

/// What the ticket's relations mean for a command.
pub(super) fn kin(reader: &mut Reader, command: &Command, ticket: &Ticket) -> Result<Kin, StoreError> {
    let mut found = Kin::default();
    let wish = match &command.act {
        Act::Relate(wish) => Some(wish.as_ref()),
        _ => None,
    };
    let relations = &ticket.facts.relations;
    if relations.linked || wish.is_some() {
        found.links = reader.links_of(ticket.id, ticket.number)?;
        let seen = found.links.iter().filter_map(|link| link.seen_from(ticket.number));
        let numbers: Vec<i64> = seen.map(|(_, number)| number).collect();
        found.neighbours = if numbers.is_empty() { Vec::new() } else { reader.neighbours(&numbers)? };
    }
    let joins = match &command.act {
        Act::Related(news) => matches!(news.what, Related::Merged { .. }),
        _ => matches!(wish, Some(Relate::MeToo(_))),
    };
    if relations.affected > 0 || joins {
        found.affected = reader.affected(ticket.id)?.into_iter().map(|affected| affected.person).collect();
    }
    let Some(wish) = wish else { return Ok(found) };
    if let Some(number) = wish.other() {
        found.other = visible_to(reader, number, command)?;
        if let Some(kind) = wish.one_way() {
            found.comes_back = reader.leads_to(number, ticket.number, kind.as_str())?;
        }
    }
    if wish.one_way().is_some() {
        let watching = |why: &Why| matches!(why, Why::Requester | Why::RequestedFor | Why::Watcher);
        let viewers = reader.viewers_of(ticket.id)?;
        found.watchers = viewers.into_iter().filter(|(_, why)| watching(why)).map(|(user, _)| user).collect();
    }
    Ok(found)
}

/// A ticket that a command names, where its doer sees it; machines see all.
pub(super) fn visible_to(reader: &mut Reader, number: i64, command: &Command) -> Result<Option<Ticket>, StoreError> {
    let Some(ticket) = reader.neighbours(&[number])?.pop() else { return Ok(None) };
    let visible = match command.doer.person() {
        Some(user) => sees(reader, user, &ticket)?,
        None => true,
    };
    Ok(Some(ticket).filter(|_| visible))
}

/// Whether the doer of a command sees the ticket that it is for, as far as the wish
/// asks for it; machines see all.
pub(super) fn doer_sees(reader: &mut Reader, command: &Command, ticket: &Ticket) -> Result<bool, StoreError> {
    let Some(user) = command.doer.person() else { return Ok(true) };
    let joins = matches!(&command.act, Act::Relate(wish) if matches!(**wish, Relate::MeToo(_)));
    let lifts = matches!(command.act, Act::Unrestrict(_)) && Right::LiftRestriction.is_of(user);
    Ok(lifts || joins && ticket.known().is_some() || sees(reader, user, ticket)?)
}

/// Whether a person sees a ticket.
pub(super) fn sees(reader: &mut Reader, user: &User, ticket: &Ticket) -> Result<bool, StoreError> {
    Ok(open_to_staff(user, ticket.restricted_to) || reader.has_viewer(ticket.id, ticket.created_at, user.id)?)
}
