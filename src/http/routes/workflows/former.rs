//! `GET /workflows/{name}/versions/{version}`.

use crate::desk::authoring::WorkflowText;
use crate::desk::content::hash;
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::NamedVersion;
use crate::http::document::{examples, problems};
use crate::http::precondition::etag_of;
use actix_web::http::header;
use actix_web::{HttpResponse, get};

/// A text that a workflow had, by its hash or by the version that tickets are pinned to.
#[utoipa::path(
    tag = "content",
    params(NamedVersion),
    responses(
        (status = 200, description = "The workflow as it was", body = WorkflowText,
            example = json!(examples::workflow_text())),
        problems::Authored,
    ),
)]
#[get("/workflows/{name}/versions/{version}")]
pub async fn show_former_workflow(call: Signed) -> Answer {
    let (name, version) = (call.part("name").unwrap_or_default(), call.part("version").unwrap_or_default());
    let workflow = call.desk().former_workflow(&call.caller, name, version).await?;
    call.query.verdict()?;
    Ok(HttpResponse::Ok().insert_header((header::ETAG, etag_of(&hash(&workflow.source)))).json(workflow))
}
