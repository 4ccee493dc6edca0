//! `POST /releases/proposals/{id}/approve`.

use crate::desk::authoring::Publication;
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::Id;
use crate::http::document::{examples, problems};
use crate::http::fields::Nothing;
use crate::model::access::Right;
use actix_web::{HttpResponse, post};

/// Publish what somebody else proposed. It is checked again against what is in force now.
#[utoipa::path(
    tag = "content",
    params(Id),
    request_body(content = Nothing, example = json!({})),
    responses(
        (status = 200, description = "It is in force", body = Publication, example = json!(examples::publication())),
        problems::ProposalDecided,
    ),
)]
#[post("/releases/proposals/{id}/approve")]
pub async fn approve_proposal(call: Change) -> Answer {
    call.ask(Right::Publish)?;
    let Nothing {} = call.body()?;
    let id = call.signed.id()?;
    Ok(HttpResponse::Ok().json(call.signed.desk().approve_proposal(&call.signed.caller, id).await?))
}
