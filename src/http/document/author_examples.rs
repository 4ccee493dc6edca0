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

/// What a text of policy.toml says.
pub fn policy_read() -> Json {
    json!({"policy": {"currency": "EUR"}, "faults": []})
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

/// A run that has ended.
pub fn job_run() -> Json {
    json!({"fire_time": "2026-01-06T06:10:00.000000Z", "started_at": "2026-01-06T06:10:00.412000Z",
        "finished_at": "2026-01-06T06:10:00.530000Z", "seconds": 0.118, "state": "done", "asked_by": null,
        "found": 3, "done": 2, "refused": 1, "ticket": null, "message": null})
}

/// One out of turn that has not.
pub fn running_job() -> Json {
    json!({"fire_time": "2026-01-06T06:12:30.000000Z", "started_at": "2026-01-06T06:12:30.000000Z",
        "finished_at": null, "seconds": null, "state": "running", "asked_by": "ada",
        "found": null, "done": null, "refused": null, "ticket": null, "message": null})
}

/// A job with its last run.
pub fn job() -> Json {
    json!({"name": "escalate-overdue", "kind": "script", "path": "workflows/jobs/escalate-overdue.rhai",
        "doc": "Moves work up that is past its due time.", "item": null, "schedule": "0 */10 * * * *",
        "zone": "Asia/Shanghai", "roles": ["agent"], "next_run": "2026-01-06T06:20:00.000000Z", "faults": [],
        "running": false, "runs": [job_run()], "last_failure": null})
}

/// A plugin one of whose calls does not arrive.
pub fn plugin() -> Json {
    json!({"name": "asset", "version": "1.0.0", "runtime": "script", "provides": ["asset"],
        "functions": [{"name": "reserve", "undo": "release", "seconds": 10.0, "attempts": 8,
            "input": {"type": "object"}, "output": {"type": "object"}}],
        "events": [], "hosts": [{"origin": null, "setting": "neighbour", "private": true}],
        "secrets": [{"name": "ASSET_TOKEN", "given": true}], "web": null, "web_missing": null, "state": "failing",
        "waiting": 1, "failing": 1,
        "failures": [{"function": "reserve", "ticket": "SR-000123", "message": "the neighbour does not answer",
            "attempts": 2, "since": "2026-01-06T06:05:00.000000Z", "next_at": "2026-01-06T06:05:20.000000Z"}]})
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::authoring::{FileText, Findings, Trial};
    use crate::desk::jobs::{JobRun, JobView};
    use crate::desk::views::PluginView;

    #[test]
    fn examples_are_what_they_are_examples_of() {
        assert!(serde_json::from_value::<Findings>(findings()).is_ok());
        assert!(serde_json::from_value::<FileText>(file_text()).is_ok());
        assert!(serde_json::from_value::<Trial>(trial()).is_ok());
        assert!(serde_json::from_value::<JobView>(job()).is_ok());
        assert!(serde_json::from_value::<JobRun>(running_job()).is_ok());
        assert!(serde_json::from_value::<PluginView>(plugin()).is_ok());
    }
}
