//! What the desk-wide log tells of a change of the directory: of each field that
//! is another now, what it was and what it is. No password is among them.

use super::shown::UserView;
use crate::model::ids::UserId;
use crate::model::origin::{Audited, differences};
use crate::model::people::{Group, People, User};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

/// Of a person; of a new one all that is known of them.
pub(in crate::desk) fn of_person(entry: Audited, people: &People, before: Option<&User>, after: &User) -> Audited {
    let record = |user: &User| json!(UserView::among(people, user));
    entry.to(&after.username).with("fields", differences(&before.map_or(Json::Null, record), &record(after)))
}

/// Of a group; of a new one all that is known of it.
pub(super) fn of_group(entry: Audited, people: &People, before: Option<&Group>, after: &Group) -> Audited {
    let record = |group: &Group| record(people, group);
    entry.to(&after.name).with("fields", differences(&before.map_or(Json::Null, record), &record(after)))
}

fn record(people: &People, group: &Group) -> Json {
    let name = |id: UserId| people.user(id).map_or_else(|| id.to_string(), |user| user.username.clone());
    let names = |users: &BTreeSet<UserId>| users.iter().map(|id| name(*id)).collect::<BTreeSet<String>>();
    let first = group.terms.priorities.iter().map(|(priority, users)| (priority, names(users)));
    json!({
        "line": group.line,
        "lead": group.lead.map(name),
        "members": names(&group.members),
        "calendar": group.terms.calendar,
        "capacity": group.terms.capacity,
        "desk": group.terms.desk,
        "priorities": first.collect::<std::collections::BTreeMap<_, _>>(),
    })
}
