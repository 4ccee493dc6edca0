//! `DELETE /views/{id}`.

use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Id;
use crate::http::document::problems;
use actix_web::{HttpResponse, delete};

/// Take a view away.
#[utoipa::path(
    tag = "views",
    params(Id),
    responses((status = 204, description = "It is gone."), problems::ViewKept),
)]
#[delete("/views/{id}")]
pub async fn remove_view(call: Signed) -> Answer {
    let id = call.id()?;
    call.query.verdict()?;
    call.desk().drop_view(&call.caller, id).await?;
    Ok(HttpResponse::NoContent().finish())
}
