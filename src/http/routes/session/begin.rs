//! `POST /session`: a username and a password for a token.

use crate::desk::views::{self, MeView};
use crate::http::answer::Answer;
use crate::http::call::Stranger;
use crate::http::caller::cross_site;
use crate::http::document::{examples, problems};
use crate::http::session_cookie;
use crate::model::time::Time;
use actix_web::{HttpResponse, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Who signs in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// Username.
    username: String,
    /// Password.
    password: String,
    /// Whether a browser wants a cookie in the place of the token.
    #[serde(default)]
    cookie: bool,
}

/// A session that began.
#[derive(Serialize, ToSchema)]
pub struct Session {
    /// To be sent as `Authorization: Bearer …`; absent where a cookie was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<String>,
    /// When it ends by itself.
    expires_at: Time,
    /// Who signed in.
    user: MeView,
}

/// Sign in.
#[utoipa::path(
    tag = "session",
    security(()),
    request_body(content = SignIn, example = json!({"username": "ann", "password": "ann"})),
    responses(
        (status = 200, description = "Signed in. With `cookie: true` there is a cookie and no token.", body = Session,
            headers(("Set-Cookie" = String, description = "With `cookie: true`: the session.")),
            example = json!({"token": "qk1V…", "expires_at": "2026-01-06T18:05:00.000000Z", "user": examples::me()})),
        problems::SignIn,
    ),
)]
#[post("/session")]
pub async fn sign_in(call: Stranger) -> Answer {
    let wish: SignIn = call.body()?;
    // Nobody is signed in to a foreign account by a page of somebody else.
    if wish.cookie && call.foreign {
        return Err(cross_site());
    }
    let desk = &call.state.desk;
    let begun = desk.sign_in(wish.username, wish.password, wish.cookie, call.address, call.origin.clone()).await?;
    let me = begun.user.clone();
    let user = desk.read(move |view| views::me(view, &me)).await?;
    let mut response = HttpResponse::Ok();
    if wish.cookie {
        let now = desk.clock().now();
        response.cookie(session_cookie::of_session(&call.state.options, begun.token.clone(), begun.expires_at, now));
    }
    let token = (!wish.cookie).then_some(begun.token);
    Ok(response.json(Session { token, expires_at: begun.expires_at, user }))
}
