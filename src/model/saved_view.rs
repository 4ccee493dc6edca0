//! Saved views: lists that people keep under a name, for themselves, for a group
//! or for everybody.

use super::ids::{GroupId, SavedViewId, UserId};
use super::people::{Role, User};
use super::time::Time;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use utoipa::ToSchema;

/// Who sees a view beside its owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Shared {
    /// Nobody.
    Nobody,
    /// The members of a group.
    Group,
    /// Everybody.
    All,
}

impl Shared {
    /// The name in the database and the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Shared::Nobody => "nobody",
            Shared::Group => "group",
            Shared::All => "all",
        }
    }
    /// The value of a name.
    pub fn parse(name: &str) -> Option<Self> {
        [Shared::Nobody, Shared::Group, Shared::All].into_iter().find(|shared| shared.as_str() == name)
    }
}

/// What a view shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Shows {
    /// The filters as in the query string of a list.
    pub filters: String,
    /// The same, read.
    pub query: Json,
    /// As in a list.
    pub sort: String,
    /// Names of the ticket's fields, in their order; the reader's own choice when empty.
    pub columns: Vec<String>,
}

impl Shows {
    /// Names a person anew, wherever a filter names them; says whether one did.
    pub fn rename(&mut self, before: &str, after: &str) -> bool {
        let written: String = url::form_urlencoded::byte_serialize(before.as_bytes()).collect();
        let named = |value: &str| {
            let names = value.split(',').map(|name| if name == before || name == written { after } else { name });
            names.collect::<Vec<_>>().join(",")
        };
        let pair = |pair: &str| match pair.split_once('=') {
            Some((name, value)) => format!("{name}={}", named(value)),
            None => pair.to_owned(),
        };
        let filters = self.filters.split('&').map(pair).collect::<Vec<_>>().join("&");
        let mut found = filters != self.filters;
        self.filters = filters;
        rename(&mut self.query, before, after, &mut found);
        found
    }
}

fn rename(value: &mut Json, before: &str, after: &str, found: &mut bool) {
    match value {
        Json::String(name) if name == before => {
            after.clone_into(name);
            *found = true;
        }
        Json::Array(items) => items.iter_mut().for_each(|item| rename(item, before, after, found)),
        Json::Object(map) => map.values_mut().for_each(|item| rename(item, before, after, found)),
        _ => {}
    }
}

/// A list that somebody keeps.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedView {
    /// Id.
    pub id: SavedViewId,
    /// Whose.
    pub owner: UserId,
    /// What they call it; unique among theirs.
    pub name: String,
    /// Who else sees it.
    pub shared: Shared,
    /// With whom, where it is shared with a group.
    pub group: Option<GroupId>,
    /// What it shows.
    pub shows: Shows,
    /// Made at.
    pub created_at: Time,
    /// Changed at.
    pub updated_at: Time,
}

/// Whether somebody looks after views that are shared.
pub fn manages(user: &User) -> bool {
    user.has(Role::Admin) || user.has(Role::ServiceRequestManager)
}

impl SavedView {
    /// Whether `user` sees it.
    pub fn is_seen_by(&self, user: &User) -> bool {
        self.owner == user.id
            || match self.shared {
                Shared::Nobody => false,
                Shared::Group => self.group.is_some_and(|group| user.groups.contains(&group)),
                Shared::All => true,
            }
    }
    /// Whether `user` may change it or take it away: its owner, and who looks
    /// after what is shared.
    pub fn is_changed_by(&self, user: &User) -> bool {
        self.owner == user.id || (self.shared != Shared::Nobody && manages(user))
    }
    /// Whether `user` may share a view like this: agents and handlers with groups
    /// of theirs, who manages with any group and with everybody.
    pub fn may_be_shared_by(&self, user: &User) -> bool {
        match self.shared {
            Shared::Nobody => true,
            Shared::Group if manages(user) => true,
            Shared::Group => {
                user.is_staff() && !user.only_reads() && self.group.is_some_and(|group| user.groups.contains(&group))
            }
            Shared::All => manages(user),
        }
    }
}
