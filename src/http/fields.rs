//! From a body's JSON to a typed body, with a pointer to every field that is in
//! the way: unknown, missing, of another type. What a value means is decided
//! below, by the desk.

use crate::model::problem::pointer_part;
use crate::model::problem::{FieldError, Refusal};
use crate::model::text::did_you_mean;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// The body of an operation that wants none: `{}`.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// Reads a typed body.
///
/// # Errors
/// 422 with one entry per field in the way.
pub fn read<T: DeserializeOwned + PartialSchema>(value: &Json) -> Result<T, Refusal> {
    // The ordinary way costs nothing more than serde; only a refusal is explained.
    T::deserialize(value).map_err(|error| match value {
        Json::Object(fields) => Refusal::invalid_fields(explain::<T>(fields, &error)),
        _ => Refusal::invalid("", "type", "a JSON object is wanted"),
    })
}

/// The names of a body's fields and of those that must be there, as documented:
/// the schema in the OpenAPI document comes from the same derive.
fn documented<T: PartialSchema>() -> (Vec<String>, Vec<String>) {
    match T::schema() {
        RefOr::T(Schema::Object(object)) => (object.properties.keys().cloned().collect(), object.required),
        _ => (Vec::new(), Vec::new()),
    }
}

fn explain<T: DeserializeOwned + PartialSchema>(
    fields: &Map<String, Json>,
    error: &serde_json::Error,
) -> Vec<FieldError> {
    let (known, required) = documented::<T>();
    let mut errors = Vec::new();
    let mut left = fields.clone();
    for name in fields.keys().filter(|name| !known.contains(name)) {
        errors.push(unknown(name, known.iter().map(String::as_str)));
        left.remove(name);
    }
    for name in required.iter().filter(|name| !fields.contains_key(*name)) {
        errors.push(FieldError::new(format!("/{}", pointer_part(name)), "required", format!("`{name}` is missing")));
    }
    while let Some((name, why)) = wrong_type::<T>(&left) {
        errors.push(FieldError::new(format!("/{}", pointer_part(&name)), "type", format!("`{name}`: {why}")));
        left.remove(&name);
    }
    if errors.is_empty() {
        errors.push(FieldError::new("", "type", error.to_string()));
    }
    errors
}

/// An error for a field that nobody knows.
pub fn unknown<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> FieldError {
    let hint = did_you_mean(name, known).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    FieldError::new(format!("/{}", pointer_part(name)), "unknown", format!("there is no field `{name}`{hint}"))
}

/// The first field whose value is of another type. serde names no field, so it
/// is found by taking each away: the one in the way takes its error with it.
fn wrong_type<T: DeserializeOwned>(fields: &Map<String, Json>) -> Option<(String, String)> {
    let error_of = |fields: &Map<String, Json>| T::deserialize(fields).err().map(|error| error.to_string());
    let why = error_of(fields).filter(|why| !why.starts_with("missing field"))?;
    let name = fields.keys().find(|name| {
        let mut without = fields.clone();
        without.remove(*name);
        error_of(&without).as_ref() != Some(&why)
    })?;
    Some((name.clone(), why))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::command::{Assign, Close, Patch, Resolve, StepAnswer, Submit};
    use crate::desk::conversation::NewComment;
    use serde_json::json;

    fn errors<T: DeserializeOwned + PartialSchema>(body: Json) -> Vec<(String, String)> {
        let refusal = read::<T>(&body).err().unwrap();
        refusal.errors.into_iter().map(|e| (e.pointer, e.code)).collect()
    }
    fn pair(pointer: &str, code: &str) -> (String, String) {
        (pointer.to_owned(), code.to_owned())
    }

    #[test]
    fn every_field_in_the_way_is_named_at_once() {
        let body = json!({"fomr": {}, "title": 7, "channel": [], "form": {"x": 1}});
        let expected =
            [pair("/fomr", "unknown"), pair("/item", "required"), pair("/channel", "type"), pair("/title", "type")];
        assert_eq!(errors::<Submit>(body), expected);
    }

    #[test]
    fn an_unknown_field_is_answered_with_the_nearest() {
        let refusal = read::<Submit>(&json!({"item": "laptop", "titel": "x"})).err().unwrap();
        assert_eq!(refusal.errors[0].message, "there is no field `titel`; did you mean `title`?");
    }

    #[test]
    fn a_body_that_is_no_object_is_refused_as_a_whole() {
        assert_eq!(errors::<Assign>(json!([])), [pair("", "type")]);
        assert_eq!(errors::<Close>(Json::Null), [pair("", "type")]);
    }

    #[test]
    fn what_may_be_left_out_may_be_left_out() {
        assert!(read::<Submit>(&json!({"item": "laptop"})).is_ok());
        assert!(read::<Assign>(&json!({})).is_ok());
        assert!(read::<Close>(&json!({"remarks": null})).is_ok());
        assert!(read::<StepAnswer>(&json!({"outcome": "approved"})).is_ok());
        assert!(read::<Patch>(&json!({"location": null})).is_ok_and(|patch| patch.location == Some(None)));
    }

    #[test]
    fn what_must_be_there_is_named() {
        assert_eq!(errors::<Resolve>(json!({})), [pair("/resolution", "required")]);
        assert_eq!(
            errors::<NewComment>(json!({"internal": "yes"})),
            [pair("/text", "required"), pair("/internal", "type")]
        );
        assert_eq!(errors::<Submit>(json!({"item": "laptop", "form": null})), [pair("/form", "type")]);
    }

    #[test]
    fn a_patch_empties_only_what_may_be_empty() {
        assert!(read::<Patch>(&json!({"location": null, "remarks": null})).is_ok());
        assert_eq!(
            errors::<Patch>(json!({"title": null, "form": null})),
            [pair("/form", "type"), pair("/title", "type")]
        );
    }
}
