//! Every code of a fault that the source names is explained in the table of
//! codes: what is printed in brackets has a page.

use super::files;
use maitred::model::fault_codes;
use syn::visit::{self, Visit};
use syn::{Expr, ExprCall, ExprMethodCall, ItemMod, Lit};

#[test]
fn every_code_that_is_used_is_explained() {
    let mut used = Vec::new();
    for source in files(&["src"], "rs").into_iter().filter(|source| !source.path.contains("tests")) {
        let mut codes = Codes { found: Vec::new() };
        codes.visit_file(&syn::parse_file(&source.text).unwrap());
        used.extend(codes.found.into_iter().map(|code| (source.path.clone(), code)));
    }
    assert!(used.len() > 100, "{}", used.len());
    let unknown: Vec<_> = used.iter().filter(|(_, code)| fault_codes::find(code).is_none()).collect();
    assert!(unknown.is_empty(), "src/model/fault_codes/ does not explain {unknown:?}");
}

#[test]
fn codes_are_read_wherever_a_fault_is_made() {
    let text = r#"fn f() {
        Fault::of_file(path, "one", m); Stop::fault("two", m); Stop::fault_with("three", m, None);
        self.fault(at, "four", m); at("five", m); self.fault(span, "no code at all");
    }
    #[cfg(test)] mod tests { fn t() { Stop::fault("six", m); } }"#;
    let mut codes = Codes { found: Vec::new() };
    codes.visit_file(&syn::parse_file(text).unwrap());
    assert_eq!(codes.found, ["one", "two", "three", "four", "five"]);
}

struct Codes {
    found: Vec<String>,
}

impl Codes {
    fn code(&mut self, arg: Option<&Expr>) {
        let Some(Expr::Lit(literal)) = arg else { return };
        let Lit::Str(text) = &literal.lit else { return };
        let text = text.value();
        if !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c == '_') {
            self.found.push(text);
        }
    }
}

impl<'ast> Visit<'ast> for Codes {
    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        let is_test = module.attrs.iter().any(|attribute| attribute.path().is_ident("cfg"));
        if !is_test {
            visit::visit_item_mod(self, module);
        }
    }
    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        if let Expr::Path(path) = call.func.as_ref()
            && let Some(last) = path.path.segments.last()
        {
            match last.ident.to_string().as_str() {
                "of_file" => self.code(call.args.get(1)),
                "fault" | "fault_with" | "at" if call.args.len() > 1 => self.code(call.args.first()),
                _ => {}
            }
        }
        visit::visit_expr_call(self, call);
    }
    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        if call.method == "fault" {
            self.code(call.args.get(1));
        }
        visit::visit_expr_method_call(self, call);
    }
}
