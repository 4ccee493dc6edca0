//! A database of a test's own: a copy of one that is migrated, has the shipped
//! content and the demo people (whose passwords take their time to hash).

use super::content::top;
use super::postgres::Server;
use maitred::desk::clock::{Clock, Ids, VirtualClock};
use maitred::desk::{content, people, releases};
use maitred::model::time::Time;
use maitred::plugins::Installation;
use maitred::store::{Options, Store};
use std::collections::hash_map::DefaultHasher;
use std::fs::File;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A database that goes with its test.
pub enum Database {
    Sqlite(TempDir),
    Postgres(String),
    /// Another's, who sweeps it up.
    Shared(String),
}

impl Database {
    /// With the shipped content and the demo people.
    pub fn sqlite() -> Self {
        let database = Self::empty_sqlite();
        if let Self::Sqlite(folder) = &database {
            std::fs::copy(template(), folder.path().join("maitred.db")).unwrap();
        }
        database
    }
    /// With the shipped content and the demo people; none without PostgreSQL.
    pub fn postgres() -> Option<Self> {
        let key = format!("desk_{:016x}", this_build());
        Some(Self::Postgres(Server::get()?.copy_of(&key, fill)))
    }
    /// A file that is not there yet.
    pub fn empty_sqlite() -> Self {
        Self::Sqlite(tempfile::tempdir().unwrap())
    }
    /// A database without any table.
    pub fn empty_postgres() -> Option<Self> {
        Some(Self::Postgres(Server::get()?.empty_database()))
    }

    pub fn url(&self) -> String {
        match self {
            Self::Sqlite(folder) => format!("sqlite://{}", folder.path().join("maitred.db").display()),
            Self::Postgres(url) | Self::Shared(url) => url.clone(),
        }
    }
    pub fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let (Self::Postgres(url), Some(server)) = (self, Server::get()) {
            server.drop_database(url);
        }
    }
}

/// The moment at which everything begins: a Monday, ten o'clock in Berlin.
pub fn beginning() -> Time {
    Time::parse("2026-11-23T09:00:00Z").unwrap()
}

fn fill(url: &str) {
    let store = Store::open(url, Options::default()).unwrap();
    store.migrate().unwrap();
    publish(&store, top(), &VirtualClock::new(beginning())).unwrap();
    store.shutdown();
}

/// Publishes a folder and gives the desk its people, as `serve --demo` does.
pub fn publish(store: &Store, folder: &Path, clock: &dyn Clock) -> Result<(), String> {
    let told = |faults: Vec<maitred::model::problem::Fault>| -> String {
        faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    let files = content::read_folder(folder).map_err(told)?;
    let installation = Installation::default();
    let built = content::build(&files, &installation, content::Against::default()).map_err(told)?;
    let mut ids = Ids::new(clock);
    releases::publish_folder(
        store,
        &files,
        releases::Rules { installation: &installation, check_jobs: maitred::scheduler::check, people: None },
        clock,
        &mut ids,
    )
    .map_err(|error| error.to_string())?;
    people::cast_demo(store, &content::groups_named(&built), &mut ids).map_err(|error| error.to_string())?;
    Ok(())
}

/// Another build may migrate or publish otherwise.
fn this_build() -> u64 {
    let program = std::env::current_exe().unwrap();
    let about = program.metadata().unwrap();
    let mut hasher = DefaultHasher::new();
    (program, about.modified().unwrap(), about.len()).hash(&mut hasher);
    hasher.finish()
}

/// The filled SQLite file, made by whichever test comes first.
fn template() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join(format!("desk-{:016x}.db", this_build()));
    let lock = File::create(folder.join("desk.lock")).unwrap();
    lock.lock().unwrap();
    if !file.is_file() {
        let old = std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
        for path in old.filter(|path| path.extension().is_some_and(|it| it == "db")) {
            std::fs::remove_file(path).ok();
        }
        let making = tempfile::tempdir_in(folder).unwrap();
        let made = making.path().join("maitred.db");
        fill(&format!("sqlite://{}", made.display()));
        assert!(!making.path().join("maitred.db-wal").exists(), "the template is in one file");
        std::fs::rename(made, &file).unwrap();
    }
    file
}
