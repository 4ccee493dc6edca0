//! `POST /notifications/read`.

use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::problems;
use crate::model::ids::NotificationId;
use actix_web::{HttpResponse, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Up to where messages were read.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadUpTo {
    /// The newest message that was seen; what came after it stays unread.
    #[schema(value_type = String, example = "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b31")]
    up_to: NotificationId,
}

/// How many messages were marked.
#[derive(Serialize, ToSchema)]
pub struct Marked {
    /// Those that had not been read before.
    #[schema(example = 12)]
    read: usize,
}

/// Mark my messages as read, all up to the one that I saw last.
#[utoipa::path(
    tag = "people",
    request_body(content = ReadUpTo, example = json!({"up_to": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b31"})),
    responses((status = 200, description = "They are read", body = Marked, example = json!({"read": 12})), problems::OwnChanged),
)]
#[post("/notifications/read")]
pub async fn read_notifications(call: Change) -> Answer {
    let ReadUpTo { up_to } = call.body()?;
    let read = call.signed.desk().read_notifications(&call.signed.caller, up_to).await?;
    Ok(HttpResponse::Ok().json(Marked { read }))
}
