//! `POST /workflows/{name}/plan`.

use crate::desk::authoring::Plan;
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::Name;
use crate::http::document::{examples, problems};
use crate::model::access::Right;
use actix_web::{HttpResponse, post};
use serde::Deserialize;
use utoipa::ToSchema;

/// A new text of a workflow.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// The text.
    source: String,
}

/// What a new text would mean for the tickets that are under way. Writes nothing.
#[utoipa::path(
    tag = "content",
    params(Name),
    request_body(content = Proposal, example = json!({"source": "sla(\"hardware\");\nresolve(\"done\");\n"})),
    responses(
        (status = 200, description = "How many go on, and which do not", body = Plan, example = json!(examples::plan())),
        problems::Published,
    ),
)]
#[post("/workflows/{name}/plan")]
pub async fn plan_workflow(call: Change) -> Answer {
    call.ask(Right::ReadContent)?;
    let proposal: Proposal = call.body()?;
    let name = call.signed.part("name").unwrap_or_default();
    let plan = call.signed.desk().plan(&call.signed.caller, name, proposal.source).await?;
    Ok(HttpResponse::Ok().json(plan))
}
