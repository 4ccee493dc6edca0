//! An item as a unit: all files that make it, in one versioned document, to be
//! taken from one desk and given to another. What it needs of the desk besides
//! (plugins, groups, service levels) is named, not carried. Pure: files in,
//! files out; who reads and writes folders is the command line.

mod import;

pub use import::{Import, clone, import};

use super::content::Files;
use super::world::Content;
use crate::model::text::did_you_mean;
use crate::workflow::Needs;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};

/// The format that this build writes, and the only one it reads.
pub const FORMAT: u32 = 1;

/// One item with all that makes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bundle {
    /// How this document is to be read.
    pub format: u32,
    /// The version of maitred that wrote it.
    pub maitred: String,
    /// The item's name.
    pub item: String,
    /// Texts by path in the content folder; of translations only what the item shows.
    pub files: Files,
    /// What it needs besides.
    pub requires: Requires,
}

/// What an item needs of the desk that it comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requires {
    /// Plugins with the version that it was written against.
    #[serde(default)]
    pub plugins: BTreeMap<String, String>,
    /// Groups that it asks.
    #[serde(default)]
    pub groups: BTreeSet<String>,
    /// Service levels.
    #[serde(default)]
    pub slas: BTreeSet<String>,
    /// Items that it opens tickets of.
    #[serde(default)]
    pub items: BTreeSet<String>,
}

/// Takes an item out of the content.
///
/// # Errors
/// In words, where there is no such item.
pub fn export(files: &Files, content: &Content, name: &str) -> Result<Bundle, String> {
    let item = content.items.get(name).ok_or_else(|| unknown(content, name))?;
    let program = content.workflows.get(item.workflow());
    let needs = program.map(|program| program.needs()).unwrap_or_default();
    let mut paths = BTreeSet::from([format!("schemas/{name}.json"), format!("workflows/{}.rhai", item.workflow())]);
    paths.insert(format!("workflows/tests/{name}.rhai"));
    paths.extend(needs.libraries.iter().map(|library| format!("workflows/lib/{library}.rhai")));
    paths.extend(needs.forms.iter().map(|form| format!("schemas/forms/{form}.json")));
    paths.extend(needs.lists.iter().map(|list| format!("schemas/lists/{list}.csv")));
    referred(files, &mut paths);
    let own = |path: String| Some((path.clone(), files.get(&path)?.clone()));
    let mut taken: Files = paths.into_iter().filter_map(own).collect();
    taken.extend(translations(files, content, name));
    let requires = requires(content, name, &needs);
    let maitred = env!("CARGO_PKG_VERSION").to_owned();
    Ok(Bundle { format: FORMAT, maitred, item: name.to_owned(), files: taken, requires })
}

fn unknown(content: &Content, name: &str) -> String {
    let near = did_you_mean(name, content.items.keys().map(String::as_str));
    let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    format!("there is no item `{name}`{hint}")
}

/// Shared definitions and lists that the schemas among these paths refer to,
/// directly or not.
fn referred(files: &Files, paths: &mut BTreeSet<String>) {
    let mut left: Vec<String> = paths.iter().cloned().collect();
    while let Some(path) = left.pop() {
        let text = files.get(&path).filter(|_| path.ends_with(".json"));
        let Some(schema) = text.and_then(|text| serde_json::from_str::<Json>(text).ok()) else { continue };
        let mut found = BTreeSet::new();
        references(&schema, &mut found);
        left.extend(
            found.into_iter().filter(|path| files.contains_key(path)).filter(|path| paths.insert(path.clone())),
        );
    }
}

fn references(schema: &Json, into: &mut BTreeSet<String>) {
    match schema {
        Json::Object(fields) => {
            for (key, value) in fields {
                match (key.as_str(), value.as_str()) {
                    ("$ref", Some(reference)) => {
                        let file = reference.split('#').next().and_then(|path| path.rsplit('/').next());
                        into.extend(file.map(|file| format!("schemas/common/{file}")));
                    }
                    ("x-list", Some(list)) => drop(into.insert(format!("schemas/lists/{list}.csv"))),
                    _ => references(value, into),
                }
            }
        }
        Json::Array(items) => items.iter().for_each(|item| references(item, into)),
        _ => {}
    }
}

/// The part of each language's texts that the item shows.
fn translations(files: &Files, content: &Content, name: &str) -> Files {
    let shown = super::translations::shown_by(files, content, name);
    let texts = files.iter().filter(|(path, _)| super::translations::language_of(path).is_some());
    texts
        .filter_map(|(path, text)| {
            let all: BTreeMap<String, String> = serde_json::from_str(text).ok()?;
            let own: BTreeMap<String, String> = all.into_iter().filter(|(key, _)| shown.contains(key)).collect();
            let text = serde_json::to_string_pretty(&own).ok()?;
            (!own.is_empty()).then(|| (path.clone(), text + "\n"))
        })
        .collect()
}

fn requires(content: &Content, name: &str, needs: &Needs) -> Requires {
    let manifests: Vec<_> = content.plugins.manifests().collect();
    let of_module = |module: &String| manifests.iter().find(|manifest| manifest.provides.contains(module));
    let plugins = needs.plugins.iter().filter_map(of_module);
    let meta = content.items.get(name).map(|item| &item.meta);
    let named = meta.into_iter().flat_map(|meta| {
        let audiences = meta.available_to.iter().chain(&meta.not_available_to).flat_map(|audience| &audience.groups);
        meta.group.iter().chain(&meta.restricted_to).chain(audiences).filter(|group| *group != "*")
    });
    Requires {
        plugins: plugins.map(|manifest| (manifest.name.clone(), manifest.version.clone())).collect(),
        groups: needs.groups.iter().chain(named).cloned().collect(),
        slas: needs.slas.clone(),
        items: needs.items.clone(),
    }
}
