//! `GET /tokens`.

use crate::desk::TokenView;
use crate::desk::views::Page;
use crate::http::answer::{Answer, whole};
use crate::http::call::Signed;
use crate::http::document::{examples, problems};
use actix_web::get;

/// My API tokens, without their secrets.
#[utoipa::path(
    tag = "session",
    responses(
        (status = 200, description = "The tokens", body = Page<TokenView>, example = json!(examples::list(examples::token()))),
        problems::Own,
    ),
)]
#[get("/tokens")]
pub async fn list_tokens(call: Signed) -> Answer {
    call.query.verdict()?;
    whole(call.desk().list_tokens(&call.caller).await?)
}
