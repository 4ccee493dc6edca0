//! `GET /tickets/{number}/work`.

use crate::desk::views::{self, Page};
use crate::http::answer::{Answer, page};
use crate::http::call::Signed;
use crate::http::document::parameters::{Number, Paging};
use crate::http::document::{examples, problems};
use crate::model::view::WorkView;
use actix_web::get;

/// The work on a ticket by the time when it was done, oldest first; for staff.
#[utoipa::path(
    tag = "tickets",
    params(Number, Paging),
    responses(
        (status = 200, description = "A page of entries", body = Page<WorkView>,
            headers(("Link" = String, description = "The next page, `rel=\"next\"`")),
            example = json!(examples::list(examples::work()))),
        problems::Authored,
    ),
)]
#[get("/tickets/{number}/work")]
pub async fn list_work(call: Signed) -> Answer {
    let (number, limit, cursor) = (call.number()?, call.query.limit(), call.query.text("cursor"));
    let found = call.see(move |view, user| views::work(view, user, number, limit, cursor.as_deref())).await?;
    page(&call, found)
}
