//! `POST /tickets/{number}/reclassify`.

use crate::desk::command::{Act, Reclassify};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::status::Operation;
use crate::model::view::TicketView;
use actix_web::post;

/// Make it another catalog item: its form, its workflow, its service level.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = Reclassify, example = json!({
        "item": "password-reset", "form": {"system": "erp"}, "reason": "Nothing has to be bought for this.",
    })),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/reclassify")]
pub async fn reclassify_ticket(call: Change) -> Answer {
    answer::operation(call, Some(Operation::Reclassify), |wish: Reclassify| Ok(Act::Reclassify(wish))).await
}
