//! `GET /gallery`.

use crate::desk::gallery::TemplateEntry;
use crate::desk::views::Page;
use crate::http::answer::{Answer, whole};
use crate::http::call::Signed;
use crate::http::document::{examples, problems};
use actix_web::get;

/// Templates to begin an item with, in my language.
#[utoipa::path(
    tag = "content",
    responses(
        (status = 200, description = "All templates", body = Page<TemplateEntry>,
            example = json!(examples::list(examples::template()))),
        problems::Authored,
    ),
)]
#[get("/gallery")]
pub async fn list_gallery(call: Signed) -> Answer {
    whole(call.desk().gallery(&call.caller)?)
}
