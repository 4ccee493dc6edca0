//! `GET /problems/{code}`: where the `type` of a problem document leads.

use crate::http::answer::Answer;
use crate::http::document::problems;
use crate::http::status_of;
use crate::model::problem::{Code, Refusal};
use actix_web::web::Path;
use actix_web::{HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;

/// What a code means.
#[derive(Serialize, ToSchema)]
pub struct ProblemKind {
    code: Code,
    title: &'static str,
    status: u16,
}

/// What the code of a problem means.
#[utoipa::path(
    tag = "operations",
    security(()),
    params(("code" = String, Path, description = "The code", example = "steps_open")),
    responses(
        (status = 200, description = "Code, title and status", body = ProblemKind,
            example = json!({"code": "steps_open", "title": "Steps are in the way", "status": 409})),
        problems::Absent,
    ),
)]
#[get("/problems/{code}")]
pub async fn problem(code: Path<String>) -> Answer {
    let code = Code::ALL.iter().find(|known| known.as_str() == code.as_str()).ok_or_else(Refusal::not_found)?;
    let kind = ProblemKind { code: *code, title: code.title(), status: status_of(*code).as_u16() };
    Ok(HttpResponse::Ok().json(kind))
}
