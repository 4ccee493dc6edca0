//! `POST /tickets/{number}/return`.

use crate::desk::command::Act;
use crate::desk::handling::HandBack;
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::status::Operation;
use crate::model::view::TicketView;
use actix_web::post;

/// Give it back to its owner, with a reason and a suggestion.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = HandBack, example = json!({"reason": "The mail server is not ours.", "suggestion": "Ask line 2 for messaging.", "code": "not_ours"})),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/return")]
pub async fn return_ticket(call: Change) -> Answer {
    answer::operation(call, Some(Operation::Return), |wish: HandBack| Ok(Act::Return(wish))).await
}
