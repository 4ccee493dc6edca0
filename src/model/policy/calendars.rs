//! From `[calendars]` to calendars that count: zones, hours, holidays (written
//! down or in a file beside), single days.

use super::build::Faults;
use super::file::CalendarFile;
use super::holidays;
use crate::model::calendar::{Calendar, Hours, Office, clock};
use crate::model::duration::Span;
use chrono::NaiveDate;
use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

/// All that are written down, also those with faults: whoever names one of these
/// is not told that there is none.
pub(super) fn calendars(
    written: &BTreeMap<String, CalendarFile>,
    beside: &BTreeMap<String, String>,
    faults: &mut Faults<'_>,
) -> BTreeMap<String, Calendar> {
    let singles = written.iter().filter(|(_, file)| file.any_of.is_none());
    let mut built: BTreeMap<String, Calendar> =
        singles.map(|(name, file)| (name.clone(), single(name, file, beside, faults))).collect();
    for (name, parts) in written.iter().filter_map(|(name, file)| Some((name, file.any_of.as_ref()?))) {
        let known: Vec<Calendar> = parts.iter().filter_map(|part| built.get(part).cloned()).collect();
        for part in parts.iter().filter(|part| !built.contains_key(*part)) {
            faults.unknown("calendar", part, written.keys().map(String::as_str));
        }
        if parts.is_empty() {
            never_open(name, faults);
        }
        built.insert(name.clone(), Calendar::AnyOf(known));
    }
    built
}

fn day_minutes(span: Option<Span>) -> i64 {
    match span {
        Some(Span::Elapsed(minutes)) if minutes > 0 => minutes,
        _ => 8 * 60,
    }
}

fn never_open(name: &str, faults: &mut Faults<'_>) {
    faults.add(name, format!("the calendar `{name}` is never open"));
}

fn single(name: &str, file: &CalendarFile, beside: &BTreeMap<String, String>, faults: &mut Faults<'_>) -> Calendar {
    if file.always {
        return Calendar::Always { day: file.day.map_or(24 * 60, |d| day_minutes(Some(d))) };
    }
    let zone_name = file.zone.as_deref().unwrap_or("UTC");
    let zone = Tz::from_str(zone_name).unwrap_or_else(|_| {
        faults.add(zone_name, format!("`{zone_name}` is no IANA time zone"));
        Tz::UTC
    });
    const WEEK: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    for day in file.hours.keys().filter(|day| !WEEK.contains(&day.as_str())) {
        faults.unknown("weekday", day, WEEK);
    }
    let week = WEEK.map(|day| file.hours.get(day).map_or_else(Vec::new, |texts| hours(texts, faults)));
    if week.iter().all(Vec::is_empty) {
        never_open(name, faults);
    }
    let mut holidays: BTreeSet<NaiveDate> = file.holidays.iter().filter_map(|text| date(text, faults)).collect();
    holidays.extend(file.holidays_ics.iter().flat_map(|name| of_file(name, beside, faults)));
    let days = file.days.iter().filter_map(|(text, texts)| Some((date(text, faults)?, hours(texts, faults)))).collect();
    Calendar::Office(Box::new(Office { zone, day: day_minutes(file.day), week, holidays, days }))
}

/// The holidays of a file that lies beside the policy: `calendars/ru.ics` is
/// `workflows/calendars/ru.ics`.
fn of_file(name: &str, beside: &BTreeMap<String, String>, faults: &mut Faults<'_>) -> BTreeSet<NaiveDate> {
    const FOLDER: &str = "workflows/";
    let path = format!("{FOLDER}{name}");
    let Some(text) = beside.get(&path).filter(|_| name.ends_with(".ics")) else {
        let known = beside.keys().filter_map(|path| path.strip_prefix(FOLDER)).filter(|name| name.ends_with(".ics"));
        faults.unknown("calendar file beside the policy", name, known);
        return BTreeSet::new();
    };
    holidays::holidays(&path, text).unwrap_or_else(|fault| {
        faults.elsewhere(fault);
        BTreeSet::new()
    })
}

pub(super) fn date(text: &str, faults: &mut Faults<'_>) -> Option<NaiveDate> {
    let date = NaiveDate::from_str(text).ok();
    if date.is_none() {
        faults.add(text, format!("`{text}` is no date: write 2026-12-25"));
    }
    date
}

fn hours(texts: &[String], faults: &mut Faults<'_>) -> Hours {
    let mut hours: Hours = Vec::new();
    for text in texts {
        let parsed = text.split_once('-').and_then(|(from, to)| {
            let from = clock(from)?;
            let to = if to.trim() == "24:00" { None } else { Some(clock(to)?) };
            to.is_none_or(|to| to > from).then_some((from, to))
        });
        match parsed {
            Some(stretch) if hours.last().is_none_or(|(_, end)| end.is_some_and(|end| end <= stretch.0)) => {
                hours.push(stretch)
            }
            _ => faults.add(text, format!("`{text}` are no hours, or out of order: write 08:00-12:00")),
        }
    }
    hours
}
