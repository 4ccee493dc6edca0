//! Escalation by people: the work moves up, or a manager is told and it stays.

use crate::support::{Desk, on_both};
use serde_json::{Value as Json, json};

fn accepted(desk: &Desk) -> String {
    let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
    desk.act("dora", &number, "accept", json!({}));
    number
}

on_both! {
    fn the_work_moves_and_the_owner_stays(desk: Desk) {
        let number = accepted(&desk);
        let up = desk.act("dan", &number, "escalate", json!({"group": "line-2", "reason": "The service level cannot be met."}));
        assert_eq!((up.at("/status"), up.at("/escalation_level"), up.at("/group")), (json!("escalated"), json!(1), json!("line-2")));
        assert_eq!((up.at("/assignee"), up.at("/owner/username"), up.at("/owner_group")), (Json::Null, json!("dora"), json!("service-desk")));
        let told = format!("{number} was escalated: The service level cannot be met.");
        assert_eq!(desk.messages("sam"), std::slice::from_ref(&told));
        assert_eq!(desk.messages("dora"), [told], "who answers for it knows");
        let taken = desk.act("lin", &number, "assign", json!({"assignee": "lin"}));
        assert_eq!((taken.at("/status"), taken.at("/escalation_level")), (json!("escalated"), json!(1)), "it stays escalated");
    }

    fn a_manager_is_told_and_the_work_stays(desk: Desk) {
        let number = accepted(&desk);
        let before = desk.ticket("dora", &number);
        let told = desk.act("dora", &number, "escalate", json!({"level": "manager", "reason": "The customer is furious."}));
        for same in ["/status", "/escalation_level", "/group", "/assignee/username"] {
            assert_eq!(told.at(same), before.at(same), "{same}");
        }
        assert_eq!((told.at("/raised/by/username"), told.at("/raised/reason")), (json!("dora"), json!("The customer is furious.")));
        assert_eq!(desk.messages("sam"), [format!("{number} was escalated: The customer is furious.")]);
        assert!(desk.ticket("ann", &number).json().get("raised").is_none(), "said among staff");
        let events = desk.as_user("ada").get(&format!("/tickets/{number}/events?limit=200")).expect(200);
        let last = events.each("/data").pop().unwrap();
        assert_eq!(last, json!({"level": "manager", "to": ["sam"], "reason": "The customer is furious."}));
    }

    fn of_a_new_ticket_only_the_group_changes(desk: Desk) {
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        let refused = desk.as_user("dan").post(&format!("/tickets/{number}/escalate"), json!({"reason": "Too many calls."})).send();
        assert_eq!(refused.problem(), "422 invalid /group:required");
        let moved = desk.act("dan", &number, "escalate", json!({"group": "line-2", "reason": "Too many calls."}));
        assert_eq!((moved.at("/status"), moved.at("/group"), moved.at("/owner")), (json!("new"), json!("line-2"), Json::Null));
        let again = desk.act("lin", &number, "escalate", json!({"group": "service-desk", "reason": "It is ours."}));
        assert_eq!((again.at("/status"), again.at("/escalation_level")), (json!("new"), json!(0)));
        assert_eq!(desk.messages("sam").len(), 2, "of what people do the manager hears each time");
        let listed = desk.as_user("sam").get("/tickets?escalated=true&count=true").expect(200);
        assert_eq!(listed.at("/count"), "0", "escalated is what has a level, or a manager was told of");
        let taken = desk.act("dora", &number, "accept", json!({}));
        assert_eq!((taken.at("/status"), taken.at("/escalation_level")), (json!("accepted"), json!(0)));
        let up = desk.act("dora", &number, "escalate", json!({"group": "line-2", "reason": "Too hard."}));
        assert_eq!((up.at("/status"), up.at("/escalation_level")), (json!("escalated"), json!(1)));
    }

    fn wrong_wishes_are_named(desk: Desk) {
        let number = accepted(&desk);
        let refused = |body: Json| desk.as_user("dora").post(&format!("/tickets/{number}/escalate"), body).send().problem();
        assert_eq!(refused(json!({"group": "line-2"})), "422 invalid /reason:required");
        assert_eq!(refused(json!({"group": "line-2", "reason": " "})), "422 invalid /reason:required");
        assert_eq!(refused(json!({"group": "line-9", "reason": "Up."})), "422 invalid /group:unknown");
        assert_eq!(refused(json!({"group": "service-desk", "reason": "Up."})), "422 invalid /group:unchanged");
        assert_eq!(refused(json!({"level": "boss", "reason": "Up."})), "422 invalid /level:enum");
        assert_eq!(refused(json!({"level": "manager", "group": "line-2", "reason": "Up."})), "422 invalid /group:unknown");
        assert_eq!(refused(json!({"reason": "x".repeat(2_001)})), "422 invalid /reason:maxLength");
        assert_eq!(desk.ticket("dora", &number).at("/escalation_level"), 0);
    }

    fn who_may_escalate(desk: Desk) {
        let number = accepted(&desk);
        let told = |who: &str| desk.as_user(who).post(&format!("/tickets/{number}/escalate"), json!({"reason": ""})).send().status;
        for (who, expected) in [("ann", 403), ("max", 404), ("lin", 403), ("kim", 403), ("ula", 403), ("ada", 403), ("dora", 422), ("dan", 422), ("sam", 422)] {
            assert_eq!(told(who), expected, "{who}");
        }
        desk.act("sam", &number, "resolve", json!({"resolution": "Reset.", "force": "It is done."}));
        let late = desk.as_user("dora").post(&format!("/tickets/{number}/escalate"), json!({"reason": "Up."})).send();
        assert!(late.problem().starts_with("409 illegal_operation [owner close"), "{}", late.problem());
        assert_eq!(late.text("/detail"), "You cannot escalate this ticket while it is resolved.");
    }

    fn a_refusal_says_what_the_caller_may_do(desk: Desk) {
        let number = accepted(&desk);
        let refused = |who: &str, operation: &str, body: Json| {
            desk.as_user(who).post(&format!("/tickets/{number}/{operation}"), body).send()
        };
        for who in ["ann", "dora"] {
            let early = refused(who, "close", json!({}));
            assert_eq!(early.json()["allowed"], desk.ticket(who, &number).at("/actions"), "{who}");
        }
        let misread = refused("ann", "close", json!({"remarks": 5}));
        assert_eq!((misread.status, misread.json()["allowed"].clone()), (409, desk.ticket("ann", &number).at("/actions")));
        let no = refused("lin", "assign", json!({"group": "line-2"}));
        assert_eq!((no.status, no.text("/detail").as_str()), (403, "You may not assign this ticket to anybody."));
    }
}
