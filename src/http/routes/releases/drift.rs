//! `GET /releases/drift`.

use crate::desk::authoring::Drift;
use crate::desk::views::Page;
use crate::http::answer::{Answer, whole};
use crate::http::call::Signed;
use crate::http::document::{examples, problems};
use actix_web::get;

/// Files that were changed through the API since a content folder published them.
#[utoipa::path(
    tag = "content",
    responses(
        (status = 200, description = "What `maitred pull` would bring", body = Page<Drift>,
            example = json!(examples::list(examples::drift()))),
        problems::Authored,
    ),
)]
#[get("/releases/drift")]
pub async fn list_drift(call: Signed) -> Answer {
    let drift = call.desk().drift(&call.caller).await?;
    call.query.verdict()?;
    whole(drift)
}
