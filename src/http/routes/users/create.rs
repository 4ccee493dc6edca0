//! `POST /users`.

use crate::desk::directory::{NewUser, Welcome};
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::Once;
use crate::http::document::{examples, problems};
use crate::http::encoding::encode;
use crate::http::once::REPLAYED;
use actix_web::http::header;
use actix_web::{HttpResponse, post};

/// Add a person; for admins. The password is made up here and told this once.
#[utoipa::path(
    tag = "people",
    params(Once),
    request_body(content = NewUser, example = json!({"username": "eva", "name": "Eva Stone", "email": "eva@example.org",
        "manager": "max", "roles": ["agent"], "groups": ["service-desk"], "skills": ["laptop"]})),
    responses(
        (status = 201, description = "The person and, this once, the password", body = Welcome,
            headers(("Location" = String, description = "Where they are")), example = json!(examples::welcome())),
        problems::DirectoryAdded,
    ),
)]
#[post("/users")]
pub async fn create_user(call: Change) -> Answer {
    let (desk, caller) = (call.signed.desk(), &call.signed.caller);
    desk.may_change_directory(caller)?;
    let (welcome, replayed) = desk.create_user(caller, call.body::<NewUser>()?, call.once()).await?;
    let mut response = HttpResponse::Created();
    response.insert_header((header::LOCATION, format!("/api/v1/users/{}", encode(&welcome.user.username))));
    if replayed {
        response.insert_header((REPLAYED, "true"));
    }
    Ok(response.json(welcome))
}
