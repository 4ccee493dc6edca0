//! The scheduler at a real desk on SQLite, with the shipped policy, plugin and
//! job and an item of the test's own. Moments are handed in; nothing sleeps.

use super::*;
use crate::desk::clock::{Ids, VirtualClock};
use crate::desk::command::{Act, Command, Doer, Submit, Target as On};
use crate::desk::content::{Files, read_folder};
use crate::desk::{self, releases};
use crate::model::event::EventType;
use crate::model::ids::{GroupId, UserId};
use crate::model::people::{Group, Role, User};
use crate::model::status::Status;
use crate::model::ticket::Ticket;
use crate::plugins::Installation;
use crate::store::{self, Depth, NewPerson, State, Store};
use chrono::Duration as Span;
use serde_json::{Map, Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;

const DEVICE: &str =
    "let d = asset::reserve(#{ model: form.model }); resolve(\"Delivered \" + d.tag, #{ confirm: true });";
const SCHEMA: &str = r#"{ "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Device", "description": "One.",
    "x-catalog": { "kind": "request", "category": "technical" }, "type": "object", "required": ["model"],
    "additionalProperties": false, "properties": { "model": { "type": "string" } } }"#;
const JOB: &str = "workflows/jobs/escalate-overdue.rhai";

/// A desk of a test, and its clock.
struct Bench {
    desk: Desk,
    clock: VirtualClock,
    submitted: std::cell::Cell<u32>,
    _folder: tempfile::TempDir,
}

fn at(text: &str) -> Time {
    Time::parse(text).unwrap()
}

/// The shipped content, with the item `device`.
fn content() -> Files {
    let mut files = read_folder(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    files.insert("schemas/device.json".to_owned(), SCHEMA.to_owned());
    files.insert("workflows/device.rhai".to_owned(), DEVICE.to_owned());
    files
}

/// Ann, an agent, and an admin; nobody signs in, so nobody has a password.
fn cast(store: &Store, ids: &mut Ids<'_>) {
    let group = |ids: &mut Ids<'_>, name: &str| Group {
        id: GroupId::fresh(ids),
        name: name.to_owned(),
        line: 1,
        lead: None,
        members: BTreeSet::new(),
        terms: Default::default(),
    };
    let groups = ["service-desk", "line-2", "finance", "field-support", "board"].map(|name| group(ids, name));
    let of_agents = BTreeSet::from([groups[0].id, groups[1].id]);
    let people = [("ann", Role::Requester), ("dora", Role::Agent), ("ada", Role::Admin)].map(|(name, role)| User {
        id: UserId::fresh(ids),
        username: name.to_owned(),
        name: name.to_owned(),
        email: None,
        phone: None,
        department: None,
        location: None,
        language: "en".to_owned(),
        zone: "UTC".to_owned(),
        manager: None,
        substitute: None,
        roles: BTreeSet::from([role]),
        categories: BTreeSet::new(),
        groups: if role == Role::Agent { of_agents.clone() } else { BTreeSet::new() },
        active: true,
        traits: Default::default(),
    });
    let people = people.map(|user| NewPerson { user, password_hash: None });
    store.save_people(people.into(), groups.into(), vec![]).unwrap();
}

impl Bench {
    fn new() -> Bench {
        Bench::with(content(), json!({}))
    }

    /// A desk that opens on Monday morning, with settings for the plugin `asset`.
    fn with(files: Files, settings: Json) -> Bench {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/maitred.db", folder.path().display());
        let store = Store::open(&url, store::Options::default()).unwrap();
        store.migrate().unwrap();
        let clock = VirtualClock::new(at("2026-11-23T09:00:00Z"));
        let mut ids = Ids::new(&clock);
        let settings = BTreeMap::from([("asset".to_owned(), settings.as_object().unwrap().clone())]);
        let installation = Installation { settings, ..Installation::default() };
        releases::publish_folder(
            &store,
            &files,
            releases::Rules { installation: &installation, check_jobs: super::check, people: None },
            &clock,
            &mut ids,
        )
        .unwrap();
        cast(&store, &mut ids);
        let options = desk::Options { workers: 1, viewers: 1, installation, ..desk::Options::default() };
        let desk = Desk::start(store, Arc::new(clock.clone()), options).unwrap();
        Bench { desk, clock, submitted: std::cell::Cell::default(), _folder: folder }
    }

    fn carry(&self, who: &str, target: On, act: Act) -> desk::command::Done {
        let n = self.submitted.replace(self.submitted.get() + 1);
        let user = Arc::clone(self.desk.world().people.by_username(who).unwrap());
        let doer = Doer::Person { user, token: None };
        let command = Command { id: format!("{who}/{n}"), fingerprint: [0; 32], doer, target, expect: None, act };
        self.desk.carry_out_blocking(command).unwrap()
    }

    /// Ann asks for a device; the number of her ticket.
    fn submit(&self, item: &str, form: Json) -> i64 {
        let form: Map<String, Json> = form.as_object().cloned().unwrap();
        let act = Act::Submit(Submit { item: item.to_owned(), form, ..Submit::default() });
        self.carry("ann", On::New, act).number
    }

    fn device(&self) -> i64 {
        self.submit("device", json!({ "model": "light" }))
    }

    fn state(&self, number: i64) -> State {
        self.desk.store().reader().unwrap().state(number, Depth::All).unwrap().unwrap()
    }

    fn ticket(&self, number: i64) -> Ticket {
        self.state(number).ticket
    }

    fn events(&self, number: i64, kind: EventType) -> usize {
        let ticket = self.ticket(number).id;
        let events = self.desk.store().reader().unwrap().events(ticket, 0, 1_000).unwrap();
        events.iter().filter(|event| event.kind == kind).count()
    }

    fn deliveries(&self) -> Deliveries {
        Deliveries::new(self.desk.clone(), "here").unwrap()
    }

    fn jobs(&self, node: &str) -> Jobs {
        Jobs::new(self.desk.clone(), node).unwrap()
    }

    /// Moves the clock on and says what it shows.
    fn after(&self, span: Span) -> Time {
        self.clock.advance(span)
    }

    fn now(&self) -> Time {
        self.desk.clock().now()
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        self.desk.stop();
    }
}

#[test]
fn a_plugin_call_is_made_once_and_its_answer_moves_the_script_on() {
    let bench = Bench::new();
    let number = bench.device();
    assert!(bench.state(number).open.iter().any(|row| row.name == "asset.reserve"));
    let deliveries = bench.deliveries();
    assert_eq!(deliveries.run_due(bench.now()).unwrap(), 1);
    let ticket = bench.ticket(number);
    assert_eq!((ticket.status, ticket.resolution.as_deref()), (Status::Resolved, Some("Delivered LT-000001")));
    assert_eq!(deliveries.run_due(bench.after(Span::days(1))).unwrap(), 0, "the delivery is gone");
}

/// A neighbouring register that can be shut and opened again at its address.
struct Register(SocketAddr);

impl Register {
    fn closed() -> Register {
        Register(TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap())
    }

    /// Answers so many requests, each with a device.
    fn open(&self, requests: usize) -> std::thread::JoinHandle<()> {
        let listener = TcpListener::bind(self.0).unwrap();
        std::thread::spawn(move || {
            for stream in listener.incoming().take(requests) {
                answer(stream.unwrap());
            }
        })
    }
}

fn answer(mut stream: TcpStream) {
    let head = BufReader::new(&stream).lines().map(Result::unwrap).take_while(|line| !line.is_empty());
    assert!(head.count() > 0);
    let body = "{\"tag\": \"N-7\", \"price\": 899}";
    let head = "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: application/json";
    stream.write_all(format!("{head}\r\ncontent-length: {}\r\n\r\n{body}", body.len()).as_bytes()).unwrap();
}

#[test]
fn an_outage_leaves_the_step_open_until_the_neighbour_is_back() {
    let register = Register::closed();
    let bench = Bench::with(content(), json!({ "neighbour": format!("http://{}", register.0) }));
    let number = bench.device();
    let deliveries = bench.deliveries();
    assert_eq!(deliveries.run_due(bench.now()).unwrap(), 1);
    let ticket = bench.ticket(number).id;
    let waiting = bench.desk.store().reader().unwrap().deliveries_of(ticket).unwrap().remove(0);
    assert_eq!(waiting.attempt, 1);
    assert!(waiting.last_error.unwrap().contains("cannot be reached"));
    assert!(waiting.next_at > bench.now() && waiting.next_at < bench.now().plus(Span::seconds(10)));
    assert_eq!(deliveries.run_due(bench.now()).unwrap(), 0, "not before its time");
    for _ in 0..10 {
        deliveries.run_due(bench.after(Span::hours(2))).unwrap();
    }
    assert_eq!(bench.events(number, EventType::DeliveryFailed), 1, "told once, when the attempts are used up");
    assert_eq!(bench.state(number).open.len(), 1);
    let served = register.open(1);
    assert_eq!(deliveries.run_due(bench.after(Span::hours(2))).unwrap(), 1);
    served.join().unwrap();
    assert_eq!(bench.ticket(number).resolution.as_deref(), Some("Delivered N-7"));
}

#[test]
fn a_refusal_is_brought_to_the_ticket_and_not_repeated() {
    let bench = Bench::with(content(), json!({ "pieces": 0 }));
    let number = bench.device();
    let deliveries = bench.deliveries();
    assert_eq!(deliveries.run_due(bench.now()).unwrap(), 1);
    let ticket = bench.ticket(number).id;
    assert_eq!(bench.desk.store().reader().unwrap().deliveries_of(ticket).unwrap(), []);
    assert_eq!(deliveries.run_due(bench.after(Span::days(1))).unwrap(), 0);
}

#[test]
fn a_call_of_a_process_that_died_is_made_again_when_its_neighbour_must_be_done() {
    let bench = Bench::new();
    let number = bench.device();
    let claimed =
        bench.desk.store().claim_deliveries("dead", bench.now(), bench.now().plus(Span::seconds(15)), 9).unwrap();
    assert_eq!(claimed.len(), 1);
    let deliveries = bench.deliveries();
    assert_eq!(deliveries.run_due(bench.now()).unwrap(), 0, "it is leased");
    assert_eq!(deliveries.run_due(bench.after(Span::seconds(14))).unwrap(), 0, "it may still be at work");
    assert_eq!(deliveries.run_due(bench.after(Span::seconds(2))).unwrap(), 1);
    assert_eq!(bench.ticket(number).status, Status::Resolved);
}

#[test]
fn silence_after_the_resolution_closes_by_a_timer() {
    let bench = Bench::new();
    let number = bench.device();
    bench.deliveries().run_due(bench.now()).unwrap();
    let mut timers = Timers::new(bench.desk.clone()).unwrap();
    timers.run_due(bench.now()).unwrap();
    assert_eq!(bench.ticket(number).status, Status::Resolved);
    let next = timers.next(bench.now()).unwrap().unwrap();
    assert!(next > bench.now());
    timers.run_due(bench.after(Span::days(30))).unwrap();
    let ticket = bench.ticket(number);
    assert_eq!((ticket.status, ticket.auto_closed), (Status::Closed, true));
    assert_eq!(timers.run_due(bench.now()).unwrap(), 0, "a timer fires once");
}

/// Fires what is due now and ten minutes later, so that the job is known.
fn fire_ten_minutes_later(bench: &Bench, jobs: &mut Jobs) -> usize {
    jobs.run_due(bench.now()).unwrap();
    jobs.run_due(bench.after(Span::minutes(10))).unwrap()
}

#[test]
fn a_ticket_that_nobody_takes_is_escalated_once() {
    let bench = Bench::new();
    let number = bench.submit("password-reset", password_form());
    bench.after(Span::hours(5));
    let mut jobs = bench.jobs("here");
    assert_eq!(fire_ten_minutes_later(&bench, &mut jobs), 1);
    let ticket = bench.ticket(number);
    assert_eq!((ticket.status, ticket.escalation_level), (Status::New, 0), "from new only the group changes");
    assert_eq!(fire_ten_minutes_later(&bench, &mut jobs), 1);
    assert_eq!(bench.ticket(number).times_moved(), 1);
    assert_eq!(bench.events(number, EventType::TicketEscalated), 1);
    let firing = bench.desk.store().reader().unwrap().firings("escalate-overdue", 9).unwrap().remove(1);
    assert_eq!(firing.report.unwrap(), json!({ "found": 1, "done": 1, "refused": 0 }));
}

fn password_form() -> Json {
    json!({ "system": "windows" })
}

#[test]
fn a_confidential_ticket_is_closed_to_jobs() {
    let mut files = content();
    let closed = SCHEMA.replace("\"technical\"", "\"technical\", \"restricted_to\": \"line-2\"");
    files.insert("schemas/device.json".to_owned(), closed);
    let bench = Bench::with(files, json!({}));
    let number = bench.device();
    assert!(bench.ticket(number).restricted_to.is_some());
    bench.after(Span::days(2));
    assert_eq!(fire_ten_minutes_later(&bench, &mut bench.jobs("here")), 1);
    assert_eq!(bench.ticket(number).escalation_level, 0);
}

#[test]
fn a_firing_is_claimed_by_one_node_and_missed_ones_come_to_one() {
    let bench = Bench::new();
    let (mut here, mut there) = (bench.jobs("here"), bench.jobs("there"));
    assert_eq!((here.run_due(bench.now()).unwrap(), there.run_due(bench.now()).unwrap()), (0, 0), "nothing was missed");
    let now = bench.after(Span::days(3));
    assert_eq!((here.run_due(now).unwrap(), there.run_due(now).unwrap()), (1, 0));
    assert_eq!(here.next(now), Some(now.plus(Span::minutes(10))));
}

#[test]
fn a_firing_of_a_dead_node_is_run_again_and_does_nothing_twice() {
    let bench = Bench::new();
    let number = bench.submit("password-reset", password_form());
    let mut jobs = bench.jobs("here");
    jobs.run_due(bench.now()).unwrap();
    let now = bench.after(Span::hours(5));
    // A node claimed the firing, did its work, and died before it could say so.
    let store = bench.desk.store();
    assert!(store.claim_firing("escalate-overdue", now, "dead", now, now.plus(Span::minutes(3))).unwrap());
    let job = Arc::new(Job::read(JOB, &content()[JOB]).unwrap());
    let clerk = Arc::new(super::clerk::Clerk::new(bench.desk.clone(), Arc::clone(&job)).unwrap());
    on_script_stack(|| job.run(now, clerk)).unwrap();
    assert_eq!(bench.ticket(number).times_moved(), 1);
    assert_eq!(jobs.run_due(now).unwrap(), 0, "its lease is not over");
    assert_eq!(jobs.run_due(bench.after(Span::minutes(4))).unwrap(), 1, "the lost one; the next is not due");
    assert_eq!(bench.ticket(number).times_moved(), 1);
    jobs.take_back(bench.now()).unwrap();
    assert_eq!(jobs.run_due(bench.now()).unwrap(), 0, "it is finished");
}

#[test]
fn a_fault_in_a_job_is_reported_and_leaves_the_others_alone() {
    let mut files = content();
    let broken =
        files[JOB].split("\nfor ").next().unwrap().to_owned() + "log(\"a\"); let n = 0; tickets(#{ limit: n });";
    files.insert("workflows/jobs/broken.rhai".to_owned(), broken);
    assert_eq!(check(&files), []);
    let bench = Bench::with(files, json!({}));
    let mut jobs = bench.jobs("here");
    assert_eq!(fire_ten_minutes_later(&bench, &mut jobs), 2);
    let report = bench.desk.store().reader().unwrap().firings("broken", 1).unwrap().remove(0).report.unwrap();
    assert!(report["error"].as_str().unwrap().contains("limit is from 1"), "{report}");
}

#[test]
fn a_job_that_cannot_be_read_is_found_by_check() {
    let mut files = content();
    files.insert("workflows/jobs/bad.rhai".to_owned(), "const SCHEDULE = 5;".to_owned());
    let faults = check(&files);
    assert!(faults.iter().all(|fault| fault.file == "workflows/jobs/bad.rhai") && faults.len() == 3, "{faults:?}");
}

#[test]
fn the_threads_do_it_all_by_themselves_and_end_with_the_desk() {
    let bench = Bench::new();
    let scheduler = Scheduler::start(&bench.desk, &Options::default()).unwrap();
    let number = bench.device();
    while bench.ticket(number).status != Status::Resolved {
        std::thread::yield_now();
    }
    bench.desk.stop();
    scheduler.join();
}
