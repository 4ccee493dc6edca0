//! Reading a body as JSON, strictly: what serde_json would let pass in silence is
//! named with its place. A key that comes twice, a NUL character (PostgreSQL
//! takes none), a number that a script could not hold exactly.
//!
//! Which fields a body may have is in `fields`.

use crate::model::problem::{FieldError, pointer_part};
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value as Json};
use std::fmt;

/// At most so many complaints are reported of one body.
const MOST_COMPLAINTS: usize = 100;

/// Digits that a decimal holds exactly.
const MOST_DIGITS: usize = 28;

/// Why a body could not be read.
#[derive(Debug, PartialEq)]
pub enum Unreadable {
    /// It is no JSON: 400.
    Malformed(String),
    /// It is JSON, but not JSON that we take: 422 with pointers.
    Invalid(Vec<FieldError>),
}

/// Reads a body.
///
/// # Errors
/// What `Unreadable` says.
pub fn read(body: &[u8]) -> Result<Json, Unreadable> {
    let mut reading = Reading { at: String::new(), complaints: Vec::new(), seen: 0, inexact: inexact_numbers(body) };
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let value = Strict(&mut reading).deserialize(&mut deserializer);
    let value = match value.and_then(|value| deserializer.end().map(|()| value)) {
        Ok(value) => value,
        // `1e999` is JSON, but no number that anybody could hold.
        Err(error) if error.to_string().starts_with("number out of range") => {
            reading.complain("number", "the number is too large");
            Json::Null
        }
        Err(error) => return Err(Unreadable::Malformed(format!("The body is no JSON: {error}."))),
    };
    if reading.complaints.is_empty() { Ok(value) } else { Err(Unreadable::Invalid(reading.complaints)) }
}

/// Where the reading is, and what was found on the way.
struct Reading {
    at: String,
    complaints: Vec<FieldError>,
    /// Numbers read so far.
    seen: usize,
    /// Which of the numbers, counted from 0, cannot be held exactly.
    inexact: Vec<usize>,
}

impl Reading {
    fn complain(&mut self, code: &str, message: &str) {
        if self.complaints.len() < MOST_COMPLAINTS {
            self.complaints.push(FieldError::new(self.at.clone(), code, message));
        }
    }
    fn text(&mut self, text: &str) {
        if text.contains('\0') {
            self.complain("nul", "NUL characters are not allowed");
        }
    }
    fn number(&mut self) {
        if self.inexact.contains(&self.seen) {
            self.complain("number", "the number has too many digits");
        }
        self.seen += 1;
    }
    /// Reads something that lies one name deeper. Only where reading goes on
    /// does the pointer go back: an error keeps its place.
    fn within<T, E>(&mut self, name: &str, read: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E> {
        let before = self.at.len();
        self.at.push('/');
        self.at.push_str(&pointer_part(name));
        let value = read(self)?;
        self.at.truncate(before);
        Ok(value)
    }
}

/// Builds a value and looks at every part of it.
struct Strict<'a>(&'a mut Reading);

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Json;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E: de::Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }
    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }
    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Json, E> {
        self.0.number();
        Ok(value.into())
    }
    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Json, E> {
        self.0.number();
        Ok(value.into())
    }
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Json, E> {
        self.0.number();
        Ok(value.into())
    }
    fn visit_str<E: de::Error>(self, value: &str) -> Result<Json, E> {
        self.0.text(value);
        Ok(value.into())
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) =
            self.0.within(&list.len().to_string(), |reading| items.next_element_seed(Strict(reading)))?
        {
            list.push(item);
        }
        Ok(Json::Array(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut map = Map::new();
        while let Some(name) = entries.next_key::<String>()? {
            let value = self.0.within(&name, |reading| {
                reading.text(&name);
                if map.contains_key(&name) {
                    reading.complain("duplicate", "this key comes twice");
                }
                entries.next_value_seed(Strict(reading))
            })?;
            map.insert(name, value);
        }
        Ok(Json::Object(map))
    }
}

/// Which numbers of a body, counted in order, lose digits when they are read:
/// whole numbers beyond an i64, and any with more than 28 digits.
fn inexact_numbers(body: &[u8]) -> Vec<usize> {
    let mut found = Vec::new();
    let (mut count, mut rest) = (0, body);
    while let Some((&first, after)) = rest.split_first() {
        if first == b'"' {
            rest = after_string(after);
        } else if first == b'-' || first.is_ascii_digit() {
            let length = rest.iter().take_while(|b| b.is_ascii_digit() || b"+-.eE".contains(b)).count();
            let (token, after) = rest.split_at(length.max(1));
            if is_inexact(token) {
                found.push(count);
            }
            count += 1;
            rest = after;
        } else {
            rest = after;
        }
    }
    found
}

fn after_string(mut rest: &[u8]) -> &[u8] {
    loop {
        rest = match rest {
            [b'\\', _, after @ ..] => after,
            [b'"', after @ ..] => return after,
            [_, after @ ..] => after,
            [] => return rest,
        }
    }
}

fn is_inexact(token: &[u8]) -> bool {
    let whole = token.iter().all(|b| *b == b'-' || b.is_ascii_digit());
    let mantissa = token.iter().take_while(|b| !b"eE".contains(b)).filter(|b| b.is_ascii_digit());
    let digits = mantissa.skip_while(|b| **b == b'0').count();
    let beyond = whole && std::str::from_utf8(token).ok().is_none_or(|text| text.parse::<i64>().is_err());
    digits > MOST_DIGITS || beyond
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn complaints(body: &str) -> Vec<(String, String)> {
        match read(body.as_bytes()) {
            Err(Unreadable::Invalid(errors)) => errors.into_iter().map(|e| (e.pointer, e.code)).collect(),
            other => panic!("{other:?}"),
        }
    }
    fn one(pointer: &str, code: &str) -> Vec<(String, String)> {
        vec![(pointer.to_owned(), code.to_owned())]
    }

    #[test]
    fn json_is_read_as_it_is() {
        let text = r#"{"a": [1, -2, 0.5, true, null, "x"], "b/c": {"d": {}}}"#;
        assert_eq!(read(text.as_bytes()), Ok(json!({"a": [1, -2, 0.5, true, null, "x"], "b/c": {"d": {}}})));
    }

    #[test]
    fn what_is_no_json_is_malformed() {
        for body in ["", "{", "{} x", "{\"a\":}", "{'a':1}", "\u{feff}{}", "\"\\ud800\"", "01"] {
            assert!(matches!(read(body.as_bytes()), Err(Unreadable::Malformed(_))), "{body}");
        }
        assert!(matches!(read(b"\"\xff\""), Err(Unreadable::Malformed(_))));
        assert!(matches!(read("[".repeat(100_000).as_bytes()), Err(Unreadable::Malformed(_))), "deep nesting");
    }

    #[test]
    fn nul_characters_are_named_with_their_place() {
        assert_eq!(complaints(r#"{"form": {"why": ["ok", "a\u0000b"]}}"#), one("/form/why/1", "nul"));
        assert_eq!(complaints(r#"{"a\u0000": 1}"#), one("/a\u{0}", "nul"));
    }

    #[test]
    fn a_key_that_comes_twice_is_named() {
        assert_eq!(complaints(r#"{"a/b": {"x": 1, "x": 2}}"#), one("/a~1b/x", "duplicate"));
    }

    #[test]
    fn a_number_that_cannot_be_held_is_named() {
        assert_eq!(complaints(r#"{"a": 1, "b": 9223372036854775808}"#), one("/b", "number"));
        assert_eq!(complaints(r#"{"a": "9223372036854775808 \" 1", "b": 123456789012345678901}"#), one("/b", "number"));
        assert_eq!(complaints(r#"[0.12345678901234567890123456789]"#), one("/0", "number"));
        assert_eq!(complaints(r#"{"a": [1e999]}"#), one("/a/0", "number"));
        assert_eq!(read(b"[-9223372036854775808, 1e20, 0.5]").map(|v| v[1].clone()), Ok(json!(1e20)));
    }
}
