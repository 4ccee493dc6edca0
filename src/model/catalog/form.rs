//! Forms checked by the `jsonschema` crate: draft 2020-12, formats asserted,
//! patterns on the linear engine, references to published files only, at most
//! 100 errors, each with a JSON Pointer that starts at the request body.

use super::decimal;
use crate::model::problem::{Fault, FieldError};
use jsonschema::error::ValidationErrorKind as Why;
use jsonschema::{PatternOptions, Retrieve, Uri, ValidationError, Validator};
use rust_decimal::Decimal;
use serde_json::{Map, Value as Json};
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use super::link;

/// At most so many errors are reported of one form.
const MOST_ERRORS: usize = 100;

/// One error of a form.
pub type FormError = FieldError;

/// A compiled form.
#[derive(Debug)]
pub struct Checker {
    validator: Validator,
    /// Names of all fields that it speaks of, wherever.
    spoken: BTreeSet<String>,
}

/// Knows only published files: nothing is ever fetched.
struct Published {
    common: BTreeMap<String, String>,
}

/// Where references of a schema are looked up.
const BASE: &str = "content:///schemas/";

impl Retrieve for Published {
    fn retrieve(&self, uri: &Uri<String>) -> Result<Json, Box<dyn std::error::Error + Send + Sync>> {
        let path = uri.as_str().strip_prefix("content:///").unwrap_or_default();
        let text = self.common.get(path).ok_or_else(|| format!("`{path}` is not a published file"))?;
        Ok(serde_json::from_str(text)?)
    }
}

impl Checker {
    /// Compiles a schema.
    ///
    /// # Errors
    /// A fault that names the keyword's place within the schema.
    pub fn compile(
        file: &str,
        text: &str,
        schema: &Json,
        common: &BTreeMap<String, String>,
    ) -> Result<Checker, Vec<Fault>> {
        let validator = jsonschema::options()
            .with_draft(jsonschema::Draft::Draft202012)
            .should_validate_formats(true)
            .should_ignore_unknown_formats(true)
            .with_pattern_options(PatternOptions::regex())
            .with_format("uri", link::is_link)
            .with_format("iri", link::is_link)
            .with_format("uri-reference", link::is_reference)
            .with_format("iri-reference", link::is_reference)
            .with_base_uri(BASE)
            .with_retriever(Published { common: common.clone() })
            .build(schema)
            .map_err(|error| {
                let path = error.instance_path().as_str().to_owned();
                let names: Vec<&str> = path.split('/').filter(|part| part.parse::<usize>().is_err()).collect();
                let fault = Fault::of_file(file, "schema", format!("{path}: {error}"));
                let (line, column) = locate(text, &names);
                vec![fault.at(line, column)]
            })?;
        let mut spoken = BTreeSet::new();
        spoken_of(schema, &mut spoken);
        Ok(Checker { validator, spoken })
    }

    /// Checks a filled form; `root` is the pointer of the form within the body.
    ///
    /// # Errors
    /// One entry per error, at most 100.
    pub fn check(&self, form: &Json, root: &str) -> Result<(), Vec<FormError>> {
        let mut errors = check_numbers(form, root);
        if self.validator.is_valid(form) && errors.is_empty() {
            return Ok(());
        }
        let found: Vec<ValidationError<'_>> = self.validator.iter_errors(form).take(MOST_ERRORS).collect();
        // Where another answer is wrong, nobody knows yet which fields it asks for.
        let sure = errors.is_empty() && found.iter().all(is_unevaluated);
        for error in &found {
            describe(error, root, &|name| sure || !self.spoken.contains(name), &mut errors);
        }
        errors.truncate(MOST_ERRORS);
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }
}

/// Where the last of some nested names stands in a JSON text: line and column
/// from 1, or 0 where it is not found.
pub fn locate(text: &str, names: &[&str]) -> (u32, u32) {
    let mut at = None;
    for name in names.iter().filter(|name| !name.is_empty()) {
        let from = at.unwrap_or(0);
        let found = text.get(from..).and_then(|rest| rest.find(&format!("\"{name}\"")));
        at = found.map(|found| from + found).or(at);
    }
    at.map_or((0, 0), |at| crate::model::policy::position(text, at))
}

fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn is_unevaluated(error: &ValidationError<'_>) -> bool {
    matches!(error.kind(), Why::UnevaluatedProperties { .. })
}

/// Names of all fields of a schema and of what it is made of.
fn spoken_of(schema: &Json, into: &mut BTreeSet<String>) {
    match schema {
        Json::Object(map) => {
            into.extend(map.get("properties").and_then(Json::as_object).into_iter().flat_map(Map::keys).cloned());
            map.values().for_each(|part| spoken_of(part, into));
        }
        Json::Array(parts) => parts.iter().for_each(|part| spoken_of(part, into)),
        _ => {}
    }
}

/// Puts an error into words; of fields that are not evaluated only those that are
/// surely not of the form.
fn describe(error: &ValidationError<'_>, root: &str, unknown: &dyn Fn(&str) -> bool, into: &mut Vec<FormError>) {
    let at = format!("{root}{}", error.instance_path().as_str());
    match error.kind() {
        Why::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            into.push(FormError::new(format!("{at}/{}", escape(name)), "required", format!("`{name}` is missing")));
        }
        Why::AdditionalProperties { unexpected } | Why::UnevaluatedProperties { unexpected } => {
            let sure = |name: &&String| !is_unevaluated(error) || unknown(name);
            for name in unexpected.iter().filter(sure) {
                let message = format!("the form has no field `{name}`");
                into.push(FormError::new(format!("{at}/{}", escape(name)), error.kind().keyword(), message));
            }
        }
        Why::Format { format } if link::is_one(format) => {
            into.push(FormError::new(at, "format", link::WANTED));
        }
        kind => into.push(FormError::new(at, kind.keyword(), error.to_string())),
    }
}

/// Numbers that a script could not hold exactly: beyond an i64, or beyond 28 digits.
pub fn check_numbers(value: &Json, at: &str) -> Vec<FormError> {
    match value {
        Json::Number(number) => {
            let fits = number.as_i64().is_some()
                || (number.is_f64() && {
                    let text = number.to_string();
                    Decimal::from_str(&text).is_ok() || Decimal::from_scientific(&text).is_ok()
                });
            if fits { Vec::new() } else { vec![FormError::new(at, "number", "the number has too many digits")] }
        }
        Json::Array(items) => {
            items.iter().enumerate().flat_map(|(i, item)| check_numbers(item, &format!("{at}/{i}"))).collect()
        }
        Json::Object(map) => {
            map.iter().flat_map(|(name, item)| check_numbers(item, &format!("{at}/{}", escape(name)))).collect()
        }
        _ => Vec::new(),
    }
}

/// Parses a JSON object, or says where it is broken.
pub fn parse_object(file: &str, text: &str) -> Result<Map<String, Json>, Vec<Fault>> {
    let place = |error: serde_json::Error| {
        let (line, column) = (u32::try_from(error.line()).unwrap_or(0), u32::try_from(error.column()).unwrap_or(0));
        vec![Fault::of_file(file, "json", error.to_string()).at(line, column)]
    };
    match serde_json::from_str::<Json>(text).map_err(place)? {
        Json::Object(map) => Ok(map),
        _ => Err(vec![Fault::of_file(file, "json", "a JSON object is wanted")]),
    }
}

/// Names of all fields that a form may have, also those under `allOf`,
/// `anyOf`, `oneOf`, `if`, `then`, `else`.
pub fn fields(schema: &Json) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect_fields(schema, &mut found);
    found
}

fn collect_fields(schema: &Json, into: &mut BTreeSet<String>) {
    if let Some(properties) = schema.get("properties").and_then(Json::as_object) {
        into.extend(properties.keys().cloned());
    }
    for key in ["if", "then", "else"] {
        if let Some(part) = schema.get(key) {
            collect_fields(part, into);
        }
    }
    for key in ["allOf", "anyOf", "oneOf"] {
        for part in schema.get(key).and_then(Json::as_array).into_iter().flatten() {
            collect_fields(part, into);
        }
    }
}

/// Every `x-price` must be a decimal in quotes.
pub fn check_prices(schema: &Json) -> Result<(), String> {
    match schema {
        Json::Object(map) => {
            if let Some(price) = map.get("x-price") {
                let amount = decimal(price).ok_or_else(|| format!("`x-price`: {price} is no decimal in quotes"))?;
                check_amount(amount).map_err(|message| format!("`x-price`: {message}"))?;
            }
            map.values().try_for_each(check_prices)
        }
        Json::Array(items) => items.iter().try_for_each(check_prices),
        _ => Ok(()),
    }
}

/// What a price may be: nothing below zero, nothing that sums of it could not
/// hold, no more decimals than any currency has.
pub fn check_amount(amount: Decimal) -> Result<(), String> {
    if amount.is_sign_negative() && !amount.is_zero() {
        return Err(format!("{amount} is below zero"));
    }
    if amount >= Decimal::from(1_000_000_000_000_i64) {
        return Err(format!("{amount} is over a million million"));
    }
    if amount.normalize().scale() > 3 {
        return Err(format!("{amount} has more than three decimals"));
    }
    Ok(())
}

/// Prices of all that was chosen in a value: an option of `oneOf` or `anyOf` by
/// its `const`, several in an array, a checked box, fields of fields, and what
/// `allOf`, `if`, `then` and `else` add where they hold. Each with what it is
/// called: the option's title, else its value, else the field's name.
pub fn chosen_prices(name: &str, schema: &Json, chosen: &Json) -> Vec<(String, Decimal)> {
    let own = schema.get("x-price").filter(|_| !is_empty(chosen)).and_then(decimal);
    let mut prices: Vec<(String, Decimal)> = own.map(|price| (label(name, schema), price)).into_iter().collect();
    if let (Some(properties), Some(fields)) = (schema.get("properties").and_then(Json::as_object), chosen.as_object()) {
        let sent = properties.iter().filter_map(|(name, property)| Some((name, property, fields.get(name)?)));
        prices.extend(sent.flat_map(|(name, property, value)| chosen_prices(name, property, value)));
    }
    if let (Some(items), Some(values)) = (schema.get("items"), chosen.as_array()) {
        prices.extend(values.iter().flat_map(|value| chosen_prices(name, items, value)));
    }
    for part in schema.get("allOf").and_then(Json::as_array).into_iter().flatten() {
        prices.extend(chosen_prices(name, part, chosen));
    }
    for key in ["oneOf", "anyOf"] {
        let options = schema.get(key).and_then(Json::as_array).into_iter().flatten();
        let fitting = options.filter(|option| has_price(option) && fits(option, chosen));
        prices.extend(fitting.flat_map(|option| chosen_prices(name, option, chosen)));
    }
    if let Some(condition) = schema.get("if") {
        let branch = if fits(condition, chosen) { "then" } else { "else" };
        prices.extend(schema.get(branch).into_iter().flat_map(|branch| chosen_prices(name, branch, chosen)));
    }
    prices
}

/// What a priced part of a form is called.
fn label(name: &str, schema: &Json) -> String {
    let title = schema.get("title").or_else(|| schema.get("const")).and_then(Json::as_str);
    title.unwrap_or(name).to_owned()
}

/// What was not chosen: an unchecked box, nothing at all.
fn is_empty(value: &Json) -> bool {
    matches!(value, Json::Null | Json::Bool(false))
}

fn has_price(schema: &Json) -> bool {
    match schema {
        Json::Object(map) => map.contains_key("x-price") || map.values().any(has_price),
        Json::Array(items) => items.iter().any(has_price),
        _ => false,
    }
}

/// Whether a value fits a part of a schema; a part that cannot stand alone
/// (it refers elsewhere) fits nothing.
pub fn fits(part: &Json, value: &Json) -> bool {
    match part.get("const") {
        Some(constant) => constant == value,
        None => jsonschema::options()
            .with_pattern_options(PatternOptions::regex())
            .offline()
            .build(part)
            .is_ok_and(|v| v.is_valid(value)),
    }
}
