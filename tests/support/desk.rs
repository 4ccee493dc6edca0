//! A running desk: all floors joined as `serve` joins them, but for the clock,
//! which the test moves, and the scheduler's threads, whose work it asks for.

use super::client::Client;
use super::content::Content;
use super::database::{Database, beginning, publish};
use super::watch;
use maitred::desk::clock::{Clock, VirtualClock};
use maitred::desk::{Options, random_token};
use maitred::http;
use maitred::model::time::Time;
use maitred::scheduler::{Attendance, Deliveries, Jobs, Signals, Timers};
use maitred::store::{self, Session, Store};
use parking_lot::Mutex;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::thread::JoinHandle;
use tokio::sync::oneshot;

/// What a desk is started with.
pub struct Setup {
    pub database: Database,
    pub content: Content,
    pub clock: VirtualClock,
    pub options: Options,
    pub http: http::Options,
    pub store: store::Options,
}

impl Setup {
    pub fn sqlite() -> Self {
        Self::on(Database::sqlite())
    }
    pub fn postgres() -> Option<Self> {
        Database::postgres().map(Self::on)
    }
    pub fn on(database: Database) -> Self {
        let listen = SocketAddr::from(([127, 0, 0, 1], 0));
        Self {
            database,
            content: Content::Shipped,
            clock: VirtualClock::new(beginning()),
            options: Options {
                workers: 2,
                viewers: 1,
                check_jobs: maitred::scheduler::check,
                jobs: maitred::scheduler::hands(),
                ..Options::default()
            },
            http: http::Options { listen, workers: Some(1), ..http::Options::default() },
            store: store::Options::default(),
        }
    }
    /// With this file in the content folder.
    pub fn file(mut self, path: &str, text: &str) -> Self {
        self.content = self.content.with(path, text);
        self
    }
    /// With a part of a content file replaced.
    pub fn replaced(mut self, path: &str, from: &str, to: &str) -> Self {
        self.content = self.content.replaced(path, from, to);
        self
    }
    /// With an item beside the shipped ones: its form's properties and its script.
    pub fn item(self, name: &str, properties: Json, script: &str) -> Self {
        let schema = serde_json::json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": name,
            "x-catalog": {"kind": "request", "category": "business"},
            "type": "object",
            "additionalProperties": false,
            "properties": properties,
        });
        let own = self.file(&format!("schemas/{name}.json"), &schema.to_string());
        own.file(&format!("workflows/{name}.rhai"), script)
    }
    /// With a setting of a plugin, as `[plugins.NAME]` of maitred.toml says it.
    pub fn plugin_setting(mut self, plugin: &str, name: &str, value: Json) -> Self {
        self.options.installation.settings.entry(plugin.to_owned()).or_default().insert(name.to_owned(), value);
        self
    }
    pub fn start(self) -> Desk {
        Desk::start(self)
    }
}

impl From<Setup> for Desk {
    fn from(setup: Setup) -> Self {
        setup.start()
    }
}

/// A running desk. Dropping it stops it, and fails where something went wrong
/// that nobody was told.
pub struct Desk {
    pub desk: maitred::desk::Desk,
    pub clock: VirtualClock,
    pub content: Content,
    pub database: Database,
    address: SocketAddr,
    tokens: Mutex<HashMap<String, String>>,
    clocks: Mutex<(Timers, Signals, Deliveries, Jobs, Attendance)>,
    stop: Option<oneshot::Sender<()>>,
    serving: Option<JoinHandle<()>>,
    setup: (Options, http::Options, store::Options),
    begin: usize,
}

impl Desk {
    fn start(setup: Setup) -> Self {
        let begin = watch::begin();
        let Setup { database, content, clock, options, http, store: store_options } = setup;
        let store = Store::open(&database.url(), store_options.clone()).unwrap();
        if !content.is_shipped() {
            publish(&store, &content.path(), &clock).unwrap_or_else(|faults| panic!("{faults}"));
        }
        let kept = (options.clone(), http.clone(), store_options);
        let desk = maitred::desk::Desk::start(store, Arc::new(clock.clone()), options).unwrap();
        if !content.is_shipped() {
            let pages = http.pages.refresh(&content.path(), &desk.world().content.plugins);
            assert!(pages.faults.is_empty(), "{:?}", pages.faults);
        }
        let server = http::Server::bind(desk.clone(), http).unwrap();
        let address = server.address().unwrap();
        let (stop, stopped) = oneshot::channel();
        let serve = move || server.run(async { drop(stopped.await) }).unwrap();
        let serving = std::thread::Builder::new().name("http".to_owned()).spawn(serve).unwrap();
        let clocks = (
            Timers::new(desk.clone()).unwrap(),
            Signals::new(desk.clone()).unwrap(),
            Deliveries::new(desk.clone(), "test").unwrap(),
            Jobs::new(desk.clone(), "test").unwrap(),
            Attendance::new(desk.clone()).unwrap(),
        );
        let desk = Self {
            desk,
            clock,
            content,
            database,
            address,
            tokens: Mutex::default(),
            clocks: Mutex::new(clocks),
            stop: Some(stop),
            serving: Some(serving),
            setup: kept,
            begin,
        };
        desk.settle();
        desk
    }

    /// Stops it and starts it again on the same database: all that is not on
    /// disk is gone.
    pub fn restart(mut self) -> Self {
        self.stop();
        let setup = Setup {
            database: std::mem::replace(&mut self.database, Database::empty_sqlite()),
            content: std::mem::replace(&mut self.content, Content::Shipped),
            clock: self.clock.clone(),
            options: self.setup.0.clone(),
            http: self.setup.1.clone(),
            store: self.setup.2.clone(),
        };
        drop(self);
        setup.start()
    }

    /// Another node on the same database, under the same clock.
    pub fn another_node(&self) -> Self {
        let mut setup = Setup::on(Database::Shared(self.database.url()));
        setup.clock = self.clock.clone();
        setup.start()
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }
    /// Somebody who is not signed in.
    pub fn stranger(&self) -> Client {
        Client::stranger(self.address)
    }

    /// A person of the demo desk, signed in. The session is written as sign-in
    /// writes it, without the time that a password takes.
    #[track_caller]
    pub fn as_user(&self, username: &str) -> Client {
        if let Some(token) = self.tokens.lock().get(username) {
            return Client::with_token(self.address, token);
        }
        let user = self.desk.world().people.by_username(username).unwrap_or_else(|| panic!("no {username}")).id;
        let token = random_token();
        let expires_at = beginning().plus(chrono::Duration::days(3_650));
        let session = Session { user, created_at: self.now(), expires_at, cookie: false };
        self.desk.store().create_session(Sha256::digest(token.as_bytes()).into(), session).unwrap();
        self.tokens.lock().insert(username.to_owned(), token.clone());
        Client::with_token(self.address, &token)
    }

    pub fn now(&self) -> Time {
        self.clock.now()
    }

    /// Does what is due now: timers, signals, plugin calls, jobs, and what follows from them.
    pub fn settle(&self) {
        let mut clocks = self.clocks.lock();
        let (timers, signals, deliveries, jobs, attendance) = &mut *clocks;
        loop {
            let now = self.clock.now();
            let people = usize::from(attendance.run_due(now).unwrap());
            let inside = timers.run_due(now).unwrap() + signals.run_due(now).unwrap() + people;
            let done = inside + deliveries.run_due(now).unwrap() + jobs.run_due(now).unwrap();
            if done == 0 {
                return;
            }
        }
    }

    /// Lets time pass: each timer and plugin call at its own moment, jobs at the end.
    pub fn advance(&self, span: chrono::Duration) {
        let end = self.now().plus(span);
        {
            let mut clocks = self.clocks.lock();
            let (timers, signals, deliveries, _, attendance) = &mut *clocks;
            loop {
                let now = self.clock.now();
                let next = [timers.next(now).unwrap(), signals.next(now).unwrap(), deliveries.next().unwrap()];
                let next = next.into_iter().chain([attendance.next(now)]).flatten().min();
                match next.filter(|next| *next <= end) {
                    Some(next) => self.clock.set(next.max(now)),
                    None => break,
                }
                let now = self.clock.now();
                let people = usize::from(attendance.run_due(now).unwrap());
                let inside = timers.run_due(now).unwrap() + signals.run_due(now).unwrap() + people;
                let done = inside + deliveries.run_due(now).unwrap();
                assert!(done > 0, "what is due at {now:?} is done");
            }
            self.clock.set(end);
        }
        self.settle();
    }

    fn stop(&mut self) {
        if let Some(stop) = self.stop.take() {
            stop.send(()).ok();
        }
        if let Some(serving) = self.serving.take() {
            serving.join().ok();
        }
        self.desk.stop();
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.stop();
        let seen = watch::since(self.begin);
        // In one process with others it may have been theirs: nextest tells them apart.
        if !seen.is_empty() && !std::thread::panicking() && std::env::var_os("NEXTEST").is_some() {
            panic!("nobody was told:\n{}", seen.join("\n"));
        }
    }
}
