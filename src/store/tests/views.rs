//! What people look at beside lists.

use crate::model::approval::{Ballot, Vote};
use crate::model::changes::{Made, Party};
use crate::model::event::EventType;
use crate::model::ids::{CommentId, NotificationId};
use crate::model::journal::{RowKind, RowState};
use crate::model::ticket::{Comment, Kind, Notification};
use crate::model::view::Sight;
use crate::store::testing::{at, id, on_both, row, step_id};
use crate::store::{Committed, Depth, LogPlace};
use serde_json::json;
use std::time::{Duration, Instant};

on_both! {
    fn the_log_is_read_with_its_data(db) {
        let first = db.ticket(1);
        let events = db.reader().events(first.ticket.id, 0, 50).unwrap();
        assert_eq!(events, first.events);
        assert_eq!(db.reader().events(first.ticket.id, 1, 1).unwrap(), first.events[1..2]);
        assert!(db.reader().events(first.ticket.id, 3, 50).unwrap().is_empty());
    }

    fn votes_are_kept_one_per_person(db) {
        let first = db.ticket(1);
        let step = step_id(&first.ticket, 4);
        let vote = Vote {
            voter: db.people.max,
            on_behalf_of: Some(db.people.dora),
            ballot: Ballot::Rejected,
            code: Some("too_expensive".to_owned()),
            comment: Some("no".to_owned()),
            at: at(5),
        };
        let mut next = db.people.next(&first, "vote");
        next.votes = vec![(step, vote.clone())];
        assert_eq!(db.commit(&next), Committed::Done);
        assert_eq!(db.reader().votes(step).unwrap().as_slice(), std::slice::from_ref(&vote));
        assert_eq!(db.reader().votes_of(first.ticket.id).unwrap(), [(step, vote.clone())]);
        assert_eq!(db.reader().state(1, Depth::Open).unwrap().unwrap().votes, [(step, vote.clone())]);
        let mut again = db.people.next(&next, "vote");
        again.votes = vec![(step, vote)];
        assert_eq!(db.commit(&again), Committed::Invalid("votes".to_owned()));
    }

    fn internal_notes_are_read_only_when_asked_for(db) {
        let first = db.ticket(1);
        let comment = |n, internal| Comment {
            id: CommentId(id(6, n)),
            ticket: first.ticket.id,
            author: db.people.dora,
            at: at(i64::from(n)),
            internal,
            text: format!("said {n}"),
            details: Default::default(),
            edited_at: None,
        };
        let mut next = db.people.next(&first, "comment");
        next.comments = vec![comment(2, true), comment(1, false)];
        next.command.made = Made::Comment(CommentId(id(6, 1)));
        assert_eq!(db.commit(&next), Committed::Done);
        assert_eq!(db.reader().comments(first.ticket.id, true).unwrap(), [comment(1, false), comment(2, true)]);
        assert_eq!(db.reader().comments(first.ticket.id, false).unwrap(), [comment(1, false)]);
        assert_eq!(db.reader().command(&next.command.id).unwrap(), Some(next.command));
    }

    fn messages_are_read_newest_first_and_marked_once(db) {
        let first = db.ticket(1);
        let message = |n: u32, user| Notification {
            id: NotificationId(id(7, n)),
            user,
            ticket: Some(first.ticket.id),
            at: at(i64::from(n)),
            text: "{ticket} waits for you".to_owned(),
            values: json!({"ticket": "SR-000001"}).as_object().cloned().unwrap(),
            read_at: None, meant_for: None,
        };
        let mut next = db.people.next(&first, "notify");
        next.notifications =
            vec![message(1, db.people.ann), message(2, db.people.ann), message(3, db.people.ann), message(4, db.people.max)];
        assert_eq!(db.commit(&next), Committed::Done);
        let ids = |limit, before| -> Vec<NotificationId> {
            let found = db.reader().notifications(&Sight { user: db.people.ann, staff: false, groups: vec![] }, false, limit, before).unwrap();
            assert!(found.iter().all(|(_, of)| *of == Some((Kind::Request, 1))));
            found.into_iter().map(|(message, ..)| message.id).collect()
        };
        let id = |n| NotificationId(id(7, n));
        assert_eq!(ids(2, None), [id(3), id(2)]);
        assert_eq!(ids(2, Some(id(2))), [id(1)]);
        assert!(!db.store.mark_notification_read(id(4), db.people.ann, at(9)).unwrap(), "not hers");
        assert!(db.store.mark_notification_read(id(3), db.people.ann, at(9)).unwrap());
        assert!(db.store.mark_notification_read(id(3), db.people.ann, at(10)).unwrap(), "hers, though read before");
        let found = db.reader().notifications(&Sight { user: db.people.ann, staff: false, groups: vec![] }, false, 1, None).unwrap();
        assert_eq!(found[0].0, Notification { read_at: Some(at(9)), ..message(3, db.people.ann) });
    }

    fn the_inbox_has_each_step_once_with_its_votes(db) {
        let first = db.ticket(1);
        let mut next = db.people.next(&first, "ask");
        let task = row(&next.ticket, 5, "4", RowKind::Task, "Prepare", RowState::Open);
        next.journal_new = vec![task.clone()];
        next.parties = vec![(task.id, Party::User(db.people.lin)), (task.id, Party::Group(db.people.desk))];
        next.votes = vec![(
            task.id,
            Vote { voter: db.people.max, on_behalf_of: None, ballot: Ballot::Approved, code: None, comment: None, at: at(1) },
        )];
        assert_eq!(db.commit(&next), Committed::Done);
        let sight = Sight { user: db.people.lin, staff: true, groups: vec![db.people.desk] };
        let inbox = db.reader().inbox(&sight, 10, None).unwrap();
        assert_eq!(inbox.len(), 1);
        assert_eq!((&inbox[0].1, inbox[0].2.len()), (&task, 1));
        let behind = (task.opened_at, task.id);
        assert!(db.reader().inbox(&sight, 10, Some(&behind)).unwrap().is_empty());

        let mut settled = task.clone();
        settled.state = RowState::Cancelled;
        let mut last = db.people.next(&next, "cancel");
        last.journal_changed = vec![settled];
        last.parties_gone = vec![task.id];
        assert_eq!(db.commit(&last), Committed::Done);
        assert!(db.reader().inbox(&sight, 10, None).unwrap().is_empty());
    }

    fn a_glance_is_one_state_of_the_ticket(db) {
        let first = db.ticket(1);
        let sight = Sight { user: db.people.ann, staff: false, groups: vec![] };
        let glance = db.reader().glance(1, &sight).unwrap().unwrap();
        assert_eq!(glance.ticket, first.ticket);
        assert_eq!(Some(glance.submission), first.submission);
        assert_eq!(glance.open, first.journal_new[3..]);
        assert_eq!(db.reader().journal(first.ticket.id).unwrap(), first.journal_new);
        assert_eq!(db.reader().step(step_id(&first.ticket, 1)).unwrap(), Some(first.journal_new[0].clone()));
    }

    fn runs_are_told_apart(db) {
        let first = db.ticket(1);
        let mut next = db.people.next(&first, "rerun");
        next.ticket.run = 2;
        next.submission = first.submission.clone();
        let mut person = row(&next.ticket, 6, "m1", RowKind::Task, "By hand", RowState::Open);
        person.run = 1;
        person.origin = crate::model::journal::Origin::Person;
        next.journal_new = vec![row(&next.ticket, 5, "0", RowKind::Effect, "sla", RowState::Done), person];
        assert_eq!(db.commit(&next), Committed::Done);
        let positions = |depth| -> Vec<i32> {
            let state = db.reader().state(1, depth).unwrap().unwrap();
            state.journal.unwrap_or(state.open).iter().map(|row| row.position).collect()
        };
        assert_eq!(positions(Depth::Run), [5, 6]);
        assert_eq!(positions(Depth::All), [1, 2, 3, 4, 5, 6]);
        assert_eq!(positions(Depth::Open), [4, 6]);
    }

    fn followers_read_the_log_in_one_order(db) {
        let tickets: Vec<_> = (1..=3).map(|n| db.ticket(n).ticket.id).collect();
        let mut place = LogPlace::default();
        let mut followed = Vec::new();
        // The server holds the log back while a neighbour's transaction is under
        // way in any of its databases: a follower asks again.
        let until = Instant::now() + Duration::from_secs(60);
        let mut reader = db.reader();
        while followed.len() < 9 && Instant::now() < until {
            let entries = reader.log_after(place, 4).unwrap();
            place = entries.last().map_or(place, |last| last.place);
            followed.extend(entries);
            std::thread::yield_now();
        }
        assert!(reader.log_after(place, 4).unwrap().is_empty());
        let expected: Vec<_> = tickets.iter().flat_map(|ticket| (1..=3).map(move |seq| (*ticket, seq))).collect();
        assert_eq!(followed.iter().map(|entry| (entry.ticket, entry.seq)).collect::<Vec<_>>(), expected);
        assert_eq!(followed[0].kind, EventType::TicketSubmitted);
    }
}
