//! Many at once: nothing is lost, nothing is done twice.

use crate::model::changes::Changes;
use crate::store::testing::{Database, commit, on_both, options};
use crate::store::{Committed, Depth, Options};
use std::collections::BTreeSet;

/// Decides again on fresh state until the guard lets it pass; returns how often it was refused.
fn insist(db: &Database, number: i64, word: &str) -> usize {
    let mut reader = db.store.reader().unwrap();
    for refused in 0.. {
        let ticket = reader.state(number, Depth::Open).unwrap().unwrap().ticket;
        let mut before = db.people.submission(u32::try_from(number).unwrap());
        before.ticket = ticket;
        let mut next: Changes = db.people.next(&before, word);
        next.command.id = word.to_owned();
        match commit(&db.store, &next).recv().unwrap() {
            Committed::Done => return refused,
            Committed::Stale => {}
            other => panic!("{other:?}"),
        }
    }
    unreachable!()
}

on_both! {
    fn no_change_of_a_contested_ticket_is_lost(db) {
        db.ticket(1);
        std::thread::scope(|scope| {
            for n in 0..4 {
                scope.spawn(move || {
                    for m in 0..10 {
                        insist(db, 1, &format!("{n}/{m}"));
                    }
                });
            }
        });
        let ticket = db.reader().state(1, Depth::Open).unwrap().unwrap().ticket;
        assert_eq!(ticket.version, 41);
        let seqs: Vec<i64> = db.reader().events(ticket.id, 0, 100).unwrap().iter().map(|event| event.seq).collect();
        assert_eq!(seqs, (1..=43).collect::<Vec<_>>());
    }

    fn twins_sent_at_once_are_carried_out_once(db) {
        let answers: Vec<Committed> = std::thread::scope(|scope| {
            let senders: Vec<_> = (1..=8).map(|n| scope.spawn(move || {
                let mut changes = db.people.submission(n);
                changes.command.id = "the same".to_owned();
                db.commit(&changes)
            })).collect();
            senders.into_iter().map(|sender| sender.join().unwrap()).collect()
        });
        assert_eq!(answers.iter().filter(|answer| **answer == Committed::Done).count(), 1);
        let made = db.reader().command("the same").unwrap().unwrap();
        for answer in answers {
            assert!(answer == Committed::Done || answer == Committed::Duplicate(made.clone()), "{answer:?}");
        }
        assert_eq!(db.reader().open_numbers(None, 0, 100).unwrap(), [made.number]);
    }

    fn a_commit_carries_what_waits(db) {
        let answers: Vec<_> = (1..=300).map(|n| commit(&db.store, &db.people.submission(n))).collect();
        for answer in answers {
            assert_eq!(answer.recv().unwrap(), Committed::Done);
        }
        let sizes = db.store.batch_sizes();
        let commands: u64 = sizes.iter().map(|(size, commits)| u64::try_from(*size).unwrap() * commits).sum();
        let commits: u64 = sizes.iter().map(|(_, commits)| commits).sum();
        assert_eq!(commands, 300);
        assert!(commits < 300, "{sizes:?}");
        let numbers: BTreeSet<i64> = db.reader().open_numbers(None, 0, 1_000).unwrap().into_iter().collect();
        assert_eq!(numbers, (1..=300).collect());
    }

    fn blocks_of_numbers_never_overlap(db) {
        let blocks: Vec<_> = std::thread::scope(|scope| {
            let takers: Vec<_> = (0..4).map(|_| scope.spawn(|| {
                (0..10).map(|_| db.store.number_block(100).unwrap()).collect::<Vec<_>>()
            })).collect();
            takers.into_iter().flat_map(|taker| taker.join().unwrap()).collect()
        });
        let firsts: BTreeSet<i64> = blocks.iter().map(|block| block.start).collect();
        assert_eq!(firsts, (0..40).map(|n| n * 100 + 1).collect());
    }

    fn small_writes_run_beside_commits(db) {
        std::thread::scope(|scope| {
            let writer = scope.spawn(|| {
                for n in 0..20 {
                    db.store.plugin_put("asset", &format!("key {n}"), Some("value")).unwrap();
                }
            });
            for n in 1..=50 {
                db.ticket(n);
            }
            writer.join().unwrap();
        });
        assert_eq!(db.reader().plugin_list("asset", "", 100).unwrap().len(), 20);
    }
}

#[test]
fn a_full_queue_is_answered_at_once() {
    let db = Database::sqlite_with(Options { queue: 1, sqlite_batch: 1, ..options() });
    let answers: Vec<_> = (1..=200).map(|n| commit(&db.store, &db.people.submission(n))).collect();
    let answers: Vec<Committed> = answers.into_iter().map(|answer| answer.recv().unwrap()).collect();
    let done = answers.iter().filter(|answer| **answer == Committed::Done).count();
    assert!(done >= 1 && answers.iter().all(|it| matches!(it, Committed::Done | Committed::Unavailable(_))));
    assert_eq!(db.reader().open_numbers(None, 0, 1_000).unwrap().len(), done);
}
