//! `GET /releases/proposals`.

use crate::desk::authoring::ProposalEntry;
use crate::desk::views::Page;
use crate::http::answer::{Answer, cut};
use crate::http::call::Signed;
use crate::http::document::parameters::{Paging, Proposals};
use crate::http::document::{examples, problems};
use crate::model::proposal::ProposalState;
use actix_web::get;

/// Proposed releases, the newest first.
#[utoipa::path(
    tag = "content",
    params(Proposals, Paging),
    responses(
        (status = 200, description = "A page of proposals", body = Page<ProposalEntry>,
            headers(("Link" = String, description = "The next page, `rel=\"next\"`")),
            example = json!(examples::list(examples::proposal()))),
        problems::Authored,
    ),
)]
#[get("/releases/proposals")]
pub async fn list_proposals(call: Signed) -> Answer {
    let state = call.query.one("state", "open, published, rejected or withdrawn", ProposalState::parse);
    let proposals = call.desk().proposals(&call.caller, state).await?;
    cut(&call, proposals, |proposal| proposal.id.to_string())
}
