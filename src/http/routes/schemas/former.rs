//! `GET /schemas/{name}/versions/{version}`, `GET /schemas/forms/{name}/versions/{version}`.

use crate::desk::authoring::{Kind, SchemaText};
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::NamedVersion;
use crate::http::document::{examples, problems};
use crate::http::precondition::etag_of;
use actix_web::http::header;
use actix_web::{HttpResponse, get};

/// A text that the form of a catalog item had, by its hash.
#[utoipa::path(
    tag = "content",
    params(NamedVersion),
    responses(
        (status = 200, description = "The form as it was", body = SchemaText, example = json!(examples::schema_text())),
        problems::Authored,
    ),
)]
#[get("/schemas/{name}/versions/{version}")]
pub async fn show_former_schema(call: Signed) -> Answer {
    show(&call, Kind::Schema).await
}

/// A text that a form of tasks and questions had, by its hash.
#[utoipa::path(
    tag = "content",
    params(NamedVersion),
    responses(
        (status = 200, description = "The form as it was", body = SchemaText, example = json!(examples::schema_text())),
        problems::Authored,
    ),
)]
#[get("/schemas/forms/{name}/versions/{version}")]
pub async fn show_former_form(call: Signed) -> Answer {
    show(&call, Kind::Form).await
}

async fn show(call: &Signed, kind: Kind) -> Answer {
    let (name, version) = (call.part("name").unwrap_or_default(), call.part("version").unwrap_or_default());
    let schema = call.desk().former_schema(&call.caller, kind, name, version).await?;
    call.query.verdict()?;
    Ok(HttpResponse::Ok().insert_header((header::ETAG, etag_of(&schema.version))).json(schema))
}
