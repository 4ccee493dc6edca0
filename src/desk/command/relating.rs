//! Wishes that concern two tickets: links, merging, splitting, "me too". What
//! they come to is decided in `decide::relate`.

use crate::model::relation::LinkType;
use crate::model::ticket::parse_number;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use utoipa::ToSchema;

/// Body of `POST /tickets/{number}/links`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLink {
    /// `caused_by`, `relates_to`, `parent_of`, `duplicates`, `follows`; of things outside `ci`, `asset`, `order`,
    /// `article`, `contract`, `url`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The other ticket's number, or the thing's name.
    pub to: String,
    /// Why; a duplicate wants one.
    pub reason: Option<String>,
}

/// Body of `DELETE /tickets/{number}/links`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OldLink {
    /// As the ticket shows it: `child_of` from the other side of `parent_of`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The other ticket's number, or the thing's name.
    pub to: String,
    /// Why.
    pub reason: Option<String>,
}

/// Body of `merge`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Merge {
    /// The number of the ticket that goes on for both.
    pub into: String,
    /// Why.
    pub reason: String,
}

/// Body of `split`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// The catalog item of the new ticket.
    pub item: String,
    /// The filled form of that item.
    #[serde(default)]
    #[schema(value_type = Object)]
    pub form: Map<String, Json>,
    /// Its title; the item's when absent.
    pub title: Option<String>,
    /// Why it is a ticket of its own.
    pub reason: String,
}

/// Body of `me-too`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MeToo {
    /// What is different, or where; staff read it.
    pub note: Option<String>,
}

/// A link that a workflow says.
#[derive(Clone, Debug)]
pub struct SaidLink {
    /// The link, of the ticket that the wish is for.
    pub link: NewLink,
    /// The item whose workflow says it.
    pub item: String,
    /// Whether it is the other ticket's workflow.
    pub turned: bool,
}

/// A wish on one ticket that concerns another.
#[derive(Clone, Debug)]
pub enum Relate {
    /// They are linked.
    Link(NewLink),
    /// They are linked by a workflow.
    Said(SaidLink),
    /// They are linked no more.
    Unlink(OldLink),
    /// It goes on in another.
    Merge(Merge),
    /// It hits somebody else as well.
    MeToo(MeToo),
}

impl Relate {
    /// The digits of the number of the other ticket, where one is meant.
    pub fn other(&self) -> Option<i64> {
        match self {
            Relate::Link(wish) => LinkType::parse(&wish.kind).and_then(|_| parse_number(&wish.to)),
            Relate::Said(wish) => parse_number(&wish.link.to),
            Relate::Unlink(wish) => parse_number(&wish.to).filter(|_| LinkType::is_shown(&wish.kind)),
            Relate::Merge(wish) => parse_number(&wish.into),
            Relate::MeToo(_) => None,
        }
    }
    /// The type whose links must not lead back to where this one begins.
    pub fn one_way(&self) -> Option<LinkType> {
        match self {
            Relate::Link(wish) => LinkType::parse(&wish.kind).filter(|kind| kind.is_one_way()),
            Relate::Said(wish) => LinkType::parse(&wish.link.kind).filter(|kind| kind.is_one_way()),
            Relate::Merge(_) => Some(LinkType::Duplicates),
            Relate::Unlink(_) | Relate::MeToo(_) => None,
        }
    }
}

/// A part of a ticket that becomes a ticket of its own.
#[derive(Clone, Debug)]
pub struct SplitOff {
    /// The digits of the number of the ticket that it was a part of.
    pub from: i64,
    /// The version of it that the caller has seen.
    pub expect: Option<i64>,
    /// What is wished.
    pub wish: Split,
}
