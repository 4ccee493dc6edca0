//! `DELETE /groups/{name}`.

use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::OfGroup;
use crate::http::document::problems;
use actix_web::{HttpResponse, delete};

/// Dissolve a group; for admins. Not while work lies with it or the published content names it.
#[utoipa::path(
    tag = "people",
    params(OfGroup),
    responses((status = 204, description = "Nobody finds it any more; the log still says it."), problems::Dissolved),
)]
#[delete("/groups/{name}")]
pub async fn dissolve_group(call: Signed) -> Answer {
    let name = call.part("name").unwrap_or_default();
    call.desk().may_change_group(&call.caller, &name)?;
    call.query.verdict()?;
    call.desk().dissolve_group(&call.caller, &name).await?;
    Ok(HttpResponse::NoContent().finish())
}
