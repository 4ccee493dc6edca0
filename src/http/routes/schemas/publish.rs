//! `PUT /schemas/{name}`, `PUT /schemas/forms/{name}`.

use crate::desk::authoring::{Kind, Migrate, Publication, Seen, Wish};
use crate::http::answer::{Answer, published};
use crate::http::change::Change;
use crate::http::document::parameters::{Name, SeenText};
use crate::http::document::{examples, problems};
use crate::model::access::Right;
use crate::model::catalog::Ordered;
use crate::model::ids::ReleaseId;
use actix_web::put;
use serde::Deserialize;
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A new form, to be published.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSchema {
    /// The whole schema; fields are shown in the order in which they are sent.
    #[schema(value_type = Object)]
    #[expect(dead_code, reason = "it is read once more, in order")]
    schema: Map<String, Json>,
    /// Why.
    note: Option<String>,
    /// The release that the author has seen; another one in force is 412.
    #[schema(value_type = Option<String>)]
    parent: Option<ReleaseId>,
}

/// The same, as it was sent.
#[derive(Deserialize)]
struct AsSent {
    schema: Ordered,
}

/// Publish the form of a catalog item. Open tickets keep the form that they were submitted with.
#[utoipa::path(
    tag = "content",
    params(Name, SeenText),
    request_body(content = NewSchema, example = json!({"schema": {"title": "Laptop", "x-catalog": {"kind": "request"}, "type": "object"}, "note": "shorter"})),
    responses(
        (status = 200, description = "It is in force", body = Publication, example = json!(examples::publication())),
        (status = 202, description = "The policy wants a second pair of eyes: it is a proposal", body = Publication,
            headers(("Location" = String, description = "The proposal")),
            example = json!(examples::proposed_publication())),
        problems::Published,
    ),
)]
#[put("/schemas/{name}")]
pub async fn publish_schema(call: Change) -> Answer {
    publish(&call, Kind::Schema).await
}

/// Publish a form of tasks and questions.
#[utoipa::path(
    tag = "content",
    params(Name, SeenText),
    request_body(content = NewSchema, example = json!({"schema": {"title": "Handover", "type": "object"}, "note": "shorter"})),
    responses(
        (status = 200, description = "It is in force", body = Publication, example = json!(examples::publication())),
        (status = 202, description = "The policy wants a second pair of eyes: it is a proposal", body = Publication,
            headers(("Location" = String, description = "The proposal")),
            example = json!(examples::proposed_publication())),
        problems::Published,
    ),
)]
#[put("/schemas/forms/{name}")]
pub async fn publish_form(call: Change) -> Answer {
    publish(&call, Kind::Form).await
}

async fn publish(call: &Change, kind: Kind) -> Answer {
    call.ask(Right::Publish)?;
    let NewSchema { note, parent, .. } = call.body()?;
    let AsSent { schema } = call.in_order()?;
    let path = kind.path(&call.signed.part("name").unwrap_or_default())?;
    let seen = call.tag().map(|hash| Seen { path: path.clone(), hash: hash.to_owned() });
    let files = BTreeMap::from([(path, Some(schema.pretty()))]);
    let wish = Wish { files, note, parent, migrate: Migrate::default(), seen, approves: None };
    Ok(published(&call.signed.desk().publish(&call.signed.caller, wish).await?))
}
