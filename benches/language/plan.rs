//! What a new version would mean for ten thousand open tickets, most of them
//! with answered steps: each journal is read and replayed.

use crate::desk::Bench;
use crate::table::{Series, row};
use maitred::desk::Desk;
use maitred::desk::command::{Act, Command, Doer, StepAnswer, Submit, Target};
use maitred::model::ids::StepId;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

const TICKETS: usize = 10_000;
const CLIENTS: usize = 32;
const ROUNDS: usize = 3;
const BODY: &str = r#"{"item":"laptop","form":{"model":"pro","reason":"the old one is eight years old"}}"#;

pub fn run() {
    let bench = Bench::start();
    fill(&bench.desk);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let caller = runtime.block_on(bench.desk.authenticate(&bench.token("ada"))).expect("ada");
    let text = std::fs::read_to_string(crate::desk::root().join("workflows/laptop.rhai")).expect("the shipped laptop");
    let changed = format!("{text}\n// A new version.\n");
    let mut took = Vec::new();
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let plan = runtime.block_on(bench.desk.plan(&caller, "laptop".to_owned(), changed.clone())).expect("a plan");
        took.push(start.elapsed().as_secs_f64());
        assert_eq!((plan.unchanged, plan.diverging.len()), (TICKETS, 0), "all go on");
    }
    row("plan over 10,000 open tickets", &Series::of(took), "s", "under 10");
    bench.stop();
}

/// Ten thousand requests, three of four agreed to by the line manager.
fn fill(desk: &Desk) {
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..CLIENTS {
            scope.spawn(|| {
                while let n @ 0..TICKETS = next.fetch_add(1, Ordering::Relaxed) {
                    one(desk, n);
                }
            });
        }
    });
}

fn one(desk: &Desk, n: usize) {
    let wish: Submit = serde_json::from_str(BODY).expect("a body");
    let done = desk.carry_out_blocking(command(desk, "ann", Target::New, Act::Submit(wish)));
    let open = done.expect("submitted").after.map(|after| after.open).unwrap_or_default();
    let Some(step) = open.first().map(|row| row.id).filter(|_| !n.is_multiple_of(4)) else { return };
    answer(desk, step);
}

fn answer(desk: &Desk, step: StepId) {
    let yes = StepAnswer { outcome: "approved".to_owned(), ..StepAnswer::default() };
    desk.carry_out_blocking(command(desk, "max", Target::Step(step), Act::Answer(yes))).expect("answered");
}

fn command(desk: &Desk, who: &str, target: Target, act: Act) -> Command {
    let user = desk.world().people.by_username(who).cloned().expect("one of the demo desk");
    let id = format!("u/{}/bench/{}", user.id, desk.fresh_id());
    Command { id, fingerprint: [0; 32], doer: Doer::Person { user, token: None }, target, expect: None, act }
}
