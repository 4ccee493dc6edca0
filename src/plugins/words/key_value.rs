//! The words `kv::…`: a plugin's own key-value store. `swap` and `add` are what
//! makes a call that is repeated, or made twice at once, happen once.

use super::super::key_value::KeyValueError;
use super::{Run, raised, text, wrong_type};
use crate::script::{Call, Hint, Stop, Value, Word};
use std::ops::RangeInclusive;

/// The longest value, as JSON text.
const LONGEST_VALUE: usize = 64 * 1024;
/// The longest key.
const LONGEST_KEY: usize = 255;
/// How often `kv::add` tries again when others change the number.
const MOST_TRIES: usize = 100;

const GET: u16 = 10;
const PUT: u16 = 11;
const DELETE: u16 = 12;
const SWAP: u16 = 13;
const ADD: u16 = 14;
/// The numbers of these words.
pub(super) const IDS: RangeInclusive<u16> = GET..=ADD;

/// The functions of `kv`.
pub(super) fn words() -> Vec<Word> {
    const KEY: &[Hint] = &[Hint::Text, Hint::Any];
    vec![
        Word::new(GET, "get", 1, 1).hints(KEY),
        Word::new(PUT, "put", 2, 2).hints(KEY),
        Word::new(DELETE, "delete", 1, 1).hints(KEY),
        Word::new(SWAP, "swap", 2, 2).hints(KEY),
        Word::new(ADD, "add", 2, 2).hints(KEY),
    ]
}

/// A number as the store keeps it.
fn number(text: Option<&str>) -> Option<i64> {
    text.map_or(Some(0), |text| text.parse().ok())
}

impl Run {
    pub(super) fn key_value(&self, call: &Call<'_>) -> Result<Value, Stop> {
        let key = text(call, 0, "a key")?;
        if key.is_empty() || key.len() > LONGEST_KEY || key.contains('\0') {
            return Err(Stop::fault("key", format!("a key has 1 to {LONGEST_KEY} bytes and no NUL")));
        }
        let name = self.plugin.manifest.name.as_str();
        match call.id() {
            GET => self.read(&key),
            ADD => self.add(&key, call),
            SWAP => {
                let value = stored(&call.value(1)?)?;
                let expected = self.seen.lock().get(&key).cloned();
                let expected =
                    expected.ok_or_else(|| Stop::fault("unread", "kv::swap: read the key with kv::get first"))?;
                let set =
                    self.store.compare_and_set(name, &key, expected.as_deref(), value.as_deref()).map_err(broken)?;
                self.seen.lock().remove(&key);
                Ok(Value::Bool(set))
            }
            id => {
                let value = if id == PUT { stored(&call.value(1)?)? } else { None };
                self.store.put(name, &key, value.as_deref()).map_err(broken)?;
                self.seen.lock().remove(&key);
                Ok(Value::Unit)
            }
        }
    }

    fn read(&self, key: &str) -> Result<Value, Stop> {
        let found = self.store.get(&self.plugin.manifest.name, key).map_err(broken)?;
        let value = match &found {
            None => Value::Unit,
            Some(text) => {
                let json =
                    serde_json::from_str(text).map_err(|_| Stop::fault("value", format!("`{key}` holds no JSON")))?;
                Value::from_exact_json(&json, &|_, _, _| None)
            }
        };
        self.seen.lock().insert(key.to_owned(), found);
        Ok(value)
    }

    /// Adds to a number, atomically; an absent one is 0. Gives the sum.
    fn add(&self, key: &str, call: &Call<'_>) -> Result<Value, Stop> {
        let name = self.plugin.manifest.name.as_str();
        let Value::Int(more) = call.value(1)? else {
            return Err(wrong_type(call, "a whole number", &call.value(1)?));
        };
        for _ in 0..MOST_TRIES {
            let found = self.store.get(name, key).map_err(broken)?;
            let sum = number(found.as_deref()).and_then(|old| old.checked_add(more));
            let sum =
                sum.ok_or_else(|| Stop::fault("value", format!("kv::add: `{key}` holds no number, or too big a one")))?;
            if self.store.compare_and_set(name, key, found.as_deref(), Some(&sum.to_string())).map_err(broken)? {
                return Ok(Value::Int(sum));
            }
        }
        Err(raised("busy", format!("`{key}` is changed by too many at once")))
    }
}

/// A value as the store keeps it; `()` deletes.
fn stored(value: &Value) -> Result<Option<String>, Stop> {
    if *value == Value::Unit {
        return Ok(None);
    }
    let text = value.to_exact_json().to_string();
    if text.len() > LONGEST_VALUE {
        return Err(Stop::fault("value", "a value of the key-value store has 64 KiB at most"));
    }
    Ok(Some(text))
}

fn broken(error: KeyValueError) -> Stop {
    raised("unreachable", error.to_string())
}
