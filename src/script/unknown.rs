//! Values that nobody knows yet, for previews: each remembers how the script
//! came to it and carries a sample of what it may be. Comparing one is a
//! question to the host, which answers it this way in one run and that way in
//! another; everything else is done on the sample. No ordinary run ever meets one.

use super::bridge;
use super::dynamic::{from_dynamic, to_dynamic};
use super::value::{Object, Restore, Thing, Value};
use crate::model::duration::Span;
use rhai::{Dynamic, EvalAltResult, FnPtr, FuncRegistration, ImmutableString, Module, NativeCallContext, Shared};
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};
use std::any::TypeId;
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
    /// Whether it may be nothing: `()`, or an empty list.
    pub lacking: bool,
}

impl Unknown {
    /// The unknown value as a script holds it.
    pub fn value(label: impl Into<String>, sample: Value) -> Value {
        Value::Object(Object::new(Unknown { label: label.into(), sample, lacking: false }))
    }

    /// An unknown value that may be nothing.
    pub fn maybe(label: impl Into<String>, sample: Value) -> Value {
        Value::Object(Object::new(Unknown { label: label.into(), sample, lacking: true }))
    }

    /// A text that stands for an unknown one where a word wants a text.
    pub fn text(label: &str) -> String {
        format!("‹{label}›")
    }

    /// What a made-up text stands for.
    pub fn of_text(text: &str) -> Option<&str> {
        text.strip_prefix('‹')?.strip_suffix('›')
    }

    /// The unknown value of a key that `Object::key` gave.
    pub fn restore(key: &Json, restore: Restore<'_>) -> Option<Object> {
        let label = key.get("label")?.as_str()?.to_owned();
        let sample = Value::from_exact_json(key.get("sample")?, restore);
        Some(Object::new(Unknown { label, sample, lacking: key.get("lacking") == Some(&Json::Bool(true)) }))
    }

    /// How it reads in a text.
    fn shown(&self) -> String {
        Self::text(&self.label)
    }

    /// What comes of it by its name, with a sample.
    fn then(&self, what: &str, sample: Value) -> Unknown {
        Unknown { label: format!("{}.{what}", self.label), sample, lacking: false }
    }

    /// The items of its sample.
    fn items(&self) -> Vec<Value> {
        match &self.sample {
            Value::List(items) => items.clone(),
            _ => Vec::new(),
        }
    }
}

impl Thing for Unknown {
    fn kind(&self) -> &'static str {
        UNKNOWN
    }
    fn key(&self) -> Json {
        json!({ "label": self.label, "sample": self.sample.to_exact_json(), "lacking": self.lacking })
    }
    fn label(&self) -> String {
        self.shown()
    }
}

/// What a word of the host gets in the place of unknown values: their samples.
pub(super) fn known(value: Value) -> Value {
    match value {
        Value::Object(object) => match object.downcast::<Unknown>() {
            Some(unknown) => known(unknown.sample.clone()),
            None => Value::Object(object),
        },
        Value::List(items) => Value::List(items.into_iter().map(known).collect()),
        Value::Map(fields) => Value::Map(fields.into_iter().map(|(key, value)| (key, known(value))).collect()),
        other => other,
    }
}

/// The unknown value that an argument is, or the first that is in it.
pub(super) fn within(arg: &Dynamic) -> Option<Unknown> {
    fn of(value: &Value) -> Option<Unknown> {
        match value {
            Value::Object(object) => object.downcast::<Unknown>().cloned(),
            Value::Map(fields) => fields.values().find_map(of),
            _ => None,
        }
    }
    from_dynamic(arg).ok().as_ref().and_then(of)
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
            lists(&mut module);
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
    if asked == "==" && (a.is_unit() || b.is_unit()) {
        let one = [a, b].into_iter().find_map(|side| side.read_lock::<Unknown>().map(|it| it.clone()));
        let given = one.map_or(Ok(true), |unknown| given(context, &unknown))?;
        return Ok(given == turned);
    }
    let yes = ask(context, &format!("{} {asked} {}", written(a), written(b)))?;
    Ok(yes != turned)
}

fn ask(context: &NativeCallContext, condition: &str) -> Ran<bool> {
    bridge::with_core(context, |core| Ok(core.host().decide(condition)))
}

/// Whether it is there at all.
fn given(context: &NativeCallContext, unknown: &Unknown) -> Ran<bool> {
    if unknown.lacking { ask(context, &format!("{} is given", unknown.label)) } else { Ok(true) }
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
        FuncRegistration::new(op).set_into_module(module, |a: Unknown, b: ImmutableString| -> Dynamic {
            // A moment is moved by a duration, also by one that nobody knows; all else is said in a text.
            let moves = Span::parse(&b).is_some() || b.contains('‹');
            match known(a.sample.clone()).moment() {
                Some(_) if moves => Dynamic::from(compute("+", &Dynamic::from(a), &b.into())),
                _ => format!("{}{b}", a.shown()).into(),
            }
        });
    }
}

/// A moment some time later or earlier; working time does not move a sample.
fn moved(at: &Value, by: &Value, back: bool) -> Option<Value> {
    let (at, elapsed) = (at.moment()?, Span::parse(by.text()?)?.elapsed().unwrap_or_default());
    Some(Value::Time(at.plus(if back { -elapsed } else { elapsed })))
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
    let shifted = ["+", "-"].contains(&op).then(|| moved(&left, &right, op == "-")).flatten();
    let sample = match computed {
        None if shifted.is_some() => shifted.unwrap_or(left),
        Some(number) if whole => i64::try_from(number.trunc()).map_or(Value::Decimal(number), Value::Int),
        Some(number) => Value::Decimal(number),
        None => left,
    };
    Unknown { label: format!("{} {op} {}", written(a), written(b)), sample, lacking: false }
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
    module.set_indexer_get_fn(
        |context: NativeCallContext, unknown: &mut Unknown, name: ImmutableString| -> Ran<Dynamic> {
            property(&context, unknown, &name)
        },
    );
    for name in ["to_upper", "to_lower", "trimmed", "to_int", "to_decimal"] {
        FuncRegistration::new(name).set_into_module(module, move |unknown: &mut Unknown| {
            unknown.then(&format!("{name}()"), unknown.sample.clone())
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

/// What scripts do with lists of which nobody knows how long they are. What is
/// done for each item is done for those of the sample.
fn lists(module: &mut Module) {
    module.set_iter(TypeId::of::<Unknown>(), |unknown| {
        let items = unknown.read_lock::<Unknown>().map(|unknown| unknown.items()).unwrap_or_default();
        Box::new(items.into_iter().map(to_dynamic))
    });
    FuncRegistration::new("len").set_into_module(module, |unknown: &mut Unknown| {
        let length = i64::try_from(unknown.items().len().max(1)).unwrap_or(1);
        unknown.then("len()", Value::Int(length))
    });
    module.set_indexer_get_fn(|unknown: &mut Unknown, at: i64| -> Ran<Dynamic> {
        let item = unknown.items().into_iter().next();
        let label = format!("{}[{at}]", unknown.label);
        let sample = Value::Text(Unknown::text(&label));
        Ok(to_dynamic(item.unwrap_or_else(|| Unknown::value(label, sample))))
    });
    FuncRegistration::new("filter").set_into_module(
        module,
        |context: NativeCallContext, unknown: &mut Unknown, test: FnPtr| -> Ran<Unknown> {
            let mut kept = Vec::new();
            for item in unknown.items() {
                if test.call_within_context::<bool>(&context, (to_dynamic(item.clone()),))? {
                    kept.push(item);
                }
            }
            Ok(Unknown { lacking: true, ..unknown.then("filter(…)", Value::List(kept)) })
        },
    );
    FuncRegistration::new("map").set_into_module(
        module,
        |context: NativeCallContext, unknown: &mut Unknown, of: FnPtr| -> Ran<Unknown> {
            let mut made = Vec::new();
            for item in unknown.items() {
                let value = of.call_within_context::<Dynamic>(&context, (to_dynamic(item),))?;
                made.push(from_dynamic(&value).unwrap_or(Value::Unit));
            }
            Ok(Unknown { lacking: unknown.lacking, ..unknown.then("map(…)", Value::List(made)) })
        },
    );
    for name in ["some", "all"] {
        FuncRegistration::new(name).set_into_module(
            module,
            move |context: NativeCallContext, unknown: &mut Unknown, _: FnPtr| -> Ran<bool> {
                ask(&context, &format!("{}.{name}(…)", unknown.label))
            },
        );
    }
    FuncRegistration::new("find").set_into_module(
        module,
        |context: NativeCallContext, unknown: &mut Unknown, _: FnPtr| -> Ran<Dynamic> {
            let found = ask(&context, &format!("{}.find(…) finds one", unknown.label))?;
            let item = unknown.items().into_iter().next().filter(|_| found);
            Ok(item.map_or(Dynamic::UNIT, to_dynamic))
        },
    );
}

/// What a script gets of a field. Whether a truth value holds is asked where it
/// is looked at: no script could branch on it otherwise.
pub(super) fn looked_at(context: &NativeCallContext, value: Value) -> Ran<Dynamic> {
    let truth = value.object().and_then(|object| object.downcast::<Unknown>());
    match truth.filter(|truth| matches!(truth.sample, Value::Bool(_))) {
        Some(truth) => ask(context, &truth.label).map(Dynamic::from_bool),
        None => Ok(to_dynamic(value)),
    }
}

fn property(context: &NativeCallContext, unknown: &Unknown, name: &str) -> Ran<Dynamic> {
    if let Value::Map(fields) = &unknown.sample
        && let Some(value) = fields.get(name)
    {
        return looked_at(context, value.clone());
    }
    let label = format!("{}.{name}", unknown.label);
    let sample = Value::Text(Unknown::text(&label));
    Ok(Dynamic::from(Unknown { label, sample, lacking: false }))
}
