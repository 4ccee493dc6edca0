//! `[[recurring]]`: tickets that open themselves by a timetable. When they are
//! due is in `scheduler`; here is what they are.

use super::build::Faults;
use super::schema::{FilledForm, ItemName, UserName, ZoneName};
use super::text::json;
use chrono_tz::Tz;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Map, Value as Json};
use std::collections::BTreeSet;

/// A ticket that opens itself by a timetable.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecurringFile {
    /// The catalog item.
    #[schemars(with = "ItemName")]
    pub item: String,
    /// When, as cron says it: seconds first, weekdays by name.
    pub schedule: String,
    /// Whose wall clock the schedule means: an IANA time zone.
    #[schemars(with = "Option<ZoneName>", extend("default" = "UTC"))]
    pub zone: Option<String>,
    /// For whom; that person is the requester.
    #[schemars(with = "UserName")]
    pub requested_for: String,
    /// The filled form.
    #[serde(default)]
    #[schemars(with = "FilledForm")]
    pub form: toml::Table,
    /// What becomes of times that passed while nobody watched.
    #[serde(default)]
    #[schemars(extend("default" = "once"))]
    pub missed: Missed,
    /// While a ticket of this item and key is open, no other one is opened; it tells this one from the others, too.
    pub once: Option<String>,
}

/// What becomes of times that passed while nobody watched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Missed {
    /// One ticket is opened, for the latest of them.
    #[default]
    Once,
    /// None is opened.
    Skip,
}

/// A ticket that opens itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Recurring {
    /// What tells it from the others: its key, else its item.
    pub name: String,
    /// The catalog item.
    pub item: String,
    /// When, as cron says it: seconds first, weekdays by name.
    pub schedule: String,
    /// Whose wall clock the schedule means.
    pub zone: Tz,
    /// For whom, by username; that person is the requester.
    pub requested_for: String,
    /// The filled form.
    pub form: Map<String, Json>,
    /// What becomes of missed times.
    pub missed: Missed,
    /// While a ticket of this item and key is open, no other one is opened.
    pub once: Option<String>,
}

/// The rules of the file.
pub(super) fn recurring(files: Vec<RecurringFile>, faults: &mut Faults<'_>) -> Vec<Recurring> {
    let mut names = BTreeSet::new();
    let mut rules = Vec::new();
    for file in files {
        let name = file.once.clone().unwrap_or_else(|| file.item.clone());
        if name.is_empty() || name.chars().count() > 100 || name.contains(char::is_control) {
            faults.add(&name, format!("`{name}` cannot name a recurring ticket: 1 to 100 characters"));
        }
        if !names.insert(name.clone()) {
            faults.add(&name, format!("there are two recurring tickets `{name}`; tell them apart by `once`"));
        }
        let zone = file.zone.as_deref().unwrap_or("UTC");
        let Ok(zone) = zone.parse::<Tz>() else {
            faults.add(zone, format!("`{zone}` is no IANA time zone"));
            continue;
        };
        rules.push(Recurring {
            name,
            item: file.item,
            schedule: file.schedule,
            zone,
            requested_for: file.requested_for,
            form: file.form.into_iter().map(|(name, value)| (name, json(value))).collect(),
            missed: file.missed,
            once: file.once,
        });
    }
    rules
}
