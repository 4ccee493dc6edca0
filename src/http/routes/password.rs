//! `POST /me/password`.

use crate::http::answer::Answer;
use crate::http::caller::address;
use crate::http::change::Change;
use crate::http::document::problems;
use actix_web::{HttpResponse, post};
use serde::Deserialize;
use utoipa::ToSchema;

/// A new password of one's own.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// The present one.
    current: String,
    /// The new one; at least 8 characters.
    password: String,
}

/// Change my password. All my sessions end, this one too; API tokens stay.
#[utoipa::path(
    tag = "session",
    request_body(content = NewPassword, example = json!({"current": "9f2c1d…", "password": "correct horse"})),
    responses((status = 204, description = "Sign in with the new one."), problems::PasswordChanged),
)]
#[post("/me/password")]
pub async fn change_password(call: Change) -> Answer {
    let wish: NewPassword = call.body()?;
    let from = address(&call.signed.request, &call.signed.state.options);
    call.signed.desk().change_password(&call.signed.caller, wish.current, wish.password, from).await?;
    Ok(HttpResponse::NoContent().finish())
}
