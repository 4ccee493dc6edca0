//! Moments: UTC, cut to microseconds, written as RFC 3339 with `Z` and six
//! digits. No clock lives here; a moment is always handed in.

use chrono::{DateTime, Duration, NaiveDateTime, SecondsFormat, Timelike, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use utoipa::openapi::schema::{ObjectBuilder, SchemaType};
use utoipa::openapi::{KnownFormat, RefOr, Schema, SchemaFormat, Type};
use utoipa::{PartialSchema, ToSchema};

/// A moment in UTC with microseconds; PostgreSQL keeps no more, so neither do we.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(DateTime<Utc>);

impl Time {
    /// Cuts a moment to microseconds.
    pub fn new(at: DateTime<Utc>) -> Self {
        let cut = at.with_nanosecond(at.nanosecond() / 1_000 * 1_000).unwrap_or(at);
        Self(cut)
    }
    /// The moment as chrono's type.
    pub fn utc(self) -> DateTime<Utc> {
        self.0
    }
    /// The naive UTC timestamp that both databases keep.
    pub fn naive(self) -> NaiveDateTime {
        self.0.naive_utc()
    }
    /// Reads what `naive` wrote.
    pub fn from_naive(at: NaiveDateTime) -> Self {
        Self::new(at.and_utc())
    }
    /// Parses RFC 3339 with any offset; `None` when it is not a time.
    pub fn parse(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text).ok().map(|t| Self::new(t.with_timezone(&Utc)))
    }
    /// Microseconds since 1970.
    pub fn micros(self) -> i64 {
        self.0.timestamp_micros()
    }
    /// From microseconds since 1970; `None` outside chrono's range.
    pub fn from_micros(micros: i64) -> Option<Self> {
        DateTime::from_timestamp_micros(micros).map(Self)
    }
    /// This moment moved by a span; stays where it is when it would leave chrono's range.
    pub fn plus(self, span: Duration) -> Self {
        self.0.checked_add_signed(span).map_or(self, Self)
    }
    /// The span from `earlier` to this moment; negative when `earlier` is later.
    pub fn since(self, earlier: Self) -> Duration {
        self.0 - earlier.0
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Micros, true))
    }
}
impl fmt::Debug for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Time::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("`{text}` is not an RFC 3339 time")))
    }
}
impl PartialSchema for Time {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(SchemaType::Type(Type::String))
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)))
            .description(Some("RFC 3339 in UTC with `Z`, microseconds"))
            .into()
    }
}
impl ToSchema for Time {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_with_six_digits_and_z() {
        let time = Time::parse("2026-11-22T09:00:00.5+01:00").unwrap();
        assert_eq!(time.to_string(), "2026-11-22T08:00:00.500000Z");
        assert_eq!(Time::from_naive(time.naive()), time);
        assert_eq!(Time::from_micros(time.micros()), Some(time));
    }
}
