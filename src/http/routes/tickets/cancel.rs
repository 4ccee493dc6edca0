//! `POST /tickets/{number}/cancel`.

use crate::desk::command::{Act, Cancel};
use crate::http::answer::{self, Answer};
use crate::http::call::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::status::Operation;
use crate::model::view::TicketView;
use actix_web::post;

/// It is no longer wanted.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = Cancel, example = json!({"reason": "Found my old one."})),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/cancel")]
pub async fn cancel_ticket(call: Change) -> Answer {
    answer::operation(call, Some(Operation::Cancel), |wish: Cancel| Ok(Act::Cancel(wish))).await
}
