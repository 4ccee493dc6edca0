//! Words that look: what waits, for whom, what was said, how it ended. What is
//! not as expected fails the scenario and says what is there instead.

use super::asked::Asked;
use super::play::{Cast, Play, called, not_open, own_name, standing, what_is_open, whole_name};
use crate::model::text::did_you_mean;
use crate::script::{Stop, Value};
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use std::str::FromStr;

type Looked = Result<Option<Value>, Stop>;

fn unmet(message: impl Into<String>) -> Stop {
    Stop::fault("expectation", message)
}

pub(super) fn open(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Looked {
    let names = asked.texts(0, "the steps")?;
    let scene = cast.ticket.look();
    let mut left: Vec<_> = scene.open().collect();
    for name in names {
        match left.iter().position(|row| called(row, name)) {
            Some(at) => drop(left.remove(at)),
            None => return Err(not_open(&scene, name)),
        }
    }
    match left.first() {
        None => Ok(None),
        Some(row) => Err(unmet(format!("\"{}\" is open as well; {}", whole_name(row), what_is_open(&scene)))),
    }
}

pub(super) fn asked(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Looked {
    let name = asked.text(0, "the step")?;
    let row = cast.find(&cast.ticket.look(), name)?;
    let expected: BTreeSet<String> = asked.texts(1, "the people")?.into_iter().map(str::to_owned).collect();
    if row.asked == expected {
        return Ok(None);
    }
    let listed = |names: &BTreeSet<String>| names.iter().cloned().collect::<Vec<_>>().join(", ");
    Err(unmet(format!("\"{name}\" asks {}, not {}", listed(&row.asked), listed(&expected))))
}

pub(super) fn notified(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Looked {
    let (who, text) = (asked.text(0, "the person")?, asked.text(1, "the text")?);
    let scene = cast.ticket.look();
    let told: Vec<&str> = scene.notices.iter().filter(|(user, _)| user == who).map(|(_, text)| text.as_str()).collect();
    if told.iter().any(|told| told.contains(text)) {
        return Ok(None);
    }
    let instead = match told.as_slice() {
        [] => "nothing".to_owned(),
        told => told.iter().map(|told| format!("\"{told}\"")).collect::<Vec<_>>().join(", "),
    };
    Err(unmet(format!("{who} was not told \"{text}\" but {instead}")))
}

pub(super) fn ends(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Looked {
    let (code, text) = (asked.text(0, "the closure code")?, asked.maybe_text(1, "the text")?);
    let scene = cast.ticket.look();
    if !crate::model::ticket::ClosureCode::ALL.iter().any(|known| known.as_str() == code) {
        let known: Vec<&str> = crate::model::ticket::ClosureCode::ALL.iter().map(|known| known.as_str()).collect();
        return Err(asked.wrong(format!("\"{code}\" is no closure code; there are {}", known.join(", "))));
    }
    if scene.closure_code.as_deref() != Some(code) {
        return Err(unmet(format!("the ticket is {}, not {code}; {}", standing(&scene), what_is_open(&scene))));
    }
    match text {
        Some(text) if !scene.ending.contains(text) => {
            Err(unmet(format!("it ends with \"{}\", which does not hold \"{text}\"", scene.ending)))
        }
        _ => Ok(None),
    }
}

pub(super) fn has(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Looked {
    let expected = Value::Map(asked.map(0, "what the ticket has")?).to_json();
    differs(&cast.ticket.look().ticket, &expected, "").map_or(Ok(None), |message| Err(unmet(message)))
}

/// The first difference of what is there from what is expected; of a map only
/// what is expected counts.
fn differs(found: &Json, expected: &Json, path: &str) -> Option<String> {
    match (found, expected) {
        (Json::Object(found), Json::Object(expected)) => expected.iter().find_map(|(key, value)| {
            let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            match found.get(key) {
                Some(found) => differs(found, value, &path),
                None => {
                    let near = did_you_mean(key, found.keys().map(String::as_str));
                    let hint = near.map(|near| format!("; did you mean \"{near}\"?")).unwrap_or_default();
                    Some(format!("there is no \"{path}\"{hint}"))
                }
            }
        }),
        _ if same(found, expected) => None,
        _ => Some(format!("{path} is {found}, not {expected}")),
    }
}

/// Money is a text in the API and a number in a script.
fn same(found: &Json, expected: &Json) -> bool {
    let number = |json: &Json| match json {
        Json::Number(number) => Decimal::from_str(&number.to_string()).ok(),
        Json::String(text) => Decimal::from_str(text).ok(),
        _ => None,
    };
    found == expected || expected.is_number() && number(found).is_some() && number(found) == number(expected)
}

pub(super) fn step(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Looked {
    let name = asked.text(0, "the step")?;
    let scene = cast.ticket.look();
    let row = scene.rows.iter().rev().find(|row| row.kind.waits() && called(row, name));
    let row = row.ok_or_else(|| not_open(&scene, name))?;
    let mut map = json!({
        "kind": row.kind, "name": own_name(row), "about": row.about, "state": row.state, "outcome": row.outcome,
        "asked": row.asked, "due": row.due_at,
    });
    for key in ["args", "form", "number", "key"] {
        if let (Some(map), Some(value)) = (map.as_object_mut(), row.values.get(key)) {
            map.insert(key.to_owned(), value.clone());
        }
    }
    Ok(Some(Value::from_json(&map)))
}
