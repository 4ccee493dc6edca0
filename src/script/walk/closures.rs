//! Closures: where they may stand, and what they may do with what they capture.
//! A closure that could be kept (in a variable, a list, a result) could be made
//! to hold another, and that one another: a chain that no stack can free.

use super::{Walker, Within};
use rhai::{Expr, FnPtr, Position, Stmt};
use std::collections::BTreeSet;

/// A closure literal as the parser leaves it.
pub(super) struct Literal {
    function: String,
    captured: BTreeSet<String>,
}

/// The closure literal that an expression is. One that captures is a block of
/// two statements: share the variables, curry the function.
pub(super) fn closure_of(expr: &Expr) -> Option<Literal> {
    match expr {
        Expr::DynamicConstant(..) => Some(Literal { function: function_of(expr)?, captured: BTreeSet::new() }),
        Expr::Stmt(block) => match block.statements() {
            [Stmt::Share(_), Stmt::Expr(curry)] => {
                let Expr::FnCall(call, _) = curry.as_ref() else { return None };
                let (function, captured) = call.args.split_first()?;
                let captured = captured
                    .iter()
                    .filter_map(|variable| match variable {
                        Expr::Variable(parts, ..) => Some(parts.1.to_string()),
                        _ => None,
                    })
                    .collect();
                Some(Literal { function: function_of(function)?, captured })
            }
            _ => None,
        },
        _ => None,
    }
}

fn function_of(expr: &Expr) -> Option<String> {
    match expr {
        Expr::DynamicConstant(value, _) => value.read_lock::<FnPtr>().map(|function| function.fn_name().to_owned()),
        _ => None,
    }
}

impl Walker<'_> {
    /// A closure where none may stand.
    pub(super) fn stray_closure(&mut self, expr: &Expr) {
        let message = "a closure stands only where it is used: as a branch or as the callback of a list or map";
        let hint = "write it into the call; what is used twice is a function: fn name(x) { … }".to_owned();
        self.fault(expr.start_position(), "closure", message, Some(hint));
    }

    /// `parallel(#{ a: || …, b: || … })` or `parallel([|| …, || …])`.
    pub(super) fn branches(&mut self, name: &str, args: &[Expr]) {
        let Some((first, rest)) = args.split_first() else { return };
        match first {
            Expr::Map(parts, _) => {
                for (key, value) in &parts.0 {
                    self.branch_or_fault(&format!("branch \"{}\" of {name}", key.name), value);
                }
            }
            Expr::Array(parts, _) => {
                for value in parts {
                    self.branch_or_fault(&format!("a branch of {name}"), value);
                }
            }
            other => {
                let message = format!("{name} takes its branches as a literal map or list of closures");
                let hint = "write #{ name: || …, other: || … }".to_owned();
                self.fault(other.start_position(), "branch", message, Some(hint));
                self.expr(other);
            }
        }
        self.exprs(rest);
    }

    fn branch_or_fault(&mut self, what: &str, value: &Expr) {
        match closure_of(value) {
            Some(closure) => self.branch(&closure),
            None => {
                let hint = "write || before it: without, branches run one after the other".to_owned();
                self.fault(value.start_position(), "branch", format!("{what} is no closure"), Some(hint));
                self.expr(value);
            }
        }
    }

    /// A closure that the host invokes, where steps belong.
    pub(super) fn branch(&mut self, closure: &Literal) {
        self.body(closure, true);
    }

    /// A callback of a list or map. `root` is the variable whose method it is given to.
    pub(super) fn callback(&mut self, closure: &Literal, at: &Expr, root: Option<&str>) {
        if let Some(root) = root
            && closure.captured.contains(root)
        {
            let message = format!("the callback reads \"{root}\" while \"{root}\" is being gone through");
            let hint = format!("take what it needs before: `let n = {root}.len();`");
            self.fault(at.start_position(), "closure", message, Some(hint));
        }
        self.body(closure, false);
    }

    fn body(&mut self, closure: &Literal, branch: bool) {
        let Some(function) = self.closures.get(&closure.function).cloned() else { return };
        for param in function.params.iter().skip(closure.captured.len()) {
            self.bound(param, None);
            self.shadowing(param, Position::NONE);
        }
        self.within.push(Within { branch, captured: closure.captured.clone() });
        // Bodies nest no deeper than the parser lets expressions nest.
        self.statements_of(&function, Walker::stmt);
        self.within.pop();
    }

    pub(super) fn captured_write(&mut self, name: &str, position: Position) {
        let captured = self.within.last().is_some_and(|within| within.captured.contains(name));
        if captured {
            let message = format!("\"{name}\" is captured by a closure, which cannot change it");
            let hint = "let the closure return a value, and use the result".to_owned();
            self.fault(position, "captured", message, Some(hint));
        }
    }

    /// A method that changes what it is called on.
    pub(super) fn changed(&mut self, root: &str, position: Position) {
        // A variable of the closure's own of the same name hides the captured one;
        // the parser has then not captured it.
        self.captured_write(root, position);
    }
}
