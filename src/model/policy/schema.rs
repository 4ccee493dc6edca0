//! The JSON Schema of policy.toml (2020-12), made from the very structures that
//! read it. Forms and editors go by it; what the keys mean together is told by
//! the check (`build`) alone.
//!
//! Two keywords are our own. `x-names` says what a text names: a `group`, a
//! `calendar`, a `span` of time; `x-also` lists what it may be besides. `x-toml`
//! tells a day or a moment that TOML writes without quotes.

use super::file::PolicyFile;
use crate::model::duration::Span;
use crate::model::journal::RowKind;
use crate::model::kind_facts::CHANGE_FACTS;
use crate::model::ticket::CHANNELS;
use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value as Json};
use std::borrow::Cow;
use std::marker::PhantomData;

/// Where the schema lies in the docs.
pub const PAGE: &str = "policy.schema.json";

/// The schema, whole: nothing in it refers to anything else.
pub fn schema() -> Json {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.inline_subschemas = true;
        settings.transforms.push(Box::new(plain));
    });
    settings.into_generator().into_root_schema_for::<PolicyFile>().to_value()
}

/// The page of the docs that says it.
pub fn page() -> String {
    format!("{:#}\n", schema())
}

/// TOML has no null, what an enum's values mean is said by its field, and how
/// wide a number is in memory is nobody's business.
fn plain(schema: &mut Schema) {
    if let Some(node) = schema.as_object_mut() {
        without_null(node);
        constants(node);
        node.retain(|key, value| key != "format" || !is_width(value));
    }
    transform_subschemas(&mut plain, schema);
}

fn is_width(format: &Json) -> bool {
    format.as_str().is_some_and(|name| name.starts_with("uint") || name.starts_with("int") || name == "double")
}

fn without_null(node: &mut Map<String, Json>) {
    if let Some(types) = node.get_mut("type").and_then(Json::as_array_mut) {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            node.insert("type".to_owned(), only);
        }
    }
    if let Some(values) = node.get_mut("enum").and_then(Json::as_array_mut) {
        values.retain(|value| !value.is_null());
    }
    let Some(either) = node.get_mut("anyOf").and_then(Json::as_array_mut) else { return };
    either.retain(|option| option.get("type").is_none_or(|name| name != "null"));
    if let [Json::Object(only)] = either.as_slice() {
        let only = only.clone();
        node.remove("anyOf");
        // What the field says of itself goes before what its type says.
        for (key, value) in only {
            node.entry(key).or_insert(value);
        }
    }
}

/// One of several constants is an `enum`.
fn constants(node: &mut Map<String, Json>) {
    let Some(options) = node.get("oneOf").and_then(Json::as_array) else { return };
    let Some(values) = options.iter().map(|option| option.get("const").cloned()).collect::<Option<Vec<Json>>>() else {
        return;
    };
    node.remove("oneOf");
    node.insert("type".to_owned(), "string".into());
    node.insert("enum".to_owned(), values.into());
}

impl JsonSchema for Span {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Span".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[0-9]+(m|h|d|w|wm|wh|wd)$", "x-names": "span" })
    }
}

/// A map whose keys name something.
pub struct By<K, V>(PhantomData<(K, V)>);

impl<K: JsonSchema, V: JsonSchema> JsonSchema for By<K, V> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("By_{}_{}", K::schema_name(), V::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (names, values) = (generator.subschema_for::<K>(), generator.subschema_for::<V>());
        json_schema!({ "type": "object", "propertyNames": names, "additionalProperties": values })
    }
}

// What the texts of the file are, as far as a text alone does not say it.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident $schema:tt)+) => {$(
        $(#[$doc])*
        pub enum $name {}
        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )+};
}

texts! {
    /// A group of the desk.
    GroupName { "type": "string", "x-names": "group" }
    /// A person, by username.
    UserName { "type": "string", "x-names": "user" }
    /// A built-in role or one of `[roles]`.
    RoleName { "type": "string", "x-names": "role" }
    /// Somebody who stands to the ticket so, or the holders of a role.
    ToldName { "type": "string", "x-names": "role", "x-also": ["owner", "assignee", "lead_of_group"] }
    /// One of `[calendars]`.
    CalendarName { "type": "string", "x-names": "calendar" }
    /// A cell of the matrix.
    PriorityName { "type": "string", "x-names": "priority" }
    /// A row of the matrix.
    ImpactName { "type": "string", "x-names": "impact" }
    /// A column of the matrix.
    UrgencyName { "type": "string", "x-names": "urgency" }
    /// One of `[desks]`.
    DeskName { "type": "string", "x-names": "desk" }
    /// A catalog item.
    ItemName { "type": "string", "x-names": "item" }
    /// A category of the catalog.
    CategoryName { "type": "string", "x-names": "category" }
    /// Where people are.
    LocationName { "type": "string", "x-names": "location" }
    /// A BCP 47 tag.
    LanguageTag { "type": "string", "x-names": "language" }
    /// An IANA time zone.
    ZoneName { "type": "string", "x-names": "zone" }
    /// A hold of `[[holds]]`, or a kind of step that waits.
    PausingName { "type": "string", "x-names": "hold", "x-also": waiting() }
    /// Time on the clock.
    Elapsed { "type": "string", "pattern": "^[0-9]+(m|h|d|w)$", "x-names": "span" }
    /// A day that TOML writes without quotes.
    Day { "type": "string", "format": "date", "x-toml": "datetime" }
    /// A moment that TOML writes without quotes.
    Moment { "type": "string", "format": "date-time", "x-toml": "datetime" }
    /// A day in quotes.
    WrittenDay { "type": "string", "format": "date" }
    /// A day of the week.
    Weekday { "type": "string", "enum": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] }
    /// From one time of the day to another.
    Stretch { "type": "string", "pattern": "^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}$" }
    /// How somebody asked.
    Channel { "type": "string", "enum": CHANNELS }
    /// A fact of a change.
    ChangeFact { "type": "string", "enum": CHANGE_FACTS }
    /// What an approval may come to.
    Outcome { "type": "string", "enum": super::promises::OUTCOMES }
    /// What a failure comes to.
    OnFail { "type": "string", "enum": super::promises::FAILURES }
    /// A value of `[values]`.
    PlainValue { "type": ["string", "integer", "boolean"] }
    /// The fields of an item's form.
    FilledForm { "type": "object", "additionalProperties": true }
}

/// The kinds of steps that wait for somebody.
fn waiting() -> Vec<&'static str> {
    RowKind::ALL.into_iter().filter(|kind| kind.waits()).map(RowKind::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::policy::{Policy, text};
    use serde_json::json;

    const SHIPPED: &str = include_str!("../../../workflows/policy.toml");

    #[test]
    fn the_shipped_policy_is_valid_by_its_schema_and_a_wrong_one_is_not() {
        let schema = jsonschema::validator_for(&schema()).unwrap();
        let mut policy = text::read(SHIPPED).unwrap();
        assert!(
            schema.is_valid(&policy),
            "{:?}",
            schema.iter_errors(&policy).map(|e| e.to_string()).collect::<Vec<_>>()
        );
        policy["reopen"]["within"] = json!("soon");
        assert!(!schema.is_valid(&policy));
    }

    #[test]
    fn nothing_in_it_refers_elsewhere_or_may_be_null() {
        let text = schema().to_string();
        for word in ["$ref", "$defs", "null", "oneOf", "uint"] {
            assert!(!text.contains(word), "{word}");
        }
    }

    /// Every key says what it is for.
    #[test]
    fn every_key_is_described() {
        fn walk(place: &str, node: &Json) {
            if !node.is_object() {
                return;
            }
            for (key, child) in node["properties"].as_object().into_iter().flatten() {
                let place = format!("{place}.{key}");
                assert!(child["description"].is_string(), "{place} says nothing");
                walk(&place, child);
            }
            for key in ["items", "additionalProperties"] {
                walk(place, &node[key]);
            }
        }
        walk("policy", &schema());
    }

    /// What the schema calls usual is what counts where nothing is written.
    #[test]
    fn defaults_are_those_that_count() {
        let bare = "currency = \"EUR\"\n[priority]\nimpacts = [\"person\"]\nurgencies = [\"low\"]\n[priority.matrix]\nperson = [\"P4\"]\n[csat]\n[close]\nfollow_up = {}\n[steps.approval]\n[steps.cost]\n[[sla]]\nname = \"a\"\nvalid_from = 2026-01-01\ncalendar = \"hq\"\n[[recurring]]\nitem = \"a\"\nschedule = \"0 0 7 * * MON\"\nrequested_for = \"b\"\n[calendars.hq]\nhours = { mon = [\"08:00-12:00\"] }\n";
        fn fill(node: &Json, value: &mut Json) {
            if let Json::Array(values) = value {
                values.iter_mut().for_each(|value| fill(&node["items"], value));
            }
            let Json::Object(fields) = value else { return };
            for (key, child) in node["properties"].as_object().into_iter().flatten() {
                if let Some(usual) = child.get("default") {
                    fields.entry(key.clone()).or_insert_with(|| usual.clone());
                } else if child.get("properties").is_some() && !["outgoing", "retention"].contains(&key.as_str()) {
                    fields.entry(key.clone()).or_insert_with(|| json!({}));
                }
            }
            for (key, value) in fields.iter_mut() {
                let child = node["properties"].get(key).unwrap_or(&node["additionalProperties"]);
                fill(child, value);
            }
        }
        let mut filled = text::read(bare).unwrap();
        fill(&schema(), &mut filled);
        // A promotion is whole or absent; kinds of steps of their own have their own usual failures.
        filled["knowledge"].as_object_mut().unwrap().remove("promote");
        filled["outgoing"] =
            json!({ "mode": "send", "keep": schema()["properties"]["outgoing"]["properties"]["keep"]["default"] });
        let full = text::write(bare, filled.as_object().unwrap()).unwrap();
        assert!(full.contains("appointment_remind = \"1h\""), "{full}");
        assert_eq!(Policy::parse(&full).unwrap(), Policy::parse(bare).unwrap());
    }
}
