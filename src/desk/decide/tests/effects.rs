//! Effects: what they do to the ticket, and what a script may not ask of them.

use super::*;
use crate::model::ticket::ClosureCode;

const MORE: &[(&str, &str)] = &[
    ("schemas/lists/systems.csv", "name,owner,seats\ncrm,fay,12\nwiki,finn,\n"),
    ("schemas/lists/suppliers.csv", "name,group,user\nContoso,finance,\nAcme,,max\n"),
];

fn ran(script: &str) -> Case1 {
    let policy = policy().replacen(
        "[[intake]]",
        "[local_groups.service-desk]\nRiga = \"finance\"\n[[freezes]]\nname = \"Year end\"\nfrom = 2026-12-18T00:00:00Z\nto = 2027-01-04T00:00:00Z\nservices = [\"mail\"]\n[[intake]]",
        1,
    );
    let mut more = MORE.to_vec();
    more.push(("workflows/policy.toml", &policy));
    let mut case = Case1::in_content(script, people(), &more);
    case.submit("ann", None);
    case
}

fn fault(script: &str) -> String {
    let case = ran(script);
    let ticket = case.ticket();
    assert!(ticket.flags.stuck && case.journal.is_empty(), "{script}");
    let fault = ticket.fault.clone().unwrap();
    assert_eq!((fault.line, fault.file.as_str()), (1, "workflows/thing.rhai"));
    fault.message
}

#[test]
fn fields_are_set_and_the_priority_follows() {
    let case = ran(
        r#"set(#{ impact: "site", urgency: "critical", title: "Mail is down", tags: ["mail"], services: ["mail"], needed_by: now() }); task(`${ticket.priority} ${ticket.title}`, user("max"));"#,
    );
    let ticket = case.ticket();
    assert_eq!((ticket.priority.as_str(), ticket.title.as_str()), ("P1", "Mail is down"));
    assert_eq!(
        (ticket.marks.tags.as_slice(), ticket.marks.services.as_slice()),
        (["mail".to_owned()].as_slice(), ["mail".to_owned()].as_slice())
    );
    assert_eq!(ticket.marks.needed_by, Some(ticket.created_at));
    assert_eq!(case.open().first().unwrap().name, "P1 Mail is down", "a later read sees it");
    let changed =
        case.last.as_ref().unwrap().events.iter().find(|event| event.kind == EventType::TicketChanged).unwrap();
    assert_eq!(changed.data["fields"]["urgency"], json!({"from": "normal", "to": "critical"}));
    assert!(changed.data["fields"].get("category").is_none());
}

#[test]
fn what_the_policy_does_not_know_is_a_fault_with_a_place_and_a_hint() {
    let found = fault(r#"let u = "criticl"; set(#{ urgency: u });"#);
    assert_eq!(found, "set: there is no urgency \"criticl\" — did you mean \"critical\"?");
    assert!(fault(r#"restrict(user("max"));"#).contains("at least one group"));
    assert!(fault(r#"escalate(user("nobody"), "why");"#).contains("nobody behind user(\"nobody\")"));
    assert!(fault(r#"cost("a", 5); cost("b", 5, #{}); cost("c", money(5, "USD"));"#).contains("in EUR, not USD"));
    assert!(fault(r#"let l = "sistems"; lookup(l);"#).contains("schemas/lists/sistems.csv"));
}

#[test]
fn costs_add_up_and_what_comes_again_is_in_no_sum() {
    let case = ran(
        r#"cost("Laptop", "900.00"); cost("Cable", "10.50", #{ actual: true, cost_centre: "4711" }); cost("Rent", 5, #{ every: "month" }); task("t", user("max"));"#,
    );
    let cost = case.ticket().cost.clone().unwrap();
    assert_eq!(
        (cost.estimated.as_deref(), cost.actual.as_deref(), cost.lines.len()),
        (Some("900.00"), Some("10.50"), 3)
    );
    assert_eq!(cost.lines[1].cost_centre.as_deref(), Some("4711"));
}

#[test]
fn escalating_to_a_group_moves_the_work_and_to_a_person_tells_them() {
    let mut case =
        ran(r#"approval("A", user("max")); escalate(group("finance"), "Too hard"); task("t", group("finance"));"#);
    case.carry(case.person("dora"), Target::Ticket(1), Act::Accept).unwrap();
    case.answer("max", "approved").unwrap();
    let ticket = case.ticket();
    assert_eq!((ticket.status, ticket.escalation_level, ticket.group), (Status::Escalated, 1, Some(GroupId(id(100)))));
    assert_eq!(ticket.assignee, None);
    let case = ran(r#"escalate(user("max"), "Major"); task("t", user("max"));"#);
    let ticket = case.ticket();
    assert_eq!((ticket.status, ticket.escalation_level), (Status::New, 0));
    let told: Vec<_> = case.last.as_ref().unwrap().notifications.iter().map(|notice| notice.user).collect();
    assert!(told.contains(&UserId(id(1))) && told.contains(&UserId(id(2))), "max, and who runs the process");
}

#[test]
fn a_restricted_ticket_is_seen_by_one_group_and_who_is_named() {
    let case = ran(r#"restrict([group("finance"), group("service-desk"), user("max")]); task("t", group("finance"));"#);
    assert_eq!(case.ticket().restricted_to, Some(GroupId(id(100))));
    let viewers: Vec<_> = case.last.as_ref().unwrap().viewers.iter().map(|(user, _)| *user).collect();
    assert!(viewers.contains(&UserId(id(2))) && viewers.contains(&UserId(id(6))), "max, and dora of the desk");
}

#[test]
fn stages_notes_links_announcements_and_candidates_are_on_record() {
    let case = ran(
        r#"stage("Planned"); note("Look twice"); link("ci", "printer-7"); announce("Mail moves", #{ services: ["mail"] }); candidate(); task(ticket.stage, user("max"));"#,
    );
    assert_eq!(case.open().first().unwrap().name, "Planned");
    for kind in [
        EventType::TicketStaged,
        EventType::NoteAdded,
        EventType::TicketLinked,
        EventType::AnnouncementMade,
        EventType::KnowledgeProposed,
    ] {
        assert!(case.logged(kind), "{kind:?}");
    }
}

#[test]
fn a_script_may_end_as_cancelled() {
    let case = ran(r#"cancel("Ordered twice");"#);
    assert_eq!((case.status(), case.ticket().closure_code), (Status::Closed, Some(ClosureCode::CancelledByUser)));
}

#[test]
fn local_groups_suppliers_and_the_owner_are_who_they_are_when_the_step_opens() {
    let mut case = ran(
        r#"approval("A", user("max")); set(#{ location: "Riga" }); task("t", local_group("service-desk")); task("quote", supplier("Contoso")); task("call", supplier("Acme")); task("mine", owner);"#,
    );
    case.carry(case.person("dora"), Target::Ticket(1), Act::Accept).unwrap();
    case.answer("max", "approved").unwrap();
    let finance = BTreeSet::from([GroupId(id(100))]);
    assert_eq!(case.open().first().unwrap().arguments.parties.groups, finance, "the branch at Riga");
    case.answer("fay", "done").unwrap();
    assert_eq!(case.open().first().unwrap().arguments.parties.groups, finance, "who deals with Contoso");
    case.answer("fay", "done").unwrap();
    assert_eq!(case.asked(), ["max"]);
    case.answer("max", "done").unwrap();
    assert_eq!(case.asked(), ["dora"]);
}

#[test]
fn lists_freezes_and_working_time_are_read_of_the_desk() {
    let case = ran(r#"
        let crm = lookup("systems", "crm");
        let none = lookup("systems", "erp");
        set(#{ services: ["mail"] });
        let xmas = "2026-12-24T09:00:00Z";
        task(`${crm.owner} ${crm.seats + 1} ${given(none)} ${lookup("systems").len()} ${in_freeze(now())} ${in_freeze(#{ start: xmas, end: xmas })} ${now() - "1wd"}`, user("max"));"#);
    assert_eq!(case.open().first().unwrap().name, "fay 13 false 2 false true 2026-11-20T09:00:00.000000Z");
}
