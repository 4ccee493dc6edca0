//! Lists of tickets for people: filters, four sorts, a keyset cursor, and a
//! count that does not count for ever. Every query here asks `visible`.

use super::connection::{AnyConnection, MultiBackend};
use super::dialect::{self, Capped, one_of, one_of_many};
use super::error::StoreError;
use super::reader::Reader;
use super::rows::{JournalStored, TicketRow};
use super::schema::{journal, tickets};
use super::visible::visible;
use crate::model::ids::{GroupId, TicketId, UserId};
use crate::model::journal::{JournalRow, RowKind};
use crate::model::status::Status;
use crate::model::text::fold;
use crate::model::ticket::{Kind, Ticket, parse_number};
use crate::model::time::Time;
use crate::model::view::Sight;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Which tickets. What is empty or absent does not narrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Any of these statuses.
    pub status: Vec<Status>,
    /// This kind.
    pub kind: Option<Kind>,
    /// This catalog item.
    pub item: Option<String>,
    /// Asked for by.
    pub requester: Option<UserId>,
    /// Worked on by.
    pub assignee: Option<UserId>,
    /// In the queue of.
    pub group: Option<GroupId>,
    /// Answered for by.
    pub owner: Option<UserId>,
    /// This cell of the priority matrix.
    pub priority: Option<String>,
    /// Past its resolve time, or not.
    pub overdue: Option<bool>,
    /// Has an open step of this kind.
    pub waiting_on: Option<RowKind>,
    /// Words in number, title or description.
    pub q: Option<String>,
    /// The moment that `overdue` is asked at.
    pub now: Time,
}

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

type Boxed<'a> = tickets::BoxedQuery<'a, MultiBackend>;

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

    /// How many `sight` sees, counted up to `most`.
    pub fn count(&mut self, filter: &Filter, sight: &Sight, most: i64) -> Result<i64, StoreError> {
        self.asked(form(filter, sight));
        self.read(|connection| {
            let query = narrowed(filter).filter(visible(sight)).select(tickets::number).limit(most);
            Ok(Capped(query).get_result(connection)?)
        })
    }
}

/// What of a filter and a sight shapes the statement, whatever the values are.
fn form(filter: &Filter, sight: &Sight) -> impl std::hash::Hash {
    let people = [filter.requester, filter.assignee, filter.owner].map(|user| user.is_some());
    let texts = [&filter.item, &filter.priority].map(Option::is_some);
    let rest = (filter.kind.is_some(), filter.group.is_some(), filter.overdue, filter.waiting_on.is_some());
    let numbers: Vec<bool> = words(filter).map(|word| parse_number(word).is_some()).collect();
    let lengths = (filter.status.len(), numbers, sight.groups.len());
    (people, texts, rest, lengths, sight.staff)
}

/// The words that are searched for; more than eight narrow no further.
fn words(filter: &Filter) -> impl Iterator<Item = &str> {
    filter.q.iter().flat_map(|words| words.split_whitespace()).take(8)
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

/// The tickets that a filter lets through, whoever looks: callers add `visible`.
fn narrowed(filter: &Filter) -> Boxed<'static> {
    let mut query = by_people(filter, tickets::table.into_boxed());
    if !filter.status.is_empty() {
        query = query.filter(one_of(tickets::status, filter.status.clone()));
    }
    if let Some(kind) = filter.kind {
        query = query.filter(tickets::kind.eq(kind));
    }
    if let Some(item) = &filter.item {
        query = query.filter(tickets::item.eq(item.clone()));
    }
    if let Some(priority) = &filter.priority {
        query = query.filter(tickets::priority.eq(priority.clone()));
    }
    if let Some(overdue) = filter.overdue {
        let late = tickets::resolve_due.is_not_null().and(tickets::resolve_due.assume_not_null().lt(filter.now));
        let late = tickets::resolve_breached.or(tickets::resolved_at.is_null().and(late));
        query = if overdue { query.filter(late) } else { query.filter(diesel::dsl::not(late)) };
    }
    if let Some(kind) = filter.waiting_on {
        let open = journal::table.filter(dialect::is_open()).filter(journal::kind.eq(kind));
        query = query.filter(tickets::id.eq_any(open.select(journal::ticket)));
    }
    for word in words(filter) {
        let said = tickets::search.like(containing(word)).escape('\\');
        // People leave out the zeros of SR-000042.
        query = match parse_number(word) {
            Some(number) => query.filter(said.or(tickets::number.eq(number))),
            None => query.filter(said),
        };
    }
    query
}

fn by_people<'a>(filter: &Filter, mut query: Boxed<'a>) -> Boxed<'a> {
    if let Some(user) = filter.requester {
        query = query.filter(tickets::requester.eq(user));
    }
    if let Some(user) = filter.assignee {
        query = query.filter(tickets::assignee.eq(user));
    }
    if let Some(user) = filter.owner {
        query = query.filter(tickets::owner.eq(user));
    }
    if let Some(group) = filter.group {
        query = query.filter(tickets::group_id.eq(group));
    }
    query
}

/// A LIKE pattern for folded text; what people type stands for itself.
fn containing(word: &str) -> String {
    let mut pattern = String::from("%");
    for c in fold(word).chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
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

#[cfg(test)]
mod tests {
    use super::containing;

    #[test]
    fn what_people_type_stands_for_itself() {
        assert_eq!(containing("100%_\\ЁЛКА"), "%100\\%\\_\\\\елка%");
    }
}
