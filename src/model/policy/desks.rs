//! `[desks]`: one service desk or several, at places of their own or spread over
//! the world: which groups they are, whom they serve, when they are awake.

use super::build::Faults;
use super::schema::{CalendarName, GroupName, LanguageTag, LocationName};
use super::{Policy, Turn};
use crate::model::calendar::Calendar;
use crate::model::duration::Span;
use crate::model::people::{Group, User};
use crate::model::time::Time;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// A service desk.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeskFile {
    /// Its groups; the first takes what comes to the desk.
    #[serde(default)]
    #[schemars(with = "Vec<GroupName>")]
    pub groups: Vec<String>,
    /// Whom it serves, by location.
    #[serde(default)]
    #[schemars(with = "Vec<LocationName>")]
    pub locations: Vec<String>,
    /// When it is awake; always where nothing is said.
    #[schemars(with = "Option<CalendarName>")]
    pub calendar: Option<String>,
    /// Which languages it speaks.
    #[serde(default)]
    #[schemars(with = "Vec<LanguageTag>")]
    pub languages: Vec<String>,
    /// Who of its agents becomes the owner where somebody who is no agent acts first.
    pub owner: Option<Turn>,
    /// An owner who is away for longer hands over.
    pub owner_absent_after: Option<Span>,
}

/// A service desk.
#[derive(Clone, Debug, PartialEq)]
pub struct Desk {
    /// What the policy calls it.
    pub name: String,
    /// Its groups; the first takes what comes to the desk.
    pub groups: Vec<String>,
    /// Whom it serves, by location.
    pub locations: BTreeSet<String>,
    /// When it is awake; always when absent.
    pub calendar: Option<String>,
    /// Which languages it speaks.
    pub languages: Vec<String>,
    /// Who of its agents becomes the owner where somebody who is no agent acts first.
    pub owner: Option<Turn>,
    /// An owner who is away for longer hands over.
    pub owner_absent_after: Option<Span>,
}

impl Desk {
    /// Whether it speaks a language, or a related one.
    pub fn speaks(&self, language: &str) -> bool {
        self.languages.iter().any(|tag| related(tag, language))
    }
}

/// Whether two BCP 47 tags name the same language, wherever it is spoken.
pub fn related(one: &str, other: &str) -> bool {
    let base = |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
    base(one) == base(other)
}

impl Policy {
    /// The desk that a group belongs to: by the group's own word, else by the policy's.
    pub fn desk_of_group(&self, group: &Group) -> Option<&Desk> {
        let own = group.terms.desk.as_ref().and_then(|name| self.desks.get(name));
        own.or_else(|| self.desks.values().find(|desk| desk.groups.contains(&group.name)))
    }

    /// The desk that serves a location.
    pub fn desk_at(&self, location: &str) -> Option<&Desk> {
        self.desks.values().find(|desk| desk.locations.contains(location))
    }

    /// By which calendar somebody works in a group: their own, else that of the
    /// desk at their location, the group's, its desk's; none where nobody says.
    pub fn working_hours_of(&self, user: &User, group: Option<&Group>) -> Option<&Calendar> {
        let at_place = || self.desk_at(user.location.as_deref()?)?.calendar.as_deref();
        let of_group = || group?.terms.calendar.as_deref();
        let of_desk = || self.desk_of_group(group?)?.calendar.as_deref();
        let own = user.traits.calendar.as_deref();
        self.calendars.get(own.or_else(at_place).or_else(of_group).or_else(of_desk)?)
    }

    /// When an owner who is away from a moment on hands over, where the desk says so.
    pub fn relieved_at(&self, desk: &Desk, away_from: Time) -> Option<Time> {
        static ALWAYS: Calendar = Calendar::Always { day: 24 * 60 };
        let calendar = desk.calendar.as_ref().and_then(|name| self.calendars.get(name)).unwrap_or(&ALWAYS);
        desk.owner_absent_after.map(|span| calendar.add(away_from, span))
    }

    /// The desk of several that takes what comes in: of those awake, or else
    /// of those that wake next, the one that serves the location, then one that
    /// speaks the language, then the one named first.
    pub fn awake(&self, names: &[String], at: Time, location: Option<&str>, language: &str) -> Option<&Desk> {
        let calendar = |desk: &Desk| desk.calendar.as_ref().and_then(|name| self.calendars.get(name));
        let wakes = |desk: &Desk| calendar(desk).map_or(at, |calendar| calendar.opens(at));
        let near = |desk: &Desk| location.is_some_and(|location| desk.locations.contains(location));
        let desks = names.iter().filter_map(|name| self.desks.get(name)).enumerate();
        desks.min_by_key(|(n, desk)| (wakes(desk), !near(desk), !desk.speaks(language), *n)).map(|(_, desk)| desk)
    }
}

/// The desks of the file.
pub(super) fn desks(
    files: BTreeMap<String, DeskFile>,
    calendars: &BTreeMap<String, Calendar>,
    faults: &mut Faults<'_>,
) -> BTreeMap<String, Desk> {
    let mut built = BTreeMap::new();
    let mut placed = BTreeSet::new();
    for (name, file) in files {
        if let Some(calendar) = file.calendar.as_ref().filter(|calendar| !calendars.contains_key(*calendar)) {
            faults.unknown("calendar", calendar, calendars.keys().map(String::as_str));
        }
        if file.groups.is_empty() {
            faults.add(&name, format!("the desk `{name}` has no groups"));
        }
        for location in &file.locations {
            if !placed.insert(location.clone()) {
                faults.add(location, format!("two desks serve \"{location}\""));
            }
        }
        let desk = Desk {
            name: name.clone(),
            groups: file.groups,
            locations: file.locations.into_iter().collect(),
            calendar: file.calendar,
            languages: file.languages,
            owner: file.owner,
            owner_absent_after: file.owner_absent_after,
        };
        built.insert(name, desk);
    }
    built
}

#[cfg(test)]
mod tests {
    use crate::model::policy::Policy;
    use crate::model::time::Time;

    const DESKS: &str = r#"
currency = "EUR"
[desks.west]
groups = ["west"]
locations = ["Berlin"]
calendar = "morning"
languages = ["en", "ru"]
[desks.east]
groups = ["east"]
locations = ["Shanghai"]
calendar = "evening"
languages = ["zh-CN"]
[calendars.morning]
zone = "UTC"
hours = { mon = ["08:00-14:00"], tue = ["08:00-14:00"] }
[calendars.evening]
zone = "UTC"
hours = { mon = ["12:00-20:00"], tue = ["12:00-20:00"] }
[priority]
impacts = ["person"]
urgencies = ["low"]
[priority.matrix]
person = ["P4"]
"#;

    #[test]
    fn who_is_awake_takes_it_then_who_is_near_then_who_understands() {
        let policy = Policy::parse(DESKS).unwrap();
        let both = ["east".to_owned(), "west".to_owned()];
        let desk = |at: &str, location: Option<&str>, language: &str| {
            policy.awake(&both, Time::parse(at).unwrap(), location, language).unwrap().name.clone()
        };
        assert_eq!(desk("2026-11-23T09:00:00Z", Some("Shanghai"), "zh"), "west", "the east sleeps");
        assert_eq!(desk("2026-11-23T16:00:00Z", Some("Berlin"), "en"), "east", "the west sleeps");
        assert_eq!(desk("2026-11-23T13:00:00Z", Some("Berlin"), "zh"), "west", "both are awake");
        assert_eq!(desk("2026-11-23T13:00:00Z", None, "ru-RU"), "west");
        assert_eq!(desk("2026-11-23T13:00:00Z", None, "fr"), "east", "the first that is named");
        assert_eq!(desk("2026-11-23T22:00:00Z", Some("Shanghai"), "zh"), "west", "it wakes first");
    }

    #[test]
    fn faulty_desks_are_named() {
        let message = |text: String| Policy::parse(&text).unwrap_err()[0].message.clone();
        assert_eq!(message(DESKS.replace("[\"Shanghai\"]", "[\"Berlin\"]")), "two desks serve \"Berlin\"");
        assert_eq!(message(DESKS.replace("= \"evening\"", "= \"evning\"")), "there is no calendar \"evning\"");
        assert_eq!(message(DESKS.replace("groups = [\"east\"]", "")), "the desk `east` has no groups");
    }
}
