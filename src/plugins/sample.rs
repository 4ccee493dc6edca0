//! What a function is said to have answered where nothing leaves the desk: the
//! `sample` of its plugin.toml, or what its output's schema lets one make up.

use serde_json::{Map, Value as Json};

/// How deep a made-up answer goes.
const DEEPEST: usize = 16;

/// A value that a schema may allow; whoever asks checks it.
pub(super) fn of(schema: &Json) -> Option<Json> {
    made_up(schema, DEEPEST)
}

fn made_up(schema: &Json, depth: usize) -> Option<Json> {
    let depth = depth.checked_sub(1)?;
    let first = |key: &str| schema.get(key)?.as_array()?.first();
    let said = schema.get("const").or_else(|| first("examples")).or_else(|| schema.get("default"));
    if let Some(said) = said.or_else(|| first("enum")) {
        return Some(said.clone());
    }
    if let Some(choice) = first("oneOf").or_else(|| first("anyOf")) {
        return made_up(choice, depth);
    }
    let word = match schema.get("type") {
        Some(Json::Array(words)) => words.first().and_then(Json::as_str),
        Some(word) => word.as_str(),
        None => schema.get("properties").map(|_| "object"),
    };
    let size = |key: &str| schema.get(key).and_then(Json::as_u64).and_then(|n| usize::try_from(n).ok());
    match word {
        Some("object") => object(schema, depth),
        Some("array") => {
            let one = || made_up(schema.get("items").unwrap_or(&Json::Null), depth);
            (0..size("minItems").unwrap_or(0).min(100)).map(|_| one()).collect::<Option<Vec<_>>>().map(Json::Array)
        }
        Some("string") => {
            let length =
                size("minLength").unwrap_or(0).max("sample".len()).min(size("maxLength").unwrap_or(usize::MAX));
            Some(Json::String("sample".chars().cycle().take(length.min(1_000)).collect()))
        }
        Some("integer" | "number") => Some(schema.get("minimum").cloned().unwrap_or_else(|| Json::from(0))),
        Some("boolean") => Some(Json::Bool(true)),
        _ => Some(Json::Null),
    }
}

/// What must be there, and nothing else.
fn object(schema: &Json, depth: usize) -> Option<Json> {
    let required = schema.get("required").and_then(Json::as_array);
    let mut made = Map::new();
    for name in required.into_iter().flatten().filter_map(Json::as_str) {
        let of = schema.get("properties").and_then(|all| all.get(name)).unwrap_or(&Json::Null);
        made.insert(name.to_owned(), made_up(of, depth)?);
    }
    Some(Json::Object(made))
}
