//! JSON that outlives a release: written in the newest format, read in every
//! format that was ever written. A change of such a type adds a number here, a
//! reader for the old one, and rows to `tests/corpus/`.

use super::error::StoreError;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The format that this build writes into every column of JSON.
pub(super) const FORMAT: i32 = crate::model::journal::FORMAT;

/// The text of a value, in the format of this build.
pub(super) fn write<T: Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Corrupt(error.to_string()))
}

/// The text of a value that may be absent.
pub(super) fn write_option<T: Serialize>(value: Option<&T>) -> Result<Option<String>, StoreError> {
    value.map(write).transpose()
}

/// Reads a value of any format up to ours.
pub(super) fn read<T: DeserializeOwned>(format: i32, text: &str, what: &str) -> Result<T, StoreError> {
    match format {
        1 => serde_json::from_str(text).map_err(|error| StoreError::Corrupt(format!("{what}: {error}"))),
        newer => Err(StoreError::Corrupt(format!("{what} has format {newer}, this build reads up to {FORMAT}"))),
    }
}

/// Reads a value that may be absent.
pub(super) fn read_option<T: DeserializeOwned>(
    format: i32,
    text: Option<&str>,
    what: &str,
) -> Result<Option<T>, StoreError> {
    text.map(|text| read(format, text, what)).transpose()
}
