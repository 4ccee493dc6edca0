//! `GET /tickets/{number}/events`: the log.

use crate::desk::views::{self, Page};
use crate::http::answer::{Answer, page};
use crate::http::call::Signed;
use crate::http::document::parameters::{Number, Paging};
use crate::http::document::{examples, problems};
use crate::model::view::EventView;
use actix_web::get;

/// The log of a ticket, oldest first.
#[utoipa::path(
    tag = "tickets",
    params(Number, Paging),
    responses(
        (status = 200, description = "A page of the log", body = Page<EventView>,
            headers(("Link" = String, description = "The next page, `rel=\"next\"`")),
            example = json!(examples::list(examples::event()))),
        problems::Shown,
    ),
)]
#[get("/tickets/{number}/events")]
pub async fn list_events(call: Signed) -> Answer {
    let (limit, cursor) = (call.query.limit(), call.query.text("cursor"));
    let number = call.number()?;
    let found = call.see(move |view, user| views::events(view, user, number, cursor.as_deref(), limit)).await?;
    page(&call, found)
}
