//! The check before a run: what the text says about groups, people, options,
//! form fields and plugins, against what exists. Nothing is run; what is only
//! known while running is checked there. `literal` holds literal maps against
//! schemas, `choices` what a script says of answers against what the form offers,
//! `answers` what it reads of a step against the step's form; `manner` warns of
//! what is no mistake and yet probably not meant.

mod answers;
mod choices;
mod literal;
mod manner;

use super::options::{self, Named, Opt, Ty};
use super::program::Known;
use super::records::{ITEM_FIELDS, PERSON_FIELDS, REQUEST_FIELDS};
use super::spec::{self, Directory, Param, Spec};
use super::words;
use crate::model::journal::Place;
use crate::model::problem::Fault;
use crate::model::text::did_you_mean;
use crate::script::{Arg, CallSite, Outline, ReadSite, Shape, Stop, Value};
use std::collections::BTreeSet;

/// All faults of a script's outline.
pub(super) fn check(outline: &Outline, known: &Known) -> Vec<Fault> {
    let mut check = Check { known, faults: Vec::new() };
    for call in &outline.calls {
        check.call(call);
    }
    for read in &outline.reads {
        check.read(read);
    }
    check.compares(&outline.compares);
    check.answers(outline);
    check.manner(outline);
    check.faults
}

struct Check<'a> {
    known: &'a Known,
    faults: Vec<Fault>,
}

impl<'a> Check<'a> {
    fn known(&self) -> &'a Known {
        self.known
    }

    fn fault(&mut self, place: &Place, code: &str, message: String, hint: Option<String>) {
        let fault = Fault::of_file(place.source.clone(), code, message).at(place.line, place.column);
        self.faults.push(Fault { hint, ..fault });
    }

    fn call(&mut self, call: &CallSite) {
        if call.method {
            return;
        }
        let spec = match &call.module {
            Some(module) => {
                self.plugin(module, call);
                &words::plugin::SPEC
            }
            None => match spec::find(&call.name) {
                Some(spec) => spec,
                None => return,
            },
        };
        let word = call.module.as_ref().map_or_else(|| call.name.clone(), |module| format!("{module}::{}", call.name));
        let options = options_arg(spec, &call.args);
        for (n, arg) in call.args.iter().enumerate() {
            if Some(n) == options {
                self.options(&word, spec, arg);
            } else if let Some(param) = spec.params.get(n) {
                self.param(&word, *param, arg);
            }
        }
        if spec.name == words::reject::SPEC.name {
            self.needs_code(call, options);
        }
        if spec.name == words::open_ticket::SPEC.name {
            self.form_of_item(call);
        }
    }

    /// `asset::reserve`: the plugin and its function.
    fn plugin(&mut self, module: &str, call: &CallSite) {
        let Some(plugins) = &self.known().plugins else { return };
        match plugins.get(module) {
            None => {
                let hint = near(module, plugins.keys());
                self.fault(&call.place, "unknown_plugin", format!("there is no plugin \"{module}\""), hint);
            }
            Some(functions) => match functions.get(&call.name) {
                None => {
                    let hint = near(&call.name, functions.keys());
                    let message = format!("the plugin \"{module}\" has no function \"{}\"", call.name);
                    self.fault(&call.place, "unknown_function", message, hint);
                }
                Some(Some(input)) => {
                    let what = format!("{module}::{}", call.name);
                    self.passed(&what, input, call.args.first(), &call.place);
                }
                Some(None) => {}
            },
        }
    }

    /// `open_ticket("laptop", #{ … })`: the form against the item's schema.
    fn form_of_item(&mut self, call: &CallSite) {
        let Some(Value::Text(item)) = call.args.first().and_then(Arg::literal) else { return };
        let Some(schema) = self.known().item_forms.get(item) else { return };
        self.passed(&format!("the item \"{item}\""), schema, call.args.get(1), &call.place);
    }

    fn param(&mut self, word: &str, param: Param, arg: &Arg) {
        match (param, &arg.shape) {
            (Param::Name, Shape::Literal(Value::Text(name))) if !name.trim().is_empty() => {}
            (Param::Name, Shape::Literal(Value::Text(_))) => {
                self.fault(&arg.place, "arguments", format!("{word}: the name is empty"), None);
            }
            (Param::Name | Param::Text, shape) if !may_be_text(shape) => {
                let what = if param == Param::Name { "the name" } else { "the text" };
                self.fault(&arg.place, "arguments", format!("{word}: {what} is a text"), None);
            }
            (Param::Who | Param::OneWho, shape) => self.who(word, shape, arg),
            (Param::Person(directory), Shape::Literal(value)) => self.name(word, directory, value, arg),
            (Param::Sla, Shape::Literal(Value::Text(name))) => {
                self.exists("service level", self.known().slas.as_ref(), name, &arg.place);
            }
            (Param::Item, Shape::Literal(Value::Text(name))) => {
                self.exists("item", self.known().items.as_ref(), name, &arg.place);
            }
            (Param::List, Shape::Literal(Value::Text(name))) => {
                self.exists("list", self.known().lists.as_ref(), name, &arg.place);
            }
            (Param::Moment, Shape::Literal(value)) => {
                if let Err(Stop::Fault { message, hint, .. }) = words::wait::moment(value) {
                    self.fault(&arg.place, "arguments", message, hint);
                }
            }
            (Param::Amount, Shape::Literal(value)) if words::amount(value).is_none() => {
                self.fault(&arg.place, "arguments", format!("{word}: the amount is a number"), None);
            }
            _ => {}
        }
    }

    fn who(&mut self, word: &str, shape: &Shape, arg: &Arg) {
        match shape {
            Shape::Literal(Value::Text(text)) => {
                let hint = format!("write user(\"{text}\") or group(\"{text}\")");
                let message = format!("{word}: somebody is never a bare text");
                self.fault(&arg.place, "who", message, Some(hint));
            }
            Shape::Literal(_) | Shape::Map(_) | Shape::Closure | Shape::Text => {
                let message = format!("{word}: somebody is asked for here");
                let hint = "user(…), group(…), role(…), manager_of(…), lead_of(…), or a list of them".to_owned();
                self.fault(&arg.place, "who", message, Some(hint));
            }
            Shape::List(items) => {
                for item in items {
                    self.who(word, &item.shape, item);
                }
            }
            Shape::Call(_) | Shape::Variable(_) | Shape::Field(_) | Shape::Unknown => {}
        }
    }

    fn name(&mut self, word: &str, directory: Directory, value: &Value, arg: &Arg) {
        let Value::Text(name) = value else {
            self.fault(&arg.place, "arguments", format!("{word}: the name is a text"), None);
            return;
        };
        if directory == Directory::Users {
            return self.user(name, &arg.place);
        }
        let (what, names) = match directory {
            Directory::Users => ("user", &self.known().users),
            Directory::Groups => ("group", &self.known().groups),
            Directory::Roles => ("role", &self.known().roles),
            Directory::Suppliers => ("supplier", &self.known().suppliers),
        };
        self.exists(what, names.as_ref(), name, &arg.place);
    }

    /// Somebody who is there, and has not left.
    fn user(&mut self, name: &str, place: &Place) {
        if self.known().inactive_users.contains(name) {
            let hint = Some("name who took over; better, a group or a role".to_owned());
            self.fault(place, "inactive_user", format!("the user \"{name}\" is not active any more"), hint);
        } else {
            self.exists("user", self.known().users.as_ref(), name, place);
        }
    }

    fn exists(&mut self, what: &str, names: Option<&BTreeSet<String>>, name: &str, place: &Place) {
        let Some(names) = names else { return };
        if !names.contains(name) {
            let code = format!("unknown_{}", what.replace(' ', "_"));
            self.fault(place, &code, format!("there is no {what} \"{name}\""), near(name, names.iter()));
        }
    }

    fn options(&mut self, word: &str, spec: &Spec, arg: &Arg) {
        let Shape::Map(fields) = &arg.shape else {
            if let Shape::Literal(value) = &arg.shape {
                let message = format!("{word}: options are a map, not {}", value.type_name());
                self.fault(&arg.place, "option", message, Some("write #{ name: value }".to_owned()));
            }
            return;
        };
        for (key, place, value) in fields {
            match options::find(spec.options, spec.common, key) {
                Some(opt) => self.option(word, opt, value),
                None => {
                    let (message, hint) = options::unknown(word, spec.options, spec.common, key);
                    self.fault(place, "unknown_option", message, Some(hint));
                }
            }
        }
        let at = |name: &str| fields.iter().find(|(key, ..)| key == name).map(|(_, place, _)| place.clone());
        if let (Some(_), Some(place)) = (at("within"), at("due")) {
            self.fault(&place, "option", format!("{word}: \"within\" and \"due\" exclude each other"), None);
        }
    }

    fn option(&mut self, word: &str, opt: &Opt, value: &Arg) {
        if let Some(message) = options::wrong_shape(word, opt, value) {
            self.fault(&value.place, "option", message, None);
            return;
        }
        match (opt.ty, &value.shape) {
            (Ty::Who, shape) => self.who(word, shape, value),
            (Ty::Show, Shape::List(names)) => {
                for name in names {
                    if let Some(Value::Text(field)) = name.literal() {
                        self.field(field, &name.place);
                    }
                }
            }
            (Ty::Name(named), Shape::Literal(Value::Text(name))) => self.named(named, name, &value.place),
            (Ty::Name(named), Shape::Field(field)) => self.offered(named, field, &value.place),
            (Ty::Person, Shape::Literal(Value::Text(name))) => self.user(name, &value.place),
            _ => {}
        }
    }

    fn named(&mut self, named: Named, name: &str, place: &Place) {
        self.exists(named.label(), self.names(named), name, place);
    }

    fn names(&self, named: Named) -> Option<&'a BTreeSet<String>> {
        let names = match named {
            Named::Form => &self.known().forms,
            Named::RejectionCode => &self.known().rejection_codes,
            Named::ClosureReason => &self.known().closure_reasons,
            Named::Impact => &self.known().impacts,
            Named::Urgency => &self.known().urgencies,
        };
        names.as_ref()
    }

    /// `reject` says why: the requester is told, and reports count it.
    fn needs_code(&mut self, call: &CallSite, options: Option<usize>) {
        let given = match options.and_then(|n| call.args.get(n)) {
            Some(Arg { shape: Shape::Map(fields), .. }) => fields.iter().any(|(key, ..)| key == "code"),
            Some(_) => true,
            None => false,
        };
        if !given {
            let known = self.known().rejection_codes.iter().flatten().cloned().collect::<Vec<_>>().join(", ");
            let hint = if known.is_empty() { String::new() } else { format!(" (known: {known})") };
            let message = "reject: a code is compulsory".to_owned();
            self.fault(&call.place, "option", message, Some(format!("write reject(\"…\", #{{ code: \"…\" }}){hint}")));
        }
    }

    fn read(&mut self, read: &ReadSite) {
        let name = read.property.as_str();
        let fixed = |names: &[&str]| Some(names.iter().map(|n| (*n).to_owned()).collect::<BTreeSet<String>>());
        let names = match read.variable.as_str() {
            "form" => {
                self.field(name, &read.place);
                return self.field_of_field(read);
            }
            "policy" => self.known().policy_values.clone(),
            "ticket" => self.known().ticket_fields.clone(),
            "request" => fixed(&REQUEST_FIELDS),
            "item" => fixed(&ITEM_FIELDS),
            "requester" | "requested_for" => fixed(&PERSON_FIELDS),
            _ => None,
        };
        let Some(names) = names else { return };
        if !names.contains(name) {
            let message = format!("{} has no \"{name}\"", read.variable);
            self.fault(&read.place, "unknown_field", message, near(name, names.iter()));
        }
    }

    /// `form.window.strat`: what no item of this workflow declares.
    fn field_of_field(&mut self, read: &ReadSite) {
        let schemas = &self.known().form_schemas;
        let names: Vec<&str> =
            std::iter::once(read.property.as_str()).chain(read.inner.iter().map(|(name, _)| name.as_str())).collect();
        if schemas.is_empty()
            || self.known().form_fields.as_ref().is_some_and(|fields| !fields.contains(&read.property))
        {
            return;
        }
        for (n, (name, place)) in read.inner.iter().enumerate() {
            let path = names.get(..n + 2).unwrap_or_default();
            if !schemas.iter().any(|schema| literal::declares(schema, path)) {
                let message = format!(
                    "the form's \"{}\" has no field \"{name}\"",
                    path.get(..n + 1).unwrap_or_default().join(".")
                );
                return self.fault(place, "unknown_field", message, None);
            }
        }
    }

    fn field(&mut self, name: &str, place: &Place) {
        let Some(fields) = &self.known().form_fields else { return };
        if !fields.contains(name) {
            let hint = near(name, fields.iter());
            self.fault(place, "unknown_field", format!("the form has no field \"{name}\""), hint);
        }
    }
}

/// The argument that holds the options: the last one, where options may stand
/// and a map does.
fn options_arg(spec: &Spec, args: &[Arg]) -> Option<usize> {
    let last = args.len().checked_sub(1)?;
    let fits = spec.options_at.contains(&last);
    let final_place = spec.options_at.iter().max() == Some(&last);
    let is_map = matches!(args.get(last).map(|arg| &arg.shape), Some(Shape::Map(_)));
    (fits && (is_map || final_place)).then_some(last)
}

fn may_be_text(shape: &Shape) -> bool {
    matches!(shape, Shape::Literal(Value::Text(_)) | Shape::Text | Shape::Field(_) | Shape::Unknown)
}

fn near<'n>(name: &str, known: impl Iterator<Item = &'n String>) -> Option<String> {
    did_you_mean(name, known.map(String::as_str)).map(|near| format!("did you mean \"{near}\"?"))
}
