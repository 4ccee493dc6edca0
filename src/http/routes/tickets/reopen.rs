//! `POST /tickets/{number}/reopen`.

use crate::desk::command::Act;
use crate::desk::dispatch::ReopenTicket;
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::status::Operation;
use crate::model::view::TicketView;
use actix_web::post;

/// Take it up again: it was not done after all.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = ReopenTicket, example = json!({"reason": "The printer still prints stripes."})),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        problems::Reopened,
    ),
)]
#[post("/tickets/{number}/reopen")]
pub async fn reopen_ticket(call: Change) -> Answer {
    answer::operation(call, Some(Operation::Reopen), |wish: ReopenTicket| Ok(Act::Reopen(wish))).await
}
