//! `GET /catalog/categories`.

use crate::desk::views::{self, CategoryEntry, Page};
use crate::http::answer::{Answer, whole};
use crate::http::call::Signed;
use crate::http::document::{examples, problems};
use actix_web::get;

/// The categories of what I may ask for, in my language.
#[utoipa::path(
    tag = "catalog",
    responses(
        (status = 200, description = "Categories with how many items each has for the caller",
            body = Page<CategoryEntry>, example = json!(examples::list(examples::category()))),
        problems::Own,
    ),
)]
#[get("/catalog/categories")]
pub async fn list_categories(call: Signed) -> Answer {
    whole(call.see(views::categories).await?)
}
