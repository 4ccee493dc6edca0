//! `PUT /releases`.

use crate::desk::authoring::{Publication, Wish};
use crate::http::answer::{Answer, published};
use crate::http::change::Change;
use crate::http::document::{examples, problems};
use crate::model::access::Right;
use actix_web::put;

/// Publish files: all of them at once, or none. What does not pass the check is refused.
#[utoipa::path(
    tag = "content",
    request_body(content = Wish, example = json!({"files": {"workflows/laptop.rhai": "sla(\"hardware\");\nresolve(\"done\");\n", "schemas/old.json": null}, "note": "shorter"})),
    responses(
        (status = 200, description = "They are in force", body = Publication, example = json!(examples::publication())),
        (status = 202, description = "The policy wants a second pair of eyes: it is a proposal", body = Publication,
            headers(("Location" = String, description = "The proposal")),
            example = json!(examples::proposed_publication())),
        problems::Published,
    ),
)]
#[put("/releases")]
pub async fn publish_release(call: Change) -> Answer {
    call.ask(Right::Publish)?;
    let wish: Wish = call.body()?;
    Ok(published(&call.signed.desk().publish(&call.signed.caller, wish).await?))
}
