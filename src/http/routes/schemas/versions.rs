//! `GET /schemas/{name}/versions`, `GET /schemas/forms/{name}/versions`.

use crate::desk::authoring::{Kind, TextVersion};
use crate::desk::views::Page;
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Name;
use crate::http::document::{examples, problems};
use crate::http::routes::workflows::versions::list_texts;
use actix_web::get;

/// The texts that the form of a catalog item had, newest first.
#[utoipa::path(
    tag = "content",
    params(Name),
    responses(
        (status = 200, description = "Its versions", body = Page<TextVersion>,
            example = json!(examples::list(examples::workflow_version()))),
        problems::Authored,
    ),
)]
#[get("/schemas/{name}/versions")]
pub async fn list_schema_versions(call: Signed) -> Answer {
    list_texts(&call, Kind::Schema).await
}

/// The texts that a form of tasks and questions had, newest first.
#[utoipa::path(
    tag = "content",
    params(Name),
    responses(
        (status = 200, description = "Its versions", body = Page<TextVersion>,
            example = json!(examples::list(examples::workflow_version()))),
        problems::Authored,
    ),
)]
#[get("/schemas/forms/{name}/versions")]
pub async fn list_form_versions(call: Signed) -> Answer {
    list_texts(&call, Kind::Form).await
}
