//! Problem documents (RFC 9457): the one place that knows which refusal is which
//! HTTP status, and how it is written.

use super::language;
use crate::model::problem::{Code, Fault, FieldError, Refusal};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, ResponseError};
use serde::{Deserialize, Serialize};
use std::fmt;
use utoipa::ToSchema;

/// Why a call was refused (contracts.md "A problem").
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ProblemDocument {
    /// `/problems/CODE`.
    #[serde(rename = "type")]
    #[schema(example = "/problems/invalid")]
    pub kind: String,
    /// Stable code.
    pub code: Code,
    /// What the code means, in the caller's language.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What is wrong here.
    pub detail: String,
    /// Names this call in the logs.
    pub request_id: String,
    /// One entry per error, with a JSON Pointer into the body (or the name of a
    /// query parameter).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// What would be allowed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowed: Vec<String>,
    /// Faults of scripts and schemas.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<Fault>,
}

/// The HTTP status of a code. Exhaustive on purpose: a new code must choose.
pub fn status_of(code: Code) -> StatusCode {
    match code {
        Code::Unauthenticated | Code::WrongCredentials => StatusCode::UNAUTHORIZED,
        Code::TooManyAttempts | Code::TooSoon | Code::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Code::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Code::Malformed => StatusCode::BAD_REQUEST,
        Code::NotFound => StatusCode::NOT_FOUND,
        Code::Forbidden | Code::CrossSite => StatusCode::FORBIDDEN,
        Code::PreconditionFailed => StatusCode::PRECONDITION_FAILED,
        Code::IllegalOperation
        | Code::AlreadyVoted
        | Code::StepSettled
        | Code::ChangedSinceSeen
        | Code::StepsOpen
        | Code::FollowUpDue
        | Code::AlreadyRated
        | Code::TooLate
        | Code::AlreadyExists => StatusCode::CONFLICT,
        Code::Expired => StatusCode::GONE,
        Code::Invalid | Code::IdempotencyKeyReused => StatusCode::UNPROCESSABLE_ENTITY,
        Code::Busy | Code::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Code::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        Code::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
    }
}

/// A refusal on its way out. The envelope writes the document, since only it
/// knows the request's id.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem(pub Refusal);

impl Problem {
    /// A problem in words.
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self(Refusal::new(code, detail))
    }
    /// 400.
    pub fn malformed(detail: impl Into<String>) -> Self {
        Self::new(Code::Malformed, detail)
    }
    /// The document as sent.
    pub fn document(&self, request_id: &str, language: &str) -> ProblemDocument {
        let refusal = &self.0;
        // What went wrong inside is for the log only: it may name tables, paths or hosts.
        let detail = match refusal.code {
            Code::Internal => "Something went wrong on our side. The request id finds it in the log.".to_owned(),
            _ => refusal.detail.clone(),
        };
        ProblemDocument {
            kind: format!("/problems/{}", refusal.code.as_str()),
            code: refusal.code,
            title: language::title(refusal.code, language).to_owned(),
            status: status_of(refusal.code).as_u16(),
            detail,
            request_id: request_id.to_owned(),
            errors: refusal.errors.clone(),
            allowed: refusal.allowed.clone(),
            faults: refusal.faults.clone(),
        }
    }
    /// The answer, with the headers that belong to its status.
    pub fn answer(&self, request_id: &str, language: &str) -> HttpResponse {
        let mut response = HttpResponse::build(status_of(self.0.code))
            .content_type("application/problem+json")
            .body(serde_json::to_vec(&self.document(request_id, language)).unwrap_or_default());
        let headers = response.headers_mut();
        match self.0.code {
            Code::Unauthenticated | Code::WrongCredentials => {
                headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"maitred\""));
            }
            Code::MethodNotAllowed => {
                if let Ok(allow) = HeaderValue::from_str(&self.0.allowed.join(", ")) {
                    headers.insert(header::ALLOW, allow);
                }
            }
            _ => {}
        }
        if let Some(seconds) = self.0.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self(refusal)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        status_of(self.0.code)
    }
    fn error_response(&self) -> HttpResponse {
        self.answer("", "en")
    }
}

/// The refusal that stands for a bare status: what actix itself answers.
pub fn refusal_of(status: StatusCode) -> Refusal {
    match status {
        StatusCode::UNAUTHORIZED => Refusal::new(Code::Unauthenticated, "Sign in first."),
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::new(Code::TooLarge, "The body is over 1 MiB."),
        StatusCode::NOT_FOUND => Refusal::not_found(),
        StatusCode::METHOD_NOT_ALLOWED => Refusal::new(Code::MethodNotAllowed, "This path has no such method."),
        status if status.is_client_error() => Refusal::new(Code::Malformed, "The request cannot be read."),
        _ => Refusal::new(Code::Internal, "an answer without a reason"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use insta::assert_json_snapshot;

    #[test]
    fn a_problem_document_is_as_the_contract_says() {
        let refusal = Refusal::invalid("/form/price", "required", "`price` is missing");
        assert_json_snapshot!(Problem(refusal).document("r-1", "en"), @r#"
        {
          "type": "/problems/invalid",
          "code": "invalid",
          "title": "The request breaks a rule",
          "status": 422,
          "detail": "`price` is missing",
          "request_id": "r-1",
          "errors": [
            {
              "pointer": "/form/price",
              "code": "required",
              "message": "`price` is missing"
            }
          ]
        }
        "#);
    }

    #[test]
    fn every_code_has_a_status_of_its_family() {
        for code in Code::ALL {
            let status = status_of(*code);
            assert!(status.is_client_error() || status.is_server_error(), "{code:?}");
        }
        assert_eq!(status_of(Code::PreconditionFailed), 412);
        assert_eq!(status_of(Code::IdempotencyKeyReused), 422);
    }

    #[test]
    fn what_went_wrong_inside_stays_inside() {
        let problem = Problem::new(Code::Internal, "no such table: tickets");
        assert!(!problem.document("r", "en").detail.contains("tickets"));
    }

    #[test]
    fn a_refused_method_names_the_allowed_ones() {
        let mut refusal = Refusal::new(Code::MethodNotAllowed, "no");
        refusal.allowed = vec!["GET".to_owned(), "POST".to_owned()];
        let answer = Problem(refusal).answer("r", "en");
        assert_eq!(answer.headers().get("allow").unwrap(), "GET, POST");
        let answer = Problem::new(Code::Unauthenticated, "no").answer("r", "en");
        assert!(answer.headers().contains_key("www-authenticate"));
    }
}
