//! What was kept back on its way out, for those who may read it. Of tickets that
//! are closed to the reader nothing is shown, as everywhere.

use super::View;
use super::list::{Page, decode, encode};
use crate::desk::unavailable;
use crate::model::access::Right;
use crate::model::ids::{OutgoingId, TicketId, UserId};
use crate::model::outgoing::{Fate, KeptBack, KeptCall, OutgoingKind, What};
use crate::model::people::{Role, User};
use crate::model::problem::Refusal;
use crate::model::text::fill;
use crate::model::ticket::{Kind, number_text, parse_number};
use crate::model::time::Time;
use crate::model::view::{PersonView, Sight, Viewer};
use crate::store::OutgoingFilter;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// Something that wanted to leave the desk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OutgoingView {
    /// Its id.
    pub id: OutgoingId,
    /// When it wanted to leave.
    pub at: Time,
    /// A message or a call.
    pub kind: OutgoingKind,
    /// What became of it.
    pub fate: Fate,
    /// The number of the ticket that it is about, if it is about one.
    pub ticket: Option<String>,
    /// Of a message: for whom it was.
    pub recipient: Option<PersonView>,
    /// Of a message that was redirected: who got it.
    pub redirected_to: Option<PersonView>,
    /// Of a message: what it says, in the reader's language. What is a right of
    /// one person, as a link to rate by, is hidden.
    pub text: Option<String>,
    /// Of a call: what was called and what was to be sent.
    pub call: Option<KeptCall>,
}

/// What is looked for.
#[derive(Clone, Debug, Default, Serialize)]
pub struct OutgoingQuery {
    /// Messages or calls.
    pub kind: Option<OutgoingKind>,
    /// What became of it.
    pub fate: Option<Fate>,
    /// About the ticket of this number.
    pub ticket: Option<String>,
    /// For the person of this username.
    pub recipient: Option<String>,
    /// Of this plugin.
    pub plugin: Option<String>,
    /// At this time or later.
    pub from: Option<Time>,
    /// Before this time.
    pub to: Option<Time>,
    /// Where it goes on.
    #[serde(skip)]
    pub cursor: Option<String>,
    /// 1 to 200.
    #[serde(skip)]
    pub limit: u32,
}

type Seen = HashMap<TicketId, (Kind, i64)>;

/// How the reader sees tickets here: as staff, also who looks after plugins and
/// is none. Confidential ones are open to those alone whom they name: a group's
/// staff open them as tickets, which is on record.
fn sight(user: &User) -> Sight {
    Sight { staff: true, groups: Vec::new(), ..Sight::of(user) }
}

/// Messages to people are for who runs the desk; who looks after plugins reads calls.
fn reads(user: &User, kind: OutgoingKind) -> bool {
    kind == OutgoingKind::Call || user.has(Role::Admin) || user.has(Role::Auditor)
}

/// What was kept back, the newest first.
///
/// # Errors
/// 403 without the right, 400 for a cursor of another list.
pub fn outgoing(v: &mut View<'_>, user: &User, query: &OutgoingQuery) -> Result<Page<OutgoingView>, Refusal> {
    Right::ReadOutgoing.ask(user)?;
    let digest = hex::encode(Sha256::digest(serde_json::to_vec(query).unwrap_or_default()));
    let filters = digest.get(..16).unwrap_or_default();
    let before = query.cursor.as_deref().map(|text| decode(text, "outgoing", filters)).transpose()?;
    let mut filter = filter(v, user, query, before)?;
    let (limit, mut shown, mut last) = (query.limit as usize, Vec::new(), None);
    // What may not be seen leaves no gap: it is read on until the page is full.
    'pages: loop {
        let found = v.reader.kept_back(&filter, i64::from(query.limit) + 1).map_err(|error| unavailable(&error))?;
        let whole = found.len() > limit;
        let seen = seen(v, user, &found)?;
        for kept in found {
            filter.before = Some(kept.id);
            if !may_read(user, &kept, &seen) {
                continue;
            }
            if shown.len() == limit {
                break 'pages;
            }
            last = Some(kept.id);
            shown.push(view(&v.viewer(user), kept, &seen));
        }
        if !whole {
            last = None;
            break;
        }
    }
    let next_cursor = last.map(|last| encode("outgoing", filters, last));
    Ok(Page { items: shown, next_cursor, count: None })
}

/// One of them.
///
/// # Errors
/// 403 without the right, 404 where there is none or it is closed to the reader.
pub fn outgoing_one(v: &mut View<'_>, user: &User, id: Option<OutgoingId>) -> Result<OutgoingView, Refusal> {
    Right::ReadOutgoing.ask(user)?;
    let id = id.ok_or_else(Refusal::not_found)?;
    let found = v.reader.kept_back_one(id).map_err(|error| unavailable(&error))?.ok_or_else(Refusal::not_found)?;
    let seen = seen(v, user, std::slice::from_ref(&found))?;
    if !may_read(user, &found, &seen) {
        return Err(Refusal::not_found());
    }
    Ok(view(&v.viewer(user), found, &seen))
}

fn filter(
    v: &mut View<'_>,
    user: &User,
    query: &OutgoingQuery,
    before: Option<OutgoingId>,
) -> Result<OutgoingFilter, Refusal> {
    let nobody = UserId(Uuid::nil());
    let person = |name: &String| v.world.people.by_username(name).map_or(nobody, |user| user.id);
    let recipient = query.recipient.as_ref().map(person);
    let ticket = match query.ticket.as_deref().map(parse_number) {
        None => None,
        Some(number) => {
            let found = number.map(|number| v.reader.seen(number, &sight(user))).transpose();
            let found = found.map_err(|error| unavailable(&error))?.flatten();
            Some(found.map_or(TicketId(Uuid::nil()), |ticket| ticket.id))
        }
    };
    let OutgoingQuery { kind, fate, plugin, from, to, .. } = query.clone();
    let kind = kind.or_else(|| (!reads(user, OutgoingKind::Message)).then_some(OutgoingKind::Call));
    Ok(OutgoingFilter { kind, fate, ticket, recipient, plugin, from, to, before })
}

fn seen(v: &mut View<'_>, user: &User, found: &[KeptBack]) -> Result<Seen, Refusal> {
    let tickets = found.iter().filter_map(|kept| kept.ticket).collect();
    v.reader.open_to(tickets, &sight(user)).map_err(|error| unavailable(&error))
}

fn may_read(user: &User, kept: &KeptBack, seen: &Seen) -> bool {
    reads(user, kept.what.kind()) && kept.ticket.is_none_or(|ticket| seen.contains_key(&ticket))
}

fn view(viewer: &Viewer<'_>, kept: KeptBack, seen: &Seen) -> OutgoingView {
    let ticket = kept.ticket.and_then(|ticket| seen.get(&ticket)).map(|(kind, number)| number_text(*kind, *number));
    let kind = kept.what.kind();
    let (id, at, fate) = (kept.id, kept.at, kept.fate);
    let nothing =
        OutgoingView { id, at, kind, fate, ticket, recipient: None, redirected_to: None, text: None, call: None };
    match kept.what {
        What::Call(call) => OutgoingView { call: Some(call), ..nothing },
        What::Message(message) => {
            let shown = |value: &Json| value.as_str().map_or_else(|| value.to_string(), |text| viewer.say(text));
            let text = fill(&viewer.say(&message.text), |name| message.values.get(name).map(shown));
            OutgoingView {
                recipient: Some(viewer.person(message.recipient)),
                redirected_to: message.redirected_to.map(|user| viewer.person(user)),
                text: Some(text),
                ..nothing
            }
        }
    }
}
