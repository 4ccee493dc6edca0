//! Replays of answered journals, against the same text on bare Rhai whose words
//! are stubs that return a constant: what durability costs.

use crate::client::thread_cpu;
use crate::table::{Series, row};
use chrono::{DateTime, Utc};
use maitred::model::ids::{StepId, TicketId, UserId};
use maitred::model::journal::{Answer, FORMAT, JournalRow, Named, Origin, RowKind, RowState};
use maitred::model::ticket::{PersonSnapshot, Submission};
use maitred::model::time::Time;
use maitred::script::Sources;
use maitred::workflow::{Draft, Facts, Fields, Known, Program, Read, RunInput, Verdict};
use rhai::{AST, Dynamic, Engine, ImmutableString, Map, Scope};
use serde_json::{Value as Json, json};
use std::fmt::Write;
use std::hint::black_box;
use std::sync::Arc;
use uuid::Uuid;

const SIZES: [usize; 4] = [5, 20, 100, 500];
/// One measurement takes at least so many seconds.
const SPELL: f64 = 0.08;
/// Calls between two looks at the clock.
const BATCH: u32 = 32;

/// Steps as authors write them: an approval by name, a task with options, a
/// question, each looked into once in a while.
fn text(steps: usize) -> String {
    let mut text = String::new();
    for n in 0..steps {
        let line = match n % 4 {
            0 => format!("approval(\"Line manager {n}\", manager_of(requested_for));"),
            1 => format!("task(\"Prepare {n}\", group(\"service-desk\"), #{{ within: \"2wd\", about: form.model }});"),
            2 => format!("if task(\"Look {n}\", group(\"service-desk\")).ok {{ note(\"seen\"); }}"),
            _ => format!("ask(\"Is {n} there?\", requester, #{{ within: \"2wd\", on_timeout: \"go_on\" }});"),
        };
        writeln!(text, "{line}").expect("a text");
    }
    text + "resolve(\"Done\");\n"
}

pub fn run(rounds: usize) {
    println!("\nReplay of answered steps, against the same text on bare Rhai with stubs");
    let benches: Vec<(Journaled, Bare)> = SIZES.iter().map(|n| (Journaled::new(*n), Bare::new(*n))).collect();
    let mut took = vec![(Vec::new(), Vec::new()); SIZES.len()];
    for _ in 0..rounds {
        for (n, (journaled, bare)) in benches.iter().enumerate() {
            took[n].0.push(journaled.measure());
            took[n].1.push(bare.measure());
        }
    }
    for (n, steps) in SIZES.iter().enumerate() {
        let ratio = took[n].0.iter().zip(&took[n].1).map(|(ours, bare)| ours / bare);
        row(&format!("{steps} steps"), &Series::of(took[n].0.iter().copied()), "µs", "");
        row(&format!("{steps} steps, times bare Rhai"), &Series::of(ratio), "", "at most 2");
    }
    let growth = took[3].0.iter().zip(&took[2].0).map(|(most, fewer)| most / fewer);
    row("500 steps, times 100 steps", &Series::of(growth), "", "at most 5.5");
}

/// Microseconds of CPU of each call, over at least a spell: what else the
/// machine does is no part of it. Between calls, what the next one wants is made.
fn each<T>(prepare: impl Fn() -> T, call: impl Fn(T)) -> f64 {
    let (mut took, mut calls) = (0.0, 0u32);
    while took < SPELL {
        let batch: Vec<T> = (0..BATCH).map(|_| prepare()).collect();
        let start = thread_cpu();
        batch.into_iter().for_each(&call);
        took += thread_cpu() - start;
        calls += BATCH;
    }
    took * 1e6 / f64::from(calls)
}

/// The same words without a meaning.
struct Bare {
    engine: Engine,
    ast: AST,
}

impl Bare {
    fn new(steps: usize) -> Self {
        let mut engine = Engine::new();
        engine.set_optimization_level(rhai::OptimizationLevel::None).set_max_expr_depths(64, 64);
        let answer = || {
            let mut map = Map::new();
            map.insert("ok".into(), Dynamic::TRUE);
            map
        };
        let (result, with_options) = (answer(), answer());
        for word in ["approval", "task", "ask"] {
            let (two, three) = (result.clone(), with_options.clone());
            engine.register_fn(word, move |_: ImmutableString, _: Dynamic| two.clone());
            engine.register_fn(word, move |_: ImmutableString, _: Dynamic, _: Map| three.clone());
        }
        engine.register_fn("manager_of", |who: Dynamic| who);
        engine.register_fn("group", |name: ImmutableString| name);
        for word in ["note", "resolve"] {
            engine.register_fn(word, |_: ImmutableString| ());
        }
        let ast = engine.compile(text(steps)).expect("it compiles");
        Self { engine, ast }
    }

    fn measure(&self) -> f64 {
        each(
            || (),
            |()| {
                let mut scope = Scope::new();
                let mut form = Map::new();
                form.insert("model".into(), "pro".into());
                scope.push("form", form).push("requested_for", "ann").push("requester", "ann");
                let last = self.engine.eval_ast_with_scope::<Dynamic>(&mut scope, &self.ast);
                let _ = black_box(last.expect("it runs"));
            },
        )
    }
}

/// A ticket all of whose steps are answered.
struct Journaled {
    program: Arc<Program>,
    submission: Arc<Submission>,
    journal: Vec<Arc<JournalRow>>,
}

struct Nobody;

impl Facts for Nobody {
    fn read(&self, _: &Read) -> Result<Json, String> {
        Err("a replay reads nothing".to_owned())
    }
    fn effect(&self, _: &Draft) -> Result<(), String> {
        Ok(())
    }
}

fn time() -> Time {
    Time::new(DateTime::<Utc>::UNIX_EPOCH)
}

fn ann() -> PersonSnapshot {
    PersonSnapshot {
        id: UserId(Uuid::from_u128(1)),
        username: "ann".to_owned(),
        name: "Ann Lim".to_owned(),
        email: None,
        phone: None,
        department: None,
        location: None,
        language: "en".to_owned(),
    }
}

impl Journaled {
    fn new(steps: usize) -> Self {
        let sources = Sources::new("workflows/bench.rhai", text(steps));
        let program = Program::compile("bench", &sources, &Known::default()).expect("it compiles");
        let Json::Object(form) = json!({ "model": "pro" }) else { unreachable!("an object") };
        let submission = Submission {
            form,
            price: None,
            channel: "portal".to_owned(),
            title: "A laptop".to_owned(),
            location: None,
            requester: ann(),
            requested_for: ann(),
        };
        let mut ticket = Self { program: Arc::new(program), submission: Arc::new(submission), journal: Vec::new() };
        ticket.answer_all();
        ticket
    }

    /// Takes the script from step to step to its end, as the desk does.
    fn answer_all(&mut self) {
        loop {
            let outcome = maitred::workflow::run(self.input());
            let rows: Vec<_> = outcome.drafts.into_iter().map(|draft| Arc::new(self.answered(draft))).collect();
            self.journal.extend(rows);
            if matches!(outcome.verdict, Verdict::Ended(_)) {
                return;
            }
            assert_eq!(outcome.verdict, Verdict::Waiting);
        }
    }

    fn answered(&self, draft: Draft) -> JournalRow {
        let outcome = match draft.kind {
            RowKind::Approval => "approved",
            RowKind::Question => "answered",
            _ => "done",
        };
        let max = Named { id: UserId(Uuid::from_u128(2)), username: "max".to_owned(), name: "Max Lim".to_owned() };
        let given = Answer { outcome: outcome.to_owned(), by: Some(max), ..Answer::default() };
        JournalRow {
            id: StepId(Uuid::from_u128(self.journal.len() as u128)),
            ticket: TicketId(Uuid::from_u128(7)),
            run: 1,
            path: draft.path,
            position: i32::try_from(self.journal.len()).unwrap_or(i32::MAX),
            kind: draft.kind,
            name: draft.name,
            state: RowState::Done,
            arguments: draft.arguments,
            answer: draft.answer.or(Some(given)),
            origin: Origin::Script,
            place: draft.place,
            opened_at: time(),
            due_at: None,
            settled_at: Some(time()),
            settled_by: None,
            settled_seq: None,
            format: FORMAT,
        }
    }

    fn input(&self) -> RunInput {
        RunInput {
            program: Arc::clone(&self.program),
            submission: Arc::clone(&self.submission),
            form_fields: None,
            fields: Fields::default(),
            forms: Arc::default(),
            item_values: Json::Null,
            currency: "EUR".to_owned(),
            journal: self.journal.clone(),
            run_started: time(),
            cancelling: false,
            facts: Arc::new(Nobody),
        }
    }

    /// The journal comes from the database: to copy it here is not part of a replay.
    fn measure(&self) -> f64 {
        let replay = |input| {
            let outcome = black_box(maitred::workflow::run(input));
            assert!(outcome.drafts.is_empty() && matches!(outcome.verdict, Verdict::Ended(_)), "it is a replay");
        };
        each(|| self.input(), replay)
    }
}
