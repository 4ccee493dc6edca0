//! `[batch]`: several requests of one call.

use serde::Deserialize;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BatchFile {
    /// The item of the ticket under which they lie; without one there is none.
    pub parent: Option<String>,
}
