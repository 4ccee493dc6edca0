//! `GET /users/{username}`.

use crate::desk::directory::UserView;
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::OfPerson;
use crate::http::document::{examples, problems};
use actix_web::{HttpResponse, get};

/// One's own record; anybody's for admins, service request managers and auditors.
#[utoipa::path(
    tag = "people",
    params(OfPerson),
    responses(
        (status = 200, description = "The person", body = UserView, example = json!(examples::user())),
        problems::Shown,
    ),
)]
#[get("/users/{username}")]
pub async fn show_user(call: Signed) -> Answer {
    let user = call.desk().show_user(&call.caller, &call.part("username").unwrap_or_default())?;
    call.query.verdict()?;
    Ok(HttpResponse::Ok().json(user))
}
