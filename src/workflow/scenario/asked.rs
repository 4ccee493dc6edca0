//! What a word of a scenario was given: arguments read with messages that say
//! which one is wrong.

use crate::model::text::did_you_mean;
use crate::script::{Stop, Value};
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// A word with its arguments.
pub(super) struct Asked<'a> {
    pub(super) word: &'a str,
    pub(super) args: Vec<Value>,
}

/// How a step is answered, beside its outcome.
#[derive(Default)]
pub(super) struct How {
    pub(super) by: Option<String>,
    pub(super) comment: Option<String>,
    pub(super) code: Option<String>,
    pub(super) output: Option<Json>,
}

/// Options of words that answer steps.
const OPTIONS: [&str; 4] = ["by", "code", "comment", "output"];

impl Asked<'_> {
    /// The argument; `()` when it is absent.
    pub(super) fn value(&self, n: usize) -> &Value {
        self.args.get(n).unwrap_or(&Value::Unit)
    }

    /// A mistake in how the word is used.
    pub(super) fn wrong(&self, message: impl std::fmt::Display) -> Stop {
        Stop::fault("arguments", format!("{}: {message}", self.word))
    }

    /// A text.
    pub(super) fn text(&self, n: usize, what: &str) -> Result<&str, Stop> {
        let value = self.value(n);
        value.text().ok_or_else(|| self.wrong(format!("{what} is a text, not {}", value.type_name())))
    }

    /// A text that may be absent.
    pub(super) fn maybe_text(&self, n: usize, what: &str) -> Result<Option<&str>, Stop> {
        if *self.value(n) == Value::Unit { Ok(None) } else { self.text(n, what).map(Some) }
    }

    /// A text or a list of texts.
    pub(super) fn texts(&self, n: usize, what: &str) -> Result<Vec<&str>, Stop> {
        match self.value(n) {
            Value::Text(text) => Ok(vec![text]),
            Value::List(items) => {
                let texts = items.iter().map(Value::text).collect::<Option<Vec<_>>>();
                texts.ok_or_else(|| self.wrong(format!("{what} are texts")))
            }
            other => Err(self.wrong(format!("{what} are a text or a list of texts, not {}", other.type_name()))),
        }
    }

    /// A map; empty when it is absent.
    pub(super) fn map(&self, n: usize, what: &str) -> Result<BTreeMap<String, Value>, Stop> {
        match self.value(n) {
            Value::Map(map) => Ok(map.clone()),
            Value::Unit => Ok(BTreeMap::new()),
            other => Err(self.wrong(format!("{what} is a map, not {}", other.type_name()))),
        }
    }

    /// By whom and with what a step is answered: a username, or a map of options.
    pub(super) fn how(&self, n: usize) -> Result<How, Stop> {
        if let Value::Text(by) = self.value(n) {
            return Ok(How { by: Some(by.clone()), ..How::default() });
        }
        let mut how = How::default();
        for (key, value) in self.map(n, "who answers and how")? {
            let text = || value.text().map(str::to_owned);
            let slot = match key.as_str() {
                "by" => &mut how.by,
                "comment" => &mut how.comment,
                "code" => &mut how.code,
                "output" => {
                    how.output = Some(value.to_json());
                    continue;
                }
                _ => return Err(self.unknown(&key, &OPTIONS)),
            };
            *slot = Some(text().ok_or_else(|| self.wrong(format!("\"{key}\" is a text")))?);
        }
        Ok(how)
    }

    /// An option that there is not.
    pub(super) fn unknown(&self, key: &str, known: &[&str]) -> Stop {
        let hint = match did_you_mean(key, known.iter().copied()) {
            Some(near) => format!("did you mean \"{near}\"? (known: {})", known.join(", ")),
            None => format!("known: {}", known.join(", ")),
        };
        Stop::fault_with("unknown_option", format!("{}: unknown option \"{key}\"", self.word), Some(hint))
    }
}
