//! Previews of real workflows: what they show, and that what a run then does is
//! in them.

use super::{PreviewView, preview, whole_graph};
use crate::desk::command::{Act, Doer, StepAnswer, Submit, Target};
use crate::desk::content::{self, Against, Files};
use crate::desk::rehearsal::{Rehearsal, demo_world};
use crate::desk::world::World;
use crate::model::journal::{JournalRow, RowKind, RowState};
use crate::model::problem::{Code, Refusal};
use crate::model::time::Time;
use crate::plugins::Installation;
use crate::workflow::preview::{Graph, Node, NodeKind, draw};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use std::path::Path;
use std::sync::{Arc, LazyLock};

const MORNING: &str = "2026-11-23T09:00:00Z";

fn shipped() -> Files {
    content::read_folder(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()
}

pub(super) fn world(files: &Files) -> Arc<World> {
    let built = content::build(files, &Installation::default(), Against::default());
    let built = built
        .unwrap_or_else(|faults| panic!("{}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")));
    demo_world(Arc::new(built), Time::parse(MORNING).unwrap())
}

static SHIPPED: LazyLock<Arc<World>> = LazyLock::new(|| world(&shipped()));

/// Runs on a thread with the stack of scripts.
pub(super) fn on_stack<T: Send>(act: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let builder = std::thread::Builder::new().stack_size(crate::script::STACK_BYTES);
        builder.spawn_scoped(scope, act).unwrap().join().unwrap()
    })
}

fn wish(item: &str, form: Json) -> Submit {
    Submit { item: item.to_owned(), form: form.as_object().cloned().unwrap(), ..Submit::default() }
}

fn previewed(world: &Arc<World>, who: &str, wish: Submit) -> Result<PreviewView, Refusal> {
    let user = Arc::clone(world.people.by_username(who).unwrap());
    on_stack(|| preview(world, &user, wish, Time::parse(MORNING).unwrap()))
}

/// Somebody who may ask for an item: ann, unless it is not for her.
pub(super) fn asker(world: &Arc<World>, item: &str) -> Arc<crate::model::people::User> {
    let item = &world.content.items[item];
    let ann = world.people.by_username("ann").filter(|ann| world.may_ask(ann, item));
    Arc::clone(ann.or_else(|| world.people.users().find(|user| world.may_ask(user, item))).unwrap())
}

fn whole(world: &Arc<World>, item: &str) -> Graph {
    let user = asker(world, item);
    let schema = world.content.items[item].schema.clone();
    let wish = Submit {
        item: item.to_owned(),
        form: super::sample(world, &user, &world.content.items[item]),
        ..Submit::default()
    };
    on_stack(|| whole_graph(world, &user, wish, schema, Time::parse(MORNING).unwrap()).unwrap())
}

/// An item of its own with this script.
fn own(script: &str, form: &str) -> Arc<World> {
    let mut files = shipped();
    files.retain(|path, _| !path.starts_with("workflows/tests/"));
    let schema =
        format!(r#"{{"title": "Thing", "x-catalog": {{"kind": "request"}}, "type": "object", "properties": {form}}}"#);
    files.insert("schemas/thing.json".to_owned(), schema);
    files.insert("workflows/thing.rhai".to_owned(), script.to_owned());
    world(&files)
}

#[test]
fn a_dear_laptop_shows_who_is_asked_what_it_costs_and_when_it_is_due() {
    let seen = previewed(&SHIPPED, "ann", wish("laptop", json!({"model": "pro"}))).unwrap();
    let line = |step: &super::PreviewStep| {
        let users = step.asks.users.iter().map(|user| user.name.clone());
        let asks: Vec<String> = users.chain(step.asks.groups.clone()).collect();
        let due = step.due_in.as_deref().unwrap_or("-");
        format!(
            "{} {}|{}|{due}|{}|{:?}",
            step.kind.as_str(),
            step.name,
            asks.join(", "),
            step.on_timeout.as_deref().unwrap_or("-"),
            step.when
        )
    };
    insta::assert_snapshot!(seen.steps.iter().map(line).collect::<Vec<_>>().join("\n"), @r#"
    approval Line manager|Max Lim|2wd|escalate|None
    approval Finance|finance|2wd|escalate|None
    cost |Ann Weber|3wd|expire|None
    task Prepare the account|service-desk|3wd|remind|None
    plugin asset.reserve||-|-|None
    task Hand over|field-support|3wd|remind|None
    "#);
    assert_eq!(seen.cost.unwrap().estimated.as_deref(), Some("2100.00"));
    assert_eq!(seen.respond_due.unwrap().to_string(), "2026-11-24T09:00:00.000000Z");
    assert_eq!(seen.resolve_due.unwrap().to_string(), "2026-12-07T09:00:00.000000Z");
    assert!(seen.graph.nodes.iter().all(|node| node.place.is_none()), "a requester sees no script");
}

#[test]
fn what_a_submission_is_refused_for_its_preview_is_refused_for_too() {
    let refused = |who: &str, wish| previewed(&SHIPPED, who, wish).unwrap_err();
    let wrong = refused("ann", wish("laptop", json!({"model": "huge"})));
    assert_eq!((wrong.code, wrong.errors[0].pointer.as_str()), (Code::Invalid, "/form/model"));
    assert_eq!(refused("ann", wish("yacht", json!({}))).code, Code::NotFound);
    let other = Submit { requested_for: Some("viv".to_owned()), ..wish("laptop", json!({"model": "light"})) };
    assert_eq!(refused("ann", other).code, Code::Forbidden);
}

#[test]
fn the_whole_graph_of_the_laptop_has_both_ways_at_the_price() {
    insta::assert_snapshot!(draw::text(&whole(&SHIPPED, "laptop"), &[]), @r#"
     0  start
          → 1
     1  approval “Line manager” · manager_of(requested_for) · within 2wd, then escalate
          approved → 2
          rejected → 11
     2  request.price > 1000?
          yes → 3
          no  → 4
     3  approval “Finance” · group("finance") · within 2wd, then escalate
          approved → 4
          rejected → 11
     4  cost · requested_for · within 3wd, then expire
          confirmed → 6
          declined  → 12
          expired   → 12
     5  task “Prepare the account” · group("service-desk") · within 3wd, then remind
          done   → 8
          failed → 8
     6  side by side
          account → 5
          device  → 7
     7  plugin “asset.reserve”
          done    → 8
          refused → 8
     8  together
                 → 9
          failed → 13
     9  task “Hand over” · group("field-support") · within 3wd, then remind
          done   → 10
          failed → 13
    10  end: succeeded: Delivered ‹asset::reserve.tag›
    11  end: approval_rejected
    12  end: cancelled_by_user
    13  end: failed
    "#);
}

#[test]
fn every_shipped_workflow_is_seen_whole() {
    for (name, item) in &SHIPPED.content.items {
        let graph = whole(&SHIPPED, name);
        let program = &SHIPPED.content.workflows[item.workflow()];
        assert!(graph.unreached(program).is_empty(), "{name}: {:?}", graph.unreached(program));
        assert!(graph.nodes.iter().all(|node| node.kind != NodeKind::Unclear), "{name}: {graph:#?}");
    }
}

#[test]
fn a_bad_answer_that_is_caught_leads_on() {
    let script = r#"
        try { approval("Manager", manager_of(requested_for)); } catch (e) { task("Talk", group("service-desk")); }
        let r = approval("Second", user("sam"), #{ on_reject: "go_on", same_person: "again" });
        if r.ok { resolve("yes"); }
        fail("no");
    "#;
    insta::assert_snapshot!(draw::text(&whole(&own(script, "{}"), "thing"), &[]), @r#"
    0  start
         → 1
    1  approval “Manager” · manager_of(requested_for) · within 2wd, then escalate
         approved → 2
         rejected → 4
    2  approval “Second” · user("sam") · within 2wd, then escalate
         approved → 3
         rejected → 5
    3  end: succeeded: yes
    4  task “Talk” · group("service-desk")
         done   → 2
         failed → 6
    5  end: failed: no
    6  end: failed
    "#);
}

#[test]
fn conditions_on_what_is_not_known_go_both_ways_and_are_answered_alike() {
    let script = r#"
        let n = form.count * 2;
        if n > 10 { task("Many", group("service-desk")); }
        if form.level == "admin" { approval("Security", user("sam")); }
        if form.urgent { notify(requester, "soon"); task("Hurry", group("service-desk")); }
        if given(form.reason) && form.level != "admin" { task("Read " + form.level, group("service-desk")); }
        for part in form.parts { task("Part", group("service-desk"), #{ about: part }); }
        resolve("done");
    "#;
    let form = r#"{"count": {"type": "integer"}, "level": {"enum": ["user", "admin"]}, "urgent": {"type": "boolean"},
        "reason": {"type": "string"}, "parts": {"type": "array", "items": {"type": "string"}}},
        "required": ["count", "level", "urgent", "parts"]"#;
    let world = own(script, form);
    let graph = whole(&world, "thing");
    insta::assert_snapshot!(draw::text(&graph, &[]), @r#"
     0  start
          → 1
     1  form.count * 2 > 10?
          yes → 2
          no  → 3
     2  task “Many” · group("service-desk")
          done   → 3
          failed → 10
     3  form.level == "admin"?
          yes → 4
          no  → 5
     4  approval “Security” · user("sam") · within 2wd, then escalate
          approved → 5
          rejected → 12
     5  form.urgent?
          yes → 6
          no  → 7
     6  task “Hurry” · group("service-desk")
          done   → 7
          failed → 10
     7  form.reason is given?
          yes → 8
          yes → 11
          no  → 8
     8  task “Part” · group("service-desk")
          done   → 9
          failed → 10
     9  end: succeeded: done
    10  end: failed
    11  task “Read ‹form.level›” · group("service-desk")
          done   → 8
          failed → 10
    12  end: approval_rejected
    "#);
    assert!(graph.unreached(&world.content.workflows["thing"]).is_empty());
}

#[test]
fn sixteen_caught_approvals_do_not_make_sixty_five_thousand_runs() {
    let step =
        |n: usize| format!("try {{ approval(\"A{n}\", user(\"sam\"), #{{ same_person: \"again\" }}); }} catch {{ }}\n");
    let script = (0..16).map(step).collect::<String>() + "resolve(\"done\");";
    let graph = whole(&own(&script, "{}"), "thing");
    assert_eq!(graph.nodes.iter().filter(|node| node.kind == NodeKind::Step).count(), 16);
    assert_eq!(graph.edges.len(), 1 + 2 * 16);
}

#[test]
fn what_rare_answers_together_lead_to_is_found() {
    let script = r#"
        let rare = [form.a == "x", form.b == "y", form.c == "z"].filter(|it| it);
        if rare.len() == 0 { task("None of them", group("service-desk")); }
        resolve("done");
    "#;
    let text = r#"{"type": "string"}"#;
    let form = format!(r#"{{"a": {text}, "b": {text}, "c": {text}}}, "required": ["a", "b", "c"]"#);
    let world = own(script, &form);
    let graph = whole(&world, "thing");
    assert!(graph.unreached(&world.content.workflows["thing"]).is_empty(), "{graph:#?}");
}

#[test]
fn what_a_preview_cannot_see_it_says() {
    let script = "let x = form.n;\nlet y = [1, 2];\ntask(\"A\", group(\"service-desk\"));\ny[x];\nresolve(\"done\");";
    let graph = whole(&own(script, r#"{"n": {"type": "integer"}}, "required": ["n"]"#), "thing");
    let unclear: Vec<&Node> = graph.nodes.iter().filter(|node| node.kind == NodeKind::Unclear).collect();
    assert_eq!(unclear.len(), 1, "{graph:#?}");
}

/// A ticket that is answered at random, and how it went: steps and outcomes.
fn went(form: Json, item: &str, choices: &[u8]) -> (Vec<(JournalRow, String)>, Rehearsal) {
    let world = &SHIPPED;
    let mut rehearsal = Rehearsal::new(world, Time::parse(MORNING).unwrap());
    let user = Arc::clone(world.people.by_username("ann").unwrap());
    let doer = Doer::Person { user, token: None };
    rehearsal.carry(doer, Target::New, Act::Submit(wish(item, form))).unwrap();
    let mut way = Vec::new();
    for choice in choices {
        let open: Vec<JournalRow> =
            rehearsal.journal().iter().filter(|row| row.state == RowState::Open).cloned().collect();
        let Some(row) = open.get(usize::from(*choice) % open.len().max(1)).cloned() else { break };
        let good = choice % 4 != 0;
        let (outcome, output) = match (row.kind, good) {
            (RowKind::Approval, true) => ("approved", None),
            (RowKind::Approval, false) => ("rejected", None),
            (RowKind::Cost, true) => ("confirmed", None),
            (RowKind::Cost, false) => ("declined", None),
            (RowKind::Plugin, true) => ("done", Some(json!({"tag": "LT-000001", "model": "light", "price": 900}))),
            (RowKind::Plugin, false) => ("refused", None),
            (_, true) if row.name == "Hand over" => ("done", Some(json!({"handed_over_to": "Ann"}))),
            (_, true) if row.name == "Install the program" => ("done", Some(json!({"version": "1"}))),
            (_, true) => ("done", None),
            (_, false) => ("failed", None),
        };
        let rejected = outcome == "rejected";
        let answer = StepAnswer {
            outcome: outcome.to_owned(),
            comment: rejected.then(|| "no".to_owned()),
            code: rejected.then(|| "budget".to_owned()),
            output,
            seen: None,
        };
        rehearsal.answer(row.id, None, &answer).unwrap();
        let settled = rehearsal.journal().iter().find(|old| old.id == row.id).cloned().unwrap();
        if settled.state != RowState::Open {
            way.push((settled, outcome.to_owned()));
        }
    }
    (way, rehearsal)
}

/// Whether the graph has a way out of the step's node with that outcome.
fn contains(graph: &Graph, row: &JournalRow, outcome: &str) -> bool {
    let node = graph.nodes.iter().find(|node| node.step == Some(row.kind) && node.label == row.name);
    node.is_some_and(|node| graph.from(&node.id).any(|edge| edge.label == outcome))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_graph_contains_what_a_run_then_does(
        item in prop::sample::select(vec!["laptop", "password-reset", "software-installation"]),
        dear in any::<bool>(),
        choices in prop::collection::vec(any::<u8>(), 1..14),
    ) {
        let form = match (item, dear) {
            ("laptop", true) => json!({"model": "pro"}),
            ("laptop", false) => json!({"model": "light"}),
            ("password-reset", _) => json!({"system": "mail"}),
            (_, true) => json!({"product": "statistics", "computer": "PC-1"}),
            (_, false) => json!({"product": "editor", "computer": "PC-1"}),
        };
        let (way, rehearsal) = on_stack(|| went(form.clone(), item, &choices));
        let concrete = previewed(&SHIPPED, "ann", wish(item, form)).unwrap().graph;
        let graph = whole(&SHIPPED, item);
        for (row, outcome) in &way {
            prop_assert!(contains(&concrete, row, outcome), "{} {outcome}: {concrete:#?}", row.name);
            prop_assert!(contains(&graph, row, outcome), "{} {outcome}: {graph:#?}", row.name);
        }
        for row in rehearsal.journal().iter().filter(|row| row.kind.waits() && row.state == RowState::Open) {
            let known = |graph: &Graph| graph.nodes.iter().any(|node| node.step == Some(row.kind) && node.label == row.name);
            prop_assert!(known(&concrete) && known(&graph), "{} is open", row.name);
        }
        if let Some(code) = rehearsal.ticket().and_then(|ticket| ticket.closure_code) {
            let ends = |graph: &Graph| graph.nodes.iter().any(|node| node.kind == NodeKind::End && node.label.starts_with(code.as_str()));
            prop_assert!(ends(&concrete) && ends(&graph), "{} is an end", code.as_str());
        }
    }
}
