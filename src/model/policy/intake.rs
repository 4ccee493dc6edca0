//! In whose queue a ticket lies, whose turn it is, and when changes rest.

use super::Desk;
use super::build::Faults;
use super::schema::{
    CalendarName, CategoryName, Channel, DeskName, GroupName, ItemName, LanguageTag, LocationName, PriorityName,
};
use crate::model::calendar::Calendar;
use crate::model::ticket::Kind;
use crate::model::time::Time;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Where a new ticket goes: all that is named here must fit. A `group` or a `desk`, and not both.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IntakeFile {
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only this category.
    #[schemars(with = "Option<CategoryName>")]
    pub category: Option<String>,
    /// Only this item.
    #[schemars(with = "Option<ItemName>")]
    pub item: Option<String>,
    /// Only this location.
    #[schemars(with = "Option<LocationName>")]
    pub location: Option<String>,
    /// Only this channel.
    #[schemars(with = "Option<Channel>")]
    pub channel: Option<String>,
    /// Only what somebody asks for who speaks this language.
    #[schemars(with = "Option<LanguageTag>")]
    pub language: Option<String>,
    /// Only outside this calendar's hours.
    #[schemars(with = "Option<CalendarName>")]
    pub outside: Option<String>,
    /// Only inside this calendar's hours.
    #[schemars(with = "Option<CalendarName>")]
    pub inside: Option<String>,
    /// Only these priorities; all where none is named.
    #[serde(default)]
    #[schemars(with = "Vec<PriorityName>")]
    pub priorities: Vec<String>,
    /// The group that it lies with.
    #[schemars(with = "Option<GroupName>")]
    pub group: Option<String>,
    /// The desk that it lies with; of several the one that is awake.
    pub desk: Option<OneOrMore>,
    /// How a member is chosen; nobody is where nothing is said.
    pub by: Option<Turn>,
}

/// One desk or several.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum OneOrMore {
    /// One.
    One(#[schemars(with = "DeskName")] String),
    /// Several.
    More(#[schemars(with = "Vec<DeskName>")] Vec<String>),
}

/// One rule of `[[intake]]`; the first that matches names the group, or the
/// desks of which the one that is awake takes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Intake {
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only this category.
    pub category: Option<String>,
    /// Only this item.
    pub item: Option<String>,
    /// Only this location.
    pub location: Option<String>,
    /// Only this channel.
    pub channel: Option<String>,
    /// Only what somebody asks for who speaks this language.
    pub language: Option<String>,
    /// Only outside this calendar's hours.
    pub outside: Option<String>,
    /// Only inside this calendar's hours.
    pub inside: Option<String>,
    /// Only these priorities; all when empty.
    pub priorities: Vec<String>,
    /// The group; the desk's first where a desk is named.
    pub group: Option<String>,
    /// Desks of which the one that is awake takes it.
    pub desks: Vec<String>,
    /// How a member is chosen; nobody is when absent.
    pub by: Option<Turn>,
}

/// A time in which changes rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Freeze {
    /// What it is called.
    pub name: String,
    /// From.
    pub from: Time,
    /// Until.
    pub to: Time,
    /// For which services; `"*"` is all.
    pub services: Vec<String>,
}

/// How a member of a group is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// In turn.
    RoundRobin,
    /// Who has the fewest open tickets.
    LeastLoaded,
    /// Who knows most of what the ticket is about; of those the least loaded.
    Skills,
}

impl Turn {
    /// Reads the option's text.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "round_robin" => Turn::RoundRobin,
            "least_loaded" => Turn::LeastLoaded,
            "skills" => Turn::Skills,
            _ => return None,
        })
    }
}

/// The rules of the file.
pub(super) fn intake(
    files: Vec<IntakeFile>,
    desks: &BTreeMap<String, Desk>,
    calendars: &BTreeMap<String, Calendar>,
    priorities: &BTreeSet<String>,
    faults: &mut Faults<'_>,
) -> Vec<Intake> {
    let mut built = Vec::new();
    for file in files {
        for name in file.outside.iter().chain(&file.inside).filter(|name| !calendars.contains_key(*name)) {
            faults.unknown("calendar", name, calendars.keys().map(String::as_str));
        }
        for priority in file.priorities.iter().filter(|priority| !priorities.contains(*priority)) {
            faults.unknown("priority", priority, priorities.iter().map(String::as_str));
        }
        let named = match file.desk {
            Some(OneOrMore::One(name)) => vec![name],
            Some(OneOrMore::More(names)) => names,
            None => Vec::new(),
        };
        for name in named.iter().filter(|name| !desks.contains_key(*name)) {
            faults.unknown("desk", name, desks.keys().map(String::as_str));
        }
        if file.group.is_some() != named.is_empty() {
            faults.add("[[intake]]", "a rule of [[intake]] names a `group`, or a `desk`, and not both");
        }
        built.push(Intake {
            kind: file.kind,
            category: file.category,
            item: file.item,
            location: file.location,
            channel: file.channel,
            language: file.language,
            outside: file.outside,
            inside: file.inside,
            priorities: file.priorities,
            group: file.group,
            desks: named,
            by: file.by,
        });
    }
    built
}
