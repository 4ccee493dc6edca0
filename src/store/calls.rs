//! Plugin calls that are still to be made, as those see them who look after
//! plugins: how many of each, and which fail. Nobody's sight is asked: whose
//! ticket is confidential is said, for the floor above to leave it out.

use super::connection::on_either;
use super::error::StoreError;
use super::reader::Reader;
use super::schema::{deliveries, tickets};
use crate::model::ids::GroupId;
use crate::model::ticket::Kind;
use crate::model::time::Time;
use diesel::dsl::count_star;
use diesel::prelude::*;

/// How many calls of a module are still to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallsOf {
    /// The module that workflows name.
    pub plugin: String,
    /// All of them.
    pub waiting: i64,
    /// Those that failed before.
    pub failing: i64,
}

/// A call that failed and is still to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StuckCall {
    /// The module that workflows name.
    pub plugin: String,
    /// The function.
    pub function: String,
    /// How often it was tried.
    pub attempt: i32,
    /// When it is tried again.
    pub next_at: Time,
    /// What went wrong the last time.
    pub error: String,
    /// When it was first wished for.
    pub created_at: Time,
    /// The ticket's kind.
    pub kind: Kind,
    /// The digits of the ticket's number.
    pub number: i64,
    /// Whether the ticket is.
    pub confidential: bool,
}

type Row = (String, String, i32, Time, Option<String>, Time, Kind, i64, Option<GroupId>);

impl Reader {
    /// Calls that are still to be made, by module.
    pub fn calls_by_plugin(&mut self) -> Result<Vec<CallsOf>, StoreError> {
        self.read(|connection| {
            let all = deliveries::table.group_by(deliveries::plugin).select((deliveries::plugin, count_star()));
            let waiting: Vec<(String, i64)> = on_either!(connection, inner => all.load(inner)?);
            let failed = all.filter(deliveries::last_error.is_not_null());
            let failing: Vec<(String, i64)> = on_either!(connection, inner => failed.load(inner)?);
            let of = |plugin: &String| failing.iter().find(|(name, _)| name == plugin).map_or(0, |(_, count)| *count);
            let calls = waiting.iter().map(|(plugin, waiting)| CallsOf {
                plugin: plugin.clone(),
                waiting: *waiting,
                failing: of(plugin),
            });
            Ok(calls.collect())
        })
    }

    /// Calls that failed and are still to be made, the newest first.
    pub fn stuck_calls(&mut self, limit: i64) -> Result<Vec<StuckCall>, StoreError> {
        self.read(|connection| {
            let query = deliveries::table
                .inner_join(tickets::table.on(tickets::id.eq(deliveries::ticket)))
                .filter(deliveries::last_error.is_not_null())
                .order(deliveries::created_at.desc())
                .limit(limit)
                .select((
                    deliveries::plugin,
                    deliveries::function,
                    deliveries::attempt,
                    deliveries::next_at,
                    deliveries::last_error,
                    deliveries::created_at,
                    tickets::kind,
                    tickets::number,
                    tickets::restricted_to,
                ));
            let rows: Vec<Row> = on_either!(connection, inner => query.load(inner)?);
            Ok(rows.into_iter().map(stuck).collect())
        })
    }
}

fn stuck(row: Row) -> StuckCall {
    let (plugin, function, attempt, next_at, error, created_at, kind, number, restricted_to) = row;
    StuckCall {
        plugin,
        function,
        attempt,
        next_at,
        error: error.unwrap_or_default(),
        created_at,
        kind,
        number,
        confidential: restricted_to.is_some(),
    }
}
