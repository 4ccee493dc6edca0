//! Rules of this folder that no compiler checks: tickets are queried for people
//! only through the filter, and SQL in words stays in one file.

use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};
use syn::{Block, ImplItemFn, ItemFn, ItemMod};

/// Functions that ask for tickets without asking who looks, and why they may.
const EXEMPT: &[(&str, &str)] = &[
    ("update_ticket", "writes what the desk decided"),
    ("insert_new", "writes what the desk decided"),
    ("take_relations", "writes what the desk decided"),
    ("ticket_and_submission", "the desk's own state: decide checks what the caller may see"),
    ("number_of", "a number for the desk, from an id it already has"),
    ("ticket_of_step", "a number for the desk, which then asks for the ticket with a sight"),
    ("timers_due", "for the clock"),
    ("waiting_for_any", "numbers for the clock, which looks after steps of people who left"),
    ("owned_by_any", "numbers for the clock, which looks after tickets of owners who left"),
    ("tickets_for_job", "for jobs, whose rights are roles"),
    ("wanted", "the condition of tickets_for_job"),
    ("open_once", "a number for the desk, which a workflow asks for"),
    ("asked_since", "counts of items over all tickets, which are shown to nobody"),
    ("open_loads", "counts for the load board"),
    ("in_use", "whether a group may be dissolved, yes or no"),
    ("open_numbers", "numbers for verify"),
    ("followed", "for the follower of the log, which asks for each listener who may see it"),
    ("claimed", "a number for the plugin call"),
    ("neighbours", "for the desk: what a decision means for linked tickets"),
    ("known_one", "as `known`"),
    ("known", "what staff have said all may know of; the view shows nothing else of it"),
    ("erasable", "numbers for the daily round that erases what is old"),
    ("tickets_about", "numbers of the tickets of somebody who is to be forgotten, for who runs the desk"),
    ("erase", "erases what is old, or somebody's who was forgotten"),
    ("forget_said", "as `erase`"),
    ("forget_answers", "as `erase`"),
    ("forget_in_tickets", "as `erase`"),
    ("narrowed", "a condition of lists: whoever calls it must ask who looks"),
];

struct Function {
    file: PathBuf,
    name: String,
    body: String,
}

/// Collects the functions of a file outside its tests.
struct Functions<'a> {
    file: &'a Path,
    lines: Vec<&'a str>,
    found: &'a mut Vec<Function>,
}

impl Functions<'_> {
    fn add(&mut self, name: String, block: &Block) {
        let (from, to) = (block.brace_token.span.open().start().line, block.brace_token.span.close().end().line);
        let body = self.lines[from - 1..to].join("\n");
        self.found.push(Function { file: self.file.to_owned(), name, body });
    }
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        self.add(item.sig.ident.to_string(), &item.block);
    }
    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        self.add(item.sig.ident.to_string(), &item.block);
    }
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if item.ident != "tests" {
            visit::visit_item_mod(self, item);
        }
    }
}

fn sources() -> Vec<(PathBuf, String)> {
    fn gather(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            if path.is_dir() && name != "tests" {
                gather(&path, found);
            } else if name.ends_with(".rs") && name != "testing.rs" {
                found.push((path.clone(), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut found = Vec::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store"), &mut found);
    found
}

fn functions() -> Vec<Function> {
    let mut found = Vec::new();
    for (file, text) in &sources() {
        let parsed = syn::parse_file(text).unwrap();
        Functions { file, lines: text.lines().collect(), found: &mut found }.visit_file(&parsed);
    }
    found
}

/// Every way by which a query over tickets can begin.
fn asks_for_tickets(body: &str) -> bool {
    ["tickets::table", "tickets::BoxedQuery", "TicketRow::as_select", "narrowed("]
        .iter()
        .any(|word| body.contains(word))
}

#[test]
fn every_query_over_tickets_for_people_asks_who_looks() {
    let mut checked = 0;
    for function in functions() {
        if !asks_for_tickets(&function.body) || EXEMPT.iter().any(|(name, _)| *name == function.name) {
            continue;
        }
        checked += 1;
        let asks = function.body.contains("visible(") || calls_only_filtered(&function.body);
        assert!(asks, "{} in {} asks for tickets without `visible`", function.name, function.file.display());
    }
    assert!(checked >= 4, "the test sees no queries any more: {checked}");
}

/// A function that loads what a query given to it selects is as filtered as its caller.
fn calls_only_filtered(body: &str) -> bool {
    !body.contains("tickets::table") && !body.contains("narrowed(")
}

#[test]
fn every_exemption_is_still_needed() {
    let functions = functions();
    for (name, _) in EXEMPT {
        let used =
            functions.iter().any(|it| it.name == *name && asks_for_tickets(&it.body) && !it.body.contains("visible("));
        assert!(used, "{name} asks for tickets no more, or asks who looks: take it off the list");
    }
}

#[test]
fn a_query_without_the_filter_would_be_found() {
    assert!(asks_for_tickets("tickets::table.filter(tickets::number.eq(number)).load(connection)"));
    assert!(!calls_only_filtered("tickets::table.load(connection)"));
}

#[test]
fn sql_in_words_is_in_one_file_and_counted() {
    let words = ["sql_query", " sql::<", "(sql::<", "batch_execute", "push_sql", "SqlLiteral"];
    for (file, text) in sources() {
        let text = text.split("#[cfg(test)]").next().unwrap();
        if file.ends_with("dialect.rs") {
            let per_database = text.matches("AnyConnection::Sqlite(").count();
            assert_eq!(per_database, 12, "a statement more or less that differs between the databases: is it needed?");
            assert_eq!(text.matches("sql_query(").count(), 5, "a statement more or less in words");
            continue;
        }
        for word in words {
            assert!(!text.contains(word), "{word} in {}: that belongs into dialect.rs", file.display());
        }
    }
}

#[test]
fn only_the_error_file_reads_diesels_errors() {
    for (file, text) in sources() {
        let reads = text.contains("DatabaseErrorKind");
        assert!(!reads || file.ends_with("error.rs"), "{}", file.display());
    }
}
