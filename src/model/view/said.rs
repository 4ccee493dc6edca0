//! What was said on a ticket, and who follows it, as their viewers see it.

use super::{PersonView, Viewer};
use crate::model::ids::CommentId;
use crate::model::ticket::{Comment, FormerText};
use crate::model::time::Time;
use crate::model::watching::Watcher;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Something said on a ticket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CommentView {
    /// Id.
    pub id: CommentId,
    /// Who.
    pub author: PersonView,
    /// When.
    pub at: Time,
    /// For staff only.
    pub internal: bool,
    /// What.
    pub text: String,
    /// Whether it holds, or held, the ticket until who asked replies.
    #[serde(default)]
    pub awaits_reply: bool,
    /// When its text was last changed.
    #[serde(default)]
    pub edited_at: Option<Time>,
    /// Usernames of those who were told that they are mentioned; for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mentions: Option<Vec<String>>,
    /// What it said before, oldest first; for staff, of one comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub history: Option<Vec<FormerTextView>>,
}

/// What a comment said before it was changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FormerTextView {
    /// What it said.
    pub text: String,
    /// Until when.
    pub until: Time,
}

/// Somebody who watches a ticket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WatcherView {
    /// Who.
    pub person: PersonView,
    /// Who made them watch it.
    pub by: PersonView,
    /// Since when.
    pub since: Time,
}

/// Shapes a comment; `None` where an internal note is not for the viewer.
pub fn comment(viewer: &Viewer<'_>, comment: &Comment) -> Option<CommentView> {
    let mentions = comment.details.mentions.iter().map(|user| viewer.person(*user).username);
    (!comment.internal || viewer.is_staff()).then(|| CommentView {
        id: comment.id,
        author: viewer.person(comment.author),
        at: comment.at,
        internal: comment.internal,
        text: comment.text.clone(),
        awaits_reply: comment.details.awaits_reply,
        edited_at: comment.edited_at,
        mentions: viewer.is_staff().then(|| mentions.collect()),
        history: None,
    })
}

/// Shapes what a comment said before.
pub fn former_text(former: FormerText) -> FormerTextView {
    FormerTextView { text: former.text, until: former.until }
}

/// Shapes a watcher.
pub fn watcher(viewer: &Viewer<'_>, watcher: &Watcher) -> WatcherView {
    WatcherView { person: viewer.person(watcher.user), by: viewer.person(watcher.by), since: watcher.at }
}
