//! `GET /catalog/{item}`.

use crate::desk::views::{self, CatalogItemView};
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::{examples, problems};
use actix_web::{HttpResponse, get};

/// One item: its form as JSON Schema, how to draw it, and its version.
#[utoipa::path(
    tag = "catalog",
    params(("item" = String, Path, description = "The item's name", example = "laptop")),
    responses(
        (status = 200, description = "The item", body = CatalogItemView, example = json!(examples::item_with_form())),
        problems::Shown,
    ),
)]
#[get("/catalog/{item}")]
pub async fn show_item(call: Signed) -> Answer {
    let name = call.part("item").unwrap_or_default();
    Ok(HttpResponse::Ok().json(call.see(move |view, user| views::catalog_item(view, user, &name)).await?))
}
