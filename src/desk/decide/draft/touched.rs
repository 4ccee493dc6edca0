//! What a draft changes that others may be about to change, and whom it told.

use super::Draft;
use crate::model::event::EventType;
use crate::model::ids::UserId;
use crate::model::touched::differing;
use serde_json::{Map, Value as Json};

impl Draft<'_> {
    /// Another form takes the place of this one: which of its fields differ.
    pub fn touch_form(&mut self, before: &Map<String, Json>, after: &Map<String, Json>) {
        let names = before.keys().chain(after.keys()).filter(|name| before.get(*name) != after.get(*name));
        self.touched.extend(names.map(|name| format!("form/{name}")));
    }

    /// Writes down at which version fields changed last.
    pub(super) fn note_touched(&mut self) {
        let mut fields = std::mem::take(&mut self.touched);
        if let Some(before) = &self.before {
            fields.extend(differing(before, &self.ticket).into_iter().map(str::to_owned));
        }
        // A field that the log says to have changed did, whatever is known of it here.
        let changes = self.changes.events.iter().filter(|event| event.kind == EventType::TicketChanged);
        let named = changes.filter_map(|event| event.data.get("fields")?.as_object());
        fields.extend(named.flat_map(Map::keys).filter(|name| *name != "form").cloned());
        // A kind's own facts are one field of a patch.
        let stated = self.changes.events.iter().filter(|event| event.kind == EventType::FactsChanged);
        let stated = stated.filter_map(|event| event.data.get("fields")?.as_object());
        fields.extend(stated.flat_map(Map::keys).filter_map(|name| name.split('.').next()).map(str::to_owned));
        let version = self.ticket.version;
        let touched = &mut self.ticket.facts.touched;
        if touched.since == 0 {
            touched.since = version;
        }
        touched.fields.extend(fields.into_iter().map(|name| (name, version)));
    }

    /// Whom this draft tells something.
    pub fn told(&self) -> Vec<UserId> {
        self.changes.notifications.iter().map(|message| message.user).collect()
    }

    /// Whether somebody has a lasting reason of their own to see the ticket.
    pub fn concerns(&self, user: UserId) -> bool {
        use crate::model::ticket::Why;
        let rows = self.beside.viewers.iter().chain(&self.changes.viewers);
        rows.into_iter().any(|(viewer, why)| *viewer == user && *why != Why::Watcher)
    }
}
