//! From source text to something that runs: parsing, libraries, the check of
//! what the parser lets pass, and the hash that names a version.

use super::bridge;
use super::dynamic::from_dynamic;
use super::engine::{self, Libraries, SOURCE_LIMIT};
use super::outline::Outline;
use super::value::Value;
use super::vocabulary::Vocabulary;
use super::walk::{self, Known, Unit, Walked};
use crate::model::problem::Fault;
use crate::model::text::did_you_mean;
use rhai::{AST, Module, ParseError, ParseErrorType, Scope, Shared};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A script with the libraries that it may import.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// Path of the script in the content folder.
    pub path: String,
    /// Its text.
    pub text: String,
    /// Texts of `workflows/lib/NAME.rhai` by NAME.
    pub libraries: BTreeMap<String, String>,
}

impl Sources {
    /// A script without libraries.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into(), libraries: BTreeMap::new() }
    }
}

/// The path of a library.
pub fn library_path(name: &str) -> String {
    format!("workflows/lib/{name}.rhai")
}

/// A compiled script: shared between threads, run any number of times.
#[derive(Clone)]
pub struct Compiled(Arc<Inner>);

struct Inner {
    path: Arc<str>,
    hash: String,
    ast: AST,
    vocabulary: Vocabulary,
    modules: Vec<(String, Shared<Module>)>,
    properties: Option<Shared<Module>>,
    libraries: Option<Arc<Libraries>>,
    outline: Outline,
    constants: BTreeMap<String, Value>,
    doc: String,
}

impl Compiled {
    /// The script's path.
    pub fn path(&self) -> &str {
        &self.0.path
    }
    /// Hex SHA-256 over the text and the texts of the libraries it imports.
    pub fn hash(&self) -> &str {
        &self.0.hash
    }
    /// What it says.
    pub fn outline(&self) -> &Outline {
        &self.0.outline
    }
    /// The `//!` text at its top.
    pub fn doc(&self) -> &str {
        &self.0.doc
    }
    /// Names of the libraries that it imports, directly or not.
    pub fn imports(&self) -> impl Iterator<Item = &str> {
        self.0.libraries.iter().flat_map(|libraries| libraries.0.keys()).map(String::as_str)
    }
    pub(super) fn path_shared(&self) -> Arc<str> {
        self.0.path.clone()
    }
    pub(super) fn ast(&self) -> &AST {
        &self.0.ast
    }
    pub(super) fn vocabulary(&self) -> &Vocabulary {
        &self.0.vocabulary
    }
    pub(super) fn modules(&self) -> &[(String, Shared<Module>)] {
        &self.0.modules
    }
    pub(super) fn properties(&self) -> Option<Shared<Module>> {
        self.0.properties.clone()
    }
    pub(super) fn libraries(&self) -> Option<&Arc<Libraries>> {
        self.0.libraries.as_ref()
    }
}

impl std::fmt::Debug for Compiled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Compiled").field("path", &self.0.path).field("hash", &self.0.hash).finish_non_exhaustive()
    }
}

/// Literal constants at the top of a script: `const SCHEDULE = "…"`.
pub fn constants(compiled: &Compiled) -> &BTreeMap<String, Value> {
    &compiled.0.constants
}

/// The hash of a version: over the text and the texts of all libraries that it
/// imports, directly or not, each with its name and length, so that nothing can
/// move from one to the other unseen.
fn version(text: &str, used: &BTreeMap<&str, &str>) -> String {
    let mut hash = Sha256::new();
    for (name, text) in std::iter::once(("", text)).chain(used.iter().map(|(name, text)| (*name, *text))) {
        hash.update((name.len() as u64).to_be_bytes());
        hash.update(name);
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text);
    }
    hex::encode(hash.finalize())
}

/// Compiles a script. All faults that can be found at once come at once.
pub fn compile(sources: &Sources, vocabulary: &Vocabulary) -> Result<Compiled, Vec<Fault>> {
    examine(sources, vocabulary).map_err(|(_, faults)| faults)
}

/// Compiles a script; of one with faults the outline is handed out all the same
/// (as far as the script can be read), so that the floors above find theirs too.
#[expect(clippy::result_large_err, reason = "once for each script, not on a hot path")]
pub fn examine(sources: &Sources, vocabulary: &Vocabulary) -> Result<Compiled, (Outline, Vec<Fault>)> {
    Compiler { sources, vocabulary, faults: Vec::new(), done: BTreeMap::new(), stack: Vec::new() }.compile()
}

struct Compiler<'a> {
    sources: &'a Sources,
    vocabulary: &'a Vocabulary,
    faults: Vec<Fault>,
    done: BTreeMap<String, Library>,
    stack: Vec<String>,
}

struct Library {
    module: Option<Shared<Module>>,
    walked: Walked,
}

/// What an author probably did, by how the engine's message begins.
const MEANT: [(&str, &str); 5] = [
    (
        "Expecting name of a variable",
        "some words cannot name anything: until, with, call, new, default, match, case, var",
    ),
    ("Expecting function name", "some words cannot name anything: until, with, call, new, default, match, case, var"),
    ("Expecting ',' to separate the arguments", "is a closing `)` missing before this?"),
    ("Expecting ';' to terminate", "is a semicolon missing before this?"),
    ("Invalid character: '", "texts stand in double quotes: \"…\""),
];

fn meant(message: &str) -> Option<&'static str> {
    MEANT.iter().find(|(begins, _)| message.starts_with(begins)).map(|(_, hint)| *hint)
}

impl<'a> Compiler<'a> {
    #[expect(clippy::result_large_err, reason = "once for each script, not on a hot path")]
    fn compile(mut self) -> Result<Compiled, (Outline, Vec<Fault>)> {
        let sources = self.sources;
        let Some(ast) = self.parse(&sources.path, &sources.text) else {
            return Err((Outline::default(), self.faults));
        };
        self.import_all(&sources.path, &ast);
        let walked = self.walk(&sources.path, &ast, false);
        if !self.faults.is_empty() {
            return Err((walked.outline, self.faults));
        }
        Ok(self.assemble(ast, walked))
    }

    fn parse(&mut self, path: &str, text: &str) -> Option<AST> {
        if text.len() > SOURCE_LIMIT {
            let message = format!("the script is {} bytes long, {} are allowed", text.len(), SOURCE_LIMIT);
            self.faults.push(Fault::of_file(path, "limit", message).hint("move functions into workflows/lib/"));
            return None;
        }
        if let Some(at) = text.find('\0') {
            let line = text.get(..at).unwrap_or_default().matches('\n').count() + 1;
            let fault = Fault::of_file(path, "syntax", "the script contains the NUL character");
            self.faults.push(fault.at(u32::try_from(line).unwrap_or(0), 0));
            return None;
        }
        let mut scope = Scope::new();
        for name in &self.vocabulary.list().variables {
            scope.push_constant(*name, ());
        }
        match engine::for_parsing(namespaces(text)).compile_with_scope(&scope, text) {
            Ok(mut ast) => {
                ast.set_source(path);
                Some(ast)
            }
            Err(error) => {
                self.faults.push(self.syntax(path, &error));
                None
            }
        }
    }

    fn syntax(&self, path: &str, error: &ParseError) -> Fault {
        let (line, column) = bridge::position(error.1);
        let at = |code: &str, message: String| Fault::of_file(path, code, message).at(line, column);
        match error.0.as_ref() {
            ParseErrorType::VariableUndefined(name) => {
                let fault = at("unknown_name", format!("\"{name}\" is not known here"));
                let text = self.text_of(path);
                let known = self.vocabulary.list().variables.iter().copied().chain(declared(text));
                match did_you_mean(name, known.filter(|known| known != name)) {
                    Some(near) => fault.hint(format!("did you mean \"{near}\"?")),
                    None if name.chars().all(|c| c.is_uppercase() || c == '_') => {
                        fault.hint(format!("inside a function a constant is called global::{name}"))
                    }
                    None => fault,
                }
            }
            ParseErrorType::Reserved(word) => {
                let fault = at("reserved", format!("\"{word}\" is a reserved word"));
                fault.hint("in a map write it in quotes, `\"name\": …`; after a dot write [\"name\"]")
            }
            ParseErrorType::ExprTooDeep => at("limit", "this is nested too deeply".to_owned()),
            ParseErrorType::TooManyFunctions => at("limit", "too many functions and closures".to_owned()),
            other => {
                let fault = at("syntax", other.to_string());
                match meant(&fault.message) {
                    Some(hint) => fault.hint(hint),
                    None => fault,
                }
            }
        }
    }

    fn text_of(&self, path: &str) -> &'a str {
        let mut libraries = self.sources.libraries.iter();
        let library = libraries.find(|(name, _)| library_path(name) == path);
        library.map_or(self.sources.text.as_str(), |(_, text)| text.as_str())
    }

    /// Compiles what a unit imports, depth first.
    fn import_all(&mut self, path: &str, ast: &AST) {
        for import in walk::imports(ast) {
            let at = |code: &str, message: String| Fault::of_file(path, code, message).at(import.at.0, import.at.1);
            let Some(name) = &import.name else {
                self.faults.push(at("import", "an import names its library by a literal text".to_owned()));
                continue;
            };
            if self.done.contains_key(name) {
                continue;
            }
            if self.stack.contains(name) {
                self.faults.push(at("import", format!("libraries import each other in a circle: {name}")));
                continue;
            }
            if self.done.len() >= engine::MODULES {
                self.faults.push(at("limit", format!("more than {} libraries are imported", engine::MODULES)));
                continue;
            }
            let sources = self.sources;
            let Some(text) = sources.libraries.get(name) else {
                let fault = at("import", format!("there is no {}", library_path(name)));
                let near = did_you_mean(name, sources.libraries.keys().map(String::as_str));
                self.faults.push(match near {
                    Some(near) => fault.hint(format!("did you mean \"{near}\"?")),
                    None => fault,
                });
                continue;
            };
            self.library(name, text);
        }
    }

    fn library(&mut self, name: &str, text: &str) {
        let path = library_path(name);
        let before = self.faults.len();
        let mut library = Library { module: None, walked: Walked::default() };
        if let Some(ast) = self.parse(&path, text) {
            self.stack.push(name.to_owned());
            self.import_all(&path, &ast);
            self.stack.pop();
            library.walked = self.walk(&path, &ast, true);
            if self.faults.len() == before {
                library.module = self.evaluate(&path, &ast);
            }
        }
        self.done.insert(name.to_owned(), library);
    }

    /// A library holds functions and literal constants only, so this runs nothing of the host's.
    fn evaluate(&mut self, path: &str, ast: &AST) -> Option<Shared<Module>> {
        let engine = engine::for_libraries(&Arc::new(self.libraries()));
        match Module::eval_ast_as_new(Scope::new(), ast, &engine) {
            Ok(mut module) => {
                module.build_index();
                Some(module.into())
            }
            Err(error) => {
                self.faults.push(Fault::of_file(path, "import", error.to_string()));
                None
            }
        }
    }

    fn libraries(&self) -> Libraries {
        Libraries(
            self.done.iter().filter_map(|(name, library)| Some((name.clone(), library.module.clone()?))).collect(),
        )
    }

    fn walk(&mut self, path: &str, ast: &AST, library: bool) -> Walked {
        let libraries = self.done.iter().map(|(name, library)| (name.as_str(), &library.walked)).collect();
        let known = Known { vocabulary: self.vocabulary, libraries };
        let (walked, faults) = walk::walk(&Unit { path, ast, library }, &known);
        self.faults.extend(faults);
        walked
    }

    fn assemble(self, ast: AST, walked: Walked) -> Compiled {
        let used: BTreeMap<&str, &str> = self
            .done
            .keys()
            .filter_map(|name| self.sources.libraries.get(name).map(|text| (name.as_str(), text.as_str())))
            .collect();
        let hash = version(&self.sources.text, &used);
        let libraries = self.libraries();
        let mut outline = walked.outline;
        let mut calls = walked.modules;
        let mut names = walked.properties;
        for library in self.done.into_values() {
            outline.calls.extend(library.walked.outline.calls);
            outline.reads.extend(library.walked.outline.reads);
            for (module, functions) in library.walked.modules {
                calls.entry(module).or_default().extend(functions);
            }
            names.extend(library.walked.properties);
        }
        let constants = ast
            .iter_literal_variables(true, false)
            .filter_map(|(name, _, value)| Some((name.to_owned(), from_dynamic(&value).ok()?)))
            .collect();
        Compiled(Arc::new(Inner {
            path: self.sources.path.as_str().into(),
            hash,
            modules: modules(self.vocabulary, &calls),
            properties: (!names.is_empty()).then(|| bridge::properties(names.iter().map(String::as_str))),
            libraries: (!libraries.0.is_empty()).then(|| Arc::new(libraries)),
            vocabulary: self.vocabulary.clone(),
            doc: ast.doc().to_owned(),
            outline,
            constants,
            ast,
        }))
    }
}

/// The modules that a script really calls: shared ones of the vocabulary, and
/// ones made for it where the vocabulary takes any name.
fn modules(
    vocabulary: &Vocabulary,
    calls: &BTreeMap<String, BTreeSet<(String, usize)>>,
) -> Vec<(String, Shared<Module>)> {
    calls
        .iter()
        .filter_map(|(name, functions)| {
            let module = match vocabulary.0.modules.get(name.as_str()) {
                Some(module) => module.clone(),
                None => {
                    let word = vocabulary.list().other_modules.as_ref()?;
                    bridge::open_module(name, word, functions.iter().map(|(name, arity)| (name.as_str(), *arity)))
                }
            };
            Some((name.clone(), module))
        })
        .collect()
}

/// Names behind `let`, `const` and `for`: what a misspelt variable may have meant.
fn declared(text: &str) -> impl Iterator<Item = &str> {
    let identifier = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut words = text.split(move |c| !identifier(c)).filter(|word| !word.is_empty());
    std::iter::from_fn(move || {
        while let Some(word) = words.next() {
            if ["let", "const", "for"].contains(&word) {
                return words.next();
            }
        }
        None
    })
}

/// Names before `::`, in comments and texts too: too many do no harm, the
/// parser only wants to know that such a module may exist.
fn namespaces(text: &str) -> BTreeSet<&str> {
    text.match_indices("::")
        .filter_map(|(at, _)| {
            let before = text.get(..at)?.trim_end();
            let start = before
                .rfind(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                .map_or(0, |i| i + before.get(i..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
            before.get(start..)
        })
        .filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && *name != "global")
        .collect()
}
