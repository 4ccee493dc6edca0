//! `GET /canned-replies`.

use crate::desk::canned;
use crate::desk::views::Page;
use crate::http::answer::{Answer, cut};
use crate::http::call::Signed;
use crate::http::document::parameters::{FitsTicket, Paging};
use crate::http::document::{examples, problems};
use crate::model::ticket::parse_number;
use crate::model::view::CannedReplyView;
use actix_web::get;

/// The replies that I may use, by name; with a ticket those that fit it.
#[utoipa::path(
    tag = "tickets",
    params(FitsTicket, Paging),
    responses(
        (status = 200, description = "A page of replies", body = Page<CannedReplyView>,
            headers(("Link" = String, description = "The next page, `rel=\"next\"`")),
            example = json!(examples::list(examples::canned_reply()))),
        problems::Authored,
    ),
)]
#[get("/canned-replies")]
pub async fn list_canned_replies(call: Signed) -> Answer {
    let number = call.query.one("ticket", "the number of a ticket", parse_number);
    let found = call.see(move |view, user| canned::canned_replies(view, user, number)).await?;
    cut(&call, found, |reply| reply.name.clone())
}
