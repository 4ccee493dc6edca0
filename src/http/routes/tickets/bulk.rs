//! `POST /tickets/bulk`.

use crate::desk::command::Target;
use crate::http::answer::{self, Answer};
use crate::http::bulk::{BulkResults, listed};
use crate::http::change::Change;
use crate::http::document::parameters::Once;
use crate::http::document::{examples, problems};
use crate::http::operations;
use crate::model::ticket::parse_number;
use actix_web::post;
use serde::Deserialize;
use serde_json::{Map, Value as Json};
use utoipa::ToSchema;

/// What is to be done to many tickets.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ManyTickets {
    /// `accept`, `assign`, `comment` … as in the path of the single call; `change` is its `PATCH`.
    operation: String,
    /// Numbers, at most 200, none twice.
    tickets: Vec<String>,
    /// The body of the single call; the same for each.
    #[serde(default)]
    #[schema(value_type = Object)]
    body: Map<String, Json>,
}

/// Do the same to many tickets: each is allowed or refused by its own rules.
#[utoipa::path(
    tag = "tickets",
    params(Once),
    request_body(content = ManyTickets, example = json!({
        "operation": "assign", "tickets": ["SR-000123", "SR-000124"], "body": {"group": "line-2"},
    })),
    responses(
        (status = 200, description = "One result per ticket, in the order of the call", body = BulkResults,
            example = json!(examples::bulk())),
        problems::Many,
    ),
)]
#[post("/tickets/bulk")]
pub async fn bulk_tickets(call: Change) -> Answer {
    let wish: ManyTickets = call.body()?;
    let act = operations::wish(&wish.operation, &Json::Object(wish.body))?;
    let wishes = listed("tickets", wish.tickets, |number| parse_number(number).map(Target::Ticket))?;
    answer::each(&call.carry_out_each(wishes, &act).await?)
}
