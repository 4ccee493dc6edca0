//! The set of plugins in force: what their functions are, and calling one. How
//! a plugin is loaded is in `load`, how a script of one runs in `words`, how a
//! service is asked in `service`. A call blocks and wants a thread with the
//! stack of scripts; who calls, how often and what becomes of the reply is
//! decided above.

use super::key_value::KeyValue;
use super::load::{self, Loaded};
use super::manifest::Manifest;
use super::outbound::{Door, Outbound};
use super::outgoing::Outgoing;
use super::secrets::SecretSource;
use super::{service, words};
use crate::model;
use crate::model::problem::Fault;
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

/// The longest answer, as JSON text: the journal keeps no longer one.
const LONGEST_ANSWER: usize = 64 * 1024;

/// One call, as a delivery carries it.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The module that the workflow named: one that a plugin provides.
    pub plugin: String,
    /// The function.
    pub function: String,
    /// Its argument map.
    pub arguments: Json,
    /// The same at every attempt: what makes a call happen once.
    pub key: String,
    /// From 1.
    pub attempt: u32,
}

/// What a call comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// Done; the output, checked.
    Done(Json),
    /// The plugin says no: an error for the workflow.
    Refused {
        /// `out_of_stock`.
        code: String,
        /// In words.
        message: String,
    },
    /// It did not work out; the step stays open.
    Failed {
        /// What went wrong, for staff; never holds a secret.
        message: String,
        /// Whether another attempt may do better.
        retry: bool,
    },
}

impl Reply {
    /// A failure that is worth another attempt.
    pub(super) fn failed(message: impl Into<String>) -> Reply {
        Reply::Failed { message: message.into(), retry: true }
    }
}

/// One function, as workflows are checked against and tickets are pinned to.
#[derive(Clone, Debug, PartialEq)]
pub struct Signature {
    /// Schema of the argument map.
    pub input: Option<Json>,
    /// Schema of the answer.
    pub output: Option<Json>,
    /// The function of the same plugin that gives back what this one did; it is
    /// called with this one's output.
    pub undo: Option<String>,
    /// How often a call is tried.
    pub attempts: u32,
    /// How long one call may take.
    pub time_limit: Duration,
}

/// What an installation gives its plugins, beside what is published.
#[derive(Clone)]
pub struct Installation {
    /// Settings by plugin: `[plugins.NAME]` of maitred.toml. What is not set is
    /// as the `default` in the plugin's settings schema.
    pub settings: BTreeMap<String, Map<String, Json>>,
    /// The file that the settings stand in, and the line of each plugin's.
    pub settings_said: (String, BTreeMap<String, u32>),
    /// Values of secrets.
    pub secrets: Arc<dyn SecretSource>,
    /// Makes the outgoing calls; one per process, kept when plugins change.
    pub outgoing: Arc<Outgoing>,
    /// Whether messages and calls leave, in the place of the policy's `[outgoing]`.
    pub leaving: Option<model::outgoing::Outgoing>,
}

impl Default for Installation {
    fn default() -> Self {
        Self {
            settings: BTreeMap::new(),
            settings_said: ("maitred.toml".to_owned(), BTreeMap::new()),
            secrets: Arc::new(BTreeMap::new()),
            outgoing: Arc::default(),
            leaving: None,
        }
    }
}

/// The plugins in force. Immutable: a release makes a new set.
#[derive(Default)]
pub struct Plugins {
    loaded: Vec<Arc<Loaded>>,
    /// By the module names that they provide.
    modules: BTreeMap<String, Arc<Loaded>>,
}

impl Plugins {
    /// Loads all plugins of a content folder: `files` are its files by path
    /// (`plugins/asset/plugin.toml`); what lies outside `plugins/` is not looked at.
    ///
    /// # Errors
    /// Every fault found, with its place.
    pub fn load(files: &BTreeMap<String, String>, installation: &Installation) -> Result<Plugins, Vec<Fault>> {
        let mut plugins = Plugins::default();
        let mut faults = Vec::new();
        for (name, own) in load::folders(files) {
            match Loaded::new(&name, own, installation) {
                Ok(loaded) => plugins.add(Arc::new(loaded), &mut faults),
                Err(found) => faults.extend(found),
            }
        }
        for name in
            installation.settings.keys().filter(|name| !plugins.loaded.iter().any(|p| p.manifest.name == **name))
        {
            // No fault: content comes and goes while maitred.toml stays.
            tracing::warn!(plugin = %name, "settings are given for a plugin that is not there");
        }
        if faults.is_empty() { Ok(plugins) } else { Err(faults) }
    }

    fn add(&mut self, loaded: Arc<Loaded>, faults: &mut Vec<Fault>) {
        for module in &loaded.manifest.provides {
            if let Some(other) = self.modules.insert(module.clone(), Arc::clone(&loaded)) {
                let message = format!("`{module}` is provided by the plugin `{}` already", other.manifest.name);
                faults.push(Fault::of_file(load::manifest_path(&loaded.manifest.name), "manifest", message));
            }
        }
        self.loaded.push(loaded);
    }

    /// The manifests, by name.
    pub fn manifests(&self) -> impl Iterator<Item = &Manifest> {
        self.loaded.iter().map(|loaded| &loaded.manifest)
    }

    /// One manifest, by the plugin's name.
    pub fn manifest(&self, name: &str) -> Option<&Manifest> {
        self.manifests().find(|manifest| manifest.name == name)
    }

    /// The secrets of a plugin, by name, and whether this installation has a value of each.
    pub fn secrets(&self, name: &str) -> Vec<(String, bool)> {
        let loaded = self.loaded.iter().find(|loaded| loaded.manifest.name == name);
        let names =
            loaded.into_iter().flat_map(|loaded| loaded.manifest.secrets.iter().map(move |name| (loaded, name)));
        names.map(|(loaded, name)| (name.clone(), loaded.secrets.has(name))).collect()
    }

    /// What workflows may call: functions by module.
    pub fn signatures(&self) -> BTreeMap<String, BTreeMap<String, Signature>> {
        self.modules.iter().map(|(module, loaded)| (module.clone(), loaded.signatures())).collect()
    }

    /// Checks what a function is called with.
    ///
    /// # Errors
    /// What is wrong, in one line.
    pub fn check_input(&self, module: &str, function: &str, arguments: &Json) -> Result<(), String> {
        self.modules.get(module).map_or(Ok(()), |loaded| loaded.check_input(function, arguments))
    }

    /// Checks what a function answers.
    ///
    /// # Errors
    /// What is wrong, in one line.
    pub fn check_output(&self, module: &str, function: &str, output: &Json) -> Result<(), String> {
        self.modules.get(module).map_or(Ok(()), |loaded| loaded.check_output(function, output))
    }

    /// The signature of one function.
    pub fn signature(&self, module: &str, function: &str) -> Option<Signature> {
        self.modules.get(module)?.signature(function)
    }

    /// Calls a function and checks what goes in and what comes out. Where
    /// `outbound` keeps back what it wants to send, it is answered by a sample.
    /// Blocks for the function's time limit at most; wants `script::STACK_BYTES`
    /// of stack.
    pub fn call(&self, request: &Request, store: &Arc<dyn KeyValue>, outbound: &Arc<dyn Outbound>) -> Reply {
        let known = self.modules.get(&request.plugin).filter(|p| p.manifest.functions.contains_key(&request.function));
        let Some(loaded) = known else {
            let message = format!("there is no plugin function {}::{}", request.plugin, request.function);
            return Reply::Failed { message, retry: false };
        };
        if let Err(wrong) = loaded.check_input(&request.function, &request.arguments) {
            // No second try makes them right: whoever may decide is asked.
            let message = format!("{}::{} does not take these arguments: {wrong}", request.plugin, request.function);
            return Reply::Refused { code: "arguments".to_owned(), message };
        }
        let door = Door::new(&loaded.manifest.name, request, outbound);
        let reply = match &loaded.body {
            load::Body::Script(script) => words::call(loaded, script, request, store, &door),
            load::Body::Service(url) => service::call(loaded, url, request, &door),
            // Its manifest names no functions: nobody comes here.
            load::Body::Pages => Reply::Failed { message: "it has pages alone".to_owned(), retry: false },
        };
        let reply = if door.has_kept() { loaded.sample(&request.function) } else { reply };
        loaded.blotted(checked(loaded, request, reply))
    }
}

/// An answer that is not what was promised is no answer.
fn checked(loaded: &Loaded, request: &Request, reply: Reply) -> Reply {
    let Reply::Done(output) = &reply else { return reply };
    if let Err(wrong) = loaded.check_output(&request.function, output) {
        return Reply::failed(format!("{}::{} answered out of its schema: {wrong}", request.plugin, request.function));
    }
    if output.to_string().len() > LONGEST_ANSWER {
        return Reply::failed(format!("{}::{} answered more than 64 KiB", request.plugin, request.function));
    }
    reply
}

#[cfg(test)]
#[path = "runtime_tests.rs"]
mod tests;
