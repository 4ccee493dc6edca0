//! `GET /releases/proposals/{id}`.

use crate::desk::authoring::ProposalDetail;
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Id;
use crate::http::document::{examples, problems};
use actix_web::{HttpResponse, get};

/// A proposed release: what it would change, and what that would mean for open tickets now.
#[utoipa::path(
    tag = "content",
    params(Id),
    responses(
        (status = 200, description = "The proposal", body = ProposalDetail, example = json!(examples::proposal_detail())),
        problems::Authored,
    ),
)]
#[get("/releases/proposals/{id}")]
pub async fn show_proposal(call: Signed) -> Answer {
    let proposal = call.desk().proposal(&call.caller, call.id()?).await?;
    call.query.verdict()?;
    Ok(HttpResponse::Ok().json(proposal))
}
