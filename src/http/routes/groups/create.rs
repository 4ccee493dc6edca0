//! `POST /groups`.

use crate::desk::directory::{GroupView, NewGroup};
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::Once;
use crate::http::document::{examples, problems};
use crate::http::encoding::encode;
use crate::http::once::REPLAYED;
use actix_web::http::header;
use actix_web::{HttpResponse, post};

/// Make a group; for admins. It is there for whatever is decided from then on.
#[utoipa::path(
    tag = "people",
    params(Once),
    request_body(content = NewGroup, example = json!({"name": "line-3", "line": 3, "lead": "sam", "members": ["lin"],
        "calendar": "berlin", "capacity": 12})),
    responses(
        (status = 201, description = "The group", body = GroupView,
            headers(("Location" = String, description = "Where it is")), example = json!(examples::whole_group())),
        problems::DirectoryAdded,
    ),
)]
#[post("/groups")]
pub async fn create_group(call: Change) -> Answer {
    let (desk, caller) = (call.signed.desk(), &call.signed.caller);
    desk.may_change_directory(caller)?;
    let (group, replayed) = desk.create_group(caller, call.body::<NewGroup>()?, call.once()).await?;
    let mut response = HttpResponse::Created();
    response.insert_header((header::LOCATION, format!("/api/v1/groups/{}", encode(&group.name))));
    if replayed {
        response.insert_header((REPLAYED, "true"));
    }
    Ok(response.json(group))
}
