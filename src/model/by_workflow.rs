//! What a ticket's workflow made of its fields: a fact, so that all of it is
//! taken back when the ticket turns out to be another catalog item.

use super::ticket::Ticket;
use super::time::Time;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;

/// Fields that a workflow set, by name.
pub type ByWorkflow = BTreeMap<String, Became>;

/// A field that a workflow set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Became {
    /// As it was before.
    pub was: Json,
    /// As the workflow left it.
    pub now: Json,
}

/// Keeps that a field became another by the ticket's workflow. What a person
/// made of it meanwhile is what it was.
pub fn keep(kept: &mut ByWorkflow, name: &str, was: &Json, now: &Json) {
    let became = kept.entry(name.to_owned()).or_insert_with(|| Became { was: was.clone(), now: was.clone() });
    if became.now != *was {
        became.was = was.clone();
    }
    became.now = now.clone();
}

/// Takes back what the workflow set and nobody has changed since; what became of
/// which field, from and to.
pub fn take_back(ticket: &mut Ticket) -> Map<String, Json> {
    let mut fields = Map::new();
    for (name, became) in std::mem::take(&mut ticket.facts.by_workflow) {
        let from = field(ticket, &name);
        let to = if name == "services" { without(&from, &became) } else { became.was };
        if from != to && (name == "services" || from == became.now) && put(ticket, &name, &to) {
            fields.insert(name, json!({"from": from, "to": to}));
        }
    }
    fields
}

/// Services that a person added stay, those of the workflow go.
fn without(now: &Json, became: &Became) -> Json {
    let texts = |value: &Json| -> Vec<String> { serde_json::from_value(value.clone()).unwrap_or_default() };
    let (was, by_workflow) = (texts(&became.was), texts(&became.now));
    json!(texts(now).into_iter().filter(|it| !by_workflow.contains(it) || was.contains(it)).collect::<Vec<_>>())
}

/// A field as it is now.
pub fn field(ticket: &Ticket, name: &str) -> Json {
    match name {
        "title" => json!(ticket.title),
        "impact" => json!(ticket.impact),
        "urgency" => json!(ticket.urgency),
        "location" => json!(ticket.location),
        "tags" => json!(ticket.marks.tags),
        "services" => json!(ticket.marks.services),
        "needed_by" => json!(ticket.marks.needed_by),
        _ => Json::Null,
    }
}

/// Puts a value into a field; says whether it could.
fn put(ticket: &mut Ticket, name: &str, to: &Json) -> bool {
    let text = || to.as_str().map(str::to_owned);
    let texts = || serde_json::from_value::<Vec<String>>(to.clone()).ok();
    match (name, text()) {
        ("title", Some(text)) => ticket.title = text,
        ("impact", Some(text)) => ticket.impact = text,
        ("urgency", Some(text)) => ticket.urgency = text,
        ("location", text) => ticket.location = text,
        ("needed_by", text) => ticket.marks.needed_by = text.as_deref().and_then(Time::parse),
        ("tags", _) => ticket.marks.tags = texts().unwrap_or_default(),
        ("services", _) => ticket.marks.services = texts().unwrap_or_default(),
        _ => return false,
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{ByWorkflow, keep};
    use serde_json::json;

    #[test]
    fn it_was_what_a_person_left_last() {
        let mut kept = ByWorkflow::new();
        keep(&mut kept, "title", &json!("item"), &json!("form"));
        keep(&mut kept, "title", &json!("form"), &json!("again"));
        assert_eq!((&kept["title"].was, &kept["title"].now), (&json!("item"), &json!("again")));
        keep(&mut kept, "title", &json!("a person's"), &json!("last"));
        assert_eq!((&kept["title"].was, &kept["title"].now), (&json!("a person's"), &json!("last")));
    }
}
