//! `GET /me`.

use crate::desk::views::{self, MeView};
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::{examples, problems};
use actix_web::{HttpResponse, get};

/// Who I am: name, roles, groups, language, time zone.
#[utoipa::path(
    tag = "session",
    responses((status = 200, description = "The caller", body = MeView, example = json!(examples::me())), problems::Own),
)]
#[get("/me")]
pub async fn me(call: Signed) -> Answer {
    Ok(HttpResponse::Ok().json(call.see(views::me).await?))
}
