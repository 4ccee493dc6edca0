//! Steps opened by people: they never run the script, and it never sees them.

use super::*;
use crate::desk::command::Resolve;
use crate::desk::handling::{AddSigner, Asked, OpenStep, StepAct, Transfer};
use crate::model::journal::Origin;
use crate::model::step_actions::StepOperation;
use serde_json::Value as Json;

const WORK: &str = r#"let w = handle("Look into it", group("service-desk")); resolve(w.resolution);"#;

fn accepted(script: &str) -> Case1 {
    let mut case = Case1::new(script);
    case.submit("ann", None);
    case.carry(case.person("dora"), Target::Ticket(1), Act::Accept).unwrap();
    case
}

fn wish(kind: &str, who: &str) -> OpenStep {
    let asked = Asked { users: vec![who.to_owned()], groups: Vec::new() };
    let amount = (kind == "cost").then(|| json!("120.00"));
    OpenStep { kind: kind.to_owned(), name: format!("A {kind}"), asked, amount, ..OpenStep::default() }
}

impl Case1 {
    fn ask(&mut self, who: &str, wish: OpenStep) -> Result<StepId, Refusal> {
        self.carry(self.person(who), Target::Ticket(1), Act::OpenStep(Box::new(wish)))?;
        Ok(self.journal.last().unwrap().id)
    }
    fn answer_step(&mut self, who: &str, step: StepId, answer: Json) -> Result<(), Refusal> {
        let answer: StepAnswer = serde_json::from_value(answer).unwrap();
        self.carry(self.person(who), Target::Step(step), Act::Answer(answer))
    }
    fn row(&self, step: StepId) -> &JournalRow {
        self.journal.iter().find(|row| row.id == step).unwrap()
    }
    fn resolve(&mut self, who: &str) -> Result<(), Refusal> {
        let wish = Resolve { resolution: "Mended".to_owned(), ..Resolve::default() };
        self.carry(self.person(who), Target::Ticket(1), Act::Resolve(wish))
    }
}

fn pointers(refusal: Refusal) -> Vec<String> {
    refusal.errors.into_iter().map(|error| format!("{}:{}", error.pointer, error.code)).collect()
}

#[test]
fn each_has_a_path_of_its_own_and_the_script_goes_on_as_if_it_were_not_there() {
    let mut case = accepted(WORK);
    let approval = case.ask("dora", wish("approval", "max")).unwrap();
    let question = case.ask("dora", OpenStep { mandatory: Some(false), ..wish("question", "ann") }).unwrap();
    let paths: Vec<&str> = case.journal.iter().map(|row| row.path.as_str()).collect();
    assert_eq!(paths, ["0", "m1", "m2"]);
    assert_eq!(case.row(approval).origin, Origin::Person);
    case.answer_step("max", approval, json!({"outcome": "approved"})).unwrap();
    assert_eq!(case.row(approval).state, RowState::Done);
    assert_eq!(case.open().len(), 2, "the work waits as before");
    case.resolve("dora").unwrap();
    assert_eq!(case.status(), Status::Resolved);
    assert_eq!(case.row(question).state, RowState::Cancelled, "nobody had to answer it");
}

#[test]
fn what_must_be_answered_keeps_people_from_resolving() {
    let mut case = accepted(WORK);
    let task = case.ask("dora", wish("task", "fay")).unwrap();
    assert_eq!(case.resolve("dora").unwrap_err().code, Code::StepsOpen);
    let work = case.journal[0].id;
    let done = json!({"outcome": "done", "output": {"resolution": "Mended"}});
    assert_eq!(case.answer_step("dora", work, done.clone()).unwrap_err().code, Code::StepsOpen);
    case.answer_step("fay", task, json!({"outcome": "failed", "comment": "No parts"})).unwrap();
    assert_eq!(case.row(task).state, RowState::Failed, "a failure is told, not asked about");
    let told = &case.last.as_ref().unwrap().notifications;
    assert_eq!(told.iter().map(|it| it.user).collect::<Vec<_>>(), [UserId(id(6))], "who opened it");
    case.answer_step("dora", work, done).unwrap();
    assert_eq!(case.status(), Status::Resolved);
}

#[test]
fn a_cost_that_the_handler_asks_for_comes_on_top() {
    let mut case = accepted(r#"confirm_cost(30); task("Do it", group("service-desk")); resolve("x");"#);
    case.answer("ann", "confirmed").unwrap();
    let cost = case.ask("dora", wish("cost", "ann")).unwrap();
    case.answer_step("ann", cost, json!({"outcome": "confirmed"})).unwrap();
    assert_eq!(case.ticket().cost.as_ref().unwrap().confirmed.as_deref(), Some("150.00"));
    let second = case.ask("dora", wish("cost", "ann")).unwrap();
    case.answer_step("ann", second, json!({"outcome": "declined"})).unwrap();
    assert_eq!(case.ticket().cost.as_ref().unwrap().confirmed.as_deref(), Some("150.00"));
    assert!(case.status().is_open(), "the script knows nothing of it");
}

#[test]
fn what_is_asked_wrongly_is_refused_with_pointers() {
    let mut case = accepted(WORK);
    let own = |kind: &str, who: &str| wish(kind, who);
    assert_eq!(case.ask("ann", own("task", "fay")).unwrap_err().code, Code::Forbidden);
    assert_eq!(pointers(case.ask("dora", own("approval", "ann")).unwrap_err()), ["/for/users/0:own_request"]);
    assert_eq!(pointers(case.ask("dora", own("approval", "dora")).unwrap_err()), ["/for/users/0:own_request"]);
    let odd = OpenStep {
        kind: "work".to_owned(),
        name: " ".to_owned(),
        asked: Asked { users: vec!["nobody".to_owned()], groups: vec!["empty".to_owned(), "none".to_owned()] },
        within: Some("soon".to_owned()),
        form: Some("none".to_owned()),
        show: Some(json!(["n", "m"])),
        ..OpenStep::default()
    };
    let found = pointers(case.ask("dora", odd).unwrap_err());
    let expected = [
        "/kind:enum",
        "/name:required",
        "/for/users/0:unknown",
        "/for/groups/0:nobody",
        "/for/groups/1:unknown",
        "/within:format",
        "/form:unknown",
        "/show/1:unknown",
    ];
    assert_eq!(found, expected);
    let priced = |kind: &str, amount: Json| OpenStep { amount: Some(amount), ..wish(kind, "max") };
    assert_eq!(pointers(case.ask("dora", priced("task", json!("1"))).unwrap_err()), ["/amount:unknown"]);
    assert_eq!(pointers(case.ask("dora", priced("cost", json!("0"))).unwrap_err()), ["/amount:minimum"]);
    assert_eq!(pointers(case.ask("dora", priced("cost", json!("much"))).unwrap_err()), ["/amount:type"]);
    let empty = OpenStep { asked: Asked::default(), ..wish("task", "max") };
    assert_eq!(pointers(case.ask("dora", empty).unwrap_err()), ["/for:required"]);
}

#[test]
fn a_yes_to_the_script_is_no_yes_to_the_handler() {
    let mut case = accepted(r#"approval("One", user("sam")); task("Do it", group("service-desk")); resolve("x");"#);
    case.answer("sam", "approved").unwrap();
    let step = case.ask("dora", wish("approval", "sam")).unwrap();
    assert_eq!(case.row(step).state, RowState::Open);
    case.answer_step("sam", step, json!({"outcome": "rejected", "comment": "no", "code": "budget"})).unwrap();
    assert!(case.status().is_open(), "a no to the handler closes nothing");
    assert_eq!(case.ticket().rejection_code, None);
}

#[test]
fn silence_ends_a_question_of_a_person_and_not_the_ticket() {
    let mut case = accepted(WORK);
    let step = case.ask("dora", wish("question", "ann")).unwrap();
    let due = case.row(step).due_at.unwrap();
    case.clock.set(due);
    case.fire(format!("step/{step}/due"));
    assert_eq!(case.row(step).answer.as_ref().unwrap().outcome, "expired");
    assert!(case.status().is_open());
    assert!(case.last.as_ref().unwrap().notifications.iter().any(|it| it.user == UserId(id(6))));
}

impl Case1 {
    fn do_to(&mut self, who: &str, step: StepId, act: StepAct) -> Result<(), Refusal> {
        self.carry(self.person(who), Target::Step(step), Act::OnStep(act))
    }
    fn add_signer(&mut self, by: &str, user: &str, when: &str) -> Result<(), Refusal> {
        let step = self.open().first().unwrap().id;
        let wish = AddSigner { user: user.to_owned(), when: when.to_owned(), comment: None };
        self.do_to(by, step, StepAct::Add(wish))
    }
}

#[test]
fn who_is_above_a_silent_signer_may_sign_for_them() {
    let mut case = Case1::new(r#"approval("One", user("max")); resolve("x");"#);
    case.submit("ann", None);
    case.add_signer("max", "fay", "before").unwrap();
    case.answer("max", "approved").unwrap();
    assert_eq!(case.asked(), ["fay"]);
    case.until_due();
    assert_eq!(case.asked(), ["sam", "fay"]);
    case.answer("sam", "approved").unwrap();
    assert_eq!(case.status(), Status::Resolved);
}

#[test]
fn a_signer_hands_on_as_a_voter_does() {
    let mut case = Case1::new(r#"approval("One", user("max")); resolve("x");"#);
    case.submit("ann", None);
    case.add_signer("max", "fay", "after").unwrap();
    let step = case.open().first().unwrap().id;
    let wish = |to: &str| StepAct::Transfer(Transfer { to: to.to_owned(), reason: "Yours.".to_owned() });
    case.do_to("fay", step, wish("finn")).unwrap();
    assert_eq!(case.asked(), ["max", "finn"]);
    assert_eq!(case.do_to("fay", step, wish("sam")).unwrap_err().code, Code::Forbidden);
    case.answer("max", "approved").unwrap();
    case.answer("finn", "approved").unwrap();
    assert_eq!(case.status(), Status::Resolved);
}

#[test]
fn asking_whether_it_could_be_done_does_nothing() {
    let mut case = Case1::new(r#"approval("One", user("max")); resolve("x");"#);
    case.submit("ann", None);
    let step = case.open().first().unwrap().id;
    for operation in StepOperation::ALL {
        let asked = case.carry(case.person("max"), Target::Step(step), Act::CouldOnStep(operation));
        assert!(asked.is_err(), "{}", operation.as_str());
    }
}

#[test]
fn who_opened_an_approval_is_never_asked_to_decide_on_it() {
    let mut case = accepted(WORK);
    let step = case.ask("sam", wish("approval", "max")).unwrap();
    case.clock.set(case.row(step).due_at.unwrap());
    case.fire(format!("step/{step}/due"));
    let voters = case.row(step).arguments.rule.as_ref().unwrap().voters();
    assert_eq!(voters, BTreeSet::from([UserId(id(2)), UserId(id(7))]), "max, and the admin as the last resort");
}

#[test]
fn who_has_taken_a_task_is_reminded_alone() {
    let mut case = accepted(r#"task("Count", group("finance"), #{ remind: ["1d", "2d"] }); resolve("x");"#);
    let step = case.open().first().unwrap().id;
    let reminded =
        |case: &Case1| case.last.as_ref().unwrap().notifications.iter().map(|it| it.user).collect::<Vec<_>>();
    case.fire(format!("step/{step}/remind/0"));
    assert_eq!(reminded(&case), [UserId(id(4)), UserId(id(5))]);
    case.do_to("finn", step, StepAct::Claim(Default::default())).unwrap();
    case.fire(format!("step/{step}/remind/1"));
    assert_eq!(reminded(&case), [UserId(id(5))]);
}
