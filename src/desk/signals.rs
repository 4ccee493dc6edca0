//! What one ticket says to another: signals, written in the commit that causes
//! them, and the commands that they become soon after. What a command does is
//! decided in `decide::child`.

use super::command::{Act, Command, Doer, NewLink, Relate, SaidLink, Target};
use crate::model::changes::Signal;
use crate::model::event::Actor;
use crate::model::ids::{GroupId, StepId, TicketId, UserId};
use crate::model::relation::{LinkType, Related, RelatedNews};
use crate::model::ticket::{ClosureCode, Parent, parse_number};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

/// A ticket is to be opened.
pub const OPEN: &str = "child.open";
/// What became of a ticket that was opened for another.
pub const NEWS: &str = "child.news";

/// A workflow links its ticket to others.
pub const LINK: &str = "link.wish";
/// What became of a related ticket.
pub const RELATED: &str = "related.news";

/// A ticket that a workflow opens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpenChild {
    /// The id that it will have.
    pub child: TicketId,
    /// The ticket whose workflow opens it.
    pub parent: Parent,
    /// The step that asked for it.
    pub step: StepId,
    /// How the two are linked.
    pub link: String,
    /// While a ticket of this item and key is open, it is that one.
    pub once: Option<String>,
    /// The catalog item.
    pub item: String,
    /// The form.
    pub form: Map<String, Json>,
    /// Its title; the item's where there is none.
    pub title: Option<String>,
    /// Who asks, as for the parent.
    pub requester: UserId,
    /// For whom.
    pub requested_for: UserId,
    /// Who typed in the parent.
    pub opened_by: UserId,
    /// The parent's channel.
    pub channel: String,
    /// Where.
    pub location: Option<String>,
    /// A confidential ticket opens confidential ones.
    pub restricted_to: Option<GroupId>,
}

/// What became of it, for the ticket that waits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChildNews {
    /// The digits of the number of the ticket that waits.
    pub parent: i64,
    /// The steps of it that are meant.
    pub steps: Vec<StepId>,
    /// The number of the ticket that was opened, as people say it.
    pub child: String,
    /// The group that it is confidential to: what was done there is for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restricted_to: Option<GroupId>,
    /// What happened.
    pub what: News,
}

/// What happened to a ticket that was opened for another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum News {
    /// It is there.
    Opened {
        /// How the two are linked.
        link: String,
    },
    /// It is closed.
    Ended {
        /// With which code.
        closure_code: ClosureCode,
        /// The reason or rejection code that refines it.
        code: Option<String>,
        /// What was done.
        resolution: Option<String>,
    },
    /// It could not be opened.
    Refused {
        /// Why.
        message: String,
    },
}

/// What a workflow links its ticket to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LinkWish {
    /// How, as its ticket says it: `causes` from the other side of `caused_by`.
    pub kind: String,
    /// The other's number, as the workflow says it.
    pub to: String,
}

/// The links that one run of a workflow wishes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LinkWishes {
    /// The digits of its ticket's number.
    pub number: i64,
    /// The ticket's number, as people say it.
    pub label: String,
    /// The item of its ticket, which the log names.
    pub item: String,
    /// To what.
    pub links: Vec<LinkWish>,
}

/// What a signal asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// To open a ticket.
    Open(Box<OpenChild>),
    /// To take note of what became of one.
    News(ChildNews),
    /// To take note of what became of a related one.
    Related(Box<RelatedNews>),
    /// To link a ticket to others.
    Link(LinkWishes),
}

/// Reads a signal; `None` where its kind is none of ours.
pub fn wish(signal: &Signal) -> Option<Wish> {
    let data = Json::Object(signal.data.clone());
    match signal.kind.as_str() {
        OPEN => serde_json::from_value(data).ok().map(|open| Wish::Open(Box::new(open))),
        NEWS => serde_json::from_value(data).ok().map(Wish::News),
        LINK => serde_json::from_value(data).ok().map(Wish::Link),
        RELATED => serde_json::from_value(data).ok().map(|news| Wish::Related(Box::new(news))),
        _ => None,
    }
}

fn id(signal: &Signal) -> String {
    format!("signal/{}/{}/{}", signal.target, signal.source, signal.source_seq)
}

fn command(id: String, target: Target, act: Act) -> Command {
    Command { id, fingerprint: [0; 32], doer: Doer::System("workflow"), target, expect: None, act }
}

/// The command that opens a ticket, or that lets the open one of its key serve
/// this parent too.
pub fn open(signal: &Signal, wish: OpenChild, there: Option<i64>) -> Command {
    command(id(signal), there.map_or(Target::New, Target::Ticket), Act::OpenChild(Box::new(wish)))
}

/// The command that tells the ticket which waits.
pub fn tell(signal: &Signal, news: ChildNews) -> Command {
    command(id(signal), Target::Ticket(news.parent), Act::Child(news))
}

/// The command that tells a related ticket.
pub fn relate(signal: &Signal, news: RelatedNews) -> Command {
    command(id(signal), Target::Ticket(news.number), Act::Related(Box::new(news)))
}

/// The command that tells the parent why a ticket could not be opened.
pub fn refused(signal: &Signal, wish: &OpenChild, message: String) -> Command {
    let (parent, steps) = (wish.parent.number, vec![wish.step]);
    let news = ChildNews { parent, steps, child: String::new(), restricted_to: None, what: News::Refused { message } };
    command(format!("{}/refused", id(signal)), Target::Ticket(parent), Act::Child(news))
}

/// The command that links a ticket as its workflow wishes: the one of the two that
/// says the link carries it out. The `n`th wish of its signal.
pub fn link(signal: &Signal, wishes: &LinkWishes, n: usize, wish: &LinkWish) -> Command {
    let turned = LinkType::ALL.into_iter().find(|kind| kind.inverse() == wish.kind && kind.as_str() != wish.kind);
    let (kind, to, on) = match (turned, parse_number(&wish.to)) {
        (Some(kind), Some(other)) => (kind.as_str().to_owned(), wishes.label.clone(), other),
        _ => (wish.kind.clone(), wish.to.clone(), wishes.number),
    };
    let link = NewLink { kind, to, reason: None };
    let said = SaidLink { link, item: wishes.item.clone(), turned: turned.is_some() };
    command(format!("{}/{n}", id(signal)), Target::Ticket(on), Act::Relate(Box::new(Relate::Said(said))))
}

/// The command that tells a ticket that it could not be linked.
pub fn not_linked(signal: &Signal, wishes: &LinkWishes, n: usize, wish: &LinkWish, message: String) -> Command {
    let what = Related::NotLinked { message };
    let news = RelatedNews { number: wishes.number, from: wish.to.clone(), by: Actor::workflow(&wishes.item), what };
    command(format!("{}/{n}/refused", id(signal)), Target::Ticket(wishes.number), Act::Related(Box::new(news)))
}
