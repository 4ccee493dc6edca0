//! `[publishing]`: whether a release wants a second pair of eyes, and whether a
//! content folder still publishes.

use super::FILE;
use super::build::Faults;
use super::schema::CategoryName;
use schemars::JsonSchema;
use serde::Deserialize;

/// How content is published.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishingFile {
    /// Whether somebody else must approve a release through the API.
    #[serde(default)]
    pub four_eyes: bool,
    /// Only of these paths; `workflows/lib/*` is all that begin so.
    #[serde(default)]
    pub paths: Vec<String>,
    /// Only of items of these categories.
    #[serde(default)]
    #[schemars(with = "Vec<CategoryName>")]
    pub categories: Vec<String>,
    /// What becomes of a content folder's changes.
    #[serde(default)]
    #[schemars(extend("default" = "publishes"))]
    pub folder: Folder,
}

/// What becomes of a content folder's changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Folder {
    /// They are published.
    #[default]
    Publishes,
    /// They are passed over, and named in the log.
    Refused,
}

/// How content is published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publishing {
    /// Whether somebody else must approve a release through the API.
    pub four_eyes: bool,
    /// Only of these paths; `workflows/lib/*` is all that begin so.
    pub paths: Vec<String>,
    /// Only of items of these categories.
    pub categories: Vec<String>,
    /// What becomes of a content folder's changes.
    pub folder: Folder,
}

impl Publishing {
    /// The rules of the file.
    pub(super) fn of(file: PublishingFile, faults: &mut Faults<'_>) -> Self {
        let PublishingFile { four_eyes, paths, categories, folder } = file;
        if !(four_eyes || paths.is_empty() && categories.is_empty()) {
            faults.add(
                "publishing",
                "[publishing] `paths` and `categories` narrow `four_eyes = true`, which is not said",
            );
        }
        for path in paths.iter().filter(|path| !path.starts_with("workflows/") && !path.starts_with("schemas/")) {
            faults.add(path, format!("`{path}` is no path of the content: workflows/… or schemas/…"));
        }
        Self { four_eyes, paths, categories, folder }
    }

    /// Whether a changed file wants a second pair of eyes; `categories` are those
    /// of the items that it belongs to. The policy itself always does: else
    /// somebody could switch this off alone.
    pub fn wants_four_eyes(&self, path: &str, categories: &[&str]) -> bool {
        let named = |rule: &String| match rule.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => path == rule,
        };
        let everything = self.paths.is_empty() && self.categories.is_empty();
        let of_category = || categories.iter().any(|category| self.categories.iter().any(|wanted| wanted == category));
        self.four_eyes && (everything || path == FILE || self.paths.iter().any(named) || of_category())
    }
}
