//! Wishes that concern two tickets. A command changes one ticket alone: what it
//! means for the other is a signal, which becomes a command of its own soon
//! after (`news`).

mod link;
mod me_too;
mod merge;
mod news;
mod part;
mod said;
mod split;
mod together;

pub use link::follow;
pub use news::news;
pub use part::{linked_by, part_of};
pub use said::{linked_ticket, wish_links};
pub use split::split;
pub use together::{check_children, check_with_children, resolved};

use super::draft::Draft;
use crate::desk::command::Relate;
use crate::desk::signals::RELATED;
use crate::model::changes::Signal;
use crate::model::ids::{TicketId, UserId};
use crate::model::problem::{FieldError, Refusal};
use crate::model::relation::{Link, LinkType, Related, RelatedNews, SECRET};
use crate::model::ticket::{Ticket, number_text};
use serde_json::json;

/// What a decision knows of other tickets; empty for tickets without relations.
#[derive(Clone, Debug, Default)]
pub struct Kin {
    /// The ticket's links, its own and those of others to it.
    pub links: Vec<Link>,
    /// The tickets at their other ends.
    pub neighbours: Vec<Ticket>,
    /// The ticket that the wish names, where its doer sees that one.
    pub other: Option<Ticket>,
    /// Whether the link that is wished would lead back to where it begins.
    pub comes_back: bool,
    /// Who watches the ticket, where that is wanted.
    pub watchers: Vec<UserId>,
    /// Who said that it hits them as well.
    pub affected: Vec<UserId>,
}

/// Carries a wish out.
pub fn relate(draft: &mut Draft<'_>, wish: &Relate) -> Result<(), Refusal> {
    match wish {
        Relate::Link(wish) => link::link(draft, wish),
        Relate::Said(wish) => said::link(draft, wish),
        Relate::Unlink(wish) => link::unlink(draft, wish),
        Relate::Merge(wish) => merge::merge(draft, wish),
        Relate::MeToo(wish) => me_too::me_too(draft, wish),
    }
}

/// A link of the ticket to another.
fn to_ticket(draft: &Draft<'_>, kind: LinkType, to: i64, reason: Option<&str>) -> Link {
    Link {
        ticket: draft.ticket.id,
        number: draft.ticket.number,
        kind: kind.as_str().to_owned(),
        to,
        name: String::new(),
        reason: reason.map(str::to_owned),
        at: draft.now,
    }
}

/// Tells another ticket what the last entry of the log means for it. Of a
/// confidential ticket nothing is said where others might read it.
fn tell(draft: &mut Draft<'_>, other: &Ticket, what: Related) {
    let secret = draft.ticket.restricted_to.is_some() && draft.ticket.restricted_to != other.restricted_to;
    say(draft, (other.id, other.number), secret, what);
}

/// The signal of `tell`; where it is `secret`, it does not say from which ticket.
fn say(draft: &mut Draft<'_>, (target, number): (TicketId, i64), secret: bool, what: Related) {
    let what = match what {
        Related::Linked { kind, .. } if secret => Related::Linked { kind, reason: None },
        Related::Unlinked { kind, .. } if secret => Related::Unlinked { kind, reason: None },
        open => open,
    };
    let from = if secret { SECRET.to_owned() } else { label(&draft.ticket) };
    let news = json!(RelatedNews { number, from, by: draft.actor.clone(), what });
    let signal = Signal {
        target,
        source: draft.ticket.id,
        source_seq: draft.ticket.last_seq,
        kind: RELATED.to_owned(),
        data: news.as_object().cloned().unwrap_or_default(),
        at: draft.now,
    };
    draft.changes().signals.push(signal);
}

/// What this ticket's log says of another, and of the reason to name it: the log
/// is read by all who see this ticket, and they may not see a confidential one.
fn named<'a>(draft: &Draft<'_>, other: &Ticket, reason: Option<&'a str>) -> (String, Option<&'a str>) {
    match other.restricted_to.is_some() && other.restricted_to != draft.ticket.restricted_to {
        true => (SECRET.to_owned(), None),
        false => (label(other), reason),
    }
}

/// A ticket's number as people say it.
fn label(ticket: &Ticket) -> String {
    number_text(ticket.kind, ticket.number)
}

/// An error where a text is missing or longer than is kept.
fn wrong_text(pointer: &str, text: &str, longest: usize) -> Option<FieldError> {
    if text.trim().is_empty() {
        return Some(FieldError::new(pointer, "required", "Say why."));
    }
    super::submit::too_long(pointer, text, longest)
}
