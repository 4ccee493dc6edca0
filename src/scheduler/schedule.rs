//! When a job fires: a cron expression in a time zone. Pure; the present moment
//! is handed in.

use crate::model::time::Time;
use chrono::{DateTime, Duration, Offset, TimeZone, Utc};
use chrono_tz::Tz;
use cron::{Schedule, TimeUnitSpec};
use std::str::FromStr;

/// How many candidates are looked at around a change of the clocks: one moment
/// of the wall clock is two moments at most.
const LOOKED_AT: usize = 4;

/// A schedule: seconds first, weekdays by name.
#[derive(Clone, Debug)]
pub struct Cron {
    schedule: Schedule,
    zone: Tz,
}

impl Cron {
    /// Reads `0 */10 * * * *` in the zone `Asia/Shanghai`.
    ///
    /// # Errors
    /// The constant that is wrong, and what with it, in words.
    pub fn parse(text: &str, zone: &str) -> Result<Cron, (&'static str, String)> {
        let zone = zone.parse().map_err(|_| ("TIMEZONE", format!("`{zone}` is no IANA time zone")))?;
        let schedule = schedule(text).map_err(|message| ("SCHEDULE", message))?;
        Ok(Cron { schedule, zone })
    }

    /// As it is written.
    pub fn text(&self) -> &str {
        self.schedule.source()
    }

    /// The name of its zone.
    pub fn zone(&self) -> &'static str {
        self.zone.name()
    }

    /// The latest firing that is not after `now`.
    pub fn latest(&self, now: Time) -> Option<Time> {
        let from = self.local(now.plus(Duration::seconds(1)));
        let mut back = self.schedule.after(&from).rev().take(LOOKED_AT);
        back.find(|at| self.counts(at) && at.with_timezone(&Utc) <= now.utc()).map(|at| moment(&at))
    }

    /// The next firing after `now`.
    pub fn next(&self, now: Time) -> Option<Time> {
        let mut ahead = self.schedule.after(&self.local(now)).take(LOOKED_AT);
        ahead.find(|at| self.counts(at) && at.with_timezone(&Utc) > now.utc()).map(|at| moment(&at))
    }

    fn local(&self, at: Time) -> DateTime<Tz> {
        at.utc().with_timezone(&self.zone)
    }

    /// In the hour that autumn shows twice, what happens "every ten minutes"
    /// goes on, and what happens "at half past two" happens the first time only.
    fn counts(&self, at: &DateTime<Tz>) -> bool {
        let first = self.zone.from_local_datetime(&at.naive_local()).earliest();
        self.schedule.hours().is_all() || first.is_none_or(|first| first.offset().fix() == at.offset().fix())
    }
}

fn schedule(text: &str) -> Result<Schedule, String> {
    if !text.starts_with('@') {
        let fields: Vec<&str> = text.split_whitespace().collect();
        let count = fields.len();
        if !(6..=7).contains(&count) {
            return Err(format!(
                "a schedule has six fields (second, minute, hour, day, month, weekday) and perhaps a year, not {count}"
            ));
        }
        // 0 and 1 are Sunday here and Monday there: only names are clear.
        if fields
            .get(5)
            .is_some_and(|weekday| weekday.split('/').next().unwrap_or_default().contains(|c: char| c.is_ascii_digit()))
        {
            return Err("weekdays are written by name: Mon, Tue, Mon-Fri".to_owned());
        }
    }
    Schedule::from_str(text).map_err(|error| format!("`{text}` is no schedule: {error}"))
}

fn moment(at: &DateTime<Tz>) -> Time {
    Time::new(at.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Time {
        Time::parse(text).unwrap()
    }

    #[test]
    fn the_latest_and_the_next_firing_lie_around_now() {
        let cron = Cron::parse("0 */10 * * * *", "Asia/Shanghai").unwrap();
        assert_eq!(cron.latest(at("2026-11-22T08:14:09Z")), Some(at("2026-11-22T08:10:00Z")));
        assert_eq!(cron.latest(at("2026-11-22T08:10:00Z")), Some(at("2026-11-22T08:10:00Z")));
        assert_eq!(cron.latest(at("2026-11-22T08:09:59.999999Z")), Some(at("2026-11-22T08:00:00Z")));
        assert_eq!(cron.next(at("2026-11-22T08:10:00Z")), Some(at("2026-11-22T08:20:00Z")));
    }

    #[test]
    fn hours_are_those_of_the_zone() {
        let cron = Cron::parse("0 30 8 * * Mon-Fri", "Asia/Shanghai").unwrap();
        assert_eq!(cron.next(at("2026-11-20T12:00:00Z")), Some(at("2026-11-23T00:30:00Z")), "Friday to Monday");
    }

    #[test]
    fn autumns_second_hour_repeats_intervals_but_no_fixed_times() {
        // In Berlin 2026-10-25 03:00 summer time becomes 02:00.
        let every = Cron::parse("0 */30 * * * *", "Europe/Berlin").unwrap();
        assert_eq!(every.latest(at("2026-10-25T00:40:00Z")), Some(at("2026-10-25T00:30:00Z")));
        assert_eq!(every.latest(at("2026-10-25T01:05:00Z")), Some(at("2026-10-25T01:00:00Z")));
        let fixed = Cron::parse("0 30 2 * * *", "Europe/Berlin").unwrap();
        assert_eq!(fixed.latest(at("2026-10-25T02:00:00Z")), Some(at("2026-10-25T00:30:00Z")));
    }

    #[test]
    fn what_is_no_schedule_is_said_in_words() {
        for wrong in ["*/10 * * * *", "0 0 8 * * 1-5", "0 61 * * * *", "soon"] {
            assert!(Cron::parse(wrong, "UTC").is_err(), "{wrong}");
        }
        assert!(Cron::parse("0 0 8 * * *", "Shanghai").is_err());
        assert!(Cron::parse("0 0 8 * * */2", "UTC").is_ok());
    }
}
