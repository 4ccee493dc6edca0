//! One file per word: its options, its docs, what it does. This file holds what
//! several words need: reading names, whos, amounts and options from a call.

pub(super) mod announce;
pub(super) mod any_of;
pub(super) mod approval;
pub(super) mod ask;
pub(super) mod assign;
mod branches;
pub(super) mod cancel;
pub(super) mod candidate;
pub(super) mod changed;
pub(super) mod confirm_cost;
pub(super) mod cost;
pub(super) mod escalate;
pub(super) mod fail;
pub(super) mod for_all;
pub(super) mod handle;
pub(super) mod in_freeze;
pub(super) mod link;
pub(super) mod lookup;
pub(super) mod note;
pub(super) mod notify;
pub(super) mod open_ticket;
pub(super) mod parallel;
pub(super) mod plugin;
pub(super) mod reject;
pub(super) mod resolve;
pub(super) mod restrict;
pub(super) mod set;
pub(super) mod sla;
pub(super) mod stage;
pub(super) mod task;
pub(super) mod values;
pub(super) mod wait;
pub(super) mod wait_for;
pub(super) mod whos;

use super::fields::PICKED;
use super::options;
use super::records::{who_json, whos as whos_of};
use super::run::{End, EndWord};
use super::runner::Runner;
use super::spec::Spec;
use crate::model::journal::Arguments;
use crate::model::who::Who;
use crate::script::{Call, Stop, Unknown, Value};
use rust_decimal::Decimal;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;
use std::str::FromStr;

/// Longest name of a step, in characters.
const NAME_LENGTH: usize = 200;

/// The step's name: its first argument.
fn name(spec: &Spec, call: &Call<'_>) -> Result<String, Stop> {
    let name = text(spec, call, 0, "the name")?;
    if name.trim().is_empty() {
        return Err(Stop::fault("arguments", format!("{}: the name is empty", spec.name)));
    }
    if name.chars().count() > NAME_LENGTH {
        return Err(Stop::fault("arguments", format!("{}: the name is over {NAME_LENGTH} characters", spec.name)));
    }
    Ok(name)
}

/// A text argument.
fn text(spec: &Spec, call: &Call<'_>, index: usize, what: &str) -> Result<String, Stop> {
    match call.with_text(index, str::to_owned) {
        Some(text) => no_nul(text),
        None => {
            let got = call.value(index)?;
            Err(Stop::fault("arguments", format!("{}: {what} is a text, not {}", spec.name, got.type_name())))
        }
    }
}

fn no_nul(text: String) -> Result<String, Stop> {
    if text.contains('\0') {
        return Err(Stop::fault("value", "a text contains the NUL character"));
    }
    Ok(text)
}

/// Whom a step asks.
fn who(spec: &Spec, call: &Call<'_>, index: usize) -> Result<Vec<Who>, Stop> {
    who_value(spec, &call.value(index)?)
}

fn who_value(spec: &Spec, value: &Value) -> Result<Vec<Who>, Stop> {
    whos_of(value).ok_or_else(|| match value {
        Value::Text(text) => Stop::fault_with(
            "who",
            format!("{}: somebody is never a bare text", spec.name),
            Some(format!("write user(\"{text}\") or group(\"{text}\")")),
        ),
        Value::List(items) if items.is_empty() => {
            Stop::fault("who", format!("{}: the list of whom to ask is empty", spec.name))
        }
        other => Stop::fault_with(
            "who",
            format!("{}: somebody is asked for here, not {}", spec.name, other.type_name()),
            Some("user(…), group(…), role(…), manager_of(…), lead_of(…), or a list of them".to_owned()),
        ),
    })
}

/// An amount of money as scripts say it: a number, digits in a text, `money(…)`.
pub(super) fn amount(value: &Value) -> Option<(Decimal, Option<String>)> {
    match value {
        Value::Int(n) => Some((Decimal::from(*n), None)),
        Value::Decimal(d) => Some((*d, None)),
        Value::Text(text) => Decimal::from_str(text).ok().map(|d| (d, None)),
        Value::Map(map) => {
            let (amount, _) = map.get("amount").filter(|inner| !matches!(inner, Value::Map(_))).and_then(amount)?;
            Some((amount, map.get("currency").and_then(Value::text).map(str::to_owned)))
        }
        _ => None,
    }
}

/// The options of a call: the map at one of the positions where they may stand,
/// checked.
fn options(spec: &Spec, call: &Call<'_>) -> Result<BTreeMap<String, Value>, Stop> {
    let last = call.len().saturating_sub(1);
    let Some(index) = spec.options_at.iter().copied().find(|at| *at == last && *at < call.len()) else {
        return Ok(BTreeMap::new());
    };
    match call.value(index)? {
        Value::Map(mut map) => {
            // `text: seat.message` where nothing was said is as good as no option.
            map.retain(|_, value| *value != Value::Unit);
            check_options(spec, call, index, &map)?;
            Ok(map)
        }
        // `assign(who)`, `confirm_cost(amount, currency)`: no options there after all.
        _ if spec.options_at.iter().max() != Some(&index) => Ok(BTreeMap::new()),
        Value::Unit => Ok(BTreeMap::new()),
        other => Err(Stop::fault_with(
            "option",
            format!("{}: options are a map, not {}", spec.name, other.type_name()),
            Some("write #{ name: value }".to_owned()),
        )),
    }
}

fn check_options(spec: &Spec, call: &Call<'_>, index: usize, map: &BTreeMap<String, Value>) -> Result<(), Stop> {
    let word = call.module().map_or_else(|| spec.name.to_owned(), |module| format!("{module}::{}", call.name()));
    for (key, value) in map {
        match options::find(spec.options, spec.common, key) {
            Some(opt) => {
                // Where nobody knows a value yet, a text stands for it.
                let supposed = call.unknown(index).is_some() && value.text().and_then(Unknown::of_text).is_some();
                if let Some(message) = options::wrong(&word, opt, value).filter(|_| !supposed) {
                    return Err(Stop::fault("option", message));
                }
            }
            None => {
                let (message, hint) = options::unknown(&word, spec.options, spec.common, key);
                return Err(Stop::fault_with("unknown_option", message, Some(hint)));
            }
        }
    }
    if map.contains_key("within") && map.contains_key("due") {
        return Err(Stop::fault("option", format!("{word}: \"within\" and \"due\" exclude each other")));
    }
    Ok(())
}

/// Puts options where a row keeps them: what is shown has places of its own,
/// the rest goes into `options` as JSON, whos as whos.
fn keep(runner: &Runner, arguments: &mut Arguments, options: BTreeMap<String, Value>) -> Result<(), Stop> {
    for (key, value) in options {
        match (key.as_str(), value) {
            ("about", Value::Text(text)) => arguments.about = Some(text),
            ("text", Value::Text(text)) => arguments.text = Some(text),
            ("show", Value::List(names)) => arguments.show = Some(runner.shown_fields(&names)?),
            (_, Value::Object(date)) if date.moment().is_some() => {
                arguments.options.insert(key, json!(date.moment()));
            }
            ("show", value) => arguments.show = Some(value.to_json()),
            ("window", value) => {
                let window = in_freeze::window(&value).map(|(from, to)| json!({"from": from, "to": to}));
                arguments.options.extend(window.map(|window| (key, window)));
            }
            (_, value) => {
                arguments.options.insert(key, plain(&value));
            }
        }
    }
    Ok(())
}

/// Plain JSON, in which a person of the submission is a who like any other.
fn plain(value: &Value) -> Json {
    match (value, whos_of(value)) {
        (Value::Object(_), Some(whos)) => whos.first().map_or(Json::Null, who_json),
        (Value::List(_), Some(whos)) => Json::Array(whos.iter().map(who_json).collect()),
        (Value::List(items), None) => Json::Array(items.iter().map(plain).collect()),
        (Value::Map(map), _) => Json::Object(map.iter().map(|(key, value)| (key.clone(), plain(value))).collect()),
        _ => value.to_json(),
    }
}

/// Plain JSON for forms and plugins: whoever was picked in a form stays the text
/// that was filled in.
fn passed(value: &Value) -> Json {
    match value {
        Value::Object(object) if object.kind() == PICKED => object.json(),
        Value::List(items) => Json::Array(items.iter().map(passed).collect()),
        Value::Map(map) => Json::Object(there(map).map(|(key, value)| (key.clone(), passed(value))).collect()),
        other => plain(other),
    }
}

/// `reason: form.reason` where nothing was filled in is as good as no field.
fn there(map: &BTreeMap<String, Value>) -> impl Iterator<Item = (&String, &Value)> {
    map.iter().filter(|(_, value)| **value != Value::Unit)
}

/// The values of a map argument.
fn map_values(spec: &Spec, value: Value, what: &str) -> Result<Map<String, Json>, Stop> {
    match value {
        Value::Unit => Ok(Map::new()),
        Value::Map(map) => Ok(there(&map).map(|(key, value)| (key.clone(), passed(value))).collect()),
        Value::Object(object) => match object.json() {
            Json::Object(map) => Ok(map),
            _ => Err(Stop::fault("arguments", format!("{}: {what} is a map, not {}", spec.name, object.kind()))),
        },
        other => Err(Stop::fault("arguments", format!("{}: {what} is a map, not {}", spec.name, other.type_name()))),
    }
}

/// `resolve`, `fail`, `reject`: a text and options with a code.
fn end(spec: &Spec, word: EndWord, runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    // `resolve(fix.comment)` where nothing was said still resolves.
    let said = match call.value(0)? {
        Value::Unit => String::new(),
        _ => text(spec, call, 0, "the text")?,
    };
    let mut given = options(spec, call)?;
    let code = given.remove("code").and_then(|code| code.text().map(str::to_owned));
    if word == EndWord::Reject && code.is_none() {
        let hint = "write reject(\"…\", #{ code: \"…\" })".to_owned();
        return Err(Stop::fault_with("option", "reject: a code is compulsory", Some(hint)));
    }
    let options = given.into_iter().map(|(key, value)| (key, value.to_json())).collect();
    runner.end(call, End { word, text: said, code, options })
}
