//! The laptop story on the desk itself, without HTTP: what each command comes
//! to, with a clock that stands still.

use super::clock::{Clock, Ids, VirtualClock};
use super::command::{Act, Command, Delivered, Doer, Done, Reply, StepAnswer, Submit, Target};
use super::{Desk, Options, content, people, releases, views};
use crate::model::journal::RowKind;
use crate::model::problem::{Code, Refusal};
use crate::model::status::Status;
use crate::model::time::Time;
use crate::model::view::{StepView, TicketView};
use crate::plugins::Installation;
use crate::store::{self, Store};
use serde_json::{Value as Json, json};
use std::path::Path;
use std::sync::Arc;

struct Bench {
    desk: Desk,
    clock: VirtualClock,
    _folder: tempfile::TempDir,
    runtime: tokio::runtime::Runtime,
    n: std::cell::Cell<u32>,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("desk.db").display());
        let store = Store::open(&url, store::Options::default()).unwrap();
        store.migrate().unwrap();
        let clock = VirtualClock::new(Time::parse("2026-11-23T09:00:00Z").unwrap());
        let files = content::read_folder(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let installation = Installation::default();
        let mut ids = Ids::new(&clock);
        if let Err(releases::PublishError::Faults(faults)) = releases::publish_folder(
            &store,
            &files,
            releases::Rules { installation: &installation, check_jobs: |_| Vec::new(), people: None },
            &clock,
            &mut ids,
        ) {
            panic!("{}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
        }
        let built = content::build(&files, &installation, content::Against::default()).unwrap();
        people::cast_demo(&store, &content::groups_named(&built), &mut ids).unwrap();
        let desk =
            Desk::start(store, Arc::new(clock.clone()), Options { workers: 2, viewers: 1, ..Options::default() });
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Self { desk: desk.unwrap(), clock, _folder: folder, runtime, n: std::cell::Cell::new(0) }
    }

    fn wish(&self, who: &str, target: Target, act: Act) -> Result<Done, Refusal> {
        self.n.set(self.n.get() + 1);
        let user = Arc::clone(self.desk.world().people.by_username(who).unwrap());
        let id = format!("test/{}", self.n.get());
        let doer = Doer::Person { user, token: None };
        self.runtime.block_on(self.desk.carry_out(Command {
            id,
            fingerprint: [0; 32],
            doer,
            target,
            expect: None,
            act,
        }))
    }

    fn machine(&self, id: String, target: Target, act: Act) -> Result<Done, Refusal> {
        let doer = Doer::System("test");
        self.desk.carry_out_blocking(Command { id, fingerprint: [0; 32], doer, target, expect: None, act })
    }

    fn submit(&self, who: &str, item: &str, form: Json) -> i64 {
        let form = form.as_object().cloned().unwrap();
        self.wish(who, Target::New, Act::Submit(Submit { item: item.to_owned(), form, ..Submit::default() }))
            .unwrap()
            .number
    }

    fn ticket(&self, who: &str, number: i64) -> Result<TicketView, Refusal> {
        let user = Arc::clone(self.desk.world().people.by_username(who).unwrap());
        self.runtime.block_on(self.desk.read(move |v| views::ticket(v, &user, number)))
    }

    fn open(&self, number: i64, kind: RowKind) -> StepView {
        let ada = Arc::clone(self.desk.world().people.by_username("ada").unwrap());
        let steps = self.runtime.block_on(self.desk.read(move |v| views::steps(v, &ada, number, true, None))).unwrap();
        let open =
            steps.into_iter().find(|step| step.kind == kind && step.state == crate::model::journal::RowState::Open);
        open.unwrap_or_else(|| panic!("no open {} at {number}", kind.as_str()))
    }

    fn answer(
        &self,
        who: &str,
        number: i64,
        kind: RowKind,
        outcome: &str,
        output: Option<Json>,
    ) -> Result<Done, Refusal> {
        let step = self.open(number, kind);
        let answer = StepAnswer { outcome: outcome.to_owned(), output, ..StepAnswer::default() };
        self.wish(who, Target::Step(step.id), Act::Answer(answer))
    }
}

#[test]
fn a_dear_laptop_walks_from_the_catalog_to_its_close() {
    let bench = Bench::new();
    let number = bench.submit("ann", "laptop", json!({"model": "pro"}));
    let ticket = bench.ticket("ann", number).unwrap();
    assert_eq!((ticket.status, ticket.waiting_on.as_slice()), (Status::New, [RowKind::Approval].as_slice()));
    assert_eq!(ticket.group.as_deref(), Some("service-desk"));
    assert_eq!(bench.ticket("viv", number).unwrap_err().code, Code::NotFound, "a stranger does not see it");

    bench.answer("max", number, RowKind::Approval, "approved", None).unwrap();
    bench.answer("fay", number, RowKind::Approval, "approved", None).unwrap();
    let twice = bench.answer("fay", number, RowKind::Approval, "approved", None).unwrap_err();
    assert_eq!(twice.code, Code::AlreadyVoted);
    bench.answer("finn", number, RowKind::Approval, "approved", None).unwrap();
    bench.answer("ann", number, RowKind::Cost, "confirmed", None).unwrap();
    let ticket = bench.ticket("ann", number).unwrap();
    assert_eq!(ticket.waiting_on, [RowKind::Task, RowKind::Plugin]);
    assert_eq!(ticket.cost.unwrap().confirmed.as_deref(), Some("2100.00"));

    bench.wish("dora", Target::Ticket(number), Act::Accept).unwrap();
    bench.answer("dan", number, RowKind::Task, "done", None).unwrap();
    let call = bench.open(number, RowKind::Plugin);
    let reply = Reply::Done(json!({"tag": "LT-000001", "model": "pro", "price": "2100.00"}));
    let delivery = crate::model::ids::DeliveryId(call.id.0);
    let act = Act::Delivered(Delivered { delivery, step: call.id, reply });
    bench.machine(format!("delivery/{delivery}/1"), Target::Step(call.id), act).unwrap();
    let task = bench.open(number, RowKind::Task);
    assert_eq!((task.name.as_str(), task.about.as_deref()), ("Hand over", Some("LT-000001")));
    let refused = bench.answer("lin", number, RowKind::Task, "done", None).unwrap_err();
    assert_eq!(refused.errors[0].pointer, "/output/handed_over_to");
    bench.answer("lin", number, RowKind::Task, "done", Some(json!({"handed_over_to": "Ann Weber"}))).unwrap();

    let ticket = bench.ticket("ann", number).unwrap();
    assert_eq!((ticket.status, ticket.resolution.as_deref()), (Status::Resolved, Some("Delivered LT-000001")));
    bench.wish("ann", Target::Ticket(number), Act::Close(Default::default())).unwrap();
    let ticket = bench.ticket("ann", number).unwrap();
    assert_eq!(ticket.status, Status::Closed);
    assert_eq!(ticket.closure_code, Some(crate::model::ticket::ClosureCode::Succeeded));
    assert!(bench.clock.now() < ticket.sla.unwrap().resolve_due.unwrap());
    bench.desk.stop();
}

#[test]
fn a_cancelled_ticket_waits_for_the_call_that_is_under_way_and_then_closes() {
    let bench = Bench::new();
    let number = bench.submit("ann", "laptop", json!({"model": "light"}));
    bench.answer("max", number, RowKind::Approval, "approved", None).unwrap();
    bench.answer("ann", number, RowKind::Cost, "confirmed", None).unwrap();
    bench.wish("ann", Target::Ticket(number), Act::Cancel(Default::default())).unwrap();
    let ticket = bench.ticket("ann", number).unwrap();
    assert!(ticket.flags.cancelling && ticket.status == Status::New, "{ticket:?}");
    let call = bench.open(number, RowKind::Plugin);
    let delivery = crate::model::ids::DeliveryId(call.id.0);
    let act = Act::Delivered(Delivered { delivery, step: call.id, reply: Reply::Done(json!({"tag": "LT-000001"})) });
    bench.machine(format!("delivery/{delivery}/1"), Target::Step(call.id), act).unwrap();
    let ticket = bench.ticket("ann", number).unwrap();
    assert_eq!((ticket.status, ticket.flags.cancelling), (Status::Closed, false));
    assert_eq!(ticket.closure_code, Some(crate::model::ticket::ClosureCode::CancelledByUser));
    bench.desk.stop();
}

#[test]
fn a_rejection_closes_at_once_with_its_code() {
    let bench = Bench::new();
    let number = bench.submit("ann", "laptop", json!({"model": "light"}));
    let step = bench.open(number, RowKind::Approval);
    let bare = StepAnswer { outcome: "rejected".to_owned(), ..StepAnswer::default() };
    let refused = bench.wish("max", Target::Step(step.id), Act::Answer(bare.clone())).unwrap_err();
    let pointers: Vec<_> = refused.errors.iter().map(|error| error.pointer.as_str()).collect();
    assert_eq!(pointers, ["/comment", "/code"]);
    let answer = StepAnswer { comment: Some("Not this year".to_owned()), code: Some("budget".to_owned()), ..bare };
    bench.wish("max", Target::Step(step.id), Act::Answer(answer)).unwrap();
    let ticket = bench.ticket("ann", number).unwrap();
    assert_eq!((ticket.status, ticket.rejection_code.as_deref()), (Status::Closed, Some("budget")));
    assert_eq!(ticket.closure_code, Some(crate::model::ticket::ClosureCode::ApprovalRejected));
    bench.desk.stop();
}

#[test]
fn a_corrected_form_begins_a_new_run_and_keeps_the_yeses_that_still_hold() {
    let bench = Bench::new();
    let number = bench.submit("ann", "software-installation", json!({"product": "drawing", "computer": "PC-1"}));
    bench.answer("max", number, RowKind::Approval, "approved", None).unwrap();
    let patch = |form: Json| {
        let form = form.as_object().cloned();
        Act::Change(super::command::Patch { form, ..Default::default() })
    };
    bench.wish("ann", Target::Ticket(number), patch(json!({"computer": "PC-2"}))).unwrap();
    let ticket = bench.ticket("ann", number).unwrap();
    assert_eq!(
        (ticket.run, ticket.waiting_on.as_slice()),
        (2, [RowKind::Approval].as_slice()),
        "other facts were shown"
    );
    bench.wish("ann", Target::Ticket(number), patch(json!({"computer": "PC-1"}))).unwrap();
    let ticket = bench.ticket("ann", number).unwrap();
    assert_eq!(
        (ticket.run, ticket.waiting_on.as_slice()),
        (3, [RowKind::Cost].as_slice()),
        "the first yes holds again"
    );
    bench.desk.stop();
}
