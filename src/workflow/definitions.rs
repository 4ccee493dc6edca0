//! The words as Rhai definitions, for editors that read them: completion, help,
//! and the number of arguments. Plugins have a file each.

use super::options::{self, COMMON};
use super::spec::{Spec, VARIABLES, words};
use crate::script;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The functions of each plugin module, each with the schema of its input.
pub type Modules = BTreeMap<String, BTreeMap<String, Option<Json>>>;

/// The files by name: the words, what every script can do, and the plugins.
pub fn definitions(plugins: &Modules) -> BTreeMap<String, String> {
    let mut files = BTreeMap::from([
        ("maitred.d.rhai".to_owned(), of_words()),
        ("standard.d.rhai".to_owned(), script::standard_definitions()),
    ]);
    files.extend(plugins.iter().map(|(module, functions)| (format!("{module}.d.rhai"), of_plugin(module, functions))));
    files
}

fn of_words() -> String {
    let mut text = String::from("module static;\n");
    for name in VARIABLES {
        write!(text, "\nlet {name}: ?;\n").ok();
    }
    for spec in words().iter().filter(|spec| !spec.name.contains("::")) {
        let params = params(spec.signature);
        for count in spec.arity.0..=spec.arity.1 {
            text.push('\n');
            text.push_str(&comment(&about(spec)));
            let params: Vec<String> = params.iter().take(count).map(|name| format!("{name}: ?")).collect();
            writeln!(text, "fn {}({}) -> ?;", spec.name, params.join(", ")).ok();
        }
    }
    text
}

fn of_plugin(module: &str, functions: &BTreeMap<String, Option<Json>>) -> String {
    let mut text = format!("module {module};\n");
    for (name, input) in functions {
        let properties = input.as_ref().and_then(|schema| schema.get("properties")).and_then(Json::as_object);
        let fields: Vec<&str> = properties.into_iter().flatten().map(|(name, _)| name.as_str()).collect();
        let takes = if fields.is_empty() { String::new() } else { format!(" Takes {}.", fields.join(", ")) };
        for params in ["", "arguments: Map", "arguments: Map, options: Map"] {
            write!(text, "\n/// A function of the plugin.{takes}\nfn {name}({params}) -> ?;\n").ok();
        }
    }
    text
}

/// What an editor shows: what the word does, its options, an example.
fn about(spec: &Spec) -> String {
    let mut text = format!("`{}`\n\n{}\n", spec.signature, spec.doc);
    let common = if spec.common { COMMON } else { &[] };
    let inherited = common.iter().filter(|opt| spec.options.iter().all(|own| own.name != opt.name));
    let mut options = spec.options.iter().chain(inherited).peekable();
    if options.peek().is_some() {
        text.push_str("\n# Options\n\n");
        for opt in options {
            writeln!(text, "* `{}`: {} ({})", opt.name, opt.doc, options::takes(&opt.ty)).ok();
        }
    }
    write!(text, "\n# Example\n\n```rhai\n{}\n```", spec.example).ok();
    text
}

fn comment(text: &str) -> String {
    text.lines().map(|line| format!("/// {line}").trim_end().to_owned() + "\n").collect()
}

/// Names of parameters from a signature: `approval(name, who, options?)`.
fn params(signature: &str) -> Vec<String> {
    let inside = signature.split_once('(').and_then(|(_, rest)| rest.rsplit_once(')')).map_or("", |(inside, _)| inside);
    let name = |part: &str| {
        let words: Vec<&str> =
            part.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
        if part.contains('|') { "closure".to_owned() } else { words.join("_") }
    };
    inside.split(',').map(str::trim).filter(|part| !part.is_empty()).map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_word_has_a_definition_for_each_number_of_arguments() {
        let files = definitions(&Modules::new());
        let text = &files["maitred.d.rhai"];
        assert!(text.starts_with("module static;\n"));
        for spec in words().iter().filter(|spec| !spec.name.contains("::")) {
            let count = text.matches(&format!("\nfn {}(", spec.name)).count();
            assert_eq!(count, spec.arity.1 - spec.arity.0 + 1, "{}", spec.name);
            assert_eq!(params(spec.signature).len(), spec.arity.1, "{}", spec.signature);
        }
        assert!(text.contains("fn approval(name: ?, who: ?, options: ?) -> ?;"), "{text}");
        assert!(text.contains("fn for_all(list: ?, closure: ?) -> ?;"));
        assert!(text.contains("/// * `quorum`: How many yeses it takes"));
        assert!(text.contains("let requested_for: ?;"));
    }

    #[test]
    fn what_every_script_can_do_is_defined_too() {
        let standard = &definitions(&Modules::new())["standard.d.rhai"];
        assert!(standard.starts_with("module static;"), "{:.200}", standard);
        for function in ["fn to_upper", "fn push(", "fn filter("] {
            assert!(standard.contains(function), "{function}");
        }
        assert!(!standard.contains("fn sleep") && !standard.contains("fn exit"));
    }

    #[test]
    fn a_plugin_has_a_module_of_its_own() {
        let reserve = json!({ "properties": { "model": {}, "user": {} } });
        let plugins = BTreeMap::from([("asset".to_owned(), BTreeMap::from([("reserve".to_owned(), Some(reserve))]))]);
        let text = &definitions(&plugins)["asset.d.rhai"];
        assert!(text.starts_with("module asset;\n") && text.contains("Takes model, user."), "{text}");
        assert!(text.contains("fn reserve(arguments: Map, options: Map) -> ?;"), "{text}");
    }
}
