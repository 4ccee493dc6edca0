//! What a command says: answers on standard output, failures on standard error.
//! A reader who goes away (`maitred openapi | head`) is no failure.

use super::failure::Failure;
use std::io::{Write, stderr, stdout};

/// Says something on standard output.
pub fn say(text: impl std::fmt::Display) {
    let mut out = stdout().lock();
    writeln!(out, "{text}").ok();
    out.flush().ok();
}

/// Says something on standard error that is no failure.
pub fn remark(text: impl std::fmt::Display) {
    writeln!(stderr().lock(), "{text}").ok();
}

/// Says why a command failed.
pub fn failure(failure: &Failure) {
    writeln!(stderr().lock(), "{failure}").ok();
}
