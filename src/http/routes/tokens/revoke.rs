//! `DELETE /tokens/{id}`.

use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Id;
use crate::http::document::problems;
use actix_web::{HttpResponse, delete};

/// Revoke one of my API tokens.
#[utoipa::path(
    tag = "session",
    params(Id),
    responses((status = 204, description = "It is worth nothing any more."), problems::Gone),
)]
#[delete("/tokens/{id}")]
pub async fn revoke_token(call: Signed) -> Answer {
    let id = call.id()?;
    call.verdict_after(call.desk().good_token(&call.caller, id)).await?;
    call.desk().revoke_token(&call.caller, id).await?;
    Ok(HttpResponse::NoContent().finish())
}
