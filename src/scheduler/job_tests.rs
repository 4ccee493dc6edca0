//! Jobs against a desk of a test's own, the shipped one among them.

use super::*;
use crate::model::duration::Span;
use crate::model::status::Status;
use crate::scheduler::query::Breach;
use crate::script::STACK_BYTES;

const PATH: &str = "workflows/jobs/sweep.rhai";
const HEAD: &str = "const SCHEDULE = \"0 */10 * * * *\"; const TIMEZONE = \"UTC\"; const ROLES = [\"agent\"];\n";

/// Answers every question with ticket 7, and remembers what it was asked.
#[derive(Default)]
struct Recorder {
    queries: Mutex<Vec<Query>>,
    commands: Mutex<Vec<(String, Escalate)>>,
}

impl Desk for Recorder {
    fn now(&self) -> Time {
        Time::parse("2026-01-05T09:00:00Z").unwrap()
    }
    fn tickets(&self, query: &Query) -> Result<Vec<Seen>, String> {
        self.queries.lock().push(query.clone());
        let fields = BTreeMap::from([("number", Value::from("SR-000007")), ("status", Value::from("new"))]);
        Ok(vec![Seen { number: 7, fields }])
    }
    fn escalate(&self, command: String, number: i64, wish: Escalate) -> Result<bool, String> {
        assert_eq!(number, 7);
        self.commands.lock().push((command, wish));
        Ok(true)
    }
}

fn fire(job: &Job) -> (Arc<Recorder>, Ended) {
    let desk = Arc::new(Recorder::default());
    let other = Arc::clone(&desk);
    let at = Time::parse("2026-01-05T09:00:00Z").unwrap();
    let result = std::thread::scope(|scope| {
        let run = move || job.run(at, other);
        std::thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, run).unwrap().join().unwrap()
    });
    (desk, result)
}

fn job(body: &str) -> Job {
    Job::read(PATH, &format!("{HEAD}{body}")).unwrap_or_else(|faults| panic!("{faults:?}"))
}

#[test]
fn the_shipped_job_asks_for_overdue_and_untaken_tickets() {
    let path = "workflows/jobs/escalate-overdue.rhai";
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/workflows/jobs/escalate-overdue.rhai"));
    let job = Job::read(path, &text.unwrap()).unwrap();
    assert_eq!((job.name.as_str(), job.is_staff()), ("escalate-overdue", true));
    let (desk, result) = fire(&job);
    assert_eq!(result, Ended::Well);
    let queries = desk.queries.lock();
    assert!(queries.iter().any(|query| query.breached == Some(Breach::Resolve)));
    assert!(queries.iter().any(|query| query.untaken_for.is_some() && query.status == [Status::New]));
    assert!(!desk.commands.lock().is_empty());
}

#[test]
fn each_act_is_a_command_that_a_second_run_repeats_by_name() {
    let job =
        job("for t in tickets() { t.escalate(group(\"line-2\"), t.number); t.escalate(group(\"line-3\"), \"b\"); }");
    let ids = |desk: Arc<Recorder>| desk.commands.lock().iter().map(|(id, _)| id.clone()).collect::<Vec<_>>();
    let first = ids(fire(&job).0);
    let names = ["job/sweep/2026-01-05T09:00:00.000000Z/7/1", "job/sweep/2026-01-05T09:00:00.000000Z/7/2"];
    assert_eq!(first, names);
    assert_eq!(ids(fire(&job).0), first);
}

#[test]
fn options_are_read_and_slips_are_named() {
    let body = "tickets(#{ breached: \"respond\", older_than: \"4wh\", escalation_below: 2, item: \"laptop\", limit: 5,
        status: [\"accepted\", \"assigned\"] });";
    let (desk, result) = fire(&job(body));
    assert_eq!(result, Ended::Well);
    let query = desk.queries.lock().first().cloned().unwrap();
    assert_eq!(query.status, [Status::Accepted, Status::Assigned]);
    assert_eq!((query.older_than, query.escalation_below, query.limit), (Some(Span::Working(240)), Some(2), 5));
    for (body, told) in [
        ("let o = #{ braeched: \"resolve\" }; tickets(o);", "did you mean \"breached\"?"),
        ("let s = \"opened\"; tickets(#{ status: s });", "there is no status"),
        ("let s = \"soon\"; tickets(#{ older_than: s });", "no duration"),
        ("for t in tickets() { t.escalate(\"line-2\", \"x\"); }", "a group(…) was expected"),
    ] {
        let Ended::Badly(found) = fire(&job(body)).1 else { panic!("{body}") };
        assert!(found.contains(told) && found.contains(PATH), "{found}");
    }
}

#[test]
fn slips_that_the_text_shows_are_found_before_a_job_runs() {
    for (body, code) in [
        ("tickets(#{ braeched: \"resolve\" });", "unknown_option"),
        ("tickets(#{ status: [\"new\", \"opened\"] });", "option"),
        ("tickets(#{ older_than: \"soon\" });", "duration"),
        ("tickets(#{ limit: 501 });", "option"),
        ("tickets(#{ item: 5 });", "type"),
    ] {
        let faults = Job::read(PATH, &format!("{HEAD}{body}")).unwrap_err();
        assert_eq!(faults.iter().map(|fault| fault.code.as_str()).collect::<Vec<_>>(), [code], "{body}");
        assert_eq!(faults[0].line as usize, HEAD.lines().count() + 1, "{}", faults[0]);
    }
}

#[test]
fn a_job_without_schedule_zone_or_known_roles_is_a_fault() {
    let faults = |text: &str| Job::read(PATH, text).unwrap_err().len();
    assert_eq!(faults("1"), 3);
    assert_eq!(faults(&HEAD.replace("agent", "agnet")), 1);
    assert_eq!(faults(&HEAD.replace("*/10", "*/90x")), 1);
    assert_eq!(faults(&HEAD.replace("UTC", "Mars")), 1);
    assert!(Job::read("workflows/sweep.rhai", HEAD).is_err());
}
