//! `POST /releases/proposals/{id}/reject`.

use crate::desk::authoring::{ProposalEntry, Rejection};
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::Id;
use crate::http::document::{examples, problems};
use crate::model::access::Right;
use actix_web::{HttpResponse, post};

/// Reject what somebody else proposed.
#[utoipa::path(
    tag = "content",
    params(Id),
    request_body(content = Rejection, example = json!({"reason": "Two approvals are enough."})),
    responses(
        (status = 200, description = "The proposal", body = ProposalEntry, example = json!(examples::proposal())),
        problems::ProposalDecided,
    ),
)]
#[post("/releases/proposals/{id}/reject")]
pub async fn reject_proposal(call: Change) -> Answer {
    call.ask(Right::Publish)?;
    let wish: Rejection = call.body()?;
    let id = call.signed.id()?;
    Ok(HttpResponse::Ok().json(call.signed.desk().reject_proposal(&call.signed.caller, id, wish).await?))
}
