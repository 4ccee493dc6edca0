//! Working time: hours per weekday in a zone, holidays, single days with hours
//! of their own (调休, предпраздничный день), calendars joined or always open.
//! Pure arithmetic over moments; daylight saving comes from the zone's rules.

use super::duration::Span;
use super::time::Time;
use chrono::{Datelike, Days, Duration, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};

/// Opening hours of one day, sorted, not overlapping; `24:00` is the day's end.
pub type Hours = Vec<(NaiveTime, Option<NaiveTime>)>;

/// A calendar.
#[derive(Clone, Debug, PartialEq)]
pub enum Calendar {
    /// Hours in a zone.
    Office(Box<Office>),
    /// Open whenever one of these is; `day` is the first one's.
    AnyOf(Vec<Calendar>),
    /// Open day and night.
    Always {
        /// Minutes of `1wd`.
        day: i64,
    },
}

/// Hours in a zone.
#[derive(Clone, Debug, PartialEq)]
pub struct Office {
    /// IANA zone.
    pub zone: Tz,
    /// Minutes of `1wd`.
    pub day: i64,
    /// Hours by weekday, Monday first.
    pub week: [Hours; 7],
    /// Closed days.
    pub holidays: BTreeSet<NaiveDate>,
    /// Single dates with hours of their own.
    pub days: BTreeMap<NaiveDate, Hours>,
}

/// How far ahead working time is looked for: two years without an open hour is
/// a mistake of the calendar, answered with the elapsed span instead.
const HORIZON_DAYS: u64 = 2 * 366;

impl Calendar {
    /// Minutes of `1wd`.
    pub fn day_minutes(&self) -> i64 {
        match self {
            Calendar::Office(office) => office.day,
            Calendar::AnyOf(calendars) => calendars.first().map_or(8 * 60, Calendar::day_minutes),
            Calendar::Always { day } => *day,
        }
    }

    /// `from` plus a span: elapsed as it is, working time within open hours.
    pub fn add(&self, from: Time, span: Span) -> Time {
        let minutes = match span {
            Span::Elapsed(minutes) => return from.plus(Duration::minutes(minutes)),
            Span::Working(minutes) => minutes,
            Span::WorkingDays(days) => days * self.day_minutes(),
        };
        self.add_working(from, Duration::minutes(minutes))
    }

    /// The moment at which `span` of open time has passed since `from`.
    pub fn add_working(&self, from: Time, span: Duration) -> Time {
        if matches!(self, Calendar::Always { .. }) {
            return from.plus(span);
        }
        let mut left = span;
        for (start, end) in self.open_from(from) {
            let start = start.max(from);
            let open = end.since(start);
            if open >= left {
                return start.plus(left);
            }
            left -= open;
        }
        from.plus(span)
    }

    /// `to` less a span: elapsed as it is, working time within open hours.
    pub fn subtract(&self, to: Time, span: Span) -> Time {
        let minutes = match span {
            Span::Elapsed(minutes) => return to.plus(-Duration::minutes(minutes)),
            Span::Working(minutes) => minutes,
            Span::WorkingDays(days) => days * self.day_minutes(),
        };
        self.subtract_working(to, Duration::minutes(minutes))
    }

    /// The latest moment from which `span` of open time passes until `to`.
    fn subtract_working(&self, to: Time, span: Duration) -> Time {
        let enough = |from: Time| self.working_between(from, to) >= span;
        let horizon = Duration::days(i64::try_from(HORIZON_DAYS).unwrap_or(i64::MAX));
        let mut back = span.max(Duration::hours(1));
        while !enough(to.plus(-back)) {
            if back > horizon {
                return to.plus(-span);
            }
            back = back * 2;
        }
        let (mut early, mut late) = (to.plus(-back), to);
        while late.micros() - early.micros() > 1 {
            let middle = early.plus(Duration::microseconds((late.micros() - early.micros()) / 2));
            if enough(middle) { early = middle } else { late = middle }
        }
        if enough(late) { late } else { early }
    }

    /// Open time between two moments; zero when `to` is not after `from`.
    pub fn working_between(&self, from: Time, to: Time) -> Duration {
        if to <= from {
            return Duration::zero();
        }
        if matches!(self, Calendar::Always { .. }) {
            return to.since(from);
        }
        let mut sum = Duration::zero();
        for (start, end) in self.open_from(from) {
            if start >= to {
                break;
            }
            sum += end.min(to).since(start.max(from)).max(Duration::zero());
        }
        sum
    }

    /// The zone that its days are those of.
    pub fn zone(&self) -> Tz {
        match self {
            Calendar::Office(office) => office.zone,
            Calendar::AnyOf(calendars) => calendars.first().map_or(Tz::UTC, Calendar::zone),
            Calendar::Always { .. } => Tz::UTC,
        }
    }

    /// The first moment from `from` on at which its clocks show `time`.
    pub fn next_at(&self, from: Time, time: NaiveTime) -> Time {
        let zone = self.zone();
        let today = zone.from_utc_datetime(&from.naive()).date_naive();
        let days = (0..3).filter_map(|n| today.checked_add_days(Days::new(n)));
        days.filter_map(|date| moment(zone, date, time)).find(|at| *at >= from).unwrap_or(from)
    }

    /// Whether it is open at a moment.
    pub fn is_open(&self, at: Time) -> bool {
        match self {
            Calendar::Always { .. } => true,
            Calendar::AnyOf(calendars) => calendars.iter().any(|calendar| calendar.is_open(at)),
            Calendar::Office(office) => office
                .intervals(office.zone.from_utc_datetime(&at.naive()).date_naive())
                .any(|(start, end)| start <= at && at < end),
        }
    }

    /// The first moment from `from` on at which it is open; far off where it never is again.
    pub fn opens(&self, from: Time) -> Time {
        if self.is_open(from) {
            return from;
        }
        self.open_from(from).next().map_or(from.plus(Duration::days(20 * 366)), |(start, _)| start.max(from))
    }

    /// Open stretches that end after `from`, in order, joined where they overlap.
    fn open_from(&self, from: Time) -> Stretches<'_> {
        match self {
            Calendar::Office(office) => Box::new(office.open_from(from)),
            Calendar::Always { .. } => Box::new(std::iter::once((from, from.plus(Duration::days(20 * 366))))),
            Calendar::AnyOf(calendars) => {
                let parts = calendars.iter().map(|calendar| calendar.open_from(from).peekable()).collect();
                Box::new(Joined { parts }.filter(move |(_, end)| *end > from))
            }
        }
    }
}

impl Office {
    fn open_from(&self, from: Time) -> impl Iterator<Item = (Time, Time)> + '_ {
        let first = self.zone.from_utc_datetime(&from.naive()).date_naive();
        (0..HORIZON_DAYS)
            .filter_map(move |n| first.checked_add_days(Days::new(n)))
            .flat_map(move |date| self.intervals(date))
            .filter(move |(_, end)| *end > from)
    }

    fn intervals(&self, date: NaiveDate) -> impl Iterator<Item = (Time, Time)> + '_ {
        let weekday = date.weekday().num_days_from_monday() as usize;
        let hours = match self.days.get(&date) {
            Some(hours) => Some(hours),
            None if self.holidays.contains(&date) => None,
            None => self.week.get(weekday),
        };
        hours.into_iter().flatten().filter_map(move |(start, end)| {
            let from = moment(self.zone, date, *start)?;
            let to = match end {
                Some(end) => moment(self.zone, date, *end)?,
                None => moment(self.zone, date.succ_opt()?, NaiveTime::MIN)?,
            };
            (to > from).then_some((from, to))
        })
    }
}

/// A time of day as people write it: `17:00`.
pub fn clock(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text.trim(), "%H:%M").ok()
}

/// A local time as a moment. A time that the clock skips in spring is moved past
/// the gap; one that it shows twice in autumn is its first showing.
pub fn moment(zone: Tz, date: NaiveDate, time: NaiveTime) -> Option<Time> {
    let local = date.and_time(time);
    let at = zone
        .from_local_datetime(&local)
        .earliest()
        .or_else(|| zone.from_local_datetime(&(local + Duration::hours(1))).earliest())?;
    Some(Time::new(at.with_timezone(&Utc)))
}

/// Open stretches, in order.
type Stretches<'a> = Box<dyn Iterator<Item = (Time, Time)> + 'a>;

/// Several ordered lists of stretches as one, overlapping ones joined.
struct Joined<'a> {
    parts: Vec<std::iter::Peekable<Stretches<'a>>>,
}

impl Joined<'_> {
    fn earliest(&mut self) -> Option<(Time, Time)> {
        let starts: Vec<_> = self.parts.iter_mut().map(|part| part.peek().copied()).collect();
        let (index, _) = starts.iter().enumerate().filter_map(|(i, s)| s.map(|s| (i, s))).min_by_key(|(_, s)| *s)?;
        self.parts.get_mut(index)?.next()
    }
}

impl Iterator for Joined<'_> {
    type Item = (Time, Time);
    fn next(&mut self) -> Option<Self::Item> {
        let (start, mut end) = self.earliest()?;
        while let Some(next) = self.parts.iter_mut().filter_map(|part| part.peek().copied()).min() {
            if next.0 > end {
                break;
            }
            self.earliest();
            end = end.max(next.1);
        }
        Some((start, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> Time {
        Time::parse(text).unwrap()
    }
    fn hm(text: &str) -> NaiveTime {
        NaiveTime::parse_from_str(text, "%H:%M").unwrap()
    }
    fn berlin() -> Calendar {
        let day: Hours = vec![(hm("08:00"), Some(hm("12:00"))), (hm("12:30"), Some(hm("16:30")))];
        let week = [day.clone(), day.clone(), day.clone(), day.clone(), day.clone(), vec![], vec![]];
        let holidays = BTreeSet::from([NaiveDate::from_ymd_opt(2026, 12, 25).unwrap()]);
        let short = (NaiveDate::from_ymd_opt(2026, 12, 24).unwrap(), vec![(hm("08:00"), Some(hm("12:00")))]);
        let days = BTreeMap::from([short]);
        Calendar::Office(Box::new(Office { zone: chrono_tz::Europe::Berlin, day: 480, week, holidays, days }))
    }

    #[test]
    fn two_working_days_from_thursday_noon_end_on_monday() {
        // Thursday 2026-11-19 11:30 UTC is 12:30 in Berlin.
        let due = berlin().add(at("2026-11-19T11:30:00Z"), Span::WorkingDays(2));
        assert_eq!(due, at("2026-11-23T11:00:00Z"), "four hours Thursday, eight Friday, four Monday until noon");
    }

    #[test]
    fn holidays_and_single_days_count_as_the_calendar_says() {
        // Wednesday 23rd 16:30 Berlin: next open is the 24th, four hours; the 25th is closed, then the weekend.
        let due = berlin().add(at("2026-12-23T15:30:00Z"), Span::Working(5 * 60));
        assert_eq!(due, at("2026-12-28T08:00:00Z"));
    }

    #[test]
    fn summer_time_moves_the_hours_and_not_their_number() {
        // Friday 2026-03-27 16:00 Berlin (UTC+1) plus one hour: half today, half Monday in UTC+2.
        let due = berlin().add(at("2026-03-27T15:00:00Z"), Span::Working(60));
        assert_eq!(due, at("2026-03-30T06:30:00Z"));
    }

    #[test]
    fn the_next_time_of_day_is_todays_or_tomorrows_in_the_zone_of_the_calendar() {
        // 16:30 in Berlin.
        let now = at("2026-11-23T15:30:00Z");
        assert_eq!(berlin().next_at(now, hm("17:00")), at("2026-11-23T16:00:00Z"));
        assert_eq!(berlin().next_at(now, hm("16:30")), now);
        assert_eq!(berlin().next_at(now, hm("09:00")), at("2026-11-24T08:00:00Z"));
        // In the night to 2026-03-29 the clocks skip 02:30.
        assert_eq!(berlin().next_at(at("2026-03-28T23:30:00Z"), hm("02:30")), at("2026-03-29T01:30:00Z"));
    }

    #[test]
    fn joined_calendars_are_open_when_one_is() {
        let night: Hours = vec![(hm("12:00"), None)];
        let week = std::array::from_fn(|_| night.clone());
        let office = Office { zone: chrono_tz::UTC, day: 480, week, holidays: BTreeSet::new(), days: BTreeMap::new() };
        let both = Calendar::AnyOf(vec![berlin(), Calendar::Office(Box::new(office))]);
        // Monday 07:00–11:00 UTC from Berlin, then 12:00–24:00 (and Berlin's afternoon inside it).
        let span = both.working_between(at("2026-11-23T00:00:00Z"), at("2026-11-24T00:00:00Z"));
        assert_eq!(span, Duration::minutes(4 * 60 + 30 + 12 * 60));
        assert!(both.is_open(at("2026-11-23T23:59:00Z")) && !both.is_open(at("2026-11-23T05:00:00Z")));
    }

    proptest! {
        #[test]
        fn what_is_taken_back_is_what_lies_between(start in 0i64..60 * 24 * 400, minutes in 1i64..60 * 200) {
            let to = at("2026-03-01T00:00:00Z").plus(Duration::minutes(start));
            let calendar = berlin();
            let from = calendar.subtract(to, Span::Working(minutes));
            prop_assert_eq!(calendar.working_between(from, to), Duration::minutes(minutes));
            prop_assert!(calendar.working_between(from.plus(Duration::microseconds(1)), to) < Duration::minutes(minutes));
        }

        #[test]
        fn what_is_added_is_what_lies_between(start in 0i64..60 * 24 * 400, minutes in 1i64..60 * 200) {
            let from = at("2026-01-01T00:00:00Z").plus(Duration::minutes(start));
            let calendar = berlin();
            let due = calendar.add_working(from, Duration::minutes(minutes));
            prop_assert_eq!(calendar.working_between(from, due), Duration::minutes(minutes));
        }
    }
}
