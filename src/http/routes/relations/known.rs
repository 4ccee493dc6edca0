//! `GET /incidents/known`.

use crate::desk::views::{self, Page};
use crate::http::answer::{Answer, page};
use crate::http::call::Signed;
use crate::http::document::parameters::{KnownFilter, Paging};
use crate::http::document::{examples, problems};
use crate::model::view::KnownView;
use actix_web::get;

/// Open incidents and problems that the desk says all may know of.
#[utoipa::path(
    tag = "tickets",
    params(KnownFilter, Paging),
    responses(
        (status = 200, description = "A page of them, the newest first", body = Page<KnownView>,
            headers(("Link" = String, description = "The next page, `rel=\"next\"`")),
            example = json!(examples::list(examples::known()))),
        problems::Own,
    ),
)]
#[get("/incidents/known")]
pub async fn list_known(call: Signed) -> Answer {
    let (item, limit, cursor) = (call.query.text("item"), call.query.limit(), call.query.text("cursor"));
    let found = call.see(move |view, user| views::known(view, user, item.as_deref(), limit, cursor.as_deref())).await?;
    page(&call, found)
}
