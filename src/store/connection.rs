//! A connection to either database: chosen by URL, set up, thrown away when it
//! fails. Which statements run on it is no matter of this file.

use super::dialect;
use super::error::StoreError;
use diesel::{Connection, PgConnection, SqliteConnection};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// One connection to SQLite or PostgreSQL.
#[derive(diesel::MultiConnection)]
pub enum AnyConnection {
    /// The embedded database.
    Sqlite(SqliteConnection),
    /// The database server.
    Postgres(PgConnection),
}

/// Runs one expression on the connection inside: what the enum cannot carry
/// (inserts of many rows, conflicts), and what must be as fast as it can be.
macro_rules! on_either {
    ($connection:expr, $inner:ident => $body:expr) => {
        match $connection {
            $crate::store::connection::AnyConnection::Sqlite($inner) => $body,
            $crate::store::connection::AnyConnection::Postgres($inner) => $body,
        }
    };
}
pub(super) use on_either;

/// Which database a URL means, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A file.
    Sqlite(PathBuf),
    /// A server, by its whole URL.
    Postgres(String),
}

impl Target {
    /// Reads `sqlite://PATH` or `postgres://…`.
    pub fn parse(url: &str) -> Result<Self, StoreError> {
        let wrong =
            |why: &str| Err(StoreError::Fatal(format!("the database URL {why}: use sqlite://PATH or postgres://…")));
        if let Some(path) = url.strip_prefix("sqlite://") {
            return match path {
                "" => wrong("names no file"),
                ":memory:" => wrong("names no file that could be opened twice"),
                path => Ok(Target::Sqlite(PathBuf::from(path))),
            };
        }
        match url.split_once("://") {
            Some(("postgres" | "postgresql", _)) => Ok(Target::Postgres(url.to_owned())),
            Some((scheme, _)) => wrong(&format!("begins with {scheme}")),
            None => wrong("has no scheme"),
        }
    }
}

/// What a connection is for: it decides about caches and what is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Writes; on SQLite there is one of these.
    Write,
    /// Reads only; SQLite refuses anything else.
    Read,
}

/// Opens and sets up a connection.
pub(super) fn connect(target: &Target, purpose: Purpose, wait: Duration) -> Result<AnyConnection, StoreError> {
    let mut connection = match target {
        Target::Sqlite(path) => {
            let path = path.to_str().ok_or_else(|| StoreError::Fatal("the database's path is no UTF-8".to_owned()))?;
            AnyConnection::Sqlite(SqliteConnection::establish(path)?)
        }
        Target::Postgres(url) => AnyConnection::Postgres(PgConnection::establish(url).map_err(without_password)?),
    };
    dialect::set_up(&mut connection, purpose, wait)?;
    Ok(connection)
}

/// libpq's reasons name host, port, user and database, never the password; the
/// URL itself is not repeated.
fn without_password(error: diesel::ConnectionError) -> StoreError {
    match error {
        diesel::ConnectionError::BadConnection(reason) => StoreError::Unavailable(reason),
        _ => StoreError::Fatal("the database URL cannot be read".to_owned()),
    }
}

/// The lock beside an SQLite file: one `serve` per file.
#[derive(Debug)]
pub(super) struct FileLock(#[expect(dead_code, reason = "the lock lasts as long as the open file")] std::fs::File);

impl FileLock {
    /// Takes the lock, or says that somebody has it.
    pub(super) fn take(database: &Path) -> Result<Self, StoreError> {
        let mut path = database.as_os_str().to_owned();
        path.push(".lock");
        let file = std::fs::OpenOptions::new().create(true).truncate(false).write(true).open(&path);
        let file = file.map_err(|error| StoreError::Fatal(format!("{}: {error}", Path::new(&path).display())))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(std::fs::TryLockError::WouldBlock) => Err(StoreError::Fatal(format!(
                "{} is in use by another maitred; a file serves one at a time",
                database.display()
            ))),
            Err(std::fs::TryLockError::Error(error)) => {
                Err(StoreError::Fatal(format!("{}: {error}", Path::new(&path).display())))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_names_its_database() {
        assert_eq!(Target::parse("sqlite://data/maitred.db"), Ok(Target::Sqlite("data/maitred.db".into())));
        assert_eq!(Target::parse("sqlite:///var/maitred.db"), Ok(Target::Sqlite("/var/maitred.db".into())));
        let url = "postgres://maitred@localhost/maitred";
        assert_eq!(Target::parse(url), Ok(Target::Postgres(url.to_owned())));
    }

    #[test]
    fn a_wrong_url_is_refused_with_what_is_right() {
        for url in ["", "maitred.db", "mysql://localhost", "sqlite://", "sqlite://:memory:"] {
            let said = Target::parse(url).unwrap_err().to_string();
            assert!(said.contains("use sqlite://PATH or postgres://"), "{url}: {said}");
        }
    }
}
