//! Where the engine's calls become the host's: words, methods, properties,
//! closures. The only file that builds native functions for scripts.

use super::dynamic::{from_dynamic, to_dynamic};
use super::error;
use super::host::{Branch, Call, Stop};
use super::run::{Core, Halt, Handle};
use super::unknown::{self, Unknown};
use super::value::{Closure, Object, Value};
use super::vocabulary::{Hint, Word, Words};
use crate::model::duration::Span;
use crate::model::journal::Place;
use crate::model::text::did_you_mean;
use crate::model::time::Time;
use rhai::{
    Dynamic, EvalAltResult, FuncRegistration, ImmutableString, Module, NativeCallContext, Position, RhaiFunc, Shared,
};
use rust_decimal::Decimal;
use std::any::TypeId;

type Ran = Result<Dynamic, Box<EvalAltResult>>;
/// More arguments than any word has; a map of options serves better.
const MAX_ARGS: usize = 8;

/// Words and methods, for all scripts of a vocabulary.
pub(super) fn global_module(list: &Words) -> Shared<Module> {
    let mut module = Module::new();
    for word in &list.words {
        register(&mut module, None, word);
    }
    for word in &list.methods {
        register_method(&mut module, word);
    }
    module.build_index();
    module.into()
}

/// A module of fixed functions.
pub(super) fn static_module(name: &str, words: &[Word]) -> Shared<Module> {
    let mut module = Module::new();
    for word in words {
        register(&mut module, Some(name), word);
    }
    module.set_id(name);
    module.build_index();
    module.into()
}

/// A module of functions that the vocabulary does not list, made from what a
/// script calls: names with their numbers of arguments.
pub(super) fn open_module<'a>(
    name: &str,
    word: &Word,
    functions: impl IntoIterator<Item = (&'a str, usize)>,
) -> Shared<Module> {
    let mut module = Module::new();
    for (function, arity) in functions {
        set(&mut module, function, Some(name.to_owned()), *word, vec![TypeId::of::<Dynamic>(); arity]);
        if let Some(types) = hinted(word.hints, arity) {
            set(&mut module, function, Some(name.to_owned()), *word, types);
        }
    }
    module.set_id(name);
    module.build_index();
    module.into()
}

/// Readers of properties of objects, for the names that a script reads.
pub(super) fn properties<'a>(names: impl IntoIterator<Item = &'a str>) -> Shared<Module> {
    let mut module = Module::new();
    for name in names {
        let property = name.to_owned();
        module.set_getter_fn(name, move |context: NativeCallContext, object: &mut Object| -> Ran {
            read_property(&context, object, &property)
        });
    }
    module.build_index();
    module.into()
}

fn register(module: &mut Module, of: Option<&str>, word: &Word) {
    for arity in word.min..=word.max.min(MAX_ARGS) {
        set(module, word.name, of.map(str::to_owned), *word, vec![TypeId::of::<Dynamic>(); arity]);
        if let Some(types) = hinted(word.hints, arity) {
            set(module, word.name, of.map(str::to_owned), *word, types);
        }
    }
}

/// The usual types of the first parameters, when they say more than "anything".
fn hinted(hints: &[Hint], arity: usize) -> Option<Vec<TypeId>> {
    let types: Vec<_> = (0..arity).map(|n| hints.get(n).map_or(TypeId::of::<Dynamic>(), type_of)).collect();
    types.iter().any(|t| *t != TypeId::of::<Dynamic>()).then_some(types)
}

fn type_of(hint: &Hint) -> TypeId {
    match hint {
        Hint::Text => TypeId::of::<ImmutableString>(),
        Hint::Int => TypeId::of::<rhai::INT>(),
        Hint::Decimal => TypeId::of::<Decimal>(),
        Hint::Map => TypeId::of::<rhai::Map>(),
        Hint::List => TypeId::of::<rhai::Array>(),
        Hint::Object => TypeId::of::<Object>(),
        Hint::Any => TypeId::of::<Dynamic>(),
    }
}

fn set(module: &mut Module, name: &str, of: Option<String>, word: Word, types: Vec<TypeId>) {
    let func = move |context: Option<NativeCallContext>, args: &mut [&mut Dynamic]| -> Ran {
        let context = context.ok_or_else(no_context)?;
        call(&context, &word, of.as_deref(), args)
    };
    native(module, name, types, func);
}

fn register_method(module: &mut Module, word: &Word) {
    for arity in word.min..=word.max.min(MAX_ARGS) {
        let mut types = vec![TypeId::of::<Object>()];
        types.extend(vec![TypeId::of::<Dynamic>(); arity]);
        let func = move |context: Option<NativeCallContext>, args: &mut [&mut Dynamic]| -> Ran {
            call_method(&context.ok_or_else(no_context)?, args)
        };
        native(module, word.name, types, func);
    }
}

fn native(
    module: &mut Module,
    name: &str,
    types: Vec<TypeId>,
    func: impl Fn(Option<NativeCallContext>, &mut [&mut Dynamic]) -> Ran + Send + Sync + 'static,
) {
    let func = RhaiFunc::Pure { func: Shared::new(func), has_context: true, is_pure: true, is_volatile: true };
    FuncRegistration::new(name).in_internal_namespace().set_into_module_raw(module, types, func);
}

fn no_context() -> Box<EvalAltResult> {
    terminated(Position::NONE)
}

fn terminated(position: Position) -> Box<EvalAltResult> {
    EvalAltResult::ErrorTerminated(Dynamic::UNIT, position).into()
}

/// Runs `with` with the context of the run that a call belongs to.
pub(super) fn with_core<T>(
    context: &NativeCallContext,
    with: impl FnOnce(&Core) -> Result<T, Box<EvalAltResult>>,
) -> Result<T, Box<EvalAltResult>> {
    let handle = context.tag().and_then(|tag| tag.read_lock::<Handle>());
    let Some(handle) = handle else { return Err(terminated(context.call_position())) };
    if handle.0.is_poisoned() {
        return Err(terminated(context.call_position()));
    }
    with(&handle.0)
}

fn call(context: &NativeCallContext, word: &Word, module: Option<&str>, args: &mut [&mut Dynamic]) -> Ran {
    with_core(context, |core| {
        let mut call = Call { word, module, core, context, args };
        let answer = core.host().call(&mut call);
        conclude(core, context, answer)
    })
}

fn call_method(context: &NativeCallContext, args: &mut [&mut Dynamic]) -> Ran {
    with_core(context, |core| {
        let Some((object, rest)) = args.split_first() else { return Ok(Dynamic::UNIT) };
        let Some(object) = object.read_lock::<Object>().map(|object| object.clone()) else { return Ok(Dynamic::UNIT) };
        let place = place(core, context.call_source(), context.call_position());
        let answer = rest
            .iter()
            .map(|arg| value(arg))
            .collect::<Result<Vec<_>, _>>()
            .and_then(|values| core.host().method(&object, context.fn_name(), values, &place));
        conclude(core, context, answer)
    })
}

/// Reads a property: a record's field, or what the host says.
pub(super) fn read_property(context: &NativeCallContext, object: &Object, name: &str) -> Ran {
    let Some(record) = object.fields() else {
        return with_core(context, |core| {
            let place = place(core, context.call_source(), context.call_position());
            conclude(core, context, core.host().property(object, name, &place))
        });
    };
    if let Some(found) = record.get(name) {
        return unknown::looked_at(context, found);
    }
    if record.declares(name) {
        return Ok(Dynamic::UNIT);
    }
    let names = record.names();
    let hint = did_you_mean(name, names.iter().map(String::as_str)).map(|near| format!("did you mean \"{near}\"?"));
    let message = format!("{} has no field \"{name}\"", object.kind());
    with_core(context, |core| conclude(core, context, Err(Stop::fault_with("unknown_field", message, hint))))
}

/// `time + "2wd"`, `form.start_date - "1wd"`.
pub(super) fn shift(context: &NativeCallContext, at: Option<Time>, span: &str, back: bool) -> Ran {
    with_core(context, |core| {
        let place = place(core, context.call_source(), context.call_position());
        let answer = match (at, Span::parse(span)) {
            (Some(at), Some(span)) => core.host().shift(at, span, back, &place).map(Value::Time),
            (None, _) => Err(Stop::fault("value", "only times are moved by a duration")),
            (_, None) => {
                let hint = "write \"30m\", \"4h\", \"2d\", \"1w\", working time \"30wm\", \"4wh\", \"2wd\"".to_owned();
                Err(Stop::fault_with("value", format!("\"{span}\" is no duration"), Some(hint)))
            }
        };
        conclude(core, context, answer)
    })
}

fn conclude(core: &Core, context: &NativeCallContext, answer: Result<Value, Stop>) -> Ran {
    let position = context.call_position();
    if core.is_poisoned() {
        return Err(terminated(position));
    }
    match answer {
        Ok(value) => Ok(to_dynamic(value)),
        Err(Stop::Raise(error)) => Err(EvalAltResult::ErrorRuntime(to_dynamic(error), position).into()),
        Err(stop) => {
            core.stop(Halt::from((stop, place(core, context.call_source(), position))));
            Err(terminated(position))
        }
    }
}

pub(super) fn with_text<T>(arg: &Dynamic, read: impl FnOnce(&str) -> T) -> Option<T> {
    if let Some(unknown) = arg.read_lock::<Unknown>() {
        return unknown::known(unknown.sample.clone()).text().map(read);
    }
    arg.as_immutable_string_ref().ok().map(|text| read(text.as_str()))
}

/// What the host gets: of what is not known a sample.
pub(super) fn value(arg: &Dynamic) -> Result<Value, Stop> {
    as_it_is(arg).map(unknown::known)
}

/// What stays within the script.
fn as_it_is(arg: &Dynamic) -> Result<Value, Stop> {
    from_dynamic(arg).map_err(|unfit| Stop::fault("value", unfit.message()))
}

pub(super) fn position(position: Position) -> (u32, u32) {
    let number = |n: Option<usize>| n.and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
    (number(position.line()), number(position.position()))
}

pub(super) fn place(core: &Core, source: Option<&str>, at: Position) -> Place {
    place_in(source.unwrap_or(core.path()), at)
}

pub(super) fn place_in(source: &str, at: Position) -> Place {
    let (line, column) = position(at);
    Place { source: source.to_owned(), line, column }
}

/// Runs a closure of a call. A suspension ends only this branch.
pub(super) fn invoke(call: &Call<'_>, closure: &Closure, args: Vec<Value>) -> Branch {
    if call.core.is_poisoned() {
        return Branch::Over;
    }
    let mut own = closure.0.clone();
    // Captured variables are shared cells: unshared, a branch sees what was
    // captured, not what a sibling made of it in an earlier run.
    let captured: Vec<Dynamic> = own.curry().iter().map(Dynamic::flatten_clone).collect();
    own.set_curry(captured);
    let args: Vec<Dynamic> = args.into_iter().map(to_dynamic).collect();
    let result = own.call_raw(call.context, None, args);
    if call.core.resume() {
        return Branch::Suspended;
    }
    if call.core.is_poisoned() {
        return Branch::Over;
    }
    let place = || place(call.core, call.context.call_source(), call.context.call_position());
    match result {
        Ok(result) => match as_it_is(&result) {
            Ok(value) => Branch::Done(value),
            Err(stop) => {
                call.core.stop(Halt::from((stop, place())));
                Branch::Over
            }
        },
        Err(error) => match error::raised(call.core, &error) {
            Ok((error, place)) => Branch::Raised(error, place),
            Err(fault) => {
                call.core.stop(Halt::Fault(fault));
                Branch::Over
            }
        },
    }
}
