//! A graph as people see it: as text, as Mermaid, as a picture.

mod mermaid;
mod svg;
mod text;

pub use mermaid::mermaid;
pub use svg::svg;
pub use text::text;

use super::graph::{Node, NodeKind};

/// The lines of a node: what it is, whom it asks, until when.
fn lines(node: &Node) -> Vec<String> {
    let mut lines = vec![match (node.kind, node.step) {
        (NodeKind::Step, Some(kind)) if node.label.is_empty() => kind.as_str().to_owned(),
        (NodeKind::Step, Some(kind)) => format!("{} “{}”", kind.as_str(), node.label),
        (NodeKind::Condition, _) => format!("{}?", node.label),
        (NodeKind::Unclear, _) => format!("unclear: {}", node.label),
        _ => node.label.clone(),
    }];
    if !node.asks.is_empty() {
        lines.push(node.asks.join(", "));
    }
    match (&node.due_in, &node.on_timeout) {
        (Some(due), Some(then)) => lines.push(format!("within {due}, then {then}")),
        (Some(due), None) => lines.push(format!("within {due}")),
        _ => {}
    }
    lines
}
