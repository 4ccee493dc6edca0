//! Runs: a request is returned for correction, corrected, sent again; what was
//! answered holds where the same is asked, and nothing is reserved twice.

use crate::support::{Desk, Setup, on_both};
use chrono::Duration;
use serde_json::{Value as Json, json};

/// Two decisions, of which one looks at the model and one at the reason.
const CHAIR: &str = r#"
approval("Boss", manager_of(requested_for), #{ show: ["model"] });
approval("Finance", group("finance"), #{ quorum: 2, show: ["reason"] });
task("Carry it up", group("service-desk"));
resolve("There it stands");
"#;

const REWORK: &str = "question:Correct the request or send it again";

fn chair(setup: Setup) -> Desk {
    let fields = json!({"model": {"type": "string"}, "reason": {"type": "string"}});
    setup.item("chair", fields, CHAIR).start()
}

fn returned(comment: &str) -> Json {
    json!({"outcome": "returned", "comment": comment})
}

on_both! {
    fn a_returned_request_waits_for_whoever_asked_and_is_sent_again(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let step = desk.answering("max", &number, "approval", returned("Which project pays?")).expect(200);
        assert_eq!((step.at("/state"), step.at("/outcome")), (json!("failed"), json!("returned")));
        assert_eq!(desk.waits_for(&number), ["question Correct the request or send it again"]);
        assert_eq!(desk.messages("ann"), ["SR-000001 “Laptop” was returned by Max Lim: Which project pays?"]);
        let asked = desk.as_user("ann").get("/inbox").expect(200);
        assert_eq!(asked.rows(&["kind", "name", "about", "text", "origin"]),
            "question | Correct the request or send it again | Line manager | Which project pays? | person");
        let headline = desk.ticket("ann", &number).text("/headline");
        assert!(headline.starts_with("waits for Ann Weber’s answer"), "{headline}");
        for who in ["max", "fay", "dora", "ada"] {
            assert_eq!(desk.answering(who, &number, REWORK, json!({"outcome": "answered"})).send().status, if who == "fay" { 404 } else { 403 }, "{who}");
        }
        let odd = json!({"outcome": "answered", "output": {"answer": "x"}});
        assert_eq!(desk.answering("ann", &number, REWORK, odd).send().problem(), "422 invalid /output:unknown");
        // A patch that changes nothing leaves it where it is.
        desk.as_user("ann").patch(&format!("/tickets/{number}"), json!({"form": {}})).expect(200);
        assert_eq!(desk.waits_for(&number), ["question Correct the request or send it again"]);
        let again = json!({"outcome": "answered", "comment": "Project Baltic does."});
        desk.answering("ann", &number, REWORK, again).expect(200);
        assert_eq!(desk.waits_for(&number), ["approval Line manager"]);
        assert_eq!(desk.ticket("ann", &number).at("/run"), 2);
        let said = desk.as_user("max").get(&format!("/tickets/{number}/comments")).expect(200);
        assert_eq!(said.rows(&["author/username", "text"]), "ann | Project Baltic does.");
        desk.answer("max", &number, "approval", "approved");
        assert_eq!(desk.waits_for(&number), ["cost"]);
        insta::assert_snapshot!(desk.log(&number).join("\n"), @r#"
        ticket.submitted
        sla.set
        ticket.assigned
        step.opened
        step.settled
        ticket.returned
        step.opened
        step.settled
        comment.added
        ticket.rerun
        ticket.assigned
        step.opened
        step.voted
        step.settled
        step.opened
        "#);
    }

    fn what_is_corrected_is_asked_anew_and_the_rest_holds(setup: Setup) {
        let desk = chair(setup);
        let number = desk.submit("ann", "chair", json!({"model": "oak", "reason": "old"}));
        desk.answer("max", &number, "approval", "approved");
        desk.answer("fay", &number, "approval", "approved");
        desk.answering("finn", &number, "approval", returned("Say what is wrong with the old one.")).expect(200);
        let patch = json!({"form": {"reason": "It has three legs."}});
        let ticket = desk.as_user("ann").patch(&format!("/tickets/{number}"), patch).expect(200);
        assert_eq!((ticket.at("/run"), ticket.at("/form/reason")), (json!(2), json!("It has three legs.")));
        assert_eq!(desk.waits_for(&number), ["approval Finance"], "the boss has seen the model, which is the same");
        assert_eq!(desk.open(&number, "approval")["quorum"]["approved"], 0, "finance sees another reason");
        insta::assert_snapshot!(desk.steps(&number), @r#"
        1 | 0 | approval | Boss | done | approved
        1 | 1 | approval | Finance | failed | returned
        1 | m1 | question | Correct the request or send it again | done | answered
        2 | 0 | approval | Boss | done | approved
        2 | 1 | approval | Finance | open | null
        "#);
        let boss = desk.as_user("ann").get(&format!("/tickets/{number}/steps?run=2")).expect(200).at("/items/0");
        assert!(boss["carried_from"].is_string(), "{boss:#}");
    }

    fn a_vote_holds_where_the_very_same_is_asked_again(setup: Setup) {
        let desk = chair(setup);
        let number = desk.submit("ann", "chair", json!({"model": "oak", "reason": "old"}));
        desk.answer("max", &number, "approval", "approved");
        desk.answer("fay", &number, "approval", "approved");
        desk.answering("finn", &number, "approval", returned("Is it urgent?")).expect(200);
        desk.answering("ann", &number, REWORK, json!({"outcome": "answered", "comment": "It is."})).expect(200);
        assert_eq!(desk.waits_for(&number), ["approval Finance"]);
        assert_eq!(desk.as_user("fay").get("/inbox").expect(200).at("/items"), json!([]), "fay has said yes");
        desk.answer("finn", &number, "approval", "approved");
        assert_eq!(desk.waits_for(&number), ["task Carry it up"]);
    }

    fn a_return_says_why_and_not_every_approval_takes_it(setup: Setup) {
        let script = "approval(\"Boss\", manager_of(requested_for), #{ rework: false });\nresolve(\"x\");\n";
        let desk = setup.item("stool", json!({}), script).start();
        let number = desk.submit("ann", "stool", json!({}));
        assert_eq!(desk.answering("max", &number, "approval", returned("Why?")).send().problem(), "422 invalid /outcome:enum");
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        for silent in [json!({"outcome": "returned"}), json!({"outcome": "returned", "comment": " "})] {
            assert_eq!(desk.answering("max", &number, "approval", silent).send().problem(), "422 invalid /comment:required");
        }
        assert_eq!(desk.answering("ann", &number, "approval", returned("x")).send().problem(), "403 forbidden");
        desk.answer("max", &number, "approval", "approved");
        assert_eq!(desk.answering("ann", &number, "cost", returned("x")).send().problem(), "422 invalid /outcome:enum");
    }

    fn who_typed_it_in_is_asked_as_well(desk: Desk) {
        let wish = json!({"item": "laptop", "form": {"model": "light"}, "requested_for": "ann"});
        let number = desk.as_user("dora").post("/tickets", wish).expect(201).text("/number");
        desk.answering("max", &number, "approval", returned("Which one?")).expect(200);
        let users = desk.open(&number, "question")["for"]["users"].clone();
        let names: Vec<&str> = users.as_array().unwrap().iter().filter_map(|user| user["username"].as_str()).collect();
        assert_eq!(names.len(), 2, "{names:?}");
        assert!(names.contains(&"ann") && names.contains(&"dora"), "{names:?}");
        desk.answering("dora", &number, REWORK, json!({"outcome": "answered"})).expect(200);
        assert_eq!(desk.waits_for(&number), ["approval Line manager"]);
    }

    fn silence_after_a_return_follows_the_policy_for_questions(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.answering("max", &number, "approval", returned("Which one?")).expect(200);
        assert_eq!(desk.ticket("ann", &number).at("/sla/started_at"), json!(null), "the clock waits as well");
        desk.advance(Duration::days(3));
        assert!(desk.messages("ann").iter().any(|text| text.contains("still waits for you")), "{:?}", desk.messages("ann"));
        desk.advance(Duration::days(7));
        let ticket = desk.ticket("ann", &number);
        assert_eq!((ticket.text("/closure_code"), ticket.text("/closure_reason")), ("cancelled_by_user".to_owned(), "no_answer".to_owned()));
    }

    fn a_returned_request_may_be_cancelled(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.answering("max", &number, "approval", returned("Which one?")).expect(200);
        assert_eq!(desk.act("ann", &number, "cancel", json!({})).at("/closure_code"), "cancelled_by_user");
        assert_eq!(desk.waits_for(&number), Vec::<String>::new());
    }

    fn a_call_under_way_is_awaited_and_made_once(setup: Setup) {
        let script = r#"
            let got = parallel(#{
                device: || asset::reserve(#{ model: "light" }),
                yes: || approval("Boss", manager_of(requested_for)),
            });
            resolve(got.device.tag);
        "#;
        let desk = setup.item("stool", json!({"n": {"type": "integer"}}), script).start();
        let number = desk.submit("ann", "stool", json!({"n": 1}));
        desk.answering("max", &number, "approval", returned("How many?")).expect(200);
        assert_eq!(desk.waits_for(&number), ["plugin asset.reserve", "question Correct the request or send it again"]);
        desk.as_user("ann").patch(&format!("/tickets/{number}"), json!({"form": {"n": 2}})).expect(200);
        desk.settle();
        desk.answer("max", &number, "approval", "approved");
        assert_eq!(desk.ticket("ann", &number).text("/resolution"), "LT-000001");
        assert_eq!(desk.submit("ann", "stool", json!({"n": 1})), "SR-000002");
        desk.settle();
        desk.answering("max", "SR-000002", "approval", json!({"outcome": "approved"})).expect(200);
        assert_eq!(desk.ticket("ann", "SR-000002").text("/resolution"), "LT-000002", "one was reserved, not two");
    }

    fn an_event_that_came_and_a_time_that_passed_are_not_waited_for_again(setup: Setup) {
        let script = r#"
            wait("2d");
            wait_for("crane.free");
            approval("Boss", manager_of(requested_for));
            resolve("x");
        "#;
        let desk = setup.item("stool", json!({"n": {"type": "integer"}}), script).start();
        let number = desk.submit("ann", "stool", json!({"n": 1}));
        desk.act("dora", &number, "accept", json!({}));
        desk.advance(Duration::days(2));
        desk.answer("dora", &number, "wait", "arrived");
        desk.as_user("ann").patch(&format!("/tickets/{number}"), json!({"form": {"n": 2}})).expect(200);
        assert_eq!(desk.waits_for(&number), ["approval Boss"]);
    }

    fn a_confirmed_cost_that_holds_stays_confirmed(setup: Setup) {
        let script = r#"
            confirm_cost(50, #{ show: [] });
            approval("Boss", manager_of(requested_for), #{ show: ["n"] });
            resolve("x");
        "#;
        let desk = setup.item("stool", json!({"n": {"type": "integer"}}), script).start();
        let number = desk.submit("ann", "stool", json!({"n": 1}));
        desk.answer("ann", &number, "cost", "confirmed");
        let ticket = desk.as_user("ann").patch(&format!("/tickets/{number}"), json!({"form": {"n": 2}})).expect(200);
        assert_eq!((ticket.at("/waiting_on"), ticket.at("/cost/confirmed")), (json!(["approval"]), json!("50")));
    }

    fn older_runs_stay_readable(setup: Setup) {
        let desk = chair(setup);
        let number = desk.submit("ann", "chair", json!({"model": "oak", "reason": "old"}));
        desk.as_user("ann").patch(&format!("/tickets/{number}"), json!({"form": {"model": "ash"}})).expect(200);
        let steps = |query: &str| desk.as_user("ann").get(&format!("/tickets/{number}/steps{query}")).expect(200).rows(&["run", "name", "state"]);
        assert_eq!(steps("?run=1"), "1 | Boss | cancelled");
        assert_eq!(steps("?run=2"), "2 | Boss | open");
        assert_eq!(steps(""), "1 | Boss | cancelled\n2 | Boss | open");
        assert_eq!(steps("?run=3"), "");
        for wrong in ["?run=x", "?run=0", "?run=-1"] {
            let refused = desk.as_user("ann").get(&format!("/tickets/{number}/steps{wrong}")).send();
            assert_eq!(refused.status, 422, "{wrong}");
        }
        assert_eq!(desk.as_user("fay").get(&format!("/tickets/{number}/steps?run=1")).send().problem(), "404 not_found");
    }
}
