//! Plugins as admins and integrators see them: what each provides and may reach,
//! and which of its calls do not arrive. Secrets are told by name alone.

use super::View;
use crate::desk::unavailable;
use crate::model::access::Right;
use crate::model::people::User;
use crate::model::problem::Refusal;
use crate::model::ticket::number_text;
use crate::model::time::Time;
use crate::model::view::Sight;
use crate::plugins::manifest::{Host, Manifest, Runtime};
use crate::plugins::{Plugins, Signature};
use crate::store::{CallsOf, StuckCall};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use utoipa::ToSchema;

/// Calls that do not arrive, of all plugins together.
const MOST_FAILURES: i64 = 200;
/// Of each.
const SHOWN: usize = 10;

/// How a plugin stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PluginState {
    /// No call of it has failed that is still to be made.
    Ready,
    /// Calls fail, and are made again.
    Failing,
}

/// A function that workflows may call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PluginFunction {
    /// Its name.
    pub name: String,
    /// The function that gives back what it did.
    pub undo: Option<String>,
    /// How long one call may take.
    pub seconds: f64,
    /// How often a call is tried before its ticket's owner is told.
    pub attempts: u32,
    /// Schema of its arguments.
    #[schema(value_type = Option<Object>)]
    pub input: Option<Json>,
    /// Schema of its answer.
    #[schema(value_type = Option<Object>)]
    pub output: Option<Json>,
}

/// A place that a plugin may reach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PluginHost {
    /// Scheme, host and port.
    pub origin: Option<String>,
    /// The setting that names it, where the installation does.
    pub setting: Option<String>,
    /// Whether it may lie at a private address.
    pub private: bool,
}

/// A secret, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PluginSecret {
    /// Its name.
    pub name: String,
    /// Whether this installation has a value of it.
    pub given: bool,
}

/// A call that does not arrive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PluginFailure {
    /// The function.
    pub function: String,
    /// The ticket; for staff who may see it.
    pub ticket: Option<String>,
    /// What went wrong the last time; of confidential tickets for who may see them.
    pub message: Option<String>,
    /// How often it was tried.
    pub attempts: u32,
    /// When it was first wished for.
    pub since: Time,
    /// When it is tried again.
    pub next_at: Time,
}

/// A plugin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PluginView {
    /// Its name.
    pub name: String,
    /// Its version, as its author counts.
    pub version: String,
    /// `script`, `http`, or `pages` where it has nothing else.
    pub runtime: String,
    /// The modules under which workflows see it.
    pub provides: Vec<String>,
    /// Its functions.
    pub functions: Vec<PluginFunction>,
    /// Events that it may report.
    pub events: Vec<String>,
    /// What it may reach.
    pub hosts: Vec<PluginHost>,
    /// Its secrets.
    pub secrets: Vec<PluginSecret>,
    /// Where its pages are.
    pub web: Option<String>,
    /// What is missing of its pages.
    pub web_missing: Option<String>,
    /// How it stands.
    pub state: PluginState,
    /// Calls that are still to be made.
    pub waiting: u64,
    /// Those among them that failed before.
    pub failing: u64,
    /// The last of these, at most 10.
    pub failures: Vec<PluginFailure>,
}

/// The plugins in force; `missing` says what their pages lack.
///
/// # Errors
/// 403 for others than admins and integrators.
pub fn plugins(
    v: &mut View<'_>,
    user: &User,
    missing: &dyn Fn(&str) -> Option<String>,
) -> Result<Vec<PluginView>, Refusal> {
    Right::SeePlugins.ask(user)?;
    let calls = v.reader.calls_by_plugin().map_err(|error| unavailable(&error))?;
    let stuck = v.reader.stuck_calls(&Sight::of(user), MOST_FAILURES).map_err(|error| unavailable(&error))?;
    let plugins = &v.world.content.plugins;
    let mut seen: Vec<PluginView> =
        plugins.manifests().map(|manifest| plugin(plugins, manifest, user, &calls, &stuck)).collect();
    for one in seen.iter_mut().filter(|one| one.web.is_some()) {
        one.web_missing = missing(&one.name);
    }
    Ok(seen)
}

fn plugin(plugins: &Plugins, manifest: &Manifest, user: &User, calls: &[CallsOf], stuck: &[StuckCall]) -> PluginView {
    let is_its = |module: &str| manifest.provides.iter().any(|provided| provided == module);
    let count = |of: fn(&CallsOf) -> i64| {
        let own = calls.iter().filter(|calls| is_its(&calls.plugin)).map(of).sum::<i64>();
        u64::try_from(own).unwrap_or(0)
    };
    let failing = count(|calls| calls.failing);
    let functions = manifest.functions.keys().filter_map(|name| {
        let module = manifest.provides.first()?;
        Some(function(name, plugins.signature(module, name)?))
    });
    PluginView {
        name: manifest.name.clone(),
        version: manifest.version.clone(),
        runtime: match &manifest.runtime {
            Runtime::Script => "script",
            Runtime::Http(_) => "http",
            Runtime::Pages => "pages",
        }
        .to_owned(),
        provides: manifest.provides.clone(),
        functions: functions.collect(),
        events: manifest.events.clone(),
        hosts: hosts(manifest),
        secrets: plugins
            .secrets(&manifest.name)
            .into_iter()
            .map(|(name, given)| PluginSecret { name, given })
            .collect(),
        web: manifest.web.as_ref().map(|_| format!("/plugins/{}/", manifest.name)),
        web_missing: None,
        state: if failing > 0 { PluginState::Failing } else { PluginState::Ready },
        waiting: count(|calls| calls.waiting),
        failing,
        failures: stuck
            .iter()
            .filter(|call| is_its(&call.plugin))
            .take(SHOWN)
            .map(|call| failure(user, call))
            .collect(),
    }
}

fn function(name: &str, signature: Signature) -> PluginFunction {
    PluginFunction {
        name: name.to_owned(),
        undo: signature.undo,
        seconds: signature.time_limit.as_secs_f64(),
        attempts: signature.attempts,
        input: signature.input,
        output: signature.output,
    }
}

/// Declared hosts, and the service itself: of its URL the origin alone.
fn hosts(manifest: &Manifest) -> Vec<PluginHost> {
    let service = match &manifest.runtime {
        Runtime::Http(url) => {
            Some(PluginHost { origin: Some(url.origin().ascii_serialization()), setting: None, private: false })
        }
        _ => None,
    };
    let declared = manifest.hosts.iter().map(|host| match host {
        Host::Fixed { origin, private } => {
            PluginHost { origin: Some(origin.to_string()), setting: None, private: *private }
        }
        Host::Setting { name, private } => PluginHost { origin: None, setting: Some(name.clone()), private: *private },
    });
    service.into_iter().chain(declared).collect()
}

fn failure(user: &User, call: &StuckCall) -> PluginFailure {
    PluginFailure {
        function: call.function.clone(),
        ticket: call.ticket.filter(|_| user.is_staff()).map(|(kind, number)| number_text(kind, number)),
        message: call.ticket.is_some().then(|| call.error.clone()),
        attempts: u32::try_from(call.attempt).unwrap_or(0),
        since: call.created_at,
        next_at: call.next_at,
    }
}
