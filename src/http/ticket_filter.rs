//! Reading what a list of tickets is asked for: from the query string of a call,
//! and from the same text kept with a view.

use super::problem::Problem;
use super::query::Query;
use crate::desk::ReadFilters;
use crate::desk::views::ListQuery;
use crate::model::journal::RowKind;
use crate::model::problem::{FieldError, Refusal};
use crate::model::status::Status;
use crate::model::ticket::{ClosureCode, Kind};
use crate::model::time::Time;

/// What a list may be sorted by; `-` before it for descending.
const SORTS: [&str; 4] = ["created_at", "updated_at", "priority", "resolve_due"];
/// What a list is asked beside its filters.
const NO_FILTERS: [&str; 4] = ["sort", "limit", "cursor", "count"];
/// Bytes of filters that are kept.
const LONGEST: usize = 4_000;

/// Reads all parameters of a list.
pub fn read(query: &Query) -> ListQuery {
    let sort = |text: &str| SORTS.contains(&text.strip_prefix('-').unwrap_or(text)).then(|| text.to_owned());
    // What is wrong is named in this order.
    let filters = filters(query);
    ListQuery {
        sort: query
            .one("sort", "`created_at`, `updated_at`, `priority` or `resolve_due`, `-` before it for descending", sort)
            .unwrap_or_else(|| "-created_at".to_owned()),
        limit: query.limit(),
        cursor: query.text("cursor"),
        count: query.flag("count").unwrap_or(false),
        ..filters
    }
}

/// Reads the filters.
pub fn filters(query: &Query) -> ListQuery {
    let yes = |name: &str| query.one(name, "`true`", |text| (text == "true").then_some(true)).unwrap_or(false);
    let time = |name: &str| query.one(name, "a time like `2026-07-01T00:00:00Z`", Time::parse);
    ListQuery {
        status: query.each("status", "a status", Status::parse),
        kind: query.one("kind", "`request`, `incident`, `change` or `problem`", Kind::parse),
        item: query.text("item"),
        requester: query.text("requester"),
        requested_for: query.text("requested_for"),
        assignee: query.text("assignee"),
        unassigned: query.flag("unassigned"),
        mine: yes("mine"),
        group: query.each("group", "a group", |name| (!name.is_empty()).then(|| name.to_owned())),
        my_groups: yes("my_groups"),
        owner: query.text("owner"),
        owner_group: query.text("owner_group"),
        priority: query.text("priority"),
        impact: query.text("impact"),
        urgency: query.text("urgency"),
        category: query.text("category"),
        location: query.text("location"),
        channel: query.text("channel"),
        service: query.text("service"),
        tag: query.text("tag"),
        closure_code: query.one("closure_code", "a closure code", ClosureCode::parse),
        vip: query.flag("vip"),
        on_hold: query.flag("on_hold"),
        stuck: query.flag("stuck"),
        escalated: query.flag("escalated"),
        overdue: query.flag("overdue"),
        waiting_on: query
            .one("waiting_on", "a kind of step that waits", |text| RowKind::parse(text).filter(|k| k.waits())),
        waiting_for_me: yes("waiting_for_me"),
        watched: yes("watched"),
        created_after: time("created_after"),
        created_before: time("created_before"),
        updated_after: time("updated_after"),
        closed_after: time("closed_after"),
        q: query.text("q"),
        ..ListQuery::default()
    }
}

/// Reads filters that are to be kept; `known` are the parameters of a list.
///
/// # Errors
/// 422 with a pointer under `/filters` to each parameter that is in the way.
pub fn kept(text: &str, known: &[String]) -> Result<ReadFilters, Problem> {
    let text = text.strip_prefix('?').unwrap_or(text);
    if text.len() > LONGEST {
        return Err(Refusal::invalid("/filters", "length", format!("at most {LONGEST} bytes are kept")).into());
    }
    let known: Vec<&String> = known.iter().filter(|name| !NO_FILTERS.contains(&name.as_str())).collect();
    let query = Query::read(text, &known.iter().map(|name| name.as_str()).collect::<Vec<_>>());
    let query = query.map_err(|_| Refusal::invalid("/filters", "format", "it is no query string"))?;
    let read = filters(&query);
    query.verdict().map_err(|mut refusal| {
        let under = |error: FieldError| FieldError { pointer: format!("/filters{}", error.pointer), ..error };
        refusal.errors = refusal.errors.into_iter().map(under).collect();
        refusal
    })?;
    Ok(ReadFilters(text.to_owned(), read))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::query::Query;
    use crate::model::journal::RowKind;
    use crate::model::status::Status;
    use crate::model::ticket::Kind;

    const KNOWN: [&str; 6] = ["status", "kind", "sort", "waiting_on", "count", "limit"];

    #[test]
    fn filters_are_read() {
        let query =
            Query::read("status=new&kind=incident&sort=-priority&waiting_on=approval&count=true", &KNOWN).unwrap();
        let list = read(&query);
        assert_eq!(query.verdict(), Ok(()));
        assert_eq!((list.kind, list.sort.as_str(), list.limit), (Some(Kind::Incident), "-priority", 50));
        assert_eq!((list.status, list.waiting_on, list.count), (vec![Status::New], Some(RowKind::Approval), true));
    }

    #[test]
    fn filters_that_mean_nothing_are_named() {
        let query = Query::read("status=open&kind=wish&sort=title&waiting_on=effect&limit=0", &KNOWN).unwrap();
        read(&query);
        let errors = query.verdict().unwrap_err().errors;
        let pointers: Vec<_> = errors.iter().map(|error| error.pointer.as_str()).collect();
        assert_eq!(pointers, ["/status", "/kind", "/waiting_on", "/sort", "/limit"]);
    }
}
