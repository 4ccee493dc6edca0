//! Settings: defaults, then `maitred.toml`, then the environment, then flags. The
//! only place that reads settings from files and the environment; everything
//! else gets values. A wrong setting is named with its place.
//!
//! What can be set is one table in `entries`; from layers of text to values is
//! here; where the layers come from is in `sources`.

mod entries;
mod sources;

pub use sources::Flag;

use super::arguments::OfDatabase;
use crate::blobs::{BlobError, Blobs};
use crate::desk::attachments::{Files, LARGEST, PROGRAMS};
use crate::model::outgoing::{Mode, Outgoing};
use crate::model::text::did_you_mean;
use crate::plugins::Installation;
use crate::{desk, http};
use entries::ENTRIES;
use serde_json::{Map, Value as Json};
use sources::{Layer, Sources};
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use url::Url;

/// Everything that can be set.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `sqlite://PATH` or `postgres://…`.
    pub database: String,
    /// The folder that holds `workflows/`, `schemas/`, `plugins/`.
    pub content: PathBuf,
    /// Whether an empty desk gets its demo people.
    pub demo: bool,
    /// The HTTP side.
    pub http: http::Options,
    /// The desk's threads and queues.
    pub desk: DeskSettings,
    /// Files that people send up.
    pub attachments: AttachmentSettings,
    /// Whether messages and calls leave.
    pub outgoing: OutgoingSettings,
    /// Logs.
    pub log: LogSettings,
    /// Settings of plugins by name: `[plugins.NAME]`.
    pub plugins: BTreeMap<String, Map<String, Json>>,
    /// Where they stand: the file, and each plugin's line.
    pub plugins_said: (String, BTreeMap<String, u32>),
    /// Secrets of plugins by name.
    pub secrets: Secrets,
}

/// Values of secrets; never shown.
#[derive(Clone, Default)]
pub struct Secrets(BTreeMap<String, String>);

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

/// The desk's threads and queues; 0 threads is one per core.
#[derive(Clone, Copy, Debug)]
pub struct DeskSettings {
    /// Threads that decide.
    pub workers: usize,
    /// Threads that read for people.
    pub viewers: usize,
    /// Commands that may wait.
    pub queue: usize,
    /// Tickets of one export.
    pub export_rows: usize,
}

/// Where files lie, and which are taken.
#[derive(Clone, Debug)]
pub struct AttachmentSettings {
    /// A folder, or `s3://BUCKET/PREFIX`.
    pub place: String,
    /// MiB of one file.
    pub largest: u64,
    /// Extensions that are refused.
    pub refuse: Vec<String>,
    /// The bucket's region.
    pub region: Option<String>,
    /// Where the bucket is, if not at Amazon's.
    pub endpoint: Option<Url>,
}

impl Default for AttachmentSettings {
    fn default() -> Self {
        Self {
            place: "data/attachments".to_owned(),
            largest: LARGEST / (1024 * 1024),
            refuse: PROGRAMS.split(',').map(str::to_owned).collect(),
            region: None,
            endpoint: None,
        }
    }
}

/// Whether messages and calls leave; said here, it comes before the policy.
#[derive(Clone, Debug, Default)]
pub struct OutgoingSettings {
    /// Whether they do; the policy says it where nothing is said here.
    pub mode: Option<Mode>,
    /// Who gets all messages.
    pub redirect_to: Option<String>,
    /// Where all calls go.
    pub calls_to: Option<String>,
}

/// How logs are written.
#[derive(Clone, Debug)]
pub struct LogSettings {
    /// Text or JSON.
    pub format: LogFormat,
    /// What is logged, `info`, `info,maitred::access=warn`.
    pub filter: String,
}

/// Text for people, JSON for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// Lines for people.
    Text,
    /// One JSON object per line.
    Json,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            database: "sqlite://data/maitred.db".to_owned(),
            content: PathBuf::from("."),
            demo: false,
            http: http::Options::default(),
            desk: DeskSettings { workers: 0, viewers: 0, queue: 4_096, export_rows: 100_000 },
            attachments: AttachmentSettings::default(),
            outgoing: OutgoingSettings::default(),
            log: LogSettings { format: LogFormat::Text, filter: "info,actix_server=warn".to_owned() },
            plugins: BTreeMap::new(),
            plugins_said: Installation::default().settings_said,
            secrets: Secrets::default(),
        }
    }
}

/// Where a setting was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a file, at line and column (from 1).
    File {
        /// The file as it was named.
        file: String,
        /// Line.
        line: usize,
        /// Column.
        column: usize,
    },
    /// In the environment.
    Environment(String),
    /// On the command line.
    Flag(&'static str),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::File { file, line: 0, .. } => f.write_str(file),
            Place::File { file, line, column } => write!(f, "{file}:{line}:{column}"),
            Place::Environment(name) => write!(f, "environment variable {name}"),
            Place::Flag(name) => f.write_str(name),
        }
    }
}

/// A setting that cannot be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {message}")]
pub struct SettingError {
    /// Where it was said.
    pub place: Place,
    /// What is wrong.
    pub message: String,
}

impl SettingError {
    fn new(place: Place, message: impl Into<String>) -> Self {
        Self { place, message: message.into() }
    }
}

impl Settings {
    /// Settings of a command that wants a database.
    ///
    /// # Errors
    /// The first wrong setting, with its place.
    pub fn of(at: &OfDatabase, flags: impl IntoIterator<Item = Option<Flag>>) -> Result<Self, SettingError> {
        let database = Flag::text("database", "--database", at.database.as_ref());
        Self::read(at.config.as_deref(), flags.into_iter().chain([database]))
    }

    /// Settings from the file, the environment and these flags.
    ///
    /// # Errors
    /// The first wrong setting, with its place.
    pub fn read(config: Option<&Path>, flags: impl IntoIterator<Item = Option<Flag>>) -> Result<Self, SettingError> {
        Self::from_sources(&Sources::of_machine(config, flags.into_iter().flatten().collect())?)
    }

    fn from_sources(sources: &Sources) -> Result<Self, SettingError> {
        let mut settings = Self::default();
        let mut places = BTreeMap::new();
        for Layer { key, text, place } in sources.layers()? {
            let Some(entry) = ENTRIES.iter().find(|entry| entry.key == key) else {
                return Err(SettingError::new(place, unknown(&key)));
            };
            if (entry.set)(&mut settings, &text).is_none() {
                let said = if entry.secret { "the value".to_owned() } else { format!("`{text}`") };
                return Err(SettingError::new(place, format!("`{key}`: {said} is not {}", entry.wants)));
            }
            places.insert(entry.key, place);
        }
        settings.plugins = sources.plugins()?;
        if let Some(said) = sources.plugin_lines() {
            settings.plugins_said = said;
        }
        settings.secrets = Secrets(sources.secrets()?);
        settings.only_here(&places)?;
        settings.somewhere(&places)?;
        Ok(settings)
    }

    /// The demo desk's passwords are known to everybody: it must not be reachable.
    fn only_here(&self, places: &BTreeMap<&'static str, Place>) -> Result<(), SettingError> {
        let listen = self.http.listen;
        if !self.demo || listen.ip().is_loopback() {
            return Ok(());
        }
        let place = places.get("listen").or(places.get("demo")).cloned().unwrap_or(Place::Flag("--demo"));
        let message = format!(
            "the demo desk is refused on {listen}: everybody's password is their name, and others can reach this address; listen on 127.0.0.1"
        );
        Err(SettingError::new(place, message))
    }

    /// What is redirected must go to somebody, and to nobody where it is not.
    fn somewhere(&self, places: &BTreeMap<&'static str, Place>) -> Result<(), SettingError> {
        let OutgoingSettings { mode, redirect_to, calls_to } = &self.outgoing;
        let wrong = |key: &str, message: &str| {
            let place = places.get(key).cloned().unwrap_or(Place::Environment(String::new()));
            Err(SettingError::new(place, message))
        };
        match mode {
            Some(Mode::Redirect) if redirect_to.is_none() => {
                wrong("outgoing.mode", "`redirect` wants `outgoing.redirect_to`: the username of who gets all messages")
            }
            Some(Mode::Redirect) => Ok(()),
            _ if redirect_to.is_some() => {
                wrong("outgoing.redirect_to", "nothing is redirected without `outgoing.mode = \"redirect\"`")
            }
            _ if calls_to.is_some() => {
                wrong("outgoing.calls_to", "nothing is redirected without `outgoing.mode = \"redirect\"`")
            }
            _ => Ok(()),
        }
    }

    /// What the machine says of what leaves. From a demo desk nothing does, where
    /// nobody says that it shall.
    fn leaving(&self) -> Option<Outgoing> {
        let OutgoingSettings { mode, redirect_to, calls_to } = self.outgoing.clone();
        let mode = mode.or_else(|| self.demo.then_some(Mode::Capture))?;
        Some(Outgoing { mode, redirect_to, calls_to, ..Outgoing::default() })
    }

    /// What the installation gives its plugins.
    pub fn installation(&self) -> Installation {
        Installation {
            settings: self.plugins.clone(),
            settings_said: self.plugins_said.clone(),
            secrets: Arc::new(self.secrets.0.clone()),
            leaving: self.leaving(),
            ..Installation::default()
        }
    }

    /// The desk's options.
    pub fn desk_options(&self) -> desk::Options {
        desk::Options {
            workers: self.desk.workers,
            viewers: self.desk.viewers,
            queue: self.desk.queue,
            export_rows: self.desk.export_rows,
            installation: self.installation(),
            files: Files::default(),
            check_jobs: crate::scheduler::check,
            jobs: crate::scheduler::hands(),
        }
    }

    /// Where files lie. Keys of a bucket are secrets: `AWS_ACCESS_KEY_ID`,
    /// `AWS_SECRET_ACCESS_KEY`.
    ///
    /// # Errors
    /// Where the place cannot be used.
    pub fn files(&self) -> Result<Files, BlobError> {
        let AttachmentSettings { place, largest, refuse, region, endpoint } = &self.attachments;
        let mut options: Vec<(String, String)> = Vec::new();
        let keys = self.secrets.0.iter().filter(|(name, _)| name.starts_with("AWS_"));
        options.extend(keys.map(|(name, value)| (name.clone(), value.clone())));
        options.extend(region.iter().map(|region| ("AWS_REGION".to_owned(), region.clone())));
        if let Some(endpoint) = endpoint {
            options.push(("AWS_ENDPOINT".to_owned(), endpoint.as_str().trim_end_matches('/').to_owned()));
            options.push(("AWS_ALLOW_HTTP".to_owned(), (endpoint.scheme() == "http").to_string()));
        }
        let blobs = Blobs::at(place, &options)?;
        Ok(Files { blobs, largest: largest * 1024 * 1024, refused: Arc::new(refuse.clone()), ..Files::default() })
    }
}

fn unknown(key: &str) -> String {
    let hint = did_you_mean(key, ENTRIES.iter().map(|entry| entry.key));
    let hint = hint.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    format!("there is no setting `{key}`{hint}")
}

#[cfg(test)]
mod tests;
