//! Messages that are kept for people: which there are, how many, and that they
//! were read. What is about a confidential ticket is for who sees that.

use super::Store;
use super::connection::{AnyConnection, on_either};
use super::error::StoreError;
use super::reader::Reader;
use super::rows::NotificationRow;
use super::schema::{notifications, tickets};
use super::visible::one_visible;
use crate::model::ids::{NotificationId, UserId};
use crate::model::ticket::{Kind, Notification};
use crate::model::time::Time;
use crate::model::view::Sight;
use diesel::prelude::*;
use diesel::sql_types::Bool;

/// Kind and number of the ticket that a message is about, if it is about one.
pub type About = Option<(Kind, i64)>;

/// Messages that are marked with one statement.
const AT_ONCE: i64 = 500;

/// The messages to a person that they may see, of all or of those not read yet.
macro_rules! shown {
    ($sight:expr, $unread:expr) => {{
        let groups = if $sight.staff { $sight.groups.clone() } else { Vec::new() };
        let open = tickets::restricted_to.is_null().or(one_visible($sight.user, $sight.staff, groups));
        notifications::table
            .left_join(tickets::table.on(notifications::ticket.eq(tickets::id.nullable())))
            .filter(notifications::user_id.eq($sight.user))
            .filter(notifications::ticket.is_null().or(open.assume_not_null()))
            .filter(notifications::read_at.is_null().or((!$unread).into_sql::<Bool>()))
    }};
}

impl Reader {
    /// Whether a message is kept for that person.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn is_notification_of(&mut self, id: NotificationId, user: UserId) -> Result<bool, StoreError> {
        self.read(|connection| is_kept_for(connection, id, user))
    }

    /// Messages to a person, newest first; with kind and number of the ticket
    /// that it is about, if it is about one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn notifications(
        &mut self,
        sight: &Sight,
        unread: bool,
        limit: i64,
        before: Option<NotificationId>,
    ) -> Result<Vec<(Notification, About)>, StoreError> {
        self.read(|connection| {
            let before = before.unwrap_or(NotificationId(uuid::Uuid::max()));
            let query =
                shown!(sight, unread).filter(notifications::id.lt(before)).order(notifications::id.desc()).limit(limit);
            let stored: Vec<(NotificationRow, Option<Kind>, Option<i64>)> = on_either!(connection, inner => query
                .select((NotificationRow::as_select(), tickets::kind.nullable(), tickets::number.nullable()))
                .load(inner)?);
            stored.into_iter().map(|(row, kind, number)| Ok((row.notification()?, kind.zip(number)))).collect()
        })
    }

    /// How many messages there are for a person; counted up to `most`.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn count_notifications(&mut self, sight: &Sight, unread: bool, most: i64) -> Result<i64, StoreError> {
        self.read(|connection| {
            let query = shown!(sight, unread).select(notifications::id).limit(most);
            let found: Vec<NotificationId> = on_either!(connection, inner => query.load(inner)?);
            Ok(i64::try_from(found.len()).unwrap_or(most))
        })
    }
}

impl Store {
    /// Marks a person's notification as read, the first time it is; true when it is theirs.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn mark_notification_read(&self, id: NotificationId, user: UserId, at: Time) -> Result<bool, StoreError> {
        self.write(move |connection| {
            let row = notifications::table
                .filter(notifications::id.eq(id))
                .filter(notifications::user_id.eq(user))
                .filter(notifications::read_at.is_null());
            let set = notifications::read_at.eq(at);
            if on_either!(connection, inner => diesel::update(row).set(set).execute(inner)?) > 0 {
                return Ok(true);
            }
            is_kept_for(connection, id, user)
        })
    }

    /// Marks what a person may see as read, up to a message: what came after that
    /// one they have not looked at. How many it were.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn mark_notifications_read(&self, sight: Sight, last: NotificationId, at: Time) -> Result<usize, StoreError> {
        self.write(move |connection| {
            let mut marked = 0;
            loop {
                let query = shown!(&sight, true)
                    .filter(notifications::id.le(last))
                    .order(notifications::id.desc())
                    .select(notifications::id)
                    .limit(AT_ONCE);
                let found: Vec<NotificationId> = on_either!(connection, inner => query.load(inner)?);
                if found.is_empty() {
                    return Ok(marked);
                }
                let rows = notifications::table.filter(notifications::id.eq_any(found));
                let set = notifications::read_at.eq(at);
                marked += on_either!(connection, inner => diesel::update(rows).set(set).execute(inner)?);
            }
        })
    }
}

/// Whether a message is kept for that person, read or not.
fn is_kept_for(connection: &mut AnyConnection, id: NotificationId, user: UserId) -> Result<bool, StoreError> {
    let theirs = notifications::table.filter(notifications::id.eq(id)).filter(notifications::user_id.eq(user));
    let found: Option<NotificationId> =
        on_either!(connection, inner => theirs.select(notifications::id).first(inner).optional()?);
    Ok(found.is_some())
}
