//! The language's reference, made from the words: `docs/workflow-language/`. The
//! first page is the whole language; the others have a section for each word.

use super::answer::ERROR_KINDS;
use super::options::{self, COMMON, Opt};
use super::records::{PERSON_FIELDS, REQUEST_FIELDS};
use super::spec::{Spec, VARIABLES, words};
use crate::model::journal::RowKind;
use crate::script::{Limits, SOURCE_LIMIT};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What all words together are told in: words with tables in their places.
const SUMMARY: &str = include_str!("summary.md");

/// A family of words: its page, its title, what its words have in common.
struct Family {
    page: &'static str,
    title: &'static str,
    about: &'static str,
    holds: fn(&Spec) -> bool,
}

const FAMILIES: [Family; 5] = [
    Family {
        page: "steps",
        title: "Steps",
        about: "A step asks something of the world and waits for the answer.",
        holds: |spec| spec.kind.is_some_and(RowKind::waits),
    },
    Family {
        page: "combinations",
        title: "Combinations",
        about: "Steps side by side. What their branches come to is kept in a row of its own.",
        holds: |spec| spec.kind == Some(RowKind::Join),
    },
    Family {
        page: "effects",
        title: "Effects",
        about: "An effect takes place at once, and once: a replay does not repeat it.",
        holds: |spec| spec.kind == Some(RowKind::Effect),
    },
    Family {
        page: "ends",
        title: "Ends",
        about: "An end ends the script; nothing behind it is run.",
        holds: |spec| spec.kind == Some(RowKind::End),
    },
    Family {
        page: "values",
        title: "Values",
        about: "Values wait for nobody. What is read from outside of the ticket is kept, so that it is the same at every replay.",
        holds: |spec| matches!(spec.kind, None | Some(RowKind::Patch | RowKind::Read)),
    },
];

/// The pages by their names within the folder of the reference.
pub fn pages() -> BTreeMap<String, String> {
    let own = FAMILIES.iter().map(|family| (format!("{}.md", family.page), page(family)));
    std::iter::once(("README.md".to_owned(), summary())).chain(own).collect()
}

fn of(family: &Family) -> impl Iterator<Item = &'static Spec> {
    words().iter().copied().filter(|spec| (family.holds)(spec))
}

fn summary() -> String {
    let [steps, joins, effects, ends, values] = &FAMILIES;
    let quoted = |names: &[&str]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let limits = limits();
    let tables: [(&str, String); 11] = [
        ("steps", step_table(steps)),
        ("common", option_table(COMMON)),
        ("joins", word_table(joins)),
        ("effects", word_table(effects)),
        ("ends", word_table(ends)),
        ("values", word_table(values)),
        ("variables", quoted(&VARIABLES)),
        ("person", quoted(&PERSON_FIELDS)),
        ("request", quoted(&REQUEST_FIELDS)),
        ("errors", quoted(&ERROR_KINDS)),
        ("limits", limits),
    ];
    tables.into_iter().fold(SUMMARY.to_owned(), |text, (name, table)| text.replace(&format!("{{{{{name}}}}}"), &table))
}

fn limits() -> String {
    let Limits { operations, wall, heap, steps, branches } = Limits::default();
    format!(
        "A script has at most {} KiB of source. A run has at most {operations} operations, {} ms and {} MiB, \
         {steps} rows of the journal, and {branches} branches of one combination. A text has at most 64 KiB, a list \
         2,000 items, a map 1,000 keys; functions call each other 24 levels deep. What goes beyond is the fault `limit`.",
        SOURCE_LIMIT >> 10,
        wall.as_millis(),
        heap >> 20,
    )
}

/// A word with a link to its section.
fn linked(family: &Family, spec: &Spec) -> String {
    format!("[`{}`]({}.md#{})", cell(spec.signature), family.page, anchor(spec.name))
}

/// As GitHub and its like make an anchor of a heading.
fn anchor(name: &str) -> String {
    name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-').collect()
}

/// A text that stands in a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn step_table(family: &Family) -> String {
    let mut table = String::from("| word | options of its own | result | outcomes: good / bad |\n|---|---|---|---|");
    for spec in of(family) {
        let options: Vec<String> = spec.options.iter().map(|opt| format!("`{}`", opt.name)).collect();
        let result: Vec<String> = spec.result.iter().map(|(name, _)| format!("`{name}`")).collect();
        let or_none = |list: Vec<String>| if list.is_empty() { "–".to_owned() } else { list.join(", ") };
        let (good, bad) = (spec.good.join(", "), spec.bad.join(", "));
        let word = linked(family, spec);
        write!(table, "\n| {word} | {} | {} | {good} / {bad} |", or_none(options), or_none(result)).ok();
    }
    table
}

fn word_table(family: &Family) -> String {
    let mut table = String::from("| word | options | what |\n|---|---|---|");
    for spec in of(family) {
        let options: Vec<String> = spec.options.iter().map(|opt| format!("`{}`", opt.name)).collect();
        let options = if options.is_empty() { "–".to_owned() } else { options.join(", ") };
        write!(table, "\n| {} | {options} | {} |", linked(family, spec), cell(first_sentence(spec.doc))).ok();
    }
    table
}

fn first_sentence(doc: &str) -> &str {
    doc.find(". ").and_then(|end| doc.get(..=end)).unwrap_or(doc)
}

fn option_table(options: &[Opt]) -> String {
    let mut table = String::from("| option | takes | default | what |\n|---|---|---|---|");
    for opt in options {
        let default = if opt.default.is_empty() { "–" } else { opt.default };
        write!(table, "\n| `{}` | {} | {default} | {} |", opt.name, cell(&options::takes(&opt.ty)), cell(opt.doc)).ok();
    }
    table
}

fn page(family: &Family) -> String {
    let mut page = format!(
        "# {}\n\nGenerated from the words themselves; [the language on one page](README.md) says what all have in common.\n\n{}\n",
        family.title, family.about
    );
    for spec in of(family) {
        page.push_str(&section(spec));
    }
    page
}

fn section(spec: &Spec) -> String {
    let mut text = format!("\n## {}\n\n```rhai\n{}\n```\n\n{}\n", spec.name, spec.signature, spec.doc);
    if !spec.options.is_empty() {
        write!(text, "\n{}\n", option_table(spec.options)).ok();
    }
    if spec.common {
        text.push_str("\nIt has the [options of every step](README.md#options-that-every-step-has), too.\n");
    }
    if !spec.result.is_empty() {
        text.push_str("\n| result | what |\n|---|---|\n");
        for (name, what) in spec.result {
            writeln!(text, "| `{name}` | {what} |").ok();
        }
    }
    if !spec.good.is_empty() {
        let quoted = |names: &[&str]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        write!(text, "\nGood outcomes: {}. Bad ones: {}.\n", quoted(spec.good), quoted(spec.bad)).ok();
    }
    if let Some(kind) = spec.kind {
        write!(text, "\nIn the journal it is a row of kind `{}`.\n", kind.as_str()).ok();
    }
    write!(text, "\nExample:\n\n```rhai\n{}\n```\n", spec.example).ok();
    text
}
