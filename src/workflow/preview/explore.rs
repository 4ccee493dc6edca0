//! The exploration: run after run, each off the beaten way at one place, until
//! every way was looked at once.

use super::graph::{Drawing, Graph, Node, NodeKind, Unreached};
use super::guess::{Asked, Guess, Plan, Ways, frame_of};
use super::sample;
use super::{Ending, Holds, Run, Stage, Told};
use crate::model::journal::{JournalRow, Place, RowKind, RowState};
use crate::script::{CallSite, Value};
use crate::workflow::program::Program;
use crate::workflow::{spec, words};
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Runs of one exploration; a workflow of some hundred steps has as many ways.
const MOST_RUNS: usize = 400;
/// Answers of one run: a loop on unknown values ends somewhere.
const MOST_ANSWERS: usize = 200;
/// Answers of all runs together: what has more steps is drawn as far as it got.
const MOST_IN_ALL: usize = 12_000;

/// Looks at every way that a ticket may take. The first run takes the usual
/// answer everywhere: its steps come first in the graph. Of a form that nobody
/// knows some places are reached only by several rare answers together; these are
/// looked for as long as there are runs.
///
/// # Errors
/// Why there is no ticket at all.
pub fn explore<S: Stage>(stage: &S) -> Result<Graph, String> {
    let ways = Arc::new(Mutex::new(Ways::default()));
    let form = stage.unknown_form().map(Arc::new);
    let mut drawing = Drawing::default();
    let mut plan = Some(Plan::new());
    let (mut runs, mut answers) = (0, 0);
    while let Some(now) = plan.filter(|_| runs < MOST_RUNS && answers < MOST_IN_ALL) {
        runs += 1;
        let guess = Guess::new(now, Arc::clone(&ways), form.clone());
        let run = stage.begin(Arc::new(guess.clone()))?;
        let walk = Walk { run, guess, drawing: &mut drawing, last: BTreeMap::new(), forks: BTreeMap::new(), rows: 0 };
        answers += walk.walk();
        let misses = || stage.whole().is_some_and(|program| drawing.misses(program));
        plan = ways.lock().unwrap_or_else(PoisonError::into_inner).next(misses);
    }
    Ok(drawing.finish())
}

impl Graph {
    /// Steps and ends of the script that are not in the graph.
    pub fn unreached(&self, program: &Program) -> Vec<Unreached> {
        let drawn = |place: &Place| self.nodes.iter().any(|node| node.place.as_ref() == Some(place));
        let kind = |call: &CallSite| match call.module {
            Some(_) => Some(RowKind::Plugin),
            None => spec::find(&call.name).and_then(|spec| spec.kind),
        };
        let wanted = |kind: &RowKind| kind.waits() || *kind == RowKind::End;
        let calls = program.places().filter_map(|call| Some((call, kind(call).filter(wanted)?)));
        calls
            .filter(|(call, _)| !drawn(&call.place))
            .map(|(call, kind)| {
                let name = match call.args.first().and_then(|arg| arg.literal()) {
                    Some(Value::Text(name)) if kind != RowKind::End => format!(" \"{name}\""),
                    _ => String::new(),
                };
                Unreached { what: format!("{}{name}", call.name), place: call.place.clone() }
            })
            .collect()
    }
}

/// Where a branch stands: at a node, with the label of the way out of it.
#[derive(Clone)]
struct Stand {
    node: String,
    label: String,
    /// Nobody has answered yet: there is no way out of it.
    waits: bool,
}

impl Stand {
    fn at(node: &str, label: &str) -> Self {
        Self { node: node.to_owned(), label: label.to_owned(), waits: false }
    }
}

/// One run, drawn while it goes.
struct Walk<'d, R: Run> {
    run: R,
    guess: Guess,
    drawing: &'d mut Drawing,
    /// Where each branch stands.
    last: BTreeMap<String, Stand>,
    /// The node that begins the branches of a join, by the join's path.
    forks: BTreeMap<String, String>,
    /// Rows that were looked at.
    rows: usize,
}

impl<R: Run> Walk<'_, R> {
    /// Goes the way to its end; says how many steps were answered.
    fn walk(mut self) -> usize {
        let start = self.drawing.node("start", |id| Node::plain(id, NodeKind::Start, "start"));
        self.last.insert(String::new(), Stand::at(&start, ""));
        let mut answered = 0;
        while answered < MOST_ANSWERS {
            self.look();
            let Some(row) = self.next() else { break };
            if let Err(message) = self.answer(&row) {
                self.unclear(&message);
                return answered;
            }
            answered += 1;
        }
        match self.run.ending() {
            Some(Ending { unclear: Some(message), .. }) => self.unclear(&message),
            Some(ending) => self.end(&ending),
            None => self.unclear("the script goes on for more answers than a preview gives"),
        }
        answered
    }

    /// The step that is answered next: of a race that of the branch that is to win.
    fn next(&self) -> Option<JournalRow> {
        let first = self.guess.first();
        let open = || self.run.rows().iter().filter(|row| row.state == RowState::Open && row.kind.waits());
        let wins = |row: &&JournalRow| first.iter().any(|branch| row.path.starts_with(branch));
        open().find(wins).or_else(|| open().next()).cloned()
    }

    /// Draws what is new since the last answer: conditions first, since a row
    /// stands behind what was asked on the way to it.
    fn look(&mut self) {
        for Asked { frame, condition, yes } in self.guess.asked() {
            let key = format!("?{condition}");
            let node = self.drawing.node(&key, |id| Node::plain(id, NodeKind::Condition, &condition));
            self.enter(&frame, &node);
            self.last.insert(frame, Stand::at(&node, if yes { "yes" } else { "no" }));
        }
        let new: Vec<JournalRow> = self.run.rows().iter().skip(self.rows).cloned().collect();
        self.rows += new.len();
        for row in new {
            match row.kind {
                RowKind::Join => self.joined(&row),
                kind if kind.waits() && row.state == RowState::Open => {
                    let node = self.step(&row);
                    self.enter(frame_of(&row.path), &node);
                    self.last.insert(frame_of(&row.path).to_owned(), Stand { waits: true, ..Stand::at(&node, "") });
                }
                // Nobody is asked: what was over at once is drawn with what came of it.
                RowKind::Ticket | RowKind::Wait if row.state == RowState::Done => {
                    let node = self.step(&row);
                    self.enter(frame_of(&row.path), &node);
                    let outcome = row.answer.as_ref().map(|answer| answer.outcome.as_str()).unwrap_or_default();
                    self.last.insert(frame_of(&row.path).to_owned(), Stand::at(&node, outcome));
                }
                _ => {}
            }
        }
    }

    fn step(&mut self, row: &JournalRow) -> String {
        let told = || self.run.told(row);
        self.drawing.node(&key(row), |id| {
            let Told { asks, due_in, on_timeout } = told();
            Node {
                step: Some(row.kind),
                label: row.name.clone(),
                asks,
                due_in,
                on_timeout,
                place: Some(row.place.clone()),
                ..Node::plain(id, NodeKind::Step, "")
            }
        })
    }

    /// A way from where the branch stands; its first node comes from its fork.
    fn enter(&mut self, frame: &str, node: &str) {
        if let Some(Stand { node: from, label, .. }) = self.last.get(frame) {
            return self.drawing.edge(&from.clone(), node, &label.clone());
        }
        let Some((join, branch)) = frame.trim_end_matches('.').rsplit_once('/') else { return };
        let fork = match self.forks.get(join) {
            Some(fork) => fork.clone(),
            None => {
                let fork =
                    self.drawing.node(&format!("fork {node}"), |id| Node::plain(id, NodeKind::Fork, "side by side"));
                self.enter(frame_of(join), &fork);
                self.last.insert(frame_of(join).to_owned(), Stand { waits: true, ..Stand::at(&fork, "") });
                self.forks.insert(join.to_owned(), fork.clone());
                fork
            }
        };
        self.drawing.edge(&fork, node, branch);
    }

    /// Branches come together: those that were answered.
    fn joined(&mut self, row: &JournalRow) {
        let Some(fork) = self.forks.get(&row.path).cloned() else { return };
        let failed = row.state == RowState::Failed;
        let node = self.drawing.node(&format!("join {fork}"), |id| Node::plain(id, NodeKind::Join, "together"));
        let below = format!("{}/", row.path);
        let (branches, rest): (BTreeMap<_, _>, BTreeMap<_, _>) =
            std::mem::take(&mut self.last).into_iter().partition(|(frame, _)| frame.starts_with(&below));
        self.last = rest;
        if row.name == words::any_of::SPEC.name {
            self.raced(row, &below, &branches);
        }
        for Stand { node: from, label, .. } in branches.into_values().filter(|stand| !stand.waits) {
            self.drawing.edge(&from, &node, &label);
        }
        let label = if failed { "failed" } else { "" };
        self.last.insert(frame_of(&row.path).to_owned(), Stand::at(&node, label));
    }

    /// Any branch of a race may be the first.
    fn raced(&self, row: &JournalRow, below: &str, branches: &BTreeMap<String, Stand>) {
        let name = |frame: &String| frame.strip_prefix(below)?.split('.').next().map(str::to_owned);
        let answered = branches.iter().filter(|(_, stand)| !stand.waits).filter_map(|(frame, _)| name(frame));
        let mut ways: Vec<String> = answered.take(1).collect();
        for other in branches.keys().filter_map(name) {
            if !ways.contains(&other) {
                ways.push(other);
            }
        }
        self.guess.won(&row.path, &format!("race {}:{}:{}", row.place.source, row.place.line, row.place.column), &ways);
    }

    fn answer(&mut self, row: &JournalRow) -> Result<(), String> {
        let outcomes = self.run.outcomes(row);
        let outcome = self.guess.outcome(row, &key(row), &outcomes);
        let outcome = outcome.ok_or_else(|| format!("nobody can say what becomes of {}", row.kind.as_str()))?;
        let good = outcomes.first().is_some_and(|first| first.state == outcome.state);
        let holds = if good { self.run.answer_holds(row) } else { Holds::Nothing };
        let output = match &holds {
            Holds::Schema(schema) => sample::json_of(schema, &row.name, 0, &sample::Nobody),
            Holds::Nothing | Holds::Anything => Json::Null,
        };
        self.guess.will_hold(row, holds);
        if let Some(stand) = self.last.get_mut(frame_of(&row.path)) {
            stand.label.clone_from(&outcome.name);
            stand.waits = false;
        }
        self.run.suppose(row.id, &outcome, output)
    }

    /// Where the ticket ends: in the branch of the script that said so.
    fn end(mut self, ending: &Ending) {
        let said = self.run.rows().iter().find(|row| row.kind == RowKind::End && row.place.line > 0).cloned();
        let frame = said.as_ref().map(|row| frame_of(&row.path).to_owned()).unwrap_or_default();
        let code = ending.code.as_deref().unwrap_or("left to people");
        let label = match (&said, ending.text.as_str()) {
            (Some(_), text) if !text.is_empty() => format!("{code}: {text}"),
            _ => code.to_owned(),
        };
        let place = said.as_ref().map(|row| row.place.clone());
        let key = match &place {
            Some(place) => format!("end {}:{}:{}", place.source, place.line, place.column),
            None => format!("end {code}"),
        };
        let node = self.drawing.node(&key, |id| Node { place, ..Node::plain(id, NodeKind::End, &label) });
        let frame = if self.last.contains_key(&frame) { frame } else { String::new() };
        self.leave(&frame, &node);
    }

    fn unclear(mut self, message: &str) {
        let node = self.drawing.node(&format!("unclear {message}"), |id| Node::plain(id, NodeKind::Unclear, message));
        self.leave("", &node);
    }

    /// The last way of a run: from the branch that ended it, or from the one
    /// that was answered last.
    fn leave(&mut self, frame: &str, node: &str) {
        let Some(own) = self.last.get(frame).cloned() else { return };
        let fork = self.forks.values().any(|fork| *fork == own.node);
        let within = self.last.iter().rfind(|(other, stand)| *other != frame && !stand.waits);
        let from = within.filter(|_| fork).map_or(own, |(_, stand)| stand.clone());
        self.drawing.edge(&from.node, node, &from.label);
    }
}

/// What makes a step the same in different runs: where it stands in the text.
fn key(row: &JournalRow) -> String {
    let place = &row.place;
    format!("{} {}:{}:{} {}", row.kind.as_str(), place.source, place.line, place.column, row.name)
}
