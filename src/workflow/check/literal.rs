//! Literal maps against the JSON Schema of what takes them: the input of a
//! plugin's function, the form of an item that is opened. What is only known
//! while running is passed over.

use super::{Check, near};
use crate::model::catalog::{Checker, fields};
use crate::model::journal::Place;
use crate::model::text::did_you_mean;
use crate::script::{Arg, Shape, Value};
use serde_json::Value as Json;
use std::collections::BTreeMap;

impl Check<'_> {
    /// What is passed to `what`; nothing passed is an empty map.
    pub(super) fn passed(&mut self, what: &str, schema: &Json, arg: Option<&Arg>, call: &Place) {
        match arg.map(|arg| (arg, &arg.shape)) {
            None => self.map(what, schema, &[], call),
            Some((arg, Shape::Map(given))) => self.map(what, schema, given, &arg.place),
            Some((arg, _)) => self.literal(what, schema, arg),
        }
    }

    fn map(&mut self, what: &str, schema: &Json, given: &[(String, Place, Arg)], at: &Place) {
        if refers(schema) {
            return;
        }
        let declared = fields(schema);
        let properties = schema.get("properties");
        for (key, place, arg) in given {
            match properties.and_then(|properties| properties.get(key)) {
                Some(property) => match &arg.shape {
                    Shape::Map(inner) => self.map(what, property, inner, &arg.place),
                    _ => self.literal(&format!("{what}: \"{key}\""), property, arg),
                },
                None if is_closed(schema) && !declared.contains(key) => {
                    let hint = near(key, declared.iter());
                    self.fault(place, "unknown_argument", format!("{what} takes no \"{key}\""), hint);
                }
                None => {}
            }
        }
        let required = schema.get("required").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str);
        for name in required.filter(|name| given.iter().all(|(key, ..)| key != name)) {
            // A misspelt one is one fault, not two.
            let misspelt = given.iter().any(|(key, ..)| !declared.contains(key) && did_you_mean(key, [name]).is_some());
            if !misspelt {
                self.fault(at, "missing_argument", format!("{what} needs \"{name}\""), None);
            }
        }
    }

    fn literal(&mut self, what: &str, schema: &Json, arg: &Arg) {
        let Some(value) = json(arg).filter(|_| !refers(schema)) else { return };
        let Ok(checker) = Checker::compile("", "", schema, &BTreeMap::new()) else { return };
        if let Err(errors) = checker.check(&value, "") {
            let told: Vec<String> = errors.into_iter().map(|error| error.message).collect();
            let known = choices(schema);
            let hint = value.as_str().and_then(|text| near(text, known.iter()));
            self.fault(&arg.place, "argument_value", format!("{what}: {}", told.join("; ")), hint);
        }
    }
}

/// The value, where the text says all of it.
fn json(arg: &Arg) -> Option<Json> {
    match &arg.shape {
        Shape::Literal(Value::Unit) => None,
        Shape::Literal(value) => Some(value.to_json()),
        Shape::List(items) => items.iter().map(json).collect::<Option<Vec<_>>>().map(Json::Array),
        Shape::Map(fields) => {
            let field = |(key, _, arg): &(String, Place, Arg)| Some((key.clone(), json(arg)?));
            fields.iter().map(field).collect::<Option<_>>().map(Json::Object)
        }
        _ => None,
    }
}

/// Whether a schema names another one, which is not at hand here.
pub(super) fn refers(schema: &Json) -> bool {
    match schema {
        Json::Object(map) => map.iter().any(|(key, part)| key == "$ref" || key == "$dynamicRef" || refers(part)),
        Json::Array(items) => items.iter().any(refers),
        _ => false,
    }
}

fn is_closed(schema: &Json) -> bool {
    let closes = |key: &str| schema.get(key) == Some(&Json::Bool(false));
    (closes("additionalProperties") || closes("unevaluatedProperties")) && schema.get("patternProperties").is_none()
}

/// The texts that a schema lists as choices.
pub(super) fn choices(schema: &Json) -> Vec<String> {
    let list = |key: &str| schema.get(key).and_then(Json::as_array).into_iter().flatten();
    let constants = ["oneOf", "anyOf"].into_iter().flat_map(list).filter_map(|option| option.get("const"));
    list("enum").chain(constants).filter_map(Json::as_str).map(str::to_owned).collect()
}

/// Whether an object's schema declares a field of a field; what cannot be told
/// counts as declared.
pub(super) fn declares(schema: &Json, names: &[&str]) -> bool {
    let Some((name, rest)) = names.split_first() else { return true };
    if refers(schema) || schema.get("patternProperties").is_some() || schema.get("x-pick").is_some() {
        return true;
    }
    let declared = fields(schema);
    if declared.is_empty() {
        return true;
    }
    match schema.get("properties").and_then(|properties| properties.get(*name)) {
        Some(property) => declares(property, rest),
        None => declared.contains(*name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn fields_of_fields_are_declared_or_not_to_be_told() {
        let schema = json!({ "properties": { "window": { "properties": { "start": {} } }, "free": {}, "who": { "x-pick": "person" } } });
        for (names, declared) in [
            (vec!["window", "start"], true),
            (vec!["window", "strat"], false),
            (vec!["free", "anything"], true),
            (vec!["who", "name"], true),
            (vec!["nothing"], false),
        ] {
            assert_eq!(declares(&schema, &names), declared, "{names:?}");
        }
        assert!(declares(&json!({ "$ref": "common/person.json" }), &["any"]));
    }
}
