//! Durable submissions: 64 clients and one, against a bare loop that writes the
//! very rows of real submissions in batches of the sizes that the committer
//! really made, through diesel, on the same disk.

use crate::client::{Client, process_cpu, thread_cpu};
use crate::desk::{Bench, folder};
use crate::table::{Series, row};
use maitred::desk::clock::{Clock, Ids, SystemClock};
use maitred::desk::command::{Act, Command, Doer, Submit, Target};
use maitred::desk::decide::{Beside, Case, Kin, decide};
use maitred::desk::load::LoadBoard;
use maitred::model::changes::Changes;
use maitred::store::bare::Rows;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

const BODY: &str = r#"{"item":"laptop","form":{"model":"pro","reason":"the old one is eight years old"}}"#;
const SPELL: Duration = Duration::from_secs(4);
const WARMING: Duration = Duration::from_millis(300);

struct Load {
    per_second: f64,
    server_cpu: f64,
    client_cpu: f64,
    batches: BTreeMap<usize, u64>,
}

/// The load of so many clients on a desk of its own that has just been started
/// and has served a few.
fn load(bench: &Bench, clients: usize) -> Load {
    let desk = bench.fresh();
    let token = desk.token("ann");
    submit(&desk, &token, 8, WARMING);
    let load = submit(&desk, &token, clients, SPELL);
    desk.stop();
    load
}

/// Clients that submit for a spell, each the next when the last is answered.
fn submit(bench: &Bench, token: &str, clients: usize, spell: Duration) -> Load {
    let before: BTreeMap<usize, u64> = bench.desk.figures().batches.into_iter().collect();
    let (cpu, start) = (process_cpu(), Instant::now());
    let threads: Vec<_> = (0..clients)
        .map(|_| {
            let (address, token) = (bench.address, token.to_owned());
            std::thread::spawn(move || {
                let mut client = Client::connect(address, &token);
                let mut done = 0u64;
                while start.elapsed() < spell {
                    assert_eq!(client.post("/api/v1/tickets", BODY), 201, "{}", String::from_utf8_lossy(client.body()));
                    done += 1;
                }
                (done, thread_cpu())
            })
        })
        .collect();
    let (mut done, mut client_cpu) = (0, 0.0);
    for thread in threads {
        let (n, cpu) = thread.join().expect("a client");
        done += n;
        client_cpu += cpu;
    }
    let elapsed = start.elapsed().as_secs_f64();
    let server_cpu = process_cpu() - cpu - client_cpu;
    let after = bench.desk.figures().batches;
    let batches =
        after.into_iter().map(|(size, n)| (size, n - before.get(&size).copied().unwrap_or(0))).filter(|(_, n)| *n > 0);
    let each = 1e6 / done as f64;
    Load {
        per_second: done as f64 / elapsed,
        server_cpu: server_cpu * each,
        client_cpu: client_cpu * each,
        batches: batches.collect(),
    }
}

/// Changes of real submissions, as the desk decides them.
fn recorded(bench: &Bench, count: usize) -> Vec<Changes> {
    let desk = bench.desk.clone();
    let deciding = move || {
        let (world, clock) = (desk.world(), SystemClock);
        let board = Arc::new(LoadBoard::default());
        let wish: Submit = serde_json::from_str(BODY).expect("a body");
        let user = Arc::clone(world.people.by_username("ann").expect("ann"));
        let program = world.content.workflows.get("laptop").cloned();
        (0..count)
            .map(|n| {
                let command = Command {
                    id: format!("u/{}/POST tickets/{n}", user.id),
                    fingerprint: [7; 32],
                    doer: Doer::Person { user: Arc::clone(&user), token: None },
                    target: Target::New,
                    expect: None,
                    act: Act::Submit(wish.clone()),
                };
                let number = 10_000_000 + i64::try_from(n).expect("a number");
                let case = Case {
                    ticket: None,
                    submission: None,
                    journal: Vec::new(),
                    earlier: Vec::new(),
                    votes: Vec::new(),
                    program: program.clone(),
                    item: None,
                    files: Vec::new(),
                    visible: true,
                    number,
                    last_asked: None,
                    beside: Beside::default(),
                    kin: Kin::default(),
                };
                decide(case, &world, &board, &command, clock.now(), &mut Ids::new(&clock)).expect("decided").changes
            })
            .collect()
    };
    let thread = std::thread::Builder::new().stack_size(maitred::script::STACK_BYTES).spawn(deciding);
    thread.expect("a thread").join().expect("decisions")
}

/// Writes the rows in the batches that were really made, in their proportions.
fn bare(bench: &Bench, rows: &[Changes], batches: &BTreeMap<usize, u64>) -> f64 {
    let place = folder();
    let store = bench.copy(place.path());
    let mut writer = store.bare().expect("a connection");
    let rows = Rows::of(rows).expect("rows");
    let total: u64 = batches.iter().map(|(size, n)| *size as u64 * n).sum();
    let mut sizes: Vec<usize> = Vec::new();
    for (size, n) in batches {
        let share = (*n as f64 * rows.len() as f64 / total as f64).round().max(1.0) as usize;
        sizes.extend(std::iter::repeat_n(*size, share));
    }
    let (start, mut at) = (Instant::now(), 0);
    for size in sizes.iter().cycle() {
        if at + size > rows.len() {
            break;
        }
        writer.batch(&rows, at, at + size).expect("written");
        at += size;
    }
    at as f64 / start.elapsed().as_secs_f64()
}

/// Single-row durable commits per second on this disk.
fn single(bench: &Bench) -> f64 {
    let place = folder();
    let store = bench.copy(place.path());
    let mut writer = store.bare().expect("a connection");
    let (start, mut n) = (Instant::now(), 0i64);
    while start.elapsed() < Duration::from_secs(2) {
        writer.single(n).expect("written");
        n += 1;
    }
    n as f64 / start.elapsed().as_secs_f64()
}

fn rows_of(changes: &Changes) -> usize {
    2 + usize::from(changes.submission.is_some())
        + changes.journal_new.len()
        + changes.parties.len()
        + changes.votes.len()
        + 2 * changes.events.len()
        + changes.viewers.len()
        + changes.timers.len()
        + changes.deliveries.len()
        + changes.notifications.len()
}

pub fn run(bench: &Bench, rounds: usize) {
    let token = bench.token("ann");
    submit(bench, &token, 8, SPELL);
    let rows = recorded(bench, 8_000);
    let (mut many, mut one, mut bare_many, mut bare_one, mut singles) = (vec![], vec![], vec![], vec![], vec![]);
    for _ in 0..rounds {
        let many_at_once = load(bench, 64);
        bare_many.push(bare(bench, &rows, &many_at_once.batches));
        many.push(many_at_once);
        let one_by_one = load(bench, 1);
        bare_one.push(bare(bench, rows.get(..2_000).unwrap_or(&rows), &one_by_one.batches));
        one.push(one_by_one);
        singles.push(single(bench));
    }
    println!(
        "\nDurable submissions (laptop, run to its first approval), {} rows a ticket",
        rows.first().map_or(0, rows_of)
    );
    let rate = |loads: &[Load]| Series::of(loads.iter().map(|load| load.per_second));
    row("64 clients", &rate(&many), "tickets/s", "");
    row("bare loop, same rows and batches", &Series::of(bare_many.iter().copied()), "tickets/s", "");
    let ratio = |loads: &[Load], limit: &[f64]| {
        Series::of(loads.iter().zip(limit).map(|(load, limit)| load.per_second / limit))
    };
    row("  ratio", &ratio(&many, &bare_many), "", "at least 0.50");
    row("bare single-row commits", &Series::of(singles.iter().copied()), "commits/s", "");
    row("  ratio of 64 clients to it", &ratio(&many, &singles), "", "at least 0.50");
    row("one client", &rate(&one), "tickets/s", "");
    row("bare loop, same rows and batches", &Series::of(bare_one.iter().copied()), "tickets/s", "");
    row("  ratio", &ratio(&one, &bare_one), "", "at least 0.50");
    row(
        "server CPU a submission, 64 clients",
        &Series::of(many.iter().map(|load| load.server_cpu)),
        "µs",
        "at most 450",
    );
    row("load client's CPU a submission", &Series::of(many.iter().map(|load| load.client_cpu)), "µs", "(apart)");
    let mut all: BTreeMap<usize, u64> = BTreeMap::new();
    for (size, n) in many.iter().flat_map(|load| &load.batches) {
        *all.entry(*size).or_default() += n;
    }
    println!("  batches at 64 clients (commands in a commit × commits): {}", histogram(&all));
}

fn histogram(batches: &BTreeMap<usize, u64>) -> String {
    let mut bands: BTreeMap<usize, u64> = BTreeMap::new();
    for (size, n) in batches {
        *bands.entry(size.next_power_of_two()).or_default() += n;
    }
    bands.iter().map(|(band, n)| format!("≤{band} × {n}")).collect::<Vec<_>>().join(", ")
}
