//! `POST /users/{username}/password`.

use crate::desk::directory::Welcome;
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::OfPerson;
use crate::http::document::{examples, problems};
use actix_web::{HttpResponse, post};

/// Give a person a new password, made up here and told this once; for admins. Their sessions end.
#[utoipa::path(
    tag = "people",
    params(OfPerson),
    responses(
        (status = 200, description = "The person and, this once, the password", body = Welcome,
            example = json!(examples::welcome())),
        problems::DirectoryChanged,
    ),
)]
#[post("/users/{username}/password")]
pub async fn reset_password(call: Signed) -> Answer {
    let username = call.part("username").unwrap_or_default();
    call.desk().may_change_user(&call.caller, &username)?;
    call.query.verdict()?;
    Ok(HttpResponse::Ok().json(call.desk().reset_password(&call.caller, &username).await?))
}
