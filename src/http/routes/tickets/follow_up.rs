//! `POST /tickets/{number}/follow-up`.

use crate::desk::command::{Act, FollowUp};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::status::Operation;
use crate::model::view::TicketView;
use actix_web::post;

/// Record that who asked was called after the resolution, or could not be reached.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = FollowUp, example = json!({"reached": true, "channel": "phone", "satisfied": true, "comment": "All is well."})),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/follow-up")]
pub async fn record_follow_up(call: Change) -> Answer {
    answer::operation(call, Some(Operation::FollowUp), |wish: FollowUp| Ok(Act::FollowUp(wish))).await
}
