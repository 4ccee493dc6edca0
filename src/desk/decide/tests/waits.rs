//! Waiting: for time, for events, for the first of several.

use super::*;

fn waiting(script: &str) -> Case1 {
    let mut case = Case1::new(script);
    case.submit("ann", None);
    case
}

fn due(case: &Case1) -> String {
    case.open().first().unwrap().due_at.unwrap().to_string()
}

#[test]
fn a_wait_is_a_timer_and_the_timer_is_its_answer() {
    let mut case = waiting(r#"wait("2d"); resolve("waited");"#);
    assert_eq!(due(&case), "2026-11-25T09:00:00.000000Z");
    case.until_due();
    assert_eq!(case.ticket().resolution.as_deref(), Some("waited"));
    assert_eq!(case.journal.first().unwrap().answer.as_ref().unwrap().outcome, "elapsed");
}

#[test]
fn working_time_and_the_time_of_day_are_those_of_the_tickets_calendar() {
    // Monday 10:00 in Berlin.
    assert_eq!(due(&waiting(r#"wait("1wd");"#)), "2026-11-24T09:00:00.000000Z");
    assert_eq!(due(&waiting(r#"wait("2d", #{ at: "17:00" });"#)), "2026-11-25T16:00:00.000000Z");
    assert_eq!(due(&waiting(r#"wait("2026-11-30T20:00:00Z", #{ at: "09:00" });"#)), "2026-12-01T08:00:00.000000Z");
}

#[test]
fn a_moment_in_the_past_is_no_wait_unless_the_latest_has_passed_too() {
    let case = waiting(r#"wait("2026-11-23T08:00:00Z", #{ latest: "2026-11-23T10:00:00Z" }); resolve("at once");"#);
    assert_eq!(case.ticket().resolution.as_deref(), Some("at once"));
    let case = waiting(r#"wait("2026-11-23T07:00:00Z", #{ latest: "2026-11-23T08:00:00Z" }); resolve("x");"#);
    let ticket = case.ticket();
    assert_eq!((ticket.status, ticket.closure_reason.as_deref()), (Status::Resolved, Some("timed_out")));
}

#[test]
fn a_timer_that_fires_after_the_latest_moment_expires_the_wait() {
    let script = r#"let w = wait("2026-11-23T10:00:00Z", #{ latest: "2026-11-23T11:00:00Z" }); resolve("x");"#;
    let mut case = waiting(script);
    let step = case.open().first().unwrap().id;
    case.clock.set(Time::parse("2026-11-23T12:00:00Z").unwrap());
    case.fire(format!("step/{step}/due"));
    assert_eq!(case.ticket().closure_reason.as_deref(), Some("timed_out"));
}

#[test]
fn the_owner_may_skip_a_wait_and_the_requester_may_not() {
    let mut case = waiting(r#"wait("30d"); resolve("skipped");"#);
    case.carry(case.person("dora"), Target::Ticket(1), Act::Accept).unwrap();
    assert_eq!(case.answer("ann", "skipped").unwrap_err().code, Code::Forbidden);
    assert_eq!(case.answer("dora", "elapsed").unwrap_err().code, Code::Invalid);
    case.answer("dora", "skipped").unwrap();
    assert_eq!(case.status(), Status::Resolved);
}

#[test]
fn an_event_that_does_not_come_is_reported_by_hand_or_expires() {
    let script = r#"let b = wait_for("billing.paid", "4711", #{ within: "30d", on_timeout: "expire" }); resolve("Paid " + b.amount);"#;
    let mut case = waiting(script);
    assert_eq!(case.open().first().unwrap().name, "billing.paid");
    let wish =
        StepAnswer { outcome: "arrived".to_owned(), output: Some(json!({"amount": "5.00"})), ..StepAnswer::default() };
    case.say("sam", wish).unwrap();
    assert_eq!(case.ticket().resolution.as_deref(), Some("Paid 5.00"));
    let mut case = waiting(script);
    case.until_due();
    assert_eq!(case.ticket().closure_reason.as_deref(), Some("timed_out"));
}

#[test]
fn the_winner_of_a_race_cancels_what_the_others_wait_for() {
    let script = r#"
        let first = any_of(#{
            answer: || ask("Still wanted?", requester, #{ within: "9wd" }),
            silence: || wait("5d"),
        });
        if first.winner == "silence" { cancel("Nobody answered"); }
        resolve(first.value.answer);"#;
    let mut case = waiting(script);
    assert_eq!(case.open().len(), 2);
    let wait = case.open().into_iter().find(|row| row.kind == RowKind::Wait).cloned().unwrap();
    let question = case.open().into_iter().find(|row| row.kind == RowKind::Question).cloned().unwrap();
    case.clock.set(wait.due_at.unwrap());
    case.fire(format!("step/{}/due", wait.id));
    let ticket = case.ticket();
    assert_eq!((ticket.status, ticket.closure_code.unwrap().as_str()), (Status::Closed, "cancelled_by_user"));
    let late =
        StepAnswer { outcome: "answered".to_owned(), output: Some(json!({"answer": "yes"})), ..StepAnswer::default() };
    let refused = case.carry(case.person("ann"), Target::Step(question.id), Act::Answer(late)).unwrap_err();
    assert_eq!(refused.code, Code::StepSettled, "late answers are refused");
}
