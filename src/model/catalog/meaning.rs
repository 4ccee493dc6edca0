//! What the texts of a form stand for: days and times, people and groups that
//! are picked (`x-pick`), entries of published lists (`x-list`), days and times
//! that are over or still to come (`x-when`). Paths are `start_date`,
//! `window.start`, `visits[].day`.

use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};

/// Who is picked in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pick {
    /// A person, by username.
    Person,
    /// A group, by name; a department is the group of its name.
    Group,
}

impl Pick {
    const ALL: [(&'static str, Pick); 2] = [("person", Pick::Person), ("group", Pick::Group)];

    /// What a schema says: `"x-pick": "person"`.
    pub fn parse(name: &str) -> Option<Pick> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, pick)| *pick)
    }
}

/// On which side of the present moment a day or a time lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// It is over, or is today.
    Past,
    /// It is still to come, or is today.
    Future,
}

impl When {
    const ALL: [(&'static str, When); 2] = [("past", When::Past), ("future", When::Future)];

    /// What a schema says of a day or a time: `"x-when": "future"`.
    fn of(schema: &Json) -> Result<Option<When>, String> {
        let Some(said) = schema.get("x-when") else { return Ok(None) };
        let read = Self::ALL.iter().find(|(name, _)| said.as_str() == Some(name)).map(|(_, when)| *when);
        let read = read.ok_or_else(|| format!("`x-when` is \"past\" or \"future\", not {said}"))?;
        match is_time(schema) {
            true => Ok(Some(read)),
            false => Err("`x-when` is for fields of the format \"date\" or \"date-time\"".to_owned()),
        }
    }
}

fn is_time(schema: &Json) -> bool {
    matches!(schema.get("format").and_then(Json::as_str), Some("date" | "date-time"))
}

/// What the texts of one form stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meaning {
    /// Fields that are days or times.
    pub times: BTreeSet<String>,
    /// Fields in which somebody is picked.
    pub picks: BTreeMap<String, Pick>,
    /// Fields whose texts are keys of a list, by its name.
    pub lists: BTreeMap<String, String>,
    /// Fields that hold the id of a file that was sent up.
    pub files: BTreeSet<String>,
    /// Days and times that are over, or still to come, when the form is sent.
    pub whens: BTreeMap<String, When>,
    /// Fields that must be filled in, under whatever condition.
    pub required: BTreeSet<String>,
    /// Names of the fields of each object, by its path; the form's own is empty.
    pub declared: BTreeMap<String, BTreeSet<String>>,
}

/// A text of a filled form that stands for something.
pub struct Named<'f> {
    /// Its JSON Pointer within the form.
    pub pointer: String,
    /// Its path in the schema.
    pub path: String,
    /// The text.
    pub text: &'f str,
}

impl Meaning {
    /// What a schema says of its fields.
    ///
    /// # Errors
    /// An `x-pick` that nobody knows, an `x-list` that is no name.
    pub fn of(schema: &Json) -> Result<Meaning, String> {
        let mut meaning = Meaning::default();
        meaning.collect(schema, "")?;
        Ok(meaning)
    }

    /// Whether fields are to scripts just what was filled in.
    pub fn is_plain(&self) -> bool {
        self.times.is_empty() && self.picks.is_empty() && self.declared.keys().all(String::is_empty)
    }

    fn collect(&mut self, schema: &Json, path: &str) -> Result<(), String> {
        if !path.is_empty() {
            self.own(schema, path)?;
        }
        let inner = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        let required = schema.get("required").and_then(Json::as_array).into_iter().flatten();
        self.required.extend(required.filter_map(Json::as_str).map(inner));
        for (name, property) in schema.get("properties").and_then(Json::as_object).into_iter().flatten() {
            self.declared.entry(path.to_owned()).or_default().insert(name.clone());
            self.collect(property, &inner(name))?;
        }
        if let Some(items) = schema.get("items") {
            self.collect(items, &format!("{path}[]"))?;
        }
        for part in ["then", "else"].into_iter().filter_map(|key| schema.get(key)) {
            self.collect(part, path)?;
        }
        for key in ["allOf", "anyOf", "oneOf"] {
            for part in schema.get(key).and_then(Json::as_array).into_iter().flatten() {
                self.collect(part, path)?;
            }
        }
        Ok(())
    }

    fn own(&mut self, schema: &Json, path: &str) -> Result<(), String> {
        if is_time(schema) {
            self.times.insert(path.to_owned());
        }
        if let Some(when) = When::of(schema)? {
            self.whens.insert(path.to_owned(), when);
        }
        if schema.get("format").and_then(Json::as_str) == Some("attachment") {
            self.files.insert(path.to_owned());
        }
        if let Some(pick) = schema.get("x-pick") {
            let known = || Pick::ALL.map(|(name, _)| format!("\"{name}\"")).join(" or ");
            let read = pick.as_str().and_then(Pick::parse);
            let read = read.ok_or_else(|| format!("`x-pick` is {}, not {pick}", known()))?;
            self.picks.insert(path.to_owned(), read);
        }
        if let Some(list) = schema.get("x-list") {
            let name = list.as_str().ok_or_else(|| format!("`x-list` is the name of a list, not {list}"))?;
            self.lists.insert(path.to_owned(), name.to_owned());
        }
        Ok(())
    }

    /// All texts of a filled form that name somebody or an entry of a list.
    pub fn named<'f>(&self, form: &'f Json) -> Vec<Named<'f>> {
        let names = |path: &str| self.picks.contains_key(path) || self.lists.contains_key(path);
        let mut found = Vec::new();
        if !self.picks.is_empty() || !self.lists.is_empty() {
            walk(&names, form, String::new(), String::new(), &mut found);
        }
        found
    }

    /// Ends of a filled form, each with the start beside it: objects that say from
    /// when to when by times called `start` and `end`.
    pub fn windows<'f>(&self, form: &'f Json) -> Vec<(Named<'f>, &'f str)> {
        let start_of = |path: &str| {
            let before = path.strip_suffix("end").filter(|before| before.is_empty() || before.ends_with('.'));
            before.map(|before| format!("{before}start")).filter(|start| self.times.contains(start))
        };
        let mut ends = Vec::new();
        if self.times.iter().any(|path| start_of(path).is_some()) {
            let names = |path: &str| self.times.contains(path) && start_of(path).is_some();
            walk(&names, form, String::new(), String::new(), &mut ends);
        }
        let beside = |end: &Named<'f>| form.pointer(&format!("{}start", end.pointer.strip_suffix("end")?))?.as_str();
        ends.into_iter().filter_map(|end| beside(&end).map(|start| (end, start))).collect()
    }

    /// All texts of a filled form that are ids of files.
    pub fn attached<'f>(&self, form: &'f Json) -> Vec<Named<'f>> {
        if self.files.is_empty() { Vec::new() } else { texts_at(form, &|path| self.files.contains(path)) }
    }

    /// All days and times of a filled form that must be over, or still to come.
    pub fn timed<'f>(&self, form: &'f Json) -> Vec<(Named<'f>, When)> {
        let found =
            if self.whens.is_empty() { Vec::new() } else { texts_at(form, &|path| self.whens.contains_key(path)) };
        found.into_iter().filter_map(|named| self.whens.get(&named.path).map(|when| (named, *when))).collect()
    }

    /// Fields that must be filled in and hold blanks alone.
    pub fn blank<'f>(&self, form: &'f Json) -> Vec<Named<'f>> {
        let mut found = texts_at(form, &|path| self.required.contains(path));
        found.retain(|named| named.text.trim().is_empty());
        found
    }
}

fn texts_at<'f>(form: &'f Json, names: &dyn Fn(&str) -> bool) -> Vec<Named<'f>> {
    let mut found = Vec::new();
    walk(names, form, String::new(), String::new(), &mut found);
    found
}

fn walk<'f>(names: &dyn Fn(&str) -> bool, value: &'f Json, pointer: String, path: String, into: &mut Vec<Named<'f>>) {
    match value {
        Json::String(text) if names(&path) => {
            into.push(Named { pointer, path, text });
        }
        Json::Array(items) => {
            for (n, item) in items.iter().enumerate() {
                walk(names, item, format!("{pointer}/{n}"), format!("{path}[]"), into);
            }
        }
        Json::Object(fields) => {
            for (name, field) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                let escaped = name.replace('~', "~0").replace('/', "~1");
                walk(names, field, format!("{pointer}/{escaped}"), path, into);
            }
        }
        _ => {}
    }
}
#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_texts_stand_for_is_found_wherever_it_is_said() {
        let schema = json!({"properties": {
            "who": {"x-pick": "person"}, "team": {"x-pick": "group"},
            "window": {"properties": {"start": {"format": "date-time"}}},
            "from": {"type": "array", "items": {"x-list": "suppliers"}}},
            "then": {"properties": {"day": {"format": "date"}}}});
        let meaning = Meaning::of(&schema).unwrap();
        assert_eq!(meaning.times.iter().collect::<Vec<_>>(), ["day", "window.start"]);
        assert!(meaning.declared["window"].contains("start") && meaning.declared[""].contains("day"));
        assert_eq!(meaning.picks["who"], Pick::Person);
        assert_eq!(meaning.picks["team"], Pick::Group);
        let form = json!({"who": "max", "from": ["a", "b"], "note": "c"});
        let named: Vec<_> = meaning.named(&form).into_iter().map(|one| (one.pointer, one.text)).collect();
        assert_eq!(named, [("/from/0".to_owned(), "a"), ("/from/1".to_owned(), "b"), ("/who".to_owned(), "max")]);
    }

    #[test]
    fn ends_are_found_with_the_start_beside_them() {
        let window = json!({"properties": {"start": {"format": "date"}, "end": {"format": "date"}}});
        let schema = json!({"properties": {"visits": {"items": window}, "start": {"type": "string"}, "end": {"format": "date"},
            "weekend": {"format": "date"}}});
        let form = json!({"visits": [{"start": "2026-01-02", "end": "2026-01-01"}, {"end": "2026-01-01"}],
            "start": "now", "end": "2026-01-01", "weekend": "2026-01-03"});
        let meaning = Meaning::of(&schema).unwrap();
        let found: Vec<_> =
            meaning.windows(&form).into_iter().map(|(end, start)| (end.pointer, end.text, start)).collect();
        assert_eq!(found, [("/visits/0/end".to_owned(), "2026-01-01", "2026-01-02")]);
    }

    #[test]
    fn times_that_are_over_or_to_come_and_texts_that_must_be_there_are_found() {
        let schema = json!({"required": ["what"], "properties": {"what": {"type": "string"}, "more": {"type": "string"},
            "visits": {"items": {"required": ["by"], "properties": {"by": {"format": "date", "x-when": "future"}}}}},
            "allOf": [{"if": {"required": ["more"]}, "then": {"required": ["why"]}}]});
        let meaning = Meaning::of(&schema).unwrap();
        let form = json!({"what": " ", "more": " ", "why": "\t", "visits": [{"by": "2026-01-01"}]});
        let blank: Vec<_> = meaning.blank(&form).into_iter().map(|named| named.pointer).collect();
        assert_eq!(blank, ["/what", "/why"]);
        let timed: Vec<_> = meaning.timed(&form).into_iter().map(|(named, when)| (named.pointer, when)).collect();
        assert_eq!(timed, [("/visits/0/by".to_owned(), When::Future)]);
        let wrong = |field: Json| Meaning::of(&json!({"properties": {"day": field}})).unwrap_err();
        assert_eq!(
            wrong(json!({"format": "date", "x-when": "soon"})),
            "`x-when` is \"past\" or \"future\", not \"soon\""
        );
        assert!(wrong(json!({"type": "string", "x-when": "past"})).contains("\"date-time\""));
    }

    #[test]
    fn what_nobody_can_be_picked_from_is_a_fault() {
        let wrong = Meaning::of(&json!({"properties": {"who": {"x-pick": "persn"}}})).unwrap_err();
        assert_eq!(wrong, "`x-pick` is \"person\" or \"group\", not \"persn\"");
    }
}
