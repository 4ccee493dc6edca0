//! Scenarios of workflows, on rehearsals: `workflows/tests/*.rhai` against the
//! content of a folder and the people of the demo desk.

use super::Rehearsal;
use crate::desk::clock::{Ids, VirtualClock};
use crate::desk::command::{Act, Cancel, Doer, Reply, StepAnswer, Submit, Target};
use crate::desk::content::{Files, groups_named, sources};
use crate::desk::people::demo_people;
use crate::desk::world::{Content, World};
use crate::model::people::{Role, User};
use crate::model::problem::{Fault, Refusal};
use crate::model::time::Time;
use crate::model::view;
use crate::workflow::scenario::{
    self, Coverage, Deed, Desk, Row, STACK_BYTES, Scenarios, Scene, Start, Ticket, Until, coverage,
};
use parking_lot::Mutex;
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A Monday morning: when scenarios begin that do not say when.
const MORNING: &str = "2026-11-23T09:00:00Z";
/// Who asks where a scenario names nobody.
pub(super) const ASKS: &str = "ann";

/// What came of one scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The file's name without `.rhai`.
    pub file: String,
    /// What it proves.
    pub title: String,
    /// Why it failed; `None` when it passed.
    pub fault: Option<Fault>,
    /// How long it took.
    pub took: Duration,
}

impl Told {
    /// Its file in the content folder.
    pub fn path(&self) -> String {
        scenario::path_of(&self.file)
    }
}

/// Which scenarios are run, and for how long. What is absent does not narrow.
#[derive(Clone, Copy, Debug, Default)]
pub struct Selection<'a> {
    /// Those whose file or title holds this.
    pub holding: Option<&'a str>,
    /// Those of these files, by their names without `.rhai`.
    pub of: Option<&'a BTreeSet<String>>,
    /// So many of them.
    pub most: Option<usize>,
    /// As long as this time is not over.
    pub within: Option<Duration>,
}

/// What came of all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Each scenario, by file and name.
    pub told: Vec<Told>,
    /// What of each workflow that a ticket went through was covered.
    pub coverage: BTreeMap<String, Coverage>,
    /// Titles of those that were left when enough had been run.
    pub not_run: Vec<String>,
}

/// Runs scenarios of a folder.
///
/// # Errors
/// Faults of the scenarios' text.
pub fn rehearse(files: &Files, content: Arc<Content>, wanted: &Selection<'_>) -> Result<Report, Vec<Fault>> {
    let fault = |message: String| vec![Fault::of_file("workflows/tests", "internal", message)];
    std::thread::scope(|scope| {
        let builder = std::thread::Builder::new().name("scenarios".to_owned()).stack_size(STACK_BYTES);
        let running = builder.spawn_scoped(scope, || all(files, content, wanted));
        let running = running.map_err(|error| fault(format!("no thread to run on: {error}")))?;
        running.join().unwrap_or_else(|_| Err(fault("a scenario panicked".to_owned())))
    })
}

/// The demo desk without a database: these contents, its people.
pub fn demo_world(content: Arc<Content>, now: Time) -> Arc<World> {
    let people = demo_people(&groups_named(&content), &mut Ids::new(&VirtualClock::new(now)));
    Arc::new(World { people: Arc::new(people), content, people_version: 0, content_version: 0 })
}

fn all(files: &Files, content: Arc<Content>, wanted: &Selection<'_>) -> Result<Report, Vec<Fault>> {
    let now = Time::parse(MORNING).unwrap_or_else(|| Time::new(Default::default()));
    let world = demo_world(content, now);
    let items: BTreeSet<String> = world.content.items.keys().cloned().collect();
    let mut report = Report::default();
    let mut scenes: Vec<Scene> = Vec::new();
    let began = Instant::now();
    for path in files.keys() {
        let Some(name) = scenario::name_of(path) else { continue };
        if wanted.of.is_some_and(|names| !names.contains(name)) {
            continue;
        }
        let Some(sources) = sources(files, path) else { continue };
        let scenarios = Scenarios::compile(&sources, &items)?;
        for test in scenarios.tests.iter().filter(|test| holds(wanted, &scenarios.name, test)) {
            let title = Scenarios::title(test);
            let left = wanted.within.map_or(scenario::LONGEST, |within| within.saturating_sub(began.elapsed()));
            if left.is_zero() || wanted.most.is_some_and(|most| report.told.len() >= most) {
                report.not_run.push(title);
                continue;
            }
            let begins = Instant::now();
            let played = scenarios.run(test, Arc::new(Stage { world: Arc::clone(&world), now }), left);
            scenes.extend(played.tickets);
            let file = scenarios.name.clone();
            report.told.push(Told { file, title, fault: played.fault, took: begins.elapsed() });
        }
    }
    for (name, program) in &world.content.workflows {
        let own = scenes.iter().filter(|scene| scene.workflow == *name);
        if own.clone().next().is_some() {
            report.coverage.insert(name.clone(), coverage(program, own));
        }
    }
    Ok(report)
}

/// Whether the file's name, the title or the function's name holds what is looked for.
fn holds(wanted: &Selection<'_>, file: &str, test: &str) -> bool {
    let title = Scenarios::title(test);
    wanted.holding.is_none_or(|text| [file, title.as_str(), test].iter().any(|name| name.contains(text)))
}

/// The desk of one scenario.
struct Stage {
    world: Arc<World>,
    now: Time,
}

/// A ticket of a scenario.
struct Rehearsed(Mutex<Rehearsal>);

impl Desk for Stage {
    fn submit(&self, wish: Start) -> Result<Arc<dyn Ticket>, String> {
        let mut rehearsal = Rehearsal::new(&self.world, wish.at.unwrap_or(self.now));
        let user = rehearsal.person(wish.by.as_deref().unwrap_or(ASKS)).map_err(in_words)?;
        let submit = Submit {
            item: wish.item,
            form: wish.form,
            requested_for: wish.requested_for,
            channel: wish.channel,
            location: wish.location,
            impact: wish.impact,
            urgency: wish.urgency,
            ..Submit::default()
        };
        rehearsal.carry(Doer::Person { user, token: None }, Target::New, Act::Submit(submit)).map_err(in_words)?;
        Ok(Arc::new(Rehearsed(Mutex::new(rehearsal))))
    }
}

impl Ticket for Rehearsed {
    fn look(&self) -> Scene {
        scene(&self.0.lock())
    }

    fn act(&self, deed: Deed) -> Result<(), String> {
        let mut rehearsal = self.0.lock();
        act(&mut rehearsal, deed).map_err(in_words)
    }
}

fn act(rehearsal: &mut Rehearsal, deed: Deed) -> Result<(), Refusal> {
    match deed {
        Deed::Answer { step, by, outcome, comment, code, output } => {
            let answer = StepAnswer { outcome, comment, code, output, seen: None };
            rehearsal.answer(step, by.as_deref(), &answer)
        }
        Deed::Reply { step, output } => rehearsal.deliver(step, Reply::Done(output)),
        Deed::Refuse { step, code, message } => rehearsal.deliver(step, Reply::Refused { code, message }),
        Deed::Pass(Until::Time(time)) => rehearsal.pass(time),
        Deed::Pass(Until::Span(span)) => {
            let until = rehearsal.calendar().add(rehearsal.now, span);
            rehearsal.pass(until)
        }
        Deed::Ends { step, code, said } => rehearsal.child_ends(step, code, said),
        Deed::Accept { by } => {
            let user = rehearsal.person(&by)?;
            rehearsal.carry(Doer::Person { user, token: None }, Target::Ticket(super::NUMBER), Act::Accept)
        }
        Deed::Cancel { by } => {
            let user = match by {
                Some(name) => rehearsal.person(&name)?,
                None => rehearsal.requester()?,
            };
            let act = Act::Cancel(Cancel::default());
            rehearsal.carry(Doer::Person { user, token: None }, Target::Ticket(super::NUMBER), act)
        }
    }
}

/// A refusal as a scenario's author reads it.
fn in_words(refusal: Refusal) -> String {
    refusal.in_words()
}

impl Rehearsal {
    pub(super) fn requester(&self) -> Result<Arc<User>, Refusal> {
        let requester = self.ticket.as_ref().and_then(|ticket| self.world.people.user(ticket.requester));
        requester.cloned().ok_or_else(Refusal::not_found)
    }

    /// The ticket's calendar: that of its service level and priority.
    fn calendar(&self) -> &crate::model::calendar::Calendar {
        let policy = self.world.policy();
        let day = self.now.utc().date_naive();
        let level = self.ticket.as_ref().and_then(|ticket| policy.level(&ticket.sla.as_ref()?.name, day));
        policy.calendar(level, self.ticket.as_ref().map(|ticket| ticket.priority.as_str()).unwrap_or_default())
    }
}

/// The ticket as staff sees it, for scenarios to look at.
fn scene(rehearsal: &Rehearsal) -> Scene {
    let Some(ticket) = rehearsal.ticket() else { return Scene::default() };
    let world = rehearsal.world();
    let item = world.content.items.get(&ticket.item);
    let open: Vec<_> = rehearsal.journal().iter().filter(|row| row.is_open()).cloned().collect();
    let shown = world.people.holders(Role::Admin.as_str(), &world.policy().roles).into_iter().next();
    let shown = shown.and_then(|id| world.people.user(id)).map(|user| {
        let viewer = world.viewer(user, rehearsal.now);
        view::ticket(&viewer, ticket, &open, rehearsal.submission.as_ref())
    });
    Scene {
        workflow: item.map(|item| item.workflow().to_owned()).unwrap_or_default(),
        ticket: serde_json::to_value(shown).unwrap_or(Json::Null),
        status: ticket.status.as_str().to_owned(),
        closure_code: ticket.closure_code.map(|code| code.as_str().to_owned()),
        ending: ticket.resolution.clone().or_else(|| rehearsal.closing.clone()).unwrap_or_default(),
        fault: ticket.fault.clone(),
        rows: rehearsal.journal().iter().map(|row| seen(rehearsal, row)).collect(),
        notices: rehearsal.notices.clone(),
    }
}

fn seen(rehearsal: &Rehearsal, row: &crate::model::journal::JournalRow) -> Row {
    Row {
        id: row.id,
        kind: row.kind,
        name: row.name.clone(),
        about: row.arguments.about.clone(),
        state: row.state,
        outcome: row.answer.as_ref().map(|answer| answer.outcome.clone()).unwrap_or_default(),
        place: row.place.clone(),
        asked: if row.is_open() { rehearsal.asked(row) } else { BTreeSet::new() },
        due_at: row.due_at,
        values: json!(row.arguments.values),
    }
}
