//! `POST /tickets/{number}/owner`.

use crate::desk::command::Act;
use crate::desk::dispatch::HandOver;
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::status::Operation;
use crate::model::view::TicketView;
use actix_web::post;

/// Let another agent answer for it.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = HandOver, example = json!({"owner": "dan", "reason": "Dora is away until March."})),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/owner")]
pub async fn hand_over_ticket(call: Change) -> Answer {
    answer::operation(call, Some(Operation::Owner), |wish: HandOver| Ok(Act::HandOver(wish))).await
}
