//! Plugin calls that are still to be made, as those see them who look after
//! plugins: how many of each, and which fail. A confidential ticket is named
//! to those alone who may see it.

use super::connection::on_either;
use super::error::StoreError;
use super::reader::Reader;
use super::schema::{deliveries, tickets};
use super::visible::one_visible;
use crate::model::ticket::Kind;
use crate::model::time::Time;
use crate::model::view::Sight;
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
    /// Kind and number of its ticket; none of a confidential one that is closed to
    /// who asks.
    pub ticket: Option<(Kind, i64)>,
}

type Row = (String, String, i32, Time, Option<String>, Time, Option<Kind>, Option<i64>);

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
    pub fn stuck_calls(&mut self, sight: &Sight, limit: i64) -> Result<Vec<StuckCall>, StoreError> {
        self.read(|connection| {
            let groups = if sight.staff { sight.groups.clone() } else { Vec::new() };
            let open = tickets::restricted_to.is_null().or(one_visible(sight.user, sight.staff, groups));
            let seen = tickets::id.eq(deliveries::ticket).and(open);
            let query = deliveries::table
                .left_join(tickets::table.on(seen))
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
                    tickets::kind.nullable(),
                    tickets::number.nullable(),
                ));
            let rows: Vec<Row> = on_either!(connection, inner => query.load(inner)?);
            Ok(rows.into_iter().map(stuck).collect())
        })
    }
}

fn stuck(row: Row) -> StuckCall {
    let (plugin, function, attempt, next_at, error, created_at, kind, number) = row;
    StuckCall {
        plugin,
        function,
        attempt,
        next_at,
        error: error.unwrap_or_default(),
        created_at,
        ticket: kind.zip(number),
    }
}
