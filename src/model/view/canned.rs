//! Canned replies and drafts as those see them who use them.

use super::{PersonView, Viewer};
use crate::model::canned::{CannedReply, Visibility};
use crate::model::time::Time;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A text that is sent again and again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CannedReplyView {
    /// What it is called by programs.
    pub name: String,
    /// What it is called by people.
    pub title: String,
    /// Language → text with placeholders.
    pub texts: BTreeMap<String, String>,
    /// Who may use it.
    pub visibility: Visibility,
    /// Who wrote it.
    pub owner: PersonView,
    /// The group that it is for.
    pub group: Option<String>,
    /// The catalog item that it is for.
    pub item: Option<String>,
    /// The category that it is for.
    pub category: Option<String>,
    /// Whether the caller may change it.
    pub editable: bool,
    /// Written at.
    pub created_at: Time,
    /// Last changed at.
    pub updated_at: Time,
    /// Raised by every change.
    pub version: i64,
}

/// A reply with what a ticket says in its placeholders' places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RenderedReply {
    /// The reply's name.
    pub name: String,
    /// The language of the text.
    pub language: String,
    /// The text, ready to be sent.
    pub text: String,
}

/// Something that the caller has begun to write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DraftView {
    /// For what it is.
    #[schema(example = "tickets/SR-000123/comment")]
    pub key: String,
    /// What was written; absent in lists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<serde_json::Value>)]
    pub data: Option<Json>,
    /// Last written at.
    pub updated_at: Time,
    /// When it goes if nobody touches it.
    pub expires_at: Time,
}

/// Shapes a canned reply.
pub fn canned_reply(viewer: &Viewer<'_>, reply: &CannedReply) -> CannedReplyView {
    CannedReplyView {
        name: reply.name.clone(),
        title: viewer.say(&reply.title),
        texts: reply.texts.clone(),
        visibility: reply.visibility,
        owner: viewer.person(reply.owner),
        group: reply.group.map(|id| viewer.group(id)),
        item: reply.item.clone(),
        category: reply.category.clone(),
        editable: reply.changed_by(viewer.user) && !viewer.user.only_reads(),
        created_at: reply.created_at,
        updated_at: reply.updated_at,
        version: reply.version,
    }
}
