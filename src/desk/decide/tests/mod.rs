//! Decisions without a database: a small World in memory, one command after the
//! other, the changes of each taken over into the next case.

mod absences;
mod approvals;
mod effects;
mod ladder;
mod leaving;
mod people;
mod properties;
mod tickets;
mod waits;
mod walks;
mod work;

use super::{Case, Decision, Terms, decide};
use crate::desk::clock::{Clock, Ids, VirtualClock};
use crate::desk::command::{Act, Command, Doer, StepAnswer, Submit, Target};
use crate::desk::content::{self, Against, Files};
use crate::desk::load::LoadBoard;
use crate::desk::world::World;
use crate::model::approval::Vote;
use crate::model::changes::Changes;
use crate::model::event::EventType;
use crate::model::ids::{GroupId, StepId, UserId};
use crate::model::journal::{JournalRow, Origin, RowKind, RowState};
use crate::model::people::{Group, People, Role, User};
use crate::model::problem::{Code, Refusal};
use crate::model::status::Status;
use crate::model::ticket::{Submission, Ticket};
use crate::model::time::Time;
use crate::plugins::Installation;
use serde_json::json;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use uuid::Uuid;

const SCHEMA: &str = r#"{"title": "Thing", "x-catalog": {"kind": "request"}, "type": "object",
    "properties": {"n": {"type": "integer"}}, "additionalProperties": false}"#;

/// A desk in memory that carries one ticket.
struct Case1 {
    world: Arc<World>,
    board: Arc<LoadBoard>,
    clock: VirtualClock,
    ticket: Option<Ticket>,
    submission: Option<Submission>,
    journal: Vec<JournalRow>,
    votes: Vec<(StepId, Vote)>,
    last: Option<Changes>,
    n: u32,
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn user(n: u128, name: &str, manager: Option<u128>, roles: &[Role], groups: &[u128]) -> User {
    User {
        id: UserId(id(n)),
        username: name.to_owned(),
        name: name.to_owned(),
        email: None,
        phone: None,
        department: None,
        location: None,
        language: "en".to_owned(),
        zone: "UTC".to_owned(),
        manager: manager.map(|n| UserId(id(n))),
        substitute: None,
        roles: roles.iter().copied().collect(),
        categories: BTreeSet::new(),
        groups: groups.iter().map(|n| GroupId(id(*n))).collect(),
        active: true,
        traits: Default::default(),
    }
}

fn group(n: u128, name: &str, members: &[u128]) -> Group {
    let members: BTreeSet<UserId> = members.iter().map(|n| UserId(id(*n))).collect();
    Group { id: GroupId(id(n)), name: name.to_owned(), line: 1, lead: None, members, terms: Default::default() }
}

/// ann → max → sam (runs the process); fay and finn are finance, dora the desk, ada the admin.
fn people() -> People {
    People::new(
        [
            user(1, "sam", None, &[Role::ServiceRequestManager], &[]),
            user(2, "max", Some(1), &[], &[]),
            user(3, "ann", Some(2), &[], &[]),
            user(4, "fay", Some(1), &[], &[100]),
            user(5, "finn", Some(1), &[], &[100]),
            user(6, "dora", Some(1), &[Role::Agent], &[101]),
            user(7, "ada", None, &[Role::Admin], &[]),
        ],
        [group(100, "finance", &[4, 5]), group(101, "service-desk", &[6]), group(102, "empty", &[])],
    )
}

/// The shipped policy without its timetable, which stands last and names items
/// that this small content lacks.
fn policy() -> String {
    let policy = Path::new(env!("CARGO_MANIFEST_DIR")).join("workflows/policy.toml");
    std::fs::read_to_string(policy).unwrap().split("[[recurring]]").next().unwrap().to_owned()
}

impl Case1 {
    fn new(script: &str) -> Self {
        Self::with(script, people())
    }

    fn with(script: &str, people: People) -> Self {
        Self::in_content(script, people, &[])
    }

    /// With more files in the content, or others in place of the usual ones.
    fn in_content(script: &str, people: People, more: &[(&str, &str)]) -> Self {
        let mut files = Files::from([
            ("workflows/policy.toml".to_owned(), policy()),
            ("workflows/thing.rhai".to_owned(), script.to_owned()),
            ("schemas/thing.json".to_owned(), SCHEMA.to_owned()),
        ]);
        files.extend(more.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
        let content = content::build(&files, &Installation::default(), Against::default()).unwrap_or_else(|faults| {
            panic!("{}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
        });
        let world =
            World { people: Arc::new(people), content: Arc::new(content), people_version: 0, content_version: 0 };
        Self {
            world: Arc::new(world),
            board: Arc::default(),
            clock: VirtualClock::new(Time::parse("2026-11-23T09:00:00Z").unwrap()),
            ticket: None,
            submission: None,
            journal: Vec::new(),
            votes: Vec::new(),
            last: None,
            n: 0,
        }
    }

    fn case(&self) -> Case {
        let run = self.ticket.as_ref().map_or(1, |ticket| ticket.run);
        let here = |row: &JournalRow| row.run == run || row.origin != Origin::Script || row.is_open();
        let (journal, earlier) = self.journal.iter().cloned().partition(here);
        Case {
            ticket: self.ticket.clone(),
            submission: self.submission.clone(),
            journal,
            earlier,
            votes: self.votes.clone(),
            program: self.world.content.workflows.get("thing").cloned(),
            item: self.world.content.items.get("thing").cloned(),
            files: Vec::new(),
            visible: true,
            number: 1,
            last_asked: None,
            beside: super::Beside::default(),
            kin: super::Kin::default(),
        }
    }

    /// Decides on a thread with the stack of scripts, and takes the changes over.
    fn carry(&mut self, doer: Doer, target: Target, act: Act) -> Result<(), Refusal> {
        self.n += 1;
        let command = Command { id: format!("c/{}", self.n), fingerprint: [0; 32], doer, target, expect: None, act };
        let (case, world, board, clock) =
            (self.case(), Arc::clone(&self.world), Arc::clone(&self.board), self.clock.clone());
        let deciding = move || decide(case, &world, &board, &command, clock.now(), &mut Ids::new(&clock));
        let thread = std::thread::Builder::new().stack_size(crate::script::STACK_BYTES).spawn(deciding).unwrap();
        let Decision { changes, .. } = thread.join().unwrap()?;
        self.take(changes);
        Ok(())
    }

    fn take(&mut self, changes: Changes) {
        self.ticket = Some(changes.ticket.clone());
        if let Some(submission) = &changes.submission {
            self.submission = Some(submission.clone());
        }
        for row in &changes.journal_changed {
            self.journal.retain(|old| old.id != row.id);
        }
        self.journal.extend(changes.journal_new.iter().chain(&changes.journal_changed).cloned());
        self.journal.sort_by_key(|row| row.position);
        self.votes.retain(|(step, vote)| !changes.votes_gone.contains(&(*step, vote.voter)));
        self.votes.extend(changes.votes.iter().cloned());
        self.last = Some(changes);
    }

    fn person(&self, name: &str) -> Doer {
        Doer::Person { user: Arc::clone(self.world.people.by_username(name).unwrap()), token: None }
    }

    fn submit(&mut self, who: &str, requested_for: Option<&str>) {
        let requested_for = requested_for.map(str::to_owned);
        let wish = Submit { item: "thing".to_owned(), requested_for, ..Submit::default() };
        self.carry(self.person(who), Target::New, Act::Submit(wish)).unwrap();
    }

    fn open(&self) -> Vec<&JournalRow> {
        self.journal.iter().filter(|row| row.is_open()).collect()
    }

    fn asked(&self) -> Vec<String> {
        let name = |id: &UserId| self.world.people.user(*id).unwrap().username.clone();
        let row = self.open().first().copied().unwrap();
        match &row.arguments.rule {
            Some(rule) => {
                let all: BTreeSet<UserId> = rule.voters();
                let voted =
                    |user: &UserId| self.votes.iter().any(|(step, vote)| *step == row.id && vote.voter == *user);
                all.iter().filter(|user| !voted(user)).map(name).collect()
            }
            None => row.arguments.parties.users.iter().map(name).collect(),
        }
    }

    fn answer(&mut self, who: &str, outcome: &str) -> Result<(), Refusal> {
        let step = self.open().first().unwrap().id;
        let rejects = outcome == "rejected";
        let answer = StepAnswer {
            outcome: outcome.to_owned(),
            comment: rejects.then(|| "no".to_owned()),
            code: rejects.then(|| "budget".to_owned()),
            ..StepAnswer::default()
        };
        self.carry(self.person(who), Target::Step(step), Act::Answer(answer))
    }

    /// Answers the first open step as `wish` says.
    fn say(&mut self, who: &str, wish: StepAnswer) -> Result<(), Refusal> {
        let step = self.open().first().unwrap().id;
        self.carry(self.person(who), Target::Step(step), Act::Answer(wish))
    }

    /// Time passes until the first open step is due.
    fn until_due(&mut self) {
        let (step, due) = self.open().first().map(|row| (row.id, row.due_at.unwrap())).unwrap();
        self.clock.set(due);
        self.fire(format!("step/{step}/due"));
    }

    fn ticket(&self) -> &Ticket {
        self.ticket.as_ref().unwrap()
    }

    fn fire(&mut self, key: String) {
        self.carry(Doer::System("clock"), Target::Ticket(1), Act::Fire { key }).unwrap();
    }

    fn status(&self) -> Status {
        self.ticket.as_ref().unwrap().status
    }

    fn logged(&self, kind: EventType) -> bool {
        self.last.as_ref().unwrap().events.iter().any(|event| event.kind == kind)
    }
}

const MANAGER: &str = r#"approval("Manager", manager_of(requested_for)); resolve("done");"#;
