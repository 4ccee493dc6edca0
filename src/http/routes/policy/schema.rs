//! `GET /policy/schema`.

use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::problems;
use crate::model::access::Right;
use crate::model::policy::schema;
use actix_web::{HttpResponse, get};

/// What policy.toml may say, as a JSON Schema (2020-12). `x-names` tells what a text names (a `group`, a `calendar`, a
/// `span` of time), `x-also` what it may be besides, `x-toml` a day or a moment that TOML writes without quotes.
#[utoipa::path(
    tag = "content",
    responses(
        (status = 200, description = "The schema", body = Object, content_type = "application/schema+json",
            example = json!({"type": "object", "properties": {"currency": {"type": "string"}}, "required": ["currency"]})),
        problems::Authored,
    ),
)]
#[get("/policy/schema")]
pub async fn show_policy_schema(call: Signed) -> Answer {
    Right::ReadContent.ask(&call.caller.user)?;
    call.query.verdict()?;
    Ok(HttpResponse::Ok().content_type("application/schema+json").json(schema::schema()))
}
