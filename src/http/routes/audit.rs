//! `GET /audit`.

use crate::desk::views::Page;
use crate::desk::{AuditQuery, AuditView, audit};
use crate::http::answer::{Answer, page};
use crate::http::call::Signed;
use crate::http::document::parameters::{Audit, Paging};
use crate::http::document::{examples, problems};
use crate::model::origin::Action;
use crate::model::time::Time;
use actix_web::get;

/// The desk-wide log, the newest first: sign-ins, tokens, releases, absences, exports.
#[utoipa::path(
    tag = "people",
    params(Audit, Paging),
    responses(
        (status = 200, description = "A page of the log", body = Page<AuditView>,
            headers(("Link" = String, description = "The next page, `rel=\"next\"`")),
            example = json!(examples::list(examples::audit()))),
        problems::Authored,
    ),
)]
#[get("/audit")]
pub async fn list_audit(call: Signed) -> Answer {
    let time = |name: &str| call.query.one(name, "a time like `2026-07-01T00:00:00Z`", Time::parse);
    let query = AuditQuery {
        actor: call.query.text("actor"),
        action: call.query.one("type", "something that this log tells", Action::parse),
        from: time("from"),
        to: time("to"),
        cursor: call.query.text("cursor"),
        limit: call.query.limit(),
    };
    let found = call.see(move |view, user| audit(view, user, &query)).await?;
    page(&call, found)
}
