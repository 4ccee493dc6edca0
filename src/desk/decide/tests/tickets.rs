//! Tickets: acceptance, tasks, clocks, corrections, endings, refusals.

use super::*;

#[test]
fn a_mistake_of_the_script_leaves_the_ticket_stuck_and_keeps_the_vote() {
    let mut case =
        Case1::new(r#"approval("A", user("max")); let x = 1 / (request.price - request.price); resolve("x");"#);
    case.submit("ann", None);
    case.answer("max", "approved").unwrap();
    let ticket = case.ticket.clone().unwrap();
    assert!(ticket.flags.stuck && ticket.status == Status::New);
    assert_eq!(ticket.fault.unwrap().line, 1);
    assert_eq!(case.journal.first().unwrap().state, RowState::Done);
    assert!(case.logged(EventType::TicketStuck));
}

#[test]
fn a_task_that_failed_is_the_owners_to_let_fail() {
    let mut case = Case1::new(r#"task("Do it", user("max")); resolve("done");"#);
    case.submit("ann", None);
    case.carry(case.person("dora"), Target::Ticket(1), Act::Accept).unwrap();
    case.answer("max", "failed").unwrap();
    assert_eq!(case.asked(), ["dora"]);
    assert_eq!(case.answer("max", "done").unwrap_err().code, Code::Forbidden);
    case.answer("dora", "failed").unwrap();
    assert_eq!((case.status(), case.open().len()), (Status::Resolved, 0));
}

#[test]
fn silence_closes_what_is_resolved_and_says_so() {
    let mut case = Case1::new(r#"resolve("done");"#);
    case.submit("ann", None);
    let timer = case.last.as_ref().unwrap().timers.iter().find(|timer| timer.key == "close").unwrap().clone();
    case.clock.set(timer.due_at);
    case.fire(timer.key);
    assert!(case.status() == Status::Closed && case.ticket.as_ref().unwrap().auto_closed);
}

#[test]
fn an_agent_who_registers_a_request_has_accepted_it() {
    let mut case = Case1::new(MANAGER);
    case.submit("dora", Some("ann"));
    let ticket = case.ticket.clone().unwrap();
    assert_eq!((ticket.status, ticket.requester, ticket.owner), (Status::Accepted, UserId(id(3)), Some(UserId(id(6)))));
    assert_eq!(case.asked(), ["max"]);
}

#[test]
fn the_resolve_clock_starts_when_no_approval_is_open_and_stands_still_while_money_is_asked_for() {
    let script = r#"sla("hardware"); approval("A", user("max")); confirm_cost(5); task("T", group("service-desk")); resolve("x");"#;
    let mut case = Case1::new(script);
    case.submit("ann", None);
    assert_eq!(case.ticket.as_ref().unwrap().sla.as_ref().unwrap().started_at, None);
    case.answer("max", "approved").unwrap();
    let sla = case.ticket.as_ref().unwrap().sla.clone().unwrap();
    assert!(sla.started_at.is_some() && sla.is_paused());
    case.clock.advance(chrono::Duration::hours(2));
    case.answer("ann", "confirmed").unwrap();
    let sla = case.ticket.as_ref().unwrap().sla.clone().unwrap();
    assert!(!sla.is_paused());
    assert_eq!(case.open().first().unwrap().kind, RowKind::Task);
    assert_eq!(case.submission.as_ref().unwrap().form, json!({}).as_object().cloned().unwrap());
}

#[test]
fn a_task_moves_to_the_next_group_when_its_time_is_over() {
    let script = r#"task("Fix", group("service-desk"), #{ within: "1wd", on_timeout: "escalate", escalate_to: group("finance") }); resolve("x");"#;
    let mut case = Case1::new(script);
    case.submit("ann", None);
    case.carry(case.person("dora"), Target::Ticket(1), Act::Accept).unwrap();
    let (step, due) = case.open().first().map(|row| (row.id, row.due_at.unwrap())).unwrap();
    case.clock.set(due);
    case.fire(format!("step/{step}/due"));
    let ticket = case.ticket.clone().unwrap();
    assert_eq!((ticket.status, ticket.escalation_level, ticket.group), (Status::Escalated, 1, Some(GroupId(id(100)))));
    case.answer("fay", "done").unwrap();
    assert_eq!(case.status(), Status::Resolved);
}

#[test]
fn a_corrected_form_keeps_the_price_a_number_and_the_ticket_in_its_hand() {
    let script = r#"assign(group("service-desk"), #{ by: "round_robin" }); approval("A", user("max"), #{ show: ["n"] });
        confirm_cost(request.price); task("T", group("service-desk")); resolve("x");"#;
    let mut case = Case1::new(script);
    case.submit("ann", None);
    case.carry(case.person("dora"), Target::Ticket(1), Act::Accept).unwrap();
    let wish = crate::desk::command::Assign { assignee: Some("sam".to_owned()), ..Default::default() };
    case.carry(case.person("dora"), Target::Ticket(1), Act::Assign(wish)).unwrap();
    let form = json!({"n": 3}).as_object().cloned();
    let patch = crate::desk::command::Patch { form, ..Default::default() };
    case.carry(case.person("ann"), Target::Ticket(1), Act::Change(patch)).unwrap();
    case.answer("max", "approved").unwrap();
    let ticket = case.ticket.clone().unwrap();
    assert_eq!((ticket.run, ticket.flags.stuck, ticket.assignee), (2, false, Some(UserId(id(1)))));
    assert_eq!(case.open().first().unwrap().name, "T");
}

#[test]
fn refusals_come_in_the_order_of_the_contract() {
    let mut case = Case1::new(MANAGER);
    case.submit("ann", None);
    let command = |case: &Case1, who: &str, expect| Command {
        id: "x".to_owned(),
        fingerprint: [0; 32],
        doer: case.person(who),
        target: Target::Ticket(1),
        expect,
        act: Act::Close(Default::default()),
    };
    let code = |case: &Case1, who: &str, expect| {
        let (one, world, board) = (case.case(), Arc::clone(&case.world), Arc::clone(&case.board));
        decide(one, &world, &board, &command(case, who, expect), case.clock.now(), &mut Ids::new(&case.clock))
            .unwrap_err()
            .code
    };
    assert_eq!(code(&case, "fay", Some(99)), Code::Forbidden);
    assert_eq!(code(&case, "ann", Some(99)), Code::PreconditionFailed);
    assert_eq!(code(&case, "ann", Some(1)), Code::IllegalOperation);
}
