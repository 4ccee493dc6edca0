//! Rows of what people say: comments, what they said before, and who watches.

use crate::model::ids::{CommentId, TicketId, UserId};
use crate::model::ticket::{Comment, CommentDetails, FormerText};
use crate::model::time::Time;
use crate::store::error::StoreError;
use crate::store::persisted;
use crate::store::schema::{comment_texts, comments, watchers};
use diesel::prelude::{AsChangeset, Insertable, Queryable, Selectable};

/// A row of `comments`.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = comments, treat_none_as_default_value = false)]
pub(in crate::store) struct CommentRow {
    id: CommentId,
    ticket: TicketId,
    author: UserId,
    at: Time,
    internal: bool,
    text: String,
    edited_at: Option<Time>,
    details: Option<String>,
    format: i32,
}

impl CommentRow {
    pub(in crate::store) fn of(comment: &Comment) -> Result<Self, StoreError> {
        let details = Some(&comment.details).filter(|details| **details != CommentDetails::default());
        Ok(Self {
            id: comment.id,
            ticket: comment.ticket,
            author: comment.author,
            at: comment.at,
            internal: comment.internal,
            text: comment.text.clone(),
            edited_at: comment.edited_at,
            details: persisted::write_option(details)?,
            format: persisted::FORMAT,
        })
    }
    pub(in crate::store) fn comment(self) -> Result<Comment, StoreError> {
        let details = persisted::read_option(self.format, self.details.as_deref(), "comments.details")?;
        Ok(Comment {
            id: self.id,
            ticket: self.ticket,
            author: self.author,
            at: self.at,
            internal: self.internal,
            text: self.text,
            edited_at: self.edited_at,
            details: details.unwrap_or_default(),
        })
    }
}

/// What changes of a comment when it is edited.
#[derive(AsChangeset)]
#[diesel(table_name = comments, treat_none_as_null = true)]
pub(in crate::store) struct CommentChange {
    text: String,
    edited_at: Option<Time>,
    details: Option<String>,
    format: i32,
}

impl From<CommentRow> for (CommentId, CommentChange) {
    fn from(row: CommentRow) -> Self {
        let CommentRow { id, text, edited_at, details, format, .. } = row;
        (id, CommentChange { text, edited_at, details, format })
    }
}

/// A row of `comment_texts`.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = comment_texts, treat_none_as_default_value = false)]
pub(in crate::store) struct FormerTextRow {
    comment: CommentId,
    n: i32,
    text: String,
    until_at: Time,
}

impl FormerTextRow {
    pub(in crate::store) fn of(former: &FormerText) -> Self {
        Self { comment: former.comment, n: former.n, text: former.text.clone(), until_at: former.until }
    }
    pub(in crate::store) fn former(self) -> FormerText {
        FormerText { comment: self.comment, n: self.n, text: self.text, until: self.until_at }
    }
}

/// A row of `watchers`.
#[derive(Insertable)]
#[diesel(table_name = watchers, treat_none_as_default_value = false)]
pub(in crate::store) struct WatcherRow {
    pub(in crate::store) user_id: UserId,
    pub(in crate::store) ticket: TicketId,
}
