//! JSON that keeps the order of its fields. A form shows its fields in the order
//! in which their author wrote them; everywhere else the order means nothing.

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Number;
use std::collections::HashMap;
use std::fmt;

/// A JSON value whose objects are lists of fields.
#[derive(Clone, Debug, PartialEq)]
pub enum Ordered {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Ordered>),
    /// An object: its fields as they were written.
    Map(Vec<(String, Ordered)>),
}

impl Ordered {
    /// Reads a JSON text.
    ///
    /// # Errors
    /// Where it is no JSON.
    pub fn parse(text: &str) -> serde_json::Result<Ordered> {
        serde_json::from_str(text)
    }

    /// As authors read it: two spaces a level, a line break at the end.
    pub fn pretty(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// A schema with its titles and descriptions said otherwise. What a field is
    /// called by programs, and what it may hold, stays.
    #[must_use]
    pub fn said(&self, say: &mut dyn FnMut(&str) -> String) -> Ordered {
        match self {
            Ordered::Map(fields) => {
                let mut field = |(name, value): &(String, Ordered)| (name.clone(), part(name, value, say));
                Ordered::Map(fields.iter().map(&mut field).collect())
            }
            Ordered::List(items) => Ordered::List(items.iter().map(|item| item.said(say)).collect()),
            other => other.clone(),
        }
    }

    /// An object without some of its own fields.
    #[must_use]
    pub fn without(self, names: &[&str]) -> Ordered {
        match self {
            Ordered::Map(fields) => {
                Ordered::Map(fields.into_iter().filter(|(name, _)| !names.contains(&name.as_str())).collect())
            }
            other => other,
        }
    }
}

/// A keyword of a schema with the texts under it said otherwise.
fn part(keyword: &str, value: &Ordered, say: &mut dyn FnMut(&str) -> String) -> Ordered {
    match (keyword, value) {
        ("title" | "description", Ordered::Text(text)) => Ordered::Text(say(text)),
        // Names of fields and of definitions are no keywords.
        ("properties" | "patternProperties" | "$defs" | "definitions" | "dependentSchemas", Ordered::Map(fields)) => {
            Ordered::Map(fields.iter().map(|(name, value)| (name.clone(), value.said(say))).collect())
        }
        ("const" | "enum" | "default" | "examples" | "required" | "x-catalog" | "x-ui", value) => value.clone(),
        (_, value) => value.said(say),
    }
}

impl Serialize for Ordered {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Ordered::Null => serializer.serialize_unit(),
            Ordered::Bool(value) => serializer.serialize_bool(*value),
            Ordered::Number(number) => number.serialize(serializer),
            Ordered::Text(text) => serializer.serialize_str(text),
            Ordered::List(items) => items.serialize(serializer),
            Ordered::Map(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Ordered {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reading)
    }
}

struct Reading;

impl<'de> Visitor<'de> for Reading {
    type Value = Ordered;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E: de::Error>(self) -> Result<Ordered, E> {
        Ok(Ordered::Null)
    }
    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Ordered, E> {
        Ok(Ordered::Bool(value))
    }
    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Ordered, E> {
        Ok(Ordered::Number(value.into()))
    }
    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Ordered, E> {
        Ok(Ordered::Number(value.into()))
    }
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Ordered, E> {
        Ok(Number::from_f64(value).map_or(Ordered::Null, Ordered::Number))
    }
    fn visit_str<E: de::Error>(self, value: &str) -> Result<Ordered, E> {
        Ok(Ordered::Text(value.to_owned()))
    }
    fn visit_string<E: de::Error>(self, value: String) -> Result<Ordered, E> {
        Ok(Ordered::Text(value))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Ordered, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Ordered::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Ordered, A::Error> {
        let mut fields: Vec<(String, Ordered)> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        while let Some((name, value)) = entries.next_entry::<String, Ordered>()? {
            // Of a field that comes twice the last counts, as everywhere.
            match places.get(&name).and_then(|place| fields.get_mut(*place)) {
                Some(field) => field.1 = value,
                None => {
                    places.insert(name.clone(), fields.len());
                    fields.push((name, value));
                }
            }
        }
        Ok(Ordered::Map(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stay_in_the_order_in_which_they_were_written() {
        let text = r#"{"z": 1, "a": [true, null, -2, 0.5, "x"], "m": {"b": {}, "a": 18446744073709551615}}"#;
        let read = Ordered::parse(text).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), text.replace(": ", ":").replace(", ", ","));
        assert!(read.pretty().starts_with("{\n  \"z\": 1,\n  \"a\": [\n") && read.pretty().ends_with("}\n"));
        let left = read.without(&["z", "m"]);
        assert_eq!(serde_json::to_string(&left).unwrap(), r#"{"a":[true,null,-2,0.5,"x"]}"#);
        assert!(Ordered::parse("{\"a\":}").is_err());
        let twice = Ordered::parse(r#"{"b": 1, "a": 2, "b": 3}"#).unwrap();
        assert_eq!(serde_json::to_string(&twice).unwrap(), r#"{"b":3,"a":2}"#, "of two the last counts");
    }

    #[test]
    fn titles_are_said_otherwise_and_names_are_not() {
        let text = r#"{"title":"a","const":{"title":"b"},"properties":{"title":{"description":"c","oneOf":[{"const":"d","title":"e"}]}}}"#;
        let said = Ordered::parse(text).unwrap().said(&mut |text| text.to_uppercase());
        let expected = text.replace("\"a\"", "\"A\"").replace("\"c\"", "\"C\"").replace("\"e\"", "\"E\"");
        assert_eq!(serde_json::to_string(&said).unwrap(), expected);
    }
}
