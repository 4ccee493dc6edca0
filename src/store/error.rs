//! What can go wrong in the store, split by what the caller may do about it,
//! and the one place that reads diesel's errors. No SQL leaves this file.

use diesel::ConnectionError;
use diesel::result::{DatabaseErrorInformation, DatabaseErrorKind, Error};

/// Why the store could not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// There is no such row.
    #[error("there is no such row")]
    NotFound,
    /// A rule of the tables forbids it; the caller sends something else.
    #[error("`{name}` forbids it")]
    Constraint {
        /// `table` or `table.column` for what must be unique, `foreign_key`, `not_null`, `check`.
        name: String,
    },
    /// Somebody else was first; the caller reads again and decides again.
    #[error("somebody else was first")]
    Conflict,
    /// The database does not answer or is full; the caller tries again later.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// A stored row cannot be read.
    #[error("a stored row cannot be read: {0}")]
    Corrupt(String),
    /// Nothing will help but an administrator: a wrong URL, a locked file, a
    /// schema of another version.
    #[error("{0}")]
    Fatal(String),
}

impl StoreError {
    /// Whether the same call may succeed a little later.
    pub fn is_temporary(&self) -> bool {
        matches!(self, StoreError::Unavailable(_))
    }
}

impl From<ConnectionError> for StoreError {
    fn from(error: ConnectionError) -> Self {
        StoreError::Unavailable(error.to_string())
    }
}

impl From<Error> for StoreError {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound => StoreError::NotFound,
            Error::DatabaseError(kind, about) => of_database(kind, about.as_ref()),
            Error::DeserializationError(cause) => StoreError::Corrupt(cause.to_string()),
            Error::SerializationError(cause) => StoreError::Constraint { name: cause.to_string() },
            other => StoreError::Unavailable(other.to_string()),
        }
    }
}

fn of_database(kind: DatabaseErrorKind, about: &(dyn DatabaseErrorInformation + Send + Sync)) -> StoreError {
    let fixed = |name: &str| StoreError::Constraint { name: name.to_owned() };
    match kind {
        DatabaseErrorKind::UniqueViolation => StoreError::Constraint { name: unique_name(about) },
        DatabaseErrorKind::ForeignKeyViolation | DatabaseErrorKind::RestrictViolation => fixed("foreign_key"),
        DatabaseErrorKind::NotNullViolation => fixed("not_null"),
        DatabaseErrorKind::CheckViolation | DatabaseErrorKind::ExclusionViolation => fixed("check"),
        DatabaseErrorKind::SerializationFailure => StoreError::Unavailable("other writers were in the way".to_owned()),
        _ if refuses_value(about.message()) => fixed("value"),
        _ => StoreError::Unavailable(about.message().to_owned()),
    }
}

/// A text that this database cannot keep at all: PostgreSQL refuses NUL, STRICT
/// tables of SQLite another type. Neither comes as a kind of its own.
fn refuses_value(message: &str) -> bool {
    message.starts_with("invalid byte sequence for encoding")
        || message.starts_with("cannot store ")
        || message.contains("is never changed")
}

/// `table.column` of a violated uniqueness, or only the table when it is its
/// key. SQLite names the columns in its message, PostgreSQL the constraint:
/// `TABLE_pkey` or `TABLE_COLUMN_key`.
fn unique_name(about: &(dyn DatabaseErrorInformation + Send + Sync)) -> String {
    let named = if let Some(columns) = about.message().strip_prefix("UNIQUE constraint failed: ") {
        let table = columns.split('.').next().unwrap_or_default();
        if columns.contains(", ") { table.to_owned() } else { columns.to_owned() }
    } else {
        let table = about.table_name().unwrap_or_default();
        let rest = about.constraint_name().unwrap_or_default().strip_prefix(table).unwrap_or_default();
        let column = rest.strip_prefix('_').and_then(|rest| rest.strip_suffix("_key")).filter(|it| !it.contains('_'));
        column.map_or(table.to_owned(), |column| format!("{table}.{column}"))
    };
    let key = [".id", ".number", ".hash"].iter().find_map(|key| named.strip_suffix(key));
    key.map_or(named.clone(), str::to_owned)
}
