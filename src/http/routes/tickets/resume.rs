//! `POST /tickets/{number}/resume`.

use crate::desk::command::{Act, Resume};
use crate::http::answer::{self, Answer};
use crate::http::call::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::view::TicketView;
use actix_web::post;

/// An admin lets a stuck ticket's workflow go on.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = Resume, example = json!({"migrate": true})),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/resume")]
pub async fn resume_ticket(call: Change) -> Answer {
    answer::operation(call, None, |wish: Resume| Ok(Act::Resume(wish))).await
}
