//! `GET /tickets/{number}/comments`.

use crate::desk::views::{self, Page};
use crate::http::answer::{Answer, page};
use crate::http::call::Signed;
use crate::http::document::parameters::{Number, Paging};
use crate::http::document::{examples, problems};
use crate::model::view::CommentView;
use actix_web::get;

/// What was said on a ticket, oldest first; internal notes only for staff.
#[utoipa::path(
    tag = "tickets",
    params(Number, Paging),
    responses(
        (status = 200, description = "A page of comments", body = Page<CommentView>,
            headers(("Link" = String, description = "The next page, `rel=\"next\"`")),
            example = json!(examples::list(examples::comment()))),
        problems::Shown,
    ),
)]
#[get("/tickets/{number}/comments")]
pub async fn list_comments(call: Signed) -> Answer {
    let (number, limit, cursor) = (call.number()?, call.query.limit(), call.query.text("cursor"));
    let found = call.see(move |view, user| views::comments(view, user, number, limit, cursor.as_deref())).await?;
    page(&call, found)
}
