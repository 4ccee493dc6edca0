//! `[[holds]]` and `[returns]`: with which reasons a ticket may rest, and what
//! is wanted of who hands work back.

use super::build::Faults;
use super::schema::{By, LanguageTag};
use super::words;
use crate::model::duration::Span;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// One reason to hold a ticket.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HoldFile {
    /// Its code: small letters, digits and `_`.
    #[schemars(regex(pattern = "^[a-z0-9_]+$"))]
    pub code: String,
    /// Whether the resolve clock stands still; a service level may say otherwise. Where this says nothing,
    /// `[pauses]` does by its code.
    pub pauses: Option<bool>,
    /// What ends it by itself.
    pub ends_on: Option<EndsOn>,
    /// When who asked is reminded, after its beginning.
    #[serde(default)]
    pub remind: Vec<Span>,
    /// After this time without an answer the ticket is given up.
    pub give_up: Option<Span>,
    /// Whether its end must be named.
    #[serde(default)]
    pub needs_until: bool,
    /// What it is called, by language.
    #[serde(default)]
    #[schemars(with = "By<LanguageTag, String>")]
    pub label: BTreeMap<String, String>,
}

/// What ends a hold by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EndsOn {
    /// A comment of who asked.
    Reply,
}

/// What is wanted of who hands work back.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnsFile {
    /// Characters of a reason, at least.
    #[schemars(extend("default" = 1))]
    pub reason_min: Option<usize>,
    /// Whether a code must be named.
    #[serde(default)]
    pub code_required: bool,
    /// Codes with their words.
    #[serde(default)]
    pub codes: BTreeMap<String, String>,
}

/// One reason to hold a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoldRule {
    /// Its code.
    pub code: String,
    /// Whether the resolve clock stands still; a service level may say otherwise.
    pub pauses: bool,
    /// What ends it by itself.
    pub ends_on: Option<EndsOn>,
    /// When who asked is reminded, after its beginning.
    pub remind: Vec<Span>,
    /// After this time without an answer the ticket is given up.
    pub give_up: Option<Span>,
    /// Whether its end must be named.
    pub needs_until: bool,
    /// Language → text.
    pub label: BTreeMap<String, String>,
}

impl HoldRule {
    /// What it is called in a language: in the very one, in a related one, in
    /// English, else its code.
    pub fn label(&self, language: &str) -> &str {
        words::label(&self.label, language).unwrap_or(&self.code)
    }
}

/// What is wanted of who hands work back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returns {
    /// Characters of a reason.
    pub reason_min: usize,
    /// Whether a code must be named.
    pub code_required: bool,
    /// Codes with their words.
    pub codes: BTreeMap<String, String>,
}

impl Returns {
    /// The rules of the file; a reason is always wanted.
    pub(super) fn of(file: ReturnsFile, faults: &mut Faults<'_>) -> Self {
        if file.code_required && file.codes.is_empty() {
            faults.add("code_required", "`code_required` wants codes, but [returns] has none");
        }
        Self { reason_min: file.reason_min.unwrap_or(1).max(1), code_required: file.code_required, codes: file.codes }
    }
}

/// The holds of the file. Where one does not say whether the clock stands
/// still, `[pauses]` says it by its code.
pub(super) fn holds(files: Vec<HoldFile>, pauses: &BTreeMap<String, bool>, faults: &mut Faults<'_>) -> Vec<HoldRule> {
    let mut known = BTreeSet::new();
    let mut built = Vec::new();
    for file in files {
        let code = file.code;
        if code.is_empty() || !code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') {
            faults.add(&code, format!("`{code}` is no code: small letters, digits and `_`"));
        }
        if !known.insert(code.clone()) {
            faults.add(&code, format!("there are two holds `{code}`"));
        }
        built.push(HoldRule {
            pauses: file.pauses.or_else(|| pauses.get(&code).copied()).unwrap_or(false),
            code,
            ends_on: file.ends_on,
            remind: file.remind,
            give_up: file.give_up,
            needs_until: file.needs_until,
            label: file.label,
        });
    }
    built
}

#[cfg(test)]
mod tests {
    use crate::model::policy::Policy;

    const HOLDS: &str = r#"
currency = "EUR"
[calendars.office]
zone = "UTC"
hours = { mon = ["08:00-16:00"] }
[priority]
impacts = ["person"]
urgencies = ["low"]
[priority.matrix]
person = ["P4"]
[pauses]
parts = true
[[sla]]
name = "hardware"
valid_from = 2026-01-01
calendar = "office"
pauses = { customer = false }
[[holds]]
code = "customer"
pauses = true
label = { en = "Waiting for you", zh-CN = "等待用户" }
[[holds]]
code = "parts"
"#;

    #[test]
    fn the_level_says_first_whether_a_hold_pauses_then_the_hold_then_the_pauses() {
        let policy = Policy::parse(HOLDS).unwrap();
        let level = policy.levels["hardware"].first();
        assert!(policy.hold_pauses(None, "customer") && !policy.hold_pauses(level, "customer"));
        assert!(policy.hold_pauses(level, "parts"));
        assert!(!policy.hold_pauses(None, "gone"), "a hold that the policy has no more");
    }

    #[test]
    fn a_label_is_in_the_language_or_a_related_one_or_english() {
        let policy = Policy::parse(HOLDS).unwrap();
        let label = |language: &str| policy.hold("customer").unwrap().label(language);
        assert_eq!([label("zh-TW"), label("zh-CN"), label("ru")], ["等待用户", "等待用户", "Waiting for you"]);
        assert_eq!(policy.hold("parts").unwrap().label("en"), "parts");
    }

    #[test]
    fn faulty_holds_and_returns_are_named() {
        let message = |text: &str| Policy::parse(text).unwrap_err()[0].message.clone();
        assert_eq!(message(&HOLDS.replace("\"parts\"", "\"Parts\"")), "there is no kind of step or hold \"parts\"");
        assert_eq!(
            message(&HOLDS.replace("\"parts\"", "\"customer\"").replace("parts = true", "")),
            "there are two holds `customer`"
        );
        let codes = format!("{HOLDS}[returns]\ncode_required = true\n");
        assert_eq!(message(&codes), "`code_required` wants codes, but [returns] has none");
    }
}
