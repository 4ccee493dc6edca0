//! `POST /releases/{id}/rollback`.

use crate::desk::authoring::Publication;
use crate::http::answer::Answer;
use crate::http::call::Change;
use crate::http::document::parameters::Id;
use crate::http::document::{examples, problems};
use crate::http::fields::Nothing;
use actix_web::{HttpResponse, post};

/// Publish the whole set of an earlier release again, as a new one.
#[utoipa::path(
    tag = "content",
    params(Id),
    request_body(content = Nothing, example = json!({})),
    responses(
        (status = 200, description = "It is in force", body = Publication, example = json!(examples::publication())),
        problems::Published,
    ),
)]
#[post("/releases/{id}/rollback")]
pub async fn roll_back_release(call: Change) -> Answer {
    let Nothing {} = call.body()?;
    let id = call.signed.id()?;
    Ok(HttpResponse::Ok().json(call.signed.desk().roll_back(&call.signed.caller, id).await?))
}
