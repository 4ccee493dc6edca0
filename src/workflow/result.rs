//! What a script gets of an answered step (language.md, "Steps"). A replay meets
//! hundreds of results and looks into few: a field is made when it is read.

use super::answer::{NOTHING, StepError};
use super::fields::Fields;
use super::records::named_value;
use crate::model::journal::{Answer, JournalRow, RowKind};
use crate::script::{Object, Record, Thing, Value};
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;
use std::sync::Arc;

/// Fields that every result has.
const COMMON: [&str; 6] = ["ok", "outcome", "by", "on_behalf_of", "at", "comment"];

/// The result of an answered row; `error` where the answer was a bad one and the
/// script goes on with it; `fields` where it had a form.
pub(super) fn result(row: &Arc<JournalRow>, error: Option<Box<StepError>>, fields: Option<Fields>) -> Value {
    // A plugin may answer with a list or a number: then that is the value.
    if row.kind == RowKind::Plugin && error.is_none() {
        let output = &answer(row).output;
        if !matches!(output, Json::Object(_) | Json::Null) {
            return Value::from_json(output);
        }
    }
    Value::Object(Object::new(StepResult { row: Arc::clone(row), error, fields }))
}

fn answer(row: &JournalRow) -> &Answer {
    row.answer.as_ref().unwrap_or(&NOTHING)
}

struct StepResult {
    row: Arc<JournalRow>,
    error: Option<Box<StepError>>,
    /// What the texts of its form stand for.
    fields: Option<Fields>,
}

impl StepResult {
    /// Fields of its kind, with what they are where nothing was said.
    fn own(row: &JournalRow, name: &str) -> Option<Value> {
        match (row.kind, name) {
            (RowKind::Cost, "amount") => Some(amount(row)),
            (RowKind::Task, "name") => Some(row.name.as_str().into()),
            (RowKind::Work, "code") => Some(optional(answer(row).code.as_ref())),
            (RowKind::Work, "cost") => Some(cost(row)),
            _ => None,
        }
    }

    fn common(&self, name: &str) -> Option<Value> {
        let answer = answer(&self.row);
        Some(match name {
            "ok" => Value::Bool(self.error.is_none()),
            "outcome" => answer.outcome.as_str().into(),
            "by" => answer.by.as_ref().map_or(Value::Unit, named_value),
            "on_behalf_of" => answer.on_behalf_of.as_ref().map_or(Value::Unit, named_value),
            "at" => self.row.settled_at.map_or(Value::Unit, Value::Time),
            "comment" => optional(answer.comment.as_ref()),
            _ => return None,
        })
    }

    /// What a bad answer says beside.
    fn said(&self, name: &str) -> Option<Value> {
        let error = self.error.as_ref()?;
        match name {
            "message" => Some(error.message.as_str().into()),
            "code" => Some(optional(error.code.as_ref())),
            _ => None,
        }
    }

    /// What its form declares, filled in or not.
    fn declared(&self) -> impl Iterator<Item = &String> {
        self.fields.iter().filter_map(|fields| fields.meaning.declared.get("")).flatten()
    }

    fn map(&self) -> BTreeMap<String, Value> {
        let names = self.names().into_iter();
        names.filter_map(|name| self.get(&name).map(|value| (name, value))).collect()
    }
}

fn optional(text: Option<&String>) -> Value {
    text.map_or(Value::Unit, |text| Value::Text(text.clone()))
}

/// Fields that results of a kind have, whatever their form: also those of a bad answer.
pub(super) fn fields_of(kind: RowKind) -> impl Iterator<Item = &'static str> {
    COMMON.into_iter().chain(compulsory(kind).iter().copied()).chain(["code", "message"])
}

/// Fields that a result of this kind has whether they were said or not.
fn compulsory(kind: RowKind) -> &'static [&'static str] {
    match kind {
        RowKind::Approval => &["votes"],
        RowKind::Cost => &["amount"],
        RowKind::Task => &["name"],
        RowKind::Work => &["code", "cost", "group", "minutes", "resolution", "workaround"],
        RowKind::Ticket => &["closure_code", "number", "resolution"],
        _ => &[],
    }
}

/// What a compulsory field is where nothing was said.
fn unsaid(name: &str) -> Value {
    match name {
        "votes" => Value::List(Vec::new()),
        "workaround" => Value::Bool(false),
        _ => Value::Unit,
    }
}

impl Record for StepResult {
    fn get(&self, name: &str) -> Option<Value> {
        let row = &self.row;
        let output = || {
            let said = answer(row).output.get(name)?;
            Some(self.fields.as_ref().map_or_else(|| Value::from_json(said), |fields| fields.value(name, said)))
        };
        let declared = || self.declared().any(|known| known == name);
        let unsaid = || (compulsory(row.kind).contains(&name) || declared()).then(|| unsaid(name));
        let own = || Self::own(row, name);
        self.common(name).or_else(own).or_else(|| self.said(name)).or_else(output).or_else(unsaid)
    }
    fn declares(&self, _: &str) -> bool {
        false
    }
    fn names(&self) -> Vec<String> {
        let row = &self.row;
        let bad: &[&str] = if self.error.is_some() { &["code", "message"] } else { &[] };
        let fixed = COMMON.iter().chain(compulsory(row.kind)).chain(bad);
        let output = answer(row).output.as_object().into_iter().flat_map(serde_json::Map::keys);
        let all: BTreeSet<String> =
            fixed.map(|name| (*name).to_owned()).chain(output.cloned()).chain(self.declared().cloned()).collect();
        all.into_iter().collect()
    }
    fn json(&self) -> Json {
        Value::Map(self.map()).to_json()
    }
}

impl Thing for StepResult {
    fn kind(&self) -> &'static str {
        "result"
    }
    fn key(&self) -> Json {
        json!(self.row.path)
    }
    fn label(&self) -> String {
        Record::json(self).to_string()
    }
    fn record(&self) -> Option<&dyn Record> {
        Some(self)
    }
    fn value(&self) -> Option<Value> {
        Some(Value::Map(self.map()))
    }
}

/// What work cost: an amount, where it is one.
fn cost(row: &JournalRow) -> Value {
    let said = answer(row).output.get("cost").map_or(Value::Unit, Value::from_json);
    said.text().and_then(|text| Decimal::from_str(text).ok()).map_or(said, Value::Decimal)
}

/// The amount that was confirmed: the answer's where it names one, else the one asked for.
fn amount(row: &JournalRow) -> Value {
    let said = answer(row).output.get("amount").and_then(|amount| match amount {
        Json::String(text) => Decimal::from_str(text).ok(),
        Json::Number(number) => Decimal::from_str(&number.to_string()).ok(),
        _ => None,
    });
    said.or_else(|| row.arguments.amount.as_ref().map(|money| money.amount)).map_or(Value::Unit, Value::Decimal)
}
