//! Examples of what the author pages and those of operations are answered.

use serde_json::{Value as Json, json};

const RELEASE: &str = "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11";

/// A fault in a script.
fn fault() -> Json {
    json!({"file": "workflows/laptop.rhai", "line": 5, "column": 33, "severity": "error", "code": "unknown_group",
           "message": "there is no group \"finanse\"", "hint": "did you mean \"finance\"?"})
}

/// What the check says of a draft.
pub fn findings() -> Json {
    json!({"faults": [fault()], "warnings": []})
}

/// A file in force.
pub fn file_entry() -> Json {
    json!({"path": "schemas/texts/zh.json", "hash": "5b41…", "release": RELEASE, "editable": true})
}

/// The same with its text.
pub fn file_text() -> Json {
    let mut file = file_entry();
    if let Some(file) = file.as_object_mut() {
        file.insert("text".to_owned(), json!("{\n  \"Laptop\": \"笔记本电脑\"\n}\n"));
    }
    file
}

/// What came of two scenarios.
pub fn trial() -> Json {
    let file = "workflows/tests/laptop.rhai";
    let message = "\"Security\" is not open; open are: approval \"Line manager\" (workflows/laptop.rhai:7:1)";
    let fault = json!({"file": file, "line": 12, "column": 5, "severity": "error", "code": "expectation",
                       "message": message});
    json!({
        "results": [
            {"file": file, "name": "a light laptop needs no finance", "passed": true, "seconds": 0.012},
            {"file": file, "name": "security agrees", "passed": false, "seconds": 0.004, "message": message,
             "fault": fault},
        ],
        "passed": 1, "failed": 1, "not_run": [],
        "coverage": {"taken": 7, "all": 9, "missing": [
            {"file": "workflows/laptop.rhai", "line": 9, "column": 5, "what": "approval \"Finance\"",
             "never": "rejected or expired"}]},
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::authoring::{FileText, Findings, Trial};

    #[test]
    fn examples_are_what_they_are_examples_of() {
        assert!(serde_json::from_value::<Findings>(findings()).is_ok());
        assert!(serde_json::from_value::<FileText>(file_text()).is_ok());
        assert!(serde_json::from_value::<Trial>(trial()).is_ok());
    }
}
