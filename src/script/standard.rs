//! What every script can do without a host: arithmetic, texts, lists, maps,
//! comparisons. Without the core package, which brings `sleep` and `exit`, and
//! with guards where a package would make something huge before it is measured.

use super::bridge;
use super::value::Object;
use crate::model::time::Time;
use rhai::packages::{
    ArithmeticPackage, BasicArrayPackage, BasicFnPackage, BasicIteratorPackage, BasicMapPackage, BasicMathPackage,
    BasicStringPackage, LogicPackage, MoreStringPackage, Package,
};
use rhai::{
    Dynamic, EvalAltResult, FuncRegistration, ImmutableString, Module, NativeCallContext, Position, Shared, def_package,
};
use std::sync::OnceLock;

def_package! {
    /// All of it.
    Standard(lib) : ArithmeticPackage, LogicPackage, BasicMathPackage, BasicStringPackage, BasicIteratorPackage,
        BasicFnPackage, BasicArrayPackage, BasicMapPackage, MoreStringPackage
    {
        objects(lib);
        times(lib);
        guards(lib);
    }
}

type Ran<T> = Result<T, Box<EvalAltResult>>;

/// The one shared module.
pub(super) fn module() -> Shared<Module> {
    static MODULE: OnceLock<Shared<Module>> = OnceLock::new();
    MODULE
        .get_or_init(|| {
            super::engine::prepare();
            Standard::new().as_shared_module()
        })
        .clone()
}

fn objects(lib: &mut Module) {
    lib.set_custom_type::<Object>("object");
    FuncRegistration::new("==").set_into_module(lib, |a: Object, b: Object| a == b);
    FuncRegistration::new("!=").set_into_module(lib, |a: Object, b: Object| a != b);
    FuncRegistration::new("to_string").set_into_module(lib, |object: &mut Object| object.label());
    FuncRegistration::new("to_debug").set_into_module(lib, |object: &mut Object| object.label());
    FuncRegistration::new("contains").set_into_module(lib, |object: &mut Object, name: &str| {
        object.fields().is_some_and(|record| record.get(name).is_some())
    });
    FuncRegistration::new("keys").set_into_module(lib, |object: &mut Object| -> rhai::Array {
        let Some(record) = object.fields() else { return rhai::Array::new() };
        let names: std::collections::BTreeSet<String> = record.names().into_iter().collect();
        names.into_iter().filter(|name| record.get(name).is_some()).map(Dynamic::from).collect()
    });
    // `form["model"]`, and properties whose names no script of this vocabulary has said before.
    lib.set_indexer_get_fn(|context: NativeCallContext, object: &mut Object, name: ImmutableString| -> Ran<Dynamic> {
        bridge::read_property(&context, object, &name)
    });
}

fn times(lib: &mut Module) {
    lib.set_custom_type::<Time>("time");
    FuncRegistration::new("==").set_into_module(lib, |a: Time, b: Time| a == b);
    FuncRegistration::new("!=").set_into_module(lib, |a: Time, b: Time| a != b);
    FuncRegistration::new("<").set_into_module(lib, |a: Time, b: Time| a < b);
    FuncRegistration::new("<=").set_into_module(lib, |a: Time, b: Time| a <= b);
    FuncRegistration::new(">").set_into_module(lib, |a: Time, b: Time| a > b);
    FuncRegistration::new(">=").set_into_module(lib, |a: Time, b: Time| a >= b);
    FuncRegistration::new("+").set_into_module(lib, |context: NativeCallContext, at: Time, span: &str| {
        bridge::shift(&context, Some(at), span, false)
    });
    FuncRegistration::new("-").set_into_module(lib, |context: NativeCallContext, at: Time, span: &str| {
        bridge::shift(&context, Some(at), span, true)
    });
    FuncRegistration::new("+").set_into_module(lib, |context: NativeCallContext, date: Object, span: &str| {
        // Whoever is no date is said in a text.
        match date.moment() {
            Some(at) => bridge::shift(&context, Some(at), span, false),
            None => Ok(format!("{}{span}", date.label()).into()),
        }
    });
    FuncRegistration::new("-").set_into_module(lib, |context: NativeCallContext, date: Object, span: &str| {
        bridge::shift(&context, date.moment(), span, true)
    });
    dates(lib);
    FuncRegistration::new("to_string").set_into_module(lib, |time: &mut Time| time.to_string());
    FuncRegistration::new("to_debug").set_into_module(lib, |time: &mut Time| time.to_string());
}

/// Dates are compared with times and with each other by their moments; dates
/// and whoever was picked in a form are compared with texts as they were written.
fn dates(lib: &mut Module) {
    type Holds = fn(std::cmp::Ordering) -> bool;
    let operators: [(&str, Holds); 4] = [
        ("<", std::cmp::Ordering::is_lt),
        ("<=", std::cmp::Ordering::is_le),
        (">", std::cmp::Ordering::is_gt),
        (">=", std::cmp::Ordering::is_ge),
    ];
    let compare = |a: Option<Time>, b: Option<Time>, holds: Holds| -> Ran<bool> {
        match (a, b) {
            (Some(a), Some(b)) => Ok(holds(a.cmp(&b))),
            _ => Err("only times are earlier or later than times".into()),
        }
    };
    for (name, holds) in operators {
        FuncRegistration::new(name)
            .set_into_module(lib, move |a: Object, b: Object| compare(a.moment(), b.moment(), holds));
        FuncRegistration::new(name).set_into_module(lib, move |a: Object, b: Time| compare(a.moment(), Some(b), holds));
        FuncRegistration::new(name).set_into_module(lib, move |a: Time, b: Object| compare(Some(a), b.moment(), holds));
    }
    FuncRegistration::new("==").set_into_module(lib, |a: Object, b: Time| a.moment() == Some(b));
    FuncRegistration::new("==").set_into_module(lib, |a: Time, b: Object| b.moment() == Some(a));
    FuncRegistration::new("!=").set_into_module(lib, |a: Object, b: Time| a.moment() != Some(b));
    FuncRegistration::new("!=").set_into_module(lib, |a: Time, b: Object| b.moment() != Some(a));
    let written = |field: &Object, text: &str| field.json().as_str() == Some(text);
    FuncRegistration::new("==").set_into_module(lib, move |a: Object, b: &str| written(&a, b));
    FuncRegistration::new("!=").set_into_module(lib, move |a: Object, b: &str| !written(&a, b));
}

/// `replace` could make 4 GB of two texts of 64 KB before anybody looks.
fn guards(lib: &mut Module) {
    FuncRegistration::new("replace").set_into_module(
        lib,
        |context: NativeCallContext, text: &mut ImmutableString, from: &str, to: &str| -> Ran<()> {
            replace(&context, text, from, to)
        },
    );
    FuncRegistration::new("replace").set_into_module(
        lib,
        |context: NativeCallContext, text: &mut ImmutableString, from: char, to: &str| -> Ran<()> {
            replace(&context, text, from.encode_utf8(&mut [0; 4]), to)
        },
    );
    FuncRegistration::new("replace").set_into_module(
        lib,
        |context: NativeCallContext, text: &mut ImmutableString, from: &str, to: char| -> Ran<()> {
            replace(&context, text, from, to.encode_utf8(&mut [0; 4]))
        },
    );
}

fn replace(context: &NativeCallContext, text: &mut ImmutableString, from: &str, to: &str) -> Ran<()> {
    let count = text.matches(from).count();
    let size = text.len().saturating_add(count.saturating_mul(to.len()));
    let limit = context.engine().max_string_size();
    if limit > 0 && size.saturating_sub(count.saturating_mul(from.len())) > limit {
        return Err(EvalAltResult::ErrorDataTooLarge("Length of string".to_owned(), Position::NONE).into());
    }
    *text = text.replace(from, to).into();
    Ok(())
}
