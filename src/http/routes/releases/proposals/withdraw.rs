//! `POST /releases/proposals/{id}/withdraw`.

use crate::desk::authoring::ProposalEntry;
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::Id;
use crate::http::document::{examples, problems};
use crate::http::fields::Nothing;
use crate::model::access::Right;
use actix_web::{HttpResponse, post};

/// Take back what I proposed.
#[utoipa::path(
    tag = "content",
    params(Id),
    request_body(content = Nothing, example = json!({})),
    responses(
        (status = 200, description = "The proposal", body = ProposalEntry, example = json!(examples::proposal())),
        problems::ProposalDecided,
    ),
)]
#[post("/releases/proposals/{id}/withdraw")]
pub async fn withdraw_proposal(call: Change) -> Answer {
    call.ask(Right::ReadContent)?;
    let Nothing {} = call.body()?;
    let id = call.signed.id()?;
    Ok(HttpResponse::Ok().json(call.signed.desk().withdraw_proposal(&call.signed.caller, id).await?))
}
