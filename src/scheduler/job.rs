//! A job: a script that carries its own schedule and rights. Reading one and
//! running it against a desk lives here; when it fires is in `firings`.

use super::query::Query;
use super::schedule::Cron;
use crate::desk::command::Escalate;
use crate::model::journal::Place;
use crate::model::people::Role;
use crate::model::problem::Fault;
use crate::model::text::did_you_mean;
use crate::model::time::Time;
use crate::script::{
    Call, CallSite, Compiled, Finished, Hint, Host, Limits, Object, Outline, Record, Shape, Sources, Stop, Value,
    Vocabulary, Word, Words, constants, examine, run,
};
use parking_lot::Mutex;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// Where jobs lie in the content folder.
const FOLDER: &str = "workflows/jobs/";
/// How long one firing may run: most of it is waiting for its commands.
const LONGEST_RUN: Duration = Duration::from_secs(60);

/// What a job's script may do at the desk.
pub trait Desk: Send + Sync + 'static {
    /// The present moment.
    fn now(&self) -> Time;

    /// The tickets asked for, oldest first, as far as the job's roles see them.
    ///
    /// # Errors
    /// The desk cannot answer now.
    fn tickets(&self, query: &Query) -> Result<Vec<Seen>, String>;

    /// Escalates a ticket by a command of this id. Says whether it was done or
    /// refused.
    ///
    /// # Errors
    /// The desk cannot answer now.
    fn escalate(&self, command: String, number: i64, wish: Escalate) -> Result<bool, String>;
}

/// A ticket as a job sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// The digits of its number.
    pub number: i64,
    /// What the script reads: `t.status`, `t.priority`, …
    pub fields: BTreeMap<&'static str, Value>,
}

/// A job, read and checked.
#[derive(Clone, Debug)]
pub struct Job {
    /// The file's name without `.rhai`.
    pub name: String,
    /// When it fires.
    pub cron: Cron,
    /// With whose rights.
    pub roles: Vec<Role>,
    compiled: Compiled,
}

/// Where the job of a name lies.
pub fn path_of(name: &str) -> String {
    format!("{FOLDER}{name}.rhai")
}

/// The name of the job whose script lies at `path`; `None` when no job does.
pub fn name_of(path: &str) -> Option<&str> {
    path.strip_prefix(FOLDER)?.strip_suffix(".rhai").filter(|name| !name.contains('/'))
}

const TICKETS: u16 = 0;
const GROUP: u16 = 1;
const LOG: u16 = 2;
const NOW: u16 = 3;
const ESCALATE: u16 = 10;

fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| {
        Vocabulary::new(Words {
            words: vec![
                Word::new(TICKETS, "tickets", 0, 1).hints(&[Hint::Map]),
                Word::new(GROUP, "group", 1, 1).hints(&[Hint::Text]),
                Word::new(LOG, "log", 1, 1).hints(&[Hint::Text]),
                Word::new(NOW, "now", 0, 0),
            ],
            methods: vec![Word::new(ESCALATE, "escalate", 2, 2).hints(&[Hint::Object, Hint::Text])],
            ..Words::default()
        })
    })
}

impl Job {
    /// Reads the job at `path`.
    ///
    /// # Errors
    /// Every fault found, with its place.
    pub fn read(path: &str, text: &str) -> Result<Job, Vec<Fault>> {
        let compiled = match examine(&Sources::new(path, text), vocabulary()) {
            Ok(compiled) => compiled,
            Err((outline, mut faults)) => {
                faults.extend(check_queries(&outline));
                return Err(faults);
            }
        };
        let mut faults = check_queries(compiled.outline());
        let mut fault = |about: &str, message: String| {
            let constants = &compiled.outline().constants;
            let at = constants.iter().find(|(name, _)| name == about).map_or((0, 0), |(_, at)| (at.line, at.column));
            faults.push(Fault::of_file(path, "job", message).at(at.0, at.1));
        };
        let constant = |name: &str| constants(&compiled).get(name);
        let mut word = |name: &str, example: &str| match constant(name).map(Value::text) {
            Some(Some(text)) => Some(text),
            _ => {
                fault(name, format!("a job says `const {name} = \"{example}\";`"));
                None
            }
        };
        let (schedule, zone) = (word("SCHEDULE", "0 */10 * * * *"), word("TIMEZONE", "Asia/Shanghai"));
        let cron = schedule.zip(zone).and_then(|(schedule, zone)| {
            let wrong = |(about, message): (&str, String)| fault(about, message);
            Cron::parse(schedule, zone).map_err(wrong).ok()
        });
        let roles = roles(constant("ROLES")).map_err(|message| fault("ROLES", message)).ok();
        let Some(name) = name_of(path) else {
            fault("", format!("a job lies at {FOLDER}NAME.rhai"));
            return Err(faults);
        };
        match (cron, roles) {
            (Some(cron), Some(roles)) if faults.is_empty() => Ok(Job { name: name.to_owned(), cron, roles, compiled }),
            _ => Err(faults),
        }
    }

    /// What the job says of itself: the `//!` lines at its top.
    pub fn doc(&self) -> &str {
        self.compiled.doc()
    }

    /// Whether the job's roles let it see and change tickets.
    pub fn is_staff(&self) -> bool {
        self.roles.iter().any(|role| role.is_staff() && *role != Role::Auditor)
    }

    /// Runs the script for the firing of `fire_time`. Wants the stack of scripts.
    pub fn run(&self, fire_time: Time, desk: Arc<dyn Desk>) -> Ended {
        let firing = Arc::new(Firing {
            prefix: format!("job/{}/{fire_time}", self.name),
            name: self.name.clone(),
            desk,
            acts: Mutex::default(),
        });
        let limits = Limits { wall: LONGEST_RUN, ..Limits::default() };
        match run(&self.compiled, firing, &limits) {
            Finished::Returned(_) | Finished::Ended => Ended::Well,
            Finished::Raised { error, place } => {
                let at = format!("{}:{}", place.source, place.line);
                match unavailable(&error) {
                    Some(message) => Ended::Unavailable(format!("{at}: {message}")),
                    None => Ended::Badly(format!("{at}: {}", error.to_json())),
                }
            }
            Finished::Faulted(fault) => Ended::Badly(fault.to_string()),
            Finished::Suspended => Ended::Badly("a job cannot wait".to_owned()),
        }
    }
}

/// What the text says wrong in the options of `tickets(#{ … })`.
fn check_queries(outline: &Outline) -> Vec<Fault> {
    let queries = outline.calls.iter().filter(|call| !call.method && call.name == "tickets");
    let options = queries.flat_map(|call| match call.args.first().map(|arg| &arg.shape) {
        Some(Shape::Map(fields)) => fields.as_slice(),
        _ => &[],
    });
    options
        .filter_map(|(key, at, arg)| Query::wrong(key, &arg.shape).map(|stop| (stop, at, &arg.place)))
        .map(found)
        .collect()
}

/// A mistake at its place: of an unknown option the option, else its value.
fn found((stop, key, value): (Stop, &Place, &Place)) -> Fault {
    let (code, message, hint) = match stop {
        Stop::Fault { code, message, hint } => (code, message, hint),
        other => ("internal", format!("{other:?}"), None),
    };
    let at = if code == "unknown_option" { key } else { value };
    let fault = Fault::of_file(at.source.clone(), code, message).at(at.line, at.column);
    Fault { hint, ..fault }
}

/// What a job names: its calls of a word with a literal text, or an option of
/// `tickets` that has one.
pub(super) fn named(path: &str, text: &str) -> Vec<(&'static str, String, Place)> {
    let outline = match examine(&Sources::new(path, text), vocabulary()) {
        Ok(compiled) => compiled.outline().clone(),
        Err((outline, _)) => outline,
    };
    let literal = |arg: &crate::script::Arg| match arg.literal() {
        Some(Value::Text(name)) => Some((name.clone(), arg.place.clone())),
        _ => None,
    };
    let one = |call: &CallSite| match (call.name.as_str(), call.args.first()) {
        ("group", Some(arg)) => literal(arg).map(|(name, at)| ("group", name, at)),
        ("tickets", Some(arg)) => {
            let Shape::Map(fields) = &arg.shape else { return None };
            let item = fields.iter().find(|(key, ..)| key == "item")?;
            literal(&item.2).map(|(name, at)| ("item", name, at))
        }
        _ => None,
    };
    outline.calls.iter().filter(|call| !call.method).filter_map(one).collect()
}

/// How a firing's script ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// At its last line.
    Well,
    /// By a mistake or an error of its own.
    Badly(String),
    /// The desk could not answer; the firing is worth another run.
    Unavailable(String),
}

fn roles(constant: Option<&Value>) -> Result<Vec<Role>, String> {
    let Some(Value::List(names)) = constant else {
        return Err("a job says `const ROLES = [\"agent\"];`: with whose rights it acts".to_owned());
    };
    let role = |value: &Value| {
        let name = value.text().ok_or("ROLES is a list of texts")?;
        Role::parse(name).ok_or_else(|| {
            let near = did_you_mean(name, Role::ALL.map(Role::as_str));
            let hint = near.map(|near| format!("; did you mean \"{near}\"?")).unwrap_or_default();
            format!("there is no role \"{name}\"{hint}")
        })
    };
    names.iter().map(role).collect()
}

/// One firing, as its script's host.
struct Firing {
    /// `job/NAME/FIRE_TIME`: what its commands' ids begin with.
    prefix: String,
    name: String,
    desk: Arc<dyn Desk>,
    /// How many commands were sent for each ticket. A firing that is run again
    /// counts the same, so that its n-th act on a ticket is carried out once.
    acts: Mutex<BTreeMap<i64, u32>>,
}

impl Host for Firing {
    fn call(&self, call: &mut Call<'_>) -> Result<Value, Stop> {
        match call.id() {
            TICKETS => {
                let found = self.desk.tickets(&Query::read(&call.value(0)?)?).map_err(raised)?;
                Ok(Value::List(found.into_iter().map(ticket).collect()))
            }
            GROUP => {
                let name = text(call, 0, "a group's name")?;
                let label = format!("group(\"{name}\")");
                Ok(Value::Object(Object::opaque("group", json!({ "group": name }), label)))
            }
            LOG => {
                tracing::info!(job = %self.name, "{}", text(call, 0, "a text")?);
                Ok(Value::Unit)
            }
            _ => Ok(Value::Time(self.desk.now())),
        }
    }

    fn method(&self, object: &Object, name: &str, args: Vec<Value>, _: &Place) -> Result<Value, Stop> {
        let number = object.key().get("ticket").and_then(Json::as_i64);
        let number = number.ok_or_else(|| Stop::fault("type", format!("{} cannot {name}", object.label())))?;
        let mut args = args.into_iter();
        let group = match args.next() {
            Some(Value::Object(who)) => who.key().get("group").and_then(Json::as_str).map(str::to_owned),
            _ => None,
        };
        let group = group.ok_or_else(|| Stop::fault("type", "escalate: a group(…) was expected"))?;
        let Some(Value::Text(reason)) = args.next() else {
            return Err(Stop::fault("type", "escalate: a reason was expected"));
        };
        let done =
            self.desk.escalate(self.command(number), number, Escalate { group: Some(group), level: None, reason });
        done.map(Value::Bool).map_err(raised)
    }
}

impl Firing {
    fn command(&self, number: i64) -> String {
        let mut acts = self.acts.lock();
        let n = acts.entry(number).or_default();
        *n += 1;
        format!("{}/{number}/{n}", self.prefix)
    }
}

fn text(call: &Call<'_>, index: usize, wanted: &str) -> Result<String, Stop> {
    match call.value(index)? {
        Value::Text(text) => Ok(text),
        other => Err(Stop::fault("type", format!("{}: {wanted} was expected, not {}", call.name(), other.type_name()))),
    }
}

/// The `kind` of the error that says so.
const UNAVAILABLE: &str = "unavailable";

/// The desk cannot answer: for the script to catch.
fn raised(message: String) -> Stop {
    let fields = [("kind", Value::from(UNAVAILABLE)), ("message", Value::Text(message))];
    Stop::Raise(Value::Map(fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()))
}

/// The message of such an error.
fn unavailable(error: &Value) -> Option<&str> {
    let Value::Map(fields) = error else { return None };
    let kind = fields.get("kind").and_then(Value::text);
    fields.get("message").and_then(Value::text).filter(|_| kind == Some(UNAVAILABLE))
}

fn ticket(seen: Seen) -> Value {
    let label = seen.fields.get("number").and_then(Value::text).unwrap_or("a ticket").to_owned();
    let key = json!({ "ticket": seen.number });
    Value::Object(Object::record("ticket", key, label, Arc::new(seen)))
}

impl Record for Seen {
    fn get(&self, name: &str) -> Option<Value> {
        self.fields.get(name).cloned()
    }
    fn declares(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }
    fn names(&self) -> Vec<String> {
        self.fields.keys().map(|name| (*name).to_owned()).collect()
    }
    fn json(&self) -> Json {
        let fields = self.fields.iter().map(|(name, value)| ((*name).to_owned(), value.to_json()));
        Json::Object(fields.collect::<Map<_, _>>())
    }
}

#[cfg(test)]
#[path = "job_tests.rs"]
mod tests;
