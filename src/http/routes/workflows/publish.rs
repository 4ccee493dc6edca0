//! `PUT /workflows/{name}`.

use crate::desk::authoring::{Migrate, Publication, Wish};
use crate::http::answer::Answer;
use crate::http::call::Change;
use crate::http::document::parameters::Name;
use crate::http::document::{examples, problems};
use crate::model::ids::ReleaseId;
use actix_web::{HttpResponse, put};
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
    params(Name),
    request_body(content = NewText, example = json!({"source": "sla(\"hardware\");\nresolve(\"done\");\n", "note": "shorter", "migrate": "matching"})),
    responses(
        (status = 200, description = "It is in force", body = Publication, example = json!(examples::publication())),
        problems::Published,
    ),
)]
#[put("/workflows/{name}")]
pub async fn publish_workflow(call: Change) -> Answer {
    let NewText { source, note, parent, migrate } = call.body()?;
    let name = call.signed.part("name").unwrap_or_default();
    let files = BTreeMap::from([(format!("workflows/{name}.rhai"), Some(source))]);
    let wish = Wish { files, note, parent, migrate };
    Ok(HttpResponse::Ok().json(call.signed.desk().publish(&call.signed.caller, wish).await?))
}
