//! What can go wrong at a commit: a full disk, a disk that fails, a connection
//! that is cut. No acknowledged command is lost, and none is done twice.

use crate::store::dialect;
use crate::store::testing::{Database, People, commit, options, postgres, postgres_url};
use crate::store::{Committed, Depth, Options, Reader, Store};
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A command acknowledged is there with all of its rows, once; one refused is not there at all.
fn check(reader: &mut Reader, people: &People, n: u32, there: bool) {
    let command = reader.command(&format!("{n}/submit")).unwrap();
    let state = reader.state(n.into(), Depth::All).unwrap();
    assert_eq!((command.is_some(), state.is_some()), (there, there), "{n}");
    if let Some(state) = state {
        let expected = people.submission(n);
        assert_eq!(state.journal, Some(expected.journal_new), "{n}");
        assert_eq!(reader.events(state.ticket.id, 0, 50).unwrap(), expected.events, "{n}");
        assert_eq!(reader.viewers_of(state.ticket.id).unwrap().len(), 2, "{n}");
    }
}

/// A full disk in the middle of a batch: all of it is answered, and the store goes on.
#[test]
fn a_full_disk_is_answered_and_survived() {
    let db = Database::sqlite();
    db.ticket(1);
    db.store.write(|connection| Ok(dialect::shrink(connection, 200)?)).unwrap();
    let answers: Vec<_> = (2..=400).map(|n| (n, commit(&db.store, &db.people.submission(n)))).collect();
    let mut full = 0;
    for (n, answer) in answers {
        let answer = answer.recv().unwrap();
        match &answer {
            Committed::Done => {}
            Committed::Unavailable(why) => {
                assert!(why.contains("full"), "{why}");
                full += 1;
            }
            other => panic!("{n}: {other:?}"),
        }
        check(&mut db.reader(), &db.people, n, answer == Committed::Done);
    }
    assert!(full > 0, "the disk never was full");
    // The connection that met the full disk is gone, and its limit with it.
    assert_eq!(db.commit(&db.people.submission(1_000)), Committed::Done);
}

const CHILD: &str = "MAITRED_TEST_FULL_DISK_CHILD";

/// The child of the next test: commits until its file may not grow any more.
#[test]
fn a_process_whose_disk_fails() {
    let Ok(url) = std::env::var(CHILD) else { return };
    let store = Store::open(&url, Options::default()).unwrap();
    let people = People::save(&store);
    for first in (1..).step_by(10) {
        let answers: Vec<_> = (first..first + 10).map(|n| (n, commit(&store, &people.submission(n)))).collect();
        for (n, answer) in answers {
            if answer.recv().unwrap() == Committed::Done {
                writeln!(std::io::stdout(), "done {n}").unwrap();
            }
        }
    }
}

/// SQLite cannot tell what a failed COMMIT left behind: the process ends, and
/// the next one finds every acknowledged command and no half one.
#[test]
fn a_disk_that_fails_in_commit_ends_the_process_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/maitred.db", folder.path().display());
    Store::open(&url, options()).unwrap().migrate().unwrap();
    let this = std::env::current_exe().unwrap();
    let child = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -c 0; ulimit -f 8192; exec \"$0\" \"$@\""])
        .arg(this)
        .args(["--exact", "store::tests::faults::a_process_whose_disk_fails", "--nocapture", "--test-threads=1"])
        .env(CHILD, &url)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert!(!child.status.success(), "the process should have ended itself");
    let said = String::from_utf8_lossy(&child.stdout);
    let done: Vec<u32> = said.lines().filter_map(|line| line.rsplit_once("done ")?.1.parse().ok()).collect();
    assert!(done.len() > 50, "{said} {}", String::from_utf8_lossy(&child.stderr));

    let store = Store::open(&url, options()).unwrap();
    let people = People::save(&store);
    let mut reader = store.reader().unwrap();
    let present = reader.open_numbers(None, 0, 100_000).unwrap();
    for n in 1..=done.last().unwrap() + 20 {
        check(&mut reader, &people, n, present.contains(&n.into()));
        assert!(!done.contains(&n) || present.contains(&n.into()), "{n} was acknowledged and is lost");
    }
    assert_eq!(commit(&store, &people.submission(100_000)).recv().unwrap(), Committed::Done);
}

/// Where a cable is cut when COMMIT passes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Cut {
    /// The server never sees it.
    Before,
    /// The server gets it, nobody waits for its answer.
    Behind,
    /// The server answered, the answer is lost.
    Answered,
}

/// A cable between the store and PostgreSQL that cuts a given number of COMMITs.
struct Cable {
    url: String,
    left: Arc<AtomicUsize>,
}

impl Cable {
    fn new(url: &str, cut: Cut) -> Self {
        let (head, server, database) = postgres::address(url).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let here = listener.local_addr().unwrap();
        let left = Arc::new(AtomicUsize::new(0));
        let (server, counter) = (server.to_owned(), left.clone());
        std::thread::spawn(move || {
            for client in listener.incoming() {
                let server = TcpStream::connect(&server).unwrap();
                let counter = counter.clone();
                std::thread::spawn(move || carry(client.unwrap(), server, cut, &counter));
            }
        });
        Self { url: format!("{head}@{here}/{database}?sslmode=disable&gssencmode=disable"), left }
    }
    fn cut_next(&self, commits: usize) {
        self.left.store(commits, Ordering::SeqCst);
    }
}

/// Carries bytes both ways, until COMMIT passes and one is to be cut.
fn carry(mut client: TcpStream, mut server: TcpStream, cut: Cut, left: &AtomicUsize) {
    let (mut back_from, mut back_to) = (server.try_clone().unwrap(), client.try_clone().unwrap());
    let silent = Arc::new(AtomicUsize::new(0));
    let swallow = silent.clone();
    let back = std::thread::spawn(move || {
        let mut bytes = [0; 8192];
        while let Ok(read) = back_from.read(&mut bytes) {
            if read == 0 || swallow.load(Ordering::SeqCst) == 1 {
                break; // The answer to the COMMIT that was let through is not passed on.
            }
            if back_to.write_all(&bytes[..read]).is_err() {
                break;
            }
        }
    });
    let mut bytes = [0; 8192];
    while let Ok(read) = client.read(&mut bytes) {
        let message = &bytes[..read];
        let commits = message.first() == Some(&b'Q') && message[5..].starts_with(b"COMMIT");
        let armed = commits && left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |n| n.checked_sub(1)).is_ok();
        if armed && cut != Cut::Before {
            silent.store(1, Ordering::SeqCst);
            server.write_all(message).unwrap();
            if cut == Cut::Answered {
                back.join().unwrap();
                client.shutdown(Shutdown::Both).ok();
                return;
            }
        }
        if read == 0 || armed {
            break;
        }
        if server.write_all(message).is_err() {
            break;
        }
    }
    client.shutdown(Shutdown::Both).ok();
    server.shutdown(Shutdown::Both).ok();
}

/// Cuts commits one way, sends every command that was not acknowledged again,
/// and counts what is there in the end.
fn cut_commits(cut: Cut) {
    let Some(url) = postgres_url() else { return };
    let cable = Cable::new(&url, cut);
    let store = Store::open(&cable.url, options()).unwrap();
    let people = People::save(&store);
    let mut reader = Store::open(&url, options()).unwrap().reader().unwrap();
    for round in 0..5u32 {
        let numbers = (round * 20 + 1)..=(round * 20 + 20);
        cable.cut_next(usize::try_from(round).unwrap() % 3 + 1);
        let answers: Vec<_> = numbers.map(|n| (n, commit(&store, &people.submission(n)))).collect();
        let answers: Vec<_> = answers.into_iter().map(|(n, answer)| (n, answer.recv().unwrap())).collect();
        cable.cut_next(0);
        for (n, answer) in answers {
            match answer {
                Committed::Done => check(&mut reader, &people, n, true),
                Committed::Unavailable(_) => {
                    // An unknown outcome was found out before it was answered.
                    assert_eq!(cut, Cut::Before, "{n}: the server had it, yet it was called undone");
                    check(&mut reader, &people, n, false);
                    assert_eq!(commit(&store, &people.submission(n)).recv().unwrap(), Committed::Done);
                }
                other => panic!("{n}: {other:?}"),
            }
            let again = commit(&store, &people.submission(n)).recv().unwrap();
            assert!(matches!(again, Committed::Duplicate(_)), "{n}: {again:?}");
            check(&mut reader, &people, n, true);
        }
    }
}

#[test]
fn a_commit_cut_before_the_server_is_not_done() {
    cut_commits(Cut::Before);
}

#[test]
fn a_commit_whose_answer_was_lost_is_acknowledged() {
    cut_commits(Cut::Answered);
}

/// The server may be still at it when the question is asked: its process is
/// ended first, so that the answer stays true.
#[test]
fn a_commit_cut_behind_the_server_is_answered_by_what_became_of_it() {
    let Some(url) = postgres_url() else { return };
    let cable = Cable::new(&url, Cut::Behind);
    let store = Store::open(&cable.url, options()).unwrap();
    let people = People::save(&store);
    let mut reader = Store::open(&url, options()).unwrap().reader().unwrap();
    for n in 1..=40 {
        cable.cut_next(1);
        let answer = commit(&store, &people.submission(n)).recv().unwrap();
        let done = match answer {
            Committed::Done => true,
            Committed::Unavailable(_) => false,
            other => panic!("{n}: {other:?}"),
        };
        check(&mut reader, &people, n, done);
        cable.cut_next(0);
        let again = commit(&store, &people.submission(n)).recv().unwrap();
        assert_eq!(matches!(again, Committed::Duplicate(_)), done, "{n}: {again:?}");
        check(&mut reader, &people, n, true);
    }
}

/// Server processes killed at any moment, many commands under way.
#[test]
fn server_processes_killed_at_any_moment_lose_nothing() {
    let Some(url) = postgres_url() else { return };
    let store = Store::open(&url, options()).unwrap();
    let people = People::save(&store);
    let killer = Store::open(&url, options()).unwrap();
    let mut acknowledged = Vec::new();
    for round in 0..10u32 {
        let answers: Vec<_> =
            (1..=50).map(|n| round * 50 + n).map(|n| (n, commit(&store, &people.submission(n)))).collect();
        killer.write(|connection| Ok(dialect::end_others(connection)?)).unwrap();
        for (n, answer) in answers {
            let answer = answer.recv().unwrap();
            assert!(matches!(answer, Committed::Done | Committed::Unavailable(_)), "{n}: {answer:?}");
            acknowledged.push((n, answer == Committed::Done));
        }
    }
    let mut reader = store.reader().unwrap();
    for (n, done) in acknowledged {
        check(&mut reader, &people, n, done);
    }
    assert_eq!(commit(&store, &people.submission(9_999)).recv().unwrap(), Committed::Done);
}

/// A reader whose connection was cut since its last call opens another one.
#[test]
fn a_reader_survives_a_cut_connection() {
    let Some(url) = postgres_url() else { return };
    let store = Store::open(&url, options()).unwrap();
    let mut reader = store.reader().unwrap();
    reader.ping().unwrap();
    store.write(|connection| Ok(dialect::end_others(connection)?)).unwrap();
    reader.ping().unwrap();
}

/// A writer whose connection was cut while it lay idle opens another one.
#[test]
fn writers_survive_a_connection_cut_while_idle() {
    let Some(url) = postgres_url() else { return };
    let store = Store::open(&url, options()).unwrap();
    let people = People::save(&store);
    let killer = Store::open(&url, options()).unwrap();
    for n in 1..=8 {
        assert_eq!(commit(&store, &people.submission(n)).recv().unwrap(), Committed::Done);
    }
    store.plugin_put("asset", "key", Some("1")).unwrap();
    killer.write(|connection| Ok(dialect::end_others(connection)?)).unwrap();
    for n in 9..=16 {
        assert_eq!(commit(&store, &people.submission(n)).recv().unwrap(), Committed::Done);
    }
    store.plugin_put("asset", "key", Some("2")).unwrap();
}

/// While the server is away everything is answered; nothing waits for ever.
#[test]
fn a_server_that_is_away_is_answered_as_unavailable() {
    let refused = Store::open("postgres://postgres@127.0.0.1:1/maitred", options());
    assert!(matches!(refused, Err(crate::store::StoreError::Unavailable(_))));
}
