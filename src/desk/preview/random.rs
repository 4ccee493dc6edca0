//! The graph contains the path that a run then takes: the items of
//! `tests/language` and those shipped, with random forms and random answers.

use super::tests::{asker, on_stack, world};
use super::{Demo, Supposed, sample, whole_graph};
use crate::desk::command::{Act, Doer, Submit, Target};
use crate::desk::content;
use crate::desk::decide::wrong_sent;
use crate::desk::rehearsal::Rehearsal;
use crate::desk::world::World;
use crate::model::catalog::Pick;
use crate::model::journal::{JournalRow, RowState};
use crate::model::time::Time;
use crate::workflow::preview::{Graph, Holds, NodeKind, Run, There, sample_form};
use proptest::prelude::*;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock};

const MORNING: &str = "2026-11-23T09:00:00Z";

/// A world and the graphs of its items.
struct Seen {
    world: Arc<World>,
    graphs: BTreeMap<String, Graph>,
}

fn seen(folder: &str) -> Seen {
    let files = content::read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
    let world = world(&files);
    let graph = |name: &String| {
        let user = asker(&world, name);
        let item = &world.content.items[name];
        let wish = Submit { item: name.clone(), form: sample(&world, &user, item), ..Submit::default() };
        let (schema, now) = (item.schema.clone(), Time::parse(MORNING).unwrap());
        (name.clone(), on_stack(|| whole_graph(&world, &user, wish, schema, now).unwrap()))
    };
    let graphs = world.content.items.keys().map(graph).collect();
    Seen { world, graphs }
}

static FOLDERS: LazyLock<[Seen; 2]> = LazyLock::new(|| [seen("."), seen("tests/language")]);

/// Random bytes, one after the other, from the beginning again at their end.
struct Dice<'a>(&'a [u8], usize);

impl Dice<'_> {
    fn below(&mut self, most: usize) -> usize {
        self.1 += 1;
        usize::from(self.0[self.1 % self.0.len()]) % most.max(1)
    }
}

/// A random value that a schema allows.
fn filled(schema: &Json, dice: &mut Dice<'_>, there: &Demo<'_>) -> Json {
    let of = |key: &str| schema.get(key).and_then(Json::as_array).filter(|all| !all.is_empty());
    if let Some(values) = of("enum") {
        return values[dice.below(values.len())].clone();
    }
    if let Some(choices) = of("oneOf") {
        return choices[dice.below(choices.len())]["const"].clone();
    }
    let word = |key: &str| schema.get(key).and_then(Json::as_str).unwrap_or_default();
    match word("type") {
        "boolean" => json!(dice.below(2) == 0),
        "integer" => json!(dice.below(20).max(5)),
        "number" => json!([1, 400, 700, 9000][dice.below(4)]),
        "array" => {
            let least = schema.get("minItems").and_then(Json::as_u64).unwrap_or(0) as usize;
            (0..least + dice.below(4)).map(|_| filled(&schema["items"], dice, there)).collect()
        }
        "object" => Json::Object(form(schema, dice, there)),
        _ if word("x-pick") == "person" => json!(["max", "lin", "fay"][dice.below(3)]),
        _ if word("x-pick") == "group" => json!(there.anybody(Pick::Group)),
        _ if !word("x-list").is_empty() => json!(there.any_of(word("x-list"))),
        _ if word("format") == "date" => json!(["2026-11-24", "2026-12-20"][dice.below(2)]),
        _ if word("format") == "date-time" => json!(["2026-11-23T10:00:00Z", "2026-12-20T10:00:00Z"][dice.below(2)]),
        _ if word("format") == "uri" => json!("https://example.org/"),
        _ => json!("text"),
    }
}

fn form(schema: &Json, dice: &mut Dice<'_>, there: &Demo<'_>) -> Map<String, Json> {
    let required = |name: &str| schema["required"].as_array().is_some_and(|names| names.iter().any(|n| n == name));
    let fields = schema["properties"].as_object().cloned().unwrap_or_default();
    let mut form = Map::new();
    for (name, of) in fields {
        if required(&name) || dice.below(2) == 0 {
            form.insert(name, filled(&of, dice, there));
        }
    }
    form
}

/// A random form that is right: the sample, with each random value that it takes.
fn accepted(
    schema: &Json,
    dice: &mut Dice<'_>,
    there: &Demo<'_>,
    right: impl Fn(&Map<String, Json>) -> bool,
) -> Map<String, Json> {
    let mut all = sample_form(schema, there);
    // Nobody has sent a file up that a field could name.
    let is_file = |name: &str| {
        let of = &schema["properties"][name];
        [of, &of["items"]].iter().any(|of| of["format"] == "attachment")
    };
    for (name, value) in form(schema, dice, there).into_iter().filter(|(name, _)| !is_file(name)) {
        let mut other = all.clone();
        other.insert(name, value);
        if right(&other) {
            all = other;
        }
    }
    all
}

/// A run with random answers: what was answered with what, and where it ended.
fn went(world: &Arc<World>, item: &str, dice: &mut Dice<'_>) -> (Vec<(JournalRow, String)>, Supposed) {
    let user = asker(world, item);
    let there = Demo { world, user: &user };
    let of = &world.content.items[item];
    let form = accepted(&of.schema, dice, &there, |form| {
        wrong_sent(world, of, form, None, Time::parse(MORNING).unwrap()).is_empty()
    });
    let channel = ["portal", "chat"][dice.below(2)].to_owned();
    let mut rehearsal = Rehearsal::new(world, Time::parse(MORNING).unwrap());
    let wish = Submit { item: item.to_owned(), form, channel: Some(channel), ..Submit::default() };
    let doer = Doer::Person { user: Arc::clone(&user), token: None };
    rehearsal.carry(doer, Target::New, Act::Submit(wish)).unwrap();
    let mut run = Supposed { rehearsal, unknown: false, seen: Arc::default() };
    let mut way = Vec::new();
    for _ in 0..40 {
        let waits = |row: &&JournalRow| row.state == RowState::Open && row.kind.waits();
        let open: Vec<JournalRow> = run.rows().iter().filter(waits).cloned().collect();
        if open.is_empty() {
            break;
        }
        let row = open[dice.below(open.len())].clone();
        let outcomes = run.outcomes(&row);
        let worse = if dice.below(6) == 0 { dice.below(outcomes.len()) } else { 0 };
        let outcome = outcomes[worse].clone();
        let output = match run.answer_holds(&row) {
            Holds::Schema(schema) if outcome.state == RowState::Done && schema["type"] != "object" => {
                filled(&schema, dice, &there)
            }
            Holds::Schema(schema) if outcome.state == RowState::Done => {
                let checks = jsonschema::validator_for(&schema).unwrap();
                let right = |form: &Map<String, Json>| checks.is_valid(&Json::Object(form.clone()));
                Json::Object(accepted(&schema, dice, &there, right))
            }
            Holds::Anything => json!({"amount": 100}),
            _ => Json::Null,
        };
        run.suppose(row.id, &outcome, output).unwrap();
        way.push((row, outcome.name));
    }
    (way, run)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn the_graph_contains_the_path_of_any_run(
        folder in 0..2_usize, item in any::<prop::sample::Index>(), bytes in prop::collection::vec(any::<u8>(), 20..120),
    ) {
        let Seen { world, graphs } = &FOLDERS[folder];
        let names: Vec<&String> = graphs.keys().collect();
        let name = *item.get(&names);
        let graph = &graphs[name];
        let (way, run) = on_stack(|| went(world, name, &mut Dice(&bytes, 0)));
        let node = |row: &JournalRow| graph.nodes.iter().find(|node| node.step == Some(row.kind) && node.place.as_ref() == Some(&row.place));
        let stuck = run.rehearsal.ticket().and_then(|ticket| ticket.fault.as_ref());
        prop_assert!(stuck.is_none(), "{name}: {stuck:?}");
        for (row, outcome) in &way {
            let known = node(row).is_some_and(|node| graph.from(&node.id).any(|edge| edge.label == *outcome));
            prop_assert!(known, "{name}: {} is {outcome}, at {:?}", row.name, row.place);
        }
        if let Some(code) = run.rehearsal.ticket().and_then(|ticket| ticket.closure_code) {
            let ends = graph.nodes.iter().any(|node| node.kind == NodeKind::End && node.label.starts_with(code.as_str()));
            prop_assert!(ends, "{name}: {} is an end", code.as_str());
        }
    }
}
