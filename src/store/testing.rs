//! What the store's tests stand on: a fresh database of either kind, and a small
//! desk of people and tickets whose ids and times are counted, not drawn.

#[path = "../../tests/support/postgres.rs"]
pub mod postgres;

use super::{Committed, NewPerson, Options, Reader, Store};
use crate::model::changes::{Changes, CommandRow, Guard, Made, Party, Timer};
use crate::model::event::{Actor, Event, EventType};
use crate::model::ids::{GroupId, StepId, TicketId, TimerId, UserId};
use crate::model::journal::{Answer, Arguments, FORMAT, JournalRow, Origin, Place, RowKind, RowState};
use crate::model::people::{Group, Role, User};
use crate::model::status::Status;
use crate::model::ticket::{Flags, Kind, PersonSnapshot, Pins, Submission, Ticket, Why};
use crate::model::time::Time;
use chrono::Duration;
use serde_json::{Map, json};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use uuid::Uuid;

/// Runs a test on both databases: `sqlite` and `postgres` in a module of its name.
macro_rules! on_both {
    ($($(#[$meta:meta])* fn $name:ident($database:ident) $body:block)*) => {$(
        mod $name {
            #[allow(unused_imports)]
            use super::*;
            $(#[$meta])*
            fn check($database: &$crate::store::testing::Database) $body
            #[test]
            fn sqlite() {
                check(&$crate::store::testing::Database::sqlite());
            }
            #[test]
            fn postgres() {
                if let Some(database) = $crate::store::testing::Database::postgres() {
                    check(&database);
                }
            }
        }
    )*};
}
pub(crate) use on_both;

/// A migrated database with the people of `People` in it.
pub struct Database {
    pub store: Store,
    pub url: String,
    pub people: People,
    _folder: Option<tempfile::TempDir>,
}

/// Options under which a fatal failure is a failed test, not the end of the process.
pub fn options() -> Options {
    Options { on_fatal: Arc::new(|why| panic!("fatal: {why}")), ..Options::default() }
}

impl Database {
    pub fn sqlite() -> Self {
        Self::sqlite_with(options())
    }
    pub fn sqlite_with(options: Options) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/maitred.db", folder.path().display());
        let store = Store::open(&url, options).unwrap();
        store.migrate().unwrap();
        Self { people: People::save(&store), store, url, _folder: Some(folder) }
    }
    pub fn postgres() -> Option<Self> {
        Self::postgres_with(options())
    }
    pub fn postgres_with(options: Options) -> Option<Self> {
        let url = postgres_url()?;
        let store = Store::open(&url, options).unwrap();
        Some(Self { people: People::save(&store), store, url, _folder: None })
    }
    pub fn reader(&self) -> Reader {
        self.store.reader().unwrap()
    }
    pub fn is_sqlite(&self) -> bool {
        self.url.starts_with("sqlite")
    }
    /// Commits and waits for the answer.
    pub fn commit(&self, changes: &Changes) -> Committed {
        commit(&self.store, changes).recv().unwrap()
    }
    /// A new ticket on disk.
    pub fn ticket(&self, n: u32) -> Changes {
        let changes = self.people.submission(n);
        assert_eq!(self.commit(&changes), Committed::Done);
        changes
    }
}

/// The URL of a fresh migrated database on the server of this process.
pub fn postgres_url() -> Option<String> {
    let server = postgres::Server::get()?;
    Some(server.database(|url| {
        let store = Store::open(url, options()).unwrap();
        store.migrate().unwrap();
        store.shutdown();
    }))
}

/// Commits; the answer comes later.
pub fn commit(store: &Store, changes: &Changes) -> Receiver<Committed> {
    let (sender, receiver) = channel();
    store.commit(changes, Box::new(move |answer| sender.send(answer).unwrap()));
    receiver
}

/// An id that is the same in every run.
pub fn id(kind: u128, n: u32) -> Uuid {
    Uuid::from_u128((0x0190_0000_0000_7000_8000_0000_0000_0000 + (kind << 32)) | u128::from(n))
}

/// Nine o'clock, and so many seconds.
pub fn at(seconds: i64) -> Time {
    Time::parse("2026-01-05T09:00:00.25Z").unwrap().plus(Duration::seconds(seconds))
}

/// Ann asks, Max approves, Dora is the desk; Lin handles confidential things.
#[derive(Clone)]
pub struct People {
    pub ann: UserId,
    pub max: UserId,
    pub dora: UserId,
    pub lin: UserId,
    pub desk: GroupId,
    pub board: GroupId,
}

impl People {
    pub fn save(store: &Store) -> Self {
        let user = |n| UserId(id(1, n));
        let group = |n| GroupId(id(2, n));
        let people = Self { ann: user(1), max: user(2), dora: user(3), lin: user(4), desk: group(1), board: group(2) };
        let person = |id, username: &str, roles: &[Role], groups: &[GroupId]| NewPerson {
            user: User {
                id,
                username: username.to_owned(),
                name: username.to_uppercase(),
                email: None,
                phone: None,
                department: None,
                location: None,
                language: "en".to_owned(),
                zone: "UTC".to_owned(),
                manager: (id == people.ann).then_some(people.max),
                substitute: None,
                roles: roles.iter().copied().collect(),
                categories: std::collections::BTreeSet::new(),
                groups: groups.iter().copied().collect(),
                active: true,
                traits: Default::default(),
            },
            password_hash: None,
        };
        let persons = vec![
            person(people.ann, "ann", &[Role::Requester], &[]),
            person(people.max, "max", &[Role::Approver], &[]),
            person(people.dora, "dora", &[Role::Agent], &[people.desk]),
            person(people.lin, "lin", &[Role::Handler], &[people.desk, people.board]),
        ];
        let group = |id, name: &str| Group {
            id,
            name: name.to_owned(),
            line: 1,
            lead: Some(people.dora),
            members: std::collections::BTreeSet::new(),
            terms: Default::default(),
        };
        store
            .save_people(persons, vec![group(people.desk, "service-desk"), group(people.board, "board")], vec![])
            .unwrap();
        people
    }

    /// A laptop asked for by Ann, waiting for Max: about the rows of a real submission.
    pub fn submission(&self, n: u32) -> Changes {
        let ticket = self.new_ticket(n);
        let submission = self.sent_in();
        let mut changes = Changes::new(command(&ticket, "submit"), Guard::New, ticket.clone());
        changes.submission = Some(submission);
        changes.journal_new = vec![
            row(&ticket, 1, "0", RowKind::Effect, "sla", RowState::Done),
            row(&ticket, 2, "1", RowKind::Effect, "assign", RowState::Done),
            row(&ticket, 3, "2", RowKind::Read, "user", RowState::Done),
            row(&ticket, 4, "3", RowKind::Approval, "Line manager", RowState::Open),
        ];
        let step = changes.journal_new[3].id;
        changes.parties = vec![(step, Party::User(self.max))];
        changes.events = vec![
            event(&ticket, 1, EventType::TicketSubmitted, self.actor(self.ann, "ANN")),
            event(&ticket, 2, EventType::SlaSet, Actor::workflow("laptop")),
            event(&ticket, 3, EventType::StepOpened, Actor::workflow("laptop")),
        ];
        changes.viewers = vec![
            (self.ann, Why::Requester),
            (self.ann, Why::RequestedFor),
            (self.ann, Why::Opener),
            (self.max, Why::Party),
        ];
        changes.timers = vec![timer(&ticket, 1, "sla/respond", 3_600), timer(&ticket, 2, "step/3/due", 7_200)];
        changes
    }

    pub fn new_ticket(&self, n: u32) -> Ticket {
        Ticket {
            id: TicketId(id(3, n)),
            number: i64::from(n),
            kind: Kind::Request,
            item: "laptop".to_owned(),
            status: Status::New,
            flags: Flags::default(),
            restricted_to: None,
            stage: None,
            title: format!("Laptop {n}"),
            description: "Ёлка 100% of it_works".to_owned(),
            run: 1,
            requester: self.ann,
            requested_for: self.ann,
            opened_by: self.ann,
            owner: None,
            owner_group: None,
            assignee: None,
            group: Some(self.desk),
            escalation_level: 0,
            channel: "portal".to_owned(),
            location: None,
            category: "technical".to_owned(),
            impact: "person".to_owned(),
            urgency: "medium".to_owned(),
            priority: "P3".to_owned(),
            cost: None,
            sla: None,
            resolution: None,
            closure_code: None,
            closure_reason: None,
            rejection_code: None,
            auto_closed: false,
            remarks: None,
            follow_up: None,
            rating: None,
            knowledge: None,
            marks: Default::default(),
            parents: Vec::new(),
            once: None,
            hold: None,
            facts: crate::model::facts::Facts::default(),
            fault: None,
            pins: Pins { workflow: "a".repeat(64), schema: "b".repeat(64), engine: "rhai-1.27".to_owned() },
            created_at: at(i64::from(n)),
            accepted_at: None,
            resolved_at: None,
            closed_at: None,
            updated_at: at(i64::from(n)),
            last_seq: 3,
            last_position: 4,
            version: 1,
        }
    }

    fn sent_in(&self) -> Submission {
        let person = PersonSnapshot {
            id: self.ann,
            username: "ann".to_owned(),
            name: "ANN".to_owned(),
            email: None,
            phone: None,
            department: None,
            location: None,
            language: "en".to_owned(),
        };
        Submission {
            form: json!({"model": "pro", "reason": "the old one is slow"}).as_object().cloned().unwrap(),
            price: None,
            channel: "portal".to_owned(),
            title: "Laptop".to_owned(),
            location: None,
            requester: person.clone(),
            requested_for: person,
        }
    }

    pub fn actor(&self, user: UserId, name: &str) -> Actor {
        Actor { kind: crate::model::event::ActorType::Person, id: user.to_string(), ..Actor::system(name) }
    }

    /// The ticket of `before`, changed by a command on its next version.
    pub fn next(&self, before: &Changes, word: &str) -> Changes {
        let mut ticket = before.ticket.clone();
        let version = ticket.version;
        ticket.version += 1;
        ticket.last_seq += 1;
        ticket.updated_at = ticket.updated_at.plus(Duration::seconds(1));
        let name = format!("{word}/{}", ticket.version);
        let mut changes = Changes::new(command(&ticket, &name), Guard::Version(version), ticket.clone());
        changes.events = vec![event(&ticket, ticket.last_seq, EventType::TicketChanged, self.actor(self.dora, "DORA"))];
        changes
    }
}

pub fn command(ticket: &Ticket, word: &str) -> CommandRow {
    CommandRow {
        id: format!("{}/{word}", ticket.number),
        fingerprint: [7; 32],
        ticket: ticket.id,
        number: ticket.number,
        made: Made::Ticket,
        at: ticket.updated_at,
    }
}

pub fn step_id(ticket: &Ticket, position: u32) -> StepId {
    StepId(id(4, u32::try_from(ticket.number).unwrap() * 100 + position))
}

pub fn row(ticket: &Ticket, position: u32, path: &str, kind: RowKind, name: &str, state: RowState) -> JournalRow {
    let settled = state != RowState::Open;
    JournalRow {
        id: step_id(ticket, position),
        ticket: ticket.id,
        run: ticket.run,
        path: path.to_owned(),
        position: i32::try_from(position).unwrap(),
        kind,
        name: name.to_owned(),
        state,
        arguments: Arguments { about: Some(format!("about {name}")), ..Arguments::default() },
        answer: settled.then(|| Answer { output: json!({"tag": position}), ..Answer::default() }),
        origin: Origin::Script,
        place: Place { source: "workflows/laptop.rhai".to_owned(), line: position, column: 1 },
        opened_at: ticket.created_at,
        due_at: (!settled).then(|| ticket.created_at.plus(Duration::hours(2))),
        settled_at: settled.then_some(ticket.created_at),
        settled_by: settled.then(|| Actor::workflow("laptop")),
        settled_seq: settled.then_some(1),
        format: FORMAT,
    }
}

pub fn event(ticket: &Ticket, seq: i64, kind: EventType, actor: Actor) -> Event {
    let mut data = Map::new();
    data.insert("title".to_owned(), json!(ticket.title));
    Event { ticket: ticket.id, seq, at: ticket.updated_at, actor, kind, data, salt: [3; 16], origin: None }
}

pub fn timer(ticket: &Ticket, n: u32, key: &str, after: i64) -> Timer {
    let id = TimerId(id(5, u32::try_from(ticket.number).unwrap() * 100 + n));
    Timer { id, ticket: ticket.id, key: key.to_owned(), due_at: ticket.created_at.plus(Duration::seconds(after)) }
}
