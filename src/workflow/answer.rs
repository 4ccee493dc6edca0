//! Whether a settled row is a result, or an error that the script may catch.
//! Language.md, "Errors". What a result holds is in `result`.

use super::records::named_value;
use crate::model::journal::{Answer, JournalRow, Named, Place, RowKind, RowState};
use crate::script::Value;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// Kinds of errors that a step raises.
pub const ERROR_KINDS: [&str; 6] = ["rejected", "declined", "expired", "failed", "refused", "cancelled"];

/// A bad answer that nobody caught, or that a join was settled with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepError {
    /// One of `ERROR_KINDS`.
    pub kind: String,
    /// The step's name.
    pub step: String,
    /// In words.
    pub message: String,
    /// What was said with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// Rejection code, refusal code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Who answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Named>,
    /// What sort of step; nothing when the script threw it itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<RowKind>,
    /// The step's path.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Where in the script.
    pub place: Place,
}

impl StepError {
    /// The map that a `catch` gets.
    pub(super) fn value(&self) -> Value {
        let text = |text: &Option<String>| text.clone().map_or(Value::Unit, Value::Text);
        Value::Map(BTreeMap::from([
            ("kind".to_owned(), self.kind.as_str().into()),
            ("step".to_owned(), self.step.as_str().into()),
            ("message".to_owned(), self.message.as_str().into()),
            ("comment".to_owned(), text(&self.comment)),
            ("code".to_owned(), text(&self.code)),
            ("by".to_owned(), self.by.as_ref().map_or(Value::Unit, named_value)),
        ]))
    }

    /// An error map that a script made or changed itself; `None` when it is no
    /// error of the language.
    pub(super) fn of_thrown(error: &Value, place: Place) -> Option<StepError> {
        let Value::Map(map) = error else { return None };
        let text = |key: &str| map.get(key).and_then(Value::text).map(str::to_owned);
        let kind = text("kind").filter(|kind| ERROR_KINDS.contains(&kind.as_str()))?;
        Some(StepError {
            step: text("step").unwrap_or_default(),
            message: text("message").unwrap_or_else(|| format!("the script ended as {kind}")),
            comment: text("comment"),
            code: text("code"),
            by: None,
            row: None,
            path: None,
            kind,
            place,
        })
    }
}

/// What a settled row means to the script.
pub(super) enum Settled {
    /// A good result.
    Good,
    /// A bad one that the script gets as a value (`go_on`).
    Bad(Box<StepError>),
    /// An error, without the place where it is raised.
    Error(Box<StepError>),
}

/// What a row has that was settled without an answer.
pub(super) static NOTHING: Answer = Answer {
    outcome: String::new(),
    output: Json::Null,
    comment: None,
    code: None,
    by: None,
    on_behalf_of: None,
    carried_from: None,
};

/// Reads a row that is not open.
pub(super) fn settled(row: &JournalRow) -> Settled {
    let answer = row.answer.as_ref().unwrap_or(&NOTHING);
    match bad(row, answer) {
        None => Settled::Good,
        Some(kind) if goes_on(row, kind) => Settled::Bad(Box::new(error(row, answer, kind))),
        Some(kind) => Settled::Error(Box::new(error(row, answer, kind))),
    }
}

/// The kind of error that an answer is; `None` when it is a good one.
fn bad(row: &JournalRow, answer: &Answer) -> Option<&'static str> {
    // A returned approval ends its run; only the clean-up of a cancelled ticket comes by it.
    if row.state == RowState::Cancelled || answer.outcome == "returned" {
        return Some("cancelled");
    }
    if let Some(kind) = ERROR_KINDS.iter().find(|kind| **kind == answer.outcome) {
        return Some(kind);
    }
    if row.state == RowState::Done {
        return None;
    }
    Some(match row.kind {
        RowKind::Approval => "rejected",
        RowKind::Cost => "declined",
        RowKind::Plugin => "refused",
        _ => "failed",
    })
}

/// Whether a bad answer is a value: the option of the step said so when it was
/// opened, or the desk settled the row as done all the same.
fn goes_on(row: &JournalRow, kind: &str) -> bool {
    let option = match kind {
        // However another ticket ended: where it did not succeed, it failed.
        "rejected" | "cancelled" if row.kind == RowKind::Ticket && row.state != RowState::Cancelled => "on_fail",
        "rejected" => "on_reject",
        "declined" => "on_decline",
        "expired" => "on_timeout",
        "cancelled" => return false,
        _ => "on_fail",
    };
    row.state == RowState::Done || row.arguments.options.get(option).and_then(Json::as_str) == Some("go_on")
}

fn error(row: &JournalRow, answer: &Answer, kind: &str) -> StepError {
    StepError {
        kind: kind.to_owned(),
        step: row.name.clone(),
        message: message(row, answer, kind),
        comment: answer.comment.clone(),
        code: answer.code.clone(),
        by: answer.by.clone(),
        row: Some(row.kind),
        path: Some(row.path.clone()),
        place: row.place.clone(),
    }
}

fn message(row: &JournalRow, answer: &Answer, kind: &str) -> String {
    if let (RowKind::Plugin, Some(said)) = (row.kind, &answer.comment) {
        return said.clone();
    }
    let what = if row.name.is_empty() {
        match row.kind {
            RowKind::Cost => "the cost".to_owned(),
            kind => kind.as_str().to_owned(),
        }
    } else {
        format!("\"{}\"", row.name)
    };
    match kind {
        "expired" => format!("{what} was not answered in time"),
        "failed" => format!("{what} failed"),
        kind => format!("{what} was {kind}"),
    }
}
