//! One random list of commands for both databases: the same answers, and the
//! same is read back. The seed is printed; `MAITRED_TEST_SEED` repeats it.

use super::list::{filter, sla};
use crate::model::approval::{Ballot, Vote};
use crate::model::changes::{Changes, Party};
use crate::model::closing::FollowUp;
use crate::model::ids::{CommentId, NotificationId};
use crate::model::journal::{Answer, RowKind, RowState};
use crate::model::status::Status;
use crate::model::ticket::{ClosureCode, Comment, Cost, Notification, Why};
use crate::model::view::Sight;
use crate::store::testing::{Database, People, at, id, row, timer};
use crate::store::{Committed, Depth, Filter, Sort};
use serde_json::json;
use std::collections::HashMap;
use std::io::Write;

/// A small generator of our own: the same numbers everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
    fn small(&mut self, sides: u32) -> u32 {
        u32::try_from(self.roll(u64::from(sides))).unwrap()
    }
    fn maybe<T>(&mut self, value: T) -> Option<T> {
        (self.roll(2) == 0).then_some(value)
    }
}

/// What the commands are made of: the last changes of each ticket that were accepted.
struct Script {
    dice: Dice,
    people: People,
    last: HashMap<u32, Changes>,
    drawn: u32,
}

impl Script {
    fn next(&mut self) -> Changes {
        self.drawn += 1;
        let n = self.dice.small(12) + 1;
        let Some(before) = self.last.get(&n).cloned() else { return self.people.submission(n) };
        let mut next = self.people.next(&before, &format!("command {}", self.drawn));
        self.change_ticket(&mut next);
        self.change_journal(&before, &mut next);
        self.add_rows(&mut next);
        match self.dice.roll(10) {
            0 => next.command.id = before.command.id, // a repeat
            1 => next.guard = crate::model::changes::Guard::Version(before.ticket.version + 7), // stale
            _ => {}
        }
        next
    }

    fn change_ticket(&mut self, next: &mut Changes) {
        let people = self.people.clone();
        let dice = &mut self.dice;
        let ticket = &mut next.ticket;
        ticket.title = ["Laptop", "ноутбук", "笔记本 \"pro\"", "it's 100%"][dice.small(4) as usize].to_owned();
        ticket.status = Status::ALL[dice.small(6) as usize];
        ticket.priority = format!("P{}", dice.small(4));
        ticket.flags.stuck = dice.roll(2) == 0;
        ticket.flags.vip = dice.roll(2) == 0;
        ticket.stage = dice.maybe("Scheduled".to_owned());
        ticket.owner = dice.maybe(people.dora);
        ticket.assignee = dice.maybe(people.lin);
        ticket.group = dice.maybe(people.desk);
        ticket.restricted_to = dice.maybe(people.board);
        let due = i64::from(dice.small(2_000));
        ticket.sla = dice.maybe(sla(None)).map(|mut sla| {
            sla.resolve_due = dice.maybe(at(due));
            sla.resolve_breached = dice.roll(3) == 0;
            sla
        });
        let code = ClosureCode::ALL[dice.small(4) as usize];
        ticket.closure_code = dice.maybe(code);
        ticket.resolved_at = dice.maybe(at(700));
        let called = FollowUp {
            attempts: 2,
            reached: true,
            channel: None,
            satisfied: dice.maybe(true),
            comment: Some("да".to_owned()),
            by: people.dora,
            at: at(7),
        };
        ticket.follow_up = dice.maybe(called);
        ticket.cost = dice.maybe(Cost {
            currency: "EUR".to_owned(),
            estimated: Some("900.00".to_owned()),
            confirmed: None,
            actual: None,
            lines: vec![],
        });
    }

    fn change_journal(&mut self, before: &Changes, next: &mut Changes) {
        next.journal_new.clear();
        if self.dice.roll(2) == 0 {
            let position = u32::try_from(before.ticket.last_position).unwrap() + 1;
            next.ticket.last_position += 1;
            let kind = RowKind::ALL[self.dice.small(8) as usize];
            let open = row(&next.ticket, position, &format!("{position}"), kind, "step", RowState::Open);
            let party =
                if self.dice.roll(2) == 0 { Party::User(self.people.max) } else { Party::Group(self.people.desk) };
            next.parties.push((open.id, party));
            next.timers.push(timer(&next.ticket, position, &format!("step/{position}/due"), i64::from(position)));
            next.journal_new.push(open);
        }
        if let Some(open) = before.journal_new.iter().find(|row| row.is_open()).filter(|_| self.dice.roll(2) == 0) {
            let mut settled = open.clone();
            settled.state = RowState::Done;
            settled.answer =
                Some(Answer { outcome: "done".to_owned(), output: json!([1, "два"]), ..Answer::default() });
            settled.settled_at = Some(at(3));
            settled.settled_seq = Some(next.ticket.last_seq);
            next.parties_gone.push(settled.id);
            next.timers_gone.push(format!("step/{}/", settled.position));
            next.votes.push((settled.id, self.vote()));
            next.journal_changed.push(settled);
        }
    }

    fn vote(&mut self) -> Vote {
        let ballot = if self.dice.roll(2) == 0 { Ballot::Approved } else { Ballot::Rejected };
        Vote {
            voter: self.people.max,
            on_behalf_of: None,
            ballot,
            code: None,
            comment: self.dice.maybe("so".to_owned()),
            at: at(2),
        }
    }

    fn add_rows(&mut self, next: &mut Changes) {
        let n = self.drawn;
        if self.dice.roll(3) == 0 {
            next.viewers.push((self.people.lin, Why::Watcher));
        }
        if self.dice.roll(3) == 0 {
            next.comments.push(Comment {
                id: CommentId(id(6, n)),
                ticket: next.ticket.id,
                author: self.people.dora,
                at: at(i64::from(n % 4)),
                internal: n.is_multiple_of(2),
                ..Comment::said(CommentId(id(6, n)), next.ticket.id, self.people.dora, at(0), format!("said {n}"))
            });
        }
        if self.dice.roll(3) == 0 {
            next.notifications.push(Notification {
                id: NotificationId(id(7, n)),
                user: self.people.ann,
                ticket: Some(next.ticket.id),
                at: at(i64::from(n)),
                text: "read".to_owned(),
                values: serde_json::Map::new(),
                read_at: None,
                meant_for: None,
            });
        }
    }
}

/// Everything that can be read of a database, in words.
fn told(db: &Database) -> Vec<String> {
    let mut reader = db.reader();
    let people = &db.people;
    let mut told = Vec::new();
    for number in 1..=12 {
        let Some(state) = reader.state(number, Depth::All).unwrap() else { continue };
        let ticket = state.ticket.id;
        told.push(format!("{state:?}"));
        told.push(format!("{:?}", reader.events(ticket, 0, 1_000).unwrap()));
        told.push(format!("{:?}", reader.votes_of(ticket).unwrap()));
        told.push(format!("{:?}", reader.comments(ticket, number % 2 == 0).unwrap()));
        told.push(format!("{:?}", reader.viewers_of(ticket).unwrap()));
        told.push(format!("{:?}", reader.timers_of(ticket).unwrap()));
    }
    let sights = [
        Sight { user: people.ann, staff: false, groups: vec![] },
        Sight { user: people.lin, staff: false, groups: vec![people.board] },
        Sight { user: people.dora, staff: true, groups: vec![people.desk] },
        Sight { user: people.lin, staff: true, groups: vec![people.desk, people.board] },
    ];
    let filters = [
        filter(),
        Filter { q: Some("НОУТ".to_owned()), ..filter() },
        Filter { overdue: Some(true), ..filter() },
        Filter { overdue: Some(false), status: vec![Status::New, Status::Assigned], ..filter() },
        Filter { waiting_on: Some(RowKind::Task), ..filter() },
        Filter { assignee: Some(people.lin), groups: Some(vec![people.desk]), ..filter() },
    ];
    for sight in &sights {
        for filter in &filters {
            for sort in ["created_at", "-updated_at", "priority", "-priority", "resolve_due", "-resolve_due"] {
                let listed = reader.list(filter, Sort::parse(sort).unwrap(), 5, None, sight).unwrap();
                told.push(format!(
                    "{sort} {:?}",
                    listed.iter().map(|(ticket, open)| (ticket.number, open.len())).collect::<Vec<_>>()
                ));
            }
            told.push(reader.count(filter, sight, 10).unwrap().to_string());
        }
        told.push(format!("{:?}", reader.inbox(sight, 50, None).unwrap()));
    }
    told.push(format!(
        "{:?}",
        reader.notifications(&Sight { user: people.ann, staff: false, groups: vec![] }, false, 50, None).unwrap()
    ));
    told.push(format!("{:?}", reader.timers_due(at(10_000), 100).unwrap()));
    told.push(format!("{:?}", reader.open_numbers(None, 0, 100).unwrap()));
    told
}

#[test]
fn both_databases_tell_the_same_story() {
    let Some(postgres) = Database::postgres() else { return };
    let sqlite = Database::sqlite();
    let given = std::env::var("MAITRED_TEST_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = given.unwrap_or_else(|| u64::from(std::process::id()) * 7_919);
    writeln!(std::io::stderr(), "MAITRED_TEST_SEED={seed}").ok();
    let mut script = Script { dice: Dice(seed), people: sqlite.people.clone(), last: HashMap::new(), drawn: 0 };
    let mut answers: HashMap<&'static str, u32> = HashMap::new();
    for n in 0..300 {
        let changes = script.next();
        let (one, other) = (sqlite.commit(&changes), postgres.commit(&changes));
        assert_eq!(one, other, "seed {seed}, command {n}: {changes:?}");
        *answers.entry(word(&one)).or_default() += 1;
        if one == Committed::Done {
            script.last.insert(u32::try_from(changes.ticket.number).unwrap(), changes);
        }
    }
    assert!(["done", "duplicate", "stale"].iter().all(|word| answers.contains_key(word)), "{answers:?}");
    let (one, other) = (told(&sqlite), told(&postgres));
    for (one, other) in one.iter().zip(&other) {
        assert_eq!(one, other, "seed {seed}");
    }
    assert_eq!(one.len(), other.len());
}

fn word(answer: &Committed) -> &'static str {
    match answer {
        Committed::Done => "done",
        Committed::Duplicate(_) => "duplicate",
        Committed::Stale => "stale",
        Committed::Invalid(_) => "invalid",
        Committed::Unavailable(_) => "unavailable",
    }
}
