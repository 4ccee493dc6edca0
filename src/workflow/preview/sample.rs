//! Samples: values that a JSON Schema allows, as plain JSON for the journal and
//! as unknown values for the script.

use crate::model::catalog::{Pick, fits};
use crate::model::time::Time;
use crate::script::{Object, Unknown, Value};
use crate::workflow::fields::Picked;
use rust_decimal::Decimal;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;
use std::str::FromStr;

/// A moment that is still to come.
const SOME_DAY: &str = "2030-01-01T09:00:00Z";
/// A moment that is over.
const SOME_DAY_BEFORE: &str = "2020-01-02T09:00:00Z";
/// Forms nest no deeper in a sample.
const DEEPEST: usize = 6;

/// A form that a schema allows, as far as a sample can be made: compulsory
/// fields, and choices at their highest price.
pub fn form(schema: &Json, there: &dyn There) -> Map<String, Json> {
    let mut filled = own(schema, there);
    // What a choice asks for besides: choices that such fields offer may ask for more.
    for _ in 0..DEEPEST {
        let so_far = Json::Object(filled.clone());
        let asked = conditions(schema).into_iter().filter_map(|part| {
            let branch = if fits(part.get("if")?, &so_far) { "then" } else { "else" };
            part.get(branch)
        });
        let more: Map<String, Json> = asked.flat_map(|branch| own(branch, there)).collect();
        let before = filled.len();
        for (name, value) in more {
            filled.entry(name).or_insert(value);
        }
        if filled.len() == before {
            break;
        }
    }
    filled
}

/// The parts of a schema that ask for fields where a condition holds.
fn conditions(schema: &Json) -> Vec<&Json> {
    let all = schema.get("allOf").and_then(Json::as_array).into_iter().flatten();
    all.chain([schema]).filter(|part| part.get("if").is_some()).collect()
}

/// All fields that a form may have, those that depend on a choice behind its own.
pub(super) fn properties(schema: &Json) -> Vec<(&String, &Json)> {
    let mut found: Vec<(&String, &Json)> = named_in(schema).collect();
    for branch in conditions(schema).into_iter().flat_map(|part| [part.get("then"), part.get("else")]).flatten() {
        for (name, of) in named_in(branch) {
            if found.iter().all(|(known, _)| *known != name) {
                found.push((name, of));
            }
        }
    }
    found
}

/// The fields that one part of a schema names.
fn named_in(part: &Json) -> impl Iterator<Item = (&String, &Json)> {
    part.get("properties").and_then(Json::as_object).into_iter().flatten()
}

/// Compulsory fields of one part of a schema, and its choices that have a price.
fn own(schema: &Json, there: &dyn There) -> Map<String, Json> {
    let required: Vec<&str> =
        schema.get("required").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str).collect();
    let properties = schema.get("properties").and_then(Json::as_object);
    let wanted = |name: &str, of: &Json| required.contains(&name) || of.to_string().contains("x-price");
    let fields = properties.into_iter().flatten().filter(|(name, of)| wanted(name, of));
    fields.map(|(name, of)| (name.clone(), json_of(of, name, 0, there))).collect()
}

/// Who and what is there to be named in a form.
pub trait There {
    /// Somebody who can be picked.
    fn anybody(&self, pick: Pick) -> Option<String>;
    /// A key of a list.
    fn any_of(&self, list: &str) -> Option<String>;
}

/// Nobody in particular: names are made up.
pub struct Nobody;

impl There for Nobody {
    fn anybody(&self, _: Pick) -> Option<String> {
        None
    }
    fn any_of(&self, _: &str) -> Option<String> {
        None
    }
}

/// Somebody or something that is there, where the schema asks for it.
fn named(schema: &Json, there: &dyn There) -> Option<Json> {
    let word = |key: &str| schema.get(key).and_then(Json::as_str);
    let picked = word("x-pick").and_then(Pick::parse).and_then(|pick| there.anybody(pick));
    picked.or_else(|| word("x-list").and_then(|list| there.any_of(list))).map(Json::String)
}

/// A value that the schema allows.
pub(super) fn json_of(schema: &Json, label: &str, depth: usize, there: &dyn There) -> Json {
    if let Some(named) = named(schema, there) {
        return named;
    }
    let example = || schema.get("examples").and_then(Json::as_array).and_then(|examples| examples.first());
    if let Some(value) = schema.get("const").or_else(|| schema.get("default")).or_else(example) {
        return value.clone();
    }
    if let Some(choice) = dearest(schema) {
        return choice;
    }
    match kind(schema) {
        "boolean" => json!(true),
        "integer" => json!(schema.get("minimum").and_then(Json::as_i64).unwrap_or(1).max(1)),
        "number" => schema.get("minimum").cloned().filter(|n| n.as_f64() > Some(0.0)).unwrap_or_else(|| json!(1)),
        "array" if depth < DEEPEST => {
            schema.get("items").map_or_else(|| json!([]), |items| json!([json_of(items, label, depth + 1, there)]))
        }
        "object" if depth < DEEPEST => {
            let inner = schema.get("properties").and_then(Json::as_object);
            let fields = inner.into_iter().flatten();
            Json::Object(fields.map(|(name, of)| (name.clone(), json_of(of, name, depth + 1, there))).collect())
        }
        "array" => json!([]),
        "object" => json!({}),
        _ => Json::String(text(schema, label)),
    }
}

/// The choice of the highest price, else the first.
fn dearest(schema: &Json) -> Option<Json> {
    if let Some(values) = schema.get("enum").and_then(Json::as_array) {
        return values.first().cloned();
    }
    let choices = schema.get("oneOf").or_else(|| schema.get("anyOf")).and_then(Json::as_array)?;
    let price = |choice: &&Json| {
        let text = choice.get("x-price").and_then(Json::as_str).unwrap_or("0");
        Decimal::from_str(text).unwrap_or_default()
    };
    let mut best = choices.iter().find(|choice| choice.get("const").is_some())?;
    for choice in choices.iter().filter(|choice| choice.get("const").is_some()) {
        if price(&choice) > price(&best) {
            best = choice;
        }
    }
    best.get("const").cloned()
}

fn kind(schema: &Json) -> &str {
    match schema.get("type") {
        Some(Json::String(kind)) => kind,
        Some(Json::Array(kinds)) => kinds.iter().filter_map(Json::as_str).find(|k| *k != "null").unwrap_or("string"),
        _ if schema.get("properties").is_some() => "object",
        _ => "string",
    }
}

fn text(schema: &Json, label: &str) -> String {
    let at = if schema.get("x-when").and_then(Json::as_str) == Some("past") { SOME_DAY_BEFORE } else { SOME_DAY };
    match schema.get("format").and_then(Json::as_str) {
        Some("date") => at.chars().take_while(|letter| *letter != 'T').collect(),
        Some("date-time") => at.to_owned(),
        Some("email") => "someone@example.org".to_owned(),
        Some("uri") => "https://example.org/".to_owned(),
        _ => {
            let length = |key: &str| schema.get(key).and_then(Json::as_u64).and_then(|n| usize::try_from(n).ok());
            let (least, most) = (length("minLength").unwrap_or(0), length("maxLength").unwrap_or(200));
            let once = format!("‹{label}›");
            let times = least.min(200) / once.chars().count() + 1;
            once.repeat(times).chars().take(most).collect()
        }
    }
}

/// The unknown value that a schema describes, as a script holds it; `lacking`
/// where it may be absent.
pub(super) fn unknown(schema: &Json, label: &str, depth: usize, lacking: bool) -> Value {
    let word = |key: &str| schema.get(key).and_then(Json::as_str);
    let sample = match kind(schema) {
        "boolean" => Value::Bool(true),
        "array" if depth < DEEPEST => {
            let least = schema.get("minItems").and_then(Json::as_u64).unwrap_or(0);
            let items = schema.get("items").map(|items| unknown(items, label, depth + 1, false));
            let list = Value::List(items.into_iter().collect());
            return if lacking || least == 0 { Unknown::maybe(label, list) } else { Unknown::value(label, list) };
        }
        "object" if depth < DEEPEST && schema.get("properties").is_some() => Value::Map(fields(schema, label, depth)),
        "string" if word("x-pick").is_some() => {
            let pick = word("x-pick").and_then(Pick::parse).unwrap_or(Pick::Person);
            Value::Object(Object::new(Picked::new(pick, &Unknown::text(label))))
        }
        "string" if matches!(word("format"), Some("date" | "date-time")) => {
            Time::parse(SOME_DAY).map_or(Value::Unit, Value::Time)
        }
        _ => Value::from_json(&json_of(schema, label, depth, &Nobody)),
    };
    if lacking { Unknown::maybe(label, sample) } else { Unknown::value(label, sample) }
}

/// The fields of an object, each unknown.
pub(super) fn fields(schema: &Json, label: &str, depth: usize) -> BTreeMap<String, Value> {
    let required = schema.get("required").and_then(Json::as_array);
    let is_required = |name: &str| required.is_some_and(|names| names.iter().any(|known| known == name));
    let field = |(name, of): (&String, &Json)| {
        (name.clone(), unknown(of, &format!("{label}.{name}"), depth + 1, !is_required(name)))
    };
    properties(schema).into_iter().map(field).collect()
}
