//! The real program as a process: started as people start it, and killed as
//! nobody should.

use super::client::Client;
use super::content::Content;
use super::database::Database;
use serde_json::{Value as Json, json};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::process::{Child, Command, Output, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// `maitred …`, with nothing of this machine's settings.
pub fn maitred(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_maitred"));
    command.args(arguments).env_clear().current_dir(env!("CARGO_TARGET_TMPDIR"));
    command
}

/// What `maitred …` says and comes to.
pub fn run(arguments: &[&str]) -> Output {
    maitred(arguments).stdin(Stdio::null()).output().unwrap()
}

/// `maitred serve --demo` on a database, as long as it is let live.
pub struct Process {
    child: Child,
    address: SocketAddr,
    tokens: Mutex<HashMap<String, String>>,
}

impl Process {
    /// Starts it and waits until it says where it serves.
    pub fn serve(database: &Database, content: &Content) -> Self {
        let (url, folder) = (database.url(), content.path());
        let folder = folder.to_str().unwrap();
        Self::start(&["serve", "--demo", "--listen", "127.0.0.1:0", "--database", &url, "--content", folder]).0
    }

    /// Starts `maitred serve …` and gives all that it says at first, too.
    pub fn start(arguments: &[&str]) -> (Self, Vec<String>) {
        let mut child = maitred(arguments)
            .env("MAITRED_LOG_FILTER", "warn")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        let mut lines: Vec<String> = Vec::new();
        while !lines.last().is_some_and(|line| line.contains("Ctrl-C stops it")) {
            let mut line = String::new();
            assert_ne!(said.read_line(&mut line).unwrap(), 0, "it ended: {:?}", child.wait());
            lines.push(line);
        }
        let address = lines.iter().find_map(|line| line.split("serves on http://").nth(1));
        let address = address.expect("it says where it serves").trim().parse().unwrap();
        // What it says further is read, so that it never waits for us.
        std::thread::spawn(move || said.read_to_end(&mut Vec::new()));
        (Self { child, address, tokens: Mutex::default() }, lines)
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// SIGKILL: nothing is flushed, nobody is told. Then it is started again;
    /// sessions go on, they are on disk, too.
    pub fn killed_and_started(mut self, database: &Database, content: &Content) -> Self {
        self.kill();
        let again = Self::serve(database, content);
        *again.tokens.lock().unwrap() = std::mem::take(&mut *self.tokens.lock().unwrap());
        again
    }

    /// SIGKILL.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// A person of the demo desk, signed in at the door.
    pub fn as_user(&self, username: &str) -> Client {
        let mut tokens = self.tokens.lock().unwrap();
        let sign_in = || {
            let wish = json!({"username": username, "password": username});
            Client::stranger(self.address).post("/session", wish).expect(200).text("/token")
        };
        Client::with_token(self.address, tokens.entry(username.to_owned()).or_insert_with(sign_in))
    }

    /// Asks again and again until the ticket waits for this, as `kind name`.
    pub fn wait_until(&self, number: &str, waits_for: &str) -> Json {
        let until = Instant::now() + Duration::from_secs(60);
        loop {
            let ticket = self.as_user("ada").get(&format!("/tickets/{number}")).expect(200);
            let waiting = ticket.at("/waiting");
            let words = |wait: &Json| format!("{} {}", wait["kind"].as_str().unwrap(), wait["name"].as_str().unwrap());
            let all: Vec<String> = waiting.as_array().unwrap().iter().map(words).collect();
            if all.iter().any(|it| it.trim() == waits_for) || (waits_for == ticket.text("/status")) {
                return ticket.json();
            }
            assert!(Instant::now() < until, "{number} waits for {all:?}, not for {waits_for}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Asks again and again until something holds.
    pub fn wait_for(&self, what: &str, holds: impl Fn() -> bool) {
        let until = Instant::now() + Duration::from_secs(60);
        while !holds() {
            assert!(Instant::now() < until, "{what}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Answers the ticket's open step of this kind and name.
    pub fn answering(&self, who: &str, number: &str, kind: &str, name: &str, answer: Json) -> super::client::Call {
        let steps = self.as_user("ada").get(&format!("/tickets/{number}/steps?limit=200")).expect(200).at("/items");
        let open = |step: &&Json| step["state"] == "open" && step["kind"] == kind && step["name"] == name;
        let step = steps.as_array().unwrap().iter().find(open).unwrap_or_else(|| panic!("no {kind} {name}: {steps:#}"));
        self.as_user(who).post(&format!("/steps/{}/answer", step["id"].as_str().unwrap()), answer)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
