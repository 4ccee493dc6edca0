//! What a job asks for by `tickets(#{ … })`: the options read and checked. The
//! question is put to the desk, not to the database.

use crate::model::duration::Span;
use crate::model::status::Status;
use crate::model::text::did_you_mean;
use crate::script::{Shape, Stop, Value};
use std::collections::BTreeMap;

/// How many tickets come when the job does not say.
const USUAL_LIMIT: usize = 100;
/// How many come at most.
const HIGHEST_LIMIT: usize = 500;

/// Which due time has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breach {
    /// Nobody responded in time.
    Respond,
    /// It was not resolved in time.
    Resolve,
}

/// Which tickets a job wants; all that is said must hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// A due time has passed.
    pub breached: Option<Breach>,
    /// Where they stand; every open status when the job does not say.
    pub status: Vec<Status>,
    /// Submitted longer ago than this.
    pub older_than: Option<Span>,
    /// Not accepted by anybody for longer than this.
    pub untaken_for: Option<Span>,
    /// Moved up fewer times than this.
    pub escalation_below: Option<i32>,
    /// Catalog item.
    pub item: Option<String>,
    /// How many at most, the oldest first.
    pub limit: usize,
}

impl Default for Query {
    fn default() -> Self {
        Self {
            breached: None,
            status: Status::ALL.into_iter().filter(|status| status.is_open()).collect(),
            older_than: None,
            untaken_for: None,
            escalation_below: None,
            item: None,
            limit: USUAL_LIMIT,
        }
    }
}

const OPTIONS: [&str; 7] = ["breached", "status", "older_than", "untaken_for", "escalation_below", "item", "limit"];

impl Query {
    /// Reads the option map of `tickets`.
    ///
    /// # Errors
    /// A mistake of the job's author.
    pub fn read(options: &Value) -> Result<Query, Stop> {
        let none = BTreeMap::new();
        let options = match options {
            Value::Unit => &none,
            Value::Map(options) => options,
            other => return Err(wrong("", "a map of options", other)),
        };
        let mut query = Query::default();
        for (name, value) in options {
            match name.as_str() {
                "breached" => query.breached = Some(breach(value)?),
                "status" => query.status = statuses(value)?,
                "older_than" => query.older_than = Some(span(name, value)?),
                "untaken_for" => query.untaken_for = Some(span(name, value)?),
                "escalation_below" => query.escalation_below = Some(level(value)?),
                "item" => query.item = Some(text(name, value)?.to_owned()),
                "limit" => query.limit = limit(value)?,
                other => {
                    let hint = did_you_mean(other, OPTIONS).map(|near| format!("did you mean \"{near}\"?"));
                    let message = format!("tickets: unknown option \"{other}\" (known: {})", OPTIONS.join(", "));
                    return Err(Stop::fault_with("unknown_option", message, hint));
                }
            }
        }
        if query.untaken_for.is_some() {
            query.status.retain(|status| *status == Status::New);
        }
        Ok(query)
    }
}

impl Query {
    /// What is wrong with one option as the text says it; what is only known
    /// while running is not told.
    pub fn wrong(name: &str, shape: &Shape) -> Option<Stop> {
        let value = match shape {
            Shape::Literal(value) => value.clone(),
            Shape::List(items) => Value::List(items.iter().map(|item| item.literal().cloned()).collect::<Option<_>>()?),
            _ if OPTIONS.contains(&name) => return None,
            _ => Value::Unit,
        };
        Query::read(&Value::Map(BTreeMap::from([(name.to_owned(), value)]))).err()
    }
}

fn wrong(option: &str, wanted: &str, got: &Value) -> Stop {
    Stop::fault("type", format!("tickets: {option} {wanted} was expected, not {}", got.type_name()))
}

fn text<'a>(option: &str, value: &'a Value) -> Result<&'a str, Stop> {
    value.text().ok_or_else(|| wrong(option, "a text", value))
}

fn breach(value: &Value) -> Result<Breach, Stop> {
    match text("breached", value)? {
        "respond" => Ok(Breach::Respond),
        "resolve" => Ok(Breach::Resolve),
        other => {
            Err(Stop::fault("option", format!("tickets: breached is \"respond\" or \"resolve\", not \"{other}\"")))
        }
    }
}

fn statuses(value: &Value) -> Result<Vec<Status>, Stop> {
    let one = |value: &Value| {
        let name = text("status", value)?;
        let names = Status::ALL.map(Status::as_str);
        Status::parse(name).ok_or_else(|| {
            let hint = did_you_mean(name, names).map(|near| format!("did you mean \"{near}\"?"));
            Stop::fault_with("option", format!("tickets: there is no status \"{name}\""), hint)
        })
    };
    match value {
        Value::List(list) => list.iter().map(one).collect(),
        value => Ok(vec![one(value)?]),
    }
}

fn span(option: &str, value: &Value) -> Result<Span, Stop> {
    let text = text(option, value)?;
    Span::parse(text)
        .ok_or_else(|| Stop::fault("duration", format!("tickets: \"{text}\" is no duration; write \"30m\" or \"4wh\"")))
}

fn level(value: &Value) -> Result<i32, Stop> {
    match value {
        Value::Int(n) => i32::try_from(*n).map_err(|_| wrong("escalation_below", "a small number", value)),
        other => Err(wrong("escalation_below", "a whole number", other)),
    }
}

fn limit(value: &Value) -> Result<usize, Stop> {
    let number = match value {
        Value::Int(n) => usize::try_from(*n).ok().filter(|n| (1..=HIGHEST_LIMIT).contains(n)),
        _ => None,
    };
    number.ok_or_else(|| Stop::fault("option", format!("tickets: limit is from 1 to {HIGHEST_LIMIT}")))
}
