//! `GET /tickets`: filters, sort, pages.

use crate::desk::views::{self, Page};
use crate::http::answer::{Answer, page};
use crate::http::call::Signed;
use crate::http::document::parameters::{Paging, TicketFilter};
use crate::http::document::{examples, problems};
use crate::http::ticket_filter::read;
use crate::model::view::TicketView;
use actix_web::get;

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
