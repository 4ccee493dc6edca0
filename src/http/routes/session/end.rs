//! `DELETE /session`: the token is worth nothing any more.

use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::problems;
use crate::http::problem::Problem;
use crate::http::session_cookie;
use crate::model::problem::Code;
use actix_web::{HttpResponse, delete};

/// Sign out.
#[utoipa::path(
    tag = "session",
    responses((status = 204, description = "The session is over."), problems::SignOut),
)]
#[delete("/session")]
pub async fn sign_out(call: Signed) -> Answer {
    if call.caller.token_name.is_some() {
        return Err(Problem::new(
            Code::Forbidden,
            "This is an API token, not a session: revoke it under /api/v1/tokens.",
        ));
    }
    call.query.verdict()?;
    call.desk().sign_out(&call.caller, &call.token).await?;
    Ok(HttpResponse::NoContent().cookie(session_cookie::gone(&call.state.options)).finish())
}
