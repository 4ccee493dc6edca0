//! What narrows a list of tickets, as a condition. Who may see them is not asked
//! here: whoever narrows adds `visible`.

use super::dialect::{self, in_either, one_of, one_of_many};
use super::list::Boxed;
use super::schema::{awaited, escalated, journal, step_parties, ticket_marks, tickets, watchers};
use crate::model::ids::{GroupId, UserId};
use crate::model::journal::RowKind;
use crate::model::status::Status;
use crate::model::text::fold;
use crate::model::ticket::{ClosureCode, Kind, parse_number};
use crate::model::time::Time;
use crate::model::view::Sight;
use diesel::prelude::*;

/// Which tickets. What is empty or absent does not narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Any of these statuses.
    pub status: Vec<Status>,
    /// This kind.
    pub kind: Option<Kind>,
    /// Asked for by.
    pub requester: Option<UserId>,
    /// Needed by.
    pub requested_for: Option<UserId>,
    /// Worked on by.
    pub assignee: Option<UserId>,
    /// Nobody works on it, or somebody does.
    pub unassigned: Option<bool>,
    /// In the queue of any of these; with `Some` of none nothing is.
    pub groups: Option<Vec<GroupId>>,
    /// Answered for by.
    pub owner: Option<UserId>,
    /// Answered for by one of.
    pub owner_group: Option<GroupId>,
    /// Columns that must say exactly this.
    pub words: Words,
    /// Closed with this code.
    pub closure_code: Option<ClosureCode>,
    /// For a very important person, or not.
    pub vip: Option<bool>,
    /// Held, or not.
    pub on_hold: Option<bool>,
    /// Stuck, or not.
    pub stuck: Option<bool>,
    /// Open, and moved up or told of; or not.
    pub escalated: Option<bool>,
    /// Past its resolve time, or not.
    pub overdue: Option<bool>,
    /// Has an open step of this kind.
    pub waiting_on: Option<RowKind>,
    /// Has an open step that waits for one of these, a person and their groups, or
    /// waits for their reply or confirmation.
    pub waiting_for: Option<Vec<UserId>>,
    /// Watched by.
    pub watched_by: Option<UserId>,
    /// Submitted at or after.
    pub created_after: Option<Time>,
    /// Submitted before.
    pub created_before: Option<Time>,
    /// Changed at or after.
    pub updated_after: Option<Time>,
    /// Closed at or after.
    pub closed_after: Option<Time>,
    /// Words in number, title or description.
    pub q: Option<String>,
    /// The moment that `overdue` is asked at.
    pub now: Option<Time>,
}

/// Columns of text that a list narrows to one value each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Catalog item.
    pub item: Option<String>,
    /// Cell of the priority matrix.
    pub priority: Option<String>,
    /// Row of the priority matrix.
    pub impact: Option<String>,
    /// Column of the priority matrix.
    pub urgency: Option<String>,
    /// Where.
    pub location: Option<String>,
    /// Category of the item.
    pub category: Option<String>,
    /// How it came in.
    pub channel: Option<String>,
    /// Affected service.
    pub service: Option<String>,
    /// Tag.
    pub tag: Option<String>,
}

impl Words {
    fn all(&self) -> [&Option<String>; 9] {
        let Words { item, priority, impact, urgency, location, category, channel, service, tag } = self;
        [item, priority, impact, urgency, location, category, channel, service, tag]
    }
}

impl Filter {
    /// Whether an index gives a place to begin: else all tickets may have to be
    /// looked at to find few.
    pub fn goes_by_index(&self) -> bool {
        let Words { item, location, category, service, tag, .. } = &self.words;
        let people = [self.requester, self.requested_for, self.assignee, self.owner, self.watched_by];
        let flags = [self.vip, self.on_hold, self.stuck, self.escalated];
        self.only_unclosed()
            || people.iter().any(Option::is_some)
            || [item, location, category, service, tag].into_iter().any(Option::is_some)
            || flags.contains(&Some(true))
            || self.groups.is_some()
            || self.owner_group.is_some()
            || self.waiting_on.is_some()
            || self.waiting_for.is_some()
    }

    /// Whether closed tickets are left out: most tickets are closed.
    fn only_unclosed(&self) -> bool {
        !self.status.is_empty() && !self.status.contains(&Status::Closed)
    }
}

/// What of a filter and a sight shapes the statement, whatever the values are.
pub(super) fn form(filter: &Filter, sight: &Sight) -> impl std::hash::Hash + use<> {
    let people = [filter.requester, filter.requested_for, filter.assignee, filter.owner, filter.watched_by];
    let times = [filter.created_after, filter.created_before, filter.updated_after, filter.closed_after];
    let flags = [filter.unassigned, filter.vip, filter.on_hold, filter.stuck, filter.overdue, filter.escalated];
    let given = [
        filter.kind.is_some(),
        filter.owner_group.is_some(),
        filter.closure_code.is_some(),
        filter.waiting_on.is_some(),
        filter.only_unclosed(),
        sight.staff,
    ];
    let many = |count: Option<usize>| count.map(usize::next_power_of_two);
    let lengths = (
        filter.status.len(),
        many(filter.groups.as_ref().map(Vec::len)),
        many(filter.waiting_for.as_ref().map(Vec::len)),
        sight.groups.len(),
    );
    let numbers: Vec<bool> = words(filter).map(|word| parse_number(word).is_some()).collect();
    let is_some = (people.map(|it| it.is_some()), times.map(|it| it.is_some()));
    (is_some, filter.words.all().map(Option::is_some), flags, given, lengths, numbers)
}

/// The words that are searched for; more than eight narrow no further.
fn words(filter: &Filter) -> impl Iterator<Item = &str> {
    filter.q.iter().flat_map(|words| words.split_whitespace()).take(8)
}

/// The tickets that a filter lets through, whoever looks: callers add `visible`.
pub(super) fn narrowed(filter: &Filter) -> Boxed<'static> {
    let mut query = by_people(filter, tickets::table.into_boxed());
    query = by_words(&filter.words, query);
    query = by_flags(filter, query);
    query = by_times(filter, query);
    if !filter.status.is_empty() {
        query = query.filter(one_of(tickets::status, filter.status.clone()));
    }
    if filter.only_unclosed() {
        query = query.filter(dialect::is_unclosed());
    }
    if let Some(kind) = filter.kind {
        query = query.filter(tickets::kind.eq(kind));
    }
    if let Some(code) = filter.closure_code {
        // The code to come is no code yet.
        query = query.filter(tickets::closure_code.eq(code)).filter(tickets::status.eq(Status::Closed));
    }
    if let Some(kind) = filter.waiting_on {
        let open = journal::table.filter(dialect::is_open()).filter(journal::kind.eq(kind));
        query = query.filter(tickets::id.eq_any(open.select(journal::ticket)));
    }
    if let Some(hats) = &filter.waiting_for {
        // The rows of a step's parties go when it is settled.
        let asked = step_parties::table.filter(one_of_many(step_parties::party, hats.clone()));
        let awaited = awaited::table.filter(one_of_many(awaited::person, hats.clone())).select(awaited::ticket);
        query = query.filter(in_either(tickets::id, asked.select(step_parties::ticket), awaited));
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
    if let Some(user) = filter.requested_for {
        query = query.filter(tickets::requested_for.eq(user));
    }
    if let Some(user) = filter.assignee {
        query = query.filter(tickets::assignee.eq(user));
    }
    match filter.unassigned {
        Some(true) => query = query.filter(tickets::assignee.is_null()),
        Some(false) => query = query.filter(tickets::assignee.is_not_null()),
        None => {}
    }
    if let Some(user) = filter.owner {
        query = query.filter(tickets::owner.eq(user));
    }
    if let Some(group) = filter.owner_group {
        query = query.filter(tickets::owner_group.eq(group));
    }
    match filter.groups.as_deref() {
        Some([group]) => query = query.filter(tickets::group_id.eq(*group)),
        Some(groups) => query = query.filter(one_of_many(tickets::group_id.assume_not_null(), groups.to_vec())),
        None => {}
    }
    if let Some(user) = filter.watched_by {
        let rows = watchers::table.filter(watchers::user_id.eq(user));
        query = query.filter(tickets::id.eq_any(rows.select(watchers::ticket)));
    }
    query
}

fn by_words<'a>(words: &Words, mut query: Boxed<'a>) -> Boxed<'a> {
    macro_rules! exactly {
        ($($column:ident),*) => {$(
            if let Some(value) = &words.$column {
                query = query.filter(tickets::$column.eq(value.clone()));
            }
        )*};
    }
    exactly!(item, priority, impact, urgency, location, category, channel);
    for (kind, value) in [("service", &words.service), ("tag", &words.tag)] {
        if let Some(value) = value {
            let marked = ticket_marks::table.filter(ticket_marks::kind.eq(kind));
            let marked = marked.filter(ticket_marks::value.eq(value.clone()));
            query = query.filter(tickets::id.eq_any(marked.select(ticket_marks::ticket)));
        }
    }
    query
}

fn by_flags<'a>(filter: &Filter, mut query: Boxed<'a>) -> Boxed<'a> {
    // A column alone, not compared with a value: that is what the indexes of flags say.
    macro_rules! flags {
        ($($column:ident),*) => {$(
            match filter.$column {
                Some(true) => query = query.filter(tickets::$column),
                Some(false) => query = query.filter(diesel::dsl::not(tickets::$column)),
                None => {}
            }
        )*};
    }
    flags!(vip, on_hold, stuck);
    if let Some(wanted) = filter.escalated {
        let those = escalated::table.select(escalated::ticket);
        query = match wanted {
            true => query.filter(tickets::id.eq_any(those)),
            false => query.filter(tickets::id.ne_all(those)),
        };
    }
    if let (Some(overdue), Some(now)) = (filter.overdue, filter.now) {
        let late = tickets::resolve_due.is_not_null().and(tickets::resolve_due.assume_not_null().lt(now));
        let late = tickets::resolve_breached.or(tickets::resolved_at.is_null().and(late));
        query = if overdue { query.filter(late) } else { query.filter(diesel::dsl::not(late)) };
    }
    query
}

fn by_times<'a>(filter: &Filter, mut query: Boxed<'a>) -> Boxed<'a> {
    if let Some(at) = filter.created_after {
        query = query.filter(tickets::created_at.ge(at));
    }
    if let Some(at) = filter.created_before {
        query = query.filter(tickets::created_at.lt(at));
    }
    if let Some(at) = filter.updated_after {
        query = query.filter(tickets::updated_at.ge(at));
    }
    if let Some(at) = filter.closed_after {
        query = query.filter(tickets::closed_at.ge(at));
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

#[cfg(test)]
mod tests {
    use super::containing;

    #[test]
    fn what_people_type_stands_for_itself() {
        assert_eq!(containing("100%_\\ЁЛКА"), "%100\\%\\_\\\\елка%");
    }
}
