//! `PUT /workflows/{name}`.

use crate::desk::authoring::{Kind, Migrate, Publication, Seen, Wish};
use crate::http::answer::{Answer, published};
use crate::http::change::Change;
use crate::http::document::parameters::{Name, SeenText};
use crate::http::document::{examples, problems};
use crate::model::access::Right;
use crate::model::ids::ReleaseId;
use actix_web::put;
use serde::Deserialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A new text of a workflow, to be published.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewText {
    /// The text.
    source: String,
    /// Why.
    note: Option<String>,
    /// The release that the author has seen; another one in force is 412.
    #[schema(value_type = Option<String>)]
    parent: Option<ReleaseId>,
    /// Which open tickets go on under it; none when absent.
    #[serde(default)]
    migrate: Migrate,
}

/// Publish a new text of a workflow. Open tickets keep theirs, unless `migrate` says otherwise.
#[utoipa::path(
    tag = "content",
    params(Name, SeenText),
    request_body(content = NewText, example = json!({"source": "sla(\"hardware\");\nresolve(\"done\");\n", "note": "shorter", "migrate": "matching"})),
    responses(
        (status = 200, description = "It is in force", body = Publication, example = json!(examples::publication())),
        (status = 202, description = "The policy wants a second pair of eyes: it is a proposal", body = Publication,
            headers(("Location" = String, description = "The proposal")),
            example = json!(examples::proposed_publication())),
        problems::Published,
    ),
)]
#[put("/workflows/{name}")]
pub async fn publish_workflow(call: Change) -> Answer {
    call.ask(Right::Publish)?;
    let NewText { source, note, parent, migrate } = call.body()?;
    let path = Kind::Workflow.path(&call.signed.part("name").unwrap_or_default())?;
    let seen = call.tag().map(|hash| Seen { path: path.clone(), hash: hash.to_owned() });
    let wish = Wish { files: BTreeMap::from([(path, Some(source))]), note, parent, migrate, seen, approves: None };
    Ok(published(&call.signed.desk().publish(&call.signed.caller, wish).await?))
}
