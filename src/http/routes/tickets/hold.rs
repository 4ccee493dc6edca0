//! `POST /tickets/{number}/hold`.

use crate::desk::command::Act;
use crate::desk::handling::Hold;
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::status::Operation;
use crate::model::view::TicketView;
use actix_web::post;

/// Let it rest for a while, for a reason.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = Hold, example = json!({"code": "customer", "reason": "Please send the serial number."})),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/hold")]
pub async fn hold_ticket(call: Change) -> Answer {
    answer::operation(call, Some(Operation::Hold), |wish: Hold| Ok(Act::Hold(wish))).await
}
