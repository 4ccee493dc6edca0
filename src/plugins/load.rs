//! From a plugin's files to a plugin that can be called: its manifest, schemas,
//! settings, hosts, secrets and script, each checked. Nothing is called here.

use super::guard::{Hosts, Origin};
use super::manifest::{Function, Host, Manifest, Runtime};
use super::outgoing::Outgoing;
use super::runtime::{Installation, Reply, Signature};
use super::sample;
use super::schema::Schema;
use super::secrets::Secrets;
use super::words::{self, Script};
use crate::model::problem::Fault;
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;
use std::sync::Arc;
use url::Url;

/// The folder of plugins within the content folder.
const FOLDER: &str = "plugins/";
/// A plugin's manifest within its folder.
const MANIFEST: &str = "plugin.toml";
/// A script plugin's script within its folder.
const MAIN: &str = "main.rhai";

/// What is called.
pub(super) enum Body {
    /// Functions of a script.
    Script(Script),
    /// Paths below a URL.
    Service(Url),
    /// Nothing: it has pages alone.
    Pages,
}

/// What one function takes and gives.
#[derive(Default)]
struct Schemas {
    input: Option<Schema>,
    output: Option<Schema>,
    /// What it is said to have answered where nothing leaves.
    sample: Option<Json>,
}

/// One plugin, ready to be called.
pub(super) struct Loaded {
    pub(super) manifest: Manifest,
    pub(super) body: Body,
    pub(super) settings: Arc<Settings>,
    pub(super) hosts: Hosts,
    pub(super) secrets: Secrets,
    pub(super) outgoing: Arc<Outgoing>,
    schemas: BTreeMap<String, Schemas>,
}

/// A plugin's settings as its script reads them: `settings.NAME`.
#[derive(Debug, Default)]
pub(super) struct Settings {
    pub(super) values: Map<String, Json>,
    pub(super) declared: Vec<String>,
}

/// The files of each plugin's folder, by path within it.
pub(super) fn folders(files: &BTreeMap<String, String>) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut folders: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for (path, text) in files {
        if let Some((name, within)) = path.strip_prefix(FOLDER).and_then(|path| path.split_once('/')) {
            folders.entry(name.to_owned()).or_default().insert(within.to_owned(), text.clone());
        }
    }
    folders
}

/// Where a plugin's manifest lies in the content folder.
pub(super) fn manifest_path(name: &str) -> String {
    path_of(name, MANIFEST)
}

fn path_of(name: &str, within: &str) -> String {
    format!("{FOLDER}{name}/{within}")
}

impl Loaded {
    /// Loads the plugin of the folder `name`.
    pub(super) fn new(
        name: &str,
        files: BTreeMap<String, String>,
        installation: &Installation,
    ) -> Result<Loaded, Vec<Fault>> {
        let file = manifest_path(name);
        let Some(text) = files.get(MANIFEST) else {
            return Err(vec![Fault::of_file(file, "missing_file", "a plugin's folder holds a plugin.toml")]);
        };
        let manifest = Manifest::parse(name, &file, text)?;
        let mut faults = Vec::new();
        let schemas = schemas(&manifest, &files, &mut faults);
        let given = installation.settings.get(name).cloned().unwrap_or_default();
        let said = Said { file: &installation.settings_said.0, line: installation.settings_said.1.get(name).copied() };
        let settings = settings(&manifest, &files, given, &said, &mut faults);
        let hosts = hosts(&manifest, &settings, &said, &mut faults);
        let body = match &manifest.runtime {
            Runtime::Http(url) => Some(Body::Service(url.clone())),
            Runtime::Script => script(&manifest, &files, &mut faults).map(Body::Script),
            Runtime::Pages => Some(Body::Pages),
        };
        match body {
            Some(body) if faults.is_empty() => Ok(Loaded {
                secrets: Secrets::of(name, &manifest.secrets, installation.secrets.as_ref()),
                outgoing: Arc::clone(&installation.outgoing),
                settings: Arc::new(settings),
                manifest,
                body,
                hosts,
                schemas,
            }),
            _ => Err(faults),
        }
    }

    /// How long one call may take.
    pub(super) fn time_limit(&self, function: &str) -> std::time::Duration {
        self.manifest.functions.get(function).map(|function| function.time_limit).unwrap_or_default()
    }

    pub(super) fn check_input(&self, function: &str, arguments: &Json) -> Result<(), String> {
        check(self.schemas.get(function).and_then(|schemas| schemas.input.as_ref()), arguments)
    }

    pub(super) fn check_output(&self, function: &str, output: &Json) -> Result<(), String> {
        check(self.schemas.get(function).and_then(|schemas| schemas.output.as_ref()), output)
    }

    pub(super) fn signatures(&self) -> BTreeMap<String, Signature> {
        let names = self.manifest.functions.keys();
        names.filter_map(|name| Some((name.clone(), self.signature(name)?))).collect()
    }

    pub(super) fn signature(&self, name: &str) -> Option<Signature> {
        let function = self.manifest.functions.get(name)?;
        let json = |schema: Option<&Schema>| schema.map(|schema| schema.json().clone());
        let schemas = self.schemas.get(name);
        Some(Signature {
            input: json(schemas.and_then(|schemas| schemas.input.as_ref())),
            output: json(schemas.and_then(|schemas| schemas.output.as_ref())),
            undo: function.undo.clone(),
            attempts: function.attempts,
            time_limit: function.time_limit,
        })
    }

    /// The answer where what the function wanted to send was kept back.
    pub(super) fn sample(&self, function: &str) -> Reply {
        match self.schemas.get(function).and_then(|schemas| schemas.sample.clone()) {
            Some(sample) => Reply::Done(sample),
            None => Reply::Failed {
                message: format!("nothing leaves this desk, and plugin.toml names no `sample` for `{function}`"),
                retry: false,
            },
        }
    }

    /// The reply without any secret's value in what people read of it.
    pub(super) fn blotted(&self, reply: Reply) -> Reply {
        match reply {
            Reply::Done(output) => Reply::Done(output),
            Reply::Refused { code, message } => {
                Reply::Refused { code: self.secrets.blot(&code), message: self.secrets.blot(&message) }
            }
            Reply::Failed { message, retry } => Reply::Failed { message: self.secrets.blot(&message), retry },
        }
    }
}

fn check(schema: Option<&Schema>, value: &Json) -> Result<(), String> {
    schema.map_or(Ok(()), |schema| schema.check(value))
}

fn schemas(
    manifest: &Manifest,
    files: &BTreeMap<String, String>,
    faults: &mut Vec<Fault>,
) -> BTreeMap<String, Schemas> {
    let mut compile = |path: &Option<String>| {
        let path = path.as_ref()?;
        Schema::compile(files, path, &path_of(&manifest.name, path)).map_err(|fault| faults.push(fault)).ok()
    };
    let both = |function: &Function| (compile(&function.input), compile(&function.output));
    let compiled: Vec<_> = manifest.functions.values().map(both).collect();
    let mut all = BTreeMap::new();
    for ((name, function), (input, output)) in manifest.functions.iter().zip(compiled) {
        let sample = sample_of(manifest, files, function, output.as_ref(), faults);
        all.insert(name.clone(), Schemas { input, output, sample });
    }
    all
}

/// The sample that the manifest names, which fits the output's schema; else one
/// that is made up, where one can be.
fn sample_of(
    manifest: &Manifest,
    files: &BTreeMap<String, String>,
    function: &Function,
    output: Option<&Schema>,
    faults: &mut Vec<Fault>,
) -> Option<Json> {
    let Some(path) = &function.sample else {
        let Some(output) = output else { return Some(Json::Null) };
        return sample::of(output.json()).filter(|made_up| output.check(made_up).is_ok());
    };
    let mut wrong =
        |code: &str, message: String| faults.push(Fault::of_file(path_of(&manifest.name, path), code, message));
    let Some(text) = files.get(path) else {
        wrong("missing_file", "there is no such file".to_owned());
        return None;
    };
    let sample = match serde_json::from_str(text) {
        Ok(sample) => sample,
        Err(error) => {
            wrong("syntax", format!("no JSON: {error}"));
            return None;
        }
    };
    if let Err(message) = check(output, &sample) {
        wrong("manifest", format!("the sample does not fit the function's output: {message}"));
    }
    Some(sample)
}

/// Where the installation says what it gives a plugin.
struct Said<'a> {
    file: &'a str,
    line: Option<u32>,
}

impl Said<'_> {
    fn fault(&self, plugin: &str, message: &str) -> Fault {
        let fault = Fault::of_file(self.file, "settings", format!("[plugins.{plugin}] {message}"));
        fault.at(self.line.unwrap_or(0), 0)
    }
}

/// The given settings over the schema's defaults.
fn settings(
    manifest: &Manifest,
    files: &BTreeMap<String, String>,
    given: Map<String, Json>,
    said: &Said<'_>,
    faults: &mut Vec<Fault>,
) -> Settings {
    let mut wrong = |message: String| faults.push(said.fault(&manifest.name, &message));
    let Some(path) = &manifest.settings else {
        if !given.is_empty() {
            wrong("the plugin has no settings".to_owned());
        }
        return Settings::default();
    };
    let schema = match Schema::compile(files, path, &path_of(&manifest.name, path)) {
        Ok(schema) => schema,
        Err(fault) => {
            faults.push(fault);
            return Settings::default();
        }
    };
    let mut values = schema.defaults();
    values.extend(given);
    if let Err(message) = schema.check(&Json::Object(values.clone())) {
        wrong(message);
    }
    Settings { values, declared: schema.properties() }
}

fn script(manifest: &Manifest, files: &BTreeMap<String, String>, faults: &mut Vec<Fault>) -> Option<Script> {
    let path = path_of(&manifest.name, MAIN);
    let Some(text) = files.get(MAIN) else {
        faults.push(Fault::of_file(path, "missing_file", "a plugin with the runtime \"script\" has a main.rhai"));
        return None;
    };
    words::compile(&path, text, manifest.functions.keys()).map_err(|found| faults.extend(found)).ok()
}

fn hosts(manifest: &Manifest, settings: &Settings, said: &Said<'_>, faults: &mut Vec<Fault>) -> Hosts {
    let mut hosts = Hosts::default();
    let file = manifest_path(&manifest.name);
    if let Runtime::Http(url) = &manifest.runtime
        && let Some(origin) = Origin::of(url)
    {
        hosts.declare(origin, false);
    }
    for host in &manifest.hosts {
        match host {
            Host::Fixed { origin, private } => hosts.declare(origin.clone(), *private),
            Host::Setting { name, .. } if !settings.declared.contains(name) => {
                faults.push(Fault::of_file(&file, "manifest", format!("`hosts`: there is no setting `{name}`")));
            }
            Host::Setting { name, private } => {
                let Some(text) = settings.values.get(name).and_then(Json::as_str) else { continue };
                match Url::parse(text).ok().as_ref().and_then(Origin::of) {
                    Some(origin) => hosts.declare(origin, *private),
                    None => {
                        faults.push(said.fault(&manifest.name, &format!("`{name}` is no http or https URL")));
                    }
                }
            }
        }
    }
    hosts
}
