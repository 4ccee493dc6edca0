//! People leave: no ticket waits for who is not there any more. And votes are
//! taken back.

use super::*;
use crate::desk::command::Withdrawal;

/// From now on these people are not active.
fn left(case: &mut Case1, names: &[&str]) {
    let world = Arc::make_mut(&mut case.world);
    let users = world.people.users().map(|user| {
        let mut user = User::clone(user);
        user.active &= !names.contains(&user.username.as_str());
        user
    });
    world.people =
        Arc::new(People::new(users.collect::<Vec<_>>(), world.people.groups().map(|group| Group::clone(group))));
}

fn attend(case: &mut Case1) -> Result<(), Refusal> {
    case.carry(Doer::System("people"), Target::Ticket(1), Act::Attend)
}

fn withdraw(case: &mut Case1, who: &str) -> Result<(), Refusal> {
    let step = case.open().first().unwrap().id;
    let wish = Withdrawal { reason: Some("a mistake".to_owned()) };
    case.carry(case.person(who), Target::Step(step), Act::Withdraw(wish))
}

#[test]
fn an_approval_of_one_who_left_goes_to_the_manager_with_its_time_again() {
    let mut case = Case1::new(r#"approval("Boss", user("max"), #{ within: "1d" }); resolve("x");"#);
    case.submit("ann", None);
    assert_eq!(attend(&mut case).unwrap_err().code, Code::NotFound, "nobody has left");
    case.clock.advance(chrono::Duration::hours(20));
    left(&mut case, &["max"]);
    attend(&mut case).unwrap();
    assert_eq!(case.asked(), ["sam"]);
    assert!(case.logged(EventType::StepRedirected));
    let due = case.open().first().unwrap().due_at.unwrap();
    assert_eq!(due.since(case.clock.now()), chrono::Duration::days(1));
    assert_eq!(attend(&mut case).unwrap_err().code, Code::NotFound, "once");
    case.answer("sam", "approved").unwrap();
    assert_eq!(case.status(), Status::Resolved);
}

#[test]
fn others_of_a_group_go_on_until_the_quorum_is_out_of_reach_then_the_last_resort_is_asked() {
    let mut case = Case1::new(r#"approval("Finance", group("finance"), #{ quorum: 1 }); resolve("x");"#);
    case.submit("ann", None);
    left(&mut case, &["fay"]);
    assert_eq!(attend(&mut case).unwrap_err().code, Code::NotFound, "finn is enough");
    let mut case = Case1::new(r#"approval("Finance", group("finance"), #{ quorum: 2 }); resolve("x");"#);
    case.submit("ann", None);
    case.answer("finn", "approved").unwrap();
    left(&mut case, &["fay"]);
    attend(&mut case).unwrap();
    assert_eq!(case.asked(), ["sam"]);
    case.answer("sam", "approved").unwrap();
    assert_eq!(case.status(), Status::Resolved);
}

#[test]
fn a_quorum_that_nobody_is_left_for_is_lowered_but_never_reached_by_that() {
    let script = r#"approval("All", [user("max"), user("fay"), user("finn")], #{ quorum: "all" }); resolve("x");"#;
    let mut case = Case1::new(script);
    case.submit("ann", None);
    case.answer("max", "approved").unwrap();
    left(&mut case, &["fay", "finn"]);
    attend(&mut case).unwrap();
    assert_eq!((case.status(), case.asked()), (Status::New, vec!["sam".to_owned()]));
    case.answer("sam", "approved").unwrap();
    assert_eq!(case.status(), Status::Resolved);
}

#[test]
fn a_task_of_a_group_without_members_goes_to_its_lead_or_the_last_resort() {
    let script = r#"task("Sort", group("finance")); resolve("x");"#;
    let mut case = Case1::new(script);
    case.submit("ann", None);
    left(&mut case, &["fay"]);
    assert_eq!(attend(&mut case).unwrap_err().code, Code::NotFound);
    left(&mut case, &["fay", "finn"]);
    attend(&mut case).unwrap();
    assert_eq!(case.asked(), ["sam"]);
    assert_eq!(case.open().first().unwrap().arguments.parties.groups, BTreeSet::new());
    case.answer("sam", "done").unwrap();
    assert_eq!(case.status(), Status::Resolved);
}

#[test]
fn a_vote_is_taken_back_and_cast_anew() {
    let script = r#"approval("Finance", group("finance"), #{ quorum: 2 }); resolve("x");"#;
    let mut case = Case1::new(script);
    case.submit("ann", None);
    assert_eq!(withdraw(&mut case, "fay").unwrap_err().code, Code::IllegalOperation, "there is none yet");
    assert_eq!(withdraw(&mut case, "max").unwrap_err().code, Code::Forbidden);
    case.answer("fay", "approved").unwrap();
    withdraw(&mut case, "fay").unwrap();
    assert!(case.logged(EventType::StepWithdrawn));
    assert_eq!((case.votes.len(), case.asked()), (0, vec!["fay".to_owned(), "finn".to_owned()]));
    case.answer("finn", "approved").unwrap();
    assert_eq!(case.status(), Status::New, "one yes was taken back");
    case.answer("fay", "approved").unwrap();
    assert_eq!(case.status(), Status::Resolved);
}

#[test]
fn what_the_policy_wants_with_an_answer_is_asked_for_by_its_place() {
    let mut case = Case1::new(MANAGER);
    case.submit("ann", None);
    let no = StepAnswer { outcome: "rejected".to_owned(), code: Some(" ".to_owned()), ..StepAnswer::default() };
    let refusal = case.say("max", no).unwrap_err();
    let pointers: Vec<_> = refusal.errors.iter().map(|error| (error.pointer.as_str(), error.code.as_str())).collect();
    assert_eq!(pointers, [("/comment", "required"), ("/code", "required")]);
}
