//! The engine's settings: which packages, which sizes, which callbacks. One thin
//! engine is made per run over shared modules; volatile engine interfaces
//! (`on_var`, tags, the hashing seed) are used here and nowhere else.

use super::compile::Compiled;
use super::dynamic::to_dynamic;
use super::run::{Core, Handle};
use super::standard;
use super::unknown;
use rhai::{Dynamic, Engine, EvalAltResult, Module, ModuleResolver, OptimizationLevel, Position, Shared, Token};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Once, OnceLock};

/// Longest source, in bytes: the parser is quadratic in places and cannot be stopped.
pub const SOURCE_LIMIT: usize = 64 << 10;
const STRING_SIZE: usize = 64 << 10;
const ARRAY_SIZE: usize = 2_000;
const MAP_SIZE: usize = 1_000;
const EXPR_DEPTH: usize = 64;
const CALL_LEVELS: usize = 24;
const VARIABLES: usize = 200;
const FUNCTIONS: usize = 200;
pub(super) const MODULES: usize = 20;
/// Names before `::` in one source.
const NAMES: usize = 100;

/// Function-like keywords that scripts are better off without.
pub(super) const FORBIDDEN: [&str; 9] =
    ["eval", "print", "debug", "Fn", "call", "curry", "is_def_fn", "is_def_var", "is_shared"];

/// Makes hashes the same in every thread and every module. Must come before
/// anything else of the engine, or words would not be found.
pub(super) fn prepare() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // An error means that a seed is set already, which is all that is wanted.
        let _ = rhai::config::hashing::set_hashing_seed(Some([0x6d61, 0x6974, 0x7265, 0x6421]));
    });
}

fn bare() -> Engine {
    prepare();
    let mut engine = Engine::new_raw();
    engine
        .set_optimization_level(OptimizationLevel::None)
        .set_strict_variables(true)
        .set_fail_on_invalid_map_property(true)
        .set_max_call_levels(CALL_LEVELS)
        .set_max_expr_depths(EXPR_DEPTH, EXPR_DEPTH)
        .set_max_string_size(STRING_SIZE)
        .set_max_array_size(ARRAY_SIZE)
        .set_max_map_size(MAP_SIZE)
        .set_max_variables(VARIABLES)
        .set_max_functions(FUNCTIONS)
        .set_max_modules(MODULES);
    engine
}

/// The engine that parses. `modules` are the names before `::` in the sources.
pub(super) fn for_parsing<'a>(modules: impl IntoIterator<Item = &'a str>) -> Engine {
    let mut engine = bare();
    // Plugin functions take `call` as their second parameter; the engine keeps the
    // word for closures, which no script calls by it.
    #[expect(deprecated, reason = "volatile, not deprecated: the engine marks it so")]
    engine.on_parse_token(|token, _, _| match token {
        Token::Reserved(word) if word.as_str() == "call" => Token::Identifier(word),
        token => token,
    });
    for name in modules.into_iter().take(NAMES) {
        engine.register_static_module(name, Module::new().into());
    }
    engine
}

/// Whether scripts can say a name after a dot: it is an identifier, and no word
/// that the language keeps for itself.
pub fn sayable(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let identifier = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && name.chars().all(plain);
    identifier && for_parsing([]).compile(format!("let x = #{{}}; x.{name}")).is_ok()
}

/// What every script can do without a host, as definitions for editors.
pub fn standard_definitions() -> String {
    let mut engine = bare();
    engine.register_global_module(standard::module());
    engine.definitions().include_standard_packages(true).single_file()
}

/// The engine that evaluates a library's constants.
pub(super) fn for_libraries(libraries: &Arc<Libraries>) -> Engine {
    let mut engine = bare();
    engine.register_global_module(standard::module());
    engine.set_module_resolver(Resolver(libraries.clone()));
    engine
}

/// The engine of one run.
pub(super) fn for_run(compiled: &Compiled, core: &Arc<Core>) -> Engine {
    let mut engine = bare();
    let vocabulary = &compiled.vocabulary().0;
    engine.register_global_module(standard::module());
    engine.register_global_module(vocabulary.global.clone());
    if let Some(properties) = compiled.properties() {
        engine.register_global_module(properties);
    }
    for (name, module) in compiled.modules() {
        engine.register_static_module(name, module.clone());
    }
    if let Some(libraries) = compiled.libraries() {
        engine.set_module_resolver(Resolver(libraries.clone()));
    }
    if core.host().is_preview() {
        engine.register_global_module(unknown::module());
    }
    engine.set_default_tag(Dynamic::from(Handle(core.clone())));
    let ticking = core.clone();
    engine.on_progress(move |_| if ticking.tick() { Some(Dynamic::UNIT) } else { None });
    if !vocabulary.list.variables.is_empty() {
        variables(&mut engine, compiled, core);
    }
    engine
}

/// Variables of the host are seen everywhere, in functions and libraries too,
/// where constants of a scope would not be.
fn variables(engine: &mut Engine, compiled: &Compiled, core: &Arc<Core>) {
    let vocabulary = compiled.vocabulary().clone();
    let core = core.clone();
    #[expect(deprecated, reason = "volatile, not deprecated: the engine marks it so")]
    engine.on_var(move |name, index, _| {
        // An index means a variable of the script's own.
        if index > 0 || !vocabulary.has_variable(name) {
            return Ok(None);
        }
        match core.host().variable(name) {
            Some(value) => Ok(Some(to_dynamic(value))),
            None => Err(EvalAltResult::ErrorVariableNotFound(name.to_owned(), Position::NONE).into()),
        }
    });
}

/// Imported libraries, compiled, by the name in `import "NAME"`.
#[derive(Default)]
pub(super) struct Libraries(pub(super) BTreeMap<String, Shared<Module>>);

struct Resolver(Arc<Libraries>);

impl ModuleResolver for Resolver {
    fn resolve(
        &self,
        _: &Engine,
        _: Option<&str>,
        path: &str,
        position: Position,
    ) -> Result<Shared<Module>, Box<EvalAltResult>> {
        self.0.0.get(path).cloned().ok_or_else(|| EvalAltResult::ErrorModuleNotFound(path.to_owned(), position).into())
    }
}

/// Names and numbers of arguments of all that the packages bring.
pub(super) fn natives() -> &'static BTreeMap<String, BTreeSet<usize>> {
    static NATIVES: OnceLock<BTreeMap<String, BTreeSet<usize>>> = OnceLock::new();
    NATIVES.get_or_init(|| {
        let mut engine = bare();
        engine.register_global_module(standard::module());
        let list = engine.collect_fn_metadata(
            None,
            |info| Some((info.metadata.name.to_string(), info.metadata.num_params)),
            true,
        );
        let mut natives: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (name, arity) in list {
            natives.entry(name).or_default().insert(arity);
        }
        natives.entry("type_of".to_owned()).or_default().insert(1);
        natives
    })
}
