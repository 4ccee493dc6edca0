//! The script runtime: what the `main.rhai` of a plugin may say, and one call of
//! one of its functions. `fn NAME(args, call)` returns the answer, or says
//! `refuse(code, message)`; whatever else ends it is a failure, tried again.

mod http;
mod key_value;

use super::key_value::KeyValue;
use super::load::{Loaded, Settings};
use super::outbound::Door;
use super::runtime::{Reply, Request};
use crate::model::problem::Fault;
use crate::script::{
    self, Call, Compiled, Finished, Hint, Host, Limits, Object, Record, Sources, Stop, Value, Vocabulary, Word, Words,
    call_function,
};
use parking_lot::Mutex;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

const REFUSE: u16 = 0;
const LOG: u16 = 1;
const SECRET: u16 = 2;
const HAS_SECRET: u16 = 3;

/// The words of plugins.
fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| {
        Vocabulary::new(Words {
            words: vec![
                Word::new(REFUSE, "refuse", 2, 2).hints(&[Hint::Text, Hint::Text]).step(),
                Word::new(LOG, "log", 1, 1).hints(&[Hint::Text]),
                Word::new(SECRET, "secret", 1, 2).hints(&[Hint::Text, Hint::Text]),
                Word::new(HAS_SECRET, "has_secret", 1, 1).hints(&[Hint::Text]),
            ],
            modules: BTreeMap::from([("kv", key_value::words()), ("http", http::words())]),
            variables: vec!["settings"],
            ..Words::default()
        })
    })
}

/// A plugin's script and which of its functions answers for which of the plugin's.
pub(super) struct Script {
    compiled: Compiled,
    functions: BTreeMap<String, String>,
}

/// Compiles the script of a plugin. Its function NAME is `fn NAME(args, call)`,
/// or `fn call_NAME(args, call)` where the language has a NAME of its own, like `find`.
pub(super) fn compile<'a>(
    path: &str,
    text: &str,
    names: impl Iterator<Item = &'a String>,
) -> Result<Script, Vec<Fault>> {
    let compiled = script::compile(&Sources::new(path, text), vocabulary())?;
    let written = |name: &String| compiled.outline().functions.iter().any(|f| f.name == *name && f.params.len() == 2);
    let (mut functions, mut faults) = (BTreeMap::new(), Vec::new());
    for name in names {
        match [name.clone(), format!("call_{name}")].into_iter().find(written) {
            Some(function) => {
                functions.insert(name.clone(), function);
            }
            None => {
                let message = format!("plugin.toml names `{name}`, but there is no `fn {name}(args, call)`");
                let hint = format!("where the language has a {name} of its own, write `fn call_{name}(args, call)`");
                faults.push(Fault::of_file(path, "unknown_function", message).hint(hint));
            }
        }
    }
    if faults.is_empty() { Ok(Script { compiled, functions }) } else { Err(faults) }
}

/// Calls one function.
pub(super) fn call(
    plugin: &Arc<Loaded>,
    script: &Script,
    request: &Request,
    store: &Arc<dyn KeyValue>,
    door: &Arc<Door>,
) -> Reply {
    let time_limit = plugin.time_limit(&request.function);
    let run = Arc::new(Run {
        plugin: Arc::clone(plugin),
        store: Arc::clone(store),
        door: Arc::clone(door),
        key: request.key.clone(),
        deadline: Instant::now() + time_limit,
        seen: Mutex::default(),
        refusal: Mutex::default(),
    });
    let about = json!({ "key": request.key, "attempt": request.attempt });
    let args = vec![Value::from_json(&request.arguments), Value::from_json(&about)];
    let limits = Limits { wall: time_limit, ..Limits::default() };
    let function = script.functions.get(&request.function).unwrap_or(&request.function);
    match call_function(&script.compiled, function, args, run.clone(), &limits) {
        Finished::Returned(value) => Reply::Done(value.to_json()),
        Finished::Ended => match run.refusal.lock().take() {
            Some((code, message)) => Reply::Refused { code, message },
            None => Reply::failed("the script ended without an answer"),
        },
        Finished::Raised { error, place } => {
            Reply::failed(format!("{} ({}:{})", told(&error), place.source, place.line))
        }
        Finished::Faulted(fault) => Reply::failed(fault.to_string()),
        Finished::Suspended => Reply::failed("the script waits for something that will not come"),
    }
}

/// What an error says of itself.
fn told(error: &Value) -> String {
    match error {
        Value::Map(map) => map.get("message").and_then(Value::text).map(str::to_owned),
        other => other.text().map(str::to_owned),
    }
    .unwrap_or_else(|| error.to_json().to_string())
}

/// One call of a function, as its script's host.
struct Run {
    plugin: Arc<Loaded>,
    store: Arc<dyn KeyValue>,
    door: Arc<Door>,
    key: String,
    deadline: Instant,
    /// What this call last read of each key: `kv::swap` sets only what is still so.
    seen: Mutex<BTreeMap<String, Option<String>>>,
    refusal: Mutex<Option<(String, String)>>,
}

impl Host for Run {
    fn call(&self, call: &mut Call<'_>) -> Result<Value, Stop> {
        match call.id() {
            REFUSE => {
                *self.refusal.lock() = Some((text(call, 0, "a code")?, text(call, 1, "a message")?));
                Err(Stop::End)
            }
            LOG => {
                let said = self.plugin.secrets.blot(&text(call, 0, "a text")?);
                tracing::info!(plugin = %self.plugin.manifest.name, key = %self.key, "{said}");
                Ok(Value::Unit)
            }
            SECRET => self.secret(call),
            HAS_SECRET => Ok(Value::Bool(self.plugin.secrets.has(&text(call, 0, "a secret's name")?))),
            id if key_value::IDS.contains(&id) => self.key_value(call),
            _ => self.http(call),
        }
    }

    fn variable(&self, name: &str) -> Option<Value> {
        let settings: Arc<dyn Record> = self.plugin.settings.clone();
        (name == "settings").then(|| Value::Object(Object::record("settings", Json::Null, "settings", settings)))
    }
}

impl Record for Settings {
    fn get(&self, name: &str) -> Option<Value> {
        self.values.get(name).map(Value::from_json)
    }
    fn declares(&self, name: &str) -> bool {
        self.declared.iter().any(|declared| declared == name)
    }
    fn names(&self) -> Vec<String> {
        self.declared.clone()
    }
    fn json(&self) -> Json {
        Json::Object(self.values.clone())
    }
}

/// The argument as text.
fn text(call: &Call<'_>, index: usize, wanted: &str) -> Result<String, Stop> {
    match call.value(index)? {
        Value::Text(text) => Ok(text),
        other => Err(wrong_type(call, wanted, &other)),
    }
}

fn wrong_type(call: &Call<'_>, wanted: &str, got: &Value) -> Stop {
    Stop::fault("type", format!("{}: {wanted} was expected, not {}", call.name(), got.type_name()))
}

/// An error that the script may catch.
fn raised(kind: &str, message: String) -> Stop {
    Stop::Raise(Value::Map(BTreeMap::from([
        ("kind".to_owned(), Value::from(kind)),
        ("message".to_owned(), Value::Text(message)),
    ])))
}
