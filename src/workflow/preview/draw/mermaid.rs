//! The graph as Mermaid, for pages that draw it.

use super::lines;
use crate::workflow::preview::graph::{Graph, NodeKind};
use std::fmt::Write as _;

/// A Mermaid flowchart.
pub fn mermaid(graph: &Graph) -> String {
    let mut text = "flowchart TD".to_owned();
    for node in &graph.nodes {
        let (open, close) = match node.kind {
            NodeKind::Start | NodeKind::End => ("([", "])"),
            NodeKind::Condition => ("{", "}"),
            NodeKind::Fork | NodeKind::Join => ("[[", "]]"),
            NodeKind::Unclear => (">", "]"),
            NodeKind::Step => ("[", "]"),
        };
        let label: Vec<String> = lines(node).iter().map(|line| escaped(line)).collect();
        write!(text, "\n  {}{open}\"{}\"{close}", node.id, label.join("<br/>")).ok();
    }
    for edge in &graph.edges {
        match edge.label.is_empty() {
            true => write!(text, "\n  {} --> {}", edge.from, edge.to).ok(),
            false => write!(text, "\n  {} -->|\"{}\"| {}", edge.from, escaped(&edge.label), edge.to).ok(),
        };
    }
    text
}

fn escaped(text: &str) -> String {
    text.replace('#', "#35;").replace('"', "#quot;").replace('<', "#lt;").replace('>', "#gt;").replace('\n', " ")
}
