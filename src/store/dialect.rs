//! Every statement whose SQL differs between the two databases, or that diesel
//! has no words for. A test counts them: think twice before adding one.

use super::connection::{AnyConnection, Purpose};
use super::error::StoreError;
use super::schema::{deliveries, events, journal, tickets};
use crate::model::event::EventType;
use crate::model::ids::{DeliveryId, TicketId};
use crate::model::time::Time;
use diesel::backend::Backend as Database;
use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, SqlLiteral, ValidGrouping};
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::serialize::ToSql;
use diesel::sql_types::{BigInt, Bool, HasSqlType, Integer, Text};
use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl, QueryableByName, RunQueryDsl, sql_query};
use std::time::Duration;

/// What a fresh connection is told first.
pub(super) fn set_up(connection: &mut AnyConnection, purpose: Purpose, wait: Duration) -> Result<(), StoreError> {
    match connection {
        AnyConnection::Sqlite(inner) => {
            // The wait comes first: switching to WAL needs a lock that a neighbour may hold.
            let wait = wait.as_millis();
            inner.batch_execute(&format!("PRAGMA busy_timeout = {wait};"))?;
            inner.batch_execute(match purpose {
                Purpose::Write => SQLITE_WRITER,
                Purpose::Read => SQLITE_READER,
            })?;
        }
        AnyConnection::Postgres(inner) => {
            let wait = wait.as_millis();
            inner.batch_execute(&format!("SET lock_timeout = {wait}; {POSTGRES_SESSION}"))?;
        }
    }
    Ok(())
}

/// FULL: what is answered is on the disk. The cache is pages of 4 KiB in negative KiB.
const SQLITE_WRITER: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
     PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4000;";
const SQLITE_READER: &str = "PRAGMA query_only = ON; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; \
     PRAGMA cache_size = -8192;";

/// A server told to answer before it has written is told otherwise.
const POSTGRES_SESSION: &str = "SET client_min_messages = warning; SELECT set_config('synchronous_commit', 'on', false) \
     WHERE current_setting('synchronous_commit') = 'off';";

/// Begins a transaction that writes. SQLite takes the write lock at once: one
/// that reads first and writes later fails without waiting.
pub(super) fn begin_writing(connection: &mut AnyConnection) -> QueryResult<()> {
    match connection {
        AnyConnection::Sqlite(inner) => inner.batch_execute("BEGIN IMMEDIATE"),
        AnyConnection::Postgres(inner) => inner.batch_execute("BEGIN"),
    }
}

/// Begins a transaction that sees one state of the database throughout.
pub(super) fn begin_reading(connection: &mut AnyConnection) -> QueryResult<()> {
    match connection {
        AnyConnection::Sqlite(inner) => inner.batch_execute("BEGIN DEFERRED"),
        AnyConnection::Postgres(inner) => inner.batch_execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"),
    }
}

/// Ends a transaction by keeping it.
pub(super) fn commit(connection: &mut AnyConnection) -> QueryResult<()> {
    connection.batch_execute("COMMIT")
}

/// Ends a transaction by dropping it.
pub(super) fn roll_back(connection: &mut AnyConnection) -> QueryResult<()> {
    connection.batch_execute("ROLLBACK")
}

/// Whether an error of SQLite's COMMIT says that the disk failed: what is on it
/// is no longer known, and only a fresh process may look.
pub(super) fn is_disk_failure(connection: &AnyConnection, error: &diesel::result::Error) -> bool {
    match (connection, error) {
        (AnyConnection::Sqlite(_), diesel::result::Error::DatabaseError(_, about)) => {
            about.message().contains("disk I/O error")
        }
        _ => false,
    }
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// Takes a block of a counter and returns its first number.
pub(super) fn take_block(connection: &mut AnyConnection, counter: &str, size: i64) -> QueryResult<i64> {
    let row: Number = match connection {
        AnyConnection::Sqlite(inner) => {
            sql_query("UPDATE counters SET next = next + ? WHERE name = ? RETURNING next - ? AS number")
                .bind::<BigInt, _>(size)
                .bind::<Text, _>(counter)
                .bind::<BigInt, _>(size)
                .get_result(inner)?
        }
        AnyConnection::Postgres(inner) => {
            sql_query("UPDATE counters SET next = next + $1 WHERE name = $2 RETURNING next - $1 AS number")
                .bind::<BigInt, _>(size)
                .bind::<Text, _>(counter)
                .get_result(inner)?
        }
    };
    Ok(row.number)
}

/// The server's process behind a connection, so that it can be waited for when
/// the connection is cut; SQLite has none.
#[derive(Clone, Debug, QueryableByName)]
pub(super) struct Backend {
    #[diesel(sql_type = Integer)]
    pid: i32,
    #[diesel(sql_type = Text)]
    started: String,
}

/// Asks a connection for its process.
pub(super) fn backend(connection: &mut AnyConnection) -> QueryResult<Option<Backend>> {
    match connection {
        AnyConnection::Sqlite(_) => Ok(None),
        AnyConnection::Postgres(inner) => {
            sql_query("SELECT pid, backend_start::text AS started FROM pg_stat_activity WHERE pid = pg_backend_pid()")
                .get_result(inner)
                .map(Some)
        }
    }
}

/// Ends a process of the server, if it still runs; true once it is gone. A
/// COMMIT that was cut off may still be under way in it.
pub(super) fn end_backend(connection: &mut AnyConnection, backend: &Backend) -> QueryResult<bool> {
    match connection {
        AnyConnection::Sqlite(_) => Ok(true),
        AnyConnection::Postgres(inner) => sql_query(
            "SELECT pg_terminate_backend(pid)::int::bigint AS number FROM pg_stat_activity \
             WHERE pid = $1 AND backend_start::text = $2",
        )
        .bind::<Integer, _>(backend.pid)
        .bind::<Text, _>(&backend.started)
        .get_results::<Number>(inner)
        .map(|found| found.is_empty()),
    }
}

/// One node migrates at a time; the others wait. SQLite has its own lock.
pub(super) fn lock_migrations(connection: &mut AnyConnection) -> QueryResult<()> {
    match connection {
        AnyConnection::Sqlite(_) => Ok(()),
        AnyConnection::Postgres(inner) => {
            inner.batch_execute("SET lock_timeout = 0; SELECT pg_advisory_lock(7018201746)")
        }
    }
}

/// The others may.
pub(super) fn unlock_migrations(connection: &mut AnyConnection) -> QueryResult<()> {
    match connection {
        AnyConnection::Sqlite(_) => Ok(()),
        AnyConnection::Postgres(inner) => inner.batch_execute("SELECT pg_advisory_unlock(7018201746)"),
    }
}

/// Whether a row of the journal is open, with the word in the statement: a bound
/// value would hide from the planner that the index of open rows will do.
pub(super) fn is_open() -> diesel::dsl::Eq<journal::state, SqlLiteral<Text>> {
    journal::state.eq(sql::<Text>("'open'"))
}

/// Whether a ticket is not closed, in words for the same reason.
pub(super) fn is_unclosed() -> diesel::dsl::NotEq<tickets::status, SqlLiteral<Text>> {
    tickets::status.ne(sql::<Text>("'closed'"))
}

/// Counts the rows of a query that has a limit, so that no count goes on for ever.
#[derive(Clone, Copy)]
pub(super) struct Capped<Q>(pub(super) Q);

impl<Q> QueryId for Capped<Q> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
impl<Q> Query for Capped<Q> {
    type SqlType = BigInt;
}
impl<Q, C> RunQueryDsl<C> for Capped<Q> {}
impl<Q, DB: Database> QueryFragment<DB> for Capped<Q>
where
    Q: QueryFragment<DB>,
{
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        out.push_sql("SELECT COUNT(*) FROM (");
        self.0.walk_ast(out.reborrow())?;
        out.push_sql(") AS capped");
        Ok(())
    }
}

/// `column IN (…)` that keeps its prepared statement. diesel's own prepares
/// anew each time on SQLite, since the number of values is in the statement;
/// reading one ticket took twice as long for it. Here a statement is kept for
/// each number of values: callers keep those few.
#[derive(Clone, Debug)]
pub(super) struct OneOf<C, T> {
    column: C,
    values: Vec<T>,
}

/// `column IN (values)`; nothing is one of none.
pub(super) fn one_of<C, T>(column: C, values: Vec<T>) -> OneOf<C, T> {
    OneOf { column, values }
}

/// The same for as many values as somebody happens to have: the last is
/// repeated up to a power of two, so that there are few statements.
pub(super) fn one_of_many<C, T: Copy>(column: C, mut values: Vec<T>) -> OneOf<C, T> {
    if let Some(last) = values.last().copied() {
        values.resize(values.len().next_power_of_two(), last);
    }
    OneOf { column, values }
}

impl<C: Expression, T> Expression for OneOf<C, T> {
    type SqlType = Bool;
}

impl<C: AppearsOnTable<QS>, T, QS> AppearsOnTable<QS> for OneOf<C, T> {}

impl<C: SelectableExpression<QS>, T, QS> SelectableExpression<QS> for OneOf<C, T> {}

impl<C: ValidGrouping<G>, T, G> ValidGrouping<G> for OneOf<C, T> {
    type IsAggregate = C::IsAggregate;
}

impl<C, T> QueryId for OneOf<C, T> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<C, T, DB> QueryFragment<DB> for OneOf<C, T>
where
    C: Expression + QueryFragment<DB>,
    T: ToSql<C::SqlType, DB>,
    DB: Database + HasSqlType<C::SqlType>,
{
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        if self.values.is_empty() {
            out.push_sql("1=0");
            return Ok(());
        }
        self.column.walk_ast(out.reborrow())?;
        for (n, value) in self.values.iter().enumerate() {
            out.push_sql(if n == 0 { " IN (" } else { ", " });
            out.push_bind_param::<C::SqlType, _>(value)?;
        }
        out.push_sql(")");
        Ok(())
    }
}

/// `column IN (one UNION ALL other)`: two conditions joined by OR would have
/// PostgreSQL look at every row of the column's table. diesel has no unions for
/// a connection to either database.
#[derive(Clone, Debug)]
pub(super) struct InEither<C, A, B> {
    column: C,
    one: A,
    other: B,
}

/// `column IN (one UNION ALL other)`.
pub(super) fn in_either<C, A, B>(column: C, one: A, other: B) -> InEither<C, A, B> {
    InEither { column, one, other }
}

impl<C: Expression, A, B> Expression for InEither<C, A, B> {
    type SqlType = Bool;
}

impl<C: AppearsOnTable<QS>, A, B, QS> AppearsOnTable<QS> for InEither<C, A, B> {}

impl<C: SelectableExpression<QS>, A, B, QS> SelectableExpression<QS> for InEither<C, A, B> {}

impl<C: ValidGrouping<G>, A, B, G> ValidGrouping<G> for InEither<C, A, B> {
    type IsAggregate = C::IsAggregate;
}

impl<C, A, B> QueryId for InEither<C, A, B> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<C, A, B, DB> QueryFragment<DB> for InEither<C, A, B>
where
    C: QueryFragment<DB>,
    A: QueryFragment<DB>,
    B: QueryFragment<DB>,
    DB: Database,
{
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        self.column.walk_ast(out.reborrow())?;
        out.push_sql(" IN (");
        self.one.walk_ast(out.reborrow())?;
        out.push_sql(" UNION ALL ");
        self.other.walk_ast(out.reborrow())?;
        out.push_sql(")");
        Ok(())
    }
}

/// Deliveries due at `now`; on PostgreSQL those that no other node is claiming.
pub(super) fn due_deliveries(connection: &mut AnyConnection, now: Time, limit: i64) -> QueryResult<Vec<DeliveryId>> {
    let due = deliveries::table
        .filter(deliveries::next_at.le(now))
        .order((deliveries::next_at, deliveries::id))
        .limit(limit)
        .select(deliveries::id);
    match connection {
        AnyConnection::Sqlite(inner) => due.load(inner),
        AnyConnection::Postgres(inner) => due.for_update().skip_locked().load(inner),
    }
}

/// An entry of the log: `(xid, position, ticket)`, `(seq, at, type)`.
pub(super) type LogRow = ((i64, i64, TicketId), (i64, Time, EventType));

/// The log behind a place. On SQLite one writer gives the order; on PostgreSQL
/// places become visible out of order, so that it is read only below the first
/// transaction that may still be under way, in any database of the server: a
/// follower lags behind the longest one and asks again.
pub(super) fn log_behind(
    connection: &mut AnyConnection,
    (xid, position): (i64, i64),
    limit: i64,
) -> QueryResult<Vec<LogRow>> {
    let log = events::table
        .limit(limit)
        .select(((events::xid, events::position, events::ticket), (events::seq, events::at, events::type_)));
    match connection {
        AnyConnection::Sqlite(inner) => log.filter(events::position.gt(position)).order(events::position).load(inner),
        AnyConnection::Postgres(inner) => {
            let settled = settled(inner)?;
            log.filter(events::xid.ge(xid))
                .filter(events::xid.gt(xid).or(events::position.gt(position)))
                .filter(events::xid.lt(settled))
                .order((events::xid, events::position))
                .load(inner)
        }
    }
}

/// The first transaction that may still be under way.
fn settled(connection: &mut diesel::PgConnection) -> QueryResult<i64> {
    let first: Number =
        sql_query("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS number").get_result(connection)?;
    Ok(first.number)
}

/// The place behind all that `log_behind` would give now.
pub(super) fn log_end(connection: &mut AnyConnection) -> QueryResult<(i64, i64)> {
    match connection {
        AnyConnection::Sqlite(inner) => {
            let last: Option<i64> = events::table.select(diesel::dsl::max(events::position)).first(inner)?;
            Ok((0, last.unwrap_or(0)))
        }
        AnyConnection::Postgres(inner) => Ok((settled(inner)? - 1, i64::MAX)),
    }
}

/// Lets an SQLite file grow by so many pages only: a full disk, for tests.
#[cfg(test)]
pub(super) fn shrink(connection: &mut AnyConnection, pages: u32) -> QueryResult<()> {
    #[derive(QueryableByName)]
    struct Pages {
        #[diesel(sql_type = BigInt)]
        page_count: i64,
    }
    match connection {
        AnyConnection::Sqlite(inner) => {
            let now: Pages = sql_query("PRAGMA page_count").get_result(inner)?;
            inner.batch_execute(&format!("PRAGMA max_page_count = {}", now.page_count + i64::from(pages)))
        }
        AnyConnection::Postgres(_) => Ok(()),
    }
}

/// Ends every other process of this PostgreSQL database, for tests.
#[cfg(test)]
pub(super) fn end_others(connection: &mut AnyConnection) -> QueryResult<()> {
    connection.batch_execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
         WHERE datname = current_database() AND pid <> pg_backend_pid()",
    )
}
