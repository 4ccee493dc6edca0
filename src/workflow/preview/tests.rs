//! What a graph says, on graphs made by hand. Whole workflows are looked at on
//! the desk's previews.

use super::graph::{Edge, Graph, Node, NodeKind};
use super::{draw, sample};
use crate::model::journal::RowKind;
use crate::script::{Unknown, Value};
use serde_json::json;

fn graph(nodes: &[(NodeKind, &str)], edges: &[(usize, usize, &str)]) -> Graph {
    let node = |(n, (kind, label)): (usize, &(NodeKind, &str))| Node {
        step: (*kind == NodeKind::Step).then_some(RowKind::Approval),
        ..Node::plain(format!("n{n}"), *kind, label)
    };
    let edge = |(from, to, label): &(usize, usize, &str)| Edge {
        from: format!("n{from}"),
        to: format!("n{to}"),
        label: (*label).to_owned(),
    };
    Graph { nodes: nodes.iter().enumerate().map(node).collect(), edges: edges.iter().map(edge).collect() }
}

/// A condition leads past Finance; a no ends it.
fn finance() -> Graph {
    use NodeKind::{Condition, End, Start, Step};
    graph(
        &[
            (Start, "start"),
            (Condition, "request.price > 1000"),
            (Step, "Finance"),
            (Step, "Manager"),
            (End, "done"),
            (End, "rejected"),
        ],
        &[
            (0, 1, ""),
            (1, 2, "yes"),
            (1, 3, "no"),
            (2, 3, "approved"),
            (2, 5, "rejected"),
            (3, 4, "approved"),
            (3, 5, "rejected"),
        ],
    )
}

#[test]
fn a_step_that_can_be_gone_around_depends_on_an_answer() {
    let graph = finance();
    assert_eq!(graph.depends_on("n2").as_deref(), Some("request.price > 1000: yes"));
    assert_eq!(graph.depends_on("n3"), None, "both ways lead there");
    assert_eq!(graph.depends_on("n5").as_deref(), Some("Finance: rejected"));
}

#[test]
fn a_step_of_one_branch_comes_in_any_case_and_so_does_what_follows() {
    use NodeKind::{End, Fork, Join, Start, Step};
    let graph = graph(
        &[
            (Start, "start"),
            (Fork, "side by side"),
            (Step, "A"),
            (Step, "B"),
            (Join, "together"),
            (Step, "C"),
            (End, "done"),
        ],
        &[(0, 1, ""), (1, 2, "a"), (1, 3, "b"), (2, 4, "approved"), (3, 4, "approved"), (4, 5, ""), (5, 6, "approved")],
    );
    for node in ["n2", "n3", "n5"] {
        assert_eq!(graph.depends_on(node), None, "{node}");
    }
}

#[test]
fn a_loop_does_not_hang() {
    use NodeKind::{End, Start, Step};
    let graph = graph(
        &[(Start, "start"), (Step, "A"), (Step, "B"), (End, "done")],
        &[(0, 1, ""), (1, 2, "approved"), (2, 1, "approved"), (2, 3, "approved")],
    );
    assert_eq!(graph.depends_on("n2"), None);
    assert!(draw::svg(&graph).ends_with("</svg>"));
}

#[test]
fn a_graph_is_drawn_as_text_as_mermaid_and_as_a_picture() {
    let graph = finance();
    insta::assert_snapshot!(draw::text(&graph, &[]), @r#"
    0  start
         → 1
    1  request.price > 1000?
         yes → 2
         no  → 3
    2  approval “Finance”
         approved → 3
         rejected → 5
    3  approval “Manager”
         approved → 4
         rejected → 5
    4  end: done
    5  end: rejected
    "#);
    insta::assert_snapshot!(draw::mermaid(&graph), @r#"
    flowchart TD
      n0(["start"])
      n1{"request.price #gt; 1000?"}
      n2["approval “Finance”"]
      n3["approval “Manager”"]
      n4(["done"])
      n5(["rejected"])
      n0 --> n1
      n1 -->|"yes"| n2
      n1 -->|"no"| n3
      n2 -->|"approved"| n3
      n2 -->|"rejected"| n5
      n3 -->|"approved"| n4
      n3 -->|"rejected"| n5
    "#);
    let svg = draw::svg(&graph);
    assert_eq!(svg.matches("<rect").count(), 6);
    assert_eq!(svg.matches("marker-end").count(), 7);
    assert!(svg.contains("request.price &gt; 1000?"), "{svg}");
}

#[test]
fn a_sample_of_a_form_is_what_its_schema_allows() {
    let schema = json!({
        "required": ["model", "count", "when"],
        "properties": {
            "model": {"oneOf": [{"const": "light", "x-price": "900.00"}, {"const": "pro", "x-price": "2100.00"}]},
            "count": {"type": "integer", "minimum": 3},
            "when": {"type": "string", "format": "date"},
            "reason": {"type": "string"},
        },
    });
    assert_eq!(
        json!(sample::form(&schema, &sample::Nobody)),
        json!({"model": "pro", "count": 3, "when": "2030-01-01"})
    );
}

#[test]
fn a_sample_fills_in_what_its_own_choices_ask_for() {
    let schema = json!({
        "required": ["how"],
        "properties": {"how": {"enum": ["post", "car"]}},
        "allOf": [
            {"if": {"properties": {"how": {"const": "post"}}}, "then": {"required": ["street"],
                "properties": {"street": {"type": "string", "minLength": 12}, "floor": {"type": "string"}}}},
            {"if": {"required": ["street"]}, "then": {"required": ["code"],
                "properties": {"code": {"type": "string", "pattern": "^[0-9]{5}$", "examples": ["10115"]}}}},
            {"if": {"properties": {"how": {"const": "car"}}}, "then": {"required": ["plate"], "properties": {"plate": {}}}},
        ],
    });
    assert_eq!(
        json!(sample::form(&schema, &sample::Nobody)),
        json!({"how": "post", "street": "‹street›‹street›", "code": "10115"})
    );
    let names: Vec<&String> = sample::properties(&schema).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["how", "floor", "street", "code", "plate"]);
}

#[test]
fn an_unknown_value_remembers_how_the_script_came_to_it() {
    let schema = json!({"type": "object", "properties": {"tag": {"type": "string"}, "new": {"type": "boolean"}, "parts": {"type": "array", "items": {"type": "integer"}}}});
    let unknown = |value: &Value| value.object().and_then(|object| object.downcast::<Unknown>().cloned()).unwrap();
    let Value::Map(fields) = unknown(&sample::unknown(&schema, "asset::reserve", 0, false)).sample else {
        panic!("a map")
    };
    assert_eq!(fields["tag"].object().unwrap().label(), "‹asset::reserve.tag›");
    assert_eq!(unknown(&fields["new"]).sample, Value::Bool(true), "asked where it is looked at");
    let parts = unknown(&fields["parts"]);
    assert!(parts.lacking, "it may be empty");
    let Value::List(parts) = parts.sample else { panic!("a list") };
    assert_eq!(parts.len(), 1, "a loop over it runs once");
}
