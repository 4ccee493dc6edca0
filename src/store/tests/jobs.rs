//! What clocks ask and do.

use super::list::sla;
use crate::model::changes::Signal;
use crate::model::status::Status;
use crate::store::testing::{at, on_both, timer};
use crate::store::{Clock, Committed, JobFilter};
use serde_json::{Map, json};

on_both! {
    fn timers_are_due_in_order_and_go_by_key(db) {
        let first = db.ticket(1);
        assert_eq!(db.reader().next_timer().unwrap(), Some(first.timers[0].due_at));
        assert!(db.reader().timers_due(at(3_600), 10).unwrap().is_empty());
        let due = db.reader().timers_due(at(10_000), 10).unwrap();
        assert_eq!(due.iter().map(|due| (&due.timer, due.number)).collect::<Vec<_>>(), [(&first.timers[0], 1), (&first.timers[1], 1)]);
        assert_eq!(db.reader().timers_due(at(10_000), 1).unwrap().len(), 1);

        let mut next = db.people.next(&first, "later");
        next.timers = vec![timer(&first.ticket, 3, "sla/respond", 60), timer(&first.ticket, 4, "step/30", 60)];
        next.timers_gone = vec!["step/3/".to_owned(), "cancel".to_owned()];
        assert_eq!(db.commit(&next), Committed::Done);
        let kept = db.reader().timers_of(first.ticket.id).unwrap();
        assert_eq!(kept, next.timers, "replaced, dropped, added");

        assert!(!db.store.drop_timer(first.timers[0].clone()).unwrap(), "it was set anew");
        assert!(db.store.drop_timer(next.timers[0].clone()).unwrap());
        assert_eq!(db.reader().timers_of(first.ticket.id).unwrap(), next.timers[1..]);
    }

    fn a_firing_is_claimed_once(db) {
        let claim = |node: &str, now, until| db.store.claim_firing("escalate", at(0), node, at(now), at(until)).unwrap();
        assert!(claim("a", 0, 60));
        assert!(!claim("b", 10, 70), "a has it");
        assert_eq!(db.reader().lost_firings(at(30)).unwrap(), []);
        assert_eq!(db.reader().lost_firings(at(61)).unwrap().len(), 1);
        assert!(db.store.renew_firing("escalate", at(0), "a", at(90)).unwrap());
        assert!(claim("b", 91, 150), "a died");
        assert!(!db.store.renew_firing("escalate", at(0), "a", at(200)).unwrap());
        assert!(!db.store.finish_firing("escalate", at(0), "a", at(92), &json!({})).unwrap());
        assert!(db.store.finish_firing("escalate", at(0), "b", at(93), &json!({"tickets": 3})).unwrap());
        assert!(!claim("c", 1_000, 2_000), "it is done");
        let firings = db.reader().firings("escalate", 10).unwrap();
        assert_eq!(firings.len(), 1);
        assert_eq!((firings[0].finished_at, firings[0].report.clone()), (Some(at(93)), Some(json!({"tickets": 3}))));
    }

    fn jobs_find_what_is_overdue(db) {
        for n in 1..=6u32 {
            let mut changes = db.people.submission(n);
            let ticket = &mut changes.ticket;
            ticket.sla = (n != 6).then(|| sla(Some(i64::from(n) * 100)));
            ticket.escalation_level = i32::try_from(n % 3).unwrap();
            ticket.assignee = (n == 2).then_some(db.people.lin);
            if n == 3 {
                ticket.status = Status::Closed;
                ticket.resolved_at = Some(at(5_000));
            }
            if n == 4 {
                ticket.sla.as_mut().unwrap().responded_at = Some(at(1));
            }
            assert_eq!(db.commit(&changes), Committed::Done);
        }
        let find = |filter: &JobFilter| -> Vec<i64> {
            db.reader().tickets_for_job(filter, 50).unwrap().iter().map(|ticket| ticket.number).collect()
        };
        let none = JobFilter::default();
        assert_eq!(find(&none), [1, 2, 4, 5, 6]);
        let late = JobFilter { breached: Some((Clock::Resolve, at(450))), ..none.clone() };
        assert_eq!(find(&late), [1, 2, 4]);
        assert_eq!(find(&JobFilter { escalation_below: Some(2), ..late.clone() }), [1, 4]);
        assert_eq!(find(&JobFilter { unassigned: true, ..late.clone() }), [1, 4]);
        assert_eq!(find(&JobFilter { breached: Some((Clock::Respond, at(450))), ..none.clone() }), [1, 2]);
        assert_eq!(find(&JobFilter { status: vec![Status::Closed], ..none.clone() }), [3]);
        assert_eq!(find(&JobFilter { created_before: Some(at(3)), ..none.clone() }), [1, 2]);
        assert_eq!(find(&JobFilter { updated_before: Some(at(2)), ..none.clone() }), [1]);
        assert_eq!(find(&JobFilter { item: Some("mouse".to_owned()), ..none.clone() }), [0; 0]);
        let behind = Some(db.people.new_ticket(4).id);
        assert_eq!(find(&JobFilter { after: behind, ..none.clone() }), [5, 6]);
        assert_eq!(db.reader().tickets_for_job(&none, 2).unwrap().len(), 2);
        assert_eq!(db.reader().open_loads().unwrap(), [(db.people.lin, 1)]);
        assert_eq!(db.reader().open_numbers(None, 0, 3).unwrap(), [1, 2, 4]);
        assert_eq!(db.reader().open_numbers(None, 4, 3).unwrap(), [5, 6]);
        let of = |item: &str| db.reader().open_numbers(Some(&[item.to_owned()]), 4, 3).unwrap();
        assert_eq!((of("laptop"), of("other")), (vec![5, 6], vec![]));
    }

    fn a_signal_waits_until_it_is_applied(db) {
        let (source, target) = (db.ticket(1), db.ticket(2));
        let signal = Signal {
            target: target.ticket.id,
            source: source.ticket.id,
            source_seq: 4,
            kind: "child.ended".to_owned(),
            data: Map::from_iter([("ok".to_owned(), json!(true))]),
            at: at(9),
        };
        let mut next = db.people.next(&source, "end");
        next.signals = vec![signal.clone()];
        assert_eq!(db.commit(&next), Committed::Done);
        assert_eq!(db.reader().pending_signals(at(10), 10).unwrap().as_slice(), std::slice::from_ref(&signal));
        assert!(db.store.signal_applied(signal.target, signal.source, 4, at(10)).unwrap());
        assert!(!db.store.signal_applied(signal.target, signal.source, 4, at(11)).unwrap());
        assert!(db.reader().pending_signals(at(10), 10).unwrap().is_empty());
        let mut twin = db.people.next(&next, "end");
        twin.signals = vec![signal];
        assert_eq!(db.commit(&twin), Committed::Invalid("signals".to_owned()));
    }
}
