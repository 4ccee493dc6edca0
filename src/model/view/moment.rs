//! Moments as people read them: in their zone, with the names of days and months
//! of their language. What machines read is RFC 3339 and not made here.

use super::headline::Language;
use crate::model::time::Time;
use chrono::{DateTime, Datelike, Weekday};
use chrono_tz::Tz;
use std::str::FromStr;

/// A moment in `zone` (UTC where it is unknown), in the language of `tag`:
/// `Mon 23 Nov 2026, 14:30`.
pub fn spoken(tag: &str, zone: &str, at: Time) -> String {
    moment(Language::of(tag), zone, at)
}

/// From one moment to another by the clock of `zone`, its day said once where it
/// is the same: `Mon 23 Nov 2026, 14:30–15:00`.
pub fn spoken_span(tag: &str, zone: &str, from: Time, to: Time) -> String {
    let language = Language::of(tag);
    let (start, end) = (local(zone, from), local(zone, to));
    if start.date_naive() == end.date_naive() {
        format!("{}–{}", written(language, &start), end.format("%H:%M"))
    } else {
        format!("{} – {}", written(language, &start), written(language, &end))
    }
}

pub(super) fn moment(language: Language, zone: &str, at: Time) -> String {
    written(language, &local(zone, at))
}

fn local(zone: &str, at: Time) -> DateTime<Tz> {
    at.utc().with_timezone(&Tz::from_str(zone).unwrap_or(Tz::UTC))
}

fn written(language: Language, at: &DateTime<Tz>) -> String {
    let (day, month, year, time) = (at.day(), at.month0() as usize, at.year(), at.format("%H:%M"));
    let weekday = weekday(language, at.weekday());
    match language {
        Language::English => format!("{weekday} {day} {} {year}, {time}", ENGLISH.get(month).unwrap_or(&"")),
        Language::Chinese => format!("{year}年{}月{day}日{weekday} {time}", at.month()),
        Language::Russian => format!("{weekday} {day} {} {year}, {time}", RUSSIAN.get(month).unwrap_or(&"")),
    }
}

const ENGLISH: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// In the genitive, as beside a day; short as the Unicode CLDR has them.
const RUSSIAN: [&str; 12] =
    ["янв.", "февр.", "мар.", "апр.", "мая", "июн.", "июл.", "авг.", "сент.", "окт.", "нояб.", "дек."];

fn weekday(language: Language, day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => language.pick(["Mon", "周一", "пн"]),
        Weekday::Tue => language.pick(["Tue", "周二", "вт"]),
        Weekday::Wed => language.pick(["Wed", "周三", "ср"]),
        Weekday::Thu => language.pick(["Thu", "周四", "чт"]),
        Weekday::Fri => language.pick(["Fri", "周五", "пт"]),
        Weekday::Sat => language.pick(["Sat", "周六", "сб"]),
        Weekday::Sun => language.pick(["Sun", "周日", "вс"]),
    }
}

#[cfg(test)]
mod tests {
    use super::{spoken, spoken_span};
    use crate::model::time::Time;

    fn at(text: &str) -> Time {
        Time::parse(text).unwrap()
    }

    #[test]
    fn a_moment_is_said_in_three_languages_and_the_readers_zone() {
        let at = at("2026-11-23T13:30:00Z");
        assert_eq!(spoken("en", "Europe/Berlin", at), "Mon 23 Nov 2026, 14:30");
        assert_eq!(spoken("zh-CN", "Asia/Shanghai", at), "2026年11月23日周一 21:30");
        assert_eq!(spoken("ru", "Nowhere", at), "пн 23 нояб. 2026, 13:30");
    }

    #[test]
    fn a_span_says_its_day_once() {
        let span = |to| spoken_span("en", "UTC", at("2026-05-01T09:00:00Z"), at(to));
        assert_eq!(span("2026-05-01T10:30:00Z"), "Fri 1 May 2026, 09:00–10:30");
        assert_eq!(span("2026-05-02T10:30:00Z"), "Fri 1 May 2026, 09:00 – Sat 2 May 2026, 10:30");
    }
}
