//! Floor 2: the only place that knows diesel and SQL.
//!
//! Stores what the model describes in SQLite or PostgreSQL, chosen by URL. One
//! way in for what commands come to (`commit`: many commands, one fsync), one
//! for small durable writes (sessions, people, content), one way out
//! (`Reader`). No rule of the desk lives here: who may do what is decided
//! above, except who may *see* a ticket, which every query for people asks
//! (`visible`). Rows, tables and SQL never leave this folder.

mod absences;
mod appointments;
mod attachments;
mod audit;
pub mod bare;
mod calls;
mod committer;
mod connection;
mod content;
mod deliveries;
mod dialect;
mod directory;
mod erasure;
mod error;
mod filter;
mod firings;
mod follow;
mod forgetting;
mod jobs;
mod list;
mod messages;
mod outgoing;
mod people;
mod persisted;
mod popular;
mod prepared_texts;
mod proposals;
mod reader;
mod reception;
mod redaction;
mod relations;
mod rows;
mod said;
mod saved_views;
mod schema;
mod signin;
mod surveys;
mod types;
mod views;
mod visible;
mod workload;
mod worklog;
mod world;

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

pub use absences::Registered;
pub use audit::AuditFilter;
pub use calls::{CallsOf, StuckCall};
pub use committer::{Committed, Done};
pub use connection::Target;
pub use content::{PublishedFile, Release, ReleaseFile, WorkflowVersion, content_hash};
pub use deliveries::Claimed;
pub use directory::{Directory, Edit, Registration};
pub use erasure::ClosedPlace;
pub use error::StoreError;
pub use filter::{Filter, Words};
pub use firings::{Firing, KEPT, OutOfTurn, fire_time_of};
pub use follow::Followed;
pub use jobs::{Clock, DueTimer, JobFilter};
pub use list::{Counted, Position, Sort, SortKey, SortValue};
pub use outgoing::OutgoingFilter;
pub use people::NewPerson;
pub use prepared_texts::{Draft, Kept, MadeUnder};
pub use reader::{Depth, Reader, State};
pub use saved_views::ViewRefused;
pub use signin::{ApiToken, Credentials, Session, TokenHash};
pub use views::{Glance, LogEntry, LogPlace};
pub use workload::{InHand, InQueue};
pub use world::WorldVersions;

use crate::model::changes::Changes;
use committer::Committer;
use connection::{AnyConnection, FileLock, Purpose, connect};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use parking_lot::Mutex;
use std::sync::Arc;
use std::time::Duration;

const SQLITE_MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES_MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Called when nothing but the end of the process is safe: the disk failed
/// while a commit was written. What is on it is then known only to a fresh process.
pub type OnFatal = Arc<dyn Fn(&str) + Send + Sync>;

/// How the store runs.
#[derive(Clone)]
pub struct Options {
    /// Whether to take the lock beside an SQLite file; `serve` does.
    pub exclusive: bool,
    /// Whether an SQLite file must be there already; what only looks makes none.
    pub must_exist: bool,
    /// Changes that may wait for each writing thread; more are answered 503.
    pub queue: usize,
    /// Most commands in one commit on SQLite.
    pub sqlite_batch: usize,
    /// Most commands in one commit on PostgreSQL.
    pub postgres_batch: usize,
    /// Writing threads on PostgreSQL.
    pub postgres_writers: usize,
    /// How long a connection waits for a lock.
    pub wait: Duration,
    /// What ends the process.
    pub on_fatal: OnFatal,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            exclusive: false,
            must_exist: false,
            queue: 4_096,
            sqlite_batch: 256,
            postgres_batch: 32,
            postgres_writers: 4,
            wait: Duration::from_secs(5),
            on_fatal: Arc::new(|why| {
                tracing::error!("{why}: this process ends, the next one looks at what is on the disk");
                std::process::abort()
            }),
        }
    }
}

/// The store; clones are the same one.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    target: Target,
    options: Options,
    committer: Committer,
    /// Idle connections for small writes on PostgreSQL.
    idle: Mutex<Vec<AnyConnection>>,
    _lock: Option<FileLock>,
}

impl Store {
    /// Opens the database that `url` means. Makes the folder of an SQLite file,
    /// migrates nothing.
    pub fn open(url: &str, options: Options) -> Result<Self, StoreError> {
        let target = Target::parse(url)?;
        let mut lock = None;
        if let Target::Sqlite(path) = &target {
            if options.must_exist && !path.exists() {
                let hint = "`maitred serve` and `maitred migrate` make one";
                return Err(StoreError::Fatal(format!("{} does not exist: {hint}", path.display())));
            }
            if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
                std::fs::create_dir_all(folder)
                    .map_err(|error| StoreError::Fatal(format!("{}: {error}", folder.display())))?;
            }
            lock = options.exclusive.then(|| FileLock::take(path)).transpose()?;
        }
        // Whoever opens finds out now what is wrong with the URL; SQLite's file is made and set to WAL.
        drop(connect(&target, Purpose::Write, options.wait)?);
        let committer = Committer::start(target.clone(), options.clone())?;
        Ok(Self(Arc::new(Inner { target, options, committer, idle: Mutex::new(Vec::new()), _lock: lock })))
    }

    /// Brings the schema up to date and returns the names of what was done. One
    /// node does it, others wait.
    pub fn migrate(&self) -> Result<Vec<String>, StoreError> {
        let mut connection = connect(&self.0.target, Purpose::Write, self.0.options.wait)?;
        dialect::lock_migrations(&mut connection)?;
        let done = match &mut connection {
            AnyConnection::Sqlite(inner) => names(inner.run_pending_migrations(SQLITE_MIGRATIONS)),
            AnyConnection::Postgres(inner) => names(inner.run_pending_migrations(POSTGRES_MIGRATIONS)),
        };
        dialect::unlock_migrations(&mut connection)?;
        done
    }

    /// The names of migrations that are not done yet.
    pub fn pending_migrations(&self) -> Result<Vec<String>, StoreError> {
        let mut connection = connect(&self.0.target, Purpose::Write, self.0.options.wait)?;
        let pending = match &mut connection {
            AnyConnection::Sqlite(inner) => inner.pending_migrations(SQLITE_MIGRATIONS).map(|all| named(&all)),
            AnyConnection::Postgres(inner) => inner.pending_migrations(POSTGRES_MIGRATIONS).map(|all| named(&all)),
        };
        pending.map_err(migration_failed)
    }

    /// Queues what a command came to and returns at once. `done` is called on
    /// the committer's thread, after the changes are on disk or refused.
    pub fn commit(&self, changes: &Changes, done: Done) {
        self.0.committer.commit(changes, done);
    }

    /// How many commits carried how many commands: `(commands, commits)`.
    pub fn batch_sizes(&self) -> Vec<(usize, u64)> {
        self.0.committer.batch_sizes()
    }

    /// Commands that wait for their commit now.
    pub fn waiting(&self) -> usize {
        self.0.committer.waiting()
    }

    /// Which database this is.
    pub fn target(&self) -> &Target {
        &self.0.target
    }

    /// Writes what waits and ends the threads; later calls are answered unavailable.
    pub fn shutdown(&self) {
        self.0.committer.stop();
    }

    /// A small durable write in a transaction of its own; waits for it. On
    /// SQLite it runs between two batches, since there is one connection that
    /// writes; on PostgreSQL on a connection of its own.
    fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut AnyConnection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        match &self.0.target {
            Target::Sqlite(_) => self.0.committer.small(work),
            Target::Postgres(_) => self.write_beside(work),
        }
    }

    fn write_beside<T>(&self, work: impl FnOnce(&mut AnyConnection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let mut connection = self.begun()?;
        // A connection on which anything failed is not used again.
        let value = match work(&mut connection) {
            Ok(value) => value,
            Err(error) => {
                dialect::roll_back(&mut connection).ok();
                return Err(error);
            }
        };
        dialect::commit(&mut connection)?;
        let mut idle = self.0.idle.lock();
        if idle.len() < self.0.options.postgres_writers {
            idle.push(connection);
        }
        Ok(value)
    }

    /// A connection with a transaction begun: an idle one that was not lost
    /// meanwhile, or a fresh one.
    fn begun(&self) -> Result<AnyConnection, StoreError> {
        let idle = || self.0.idle.lock().pop();
        while let Some(mut connection) = idle() {
            if dialect::begin_writing(&mut connection).is_ok() {
                return Ok(connection);
            }
        }
        let mut fresh = connect(&self.0.target, Purpose::Write, self.0.options.wait)?;
        dialect::begin_writing(&mut fresh)?;
        Ok(fresh)
    }
}

type Migrated<'a> = Result<Vec<diesel::migration::MigrationVersion<'a>>, Box<dyn std::error::Error + Send + Sync>>;

fn names(done: Migrated<'_>) -> Result<Vec<String>, StoreError> {
    done.map(|versions| versions.iter().map(ToString::to_string).collect()).map_err(migration_failed)
}

fn named<DB: diesel::backend::Backend>(migrations: &[Box<dyn diesel::migration::Migration<DB>>]) -> Vec<String> {
    migrations.iter().map(|migration| migration.name().to_string()).collect()
}

#[expect(clippy::needless_pass_by_value, reason = "the error comes boxed from diesel_migrations")]
fn migration_failed(error: Box<dyn std::error::Error + Send + Sync>) -> StoreError {
    StoreError::Fatal(format!("the schema could not be migrated: {error}"))
}
