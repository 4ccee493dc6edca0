//! The holidays of an iCalendar file (RFC 5545), as governments and calendar
//! programs hand them out: events of whole days, also such as come again each
//! year. Events with a time of day are no holidays and are passed over, cancelled
//! ones too; whether an event makes one busy (`TRANSP`) says nothing here, since
//! calendars of holidays are often shown as free.

use super::file::position;
use crate::model::problem::Fault;
use chrono::{Days, Months, NaiveDate, NaiveTime};
use icalendar::{Calendar, Component, DatePerhapsTime, Event, EventStatus, Property};
use rrule::{RRule, RRuleSet, Tz, Unvalidated};
use std::collections::{BTreeMap, BTreeSet};

/// No single holiday is longer, in days.
const LONGEST: i64 = 366;
/// How far an event that comes again for ever is followed, in months from its first day.
const FOLLOWED: Months = Months::new(100 * 12);
/// An event that comes again more often is no holiday: it is told as a mistake.
const MOST: u16 = 1_000;

/// The closed days of the file at `path`.
///
/// # Errors
/// What keeps it from being read, with the line where that can be told: no
/// iCalendar, a rule of recurrence that is none, no whole day at all.
pub(super) fn holidays(path: &str, text: &str) -> Result<BTreeSet<NaiveDate>, Fault> {
    let calendar: Calendar = text.parse().map_err(|_| fault(path, "the file is no iCalendar (RFC 5545)"))?;
    let moved = moved(&calendar);
    let mut days = BTreeSet::new();
    for event in calendar.events() {
        match days_of(event, &moved) {
            Ok(found) => days.extend(found),
            Err((word, message)) => return Err(at(path, text, &word, message)),
        }
    }
    if days.is_empty() { Err(fault(path, "no event of this calendar takes whole days")) } else { Ok(days) }
}

/// Days that single events have taken out of those that come again: by UID.
fn moved(calendar: &Calendar) -> BTreeMap<String, BTreeSet<NaiveDate>> {
    let mut moved: BTreeMap<String, BTreeSet<NaiveDate>> = BTreeMap::new();
    for event in calendar.events() {
        if let (Some(uid), Some(DatePerhapsTime::Date(day))) = (event.get_uid(), event.get_recurrence_id()) {
            moved.entry(uid.to_owned()).or_default().insert(day);
        }
    }
    moved
}

/// The days of one event, or the word of the file that is wrong and why.
fn days_of(
    event: &Event,
    moved: &BTreeMap<String, BTreeSet<NaiveDate>>,
) -> Result<BTreeSet<NaiveDate>, (String, String)> {
    let Some(DatePerhapsTime::Date(first)) = event.get_start() else { return Ok(BTreeSet::new()) };
    if event.get_status() == Some(EventStatus::Cancelled) {
        return Ok(BTreeSet::new());
    }
    let value = |name: &str| event.property_value(name).unwrap_or_default().to_owned();
    let long = length(event, first).ok_or_else(|| {
        let written = if event.properties().contains_key("DTEND") { value("DTEND") } else { value("DTSTART") };
        (written, format!("a holiday takes 1 to {LONGEST} days"))
    })?;
    let mut starts = BTreeSet::from([first]);
    for rule in all(event, "RRULE") {
        starts.extend(again(first, rule.value()).map_err(|message| (rule.value().to_owned(), message))?);
    }
    starts.extend(all(event, "RDATE").flat_map(listed));
    for day in all(event, "EXDATE").flat_map(listed) {
        starts.remove(&day);
    }
    if event.get_recurrence_id().is_none() {
        let replaced = event.get_uid().and_then(|uid| moved.get(uid));
        starts.retain(|day| replaced.is_none_or(|replaced| !replaced.contains(day)));
    }
    Ok(starts
        .into_iter()
        .flat_map(|start| (0..long).filter_map(move |n| start.checked_add_days(Days::new(n))))
        .collect())
}

/// How many days it takes: DTEND is the day after the last, DURATION counts days
/// or weeks, neither means one day (RFC 5545, section 3.6.1).
fn length(event: &Event, first: NaiveDate) -> Option<u64> {
    let days = match (event.get_end(), event.property_value("DURATION")) {
        (Some(end), _) => end.date_naive().signed_duration_since(first).num_days().max(1),
        (None, Some(duration)) => whole_days(duration)?,
        (None, None) => 1,
    };
    u64::try_from(days).ok().filter(|days| (1..=LONGEST.unsigned_abs()).contains(days))
}

fn whole_days(duration: &str) -> Option<i64> {
    let count = duration.strip_prefix('+').unwrap_or(duration).strip_prefix('P')?;
    match count.strip_suffix('W') {
        Some(weeks) => weeks.parse::<i64>().ok()?.checked_mul(7),
        None => count.strip_suffix('D')?.parse().ok(),
    }
}

fn all<'a>(event: &'a Event, name: &str) -> impl Iterator<Item = &'a Property> {
    let many = event.multi_properties().get(name).into_iter().flatten();
    event.properties().get(name).into_iter().chain(many)
}

/// The dates of `EXDATE` or `RDATE`, one or several with commas between.
fn listed(property: &Property) -> Vec<NaiveDate> {
    let date = |text: &str| NaiveDate::parse_from_str(text.get(..8)?, "%Y%m%d").ok();
    property.value().split(',').filter_map(date).collect()
}

/// On which days an event of `first` comes again.
fn again(first: NaiveDate, rule: &str) -> Result<Vec<NaiveDate>, String> {
    let broken = |error: String| format!("the rule of recurrence is none: {error}");
    let start = first.and_time(NaiveTime::MIN).and_utc().with_timezone(&Tz::UTC);
    let end = first.checked_add_months(FOLLOWED).unwrap_or(NaiveDate::MAX);
    let end = end.and_time(NaiveTime::MIN).and_utc().with_timezone(&Tz::UTC);
    let rule: RRule<Unvalidated> =
        in_utc(rule).parse().map_err(|error: rrule::RRuleError| broken(error.to_string()))?;
    let set: RRuleSet = rule.build(start).map_err(|error| broken(error.to_string()))?;
    let found = set.before(end).all(MOST);
    if found.limited {
        return Err(format!("this comes again more than {MOST} times within a hundred years"));
    }
    Ok(found.dates.into_iter().map(|day| day.date_naive()).collect())
}

/// `UNTIL` of an event of whole days is a day in no zone; the rules' reader takes
/// a moment, so that the end of that day stands for it.
fn in_utc(rule: &str) -> String {
    let part = |part: &str| match part.split_once('=') {
        Some((name, day)) if name.eq_ignore_ascii_case("UNTIL") && day.len() == 8 => format!("UNTIL={day}T235959Z"),
        _ => part.to_owned(),
    };
    rule.trim().split(';').map(part).collect::<Vec<_>>().join(";")
}

fn fault(path: &str, message: impl Into<String>) -> Fault {
    Fault::of_file(path, "policy", message)
}

fn at(path: &str, text: &str, word: &str, message: String) -> Fault {
    match text.find(word).filter(|_| !word.is_empty()) {
        Some(found) => {
            let (line, column) = position(text, found);
            fault(path, message).at(line, column)
        }
        None => fault(path, message),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(events: &str) -> String {
        let lines = format!("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//desk//test//EN\n{events}END:VCALENDAR\n");
        lines.replace('\n', "\r\n")
    }

    fn event(lines: &str) -> String {
        format!("BEGIN:VEVENT\nUID:a@test\nDTSTAMP:20260101T000000Z\n{lines}\nEND:VEVENT\n")
    }

    fn read(events: &str) -> Result<Vec<String>, String> {
        let days = holidays("workflows/calendars/x.ics", &file(events)).map_err(|fault| fault.to_string())?;
        Ok(days.into_iter().map(|day| day.to_string()).collect())
    }

    #[test]
    fn an_event_of_whole_days_closes_each_of_them() {
        let spring = event("DTSTART;VALUE=DATE:20270205\nDTEND;VALUE=DATE:20270208\nSUMMARY:春节\nTRANSP:TRANSPARENT");
        assert_eq!(read(&spring).unwrap(), ["2027-02-05", "2027-02-06", "2027-02-07"]);
        assert_eq!(read(&event("DTSTART;VALUE=DATE:20270101")).unwrap(), ["2027-01-01"]);
        assert_eq!(read(&event("DTSTART;VALUE=DATE:20270101\nDURATION:P2D")).unwrap(), ["2027-01-01", "2027-01-02"]);
    }

    #[test]
    fn meetings_and_cancelled_days_close_nothing() {
        let meeting = event("DTSTART:20270101T090000Z\nDTEND:20270101T100000Z");
        let off = event("DTSTART;VALUE=DATE:20270301\nSTATUS:CANCELLED");
        let open = event("DTSTART;VALUE=DATE:20270501");
        assert_eq!(read(&format!("{meeting}{off}{open}")).unwrap(), ["2027-05-01"]);
        assert_eq!(
            read(&meeting).unwrap_err(),
            "workflows/calendars/x.ics: error: no event of this calendar takes whole days [policy]"
        );
    }

    #[test]
    fn a_holiday_comes_again_each_year_until_it_is_told_to_stop() {
        let victory =
            event("DTSTART;VALUE=DATE:20260509\nRRULE:FREQ=YEARLY;UNTIL=20280509\nEXDATE;VALUE=DATE:20270509");
        assert_eq!(read(&victory).unwrap(), ["2026-05-09", "2028-05-09"]);
        let for_ever = read(&event("DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY")).unwrap();
        assert_eq!(for_ever.len(), 101);
        assert_eq!(for_ever.last().unwrap(), "2126-01-01");
        let thanks = event("DTSTART;VALUE=DATE:20261126\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=2");
        assert_eq!(read(&thanks).unwrap(), ["2026-11-26", "2027-11-25"]);
    }

    #[test]
    fn a_day_that_was_moved_in_one_year_is_open_in_that_year() {
        let day = event("DTSTART;VALUE=DATE:20260112\nRRULE:FREQ=YEARLY;COUNT=2");
        let moved = event("RECURRENCE-ID;VALUE=DATE:20270112\nDTSTART;VALUE=DATE:20270113");
        assert_eq!(read(&format!("{day}{moved}")).unwrap(), ["2026-01-12", "2027-01-13"]);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let wrong = |lines: &str| read(&event(lines)).unwrap_err();
        assert!(
            wrong("DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=NEVER")
                .starts_with("workflows/calendars/x.ics:8:7: error: ")
        );
        assert!(wrong("DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=DAILY").contains("more than 1000 times"));
        assert!(wrong("DTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:20300101").contains("takes 1 to 366 days"));
        let fault = holidays("x.ics", "closed at Christmas").unwrap_err();
        assert_eq!(fault.to_string(), "x.ics: error: the file is no iCalendar (RFC 5545) [policy]");
    }
}
