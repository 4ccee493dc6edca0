//! `POST /tickets/{number}/assign`.

use crate::desk::command::{Act, Assign};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::status::Operation;
use crate::model::view::TicketView;
use actix_web::post;

/// Give it to a group or a handler.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = Assign, example = json!({"group": "line-2", "reason": "Needs the mail server."})),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/assign")]
pub async fn assign_ticket(call: Change) -> Answer {
    answer::operation(call, Some(Operation::Assign), |wish: Assign| Ok(Act::Assign(wish))).await
}
