//! `POST /workflows/{name}/test`.

use crate::desk::authoring::{Trial, TrialWish};
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::Name;
use crate::http::document::{examples, problems};
use crate::model::access::Right;
use actix_web::{HttpResponse, post};

/// Run the scenarios of a workflow, against what is in force or files that are not published yet. Writes nothing.
#[utoipa::path(
    tag = "content",
    params(Name),
    request_body(content = TrialWish, example = json!({"files": {"workflows/laptop.rhai": "sla(\"hardware\");\nresolve(\"done\");\n"}})),
    responses(
        (status = 200, description = "What came of each, passed or failed", body = Trial, example = json!(examples::trial())),
        problems::Published,
    ),
)]
#[post("/workflows/{name}/test")]
pub async fn try_workflow(call: Change) -> Answer {
    call.ask(Right::ReadContent)?;
    let wish: TrialWish = call.body()?;
    let name = call.signed.part("name").unwrap_or_default();
    Ok(HttpResponse::Ok().json(call.signed.desk().try_workflow(&call.signed.caller, name, wish).await?))
}
