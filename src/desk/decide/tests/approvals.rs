//! Approvals: who is asked, who counts, what silence does.

use super::*;

#[test]
fn nobody_decides_on_their_own_request_and_the_next_above_is_asked() {
    let mut case = Case1::new(r#"approval("Manager", user("max")); resolve("done");"#);
    case.submit("max", None);
    assert_eq!(case.asked(), ["sam"]);
}

#[test]
fn an_approver_who_asks_for_somebody_else_has_said_yes() {
    let mut case = Case1::new(MANAGER);
    case.submit("max", Some("ann"));
    assert_eq!(case.status(), Status::Resolved);
    assert_eq!(case.votes.len(), 1, "the yes is on record");
}

#[test]
fn a_yes_to_the_same_facts_counts_once_and_is_asked_again_where_the_script_wants_it() {
    let twice = r#"approval("A", user("max")); approval("B", user("max")); resolve("done");"#;
    let mut case = Case1::new(twice);
    case.submit("ann", None);
    case.answer("max", "approved").unwrap();
    assert_eq!(case.status(), Status::Resolved);
    let mut case = Case1::new(&twice.replace(r#""B", user("max")"#, r#""B", user("max"), #{ same_person: "again" }"#));
    case.submit("ann", None);
    case.answer("max", "approved").unwrap();
    assert_eq!(case.open().first().unwrap().name, "B");
}

#[test]
fn where_nobody_stands_behind_the_who_the_last_resort_is_asked_with_an_event() {
    for script in [MANAGER, r#"approval("Empty", group("empty")); resolve("done");"#] {
        let mut case = Case1::new(script);
        case.submit(if script == MANAGER { "sam" } else { "ann" }, None);
        assert!(case.logged(EventType::StepRedirected), "{script}");
        assert!(!case.open().is_empty());
    }
}

#[test]
fn a_quorum_out_of_reach_asks_the_last_resort_too() {
    let mut case = Case1::new(r#"approval("All three", group("finance"), #{ quorum: 3 }); resolve("done");"#);
    case.submit("ann", None);
    assert_eq!(case.asked(), ["sam", "fay", "finn"]);
    for who in ["fay", "finn", "sam"] {
        case.answer(who, "approved").unwrap();
    }
    assert_eq!(case.status(), Status::Resolved);
}

#[test]
fn silence_moves_an_approval_up_and_never_ends_it() {
    let mut case = Case1::new(MANAGER);
    case.submit("ann", None);
    for level in 1..=5 {
        let row = case.open().first().map(|row| (row.id, row.due_at)).unwrap();
        case.clock.set(row.1.unwrap().max(case.clock.now()));
        let key = if level <= 4 { "due" } else { "remind/daily" };
        case.fire(format!("step/{}/{key}", row.0));
        assert_eq!(case.open().len(), 1, "level {level}");
    }
    assert_eq!(case.asked(), ["sam", "max"]);
    case.answer("sam", "approved").unwrap();
    assert_eq!(case.status(), Status::Resolved);
    assert_eq!(case.votes.first().unwrap().1.on_behalf_of, Some(UserId(id(2))), "in the place of max");
}

#[test]
fn a_rejection_can_be_caught_or_gone_on_from() {
    let caught =
        r#"try { approval("A", user("max")); } catch (e) { reject(e.comment, #{ code: e.code }); } resolve("x");"#;
    let mut case = Case1::new(caught);
    case.submit("ann", None);
    case.answer("max", "rejected").unwrap();
    assert_eq!(
        (case.status(), case.ticket.as_ref().unwrap().rejection_code.as_deref()),
        (Status::Closed, Some("budget"))
    );
    let going_on =
        r#"let r = approval("A", user("max"), #{ on_reject: "go_on" }); if r.ok { resolve("yes"); } fail("no");"#;
    let mut case = Case1::new(going_on);
    case.submit("ann", None);
    case.answer("max", "rejected").unwrap();
    assert_eq!(case.ticket.as_ref().unwrap().resolution.as_deref(), Some("no"));
}

#[test]
fn asking_is_one_yes_and_the_others_are_asked_all_the_same() {
    let mut case = Case1::new(r#"approval("Both", [user("max"), user("sam")], #{ quorum: "all" }); resolve("done");"#);
    case.submit("max", Some("ann"));
    assert_eq!((case.status(), case.asked()), (Status::New, vec!["sam".to_owned()]));
    case.answer("sam", "approved").unwrap();
    assert_eq!(case.status(), Status::Resolved);
}

#[test]
fn a_level_that_finds_nobody_is_skipped_without_waiting() {
    let mut case = Case1::new(r#"approval("Boss", user("ada"), #{ within: "1wd" }); resolve("done");"#);
    case.submit("ann", None);
    let (step, due) = case.open().first().map(|row| (row.id, row.due_at.unwrap())).unwrap();
    case.clock.set(due);
    case.fire(format!("step/{step}/due"));
    assert_eq!(case.asked(), ["sam", "ada"], "the last resort, at once");
    case.answer("sam", "approved").unwrap();
    assert_eq!(case.status(), Status::Resolved);
}

#[test]
fn a_group_is_shown_by_its_name_and_asked_by_its_members() {
    let mut case = Case1::new(r#"approval("Finance", group("finance")); resolve("done");"#);
    case.submit("ann", None);
    let row = case.open().first().copied().cloned().unwrap();
    assert!(row.arguments.parties.users.is_empty());
    assert_eq!(row.arguments.parties.groups.len(), 1);
    let changes = case.last.as_ref().unwrap();
    assert_eq!(changes.parties.len(), 2, "two inboxes");
    case.answer("finn", "approved").unwrap();
    assert_eq!(case.status(), Status::Resolved);
}
