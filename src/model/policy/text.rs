//! The text of policy.toml and what it says, for those who change it by forms:
//! the text as JSON, and changed JSON written back into the text. What did not
//! change keeps its place, its layout and its comments. Whether the rules are
//! sound is told by the check, not here.

use super::file::position;
use super::{FILE, schema};
use crate::model::problem::Fault;
use serde_json::{Map, Value as Json};
use std::collections::BTreeSet;
use std::str::FromStr;
use toml_edit::{Array, ArrayOfTables, Datetime, DocumentMut, InlineTable, Item, Table, TableLike, Value};

/// Keys by which a table of several is known again when something in it changed.
const NAMING: [&str; 5] = ["name", "code", "item", "once", "valid_from"];

/// What a text says; days and moments are texts.
///
/// # Errors
/// Where it is no TOML, with line and column.
pub fn read(text: &str) -> Result<Json, Fault> {
    let table: toml::Table = toml::from_str(text).map_err(|error| super::file::fault(text, &error))?;
    Ok(json(toml::Value::Table(table)))
}

/// A value of the file as JSON says it.
pub(super) fn json(value: toml::Value) -> Json {
    match value {
        toml::Value::String(text) => Json::String(text),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(yes) => yes.into(),
        toml::Value::Datetime(at) => Json::String(at.to_string()),
        toml::Value::Array(values) => values.into_iter().map(json).collect(),
        toml::Value::Table(fields) => Json::Object(fields.into_iter().map(|(name, of)| (name, json(of))).collect()),
    }
}

/// The text that says `policy`, made of one that says something else. A key that
/// is null goes.
///
/// # Errors
/// Where the text is no TOML, with line and column.
pub fn write(text: &str, policy: &Map<String, Json>) -> Result<String, Fault> {
    let mut document = DocumentMut::from_str(text).map_err(|error| {
        let (line, column) = position(text, error.span().map_or(0, |span| span.start));
        Fault::of_file(FILE, "policy", error.message()).at(line, column)
    })?;
    merge_table(document.as_table_mut(), policy, &schema::schema(), 0);
    Ok(document.to_string())
}

/// The schema of a key: its own, else that of all keys of a map.
fn of_key<'s>(schema: &'s Json, key: &str) -> &'s Json {
    schema
        .get("properties")
        .and_then(|all| all.get(key))
        .or_else(|| schema.get("additionalProperties"))
        .unwrap_or(&Json::Null)
}

/// `depth` counts tables from the root: the root's are written with headers of
/// their own, and so are theirs.
fn merge_table(table: &mut dyn TableLike, new: &Map<String, Json>, schema: &Json, depth: usize) {
    let gone = |key: &str| new.get(key).is_none_or(Json::is_null);
    let old: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
    for key in old.iter().filter(|key| gone(key)) {
        table.remove(key);
    }
    for (key, value) in new.iter().filter(|(_, value)| !value.is_null()) {
        let schema = of_key(schema, key);
        match table.get_mut(key) {
            Some(item) if same(&said(item), value) => {}
            Some(item) => merge_item(item, value, schema, depth + 1),
            None => {
                table.insert(key, built(value, schema, depth + 1));
            }
        }
    }
}

fn merge_item(item: &mut Item, new: &Json, schema: &Json, depth: usize) {
    let items = schema.get("items").unwrap_or(&Json::Null);
    match (&mut *item, new) {
        (Item::ArrayOfTables(tables), Json::Array(values))
            if !values.is_empty() && values.iter().all(Json::is_object) =>
        {
            merge_tables(tables, values, items);
        }
        (Item::Value(Value::Array(array)), Json::Array(values)) => merge_array(array, values, items),
        (item, Json::Object(fields)) if item.is_table_like() => {
            if let Some(table) = item.as_table_like_mut() {
                // Whatever lies in a table of one line is written in that line.
                merge_table(table, fields, schema, depth);
            }
        }
        (Item::Value(old), new) => {
            let was_time = old.is_datetime();
            let mut value = value(new, schema, was_time);
            *value.decor_mut() = old.decor().clone();
            *old = value;
        }
        (item, new) => *item = built(new, schema, depth),
    }
}

/// Each table goes on as the one that it was: the equal one, else the one that is
/// called the same, else the one in its place.
fn merge_tables(tables: &mut ArrayOfTables, new: &[Json], schema: &Json) {
    let old: Vec<Table> = tables.iter().cloned().collect();
    let kept = kept(&old.iter().map(|table| said(&Item::Table(table.clone()))).collect::<Vec<_>>(), new);
    let moved = kept.len() != old.len() || kept.iter().enumerate().any(|(n, from)| *from != Some(n));
    let place = old.iter().filter_map(Table::position).min();
    tables.clear();
    for (value, from) in new.iter().zip(kept) {
        let mut table = from.and_then(|from| old.get(from)).cloned().unwrap_or_default();
        if let Json::Object(fields) = value {
            // Their own tables are written in their lines: depth 2.
            merge_table(&mut table, fields, schema, 2);
        }
        if moved {
            put(&mut table, place);
        }
        tables.push(table);
    }
}

/// At one and the same place tables are written in their order.
fn put(table: &mut Table, place: Option<isize>) {
    table.set_position(place);
    for (_, item) in table.iter_mut() {
        match item {
            Item::Table(table) => put(table, place),
            Item::ArrayOfTables(tables) => tables.iter_mut().for_each(|table| put(table, place)),
            _ => {}
        }
    }
}

/// Which of the old ones each new one was.
fn kept(old: &[Json], new: &[Json]) -> Vec<Option<usize>> {
    let mut kept: Vec<Option<usize>> = vec![None; new.len()];
    let mut taken = BTreeSet::new();
    let named = |one: &Json, other: &Json| {
        let mut both = NAMING.iter().filter_map(|key| Some((one.get(key)?, other.get(key)?))).peekable();
        both.peek().is_some() && both.all(|(one, other)| one == other)
    };
    let unnamed = |value: &Json| NAMING.iter().all(|key| value.get(key).is_none());
    for round in 0..3 {
        for (n, value) in new.iter().enumerate() {
            if kept.get(n).is_none_or(Option::is_some) {
                continue;
            }
            let fits = |(place, before): (usize, &Json)| match round {
                0 => same(before, value),
                1 => named(before, value),
                _ => place == n && (unnamed(before) || old.len() == new.len()),
            };
            let found = old.iter().enumerate().find(|(place, before)| !taken.contains(place) && fits((*place, before)));
            if let (Some((place, _)), Some(slot)) = (found, kept.get_mut(n)) {
                taken.insert(place);
                *slot = Some(place);
            }
        }
    }
    kept
}

/// What stands before and after what changed stays as it is.
fn merge_array(array: &mut Array, new: &[Json], schema: &Json) {
    let old: Vec<Json> = array.iter().map(|value| said(&Item::Value(value.clone()))).collect();
    let alike = |one: &Json, other: &Json| same(one, other);
    let before = old.iter().zip(new).take_while(|(one, other)| alike(one, other)).count();
    let rest = old.len().min(new.len()) - before;
    let after = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(one, other)| alike(one, other)).count();
    let changed = new.get(before..new.len() - after).unwrap_or_default();
    for n in (before..old.len() - after).rev() {
        if n >= before + changed.len() {
            array.remove(n);
        }
    }
    for (n, json) in changed.iter().enumerate() {
        let place = before + n;
        match array.get_mut(place).filter(|_| place < old.len() - after) {
            Some(there) => {
                let mut value = value(json, schema, there.is_datetime());
                *value.decor_mut() = there.decor().clone();
                *there = value;
            }
            None => {
                array.insert(place, value(json, schema, false));
                spaced(array, place + 1);
            }
        }
    }
}

/// What was first and is so no more stands apart from what came before it.
fn spaced(array: &mut Array, place: usize) {
    let Some(next) = array.get_mut(place) else { return };
    let close = next.decor().prefix().is_none_or(|prefix| prefix.as_str().is_none_or(str::is_empty));
    if close {
        next.decor_mut().set_prefix(" ");
    }
}

/// A new item that lies so deep; tables of the root and theirs have headers.
fn built(new: &Json, schema: &Json, depth: usize) -> Item {
    match new {
        Json::Object(fields) if depth <= 2 => {
            let mut table = Table::new();
            merge_table(&mut table, fields, schema, depth);
            // A header above headers says nothing.
            table.set_implicit(!table.is_empty() && table.iter().all(|(_, item)| item.is_table()));
            Item::Table(table)
        }
        Json::Array(values) if depth == 1 && !values.is_empty() && values.iter().all(Json::is_object) => {
            let mut tables = ArrayOfTables::new();
            merge_tables(&mut tables, values, schema.get("items").unwrap_or(&Json::Null));
            Item::ArrayOfTables(tables)
        }
        other => Item::Value(value(other, schema, false)),
    }
}

/// A value in a line. A text is a day or a moment where the schema says so, or
/// where it stands in place of one.
fn value(new: &Json, schema: &Json, was_time: bool) -> Value {
    match new {
        Json::String(text) if was_time || schema.get("x-toml").is_some() => {
            Datetime::from_str(text).map_or_else(|_| Value::from(text.as_str()), Value::from)
        }
        Json::String(text) => Value::from(text.as_str()),
        Json::Bool(yes) => Value::from(*yes),
        Json::Number(number) => {
            match number.as_i64().filter(|_| schema.get("type").is_none_or(|name| name != "number")) {
                Some(whole) => Value::from(whole),
                None => Value::from(number.as_f64().unwrap_or_default()),
            }
        }
        Json::Array(values) => {
            let items = schema.get("items").unwrap_or(&Json::Null);
            values.iter().map(|new| value(new, items, false)).collect::<Array>().into()
        }
        Json::Object(fields) => {
            let mut table = InlineTable::new();
            for (key, new) in fields.iter().filter(|(_, new)| !new.is_null()) {
                table.insert(key, value(new, of_key(schema, key), false));
            }
            Value::InlineTable(table)
        }
        Json::Null => Value::from(""),
    }
}

/// What an item of the text says.
fn said(item: &Item) -> Json {
    match item {
        Item::None => Json::Null,
        Item::Value(value) => said_in_line(value),
        Item::Table(table) => {
            table.iter().map(|(key, item)| (key.to_owned(), said(item))).collect::<Map<_, _>>().into()
        }
        Item::ArrayOfTables(tables) => tables.iter().map(|table| said(&Item::Table(table.clone()))).collect(),
    }
}

fn said_in_line(value: &Value) -> Json {
    match value {
        Value::String(text) => text.value().as_str().into(),
        Value::Integer(number) => (*number.value()).into(),
        Value::Float(number) => (*number.value()).into(),
        Value::Boolean(yes) => (*yes.value()).into(),
        Value::Datetime(at) => at.value().to_string().into(),
        Value::Array(values) => values.iter().map(said_in_line).collect(),
        Value::InlineTable(fields) => {
            fields.iter().map(|(key, value)| (key.to_owned(), said_in_line(value))).collect::<Map<_, _>>().into()
        }
    }
}

/// Whether two values say the same; `4` and `4.0` do, and so does a key that is null and one that is not there.
fn same(one: &Json, other: &Json) -> bool {
    match (one, other) {
        (Json::Number(one), Json::Number(other)) => one.as_f64() == other.as_f64(),
        (Json::Array(one), Json::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Json::Object(one), Json::Object(other)) => {
            let there = |of: &Map<String, Json>| of.values().filter(|value| !value.is_null()).count();
            there(one) == there(other)
                && one
                    .iter()
                    .filter(|(_, value)| !value.is_null())
                    .all(|(key, value)| other.get(key).is_some_and(|it| same(value, it)))
        }
        (one, other) => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    const SHIPPED: &str = include_str!("../../../workflows/policy.toml");

    fn changed(change: impl FnOnce(&mut Json)) -> String {
        let mut policy = read(SHIPPED).unwrap();
        change(&mut policy);
        let text = write(SHIPPED, policy.as_object().unwrap()).unwrap();
        assert!(same(&read(&text).unwrap(), &policy), "{text}");
        text
    }

    /// The lines that are only in one of two texts.
    fn differing(now: &str) -> Vec<String> {
        let changes = similar::TextDiff::from_lines(SHIPPED, now);
        let told = changes.iter_all_changes().filter(|change| change.tag() != similar::ChangeTag::Equal);
        told.map(|change| format!("{}{}", change.tag(), change.value().trim_end())).collect()
    }

    #[test]
    fn what_did_not_change_stays_letter_by_letter() {
        assert_eq!(changed(|_| ()), SHIPPED);
    }

    #[test]
    fn a_changed_value_changes_its_line_and_keeps_its_comment() {
        let text = "a = \"x\" # why\n[reopen]\nwithin = \"5wd\"           # the ticket itself\n";
        let now = write(text, json!({"a": "x", "reopen": {"within": "6wd"}}).as_object().unwrap()).unwrap();
        assert_eq!(now, "a = \"x\" # why\n[reopen]\nwithin = \"6wd\"           # the ticket itself\n");
    }

    #[test]
    fn a_cell_of_the_matrix_is_one_line() {
        let now = changed(|policy| policy["priority"]["matrix"]["person"][0] = json!("P1"));
        let lines = differing(&now);
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(lines[1].starts_with("+person"), "{lines:?}");
    }

    #[test]
    fn tables_of_several_are_added_moved_and_taken_out_with_what_they_hold() {
        let now = changed(|policy| {
            let rules = policy["intake"].as_array_mut().unwrap();
            rules.rotate_left(1);
            rules.insert(0, json!({"item": "laptop", "group": "service-desk"}));
        });
        assert!(now.contains("[[intake]]\ngroup = \"service-desk\"\nitem = \"laptop\"\n"), "{now}");
        let now = changed(|policy| drop(policy["escalation"].as_array_mut().unwrap().remove(0)));
        assert!(differing(&now).iter().all(|line| line.starts_with('-')), "{:?}", differing(&now));
        changed(|policy| policy["escalation"] = json!([]));
    }

    #[test]
    fn new_tables_have_headers_of_their_own_and_days_no_quotes() {
        let now = changed(|policy| {
            policy["calendars"]["delhi"] = json!({"zone": "Asia/Kolkata", "hours": {"mon": ["09:00-18:00"]}});
            policy["freezes"] = json!([{"name": "Year end", "from": "2026-12-18T00:00:00Z", "to": "2027-01-04T00:00:00Z", "services": ["*"]}]);
        });
        assert!(
            now.contains("\n[calendars.delhi]\nhours = { mon = [\"09:00-18:00\"] }\nzone = \"Asia/Kolkata\"\n"),
            "{now}"
        );
        assert!(now.contains("from = 2026-12-18T00:00:00Z"), "{now}");
        let bare = write("", json!({"calendars": {"a": {"always": true}}}).as_object().unwrap()).unwrap();
        assert_eq!(bare, "[calendars.a]\nalways = true\n");
    }

    #[test]
    fn what_comes_first_stands_apart() {
        let now = write("a = [\"2\", \"3\"]\n", json!({"a": ["0", "1", "2", "3"]}).as_object().unwrap()).unwrap();
        assert_eq!(now, "a = [\"0\", \"1\", \"2\", \"3\"]\n");
    }

    #[test]
    fn what_is_null_or_gone_is_taken_out_and_whole_numbers_stay_numbers() {
        let text = "[knowledge]\npreset = \"none\"\npromote = { uses = 3, rating = 4.0, to = \"review\" }\n";
        let now = json!({"knowledge": {"preset": null, "promote": {"uses": 4, "rating": 4, "to": "review"}}});
        let written = write(text, now.as_object().unwrap()).unwrap();
        assert_eq!(written, "[knowledge]\npromote = { uses = 4, rating = 4.0, to = \"review\" }\n");
        let now = json!({"knowledge": {"promote": {"uses": 4, "rating": 5, "to": "review"}}});
        let written = write(text, now.as_object().unwrap()).unwrap();
        assert!(written.contains("rating = 5.0"), "{written}");
    }

    #[test]
    fn what_is_no_toml_is_told_with_its_place() {
        let fault = write("a = \"x\"\nb = = 1\n", &Map::new()).unwrap_err();
        assert_eq!((fault.line, fault.file.as_str()), (2, FILE));
        assert_eq!(read("[a").unwrap_err().line, 1);
    }

    fn any_json() -> impl Strategy<Value = Json> {
        let leaf = prop_oneof![
            any::<bool>().prop_map(Json::from),
            any::<i64>().prop_map(Json::from),
            "[a-zа-я中\"\\\\\n #=]{0,6}".prop_map(Json::from),
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
                prop::collection::btree_map("[a-d]{1,2}", inner, 0..4)
                    .prop_map(|fields| Json::Object(fields.into_iter().collect())),
            ]
        })
    }

    fn any_policy() -> impl Strategy<Value = Map<String, Json>> {
        let keys = prop_oneof!["sla", "calendars", "intake", "reopen", "steps", "priority", "[a-c]"];
        prop::collection::btree_map(keys, any_json(), 0..5).prop_map(|fields| fields.into_iter().collect())
    }

    /// Nothing is said where there is nothing to say it by.
    fn is_empty(value: &Json) -> bool {
        value.as_array().is_some_and(Vec::is_empty) || value.as_object().is_some_and(|fields| fields.is_empty())
    }

    proptest! {
        /// Whatever the text said before, it says what was asked afterwards.
        #[test]
        fn a_text_says_what_was_written(first in any_policy(), second in any_policy()) {
            let before = write("", &first).unwrap();
            let after = write(&before, &second).unwrap();
            let told = read(&after).unwrap();
            let wanted = Json::Object(second);
            let lean = |value: &Json| {
                value.as_object().into_iter().flatten().filter(|(_, value)| !is_empty(value)).map(|(key, value)| (key.clone(), value.clone())).collect::<Map<_, _>>()
            };
            prop_assert!(same(&lean(&told).into(), &lean(&wanted).into()), "{after}\n{told}\n{wanted}");
        }
    }
}
