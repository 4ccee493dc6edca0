//! The schema itself: the same in both databases, as diesel believes it to be,
//! and with an index for every foreign key.

use crate::store::connection::{AnyConnection, Purpose, connect};
use crate::store::testing::{Database, on_both, options, postgres};
use crate::store::{Store, StoreError, Target};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Integer, Text};
use diesel_migrations::MigrationHarness;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Duration;

/// Table, column, type in the words of `schema.rs`.
type Columns = BTreeMap<(String, String), String>;

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    column_name: String,
    #[diesel(sql_type = Text)]
    data_type: String,
    #[diesel(sql_type = Integer)]
    required: i32,
}

fn connection(database: &Database) -> AnyConnection {
    connect(&Target::parse(&database.url).unwrap(), Purpose::Write, Duration::from_secs(5)).unwrap()
}

fn columns(database: &Database) -> Columns {
    let rows: Vec<Column> = match &mut connection(database) {
        AnyConnection::Sqlite(inner) => sql_query(
            "SELECT m.name AS table_name, c.name AS column_name, c.type AS data_type, \
             (c.\"notnull\" OR c.pk) AS required FROM sqlite_schema m JOIN pragma_table_info(m.name) c \
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'",
        )
        .load(inner)
        .unwrap(),
        AnyConnection::Postgres(inner) => sql_query(
            "SELECT table_name::text, column_name::text, data_type::text, \
             (is_nullable = 'NO')::int AS required FROM information_schema.columns WHERE table_schema = 'public'",
        )
        .load(inner)
        .unwrap(),
    };
    rows.into_iter()
        .filter(|row| !row.table_name.starts_with("__diesel"))
        .map(|row| {
            (
                (row.table_name, row.column_name),
                format!("{}{}", row.data_type, if row.required == 1 { "" } else { "?" }),
            )
        })
        .collect()
}

/// What `schema.rs` and its rooms say, with each type in the words of one database.
fn believed(words: &[(&str, &str)]) -> Columns {
    let mut believed = Columns::new();
    let (mut table, mut name) = (String::new(), None);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store");
    let rooms = std::fs::read_dir(folder.join("schema")).unwrap().map(|file| file.unwrap().path());
    let files = std::iter::once(folder.join("schema.rs")).chain(rooms);
    let tables: String = files.map(|file| std::fs::read_to_string(file).unwrap()).collect();
    for line in tables.lines().map(str::trim) {
        if let Some((head, _)) = line.split_once(" (").filter(|(_, tail)| tail.ends_with(") {")) {
            table = head.to_owned();
        } else if let Some(quoted) = line.strip_prefix("#[sql_name = \"") {
            name = Some(quoted.trim_end_matches("\"]").to_owned());
        } else if let Some((column, kind)) = line.trim_end_matches(',').split_once(" -> ") {
            let inner = kind.strip_prefix("Nullable<").map(|kind| kind.trim_end_matches('>'));
            let word = words.iter().find(|(ours, _)| *ours == inner.unwrap_or(kind)).unwrap().1;
            let column = name.take().unwrap_or_else(|| column.to_owned());
            believed.insert((table.clone(), column), format!("{word}{}", if inner.is_some() { "?" } else { "" }));
        }
    }
    believed
}

#[test]
fn diesel_believes_what_the_migrations_make() {
    let sqlite = [
        ("Binary", "BLOB"),
        ("Text", "TEXT"),
        ("Timestamp", "TEXT"),
        ("Bool", "INTEGER"),
        ("Integer", "INTEGER"),
        ("BigInt", "INTEGER"),
    ];
    assert_eq!(columns(&Database::sqlite()), believed(&sqlite));
    let postgres = [
        ("Binary", "bytea"),
        ("Text", "text"),
        ("Timestamp", "timestamp without time zone"),
        ("Bool", "boolean"),
        ("Integer", "integer"),
        ("BigInt", "bigint"),
    ];
    if let Some(database) = Database::postgres() {
        assert_eq!(columns(&database), believed(&postgres));
    }
}

#[test]
fn the_migrations_have_the_same_names_in_both() {
    let names = |kind: &str| -> BTreeSet<_> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(kind);
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect()
    };
    assert_eq!(names("sqlite"), names("postgres"));
}

#[derive(QueryableByName)]
struct Named {
    #[diesel(sql_type = Text)]
    name: String,
}

on_both! {
    fn every_foreign_key_has_an_index(db) {
        let bare: Vec<Named> = match &mut connection(db) {
            AnyConnection::Sqlite(inner) => sql_query(
                "SELECT m.name || '.' || f.\"from\" AS name FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f \
                 WHERE m.type = 'table' AND f.seq = 0 AND NOT EXISTS (SELECT 1 FROM pragma_index_list(m.name) l \
                 JOIN pragma_index_info(l.name) i WHERE i.seqno = 0 AND i.name = f.\"from\")",
            ).load(inner).unwrap(),
            AnyConnection::Postgres(inner) => sql_query(
                "SELECT conrelid::regclass || '.' || conname AS name FROM pg_constraint c WHERE contype = 'f' \
                 AND connamespace = 'public'::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_index i \
                 WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])",
            ).load(inner).unwrap(),
        };
        let bare: Vec<String> = bare.into_iter().map(|row| row.name).collect();
        assert_eq!(bare, [""; 0]);
    }

    fn a_migrated_database_has_nothing_to_migrate(db) {
        assert_eq!(db.store.pending_migrations(), Ok(vec![]));
        assert_eq!(db.store.migrate(), Ok(vec![]));
    }

    fn an_event_is_never_changed_or_deleted(db) {
        db.ticket(1);
        for statement in ["UPDATE events SET actor_id = 'nobody'", "DELETE FROM events"] {
            let refused = connection(db).batch_execute(statement).map_err(StoreError::from);
            assert!(refused.is_err(), "{statement}");
        }
        let ticket = db.people.new_ticket(1).id;
        assert_eq!(db.reader().events(ticket, 0, 10).unwrap().len(), 3);
    }
}

#[test]
fn sqlite_takes_no_value_of_another_type() {
    let mut connection = connection(&Database::sqlite());
    let refused = connection.batch_execute("UPDATE counters SET next = 'abc'").map_err(StoreError::from);
    assert_eq!(refused, Err(StoreError::Constraint { name: "value".to_owned() }));
}

/// A row of a table in which every column that must be there is, with one value
/// for all ids.
fn least_row(connection: &mut diesel::SqliteConnection, table: &str) -> String {
    let needed = format!("FROM pragma_table_info('{table}') WHERE \"notnull\" OR pk ORDER BY cid");
    let mut each = |what: &str| -> String {
        let rows: Vec<Named> = sql_query(format!("SELECT {what} AS name {needed}")).load(connection).unwrap();
        rows.into_iter().map(|row| row.name).collect::<Vec<_>>().join(", ")
    };
    let names = each("'\"' || name || '\"'");
    let values = each(
        "CASE type WHEN 'BLOB' THEN 'x\"00112233445566778899aabbccddeeff\"' WHEN 'INTEGER' THEN '1' \
         ELSE '\"2026-01-05 09:00:00.000000\"' END",
    );
    format!("INSERT INTO {table} ({names}) VALUES ({})", values.replace('"', "'"))
}

#[test]
fn messages_outlive_the_migration_that_lets_them_be_about_no_ticket() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/maitred.db", folder.path().display());
    let store = Store::open(&url, options()).unwrap();
    let target = Target::parse(&url).unwrap();
    if let AnyConnection::Sqlite(inner) = &mut connect(&target, Purpose::Write, Duration::from_secs(5)).unwrap() {
        for _ in 0..2 {
            inner.run_next_migration(crate::store::SQLITE_MIGRATIONS).unwrap();
        }
        for table in ["users", "tickets", "notifications"] {
            let row = least_row(inner, table);
            inner.batch_execute(&row).unwrap();
        }
    }
    assert!(!store.migrate().unwrap().is_empty());
    let kept: Vec<Named> = match &mut connect(&target, Purpose::Read, Duration::from_secs(5)).unwrap() {
        AnyConnection::Sqlite(inner) => sql_query("SELECT hex(ticket) AS name FROM notifications").load(inner).unwrap(),
        AnyConnection::Postgres(_) => Vec::new(),
    };
    assert_eq!(kept.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["00112233445566778899AABBCCDDEEFF"]);
}

fn migrate_at_once(url: &str) {
    let nodes: Vec<_> = (0..4)
        .map(|_| {
            let url = url.to_owned();
            std::thread::spawn(move || Store::open(&url, options()).unwrap().migrate().unwrap().len())
        })
        .collect();
    let done: usize = nodes.into_iter().map(|node| node.join().unwrap()).sum();
    let all = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/postgres")).unwrap().count();
    assert_eq!(done, all, "each migration is done by one of them");
}

#[test]
fn nodes_that_start_at_once_migrate_once() {
    if let Some(server) = postgres::Server::get() {
        migrate_at_once(&server.empty_database());
    }
}

#[test]
fn a_file_serves_one_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/deep/maitred.db", folder.path().display());
    let alone = crate::store::Options { exclusive: true, ..options() };
    let first = Store::open(&url, alone.clone()).unwrap();
    assert!(matches!(Store::open(&url, alone.clone()), Err(StoreError::Fatal(_))));
    first.shutdown();
    drop(first);
    assert!(Store::open(&url, alone).is_ok());
}
