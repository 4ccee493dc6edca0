//! The guesses of one run: which way each step and condition goes, and which
//! other ways are to be looked at in runs of their own.

use super::sample;
use super::{Holds, Outcome};
use crate::model::journal::{JournalRow, RowKind};
use crate::script::{Object, Record, Thing, Unknown, Value};
use crate::workflow::oracle::Oracle;
use crate::workflow::run::Read;
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Which way is taken where: a step's path, or `?` and a condition.
pub(super) type Plan = BTreeMap<String, String>;

/// What the key of a race begins with, before the path of its join.
const FIRST: &str = "first ";

/// What all runs of an exploration share: ways that were or will be looked at.
#[derive(Default)]
pub(super) struct Ways {
    seen: BTreeSet<(String, String)>,
    waiting: VecDeque<Plan>,
    /// Ways that were looked at already, from where others were taken before:
    /// looked at again where some of the script is still not reached.
    again: VecDeque<Plan>,
    kept: BTreeSet<Plan>,
}

/// Ways that are kept to be looked at again; of more nothing comes in time.
const MOST_AGAIN: usize = 1_000;

impl Ways {
    /// What is looked at next; `all` says whether ways count that were looked at.
    pub(super) fn next(&mut self, all: impl FnOnce() -> bool) -> Option<Plan> {
        match self.waiting.pop_front() {
            None if !self.again.is_empty() && all() => self.again.pop_front(),
            next => next,
        }
    }

    /// Keeps another way for a run of its own. `same` tells the place from others.
    fn keep(&mut self, same: &str, way: &str, plan: Plan) {
        if self.seen.insert((same.to_owned(), way.to_owned())) {
            self.waiting.push_back(plan);
        } else if self.kept.len() < MOST_AGAIN && self.kept.insert(plan.clone()) {
            self.again.push_back(plan);
        }
    }
}

/// A condition that was asked in a run.
pub(super) struct Asked {
    /// In which branch.
    pub(super) frame: String,
    pub(super) condition: String,
    pub(super) yes: bool,
}

/// The oracle of one run.
#[derive(Clone)]
pub(super) struct Guess {
    state: Arc<Mutex<State>>,
    form: Option<Arc<Json>>,
}

struct State {
    plan: Plan,
    taken: Plan,
    ways: Arc<Mutex<Ways>>,
    asked: Vec<Asked>,
    /// What answers hold, by path.
    holds: BTreeMap<String, Holds>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl State {
    /// The way that is taken at `key`; the others are kept for later. `same`
    /// tells the place from others: each way of it is looked at once.
    fn choose(&mut self, key: &str, same: &str, ways: &[String]) -> String {
        if let Some(taken) = self.taken.get(key) {
            return taken.clone();
        }
        let first = ways.first().cloned().unwrap_or_default();
        let chosen = self.plan.get(key).filter(|way| ways.contains(way)).cloned().unwrap_or(first);
        let mut shared = lock(&self.ways);
        shared.seen.insert((same.to_owned(), chosen.clone()));
        for other in ways.iter().filter(|way| **way != chosen) {
            let mut plan = self.taken.clone();
            plan.insert(key.to_owned(), other.clone());
            shared.keep(same, other, plan);
        }
        drop(shared);
        self.taken.insert(key.to_owned(), chosen.clone());
        chosen
    }
}

impl Guess {
    pub(super) fn new(plan: Plan, ways: Arc<Mutex<Ways>>, form: Option<Arc<Json>>) -> Self {
        let state = State { plan, taken: Plan::new(), ways, asked: Vec::new(), holds: BTreeMap::new() };
        Self { state: Arc::new(Mutex::new(state)), form }
    }

    /// Which of its outcomes a step comes to.
    pub(super) fn outcome(&self, row: &JournalRow, same: &str, outcomes: &[Outcome]) -> Option<Outcome> {
        let names: Vec<String> = outcomes.iter().map(|outcome| outcome.name.clone()).collect();
        let chosen = lock(&self.state).choose(&row.path, same, &names);
        outcomes.iter().find(|outcome| outcome.name == chosen).cloned()
    }

    /// Which branch of a race came first; the others are to win in runs of their own.
    pub(super) fn won(&self, join: &str, same: &str, branches: &[String]) {
        lock(&self.state).choose(&format!("{FIRST}{join}"), same, branches);
    }

    /// What the paths of the branches begin with that are to come first.
    pub(super) fn first(&self) -> Vec<String> {
        let state = lock(&self.state);
        let races = state.plan.iter().filter_map(|(key, way)| Some((key.strip_prefix(FIRST)?, way)));
        races.map(|(join, branch)| format!("{join}/{branch}.")).collect()
    }

    /// What the answer of a step will hold.
    pub(super) fn will_hold(&self, row: &JournalRow, holds: Holds) {
        lock(&self.state).holds.insert(row.path.clone(), holds);
    }

    /// What was asked since the last look, in its order.
    pub(super) fn asked(&self) -> Vec<Asked> {
        std::mem::take(&mut lock(&self.state).asked)
    }
}

impl Oracle for Guess {
    fn variable(&self, name: &str, known: Object) -> Object {
        match (&self.form, name) {
            (Some(schema), "form") => Object::new(UnknownForm(Arc::clone(schema))),
            (Some(_), "requester" | "requested_for") => Object::new(UnknownPerson(known)),
            (Some(_), "request") => Object::new(UnknownRequest(known)),
            _ => known,
        }
    }

    fn answered(&self, row: &JournalRow, value: Value) -> Value {
        let holds = lock(&self.state).holds.get(&row.path).cloned();
        let named =
            if row.kind == RowKind::Plugin { row.name.replace('.', "::") } else { format!("“{}”", row.name) };
        match (holds, value) {
            (Some(Holds::Schema(schema)), Value::Map(mut fields)) => {
                let own = fields.clone();
                fields.extend(sample::fields(&schema, &named, 0));
                // How it was answered is known.
                let said = ["ok", "outcome", "by", "on_behalf_of", "at", "votes", "name"];
                fields.extend(said.iter().filter_map(|key| Some(((*key).to_owned(), own.get(*key)?.clone()))));
                Unknown::value(named, Value::Map(fields))
            }
            (Some(Holds::Schema(schema)), _) => sample::unknown(&schema, &named, 0, false),
            (Some(Holds::Anything), value @ Value::Map(_)) => Unknown::value(named, value),
            (_, value) => value,
        }
    }

    fn unknown_form(&self) -> bool {
        self.form.is_some()
    }

    fn read(&self, read: &Read, value: Value) -> Value {
        match (read, &self.form) {
            (Read::Ticket { field }, Some(_)) => Unknown::value(format!("ticket.{field}"), value),
            _ => value,
        }
    }

    fn decide(&self, frame: &str, condition: &str) -> bool {
        let mut state = lock(&self.state);
        let key = format!("?{condition}");
        let known = state.taken.contains_key(&key);
        let yes = state.choose(&key, &key, &["yes".to_owned(), "no".to_owned()]) == "yes";
        if !known {
            state.asked.push(Asked { frame: frame.to_owned(), condition: condition.to_owned(), yes });
        }
        yes
    }
}

/// What the paths of a branch begin with, from a path within it.
pub(super) fn frame_of(path: &str) -> &str {
    match path.contains('/') {
        true => path.rfind('.').and_then(|at| path.get(..=at)).unwrap_or_default(),
        false => "",
    }
}

/// `form`, of which only the schema is known.
struct UnknownForm(Arc<Json>);

impl UnknownForm {
    fn properties(&self) -> impl Iterator<Item = (&String, &Json)> {
        sample::properties(&self.0).into_iter()
    }
    fn is_required(&self, name: &str) -> bool {
        let required = self.0.get("required").and_then(Json::as_array).into_iter().flatten();
        required.filter_map(Json::as_str).any(|known| known == name)
    }
}

impl Thing for UnknownForm {
    fn kind(&self) -> &'static str {
        "form"
    }
    fn key(&self) -> Json {
        json!("form")
    }
    fn label(&self) -> String {
        "the form".to_owned()
    }
    fn record(&self) -> Option<&dyn Record> {
        Some(self)
    }
}

impl Record for UnknownForm {
    fn get(&self, name: &str) -> Option<Value> {
        let schema = self.properties().find(|(known, _)| *known == name)?.1;
        Some(sample::unknown(schema, &format!("form.{name}"), 0, !self.is_required(name)))
    }
    fn declares(&self, name: &str) -> bool {
        self.properties().any(|(known, _)| known == name)
    }
    fn names(&self) -> Vec<String> {
        self.properties().map(|(name, _)| name.clone()).collect()
    }
    fn json(&self) -> Json {
        Json::Object(sample::form(&self.0, &sample::Nobody))
    }
}

/// `request`, of a form that is not known.
struct UnknownRequest(Object);

/// What of a request depends on who fills the form in, and how.
const OPEN: [&str; 3] = ["channel", "location", "price"];

impl Thing for UnknownRequest {
    fn kind(&self) -> &'static str {
        "request"
    }
    fn key(&self) -> Json {
        json!("request")
    }
    fn label(&self) -> String {
        self.0.label()
    }
    fn record(&self) -> Option<&dyn Record> {
        Some(self)
    }
}

impl Record for UnknownRequest {
    fn get(&self, name: &str) -> Option<Value> {
        let known = self.0.fields()?.get(name)?;
        Some(if OPEN.contains(&name) { Unknown::value(format!("request.{name}"), known) } else { known })
    }
    fn declares(&self, name: &str) -> bool {
        self.0.fields().is_some_and(|fields| fields.declares(name))
    }
    fn names(&self) -> Vec<String> {
        self.0.fields().map(Record::names).unwrap_or_default()
    }
    fn json(&self) -> Json {
        self.0.json()
    }
}

/// `requester`, `requested_for`, where nobody knows who asks: whom it is about
/// stays, what is known of them does not.
pub(in crate::workflow) struct UnknownPerson(pub(in crate::workflow) Object);

/// What scripts decide by.
const VARYING: [&str; 3] = ["department", "language", "location"];

impl Thing for UnknownPerson {
    fn kind(&self) -> &'static str {
        self.0.kind()
    }
    fn key(&self) -> Json {
        self.0.key()
    }
    fn label(&self) -> String {
        Unknown::text(&format!("{}.name", self.0.kind()))
    }
    fn record(&self) -> Option<&dyn Record> {
        Some(self)
    }
}

impl Record for UnknownPerson {
    fn get(&self, name: &str) -> Option<Value> {
        let known = self.0.fields()?.get(name);
        if !VARYING.contains(&name) {
            return known;
        }
        let label = format!("{}.{name}", self.0.kind());
        let sample = Value::Text(Unknown::text(&label));
        Some(Unknown::value(label, sample))
    }
    fn declares(&self, name: &str) -> bool {
        self.0.fields().is_some_and(|fields| fields.declares(name))
    }
    fn names(&self) -> Vec<String> {
        self.0.fields().map(Record::names).unwrap_or_default()
    }
    fn json(&self) -> Json {
        self.0.json()
    }
}
