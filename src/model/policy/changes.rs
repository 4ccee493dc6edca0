//! `[changes]`: what must be on record of a change before people resolve it.

use super::build::Faults;
use super::schema::ChangeFact;
use crate::model::kind_facts::CHANGE_FACTS;
use schemars::JsonSchema;
use serde::Deserialize;

/// What is wanted of changes.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangesFile {
    /// What must be on record before people resolve one.
    #[serde(default)]
    #[schemars(with = "Vec<ChangeFact>")]
    pub required: Vec<String>,
}

/// What is wanted of changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Facts without which people do not resolve a change: of `risk`, `plan`, `back_out`, `window`, `cis`.
    pub required: Vec<String>,
}

impl Changes {
    /// The rules of the file.
    pub(super) fn of(file: ChangesFile, faults: &mut Faults<'_>) -> Self {
        for name in file.required.iter().filter(|name| !CHANGE_FACTS.contains(&name.as_str())) {
            faults.unknown("fact of a change", name, CHANGE_FACTS);
        }
        Self { required: file.required }
    }
}
