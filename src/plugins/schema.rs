//! Schemas of a plugin: what a function takes and gives, and what an
//! installation may set. JSON Schema 2020-12, compiled once; formats are
//! asserted, patterns run on the linear engine, references reach files of the
//! same plugin and nothing else.

use crate::model::problem::Fault;
use jsonschema::{Draft, PatternOptions, Retrieve, Uri, ValidationError, Validator};
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;
use std::fmt;

/// Where the files of a plugin lie as URIs, so that `$ref` can name a neighbour.
const BASE: &str = "plugin:///";
/// How many errors are told of one value.
const MOST_ERRORS: usize = 5;

/// One compiled schema.
pub struct Schema {
    json: Json,
    validator: Validator,
}

impl fmt::Debug for Schema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Schema({})", self.json)
    }
}

/// Looks references up among the plugin's own files.
struct OwnFiles(BTreeMap<String, String>);

impl Retrieve for OwnFiles {
    fn retrieve(&self, uri: &Uri<String>) -> Result<Json, Box<dyn std::error::Error + Send + Sync>> {
        let path = uri.as_str().strip_prefix(BASE).ok_or("a schema refers only to files of its own plugin")?;
        let text = self.0.get(path).ok_or_else(|| format!("there is no file `{path}` in the plugin"))?;
        Ok(serde_json::from_str(text)?)
    }
}

impl Schema {
    /// Compiles the schema `path` of the plugin whose files are `files`
    /// (relative paths); `shown` is the file's name in the content folder.
    ///
    /// # Errors
    /// The file is missing, is no JSON, or no schema.
    pub fn compile(files: &BTreeMap<String, String>, path: &str, shown: &str) -> Result<Schema, Fault> {
        let text = files.get(path).ok_or_else(|| Fault::of_file(shown, "missing_file", "there is no such file"))?;
        let json: Json = serde_json::from_str(text).map_err(|error| {
            let at = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            Fault::of_file(shown, "syntax", format!("no JSON: {error}")).at(at(error.line()), at(error.column()))
        })?;
        let validator = jsonschema::options()
            .with_draft(Draft::Draft202012)
            .with_base_uri(format!("{BASE}{path}"))
            .with_retriever(OwnFiles(files.clone()))
            .should_validate_formats(true)
            .should_ignore_unknown_formats(false)
            .with_pattern_options(PatternOptions::regex())
            .build(&json)
            .map_err(|error| Fault::of_file(shown, "schema", format!("{error} (at `{}`)", error.instance_path())))?;
        Ok(Schema { json, validator })
    }

    /// The schema as published.
    pub fn json(&self) -> &Json {
        &self.json
    }

    /// Checks a value.
    ///
    /// # Errors
    /// What is wrong, in one line without the value itself, which may be secret.
    pub fn check(&self, value: &Json) -> Result<(), String> {
        let found: Vec<String> =
            self.validator.iter_errors(value).take(MOST_ERRORS).map(|error| masked(&error)).collect();
        if found.is_empty() { Ok(()) } else { Err(found.join("; ")) }
    }

    /// The names of the top-level properties.
    pub fn properties(&self) -> Vec<String> {
        let properties = self.json.get("properties").and_then(Json::as_object);
        properties.into_iter().flatten().map(|(name, _)| name.clone()).collect()
    }

    /// The `default`s of the top-level properties.
    pub fn defaults(&self) -> Map<String, Json> {
        let properties = self.json.get("properties").and_then(Json::as_object);
        let with_default = |(name, schema): (&String, &Json)| Some((name.clone(), schema.get("default")?.clone()));
        properties.into_iter().flatten().filter_map(with_default).collect()
    }
}

fn masked(error: &ValidationError<'_>) -> String {
    let at = error.instance_path().as_str();
    let at = if at.is_empty() { "/" } else { at };
    format!("`{at}`: {}", error.masked())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn compile(schema: &Json) -> Result<Schema, Fault> {
        let common = json!({ "$defs": { "tag": { "type": "string", "pattern": "^LT-[0-9]{6}$" } } });
        let files = BTreeMap::from([
            ("schemas/a.json".to_owned(), schema.to_string()),
            ("schemas/common.json".to_owned(), common.to_string()),
        ]);
        Schema::compile(&files, "schemas/a.json", "plugins/asset/schemas/a.json")
    }

    #[test]
    fn a_value_that_breaks_its_schema_is_told_without_the_value() {
        let schema = compile(&json!({ "properties": { "word": { "type": "string", "maxLength": 3 } } })).unwrap();
        assert_eq!(schema.check(&json!({ "word": "abc" })), Ok(()));
        let told = schema.check(&json!({ "word": "hunter2" })).unwrap_err();
        assert!(told.contains("/word") && !told.contains("hunter2"), "{told}");
    }

    #[test]
    fn formats_are_asserted_and_files_of_the_plugin_may_be_named() {
        let schema = compile(&json!({ "properties": {
            "day": { "type": "string", "format": "date" }, "tag": { "$ref": "common.json#/$defs/tag" } } }))
        .unwrap();
        assert!(schema.check(&json!({ "day": "tomorrow" })).is_err());
        assert!(schema.check(&json!({ "tag": "LT-1" })).is_err());
        assert_eq!(schema.check(&json!({ "day": "2026-01-05", "tag": "LT-000001" })), Ok(()));
    }

    #[test]
    fn nothing_outside_the_plugin_is_fetched() {
        for reference in ["https://example.org/x.json", "../../secrets.json", "file:///etc/passwd"] {
            let fault = compile(&json!({ "$ref": reference })).unwrap_err();
            assert_eq!(fault.code, "schema", "{reference}");
        }
    }

    #[test]
    fn a_pattern_that_only_backtracking_could_run_is_a_fault() {
        assert!(compile(&json!({ "type": "string", "pattern": "(?=a)b" })).is_err());
        assert!(compile(&json!({ "type": "strin" })).is_err());
    }

    #[test]
    fn broken_json_is_named_with_its_place() {
        let files = BTreeMap::from([("a.json".to_owned(), "{\n  \"type\": \n}".to_owned())]);
        let fault = Schema::compile(&files, "a.json", "plugins/asset/a.json").unwrap_err();
        assert_eq!((fault.line, fault.code.as_str()), (3, "syntax"));
    }
}
