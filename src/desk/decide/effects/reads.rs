//! What a script reads of the World and of its ticket, as JSON.

use crate::desk::world::World;
use crate::model::ids::UserId;
use crate::model::people::{Group, User};
use crate::model::policy;
use crate::model::ticket::{Ticket, number_text};
use crate::workflow::Read;
use serde_json::{Value as Json, json};

/// Answers a read; an error is the author's mistake.
pub fn read(world: &World, ticket: &Ticket, read: &Read) -> Result<Json, String> {
    match read {
        Read::Policy { name } => {
            let value = world.policy().values.get(name);
            value.map(policy_value).ok_or_else(|| format!("policy.toml [values] has no `{name}`"))
        }
        Read::Person { who, field } => {
            let bearings = world.bearings(ticket);
            if let Some(group) = world.people.group_of(who, &bearings) {
                return group_field(group, field).ok_or_else(|| format!("a group has no `{field}`; it has a `name`"));
            }
            let user = world.people.person(who, &bearings);
            let user = user.ok_or_else(|| format!("there is nobody behind {who}"))?;
            person_field(user, field).ok_or_else(|| format!("a person has no `{field}`"))
        }
        Read::Ticket { field } => {
            ticket_field(world, ticket, field).ok_or_else(|| format!("a ticket has no `{field}`"))
        }
        Read::Lookup { list, key } => lookup(world, list, key.as_deref()),
        Read::Freeze { from, to } => Ok(json!(world.policy().freezes(*from, *to, &ticket.marks.services))),
        Read::Shift { at, span, back } => {
            let calendar = world.policy().calendar_of(ticket);
            Ok(json!(if *back { calendar.subtract(*at, *span) } else { calendar.add(*at, *span) }))
        }
    }
}

/// All rows of a list, or the one of a key; null where there is none.
fn lookup(world: &World, name: &str, key: Option<&str>) -> Result<Json, String> {
    let list = world.content.lists.get(name);
    let list = list.ok_or_else(|| format!("there is no list `schemas/lists/{name}.csv`"))?;
    Ok(match key {
        None => json!(list.rows),
        Some(key) => json!(list.rows.iter().find(|row| row.get(&list.key).is_some_and(|cell| cell == key))),
    })
}

fn policy_value(value: &policy::Value) -> Json {
    match value {
        policy::Value::Text(text) => json!(text),
        policy::Value::Int(number) => json!(number),
        policy::Value::Bool(yes) => json!(yes),
        // Digits in quotes: the workflow reads them as a decimal.
        policy::Value::Decimal(number) => json!(number.to_string()),
    }
}

fn group_field(group: &Group, field: &str) -> Option<Json> {
    (field == "name").then(|| json!(group.name))
}

fn person_field(user: &User, field: &str) -> Option<Json> {
    Some(match field {
        "username" => json!(user.username),
        "name" => json!(user.name),
        "email" => json!(user.email),
        "phone" => json!(user.phone),
        "department" => json!(user.department),
        "location" => json!(user.location),
        "language" => json!(user.language),
        "active" => json!(user.active),
        _ => return None,
    })
}

/// Fields of a ticket that a script may read.
pub const TICKET_FIELDS: [&str; 16] = [
    "number",
    "kind",
    "status",
    "stage",
    "priority",
    "impact",
    "urgency",
    "category",
    "location",
    "channel",
    "title",
    "vip",
    "escalation_level",
    "group",
    "assignee",
    "owner",
];

fn ticket_field(world: &World, ticket: &Ticket, field: &str) -> Option<Json> {
    let username =
        |id: Option<UserId>| json!(id.and_then(|id| world.people.user(id)).map(|user| user.username.clone()));
    Some(match field {
        "number" => json!(number_text(ticket.kind, ticket.number)),
        "kind" => json!(ticket.kind),
        "status" => json!(ticket.status),
        "stage" => json!(ticket.stage),
        "priority" => json!(ticket.priority),
        "impact" => json!(ticket.impact),
        "urgency" => json!(ticket.urgency),
        "category" => json!(ticket.category),
        "location" => json!(ticket.location),
        "channel" => json!(ticket.channel),
        "title" => json!(ticket.title),
        "vip" => json!(ticket.flags.vip),
        "escalation_level" => json!(ticket.escalation_level),
        "group" => json!(ticket.group.and_then(|id| world.group_name(id))),
        "assignee" => username(ticket.assignee),
        "owner" => username(ticket.owner),
        _ => return None,
    })
}
