//! `GET /groups/{name}/load`.

use crate::desk::views::{self, GroupLoad};
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::OfGroup;
use crate::http::document::{examples, problems};
use actix_web::{HttpResponse, get};

/// How much work lies with a group and with each of its members; for staff.
#[utoipa::path(
    tag = "people",
    params(OfGroup),
    responses(
        (status = 200, description = "The load", body = GroupLoad, example = json!(examples::group_load())),
        problems::Shown,
    ),
)]
#[get("/groups/{name}/load")]
pub async fn load_of_group(call: Signed) -> Answer {
    let name = call.part("name").unwrap_or_default();
    let load = call.see(move |view, user| views::group_load(view, user, &name)).await?;
    Ok(HttpResponse::Ok().json(load))
}
