//! `GET /outgoing`.

use crate::desk::views::{self, OutgoingQuery, OutgoingView, Page};
use crate::http::answer::{Answer, page};
use crate::http::call::Signed;
use crate::http::document::parameters::{Outgoing, Paging};
use crate::http::document::{examples, problems};
use crate::model::outgoing::{Fate, OutgoingKind};
use crate::model::time::Time;
use actix_web::get;

/// What wanted to leave the desk and was kept back or redirected, the newest
/// first: messages and calls for admins and auditors, calls for integrators.
#[utoipa::path(
    tag = "operations",
    params(Outgoing, Paging),
    responses(
        (status = 200, description = "A page of what was kept back", body = Page<OutgoingView>,
            headers(("Link" = String, description = "The next page, `rel=\"next\"`")),
            example = json!(examples::list(super::example()))),
        problems::Authored,
    ),
)]
#[get("/outgoing")]
pub async fn list_outgoing(call: Signed) -> Answer {
    let time = |name: &str| call.query.one(name, "a time like `2026-07-01T00:00:00Z`", Time::parse);
    let query = OutgoingQuery {
        kind: call.query.one("kind", "`message` or `call`", OutgoingKind::parse),
        fate: call.query.one("fate", "`captured` or `redirected`", Fate::parse),
        ticket: call.query.text("ticket"),
        recipient: call.query.text("recipient"),
        plugin: call.query.text("plugin"),
        from: time("from"),
        to: time("to"),
        cursor: call.query.text("cursor"),
        limit: call.query.limit(),
    };
    let found = call.see(move |view, user| views::outgoing(view, user, &query)).await?;
    page(&call, found)
}
