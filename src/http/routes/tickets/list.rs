//! `GET /tickets`: filters, sort, pages.

use crate::desk::views::{self, ListQuery, Page};
use crate::http::answer::{Answer, page};
use crate::http::call::Signed;
use crate::http::document::parameters::{Paging, TicketFilter};
use crate::http::document::{examples, problems};
use crate::http::query::Query;
use crate::model::journal::RowKind;
use crate::model::status::Status;
use crate::model::ticket::Kind;
use crate::model::view::TicketView;
use actix_web::get;

/// What a list may be sorted by; `-` before it for descending.
const SORTS: [&str; 4] = ["created_at", "updated_at", "priority", "resolve_due"];

/// Tickets that I may see.
#[utoipa::path(
    tag = "tickets",
    params(TicketFilter, Paging),
    responses(
        (status = 200, description = "A page of tickets, without their forms", body = Page<TicketView>,
            headers(("Link" = String, description = "The next page, `rel=\"next\"`")),
            example = json!(examples::list(examples::ticket()))),
        problems::Own,
    ),
)]
#[get("/tickets")]
pub async fn list_tickets(call: Signed) -> Answer {
    let query = read(&call.query);
    let found = call.see(move |view, user| views::list(view, user, &query)).await?;
    page(&call, found)
}

fn read(query: &Query) -> ListQuery {
    let sort = |text: &str| SORTS.contains(&text.strip_prefix('-').unwrap_or(text)).then(|| text.to_owned());
    ListQuery {
        status: query.each("status", "a status", Status::parse),
        kind: query.one("kind", "`request`, `incident`, `change` or `problem`", Kind::parse),
        item: query.text("item"),
        requester: query.text("requester"),
        assignee: query.text("assignee"),
        group: query.text("group"),
        owner: query.text("owner"),
        priority: query.text("priority"),
        overdue: query.flag("overdue"),
        waiting_on: query
            .one("waiting_on", "a kind of step that waits", |text| RowKind::parse(text).filter(|k| k.waits())),
        q: query.text("q"),
        sort: query
            .one("sort", "`created_at`, `updated_at`, `priority` or `resolve_due`, `-` before it for descending", sort)
            .unwrap_or_else(|| "-created_at".to_owned()),
        limit: query.limit(),
        cursor: query.text("cursor"),
        count: query.flag("count").unwrap_or(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
