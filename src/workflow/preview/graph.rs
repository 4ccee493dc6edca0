//! The graph of a preview: steps, conditions and ends, joined by outcomes.

use crate::model::journal::Place;
use crate::workflow::program::Program;
use crate::workflow::spec;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// What a node of the graph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NodeKind {
    /// Where it begins.
    Start,
    /// Something that waits for an answer.
    Step,
    /// A condition on what is not known yet.
    Condition,
    /// Branches begin side by side.
    Fork,
    /// All branches are at their end.
    Join,
    /// The ticket is resolved or closed, or left to people.
    End,
    /// The preview cannot see further.
    Unclear,
}

/// One node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Node {
    /// Unique within the graph: `n1`.
    pub id: String,
    /// What it is.
    pub kind: NodeKind,
    /// The step's kind; absent for all else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<crate::model::journal::RowKind>,
    /// The step's name, the condition, how it ends.
    pub label: String,
    /// Whom a step asks.
    #[serde(default, rename = "for", skip_serializing_if = "Vec::is_empty")]
    pub asks: Vec<String>,
    /// How long they have: `2wd`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_in: Option<String>,
    /// What silence does: `escalate`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_timeout: Option<String>,
    /// Where in the script; shown to staff.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// A way from one node to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
pub struct Edge {
    /// From the node of this id.
    pub from: String,
    /// To the node of this id.
    pub to: String,
    /// The outcome, `yes` or `no`, the branch; empty where there is one way only.
    pub label: String,
}

/// A place of the script that no run came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Unreached {
    /// What stands there: `approval "Finance"`.
    pub what: String,
    /// Where.
    pub place: Place,
}

/// What a workflow may come to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Graph {
    /// Nodes, in the order in which they were found.
    pub nodes: Vec<Node>,
    /// Ways between them.
    pub edges: Vec<Edge>,
}

impl Graph {
    /// The node of an id.
    pub fn node(&self, id: &str) -> Option<&Node> {
        self.nodes.iter().find(|node| node.id == id)
    }

    /// Ways that begin at a node.
    pub fn from<'g>(&'g self, id: &'g str) -> impl Iterator<Item = &'g Edge> {
        self.edges.iter().filter(move |edge| edge.from == id)
    }

    /// Takes places in the script out: they are for staff.
    pub fn hide_places(&mut self) {
        for node in &mut self.nodes {
            node.place = None;
        }
    }

    /// On which answer a node depends, in words; `None` where the ticket comes
    /// to it in any case that all goes well.
    pub fn depends_on(&self, id: &str) -> Option<String> {
        let start = self.nodes.first()?;
        if !self.avoids(&start.id, id, &mut BTreeMap::new()) {
            return None;
        }
        let mut at = id.to_owned();
        for _ in 0..self.nodes.len() {
            let edge = self.edges.iter().find(|edge| edge.to == at)?;
            let from = self.node(&edge.from)?;
            if from.kind == NodeKind::Condition || from.kind == NodeKind::Step && !is_good(from, &edge.label) {
                return Some(format!("{}: {}", from.title(), edge.label));
            }
            at.clone_from(&edge.from);
        }
        None
    }

    /// Whether there is a good end from a node on without going through another.
    fn avoids(&self, from: &str, other: &str, known: &mut BTreeMap<String, bool>) -> bool {
        if let Some(known) = known.get(from) {
            return *known;
        }
        // A loop that comes back here has not found an end.
        known.insert(from.to_owned(), false);
        let Some(node) = self.node(from).filter(|_| from != other) else { return false };
        let good = |edge: &&Edge| node.kind != NodeKind::Step || is_good(node, &edge.label);
        let mut ways = self.from(from).filter(good);
        let avoided = match node.kind {
            NodeKind::End | NodeKind::Unclear => true,
            NodeKind::Fork => ways.all(|edge| self.avoids(&edge.to, other, known)),
            _ => ways.any(|edge| self.avoids(&edge.to, other, known)),
        };
        known.insert(from.to_owned(), avoided);
        avoided
    }
}

/// Whether an outcome is a good one of its step.
fn is_good(node: &Node, outcome: &str) -> bool {
    let specs = spec::words().iter().filter(|spec| spec.kind.is_some() && spec.kind == node.step);
    specs.flat_map(|spec| spec.good).any(|good| *good == outcome)
}

/// A graph while it is drawn: nodes by what makes them the same.
#[derive(Default)]
pub(super) struct Drawing {
    graph: Graph,
    known: BTreeMap<String, String>,
}

impl Drawing {
    /// The node of a key; drawn by `draw` when it is seen first.
    pub(super) fn node(&mut self, key: &str, draw: impl FnOnce(String) -> Node) -> String {
        if let Some(id) = self.known.get(key) {
            return id.clone();
        }
        let id = format!("n{}", self.graph.nodes.len());
        self.known.insert(key.to_owned(), id.clone());
        self.graph.nodes.push(draw(id.clone()));
        id
    }

    /// A way, drawn once.
    pub(super) fn edge(&mut self, from: &str, to: &str, label: &str) {
        let edge = Edge { from: from.to_owned(), to: to.to_owned(), label: label.to_owned() };
        if !self.graph.edges.contains(&edge) {
            self.graph.edges.push(edge);
        }
    }

    /// Whether steps or ends of the script are not drawn yet.
    pub(super) fn misses(&self, program: &Program) -> bool {
        !self.graph.unreached(program).is_empty()
    }

    pub(super) fn finish(self) -> Graph {
        self.graph
    }
}

impl Node {
    /// How it is called: a step without a name by its kind.
    pub fn title(&self) -> &str {
        match self.step {
            Some(kind) if self.label.is_empty() => kind.as_str(),
            _ => &self.label,
        }
    }

    /// A node that is no step.
    pub(super) fn plain(id: String, kind: NodeKind, label: &str) -> Node {
        let label = label.to_owned();
        Node { id, kind, step: None, label, asks: Vec::new(), due_in: None, on_timeout: None, place: None }
    }
}
