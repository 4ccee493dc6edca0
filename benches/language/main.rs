//! Speed of the workflow language: `cargo bench --bench language`, with names
//! of parts behind `--` only those. Replays
//! against bare Rhai, the check of many workflows, previews of the shipped
//! items, and what a new version would mean for ten thousand open tickets.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench prints, and one that cannot go on stops"
)]

#[path = "../desk/client.rs"]
#[expect(dead_code, reason = "its clock serves, not its connections")]
mod client;
#[path = "../desk/desk.rs"]
#[expect(dead_code, reason = "copies are for the limits of submissions")]
mod desk;
#[path = "../desk/table.rs"]
mod table;

mod check;
mod plan;
mod preview;
mod replay;

/// Rounds; each measures all sizes once.
const ROUNDS: usize = 9;

fn main() {
    println!("{}", table::machine());
    let wanted = |name: &str| {
        let mut named = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).peekable();
        named.peek().is_none() || named.any(|argument| argument == name)
    };
    let parts: [(&str, fn()); 4] = [
        ("replay", || on_deep_thread(|| replay::run(ROUNDS))),
        ("check", || on_deep_thread(|| check::run(ROUNDS))),
        ("preview", || on_deep_thread(|| preview::run(ROUNDS))),
        ("plan", plan::run),
    ];
    for (_, run) in parts.into_iter().filter(|(name, _)| wanted(name)) {
        run();
    }
}

/// Scripts want their stack.
fn on_deep_thread(work: fn()) {
    let builder = std::thread::Builder::new().stack_size(maitred::script::STACK_BYTES);
    builder.spawn(work).expect("a thread").join().expect("it ran to its end");
}
