//! `DELETE /attachments/{id}`.

use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Id;
use crate::http::document::problems;
use actix_web::{HttpResponse, delete};

/// Take a file of mine away that is not used yet. What is used stays with its ticket.
#[utoipa::path(
    tag = "attachments",
    params(Id),
    responses((status = 204, description = "It is gone."), problems::FileGone),
)]
#[delete("/attachments/{id}")]
pub async fn remove_attachment(call: Signed) -> Answer {
    let id = call.id()?;
    call.verdict_after(call.desk().own_file(&call.caller, id)).await?;
    call.desk().drop_attachment(&call.caller, id).await?;
    Ok(HttpResponse::NoContent().finish())
}
