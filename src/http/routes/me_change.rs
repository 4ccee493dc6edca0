//! `PATCH /me`.

use crate::desk::directory::MePatch;
use crate::desk::views::MeView;
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::{examples, problems};
use actix_web::{HttpResponse, patch};

/// Change in which language and in which time zone I am shown things.
#[utoipa::path(
    tag = "session",
    request_body(content = MePatch, example = json!({"language": "zh-CN", "zone": "Asia/Shanghai"})),
    responses((status = 200, description = "The caller", body = MeView, example = json!(examples::me())), problems::MeChanged),
)]
#[patch("/me")]
pub async fn change_me(call: Change) -> Answer {
    let me = call.signed.desk().change_me(&call.signed.caller, call.body::<MePatch>()?).await?;
    Ok(HttpResponse::Ok().json(me))
}
