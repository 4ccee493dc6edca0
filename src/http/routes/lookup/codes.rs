//! `GET /lookup/codes`.

use crate::desk::views::{self, CodesView};
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::{examples, problems};
use actix_web::{HttpResponse, get};

/// The codes of the policy with their words: reasons to hold, to return, to reject, to close.
#[utoipa::path(
    tag = "people",
    responses((status = 200, description = "The codes", body = CodesView, example = json!(examples::codes())), problems::Own),
)]
#[get("/lookup/codes")]
pub async fn find_codes(call: Signed) -> Answer {
    Ok(HttpResponse::Ok().json(call.see(views::codes).await?))
}
