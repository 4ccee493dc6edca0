//! `DELETE /drafts/{key}`.

use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::{DraftKey, SeenVersion};
use crate::http::document::problems;
use crate::http::fields::Nothing;
use crate::model::problem::Refusal;
use actix_web::{HttpResponse, delete};

/// Take a draft away: it was sent, or is not wanted any more.
#[utoipa::path(
    tag = "people",
    params(DraftKey, SeenVersion),
    responses((status = 204, description = "It is gone."), problems::DraftKept),
)]
#[delete("/drafts/{key:.*}")]
pub async fn remove_draft(call: Change) -> Answer {
    let key = call.signed.part("key").ok_or_else(Refusal::not_found)?;
    let desk = call.signed.desk();
    call.body_after::<Nothing, _>(desk.draft_at(&call.signed.caller, key.clone(), call.expected())).await?;
    desk.drop_draft(&call.signed.caller, key, call.expected()).await?;
    Ok(HttpResponse::NoContent().finish())
}
