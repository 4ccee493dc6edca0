//! `POST /tickets/{number}/rating`.

use crate::desk::command::{Act, Rate};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::status::Operation;
use crate::model::view::TicketView;
use actix_web::post;

/// Say how satisfied you are, once.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = Rate, example = json!({"score": 5, "text": "Quick and friendly."})),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        problems::Rated,
    ),
)]
#[post("/tickets/{number}/rating")]
pub async fn rate_ticket(call: Change) -> Answer {
    answer::operation(call, Some(Operation::Rating), |wish: Rate| Ok(Act::Rate { wish, by_link: false })).await
}
