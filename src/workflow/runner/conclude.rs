//! What the desk is told of a run: from how the script finished to a verdict.

use super::{Runner, State, described, end_draft};
use crate::model::journal::{Answer, Arguments, JournalRow, Place, RowKind, RowState};
use crate::model::problem::Fault;
use crate::script::{Finished, Value};
use crate::workflow::run::{End, EndWord, Outcome, Verdict};
use serde_json::{Map, Value as Json};

/// All answers and arguments of one run, in bytes.
const RUN_LIMIT: usize = 4 << 20;
/// So many rows stay under it, whatever they hold.
const FEW_ROWS: usize = 32;

impl Runner {
    /// What the desk is told.
    pub(in crate::workflow) fn conclude(&self, finished: Finished) -> Outcome {
        let verdict = match finished {
            Finished::Faulted(fault) => return stuck(fault),
            Finished::Suspended => Verdict::Waiting,
            Finished::Ended => match self.state().end.take() {
                Some(end) => Verdict::Ended(end),
                None => Verdict::Waiting,
            },
            Finished::Returned(_) => match self.own_end() {
                Ok(end) => Verdict::Ended(end),
                Err(fault) => return stuck(fault),
            },
            Finished::Raised { error, place } => match self.raised(&error, &place) {
                Some(error) => Verdict::Failed(error),
                None => return stuck(uncaught(&error, place)),
            },
        };
        if let Some(fault) = self.missed() {
            return stuck(fault);
        }
        let mut state = self.state();
        if self.weighs_too_much(&state) {
            let message = format!("a run keeps at most {} MiB of answers and arguments", RUN_LIMIT >> 20);
            return stuck(Fault::of_file(self.path(), "limit", message));
        }
        if !matches!(verdict, Verdict::Waiting) {
            self.sweep(&mut state);
        }
        Outcome { drafts: std::mem::take(&mut state.drafts), cancelled: std::mem::take(&mut state.cancelled), verdict }
    }

    /// A script that ends without an end word.
    fn own_end(&self) -> Result<End, Fault> {
        let end = End { word: EndWord::Implicit, text: String::new(), code: None, options: Default::default() };
        match self.next() {
            Some(row) => match Self::identity(row, RowKind::End, end.word.as_str(), (0, 0)) {
                Ok(()) => {}
                Err(_) => return Err(not_asked(row)),
            },
            None => {
                let place = Place { source: self.path().to_owned(), ..Place::default() };
                let draft = end_draft(self.path_here(), &end, place);
                self.state().drafts.push(draft);
            }
        }
        Ok(end)
    }

    /// Whether all that the run keeps is over the limit. Few rows cannot be:
    /// each is limited too.
    fn weighs_too_much(&self, state: &State) -> bool {
        if state.drafts.is_empty() || self.journal.len() + state.drafts.len() < FEW_ROWS {
            return false;
        }
        let kept = self.journal.rows().iter().map(|row| weight(&row.arguments, row.answer.as_ref()));
        let new = state.drafts.iter().map(|draft| weight(&draft.arguments, draft.answer.as_ref()));
        kept.chain(new).sum::<usize>() > RUN_LIMIT
    }

    fn missed(&self) -> Option<Fault> {
        let state = self.state();
        self.journal.missed(&state.reached).map(not_asked)
    }

    /// At the end of a script nothing of it waits any more.
    fn sweep(&self, state: &mut State) {
        state.drafts.retain(|draft| draft.state != RowState::Open);
        self.give_up(state, |_| true);
    }

    /// Open rows that nobody will answer any more.
    pub(super) fn give_up(&self, state: &mut State, which: impl Fn(&str) -> bool) {
        for row in self.journal.rows() {
            let open = row.is_open() && row.kind != RowKind::Plugin && which(&row.path);
            // Joins within joins give up the same rows.
            if open && !state.cancelled.contains(&row.id) {
                state.cancelled.push(row.id);
            }
        }
    }
}

fn not_asked(row: &JournalRow) -> Fault {
    let message = format!(
        "step {}: the journal has {}, but the script no longer asks for it",
        row.path,
        described(row.kind, &row.name)
    );
    Fault::of_file(row.place.source.clone(), "divergence", message)
        .at(row.place.line, row.place.column)
        .hint("the script has changed under a running ticket, or what it read came out differently")
}

fn uncaught(error: &Value, place: Place) -> Fault {
    let said = match error {
        Value::Text(text) => text.clone(),
        other => other.to_json().to_string(),
    };
    Fault::of_file(place.source, "uncaught", format!("the script threw: {said}"))
        .at(place.line, place.column)
        .hint("to end a ticket, say resolve(…), fail(…) or reject(…)")
}

fn stuck(fault: Fault) -> Outcome {
    Outcome { drafts: Vec::new(), cancelled: Vec::new(), verdict: Verdict::Stuck(fault) }
}

/// About how many bytes of JSON a row keeps.
fn weight(arguments: &Arguments, answer: Option<&Answer>) -> usize {
    let map = |map: &Map<String, Json>| map.iter().map(|(key, value)| key.len() + json_weight(value)).sum::<usize>();
    let text = |text: &Option<String>| text.as_ref().map_or(0, String::len);
    map(&arguments.options)
        + map(&arguments.values)
        + text(&arguments.text)
        + text(&arguments.about)
        + arguments.show.as_ref().map_or(0, json_weight)
        + answer.map_or(0, |answer| json_weight(&answer.output) + text(&answer.comment))
}

fn json_weight(json: &Json) -> usize {
    match json {
        Json::String(text) => text.len() + 2,
        Json::Array(items) => items.iter().map(json_weight).sum::<usize>() + 2,
        Json::Object(fields) => fields.iter().map(|(key, value)| key.len() + json_weight(value) + 4).sum::<usize>() + 2,
        _ => 8,
    }
}
