//! How the model's own types lie in columns: ids as sixteen bytes, enums by
//! their names, times as naive UTC. Written once per kind of type and expanded
//! for SQLite, PostgreSQL and the enum over both; JSON is in `persisted`.

use super::connection::MultiBackend;
use crate::model::approval::Ballot;
use crate::model::attachment::FilePlace;
use crate::model::event::{ActorType, EventType};
use crate::model::ids::{
    AbsenceId, AppointmentId, AttachmentId, CommentId, DeliveryId, GroupId, NotificationId, OutgoingId, ProposalId,
    ReleaseId, SavedViewId, StepId, TicketId, TimerId, TokenId, UserId, WorkId,
};
use crate::model::journal::{Origin, RowKind, RowState};
use crate::model::people::Role;
use crate::model::proposal::ProposalState;
use crate::model::status::Status;
use crate::model::ticket::{ClosureCode, Kind, Why};
use crate::model::time::Time;
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, Queryable};
use diesel::expression::AsExpression;
use diesel::internal::derives::as_expression::Bound;
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::{Binary, Nullable, SingleValue, Text, Timestamp};
use diesel::sqlite::Sqlite;
use std::io::Write;

/// What diesel's derives would write on the type itself, if the model knew diesel.
macro_rules! column {
    ($type:ty, $sql:ty) => {
        column!(@expression $type, $sql; ; $type);
        column!(@expression $type, $sql; 'e; &'e $type);
        column!(@expression $type, $sql; 'f, 'e; &'f &'e $type);
        impl<DB: Backend> ToSql<Nullable<$sql>, DB> for $type
        where
            $type: ToSql<$sql, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
                ToSql::<$sql, DB>::to_sql(self, out)
            }
        }
        impl<DB: Backend, ST: SingleValue> Queryable<ST, DB> for $type
        where
            $type: FromSql<ST, DB>,
        {
            type Row = Self;
            fn build(row: Self) -> deserialize::Result<Self> {
                Ok(row)
            }
        }
        impl ToSql<$sql, MultiBackend> for $type {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, MultiBackend>) -> serialize::Result {
                out.set_value((<$sql>::default(), self));
                Ok(IsNull::No)
            }
        }
        impl FromSql<$sql, MultiBackend> for $type {
            fn from_sql(value: <MultiBackend as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
                value.from_sql::<Self, $sql>()
            }
        }
    };
    (@expression $type:ty, $sql:ty; $($life:lifetime),*; $this:ty) => {
        impl<$($life),*> AsExpression<$sql> for $this {
            type Expression = Bound<$sql, Self>;
            fn as_expression(self) -> Self::Expression {
                Bound::new(self)
            }
        }
        impl<$($life),*> AsExpression<Nullable<$sql>> for $this {
            type Expression = Bound<Nullable<$sql>, Self>;
            fn as_expression(self) -> Self::Expression {
                Bound::new(self)
            }
        }
    };
}

macro_rules! key_columns {
    ($($id:ty),*) => {$(
        column!($id, Binary);
        impl ToSql<Binary, Sqlite> for $id {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
                out.set_value(self.bytes());
                Ok(IsNull::No)
            }
        }
        impl ToSql<Binary, Pg> for $id {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
                out.write_all(self.bytes())?;
                Ok(IsNull::No)
            }
        }
        impl FromSql<Binary, Sqlite> for $id {
            fn from_sql(mut value: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
                Self::from_bytes(value.read_blob()).ok_or_else(|| "an id has sixteen bytes".into())
            }
        }
        impl FromSql<Binary, Pg> for $id {
            fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
                Self::from_bytes(value.as_bytes()).ok_or_else(|| "an id has sixteen bytes".into())
            }
        }
    )*};
}

key_columns!(
    WorkId,
    AppointmentId,
    AttachmentId,
    TicketId,
    StepId,
    UserId,
    GroupId,
    CommentId,
    NotificationId,
    OutgoingId,
    DeliveryId,
    TimerId,
    TokenId,
    ReleaseId,
    AbsenceId,
    SavedViewId,
    ProposalId
);

/// A type that lies in a text column by its name.
trait Name: Sized {
    fn name(&self) -> &'static str;
    fn of(name: &str) -> Option<Self>;
}

macro_rules! name_columns {
    ($($type:ty),*) => {$(
        column!($type, Text);
        impl ToSql<Text, Sqlite> for $type {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
                out.set_value(self.name());
                Ok(IsNull::No)
            }
        }
        impl ToSql<Text, Pg> for $type {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
                out.write_all(self.name().as_bytes())?;
                Ok(IsNull::No)
            }
        }
        impl FromSql<Text, Sqlite> for $type {
            fn from_sql(mut value: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
                let name = value.read_text();
                Self::of(name).ok_or_else(|| unknown(stringify!($type), name))
            }
        }
        impl FromSql<Text, Pg> for $type {
            fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
                let name = std::str::from_utf8(value.as_bytes())?;
                Self::of(name).ok_or_else(|| unknown(stringify!($type), name))
            }
        }
    )*};
}

fn unknown(what: &str, name: &str) -> Box<dyn std::error::Error + Send + Sync> {
    format!("`{name}` is no {what}").into()
}

macro_rules! named_by_the_model {
    ($($type:ty),*) => {
        $(impl Name for $type {
            fn name(&self) -> &'static str {
                self.as_str()
            }
            fn of(name: &str) -> Option<Self> {
                Self::parse(name)
            }
        })*
        name_columns!($($type),*);
    };
}

macro_rules! named_here {
    ($($type:ident { $($variant:ident = $name:literal),* })*) => {
        $(impl Name for $type {
            fn name(&self) -> &'static str {
                match self { $($type::$variant => $name,)* }
            }
            fn of(name: &str) -> Option<Self> {
                match name { $($name => Some($type::$variant),)* _ => None }
            }
        })*
        name_columns!($($type),*);
    };
}

named_by_the_model!(Kind, Status, ClosureCode, RowKind, RowState, ActorType, EventType, Role, ProposalState);
named_here! {
    FilePlace { Ticket = "ticket", Form = "form", Step = "step", Comment = "comment" }
    Origin { Script = "script", Person = "person", Undo = "undo" }
    Ballot { Approved = "approved", Rejected = "rejected" }
    Why {
        Requester = "requester", RequestedFor = "requested_for", Opener = "opener", Watcher = "watcher",
        Party = "party", Voter = "voter", Handler = "handler"
    }
}

column!(Time, Timestamp);

impl ToSql<Timestamp, Pg> for Time {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        ToSql::<Timestamp, Pg>::to_sql(&self.naive(), &mut out.reborrow())
    }
}
impl FromSql<Timestamp, Pg> for Time {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        <NaiveDateTime as FromSql<Timestamp, Pg>>::from_sql(value).map(Time::from_naive)
    }
}
/// SQLite keeps text: always 26 characters, so that its order is the order of time.
impl ToSql<Timestamp, Sqlite> for Time {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        let text = sqlite_text(self.naive()).ok_or("a year has four digits")?;
        out.set_value(text);
        Ok(IsNull::No)
    }
}
impl FromSql<Timestamp, Sqlite> for Time {
    fn from_sql(mut value: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        let text = value.read_text();
        sqlite_time(text).map(Time::from_naive).ok_or_else(|| unknown("time", text))
    }
}

/// `2026-01-05 09:00:00.000000`; `None` outside the years 0 to 9999. By hand,
/// since a submission writes some sixty of them.
fn sqlite_text(at: NaiveDateTime) -> Option<String> {
    let mut text = String::with_capacity(26);
    let mut put = |number: u32, digits: u32, end: &str| {
        for place in (0..digits).rev() {
            let digit = number / 10u32.pow(place) % 10;
            text.push(char::from_digit(digit, 10).unwrap_or('0'));
        }
        text.push_str(end);
    };
    put(u32::try_from(at.year()).ok().filter(|year| *year <= 9999)?, 4, "-");
    put(at.month(), 2, "-");
    put(at.day(), 2, " ");
    put(at.hour(), 2, ":");
    put(at.minute(), 2, ":");
    put(at.second(), 2, ".");
    put(at.nanosecond() / 1_000 % 1_000_000, 6, "");
    Some(text)
}

/// Reads what `sqlite_text` wrote, and nothing else.
fn sqlite_time(text: &str) -> Option<NaiveDateTime> {
    if text.len() != 26 || !text.is_ascii() {
        return None;
    }
    let number = |from: usize, to: usize| text.get(from..to).and_then(|digits| digits.parse::<u32>().ok());
    let date = NaiveDate::from_ymd_opt(i32::try_from(number(0, 4)?).ok()?, number(5, 7)?, number(8, 10)?)?;
    date.and_hms_micro_opt(number(11, 13)?, number(14, 16)?, number(17, 19)?, number(20, 26)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_times_is_the_order_of_their_text() {
        let texts =
            ["2026-01-05T09:00:00Z", "2026-01-05T09:00:00.000001Z", "2026-01-05T09:00:00.1Z", "2026-11-05T00:00:00Z"];
        let kept: Vec<String> =
            texts.iter().map(|text| sqlite_text(Time::parse(text).unwrap().naive()).unwrap()).collect();
        assert_eq!(kept[1], "2026-01-05 09:00:00.000001");
        assert!(kept.is_sorted());
        for (text, kept) in texts.iter().zip(&kept) {
            assert_eq!(sqlite_time(kept).map(Time::from_naive), Time::parse(text));
        }
    }

    #[test]
    fn a_time_that_we_did_not_write_is_no_time() {
        for text in ["", "2026-01-05", "2026-13-05 09:00:00.000000", "abc"] {
            assert_eq!(sqlite_time(text), None, "{text}");
        }
    }
}
