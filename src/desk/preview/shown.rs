//! What a preview is asked with, and what it shows.

use crate::desk::reception::KnownTicket;
use crate::model::journal::RowKind;
use crate::model::ticket::Cost;
use crate::model::time::Time;
use crate::model::view::{LevelWhy, StepFor};
use crate::workflow::preview::{Graph, Unreached};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Body of `POST /catalog/{item}/preview`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewWish {
    /// The filled form.
    #[serde(default)]
    #[schema(value_type = Object)]
    pub form: Map<String, Json>,
    /// Username of whom it is for; the caller when absent.
    pub requested_for: Option<String>,
    /// Texts by path that are not published yet, `null` for a file that goes: for
    /// who may publish them. What is in force when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub files: Option<BTreeMap<String, Option<String>>>,
}

/// A step that a request will or may come to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PreviewStep {
    /// Its node in the graph.
    pub node: String,
    /// What it is.
    pub kind: RowKind,
    /// Its name.
    pub name: String,
    /// Its varying part; ‹…› is not known yet.
    pub about: Option<String>,
    /// Whom it will ask.
    #[serde(rename = "for")]
    pub asks: StepFor,
    /// Yeses that settle an approval.
    pub needed: Option<u32>,
    /// How long they have from the opening: `2wd`.
    pub due_in: Option<String>,
    /// What their silence does then.
    pub on_timeout: Option<String>,
    /// Whom their silence asks in addition, level by level, with times if it opened now; for staff.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ladder: Vec<LevelWhy>,
    /// On which answer it depends; absent where it comes in any case.
    pub when: Option<String>,
}

/// What a request will come to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PreviewView {
    /// Steps in the order in which they come, those of bad answers last.
    pub steps: Vec<PreviewStep>,
    /// What it costs; absent where it costs nothing.
    pub cost: Option<Cost>,
    /// When somebody will have responded, if it is submitted now.
    pub respond_due: Option<Time>,
    /// When it will be done, if it is submitted and approved now.
    pub resolve_due: Option<Time>,
    /// What the person has open of the same item, as far as the caller sees it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub known: Vec<KnownTicket>,
    /// All ways that it may take.
    pub graph: Graph,
    /// Places of the script that no way comes to; for staff.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_reached: Vec<Unreached>,
}
