//! The laptop: one request from the catalog to its close, approved by its
//! manager and by finance, its cost confirmed, its tasks done.

use crate::support::{Desk, Setup, on_both};
use serde_json::json;

const GLANCE: &[&str] = &["status", "headline", "waiting_on", "actions", "version"];

on_both! {
    fn a_dear_laptop_walks_from_the_catalog_to_its_close(desk: Desk) {
        let ann = desk.as_user("ann");
        let item = ann.get("/catalog/laptop").expect(200);
        assert_eq!(item.at("/schema/properties/model/oneOf/1/x-price"), "2100.00");
        let wish = json!({
            "item": "laptop",
            "form": {"model": "pro", "reason": "The old one is slow."},
            "item_version": item.at("/version"),
            "description": "From April on I travel a lot.",
        });
        let made = ann.post("/tickets", wish).expect(201);
        let number = made.text("/number");
        assert_eq!(made.header("location"), Some(format!("/api/v1/tickets/{number}").as_str()));
        assert_eq!(made.header("etag"), Some("\"1\""));
        insta::assert_snapshot!(made.fields(GLANCE), @r#"
        status: "new"
        headline: "waits for Max Lim’s approval (Line manager) since Mon 23 Nov 2026, 10:00, due Wed 25 Nov 2026, 10:00"
        waiting_on: ["approval"]
        actions: ["cancel","change","attach","comment","watch"]
        version: 1
        "#);

        desk.answer("max", &number, "approval", "approved");
        let step = desk.open(&number, "approval");
        assert_eq!((&step["name"], &step["quorum"]["needed"], &step["quorum"]["of"]), (&json!("Finance"), &json!(2), &json!(2)));
        desk.answer("fay", &number, "approval", "approved");
        insta::assert_snapshot!(desk.ticket("ann", &number).fields(GLANCE), @r#"
        status: "new"
        headline: "waits for Finance’s approval (Finance) since Mon 23 Nov 2026, 10:00, due Wed 25 Nov 2026, 10:00"
        waiting_on: ["approval"]
        actions: ["cancel","change","attach","comment","watch"]
        version: 3
        "#);
        desk.answer("finn", &number, "approval", "approved");
        insta::assert_snapshot!(desk.ticket("ann", &number).fields(GLANCE), @r#"
        status: "new"
        headline: "waits for Ann Weber to confirm the cost since Mon 23 Nov 2026, 10:00, due Thu 26 Nov 2026, 10:00"
        waiting_on: ["cost"]
        actions: ["cancel","change","attach","comment","watch"]
        version: 4
        "#);
        desk.answer("ann", &number, "cost", "confirmed");
        insta::assert_snapshot!(desk.ticket("ann", &number).fields(GLANCE), @r#"
        status: "new"
        headline: "waits for Service desk: Prepare the account since Mon 23 Nov 2026, 10:00, due Thu 26 Nov 2026, 10:00, and 1 more"
        waiting_on: ["task","plugin"]
        actions: ["cancel","change","attach","comment","watch"]
        version: 5
        "#);
        desk.act("dora", &number, "accept", json!({}));
        desk.act("dora", &number, "assign", json!({"assignee": "dan"}));
        desk.settle();
        desk.answer("dan", &number, "task:Prepare the account", "done");
        insta::assert_snapshot!(desk.ticket("ann", &number).fields(GLANCE), @r#"
        status: "assigned"
        headline: "waits for Field support: Hand over since Mon 23 Nov 2026, 10:00, due Thu 26 Nov 2026, 10:00"
        waiting_on: ["task"]
        actions: ["cancel","change","attach","comment","watch"]
        version: 9
        "#);
        let handover = json!({"outcome": "done", "output": {"handed_over_to": "Ann Weber"}});
        desk.answering("lin", &number, "task:Hand over", handover).expect(200);
        insta::assert_snapshot!(desk.ticket("ann", &number).fields(GLANCE), @r#"
        status: "resolved"
        headline: "resolved, waits for your confirmation; closes by itself Thu 26 Nov 2026, 10:00"
        waiting_on: []
        actions: ["close","reopen","change","attach","rating","comment","watch"]
        version: 10
        "#);

        let closed = desk.act("ann", &number, "close", json!({}));
        insta::assert_snapshot!(closed.shown(), @r#"
        200
        {
          "accepted_at": "2026-11-23T09:00:00.000000Z",
          "actions": [
            "reopen",
            "attach",
            "rating",
            "comment",
            "watch"
          ],
          "assignee": {
            "name": "Dan Fischer",
            "username": "dan"
          },
          "auto_closed": false,
          "category": "technical",
          "channel": "portal",
          "closed_at": "2026-11-23T09:00:00.000000Z",
          "closure_code": "succeeded",
          "closure_reason": null,
          "cost": {
            "actual": null,
            "confirmed": "2100.00",
            "currency": "EUR",
            "estimated": "2100.00",
            "lines": []
          },
          "created_at": "2026-11-23T09:00:00.000000Z",
          "description": "From April on I travel a lot.",
          "escalation_level": 0,
          "flags": {
            "cancelling": false,
            "on_hold": false,
            "stuck": false,
            "vip": false
          },
          "follow_up": null,
          "form": {
            "model": "pro",
            "reason": "The old one is slow."
          },
          "group": "service-desk",
          "headline": "closed: handled successfully",
          "impact": "person",
          "item": "laptop",
          "kind": "request",
          "location": "Berlin",
          "needed_by": null,
          "number": "SR-000001",
          "opened_by": {
            "name": "Ann Weber",
            "username": "ann"
          },
          "owner": {
            "name": "Dora Petrova",
            "username": "dora"
          },
          "owner_group": "service-desk",
          "priority": "P4",
          "rating": null,
          "rejection_code": null,
          "remarks": null,
          "requested_for": {
            "name": "Ann Weber",
            "username": "ann"
          },
          "requester": {
            "name": "Ann Weber",
            "username": "ann"
          },
          "resolution": "Delivered LT-000001",
          "resolved_at": "2026-11-23T09:00:00.000000Z",
          "restricted_to": null,
          "run": 1,
          "services": [],
          "sla": {
            "name": "hardware",
            "paused": false,
            "resolve_breached": false,
            "resolve_due": "2026-12-07T09:00:00.000000Z",
            "respond_breached": false,
            "respond_due": "2026-11-24T09:00:00.000000Z",
            "responded_at": "2026-11-23T09:00:00.000000Z",
            "started_at": "2026-11-23T09:00:00.000000Z"
          },
          "stage": null,
          "status": "closed",
          "tags": [],
          "title": "Laptop",
          "updated_at": "2026-11-23T09:00:00.000000Z",
          "urgency": "normal",
          "version": 11,
          "waiting": [],
          "waiting_on": [],
          "watching": false
        }
        "#);
        insta::assert_snapshot!(desk.log(&number).join("\n"), @r#"
        ticket.submitted
        sla.set
        ticket.assigned
        step.opened
        step.voted
        step.settled
        step.opened
        step.voted
        step.voted
        step.settled
        step.opened
        step.settled
        step.opened
        step.opened
        ticket.accepted
        ticket.assigned
        step.settled
        step.settled
        step.opened
        step.settled
        notice.sent
        ticket.resolved
        knowledge.decided
        ticket.closed
        rating.asked
        "#);
        let resolved = format!("{number} is resolved: Delivered LT-000001. Please confirm or say what is missing.");
        let told = desk.messages("ann");
        assert_eq!([&told[0], &told[2]], [&resolved, "Your laptop LT-000001 was handed over."]);
        assert!(told.len() == 3 && told[1].starts_with(&format!("{number} “Laptop” is closed. How satisfied are you?")), "{told:?}");
    }

    fn a_cheap_laptop_is_no_matter_for_finance(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.answer("max", &number, "approval", "approved");
        assert_eq!(desk.waits_for(&number), ["cost"]);
        let step = desk.open(&number, "cost");
        assert_eq!(step["arguments"]["amount"], json!({"amount": "900.00", "currency": "EUR"}));
    }

    fn tasks_and_the_reservation_may_come_in_any_order(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.answer("max", &number, "approval", "approved");
        desk.answer("ann", &number, "cost", "confirmed");
        assert_eq!(desk.waits_for(&number), ["task Prepare the account", "plugin asset.reserve"]);
        desk.answer("dora", &number, "task", "done");
        assert_eq!(desk.waits_for(&number), ["plugin asset.reserve"]);
        desk.settle();
        assert_eq!(desk.waits_for(&number), ["task Hand over"]);
        assert_eq!(desk.open(&number, "task")["about"], "LT-000001");
    }

    fn each_laptop_has_a_tag_of_its_own(desk: Desk) {
        let mut tags = Vec::new();
        for _ in 0..3 {
            let number = desk.submit("ann", "laptop", json!({"model": "light"}));
            desk.answer("max", &number, "approval", "approved");
            desk.answer("ann", &number, "cost", "confirmed");
            desk.answer("dora", &number, "task", "done");
            desk.settle();
            tags.push(desk.open(&number, "task")["about"].clone());
        }
        assert_eq!(tags, ["LT-000001", "LT-000002", "LT-000003"]);
    }

    fn the_story_goes_on_after_each_restart(setup: Setup) {
        let mut desk = setup.start();
        let number = desk.submit("ann", "laptop", json!({"model": "pro"}));
        for (who, step, outcome) in [
            ("max", "approval", "approved"),
            ("fay", "approval", "approved"),
            ("finn", "approval", "approved"),
            ("ann", "cost", "confirmed"),
            ("dora", "task", "done"),
        ] {
            let before = desk.ticket("ann", &number).json();
            desk = desk.restart();
            let mut after = desk.ticket("ann", &number).json();
            if step == "task" {
                // The reservation is made as soon as the desk is there again.
                after["waiting"] = before["waiting"].clone();
                for field in ["waiting_on", "version", "headline", "updated_at", "around"] {
                    after[field] = before[field].clone();
                }
            }
            assert_eq!(before, after);
            desk.answer(who, &number, step, outcome);
        }
        desk.settle();
        let handover = json!({"outcome": "done", "output": {"handed_over_to": "Ann Weber"}});
        desk.answering("lin", &number, "task", handover).expect(200);
        assert_eq!(desk.act("ann", &number, "close", json!({})).at("/closure_code"), "succeeded");
    }
}
