//! Speed and size of the desk, as ratios in one run against the limit on the
//! same disk: `cargo bench --bench desk`. Five alternating rounds; median and
//! spread. What is measured how is in `submissions`, `reads` and `process`.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench prints, and one that cannot go on stops"
)]

mod client;
mod desk;
mod process;
mod reads;
mod submissions;
mod table;

/// Rounds; each measures the desk and its limit, one after the other.
const ROUNDS: usize = 5;

fn main() {
    let desk = desk::Bench::start();
    println!("{}", table::machine());
    submissions::run(&desk, ROUNDS);
    reads::run(&desk, ROUNDS);
    desk.stop();
    process::run(ROUNDS);
}
