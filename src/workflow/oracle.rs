//! The oracle of a preview: it answers in the place of people, neighbours and
//! the requester. An ordinary run has none.

use super::run::Read;
use crate::model::journal::JournalRow;
use crate::script::{Object, Value};
use std::fmt;

/// What a preview supposes.
pub trait Oracle: Send + Sync {
    /// What stands in the place of a variable.
    fn variable(&self, name: &str, known: Object) -> Object;
    /// What the script gets of an answered step.
    fn answered(&self, row: &JournalRow, value: Value) -> Value;
    /// What the script gets of a value from outside.
    fn read(&self, read: &Read, value: Value) -> Value;
    /// Whether nobody knows the form, nor who asks.
    fn unknown_form(&self) -> bool;
    /// Whether a condition on unknown values holds. `frame` is what the paths of
    /// the branch begin with in which it is asked. The same condition is
    /// answered alike within a run.
    fn decide(&self, frame: &str, condition: &str) -> bool;
}

impl fmt::Debug for dyn Oracle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Oracle")
    }
}
