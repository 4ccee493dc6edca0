//! Workflows driven by a desk of a few lines: it opens drafts as rows, answers
//! them, and replays. What the real desk does with parties and votes is tested there.

mod catalog;
mod checks;
mod fault_codes;
mod flows;
mod hostile;
mod joins;
mod limits;
mod properties;
mod replay;
mod times;
mod words;

use super::*;
use crate::model::catalog::Meaning;
use crate::model::duration::Span;
use crate::model::ids::{StepId, TicketId, UserId};
use crate::model::journal::{Answer, FORMAT, JournalRow, Named as Person, Origin, RowKind, RowState};
use crate::model::money::Money;
use crate::model::problem::Fault;
use crate::model::ticket::{PersonSnapshot, Submission};
use crate::model::time::Time;
use crate::model::who::Who;
use crate::script::{STACK_BYTES, Sources};
use serde_json::{Map, Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use uuid::Uuid;

/// Runs a test on a thread with the stack that scripts want.
fn deep<T: Send + 'static>(test: impl FnOnce() -> T + Send + 'static) -> T {
    match std::thread::Builder::new().stack_size(STACK_BYTES).spawn(test).unwrap().join() {
        Ok(value) => value,
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

fn time(minutes: i64) -> Time {
    Time::parse("2026-01-05T09:00:00Z").unwrap().plus(chrono::Duration::minutes(minutes))
}

fn person(n: u128, username: &str) -> PersonSnapshot {
    PersonSnapshot {
        id: UserId(Uuid::from_u128(n)),
        username: username.to_owned(),
        name: format!("{}{} Lim", username[..1].to_uppercase(), &username[1..]),
        email: Some(format!("{username}@example.org")),
        phone: None,
        department: Some("Sales".to_owned()),
        location: Some("Berlin".to_owned()),
        language: "en".to_owned(),
    }
}

fn max() -> Person {
    Person { id: UserId(Uuid::from_u128(2)), username: "max".to_owned(), name: "Max Lim".to_owned() }
}

fn submission(price: Option<&str>, form: Json) -> Submission {
    let Json::Object(form) = form else { panic!("a form is an object") };
    Submission {
        form,
        price: price.map(|amount| Money::new(amount.parse().unwrap(), "EUR")),
        channel: "portal".to_owned(),
        title: "A laptop".to_owned(),
        location: Some("Berlin".to_owned()),
        requester: person(1, "ann"),
        requested_for: person(1, "ann"),
    }
}

/// Answers reads from a map and counts what it is asked.
#[derive(Default)]
struct TestFacts {
    values: BTreeMap<String, Json>,
    asked: Mutex<Vec<String>>,
}

impl TestFacts {
    fn with(values: &[(&str, Json)]) -> Self {
        let values = values.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        Self { values, asked: Mutex::default() }
    }
    fn answer(&self, key: String) -> Result<Json, String> {
        self.asked.lock().unwrap().push(key.clone());
        self.values.get(&key).cloned().ok_or_else(|| format!("there is no {key}"))
    }
}

impl Facts for TestFacts {
    fn read(&self, read: &Read) -> Result<Json, String> {
        match read {
            Read::Policy { name } => self.answer(format!("policy.{name}")),
            Read::Person { who, field } => self.answer(format!("{who}.{field}")),
            Read::Ticket { field } => self.answer(format!("ticket.{field}")),
            Read::Lookup { list, key } => self.answer(format!("{list}/{}", key.as_deref().unwrap_or("all"))),
            Read::Freeze { from, .. } => Ok(json!(*from < time(60))),
            Read::Shift { at, span, back } => {
                self.asked.lock().unwrap().push(format!("shift {span}"));
                // A day here has eight working hours, and every hour works.
                let hours = match span {
                    Span::Working(minutes) => minutes / 60,
                    Span::WorkingDays(days) => days * 8,
                    Span::Elapsed(_) => panic!("elapsed time is nobody's business"),
                };
                Ok(json!(at.plus(chrono::Duration::hours(if *back { -hours } else { hours }))))
            }
        }
    }
    fn effect(&self, draft: &Draft) -> Result<(), String> {
        self.asked.lock().unwrap().push(format!("effect {}", draft.name));
        match draft.arguments.values.get("name") {
            Some(name) if name == "nonsense" => Err("there is no service level \"nonsense\"".to_owned()),
            _ => Ok(()),
        }
    }
}

/// A World in which nothing can be read any more.
struct Gone;
impl Facts for Gone {
    fn read(&self, read: &Read) -> Result<Json, String> {
        Err(format!("{read:?} was read again"))
    }
    fn effect(&self, draft: &Draft) -> Result<(), String> {
        Err(format!("{} was done again", draft.name))
    }
}

/// A desk with one ticket.
struct Desk {
    program: Arc<Program>,
    submission: Arc<Submission>,
    facts: Arc<dyn Facts>,
    journal: Vec<JournalRow>,
    form_fields: Option<Arc<BTreeSet<String>>>,
    fields: Fields,
    cancelling: bool,
    minutes: i64,
    verdict: Option<Verdict>,
}

fn program(text: &str) -> Arc<Program> {
    program_with(text, &Known::default()).unwrap_or_else(|faults| {
        panic!("{:.300}\n{}", text, faults.iter().map(|f| format!("{f}\n")).collect::<String>())
    })
}

fn program_with(text: &str, known: &Known) -> Result<Arc<Program>, Vec<Fault>> {
    Program::compile("laptop", &Sources::new("workflows/laptop.rhai", text), known).map(Arc::new)
}

impl Desk {
    fn new(text: &str, submission: Submission, facts: impl Facts + 'static) -> Self {
        Self {
            program: program(text),
            submission: Arc::new(submission),
            facts: Arc::new(facts),
            journal: Vec::new(),
            form_fields: None,
            fields: Fields::default(),
            cancelling: false,
            minutes: 0,
            verdict: None,
        }
    }
    /// A plain ticket, run for the first time.
    fn start(text: &str) -> Self {
        let facts = TestFacts::with(&[
            ("policy.finance_limit", json!("1000.00")),
            ("systems/crm", json!({ "name": "crm", "owner": "max", "seats": "12", "code": "007", "note": "" })),
            ("systems/none", Json::Null),
            (
                "authority/all",
                json!([{ "title": "Head", "above": "500.00", "group": "heads" }, { "title": "Board", "above": "9000", "group": "board" }]),
            ),
        ]);
        let mut desk = Self::new(text, submission(Some("1500.00"), json!({ "model": "pro" })), facts);
        desk.go();
        desk
    }

    fn input(&self) -> RunInput {
        RunInput {
            program: self.program.clone(),
            submission: self.submission.clone(),
            form_fields: self.form_fields.clone(),
            fields: self.fields.clone(),
            forms: Arc::default(),
            item_values: json!({ "colour": "grey" }),
            currency: "EUR".to_owned(),
            journal: self.journal.iter().cloned().map(Arc::new).collect(),
            run_started: time(0),
            cancelling: self.cancelling,
            facts: self.facts.clone(),
        }
    }

    /// Runs the script and takes in what comes of it.
    fn go(&mut self) -> &mut Self {
        let outcome = run(self.input());
        if let Verdict::Stuck(_) = outcome.verdict {
            assert!(outcome.drafts.is_empty() && outcome.cancelled.is_empty(), "nothing of a stuck run is written");
            self.verdict = Some(outcome.verdict);
            return self;
        }
        for draft in outcome.drafts {
            assert!(self.journal.iter().all(|row| row.path != draft.path), "{} twice", draft.path);
            let row = self.row(draft);
            self.journal.push(row);
        }
        for id in outcome.cancelled {
            let row = self.journal.iter_mut().find(|row| row.id == id).unwrap();
            assert!(row.is_open());
            row.state = RowState::Cancelled;
        }
        self.verdict = Some(outcome.verdict);
        self
    }

    fn row(&self, draft: Draft) -> JournalRow {
        let n = self.journal.len() + 1;
        let now = time(self.minutes);
        let open = draft.state == RowState::Open;
        JournalRow {
            id: StepId(Uuid::from_u128(n as u128)),
            ticket: TicketId(Uuid::from_u128(7)),
            run: 1,
            path: draft.path,
            position: i32::try_from(n).unwrap(),
            kind: draft.kind,
            name: draft.name,
            state: draft.state,
            arguments: through_json(draft.arguments),
            answer: draft.answer.map(through_json),
            origin: Origin::Script,
            place: draft.place,
            opened_at: now,
            due_at: None,
            settled_at: (!open).then_some(now),
            settled_by: None,
            settled_seq: None,
            format: FORMAT,
        }
    }

    /// Settles an open row, a minute later, without running the script.
    fn settle(&mut self, path: &str, state: RowState, answer: Answer) -> &mut Self {
        self.minutes += 1;
        let now = time(self.minutes);
        let row = self.journal.iter_mut().find(|row| row.path == path).unwrap_or_else(|| panic!("no row {path}"));
        assert!(row.is_open(), "{path} is {:?}", row.state);
        row.state = state;
        row.answer = Some(through_json(answer));
        row.settled_at = Some(now);
        self
    }

    fn path_of(&self, name: &str) -> String {
        let open: Vec<_> = self.open_rows().collect();
        let found: Vec<_> = open.iter().filter(|row| row.name == name || row.kind.as_str() == name).collect();
        assert_eq!(found.len(), 1, "\"{name}\" among {:?}", self.open());
        found[0].path.clone()
    }

    /// Gives a good answer to the step of a name or kind, and runs the script.
    fn good(&mut self, name: &str, output: Json) -> &mut Self {
        let path = self.path_of(name);
        self.good_at(&path, output)
    }
    fn good_at(&mut self, path: &str, output: Json) -> &mut Self {
        let kind = self.journal.iter().find(|row| row.path == path).unwrap().kind;
        let outcome = match kind {
            RowKind::Approval => "approved",
            RowKind::Cost => "confirmed",
            RowKind::Question => "answered",
            RowKind::Ticket => "succeeded",
            RowKind::Wait if name_of_event(&self.journal, path) => "arrived",
            RowKind::Wait => "elapsed",
            _ => "done",
        };
        let answer = Answer { outcome: outcome.to_owned(), output, by: Some(max()), ..Answer::default() };
        self.settle(path, RowState::Done, answer);
        self.go()
    }

    /// Gives a bad answer, and runs the script.
    fn bad(&mut self, name: &str, outcome: &str, code: Option<&str>, comment: Option<&str>) -> &mut Self {
        let path = self.path_of(name);
        let answer = Answer {
            outcome: outcome.to_owned(),
            code: code.map(str::to_owned),
            comment: comment.map(str::to_owned),
            by: Some(max()),
            ..Answer::default()
        };
        self.settle(&path, RowState::Failed, answer);
        self.go()
    }

    /// The requester cancels: open steps fail, except calls that may be on their way.
    fn cancel(&mut self) -> &mut Self {
        self.cancelling = true;
        self.minutes += 1;
        let now = time(self.minutes);
        for row in self.journal.iter_mut().filter(|row| row.is_open() && row.kind != RowKind::Plugin) {
            row.state = RowState::Cancelled;
            row.answer = Some(Answer { outcome: "cancelled".to_owned(), ..Answer::default() });
            row.settled_at = Some(now);
        }
        self.go()
    }

    fn open_rows(&self) -> impl Iterator<Item = &JournalRow> {
        self.journal.iter().filter(|row| row.is_open())
    }
    /// Open steps as `path kind name`.
    fn open(&self) -> Vec<String> {
        self.open_rows()
            .map(|row| format!("{} {} {}", row.path, row.kind.as_str(), row.name).trim().to_owned())
            .collect()
    }
    /// All rows as `path kind name state`.
    fn rows(&self) -> Vec<String> {
        let all = self.journal.iter();
        all.map(|row| format!("{} {} {} {}", row.path, row.kind.as_str(), row.name, row.state.as_str())).collect()
    }
    fn row_at(&self, path: &str) -> &JournalRow {
        self.journal.iter().find(|row| row.path == path).unwrap_or_else(|| panic!("{path} in {:?}", self.rows()))
    }

    fn ended(&self) -> &End {
        match &self.verdict {
            Some(Verdict::Ended(end)) => end,
            other => panic!("{other:?}; open: {:?}", self.open()),
        }
    }
    fn failed(&self) -> &StepError {
        match &self.verdict {
            Some(Verdict::Failed(error)) => error,
            other => panic!("{other:?}; open: {:?}", self.open()),
        }
    }
    fn stuck(&self) -> &Fault {
        match &self.verdict {
            Some(Verdict::Stuck(fault)) => fault,
            other => panic!("{other:?}; open: {:?}", self.open()),
        }
    }

    /// The journal replays to what it is, in a World where everything is gone.
    fn assert_stable(&self) {
        let outcome = run(RunInput { facts: Arc::new(Gone), ..self.input() });
        assert_eq!(outcome.drafts, Vec::new(), "a replay writes nothing");
        assert_eq!(outcome.cancelled, Vec::new());
        assert_eq!(Some(outcome.verdict), self.verdict.clone());
    }
}

fn name_of_event(journal: &[JournalRow], path: &str) -> bool {
    journal.iter().any(|row| row.path == path && row.arguments.values.contains_key("event"))
}

/// As the store keeps it.
fn through_json<T: serde::Serialize + serde::de::DeserializeOwned>(value: T) -> T {
    serde_json::from_str(&serde_json::to_string(&value).unwrap()).unwrap()
}

/// The laptop of design.md section 4.
const LAPTOP: &str = r#"// workflows/laptop.rhai
sla("hardware");
assign(group("service-desk"), #{ by: "least_loaded" });

approval("Line manager", manager_of(requested_for), #{ within: "2wd", on_timeout: "escalate" });
if request.price > policy.finance_limit {
    approval("Finance", group("finance"), #{ quorum: 2 });
}
confirm_cost(request.price);

let done = parallel(#{
    device:  || asset::reserve(#{ model: form.model }),
    account: || task("Prepare the account", group("service-desk")),
});
task("Hand over", group("field-support"), #{ about: done.device.tag, form: "handover" });
resolve("Delivered " + done.device.tag);
"#;
