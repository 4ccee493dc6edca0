//! `PATCH /groups/{name}`.

use crate::desk::directory::{GroupPatch, GroupView};
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::OfGroup;
use crate::http::document::{examples, problems};
use actix_web::{HttpResponse, patch};

/// Change a group; for admins.
#[utoipa::path(
    tag = "people",
    params(OfGroup),
    request_body(content = GroupPatch, example = json!({"members": ["dora", "dan"], "capacity": 8})),
    responses(
        (status = 200, description = "The group", body = GroupView, example = json!(examples::whole_group())),
        problems::DirectoryChanged,
    ),
)]
#[patch("/groups/{name}")]
pub async fn change_group(call: Change) -> Answer {
    let (desk, caller) = (call.signed.desk(), &call.signed.caller);
    let name = call.signed.part("name").unwrap_or_default();
    desk.may_change_group(caller, &name)?;
    let group = desk.change_group(caller, &name, call.body::<GroupPatch>()?).await?;
    Ok(HttpResponse::Ok().json(group))
}
