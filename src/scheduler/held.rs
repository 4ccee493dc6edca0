//! What was due and could not be carried out, and until when each is left
//! alone: for timers and signals alike. What is due is asked of the store by
//! its owner.

use crate::model::problem::{Code, Refusal};
use crate::model::time::Time;
use chrono::Duration;
use std::collections::BTreeMap;

/// How many due rows are read at once.
const BATCH: i64 = 200;
/// How long what the desk was too busy for is left alone.
const BUSY: Duration = Duration::seconds(1);
/// How long that is left alone on which the desk made a mistake.
const BROKEN: Duration = Duration::minutes(1);

/// Rows that are left alone, by their keys.
pub(super) struct Held<K>(BTreeMap<K, Time>);

impl<K> Default for Held<K> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Ord> Held<K> {
    /// Lets go of what was held until now.
    pub(super) fn release(&mut self, now: Time) {
        self.0.retain(|_, until| *until > now);
    }

    /// How many due rows to read, so that held ones do not hide the others.
    pub(super) fn batch(&self) -> i64 {
        i64::try_from(self.0.len()).unwrap_or(i64::MAX - BATCH) + BATCH
    }

    /// Whether a row is left alone now.
    pub(super) fn has(&self, key: &K) -> bool {
        self.0.contains_key(key)
    }

    /// Leaves a row alone for a while.
    pub(super) fn hold(&mut self, key: K, until: Time) {
        self.0.insert(key, until);
    }

    /// When there is something to do next, where `due` is when the next row is:
    /// what is due and was not carried out is held.
    pub(super) fn next(&self, due: Option<Time>, now: Time) -> Option<Time> {
        if due.is_some_and(|due| due <= now) { self.0.values().min().copied().or(due) } else { due }
    }
}

/// How long a refused row is left alone; none where it means nothing any more.
pub(super) fn hold_for(refusal: &Refusal) -> Option<Duration> {
    match refusal.code {
        Code::NotFound | Code::IllegalOperation | Code::StepSettled => None,
        Code::Unavailable | Code::Busy => Some(BUSY),
        _ => Some(BROKEN),
    }
}

/// Whether a refusal is a mistake of ours, to be told in the log.
pub(super) fn is_mistake(refusal: &Refusal) -> bool {
    hold_for(refusal) == Some(BROKEN)
}
