//! Messages that are kept for the caller.

use super::View;
use super::list::{MOST_COUNTED, Page, count_text, decode, encode};
use crate::desk::unavailable;
use crate::model::ids::NotificationId;
use crate::model::people::User;
use crate::model::problem::Refusal;
use crate::model::view::{self, NotificationView, Sight};

/// Which messages, and how many.
#[derive(Clone, Debug)]
pub struct MessagesQuery {
    /// Those that are not read yet alone.
    pub unread: bool,
    /// Whether they are counted, too.
    pub count: bool,
    /// Messages of a page.
    pub limit: u32,
    /// Where the page before ended.
    pub cursor: Option<String>,
}

/// The caller's notifications, newest first.
///
/// # Errors
/// 400 for a cursor of another list.
pub fn notifications(v: &mut View<'_>, user: &User, query: &MessagesQuery) -> Result<Page<NotificationView>, Refusal> {
    let (sight, filters) = (Sight::of(user), if query.unread { "unread" } else { "" });
    let before: Option<NotificationId> =
        query.cursor.as_deref().map(|text| decode(text, "notifications", filters)).transpose()?;
    let found = v.reader.notifications(&sight, query.unread, i64::from(query.limit) + 1, before);
    let mut found = found.map_err(|error| unavailable(&error))?;
    let count = match query.count {
        false => None,
        true => {
            let counted = v.reader.count_notifications(&sight, query.unread, MOST_COUNTED + 1);
            Some(count_text(counted.map_err(|error| unavailable(&error))?))
        }
    };
    let more = found.len() > query.limit as usize;
    found.truncate(query.limit as usize);
    let next_cursor = found.last().filter(|_| more).map(|(last, ..)| encode("notifications", filters, last.id));
    let viewer = v.viewer(user);
    let shaped = found.iter().map(|(notification, about)| view::notification(&viewer, notification, *about));
    Ok(Page { items: shaped.collect(), next_cursor, count })
}
