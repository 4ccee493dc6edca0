//! Previews of the shipped items: every way of every form.

use crate::desk::root;
use crate::table::{Series, row};
use maitred::desk::clock::{Clock, SystemClock};
use maitred::desk::command::Submit;
use maitred::desk::content::{self, Against};
use maitred::desk::preview::{sample, whole_graph};
use maitred::desk::rehearsal::demo_world;
use maitred::plugins::Installation;
use std::sync::Arc;
use std::time::Instant;

pub fn run(rounds: usize) {
    let files = content::read_folder(root()).expect("the shipped content");
    let content = content::build(&files, &Installation::default(), Against::default()).expect("sound");
    let now = SystemClock.now();
    let world = demo_world(Arc::new(content), now);
    let ann = world.people.by_username("ann").cloned().expect("ann");
    let mut slowest = Vec::new();
    for _ in 0..rounds {
        let each = world.content.items.values().map(|item| {
            let wish = Submit { item: item.name.clone(), form: sample(&world, &ann, item), ..Submit::default() };
            let start = Instant::now();
            whole_graph(&world, &ann, wish, item.schema.clone(), now).expect("a graph");
            start.elapsed().as_secs_f64() * 1e3
        });
        slowest.push(each.fold(0.0, f64::max));
    }
    row("preview of a whole item, the slowest of the shipped", &Series::of(slowest), "ms", "under 20");
}
