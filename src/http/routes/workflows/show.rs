//! `GET /workflows/{name}`.

use crate::desk::authoring::WorkflowText;
use crate::desk::content::hash;
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Name;
use crate::http::document::{examples, problems};
use crate::http::precondition::etag_of;
use actix_web::http::header;
use actix_web::{HttpResponse, get};

/// One workflow with its text.
#[utoipa::path(
    tag = "content",
    params(Name),
    responses(
        (status = 200, description = "The workflow", body = WorkflowText, example = json!(examples::workflow_text())),
        problems::Authored,
    ),
)]
#[get("/workflows/{name}")]
pub async fn show_workflow(call: Signed) -> Answer {
    let name = call.part("name").unwrap_or_default();
    let workflow = call.desk().workflow(&call.caller, name).await?;
    call.query.verdict()?;
    Ok(HttpResponse::Ok().insert_header((header::ETAG, etag_of(&hash(&workflow.source)))).json(workflow))
}
