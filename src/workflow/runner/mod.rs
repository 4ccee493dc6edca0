//! Takes a script through its journal: answers what is answered, opens what is
//! not, finds where the two part. The host behind every word of a workflow. Here
//! are steps, effects, reads and ends; joins, values and the verdict have files
//! of their own.

mod conclude;
mod joins;
mod values;

pub(super) use joins::Join;

use super::answer::{Settled, StepError, settled};
use super::fields::Fields;
use super::journal::{Index, Reached};
use super::oracle::Oracle;
use super::result::result;
use super::run::{Draft, End, Facts, Read, RunInput};
use crate::model::catalog::Meaning;
use crate::model::ids::StepId;
use crate::model::journal::{Answer, Arguments, JournalRow, Place, RowKind, RowState};
use crate::model::ticket::Submission;
use crate::model::time::Time;
use crate::script::{Call, Limits, Object, Stop, Unknown, Value};
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// One answer, and the arguments of one step, in bytes of JSON.
const ANSWER_LIMIT: usize = 64 << 10;

/// The host of one run.
pub(super) struct Runner {
    pub(super) submission: Arc<Submission>,
    pub(super) currency: String,
    form_fields: Option<Arc<BTreeSet<String>>>,
    fields: Fields,
    forms: Arc<BTreeMap<String, Arc<Meaning>>>,
    path: Arc<str>,
    item_values: Json,
    cancelling: bool,
    facts: Arc<dyn Facts>,
    oracle: Option<Arc<dyn Oracle>>,
    journal: Index,
    limits: Limits,
    state: Mutex<State>,
    variables: [OnceLock<Object>; 8],
}

/// What changes while the script runs. Never locked while a branch runs.
struct State {
    frames: Vec<Frame>,
    reached: Reached,
    drafts: Vec<Draft>,
    cancelled: Vec<StepId>,
    /// Errors raised so far, with what a script's map does not say.
    raised: VecDeque<(Value, StepError)>,
    end: Option<End>,
    /// Patches that the ticket was past when it met them.
    unpatched: BTreeSet<String>,
}

/// A branch, or the script itself: where the next step goes.
struct Frame {
    /// What every path in it begins with: nothing, or `4/device.`.
    prefix: String,
    /// The number of the next step.
    next: u32,
    /// Effects since the last step.
    effects: u32,
    /// When the last step passed was settled.
    now: Time,
}

impl Frame {
    fn new(prefix: String, now: Time) -> Self {
        Self { prefix, next: 0, effects: 0, now }
    }
    /// Goes on to the next step; its number.
    fn advance(&mut self) -> u32 {
        self.next += 1;
        self.effects = 0;
        self.next - 1
    }
    /// The path of the step last come to.
    fn path(&self) -> String {
        format!("{}{}", self.prefix, self.next.saturating_sub(1))
    }
    /// What the paths of effects begin with here: those after step P are `P.eN`,
    /// those before a branch's first step take its prefix: `e1`, `4/device.e1`.
    fn effect_base(&self) -> String {
        match self.next.checked_sub(1) {
            Some(last) => format!("{}{last}.", self.prefix),
            None => self.prefix.clone(),
        }
    }
}

impl Runner {
    pub(super) fn new(input: RunInput) -> Self {
        let journal = Index::new(input.journal);
        let state = State {
            frames: vec![Frame::new(String::new(), input.run_started)],
            reached: journal.reached(),
            drafts: Vec::new(),
            cancelled: Vec::new(),
            raised: VecDeque::new(),
            end: None,
            unpatched: BTreeSet::new(),
        };
        Self {
            submission: input.submission,
            currency: input.currency,
            form_fields: input.form_fields,
            fields: input.fields,
            forms: input.forms,
            path: input.program.path().into(),
            item_values: input.item_values,
            cancelling: input.cancelling,
            facts: input.facts,
            oracle: input.program.oracle().cloned(),
            limits: Limits::default(),
            journal,
            state: Mutex::new(state),
            variables: Default::default(),
        }
    }

    pub(super) fn limits(&self) -> &Limits {
        &self.limits
    }

    fn path(&self) -> &str {
        &self.path
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Goes on to the next step; its row when there is one.
    fn next(&self) -> Option<&Arc<JournalRow>> {
        let mut state = self.state();
        let State { frames, reached, .. } = &mut *state;
        let frame = frames.last_mut()?;
        let number = frame.advance();
        self.journal.reach_step(reached, &frame.prefix, number)
    }

    /// The path of the step that `next` came to.
    fn path_here(&self) -> String {
        self.state().frames.last().map(Frame::path).unwrap_or_default()
    }

    /// The row must be what the script asks for: kind and name are its identity.
    fn identity(row: &JournalRow, kind: RowKind, name: &str, at: (u32, u32)) -> Result<(), Stop> {
        if row.kind == kind && row.name == name {
            return Ok(());
        }
        let message = format!(
            "step {}: the journal has {} (recorded at {}:{}:{}), but the script now asks for {} (at line {}, position {})",
            row.path,
            described(row.kind, &row.name),
            row.place.source,
            row.place.line,
            row.place.column,
            described(kind, name),
            at.0,
            at.1,
        );
        Err(divergence(message))
    }

    /// A step that waits: its answer, or an open row.
    pub(super) fn step(
        &self,
        call: &mut Call<'_>,
        kind: RowKind,
        name: String,
        open: impl FnOnce(&mut Call<'_>) -> Result<Arguments, Stop>,
    ) -> Result<Value, Stop> {
        if let Some(row) = self.next() {
            Self::identity(row, kind, &name, call.position())?;
            return self.answered(row, call);
        }
        let path = self.path_here();
        if self.cancelling && kind != RowKind::Plugin {
            return Err(self.raise(StepError {
                kind: "cancelled".to_owned(),
                message: format!("{} was not opened: the ticket is being cancelled", described(kind, &name)),
                step: name,
                comment: None,
                code: None,
                by: None,
                row: Some(kind),
                path: Some(path),
                place: call.place(),
            }));
        }
        let arguments = open(call)?;
        let place = call.place();
        self.draft(Draft { path, kind, name, state: RowState::Open, arguments, answer: None, place })?;
        Err(Stop::Suspend)
    }

    fn answered(&self, row: &Arc<JournalRow>, call: &Call<'_>) -> Result<Value, Stop> {
        if row.is_open() {
            return Err(Stop::Suspend);
        }
        self.pass(row.settled_at);
        let error = match settled(row) {
            Settled::Good => None,
            Settled::Bad(error) => Some(error),
            Settled::Error(error) => return Err(self.raise(StepError { place: call.place(), ..*error })),
        };
        let value = result(row, error, self.answer_fields(row));
        Ok(match &self.oracle {
            Some(oracle) => {
                let plain = value.object().and_then(Object::value);
                oracle.answered(row, plain.unwrap_or(value))
            }
            None => value,
        })
    }

    /// What the texts of a step's answer stand for, where it had a form.
    fn answer_fields(&self, row: &JournalRow) -> Option<Fields> {
        let form = row.arguments.options.get("form").and_then(Json::as_str)?;
        let meaning = self.forms.get(form).cloned()?;
        Some(Fields { meaning, zone: self.fields.zone })
    }

    /// `now()` moves to when the step just passed was settled.
    fn pass(&self, settled_at: Option<Time>) {
        if let (Some(at), Some(frame)) = (settled_at, self.state().frames.last_mut()) {
            frame.now = frame.now.max(at);
        }
    }
    pub(super) fn now(&self) -> Value {
        self.state().frames.last().map_or(Value::Unit, |frame| Value::Time(frame.now))
    }

    /// `now()` as scripts hear it: unknown where nobody knows when it will be.
    pub(super) fn said_now(&self) -> Value {
        if self.supposes() { Unknown::value("now()", self.now()) } else { self.now() }
    }
    /// Whether nobody knows the form, nor who asks: a preview of all ways.
    pub(super) fn supposes(&self) -> bool {
        self.oracle.as_ref().is_some_and(|oracle| oracle.unknown_form())
    }

    pub(super) fn raise(&self, error: StepError) -> Stop {
        let value = error.value();
        let mut state = self.state();
        // More steps than a journal has rows go wrong only in a loop without an end.
        if state.raised.len() >= self.limits.steps {
            state.raised.pop_front();
        }
        state.raised.push_back((value.clone(), error));
        Stop::Raise(value)
    }
    /// What was raised as this value, or what a script threw in its likeness.
    pub(super) fn raised(&self, value: &Value, place: &Place) -> Option<StepError> {
        let state = self.state();
        let known = state.raised.iter().rev().find(|(raised, _)| raised == value).map(|(_, error)| error.clone());
        known.or_else(|| StepError::of_thrown(value, place.clone()))
    }

    /// Takes a new row in, within the limits.
    fn draft(&self, draft: Draft) -> Result<(), Stop> {
        measure(&draft)?;
        let limit = self.limits.steps;
        let mut state = self.state();
        if self.journal.len() + state.drafts.len() >= limit {
            return Err(Stop::fault("limit", format!("a run has at most {limit} steps, effects and reads")));
        }
        state.drafts.push(draft);
        Ok(())
    }

    /// Something that takes place at once. It stands outside the numbering:
    /// matched by name among the effects after the same step, so that adding or
    /// removing one never parts script and journal.
    pub(super) fn effect(
        &self,
        call: &mut Call<'_>,
        name: &str,
        arguments: impl FnOnce(&mut Call<'_>) -> Result<Arguments, Stop>,
    ) -> Result<Value, Stop> {
        let Some(path) = self.new_effect(name) else { return Ok(Value::Unit) };
        let arguments = arguments(call)?;
        let place = call.place();
        let name = name.to_owned();
        let draft = Draft { path, kind: RowKind::Effect, name, state: RowState::Done, arguments, answer: None, place };
        self.facts.effect(&draft).map_err(|message| Stop::fault("effect", message))?;
        self.draft(draft)?;
        Ok(Value::Unit)
    }

    /// The path of an effect that has not taken place; nothing when it has, or
    /// when the ticket is past it: what a new script would have done is not made up for.
    fn new_effect(&self, name: &str) -> Option<String> {
        let mut state = self.state();
        let state = &mut *state;
        let frame = state.frames.last_mut()?;
        frame.effects += 1;
        let (number, base) = (frame.effects, frame.effect_base());
        let next = format!("{}{}", frame.prefix, frame.next);
        if self.journal.reach_effect(&mut state.reached, &base, number, name) || self.journal.has_at_or_below(&next) {
            return None;
        }
        let drafted = state.drafts.iter().filter_map(|draft| draft.path.strip_prefix(&base)?.strip_prefix('e'));
        let last = drafted.filter_map(|n| n.parse().ok()).max().unwrap_or(0);
        Some(format!("{base}e{}", last.max(self.journal.last_effect(&base)) + 1))
    }

    /// A value from outside, fetched once.
    pub(super) fn read(&self, name: String, read: &Read, values: Json, place: &Place) -> Result<Json, Stop> {
        if let Some(row) = self.next() {
            Self::identity(row, RowKind::Read, &name, (place.line, place.column))?;
            return Ok(row.answer.as_ref().map_or(Json::Null, |answer| answer.output.clone()));
        }
        let path = self.path_here();
        let value = self.facts.read(read).map_err(|message| Stop::fault("read", message))?;
        let mut arguments = Arguments::default();
        if let Json::Object(values) = values {
            arguments.values = values;
        }
        let answer = Answer { output: value.clone(), ..Answer::default() };
        let draft = Draft {
            path,
            kind: RowKind::Read,
            name,
            state: RowState::Done,
            arguments,
            answer: Some(answer),
            place: place.clone(),
        };
        self.draft(draft)?;
        Ok(value)
    }

    /// Whether the ticket goes the new way at a place where the script was changed:
    /// it does if it was not past it when it first came there. A marker stands
    /// outside the numbering, as effects do.
    pub(super) fn patch(&self, call: &Call<'_>, id: String) -> Result<bool, Stop> {
        let path = format!("patch/{id}");
        {
            let mut state = self.state();
            let state = &mut *state;
            let drafted = state.drafts.iter().any(|draft| draft.path == path);
            if drafted || self.journal.reach(&mut state.reached, &path).is_some() {
                return Ok(true);
            }
            let next = state.frames.last().map(|frame| format!("{}{}", frame.prefix, frame.next)).unwrap_or_default();
            if state.unpatched.contains(&id) || self.journal.has_at_or_below(&next) {
                state.unpatched.insert(id);
                return Ok(false);
            }
        }
        let (arguments, place) = (Arguments::default(), call.place());
        let state = RowState::Done;
        self.draft(Draft { path, kind: RowKind::Patch, name: id, state, arguments, answer: None, place })?;
        Ok(true)
    }

    /// The end of a script.
    pub(super) fn end(&self, call: &mut Call<'_>, end: End) -> Result<Value, Stop> {
        if let Some(row) = self.next() {
            Self::identity(row, RowKind::End, end.word.as_str(), call.position())?;
        } else {
            let draft = end_draft(self.path_here(), &end, call.place());
            self.draft(draft)?;
        }
        self.state().end = Some(end);
        Err(Stop::End)
    }
}

fn described(kind: RowKind, name: &str) -> String {
    if name.is_empty() { kind.as_str().to_owned() } else { format!("{} \"{name}\"", kind.as_str()) }
}

fn divergence(message: String) -> Stop {
    let hint = "the script has changed under a running ticket: publish it so that this ticket keeps its version, \
                or put back what is missing";
    Stop::fault_with("divergence", message, Some(hint.to_owned()))
}

fn end_draft(path: String, end: &End, place: Place) -> Draft {
    let mut arguments = Arguments { options: end.options.clone(), ..Arguments::default() };
    if !end.text.is_empty() {
        arguments.text = Some(end.text.clone());
    }
    if let Some(code) = &end.code {
        arguments.values.insert("code".to_owned(), json!(code));
    }
    let name = end.word.as_str().to_owned();
    Draft { path, kind: RowKind::End, name, state: RowState::Done, arguments, answer: None, place }
}

/// What is kept must stay small enough to be kept.
fn measure(draft: &Draft) -> Result<(), Stop> {
    let over = |what: &str| Stop::fault("limit", format!("{what} of \"{}\" is over 64 KiB", draft.name));
    let size = |json: serde_json::Result<Vec<u8>>| json.map_or(usize::MAX, |bytes| bytes.len());
    if let Some(answer) = &draft.answer
        && size(serde_json::to_vec(&answer.output)) > ANSWER_LIMIT
    {
        return Err(over("the value"));
    }
    if size(serde_json::to_vec(&draft.arguments)) > ANSWER_LIMIT {
        return Err(over("what is passed to the step"));
    }
    Ok(())
}
