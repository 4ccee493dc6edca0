//! What people look at of what was said on a ticket: asked for by the ticket's
//! id, which whoever asks got with a `Sight`.

use super::connection::on_either;
use super::error::StoreError;
use super::reader::Reader;
use super::rows::{CommentRow, FormerTextRow};
use super::schema::{comment_texts, comments};
use crate::model::ids::{CommentId, TicketId};
use crate::model::ticket::{Comment, FormerText};
use diesel::prelude::*;

impl Reader {
    /// What was said on a ticket, oldest first; internal notes only when asked for.
    pub fn comments(&mut self, ticket: TicketId, internal_too: bool) -> Result<Vec<Comment>, StoreError> {
        self.read(|connection| {
            let query = comments::table
                .filter(comments::ticket.eq(ticket))
                .filter(comments::internal.eq(false).or(comments::internal.eq(internal_too)))
                .order((comments::at, comments::id));
            let stored: Vec<CommentRow> =
                on_either!(connection, inner => query.select(CommentRow::as_select()).load(inner)?);
            stored.into_iter().map(CommentRow::comment).collect()
        })
    }

    /// One comment, on whatever ticket.
    pub fn comment(&mut self, id: CommentId) -> Result<Option<Comment>, StoreError> {
        self.read(|connection| {
            let query = comments::table.find(id);
            let stored: Option<CommentRow> =
                on_either!(connection, inner => query.select(CommentRow::as_select()).first(inner).optional()?);
            stored.map(CommentRow::comment).transpose()
        })
    }

    /// What a comment said before it was edited, oldest first.
    pub fn former_texts(&mut self, id: CommentId) -> Result<Vec<FormerText>, StoreError> {
        self.read(|connection| {
            let query = comment_texts::table.filter(comment_texts::comment.eq(id)).order(comment_texts::n);
            let stored: Vec<FormerTextRow> =
                on_either!(connection, inner => query.select(FormerTextRow::as_select()).load(inner)?);
            Ok(stored.into_iter().map(FormerTextRow::former).collect())
        })
    }
}
