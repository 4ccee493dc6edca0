//! `POST /tokens`.

use crate::desk::TokenView;
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::{examples, problems};
use crate::model::time::Time;
use actix_web::{HttpResponse, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A token that is wished for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewToken {
    /// What it is for; the log names it.
    name: String,
    /// When it ends; never when absent.
    expires_at: Option<Time>,
}

/// A token that was made.
#[derive(Serialize, ToSchema)]
pub struct MadeToken {
    /// The token.
    #[serde(flatten)]
    token: TokenView,
    /// To be sent as `Authorization: Bearer …`. It is shown this once.
    secret: String,
}

/// Make an API token for a program that acts for me.
#[utoipa::path(
    tag = "session",
    request_body(content = NewToken, example = json!({"name": "monitoring", "expires_at": "2027-01-01T00:00:00Z"})),
    responses(
        (status = 201, description = "The token and, this once, its secret", body = MadeToken,
            example = json!(examples::made_token())),
        problems::TokenMade,
    ),
)]
#[post("/tokens")]
pub async fn create_token(call: Change) -> Answer {
    let wish: NewToken = call.body()?;
    let desk = call.signed.desk();
    let (token, secret) = desk.create_token(&call.signed.caller, wish.name, wish.expires_at).await?;
    Ok(HttpResponse::Created().json(MadeToken { token, secret }))
}
