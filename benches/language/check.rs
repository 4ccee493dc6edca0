//! The check of a hundred items: what `maitred check` does but for reading files.

use crate::desk::root;
use crate::table::{Series, row};
use maitred::desk::content::{self, Against};
use maitred::plugins::Installation;
use std::time::Instant;

const ITEMS: usize = 100;

/// The shipped content, its laptop a hundred times under other names.
pub fn run(rounds: usize) {
    let mut files = content::read_folder(root()).expect("the shipped content");
    let of = |files: &content::Files, path: &str| files.get(path).cloned().expect("it is shipped");
    let (schema, script) = (of(&files, "schemas/laptop.json"), of(&files, "workflows/laptop.rhai"));
    for n in 0..ITEMS {
        files.insert(format!("schemas/laptop-{n}.json"), schema.clone());
        // A text of its own each, since equal ones are compiled once.
        files.insert(format!("workflows/laptop-{n}.rhai"), format!("{script}\n// {n}\n"));
    }
    let installation = Installation::default();
    let took = (0..rounds).map(|_| {
        let start = Instant::now();
        content::build(&files, &installation, Against::default()).expect("sound");
        start.elapsed().as_secs_f64() * 1e3
    });
    println!("\nAuthoring");
    row("check of 100 items, forms and plugins with them", &Series::of(took), "ms", "under 1,000");
}
