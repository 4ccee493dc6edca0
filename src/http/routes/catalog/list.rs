//! `GET /catalog`.

use crate::desk::views::{self, Browse, CatalogEntry, CatalogSort, Page};
use crate::http::answer::{Answer, whole};
use crate::http::call::Signed;
use crate::http::document::parameters::Catalog;
use crate::http::document::{examples, problems};
use actix_web::get;

/// Characters of a search.
const LONGEST: usize = 200;

/// What I may ask for, for myself or on behalf of somebody. What no other item
/// fits is asked for by the one that stands last, and that any search finds.
#[utoipa::path(
    tag = "catalog",
    params(Catalog),
    responses(
        (status = 200, description = "Items, as wished or by category and order", body = Page<CatalogEntry>,
            example = json!(examples::list(examples::item()))),
        problems::Authored,
    ),
)]
#[get("/catalog")]
pub async fn list_catalog(call: Signed) -> Answer {
    let short = |text: &str| (text.chars().count() <= LONGEST).then(|| text.to_owned());
    let wish = Browse {
        requested_for: call.query.text("requested_for"),
        category: call.query.text("category"),
        q: call.query.one("q", "at most 200 characters", short),
        sort: call.query.one("sort", "`most_used` or `new`", CatalogSort::parse).unwrap_or_default(),
    };
    whole(call.see(move |view, user| views::catalog(view, user, &wish)).await?)
}
