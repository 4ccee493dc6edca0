//! The engine's errors in the words of a script's author, with a place.

use super::bridge;
use super::run::{Core, Finished};
use super::value::Value;
use crate::model::journal::Place;
use crate::model::problem::Fault;
use rhai::{EvalAltResult, Position};

/// What an uncaught error comes to.
pub(super) fn finished(core: &Core, error: &EvalAltResult) -> Finished {
    match raised(core, error) {
        Ok((error, place)) => Finished::Raised { error, place },
        Err(fault) => Finished::Faulted(fault),
    }
}

/// An error that somebody raised (the host, or `throw`), or else the fault that it is.
pub(super) fn raised(core: &Core, error: &EvalAltResult) -> Result<(Value, Place), Fault> {
    let (inner, place) = innermost(core, error);
    match inner {
        EvalAltResult::ErrorRuntime(value, _) => match bridge::value(value) {
            Ok(value) => Ok((value, place)),
            Err(_) => Err(at(place, "script", "the script threw something that cannot leave it".to_owned(), None)),
        },
        other => Err(fault(other, place)),
    }
}

/// Where an error came from.
pub(super) fn origin(core: &Core, error: &EvalAltResult) -> Place {
    innermost(core, error).1
}

fn innermost<'e>(core: &Core, error: &'e EvalAltResult) -> (&'e EvalAltResult, Place) {
    let mut source = core.path();
    let mut current = error;
    let mut position = Position::NONE;
    loop {
        // A wrapper may know a position that what it wraps does not.
        let here = current.position();
        if !here.is_none() {
            position = here;
        }
        match current {
            EvalAltResult::ErrorInFunctionCall(_, from, inner, _) => {
                if !from.is_empty() {
                    source = from;
                }
                current = inner;
            }
            EvalAltResult::ErrorInModule(_, inner, _) => current = inner,
            _ => return (current, bridge::place_in(source, position)),
        }
    }
}

fn fault(error: &EvalAltResult, place: Place) -> Fault {
    use EvalAltResult as E;
    let (code, message, hint) = match error {
        E::ErrorVariableNotFound(name, _) => ("unknown_name", format!("\"{name}\" is not known here"), None),
        E::ErrorPropertyNotFound(name, _) => (
            "unknown_property",
            format!("the map has no \"{name}\""),
            Some(format!("ask with `\"{name}\" in map` or `map.get(\"{name}\")` where it may be absent")),
        ),
        E::ErrorFunctionNotFound(signature, _) => {
            ("unknown_function", format!("no function takes these arguments: {}", readable(signature)), None)
        }
        E::ErrorModuleNotFound(name, _) => ("unknown_module", format!("there is no module \"{name}\""), None),
        E::ErrorStackOverflow(_) => ("limit", "functions call each other too deeply".to_owned(), None),
        E::ErrorDataTooLarge(what, _) => ("limit", format!("{what} is over the limit"), None),
        E::ErrorTooManyVariables(_) => ("limit", "too many variables".to_owned(), None),
        E::ErrorTooManyModules(_) => ("limit", "too many imports".to_owned(), None),
        E::ErrorTooManyOperations(_) => ("limit", "too many operations".to_owned(), None),
        E::ErrorArithmetic(message, _) => ("arithmetic", message.clone(), None),
        E::ErrorMismatchDataType(wanted, got, _) | E::ErrorMismatchOutputType(wanted, got, _) => {
            ("type", format!("{} was expected here, not {}", readable(wanted), readable(got)), None)
        }
        E::ErrorDotExpr(message, _) => ("unknown_property", readable(message), None),
        E::ErrorAssignmentToConstant(name, _) => ("constant", format!("\"{name}\" cannot be changed"), None),
        other => ("script", plain(other), None),
    };
    at(place, code, message, hint)
}

/// The engine's own message without its position, which the fault has apart.
fn plain(error: &EvalAltResult) -> String {
    let text = error.to_string();
    let text = text.split(" (line ").next().unwrap_or(&text);
    readable(text)
}

/// Engine types as an author knows them.
fn readable(text: &str) -> String {
    text.replace("&str | ImmutableString | String", "text")
        .replace("&str", "text")
        .replace("rust_decimal::decimal::Decimal", "decimal")
        .replace("maitred::script::value::Object", "object")
        .replace("maitred::script::unknown::Unknown", "a value that is not known yet")
        .replace("maitred::model::time::Time", "time")
        .replace("i64", "int")
}

fn at(place: Place, code: &str, message: String, hint: Option<String>) -> Fault {
    let fault = Fault::of_file(place.source, code, message).at(place.line, place.column);
    Fault { hint, ..fault }
}
