//! `POST /canned-replies`.

use crate::desk::canned::NewCannedReply;
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::Once;
use crate::http::document::{examples, problems};
use crate::http::once::REPLAYED;
use crate::http::precondition::etag;
use crate::model::view::CannedReplyView;
use actix_web::http::header;
use actix_web::{HttpResponse, post};

/// Write a reply: one's own by whoever handles tickets; for a group or for all by those who look after
/// the process or its knowledge. What stands in braces is one of: number, title, item, priority, group, location,
/// requester.name, requester.username, requested_for.name, owner.name, assignee.name, agent.name, agent.email,
/// agent.phone, respond_due, resolve_due, resolution.
#[utoipa::path(
    tag = "tickets",
    params(Once),
    request_body(content = NewCannedReply, example = json!({"name": "vpn-how-to", "title": "How to set up VPN",
        "texts": {"en": "Dear {requester.name},\nplease open Settings … ({number})\n{agent.name}"}, "visibility": "own"})),
    responses(
        (status = 201, description = "The reply", body = CannedReplyView,
            headers(("Location" = String, description = "Where it is")), example = json!(examples::canned_reply())),
        problems::NamedMade,
    ),
)]
#[post("/canned-replies")]
pub async fn create_canned_reply(call: Change) -> Answer {
    let desk = call.signed.desk();
    let wish: NewCannedReply = call.body_after(desk.may_write_replies(&call.signed.caller)).await?;
    let (reply, replayed) = desk.add_canned_reply(&call.signed.caller, wish, call.once()).await?;
    let mut response = HttpResponse::Created();
    response.insert_header((header::LOCATION, format!("/api/v1/canned-replies/{}", reply.name)));
    response.insert_header((header::ETAG, etag(reply.version)));
    if replayed {
        response.insert_header((REPLAYED, "true"));
    }
    Ok(response.json(reply))
}
