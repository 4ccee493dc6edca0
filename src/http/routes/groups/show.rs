//! `GET /groups/{name}`.

use crate::desk::directory::GroupView;
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::OfGroup;
use crate::http::document::{examples, problems};
use actix_web::{HttpResponse, get};

/// One group with its members; for staff.
#[utoipa::path(
    tag = "people",
    params(OfGroup),
    responses(
        (status = 200, description = "The group", body = GroupView, example = json!(examples::whole_group())),
        problems::Shown,
    ),
)]
#[get("/groups/{name}")]
pub async fn show_group(call: Signed) -> Answer {
    let group = call.desk().show_group(&call.caller, &call.part("name").unwrap_or_default())?;
    call.query.verdict()?;
    Ok(HttpResponse::Ok().json(group))
}
