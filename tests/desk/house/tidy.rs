//! Habits that a machine can hold.

use super::{Source, files};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeSet;
use std::path::Path;
use syn::visit::{self, Visit};

const LONGEST: usize = 450;

fn rust() -> Vec<Source> {
    files(&["src", "tests", "benches"], "rs")
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn each_module_begins_with_what_it_is_for() {
    let silent = |source: &Source| !source.text.starts_with("//!");
    none(&rust().iter().filter(|source| silent(source)).map(|it| format!("{}: no `//!`", it.path)).collect::<Vec<_>>());
}

#[test]
fn no_file_tells_more_than_one_story() {
    let long = |source: &Source| source.text.lines().count() > LONGEST;
    none(&rust().iter().filter(|source| long(source)).map(|it| format!("{}: too long", it.path)).collect::<Vec<_>>());
}

#[test]
fn no_module_is_a_drawer_for_odds_and_ends() {
    let drawer = |source: &Source| {
        let names = ["utils", "util", "helpers", "helper", "common", "misc"];
        source.path.trim_end_matches(".rs").split('/').any(|part| names.contains(&part))
    };
    none(&rust().iter().filter(|source| drawer(source)).map(|it| it.path.clone()).collect::<Vec<_>>());
}

#[test]
fn nothing_is_left_unfinished_or_passed_over() {
    none(&rust().iter().flat_map(|source| unfinished(&source.path, &source.text)).collect::<Vec<_>>());
}

#[test]
fn what_is_unfinished_is_found() {
    let text = "fn f() {\n todo!()\n}\n#[test]\n#[ignore]\nfn test_it() { m!(dbg!(1)); std::thread::sleep(x) }";
    let found = unfinished("tests/desk/a.rs", text);
    let expected =
        ["2: todo!", "5: #[ignore]", "6: a test is a sentence, not `test_it`", "6: a test that sleeps", "6: dbg!"];
    assert_eq!(found, expected.map(|fault| format!("tests/desk/a.rs:{fault}")));
    assert!(unfinished("src/a.rs", "/// todo!() is a macro\nfn f() { let todo = \"dbg!\"; }").is_empty());
}

/// Marks of unfinished work, tests that are passed over, tests that sleep.
fn unfinished(path: &str, text: &str) -> Vec<String> {
    let mut looker = Looker { is_test: path.starts_with("tests/desk"), found: Vec::new() };
    match syn::parse_file(text) {
        Ok(file) => looker.visit_file(&file),
        Err(error) => looker.found.push((0, error.to_string())),
    }
    looker.found.sort();
    looker.found.iter().map(|(line, fault)| format!("{path}:{line}: {fault}")).collect()
}

struct Looker {
    is_test: bool,
    found: Vec<(usize, String)>,
}

impl Looker {
    fn tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            match (token, tokens.get(at + 1)) {
                (TokenTree::Group(group), _) => self.tokens(group.stream()),
                (TokenTree::Ident(name), Some(TokenTree::Punct(sign))) if sign.as_char() == '!' => self.named(name),
                (TokenTree::Ident(name), _) if name == "sleep" => self.sleeps(name),
                _ => {}
            }
        }
    }
    fn named(&mut self, name: &proc_macro2::Ident) {
        if ["todo", "unimplemented", "dbg"].iter().any(|word| name == word) {
            self.found.push((name.span().start().line, format!("{name}!")));
        }
    }
    fn sleeps(&mut self, name: &proc_macro2::Ident) {
        if self.is_test {
            self.found.push((name.span().start().line, "a test that sleeps".to_owned()));
        }
    }
}

impl<'ast> Visit<'ast> for Looker {
    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        if let Some(name) = mac.path.segments.last() {
            self.named(&name.ident);
        }
        self.tokens(mac.tokens.clone());
    }
    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if attribute.path().is_ident("ignore") {
            self.found.push((attribute.pound_token.span.start().line, "#[ignore]".to_owned()));
        }
    }
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        let is_test =
            item.attrs.iter().any(|attribute| attribute.path().segments.last().is_some_and(|it| it.ident == "test"));
        if is_test && item.sig.ident.to_string().starts_with("test_") {
            let fault = format!("a test is a sentence, not `{}`", item.sig.ident);
            self.found.push((item.sig.ident.span().start().line, fault));
        }
        visit::visit_item_fn(self, item);
    }
    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.segments.len() > 1
            && let Some(last) = path.segments.last().filter(|last| last.ident == "sleep")
        {
            self.sleeps(&last.ident);
        }
        visit::visit_path(self, path);
    }
}

#[test]
fn each_snapshot_is_of_a_test() {
    let text: String = files(&["tests"], "rs").into_iter().map(|source| source.text).collect();
    for snapshot in files(&["tests"], "snap") {
        let name = snapshot.path.trim_end_matches(".snap").rsplit("__").next().unwrap();
        assert!(text.contains(&format!("assert_snapshot!(\"{name}\"")), "{}: nobody looks at it", snapshot.path);
    }
    none(
        &files(&["tests"], "new")
            .into_iter()
            .map(|left| format!("{}: accept it or remove it", left.path))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn both_databases_have_the_same_migrations() {
    let names = |database: &str| -> BTreeSet<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(database);
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        entries.map(|name| name.into_string().unwrap()).collect()
    };
    assert!(!names("sqlite").is_empty());
    assert_eq!(names("sqlite"), names("postgres"));
}

#[test]
fn the_architecture_page_names_each_folder_of_the_source() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(top.join("docs/architecture.md")).expect("docs/architecture.md is there");
    for entry in std::fs::read_dir(top.join("src")).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            assert!(page.contains(&format!("`{name}`")) || page.contains(&format!("{name}/")), "`{name}` is not named");
        }
    }
}
