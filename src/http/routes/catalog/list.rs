//! `GET /catalog`.

use crate::desk::views::{self, CatalogEntry, Page};
use crate::http::answer::{Answer, whole};
use crate::http::call::Signed;
use crate::http::document::{examples, problems};
use actix_web::get;

/// What I may ask for.
#[utoipa::path(
    tag = "catalog",
    responses(
        (status = 200, description = "Items by category and order", body = Page<CatalogEntry>,
            example = json!(examples::list(examples::item()))),
        problems::Own,
    ),
)]
#[get("/catalog")]
pub async fn list_catalog(call: Signed) -> Answer {
    whole(call.see(views::catalog).await?)
}
