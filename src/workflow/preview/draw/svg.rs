//! The graph as a picture: one row per distance from the start, boxes side by
//! side, ways as lines with their labels.

use super::lines;
use crate::workflow::preview::graph::{Graph, NodeKind};
use std::collections::BTreeMap;
use std::fmt::Write as _;

const WIDTH: usize = 240;
const HEIGHT: usize = 64;
const GAP_X: usize = 40;
const GAP_Y: usize = 56;
const MARGIN: usize = 20;
/// Characters of a line in a box.
const LONGEST: usize = 34;

/// An SVG document.
pub fn svg(graph: &Graph) -> String {
    let rows = rows(graph);
    let widest = rows.iter().map(Vec::len).max().unwrap_or(1);
    let width = 2 * MARGIN + widest * (WIDTH + GAP_X) - GAP_X;
    let height = 2 * MARGIN + rows.len() * (HEIGHT + GAP_Y) - GAP_Y;
    let mut places = BTreeMap::new();
    for (y, row) in rows.iter().enumerate() {
        let left = (width - (row.len() * (WIDTH + GAP_X) - GAP_X)) / 2;
        for (x, id) in row.iter().enumerate() {
            places.insert(*id, (left + x * (WIDTH + GAP_X), MARGIN + y * (HEIGHT + GAP_Y)));
        }
    }
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"sans-serif\" font-size=\"12\">\n<defs><marker id=\"tip\" markerWidth=\"8\" markerHeight=\"8\" \
         refX=\"7\" refY=\"4\" orient=\"auto\"><path d=\"M0,0 L8,4 L0,8 z\"/></marker></defs>\n"
    );
    ways(&mut out, graph, &places);
    boxes(&mut out, graph, &places);
    out.push_str("</svg>");
    out
}

type Places<'g> = BTreeMap<&'g str, (usize, usize)>;

fn ways(out: &mut String, graph: &Graph, places: &Places<'_>) {
    let mut labels: BTreeMap<&str, usize> = BTreeMap::new();
    for edge in &graph.edges {
        let (Some(from), Some(to)) = (places.get(edge.from.as_str()), places.get(edge.to.as_str())) else { continue };
        let (x1, y1) = (from.0 + WIDTH / 2, from.1 + HEIGHT);
        let (x2, y2) = (to.0 + WIDTH / 2, to.1);
        writeln!(
            out,
            "<path d=\"M{x1},{y1} C{x1},{} {x2},{} {x2},{y2}\" fill=\"none\" stroke=\"#555\" marker-end=\"url(#tip)\"/>",
            y1 + GAP_Y / 2,
            y2.saturating_sub(GAP_Y / 2)
        )
        .ok();
        if !edge.label.is_empty() {
            // Ways out of one node have their labels one below the other.
            let below = labels.entry(edge.from.as_str()).or_default();
            *below += 1;
            let (x, y) = ((3 * x1 + x2) / 4, y1 + 12 * *below);
            writeln!(out, "<text x=\"{x}\" y=\"{y}\" fill=\"#333\">{}</text>", escaped(&edge.label)).ok();
        }
    }
}

fn boxes(out: &mut String, graph: &Graph, places: &Places<'_>) {
    for node in &graph.nodes {
        let Some((x, y)) = places.get(node.id.as_str()) else { continue };
        let (fill, round) = match node.kind {
            NodeKind::Start | NodeKind::Fork | NodeKind::Join => ("#eee", 30),
            NodeKind::End => ("#dfd", 30),
            NodeKind::Condition => ("#ffd", 4),
            NodeKind::Unclear => ("#fdd", 4),
            NodeKind::Step => ("#def", 4),
        };
        writeln!(
            out,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" rx=\"{round}\" fill=\"{fill}\" stroke=\"#555\"/>"
        )
        .ok();
        for (n, line) in lines(node).iter().enumerate() {
            let (x, y) = (x + WIDTH / 2, y + 22 + 16 * n);
            writeln!(out, "<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\">{}</text>", escaped(&shortened(line))).ok();
        }
    }
}

/// Nodes by their distance from the start. A way back does not count.
fn rows(graph: &Graph) -> Vec<Vec<&str>> {
    let order: BTreeMap<&str, usize> = graph.nodes.iter().enumerate().map(|(n, node)| (node.id.as_str(), n)).collect();
    let mut depth: BTreeMap<&str, usize> = graph.nodes.iter().map(|node| (node.id.as_str(), 0)).collect();
    // Each round brings every node at least one row nearer to where it belongs.
    for _ in 0..graph.nodes.len() {
        let mut moved = false;
        for edge in graph.edges.iter().filter(|edge| order.get(edge.from.as_str()) != order.get(edge.to.as_str())) {
            let below = depth.get(edge.from.as_str()).copied().unwrap_or(0) + 1;
            let deepest = graph.nodes.len();
            if let Some(at) = depth.get_mut(edge.to.as_str())
                && *at < below
                && below < deepest
            {
                *at = below;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    let mut by_depth: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for node in &graph.nodes {
        by_depth.entry(depth.get(node.id.as_str()).copied().unwrap_or(0)).or_default().push(node.id.as_str());
    }
    by_depth.into_values().collect()
}

fn shortened(line: &str) -> String {
    match line.chars().count() > LONGEST {
        true => line.chars().take(LONGEST - 1).chain(['…']).collect(),
        false => line.to_owned(),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
