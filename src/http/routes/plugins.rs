//! `GET /plugins`.

use crate::desk::views::{self, Page, PluginView};
use crate::http::answer::{Answer, whole};
use crate::http::call::Signed;
use crate::http::document::{examples, problems};
use actix_web::get;

/// The plugins in force: what each provides and may reach, and which of its calls do not arrive.
#[utoipa::path(
    tag = "operations",
    responses(
        (status = 200, description = "The plugins", body = Page<PluginView>,
            example = json!(examples::list(examples::plugin()))),
        problems::Listed,
    ),
)]
#[get("/plugins")]
pub async fn list_plugins(call: Signed) -> Answer {
    let pages = call.state.options.pages.clone();
    whole(call.see(move |view, user| views::plugins(view, user, &|name| pages.missing(name))).await?)
}
