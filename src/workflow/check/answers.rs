//! What a script reads of a step's answer against the form that was answered:
//! `best.amount` where the form of `best` has no such field.

use super::{Check, near};
use crate::model::journal::RowKind;
use crate::script::{Arg, Binding, CallSite, Outline, ReadSite, Shape, Value};
use crate::workflow::result::fields_of;
use crate::workflow::spec;
use std::collections::{BTreeMap, BTreeSet};

/// A name of the script: its file, and how it is called there.
type Name<'o> = (&'o str, &'o str);

impl Check<'_> {
    /// Names that are given nothing but answers with a form, and what is read of them.
    pub(super) fn answers(&mut self, outline: &Outline) {
        let mut given: BTreeMap<Name<'_>, Vec<&Binding>> = BTreeMap::new();
        for binding in &outline.bindings {
            given.entry((&binding.source, &binding.name)).or_default().push(binding);
        }
        for read in &outline.locals {
            let bindings = given.get(&(read.place.source.as_str(), read.variable.as_str()));
            if let Some(names) = bindings.and_then(|bindings| self.answered(bindings)) {
                self.read_of_answer(read, &names);
            }
        }
    }

    fn read_of_answer(&mut self, read: &ReadSite, names: &BTreeSet<String>) {
        let name = &read.property;
        if !names.contains(name) {
            let message = format!("the answer that \"{}\" is has no \"{name}\"", read.variable);
            self.fault(&read.place, "unknown_field", message, near(name, names.iter()));
        }
    }

    /// All fields that the answers have; nothing where one of them cannot be told.
    fn answered(&self, bindings: &[&Binding]) -> Option<BTreeSet<String>> {
        let mut names = BTreeSet::new();
        for binding in bindings {
            let (kind, form) = step_with_form(binding.call.as_ref()?)?;
            names.extend(fields_of(kind).map(str::to_owned));
            names.extend(self.known().answer_fields.get(form)?.iter().cloned());
        }
        Some(names)
    }
}

/// The kind of step that a call opens, and the form that it names.
fn step_with_form(call: &CallSite) -> Option<(RowKind, &str)> {
    let kind = spec::find(&call.name).filter(|_| call.module.is_none())?.kind?;
    let options = call.args.iter().find_map(|arg| match &arg.shape {
        Shape::Map(fields) => Some(fields),
        _ => None,
    })?;
    let form = options.iter().find(|(key, ..)| key == "form").map(|(.., arg)| arg);
    match form.and_then(Arg::literal) {
        Some(Value::Text(form)) => Some((kind, form)),
        _ => None,
    }
}
