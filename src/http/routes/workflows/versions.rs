//! `GET /workflows/{name}/versions`.

use crate::desk::authoring::{Kind, TextVersion};
use crate::desk::views::Page;
use crate::http::answer::{Answer, whole};
use crate::http::call::Signed;
use crate::http::document::parameters::Name;
use crate::http::document::{examples, problems};
use actix_web::get;

/// The texts that a workflow had, newest first.
#[utoipa::path(
    tag = "content",
    params(Name),
    responses(
        (status = 200, description = "Its versions", body = Page<TextVersion>,
            example = json!(examples::list(examples::workflow_version()))),
        problems::Authored,
    ),
)]
#[get("/workflows/{name}/versions")]
pub async fn list_versions(call: Signed) -> Answer {
    list_texts(&call, Kind::Workflow).await
}

/// The texts that what the path names had, newest first.
pub async fn list_texts(call: &Signed, kind: Kind) -> Answer {
    let name = call.part("name").unwrap_or_default();
    let versions = call.desk().versions(&call.caller, kind, name).await?;
    call.query.verdict()?;
    whole(versions)
}
