//! The floors as tables, and what breaks them.

use super::paths::{Mention, mentions};

/// A room of the house, and the rooms below that it may know.
const HOUSE: &[(&str, u8, &[&str])] = &[
    ("model", 1, &[]),
    ("script", 2, &["model"]),
    ("store", 2, &["model"]),
    ("blobs", 2, &["model"]),
    ("workflow", 3, &["script", "model"]),
    ("plugins", 3, &["script", "model"]),
    ("desk", 4, &["workflow", "plugins", "store", "blobs", "script", "model"]),
    ("scheduler", 5, &["desk", "workflow", "plugins", "store", "blobs", "script", "model"]),
    ("channels", 5, &["desk", "workflow", "plugins", "store", "blobs", "script", "model"]),
    ("http", 5, &["desk", "workflow", "plugins", "store", "blobs", "script", "model"]),
];

/// Those who join the floors and may know everybody.
const JOINERS: &[&str] = &["cli", "main", "lib"];

/// A library and the only rooms that know it; a star ends a prefix.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("diesel", &["store"]),
    ("diesel_migrations", &["store"]),
    ("libsqlite3_sys", &["store"]),
    ("pq_sys", &["store"]),
    ("actix*", &["http"]),
    ("utoipa_actix_web", &["http"]),
    ("utoipa_swagger_ui", &["http"]),
    ("rhai", &["script"]),
    ("clap", &["cli", "main"]),
    ("reqwest", &["plugins"]),
    ("object_store", &["blobs"]),
    ("infer", &["blobs"]),
];

/// What is absent from a room on purpose: it gets such things as values.
const ABSENT: &[(&str, &[&str])] = &[
    ("std::fs", &["model", "workflow"]),
    ("std::net", &["model", "script", "workflow"]),
    ("std::process", &["model", "script", "workflow"]),
    ("std::env", &["model", "script", "workflow", "store", "desk"]),
    ("std::time::Instant", &["model", "workflow"]),
    ("tokio", &["model", "script", "workflow", "store"]),
];

/// The room of a file: the folder of `src` that it lies in.
pub fn room(file: &str) -> &str {
    let inside = file.strip_prefix("src/").unwrap_or(file);
    let first = inside.split('/').next().unwrap_or(inside);
    first.strip_suffix(".rs").unwrap_or(first)
}

pub fn is_known(room: &str) -> bool {
    JOINERS.contains(&room) || HOUSE.iter().any(|(name, ..)| *name == room)
}

/// Every forbidden arrow of a file, each with file, line and both ends.
pub fn arrows(file: &str, text: &str) -> Vec<String> {
    let here = room(file);
    let found = match mentions(file, text) {
        Ok(found) => found,
        Err(error) => return vec![format!("{file}: not read: {error}")],
    };
    let mut arrows: Vec<String> = found
        .iter()
        .filter_map(|mention| {
            let why = forbidden(here, mention)?;
            Some(format!("{file}:{}: {here} -> {}: {why}", mention.line, mention.shown()))
        })
        .collect();
    arrows.dedup();
    arrows
}

fn forbidden(here: &str, mention: &Mention) -> Option<String> {
    match mention {
        Mention { inside: true, path, .. } => arrow(here, path),
        Mention { tested, path, .. } => library(here, path).or_else(|| absent(here, path).filter(|_| !tested)),
    }
}

/// An arrow inside the house.
fn arrow(here: &str, path: &[String]) -> Option<String> {
    let there = path.first().map(String::as_str);
    let (floor, known) = match HOUSE.iter().find(|(name, ..)| *name == here) {
        Some((_, floor, known)) => (*floor, *known),
        None if JOINERS.contains(&here) => return None,
        None => return Some("a room that stands on no floor".to_owned()),
    };
    let there = match there {
        None | Some("*") => return Some("the whole house at once; name the floor".to_owned()),
        Some(there) if there == here || known.contains(&there) => return None,
        Some(there) => there,
    };
    Some(match HOUSE.iter().find(|(name, ..)| *name == there) {
        Some((_, other, _)) if *other == floor => "an arrow sideways".to_owned(),
        Some((_, other, _)) if *other > floor => "an arrow upwards".to_owned(),
        Some(_) => "an arrow to a room that this one does not know".to_owned(),
        None if JOINERS.contains(&there) => "an arrow upwards".to_owned(),
        None => "no floor of the house".to_owned(),
    })
}

/// A library outside its room.
fn library(here: &str, path: &[String]) -> Option<String> {
    let name = path.first()?;
    let (_, rooms) = LIBRARIES.iter().find(|(library, _)| match library.strip_suffix('*') {
        Some(prefix) => name.starts_with(prefix),
        None => name == library,
    })?;
    (!rooms.contains(&here)).then(|| format!("only {} knows {name}", rooms.join(" and ")))
}

fn absent(here: &str, path: &[String]) -> Option<String> {
    let (name, _) = ABSENT.iter().find(|(name, rooms)| {
        let name: Vec<&str> = name.split("::").collect();
        rooms.contains(&here) && path.len() >= name.len() && name.iter().zip(path).all(|(one, two)| one == two)
    })?;
    Some(format!("{here} is given what it needs and has no {name}"))
}
