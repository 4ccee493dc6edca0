//! What a script says of answers against what the item's form offers: a
//! comparison that never holds, a choice that the policy does not know. Warnings,
//! since older tickets may hold older answers.

use super::literal::{choices, refers};
use super::{Check, near};
use crate::model::journal::Place;
use crate::model::problem::{Fault, Severity};
use crate::script::{CompareSite, Value};
use crate::workflow::options::Named;
use serde_json::Value as Json;
use std::collections::BTreeSet;

impl Check<'_> {
    /// `form.size == "lrage"`: what no form of the workflow offers.
    pub(super) fn compares(&mut self, sites: &[CompareSite]) {
        for site in sites {
            let Value::Text(text) = &site.value else { continue };
            let Some((offered, path)) = self.offers(&site.field) else { continue };
            if !text.is_empty() && !offered.contains(text.as_str()) {
                let known = offered.iter().cloned().collect::<Vec<_>>().join(", ");
                let hint = near(text, offered.iter()).unwrap_or_else(|| format!("it offers {known}"));
                self.warn(&site.place, "unknown_choice", format!("the form's \"{path}\" is never \"{text}\""), hint);
            }
        }
    }

    /// `impact: form.people`: each choice of the field has to be known.
    pub(super) fn offered(&mut self, named: Named, field: &[String], place: &Place) {
        let (Some(names), Some((offered, path))) = (self.names(named), self.offers(field)) else { return };
        let what = named.label();
        for choice in offered.difference(names) {
            let hint = near(choice, names.iter())
                .unwrap_or_else(|| format!("take \"{choice}\" from the form, or add it to the policy"));
            let message = format!("the form's \"{path}\" offers \"{choice}\", and there is no {what} \"{choice}\"");
            self.warn(place, &format!("unknown_{}", what.replace(' ', "_")), message, hint);
        }
    }

    fn warn(&mut self, place: &Place, code: &str, message: String, hint: String) {
        let fault = Fault::of_file(place.source.clone(), code, message).at(place.line, place.column);
        self.faults.push(fault.severity(Severity::Warning).hint(hint));
    }

    /// What can be chosen in a field of the form, and how the field is called;
    /// nothing where more than that can be answered.
    fn offers(&self, field: &[String]) -> Option<(BTreeSet<String>, String)> {
        let [form, path @ ..] = field else { return None };
        if form != "form" || path.is_empty() {
            return None;
        }
        let mut definitions = Vec::new();
        for schema in &self.known().form_schemas {
            gather(schema, path, &mut definitions);
        }
        let mut offered = BTreeSet::new();
        for definition in definitions {
            let choices = choices(definition);
            if choices.is_empty() || refers(definition) {
                return None;
            }
            offered.extend(choices);
        }
        (!offered.is_empty()).then(|| (offered, path.join(".")))
    }
}

/// All places where a schema says what a field is. What stands under `if` asks
/// for an answer and offers none.
fn gather<'s>(schema: &'s Json, path: &[String], into: &mut Vec<&'s Json>) {
    let Some((name, rest)) = path.split_first() else { return };
    if let Some(property) = schema.get("properties").and_then(|properties| properties.get(name)) {
        if rest.is_empty() {
            into.push(property);
        } else {
            gather(property, rest, into);
        }
    }
    let ways = ["then", "else"].iter().filter_map(|way| schema.get(way));
    let parts = ["allOf", "anyOf", "oneOf"].iter().filter_map(|key| schema.get(key)?.as_array()).flatten();
    for part in ways.chain(parts) {
        gather(part, path, into);
    }
}

#[cfg(test)]
mod tests {
    use super::gather;
    use serde_json::json;

    #[test]
    fn a_field_is_found_wherever_it_is_offered_and_not_where_it_is_asked_for() {
        let schema = json!({
            "properties": { "about": { "enum": ["a", "b"] } },
            "allOf": [{
                "if": { "properties": { "about": { "const": "c" } } },
                "then": { "properties": { "about": { "enum": ["d"] } } },
            }],
        });
        let mut found = Vec::new();
        gather(&schema, &["about".to_owned()], &mut found);
        assert_eq!(found, [&json!({ "enum": ["a", "b"] }), &json!({ "enum": ["d"] })]);
    }
}
