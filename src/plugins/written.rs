//! `plugin.toml` as its author wrote it: which keys there are, and where each
//! stands. What they mean, and what is wrong with it, is read in `manifest`.

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;
use toml::Spanned;

/// The manifest as written. Everything that a check may complain of keeps its place.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    pub(super) name: Spanned<String>,
    pub(super) version: Spanned<String>,
    pub(super) contract: Spanned<u32>,
    pub(super) runtime: Option<Spanned<String>>,
    pub(super) url: Option<Spanned<String>>,
    pub(super) provides: Option<Vec<Spanned<String>>>,
    #[serde(default)]
    pub(super) events: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) hosts: Vec<Spanned<WrittenHost>>,
    #[serde(default)]
    pub(super) secrets: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) functions: BTreeMap<Spanned<String>, WrittenFunction>,
    pub(super) settings: Option<WrittenSettings>,
    pub(super) web: Option<WrittenWeb>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenFunction {
    pub(super) input: Option<Spanned<String>>,
    pub(super) output: Option<Spanned<String>>,
    pub(super) sample: Option<Spanned<String>>,
    pub(super) undo: Option<Spanned<String>>,
    pub(super) time_limit: Option<Spanned<String>>,
    pub(super) attempts: Option<Spanned<u32>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenSettings {
    pub(super) schema: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenWeb {
    pub(super) root: Spanned<String>,
}

/// `"https://…"`, `{ url = "…", private = true }` or `{ setting = "…", private = true }`.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HostTable {
    pub(super) url: Option<String>,
    pub(super) setting: Option<String>,
    #[serde(default)]
    pub(super) private: bool,
}

pub(super) struct WrittenHost(pub(super) HostTable);

impl<'de> Deserialize<'de> for WrittenHost {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextOrTable;
        impl<'de> Visitor<'de> for TextOrTable {
            type Value = WrittenHost;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a URL, or a table with `url` or `setting`, and `private`")
            }
            fn visit_str<E: serde::de::Error>(self, url: &str) -> Result<WrittenHost, E> {
                Ok(WrittenHost(HostTable { url: Some(url.to_owned()), ..HostTable::default() }))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<WrittenHost, A::Error> {
                HostTable::deserialize(MapAccessDeserializer::new(map)).map(WrittenHost)
            }
        }
        deserializer.deserialize_any(TextOrTable)
    }
}
