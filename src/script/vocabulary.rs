//! What a kind of script may say: its words, modules, methods and variables.
//! A vocabulary is built once and shared; what the words do is the host's.

use super::bridge;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a parameter usually is. A hint that makes calls quick, not a check: a
/// word is called with whatever the script hands over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// A text.
    Text,
    /// A whole number.
    Int,
    /// A decimal.
    Decimal,
    /// An object map.
    Map,
    /// A list.
    List,
    /// A reference or record.
    Object,
    /// Anything.
    Any,
}

/// Which closures a word takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Takes {
    /// None.
    #[default]
    Nothing,
    /// Branches: the first argument is a map or list of `|| …`.
    Branches,
    /// One closure as second argument, called for each item of the first.
    Each,
}

/// What a word means for the path of a script that says it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ends {
    /// It goes on.
    #[default]
    No,
    /// It is at its end.
    Yes,
    /// It goes on, and needs no end any more.
    Covers,
}

/// One word, module function or method.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// The host's own number for it: `Call::id`.
    pub id: u16,
    /// Its name.
    pub name: &'static str,
    /// Fewest arguments; a method's object is not counted.
    pub min: usize,
    /// Most arguments.
    pub max: usize,
    /// What the parameters usually are.
    pub hints: &'static [Hint],
    /// Closures that it takes.
    pub takes: Takes,
    /// Whether it may end or suspend the run, so that it must not stand in the
    /// callback of `map`, `filter`, `sort` …
    pub step: bool,
    /// Whether a path that says it is at its end.
    pub ends: Ends,
}

impl Word {
    /// A word that is no step and takes no closures.
    pub const fn new(id: u16, name: &'static str, min: usize, max: usize) -> Self {
        Self { id, name, min, max, hints: &[], takes: Takes::Nothing, step: false, ends: Ends::No }
    }
    /// The same with hints.
    #[must_use]
    pub const fn hints(mut self, hints: &'static [Hint]) -> Self {
        self.hints = hints;
        self
    }
    /// The same as a step.
    #[must_use]
    pub const fn step(mut self) -> Self {
        self.step = true;
        self
    }
    /// The same as an end, or as good as one.
    #[must_use]
    pub const fn ends(mut self, ends: Ends) -> Self {
        self.ends = ends;
        self
    }
    /// The same with closures.
    #[must_use]
    pub const fn takes(mut self, takes: Takes) -> Self {
        self.takes = takes;
        self
    }
}

/// A list of what exists, to be built into a `Vocabulary`.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Words: `approval(…)`.
    pub words: Vec<Word>,
    /// Modules of fixed functions: `kv::get(…)`.
    pub modules: BTreeMap<&'static str, Vec<Word>>,
    /// What any other `module::function(…)` is; `None`: there is no such thing.
    pub other_modules: Option<Word>,
    /// Methods of objects: `t.escalate(…)`.
    pub methods: Vec<Word>,
    /// Variables that the host answers: `form`, `request`.
    pub variables: Vec<&'static str>,
}

/// What exists, with the engine's modules built for it. Cheap to clone.
#[derive(Clone)]
pub struct Vocabulary(pub(super) Arc<Built>);

pub(super) struct Built {
    pub(super) list: Words,
    pub(super) global: rhai::Shared<rhai::Module>,
    pub(super) modules: BTreeMap<&'static str, rhai::Shared<rhai::Module>>,
}

impl Vocabulary {
    /// Builds the modules of a list of words.
    pub fn new(list: Words) -> Self {
        super::engine::prepare();
        let global = bridge::global_module(&list);
        let modules = list.modules.iter().map(|(name, words)| (*name, bridge::static_module(name, words))).collect();
        Self(Arc::new(Built { list, global, modules }))
    }
    /// What it was built from.
    pub fn list(&self) -> &Words {
        &self.0.list
    }
    pub(super) fn word(&self, name: &str) -> Option<&Word> {
        self.0.list.words.iter().find(|word| word.name == name)
    }
    pub(super) fn method(&self, name: &str) -> Option<&Word> {
        self.0.list.methods.iter().find(|word| word.name == name)
    }
    pub(super) fn has_variable(&self, name: &str) -> bool {
        self.0.list.variables.contains(&name)
    }
    /// The module's function, or the word that stands for unlisted modules.
    pub(super) fn function(&self, module: &str, name: &str) -> Option<&Word> {
        match self.0.list.modules.get(module) {
            Some(words) => words.iter().find(|word| word.name == name),
            None => self.0.list.other_modules.as_ref(),
        }
    }
}

impl std::fmt::Debug for Vocabulary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.list.fmt(f)
    }
}
