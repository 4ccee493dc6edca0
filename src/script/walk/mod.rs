//! Reads a parsed script without running it: finds what the parser lets pass
//! but a script must not do, and notes what it says (`Outline`). This file walks
//! statements and expressions; `calls`, `closures` and `shape` know the rules,
//! `chains` what stands behind dots, `paths` which ways lead through.

mod calls;
mod chains;
mod closures;
mod paths;
mod shape;

use super::bridge;
use super::outline::{Binding, Function, Outline, Shape};
use super::vocabulary::{Ends, Vocabulary};
use crate::model::journal::Place;
use crate::model::problem::Fault;
use crate::model::text::did_you_mean;
use rhai::{AST, ASTFlags, ASTNode, Expr, FlowControl, Position, ScriptFuncDef, Shared, Stmt};
use std::collections::{BTreeMap, BTreeSet};

/// One parsed source.
pub(super) struct Unit<'a> {
    pub(super) path: &'a str,
    pub(super) ast: &'a AST,
    pub(super) library: bool,
}

/// What a unit may refer to.
pub(super) struct Known<'a> {
    pub(super) vocabulary: &'a Vocabulary,
    /// Libraries already walked, by name.
    pub(super) libraries: BTreeMap<&'a str, &'a Walked>,
}

/// What a walk found out.
#[derive(Default)]
pub(super) struct Walked {
    pub(super) outline: Outline,
    /// Functions called of modules that are no libraries: name and number of arguments.
    pub(super) modules: BTreeMap<String, BTreeSet<(String, usize)>>,
    /// Names of properties that are read.
    pub(super) properties: BTreeSet<String>,
    /// The unit's own functions that reach a step, by name and number of parameters.
    pub(super) stepping: BTreeSet<(String, usize)>,
    /// How the unit's own functions are come out of.
    exits: BTreeMap<(String, usize), paths::Exit>,
}

/// An import statement: where, and the name when it is a literal.
pub(super) struct Import {
    pub(super) name: Option<String>,
    pub(super) alias: String,
    pub(super) at: (u32, u32),
}

/// The imports at the top of a script. Imports elsewhere are faults of `walk`.
pub(super) fn imports(ast: &AST) -> Vec<Import> {
    ast.statements()
        .iter()
        .filter_map(|stmt| match stmt {
            Stmt::Import(parts, position) => Some(Import {
                name: match &parts.0 {
                    Expr::StringConstant(name, _) => Some(name.to_string()),
                    _ => None,
                },
                alias: parts.1.name.to_string(),
                at: bridge::position(*position),
            }),
            _ => None,
        })
        .collect()
}

/// Walks a unit.
pub(super) fn walk(unit: &Unit<'_>, known: &Known<'_>) -> (Walked, Vec<Fault>) {
    let functions: Vec<Shared<ScriptFuncDef>> = unit.ast.iter_fn_def().cloned().collect();
    let mut walker = Walker {
        unit,
        known,
        imports: imports(unit.ast).into_iter().filter_map(|i| Some((i.alias, i.name?))).collect(),
        closures: functions.iter().filter(|f| is_closure(f)).map(|f| (f.name.to_string(), f.clone())).collect(),
        named: BTreeMap::new(),
        walked: Walked::default(),
        faults: Vec::new(),
        function: None,
        within: Vec::new(),
        edges: BTreeSet::new(),
        in_callbacks: Vec::new(),
        ways: Vec::new(),
        forks: 0,
    };
    for function in functions.iter().filter(|f| !is_closure(f)) {
        walker.named.entry(function.name.to_string()).or_default().insert(function.params.len());
    }
    walker.unit();
    for function in functions.iter().filter(|f| !is_closure(f)) {
        walker.function(function);
    }
    walker.paths(&functions);
    walker.conclude()
}

fn is_closure(function: &ScriptFuncDef) -> bool {
    function.name.starts_with("anon$")
}

/// The closure that an expression stands in.
struct Within {
    /// A branch of `parallel` and the like, where steps belong; else a callback.
    branch: bool,
    /// What it captured.
    captured: BTreeSet<String>,
}

struct Walker<'a> {
    unit: &'a Unit<'a>,
    known: &'a Known<'a>,
    /// Alias → library.
    imports: BTreeMap<String, String>,
    closures: BTreeMap<String, Shared<ScriptFuncDef>>,
    /// Functions of the unit: name → numbers of parameters.
    named: BTreeMap<String, BTreeSet<usize>>,
    walked: Walked,
    faults: Vec<Fault>,
    /// The function whose body is walked.
    function: Option<(String, usize)>,
    within: Vec<Within>,
    /// Who calls whom.
    edges: BTreeSet<((String, usize), (String, usize))>,
    /// Calls of the unit's functions inside callbacks.
    in_callbacks: Vec<((String, usize), Position)>,
    /// The ways taken at the conditions around what is walked.
    ways: Vec<(usize, usize)>,
    /// Conditions so far.
    forks: usize,
}

impl Walker<'_> {
    fn place(&self, position: Position) -> Place {
        bridge::place_in(self.unit.path, position)
    }
    fn fault(&mut self, position: Position, code: &str, message: impl Into<String>, hint: Option<String>) {
        let (line, column) = bridge::position(position);
        let fault = Fault::of_file(self.unit.path, code, message).at(line, column);
        self.faults.push(Fault { hint, ..fault });
    }

    fn unit(&mut self) {
        for stmt in self.unit.ast.statements() {
            if self.unit.library && !is_library_statement(stmt) {
                let message = "a library holds functions, imports and literal constants only";
                self.fault(stmt.position(), "library", message, Some("put this into a function".to_owned()));
                continue;
            }
            if let Stmt::Export(_, position) = stmt
                && !self.unit.library
            {
                self.fault(*position, "export", "only a library exports", None);
            }
            self.top(stmt);
        }
    }

    /// Where the script runs out, and how its functions are come out of.
    fn paths(&mut self, functions: &[Shared<ScriptFuncDef>]) {
        if self.known.vocabulary.list().words.iter().all(|word| word.ends == Ends::No) {
            return;
        }
        let mut paths = paths::Paths::new(self.known, &self.imports, functions, &self.closures);
        let open = if self.unit.library { Vec::new() } else { paths.open_ends(self.unit.ast) };
        let exits = paths.exits();
        self.walked.outline.open_ends = open.into_iter().map(|at| self.place(at)).collect();
        self.walked.exits = exits;
    }

    /// A statement of the outermost level, where imports may stand.
    fn top(&mut self, stmt: &Stmt) {
        if let Stmt::Var(parts, flags, _) = stmt
            && flags.contains(ASTFlags::CONSTANT)
        {
            let at = self.place(parts.0.pos);
            self.walked.outline.constants.push((parts.0.name.to_string(), at));
        }
        if !matches!(stmt, Stmt::Import(..)) {
            self.stmt(stmt);
        }
    }

    fn function(&mut self, function: &Shared<ScriptFuncDef>) {
        let key = (function.name.to_string(), function.params.len());
        let at = self.statements_of(function, |_, stmt| stmt.position()).into_iter().next().unwrap_or(Position::NONE);
        self.redefinition(&key.0, at);
        for param in &function.params {
            self.bound(param, None);
            self.shadowing(param, at);
        }
        let params = function.params.iter().map(ToString::to_string).collect();
        self.walked.outline.functions.push(Function { name: key.0.clone(), params });
        self.function = Some(key);
        self.statements_of(function, Walker::stmt);
        self.function = None;
    }

    /// Runs `each` on the statements of a function's body. The engine does not
    /// name the type of a body, but walks an AST of that one function.
    fn statements_of<T>(
        &mut self,
        function: &Shared<ScriptFuncDef>,
        mut each: impl FnMut(&mut Self, &Stmt) -> T,
    ) -> Vec<T> {
        let mut module = rhai::Module::new();
        module.set_script_fn(function.clone());
        let alone = AST::new_from_module(module);
        let mut results = Vec::new();
        alone.walk(&mut |path: &[ASTNode<'_>]| {
            if let [ASTNode::Stmt(stmt)] = path {
                results.push(each(self, stmt));
            }
            true
        });
        results
    }

    fn stmts<'s>(&mut self, stmts: impl IntoIterator<Item = &'s Stmt>) {
        for stmt in stmts {
            self.stmt(stmt);
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Noop(_) | Stmt::Share(_) | Stmt::Export(..) => {}
            Stmt::If(flow, _) => {
                self.expr(&flow.expr);
                let fork = self.fork();
                self.way((fork, 0), |walker| walker.stmts(flow.body.iter()));
                self.way((fork, 1), |walker| walker.stmts(flow.branch.iter()));
            }
            Stmt::While(flow, _) | Stmt::Do(flow, ..) => self.flow(flow),
            Stmt::Switch(parts, _) => {
                self.expr(&parts.0);
                let fork = self.fork();
                for (n, case) in parts.1.expressions.iter().enumerate() {
                    self.expr(&case.lhs);
                    self.way((fork, n), |walker| walker.expr(&case.rhs));
                }
            }
            Stmt::For(parts, _) => {
                self.shadowing(&parts.0.name, parts.0.pos);
                self.bound(&parts.0.name, None);
                if let Some(counter) = &parts.1 {
                    self.shadowing(&counter.name, counter.pos);
                }
                self.flow(&parts.2);
            }
            Stmt::Var(parts, flags, position) => {
                if flags.contains(ASTFlags::EXPORTED) && !self.unit.library {
                    self.fault(*position, "export", "only a library exports", None);
                }
                self.shadowing(&parts.0.name, parts.0.pos);
                self.bound(&parts.0.name, Some(&parts.1));
                self.expr(&parts.1);
            }
            Stmt::Assignment(parts) => {
                self.assigned(&parts.1.lhs);
                if let Some(name) = root_variable(&parts.1.lhs) {
                    self.bound(name, Some(&parts.1.rhs));
                }
                self.expr(&parts.1.lhs);
                self.expr(&parts.1.rhs);
            }
            Stmt::FnCall(call, position) => self.call(call, *position),
            Stmt::Block(block) => self.stmts(block.iter()),
            Stmt::TryCatch(flow, _) => {
                if let Expr::Variable(name, _, position) = &flow.expr {
                    self.bound(&name.1, None);
                    self.shadowing(&name.1, *position);
                }
                self.stmts(flow.body.iter().chain(flow.branch.iter()));
            }
            Stmt::Expr(expr) => self.expr(expr),
            Stmt::BreakLoop(value, ..) | Stmt::Return(value, ..) => {
                if let Some(value) = value {
                    self.expr(value);
                }
            }
            Stmt::Import(_, position) => {
                self.fault(*position, "import", "an import stands at the top of a script, outside of all blocks", None);
            }
            other => self.fault(other.position(), "syntax", "this is not part of the language", None),
        }
    }

    fn fork(&mut self) -> usize {
        self.forks += 1;
        self.forks
    }

    /// What is walked by `walk` lies on this way of a condition.
    fn way(&mut self, way: (usize, usize), walk: impl FnOnce(&mut Self)) {
        self.ways.push(way);
        walk(self);
        self.ways.pop();
    }

    fn flow(&mut self, flow: &FlowControl) {
        self.expr(&flow.expr);
        self.stmts(flow.body.iter().chain(flow.branch.iter()));
    }

    fn exprs<'e>(&mut self, exprs: impl IntoIterator<Item = &'e Expr>) {
        for expr in exprs {
            self.expr(expr);
        }
    }

    fn expr(&mut self, expr: &Expr) {
        if closures::closure_of(expr).is_some() {
            self.stray_closure(expr);
            return;
        }
        match expr {
            Expr::InterpolatedString(parts, _) | Expr::Array(parts, _) => self.exprs(parts.iter()),
            Expr::And(parts, _) | Expr::Or(parts, _) | Expr::Coalesce(parts, _) => self.exprs(parts.iter()),
            Expr::Map(parts, _) => self.exprs(parts.0.iter().map(|(_, value)| value)),
            // One with an index was declared in the script: it is no function.
            Expr::Variable(parts, _, _) if parts.0.is_some() => {}
            Expr::Variable(parts, _, position) => self.variable(&parts.1, &parts.2, *position),
            Expr::Stmt(block) => self.stmts(block.iter()),
            Expr::FnCall(call, position) => self.call(call, *position),
            Expr::Dot(parts, ..) | Expr::Index(parts, ..) => {
                self.expr(&parts.lhs);
                self.first_property(expr);
                let root = root_variable(&parts.lhs);
                self.links(expr, root);
            }
            Expr::DynamicConstant(..)
            | Expr::BoolConstant(..)
            | Expr::IntegerConstant(..)
            | Expr::CharConstant(..)
            | Expr::StringConstant(..)
            | Expr::Unit(_)
            | Expr::ThisPtr(_)
            | Expr::Property(..) => {}
            other => self.fault(other.position(), "syntax", "this is not part of the language", None),
        }
    }

    fn variable(&mut self, name: &str, namespace: &rhai::Namespace, position: Position) {
        if namespace.is_empty() && self.named.contains_key(name) && !self.known.vocabulary.has_variable(name) {
            let hint = format!("call it: {name}(…)");
            self.fault(position, "closure", format!("the function \"{name}\" cannot be used as a value"), Some(hint));
        }
    }

    /// The host's variables mean the same everywhere; a closure would see the
    /// host's where its author means his own.
    fn shadowing(&mut self, name: &str, position: Position) {
        if self.known.vocabulary.has_variable(name) {
            let message = format!("\"{name}\" is a word of the language and cannot be a variable of the script");
            self.fault(position, "redefinition", message, Some("give the variable another name".to_owned()));
        }
    }

    /// A name of the script is given a value.
    fn bound(&mut self, name: &str, value: Option<&Expr>) {
        let call = match value.map(|value| self.arg(value).shape) {
            Some(Shape::Call(call)) => Some(*call),
            _ => None,
        };
        let binding = Binding { name: name.to_owned(), call, source: self.unit.path.to_owned() };
        self.walked.outline.bindings.push(binding);
    }

    /// A write to a captured variable, or to a variable of the host.
    fn assigned(&mut self, target: &Expr) {
        let head = match target {
            Expr::Dot(parts, ..) | Expr::Index(parts, ..) => &parts.lhs,
            other => other,
        };
        let Expr::Variable(variable, _, position) = head else { return };
        if variable.0.is_some() {
            return;
        }
        if self.known.vocabulary.has_variable(&variable.1) {
            let message = format!("\"{}\" is read-only", variable.1);
            self.fault(*position, "constant", message, None);
        } else if !self.within.is_empty() {
            self.captured_write(&variable.1, *position);
        }
    }

    fn conclude(mut self) -> (Walked, Vec<Fault>) {
        self.spread_steps();
        for (callee, position) in std::mem::take(&mut self.in_callbacks) {
            if self.walked.stepping.contains(&callee) {
                self.step_in_callback(&callee.0, position);
            }
        }
        self.faults.sort_by_key(|fault| (fault.line, fault.column));
        (self.walked, self.faults)
    }

    /// A function that calls a function with a step has a step.
    fn spread_steps(&mut self) {
        loop {
            let more: Vec<_> = self
                .edges
                .iter()
                .filter(|(caller, callee)| {
                    self.walked.stepping.contains(callee) && !self.walked.stepping.contains(caller)
                })
                .map(|(caller, _)| caller.clone())
                .collect();
            if more.is_empty() {
                return;
            }
            self.walked.stepping.extend(more);
        }
    }
}

fn root_variable(head: &Expr) -> Option<&str> {
    match head {
        Expr::Variable(parts, ..) if parts.2.is_empty() => Some(parts.1.as_str()),
        _ => None,
    }
}

fn is_library_statement(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Noop(_) | Stmt::Import(..) | Stmt::Export(..) => true,
        Stmt::Var(parts, flags, _) => flags.contains(ASTFlags::CONSTANT) && parts.1.is_constant(),
        _ => false,
    }
}

/// "did you mean", as a hint.
fn near<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<String> {
    did_you_mean(name, known).map(|near| format!("did you mean \"{near}\"?"))
}
