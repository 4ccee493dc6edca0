//! Priority: from impact and urgency, raised for VIPs, set otherwise with a
//! reason, and always on record.

use crate::support::{Answer, Desk, Setup, on_both};
use serde_json::{Value as Json, json};

fn patch(desk: &Desk, who: &str, number: &str, body: Json) -> Answer {
    desk.as_user(who).patch(&format!("/tickets/{number}"), body).send()
}

/// What the log says of the priority, as somebody sees it.
fn record(desk: &Desk, who: &str, number: &str) -> Vec<Json> {
    let events = desk.as_user(who).get(&format!("/tickets/{number}/events?limit=200")).expect(200);
    events.each("/data/fields/priority").into_iter().filter(|said| !said.is_null()).collect()
}

fn reset(desk: &Desk, who: &str) -> String {
    desk.submit(who, "password-reset", json!({"system": "erp"}))
}

on_both! {
    fn it_follows_impact_and_urgency_on_record_and_due_times_follow_it(desk: Desk) {
        let number = reset(&desk, "ann");
        let before = desk.ticket("dora", &number);
        assert_eq!(before.at("/priority"), "P4");
        assert_eq!(patch(&desk, "ann", &number, json!({"urgency": "high"})).at("/priority"), "P3");
        let after = patch(&desk, "dora", &number, json!({"impact": "site", "urgency": "critical"}));
        assert_eq!(after.at("/priority"), "P1");
        assert!(after.text("/sla/resolve_due") < before.text("/sla/resolve_due"), "P1 is due sooner");
        let said = record(&desk, "dora", &number);
        assert_eq!(said, [json!({"from": "P4", "to": "P3", "reason": "urgency"}),
            json!({"from": "P3", "to": "P1", "reason": "impact and urgency"})]);
        assert_eq!(record(&desk, "ann", &number)[1], json!({"from": "P3", "to": "P1"}));
        assert_eq!(patch(&desk, "ann", &number, json!({"urgency": "critical"})).problem(), "422 invalid /urgency:enum");
        assert_eq!(patch(&desk, "ann", &number, json!({"impact": "site"})).problem(), "403 forbidden");
    }

    fn who_may_sets_another_one_with_a_reason_shown_as_such(desk: Desk) {
        let number = reset(&desk, "ann");
        let due = desk.ticket("dora", &number).text("/sla/resolve_due");
        let set = patch(&desk, "dora", &number, json!({"priority": "P1", "priority_reason": "The board waits for it."}));
        assert_eq!((set.status, set.at("/priority")), (200, json!("P1")));
        assert!(set.text("/sla/resolve_due") < due);
        let shown = |who: &str| desk.ticket(who, &number).json().get("priority_override").cloned().unwrap_or_default();
        let said = shown("lin");
        assert_eq!((&said["by"]["username"], &said["reason"], &said["computed"]), (&json!("dora"), &json!("The board waits for it."), &json!("P4")));
        assert_eq!(said["at"], desk.now().to_string());
        assert_eq!(shown("ann"), Json::Null, "the reason is among staff");
        assert_eq!(record(&desk, "sam", &number), [json!({"from": "P4", "to": "P1", "reason": "The board waits for it.", "computed": "P4"})]);
        assert_eq!(record(&desk, "ann", &number), [json!({"from": "P4", "to": "P1"})]);
        let why = desk.as_user("dora").get(&format!("/tickets/{number}/explain?of=priority")).expect(200).at("/because");
        assert_eq!(why, json!(["set by Dora Petrova: The board waits for it.; the matrix gives P4"]));
        assert_eq!(patch(&desk, "dora", &number, json!({"impact": "group", "urgency": "high"})).at("/priority"), "P1", "it stays");
        assert_eq!(shown("lin")["computed"], "P3");
        let back = patch(&desk, "sam", &number, json!({"priority": null, "priority_reason": "They have it."}));
        assert_eq!((back.at("/priority"), back.json().get("priority_override")), (json!("P3"), None));
        assert_eq!(record(&desk, "sam", &number)[1], json!({"from": "P1", "to": "P3", "reason": "They have it.", "override": "ended"}));
        assert_eq!(patch(&desk, "dora", &number, json!({"impact": "site"})).at("/priority"), "P2", "the matrix decides again");
    }

    fn that_what_somebody_set_has_ended_is_on_record(desk: Desk) {
        let number = reset(&desk, "ann");
        patch(&desk, "dora", &number, json!({"priority": "P1", "priority_reason": "The board waits for it."}));
        patch(&desk, "dora", &number, json!({"impact": "site", "urgency": "critical"}));
        let entries = desk.log(&number).len();
        let back = patch(&desk, "dora", &number, json!({"priority": null}));
        assert_eq!((back.at("/priority"), back.json().get("priority_override")), (json!("P1"), None));
        assert_eq!(record(&desk, "sam", &number).pop().unwrap(), json!({"from": "P1", "to": "P1", "override": "ended"}));
        assert_eq!(desk.log(&number).len(), entries + 1);
        assert_eq!(record(&desk, "ann", &number), [json!({"from": "P4", "to": "P1"})], "to her nothing has changed");
    }

    fn it_is_not_for_everybody_and_not_without_a_reason(desk: Desk) {
        let number = reset(&desk, "ann");
        desk.act("dora", &number, "accept", json!({}));
        desk.act("dora", &number, "assign", json!({"group": "line-2", "assignee": "lin"}));
        let body = json!({"priority": "P1", "priority_reason": "It is urgent."});
        for (who, status) in [("ann", 403), ("lin", 403), ("sam", 200), ("dora", 200)] {
            assert_eq!(patch(&desk, who, &number, body.clone()).status, status, "{who}");
        }
        assert!(patch(&desk, "lin", &number, body).text("/detail").ends_with("agent, service_request_manager."));
        let refused = |body: Json| patch(&desk, "dora", &number, body).problem();
        assert_eq!(refused(json!({"priority": "P2"})), "422 invalid /priority_reason:required");
        assert_eq!(refused(json!({"priority": "P2", "priority_reason": "x"})), "422 invalid /priority_reason:required");
        assert_eq!(refused(json!({"priority": "P7", "priority_reason": "It is urgent."})), "422 invalid /priority:enum");
        assert_eq!(refused(json!({"priority_reason": "It is urgent."})), "422 invalid /priority_reason:alone");
        let long = json!({"priority": "P2", "priority_reason": "x".repeat(2_001)});
        assert_eq!(refused(long), "422 invalid /priority_reason:maxLength");
    }

    fn a_script_that_sets_fields_leaves_a_set_priority_alone(setup: Setup) {
        let script = r#"ask("Where?", requester); set(#{ location: "Riga", impact: "site" }); ask("Sure?", requester); resolve("x");"#;
        let desk = setup.item("thing", json!({}), script).start();
        let number = desk.submit("ann", "thing", json!({}));
        patch(&desk, "dora", &number, json!({"priority": "P1", "priority_reason": "It is urgent."}));
        desk.answering("ann", &number, "question:Where?", json!({"outcome": "answered", "output": {"answer": "Here"}})).expect(200);
        let ticket = desk.ticket("dora", &number);
        assert_eq!((ticket.at("/impact"), ticket.at("/priority"), ticket.at("/priority_override/computed")), (json!("site"), json!("P1"), json!("P3")));
    }

    fn vips_are_raised_seen_by_some_and_visited(desk: Desk) {
        let number = reset(&desk, "viv");
        let seen = |who: &str| {
            let ticket = desk.ticket(who, &number).json();
            (ticket["flags"]["vip"].clone(), ticket["on_site"].clone())
        };
        for who in ["dora", "lin", "sam"] {
            assert_eq!(seen(who), (json!(true), json!(true)), "{who}");
        }
        for who in ["viv", "kim", "ula", "ada"] {
            assert_eq!(seen(who), (json!(false), Json::Null), "{who}");
        }
        for who in ["dora", "lin", "sam"] {
            assert_eq!(desk.as_user(who).get("/tickets?vip=true").expect(200).each("/number"), [json!(number)], "{who}");
        }
        for who in ["viv", "kim", "ula", "ada", "ann"] {
            for path in ["/tickets?vip=true", "/tickets?vip=false&count=true", "/tickets/export.csv?vip=true"] {
                assert_eq!(desk.as_user(who).get(path).send().problem(), "422 invalid /vip:forbidden", "{who} {path}");
            }
            let view = json!({"name": "Them", "filters": "vip=true"});
            assert_eq!(desk.as_user(who).post("/views", view).send().problem(), "422 invalid /filters/vip:forbidden", "{who}");
        }
        let view = json!({"name": "VIPs", "filters": "vip=true", "shared": "all"});
        desk.as_user("sam").post("/views", view).expect(201);
        let has = |who: &str| desk.as_user(who).get("/queues").expect(200).each("/name").contains(&json!("VIPs"));
        assert!(has("dora") && !has("kim"), "a shared view counts them only for who may see them");
        assert_eq!(desk.ticket("dora", &number).at("/priority"), "P3", "one better than the matrix says");
        assert_eq!(desk.messages("sam"), [format!("{number} “Password reset” is for a VIP, Viv Laurent: somebody goes there. Priority P3.")]);
        assert_eq!(patch(&desk, "dora", &number, json!({"impact": "organisation", "urgency": "normal"})).at("/priority"), "P2");
        let other = reset(&desk, "ann");
        assert_eq!(desk.ticket("dora", &other).json().get("on_site"), None);
        assert_eq!(desk.messages("sam").len(), 1);
    }

    fn requesters_say_as_much_as_the_policy_lets_them(setup: Setup) {
        let wish = |impact: &str| json!({"item": "password-reset", "form": {"system": "mail"}, "impact": impact, "urgency": "high"});
        let desk = setup.start();
        let send = |desk: &Desk, who: &str, impact: &str| desk.as_user(who).post("/tickets", wish(impact)).send();
        assert_eq!(send(&desk, "ann", "organisation").problem(), "422 invalid /impact:enum");
        assert_eq!(send(&desk, "ann", "person").expecting(201).at("/priority"), "P3");
        assert_eq!(send(&desk, "dora", "organisation").expecting(201).at("/priority"), "P1");
    }

    fn the_policy_names_the_impacts_of_requesters(setup: Setup) {
        let named = "requester_may = [\"low\", \"normal\", \"high\"]";
        let desk = setup.replaced("workflows/policy.toml", named, &format!("{named}\nrequester_impacts = [\"person\", \"group\"]")).start();
        let wish = |impact: &str| json!({"item": "password-reset", "form": {"system": "mail"}, "impact": impact});
        desk.as_user("ann").post("/tickets", wish("group")).expect(201);
        assert_eq!(desk.as_user("ann").post("/tickets", wish("site")).send().problem(), "422 invalid /impact:enum");
    }
}
