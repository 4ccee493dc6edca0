//! What a rule forbids is not reached by another way round: through a parent, a
//! merge, a claim, a made-up contact, a lowered priority, an alias of an item.

use super::kinds::{accepted, of_all_kinds, state};
use crate::support::{Desk, Setup, on_both};
use chrono::Duration;
use maitred::desk::clock::Ids;
use maitred::desk::people::{NewUser, add_user};
use maitred::model::people::Role;
use serde_json::{Value as Json, json};

fn thing(setup: Setup) -> Setup {
    setup.item("thing", json!({}), r#"handle("Do it", group("service-desk"), #{ on_timeout: "remind" });"#)
}

fn working(desk: &Desk, owner: &str) -> String {
    let number = desk.submit("ann", "thing", json!({}));
    desk.act(owner, &number, "accept", json!({}));
    number
}

fn link(desk: &Desk, number: &str, kind: &str, to: &str) {
    desk.as_user("dora").post(&format!("/tickets/{number}/links"), json!({"type": kind, "to": to})).expect(200);
    desk.settle();
}

fn author(desk: &Desk, username: &str, category: &str) {
    let new = NewUser {
        username: username.to_owned(),
        roles: vec![Role::Author],
        categories: vec![category.to_owned()],
        password: Some(username.to_owned()),
        ..NewUser::default()
    };
    add_user(desk.desk.store(), &new, &mut Ids::new(&desk.clock)).unwrap();
    desk.desk.refresh().unwrap();
}

on_both! {
    fn who_may_not_resolve_a_part_resolves_it_with_no_parent(setup: Setup) {
        let desk = thing(setup).item("other", json!({}), r#"handle("Do it", group("service-desk"), #{ on_timeout: "remind" });"#).start();
        desk.as_user("ada").patch("/users/dora", json!({"profile": "scripted", "skills": ["thing"]})).expect(200);
        let (parent, part) = (working(&desk, "dora"), desk.submit("ann", "other", json!({})));
        desk.act("dan", &part, "accept", json!({}));
        link(&desk, &parent, "parent_of", &part);
        let with = json!({"resolution": "By the back door.", "children": true});
        let refused = desk.as_user("dora").post(&format!("/tickets/{parent}/resolve"), with.clone()).send();
        assert_eq!(refused.problem(), "403 forbidden");
        assert!(refused.text("/detail").ends_with(&format!("{part}.")), "{}", refused.text("/detail"));
        assert_eq!(desk.ticket("dan", &part).at("/status"), "accepted");
        // Who might resolve it alone does so with the parent, and is named for it.
        desk.as_user("dan").post(&format!("/tickets/{parent}/resolve"), with).expect(200);
        desk.settle();
        assert_eq!(desk.ticket("dan", &part).at("/status"), "resolved");
        let log = desk.as_user("dan").get(&format!("/tickets/{part}/events?limit=200")).expect(200);
        let told = log.at("/items").as_array().unwrap().iter().find(|event| event["type"] == "master.resolved").cloned().unwrap();
        assert_eq!(told["actor"]["name"], "Dan Fischer");
    }

    fn what_ends_with_its_master_before_anybody_took_it_has_an_owner(setup: Setup) {
        let desk = thing(setup).start();
        let (master, part) = (working(&desk, "dora"), desk.submit("ann", "thing", json!({})));
        link(&desk, &master, "parent_of", &part);
        desk.act("sam", &master, "resolve", json!({"resolution": "Mended.", "children": true}));
        desk.settle();
        let ticket = desk.ticket("sam", &part);
        assert_eq!(ticket.at("/status"), "resolved");
        let owner = ticket.text("/owner/username");
        desk.as_user(&owner).post(&format!("/tickets/{part}/close"), json!({})).expect(200);
    }

    fn a_claim_takes_nothing_out_of_a_hand_without_a_reason(setup: Setup) {
        let desk = thing(setup).start();
        let number = working(&desk, "dora");
        desk.act("dora", &number, "assign", json!({"assignee": "dan"}));
        let step = desk.open(&number, "work")["id"].as_str().unwrap().to_owned();
        let claim = |body: Json| desk.as_user("dora").post(&format!("/steps/{step}/claim"), body).send();
        assert_eq!(claim(json!({})).status, 409);
        assert_eq!(desk.ticket("dora", &number).at("/assignee/username"), "dan");
        assert_eq!(claim(json!({"reason": "He has gone home."})).status, 200);
        assert_eq!(desk.ticket("dora", &number).at("/assignee/username"), "dora");
    }

    fn who_resolves_nothing_merges_nothing(setup: Setup) {
        let desk = thing(setup).start();
        desk.as_user("ada").patch("/users/dora", json!({"profile": "log"})).expect(200);
        let (one, other) = (working(&desk, "dora"), working(&desk, "dora"));
        let wish = json!({"into": other, "reason": "The same."});
        let offered = |who: &str| desk.ticket(who, &one).at("/actions").as_array().unwrap().contains(&json!("merge"));
        assert_eq!((offered("dora"), offered("dan")), (false, true));
        assert_eq!(desk.as_user("dora").post(&format!("/tickets/{one}/merge"), wish.clone()).send().problem(), "403 forbidden");
        let linked = json!({"type": "duplicates", "to": other, "reason": "The same."});
        assert_eq!(desk.as_user("dora").post(&format!("/tickets/{one}/links"), linked).send().problem(), "403 forbidden");
        desk.as_user("dan").post(&format!("/tickets/{one}/merge"), wish).expect(200);
    }

    fn a_contact_of_ones_own_changes_no_approver(desk: Desk) {
        let wish = json!({"item": "laptop", "form": {"model": "light"}, "contact": {"name": "Joe"}});
        let number = desk.as_user("ann").post("/tickets", wish.clone()).expect(201).text("/number");
        let asked = |number: &str| desk.open(number, "approval")["for"]["users"][0]["username"].clone();
        assert_eq!(asked(&number), "max", "her manager");
        // Whom an agent registers it for has no manager here.
        let number = desk.as_user("dora").post("/tickets", wish).expect(201).text("/number");
        assert_eq!(asked(&number), "sam");
    }

    fn a_priority_that_is_lowered_after_the_end_spares_no_call(setup: Setup) {
        let desk = thing(setup).start();
        let number = working(&desk, "dora");
        desk.as_user("dora").patch(&format!("/tickets/{number}"), json!({"impact": "organisation", "urgency": "critical"})).send();
        let urgent = desk.ticket("dora", &number).at("/priority");
        assert_eq!(urgent, "P1");
        desk.act("dora", &number, "resolve", json!({"resolution": "Done"}));
        desk.as_user("dora").patch(&format!("/tickets/{number}"), json!({"impact": "person", "urgency": "low"})).expect(200);
        assert_ne!(desk.ticket("dora", &number).at("/priority"), "P1");
        let close = || desk.as_user("dora").post(&format!("/tickets/{number}/close"), json!({})).send();
        assert_eq!(close().problem(), "409 follow_up_due [follow_up]");
        let call = |body: Json| desk.as_user("dora").post(&format!("/tickets/{number}/follow-up"), body).expect(200);
        call(json!({"reached": true, "satisfied": true, "comment": "Fine", "channel": "phone"}));
        call(json!({"reached": false, "channel": "email"}));
        let made = desk.ticket("dora", &number).at("/follow_up");
        assert_eq!((&made["attempts"], &made["comment"], &made["channel"]), (&json!(2), &json!("Fine"), &json!("phone")), "what was said stands");
        assert_eq!(close().status, 200);
    }

    fn nobody_who_is_away_for_long_is_given_a_ticket_to_answer_for(setup: Setup) {
        let desk = thing(setup).start();
        let number = working(&desk, "dora");
        let at = |hours: i64| crate::support::beginning().plus(Duration::hours(hours)).to_string();
        desk.as_user("dan").post("/absences", json!({"from": at(1), "to": at(400), "substitute": "sam"})).expect(201);
        desk.advance(Duration::days(8));
        let give = || desk.as_user("dora").post(&format!("/tickets/{number}/owner"), json!({"owner": "dan", "reason": "You take it."})).send();
        assert_eq!(give().problem(), "422 invalid /owner:away");
        desk.advance(Duration::days(10));
        assert_eq!(give().status, 200, "he is back");
    }

    fn what_was_approved_of_a_change_is_not_exchanged_afterwards(setup: Setup) {
        let script = r#"set(#{ risk: "medium", plan: form.plan, window: form.window }); approval("Board", user("sam")); task("Do it", group("service-desk"));"#;
        let window = json!({"type": "object", "properties": {"start": {"type": "string", "format": "date-time"}, "end": {"type": "string", "format": "date-time"}}});
        let setup = setup.item("swap", json!({"plan": {"type": "string"}, "window": window}), script);
        let desk = setup.replaced("schemas/swap.json", "\"kind\":\"request\"", "\"kind\":\"change\"").start();
        let wish = json!({"plan": "Slowly", "window": {"start": "2026-12-01T20:00:00Z", "end": "2026-12-01T22:00:00Z"}});
        let number = desk.submit("dora", "swap", wish);
        desk.answer("sam", &number, "approval", "approved");
        let patch = |change: Json| desk.as_user("dora").patch(&format!("/tickets/{number}"), json!({"change": change})).send().problem();
        assert_eq!(patch(json!({"plan": "Another way"})), "422 invalid /change/plan:of_form");
        assert_eq!(patch(json!({"risk": {"level": "low"}})), "422 invalid /change/risk:of_form");
        assert_eq!(patch(json!({"services": ["mail"]})), "422 invalid /change/services:of_form");
        // What nobody has said so far may be said.
        desk.as_user("dora").patch(&format!("/tickets/{number}"), json!({"change": {"back_out": "Put the old one in"}})).expect(200);
    }

    fn a_window_may_end_when_changes_begin_to_rest(setup: Setup) {
        let desk = of_all_kinds(setup).start();
        let number = accepted(&desk, "swap");
        let window = |to: &str| state(&desk, "dora", &number, json!({"change": {"window": {"from": "2026-12-17T20:00:00Z", "to": to}}}));
        assert_eq!(window("2026-12-18T00:00:01Z").status, 422);
        assert_eq!(window("2026-12-18T00:00:00Z").status, 200);
    }

    fn an_item_of_ones_own_is_not_hung_on_the_workflow_of_others(desk: Desk) {
        author(&desk, "aut", "technical");
        author(&desk, "eve", "access");
        let text = std::fs::read_to_string(crate::support::top().join("schemas/access-rights.json")).unwrap();
        let mut form: Json = serde_json::from_str(&text).unwrap();
        form["x-catalog"]["category"] = json!("technical");
        form["x-catalog"]["workflow"] = json!("access-rights");
        let wish = json!({"files": {"schemas/alias.json": form.to_string()}});
        let check = |who: &str, wish: &Json| desk.as_user(who).post("/releases/check", wish.clone()).send();
        assert!(check("aut", &wish).problem().starts_with("403 forbidden"));
        let own = std::fs::read_to_string(crate::support::top().join("workflows/access-rights.rhai")).unwrap();
        assert_eq!(check("eve", &json!({"files": {"workflows/access-rights.rhai": own}})).status, 200);
    }

    fn a_title_that_somebody_said_stays(desk: Desk) {
        let form = json!({"subject": "Screen", "wish": "It flickers.", "area": "it"});
        let ask = |more: Json| {
            let mut wish = json!({"item": "general-request", "form": form});
            wish.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            desk.as_user("ann").post("/tickets", wish).expect(201).text("/number")
        };
        assert_eq!(desk.ticket("ann", &ask(json!({}))).at("/title"), "Screen", "the script gives it");
        assert_eq!(desk.ticket("ann", &ask(json!({"title": "My own"}))).at("/title"), "My own");
    }

    fn what_is_closed_to_others_is_seen_by_the_group_that_is_to_do_it(setup: Setup) {
        let desk = thing(setup).start();
        let number = working(&desk, "dora");
        desk.as_user("dora").post(&format!("/tickets/{number}/restrict"), json!({"group": "service-desk", "reason": "Private"})).expect(200);
        desk.as_user("lin").get(&format!("/tickets/{number}")).expect(404);
        desk.act("dora", &number, "assign", json!({"group": "line-2", "reason": "For you"}));
        desk.as_user("lin").get(&format!("/tickets/{number}")).expect(200);
    }

    fn a_log_names_no_ticket_that_was_closed_to_its_reader_since(setup: Setup) {
        let desk = thing(setup).start();
        let (open, other) = (working(&desk, "dora"), working(&desk, "dora"));
        let wish = json!({"type": "relates_to", "to": other, "reason": "See the secret thing"});
        desk.as_user("dora").post(&format!("/tickets/{open}/links"), wish).expect(200);
        desk.settle();
        let log = |who: &str| desk.as_user(who).get(&format!("/tickets/{open}/events?limit=200")).expect(200).json().to_string();
        assert!(log("lin").contains(&other));
        desk.as_user("dora").post(&format!("/tickets/{other}/restrict"), json!({"group": "service-desk", "reason": "Private"})).expect(200);
        assert!(!log("lin").contains(&other) && !log("lin").contains("secret thing"), "{}", log("lin"));
        assert!(log("dora").contains(&other), "who sees it reads as before");
    }

    fn a_table_with_a_column_twice_is_refused(desk: Desk) {
        let csv = "requested_for,thing,thing\nann,mouse,keyboard\n";
        let refused = desk.as_user("dora").post("/tickets/batch", json!({"item": "peripherals", "csv": csv})).send();
        assert_eq!(refused.problem(), "422 invalid /csv:csv");
    }
}
