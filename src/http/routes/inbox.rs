//! `GET /inbox`.

use crate::desk::views::{self, InboxEntry, Page};
use crate::http::answer::{Answer, page};
use crate::http::call::Signed;
use crate::http::document::parameters::Paging;
use crate::http::document::{examples, problems};
use actix_web::get;

/// Open steps that wait for me.
#[utoipa::path(
    tag = "steps",
    params(Paging),
    responses(
        (status = 200, description = "A page of steps", body = Page<InboxEntry>,
            headers(("Link" = String, description = "The next page, `rel=\"next\"`")),
            example = json!(examples::list(examples::inbox_entry()))),
        problems::Own,
    ),
)]
#[get("/inbox")]
pub async fn inbox(call: Signed) -> Answer {
    let (limit, cursor) = (call.query.limit(), call.query.text("cursor"));
    let found = call.see(move |view, user| views::inbox(view, user, limit, cursor.as_deref())).await?;
    page(&call, found)
}
