//! Paths through a script: whether one of them comes to the last line without a
//! word that ends it. Conditions are not looked at: both ways are taken to be
//! possible, and a loop may run no time at all.

use super::Known;
use crate::script::vocabulary::Ends;
use rhai::{
    AST, ASTFlags, ASTNode, Expr, FlowControl, FnCallExpr, FnPtr, Module, Position, ScriptFuncDef, Shared, Stmt,
};
use std::collections::BTreeMap;

/// How control comes out of a piece of text: not at all, or with a covering word
/// said on every way (`true`) or not.
pub(super) type Exit = Option<bool>;

/// What is found out about one unit.
pub(super) struct Paths<'a> {
    known: &'a Known<'a>,
    imports: &'a BTreeMap<String, String>,
    functions: BTreeMap<(String, usize), Shared<ScriptFuncDef>>,
    closures: &'a BTreeMap<String, Shared<ScriptFuncDef>>,
    /// Of functions that were looked at.
    exits: BTreeMap<(String, usize), Exit>,
    /// `return`s of the function that is looked at; of the script itself.
    returns: Vec<(bool, Position)>,
}

impl<'a> Paths<'a> {
    pub(super) fn new(
        known: &'a Known<'a>,
        imports: &'a BTreeMap<String, String>,
        functions: &[Shared<ScriptFuncDef>],
        closures: &'a BTreeMap<String, Shared<ScriptFuncDef>>,
    ) -> Self {
        let key = |f: &Shared<ScriptFuncDef>| ((f.name.to_string(), f.params.len()), f.clone());
        let functions = functions.iter().map(key).collect();
        Self { known, imports, functions, closures, exits: BTreeMap::new(), returns: Vec::new() }
    }

    /// Where a script runs out without an end: at its last statement, at `return`s.
    pub(super) fn open_ends(&mut self, ast: &AST) -> Vec<Position> {
        let fallen = self.stmts(ast.statements(), false);
        let last = ast.statements().iter().rfind(|stmt| !matches!(stmt, Stmt::Noop(_)));
        let at_end = (fallen == Some(false)).then(|| last.map_or(Position::NONE, Stmt::position));
        let returns = self.returns.drain(..).filter(|(covered, _)| !covered).map(|(_, at)| at);
        returns.chain(at_end).collect()
    }

    /// How each function of the unit is come out of.
    pub(super) fn exits(mut self) -> BTreeMap<(String, usize), Exit> {
        for key in self.functions.keys().cloned().collect::<Vec<_>>() {
            self.function(&key);
        }
        self.exits
    }

    fn function(&mut self, key: &(String, usize)) -> Exit {
        if let Some(exit) = self.exits.get(key) {
            return *exit;
        }
        let Some(function) = self.functions.get(key).cloned() else { return Some(false) };
        // A function that calls itself is taken to come back.
        self.exits.insert(key.clone(), Some(false));
        let exit = self.body(&function);
        self.exits.insert(key.clone(), exit);
        exit
    }

    fn body(&mut self, function: &Shared<ScriptFuncDef>) -> Exit {
        let outer = std::mem::take(&mut self.returns);
        let mut exit = Some(false);
        let mut module = Module::new();
        module.set_script_fn(function.clone());
        AST::new_from_module(module).walk(&mut |path: &[ASTNode<'_>]| {
            if let ([ASTNode::Stmt(stmt)], Some(covered)) = (path, exit) {
                exit = self.stmt(stmt, covered);
            }
            true
        });
        let returns = std::mem::replace(&mut self.returns, outer);
        returns.into_iter().fold(exit, |exit, (covered, _)| joined(exit, Some(covered)))
    }

    fn stmts<'s>(&mut self, stmts: impl IntoIterator<Item = &'s Stmt>, covered: bool) -> Exit {
        let mut covered = covered;
        for stmt in stmts {
            covered = self.stmt(stmt, covered)?;
        }
        Some(covered)
    }

    fn stmt(&mut self, stmt: &Stmt, covered: bool) -> Exit {
        match stmt {
            Stmt::FnCall(call, _) => self.said_by(call, covered),
            Stmt::Expr(expr) => self.expr(expr, covered),
            Stmt::Var(parts, ..) => self.expr(&parts.1, covered),
            Stmt::Assignment(parts) => self.expr(&parts.1.rhs, covered),
            Stmt::Block(block) => self.stmts(block.iter(), covered),
            Stmt::If(flow, _) => {
                let covered = self.expr(&flow.expr, covered)?;
                let (yes, no) = (self.stmts(flow.body.iter(), covered), self.stmts(flow.branch.iter(), covered));
                joined(yes, no)
            }
            Stmt::Switch(parts, _) => self.switch(parts, covered),
            Stmt::While(flow, _) => self.repeated(flow, covered),
            Stmt::Do(flow, ..) => match self.stmts(flow.body.iter(), covered) {
                None if !breaks(flow) => None,
                exit => exit.or(Some(covered)),
            },
            Stmt::For(parts, _) => {
                let covered = self.expr(&parts.2.expr, covered)?;
                self.stmts(parts.2.body.iter(), covered);
                Some(covered)
            }
            Stmt::TryCatch(flow, _) => {
                let (tried, caught) = (self.stmts(flow.body.iter(), covered), self.stmts(flow.branch.iter(), covered));
                joined(tried, caught)
            }
            Stmt::Return(value, flags, position) => {
                let covered = value.as_ref().map_or(Some(covered), |value| self.expr(value, covered))?;
                if !flags.contains(ASTFlags::BREAK) {
                    self.returns.push((covered, *position));
                }
                None
            }
            Stmt::BreakLoop(..) => None,
            _ => Some(covered),
        }
    }

    /// `loop` goes on for ever where nothing breaks it; `while` may not run at all.
    fn repeated(&mut self, flow: &FlowControl, covered: bool) -> Exit {
        let covered = self.expr(&flow.expr, covered)?;
        self.stmts(flow.body.iter(), covered);
        let endless = matches!(flow.expr, Expr::Unit(_) | Expr::BoolConstant(true, _));
        (!endless || breaks(flow)).then_some(covered)
    }

    fn switch(&mut self, parts: &(Expr, rhai::SwitchCasesCollection), covered: bool) -> Exit {
        let covered = self.expr(&parts.0, covered)?;
        let cases = &parts.1;
        let mut exit = if cases.def_case.is_some() { None } else { Some(covered) };
        for case in &cases.expressions {
            let way = match &case.rhs {
                Expr::Stmt(block) => self.stmts(block.iter(), covered),
                other => self.expr(other, covered),
            };
            exit = joined(exit, way);
        }
        exit
    }

    /// Everything that an expression calls, whatever it depends on.
    fn expr(&mut self, expr: &Expr, covered: bool) -> Exit {
        let mut exit = Some(covered);
        expr.walk(&mut Vec::new(), &mut |path: &[ASTNode<'_>]| {
            let Some(covered) = exit else { return false };
            exit = match path.last() {
                Some(ASTNode::Expr(Expr::FnCall(call, _)) | ASTNode::Stmt(Stmt::FnCall(call, _))) => {
                    self.called(call, covered)
                }
                Some(ASTNode::Expr(Expr::DynamicConstant(value, _))) => {
                    let name = value.read_lock::<FnPtr>().map(|function| function.fn_name().to_owned());
                    name.map_or(exit, |name| Some(self.closure(&name) || covered))
                }
                _ => exit,
            };
            exit.is_some()
        });
        exit
    }

    /// A call that is a statement of its own, with its arguments.
    fn said_by(&mut self, call: &FnCallExpr, covered: bool) -> Exit {
        let mut covered = covered;
        for arg in &call.args {
            covered = self.expr(arg, covered)?;
        }
        self.called(call, covered)
    }

    fn called(&mut self, call: &FnCallExpr, covered: bool) -> Exit {
        let key = (call.name.to_string(), call.args.len());
        let exit = if call.is_qualified() {
            let path = call.namespace.to_string();
            let library = self.imports.get(path.trim_end_matches(':'));
            let walked = library.and_then(|library| self.known.libraries.get(library.as_str()));
            walked.and_then(|walked| walked.exits.get(&key).copied()).unwrap_or(Some(false))
        } else {
            match self.known.vocabulary.word(&call.name).map(|word| word.ends) {
                Some(Ends::Yes) => None,
                Some(Ends::Covers) => Some(true),
                Some(Ends::No) => Some(false),
                None => self.function(&key),
            }
        };
        exit.map(|now| now || covered)
    }

    /// Whether a branch says a covering word on all its ways.
    fn closure(&mut self, name: &str) -> bool {
        let function = self.closures.get(name).cloned();
        function.is_some_and(|function| self.body(&function) == Some(true))
    }
}

fn joined(one: Exit, other: Exit) -> Exit {
    match (one, other) {
        (None, exit) | (exit, None) => exit,
        (Some(one), Some(other)) => Some(one && other),
    }
}

/// Whether a loop's own body breaks it.
fn breaks(flow: &FlowControl) -> bool {
    flow.body.iter().any(|stmt| match stmt {
        Stmt::While(..) | Stmt::Do(..) | Stmt::For(..) => false,
        stmt => {
            let mut found = false;
            stmt.walk(&mut Vec::new(), &mut |path: &[ASTNode<'_>]| {
                let inner = path
                    .iter()
                    .any(|node| matches!(node, ASTNode::Stmt(Stmt::While(..) | Stmt::Do(..) | Stmt::For(..))));
                if let Some(ASTNode::Stmt(Stmt::BreakLoop(_, flags, _))) = path.last() {
                    found |= flags.contains(ASTFlags::BREAK) && !inner;
                }
                !found
            });
            found
        }
    })
}
