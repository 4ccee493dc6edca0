//! Fields of a form as scripts hold them: a text may stand for a moment, or for
//! somebody who was picked. Each reads, and goes to people and plugins, as it
//! was written.

use super::records::who_json;
use crate::model::calendar::moment;
use crate::model::catalog::{Meaning, Pick};
use crate::model::time::Time;
use crate::model::who::Who;
use crate::script::{Object, Thing, Value};
use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::Arc;

/// A date or time of a form: reads as it was written, and stands for a moment.
pub(super) struct FormDate {
    text: String,
    at: Time,
}

/// The kind of a date.
pub(super) const DATE: &str = "date";

impl FormDate {
    /// What a join kept of it.
    pub(super) fn restore(key: &Json) -> Option<FormDate> {
        let text = key.get("text")?.as_str()?.to_owned();
        Some(FormDate { text, at: Time::parse(key.get("at")?.as_str()?)? })
    }
}

impl Thing for FormDate {
    fn kind(&self) -> &'static str {
        DATE
    }
    fn key(&self) -> Json {
        json!({ "text": self.text, "at": self.at })
    }
    fn label(&self) -> String {
        self.text.clone()
    }
    fn moment(&self) -> Option<Time> {
        Some(self.at)
    }
    fn json(&self) -> Json {
        json!(self.text)
    }
}

/// Somebody who was picked in a form: reads as it was written, and is a who.
pub(super) struct Picked {
    pub(super) who: Who,
    text: String,
}

/// The kind of somebody picked.
pub(super) const PICKED: &str = "picked";

impl Picked {
    /// Whom a text of a form names.
    pub(super) fn new(pick: Pick, text: &str) -> Picked {
        let who = match pick {
            Pick::Person => Who::User(text.to_owned()),
            Pick::Group => Who::Group(text.to_owned()),
        };
        Picked { who, text: text.to_owned() }
    }

    /// What a join kept of it.
    pub(super) fn restore(key: &Json) -> Option<Picked> {
        let who = serde_json::from_value(key.get("who")?.clone()).ok()?;
        Some(Picked { who, text: key.get("text")?.as_str()?.to_owned() })
    }
}

impl Thing for Picked {
    fn kind(&self) -> &'static str {
        PICKED
    }
    fn key(&self) -> Json {
        json!({ "text": self.text, "who": who_json(&self.who) })
    }
    fn label(&self) -> String {
        self.text.clone()
    }
    fn json(&self) -> Json {
        json!(self.text)
    }
}

/// What the texts of a form stand for, and in which zone a day begins.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    /// By path.
    pub meaning: Arc<Meaning>,
    /// Where it is midnight when a day begins.
    pub zone: Tz,
}

impl Fields {
    /// A field of the form as scripts hold it.
    pub(super) fn value(&self, path: &str, json: &Json) -> Value {
        if self.meaning.is_plain() {
            return Value::from_json(json);
        }
        match json {
            Json::String(text) => self.text(path, text),
            Json::Array(items) => {
                let path = format!("{path}[]");
                Value::List(items.iter().map(|item| self.value(&path, item)).collect())
            }
            Json::Object(fields) => {
                let field =
                    |(name, value): (&String, &Json)| (name.clone(), self.value(&format!("{path}.{name}"), value));
                let mut map = fields.iter().map(field).collect();
                self.absent(path, &mut map);
                Value::Map(map)
            }
            other => Value::from_json(other),
        }
    }

    /// What was declared and not filled in is nothing, rather than a mistake.
    pub(super) fn absent(&self, path: &str, map: &mut BTreeMap<String, Value>) {
        for name in self.meaning.declared.get(path).into_iter().flatten() {
            map.entry(name.clone()).or_insert(Value::Unit);
        }
    }

    fn text(&self, path: &str, text: &str) -> Value {
        if let Some(pick) = self.meaning.picks.get(path) {
            return Value::Object(Object::new(Picked::new(*pick, text)));
        }
        let date = self.meaning.times.contains(path).then(|| self.moment(text)).flatten();
        match date {
            Some(at) => Value::Object(Object::new(FormDate { text: text.to_owned(), at })),
            None => Value::Text(text.to_owned()),
        }
    }

    fn moment(&self, text: &str) -> Option<Time> {
        let day = || NaiveDate::from_str(text).ok().and_then(|day| moment(self.zone, day, NaiveTime::MIN));
        Time::parse(text).or_else(day)
    }
}
