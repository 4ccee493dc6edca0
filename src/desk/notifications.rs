//! What a person does to the messages kept for them. Which there are is in `views`.

use super::{Caller, Desk};
use crate::model::ids::NotificationId;
use crate::model::problem::Refusal;
use crate::model::view::Sight;

impl Desk {
    /// Whether the message is the caller's.
    ///
    /// # Errors
    /// 404 where it is not.
    pub async fn own_notification(&self, caller: &Caller, id: NotificationId) -> Result<(), Refusal> {
        let user = caller.user.id;
        let theirs = self.read_store(move |reader| reader.is_notification_of(id, user)).await?;
        if theirs { Ok(()) } else { Err(Refusal::not_found()) }
    }

    /// Marks one of the caller's messages as read; the first time counts.
    ///
    /// # Errors
    /// 404 where the caller has no such message.
    pub async fn read_notification(&self, caller: &Caller, id: NotificationId) -> Result<(), Refusal> {
        let (user, now) = (caller.user.id, self.clock().now());
        let theirs = self.write_store(move |store| store.mark_notification_read(id, user, now)).await?;
        if theirs { Ok(()) } else { Err(Refusal::not_found()) }
    }

    /// Marks the caller's messages as read, up to one of theirs; how many it were.
    ///
    /// # Errors
    /// 404 where the caller has no such message.
    pub async fn read_notifications(&self, caller: &Caller, last: NotificationId) -> Result<usize, Refusal> {
        self.own_notification(caller, last).await?;
        let (sight, now) = (Sight::of(&caller.user), self.clock().now());
        self.write_store(move |store| store.mark_notifications_read(sight, last, now)).await
    }
}
