//! `GET /queues`.

use crate::desk::views::{self, Page, QueueView};
use crate::http::answer::{Answer, whole};
use crate::http::call::Signed;
use crate::http::document::{examples, problems};
use actix_web::get;

/// My queues and the views that I see, each with its count, in one call.
#[utoipa::path(
    tag = "views",
    responses(
        (status = 200, description = "All of them", body = Page<QueueView>, example = json!(examples::queues())),
        problems::Own,
    ),
)]
#[get("/queues")]
pub async fn list_queues(call: Signed) -> Answer {
    whole(call.see(views::queues).await?)
}
