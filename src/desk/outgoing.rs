//! Messages on their way to people: what the policy's `[outgoing]` makes of
//! them. Whatever the desk tells goes through here before it is written, in the
//! same commit as what it tells of. Calls go through `scheduler::outbound`.

use super::Desk;
use super::clock::Ids;
use super::decide::Decision;
use super::world::World;
use crate::model::ids::{GroupId, IdSource, NotificationId, OutgoingId, UserId};
use crate::model::outgoing::{Fate, KeptBack, KeptMessage, Mode, Told, What, without_rights};
use crate::model::people::User;
use crate::model::sight::open_to_staff;
use crate::model::ticket::Notification;
use serde_json::Value as Json;
use std::sync::Arc;

/// Lets the messages of a command pass.
pub(super) fn pass(world: &World, mut decision: Decision, ids: &mut dyn IdSource) -> Decision {
    let changes = &mut decision.changes;
    let messages = std::mem::take(&mut changes.notifications);
    let restricted_to = changes.ticket.restricted_to;
    for message in messages {
        let told = one(world, message, restricted_to, ids);
        changes.notifications.push(told.message);
        changes.kept_back.extend(told.kept);
    }
    decision
}

impl Desk {
    /// A message that is about no ticket, as it passed.
    pub(super) fn told(&self, user: UserId, text: &str, values: &Json) -> Told {
        let mut ids = Ids::new(self.clock());
        let message = Notification {
            id: NotificationId::fresh(&mut ids),
            user,
            ticket: None,
            at: self.clock().now(),
            text: text.to_owned(),
            values: values.as_object().cloned().unwrap_or_default(),
            read_at: None,
            meant_for: None,
        };
        one(&self.world(), message, None, &mut ids)
    }
}

fn one(world: &World, mut message: Notification, restricted_to: Option<GroupId>, ids: &mut dyn IdSource) -> Told {
    let rule = &world.policy().outgoing;
    if rule.mode == Mode::Send {
        return Told { message, kept: None };
    }
    let instead = rule.redirect_to.as_deref().filter(|_| rule.mode == Mode::Redirect);
    let instead = instead.and_then(|name| reader(world, name, restricted_to));
    let kept = KeptMessage::new(message.user, instead.as_ref().map(|user| user.id), &message.text, &message.values);
    let kept = KeptBack {
        id: OutgoingId::fresh(ids),
        at: message.at,
        fate: if instead.is_some() { Fate::Redirected } else { Fate::Captured },
        ticket: message.ticket,
        what: What::Message(kept),
    };
    if let Some(instead) = instead.filter(|user| user.id != message.user) {
        message.values = without_rights(&message.values);
        message.meant_for = Some(std::mem::replace(&mut message.user, instead.id));
    }
    Told { message, kept: Some(kept) }
}

/// Who reads messages in others' place: nobody is told of a confidential ticket
/// that is closed to them.
fn reader(world: &World, name: &str, restricted_to: Option<GroupId>) -> Option<Arc<User>> {
    let user = world.people.by_username(name).filter(|user| user.active)?;
    let open = restricted_to.is_none() || open_to_staff(user, restricted_to);
    open.then(|| Arc::clone(user))
}
