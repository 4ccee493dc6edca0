//! `GET /releases/{id}`.

use crate::desk::authoring::ReleaseDetail;
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Id;
use crate::http::document::{examples, problems};
use actix_web::{HttpResponse, get};

/// One release with what it changed.
#[utoipa::path(
    tag = "content",
    params(Id),
    responses(
        (status = 200, description = "The release", body = ReleaseDetail, example = json!(examples::release_detail())),
        problems::Authored,
    ),
)]
#[get("/releases/{id}")]
pub async fn show_release(call: Signed) -> Answer {
    let release = call.desk().release(&call.caller, call.id()?).await?;
    call.query.verdict()?;
    Ok(HttpResponse::Ok().json(release))
}
