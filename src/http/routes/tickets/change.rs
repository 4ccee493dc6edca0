//! `PATCH /tickets/{number}`: a merge patch (RFC 7396).

use crate::desk::command::{Act, Patch};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::status::Operation;
use crate::model::view::TicketView;
use actix_web::patch;

/// Change fields; a changed form begins a new run.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = Patch, content_type = "application/merge-patch+json",
        example = json!({"form": {"model": "light"}, "remarks": null})),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        problems::Changed,
    ),
)]
#[patch("/tickets/{number}")]
pub async fn change_ticket(call: Change) -> Answer {
    answer::operation(call, Some(Operation::Change), |patch: Patch| Ok(Act::Change(patch))).await
}
