//! The desk that is measured: the whole of it, with HTTP, on an SQLite file in
//! the build folder (on a real disk, not in memory), with the demo people.

use maitred::desk::clock::{Clock, Ids, SystemClock};
use maitred::desk::{Desk, Options, content, people, releases};
use maitred::http::{self, Server};
use maitred::model::origin::{Agent, Door, From};
use maitred::plugins::Installation;
use maitred::store::{self, Store};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::oneshot;

pub struct Bench {
    pub desk: Desk,
    pub address: SocketAddr,
    pub folder: tempfile::TempDir,
    stop: Option<oneshot::Sender<()>>,
    server: Option<std::thread::JoinHandle<()>>,
    runtime: tokio::runtime::Runtime,
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder on the disk of the build.
pub fn folder() -> tempfile::TempDir {
    let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    tempfile::tempdir_in(target).expect("a folder")
}

/// An empty database with the shipped content and the demo people.
pub fn store(path: &Path) -> Store {
    let store = open(path);
    store.migrate().expect("a schema");
    let clock = SystemClock;
    let files = content::read_folder(root()).expect("the shipped content");
    let installation = Installation::default();
    releases::publish_folder(
        &store,
        &files,
        releases::Rules { installation: &installation, check_jobs: maitred::scheduler::check, people: None },
        &clock,
        &mut Ids::new(&clock),
    )
    .expect("published");
    let built = content::build(&files, &installation, content::Against::default()).expect("sound");
    people::cast_demo(&store, &content::groups_named(&built), &mut Ids::new(&clock)).expect("people");
    store
}

/// A database as `store` made it, to be copied for bare loops.
const SEED: &str = "seed.db";

fn open(path: &Path) -> Store {
    Store::open(&format!("sqlite://{}", path.display()), store::Options::default()).expect("a database")
}

impl Bench {
    /// A fresh copy of the database as it was before anything was submitted.
    pub fn copy(&self, folder: &Path) -> Store {
        let path = folder.join("copy.db");
        std::fs::copy(self.folder.path().join(SEED), &path).expect("a copy");
        open(&path)
    }

    pub fn start() -> Self {
        let folder = folder();
        let path = folder.path().join("desk.db");
        let seeded = store(&path);
        seeded.shutdown();
        drop(seeded);
        std::fs::copy(&path, folder.path().join(SEED)).expect("a copy");
        Self::on(folder)
    }

    /// Another desk as this one was before anything was submitted: what is
    /// measured and its limit begin with the same file.
    pub fn fresh(&self) -> Self {
        let folder = folder();
        for name in ["desk.db", SEED] {
            std::fs::copy(self.folder.path().join(SEED), folder.path().join(name)).expect("a copy");
        }
        Self::on(folder)
    }

    fn on(folder: tempfile::TempDir) -> Self {
        let store = open(&folder.path().join("desk.db"));
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let desk = Desk::start(store, clock, Options::default()).expect("a desk");
        let listen = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0);
        let server =
            Server::bind(desk.clone(), http::Options { listen, ..http::Options::default() }).expect("a server");
        let address = server.address().expect("an address");
        let (stop, stopped) = oneshot::channel();
        let server = std::thread::spawn(move || {
            server.run(async move { stopped.await.unwrap_or(()) }).expect("served");
        });
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        Self { desk, address, folder, stop: Some(stop), server: Some(server), runtime }
    }

    pub fn token(&self, who: &str) -> String {
        let address = IpAddr::V4(Ipv4Addr::LOCALHOST);
        let from = From { address: address.to_string(), door: Door::None, agent: Agent::Program };
        let signed_in = self.runtime.block_on(self.desk.sign_in(who.to_owned(), who.to_owned(), false, address, from));
        signed_in.expect("a session").token
    }

    pub fn stop(mut self) {
        self.stop.take().map(|stop| stop.send(()));
        self.server.take().map(std::thread::JoinHandle::join);
        self.desk.stop();
    }
}
