//! `lookup`: rows of a published list.

use super::text;
use crate::script::{Call, Hint, Stop, Unknown, Value};
use crate::workflow::run::Read;
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};
use std::str::FromStr;

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "The rows of `schemas/lists/NAME.csv`, or with a key the row whose first column is that; `()` where there is \
          none. Read once and kept. Cells that are numbers are numbers, empty ones are `()`.",
    example: r#"let data = lookup("systems", "crm");
for level in lookup("authority") { if request.price > level.above { approval(level.title, group(level.group)); } }"#,
    arity: (1, 2),
    params: &[Param::List, Param::Any],
    hints: &[Hint::Text, Hint::Text],
    ..Spec::new("lookup", "lookup(list, key?)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    let list = text(&SPEC, call, 0, "the name of the list")?;
    if let Some(key) = call.unknown(1) {
        return some_row(runner, call, list, &key.label);
    }
    let key = match call.value(1)? {
        Value::Unit if call.len() < 2 => None,
        // An absent field of the form is in no list.
        Value::Unit => return Ok(Value::Unit),
        Value::Int(number) => Some(number.to_string()),
        Value::Decimal(number) => Some(number.to_string()),
        Value::Object(picked) => picked.json().as_str().map(str::to_owned),
        _ => Some(text(&SPEC, call, 1, "the key")?),
    };
    let values = json!({ "list": list, "key": key });
    let read = Read::Lookup { list, key };
    runner.read(SPEC.name.to_owned(), &read, values, &call.place()).map(|json| cells(&json))
}

/// A row of which nobody knows the key: each of its cells is unknown.
fn some_row(runner: &Runner, call: &Call<'_>, list: String, key: &str) -> Result<Value, Stop> {
    let label = format!("lookup(\"{list}\", {key})");
    let (values, read) = (json!({ "list": list }), Read::Lookup { list, key: None });
    let rows = runner.read(SPEC.name.to_owned(), &read, values, &call.place())?;
    let first = rows.as_array().and_then(|rows| rows.first()).and_then(Json::as_object).cloned().unwrap_or_default();
    let cell = |(column, text): (String, Json)| {
        let label = format!("{label}.{column}");
        let sample = match cells(&text) {
            number @ (Value::Int(_) | Value::Decimal(_)) => number,
            _ => Value::Text(Unknown::text(&label)),
        };
        (column, Unknown::value(label, sample))
    };
    Ok(Unknown::value(label.clone(), Value::Map(first.into_iter().map(cell).collect())))
}

fn cells(json: &Json) -> Value {
    match json {
        Json::Array(rows) => Value::List(rows.iter().map(cells).collect()),
        Json::Object(row) => Value::Map(row.iter().map(|(column, cell)| (column.clone(), cells(cell))).collect()),
        Json::String(text) => cell(text),
        other => Value::from_json(other),
    }
}

/// A number is what is written as one would write it: `007` stays a text.
fn cell(text: &str) -> Value {
    if text.is_empty() {
        return Value::Unit;
    }
    match (i64::from_str(text), Decimal::from_str(text)) {
        (Ok(number), _) if number.to_string() == text => Value::Int(number),
        (_, Ok(number)) if number.to_string() == text => Value::Decimal(number),
        _ => Value::Text(text.to_owned()),
    }
}
