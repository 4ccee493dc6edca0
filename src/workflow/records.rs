//! What a script holds of people and of the submission: whos, which may be
//! passed to steps and are resolved by the desk, and read-only records of the
//! submission's snapshot.

use super::fields::{DATE, Fields, FormDate, PICKED, Picked};
use super::preview::UnknownPerson;
use crate::model::ids::UserId;
use crate::model::journal::Named;
use crate::model::money::Money;
use crate::model::ticket::{PersonSnapshot, Submission};
use crate::model::who::Who;
use crate::script::{Object, Record, Thing, UNKNOWN, Unknown, Value};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The kind of a who.
pub(super) const WHO: &str = "who";

/// A who as a script holds it.
pub(super) struct WhoRef(pub(super) Who);

impl Thing for WhoRef {
    fn kind(&self) -> &'static str {
        WHO
    }
    fn key(&self) -> Json {
        who_json(&self.0)
    }
    fn label(&self) -> String {
        self.0.to_string()
    }
}

/// A who as the journal keeps it.
pub(super) fn who_json(who: &Who) -> Json {
    // A who has no part that JSON cannot say.
    serde_json::to_value(who).unwrap_or(Json::Null)
}

pub(super) fn who_value(who: Who) -> Value {
    Value::Object(Object::new(WhoRef(who)))
}

/// A person who answered, as a who: by key, named as at that time.
pub(super) fn named_value(named: &Named) -> Value {
    who_value(Who::Person { id: named.id, username: named.username.clone() })
}

/// Makes a reference again of what a join kept of it.
pub(super) fn restore(kind: &str, key: &Json, _: &str) -> Option<Object> {
    match kind {
        DATE => FormDate::restore(key).map(Object::new),
        PICKED => Picked::restore(key).map(Object::new),
        WHO => serde_json::from_value(key.clone()).ok().map(|who| Object::new(WhoRef(who))),
        UNKNOWN => Unknown::restore(key, &restore),
        _ => None,
    }
}

/// The who that an object is: a who, or a person of the submission.
pub(super) fn who_of(object: &Object) -> Option<Who> {
    if let Some(who) = object.downcast::<WhoRef>() {
        return Some(who.0.clone());
    }
    if let Some(picked) = object.downcast::<Picked>() {
        return Some(picked.who.clone());
    }
    if let Some(person) = object.downcast::<UnknownPerson>() {
        return who_of(&person.0);
    }
    object.downcast::<PersonRecord>().map(|person| {
        let snapshot = person.snapshot();
        Who::Person { id: snapshot.id, username: snapshot.username.clone() }
    })
}

/// One who, or a list of them; `None` when it is anything else or empty.
pub(super) fn whos(value: &Value) -> Option<Vec<Who>> {
    match value {
        Value::Object(object) => who_of(object).map(|who| vec![who]),
        Value::List(items) if !items.is_empty() => {
            items.iter().map(|item| item.object().and_then(who_of)).collect::<Option<Vec<_>>>()
        }
        _ => None,
    }
}

/// `requester`, `requested_for`: a person as the submission found them.
pub(super) struct PersonRecord {
    pub(super) submission: Arc<Submission>,
    pub(super) requester: bool,
}

impl PersonRecord {
    fn snapshot(&self) -> &PersonSnapshot {
        if self.requester { &self.submission.requester } else { &self.submission.requested_for }
    }
}

/// Fields of a person that a script may read.
pub(super) const PERSON_FIELDS: [&str; 8] =
    ["department", "email", "id", "language", "location", "name", "phone", "username"];

impl Thing for PersonRecord {
    fn kind(&self) -> &'static str {
        if self.requester { "requester" } else { "requested_for" }
    }
    fn key(&self) -> Json {
        let snapshot = self.snapshot();
        who_json(&Who::Person { id: snapshot.id, username: snapshot.username.clone() })
    }
    fn label(&self) -> String {
        self.snapshot().name.clone()
    }
    fn record(&self) -> Option<&dyn Record> {
        Some(self)
    }
}

fn optional(text: Option<&String>) -> Option<Value> {
    text.map(|text| Value::Text(text.clone()))
}

impl Record for PersonRecord {
    fn get(&self, name: &str) -> Option<Value> {
        let person = self.snapshot();
        match name {
            "id" => Some(Value::Text(id_text(person.id))),
            "username" => Some(Value::Text(person.username.clone())),
            "name" => Some(Value::Text(person.name.clone())),
            "email" => optional(person.email.as_ref()),
            "phone" => optional(person.phone.as_ref()),
            "department" => optional(person.department.as_ref()),
            "location" => optional(person.location.as_ref()),
            "language" => Some(Value::Text(person.language.clone())),
            _ => None,
        }
    }
    fn declares(&self, name: &str) -> bool {
        PERSON_FIELDS.contains(&name)
    }
    fn names(&self) -> Vec<String> {
        PERSON_FIELDS.map(str::to_owned).to_vec()
    }
    fn json(&self) -> Json {
        let person = self.snapshot();
        json!({ "username": person.username, "name": person.name })
    }
}

fn id_text(id: UserId) -> String {
    id.to_string()
}

/// `form`: the fields as submitted.
pub(super) struct FormRecord {
    pub(super) submission: Arc<Submission>,
    /// Fields that the schema declares; `None` when nobody said.
    pub(super) declared: Option<Arc<BTreeSet<String>>>,
    /// What its texts stand for.
    pub(super) fields: Fields,
}

impl Thing for FormRecord {
    fn kind(&self) -> &'static str {
        "form"
    }
    fn key(&self) -> Json {
        json!("form")
    }
    fn label(&self) -> String {
        "the form".to_owned()
    }
    fn record(&self) -> Option<&dyn Record> {
        Some(self)
    }
}

impl Record for FormRecord {
    fn get(&self, name: &str) -> Option<Value> {
        self.submission.form.get(name).map(|json| self.fields.value(name, json))
    }
    /// Where nobody said what is declared, an absent field is nothing rather
    /// than a mistake: a running ticket must not stop over it.
    fn declares(&self, name: &str) -> bool {
        self.declared.as_ref().is_none_or(|declared| declared.contains(name))
    }
    fn names(&self) -> Vec<String> {
        let declared = self.declared.iter().flat_map(|declared| declared.iter().cloned());
        self.submission.form.keys().cloned().chain(declared).collect()
    }
    fn json(&self) -> Json {
        Json::Object(self.submission.form.clone())
    }
}

/// `request`: what the server knows of the submission beside the form.
pub(super) struct RequestRecord(pub(super) Arc<Submission>);

/// Fields of `request`.
pub(super) const REQUEST_FIELDS: [&str; 5] = ["channel", "currency", "location", "price", "title"];

impl Thing for RequestRecord {
    fn kind(&self) -> &'static str {
        "request"
    }
    fn key(&self) -> Json {
        json!("request")
    }
    fn label(&self) -> String {
        self.0.title.clone()
    }
    fn record(&self) -> Option<&dyn Record> {
        Some(self)
    }
}

impl Record for RequestRecord {
    fn get(&self, name: &str) -> Option<Value> {
        let submission = &self.0;
        match name {
            "price" => submission.price.as_ref().map(|price| Value::Decimal(price.amount)),
            "currency" => submission.price.as_ref().map(|price| Value::Text(price.currency.clone())),
            "channel" => Some(Value::Text(submission.channel.clone())),
            "title" => Some(Value::Text(submission.title.clone())),
            "location" => optional(submission.location.as_ref()),
            _ => None,
        }
    }
    fn declares(&self, name: &str) -> bool {
        REQUEST_FIELDS.contains(&name)
    }
    fn names(&self) -> Vec<String> {
        REQUEST_FIELDS.map(str::to_owned).to_vec()
    }
    fn json(&self) -> Json {
        let price = self.0.price.as_ref().map(|Money { amount, currency }| json!([amount, currency]));
        json!({ "title": self.0.title, "channel": self.0.channel, "location": self.0.location, "price": price })
    }
}

/// `item`: what its schema says to its workflow, `x-catalog.values`. Its name is
/// not among it: one workflow may serve many items.
pub(super) struct ItemRecord(pub(super) Json);

/// Fields of `item`.
pub(super) const ITEM_FIELDS: [&str; 1] = ["values"];

impl Thing for ItemRecord {
    fn kind(&self) -> &'static str {
        "item"
    }
    fn key(&self) -> Json {
        json!("item")
    }
    fn label(&self) -> String {
        "the item".to_owned()
    }
    fn record(&self) -> Option<&dyn Record> {
        Some(self)
    }
}

impl Record for ItemRecord {
    fn get(&self, name: &str) -> Option<Value> {
        match name {
            "values" if self.0.is_null() => Some(Value::Map(Default::default())),
            "values" => Some(Value::from_json(&self.0)),
            _ => None,
        }
    }
    fn declares(&self, _: &str) -> bool {
        false
    }
    fn names(&self) -> Vec<String> {
        ITEM_FIELDS.map(str::to_owned).to_vec()
    }
    fn json(&self) -> Json {
        self.0.clone()
    }
}
