//! Random walks: anybody does anything to a ticket, in any order, while time
//! passes. No state that the table does not know, no change that the log does
//! not tell, nothing half-done; and the `actions` that somebody is shown are
//! what they may do.

use super::*;
use crate::model::event::Event;
use crate::model::status::{Operation, actions_at};
use proptest::prelude::*;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// Scripts with and without steps, with a bad end, with one that waits.
const SCRIPTS: [&str; 4] = [
    r#"sla("hardware"); assign(group("service-desk")); handle("Do it", group("service-desk")); resolve("done");"#,
    r#"approval("Manager", manager_of(requested_for)); task("Prepare", group("service-desk")); resolve("done");"#,
    r#"sla("hardware"); assign(group("line-2")); let a = ask("Which?", requester); handle(a.answer, group("line-2"));"#,
    r#"wait("1d"); task("Look", group("line-2")); fail("It cannot be done.");"#,
];
const PEOPLE: [&str; 7] = ["ann", "max", "sam", "fay", "dora", "lin", "ada"];

/// One move of a walk: who, what, and a number that chooses among ways to do it.
type Move = (usize, usize, u8);

fn cast() -> People {
    People::new(
        [
            user(1, "sam", None, &[Role::ServiceRequestManager], &[]),
            user(2, "max", Some(1), &[], &[]),
            user(3, "ann", Some(2), &[], &[]),
            user(4, "fay", Some(1), &[Role::Approver], &[100]),
            user(6, "dora", Some(1), &[Role::Agent], &[101]),
            user(7, "ada", None, &[Role::Admin], &[]),
            user(8, "lin", Some(1), &[Role::Handler], &[103]),
            user(9, "dan", Some(1), &[Role::Agent], &[101]),
        ],
        [group(100, "finance", &[4]), group(101, "service-desk", &[6, 9]), group(103, "line-2", &[8])],
    )
}

fn body<T: DeserializeOwned>(json: Json) -> T {
    serde_json::from_value(json).unwrap()
}

/// An operation and a body that is right as far as its form goes.
fn wish(what: usize, way: u8) -> Option<(Operation, Act)> {
    let one = |of: &[&str]| of.get(usize::from(way) % of.len().max(1)).copied().unwrap_or_default().to_owned();
    Some(match what {
        0 => (Operation::Accept, Act::Accept),
        1 => {
            let to = if way.is_multiple_of(2) {
                json!({"assignee": one(&["dora", "dan", "lin"]), "reason": "better there"})
            } else {
                json!({"group": one(&["service-desk", "line-2"]), "reason": "better there"})
            };
            (Operation::Assign, Act::Assign(body(to)))
        }
        2 => (Operation::Return, Act::Return(body(json!({"reason": "not our field", "suggestion": "ask line 2"})))),
        3 => {
            let to = if way.is_multiple_of(2) {
                json!({"group": "line-2", "reason": "too hard"})
            } else {
                json!({"level": "manager", "reason": "late"})
            };
            (Operation::Escalate, Act::Escalate(body(to)))
        }
        4 => (Operation::Owner, Act::HandOver(body(json!({"owner": one(&["dora", "dan"]), "reason": "on leave"})))),
        5 => (
            Operation::Resolve,
            Act::Resolve(body(
                json!({"resolution": "done by hand", "outcome": one(&["done", "failed"]), "knowledge": "none"}),
            )),
        ),
        6 => (Operation::Close, Act::Close(body(json!({})))),
        7 => (Operation::Cancel, Act::Cancel(body(json!({"reason": "no need"})))),
        8 => (Operation::Change, Act::Change(body(json!({"title": one(&["One", "Two"])})))),
        9 => (Operation::Change, Act::Change(body(json!({"urgency": one(&["low", "normal", "high"])})))),
        10 => (Operation::Hold, Act::Hold(body(json!({"code": one(&["customer", "supplier"]), "reason": "waiting"})))),
        11 => (Operation::Unhold, Act::Unhold),
        12 => {
            let step = json!({"kind": "task", "name": "More", "for": {"groups": ["service-desk"]}});
            (Operation::OpenStep, Act::OpenStep(Box::new(body(step))))
        }
        13 => (Operation::Comment, Act::Comment(body(json!({"text": "Hello."})))),
        14 => (Operation::Reopen, Act::Reopen(body(json!({"reason": "it is broken again"})))),
        15 => (
            Operation::FollowUp,
            Act::FollowUp(body(json!({"reached": way.is_multiple_of(2), "satisfied": way.is_multiple_of(2)}))),
        ),
        16 => (Operation::Rating, Act::Rate { wish: body(json!({"score": 1 + way % 5})), by_link: false }),
        _ => return None,
    })
}

/// What the events of one command must contain where the status has changed.
fn tells(to: Status, events: &[Event]) -> bool {
    let has = |kinds: &[EventType]| events.iter().any(|event| kinds.contains(&event.kind));
    match to {
        // Nobody had accepted it when its script ended it.
        Status::New => has(&[EventType::TicketReopened]),
        Status::Accepted => has(&[EventType::TicketAccepted, EventType::TicketHandedBack]),
        Status::Assigned => has(&[EventType::TicketAssigned, EventType::StepClaimed, EventType::TicketReopened]),
        Status::Escalated => has(&[EventType::TicketEscalated]),
        Status::Resolved => has(&[EventType::TicketResolved]),
        Status::Closed => has(&[EventType::TicketClosed]),
    }
}

struct Walk {
    case: Case1,
    timers: BTreeMap<String, Time>,
    seq: i64,
    at: Time,
}

impl Walk {
    fn begin(script: usize, for_other: bool) -> Self {
        let mut case = Case1::with(SCRIPTS[script], cast());
        case.submit(if for_other { "max" } else { "ann" }, for_other.then_some("ann"));
        let at = case.clock.now();
        let mut walk = Self { case, timers: BTreeMap::new(), seq: 0, at };
        walk.follow(None);
        walk
    }

    /// Holds what a command has come to against what was there.
    fn follow(&mut self, before: Option<Ticket>) {
        let changes = self.case.last.take().unwrap();
        let ticket = changes.ticket.clone();
        for event in &changes.events {
            self.seq += 1;
            assert_eq!(event.seq, self.seq, "no entry of the log is missing");
            assert!(event.at >= self.at, "the log does not go back");
            self.at = event.at;
        }
        assert_eq!(ticket.last_seq, self.seq);
        if let Some(before) = &before {
            assert_eq!(ticket.version, before.version + 1, "each commit is one version");
            assert_eq!(ticket.created_at, before.created_at);
            assert_eq!((ticket.requester, ticket.opened_by), (before.requester, before.opened_by));
            if before.status != ticket.status {
                assert!(
                    tells(ticket.status, &changes.events),
                    "{:?} → {:?}: {:?}",
                    before.status,
                    ticket.status,
                    changes.events.iter().map(|event| event.kind.as_str()).collect::<Vec<_>>()
                );
            }
            let handed = changes.events.iter().any(|event| event.kind == EventType::TicketHandedOver);
            assert!(
                before.owner.is_none() || before.owner == ticket.owner || handed,
                "the first who accepted it answers for it"
            );
        }
        self.sound(&ticket);
        for key in &changes.timers_gone {
            self.timers.retain(|known, _| known != key && !(key.ends_with('/') && known.starts_with(key.as_str())));
        }
        self.timers.extend(changes.timers.iter().map(|timer| (timer.key.clone(), timer.due_at)));
        self.case.last = Some(changes);
    }

    /// What holds of any ticket.
    fn sound(&self, ticket: &Ticket) {
        assert!(!ticket.flags.stuck, "{:?}", ticket.fault);
        let closed = ticket.status == Status::Closed;
        assert_eq!(closed, ticket.closed_at.is_some());
        assert!(!closed || ticket.closure_code.is_some(), "a closed ticket has its code");
        assert!(!ticket.status.is_open() || ticket.closure_code.is_none(), "an open one has none");
        assert!(ticket.status != Status::Resolved || ticket.resolution.is_some());
        assert!(
            !matches!(ticket.status, Status::Accepted | Status::Assigned) || ticket.owner.is_some(),
            "somebody answers for it"
        );
        assert!(ticket.escalation_level >= 0);
        assert!(ticket.status.is_open() || !ticket.flags.on_hold, "what has ended does not rest");
        let open: Vec<String> =
            self.case.open().iter().map(|row| format!("{} {}", row.kind.as_str(), row.name)).collect();
        assert!(!closed || open.is_empty(), "closed with {open:?}");
    }

    fn carry(&mut self, doer: Doer, target: Target, act: Act) -> Result<(), Refusal> {
        let before = self.case.ticket.clone();
        self.case.carry(doer, target, act)?;
        self.follow(before);
        Ok(())
    }

    fn step(&mut self, (who, what, way): Move) {
        let name = PEOPLE[who % PEOPLE.len()];
        match wish(what, way) {
            Some((operation, act)) => self.operate(name, operation, act),
            None if what % 2 == 0 => self.answer(name, way),
            None => self.wait(way),
        }
    }

    /// What is shown as allowed is not refused for standing or status, and the reverse.
    fn operate(&mut self, name: &str, operation: Operation, act: Act) {
        let user = Arc::clone(self.case.world.people.by_username(name).unwrap());
        let shown = actions_at(&user, self.case.ticket(), self.case.world.policy(), self.case.clock.now())
            .contains(&operation.as_str());
        let done = self.carry(self.case.person(name), Target::Ticket(1), act);
        let Err(refusal) = done else {
            assert!(shown, "{name} did {} and was not shown it", operation.as_str());
            return;
        };
        let allowed =
            [Code::Forbidden, Code::IllegalOperation, Code::TooLate, Code::AlreadyRated].contains(&refusal.code);
        assert!(
            !(shown && refusal.code == Code::Forbidden),
            "{name} was shown {}: {}",
            operation.as_str(),
            refusal.detail
        );
        assert!(shown || allowed, "{name} was not shown {} and got {:?}", operation.as_str(), refusal.code);
    }

    fn answer(&mut self, name: &str, way: u8) {
        let Some(row) = self.case.open().into_iter().find(|row| row.kind != RowKind::Plugin).cloned() else { return };
        let outcome = match (row.kind, way % 4) {
            (RowKind::Approval, 0) => "rejected",
            (RowKind::Approval, 1) => "returned",
            (RowKind::Approval, _) => "approved",
            (RowKind::Question, _) => "answered",
            (RowKind::Wait, _) => "skipped",
            (_, 0) => "failed",
            _ => "done",
        };
        let output = match row.kind {
            RowKind::Question if !row.is_rework() => Some(json!({"answer": "yes"})),
            RowKind::Work => Some(json!({"resolution": "worked on"})),
            _ => None,
        };
        let code = (outcome == "rejected").then(|| "budget".to_owned());
        let answer =
            StepAnswer { outcome: outcome.to_owned(), comment: Some("because".to_owned()), code, output, seen: None };
        self.carry(self.case.person(name), Target::Step(row.id), Act::Answer(answer)).ok();
    }

    /// Time passes, perhaps until the next timer.
    fn wait(&mut self, way: u8) {
        let next = self.timers.iter().min_by_key(|(_, due)| **due).map(|(key, due)| (key.clone(), *due));
        match next.filter(|_| !way.is_multiple_of(3)) {
            Some((key, due)) => {
                self.case.clock.set(due.max(self.case.clock.now()));
                self.timers.remove(&key);
                self.carry(Doer::System("clock"), Target::Ticket(1), Act::Fire { key }).ok();
            }
            None => drop(self.case.clock.advance(chrono::Duration::hours(i64::from(way)))),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, max_shrink_iters: 300, ..ProptestConfig::default() })]

    #[test]
    fn whoever_does_whatever_the_ticket_stays_sound_and_its_log_tells_all(
        script in 0usize..SCRIPTS.len(),
        for_other in any::<bool>(),
        moves in prop::collection::vec((0usize..PEOPLE.len(), 0usize..24, any::<u8>()), 1..40),
    ) {
        let mut walk = Walk::begin(script, for_other);
        for one in moves {
            walk.step(one);
        }
    }
}
