//! The graph as text: every node with its ways out of it.

use super::lines;
use crate::workflow::preview::graph::{Graph, NodeKind, Unreached};
use std::fmt::Write as _;

/// Every node with its ways; what no way comes to last.
pub fn text(graph: &Graph, not_reached: &[Unreached]) -> String {
    let mut text = String::new();
    for node in &graph.nodes {
        let number = node.id.trim_start_matches('n');
        let [first, rest @ ..] = &*lines(node) else { continue };
        let end = if node.kind == NodeKind::End { "end: " } else { "" };
        write!(text, "{number:>3}  {end}{first}").ok();
        for line in rest {
            write!(text, " · {line}").ok();
        }
        text.push('\n');
        let widest = graph.from(&node.id).map(|edge| edge.label.chars().count()).max().unwrap_or(0);
        for edge in graph.from(&node.id) {
            let to = edge.to.trim_start_matches('n');
            let gap = widest - edge.label.chars().count();
            let space = if widest == 0 { "" } else { " " };
            writeln!(text, "       {}{}{space}→ {to}", edge.label, " ".repeat(gap)).ok();
        }
    }
    for place in not_reached {
        let at = &place.place;
        writeln!(text, "not reached: {} ({}:{}:{})", place.what, at.source, at.line, at.column).ok();
    }
    text.trim_end().to_owned()
}
