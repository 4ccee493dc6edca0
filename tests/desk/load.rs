//! How much work lies with a group and with each of its members.

use crate::support::{Setup, on_both};
use chrono::Duration;
use serde_json::json;

on_both! {
    fn open_tickets_and_steps_are_counted_by_member_and_priority(setup: Setup) {
        let desk = setup.replaced("workflows/policy.toml", "group = \"service-desk\"\nby = \"round_robin\"", "group = \"service-desk\"").start();
        let numbers: Vec<String> = (0..4).map(|_| desk.submit("ann", "password-reset", json!({"system": "erp"}))).collect();
        desk.act("dora", &numbers[0], "accept", json!({}));
        desk.act("dora", &numbers[1], "accept", json!({}));
        desk.act("dora", &numbers[1], "assign", json!({"assignee": "dan"}));
        desk.as_user("dora").patch(&format!("/tickets/{}", numbers[0]), json!({"urgency": "high"})).expect(200);
        let step = desk.open(&numbers[1], "task")["id"].as_str().unwrap().to_owned();
        desk.as_user("dan").post(&format!("/steps/{step}/claim"), json!({})).expect(200);
        let until = crate::support::beginning().plus(Duration::hours(5)).to_string();
        let leave = json!({"from": desk.now().to_string(), "to": until, "substitute": "sam"});
        desk.as_user("dan").post("/absences", leave).expect(201);
        let load = desk.as_user("lin").get("/groups/service-desk/load").expect(200);
        insta::assert_snapshot!(format!("{:#}", load.json()), @r#"
        {
          "by_priority": {
            "P3": 1,
            "P4": 3
          },
          "capacity": null,
          "group": "service-desk",
          "members": [
            {
              "absent_until": "2026-11-23T14:00:00.000000Z",
              "awake": true,
              "by_priority": {
                "P4": 1
              },
              "name": "Dan Fischer",
              "steps": 1,
              "tickets": 1,
              "username": "dan"
            },
            {
              "absent_until": null,
              "awake": true,
              "by_priority": {
                "P3": 1
              },
              "name": "Dora Petrova",
              "steps": 0,
              "tickets": 1,
              "username": "dora"
            }
          ],
          "overdue": 0,
          "tickets": 4,
          "unassigned": 2
        }
        "#);
        let own = desk.as_user("dora").get("/users/dora/load").expect(200);
        assert_eq!((own.at("/tickets"), own.at("/owned")), (json!(1), json!(2)));
        desk.answer("dan", &numbers[1], "task", "done");
        assert_eq!(desk.as_user("lin").get("/users/dan/load").expect(200).at("/tickets"), 0, "resolved is no work");
        desk.advance(Duration::days(1));
        let late = |group: &str| desk.as_user("lin").get(&format!("/groups/{group}/load")).expect(200).at("/overdue");
        assert_eq!(late("service-desk").as_i64().unwrap() + late("line-2").as_i64().unwrap(), 3, "some were escalated");
    }

    fn it_is_for_staff_and_counts_only_what_they_may_see(setup: Setup) {
        let script = r#"restrict(group("finance")); assign(user("fay")); handle("Do it", group("finance"));"#;
        let desk = setup.item("secret", json!({}), script).start();
        desk.as_user("ada").patch("/users/fay", json!({"roles": ["handler"]})).expect(200);
        desk.submit("ann", "secret", json!({}));
        let tickets = |who: &str| desk.as_user(who).get("/groups/finance/load").expect(200).at("/members/0/tickets");
        assert_eq!((tickets("fay"), tickets("dora")), (json!(1), json!(0)));
        assert_eq!(desk.as_user("dora").get("/users/fay/load").expect(200).at("/steps"), 0);
        for path in ["/groups/finance/load", "/users/fay/load", "/groups/nowhere/load", "/users/nobody/load"] {
            desk.as_user("ann").get(path).expect(404);
            desk.stranger().get(path).expect(401);
        }
        desk.as_user("dora").get("/groups/nowhere/load").expect(404);
        desk.as_user("ann").get("/users/ann/load").expect(200);
    }
}
