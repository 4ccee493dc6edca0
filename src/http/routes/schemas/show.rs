//! `GET /schemas/{name}`.

use crate::desk::authoring::SchemaText;
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Name;
use crate::http::document::{examples, problems};
use actix_web::{HttpResponse, get};

/// One form with its text.
#[utoipa::path(
    tag = "content",
    params(Name),
    responses(
        (status = 200, description = "The form", body = SchemaText, example = json!(examples::schema_text())),
        problems::Authored,
    ),
)]
#[get("/schemas/{name}")]
pub async fn show_schema(call: Signed) -> Answer {
    let name = call.part("name").unwrap_or_default();
    let schema = call.desk().schema(&call.caller, name).await?;
    call.query.verdict()?;
    Ok(HttpResponse::Ok().json(schema))
}
