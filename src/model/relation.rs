//! How tickets have to do with each other, and with things outside the desk. A
//! link is one row, said by one ticket and seen from both.

use super::event::Actor;
use super::ids::{TicketId, UserId};
use super::time::Time;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How one ticket is linked to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LinkType {
    /// The other, a problem or a change, is why this one came.
    CausedBy,
    /// They have to do with each other; it implies nothing.
    RelatesTo,
    /// The other is a part of this one.
    ParentOf,
    /// The other is the same, and goes on in the place of this one.
    Duplicates,
    /// This one came after the other, which is closed.
    Follows,
}

impl LinkType {
    /// Every type.
    pub const ALL: [LinkType; 5] =
        [LinkType::CausedBy, LinkType::RelatesTo, LinkType::ParentOf, LinkType::Duplicates, LinkType::Follows];
    /// The name in the database and the API, as the ticket says it that has the link.
    pub fn as_str(self) -> &'static str {
        match self {
            LinkType::CausedBy => "caused_by",
            LinkType::RelatesTo => "relates_to",
            LinkType::ParentOf => "parent_of",
            LinkType::Duplicates => "duplicates",
            LinkType::Follows => "follows",
        }
    }
    /// The name as the other ticket says it.
    pub fn inverse(self) -> &'static str {
        match self {
            LinkType::CausedBy => "causes",
            LinkType::RelatesTo => "relates_to",
            LinkType::ParentOf => "child_of",
            LinkType::Duplicates => "duplicated_by",
            LinkType::Follows => "followed_by",
        }
    }
    /// The type of a name.
    pub fn parse(name: &str) -> Option<LinkType> {
        LinkType::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
    /// Whether a ticket may say this of a link, as its own or as the other's.
    pub fn is_shown(name: &str) -> bool {
        LinkType::ALL.into_iter().any(|kind| kind.as_str() == name || kind.inverse() == name)
    }
    /// Whether it must not come back to where it began.
    pub fn is_one_way(self) -> bool {
        matches!(self, LinkType::ParentOf | LinkType::Duplicates)
    }
}

/// Things outside the desk that people may link; scripts may name others.
pub const OUTSIDE: [&str; 6] = ["ci", "asset", "order", "article", "contract", "url"];

/// A row of links: what identifies it is all but reason and time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The ticket that says it.
    pub ticket: TicketId,
    /// The digits of its number.
    pub number: i64,
    /// The type's name, or the name of a kind of thing outside.
    pub kind: String,
    /// The digits of the other ticket's number; 0 for things outside.
    pub to: i64,
    /// The name of a thing outside; empty for tickets.
    pub name: String,
    /// Why they are linked.
    pub reason: Option<String>,
    /// Since when.
    pub at: Time,
}

impl Link {
    /// The type, where it is a link to a ticket.
    pub fn link_type(&self) -> Option<LinkType> {
        if self.to == 0 { None } else { LinkType::parse(&self.kind) }
    }
    /// Whether the two are one row.
    pub fn is(&self, other: &Link) -> bool {
        (self.ticket, &self.kind, self.to, &self.name) == (other.ticket, &other.kind, other.to, &other.name)
    }
    /// How the ticket of this number says it: the type's name, and the other's digits.
    pub fn seen_from(&self, number: i64) -> Option<(&'static str, i64)> {
        let kind = self.link_type()?;
        Some(if self.number == number { (kind.as_str(), self.to) } else { (kind.inverse(), self.number) })
    }
}

/// Somebody whom an incident hits as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affected {
    /// Who.
    pub person: UserId,
    /// Said at.
    pub at: Time,
    /// What they said with it.
    pub note: Option<String>,
}

/// What a ticket keeps of its relations, so that only tickets that have some
/// read them when something is decided.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Relations {
    /// Whether it ever had a link, in either direction.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub linked: bool,
    /// How many people said that it hits them as well.
    #[serde(skip_serializing_if = "is_zero")]
    pub affected: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
fn is_zero(n: &u32) -> bool {
    *n == 0
}

impl Relations {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What something done to one ticket means for a related one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RelatedNews {
    /// The digits of the number of the ticket that is told.
    pub number: i64,
    /// The number of the ticket that it comes from, as people say it.
    pub from: String,
    /// Who did it there.
    pub by: Actor,
    /// What.
    pub what: Related,
}

/// How a ticket is called where it is not named.
pub const SECRET: &str = "a confidential ticket";

/// What happened to a related ticket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Related {
    /// They are linked.
    Linked {
        /// As the ticket that is told says it.
        kind: String,
        /// Why.
        reason: Option<String>,
    },
    /// They could not be linked, as this ticket's workflow wished.
    NotLinked {
        /// Why.
        message: String,
    },
    /// They are linked no more.
    Unlinked {
        /// As the ticket that is told says it.
        kind: String,
        /// Why.
        reason: Option<String>,
    },
    /// It goes on here: its people come along.
    Merged {
        /// Who sees this one from now on.
        people: Vec<UserId>,
        /// Whom it hits as well.
        affected: Vec<UserId>,
        /// Why.
        reason: String,
    },
    /// A part of this one is a ticket of its own.
    Split {
        /// Why.
        reason: String,
    },
    /// It is resolved, and this one with it.
    Resolve {
        /// What was done.
        resolution: String,
        /// Whether it failed.
        failed: bool,
        /// Refines the code.
        closure_reason: Option<String>,
    },
    /// What caused this one is resolved: it may be resolved, too.
    Offer {
        /// What was done.
        resolution: String,
    },
}
