//! What people look at: tickets, lists, steps, the inbox, the catalog. Reads go
//! through the store's visibility filter, shapes through `model::view`; what the
//! caller may not see is 404 by the same path as what does not exist.

mod access;
mod appointments;
mod around;
mod asked;
mod browse;
mod catalog;
mod codes;
mod directory;
mod explain;
mod filters;
mod inbox;
mod list;
pub(super) mod list_page;
mod load;
mod messages;
mod named;
mod outgoing;
mod plugins;
mod queues;
mod relations;
mod talk;
mod ticket;
mod worklog;

pub use access::{AccessView, access};
pub use appointments::{appointment, appointments, changeable_appointment, invitation, my_appointments};
pub use around::whole_ticket;
pub use browse::{Browse, CatalogSort, CategoryEntry, catalog, categories};
pub use catalog::{CatalogEntry, CatalogItemView, catalog_item};
pub use codes::{CodeView, CodesView, HoldCodeView, ReasonCodeView, codes};
pub use directory::{GroupEntry, MeView, PersonEntry, lookup_groups, lookup_list, lookup_locations, lookup_people, me};
pub use explain::explain;
pub use filters::{ListQuery, vip_is_for};
pub use inbox::{InboxEntry, inbox};
pub use list::{Page, list};
pub use load::{GroupLoad, PersonLoad, group_load, user_load};
pub use messages::{MessagesQuery, notifications};
pub use outgoing::{OutgoingQuery, OutgoingView, outgoing, outgoing_one};
pub use plugins::{PluginFailure, PluginFunction, PluginHost, PluginSecret, PluginState, PluginView, plugins};
pub use queues::{QueueView, queues};
pub use relations::{affected, known, links, one_known};
pub use talk::{comment, comments, own_comment, watchers};
pub(super) use ticket::seen;
pub use ticket::{Stands, confidential, events, first_command, glanced, standing, step, steps, ticket};
pub use worklog::{own_work, work, work_entry};

use super::popular::Popular;
use super::world::World;
use crate::model::people::User;
use crate::model::time::Time;
use crate::model::view::Viewer;
use crate::store::Reader;
use std::sync::Arc;

/// A look at the desk: a read connection and the World as it is now.
pub struct View<'a> {
    /// The connection.
    pub reader: &'a mut Reader,
    /// The World.
    pub world: &'a Arc<World>,
    /// What is asked for most, and what is new.
    pub popular: &'a Popular,
    /// The present moment.
    pub now: Time,
}

impl View<'_> {
    /// The caller as the one who looks.
    pub fn viewer<'v>(&'v self, user: &'v User) -> Viewer<'v> {
        self.world.viewer(user, self.now)
    }
}
