//! A file as it is shown; what is in it is fetched by its id.

use super::{PersonView, Viewer};
use crate::model::attachment::{Attachment, FilePlace};
use crate::model::ids::{AttachmentId, CommentId};
use crate::model::time::Time;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AttachmentView {
    /// Its id: what form fields and comments name.
    pub id: AttachmentId,
    /// What it was called.
    pub name: String,
    /// What it is served as.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// Hash of its content, in hex.
    pub sha256: String,
    /// Who sent it up.
    pub uploaded_by: PersonView,
    /// When.
    pub at: Time,
    /// Where it is used; absent while it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<FilePlace>,
    /// With which comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<CommentId>,
    /// For staff only.
    pub internal: bool,
    /// When it goes if nobody uses it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Time>,
}

/// A file as a viewer sees it.
pub fn attachment(viewer: &Viewer<'_>, file: &Attachment) -> AttachmentView {
    AttachmentView {
        id: file.id,
        name: file.name.clone(),
        media_type: file.media_type.clone(),
        size: file.size,
        sha256: file.hash.clone(),
        uploaded_by: viewer.person(file.uploader),
        at: file.at,
        place: file.used.map(|used| used.place),
        comment: file.used.and_then(|used| used.comment),
        internal: file.used.is_some_and(|used| used.internal),
        expires_at: file.expires_at(),
    }
}
