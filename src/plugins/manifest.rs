//! `plugin.toml`: what a plugin is, offers and needs. Reading it and saying
//! what is wrong with it, with line and column, lives here; schemas are compiled
//! in `schema`, hosts are guarded in `guard`, pages are read in `web_root`, nothing
//! is called.

use super::guard::Origin;
use super::written::{HostTable, Written, WrittenFunction, WrittenHost};
use crate::model::problem::Fault;
use crate::model::text::did_you_mean;
use std::collections::BTreeMap;
use std::ops::Range;
use std::time::Duration;
use toml::Spanned;
use url::Url;

/// The version of the contract between the desk and a plugin that this build speaks.
pub const CONTRACT: u32 = 1;
/// The longest that one call may take.
const LONGEST_CALL: Duration = Duration::from_secs(300);
/// How long a call may take when the manifest does not say.
const USUAL_CALL: Duration = Duration::from_secs(10);
/// How often a call is tried when the manifest does not say.
const USUAL_ATTEMPTS: u32 = 8;

/// How a plugin is run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Runtime {
    /// `main.rhai` beside the manifest.
    Script,
    /// A service in any language: `POST url/FUNCTION`.
    Http(Url),
    /// Nothing is run: it has pages and no functions.
    Pages,
}

/// A place that outgoing calls may go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Host {
    /// Scheme, host and port, as declared.
    Fixed {
        /// Exactly this.
        origin: Origin,
        /// Whether it may lie at a loopback or private address.
        private: bool,
    },
    /// The origin of the URL that the installation gives in this setting.
    Setting {
        /// The setting's name.
        name: String,
        /// Whether it may lie at a loopback or private address.
        private: bool,
    },
}

/// One function that workflows may call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    /// File of its input's schema, relative to the plugin's folder.
    pub input: Option<String>,
    /// File of its output's schema, relative to the plugin's folder.
    pub output: Option<String>,
    /// File of the answer that it is said to have given where nothing leaves
    /// the desk, relative to the plugin's folder.
    pub sample: Option<String>,
    /// The function that gives back what this one did.
    pub undo: Option<String>,
    /// How long one call may take.
    pub time_limit: Duration,
    /// How often a call is tried.
    pub attempts: u32,
}

/// A plugin's manifest, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// The plugin's name: that of its folder.
    pub name: String,
    /// Its version, as its author counts.
    pub version: String,
    /// How it is run.
    pub runtime: Runtime,
    /// The module names under which workflows see it; its own name when it says nothing.
    pub provides: Vec<String>,
    /// Events it may report, `noun.past`.
    pub events: Vec<String>,
    /// Where its outgoing calls may go.
    pub hosts: Vec<Host>,
    /// Names of its secrets.
    pub secrets: Vec<String>,
    /// Its functions.
    pub functions: BTreeMap<String, Function>,
    /// File of the settings' schema, relative to the plugin's folder.
    pub settings: Option<String>,
    /// Folder of its pages, relative to the plugin's folder.
    pub web: Option<String>,
}

impl Manifest {
    /// Reads the manifest `text` of the file `file` (`plugins/asset/plugin.toml`),
    /// which lies in the folder `folder` (`asset`).
    ///
    /// # Errors
    /// Every fault that can be found at once; only the first where the text is no TOML.
    pub fn parse(folder: &str, file: &str, text: &str) -> Result<Manifest, Vec<Fault>> {
        let mut reader = Reader { file, text, faults: Vec::new() };
        let written: Written = match toml::from_str(text) {
            Ok(written) => written,
            Err(error) => {
                reader.fault(error.span().unwrap_or(0..0), error.message().trim().to_owned());
                return Err(reader.faults);
            }
        };
        let manifest = reader.manifest(folder, written);
        if reader.faults.is_empty() { Ok(manifest) } else { Err(reader.faults) }
    }
}

/// Turns what was written into what is meant, and collects what is wrong on the way.
struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn fault(&mut self, at: Range<usize>, message: impl Into<String>) {
        self.fault_with(at, message, None);
    }
    fn fault_with(&mut self, at: Range<usize>, message: impl Into<String>, hint: Option<String>) {
        let (line, column) = place(self.text, at.start);
        let mut fault = Fault::of_file(self.file, "manifest", message).at(line, column);
        fault.hint = hint;
        self.faults.push(fault);
    }

    fn manifest(&mut self, folder: &str, written: Written) -> Manifest {
        self.name(folder, &written.name);
        if written.version.get_ref().trim().is_empty() {
            self.fault(written.version.span(), "`version` is empty");
        }
        if *written.contract.get_ref() != CONTRACT {
            let found = *written.contract.get_ref();
            self.fault(written.contract.span(), format!("contract {found} is not spoken here; {CONTRACT} is"));
        }
        let name = written.name.get_ref().clone();
        let runtime = self.runtime(&written);
        Manifest {
            provides: match &written.provides {
                Some(provides) => self.identifiers("provides", provides),
                None if runtime == Runtime::Pages => Vec::new(),
                None => vec![name.clone()],
            },
            runtime,
            events: self.events(&written.events),
            hosts: written.hosts.iter().filter_map(|host| self.host(host)).collect(),
            secrets: self.secrets(&written.secrets),
            functions: self.functions(&written.functions),
            settings: written.settings.as_ref().map(|settings| self.path(&settings.schema)),
            web: written.web.as_ref().map(|web| self.path(&web.root)),
            version: written.version.into_inner(),
            name,
        }
    }

    fn name(&mut self, folder: &str, name: &Spanned<String>) {
        if name.get_ref() != folder {
            self.fault(
                name.span(),
                format!("`{}` lies in the folder `{folder}`; the names must be equal", name.get_ref()),
            );
        } else if !is_identifier(folder) {
            self.fault(name.span(), IDENTIFIER);
        }
    }

    fn runtime(&mut self, written: &Written) -> Runtime {
        let url = written.url.as_ref();
        let Some(runtime) = &written.runtime else {
            self.pages_alone(written);
            return Runtime::Pages;
        };
        match (runtime.get_ref().as_str(), url) {
            ("http", Some(url)) => match Url::parse(url.get_ref()) {
                Ok(parsed) if Origin::of(&parsed).is_some() => return Runtime::Http(parsed),
                _ => self.fault(url.span(), "`url` is no http or https URL"),
            },
            ("http", None) => self.fault(runtime.span(), "the runtime \"http\" needs a `url`"),
            ("script", Some(url)) => self.fault(url.span(), "`url` belongs to the runtime \"http\""),
            ("script", None) => {}
            (other, _) => {
                let hint = did_you_mean(other, ["script", "http"]).map(|word| format!("did you mean \"{word}\"?"));
                self.fault_with(runtime.span(), "`runtime` is \"script\" or \"http\"", hint);
            }
        }
        Runtime::Script
    }

    /// A plugin without a runtime has pages, and nothing that somebody would have to run.
    fn pages_alone(&mut self, written: &Written) {
        if written.web.is_none() {
            let message = "a plugin has a `runtime`, \"script\" or \"http\", or pages under `[web]`";
            return self.fault(written.name.span(), message);
        }
        let functions = written.functions.keys().next().map(|name| ("functions", name.span()));
        let url = written.url.as_ref().map(|url| ("url", url.span()));
        let module = written.provides.iter().flatten().next().map(|name| ("provides", name.span()));
        let secret = written.secrets.first().map(|name| ("secrets", name.span()));
        for (key, at) in [functions, url, module, secret].into_iter().flatten() {
            self.fault(at, format!("`{key}` needs a `runtime`; pages alone have none"));
        }
    }

    fn identifiers(&mut self, key: &str, names: &[Spanned<String>]) -> Vec<String> {
        for name in names.iter().filter(|name| !is_identifier(name.get_ref())) {
            self.fault(name.span(), format!("in `{key}`: {IDENTIFIER}"));
        }
        names.iter().map(|name| name.get_ref().clone()).collect()
    }

    fn events(&mut self, events: &[Spanned<String>]) -> Vec<String> {
        for event in events {
            let good =
                event.get_ref().split_once('.').is_some_and(|(noun, past)| is_identifier(noun) && is_identifier(past));
            if !good {
                self.fault(event.span(), "an event is written `noun.past`");
            }
        }
        events.iter().map(|event| event.get_ref().clone()).collect()
    }

    fn host(&mut self, host: &Spanned<WrittenHost>) -> Option<Host> {
        let HostTable { url, setting, private } = &host.get_ref().0;
        match (url, setting) {
            (Some(url), None) => match Origin::declared(url) {
                Ok(origin) => return Some(Host::Fixed { origin, private: *private }),
                Err(why) => self.fault(host.span(), why),
            },
            (None, Some(name)) => return Some(Host::Setting { name: name.clone(), private: *private }),
            _ => self.fault(host.span(), "a host has either `url` or `setting`"),
        }
        None
    }

    fn secrets(&mut self, names: &[Spanned<String>]) -> Vec<String> {
        for name in names {
            let text = name.get_ref();
            let good = text.starts_with(|c: char| c.is_ascii_uppercase())
                && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_');
            if !good {
                self.fault(
                    name.span(),
                    "a secret's name is of capital letters, digits and `_`; its value comes from the environment",
                );
            }
        }
        names.iter().map(|name| name.get_ref().clone()).collect()
    }

    fn functions(&mut self, written: &BTreeMap<Spanned<String>, WrittenFunction>) -> BTreeMap<String, Function> {
        let names: Vec<&str> = written.keys().map(|name| name.get_ref().as_str()).collect();
        let mut functions = BTreeMap::new();
        for (name, function) in written {
            if !is_identifier(name.get_ref()) {
                self.fault(name.span(), IDENTIFIER);
            }
            if let Some(undo) = &function.undo
                && !names.contains(&undo.get_ref().as_str())
            {
                let hint =
                    did_you_mean(undo.get_ref(), names.iter().copied()).map(|n| format!("did you mean \"{n}\"?"));
                self.fault_with(undo.span(), format!("there is no function `{}`", undo.get_ref()), hint);
            }
            functions.insert(
                name.get_ref().clone(),
                Function {
                    input: function.input.as_ref().map(|path| self.path(path)),
                    output: function.output.as_ref().map(|path| self.path(path)),
                    sample: function.sample.as_ref().map(|path| self.path(path)),
                    undo: function.undo.as_ref().map(|undo| undo.get_ref().clone()),
                    time_limit: function.time_limit.as_ref().map_or(USUAL_CALL, |limit| self.time_limit(limit)),
                    attempts: function.attempts.as_ref().map_or(USUAL_ATTEMPTS, |n| self.attempts(n)),
                },
            );
        }
        functions
    }

    fn time_limit(&mut self, limit: &Spanned<String>) -> Duration {
        match seconds(limit.get_ref()) {
            Some(span) if span <= LONGEST_CALL => span,
            Some(_) => {
                self.fault(limit.span(), "a call takes 5 minutes at most");
                USUAL_CALL
            }
            None => {
                self.fault(limit.span(), "a time limit is written \"500ms\", \"10s\" or \"2m\"");
                USUAL_CALL
            }
        }
    }

    fn attempts(&mut self, attempts: &Spanned<u32>) -> u32 {
        if !(1..=100).contains(attempts.get_ref()) {
            self.fault(attempts.span(), "`attempts` is from 1 to 100");
        }
        *attempts.get_ref()
    }

    /// A path stays within the plugin's folder.
    fn path(&mut self, path: &Spanned<String>) -> String {
        let text = path.get_ref();
        if text.split('/').any(|part| part.is_empty() || part == "." || part == "..") || text.contains('\\') {
            self.fault(path.span(), "a path is relative to the plugin's folder and stays within it");
        }
        text.clone()
    }
}

/// What is wrong with a name that is no identifier.
const IDENTIFIER: &str = "a name begins with a small letter and goes on with small letters, digits and `_`";

/// Whether scripts can say `name`.
fn is_identifier(name: &str) -> bool {
    name.len() <= 64
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// Reads `500ms`, `10s`, `2m`; nothing that takes no time at all.
fn seconds(text: &str) -> Option<Duration> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = text.strip_prefix(digits)?;
    let number: u64 = digits.parse().ok().filter(|n| *n > 0)?;
    match unit {
        "ms" => Some(Duration::from_millis(number)),
        "s" => Some(Duration::from_secs(number)),
        "m" => number.checked_mul(60).map(Duration::from_secs),
        _ => None,
    }
}

/// Line and column, from 1, of a byte offset.
fn place(text: &str, offset: usize) -> (u32, u32) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
}

#[cfg(test)]
#[path = "manifest_tests.rs"]
mod tests;
