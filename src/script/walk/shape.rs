//! What the text tells of an argument, for the static checks of floors above.

use super::Walker;
use crate::script::dynamic::from_dynamic;
use crate::script::outline::{Arg, CallSite, Shape};
use crate::script::value::Value;
use rhai::Expr;

impl Walker<'_> {
    pub(super) fn arg(&self, expr: &Expr) -> Arg {
        let shape = self.shape(expr);
        let pattern = matches!(shape, Shape::Text).then(|| pattern(expr));
        Arg { place: self.place(expr.start_position()), shape, pattern }
    }

    fn shape(&self, expr: &Expr) -> Shape {
        if super::closures::closure_of(expr).is_some() {
            return Shape::Closure;
        }
        match expr {
            Expr::Map(parts, _) => Shape::Map(
                parts
                    .0
                    .iter()
                    .map(|(key, value)| (key.name.to_string(), self.place(key.pos), self.arg(value)))
                    .collect(),
            ),
            Expr::Array(parts, _) => Shape::List(parts.iter().map(|part| self.arg(part)).collect()),
            Expr::InterpolatedString(..) => Shape::Text,
            Expr::FnCall(call, position)
                if self.known.vocabulary.word(&call.name).is_some() && !call.is_qualified() =>
            {
                Shape::Call(Box::new(CallSite {
                    module: None,
                    name: call.name.to_string(),
                    method: false,
                    place: self.place(*position),
                    args: call.args.iter().map(|arg| self.arg(arg)).collect(),
                    ways: self.ways.clone(),
                }))
            }
            Expr::FnCall(call, _) if call.is_operator_call() && call.name == "+" => {
                match call.args.iter().map(|arg| self.shape(arg)).any(|shape| is_text(&shape)) {
                    true => Shape::Text,
                    false => Shape::Unknown,
                }
            }
            Expr::Variable(parts, ..) if parts.0.is_none() && self.known.vocabulary.has_variable(&parts.1) => {
                Shape::Variable(parts.1.to_string())
            }
            Expr::Dot(..) | Expr::Index(..) => self.field_path(expr).map_or(Shape::Unknown, Shape::Field),
            literal => literal
                .get_literal_value(None)
                .and_then(|value| from_dynamic(&value).ok())
                .map_or(Shape::Unknown, Shape::Literal),
        }
    }
}

/// The written parts of a text, `{}` for each of the others; such parts side by
/// side are one.
fn pattern(expr: &Expr) -> String {
    let mut text = String::new();
    collect(expr, &mut text);
    text
}

fn collect(expr: &Expr, into: &mut String) {
    const OTHER: &str = "{}";
    match expr {
        Expr::StringConstant(text, _) => into.push_str(text),
        Expr::InterpolatedString(parts, _) => parts.iter().for_each(|part| collect(part, into)),
        Expr::FnCall(call, _) if call.is_operator_call() && call.name == "+" => {
            call.args.iter().for_each(|part| collect(part, into));
        }
        _ if into.ends_with(OTHER) => {}
        _ => into.push_str(OTHER),
    }
}

fn is_text(shape: &Shape) -> bool {
    matches!(shape, Shape::Text | Shape::Literal(Value::Text(_)))
}
