//! Workflows that mean harm, each in a process of its own: none may crash it,
//! keep it busy, make it grow, or come to an end that nobody decided.
//!
//! A test starts this very test binary again for one script, which measures
//! itself. Time is processor time, so that a busy machine fails nothing; a debug
//! build may take `SLOWER` times as long as what is promised.

mod catching;
mod deep;
mod endless;
mod greedy;
mod reaching;

use super::*;
use crate::model::problem::Severity;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// One script: what it tries, its text, and what may come of it, `|` between:
/// `refused` by the check, `limit`, another `fault` while it runs, `waits`,
/// `ended`, `failed`.
pub(super) struct Attempt {
    what: &'static str,
    text: String,
    comes_to: &'static str,
    /// Whether its ticket is cancelled once it waits.
    cancelled: bool,
}

fn attempt(what: &'static str, comes_to: &'static str, text: impl Into<String>) -> Attempt {
    Attempt { what, text: text.into(), comes_to, cancelled: false }
}

/// The same, with the ticket cancelled once it waits.
fn cancelled(what: &'static str, comes_to: &'static str, text: impl Into<String>) -> Attempt {
    Attempt { cancelled: true, ..attempt(what, comes_to, text) }
}

/// Growth of the process that is promised.
const MOST_KIB: u64 = 64 << 10;
/// Processor time that is promised, in milliseconds.
const MOST_MILLIS: u64 = 1_000;
/// How much slower than a release build a debug build may be.
const SLOWER: u64 = if cfg!(debug_assertions) { 4 } else { 1 };
/// Names the script to a process that was started for it: `GROUP/NUMBER`.
const ASKED: &str = "MAITRED_TEST_HOSTILE";
/// A process that says nothing for so long hangs.
const PATIENCE: Duration = Duration::from_secs(60);

fn group(name: &str) -> Vec<Attempt> {
    match name {
        "endless" => endless::attempts(),
        "greedy" => greedy::attempts(),
        "deep" => deep::attempts(),
        "catching" => catching::attempts(),
        "reaching" => reaching::attempts(),
        other => panic!("there is no group {other}"),
    }
}

const GROUPS: [&str; 5] = ["endless", "greedy", "deep", "catching", "reaching"];

#[test]
fn there_are_at_least_seventy_two_of_them() {
    let all: Vec<Attempt> = GROUPS.into_iter().flat_map(group).collect();
    let texts: BTreeSet<(&str, bool)> = all.iter().map(|it| (it.text.as_str(), it.cancelled)).collect();
    assert_eq!(texts.len(), all.len(), "each one is another");
    assert!(all.len() >= 72, "{}", all.len());
}

#[test]
fn what_never_ends_is_stopped() {
    each_alone("endless");
}

#[test]
fn what_wants_all_memory_is_stopped() {
    each_alone("greedy");
}

#[test]
fn what_is_built_to_be_deep_or_long_is_refused_or_stopped() {
    each_alone("deep");
}

#[test]
fn what_catches_everything_goes_past_nothing() {
    each_alone("catching");
}

#[test]
fn what_reaches_out_of_the_sandbox_is_refused() {
    each_alone("reaching");
}

/// The script that this process was started for; the first one otherwise.
#[test]
fn one_script_in_this_process() {
    let asked = std::env::var(ASKED).unwrap_or_else(|_| "endless/0".to_owned());
    let (name, number) = asked.split_once('/').unwrap();
    let attempt = group(name).into_iter().nth(number.parse().unwrap()).unwrap();
    let (done, hangs) = mpsc::channel::<()>();
    std::thread::spawn(move || {
        if hangs.recv_timeout(PATIENCE) == Err(mpsc::RecvTimeoutError::Timeout) {
            std::process::exit(9);
        }
    });
    let (expected, what) = (attempt.comes_to, attempt.what);
    let (kib, millis) = (peak_kib(), busy_millis());
    let outcome = deep(move || outcome_of(&attempt));
    let (grown, busy) = (peak_kib() - kib, busy_millis() - millis);
    done.send(()).unwrap();
    let is_expected = expected.split('|').any(|one| outcome.starts_with(one));
    let told = format!("{what}: {outcome}; {busy} ms, {grown} KiB");
    writeln!(std::io::stderr(), "{told}").unwrap();
    assert!(is_expected, "{told}; expected {expected}");
    assert!(grown < MOST_KIB, "{told}");
    assert!(busy < MOST_MILLIS * SLOWER, "{told}");
}

fn outcome_of(attempt: &Attempt) -> String {
    let program = match program_with(&attempt.text, &Known::default()) {
        Ok(program) => program,
        Err(faults) => {
            return format!(
                "refused [{}]",
                faults.iter().find(|fault| fault.severity == Severity::Error).unwrap().code
            );
        }
    };
    let facts = TestFacts::with(&[("policy.finance_limit", json!("1000.00"))]);
    let mut desk = Desk::new("1", submission(Some("1500.00"), json!({ "model": "pro" })), facts);
    desk.program = program;
    desk.go();
    if attempt.cancelled && matches!(desk.verdict, Some(Verdict::Waiting)) {
        desk.cancel();
        let people = desk.open_rows().filter(|row| row.kind != RowKind::Plugin).count();
        assert_eq!(people, 0, "nobody is asked for a cancelled ticket: {:?}", desk.open());
    }
    match &desk.verdict {
        Some(Verdict::Waiting) => format!("waits for {:?}", desk.open()),
        Some(Verdict::Ended(end)) => format!("ended by {}", end.word.as_str()),
        Some(Verdict::Failed(error)) => format!("failed {error:?}"),
        Some(Verdict::Stuck(fault)) if fault.code == "limit" => format!("limit: {}", fault.message),
        Some(Verdict::Stuck(fault)) => format!("fault [{}] {}", fault.code, fault.message),
        None => "nothing".to_owned(),
    }
}

/// Runs every script of a group, two at a time.
fn each_alone(name: &'static str) {
    let numbers = Arc::new(Mutex::new(0..group(name).len()));
    let workers = [0, 1].map(|_| {
        let numbers = numbers.clone();
        std::thread::spawn(move || {
            let mut failures = Vec::new();
            while let Some(number) = { numbers.lock().unwrap().next() } {
                failures.extend(alone(name, number));
            }
            failures
        })
    });
    let failures: Vec<String> = workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// What a process of its own makes of a script, where that is not what it should be.
fn alone(name: &str, number: usize) -> Option<String> {
    let here = "workflow::tests::hostile::one_script_in_this_process";
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", here, "--nocapture", "--test-threads=1"])
        .env(ASKED, format!("{name}/{number}"))
        .env_remove("RUST_BACKTRACE")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let ran = String::from_utf8_lossy(&output.stdout).contains("1 passed");
    (!output.status.success() || !ran).then(|| format!("{name}/{number}: {}: {said}", output.status))
}

/// The most memory that this process has ever had.
fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// Processor time that this process has used.
fn busy_millis() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat.rsplit(") ").next().unwrap().split(' ').collect();
    let ticks: u64 = [11, 12].map(|n: usize| fields[n].parse::<u64>().unwrap()).iter().sum();
    ticks * 10
}
