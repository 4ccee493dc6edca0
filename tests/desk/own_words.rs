//! The words of the language as people meet them: questions, work, waiting,
//! tickets that open others.

use crate::support::{Setup, on_both};
use chrono::Duration;
use serde_json::{Value as Json, json};

/// With an item of this name: its form's properties and its script.
fn item(setup: Setup, name: &str, properties: Json, script: &str) -> Setup {
    let schema = json!({
        "title": name, "x-catalog": {"kind": "request"}, "type": "object",
        "additionalProperties": false, "properties": properties,
    });
    setup.file(&format!("schemas/{name}.json"), &schema.to_string()).file(&format!("workflows/{name}.rhai"), script)
}

on_both! {
    fn a_question_is_answered_by_one_text(setup: Setup) {
        let script = r#"let colour = ask("Which colour?", requester); resolve("Painted " + colour.answer);"#;
        let desk = item(setup, "paint", json!({}), script).start();
        let number = desk.submit("ann", "paint", json!({}));
        assert_eq!(desk.waits_for(&number), ["question Which colour?"]);
        let empty = desk.answering("ann", &number, "question", json!({"outcome": "answered"})).send().problem();
        assert_eq!(empty, "422 invalid /output/answer:required");
        desk.answering("ann", &number, "question", json!({"outcome": "answered", "output": {"answer": "blue"}})).expect(200);
        assert_eq!(desk.ticket("ann", &number).at("/resolution"), "Painted blue");
    }

    fn resolving_a_ticket_by_hand_is_the_report_on_its_work(setup: Setup) {
        let script = r#"
            let fix = handle("Restore the service", group("service-desk"), #{ within: "2wh" });
            if fix.workaround { task("Find the cause", group("line-2")); }
            ask("Does it work again?", requester, #{ within: "1wd", on_timeout: "go_on" });
        "#;
        let desk = item(setup, "outage", json!({}), script).start();
        let number = desk.submit("ann", "outage", json!({}));
        assert_eq!(desk.waits_for(&number), ["work Restore the service"]);
        desk.act("dora", &number, "accept", json!({}));
        let ticket = desk.act("dora", &number, "resolve", json!({"resolution": "Restarted it", "closure_reason": "permanent_fix"}));
        assert_eq!(ticket.at("/status"), "accepted", "the script goes on");
        assert_eq!(desk.waits_for(&number), ["question Does it work again?"]);
        desk.advance(Duration::days(3));
        let ticket = desk.ticket("ann", &number);
        assert_eq!((ticket.at("/status"), ticket.at("/resolution")), (json!("resolved"), json!("Restarted it")));
        let other = desk.submit("ann", "outage", json!({}));
        let report = json!({"outcome": "done", "output": {"resolution": "Rerouted", "workaround": true, "minutes": 15, "cost": "12.50"}});
        desk.answering("dora", &other, "work", report).expect(200);
        assert_eq!(desk.waits_for(&other), ["task Find the cause"]);
        assert_eq!(desk.ticket("ann", &other).at("/cost/actual"), "12.50");
    }

    fn a_date_of_the_form_is_waited_for(setup: Setup) {
        let script = r#"
            wait(form.start_date - "1wd", #{ at: "09:00" });
            stage("Ready");
            wait(form.start_date);
            resolve("Welcome on " + form.start_date);
        "#;
        let dates = json!({"start_date": {"type": "string", "format": "date"}});
        let desk = item(setup, "welcome", dates, script).start();
        let start = (desk.now().utc() + Duration::days(20)).format("%Y-%m-%d").to_string();
        let number = desk.submit("ann", "welcome", json!({"start_date": start}));
        let ticket = desk.ticket("ann", &number);
        assert_eq!((ticket.at("/waiting/0/kind"), ticket.at("/waiting/0/party")), (json!("wait"), json!("time")));
        desk.advance(Duration::days(21));
        let ticket = desk.ticket("ann", &number);
        assert_eq!((ticket.at("/stage"), ticket.at("/resolution")), (json!("Ready"), json!(format!("Welcome on {start}"))));
    }

    fn a_ticket_opens_another_and_waits_for_its_end(setup: Setup) {
        let parent = r#"
            approval("Line manager", manager_of(requested_for));
            let bought = open_ticket("purchase", #{ what: form.what }, #{ approved: true, link: "order" });
            resolve(bought.number + ": " + bought.resolution);
        "#;
        let child = r#"
            approval("Budget", group("finance"));
            task("Buy " + form.what, group("service-desk"));
            resolve("Bought " + form.what, #{ confirm: false });
        "#;
        let what = json!({"what": {"type": "string"}});
        let desk = item(item(setup, "wish", what.clone(), parent), "purchase", what, child).start();
        let number = desk.submit("ann", "wish", json!({"what": "a screen"}));
        desk.answer("max", &number, "approval", "approved");
        desk.settle();
        let waiting = desk.ticket("ann", &number);
        assert_eq!((waiting.at("/waiting/0/kind"), waiting.at("/waiting/0/name")), (json!("ticket"), json!("purchase")));
        let order = waiting.text("/waiting/0/for/0");
        assert_eq!(desk.waits_for(&order), ["task Buy a screen"], "what was approved once is not asked again");
        desk.answer("dora", &order, "task", "done");
        desk.settle();
        assert_eq!(desk.ticket("ann", &order).at("/status"), "closed");
        assert_eq!(desk.ticket("ann", &number).at("/resolution"), format!("{order}: Bought a screen"));
    }

    fn a_ticket_that_was_opened_and_did_not_succeed_is_the_owners_to_judge(setup: Setup) {
        let parent = r#"
            let sub = open_ticket("part", #{});
            resolve("Done with " + sub.number);
        "#;
        let desk = item(item(setup, "whole", json!({}), parent), "part", json!({}), r#"approval("Part", user("sam")); resolve("x");"#).start();
        let number = desk.submit("ann", "whole", json!({}));
        desk.act("dora", &number, "accept", json!({}));
        desk.settle();
        let part = desk.ticket("ann", &number).text("/waiting/0/for/0");
        desk.answering("sam", &part, "approval", json!({"outcome": "rejected", "code": "budget", "comment": "No."})).expect(200);
        desk.settle();
        assert_eq!(desk.ticket("ann", &number).at("/waiting/0/for/0"), "Dora Petrova");
        desk.answer("dora", &number, "ticket", "succeeded");
        assert_eq!(desk.ticket("ann", &number).at("/resolution"), format!("Done with {part}"));
    }

    fn one_open_ticket_serves_all_who_ask_for_it_once(setup: Setup) {
        let parent = r#"
            let stock = open_ticket("refill", #{}, #{ wait: false, once: "toner-7" });
            resolve("Asked for with " + stock.number);
        "#;
        let desk = item(item(setup, "print", json!({}), parent), "refill", json!({}), r#"task("Refill", group("service-desk")); resolve("Full", #{ confirm: false });"#).start();
        let (one, two) = (desk.submit("ann", "print", json!({})), desk.submit("fay", "print", json!({})));
        desk.settle();
        let first = desk.ticket("ann", &one).text("/resolution");
        assert_eq!(desk.ticket("fay", &two).text("/resolution"), first);
        let refill = first.rsplit(' ').next().unwrap().to_owned();
        desk.answer("dora", &refill, "task", "done");
        let three = desk.submit("ann", "print", json!({}));
        desk.settle();
        assert_ne!(desk.ticket("ann", &three).text("/resolution"), first, "that one is closed");
    }

    fn a_ticket_may_be_opened_later(setup: Setup) {
        let parent = r#"
            open_ticket("part", #{}, #{ start: now() + "2d", wait: false });
            resolve("Planned");
        "#;
        let desk = item(item(setup, "whole", json!({}), parent), "part", json!({}), r#"task("Later", group("service-desk")); resolve("x");"#).start();
        desk.submit("ann", "whole", json!({}));
        desk.settle();
        let tickets = || desk.as_user("dora").get("/tickets?item=part").expect(200).each("/number").len();
        assert_eq!(tickets(), 0);
        desk.advance(Duration::hours(49));
        assert_eq!(tickets(), 1);
    }
}
