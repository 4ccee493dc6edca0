//! `POST /releases/check`.

use crate::desk::authoring::{Findings, Wish};
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::{examples, problems};
use crate::model::access::Right;
use actix_web::{HttpResponse, post};

/// What publishing these files would be refused for, and what it would warn of. Writes nothing.
#[utoipa::path(
    tag = "content",
    request_body(content = Wish, example = json!({"files": {"workflows/laptop.rhai": "sla(\"hardware\");\nresolve(\"done\");\n"}})),
    responses(
        (status = 200, description = "What the check finds; without faults they can be published", body = Findings,
            example = json!(examples::findings())),
        problems::Published,
    ),
)]
#[post("/releases/check")]
pub async fn check_release(call: Change) -> Answer {
    call.ask(Right::Publish)?;
    let wish: Wish = call.body()?;
    Ok(HttpResponse::Ok().json(call.signed.desk().check_release(&call.signed.caller, wish).await?))
}
