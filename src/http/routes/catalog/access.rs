//! `GET /catalog/{item}/access`.

use crate::desk::views::{self, AccessView};
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::AccessOf;
use crate::http::document::{examples, problems};
use actix_web::{HttpResponse, get};

/// Why somebody may ask for an item, or may not: I myself and my reports, for
/// staff anybody.
#[utoipa::path(
    tag = "catalog",
    params(("item" = String, Path, description = "The item's name", example = "laptop"), AccessOf),
    responses(
        (status = 200, description = "Every rule that has to do with them", body = AccessView,
            example = json!(examples::access())),
        problems::Authored,
    ),
)]
#[get("/catalog/{item}/access")]
pub async fn explain_access(call: Signed) -> Answer {
    let (name, of) = (call.part("item").unwrap_or_default(), call.query.text("user"));
    let seen = call.see(move |view, user| views::access(view, user, &name, of.as_deref())).await?;
    Ok(HttpResponse::Ok().json(seen))
}
