//! Lists: tickets by filter, and the cursors of all lists.
//!
//! A cursor carries its sort and a hash of its filters, so that one list's
//! cursor is refused by another.

use super::View;
use super::filters::{ListQuery, filter_of, sort_of};
use crate::desk::unavailable;
use crate::model::people::User;
use crate::model::problem::{Code, Refusal};
use crate::model::view::{self, Sight, TicketView};
use crate::store::Position;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

/// A list and where it goes on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// Where it goes on; absent at the end.
    pub next_cursor: Option<String>,
    /// How many there are in all, exact to 10,000, then `10000+`; only where asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<String>,
}

/// The inside of a cursor.
#[derive(Serialize, Deserialize)]
struct Mark<P> {
    sort: String,
    filters: String,
    position: P,
}

/// Nothing is counted further.
pub(super) const MOST_COUNTED: i64 = 10_000;

/// A count of at most one more than is counted, as it is shown.
pub(super) fn count_text(counted: i64) -> String {
    if counted > MOST_COUNTED { format!("{MOST_COUNTED}+") } else { counted.to_string() }
}

/// A cursor at a position of a list.
pub(super) fn encode<P: Serialize>(sort: &str, filters: &str, position: P) -> String {
    let cursor = Mark { sort: sort.to_owned(), filters: filters.to_owned(), position };
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(&cursor).unwrap_or_default())
}

/// The position of a cursor of this very list; 400 for any other.
pub(super) fn decode<P: DeserializeOwned>(text: &str, sort: &str, filters: &str) -> Result<P, Refusal> {
    let mixed_up = || Refusal::new(Code::Malformed, "The cursor does not belong to this list.");
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| mixed_up())?;
    let cursor: Mark<P> = serde_json::from_slice(&bytes).map_err(|_| mixed_up())?;
    if cursor.sort == sort && cursor.filters == filters { Ok(cursor.position) } else { Err(mixed_up()) }
}

/// Tickets that the caller may see.
///
/// # Errors
/// 400 for a cursor of another list, 422 for an unknown sort.
pub fn list(v: &mut View<'_>, user: &User, query: &ListQuery) -> Result<Page<TicketView>, Refusal> {
    let sort = sort_of(&query.sort)?;
    let digest = hex::encode(Sha256::digest(serde_json::to_vec(query).unwrap_or_default()));
    let filters = digest.get(..16).unwrap_or_default();
    let from: Option<Position> = query.cursor.as_deref().map(|text| decode(text, &query.sort, filters)).transpose()?;
    let (filter, sight) = (filter_of(v, user, query)?, Sight::of(user));
    let found = v.reader.list(&filter, sort, i64::from(query.limit) + 1, from.as_ref(), &sight);
    let mut found = found.map_err(|error| unavailable(&error))?;
    let more = found.len() > query.limit as usize;
    found.truncate(query.limit as usize);
    let next = found.last().filter(|_| more).map(|(ticket, _)| sort.position(ticket));
    let count = if query.count {
        let counted = v.reader.count(&filter, &sight, MOST_COUNTED + 1).map_err(|error| unavailable(&error))?;
        Some(count_text(counted))
    } else {
        None
    };
    let viewer = v.viewer(user);
    let items = found.iter().map(|(ticket, open)| view::ticket(&viewer, ticket, open, None)).collect();
    Ok(Page { items, next_cursor: next.map(|next| encode(&query.sort, filters, next)), count })
}
