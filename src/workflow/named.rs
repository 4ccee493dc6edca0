//! What a workflow names of the desk, read from its text without running it.

use super::program::Program;
use crate::script::Value;
use std::collections::BTreeSet;

impl Program {
    /// The groups that the script names in `group("…")` and `local_group("…")`.
    pub fn groups_named(&self) -> BTreeSet<String> {
        let calls = self.compiled().outline().calls.iter();
        let naming = calls.filter(|call| !call.method && ["group", "local_group"].contains(&call.name.as_str()));
        naming
            .filter_map(|call| match call.args.first().and_then(|arg| arg.literal()) {
                Some(Value::Text(name)) => Some(name.to_string()),
                _ => None,
            })
            .collect()
    }
}
