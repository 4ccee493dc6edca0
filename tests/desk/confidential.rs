//! Confidential tickets: whom they are closed to, everywhere; who closes and
//! opens them; and that looking at one is on record.

use crate::support::{Desk, Setup, on_both};
use chrono::Duration;
use serde_json::{Value as Json, json};

const PEOPLE: [&str; 13] =
    ["ann", "max", "mia", "fay", "finn", "viv", "dora", "dan", "lin", "sam", "kim", "ula", "ada"];

/// Who sees a ticket, by its page and in lists, which must agree.
fn viewers(desk: &Desk, number: &str) -> Vec<&'static str> {
    let sees = |who: &&str| {
        let client = desk.as_user(who);
        let shown = client.get(&format!("/tickets/{number}")).send().status == 200;
        let list = client.get("/tickets?count=true&limit=200").expect(200);
        assert_eq!(list.each("/number").contains(&json!(number)), shown, "{who}");
        assert_eq!(list.at("/count"), json!(list.each("/number").len().to_string()), "{who}");
        shown
    };
    PEOPLE.into_iter().filter(sees).collect()
}

/// A ticket of ann's that dora owns and that waits for the service desk.
fn a_ticket(desk: &Desk) -> String {
    let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
    desk.act("dora", &number, "accept", json!({}));
    number
}

fn restricts(desk: &Desk, who: &str, number: &str, body: Json) -> crate::support::Answer {
    desk.as_user(who).post(&format!("/tickets/{number}/restrict"), body).send()
}

fn to_line_2() -> Json {
    json!({"group": "line-2", "reason": "A matter of the staff."})
}

on_both! {
    fn it_is_closed_to_all_staff_but_a_group_and_whom_it_concerns(desk: Desk) {
        let number = a_ticket(&desk);
        let step = desk.open(&number, "task")["id"].as_str().unwrap().to_owned();
        assert_eq!(viewers(&desk, &number), ["ann", "dora", "dan", "lin", "sam", "kim", "ula", "ada"]);
        assert_eq!(restricts(&desk, "sam", &number, to_line_2()).status, 204, "sam does not see it any more");
        // Dora is its owner; dan is of the group that its open task waits for.
        assert_eq!(viewers(&desk, &number), ["ann", "dora", "dan", "lin"]);
        assert_eq!(desk.ticket("lin", &number).at("/restricted_to"), "line-2");
        desk.as_user("dan").post(&format!("/steps/{step}/answer"), json!({"outcome": "done"})).expect(200);
    }

    fn every_way_to_it_is_closed_to_others(desk: Desk) {
        let number = a_ticket(&desk);
        let step = desk.open(&number, "task")["id"].as_str().unwrap().to_owned();
        restricts(&desk, "dora", &number, to_line_2());
        for who in ["sam", "ada", "ula", "kim", "max", "fay"] {
            let client = desk.as_user(who);
            for path in ["", "/events", "/steps", "/comments", "/explain"] {
                assert_eq!(client.get(&format!("/tickets/{number}{path}")).send().problem(), "404 not_found", "{who} {path}");
            }
            assert_eq!(client.get(&format!("/steps/{step}")).send().problem(), "404 not_found", "{who}");
            for operation in ["accept", "assign", "cancel", "comments", "resolve", "restrict", "resume"] {
                let body = json!({"group": "line-2", "reason": "x", "text": "x", "resolution": "x"});
                let told = client.post(&format!("/tickets/{number}/{operation}"), body).send();
                assert_eq!(told.at("/code"), "not_found", "{who} {operation}: {}", told.shown());
            }
            for query in ["q=password", "requester=ann", "item=password-reset", "owner=dora", "waiting_on=task", "status=accepted"] {
                assert_eq!(client.get(&format!("/tickets?{query}&count=true")).expect(200).at("/count"), "0", "{who} {query}");
            }
            assert!(!client.get("/inbox").expect(200).shown().contains(&number), "{who}");
        }
        let figures = desk.as_user("ada").get("/metrics").expect(200);
        assert!(!String::from_utf8_lossy(&figures.body).contains(&number), "a label says nothing of it");
    }

    fn messages_about_it_are_hidden_from_who_does_not_see_it(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.act("dora", &number, "accept", json!({}));
        desk.act("dora", &number, "assign", json!({"group": "field-support"}));
        desk.act("dora", &number, "escalate", json!({"group": "line-2", "reason": "We cannot."}));
        let about = |who: &str| desk.messages(who).iter().filter(|text| text.contains(&number)).count();
        assert!(about("sam") > 0, "the manager was told");
        restricts(&desk, "dora", &number, to_line_2());
        assert_eq!(about("sam"), 0);
        desk.as_user("ada").post(&format!("/tickets/{number}/unrestrict"), json!({"reason": "Settled."})).expect(200);
        assert!(about("sam") > 0);
    }

    fn who_may_close_and_open_it(desk: Desk) {
        let number = a_ticket(&desk);
        for (who, code) in [("ann", "403 forbidden"), ("kim", "403 forbidden"), ("ula", "403 forbidden"), ("ada", "403 forbidden"), ("max", "404 not_found")] {
            assert_eq!(restricts(&desk, who, &number, to_line_2()).problem(), code, "{who}");
        }
        let wrong = |body: Json| restricts(&desk, "dora", &number, body).problem();
        assert_eq!(wrong(json!({"group": "nobodys", "reason": " "})), "422 invalid /reason:required /group:unknown");
        assert_eq!(wrong(json!({"group": "board", "reason": "x"})), "422 invalid /group:empty", "viv is no staff");
        assert_eq!(wrong(json!({"group": "line-2"})), "422 invalid /reason:required");
        let lifts = |who: &str, body: Json| desk.as_user(who).post(&format!("/tickets/{number}/unrestrict"), body).send();
        assert_eq!(lifts("sam", json!({"reason": "x"})).at("/code"), "illegal_operation");
        assert!(!desk.ticket("sam", &number).at("/actions").to_string().contains("unrestrict"));
        assert_eq!(restricts(&desk, "dora", &number, to_line_2()).status, 200, "the owner goes on seeing it");
        assert_eq!(wrong(to_line_2()), "422 invalid /group:same");
        for (who, code) in [("ann", "403 forbidden"), ("dora", "403 forbidden"), ("kim", "404 not_found"), ("ula", "404 not_found"), ("max", "404 not_found")] {
            assert_eq!(lifts(who, json!({"reason": "x"})).problem(), code, "{who}");
        }
        assert_eq!(lifts("lin", json!({"reason": ""})).problem(), "422 invalid /reason:required");
        assert_eq!(lifts("lin", json!({"reason": "x"})).status, 200);
        assert_eq!(viewers(&desk, &number).len(), 8);
        // An admin who does not see it opens it on record, and its group is told.
        restricts(&desk, "dora", &number, to_line_2());
        assert_eq!(lifts("ada", json!({"reason": "Nobody of them is here."})).status, 200);
        let told = "is not confidential any more: Ada Sokolova opened it to all staff. Nobody of them is here.";
        assert!(desk.messages("lin").iter().any(|text| text.contains(told)), "{:?}", desk.messages("lin"));
        let log = desk.as_user("ada").get(&format!("/tickets/{number}/events")).expect(200);
        let shown = log.rows(&["type", "actor/name", "data/group", "data/reason"]);
        assert!(shown.contains("ticket.unrestricted | Ada Sokolova | line-2 | Nobody of them is here."), "{shown}");
        assert!(!desk.as_user("ann").get(&format!("/tickets/{number}/events")).expect(200).shown().contains("ticket.unrestricted"));
    }

    fn opening_one_is_on_record_once_per_person_and_hour(desk: Desk) {
        let number = a_ticket(&desk);
        desk.as_user("lin").get(&format!("/tickets/{number}")).expect(200);
        let step = desk.open(&number, "task")["id"].as_str().unwrap().to_owned();
        assert!(!desk.log(&number).contains(&"ticket.viewed".to_owned()), "what is open to all staff is not");
        restricts(&desk, "dora", &number, to_line_2());
        let views = || {
            // Ann's own look is not on record; the log is read from below.
            let world = desk.desk.world();
            let sight = maitred::model::view::Sight::of(world.people.by_username("lin").unwrap());
            let mut reader = desk.desk.store().reader().unwrap();
            let ticket = reader.seen(maitred::model::ticket::parse_number(&number).unwrap(), &sight).unwrap().unwrap();
            let events = reader.events(ticket.id, 0, 200).unwrap();
            let looks = events.iter().filter(|event| event.kind.as_str() == "ticket.viewed");
            looks.map(|event| event.actor.name.clone()).collect::<Vec<_>>()
        };
        desk.ticket("ann", &number);
        desk.as_user("lin").get("/tickets").expect(200);
        assert_eq!(views(), [""; 0], "a list opens nothing");
        let shown = desk.ticket("lin", &number);
        assert_eq!(views(), ["Lin Wei"]);
        let says = desk.as_user("lin").post(&format!("/tickets/{number}/comments"), json!({"text": "I see to it."}));
        says.if_match(&shown.at("/version")).expect(201);
        for path in ["/events", "/steps", "/comments", "/explain"] {
            desk.as_user("lin").get(&format!("/tickets/{number}{path}")).expect(200);
        }
        assert_eq!(views(), ["Lin Wei"]);
        desk.as_user("dora").get(&format!("/steps/{step}")).expect(200);
        assert_eq!(views(), ["Lin Wei", "Dora Petrova"], "a step opens it, too");
        desk.as_user("sam").get(&format!("/tickets/{number}")).expect(404);
        desk.advance(Duration::hours(1));
        desk.as_user("lin").get(&format!("/tickets/{number}/comments")).expect(200);
        assert_eq!(views(), ["Lin Wei", "Dora Petrova", "Lin Wei"]);
        let log = desk.as_user("ann").get(&format!("/tickets/{number}/events")).expect(200).shown();
        assert!(!log.contains("ticket.viewed"), "who looked is for staff: {log}");
    }

    fn whatever_of_one_is_opened_by_itself_is_on_record(desk: Desk) {
        let number = a_ticket(&desk);
        let at = |part: &str| format!("/tickets/{number}{part}");
        let lin = desk.as_user("lin");
        let comment = lin.post(&at("/comments"), json!({"text": "I look."})).expect(201).text("/id");
        let work = lin.post(&at("/work"), json!({"minutes": 5})).expect(201).text("/id");
        let start = desk.now().plus(Duration::hours(30));
        let meeting = json!({"start": start, "end": start.plus(Duration::hours(1))});
        let meeting = desk.as_user("dora").post(&at("/appointments"), meeting).expect(201).text("/id");
        let file = lin.upload("a.txt", "x").expect(201).text("/id");
        lin.post(&at("/attachments"), json!({"attachment": file})).expect(201);
        restricts(&desk, "dora", &number, to_line_2());
        let opened = || {
            let events = lin.get(&at("/events?limit=200")).expect(200).each("/type");
            events.iter().filter(|kind| *kind == "ticket.viewed").count()
        };
        let before = opened();
        for (n, path) in [format!("/comments/{comment}"), format!("/work/{work}"), format!("/appointments/{meeting}"),
            format!("/appointments/{meeting}/invitation.ics"), format!("/attachments/{file}"), format!("/attachments/{file}/content")].iter().enumerate() {
            desk.advance(Duration::hours(1));
            lin.get(path).expect(200);
            // To count is to look, within the same hour.
            assert_eq!(opened(), before + n + 1, "{path}");
        }
    }

    fn an_item_may_say_that_its_tickets_are_confidential(setup: Setup) {
        let desk = setup
            .replaced("schemas/password-reset.json", "\"kind\": \"request\",", "\"kind\": \"request\", \"restricted_to\": \"line-2\",")
            .start();
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        // Its task waits for the service desk, whose members are asked.
        assert_eq!(viewers(&desk, &number), ["ann", "dora", "dan", "lin"]);
    }

    fn a_script_may_close_it_later_and_those_it_waits_for_go_on(setup: Setup) {
        let script = "let two = parallel(#{ a: || task(\"Look\", group(\"service-desk\")), b: || { approval(\"Head\", user(\"max\")); restrict([group(\"line-2\"), user(\"fay\")]); } });\nresolve(\"done\");";
        let desk = setup.item("inquiry", json!({}), script).start();
        let number = desk.submit("ann", "inquiry", json!({}));
        assert_eq!(viewers(&desk, &number), ["ann", "max", "dora", "dan", "lin", "sam", "kim", "ula", "ada"]);
        desk.answer("max", &number, "approval", "approved");
        assert_eq!(viewers(&desk, &number), ["ann", "max", "fay", "dora", "dan", "lin"]);
        let step = desk.as_user("dan").get("/inbox").expect(200).each("/id")[0].as_str().unwrap().to_owned();
        desk.as_user("dan").post(&format!("/steps/{step}/answer"), json!({"outcome": "done"})).expect(200);
    }

    fn what_was_done_on_a_confidential_child_is_not_said_to_its_parent(setup: Setup) {
        let desk = setup
            .replaced("schemas/password-reset.json", "\"kind\": \"request\",", "\"kind\": \"request\", \"restricted_to\": \"line-2\",")
            .item("parent", json!({}), "let child = open_ticket(\"password-reset\", #{ system: \"erp\" });\ntask(\"Go on\", group(\"service-desk\"));\nresolve(\"ok\");")
            .start();
        let number = desk.submit("ann", "parent", json!({}));
        desk.settle();
        let child = desk.as_user("lin").get("/tickets?item=password-reset").expect(200).text("/items/0/number");
        let step = desk.as_user("lin").get(&format!("/tickets/{child}/steps")).expect(200).each("/id")[0].as_str().unwrap().to_owned();
        desk.as_user("dora").post(&format!("/steps/{step}/answer"), json!({"outcome": "done", "comment": "the word is swordfish"})).expect(200);
        desk.as_user("ann").post(&format!("/tickets/{child}/close"), json!({})).send();
        desk.advance(Duration::days(10));
        assert_eq!(desk.waits_for(&number), ["task Go on"]);
        let shown = desk.as_user("sam").get(&format!("/tickets/{number}/steps?all=true")).expect(200).shown();
        let resolution = desk.as_user("lin").get(&format!("/tickets/{child}")).expect(200).text("/resolution");
        assert!(shown.contains(&child) && !resolution.is_empty() && !shown.contains(&resolution), "{shown}");
    }

    fn plans_leave_it_out_for_who_does_not_see_it(desk: Desk) {
        let (open, secret) = (a_ticket(&desk), a_ticket(&desk));
        restricts(&desk, "dora", &secret, to_line_2());
        let source = desk.as_user("ada").get("/workflows/password-reset").expect(200).text("/source");
        let source = source.replace("task(\"", "task(\"New ");
        let plan = desk.as_user("ada").post("/workflows/password-reset/plan", json!({"source": source})).expect(200).shown();
        assert!(plan.contains(&open) && !plan.contains(&secret), "{plan}");
        let wish = json!({"source": source, "migrate": "matching"});
        let told = desk.as_user("ada").call("PUT", "/workflows/password-reset").json(&wish).expect(200).shown();
        assert!(told.contains(&open) && !told.contains(&secret), "{told}");
    }
}
