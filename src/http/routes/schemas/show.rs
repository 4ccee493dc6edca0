//! `GET /schemas/{name}`, `GET /schemas/forms/{name}`.

use crate::desk::authoring::{Kind, SchemaText};
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Name;
use crate::http::document::{examples, problems};
use crate::http::precondition::etag_of;
use actix_web::http::header;
use actix_web::{HttpResponse, get};

/// The form of a catalog item, with its text.
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
    show(&call, Kind::Schema).await
}

/// A form of tasks and questions, with its text.
#[utoipa::path(
    tag = "content",
    params(Name),
    responses(
        (status = 200, description = "The form", body = SchemaText, example = json!(examples::schema_text())),
        problems::Authored,
    ),
)]
#[get("/schemas/forms/{name}")]
pub async fn show_form(call: Signed) -> Answer {
    show(&call, Kind::Form).await
}

async fn show(call: &Signed, kind: Kind) -> Answer {
    let name = call.part("name").unwrap_or_default();
    let schema = call.desk().schema(&call.caller, kind, name).await?;
    call.query.verdict()?;
    Ok(HttpResponse::Ok().insert_header((header::ETAG, etag_of(&schema.version))).json(schema))
}
