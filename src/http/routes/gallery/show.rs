//! `GET /gallery/{name}`.

use crate::desk::gallery::TemplateView;
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::{Name, TemplateFor};
use crate::http::document::{examples, problems};
use actix_web::{HttpResponse, get};

/// One template with its files by path, ready for `PUT /releases`. Translations
/// are to be joined with those that are there.
#[utoipa::path(
    tag = "content",
    params(Name, TemplateFor),
    responses(
        (status = 200, description = "The template", body = TemplateView,
            example = json!(examples::template_with_files())),
        problems::Authored,
    ),
)]
#[get("/gallery/{name}")]
pub async fn show_template(call: Signed) -> Answer {
    let name = call.part("name").unwrap_or_default();
    let item = call.query.one("item", "the name of an item: small letters, digits and dashes", |item| {
        crate::desk::gallery::is_usable(item).then(|| item.to_owned())
    });
    let found = call.desk().template(&call.caller, &name, item.as_deref())?;
    call.query.verdict()?;
    Ok(HttpResponse::Ok().json(found))
}
