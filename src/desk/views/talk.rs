//! What was said on a ticket, and who follows it.

use super::list::{decode, encode};
use super::ticket::seen;
use super::{Page, View};
use crate::desk::unavailable;
use crate::model::ids::CommentId;
use crate::model::people::User;
use crate::model::problem::{Code, Refusal};
use crate::model::ticket::Comment;
use crate::model::time::Time;
use crate::model::view::{self, CommentView, WatcherView};

/// What was said, oldest first, behind a comment. A ticket's comments are few:
/// they are read whole and cut here.
///
/// # Errors
/// 404 where there is no such ticket for the caller, 400 for a cursor of another list.
pub fn comments(
    v: &mut View<'_>,
    user: &User,
    number: i64,
    limit: u32,
    cursor: Option<&str>,
) -> Result<Page<CommentView>, Refusal> {
    let after: Option<(Time, CommentId)> = cursor.map(|text| decode(text, "comments", "")).transpose()?;
    let ticket = seen(v, user, number)?;
    let comments = v.reader.comments(ticket.id, user.is_staff()).map_err(|error| unavailable(&error))?;
    let viewer = v.viewer(user);
    let mut items: Vec<CommentView> = comments.iter().filter_map(|comment| view::comment(&viewer, comment)).collect();
    items.retain(|comment| after.is_none_or(|after| (comment.at, comment.id) > after));
    let more = items.len() > limit as usize;
    items.truncate(limit as usize);
    let next_cursor = items.last().filter(|_| more).map(|last| encode("comments", "", (last.at, last.id)));
    Ok(Page { items, next_cursor, count: None })
}

/// One comment; for staff with what it said before.
///
/// # Errors
/// 404 where there is no such comment for the caller.
pub fn comment(v: &mut View<'_>, user: &User, id: CommentId) -> Result<CommentView, Refusal> {
    let (_, comment) = said(v, user, id)?;
    let mut shown = view::comment(&v.viewer(user), &comment).ok_or_else(Refusal::not_found)?;
    if user.is_staff() && comment.details.edits > 0 {
        let former = v.reader.former_texts(id).map_err(|error| unavailable(&error))?;
        shown.history = Some(former.into_iter().map(view::former_text).collect());
    }
    Ok(shown)
}

/// The number of the ticket of a comment of the caller's own.
///
/// # Errors
/// 404 where there is no such comment for the caller, 403 where it is another's.
pub fn own_comment(v: &mut View<'_>, user: &User, id: CommentId) -> Result<i64, Refusal> {
    let (number, comment) = said(v, user, id)?;
    match comment.author == user.id {
        true => Ok(number),
        false => Err(Refusal::new(Code::Forbidden, "Only who wrote a comment changes it.")),
    }
}

/// A comment that the caller may read, with its ticket's number.
fn said(v: &mut View<'_>, user: &User, id: CommentId) -> Result<(i64, Comment), Refusal> {
    let found = v.reader.comment(id).map_err(|error| unavailable(&error))?;
    let comment = found.filter(|comment| !comment.internal || user.is_staff()).ok_or_else(Refusal::not_found)?;
    let number = v.reader.number_of(comment.ticket).map_err(|error| unavailable(&error))?;
    let ticket = seen(v, user, number.ok_or_else(Refusal::not_found)?)?;
    Ok((ticket.number, comment))
}

/// Who watches a ticket: staff see all, others whether they do themselves.
///
/// # Errors
/// 404 where there is no such ticket for the caller.
pub fn watchers(v: &mut View<'_>, user: &User, number: i64) -> Result<Vec<WatcherView>, Refusal> {
    let ticket = seen(v, user, number)?;
    let viewer = v.viewer(user);
    let shown = ticket.facts.watchers.iter().filter(|watcher| user.is_staff() || watcher.user == user.id);
    Ok(shown.map(|watcher| view::watcher(&viewer, watcher)).collect())
}
