//! Items brought into a content folder: what a bundle adds to it, and a copy of
//! an item under another name. Decided as a whole before anything is written.

use super::{Bundle, FORMAT, unknown};
use crate::desk::content::{Files, belongs};
use crate::desk::translations::language_of;
use crate::desk::world::Content;
use std::collections::BTreeMap;

/// What an import comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// Files to write, by path.
    pub write: Files,
    /// Files that are there already, the same.
    pub same: Vec<String>,
    /// What is to be known: plugins of another version.
    pub notes: Vec<String>,
}

/// Reads a bundle.
///
/// # Errors
/// In words, where it is none, of another format, or names paths that no item has.
pub fn read(text: &str) -> Result<Bundle, String> {
    #[derive(serde::Deserialize)]
    struct Head {
        format: Option<u32>,
    }
    let head: Head = serde_json::from_str(text).map_err(|error| format!("this is no item: {error}"))?;
    match head.format {
        Some(FORMAT) => {}
        Some(format) => return Err(format!("format {format} is not known here: this maitred reads format {FORMAT}")),
        None => return Err("this is no item: it has no `format`".to_owned()),
    }
    let bundle: Bundle = serde_json::from_str(text).map_err(|error| format!("this is no item: {error}"))?;
    match bundle.files.keys().find(|path| !is_of_item(path)) {
        Some(path) => Err(format!("`{path}` is no path of an item")),
        None if !bundle.files.contains_key(&format!("schemas/{}.json", bundle.item)) => {
            Err(format!("the schema of `{}` is missing", bundle.item))
        }
        None => Ok(bundle),
    }
}

/// Whether a file may be part of an item: never outside of the folder, never a
/// plugin, a job or the policy.
fn is_of_item(path: &str) -> bool {
    let plain = |part: &str| {
        !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':']) && !part.chars().any(char::is_control)
    };
    let parts: Vec<&str> = path.split('/').collect();
    let folders = match parts.as_slice() {
        ["workflows", name] => name.ends_with(".rhai"),
        ["workflows", "lib" | "tests", name] => name.ends_with(".rhai"),
        ["schemas", name] => name.ends_with(".json"),
        ["schemas", "forms" | "common" | "texts", name] => name.ends_with(".json"),
        ["schemas", "lists", name] => name.ends_with(".csv"),
        _ => false,
    };
    folders && belongs(path) && parts.iter().all(|part| plain(part))
}

/// What a bundle's text adds to the files of a folder.
///
/// # Errors
/// In words: what `read` refuses, and files that are there and differ, unless
/// they are to be replaced.
pub fn import(text: &str, there: &Files, content: Option<&Content>, replace: bool) -> Result<(Bundle, Import), String> {
    let bundle = read(text)?;
    let mut import = Import::default();
    let mut differing = Vec::new();
    for (path, text) in &bundle.files {
        let merged = match (there.get(path), language_of(path)) {
            (Some(old), Some(_)) => merged(path, old, text, replace, &mut differing)?,
            _ => text.clone(),
        };
        match there.get(path) {
            Some(old) if *old == merged => import.same.push(path.clone()),
            Some(_) if language_of(path).is_none() && !replace => differing.push(path.clone()),
            _ => drop(import.write.insert(path.clone(), merged)),
        }
    }
    if !differing.is_empty() {
        return Err(format!("there already, and different (--replace takes them over): {}", differing.join(", ")));
    }
    if let Some(content) = content {
        for manifest in content.plugins.manifests() {
            let wanted = bundle.requires.plugins.get(&manifest.name).filter(|wanted| **wanted != manifest.version);
            let note = |wanted| format!("the plugin {} is {} here, {wanted} there", manifest.name, manifest.version);
            import.notes.extend(wanted.map(note));
        }
    }
    Ok((bundle, import))
}

/// Texts of one language with those of the bundle.
fn merged(path: &str, old: &str, new: &str, replace: bool, differing: &mut Vec<String>) -> Result<String, String> {
    let read = |text: &str| serde_json::from_str::<BTreeMap<String, String>>(text);
    let no_texts = |error: serde_json::Error| format!("{path}: {error}");
    let (mut texts, new) = (read(old).map_err(no_texts)?, read(new).map_err(no_texts)?);
    let before = texts.clone();
    for (key, said) in new {
        match texts.get(&key) {
            Some(known) if *known != said && !replace => differing.push(format!("{path} (“{key}”)")),
            _ => drop(texts.insert(key, said)),
        }
    }
    if texts == before {
        return Ok(old.to_owned());
    }
    serde_json::to_string_pretty(&texts).map(|text| text + "\n").map_err(no_texts)
}

/// The files of a copy of an item under another name.
///
/// # Errors
/// In words, where there is no such item, or one of the new name.
pub fn clone(files: &Files, content: &Content, name: &str, new: &str, title: &str) -> Result<Files, String> {
    let item = content.items.get(name).ok_or_else(|| unknown(content, name))?;
    let mut made = Files::new();
    let mut add = |from: String, to: String, change: &dyn Fn(&str) -> String| {
        if let Some(text) = files.get(&from) {
            made.insert(to, change(text));
        }
    };
    let titled = |text: &str| titled(text, &item.title, title);
    add(format!("schemas/{name}.json"), format!("schemas/{new}.json"), &titled);
    // An item that shares its workflow goes on sharing it.
    if item.workflow() == name {
        add(format!("workflows/{name}.rhai"), format!("workflows/{new}.rhai"), &str::to_owned);
    }
    let renamed = |text: &str| text.replace(&format!("item: \"{name}\""), &format!("item: \"{new}\""));
    add(format!("workflows/tests/{name}.rhai"), format!("workflows/tests/{new}.rhai"), &renamed);
    match made.keys().find(|path| files.contains_key(*path)) {
        Some(path) => Err(format!("{path} exists already")),
        None => Ok(made),
    }
}

/// A schema's text with another title, all else as its author wrote it.
fn titled(text: &str, old: &str, new: &str) -> String {
    let quoted = |title: &str| serde_json::to_string(title).unwrap_or_default();
    let (old, new) = (quoted(old), quoted(new));
    let is_title = |at: &usize| {
        let before = text.get(..*at).unwrap_or_default().trim_end();
        before.strip_suffix(':').is_some_and(|before| before.trim_end().ends_with("\"title\""))
    };
    let at = text.match_indices(&old).map(|(at, _)| at).find(is_title);
    match at.and_then(|at| Some((text.get(..at)?, text.get(at + old.len()..)?))) {
        Some((before, after)) => format!("{before}{new}{after}"),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value as Json, json};

    fn bundle(files: Json) -> String {
        json!({"format": 1, "maitred": "0.1.0", "item": "yacht", "files": files, "requires": {}}).to_string()
    }

    #[test]
    fn only_what_an_item_is_made_of_is_taken() {
        for path in [
            "../x.rhai",
            "/etc/x.json",
            "workflows/../x.rhai",
            "workflows/policy.toml",
            "workflows/jobs/x.rhai",
            "plugins/x/main.rhai",
            "schemas/.x.json",
            "schemas/lib/x.json",
            "schemas/x.rhai",
            "workflows\\x.rhai",
            "x.json",
            "workflows/lib/a/b.rhai",
            "schemas/lists/x.json",
            "C:/x.json",
        ] {
            let told = import(&bundle(json!({"schemas/yacht.json": "{}", path: "x"})), &Files::new(), None, true);
            assert_eq!(told.unwrap_err(), format!("`{path}` is no path of an item"));
        }
    }

    #[test]
    fn another_format_is_not_guessed_at() {
        let told = |text: &str| read(text).unwrap_err();
        assert_eq!(told(r#"{"format": 2, "new": true}"#), "format 2 is not known here: this maitred reads format 1");
        assert_eq!(told("{}"), "this is no item: it has no `format`");
        assert!(told("PK\u{3}").starts_with("this is no item: "));
        assert_eq!(told(&bundle(json!({}))), "the schema of `yacht` is missing");
        assert!(told(r#"{"format": 1, "item": "yacht", "colour": 1}"#).contains("unknown field `colour`"));
    }

    #[test]
    fn only_the_title_of_a_copy_is_another() {
        let text = r#"{ "x-catalog": { "keywords": ["Boat"] }, "title" : "Boat", "description": "Boat" }"#;
        let expected = text.replace("\"title\" : \"Boat\"", "\"title\" : \"Big \\\"boat\\\"\"");
        assert_eq!(titled(text, "Boat", "Big \"boat\""), expected);
        assert_eq!(titled(text, "Ship", "Big boat"), text);
    }

    #[test]
    fn texts_of_a_language_are_joined() {
        let there = Files::from([("schemas/texts/ru.json".to_owned(), "{\"Laptop\": \"Ноутбук\"}".to_owned())]);
        let wish =
            |texts: Json| bundle(json!({"schemas/yacht.json": "{}", "schemas/texts/ru.json": texts.to_string()}));
        let (_, done) = import(&wish(json!({"Yacht": "Яхта"})), &there, None, false).unwrap();
        let joined: Json = serde_json::from_str(&done.write["schemas/texts/ru.json"]).unwrap();
        assert_eq!(joined, json!({"Laptop": "Ноутбук", "Yacht": "Яхта"}));
        let told = import(&wish(json!({"Laptop": "Лэптоп"})), &there, None, false).unwrap_err();
        assert_eq!(told, "there already, and different (--replace takes them over): schemas/texts/ru.json (“Laptop”)");
        let (_, done) = import(&wish(json!({"Laptop": "Лэптоп"})), &there, None, true).unwrap();
        assert!(done.write["schemas/texts/ru.json"].contains("Лэптоп"));
        let (_, done) = import(&wish(json!({"Laptop": "Ноутбук"})), &there, None, false).unwrap();
        assert_eq!(done.same, ["schemas/texts/ru.json"]);
    }
}
