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

    /// What was said last on a ticket, oldest first, and how much was said at all.
    pub fn last_comments(
        &mut self,
        ticket: TicketId,
        internal_too: bool,
        limit: i64,
    ) -> Result<(Vec<Comment>, i64), StoreError> {
        self.read(|connection| {
            let shown = || {
                comments::table
                    .filter(comments::ticket.eq(ticket))
                    .filter(comments::internal.eq(false).or(comments::internal.eq(internal_too)))
            };
            let last = shown().order((comments::at.desc(), comments::id.desc())).limit(limit);
            let stored: Vec<CommentRow> =
                on_either!(connection, inner => last.select(CommentRow::as_select()).load(inner)?);
            let few = i64::try_from(stored.len()).unwrap_or(limit);
            let all: i64 = match few < limit {
                true => few,
                false => on_either!(connection, inner => shown().count().get_result(inner)?),
            };
            let last = stored.into_iter().rev().map(CommentRow::comment).collect::<Result<_, _>>()?;
            Ok((last, all))
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
