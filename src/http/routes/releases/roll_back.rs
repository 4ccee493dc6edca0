//! `POST /releases/{id}/rollback`.

use crate::desk::authoring::Publication;
use crate::http::answer::{Answer, published};
use crate::http::change::Change;
use crate::http::document::parameters::Id;
use crate::http::document::{examples, problems};
use crate::http::fields::Nothing;
use crate::model::access::Right;
use actix_web::post;

/// Publish the whole set of an earlier release again, as a new one.
#[utoipa::path(
    tag = "content",
    params(Id),
    request_body(content = Nothing, example = json!({})),
    responses(
        (status = 200, description = "It is in force", body = Publication, example = json!(examples::publication())),
        (status = 202, description = "The policy wants a second pair of eyes: it is a proposal", body = Publication,
            headers(("Location" = String, description = "The proposal")),
            example = json!(examples::proposed_publication())),
        problems::Published,
    ),
)]
#[post("/releases/{id}/rollback")]
pub async fn roll_back_release(call: Change) -> Answer {
    call.ask(Right::RollBack)?;
    let Nothing {} = call.body()?;
    let id = call.signed.id()?;
    Ok(published(&call.signed.desk().roll_back(&call.signed.caller, id).await?))
}
