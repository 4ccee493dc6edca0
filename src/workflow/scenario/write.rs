//! Scenarios as text: values as a script says them, calls of words.

use serde_json::Value as Json;
use std::fmt::Write as _;

/// Words that cannot stand bare as the key of a map.
const RESERVED: [&str; 58] = [
    "async",
    "await",
    "begin",
    "break",
    "call",
    "case",
    "catch",
    "const",
    "continue",
    "curry",
    "debug",
    "default",
    "do",
    "each",
    "else",
    "end",
    "eval",
    "exit",
    "export",
    "false",
    "fn",
    "for",
    "global",
    "go",
    "goto",
    "if",
    "import",
    "in",
    "is",
    "let",
    "loop",
    "match",
    "module",
    "new",
    "nil",
    "null",
    "package",
    "print",
    "private",
    "protected",
    "public",
    "return",
    "shared",
    "spawn",
    "static",
    "super",
    "switch",
    "sync",
    "then",
    "this",
    "thread",
    "throw",
    "true",
    "try",
    "unless",
    "until",
    "use",
    "void",
];
const ALSO_RESERVED: [&str; 5] = ["var", "while", "with", "yield", "type_of"];

/// A value as a script says it.
pub fn literal(value: &Json) -> String {
    match value {
        Json::Null => "()".to_owned(),
        Json::Bool(value) => value.to_string(),
        Json::Number(number) => number.to_string(),
        Json::String(value) => text(value),
        Json::Array(items) => format!("[{}]", items.iter().map(literal).collect::<Vec<_>>().join(", ")),
        Json::Object(fields) if fields.is_empty() => "#{}".to_owned(),
        Json::Object(fields) => {
            let fields = fields.iter().map(|(name, value)| format!("{}: {}", key(name), literal(value)));
            format!("#{{ {} }}", fields.collect::<Vec<_>>().join(", "))
        }
    }
}

/// A text in quotes.
pub fn text(value: &str) -> String {
    let mut quoted = String::from("\"");
    for c in value.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => drop(write!(quoted, "\\u{:04x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

fn key(name: &str) -> String {
    let bare = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let free = !RESERVED.contains(&name) && !ALSO_RESERVED.contains(&name);
    if bare && free { name.to_owned() } else { text(name) }
}

/// A call of a word; arguments that are absent at the end are left out.
pub fn call(word: &str, arguments: &[Option<Json>]) -> String {
    let said = arguments.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
    let arguments = arguments.iter().take(said).map(|argument| argument.as_ref().map_or("()".to_owned(), literal));
    format!("{word}({})", arguments.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn values_are_said_as_scripts_read_them() {
        let value = json!({"a": [1, -2.5, true, null, "x"], "two words": {}, "new": "say \"hi\"\\\n\u{7}", "größe": 1});
        assert_eq!(
            literal(&value),
            r#"#{ a: [1, -2.5, true, (), "x"], "größe": 1, "new": "say \"hi\"\\\n\u0007", "two words": #{} }"#
        );
    }

    #[test]
    fn what_is_absent_at_the_end_is_left_out() {
        assert_eq!(
            call("t.done", &[Some(json!("Install")), None, Some(json!("dora"))]),
            r#"t.done("Install", (), "dora")"#
        );
        assert_eq!(call("t.confirm", &[None]), "t.confirm()");
    }
}
