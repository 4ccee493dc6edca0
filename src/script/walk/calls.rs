//! Calls: whether what is called exists and takes so many arguments, what may
//! not be called at all, and which functions reach a step.

use super::{Walker, near};
use crate::script::engine::{self, FORBIDDEN};
use crate::script::outline::{CallSite, CompareSite, Shape};
use crate::script::vocabulary::{Takes, Word};
use rhai::{Expr, FnCallExpr, Position};
use std::collections::BTreeSet;

/// Methods of lists and maps that take one closure and keep none of it.
pub(super) const CALLBACKS: [&str; 19] = [
    "all",
    "dedup",
    "drain",
    "filter",
    "find",
    "find_map",
    "for_each",
    "index_of",
    "map",
    "order",
    "order_by",
    "reduce",
    "reduce_rev",
    "retain",
    "some",
    "sort",
    "sort_by",
    "zip",
    "none",
];

/// Methods that change what they are called on.
const CHANGING: [&str; 24] = [
    "push",
    "append",
    "insert",
    "pad",
    "pop",
    "shift",
    "remove",
    "clear",
    "truncate",
    "chop",
    "reverse",
    "splice",
    "dedup",
    "drain",
    "retain",
    "sort",
    "sort_by",
    "sort_desc",
    "set",
    "mixin",
    "fill_with",
    "replace",
    "trim",
    "crop",
];

impl Walker<'_> {
    /// `word(…)`, `function(…)`, `module::function(…)`, an operator.
    pub(super) fn call(&mut self, call: &FnCallExpr, position: Position) {
        if call.is_operator_call() {
            self.compared(call, position);
            self.exprs(call.args.iter());
            return;
        }
        if call.capture_parent_scope {
            self.fault(position, "syntax", "a call with `!` is not part of the language", None);
        }
        if call.is_qualified() {
            self.qualified(call, position);
        } else if FORBIDDEN.contains(&call.name.as_str()) {
            self.forbidden(&call.name, position);
        } else if let Some(word) = self.known.vocabulary.word(&call.name).copied() {
            self.word(&word, None, call, position);
        } else {
            self.plain(call, position);
        }
    }

    /// `form.model == "light"`.
    fn compared(&mut self, call: &FnCallExpr, position: Position) {
        let ("==" | "!=", [one, other]) = (call.name.as_str(), call.args.as_slice()) else { return };
        let site = match (self.arg(one).shape, self.arg(other).shape) {
            (Shape::Field(field), Shape::Literal(value)) | (Shape::Literal(value), Shape::Field(field)) => {
                CompareSite { field, value, place: self.place(position) }
            }
            _ => return,
        };
        self.walked.outline.compares.push(site);
    }

    fn forbidden(&mut self, name: &str, position: Position) {
        self.fault(position, "forbidden", format!("\"{name}\" is not part of the language"), None);
    }

    /// A function of the script's own or of the standard packages.
    fn plain(&mut self, call: &FnCallExpr, position: Position) {
        let (name, arity) = (call.name.as_str(), call.args.len());
        let own = self.named.get(name).is_some_and(|arities| arities.contains(&arity));
        if own {
            self.calls_own((name.to_owned(), arity), position);
        } else if !engine::natives().get(name).is_some_and(|arities| arities.contains(&arity)) {
            self.unknown_function(name, arity, position);
        }
        self.exprs(call.args.iter());
    }

    fn calls_own(&mut self, callee: (String, usize), position: Position) {
        if let Some(caller) = self.function.clone() {
            self.edges.insert((caller, callee.clone()));
        }
        if self.within.last().is_some_and(|within| !within.branch) {
            self.in_callbacks.push((callee, position));
        }
    }

    fn unknown_function(&mut self, name: &str, arity: usize, position: Position) {
        let arities: Option<BTreeSet<usize>> =
            self.named.get(name).cloned().or_else(|| engine::natives().get(name).cloned());
        if let Some(arities) = arities {
            self.wrong_arity(name, arity, &arities, position);
            return;
        }
        let words = self.known.vocabulary.list().words.iter().map(|word| word.name);
        let own = self.named.keys().map(String::as_str);
        let natives = engine::natives().keys().map(String::as_str).filter(|n| !n.contains('$'));
        let hint = near(name, words.chain(own)).or_else(|| near(name, natives));
        self.fault(position, "unknown_function", format!("there is no function \"{name}\""), hint);
    }

    fn wrong_arity(&mut self, name: &str, arity: usize, arities: &BTreeSet<usize>, position: Position) {
        let known: Vec<String> = arities.iter().map(ToString::to_string).collect();
        let message = format!("{name} takes {} arguments, not {arity}", known.join(" or "));
        self.fault(position, "arguments", message, None);
    }

    /// A word or a module's function: its number of arguments, its closures, its place.
    fn word(&mut self, word: &Word, module: Option<&str>, call: &FnCallExpr, position: Position) {
        let name = call.name.as_str();
        let arity = call.args.len();
        if !(word.min..=word.max).contains(&arity) {
            let arities = (word.min..=word.max).collect();
            self.wrong_arity(name, arity, &arities, position);
        }
        if word.step {
            self.step(name, position);
        }
        let args = call.args.iter().map(|arg| self.arg(arg)).collect();
        let site = CallSite {
            module: module.map(str::to_owned),
            name: name.to_owned(),
            method: false,
            place: self.place(position),
            args,
            ways: self.ways.clone(),
        };
        self.walked.outline.calls.push(site);
        match word.takes {
            Takes::Nothing => self.exprs(call.args.iter()),
            Takes::Branches => self.branches(name, &call.args),
            Takes::Each => self.each(name, &call.args),
        }
    }

    fn step(&mut self, name: &str, position: Position) {
        if let Some(function) = self.function.clone() {
            self.walked.stepping.insert(function);
        }
        if self.within.iter().any(|within| !within.branch) {
            self.step_in_callback(name, position);
        }
    }

    pub(super) fn step_in_callback(&mut self, name: &str, position: Position) {
        let message = format!("\"{name}\" waits, so it cannot stand in the callback of a list or map");
        let hint = "use a `for` loop, or for_all(list, |x| …)".to_owned();
        self.fault(position, "step_in_callback", message, Some(hint));
    }

    /// `module::function(…)`: of an import, of the host, or of nobody.
    fn qualified(&mut self, call: &FnCallExpr, position: Position) {
        let (name, arity) = (call.name.as_str(), call.args.len());
        let path = call.namespace.to_string();
        let module = path.trim_end_matches(':').to_owned();
        if let Some(library) = self.imports.get(&module).cloned() {
            self.imported(&library, name, arity, position);
            self.exprs(call.args.iter());
            return;
        }
        match self.known.vocabulary.function(&module, name).copied() {
            Some(word) if !module.contains(':') => {
                self.walked.modules.entry(module.clone()).or_default().insert((name.to_owned(), arity));
                self.word(&word, Some(&module), call, position);
            }
            _ => {
                self.unknown_module(&module, name, position);
                self.exprs(call.args.iter());
            }
        }
    }

    fn imported(&mut self, library: &str, name: &str, arity: usize, position: Position) {
        // A library that could not be read has said so itself.
        let Some(walked) = self.known.libraries.get(library).copied() else { return };
        let functions = &walked.outline.functions;
        if !functions.iter().any(|f| f.name == name && f.params.len() == arity) {
            let same: BTreeSet<usize> = functions.iter().filter(|f| f.name == name).map(|f| f.params.len()).collect();
            if same.is_empty() {
                let hint = near(name, functions.iter().map(|f| f.name.as_str()));
                let message = format!("the library \"{library}\" has no function \"{name}\"");
                self.fault(position, "unknown_function", message, hint);
            } else {
                self.wrong_arity(name, arity, &same, position);
            }
        }
        if walked.stepping.contains(&(name.to_owned(), arity)) {
            self.step(name, position);
        }
    }

    fn unknown_module(&mut self, module: &str, name: &str, position: Position) {
        let list = self.known.vocabulary.list();
        match list.modules.get(module) {
            Some(words) => {
                let hint = near(name, words.iter().map(|word| word.name));
                self.fault(position, "unknown_function", format!("there is no {module}::{name}"), hint);
            }
            None => {
                let known = list.modules.keys().copied().chain(self.imports.keys().map(String::as_str));
                let hint = near(module, known);
                self.fault(position, "unknown_module", format!("there is no module \"{module}\""), hint);
            }
        }
    }

    /// `x.method(…)`.
    pub(super) fn method(&mut self, call: &FnCallExpr, position: Position, root: Option<&str>) {
        let (name, arity) = (call.name.as_str(), call.args.len());
        if FORBIDDEN.contains(&name) {
            self.forbidden(name, position);
        }
        if let Some(root) = root
            && CHANGING.contains(&name)
        {
            self.changed(root, position);
        }
        let native = engine::natives().get(name).is_some_and(|arities| arities.contains(&(arity + 1)));
        let own = self.named.get(name).is_some_and(|arities| arities.contains(&arity));
        let mut takes = CALLBACKS.contains(&name);
        match self.known.vocabulary.method(name).copied() {
            Some(word) => self.host_method(&word, call, position),
            None if own => self.calls_own((name.to_owned(), arity), position),
            None if native => {}
            None => {
                self.unknown_method(name, arity, position);
                // One fault is enough: its closure may be right once the name is.
                takes = true;
            }
        }
        self.callback_args(call, takes, root);
    }

    fn host_method(&mut self, word: &Word, call: &FnCallExpr, position: Position) {
        let arity = call.args.len();
        let native = engine::natives().get(word.name).is_some_and(|arities| arities.contains(&(arity + 1)));
        if !(word.min..=word.max).contains(&arity) && !native {
            self.wrong_arity(word.name, arity, &(word.min..=word.max).collect(), position);
        }
        if word.step {
            self.step(word.name, position);
        }
        let args = call.args.iter().map(|arg| self.arg(arg)).collect();
        let place = self.place(position);
        self.walked.outline.calls.push(CallSite {
            module: None,
            name: word.name.to_owned(),
            method: true,
            place,
            args,
            ways: self.ways.clone(),
        });
    }

    fn unknown_method(&mut self, name: &str, arity: usize, position: Position) {
        if let Some(word) = self.known.vocabulary.word(name) {
            let hint = format!("write {}(…)", word.name);
            self.fault(position, "unknown_function", format!("\"{name}\" is a word, not a method"), Some(hint));
        } else if let Some(arities) = engine::natives().get(name) {
            let arities = arities.iter().filter(|n| **n > 0).map(|n| n - 1).collect();
            self.wrong_arity(name, arity, &arities, position);
        } else {
            let methods = self.known.vocabulary.list().methods.iter().map(|word| word.name);
            let natives = engine::natives().keys().map(String::as_str).filter(|n| !n.contains('$'));
            let hint = near(name, methods.chain(natives));
            self.fault(position, "unknown_function", format!("there is no method \"{name}\""), hint);
        }
    }

    /// A function of the script must not take the place of a word or of a
    /// method that takes closures.
    pub(super) fn redefinition(&mut self, name: &str, position: Position) {
        let taken = self.known.vocabulary.word(name).is_some()
            || self.known.vocabulary.method(name).is_some()
            || self.known.vocabulary.has_variable(name)
            || CALLBACKS.contains(&name);
        if taken || FORBIDDEN.contains(&name) {
            let message = format!("\"{name}\" is a word of the language and cannot be a function of the script");
            self.fault(position, "redefinition", message, Some("give the function another name".to_owned()));
        }
    }

    /// Arguments of a method; of those of lists and maps one may be a closure.
    fn callback_args(&mut self, call: &FnCallExpr, takes: bool, root: Option<&str>) {
        let mut taken = false;
        for arg in &call.args {
            match super::closures::closure_of(arg) {
                Some(closure) if takes && !taken => {
                    taken = true;
                    self.callback(&closure, arg, root);
                }
                _ => self.expr(arg),
            }
        }
    }

    fn each(&mut self, name: &str, args: &[Expr]) {
        for (n, arg) in args.iter().enumerate() {
            match super::closures::closure_of(arg) {
                Some(closure) if n == 1 => self.branch(&closure),
                None if n == 1 => {
                    let message = format!("{name} takes a closure as its second argument");
                    self.fault(arg.start_position(), "branch", message, Some("write |x| …".to_owned()));
                    self.expr(arg);
                }
                _ => self.expr(arg),
            }
        }
    }
}
