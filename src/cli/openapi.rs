//! `maitred openapi`.

use super::failure::Failure;
use super::print::say;
use crate::http;

/// Prints the OpenAPI document. It is made from the mounted handlers and needs
/// neither settings nor a database.
pub fn openapi() -> Result<(), Failure> {
    let document = http::openapi().to_pretty_json();
    say(document.map_err(|error| Failure::Refused(format!("the document cannot be written: {error}")))?);
    Ok(())
}
