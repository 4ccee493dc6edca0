//! Questions and the work on the ticket itself.

use super::*;
use crate::desk::command::{Assign, Resolve};
use serde_json::Value as Json;

const FORM: &str = r#"{"type": "object", "required": ["seal"], "additionalProperties": false,
    "properties": {"seal": {"type": "string"}, "left": {"type": "integer"}}}"#;

fn done(output: Json) -> StepAnswer {
    StepAnswer { outcome: "done".to_owned(), output: Some(output), ..StepAnswer::default() }
}

fn resolve(text: &str) -> Act {
    Act::Resolve(Resolve { resolution: text.to_owned(), ..Resolve::default() })
}

fn accepted(script: &str) -> Case1 {
    let mut case = Case1::new(script);
    case.submit("ann", None);
    case.carry(case.person("dora"), Target::Ticket(1), Act::Accept).unwrap();
    case
}

fn pointers(refusal: Refusal) -> Vec<String> {
    refusal.errors.into_iter().map(|error| format!("{}:{}", error.pointer, error.code)).collect()
}

#[test]
fn a_question_takes_one_text_and_the_script_goes_on_with_it() {
    let mut case = Case1::new(r#"let c = ask("Which colour?", requester); resolve("It is " + c.answer);"#);
    case.submit("ann", None);
    assert_eq!(case.asked(), ["ann"]);
    let answer =
        |output: Json| StepAnswer { outcome: "answered".to_owned(), output: Some(output), ..StepAnswer::default() };
    assert_eq!(pointers(case.say("ann", answer(json!({}))).unwrap_err()), ["/output/answer:required"]);
    assert_eq!(pointers(case.say("ann", answer(json!({"answer": 5}))).unwrap_err()), ["/output/answer:type"]);
    let twice = json!({"answer": "blue", "colour": "blue"});
    assert_eq!(pointers(case.say("ann", answer(twice)).unwrap_err()), ["/output/colour:unknown"]);
    assert_eq!(case.say("max", answer(json!({"answer": "red"}))).unwrap_err().code, Code::Forbidden);
    case.say("ann", answer(json!({"answer": "blue"}))).unwrap();
    assert_eq!(case.ticket().resolution.as_deref(), Some("It is blue"));
}

#[test]
fn a_question_nobody_answers_closes_the_ticket_when_the_policy_says_so() {
    let mut case = Case1::new(r#"ask("Still wanted?", requester); resolve("yes");"#);
    case.submit("ann", None);
    case.until_due();
    let ticket = case.ticket();
    assert_eq!((ticket.status, ticket.closure_reason.as_deref()), (Status::Closed, Some("no_answer")));
}

#[test]
fn a_question_may_ask_for_a_form() {
    let script = r#"let s = ask("Seal", requester, #{ form: "seal" }); resolve(`${s.seal} ${s.left == ()}`);"#;
    let mut case = Case1::in_content(script, people(), &[("schemas/forms/seal.json", FORM)]);
    case.submit("ann", None);
    let answer =
        |output: Json| StepAnswer { outcome: "answered".to_owned(), output: Some(output), ..StepAnswer::default() };
    assert_eq!(pointers(case.say("ann", answer(json!({}))).unwrap_err()), ["/output/seal:required"]);
    case.say("ann", answer(json!({"seal": "A1"}))).unwrap();
    assert_eq!(case.ticket().resolution.as_deref(), Some("A1 true"));
}

#[test]
fn the_ticket_goes_where_its_work_goes_and_its_last_work_resolves_it() {
    let mut case = accepted(r#"handle("Look into it", group("finance"), #{ by: "round_robin" });"#);
    assert_eq!(case.ticket().group, Some(GroupId(id(100))));
    let hand = case.ticket().assignee.unwrap();
    assert!([UserId(id(4)), UserId(id(5))].contains(&hand), "one of finance was chosen");
    assert_eq!(case.asked().len(), 1);
    // Any other of the group may report it all the same.
    let report = json!({"resolution": "Booked anew", "minutes": 20, "cost": "12.50", "workaround": false});
    case.say("finn", StepAnswer { code: Some("permanent_fix".to_owned()), ..done(report) }).unwrap();
    let ticket = case.ticket();
    assert_eq!((ticket.status, ticket.resolution.as_deref()), (Status::Resolved, Some("Booked anew")));
    assert_eq!(ticket.closure_reason.as_deref(), Some("permanent_fix"));
    assert_eq!(ticket.cost.as_ref().unwrap().actual.as_deref(), Some("12.50"));
    let work = case.journal.iter().find(|row| row.kind == RowKind::Work).unwrap();
    assert_eq!(work.answer.as_ref().unwrap().output["group"], json!("finance"));
}

#[test]
fn work_that_names_nobody_lies_where_the_ticket_does() {
    let mut case = Case1::new(r#"handle("Look into it");"#);
    case.submit("ann", None);
    assert_eq!(case.ticket().group, Some(GroupId(id(101))), "the intake names the desk");
    case.carry(case.person("dora"), Target::Ticket(1), Act::Accept).unwrap();
    let wish = Assign { group: Some("finance".to_owned()), assignee: None, reason: None };
    case.carry(case.person("dora"), Target::Ticket(1), Act::Assign(wish)).unwrap();
    let row = case.open().first().copied().unwrap();
    assert_eq!(row.arguments.parties.groups, BTreeSet::from([GroupId(id(100))]), "and goes with it");
    case.say("fay", done(json!({"resolution": "Done"}))).unwrap();
    assert_eq!(case.status(), Status::Resolved);
}

#[test]
fn a_report_says_what_was_done_and_nothing_unknown() {
    let mut case = accepted(r#"handle("Look into it", group("service-desk"));"#);
    let wrong = json!({"resolution": " ", "minutes": -1, "cost": "much", "workaround": "no", "colour": 1});
    let mut found = pointers(case.say("dora", done(wrong)).unwrap_err());
    found.sort();
    let expected = [
        "/output/colour:unknown",
        "/output/cost:type",
        "/output/minutes:type",
        "/output/resolution:required",
        "/output/workaround:type",
    ];
    assert_eq!(found, expected);
    let odd = StepAnswer { code: Some("timed_out".to_owned()), ..done(json!({"resolution": "Done"})) };
    assert_eq!(pointers(case.say("dora", odd).unwrap_err()), ["/code:enum"]);
    let silent = StepAnswer { outcome: "failed".to_owned(), ..StepAnswer::default() };
    assert_eq!(pointers(case.say("dora", silent).unwrap_err()), ["/comment:required"]);
}

#[test]
fn the_form_of_work_is_checked_beside_its_report() {
    let script =
        r#"let w = handle("Seal it", group("service-desk"), #{ form: "seal" }); resolve(w.resolution + " " + w.seal);"#;
    let mut case = Case1::in_content(script, people(), &[("schemas/forms/seal.json", FORM)]);
    case.submit("ann", None);
    case.carry(case.person("dora"), Target::Ticket(1), Act::Accept).unwrap();
    assert_eq!(
        pointers(case.say("dora", done(json!({"resolution": "Sealed"}))).unwrap_err()),
        ["/output/seal:required"]
    );
    let refused = case.carry(case.person("dora"), Target::Ticket(1), resolve("Sealed")).unwrap_err();
    assert_eq!(refused.code, Code::StepsOpen, "a form cannot be filled in by resolving");
    case.say("dora", done(json!({"resolution": "Sealed", "seal": "A1"}))).unwrap();
    assert_eq!(case.ticket().resolution.as_deref(), Some("Sealed A1"));
}

#[test]
fn resolving_by_hand_answers_the_open_work_and_the_script_goes_on() {
    let mut case = accepted(
        r#"let w = handle("Fix", group("service-desk")); ask("Does it work?", requester); resolve(w.resolution);"#,
    );
    case.carry(case.person("dora"), Target::Ticket(1), resolve("Restarted it")).unwrap();
    assert_eq!(case.status(), Status::Accepted);
    assert_eq!(case.open().first().unwrap().name, "Does it work?");
    // Now something else is open: it stands in the way.
    let refused = case.carry(case.person("dora"), Target::Ticket(1), resolve("It does")).unwrap_err();
    assert_eq!(refused.code, Code::StepsOpen);
    let forced = Act::Resolve(Resolve {
        force: Some("He is on leave".to_owned()),
        ..match resolve("It does") {
            Act::Resolve(wish) => wish,
            _ => Resolve::default(),
        }
    });
    case.carry(case.person("sam"), Target::Ticket(1), forced).unwrap();
    assert_eq!((case.status(), case.open().len()), (Status::Resolved, 0));
}

#[test]
fn work_beside_another_open_step_is_not_resolved_by_hand() {
    let script = r#"parallel([|| handle("Fix", group("service-desk")), || ask("Where?", requester)]);"#;
    let mut case = accepted(script);
    let refused = case.carry(case.person("dora"), Target::Ticket(1), resolve("Fixed")).unwrap_err();
    assert_eq!(refused.code, Code::StepsOpen);
    assert!(refused.detail.contains("Where?"), "{}", refused.detail);
}

#[test]
fn work_that_fails_ends_the_ticket_as_failed_unless_the_script_goes_on() {
    let failed =
        || StepAnswer { outcome: "failed".to_owned(), comment: Some("No parts".to_owned()), ..StepAnswer::default() };
    let mut case = accepted(r#"handle("Fix", group("service-desk")); resolve("x");"#);
    case.say("dora", failed()).unwrap();
    let ticket = case.ticket();
    assert_eq!((ticket.status, ticket.resolution.as_deref()), (Status::Resolved, Some("No parts")));
    assert_eq!(ticket.closure_code, Some(crate::model::ticket::ClosureCode::Failed));
    let mut case = accepted(
        r#"let w = handle("Fix", group("service-desk"), #{ on_fail: "go_on" }); if !w.ok { ask("What now?", requester); }"#,
    );
    case.say("dora", failed()).unwrap();
    assert_eq!(case.open().first().unwrap().name, "What now?");
}

#[test]
fn work_whose_end_was_a_failure_leaves_the_ticket_to_people() {
    let mut case = accepted(r#"handle("Fix", group("service-desk"), #{ on_fail: "go_on" });"#);
    let failed = StepAnswer { outcome: "failed".to_owned(), comment: Some("No".to_owned()), ..StepAnswer::default() };
    case.say("dora", failed).unwrap();
    assert_eq!((case.status(), case.open().len()), (Status::Accepted, 0));
    case.carry(case.person("dora"), Target::Ticket(1), resolve("Replaced it")).unwrap();
    assert_eq!(case.status(), Status::Resolved);
}
