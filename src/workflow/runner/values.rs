//! What a script reads: variables of the submission, and what is fetched once
//! from outside (policy, ticket, people).

use super::Runner;
use crate::model::duration::Span;
use crate::model::journal::Place;
use crate::model::time::Time;
use crate::model::who::Who;
use crate::script::{Call, Host, Object, Record, Stop, Unknown, Value};
use crate::workflow::fields::PICKED;
use crate::workflow::records::{FormRecord, ItemRecord, PersonRecord, RequestRecord, WHO, WhoRef, who_json, who_of};
use crate::workflow::run::Read;
use crate::workflow::spec::{SPECS, VARIABLES};
use serde_json::{Value as Json, json};

/// The kind of `policy`.
const POLICY: &str = "policy";
/// The kind of `ticket`.
const TICKET: &str = "ticket";

impl Runner {
    fn variable_object(&self, name: &str) -> Option<Object> {
        let index = VARIABLES.iter().position(|known| *known == name)?;
        let object = self.variables.get(index)?.get_or_init(|| {
            let submission = self.submission.clone();
            match name {
                "form" => Object::new(self.form()),
                "request" => Object::new(RequestRecord(submission)),
                "requester" => Object::new(PersonRecord { submission, requester: true }),
                "requested_for" => Object::new(PersonRecord { submission, requester: false }),
                "owner" => Object::new(WhoRef(Who::Owner {})),
                "item" => Object::new(ItemRecord(self.item_values.clone())),
                "policy" => Object::opaque(POLICY, json!(POLICY), "the policy"),
                _ => Object::opaque(TICKET, json!(TICKET), "the ticket"),
            }
        });
        Some(match &self.oracle {
            Some(oracle) => oracle.variable(name, object.clone()),
            None => object.clone(),
        })
    }

    fn form(&self) -> FormRecord {
        let (submission, declared) = (self.submission.clone(), self.form_fields.clone());
        FormRecord { submission, declared, fields: self.fields.clone() }
    }

    /// Who is asked to confirm a cost when nobody else is named.
    pub(in crate::workflow) fn requester(&self) -> Option<Object> {
        self.variable_object("requester")
    }
    /// The request's currency, else the desk's.
    pub(in crate::workflow) fn default_currency(&self) -> String {
        self.submission.price.as_ref().map_or_else(|| self.currency.clone(), |price| price.currency.clone())
    }

    /// Field names of a form become its values.
    pub(in crate::workflow) fn shown_fields(&self, names: &[Value]) -> Result<Json, Stop> {
        let form = self.form();
        let mut shown = serde_json::Map::new();
        for name in names.iter().filter_map(Value::text) {
            match form.get(name) {
                Some(value) => {
                    shown.insert(name.to_owned(), value.to_json());
                }
                None if form.declares(name) => {}
                None => return Err(Stop::fault("unknown_field", format!("show: the form has no field \"{name}\""))),
            }
        }
        Ok(Json::Object(shown))
    }
}

impl Host for Runner {
    fn call(&self, call: &mut Call<'_>) -> Result<Value, Stop> {
        match SPECS.get(usize::from(call.id())) {
            Some(spec) => (spec.run)(self, call),
            None => Err(Stop::fault("internal", "a word without a meaning")),
        }
    }

    fn is_preview(&self) -> bool {
        self.oracle.is_some()
    }

    fn decide(&self, condition: &str) -> bool {
        let frame = self.state().frames.last().map(|frame| frame.prefix.clone()).unwrap_or_default();
        self.oracle.as_ref().is_some_and(|oracle| oracle.decide(&frame, condition))
    }

    fn variable(&self, name: &str) -> Option<Value> {
        self.variable_object(name).map(Value::Object)
    }

    fn shift(&self, at: Time, span: Span, back: bool, place: &Place) -> Result<Time, Stop> {
        if let Some(elapsed) = span.elapsed() {
            return Ok(at.plus(if back { -elapsed } else { elapsed }));
        }
        // Working time is what the calendar says today: kept, as all that is read outside.
        let name = if back { "time.minus" } else { "time.plus" };
        let values = json!({ "at": at, "span": span });
        let moved = self.read(name.to_owned(), &Read::Shift { at, span, back }, values, place)?;
        Ok(moved.as_str().and_then(Time::parse).unwrap_or(at))
    }

    fn property(&self, object: &Object, name: &str, place: &Place) -> Result<Value, Stop> {
        match object.kind() {
            POLICY => {
                let read = Read::Policy { name: name.to_owned() };
                self.read(format!("policy.{name}"), &read, Json::Null, place).map(|json| policy_value(&json))
            }
            TICKET => {
                let read = Read::Ticket { field: name.to_owned() };
                let json = self.read(format!("ticket.{name}"), &read, Json::Null, place)?;
                let value = Value::from_json(&json);
                Ok(match &self.oracle {
                    Some(oracle) => oracle.read(&read, value),
                    None => value,
                })
            }
            WHO | PICKED => {
                let Some(who) = who_of(object) else { return Ok(Value::Unit) };
                let values = json!({ "who": who_json(&who), "field": name });
                let read = Read::Person { who, field: name.to_owned() };
                let label = format!("{}.{name}", read_of(&read));
                match self.read(format!("person.{name}"), &read, values, place) {
                    // Whom nobody knows yet has no properties yet.
                    Err(_) if self.oracle.is_some() => {
                        let sample = Value::Text(Unknown::text(&label));
                        Ok(Unknown::value(label, sample))
                    }
                    read => read.map(|json| Value::from_json(&json)),
                }
            }
            _ => Err(Stop::fault("unknown_property", format!("{} has no \"{name}\"", object.label()))),
        }
    }
}

/// Of whom something is read.
fn read_of(read: &Read) -> String {
    match read {
        Read::Person { who, .. } => Unknown::of_text(&who.to_string()).map_or_else(|| who.to_string(), str::to_owned),
        _ => String::new(),
    }
}

/// Digits in quotes are decimals, in policy.toml as in `request.price`.
fn policy_value(json: &Json) -> Value {
    match json {
        Json::String(text) if text.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-') => {
            text.parse().map_or_else(|_| Value::Text(text.clone()), Value::Decimal)
        }
        other => Value::from_json(other),
    }
}
