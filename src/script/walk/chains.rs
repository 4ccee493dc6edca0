//! Chains behind a head: `form.window.start`, `list[0].name.len()`. Which names
//! of properties are read, and what is read of the host's variables.

use super::Walker;
use crate::model::journal::Place;
use crate::script::outline::ReadSite;
use rhai::{ASTFlags, Expr};

impl Walker<'_> {
    /// The links of a chain `a.b[c].d(e)` behind its head.
    pub(super) fn links(&mut self, parent: &Expr, root: Option<&str>) {
        let (parts, flags, dotting) = match parent {
            Expr::Dot(parts, flags, _) => (parts, flags, true),
            Expr::Index(parts, flags, _) => (parts, flags, false),
            _ => return,
        };
        match &parts.rhs {
            next @ (Expr::Dot(inner, ..) | Expr::Index(inner, ..)) if !flags.contains(ASTFlags::BREAK) => {
                self.link(&inner.lhs, dotting, root);
                self.links(next, root);
            }
            last => self.link(last, dotting, root),
        }
    }

    fn link(&mut self, item: &Expr, dotting: bool, root: Option<&str>) {
        match item {
            Expr::Property(parts, _) if dotting => {
                self.walked.properties.insert(parts.2.to_string());
            }
            Expr::MethodCall(call, position) if dotting => self.method(call, *position, root),
            index => self.expr(index),
        }
    }

    /// `form.model`, `form["model"]`: a property read of a variable of the host.
    pub(super) fn first_property(&mut self, chain: &Expr) {
        let (Expr::Dot(parts, ..) | Expr::Index(parts, ..)) = chain else { return };
        let Expr::Variable(variable, ..) = &parts.lhs else { return };
        let of_host = self.known.vocabulary.has_variable(&variable.1);
        if variable.0.is_some() && of_host {
            return;
        }
        let mut names = self.property_names(chain).0.into_iter();
        if let Some((property, place)) = names.next() {
            let read = ReadSite { variable: variable.1.to_string(), property, place, inner: names.collect() };
            let outline = &mut self.walked.outline;
            if of_host { outline.reads.push(read) } else { outline.locals.push(read) }
        }
    }

    /// The variable of the host and the properties that a chain comes to, where
    /// it is nothing else.
    pub(super) fn field_path(&self, chain: &Expr) -> Option<Vec<String>> {
        let (Expr::Dot(parts, ..) | Expr::Index(parts, ..)) = chain else { return None };
        let Expr::Variable(variable, ..) = &parts.lhs else { return None };
        let of_host = variable.0.is_none() && self.known.vocabulary.has_variable(&variable.1);
        let (names, whole) = self.property_names(chain);
        let path = || std::iter::once(variable.1.to_string()).chain(names.into_iter().map(|(name, _)| name)).collect();
        (of_host && whole).then(path)
    }

    /// The literal names of a chain behind its head, as far as they go, and
    /// whether they are all of it.
    fn property_names(&self, chain: &Expr) -> (Vec<(String, Place)>, bool) {
        let mut names = Vec::new();
        let mut parent = chain;
        while let Expr::Dot(parts, flags, _) | Expr::Index(parts, flags, _) = parent {
            let (item, next) = match &parts.rhs {
                next @ (Expr::Dot(inner, ..) | Expr::Index(inner, ..)) if !flags.contains(ASTFlags::BREAK) => {
                    (&inner.lhs, Some(next))
                }
                last => (last, None),
            };
            match (parent, item) {
                (Expr::Dot(..), Expr::Property(property, at)) => names.push((property.2.to_string(), self.place(*at))),
                (Expr::Index(..), Expr::StringConstant(name, at)) => names.push((name.to_string(), self.place(*at))),
                _ => return (names, false),
            }
            match next {
                Some(next) => parent = next,
                None => return (names, true),
            }
        }
        (names, false)
    }
}
