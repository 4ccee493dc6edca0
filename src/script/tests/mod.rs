//! The sandbox against a small host of its own: words that wait, raise, end and
//! run branches. What the words of workflows do is tested in `workflow`.

mod faults;
mod hostile;
mod suspension;
mod values;

use super::*;
use crate::model::journal::Place;
use crate::model::problem::Fault;
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

const STEP: u16 = 0;
const RAISE: u16 = 1;
const END: u16 = 2;
const PARALLEL: u16 = 3;
const GROUP: u16 = 4;
const NOTE: u16 = 5;
const MISTAKE: u16 = 6;
const PLUGIN: u16 = 7;
const EACH: u16 = 8;

fn words() -> Words {
    Words {
        words: vec![
            Word::new(STEP, "step", 1, 3).hints(&[Hint::Text, Hint::Object, Hint::Map]).step(),
            Word::new(RAISE, "raise", 1, 1).step(),
            Word::new(END, "end", 0, 1).step(),
            Word::new(PARALLEL, "parallel", 1, 2).takes(Takes::Branches).step(),
            Word::new(EACH, "for_all", 2, 2).takes(Takes::Each).step(),
            Word::new(GROUP, "group", 1, 1).hints(&[Hint::Text]),
            Word::new(NOTE, "note", 1, 1),
            Word::new(MISTAKE, "mistake", 0, 0),
        ],
        modules: BTreeMap::new(),
        other_modules: Some(Word::new(PLUGIN, "plugin", 1, 2).step()),
        methods: vec![Word::new(0, "escalate", 1, 2)],
        variables: vec!["form", "request", "ticket"],
    }
}

/// Answers of steps by name; a step without an answer waits.
#[derive(Default)]
struct TestHost {
    answers: BTreeMap<String, Value>,
    notes: Mutex<Vec<String>>,
    asked: Mutex<Vec<String>>,
}

impl TestHost {
    fn answering(answers: &[(&str, Value)]) -> Self {
        let answers = answers.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        Self { answers, ..Self::default() }
    }
    fn step(&self, name: String) -> Result<Value, Stop> {
        self.asked.lock().unwrap().push(name.clone());
        self.answers.get(&name).cloned().ok_or(Stop::Suspend)
    }
    fn branches(&self, call: &mut Call<'_>) -> Result<Value, Stop> {
        let branches: Vec<(String, Value)> = match call.value(0)? {
            Value::Map(map) => map.into_iter().collect(),
            Value::List(list) => list.into_iter().enumerate().map(|(n, value)| (n.to_string(), value)).collect(),
            other => return Err(Stop::fault("type", other.type_name())),
        };
        let mut results = BTreeMap::new();
        let mut waits = false;
        for (name, branch) in branches {
            let Value::Closure(closure) = branch else { return Err(Stop::fault("branch", "no closure")) };
            match call.invoke(&closure, Vec::new()) {
                Branch::Done(value) => {
                    results.insert(name, value);
                }
                Branch::Suspended => waits = true,
                Branch::Raised(error, _) => return Err(Stop::Raise(error)),
                Branch::Over => return Err(Stop::Suspend),
            }
        }
        if waits { Err(Stop::Suspend) } else { Ok(Value::Map(results)) }
    }
    fn each(&self, call: &mut Call<'_>) -> Result<Value, Stop> {
        let (Value::List(items), Value::Closure(closure)) = (call.value(0)?, call.value(1)?) else {
            return Err(Stop::fault("type", "list and closure"));
        };
        let mut results = Vec::new();
        for item in items {
            match call.invoke(&closure, vec![item]) {
                Branch::Done(value) => results.push(value),
                Branch::Suspended => return Err(Stop::Suspend),
                Branch::Raised(error, _) => return Err(Stop::Raise(error)),
                Branch::Over => return Err(Stop::Suspend),
            }
        }
        Ok(Value::List(results))
    }
}

struct Form;
impl Record for Form {
    fn get(&self, name: &str) -> Option<Value> {
        match name {
            "model" => Some("light".into()),
            "price" => Some(Value::from_json(&json!(900.5))),
            "count" => Some(Value::Int(3)),
            _ => None,
        }
    }
    fn declares(&self, name: &str) -> bool {
        name == "reason"
    }
    fn names(&self) -> Vec<String> {
        ["model", "price", "count", "reason"].map(str::to_owned).to_vec()
    }
    fn json(&self) -> serde_json::Value {
        json!({"model": "light", "price": 900.5, "count": 3})
    }
}

impl Host for TestHost {
    fn call(&self, call: &mut Call<'_>) -> Result<Value, Stop> {
        let text = |call: &Call<'_>| call.with_text(0, str::to_owned).unwrap_or_default();
        match call.id() {
            STEP => self.step(text(call)),
            RAISE => Err(Stop::Raise(Value::Map([("kind".to_owned(), call.value(0)?)].into()))),
            END => Err(Stop::End),
            PARALLEL => self.branches(call),
            EACH => self.each(call),
            GROUP => {
                let name = text(call);
                Ok(Value::Object(Object::opaque("who", json!({"group": name}), format!("group(\"{name}\")"))))
            }
            NOTE => {
                let note = format!("{}", super::dynamic::to_dynamic(call.value(0)?));
                self.notes.lock().unwrap().push(note);
                Ok(Value::Unit)
            }
            PLUGIN => self.step(format!("{}.{}", call.module().unwrap_or_default(), call.name())),
            _ => Err(Stop::fault_with("mistake", "the author erred", Some("mend it".to_owned()))),
        }
    }
    fn variable(&self, name: &str) -> Option<Value> {
        match name {
            "form" => Some(Value::Object(Object::record("form", json!(1), "the form", Arc::new(Form)))),
            "request" => Some(Value::Map([("price".to_owned(), Value::from_json(&json!(900.5)))].into())),
            "ticket" => Some(Value::Object(Object::opaque("ticket", json!(7), "SR-7"))),
            _ => None,
        }
    }
    fn property(&self, object: &Object, name: &str, _: &Place) -> Result<Value, Stop> {
        match name {
            "number" => Ok("SR-7".into()),
            _ => Err(Stop::fault("unknown_property", format!("{} has no {name}", object.label()))),
        }
    }
    fn method(&self, object: &Object, name: &str, args: Vec<Value>, _: &Place) -> Result<Value, Stop> {
        self.notes.lock().unwrap().push(format!("{}.{name}({})", object.label(), args.len()));
        Ok(Value::Unit)
    }
}

/// Runs a test on a thread with the stack that scripts want.
fn deep<T: Send + 'static>(test: impl FnOnce() -> T + Send + 'static) -> T {
    let thread = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(test).unwrap();
    match thread.join() {
        Ok(value) => value,
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

fn sources(text: &str, libraries: &[(&str, &str)]) -> Sources {
    let libraries = libraries.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    Sources { path: "workflows/test.rhai".to_owned(), text: text.to_owned(), libraries }
}

fn compiled(text: &str) -> Result<Compiled, Vec<Fault>> {
    compile(&sources(text, &[]), &Vocabulary::new(words()))
}

struct Ran {
    finished: Finished,
    notes: Vec<String>,
    asked: Vec<String>,
}

fn run_with(text: &str, host: TestHost, limits: Limits) -> Ran {
    let text = text.to_owned();
    deep(move || {
        let compiled = match compiled(&text) {
            Ok(compiled) => compiled,
            Err(faults) => panic!("{:.200}\n{}", text, faults.iter().map(|f| format!("{f}\n")).collect::<String>()),
        };
        let host = Arc::new(host);
        let finished = run(&compiled, host.clone(), &limits);
        let notes = host.notes.lock().unwrap().clone();
        let asked = host.asked.lock().unwrap().clone();
        Ran { finished, notes, asked }
    })
}

/// Runs with no answers at all.
fn ran(text: &str) -> Ran {
    run_with(text, TestHost::default(), Limits::default())
}

/// The faults of a script that must not compile.
fn faults(text: &str) -> Vec<String> {
    let text = text.to_owned();
    deep(move || match compiled(&text) {
        Ok(_) => panic!("compiled:\n{text}"),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    })
}
