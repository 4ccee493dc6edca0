//! `GET /notifications`.

use crate::desk::views::{self, MessagesQuery, Page};
use crate::http::answer::{Answer, page};
use crate::http::call::Signed;
use crate::http::document::parameters::Unread;
use crate::http::document::{examples, problems};
use crate::model::view::NotificationView;
use actix_web::get;

/// Messages kept for me, newest first.
#[utoipa::path(
    tag = "people",
    params(Unread),
    responses(
        (status = 200, description = "A page of messages", body = Page<NotificationView>,
            headers(("Link" = String, description = "The next page, `rel=\"next\"`")),
            example = json!(examples::list(examples::notification()))),
        problems::Own,
    ),
)]
#[get("/notifications")]
pub async fn list_notifications(call: Signed) -> Answer {
    let (unread, count) = (call.query.flag("unread") == Some(true), call.query.flag("count") == Some(true));
    let query = MessagesQuery { unread, count, limit: call.query.limit(), cursor: call.query.text("cursor") };
    let found = call.see(move |view, user| views::notifications(view, user, &query)).await?;
    page(&call, found)
}
