//! Every denial: who may not see a ticket does not, by whichever way they ask.

use super::list::filter;
use crate::model::changes::{Changes, Party};
use crate::model::ids::{GroupId, UserId};
use crate::model::ticket::Why;
use crate::model::view::Sight;
use crate::store::testing::{Database, on_both, step_id};
use crate::store::{Committed, Sort};

fn sight(user: UserId, staff: bool, groups: &[GroupId]) -> Sight {
    Sight { user, staff, groups: groups.to_vec() }
}

/// Ticket 1 is anybody's, ticket 2 is restricted to the board, ticket 3 is
/// restricted and Dora watches it.
fn three_tickets(db: &Database) {
    db.ticket(1);
    for n in [2, 3] {
        let mut changes: Changes = db.people.submission(n);
        changes.ticket.restricted_to = Some(db.people.board);
        if n == 3 {
            changes.viewers.push((db.people.dora, Why::Watcher));
        }
        assert_eq!(db.commit(&changes), Committed::Done);
    }
}

/// What somebody sees, asked in every way there is.
fn seen(db: &Database, sight: &Sight) -> Vec<i64> {
    let mut reader = db.reader();
    let listed = reader.list(&filter(), Sort::parse("created_at").unwrap(), 50, None, sight).unwrap();
    let numbers: Vec<i64> = listed.iter().map(|(ticket, _)| ticket.number).collect();
    let counted = reader.count(&filter(), sight, 100).unwrap();
    assert_eq!(counted, i64::try_from(numbers.len()).unwrap());
    for number in 1..=3 {
        assert_eq!(reader.seen(number, sight).unwrap().is_some(), numbers.contains(&number), "seen {number}");
        assert_eq!(reader.glance(number, sight).unwrap().is_some(), numbers.contains(&number), "glance {number}");
    }
    numbers
}

on_both! {
    fn people_see_what_names_them(db) {
        three_tickets(db);
        assert_eq!(seen(db, &sight(db.people.ann, false, &[])), [1, 2, 3], "the requester, restricted or not");
        assert_eq!(seen(db, &sight(db.people.max, false, &[])), [1, 2, 3], "the approver");
        assert_eq!(seen(db, &sight(db.people.dora, false, &[])), [3], "a watcher who is no staff");
        assert_eq!(seen(db, &sight(db.people.lin, false, &[])), [0; 0], "a stranger");
    }

    fn a_group_alone_lets_nobody_see(db) {
        three_tickets(db);
        assert_eq!(seen(db, &sight(db.people.lin, false, &[db.people.board, db.people.desk])), [0; 0]);
    }

    fn staff_see_all_but_what_is_restricted_to_others(db) {
        three_tickets(db);
        assert_eq!(seen(db, &sight(db.people.lin, true, &[])), [1]);
        assert_eq!(seen(db, &sight(db.people.lin, true, &[db.people.desk])), [1]);
        assert_eq!(seen(db, &sight(db.people.lin, true, &[db.people.desk, db.people.board])), [1, 2, 3]);
        assert_eq!(seen(db, &sight(db.people.dora, true, &[db.people.desk])), [1, 3], "staff who watch");
    }

    fn the_inbox_shows_no_ticket_that_the_filter_hides(db) {
        three_tickets(db);
        for n in [1, 2] {
            let mut changes = db.people.next(&db.people.submission(n), "ask");
            changes.ticket.restricted_to = (n == 2).then_some(db.people.board);
            changes.parties = vec![(step_id(&changes.ticket, 4), Party::Group(db.people.desk))];
            assert_eq!(db.commit(&changes), Committed::Done);
        }
        let inbox = |sight: &Sight| -> Vec<i64> {
            db.reader().inbox(sight, 50, None).unwrap().iter().map(|(ticket, ..)| ticket.number).collect()
        };
        assert_eq!(inbox(&sight(db.people.max, false, &[])), [1, 2, 3]);
        assert_eq!(inbox(&sight(db.people.lin, true, &[db.people.desk])), [1]);
        assert_eq!(inbox(&sight(db.people.lin, true, &[db.people.desk, db.people.board])), [1, 2]);
        assert_eq!(inbox(&sight(db.people.lin, false, &[db.people.desk])), [0; 0]);
        assert_eq!(inbox(&sight(db.people.ann, false, &[])), [0; 0]);
    }

    fn a_row_of_a_viewer_is_told_by_its_key(db) {
        three_tickets(db);
        let ticket = db.people.new_ticket(3);
        let mut reader = db.reader();
        assert!(reader.has_viewer(ticket.id, ticket.created_at, db.people.dora).unwrap());
        assert!(!reader.has_viewer(ticket.id, ticket.created_at, db.people.lin).unwrap());
        let why: Vec<Why> = reader.viewers_of(ticket.id).unwrap().into_iter().map(|(_, why)| why).collect();
        assert_eq!(why, [Why::Requester, Why::Party, Why::Watcher], "the first reason stays");
    }
}
