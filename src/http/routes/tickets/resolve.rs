//! `POST /tickets/{number}/resolve`.

use crate::desk::command::{Act, Resolve};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::status::Operation;
use crate::model::view::TicketView;
use actix_web::post;

/// Report the result.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = Resolve, example = json!({"resolution": "Delivered L-2041.", "outcome": "done"})),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        problems::Ended,
    ),
)]
#[post("/tickets/{number}/resolve")]
pub async fn resolve_ticket(call: Change) -> Answer {
    answer::operation(call, Some(Operation::Resolve), |wish: Resolve| Ok(Act::Resolve(wish))).await
}
