//! What a commit promises: all or nothing, once, and nobody suffers for a neighbour.

use crate::model::changes::{Guard, Party};
use crate::model::journal::{Answer, RowState};
use crate::model::ticket::Why;
use crate::store::testing::{at, command, commit, on_both, step_id, timer};
use crate::store::{Committed, Depth};

on_both! {
    fn what_is_committed_is_read_back(db) {
        let changes = db.ticket(1);
        let state = db.reader().state(1, Depth::Run).unwrap().unwrap();
        assert_eq!(state.ticket, changes.ticket);
        assert_eq!(Some(state.submission), changes.submission);
        assert_eq!(state.journal, Some(changes.journal_new.clone()));
        assert_eq!(state.open, changes.journal_new[3..]);
        assert_eq!(db.reader().command("1/submit").unwrap(), Some(changes.command));
        assert_eq!(db.reader().ticket_of_step(step_id(&changes.ticket, 4)).unwrap(), Some(1));
        assert_eq!(db.reader().number_of(changes.ticket.id).unwrap(), Some(1));
        assert_eq!(db.reader().state(2, Depth::Run).unwrap(), None);
    }

    fn a_command_is_carried_out_once(db) {
        let first = db.ticket(1);
        let mut twin = db.people.submission(2);
        twin.command.id = first.command.id.clone();
        assert_eq!(db.commit(&twin), Committed::Duplicate(first.command.clone()));
        assert_eq!(db.reader().state(2, Depth::Open).unwrap(), None);

        let change = db.people.next(&first, "change");
        assert_eq!(db.commit(&change), Committed::Done);
        assert_eq!(db.commit(&change), Committed::Duplicate(change.command.clone()));
        let mut again = db.people.next(&change, "again");
        again.command.id = change.command.id.clone();
        assert_eq!(db.commit(&again), Committed::Duplicate(change.command.clone()));
        assert_eq!(db.reader().state(1, Depth::Open).unwrap().unwrap().ticket, change.ticket);
    }

    fn a_stale_version_writes_nothing(db) {
        let first = db.ticket(1);
        let (mut one, mut two) = (db.people.next(&first, "one"), db.people.next(&first, "two"));
        one.ticket.title = "one".to_owned();
        two.ticket.title = "two".to_owned();
        assert_eq!(db.commit(&one), Committed::Done);
        assert_eq!(db.commit(&two), Committed::Stale);
        assert_eq!(db.reader().command(&two.command.id).unwrap(), None);
        assert_eq!(db.reader().state(1, Depth::Open).unwrap().unwrap().ticket.title, "one");
        let mut stranger = db.people.next(&db.people.submission(9), "one");
        stranger.guard = Guard::Version(1);
        assert_eq!(db.commit(&stranger), Committed::Stale);
    }

    fn changes_of_one_ticket_in_one_batch_keep_their_order(db) {
        let mut last = db.people.submission(1);
        let mut answers = vec![commit(&db.store, &last)];
        for _ in 0..20 {
            last = db.people.next(&last, "change");
            answers.push(commit(&db.store, &last));
        }
        for answer in answers {
            assert_eq!(answer.recv().unwrap(), Committed::Done);
        }
        assert_eq!(db.reader().state(1, Depth::Open).unwrap().unwrap().ticket, last.ticket);
    }

    fn who_breaks_a_rule_fails_alone(db) {
        let mut answers = Vec::new();
        for n in 1..=40 {
            let mut changes = db.people.submission(n);
            if n % 10 == 0 {
                // The same viewer twice is no mistake, the same path of the journal is one.
                changes.journal_new[1].path = changes.journal_new[0].path.clone();
            }
            answers.push((n, commit(&db.store, &changes)));
        }
        for (n, answer) in answers {
            let expected = if n % 10 == 0 { Committed::Invalid("journal".to_owned()) } else { Committed::Done };
            assert_eq!(answer.recv().unwrap(), expected, "{n}");
            assert_eq!(db.reader().state(n.into(), Depth::Open).unwrap().is_some(), n % 10 != 0);
        }
    }

    fn a_row_of_the_journal_is_settled_and_its_people_go(db) {
        let first = db.ticket(1);
        let mut settled = first.journal_new[3].clone();
        settled.state = RowState::Done;
        settled.answer = Some(Answer { outcome: "approved".to_owned(), ..Answer::default() });
        settled.settled_at = Some(at(10));
        settled.settled_seq = Some(4);
        let mut next = db.people.next(&first, "approve");
        next.journal_changed = vec![settled.clone()];
        next.parties_gone = vec![settled.id];
        next.timers_gone = vec!["step/3/".to_owned()];
        next.timers = vec![timer(&first.ticket, 3, "sla/respond", 60)];
        next.viewers = vec![(db.people.max, Why::Voter), (db.people.dora, Why::Handler)];
        assert_eq!(db.commit(&next), Committed::Done);
        let state = db.reader().state(1, Depth::All).unwrap().unwrap();
        assert!(state.open.is_empty());
        assert_eq!(state.journal.unwrap()[3], settled);
    }

    fn a_row_that_is_not_there_cannot_be_changed(db) {
        let first = db.ticket(1);
        let mut next = db.people.next(&first, "approve");
        let mut row = first.journal_new[3].clone();
        row.path = "99".to_owned();
        next.journal_changed = vec![row];
        assert_eq!(db.commit(&next), Committed::Invalid("journal".to_owned()));
        assert_eq!(db.reader().command(&next.command.id).unwrap(), None);
    }

    fn people_of_a_step_may_come_twice(db) {
        let first = db.ticket(1);
        let step = step_id(&first.ticket, 4);
        let mut next = db.people.next(&first, "escalate");
        next.parties = vec![(step, Party::User(db.people.max)), (step, Party::Group(db.people.desk))];
        assert_eq!(db.commit(&next), Committed::Done);
    }

    fn a_stopped_store_answers(db) {
        let changes = db.people.submission(1);
        db.store.shutdown();
        assert!(matches!(db.commit(&changes), Committed::Unavailable(_)));
        assert!(db.store.number_block(10).is_err() || !db.is_sqlite());
    }

    fn what_was_queued_is_written_before_the_end(db) {
        let answers: Vec<_> = (1..=50).map(|n| commit(&db.store, &db.people.submission(n))).collect();
        db.store.shutdown();
        for answer in answers {
            assert_eq!(answer.recv().unwrap(), Committed::Done);
        }
    }

    fn a_nul_character_is_refused_where_the_database_cannot_keep_it(db) {
        let mut changes = db.people.submission(1);
        changes.ticket.title = "a\0b".to_owned();
        let answer = db.commit(&changes);
        if !db.is_sqlite() {
            assert_eq!(answer, Committed::Invalid("value".to_owned()));
        }
    }

    fn numbers_come_in_blocks(db) {
        assert_eq!(db.store.number_block(100).unwrap(), 1..101);
        assert_eq!(db.store.number_block(100).unwrap(), 101..201);
    }

    fn an_unwritable_value_is_told_before_anything_is_queued(db) {
        let mut changes = db.people.submission(1);
        changes.command = command(&changes.ticket, "far");
        changes.ticket.created_at = crate::model::time::Time::from_micros(i64::MAX / 4).unwrap();
        let answer = db.commit(&changes);
        assert!(matches!(answer, Committed::Invalid(_)) || !db.is_sqlite(), "{answer:?}");
    }
}
