//! Who may not: one table of every person against every route, by a ticket in
//! the middle of its life. `If-Match` with a stale version stands for "yes":
//! who may do it gets 412, who may not 403, who may not even see it 404.

use crate::support::{Desk, Setup, on_both};
use serde_json::{Value as Json, json};

const PEOPLE: [&str; 13] =
    ["ann", "max", "mia", "fay", "finn", "viv", "dora", "dan", "lin", "sam", "kim", "ula", "ada"];

/// What people do to a ticket.
const OPERATIONS: [(&str, &str); 13] = [
    ("PATCH", ""),
    ("POST", "/accept"),
    ("POST", "/assign"),
    ("POST", "/return"),
    ("POST", "/escalate"),
    ("POST", "/owner"),
    ("POST", "/resolve"),
    ("POST", "/close"),
    ("POST", "/reopen"),
    ("POST", "/cancel"),
    ("POST", "/comments"),
    ("POST", "/resume"),
    ("GET", "/steps?all=true"),
];

/// One line for each person: what each operation is answered.
fn table(desk: &Desk, number: &str) -> String {
    let mut lines = vec![
        "      ".to_owned()
            + "PATCH accept assign return escalate owner resolve close reopen cancel comments resume steps?all",
    ];
    for person in PEOPLE {
        let client = desk.as_user(person);
        let mut line = format!("{person:5}");
        for (method, path) in OPERATIONS {
            let call = client.call(method, &format!("/tickets/{number}{path}"));
            let body = match path {
                "/resolve" => json!({"resolution": "Done."}),
                "/return" => json!({"reason": "Not ours.", "suggestion": "Ask them."}),
                "/owner" => json!({"owner": "dan", "reason": "Away."}),
                "/escalate" | "/reopen" => json!({"reason": "It is urgent."}),
                "/comments" => json!({"text": "Hello."}),
                _ => json!({}),
            };
            let call = if method == "GET" { call } else { call.json(&body).if_match(&json!(99)) };
            line.push_str(&format!(" {}", call.send().status));
        }
        lines.push(line);
    }
    lines.join("\n")
}

/// One line for each person: what answering the step is answered.
fn answers(desk: &Desk, number: &str, which: &str) -> String {
    let step = desk.open(number, which)["id"].as_str().unwrap().to_owned();
    let status = |person: &&str| {
        let call = desk.as_user(person).post(&format!("/steps/{step}/answer"), json!({"outcome": "done"}));
        format!("{person} {}", call.if_match(&json!(99)).send().status)
    };
    PEOPLE.iter().map(status).collect::<Vec<_>>().join(", ")
}

on_both! {
    fn what_may_be_done_to_a_new_ticket_and_by_whom(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        insta::assert_snapshot!(table(&desk, &number), @r#"
              PATCH accept assign return escalate owner resolve close reopen cancel comments resume steps?all
        ann   412 403 403 403 403 403 403 412 412 412 412 403 403
        max   403 403 403 403 403 403 403 403 403 403 412 403 403
        mia   404 404 404 404 404 404 404 404 404 404 404 404 404
        fay   404 404 404 404 404 404 404 404 404 404 404 404 404
        finn  404 404 404 404 404 404 404 404 404 404 404 404 404
        viv   404 404 404 404 404 404 404 404 404 404 404 404 404
        dora  412 412 412 412 412 403 412 403 403 403 412 403 200
        dan   412 412 412 412 412 403 412 403 403 403 412 403 200
        lin   403 403 403 403 403 403 403 403 403 403 412 403 200
        sam   412 403 412 403 412 412 412 403 403 412 412 403 200
        kim   403 403 403 403 403 403 403 403 403 403 412 403 200
        ula   403 403 403 403 403 403 403 403 403 403 403 403 200
        ada   403 403 403 403 403 403 403 403 403 403 412 412 200
        "#);
    }

    fn what_may_be_done_to_a_ticket_that_is_with_its_handler_and_by_whom(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.act("dora", &number, "accept", json!({}));
        desk.act("dora", &number, "assign", json!({"group": "line-2", "assignee": "lin"}));
        insta::assert_snapshot!(table(&desk, &number), @r#"
              PATCH accept assign return escalate owner resolve close reopen cancel comments resume steps?all
        ann   412 403 403 403 403 403 403 412 412 412 412 403 403
        max   403 403 403 403 403 403 403 403 403 403 412 403 403
        mia   404 404 404 404 404 404 404 404 404 404 404 404 404
        fay   404 404 404 404 404 404 404 404 404 404 404 404 404
        finn  404 404 404 404 404 404 404 404 404 404 404 404 404
        viv   404 404 404 404 404 404 404 404 404 404 404 404 404
        dora  412 412 412 403 412 412 412 412 412 412 412 403 200
        dan   412 412 403 403 403 403 403 403 403 403 412 403 200
        lin   412 403 412 412 412 403 412 403 403 403 412 403 200
        sam   412 403 412 403 412 412 412 403 403 412 412 403 200
        kim   403 403 403 403 403 403 403 403 403 403 412 403 200
        ula   403 403 403 403 403 403 403 403 403 403 403 403 200
        ada   403 403 403 403 403 403 403 403 403 403 412 412 200
        "#);
    }

    fn what_may_be_done_to_a_closed_ticket_and_by_whom(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.act("ann", &number, "cancel", json!({}));
        insta::assert_snapshot!(table(&desk, &number), @r#"
              PATCH accept assign return escalate owner resolve close reopen cancel comments resume steps?all
        ann   412 403 403 403 403 403 403 412 412 412 412 403 403
        max   403 403 403 403 403 403 403 403 403 403 412 403 403
        mia   404 404 404 404 404 404 404 404 404 404 404 404 404
        fay   404 404 404 404 404 404 404 404 404 404 404 404 404
        finn  404 404 404 404 404 404 404 404 404 404 404 404 404
        viv   404 404 404 404 404 404 404 404 404 404 404 404 404
        dora  412 412 412 412 412 403 412 403 403 403 412 403 200
        dan   412 412 412 412 412 403 412 403 403 403 412 403 200
        lin   403 403 403 403 403 403 403 403 403 403 412 403 200
        sam   412 403 412 403 412 412 412 403 403 412 412 403 200
        kim   403 403 403 403 403 403 403 403 403 403 412 403 200
        ula   403 403 403 403 403 403 403 403 403 403 403 403 200
        ada   403 403 403 403 403 403 403 403 403 403 412 412 200
        "#);
    }

    fn only_who_is_asked_answers_a_step(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "pro"}));
        insta::assert_snapshot!(answers(&desk, &number, "approval"), @"ann 403, max 412, mia 404, fay 404, finn 404, viv 404, dora 403, dan 403, lin 403, sam 403, kim 403, ula 403, ada 403");
        desk.answer("max", &number, "approval", "approved");
        insta::assert_snapshot!(answers(&desk, &number, "approval"), @"ann 403, max 403, mia 404, fay 412, finn 412, viv 404, dora 403, dan 403, lin 403, sam 403, kim 403, ula 403, ada 403");
        desk.answer("fay", &number, "approval", "approved");
        desk.answer("finn", &number, "approval", "approved");
        insta::assert_snapshot!(answers(&desk, &number, "cost"), @"ann 412, max 403, mia 404, fay 403, finn 403, viv 404, dora 403, dan 403, lin 403, sam 403, kim 403, ula 403, ada 403");
        desk.answer("ann", &number, "cost", "confirmed");
        insta::assert_snapshot!(answers(&desk, &number, "task"), @"ann 403, max 403, mia 404, fay 403, finn 403, viv 404, dora 412, dan 412, lin 403, sam 403, kim 403, ula 403, ada 403");
        insta::assert_snapshot!(answers(&desk, &number, "plugin"), @"ann 403, max 403, mia 404, fay 403, finn 403, viv 404, dora 403, dan 403, lin 403, sam 403, kim 403, ula 403, ada 412");
    }

    fn nobody_decides_on_their_own_request(desk: Desk) {
        // Max is Ann's manager and asks for himself: his own manager decides.
        let number = desk.submit("max", "laptop", json!({"model": "light"}));
        assert_eq!(desk.open(&number, "approval")["for"]["users"][0]["username"], "sam");
        assert_eq!(desk.answering("max", &number, "approval", json!({"outcome": "approved"})).send().problem(), "403 forbidden");
        // Fay is one of finance and asks for herself: Finn alone is left, and cannot be two.
        let number = desk.submit("fay", "laptop", json!({"model": "pro"}));
        desk.answer("sam", &number, "approval", "approved");
        assert_eq!(desk.answering("fay", &number, "approval", json!({"outcome": "approved"})).send().problem(), "403 forbidden");
    }

    fn who_asks_on_behalf_of_another_must_be_allowed_to(desk: Desk) {
        let asks = |who: &str, whom: &str| {
            let wish = json!({"item": "laptop", "form": {"model": "light"}, "requested_for": whom});
            desk.as_user(who).post("/tickets", wish).send().status
        };
        assert_eq!(asks("max", "ann"), 201, "her manager");
        assert_eq!(asks("dora", "ann"), 201, "an agent");
        assert_eq!(asks("sam", "viv"), 201, "who runs the process");
        assert_eq!(asks("ann", "ann"), 201);
        for who in ["ann", "lin", "kim", "ula", "fay"] {
            assert_eq!(asks(who, "viv"), 403, "{who}");
        }
    }

    fn auditors_only_read(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let ula = desk.as_user("ula");
        for path in ["", "/events", "/steps", "/steps?all=true", "/comments"] {
            ula.get(&format!("/tickets/{number}{path}")).expect(200);
        }
        let note = json!({"text": "Seen.", "internal": true});
        assert_eq!(ula.post(&format!("/tickets/{number}/comments"), note).send().problem(), "403 forbidden");
    }

    fn internal_notes_are_for_staff(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let path = format!("/tickets/{number}/comments");
        let note = json!({"text": "She asks often.", "internal": true});
        assert_eq!(desk.as_user("ann").post(&path, note.clone()).send().problem(), "403 forbidden");
        assert_eq!(desk.as_user("max").post(&path, note.clone()).send().problem(), "403 forbidden");
        desk.as_user("dora").post(&path, note).expect(201);
        desk.as_user("dora").post(&path, json!({"text": "It is on its way."})).expect(201);
        assert_eq!(desk.as_user("lin").get(&path).expect(200).each("/text").len(), 2);
        for who in ["ann", "max"] {
            assert_eq!(desk.as_user(who).get(&path).expect(200).each("/text"), ["It is on its way."]);
            let log = desk.as_user(who).get(&format!("/tickets/{number}/events")).expect(200);
            assert_eq!(log.each("/type").iter().filter(|it| **it == "comment.added").count(), 1, "{who}");
        }
    }

    fn an_item_is_there_for_those_it_is_meant_for(setup: Setup) {
        let desk = setup
            .replaced("schemas/laptop.json", "\"kind\": \"request\",", "\"kind\": \"request\", \"available_to\": {\"groups\": [\"finance\"]},")
            .replaced("schemas/password-reset.json", "\"kind\": \"request\",", "\"kind\": \"request\", \"not_available_to\": {\"users\": [\"ann\"]},")
            .start();
        let three = |item: &Json| ["laptop", "password-reset", "software-installation"].iter().any(|name| item == name);
        let sees = |who: &str| -> Vec<Json> {
            desk.as_user(who).get("/catalog").expect(200).each("/item").into_iter().filter(three).collect()
        };
        assert_eq!(sees("ann"), ["software-installation"]);
        assert_eq!(sees("fay"), ["laptop", "password-reset", "software-installation"]);
        let laptop = json!({"item": "laptop", "form": {"model": "light"}});
        assert_eq!(desk.as_user("ann").get("/catalog/laptop").send().problem(), "404 not_found");
        assert_eq!(desk.as_user("ann").post("/tickets", laptop.clone()).send().problem(), "404 not_found");
        // Staff see every item, but ask only for what the person may have.
        desk.as_user("dora").get("/catalog/laptop").expect(200);
        assert_eq!(desk.as_user("dora").post("/tickets", laptop.clone()).send().problem(), "403 forbidden");
        let mut for_fay = laptop;
        for_fay["requested_for"] = json!("fay");
        desk.as_user("dora").post("/tickets", for_fay.clone()).expect(201);
        for_fay["requested_for"] = json!("ann");
        assert_eq!(desk.as_user("dora").post("/tickets", for_fay).send().problem(), "403 forbidden");
    }

    fn only_an_admin_resumes_and_only_what_is_stuck(setup: Setup) {
        let text = "sla(\"password\");\nlet what = #{};\ntask(\"Do \" + what.missing.more, group(\"service-desk\"));\nresolve(\"x\");\n";
        let desk = setup.file("workflows/password-reset.rhai", text).start();
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        let ticket = desk.ticket("ada", &number);
        assert_eq!(ticket.at("/flags/stuck"), true);
        assert_eq!((ticket.at("/fault/file"), ticket.at("/fault/line")), (json!("workflows/password-reset.rhai"), json!(3)));
        assert_eq!(desk.ticket("ann", &number).json().get("fault"), None, "no script text for requesters");
        assert_eq!(desk.ticket("ann", &number).at("/headline"), "held up by a fault of its workflow");
        let path = format!("/tickets/{number}/resume");
        for who in ["ann", "dora", "sam"] {
            assert_eq!(desk.as_user(who).post(&path, json!({})).send().problem(), "403 forbidden", "{who}");
        }
        desk.as_user("ada").post(&path, json!({})).expect(200);
        assert_eq!(desk.ticket("ada", &number).at("/flags/stuck"), true, "it was not mended");
        let sound = desk.submit("ann", "laptop", json!({"model": "light"}));
        let refused = desk.as_user("ada").post(&format!("/tickets/{sound}/resume"), json!({})).send();
        assert!(refused.problem().starts_with("409 illegal_operation"), "{}", refused.problem());
    }
}
