//! Durations as policies and scripts write them: `30m 4h 2d 1w` elapsed,
//! `30wm 4wh 2wd` working time. A working day is what the calendar says it is.

use chrono::Duration;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A span of elapsed or of working time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Elapsed minutes: `30m 4h 2d 1w`.
    Elapsed(i64),
    /// Working minutes: `30wm 4wh`.
    Working(i64),
    /// Working days, each as long as the calendar's `day`: `2wd`.
    WorkingDays(i64),
}

/// No span is longer than ten years of minutes: keeps sums far from overflow.
const LONGEST: i64 = 10 * 366 * 24 * 60;

impl Span {
    /// Reads `30m`, `4wh`, …; `None` when it is no duration or longer than ten years.
    pub fn parse(text: &str) -> Option<Span> {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, unit) = text.split_at_checked(digits)?;
        let n: i64 = number.parse().ok().filter(|n| *n <= LONGEST)?;
        let span = match unit {
            "m" => Span::Elapsed(n),
            "h" => Span::Elapsed(n.checked_mul(60)?),
            "d" => Span::Elapsed(n.checked_mul(24 * 60)?),
            "w" => Span::Elapsed(n.checked_mul(7 * 24 * 60)?),
            "wm" => Span::Working(n),
            "wh" => Span::Working(n.checked_mul(60)?),
            "wd" => Span::WorkingDays(n),
            _ => return None,
        };
        let minutes = match span {
            Span::Elapsed(m) | Span::Working(m) => m,
            Span::WorkingDays(d) => d.checked_mul(24 * 60)?,
        };
        (minutes <= LONGEST).then_some(span)
    }
    /// The elapsed span; `None` for working time.
    pub fn elapsed(self) -> Option<Duration> {
        match self {
            Span::Elapsed(minutes) => Some(Duration::minutes(minutes)),
            _ => None,
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scaled = |m: i64, units: &[(i64, &str)], f: &mut fmt::Formatter<'_>| {
            let (size, unit) = units.iter().find(|(size, _)| m % size == 0).copied().unwrap_or((1, "m"));
            write!(f, "{}{unit}", m / size)
        };
        match self {
            Span::Elapsed(m) => scaled(*m, &[(7 * 24 * 60, "w"), (24 * 60, "d"), (60, "h"), (1, "m")], f),
            Span::Working(m) => scaled(*m, &[(60, "wh"), (1, "wm")], f),
            Span::WorkingDays(d) => write!(f, "{d}wd"),
        }
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Span::parse(&text).ok_or_else(|| {
            serde::de::Error::custom(format!(
                "`{text}` is no duration: write 30m, 4h, 2d, 1w, or 30wm, 4wh, 2wd of working time"
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_people_write_them() {
        for text in ["30m", "4h", "2d", "1w", "30wm", "4wh", "2wd"] {
            assert_eq!(Span::parse(text).map(|s| s.to_string()).as_deref(), Some(text));
        }
        for wrong in ["", "d", "2", "2 d", "-1d", "1y", "99999999999999999999d", "9999999w", "2дня"] {
            assert_eq!(Span::parse(wrong), None, "{wrong}");
        }
    }
}
