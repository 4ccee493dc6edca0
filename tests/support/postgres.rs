//! A throw-away PostgreSQL for tests: one server for all test processes of one
//! run, one database per test from a template that is migrated once. Knows no
//! diesel and nothing of maitred, so that the store's own tests and the
//! integration tests share it.
//!
//! The server belongs to the process that started this one (`cargo test`,
//! `cargo nextest`): the first test starts it through `postgres.sh`, the others
//! find it, and it goes when that process is gone.
//!
//! `MAITRED_TEST_POSTGRES_URL` names a running server instead (a superuser's
//! URL without a database), `MAITRED_TEST_POSTGRES_BIN` the folder of `initdb`.
//! Without either half of the tests is left out, and says so;
//! `MAITRED_TEST_POSTGRES=required` makes that a failure.

use std::collections::BTreeSet;
use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::net::TcpListener;
use std::os::unix::process::{CommandExt, parent_id};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, Instant};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/postgres.sh");
const MIGRATIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/postgres");

/// The server of this run.
pub struct Server {
    base: String,
    psql: PathBuf,
    made: AtomicU32,
}

impl Server {
    /// The server, started by whoever comes first; none when there is no PostgreSQL here.
    pub fn get() -> Option<&'static Server> {
        static SERVER: OnceLock<Option<Server>> = OnceLock::new();
        SERVER
            .get_or_init(|| match find_or_start() {
                Ok(server) => Some(server),
                Err(why) => {
                    let required = std::env::var("MAITRED_TEST_POSTGRES").is_ok_and(|word| word == "required");
                    assert!(!required, "PostgreSQL is required but not there: {why}");
                    writeln!(std::io::stderr(), "\nPostgreSQL tests are LEFT OUT: {why}").ok();
                    None
                }
            })
            .as_ref()
    }

    /// The URL of a fresh database that `migrate` has brought up to date.
    #[allow(dead_code, reason = "not everybody who shares this file wants it bare")]
    pub fn database(&self, migrate: impl FnOnce(&str)) -> String {
        self.copy_of(&format!("{:016x}", migrations()), migrate)
    }

    /// The URL of a fresh database, copied from the template of this name, which
    /// `fill` is given to fill where nobody has done so yet.
    pub fn copy_of(&self, name: &str, fill: impl FnOnce(&str)) -> String {
        let template = format!("maitred_template_{name}");
        self.make_template(&template, fill);
        let name = self.fresh_name();
        self.sql(&format!("CREATE DATABASE {name} TEMPLATE {template}"));
        self.url(&name)
    }

    /// The URL of a database without any table.
    pub fn empty_database(&self) -> String {
        let name = self.fresh_name();
        self.sql(&format!("CREATE DATABASE {name}"));
        self.url(&name)
    }

    /// Sweeps a database up, whoever still looks into it.
    #[allow(dead_code, reason = "not everybody who shares this file sweeps")]
    pub fn drop_database(&self, url: &str) {
        if let Some((_, name)) = url.rsplit_once('/') {
            self.sql(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }

    /// Runs a statement in a database and gives what it prints, without decoration.
    #[allow(dead_code, reason = "not everybody who shares this file asks")]
    pub fn ask(&self, url: &str, statement: &str) -> String {
        let psql = self.psql(url, statement).output().expect("psql runs");
        assert!(psql.status.success(), "{statement}: {}", String::from_utf8_lossy(&psql.stderr));
        String::from_utf8_lossy(&psql.stdout).trim().to_owned()
    }

    fn make_template(&self, template: &str, fill: impl FnOnce(&str)) {
        static MADE: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
        let mut made = MADE.lock().expect("no test failed while it made a template");
        if made.contains(template) {
            return;
        }
        let _one_at_a_time = lock();
        let is_there = format!("SELECT 1 FROM pg_database WHERE datname = '{template}'");
        if self.ask(&self.url("postgres"), &is_there) != "1" {
            let name = self.fresh_name();
            self.sql(&format!("CREATE DATABASE {name}"));
            fill(&self.url(&name));
            self.sql(&format!("ALTER DATABASE {name} RENAME TO {template}"));
        }
        made.insert(template.to_owned());
    }

    fn fresh_name(&self) -> String {
        // Random, since process ids come again and a killed run leaves its databases behind.
        let name = format!(
            "maitred_{}_{}_{:08x}",
            std::process::id(),
            self.made.fetch_add(1, Ordering::Relaxed),
            rand::random::<u32>()
        );
        name
    }

    fn url(&self, database: &str) -> String {
        format!("{}/{database}", self.base)
    }

    fn sql(&self, statement: &str) {
        self.ask(&self.url("postgres"), statement);
    }

    fn psql(&self, url: &str, statement: &str) -> Command {
        let mut psql = Command::new(&self.psql);
        psql.args(["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1"]);
        psql.args(["--command", statement]).arg(url).env("PGOPTIONS", "-c client_min_messages=warning");
        psql
    }

    fn answers(&self) -> bool {
        self.psql(&self.url("postgres"), "SELECT 1").output().is_ok_and(|answer| answer.status.success())
    }
}

/// A database's URL taken apart: host, port and the rest, for tests that stand in between.
#[allow(dead_code, reason = "not everybody who shares this file stands in between")]
pub fn address(url: &str) -> Option<(&str, &str, &str)> {
    let (head, path) = url.rsplit_once('/')?;
    let (head, address) = head.rsplit_once('@')?;
    Some((head, address, path))
}

fn find_or_start() -> Result<Server, String> {
    let server =
        |base: &str, psql| Server { base: base.trim_end_matches('/').to_owned(), psql, made: AtomicU32::new(0) };
    if let Ok(url) = std::env::var("MAITRED_TEST_POSTGRES_URL") {
        return Ok(server(&url, tools().unwrap_or_default().join("psql")));
    }
    let psql = tools()?.join("psql");
    let _one_at_a_time = lock();
    let folder = std::env::temp_dir().join(format!("maitred-postgres-{}", parent_id()));
    if let Ok(url) = std::fs::read_to_string(folder.join("url")) {
        let running = server(&url, psql.clone());
        if running.answers() {
            return Ok(running);
        }
        std::fs::remove_dir_all(&folder).ok();
    }
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let port = free_port()?;
    let started = server(&format!("postgres://postgres@127.0.0.1:{port}"), psql);
    serve(&folder, port)?;
    wait_for(&started, &folder)?;
    std::fs::write(folder.join("url"), &started.base).map_err(|error| error.to_string())?;
    Ok(started)
}

/// Held until dropped, among all processes of this machine.
fn lock() -> Option<File> {
    let file = File::create(std::env::temp_dir().join("maitred-postgres.lock")).ok()?;
    file.lock().ok()?;
    Some(file)
}

/// The server's keeper lives in a group of its own: whoever ends this test does
/// not end the server of the others.
fn serve(folder: &Path, port: u16) -> Result<(), String> {
    let mut keeper = Command::new("sh");
    keeper.arg(SCRIPT).arg("serve").arg(folder).arg(port.to_string()).arg(parent_id().to_string());
    keeper.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    keeper.spawn().map(drop).map_err(|error| format!("PostgreSQL cannot be started: {error}"))
}

fn wait_for(server: &Server, folder: &Path) -> Result<(), String> {
    let until = Instant::now() + Duration::from_secs(60);
    while Instant::now() < until {
        if server.answers() {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    let log = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap_or_default();
    Err(format!("PostgreSQL did not start within a minute: {}{}", log("initdb.log"), log("server.log")))
}

/// The folder of `initdb`.
fn tools() -> Result<PathBuf, String> {
    let found = Command::new("sh").arg(SCRIPT).arg("where").output().map_err(|error| error.to_string())?;
    let said = String::from_utf8_lossy(&found.stdout).trim().to_owned();
    if found.status.success() { Ok(said.into()) } else { Err(said) }
}

/// What the template is made of.
fn migrations() -> u64 {
    let mut waiting = vec![PathBuf::from(MIGRATIONS)];
    let mut texts = Vec::new();
    while let Some(path) = waiting.pop() {
        match std::fs::read_dir(&path) {
            Ok(entries) => waiting.extend(entries.flatten().map(|entry| entry.path())),
            Err(_) => texts.push((path.clone(), std::fs::read(&path).unwrap_or_default())),
        }
    }
    texts.sort();
    hash(&texts)
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    listener.local_addr().map(|address| address.port()).map_err(|error| error.to_string())
}
