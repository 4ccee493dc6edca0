//! Reads every path of a source file, wherever it stands: `use` trees, types,
//! expressions, patterns, visibility, attributes, and the tokens of macros.

use proc_macro2::{Delimiter, Spacing, Span, TokenStream, TokenTree};
use syn::visit::{self, Visit};

/// Something of the house, or a library, that a file mentions.
pub struct Mention {
    pub line: usize,
    /// Inside the house (then `path` starts at its root), or a library's.
    pub inside: bool,
    /// In code that only tests run.
    pub tested: bool,
    pub path: Vec<String>,
}

impl Mention {
    pub fn shown(&self) -> String {
        let path = self.path.join("::");
        match (self.inside, path.is_empty()) {
            (true, true) => "crate".to_owned(),
            (true, false) => format!("crate::{path}"),
            (false, _) => path,
        }
    }
}

/// Every path of `text` that leads out of its own module, in order of lines.
pub fn mentions(file: &str, text: &str) -> Result<Vec<Mention>, String> {
    let parsed = syn::parse_file(text).map_err(|error| format!("{error}"))?;
    let tested = file.split('/').any(|part| part.trim_end_matches(".rs").rsplit('_').next().is_some_and(is_of_tests));
    let mut reader = Reader { module: module(file), is_binary: file == "src/main.rs", tested, found: Vec::new() };
    reader.visit_file(&parsed);
    reader.found.sort_by_key(|mention| mention.line);
    Ok(reader.found)
}

/// `src/store/rows/log.rs` is the module `store::rows::log`.
fn module(file: &str) -> Vec<String> {
    let inside = file.strip_prefix("src/").unwrap_or(file);
    let inside = inside.strip_suffix(".rs").unwrap_or(inside);
    let mut names: Vec<String> = inside.split('/').map(str::to_owned).collect();
    if matches!(names.last().map(String::as_str), Some("mod" | "lib" | "main")) {
        names.pop();
    }
    names
}

/// `tests.rs`, `job_tests.rs`, `tests/`, `testing.rs`.
fn is_of_tests(word: &str) -> bool {
    ["tests", "testing"].contains(&word)
}

struct Reader {
    module: Vec<String>,
    is_binary: bool,
    tested: bool,
    found: Vec<Mention>,
}

impl Reader {
    /// Notes a path as written; `rooted` is one that begins with `::`.
    fn note(&mut self, written: &[String], rooted: bool, span: Span) {
        let line = span.start().line;
        let Some(first) = written.first() else { return };
        let rest = written.get(1..).unwrap_or_default();
        let (inside, path) = match first.as_str() {
            "crate" if self.is_binary => return,
            "crate" => (true, rest.to_vec()),
            "maitred" => (true, rest.to_vec()),
            "self" | "super" if !rooted => (true, self.resolved(written)),
            // In the root the floors themselves are in scope.
            _ if self.module.is_empty() && !rooted && super::floors::is_known(first) => (true, written.to_vec()),
            _ if written.len() < 2 && !rooted => return,
            _ => (false, written.to_vec()),
        };
        self.found.push(Mention { line, inside, tested: self.tested, path });
    }

    fn resolved(&self, written: &[String]) -> Vec<String> {
        let mut path = self.module.clone();
        for name in written {
            match name.as_str() {
                "self" => {}
                "super" => {
                    path.pop();
                }
                name => path.push(name.to_owned()),
            }
        }
        path
    }

    fn tree(&mut self, tree: &syn::UseTree, before: &[String], rooted: bool) {
        let with = |name: &syn::Ident| {
            let mut path = before.to_vec();
            path.push(plain(name));
            path
        };
        match tree {
            syn::UseTree::Path(path) => self.tree(&path.tree, &with(&path.ident), rooted),
            syn::UseTree::Name(name) => self.used(&with(&name.ident), rooted, name.ident.span()),
            syn::UseTree::Rename(name) => self.used(&with(&name.ident), rooted, name.ident.span()),
            syn::UseTree::Glob(glob) => {
                let mut path = before.to_vec();
                path.push("*".to_owned());
                self.used(&path, rooted, glob.star_token.spans[0]);
            }
            syn::UseTree::Group(group) => group.items.iter().for_each(|item| self.tree(item, before, rooted)),
        }
    }

    /// A `use` of one name alone is a library too.
    fn used(&mut self, path: &[String], rooted: bool, span: Span) {
        let mut path = path.to_vec();
        if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
            path.pop();
        }
        let name = path.first().map_or("", String::as_str);
        let floor_in_root = self.module.is_empty() && super::floors::is_known(name);
        let library = path.len() == 1 && !matches!(name, "self" | "super" | "crate") && !floor_in_root;
        self.note(&path, rooted || library, span);
    }

    /// The paths among tokens that nobody has parsed; `before` is the path that
    /// a group of a `use` tree continues.
    fn tokens(&mut self, tokens: TokenStream, before: &[String]) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            let rooted = joins(&tokens, at) && !at.checked_sub(1).is_some_and(|last| ends_a_path(&tokens[last]));
            at = if rooted { at + 2 } else { at };
            match tokens.get(at) {
                Some(TokenTree::Ident(first)) => {
                    let mut path = before.to_vec();
                    path.push(plain(first));
                    at = self.path_of_tokens(&tokens, at + 1, path, rooted);
                }
                Some(TokenTree::Group(group)) => {
                    self.tokens(group.stream(), &[]);
                    at += 1;
                }
                Some(TokenTree::Punct(star)) if star.as_char() == '*' && !before.is_empty() => {
                    self.note(&[before, &["*".to_owned()]].concat(), false, star.span());
                    at += 1;
                }
                _ => at += 1,
            }
            if !before.is_empty() {
                // In a group of a `use` the rest of an entry is its new name.
                at += tokens.iter().skip(at).take_while(|token| !is(token, ',')).count() + 1;
            }
        }
    }

    /// Goes on with a path after its first name, notes it, and tells where it ends.
    fn path_of_tokens(&mut self, tokens: &[TokenTree], mut at: usize, mut path: Vec<String>, rooted: bool) -> usize {
        let span = tokens[at - 1].span();
        let alone = path.len() == 1;
        while joins(tokens, at) {
            match tokens.get(at + 2) {
                Some(TokenTree::Ident(name)) => path.push(plain(name)),
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                    self.tokens(group.stream(), &path);
                    return at + 3;
                }
                Some(star) if is(star, '*') => path.push("*".to_owned()),
                _ => break,
            }
            at += 3;
        }
        if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
            path.pop();
        }
        // A name alone leads nowhere, but for `use crate as house`.
        let renamed = matches!(tokens.get(at), Some(TokenTree::Ident(word)) if word == "as");
        if path.len() > 1 || !alone || rooted || (renamed && matches!(path[0].as_str(), "crate" | "super")) {
            self.note(&path, rooted, span);
        }
        at
    }

    /// `with = "crate::model::text"`: a path in an attribute's string.
    fn strings(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.strings(group.stream()),
                TokenTree::Literal(literal) => {
                    let text = literal.to_string();
                    let path = text.trim_matches('"');
                    if path.contains("::")
                        && let Ok(parsed) = syn::parse_str::<TokenStream>(path)
                    {
                        let before = self.found.len();
                        self.tokens(parsed, &[]);
                        let line = literal.span().start().line;
                        self.found.iter_mut().skip(before).for_each(|mention| mention.line = line);
                    }
                }
                _ => {}
            }
        }
    }
}

fn plain(name: &proc_macro2::Ident) -> String {
    let name = name.to_string();
    name.strip_prefix("r#").map_or(name.clone(), str::to_owned)
}

/// Whether `::` stands at this place.
fn joins(tokens: &[TokenTree], at: usize) -> bool {
    match (tokens.get(at), tokens.get(at + 1)) {
        (Some(TokenTree::Punct(one)), Some(two)) => {
            one.as_char() == ':' && one.spacing() == Spacing::Joint && is(two, ':')
        }
        _ => false,
    }
}

fn is(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn ends_a_path(token: &TokenTree) -> bool {
    match token {
        TokenTree::Ident(_) => true,
        token => is(token, '>'),
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        item.attrs.iter().for_each(|attribute| self.visit_attribute(attribute));
        if let Some((_, items)) = &item.content {
            let outside = self.tested;
            self.tested |= item.ident == "tests";
            self.module.push(item.ident.to_string());
            items.iter().for_each(|item| self.visit_item(item));
            self.module.pop();
            self.tested = outside;
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.visit_visibility(&item.vis);
        self.tree(&item.tree, &[], item.leading_colon.is_some());
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        let name = if item.ident == "self" { "crate".to_owned() } else { plain(&item.ident) };
        self.note(&[name], true, item.ident.span());
    }

    fn visit_vis_restricted(&mut self, _: &'ast syn::VisRestricted) {
        // Who may look in is no arrow.
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|segment| plain(&segment.ident)).collect();
        if names.len() > 1 || path.leading_colon.is_some() {
            self.note(&names, path.leading_colon.is_some(), path.segments[0].ident.span());
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        self.visit_path(&mac.path);
        self.tokens(mac.tokens.clone(), &[]);
    }

    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        self.visit_path(attribute.path());
        if let syn::Meta::List(list) = &attribute.meta {
            self.tokens(list.tokens.clone(), &[]);
            self.strings(list.tokens.clone());
        } else {
            visit::visit_attribute(self, attribute);
        }
    }
}
