//! Values that nobody knows yet, for previews: each remembers how the script
//! came to it and carries a sample of what it may be. Comparing one is a
//! question to the host, which answers it this way in one run and that way in
//! another; everything else is done on the sample. No ordinary run ever meets one.

use super::bridge;
use super::dynamic::{from_dynamic, to_dynamic};
use super::value::{Object, Thing, Value};
use rhai::{Dynamic, EvalAltResult, FuncRegistration, ImmutableString, Module, NativeCallContext, Shared};
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};
use std::sync::OnceLock;

/// The kind of an unknown value among objects.
pub const UNKNOWN: &str = "unknown";

/// A value that nobody knows yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Unknown {
    /// How the script came to it: `form.model`, `form.count * 2`.
    pub label: String,
    /// What it may be. A map answers the properties that it has; all others are
    /// unknown in turn.
    pub sample: Value,
}

impl Unknown {
    /// The unknown value as a script holds it.
    pub fn value(label: impl Into<String>, sample: Value) -> Value {
        Value::Object(Object::new(Unknown { label: label.into(), sample }))
    }

    /// The unknown value of a key that `Object::key` gave.
    pub fn restore(key: &Json) -> Option<Object> {
        let label = key.get("label")?.as_str()?.to_owned();
        let sample = Value::from_exact_json(key.get("sample")?, &|_, _, _| None);
        Some(Object::new(Unknown { label, sample }))
    }

    /// How it reads in a text.
    fn shown(&self) -> String {
        format!("‹{}›", self.label)
    }
}

impl Thing for Unknown {
    fn kind(&self) -> &'static str {
        UNKNOWN
    }
    fn key(&self) -> Json {
        json!({ "label": self.label, "sample": self.sample.to_exact_json() })
    }
    fn label(&self) -> String {
        self.shown()
    }
}

/// What a word of the host gets in the place of unknown values: their samples.
pub(super) fn known(value: Value) -> Value {
    match value {
        Value::Object(object) => match object.downcast::<Unknown>() {
            Some(unknown) => unknown.sample.clone(),
            None => Value::Object(object),
        },
        Value::List(items) => Value::List(items.into_iter().map(known).collect()),
        Value::Map(fields) => Value::Map(fields.into_iter().map(|(key, value)| (key, known(value))).collect()),
        other => other,
    }
}

type Ran<T> = Result<T, Box<EvalAltResult>>;

/// Operators and properties of unknown values; only in the engine of previews.
pub(super) fn module() -> Shared<Module> {
    static MODULE: OnceLock<Shared<Module>> = OnceLock::new();
    MODULE
        .get_or_init(|| {
            let mut module = Module::new();
            module.set_custom_type::<Unknown>("unknown");
            for op in ["==", "!=", "<", "<=", ">", ">="] {
                comparison(&mut module, op);
            }
            for op in ["+", "-", "*", "/", "%"] {
                arithmetic(&mut module, op);
            }
            texts(&mut module);
            module.build_index();
            module.into()
        })
        .clone()
}

fn comparison(module: &mut Module, op: &'static str) {
    FuncRegistration::new(op).set_into_module(
        module,
        move |context: NativeCallContext, a: Unknown, b: Dynamic| -> Ran<bool> {
            compare(&context, op, &Dynamic::from(a), &b)
        },
    );
    FuncRegistration::new(op).set_into_module(
        module,
        move |context: NativeCallContext, a: Dynamic, b: Unknown| -> Ran<bool> {
            compare(&context, op, &a, &Dynamic::from(b))
        },
    );
    FuncRegistration::new(op).set_into_module(
        module,
        move |context: NativeCallContext, a: Unknown, b: Unknown| -> Ran<bool> {
            compare(&context, op, &Dynamic::from(a), &Dynamic::from(b))
        },
    );
}

/// `!=` is asked as `==`, so that both are answered alike.
fn compare(context: &NativeCallContext, op: &str, a: &Dynamic, b: &Dynamic) -> Ran<bool> {
    let (asked, turned) = if op == "!=" { ("==", true) } else { (op, false) };
    let yes = ask(context, &format!("{} {asked} {}", written(a), written(b)))?;
    Ok(yes != turned)
}

fn ask(context: &NativeCallContext, condition: &str) -> Ran<bool> {
    bridge::with_core(context, |core| Ok(core.host().decide(condition)))
}

/// A value as its author would write it.
fn written(value: &Dynamic) -> String {
    if let Some(unknown) = value.read_lock::<Unknown>() {
        return unknown.label.clone();
    }
    match from_dynamic(value) {
        Ok(Value::Text(text)) => format!("\"{text}\""),
        Ok(Value::Decimal(number)) => number.normalize().to_string(),
        Ok(Value::Object(object)) => object.label(),
        Ok(Value::Unit) => "()".to_owned(),
        Ok(other) => other.to_json().to_string(),
        Err(_) => "…".to_owned(),
    }
}

fn arithmetic(module: &mut Module, op: &'static str) {
    FuncRegistration::new(op).set_into_module(module, move |a: Unknown, b: Dynamic| compute(op, &Dynamic::from(a), &b));
    FuncRegistration::new(op).set_into_module(module, move |a: Dynamic, b: Unknown| compute(op, &a, &Dynamic::from(b)));
    FuncRegistration::new(op)
        .set_into_module(module, move |a: Unknown, b: Unknown| compute(op, &Dynamic::from(a), &Dynamic::from(b)));
    if op == "+" {
        FuncRegistration::new(op).set_into_module(module, |a: ImmutableString, b: Unknown| -> ImmutableString {
            format!("{a}{}", b.shown()).into()
        });
        FuncRegistration::new(op).set_into_module(module, |a: Unknown, b: ImmutableString| -> ImmutableString {
            format!("{}{b}", a.shown()).into()
        });
    }
}

/// The sample is computed where both sides are numbers; else it stays as it was.
fn compute(op: &str, a: &Dynamic, b: &Dynamic) -> Unknown {
    let sample = |value: &Dynamic| known(from_dynamic(value).unwrap_or(Value::Unit));
    let (left, right) = (sample(a), sample(b));
    let computed = match (number(&left), number(&right)) {
        (Some(x), Some(y)) => match op {
            "+" => x.checked_add(y),
            "-" => x.checked_sub(y),
            "*" => x.checked_mul(y),
            "/" => x.checked_div(y),
            _ => x.checked_rem(y),
        },
        _ => None,
    };
    let whole = matches!((&left, &right), (Value::Int(_), Value::Int(_)));
    let sample = match computed {
        Some(number) if whole => i64::try_from(number.trunc()).map_or(Value::Decimal(number), Value::Int),
        Some(number) => Value::Decimal(number),
        None => left,
    };
    Unknown { label: format!("{} {op} {}", written(a), written(b)), sample }
}

fn number(value: &Value) -> Option<Decimal> {
    match value {
        Value::Int(n) => Some(Decimal::from(*n)),
        Value::Decimal(d) => Some(*d),
        _ => None,
    }
}

/// Properties, and what scripts ask of texts and lists.
fn texts(module: &mut Module) {
    FuncRegistration::new("to_string").set_into_module(module, |unknown: &mut Unknown| unknown.shown());
    FuncRegistration::new("to_debug").set_into_module(module, |unknown: &mut Unknown| unknown.shown());
    module.set_indexer_get_fn(|unknown: &mut Unknown, name: ImmutableString| -> Ran<Dynamic> {
        Ok(property(unknown, &name))
    });
    FuncRegistration::new("len").set_into_module(module, |unknown: &mut Unknown| Unknown {
        label: format!("{}.len()", unknown.label),
        sample: Value::Int(1),
    });
    for name in ["to_upper", "to_lower", "trimmed", "to_int", "to_decimal"] {
        FuncRegistration::new(name).set_into_module(module, move |unknown: &mut Unknown| Unknown {
            label: format!("{}.{name}()", unknown.label),
            sample: unknown.sample.clone(),
        });
    }
    for name in ["contains", "starts_with", "ends_with"] {
        FuncRegistration::new(name).set_into_module(
            module,
            move |context: NativeCallContext, unknown: &mut Unknown, part: Dynamic| -> Ran<bool> {
                ask(&context, &format!("{}.{name}({})", unknown.label, written(&part)))
            },
        );
    }
    FuncRegistration::new("is_empty").set_into_module(
        module,
        |context: NativeCallContext, unknown: &mut Unknown| -> Ran<bool> {
            ask(&context, &format!("{}.is_empty()", unknown.label))
        },
    );
}

fn property(unknown: &Unknown, name: &str) -> Dynamic {
    if let Value::Map(fields) = &unknown.sample
        && let Some(value) = fields.get(name)
    {
        return to_dynamic(value.clone());
    }
    let label = format!("{}.{name}", unknown.label);
    let sample = Value::Text(format!("‹{label}›"));
    Dynamic::from(Unknown { label, sample })
}
