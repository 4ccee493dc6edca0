//! Escalation by itself: policy.toml `[[escalation]]`, each level once, by the
//! clock of the service level; and the list of all that is escalated.

use crate::support::{Desk, Setup, on_both};
use chrono::Duration;
use maitred::model::policy::Policy;
use serde_json::{Value as Json, json};

const POLICY: &str = "workflows/policy.toml";

/// An item under a service level whose script waits for its work.
fn outage(setup: Setup) -> Desk {
    let script =
        r#"sla("hardware"); handle("Restore it", group("service-desk"), #{ on_timeout: "remind" }); resolve("Done");"#;
    let may = "requester_may = [\"low\", \"normal\", \"high\"]";
    let all = format!("{may}\nrequester_impacts = [\"person\", \"group\", \"site\", \"organisation\"]");
    setup.item("outage", json!({}), script).replaced(POLICY, may, &all).start()
}

fn submit(desk: &Desk, impact: &str, urgency: &str) -> String {
    let wish = json!({"item": "outage", "form": {}, "impact": impact, "urgency": urgency});
    desk.as_user("ann").post("/tickets", wish).expect(201).text("/number")
}

fn with_dan(desk: &Desk, impact: &str, urgency: &str) -> String {
    let number = submit(desk, impact, urgency);
    desk.act("dora", &number, "accept", json!({}));
    desk.act("dora", &number, "assign", json!({"assignee": "dan"}));
    number
}

fn told(desk: &Desk, who: &str, number: &str, percent: u32) -> usize {
    let text = format!("{number} “outage”: {percent} % of the time to resolve it have passed.");
    desk.messages(who).iter().filter(|message| **message == text).count()
}

fn listed(desk: &Desk, who: &str) -> Vec<Json> {
    let mut numbers = desk.as_user(who).get("/tickets?escalated=true").expect(200).each("/number");
    numbers.sort_by_key(Json::to_string);
    numbers
}

on_both! {
    fn who_works_on_it_is_reminded_once_when_most_of_its_time_has_passed(setup: Setup) {
        let desk = outage(setup);
        let number = with_dan(&desk, "person", "normal");
        desk.advance(Duration::days(9) + Duration::hours(4));
        assert_eq!(told(&desk, "dan", &number, 75), 0);
        desk.advance(Duration::hours(1));
        assert_eq!((told(&desk, "dan", &number, 75), told(&desk, "dora", &number, 75), told(&desk, "sam", &number, 75)), (1, 1, 0));
        let events = desk.as_user("ada").get(&format!("/tickets/{number}/events?limit=200")).expect(200);
        assert_eq!(events.each("/type").last().unwrap(), "sla.warned");
        assert_eq!(events.each("/data").last().unwrap(), &json!({"at": 75, "to": ["dan", "dora"]}));
        desk.act("dora", &number, "hold", json!({"code": "supplier"}));
        desk.act("dora", &number, "unhold", json!({}));
        desk.advance(Duration::days(2));
        assert_eq!(told(&desk, "dan", &number, 75), 1, "once");
        assert!(!desk.as_user("ann").get(&format!("/tickets/{number}/events?limit=200")).expect(200).each("/type").contains(&json!("sla.warned")));
    }

    fn the_work_moves_up_where_the_rule_says_so(setup: Setup) {
        let desk = outage(setup);
        let number = with_dan(&desk, "organisation", "high");
        let new = submit(&desk, "organisation", "high");
        assert_eq!(desk.ticket("dora", &number).at("/priority"), "P1");
        desk.advance(Duration::days(1) - Duration::minutes(1));
        assert_eq!(desk.ticket("dora", &number).at("/escalation_level"), 0);
        desk.advance(Duration::minutes(1));
        let ticket = desk.ticket("dora", &number);
        assert_eq!((ticket.at("/status"), ticket.at("/escalation_level"), ticket.at("/group")), (json!("escalated"), json!(1), json!("line-2")));
        assert_eq!((ticket.at("/assignee"), ticket.at("/owner/username")), (Json::Null, json!("dora")));
        assert_eq!(told(&desk, "sam", &number, 100), 1);
        let events = desk.as_user("ada").get(&format!("/tickets/{number}/events?limit=200")).expect(200);
        insta::assert_snapshot!(events.rows(&["type", "actor/name", "data/group", "data/from/group", "data/level", "data/reason", "data/status/to"]), @r#"
        ticket.submitted | Ann Weber |  |  |  |  |
        sla.set | outage |  |  |  |  |
        ticket.assigned | outage | service-desk | null |  |  |
        step.opened | outage |  |  |  |  |
        ticket.accepted | Dora Petrova | service-desk |  |  |  | accepted
        ticket.assigned | Dora Petrova | service-desk | service-desk |  |  | assigned
        sla.warned | service level |  |  |  |  |
        sla.breached | service level |  |  |  |  |
        ticket.escalated | service level | line-2 | service-desk | 1 | 100 % of the time to resolve it have passed | escalated
        "#);
        let untaken = desk.ticket("dora", &new);
        assert_eq!((untaken.at("/status"), untaken.at("/group")), (json!("new"), json!("line-2")), "only the group changes");
    }

    fn managers_are_told_when_it_is_far_too_late(setup: Setup) {
        let desk = outage(setup.replaced(POLICY, "at = 150", "at = 90"));
        let number = with_dan(&desk, "person", "normal");
        desk.advance(Duration::days(11) - Duration::minutes(1));
        assert_eq!(told(&desk, "sam", &number, 90), 0);
        desk.advance(Duration::minutes(2));
        assert_eq!(told(&desk, "sam", &number, 90), 1);
        let ticket = desk.ticket("sam", &number);
        assert_eq!((ticket.at("/status"), ticket.at("/escalation_level"), ticket.at("/assignee/username")), (json!("assigned"), json!(0), json!("dan")));
        assert_eq!(ticket.at("/raised/reason"), "90 % of the time to resolve it have passed");
        assert_eq!(listed(&desk, "sam"), [number]);
    }

    fn the_levels_move_with_pauses_and_end_with_the_ticket(setup: Setup) {
        let desk = outage(setup);
        let number = with_dan(&desk, "person", "normal");
        desk.act("dora", &number, "hold", json!({"code": "customer", "reason": "Which one?"}));
        desk.advance(Duration::days(2));
        desk.as_user("ann").post(&format!("/tickets/{number}/comments"), json!({"text": "The left one."})).expect(201);
        desk.advance(Duration::days(8));
        assert_eq!(told(&desk, "dan", &number, 75), 0, "two working days later");
        let restarted = desk.restart();
        restarted.advance(Duration::days(1) + Duration::hours(5));
        assert_eq!(told(&restarted, "dan", &number, 75), 1);
        restarted.act("dan", &number, "resolve", json!({"resolution": "Up again."}));
        restarted.advance(Duration::days(20));
        assert_eq!(told(&restarted, "sam", &number, 150), 0);
    }

    fn all_that_is_escalated_is_in_one_list(desk: Desk) {
        let numbers: Vec<String> = (0..3).map(|_| desk.submit("ann", "password-reset", json!({"system": "erp"}))).collect();
        for number in &numbers {
            desk.act("dora", number, "accept", json!({}));
        }
        assert_eq!(listed(&desk, "sam"), [Json::Null; 0]);
        let [up, told, other] = numbers.as_slice() else { panic!("three") };
        desk.act("dora", up, "escalate", json!({"group": "line-2", "reason": "Too hard."}));
        desk.act("dora", told, "escalate", json!({"level": "manager", "reason": "They are angry."}));
        assert_eq!(listed(&desk, "sam"), [json!(up), json!(told)]);
        let rest = desk.as_user("sam").get("/tickets?escalated=false&count=true").expect(200);
        assert_eq!((rest.each("/number"), rest.at("/count")), (vec![json!(other)], json!("1")));
        assert_eq!(listed(&desk, "ann"), [json!(up), json!(told)], "her own");
        assert_eq!(listed(&desk, "viv"), [Json::Null; 0], "nobody else's");
        assert_eq!(desk.as_user("sam").get("/tickets?escalated=perhaps").send().problem(), "422 invalid /escalated:enum");
        desk.act("lin", up, "return", json!({"reason": "Not ours.", "suggestion": "Ask them again."}));
        assert_eq!(listed(&desk, "sam"), [json!(told)], "no level is left");
        desk.act("sam", told, "resolve", json!({"resolution": "Done.", "force": "It is done."}));
        assert_eq!(listed(&desk, "sam"), [Json::Null; 0]);
        desk.as_user("ann").post(&format!("/tickets/{told}/reopen"), json!({"reason": "It is not."})).expect(200);
        assert_eq!(listed(&desk, "sam"), [Json::Null; 0], "it begins from below");
    }
}

#[test]
fn faulty_rules_are_named_with_their_line() {
    let policy = include_str!("../../workflows/policy.toml");
    let fault = |from: &str, to: &str| {
        let found = Policy::parse(&policy.replacen(from, to, 1)).unwrap_err();
        found.into_iter().map(|fault| fault.message).collect::<Vec<_>>().join("; ")
    };
    assert_eq!(fault("at = 75 ", "at = 0 "), "`at` is 1 to 1000 per cent");
    assert_eq!(
        fault("tell = [\"assignee\", \"owner\"]", ""),
        "the escalation at 75 per cent moves nothing and tells nobody"
    );
    assert_eq!(fault("priorities = [\"P1\", \"P2\"]", "priorities = [\"P9\"]"), "there is no priority \"P9\"");
    assert!(fault("tell = [\"assignee\", \"owner\"]", "tell = [\"boss\"]").contains("unknown variant `boss`"));
    assert!(fault("until = \"work_begun\"", "until = \"never\"").contains("unknown variant `never`"));
    assert!(fault("clock = \"continue\"", "clock = \"stop\"").contains("unknown variant `stop`"));
}
