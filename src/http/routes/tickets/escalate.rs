//! `POST /tickets/{number}/escalate`.

use crate::desk::command::Act;
use crate::desk::dispatch::Escalate;
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::status::Operation;
use crate::model::view::TicketView;
use actix_web::post;

/// Move the work up, or tell a manager.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = Escalate, example = json!({"group": "line-2", "reason": "The service level cannot be met here."})),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/escalate")]
pub async fn escalate_ticket(call: Change) -> Answer {
    answer::operation(call, Some(Operation::Escalate), |wish: Escalate| Ok(Act::Escalate(wish))).await
}
