//! Answers as text for snapshots: what is random is taken out.

use super::client::Answer;
use serde_json::Value as Json;

impl Answer {
    /// Status and body, ids and secrets redacted.
    pub fn shown(&self) -> String {
        if self.body.is_empty() {
            return self.status.to_string();
        }
        format!("{}\n{:#}", self.status, redacted(self.json()))
    }

    /// Some fields of the body, one a line.
    #[track_caller]
    pub fn fields(&self, names: &[&str]) -> String {
        let json = redacted(self.json());
        let line =
            |name: &&str| format!("{name}: {}", json.get(*name).unwrap_or_else(|| panic!("no {name}: {json:#}")));
        names.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Some fields of each entry of a list, one entry a line.
    #[track_caller]
    pub fn rows(&self, names: &[&str]) -> String {
        let items = redacted(self.at("/items"));
        let word = |value: &Json| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let at = |item: &Json, name: &str| item.pointer(&format!("/{name}")).map_or_else(String::new, word);
        let row =
            |item: &Json| names.iter().map(|name| at(item, name)).collect::<Vec<_>>().join(" | ").trim_end().to_owned();
        items.as_array().unwrap().iter().map(row).collect::<Vec<_>>().join("\n")
    }

    /// A problem in one line: status, code, and each error's pointer and code.
    #[track_caller]
    pub fn problem(&self) -> String {
        let list = |name: &str| self.json().get(name).and_then(Json::as_array).cloned().unwrap_or_default();
        let word = |entry: &Json, name: &str| entry.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
        let mut text = format!("{} {}", self.status, self.text("/code"));
        assert_eq!(self.header("content-type"), Some("application/problem+json"));
        for error in list("errors") {
            text.push_str(&format!(" {}:{}", word(&error, "pointer").replace('\0', "\\0"), word(&error, "code")));
        }
        let allowed: Vec<String> = list("allowed").iter().filter_map(Json::as_str).map(str::to_owned).collect();
        if !allowed.is_empty() {
            text.push_str(&format!(" [{}]", allowed.join(" ")));
        }
        text
    }
}

/// The same with ids, hashes and secrets named for what they are.
pub fn redacted(json: Json) -> Json {
    match json {
        Json::Object(map) => map
            .into_iter()
            .map(|(key, value)| {
                let hidden = matches!(key.as_str(), "token" | "secret" | "request_id" | "seen") && value.is_string();
                let value = if hidden { Json::String(format!("[{key}]")) } else { redacted(value) };
                (key, value)
            })
            .collect(),
        Json::Array(items) => items.into_iter().map(redacted).collect(),
        Json::String(text) if is_id(&text) => Json::String("[id]".to_owned()),
        other => other,
    }
}

fn is_id(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}
