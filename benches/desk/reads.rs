//! Reading one ticket and listing fifty from eight clients, against a bare loop
//! that executes the same statements and serialises the same structures on as
//! many threads.

use crate::client::Client;
use crate::desk::Bench;
use crate::table::{Series, row};
use maitred::desk::clock::{Clock, SystemClock};
use maitred::desk::popular::Popular;
use maitred::desk::views::{self, ListQuery, View};
use std::sync::Arc;
use std::time::{Duration, Instant};

const CLIENTS: usize = 8;
const SPELL: Duration = Duration::from_secs(2);
const LIST: &str = "/api/v1/tickets?limit=50&status=new&sort=-created_at";

struct Load {
    per_second: f64,
    p99: f64,
}

fn over_http(bench: &Bench, token: &str, path: impl Fn(u64) -> String + Send + Sync + Clone + 'static) -> Load {
    let start = Instant::now();
    let threads: Vec<_> = (0..CLIENTS as u64)
        .map(|n| {
            let (address, token, path) = (bench.address, token.to_owned(), path.clone());
            std::thread::spawn(move || {
                let mut client = Client::connect(address, &token);
                let mut times = Vec::new();
                while start.elapsed() < SPELL {
                    let path = path(n * 1_000_003 + times.len() as u64);
                    let begun = Instant::now();
                    assert_eq!(client.get(&path), 200, "{}", String::from_utf8_lossy(client.body()));
                    times.push(begun.elapsed().as_secs_f64() * 1e3);
                }
                times
            })
        })
        .collect();
    let mut times: Vec<f64> = threads.into_iter().flat_map(|thread| thread.join().expect("a client")).collect();
    let per_second = times.len() as f64 / start.elapsed().as_secs_f64();
    times.sort_by(f64::total_cmp);
    Load { per_second, p99: times.get(times.len() * 99 / 100).copied().unwrap_or(0.0) }
}

fn bare(
    bench: &Bench,
    work: impl Fn(&mut View<'_>, &maitred::model::people::User, u64) -> usize + Send + Sync + Clone + 'static,
) -> f64 {
    let start = Instant::now();
    let threads: Vec<_> = (0..CLIENTS as u64)
        .map(|n| {
            let (desk, work) = (bench.desk.clone(), work.clone());
            std::thread::spawn(move || {
                let mut reader = desk.store().reader().expect("a connection");
                let world = desk.world();
                let user = Arc::clone(world.people.by_username("dora").expect("dora"));
                let popular = Popular::default();
                let mut done = 0u64;
                while start.elapsed() < SPELL {
                    let mut view =
                        View { reader: &mut reader, world: &world, popular: &popular, now: SystemClock.now() };
                    assert!(work(&mut view, &user, n * 1_000_003 + done) > 2);
                    done += 1;
                }
                done
            })
        })
        .collect();
    let done: u64 = threads.into_iter().map(|thread| thread.join().expect("a reader")).sum();
    done as f64 / start.elapsed().as_secs_f64()
}

/// Numbers that exist: the newest of the list, some thousand of them.
fn numbers(bench: &Bench, token: &str) -> Arc<Vec<i64>> {
    let mut client = Client::connect(bench.address, token);
    let mut numbers = Vec::new();
    let mut path = "/api/v1/tickets?limit=200".to_owned();
    for _ in 0..10 {
        assert_eq!(client.get(&path), 200);
        let page: serde_json::Value = serde_json::from_slice(client.body()).expect("JSON");
        let items = page["items"].as_array().cloned().unwrap_or_default();
        numbers.extend(items.iter().filter_map(|t| maitred::model::ticket::parse_number(t["number"].as_str()?)));
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = format!("/api/v1/tickets?limit=200&cursor={cursor}");
    }
    Arc::new(numbers)
}

pub fn run(bench: &Bench, rounds: usize) {
    let token = bench.token("dora");
    let numbers = numbers(bench, &token);
    let (mut ticket, mut ticket_bare, mut list, mut list_bare) = (vec![], vec![], vec![], vec![]);
    for _ in 0..rounds {
        let own = Arc::clone(&numbers);
        let pick = move |n: u64| own[usize::try_from(n).expect("an index") * 7919 % own.len()];
        let path = pick.clone();
        ticket.push(over_http(bench, &token, move |n| format!("/api/v1/tickets/SR-{:06}", path(n))));
        ticket_bare.push(bare(bench, move |view, user, n| {
            let ticket = views::ticket(view, user, pick(n)).expect("a ticket");
            serde_json::to_vec(&ticket).expect("JSON").len()
        }));
        list.push(over_http(bench, &token, |_| LIST.to_owned()));
        list_bare.push(bare(bench, |view, user, _| {
            let status = vec![maitred::model::status::Status::New];
            let query = ListQuery { status, sort: "-created_at".to_owned(), limit: 50, ..ListQuery::default() };
            serde_json::to_vec(&views::list(view, user, &query).expect("a list")).expect("JSON").len()
        }));
    }
    println!("\nReading from {CLIENTS} clients, {} tickets looked at", numbers.len());
    report("one ticket", &ticket, &ticket_bare, "at most 5");
    report("a list of 50", &list, &list_bare, "at most 15");
}

fn report(what: &str, loads: &[Load], bare: &[f64], p99: &str) {
    row(what, &Series::of(loads.iter().map(|load| load.per_second)), "/s", "");
    row("bare loop, same statements and structures", &Series::of(bare.iter().copied()), "/s", "");
    row("  ratio", &Series::of(loads.iter().zip(bare).map(|(load, bare)| load.per_second / bare)), "", "at least 0.40");
    row("  p99", &Series::of(loads.iter().map(|load| load.p99)), "ms", p99);
}
