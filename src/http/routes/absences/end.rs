//! `DELETE /absences/{id}`.

use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Id;
use crate::http::document::problems;
use actix_web::{HttpResponse, delete};

/// Take an absence back: one that has begun ends now, one to come is gone.
#[utoipa::path(
    tag = "people",
    params(Id),
    responses((status = 204, description = "Nobody stands in any more."), problems::AbsenceChanged),
)]
#[delete("/absences/{id}")]
pub async fn end_absence(call: Signed) -> Answer {
    let id = call.id()?;
    call.verdict_after(call.desk().to_be_changed(&call.caller, id)).await?;
    call.desk().end_absence(&call.caller, id).await?;
    Ok(HttpResponse::NoContent().finish())
}
