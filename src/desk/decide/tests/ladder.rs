//! `on_timeout: "escalate"`: who is asked in addition, level by level.

use super::*;

fn with_substitute() -> People {
    let mut users: Vec<User> = people().users().map(|user| User::clone(user)).collect();
    users.push(user(8, "mia", Some(7), &[], &[]));
    for user in &mut users {
        if user.username == "max" {
            user.substitute = Some(UserId(id(8)));
        }
    }
    let mut finance = group(100, "finance", &[4, 5]);
    finance.lead = Some(UserId(id(7)));
    People::new(users, [finance, group(101, "service-desk", &[6]), group(102, "empty", &[])])
}

fn asking(script: &str) -> Case1 {
    let mut case = Case1::with(script, with_substitute());
    case.submit("ann", None);
    case
}

fn level(case: &Case1) -> u32 {
    case.open().first().unwrap().arguments.level
}

#[test]
fn first_the_substitute_then_the_manager_then_the_managers_manager() {
    let mut case =
        asking(r#"approval("Boss", user("max"), #{ within: "1wd", on_timeout: "escalate" }); resolve("x");"#);
    case.until_due();
    assert_eq!((level(&case), case.asked()), (1, vec!["max".to_owned(), "mia".to_owned()]));
    case.until_due();
    assert_eq!((level(&case), case.asked()), (2, vec!["sam".to_owned(), "max".to_owned(), "mia".to_owned()]));
    assert!(case.logged(EventType::StepEscalated));
    assert_eq!((case.ticket().escalation_level, case.ticket().status), (0, Status::New), "only the step is marked");
    case.answer("mia", "approved").unwrap();
    assert_eq!(case.votes.first().unwrap().1.on_behalf_of, Some(UserId(id(2))), "she votes in the place of max");
    assert_eq!(case.status(), Status::Resolved);
}

#[test]
fn who_has_voted_is_not_succeeded_and_each_silent_one_has_one_successor() {
    let script = r#"approval("Finance", group("finance"), #{ quorum: 2, within: "1wd", on_timeout: "escalate" }); resolve("x");"#;
    let mut case = asking(script);
    case.answer("fay", "approved").unwrap();
    case.until_due();
    assert_eq!(case.asked(), ["finn", "ada"], "the group's lead for the one who is silent");
    let rule = case.open().first().unwrap().arguments.rule.clone().unwrap();
    assert_eq!(rule.successors, [(UserId(id(7)), UserId(id(5)))]);
    case.answer("ada", "approved").unwrap();
    assert_eq!(case.status(), Status::Resolved);
}

#[test]
fn work_moves_to_the_next_that_it_names_then_to_the_lead_then_the_process_is_told() {
    let script = r#"handle("Fix", group("service-desk"), #{ within: "1wd", on_timeout: "escalate", escalate_to: group("finance") });"#;
    let mut case = asking(script);
    case.carry(case.person("dora"), Target::Ticket(1), Act::Accept).unwrap();
    case.until_due();
    let ticket = case.ticket();
    assert_eq!((ticket.status, ticket.escalation_level), (Status::Escalated, 1));
    assert_eq!((ticket.group, ticket.assignee), (Some(GroupId(id(100))), None));
    let groups = case.open().first().unwrap().arguments.parties.groups.clone();
    assert_eq!(groups, BTreeSet::from([GroupId(id(100)), GroupId(id(101))]), "who was asked may still do it");
    case.until_due();
    let ticket = case.ticket();
    assert_eq!((ticket.escalation_level, ticket.assignee), (2, Some(UserId(id(7)))), "the lead of finance");
    case.until_due();
    assert!(case.asked().contains(&"sam".to_owned()));
    assert_eq!(case.ticket().assignee, Some(UserId(id(7))), "of the last resort the word is asked, not the work");
    let report = StepAnswer {
        outcome: "done".to_owned(),
        output: Some(json!({"resolution": "Fixed"})),
        ..StepAnswer::default()
    };
    case.say("dora", report).unwrap();
    assert_eq!(case.status(), Status::Resolved);
}

#[test]
fn the_requester_is_passed_over() {
    let script = r#"ask("Which budget?", user("ann"), #{ within: "1wd", on_timeout: "escalate" }); resolve("x");"#;
    let mut case = Case1::new(script);
    case.submit("max", Some("ann"));
    case.until_due();
    assert_eq!(case.asked(), ["sam", "ann"], "max asks, so it is his manager");
}

#[test]
fn an_event_that_does_not_come_is_brought_before_those_who_run_the_process() {
    let script = r#"wait_for("billing.paid", #{ within: "1wd", on_timeout: "escalate" }); resolve("x");"#;
    let mut case = asking(script);
    case.until_due();
    assert_eq!(case.asked(), ["sam"]);
    assert!(case.logged(EventType::StepReminded), "and from then on daily");
}

#[test]
fn the_whole_ladder_is_computed_with_names_and_times_as_it_is_then_gone_up() {
    let mut case = asking(r#"approval("Boss", user("max"), #{ within: "1d", on_timeout: "escalate" }); resolve("x");"#);
    let computed = {
        let terms = Terms { world: &case.world, ticket: case.ticket(), votes: &case.votes };
        terms.remaining(case.open().first().unwrap(), case.clock.now())
    };
    let name = |id: &UserId| case.world.people.user(*id).unwrap().username.clone();
    let shown: Vec<_> = computed
        .iter()
        .map(|rung| (rung.level, rung.at.to_string(), rung.people().iter().map(name).collect::<Vec<_>>(), rung.last))
        .collect();
    let asks = |name: &str| vec![name.to_owned()];
    assert_eq!(
        shown,
        [
            (1, "2026-11-24T09:00:00.000000Z".to_owned(), asks("mia"), false),
            (2, "2026-11-25T09:00:00.000000Z".to_owned(), asks("sam"), false),
            // Nobody is above sam, who runs the process and is asked already.
            (4, "2026-11-26T09:00:00.000000Z".to_owned(), vec![], true),
        ]
    );
    for rung in &computed {
        let due = case.open().first().unwrap().due_at.unwrap();
        assert_eq!(due, rung.at);
        case.until_due();
        assert_eq!(level(&case), rung.level);
    }
}

#[test]
fn where_silence_means_something_else_there_is_no_ladder() {
    for option in ["remind", "expire", "go_on", "approve"] {
        let script =
            format!(r#"approval("Boss", user("max"), #{{ within: "1d", on_timeout: "{option}" }}); resolve("x");"#);
        let case = asking(&script);
        let terms = Terms { world: &case.world, ticket: case.ticket(), votes: &case.votes };
        assert!(terms.remaining(case.open().first().unwrap(), case.clock.now()).is_empty(), "{option}");
    }
}
