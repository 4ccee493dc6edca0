//! Lists of tickets for people: four sorts, a keyset cursor, and a count that
//! does not count for ever. Every query here asks `visible`; what narrows a list
//! is in `filter`.

use super::connection::{AnyConnection, MultiBackend};
use super::dialect::{self, Capped, one_of_many};
use super::error::StoreError;
use super::filter::{Filter, form, narrowed};
use super::reader::Reader;
use super::rows::{JournalStored, TicketRow};
use super::schema::{journal, tickets};
use super::visible::visible;
use crate::model::ids::TicketId;
use crate::model::journal::JournalRow;
use crate::model::ticket::Ticket;
use crate::model::time::Time;
use crate::model::view::Sight;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// By what a list is sorted; the id breaks ties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SortKey {
    /// When it was submitted.
    CreatedAt,
    /// When it was last changed.
    UpdatedAt,
    /// Cell of the priority matrix.
    Priority,
    /// When it must be resolved; tickets without are last in either direction.
    ResolveDue,
}

/// A sort and its direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sort {
    /// By what.
    pub key: SortKey,
    /// Greatest first.
    pub descending: bool,
}

impl Sort {
    /// Reads `created_at`, `updated_at`, `priority`, `resolve_due`, with `-` for descending.
    pub fn parse(text: &str) -> Option<Sort> {
        let (descending, name) = text.strip_prefix('-').map_or((false, text), |name| (true, name));
        let key = match name {
            "created_at" => SortKey::CreatedAt,
            "updated_at" => SortKey::UpdatedAt,
            "priority" => SortKey::Priority,
            "resolve_due" => SortKey::ResolveDue,
            _ => return None,
        };
        Some(Sort { key, descending })
    }

    /// Where `ticket` stands in a list of this sort: the next page begins behind it.
    pub fn position(self, ticket: &Ticket) -> Position {
        let value = match self.key {
            SortKey::CreatedAt => SortValue::Time(ticket.created_at),
            SortKey::UpdatedAt => SortValue::Time(ticket.updated_at),
            SortKey::Priority => SortValue::Text(ticket.priority.clone()),
            SortKey::ResolveDue => {
                ticket.sla.as_ref().and_then(|sla| sla.resolve_due).map_or(SortValue::None, SortValue::Time)
            }
        };
        Position { value, id: ticket.id }
    }
}

/// The value of a list's sort at some ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SortValue {
    /// Of a time.
    Time(Time),
    /// Of a priority.
    Text(String),
    /// Of a ticket without due time.
    None,
}

/// A place in a sorted list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// The sort's value there.
    pub value: SortValue,
    /// The ticket there.
    pub id: TicketId,
}

pub(super) type Boxed<'a> = tickets::BoxedQuery<'a, MultiBackend>;

impl Reader {
    /// Tickets that `sight` sees, from behind a position, each with its open
    /// rows in the order of opening.
    pub fn list(
        &mut self,
        filter: &Filter,
        sort: Sort,
        limit: i64,
        from: Option<&Position>,
        sight: &Sight,
    ) -> Result<Vec<(Ticket, Vec<JournalRow>)>, StoreError> {
        self.asked((form(filter, sight), sort.key, sort.descending, from.map(|from| from.value == SortValue::None)));
        self.snapshot(|connection| {
            let tickets = page(connection, filter, sort, from, limit, sight)?;
            with_open_rows(connection, tickets)
        })
    }

    /// How many each of some filters lets `sight` see, counted up to `most` each,
    /// in one state of the database. What goes by no index is counted piece by
    /// piece, the newest first, while `in_time` agrees; what then was not begun
    /// is at least none.
    pub fn counts(
        &mut self,
        filters: &[Filter],
        sight: &Sight,
        most: i64,
        in_time: &dyn Fn() -> bool,
    ) -> Result<Vec<Counted>, StoreError> {
        for filter in filters {
            self.asked((form(filter, sight), "counts"));
        }
        self.snapshot(|connection| {
            let count = |filter: &Filter| counted(connection, filter, sight, most, in_time);
            filters.iter().map(count).collect()
        })
    }

    /// How many `sight` sees, counted up to `most`.
    pub fn count(&mut self, filter: &Filter, sight: &Sight, most: i64) -> Result<i64, StoreError> {
        self.asked(form(filter, sight));
        self.read(|connection| {
            let query = narrowed(filter).filter(visible(sight)).select(tickets::number).limit(most);
            Ok(Capped(query).get_result(connection)?)
        })
    }
}

/// How many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Exactly so many, or the most that is counted.
    Exactly(i64),
    /// So many were found in the time there was.
    AtLeast(i64),
}

/// Tickets that are looked at between two looks at the time.
const PIECE: i64 = 20_000;

fn counted(
    connection: &mut AnyConnection,
    filter: &Filter,
    sight: &Sight,
    most: i64,
    in_time: &dyn Fn() -> bool,
) -> Result<Counted, StoreError> {
    if !in_time() {
        return Ok(Counted::AtLeast(0));
    }
    if filter.goes_by_index() || !sight.staff {
        let query = narrowed(filter).filter(visible(sight)).select(tickets::number).limit(most);
        return Ok(Counted::Exactly(Capped(query).get_result(connection)?));
    }
    let mut found = 0;
    let mut high = highest(connection, sight)?;
    let mut part = |low, high, most| -> Result<i64, StoreError> {
        let query = narrowed(filter).filter(visible(sight)).select(tickets::number).limit(most);
        Ok(Capped(query.filter(tickets::number.between(low, high))).get_result(connection)?)
    };
    while high > 0 && found < most {
        if !in_time() {
            return Ok(Counted::AtLeast(found));
        }
        found += part(high - PIECE + 1, high, most - found)?;
        high -= PIECE;
    }
    Ok(Counted::Exactly(found))
}

/// The last number that `sight` sees: nothing is behind it.
fn highest(connection: &mut AnyConnection, sight: &Sight) -> Result<i64, StoreError> {
    let last =
        tickets::table.filter(visible(sight)).order(tickets::number.desc()).select(tickets::number).first(connection);
    Ok(last.optional()?.unwrap_or(0))
}

/// The tickets of a page. A list by due time goes on, behind the last that has
/// one, with those that have none.
fn page(
    connection: &mut AnyConnection,
    filter: &Filter,
    sort: Sort,
    after: Option<&Position>,
    limit: i64,
    sight: &Sight,
) -> Result<Vec<Ticket>, StoreError> {
    let load = |connection: &mut AnyConnection, query: Boxed<'_>, limit: i64| {
        let rows: Vec<TicketRow> = query.limit(limit).select(TicketRow::as_select()).load(connection)?;
        rows.into_iter().map(TicketRow::ticket).collect::<Result<Vec<_>, StoreError>>()
    };
    let query = || narrowed(filter).filter(visible(sight));
    if sort.key != SortKey::ResolveDue {
        return load(connection, sorted(query(), sort, after)?, limit);
    }
    let behind_all_due = matches!(after, Some(Position { value: SortValue::None, .. }));
    let mut found = Vec::new();
    if !behind_all_due {
        let due = query().filter(tickets::resolve_due.is_not_null());
        found = load(connection, sorted(due, sort, after)?, limit)?;
    }
    let missing = limit - i64::try_from(found.len()).unwrap_or(limit);
    if missing > 0 {
        let undue = query().filter(tickets::resolve_due.is_null());
        let after = after.filter(|_| behind_all_due).map(|position| position.id);
        found.extend(load(connection, without_due(undue, sort.descending, after), missing)?);
    }
    Ok(found)
}

/// Sorts by one column and goes on behind the cursor. The range on the column
/// alone comes first, so that the index gives the place to begin.
macro_rules! keyset {
    ($query:expr, $column:expr, $descending:expr, $after:expr) => {{
        let query = match ($after, $descending) {
            (None, _) => $query,
            (Some((value, id)), false) => {
                $query.filter($column.ge(value.clone())).filter($column.gt(value).or(tickets::id.gt(id)))
            }
            (Some((value, id)), true) => {
                $query.filter($column.le(value.clone())).filter($column.lt(value).or(tickets::id.lt(id)))
            }
        };
        if $descending {
            query.order(($column.desc(), tickets::id.desc()))
        } else {
            query.order(($column, tickets::id))
        }
    }};
}

fn sorted<'a>(query: Boxed<'a>, sort: Sort, after: Option<&Position>) -> Result<Boxed<'a>, StoreError> {
    let misfit = || StoreError::Constraint { name: "cursor".to_owned() };
    let time = || match after {
        None => Ok(None),
        Some(Position { value: SortValue::Time(at), id }) => Ok(Some((*at, *id))),
        Some(_) => Err(misfit()),
    };
    let descending = sort.descending;
    Ok(match sort.key {
        SortKey::CreatedAt => keyset!(query, tickets::created_at, descending, time()?),
        SortKey::UpdatedAt => keyset!(query, tickets::updated_at, descending, time()?),
        SortKey::ResolveDue => keyset!(query, tickets::resolve_due.assume_not_null(), descending, time()?),
        SortKey::Priority => {
            let text = match after {
                None => None,
                Some(Position { value: SortValue::Text(text), id }) => Some((text.clone(), *id)),
                Some(_) => return Err(misfit()),
            };
            keyset!(query, tickets::priority, descending, text)
        }
    })
}

/// Those without due time; the column is named in the order for the index's sake.
fn without_due(query: Boxed<'_>, descending: bool, after: Option<TicketId>) -> Boxed<'_> {
    match (descending, after) {
        (false, None) => query.order((tickets::resolve_due, tickets::id)),
        (false, Some(id)) => query.filter(tickets::id.gt(id)).order((tickets::resolve_due, tickets::id)),
        (true, None) => query.order((tickets::resolve_due.desc(), tickets::id.desc())),
        (true, Some(id)) => query.filter(tickets::id.lt(id)).order((tickets::resolve_due.desc(), tickets::id.desc())),
    }
}

/// Adds what each ticket waits for: one query for all of them.
fn with_open_rows(
    connection: &mut AnyConnection,
    tickets: Vec<Ticket>,
) -> Result<Vec<(Ticket, Vec<JournalRow>)>, StoreError> {
    if tickets.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<TicketId> = tickets.iter().map(|ticket| ticket.id).collect();
    let stored: Vec<JournalStored> = journal::table
        .filter(one_of_many(journal::ticket, ids))
        .filter(dialect::is_open())
        .order((journal::ticket, journal::position))
        .select(JournalStored::as_select())
        .load(connection)?;
    let mut open: HashMap<TicketId, Vec<JournalRow>> = HashMap::new();
    for row in stored {
        open.entry(row.ticket).or_default().push(row.row()?);
    }
    let listed = tickets.into_iter().map(|ticket| {
        let open = open.remove(&ticket.id).unwrap_or_default();
        (ticket, open)
    });
    Ok(listed.collect())
}
