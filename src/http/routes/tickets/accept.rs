//! `POST /tickets/{number}/accept`.

use crate::desk::command::Act;
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::http::fields::Nothing;
use crate::model::status::Operation;
use crate::model::view::TicketView;
use actix_web::post;

/// An agent takes a new ticket and answers for it from now on.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = Nothing, example = json!({})),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/accept")]
pub async fn accept_ticket(call: Change) -> Answer {
    answer::operation(call, Some(Operation::Accept), |_: Nothing| Ok(Act::Accept)).await
}
