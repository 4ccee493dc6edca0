//! `GET /workflows`.

use crate::desk::authoring::WorkflowEntry;
use crate::desk::views::Page;
use crate::http::answer::{Answer, whole};
use crate::http::call::Signed;
use crate::http::document::{examples, problems};
use actix_web::get;

/// The workflows in force.
#[utoipa::path(
    tag = "content",
    responses(
        (status = 200, description = "The workflows", body = Page<WorkflowEntry>,
            example = json!(examples::list(examples::workflow()))),
        problems::Authored,
    ),
)]
#[get("/workflows")]
pub async fn list_workflows(call: Signed) -> Answer {
    let workflows = call.desk().workflows(&call.caller)?;
    call.query.verdict()?;
    whole(workflows)
}
