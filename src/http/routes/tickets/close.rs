//! `POST /tickets/{number}/close`.

use crate::desk::command::{Act, Close};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::status::Operation;
use crate::model::view::TicketView;
use actix_web::post;

/// Confirm the result.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = Close, example = json!({"closure_code": "succeeded"})),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        problems::Closed,
    ),
)]
#[post("/tickets/{number}/close")]
pub async fn close_ticket(call: Change) -> Answer {
    answer::operation(call, Some(Operation::Close), |wish: Close| Ok(Act::Close(wish))).await
}
