//! `[batch]`: several requests of one call.

use super::schema::ItemName;
use schemars::JsonSchema;
use serde::Deserialize;

/// Several requests of one call.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BatchFile {
    /// The item of the ticket under which they lie; without one there is none.
    #[schemars(with = "Option<ItemName>")]
    pub parent: Option<String>,
}
