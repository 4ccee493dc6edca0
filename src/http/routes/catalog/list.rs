//! `GET /catalog`.

use crate::desk::views::{self, CatalogEntry, Page};
use crate::http::answer::{Answer, whole};
use crate::http::call::Signed;
use crate::http::document::parameters::OnBehalfOf;
use crate::http::document::{examples, problems};
use actix_web::get;

/// What I may ask for, for myself or on behalf of somebody.
#[utoipa::path(
    tag = "catalog",
    params(OnBehalfOf),
    responses(
        (status = 200, description = "Items by category and order", body = Page<CatalogEntry>,
            example = json!(examples::list(examples::item()))),
        problems::Authored,
    ),
)]
#[get("/catalog")]
pub async fn list_catalog(call: Signed) -> Answer {
    let requested_for = call.query.text("requested_for");
    whole(call.see(move |view, user| views::catalog(view, user, requested_for.as_deref())).await?)
}
