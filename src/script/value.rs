//! Values as the rest of maitred sees them, and their two forms in JSON. How
//! they look to the script engine is in `dynamic`; nothing here knows it.

use crate::model::time::Time;
use rust_decimal::Decimal;
use serde_json::{Map, Number, Value as Json};
use std::any::Any;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// A value that goes into a script or comes out of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `()`: nothing, JSON's null.
    Unit,
    /// `true`, `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number with a fraction, exact.
    Decimal(Decimal),
    /// Text.
    Text(String),
    /// `[…]`.
    List(Vec<Value>),
    /// `#{…}`, sorted by key.
    Map(BTreeMap<String, Value>),
    /// A moment.
    Time(Time),
    /// An opaque reference or a read-only record.
    Object(Object),
    /// `|| …`, only ever as an argument of a call.
    Closure(Closure),
}

/// A closure literal: may be invoked by the host while the call lasts, nothing else.
#[derive(Clone)]
pub struct Closure(pub(super) rhai::FnPtr);

impl fmt::Debug for Closure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Closure")
    }
}
impl PartialEq for Closure {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// Fields that a script may read by name, nothing else. A field that was
/// declared but is absent is `()`; one that was never declared is an error.
pub trait Record: Send + Sync {
    /// The field's value; `None` when the record has none of that name.
    fn get(&self, name: &str) -> Option<Value>;
    /// Whether a missing field was declared at all.
    fn declares(&self, name: &str) -> bool;
    /// Names for "did you mean", also of absent declared fields.
    fn names(&self) -> Vec<String>;
    /// The whole as plain JSON.
    fn json(&self) -> Json;
}

/// What stands behind an object: the host's own type, or one of the two simple
/// ones below.
pub trait Thing: Any + Send + Sync {
    /// What sort of thing it is.
    fn kind(&self) -> &'static str;
    /// What tells it from others of its kind.
    fn key(&self) -> Json;
    /// How it reads in a text.
    fn label(&self) -> String;
    /// The moment that it stands for, when it is a date.
    fn moment(&self) -> Option<Time> {
        None
    }
    /// Plain JSON of what is no record.
    fn json(&self) -> Json {
        self.key()
    }
    /// Its fields, when it is a record; properties of others are asked of the host.
    fn record(&self) -> Option<&dyn Record> {
        None
    }
    /// The plain value that it stands for, when it is one that is only made when
    /// it is looked into.
    fn value(&self) -> Option<Value> {
        None
    }
}

/// A thing that a script holds but cannot take apart or change: a who, a ticket
/// of a job, the form. Cheap to clone.
#[derive(Clone)]
pub struct Object(Arc<dyn Thing>);

struct Simple {
    kind: &'static str,
    key: Json,
    label: String,
    record: Option<Arc<dyn Record>>,
}

impl Thing for Simple {
    fn kind(&self) -> &'static str {
        self.kind
    }
    fn key(&self) -> Json {
        self.key.clone()
    }
    fn label(&self) -> String {
        self.label.clone()
    }
    fn record(&self) -> Option<&dyn Record> {
        self.record.as_deref()
    }
}

impl Object {
    /// Any thing.
    pub fn new(thing: impl Thing) -> Self {
        Self(Arc::new(thing))
    }
    /// An opaque reference: `kind` and `key` tell it from others, `label` is how
    /// it reads in a text. Its properties are asked of the host.
    pub fn opaque(kind: &'static str, key: Json, label: impl Into<String>) -> Self {
        Self::new(Simple { kind, key, label: label.into(), record: None })
    }
    /// A record of fields.
    pub fn record(kind: &'static str, key: Json, label: impl Into<String>, record: Arc<dyn Record>) -> Self {
        Self::new(Simple { kind, key, label: label.into(), record: Some(record) })
    }
    /// What sort of thing it is.
    pub fn kind(&self) -> &'static str {
        self.0.kind()
    }
    /// What tells it from others of its kind.
    pub fn key(&self) -> Json {
        self.0.key()
    }
    /// How it reads in a text.
    pub fn label(&self) -> String {
        self.0.label()
    }
    /// Its fields, when it is a record.
    pub fn fields(&self) -> Option<&dyn Record> {
        self.0.record()
    }
    /// The thing itself, when it is a `T`.
    pub fn downcast<T: Thing>(&self) -> Option<&T> {
        let thing: &dyn Any = self.0.as_ref();
        thing.downcast_ref()
    }
    /// The moment that it stands for, when it is a date.
    pub fn moment(&self) -> Option<Time> {
        self.0.moment()
    }
    /// The plain value that it stands for, when it is one that is only made when
    /// it is looked into.
    pub fn value(&self) -> Option<Value> {
        self.0.value()
    }
    /// Plain JSON: a record's fields, else what the thing says of itself.
    pub fn json(&self) -> Json {
        self.fields().map_or_else(|| self.0.json(), Record::json)
    }
}

impl PartialEq for Object {
    fn eq(&self, other: &Self) -> bool {
        self.kind() == other.kind() && self.key() == other.key()
    }
}
impl fmt::Debug for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({})", self.kind(), self.key())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}
impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Value::Bool(value)
    }
}
impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Value::Int(value)
    }
}

impl Value {
    /// What a script's author calls this sort of value.
    pub fn type_name(&self) -> &'static str {
        match self {
            Value::Unit => "()",
            Value::Bool(_) => "true or false",
            Value::Int(_) => "a whole number",
            Value::Decimal(_) => "a decimal number",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "a map",
            Value::Time(_) => "a time",
            Value::Object(object) => object.kind(),
            Value::Closure(_) => "a closure",
        }
    }
    /// The text, when it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
    /// The object, when it is one.
    pub fn object(&self) -> Option<&Object> {
        match self {
            Value::Object(object) => Some(object),
            _ => None,
        }
    }

    /// The moment that it is: a time, a date, RFC 3339 in a text.
    pub fn moment(&self) -> Option<Time> {
        match self {
            Value::Time(time) => Some(*time),
            Value::Text(text) => Time::parse(text),
            Value::Object(object) => object.moment(),
            _ => None,
        }
    }

    /// Reads JSON from outside. A number becomes a whole number or, by its
    /// shortest text, a decimal; one that is beyond both stays the text it was
    /// (forms and answers refuse such numbers before they come here).
    pub fn from_json(json: &Json) -> Value {
        match json {
            Json::Null => Value::Unit,
            Json::Bool(b) => Value::Bool(*b),
            Json::Number(n) => from_number(n),
            Json::String(s) => Value::Text(s.clone()),
            Json::Array(items) => Value::List(items.iter().map(Value::from_json).collect()),
            Json::Object(fields) => {
                Value::Map(fields.iter().map(|(key, value)| (key.clone(), Value::from_json(value))).collect())
            }
        }
    }

    /// JSON for the world outside: what people see and plugins receive. A
    /// decimal is a JSON number where that reads back as the same amount (up to
    /// 15 digits), else a decimal string; a time is RFC 3339; a closure is null.
    pub fn to_json(&self) -> Json {
        match self {
            Value::Unit | Value::Closure(_) => Json::Null,
            Value::Bool(b) => Json::Bool(*b),
            Value::Int(n) => Json::Number((*n).into()),
            Value::Decimal(d) => decimal_json(*d),
            Value::Text(s) => Json::String(s.clone()),
            Value::List(items) => Json::Array(items.iter().map(Value::to_json).collect()),
            Value::Map(fields) => {
                Json::Object(fields.iter().map(|(key, value)| (key.clone(), value.to_json())).collect())
            }
            Value::Time(time) => Json::String(time.to_string()),
            Value::Object(object) => object.json(),
        }
    }

    /// JSON that reads back as the very same value: for values that a replay
    /// must meet again (the results of joins). Decimals, times and opaque
    /// references are marked: `{"$decimal": "900.00"}`, `{"$time": "…"}`,
    /// `{"$ref": {"kind": …, "key": …, "label": …}}`. A record is kept as the
    /// map of its fields, what stands for a plain value as that value.
    pub fn to_exact_json(&self) -> Json {
        match self {
            Value::Decimal(d) => marked("$decimal", Json::String(d.to_string())),
            Value::Time(time) => marked("$time", Json::String(time.to_string())),
            Value::Object(object) if object.fields().is_none() => {
                let mut parts = Map::new();
                parts.insert("kind".to_owned(), object.kind().into());
                parts.insert("key".to_owned(), object.key());
                parts.insert("label".to_owned(), object.label().into());
                marked("$ref", Json::Object(parts))
            }
            Value::Object(object) => object.value().unwrap_or_else(|| Value::from_json(&object.json())).to_exact_json(),
            Value::List(items) => Json::Array(items.iter().map(Value::to_exact_json).collect()),
            Value::Map(fields) => {
                let object: Map<_, _> =
                    fields.iter().map(|(key, value)| (key.clone(), value.to_exact_json())).collect();
                // A script's own map that looks like a mark is wrapped, so that it stays a map.
                match single(&object) {
                    Some((key, _)) if key.starts_with('$') => marked("$map", Json::Object(object)),
                    _ => Json::Object(object),
                }
            }
            plain => plain.to_json(),
        }
    }

    /// Reads what `to_exact_json` wrote. `restore` makes a reference of its kind,
    /// key and label; one that it does not know reads as the map it is written as.
    pub fn from_exact_json(json: &Json, restore: Restore<'_>) -> Value {
        match json {
            Json::Array(items) => Value::List(items.iter().map(|item| Value::from_exact_json(item, restore)).collect()),
            Json::Object(fields) => match single(fields).and_then(|(key, value)| from_mark(key, value, restore)) {
                Some(value) => value,
                None => exact_map(fields, restore),
            },
            plain => Value::from_json(plain),
        }
    }

    /// How deep it nests: 1 for a number, 2 for a list of numbers.
    pub fn depth(&self) -> usize {
        match self {
            Value::List(items) => 1 + items.iter().map(Value::depth).max().unwrap_or(0),
            Value::Map(fields) => 1 + fields.values().map(Value::depth).max().unwrap_or(0),
            Value::Object(object) => object.value().map_or(1, |value| value.depth()),
            _ => 1,
        }
    }
}

fn from_number(number: &Number) -> Value {
    if let Some(n) = number.as_i64() {
        return Value::Int(n);
    }
    let text = number.to_string();
    // serde writes 1e3 as 1000.0; the shortest text of that amount is 1000.
    let decimal = Decimal::from_str(&text).or_else(|_| Decimal::from_scientific(&text));
    decimal.map_or(Value::Text(text), |decimal| Value::Decimal(decimal.normalize()))
}

fn decimal_json(decimal: Decimal) -> Json {
    let text = decimal.to_string();
    let number = f64::from_str(&text).ok().and_then(Number::from_f64);
    match number {
        Some(number) if matches!(from_number(&number), Value::Decimal(back) if back == decimal) => Json::Number(number),
        _ => Json::String(text),
    }
}

fn marked(mark: &str, value: Json) -> Json {
    let mut fields = Map::new();
    fields.insert(mark.to_owned(), value);
    Json::Object(fields)
}

fn single(fields: &Map<String, Json>) -> Option<(&String, &Json)> {
    if fields.len() == 1 { fields.iter().next() } else { None }
}

/// Makes a reference again of what was kept of it.
pub type Restore<'a> = &'a dyn Fn(&str, &Json, &str) -> Option<Object>;

fn exact_map(fields: &Map<String, Json>, restore: Restore<'_>) -> Value {
    Value::Map(fields.iter().map(|(key, value)| (key.clone(), Value::from_exact_json(value, restore))).collect())
}

fn from_mark(mark: &str, value: &Json, restore: Restore<'_>) -> Option<Value> {
    match mark {
        "$decimal" => value.as_str().and_then(|text| Decimal::from_str(text).ok()).map(Value::Decimal),
        "$time" => value.as_str().and_then(Time::parse).map(Value::Time),
        "$map" => value.as_object().map(|fields| exact_map(fields, restore)),
        "$ref" => {
            let kind = value.get("kind")?.as_str()?;
            let label = value.get("label").and_then(Json::as_str).unwrap_or_default();
            restore(kind, value.get("key")?, label).map(Value::Object)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn decimal(text: &str) -> Value {
        Value::Decimal(Decimal::from_str(text).unwrap())
    }

    #[test]
    fn a_json_number_enters_as_the_decimal_of_its_shortest_text() {
        assert_eq!(Value::from_json(&json!(0.1)), decimal("0.1"));
        assert_eq!(Value::from_json(&json!(42)), Value::Int(42));
        assert_eq!(Value::from_json(&json!(1e-7)), decimal("0.0000001"));
        assert_eq!(Value::from_json(&json!(1e300)), Value::Text("1e+300".to_owned()));
    }

    #[test]
    fn a_decimal_leaves_as_a_number_only_where_nothing_is_lost() {
        assert_eq!(decimal("899.90").to_json(), json!(899.9));
        assert_eq!(decimal("12345678901234567.89").to_json(), json!("12345678901234567.89"));
    }

    #[test]
    fn exact_json_reads_back_as_the_very_same_value() {
        let time = Time::parse("2026-01-05T09:00:00Z").unwrap();
        let who = Value::Object(Object::opaque("who", json!({"group": "finance"}), "group(\"finance\")"));
        let tricky = Value::Map([("$time".to_owned(), Value::Text("not a time".to_owned()))].into());
        let nested = Value::Map(
            [
                ("amount".to_owned(), decimal("900.00")),
                ("at".to_owned(), Value::Time(time)),
                ("list".to_owned(), Value::List(vec![who.clone(), tricky, Value::Unit, Value::Bool(true)])),
            ]
            .into(),
        );
        let restore =
            |kind: &str, key: &Json, label: &str| (kind == "who").then(|| Object::opaque("who", key.clone(), label));
        let back = Value::from_exact_json(&nested.to_exact_json(), &restore);
        assert_eq!(back, nested);
        assert_eq!(format!("{back:?}"), format!("{nested:?}"), "scale included");
        assert!(matches!(Value::from_exact_json(&who.to_exact_json(), &|_, _, _| None), Value::Map(_)), "unknown kind");
    }
}
