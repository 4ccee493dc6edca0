//! `GET /lookup/lists/{name}`.

use crate::desk::views::{self, Page};
use crate::http::answer::{Answer, whole};
use crate::http::call::Signed;
use crate::http::document::parameters::Search;
use crate::http::document::{examples, problems};
use actix_web::get;
use std::collections::BTreeMap;

/// Rows of a published list.
#[utoipa::path(
    tag = "people",
    params(("name" = String, Path, description = "The list's name", example = "cost-centres"), Search),
    responses(
        (status = 200, description = "What was found", body = Page<BTreeMap<String, String>>,
            example = json!(examples::list(examples::row()))),
        problems::Shown,
    ),
)]
#[get("/lookup/lists/{name}")]
pub async fn find_in_list(call: Signed) -> Answer {
    let (q, limit) = (call.query.text("q").unwrap_or_default(), call.query.limit());
    let name = call.part("name").unwrap_or_default();
    whole(call.see(move |view, user| views::lookup_list(view, user, &name, &q, limit)).await?)
}
