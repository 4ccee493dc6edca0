//! Absences: who stands in, on whose seat, and what comes to them when.

use super::*;
use crate::model::absence::{Absence, Scope};
use crate::model::ids::AbsenceId;
use chrono::Duration;

/// The usual people with mia (8) and zoe (9), whom nobody leads.
fn crowd() -> People {
    let mut users: Vec<User> = people().users().map(|user| User::clone(user)).collect();
    users.extend([user(8, "mia", None, &[], &[]), user(9, "zoe", None, &[], &[])]);
    People::new(users, people().groups().map(|group| Group::clone(group)))
}

fn desk(script: &str) -> Case1 {
    Case1::with(script, crowd())
}

/// `person` is away for two days from in so many hours, `substitute` stands in.
fn absence(case: &Case1, person: &str, substitute: &str, hours: i64) -> Absence {
    let people = &case.world.people;
    let now = Time::parse("2026-11-23T09:00:00Z").unwrap();
    let from = now.plus(Duration::hours(hours));
    Absence {
        id: AbsenceId(id(900 + people.by_username(person).unwrap().id.0.as_u128())),
        person: people.by_username(person).unwrap().id,
        substitute: people.by_username(substitute).unwrap().id,
        from,
        to: from.plus(Duration::days(2)),
        scope: Scope::default(),
        registered_by: people.by_username(person).unwrap().id,
        registered_at: now,
    }
}

fn away(case: &mut Case1, absences: Vec<Absence>) {
    let world = Arc::make_mut(&mut case.world);
    world.people = Arc::new(People::clone(&world.people).with_absences(absences));
}

fn attend(case: &mut Case1) -> Result<(), Refusal> {
    case.carry(Doer::System("people"), Target::Ticket(1), Act::Attend)
}

#[test]
fn an_approval_that_opens_meanwhile_comes_to_the_substitute_who_votes_on_one_seat() {
    let mut case = desk(r#"approval("Both", [user("max"), user("ada")], #{ quorum: "all" }); resolve("x");"#);
    let absences = vec![absence(&case, "max", "mia", 0)];
    away(&mut case, absences);
    case.submit("ann", None);
    assert_eq!(case.asked(), ["max", "ada", "mia"]);
    let changes = case.last.as_ref().unwrap();
    let told: Vec<_> = changes.notifications.iter().map(|it| (it.user, it.text.as_str())).collect();
    let waits = (UserId(id(8)), "{number} waits for you while {person} is away: {step}");
    assert_eq!(told, [waits, (UserId(id(3)), "{number} “{title}” is registered.")]);
    assert!(case.logged(EventType::StepSubstituted));
    case.answer("mia", "approved").unwrap();
    assert_eq!(case.votes.first().unwrap().1.on_behalf_of, Some(UserId(id(2))));
    let voted = case.last.as_ref().unwrap().events.first().unwrap().actor.clone();
    assert_eq!(voted.on_behalf_of, Some(id(2).to_string()), "both names are on record");
    assert_eq!(case.answer("max", "approved").unwrap_err().code, Code::AlreadyVoted, "his seat is taken");
    assert_eq!(case.status(), Status::New);
    case.answer("ada", "approved").unwrap();
    assert_eq!(case.status(), Status::Resolved);
}

#[test]
fn who_is_away_may_still_answer_themselves() {
    let mut case = desk(r#"approval("Boss", user("max")); resolve("x");"#);
    let absences = vec![absence(&case, "max", "mia", 0)];
    away(&mut case, absences);
    case.submit("ann", None);
    case.answer("max", "approved").unwrap();
    assert_eq!((case.status(), case.votes.first().unwrap().1.on_behalf_of), (Status::Resolved, None));
}

#[test]
fn a_substitute_who_is_away_gives_it_one_hop_further_and_no_more() {
    let mut case = desk(r#"approval("Boss", user("max")); resolve("x");"#);
    let absences =
        vec![absence(&case, "max", "mia", 0), absence(&case, "mia", "zoe", 0), absence(&case, "zoe", "ada", 0)];
    away(&mut case, absences);
    case.submit("ann", None);
    assert_eq!(case.asked(), ["max", "zoe"], "zoe is away too, but that is one hop too many");
    assert_eq!(attend(&mut case).unwrap_err().code, Code::NotFound, "and later looks do not add to it");
    case.answer("zoe", "approved").unwrap();
    assert_eq!(case.votes.first().unwrap().1.on_behalf_of, Some(UserId(id(2))), "in the place of max");
}

#[test]
fn nobody_stands_in_for_what_they_asked_for_themselves_or_twice() {
    let script = r#"approval("Both", [user("max"), user("mia")], #{ quorum: 2 }); resolve("x");"#;
    let mut case = desk(script);
    let absences = vec![absence(&case, "max", "mia", 0)];
    away(&mut case, absences);
    case.submit("ann", None);
    case.answer("mia", "approved").unwrap();
    assert_eq!((case.status(), case.asked()), (Status::New, vec!["max".to_owned()]), "she has one voice");
    let mut case = desk(r#"approval("Boss", user("max")); resolve("x");"#);
    let absences = vec![absence(&case, "max", "ann", 0)];
    away(&mut case, absences);
    case.submit("ann", None);
    assert_eq!(case.asked(), ["max"]);
}

#[test]
fn a_scope_keeps_the_rest_away_from_the_substitute() {
    let script = r#"task("Sort", user("max")); approval("Boss", user("max")); resolve("x");"#;
    for (scope, asked) in [
        (Scope { kinds: [RowKind::Approval].into(), ..Scope::default() }, vec!["max"]),
        (Scope { kinds: [RowKind::Task].into(), ..Scope::default() }, vec!["max", "mia"]),
        (Scope { items: ["other".to_owned()].into(), ..Scope::default() }, vec!["max"]),
        (Scope { items: ["thing".to_owned()].into(), ..Scope::default() }, vec!["max", "mia"]),
    ] {
        let mut case = desk(script);
        let absences = vec![Absence { scope, ..absence(&case, "max", "mia", 0) }];
        away(&mut case, absences);
        case.submit("ann", None);
        assert_eq!(case.asked(), asked);
    }
}

#[test]
fn of_several_absences_the_one_registered_last_counts_where_it_fits() {
    let mut case = desk(r#"approval("Boss", user("max")); task("Sort", user("max")); resolve("x");"#);
    let approvals = Scope { kinds: [RowKind::Approval].into(), ..Scope::default() };
    let absences =
        vec![absence(&case, "max", "mia", 0), Absence { scope: approvals, ..absence(&case, "max", "zoe", 0) }];
    away(&mut case, absences);
    case.submit("ann", None);
    assert_eq!(case.asked(), ["max", "zoe"]);
    case.answer("zoe", "approved").unwrap();
    let votes = case.journal.iter().find_map(|row| row.answer.as_ref()).unwrap().output["votes"].clone();
    assert_eq!((&votes[0]["by"], &votes[0]["on_behalf_of"]), (&json!("zoe"), &json!("max")), "scripts may read it");
    assert_eq!(case.asked(), ["max", "mia"]);
}

#[test]
fn a_task_and_a_cost_are_answered_in_the_place_of_who_is_away() {
    for (script, outcome) in [
        (r#"task("Sort", user("max")); resolve("x");"#, "done"),
        (r#"confirm_cost(10, "EUR", #{ who: user("max") }); resolve("x");"#, "confirmed"),
    ] {
        let mut case = desk(script);
        let absences = vec![absence(&case, "max", "mia", 0)];
        away(&mut case, absences);
        case.submit("ann", None);
        let step = case.open().first().unwrap().id;
        case.answer("mia", outcome).unwrap();
        let answer = case.journal.iter().find(|row| row.id == step).unwrap().answer.clone().unwrap();
        assert_eq!((answer.by.unwrap().username, answer.on_behalf_of.unwrap().username), ("mia".into(), "max".into()));
        assert_eq!(case.status(), Status::Resolved);
    }
}

#[test]
fn what_waits_already_comes_to_the_substitute_when_the_absence_begins_and_once() {
    let mut case = desk(r#"approval("Boss", user("max")); resolve("x");"#);
    let absences = vec![absence(&case, "max", "mia", 3)];
    away(&mut case, absences);
    case.submit("ann", None);
    assert_eq!(case.asked(), ["max"], "he is not away yet");
    assert_eq!(attend(&mut case).unwrap_err().code, Code::NotFound);
    case.clock.advance(Duration::hours(3));
    attend(&mut case).unwrap();
    assert_eq!(case.asked(), ["max", "mia"]);
    let seen: Vec<UserId> = case.last.as_ref().unwrap().viewers.iter().map(|(user, _)| *user).collect();
    assert!(seen.contains(&UserId(id(8))), "she sees this ticket now");
    assert_eq!(attend(&mut case).unwrap_err().code, Code::NotFound, "nothing is left to do");
    case.clock.advance(Duration::days(3));
    assert_eq!(attend(&mut case).unwrap_err().code, Code::NotFound);
}

#[test]
fn who_is_away_is_no_rung_of_the_ladder() {
    let mut case = desk(r#"approval("Boss", user("max"), #{ within: "1h", on_timeout: "escalate" }); resolve("x");"#);
    let absences = vec![absence(&case, "sam", "zoe", 0)];
    away(&mut case, absences);
    case.submit("ann", None);
    case.until_due();
    let row = case.open().first().copied().cloned().unwrap();
    assert_eq!(row.arguments.level, 4, "his manager is away, so the last resort is asked at once");
    assert_eq!(case.asked(), ["sam", "max"], "who is sam all the same, where nobody else runs the process");
}
