//! `PATCH /users/{username}`.

use crate::desk::directory::{UserPatch, UserView};
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::OfPerson;
use crate::http::document::{examples, problems};
use actix_web::{HttpResponse, patch};

/// Change a person's record; for admins. `active: false` ends their sessions; what waits for them goes to others.
#[utoipa::path(
    tag = "people",
    params(OfPerson),
    request_body(content = UserPatch, example = json!({"manager": "max", "skills": ["laptop"], "profile": "scripted"})),
    responses(
        (status = 200, description = "The person", body = UserView, example = json!(examples::user())),
        problems::DirectoryChanged,
    ),
)]
#[patch("/users/{username}")]
pub async fn change_user(call: Change) -> Answer {
    let (desk, caller) = (call.signed.desk(), &call.signed.caller);
    let username = call.signed.part("username").unwrap_or_default();
    desk.may_change_user(caller, &username)?;
    let user = desk.change_user(caller, &username, call.body::<UserPatch>()?).await?;
    Ok(HttpResponse::Ok().json(user))
}
