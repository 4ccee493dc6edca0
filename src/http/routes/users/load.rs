//! `GET /users/{username}/load`.

use crate::desk::views::{self, PersonLoad};
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::OfPerson;
use crate::http::document::{examples, problems};
use actix_web::{HttpResponse, get};

/// How much work lies with a person; one's own, or anybody's for staff.
#[utoipa::path(
    tag = "people",
    params(OfPerson),
    responses(
        (status = 200, description = "The load", body = PersonLoad, example = json!(examples::load())),
        problems::Shown,
    ),
)]
#[get("/users/{username}/load")]
pub async fn load_of_user(call: Signed) -> Answer {
    let username = call.part("username").unwrap_or_default();
    let load = call.see(move |view, user| views::user_load(view, user, &username)).await?;
    Ok(HttpResponse::Ok().json(load))
}
