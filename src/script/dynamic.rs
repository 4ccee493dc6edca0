//! Between the script engine's dynamic values and ours. Only data passes: what
//! a script could use to smuggle code or endless depth is refused.

use super::unknown::Unknown;
use super::value::{Closure, Object, Value};
use crate::model::time::Time;
use rhai::{Dynamic, FnPtr, ImmutableString};
use std::collections::BTreeMap;

/// How deep a value may nest: what is kept as JSON must be readable again, and
/// JSON readers stop at 128.
pub(super) const MAX_DEPTH: usize = 64;

/// Why a value cannot leave the script.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// It nests deeper than `MAX_DEPTH`.
    TooDeep,
    /// PostgreSQL keeps no NUL in texts, so neither does a script.
    Nul,
    /// A type that only lives inside scripts (a range, an iterator).
    Type(&'static str),
}

impl Unfit {
    pub(super) fn message(&self) -> String {
        match self {
            Unfit::TooDeep => format!("a value nests deeper than {MAX_DEPTH} levels"),
            Unfit::Nul => "a text contains the NUL character".to_owned(),
            Unfit::Type(name) => format!("a value of type {name} cannot be passed on"),
        }
    }
}

/// Our value of an engine's value.
pub(super) fn from_dynamic(value: &Dynamic) -> Result<Value, Unfit> {
    convert(value, 0)
}

fn convert(value: &Dynamic, depth: usize) -> Result<Value, Unfit> {
    if depth >= MAX_DEPTH {
        return Err(Unfit::TooDeep);
    }
    if value.is_unit() {
        return Ok(Value::Unit);
    }
    if let Ok(text) = value.as_immutable_string_ref() {
        return text_value(text.as_str());
    }
    if let Ok(n) = value.as_int() {
        return Ok(Value::Int(n));
    }
    if let Ok(b) = value.as_bool() {
        return Ok(Value::Bool(b));
    }
    if let Ok(map) = value.as_map_ref() {
        let mut fields = BTreeMap::new();
        for (key, value) in map.iter() {
            if key.contains('\0') {
                return Err(Unfit::Nul);
            }
            fields.insert(key.to_string(), convert(value, depth + 1)?);
        }
        return Ok(Value::Map(fields));
    }
    if let Ok(items) = value.as_array_ref() {
        return items.iter().map(|item| convert(item, depth + 1)).collect::<Result<_, _>>().map(Value::List);
    }
    if let Some(object) = value.read_lock::<Object>() {
        return Ok(Value::Object(object.clone()));
    }
    if let Ok(d) = value.as_decimal() {
        return Ok(Value::Decimal(d));
    }
    if let Some(time) = value.read_lock::<Time>() {
        return Ok(Value::Time(*time));
    }
    if let Ok(c) = value.as_char() {
        return text_value(c.encode_utf8(&mut [0; 4]));
    }
    if let Some(unknown) = value.read_lock::<Unknown>() {
        return Ok(Value::Object(Object::new(unknown.clone())));
    }
    if let Some(closure) = value.read_lock::<FnPtr>() {
        return Ok(Value::Closure(Closure(closure.clone())));
    }
    Err(Unfit::Type(value.type_name()))
}

fn text_value(text: &str) -> Result<Value, Unfit> {
    if text.contains('\0') { Err(Unfit::Nul) } else { Ok(Value::Text(text.to_owned())) }
}

/// The engine's value of ours. A closure never goes back in: it would be a
/// stored closure.
pub(super) fn to_dynamic(value: Value) -> Dynamic {
    match value {
        Value::Unit | Value::Closure(_) => Dynamic::UNIT,
        Value::Bool(b) => Dynamic::from_bool(b),
        Value::Int(n) => Dynamic::from_int(n),
        Value::Decimal(d) => Dynamic::from_decimal(d),
        Value::Text(text) => ImmutableString::from(text).into(),
        Value::List(items) => Dynamic::from_array(items.into_iter().map(to_dynamic).collect()),
        Value::Map(fields) => {
            Dynamic::from_map(fields.into_iter().map(|(key, value)| (key.into(), to_dynamic(value))).collect())
        }
        Value::Time(time) => Dynamic::from(time),
        Value::Object(object) => match object.downcast::<Unknown>() {
            Some(unknown) => Dynamic::from(unknown.clone()),
            None => Dynamic::from(object),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::Decimal;

    #[test]
    fn values_come_back_as_they_went_in() {
        let time = Time::parse("2026-01-05T09:00:00Z").unwrap();
        let value = Value::Map(
            [
                ("a".to_owned(), Value::List(vec![Value::Int(1), Value::Decimal(Decimal::new(150, 2)), Value::Unit])),
                ("t".to_owned(), Value::Time(time)),
                ("s".to_owned(), Value::Text("x".to_owned())),
            ]
            .into(),
        );
        assert_eq!(from_dynamic(&to_dynamic(value.clone())), Ok(value));
    }

    #[test]
    fn a_nul_and_bottomless_nesting_are_refused() {
        assert_eq!(from_dynamic(&Dynamic::from("a\0b".to_owned())), Err(Unfit::Nul));
        let mut value = Dynamic::UNIT;
        for _ in 0..MAX_DEPTH {
            value = Dynamic::from_array(vec![value]);
        }
        assert_eq!(from_dynamic(&value), Err(Unfit::TooDeep));
    }
}
