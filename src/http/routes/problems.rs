//! `GET /problems/{code}`: where the `type` of a problem document leads, and the
//! `help` of a fault that holds a ticket up.

use crate::http::answer::Answer;
use crate::http::document::problems;
use crate::http::status_of;
use crate::model::fault_codes::{self, FaultKind};
use crate::model::problem::{Code, Refusal};
use actix_web::web::Path;
use actix_web::{HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;

/// What a code means: of a problem, or of a fault in scripts and other content.
#[derive(Default, Serialize, ToSchema)]
pub struct ProblemKind {
    /// The code.
    code: &'static str,
    /// In a few words.
    title: &'static str,
    /// The HTTP status of a problem.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    /// What a fault means.
    #[serde(skip_serializing_if = "Option::is_none")]
    meaning: Option<&'static str>,
    /// What comes to a fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<&'static str>,
    /// How a fault is mended.
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<&'static str>,
}

impl From<Code> for ProblemKind {
    fn from(code: Code) -> Self {
        let status = Some(status_of(code).as_u16());
        Self { code: code.as_str(), title: code.title(), status, ..Self::default() }
    }
}

impl From<&FaultKind> for ProblemKind {
    fn from(kind: &FaultKind) -> Self {
        let (meaning, example, remedy) = (Some(kind.meaning), Some(kind.example()), Some(kind.remedy));
        Self { code: kind.code, title: kind.title, status: None, meaning, example, remedy }
    }
}

/// What the code of a problem or of a fault means.
#[utoipa::path(
    tag = "operations",
    security(()),
    params(("code" = String, Path, description = "The code", example = "steps_open")),
    responses(
        (status = 200, description = "Code and title; of a problem its status; of a fault what it means and what to do",
            body = ProblemKind,
            example = json!({"code": "steps_open", "title": "Steps are in the way", "status": 409})),
        problems::Absent,
    ),
)]
#[get("/problems/{code}")]
pub async fn problem(code: Path<String>) -> Answer {
    let problem = Code::ALL.iter().find(|known| known.as_str() == code.as_str()).map(|code| ProblemKind::from(*code));
    let fault = fault_codes::find(&code).map(ProblemKind::from);
    let kind = match (problem, fault) {
        // Of a code that both have, all is told.
        (Some(problem), Some(fault)) => ProblemKind { status: problem.status, title: problem.title, ..fault },
        (problem, fault) => problem.or(fault).ok_or_else(Refusal::not_found)?,
    };
    Ok(HttpResponse::Ok().json(kind))
}
