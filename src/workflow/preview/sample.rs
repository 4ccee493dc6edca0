//! Samples: values that a JSON Schema allows, as plain JSON for the journal and
//! as unknown values for the script.

use crate::script::{Unknown, Value};
use rust_decimal::Decimal;
use serde_json::{Map, Value as Json, json};
use std::str::FromStr;

/// Forms nest no deeper in a sample.
const DEEPEST: usize = 6;

/// A form that a schema allows, as far as a sample can be made: compulsory
/// fields, and choices at their highest price.
pub fn form(schema: &Json) -> Map<String, Json> {
    let required: Vec<&str> =
        schema.get("required").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str).collect();
    let properties = schema.get("properties").and_then(Json::as_object);
    let wanted = |name: &str, of: &Json| required.contains(&name) || of.to_string().contains("x-price");
    let fields = properties.into_iter().flatten().filter(|(name, of)| wanted(name, of));
    fields.map(|(name, of)| (name.clone(), json_of(of, name, 0))).collect()
}

/// A value that the schema allows.
pub(super) fn json_of(schema: &Json, label: &str, depth: usize) -> Json {
    if let Some(value) = schema.get("const").or_else(|| schema.get("default")) {
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
            schema.get("items").map_or_else(|| json!([]), |items| json!([json_of(items, label, depth + 1)]))
        }
        "object" if depth < DEEPEST => {
            let inner = schema.get("properties").and_then(Json::as_object);
            let fields = inner.into_iter().flatten();
            Json::Object(fields.map(|(name, of)| (name.clone(), json_of(of, name, depth + 1))).collect())
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
    match schema.get("format").and_then(Json::as_str) {
        Some("date") => "2030-01-01".to_owned(),
        Some("date-time") => "2030-01-01T09:00:00Z".to_owned(),
        Some("email") => "someone@example.org".to_owned(),
        Some("uri") => "https://example.org/".to_owned(),
        _ => {
            let most = schema.get("maxLength").and_then(Json::as_u64).unwrap_or(200);
            format!("‹{label}›").chars().take(usize::try_from(most).unwrap_or(200)).collect()
        }
    }
}

/// The unknown value that a schema describes, as a script holds it. Whether a
/// truth value holds is asked at once: no script could branch on it otherwise.
pub(super) fn unknown(schema: &Json, label: &str, depth: usize, decide: &dyn Fn(&str) -> bool) -> Value {
    match kind(schema) {
        "boolean" => Value::Bool(decide(label)),
        "array" if depth < DEEPEST => match schema.get("items") {
            Some(items) => Value::List(vec![unknown(items, label, depth + 1, decide)]),
            None => Value::List(Vec::new()),
        },
        "object" if depth < DEEPEST && schema.get("properties").is_some() => {
            let fields = schema.get("properties").and_then(Json::as_object).into_iter().flatten();
            let field = |(name, of): (&String, &Json)| {
                (name.clone(), unknown(of, &format!("{label}.{name}"), depth + 1, decide))
            };
            Value::Map(fields.map(field).collect())
        }
        _ => Unknown::value(label, Value::from_json(&json_of(schema, label, depth))),
    }
}
