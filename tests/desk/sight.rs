//! Who sees what: tickets, lists, counts, steps, log, and what of each.

use crate::support::{Desk, Setup, on_both};
use serde_json::json;

/// Who of all people sees a ticket: by its page, and in lists.
fn viewers(desk: &Desk, number: &str) -> (Vec<&'static str>, Vec<&'static str>) {
    let people = ["ann", "max", "mia", "fay", "finn", "viv", "dora", "dan", "lin", "sam", "kim", "ula", "ada"];
    let sees = |who: &&str| desk.as_user(who).get(&format!("/tickets/{number}")).send().status == 200;
    let lists = |who: &&str| {
        let list = desk.as_user(who).get("/tickets?count=true&limit=200").expect(200);
        let numbers = list.each("/number");
        assert_eq!(list.at("/count"), json!(numbers.len().to_string()), "{who}: the count is of what is seen");
        numbers.contains(&json!(number))
    };
    (
        people.iter().copied().filter(|who| sees(who)).collect(),
        people.iter().copied().filter(|who| lists(who)).collect(),
    )
}

const STAFF: [&str; 7] = ["dora", "dan", "lin", "sam", "kim", "ula", "ada"];

/// These people and all staff.
fn and_staff(people: &[&'static str]) -> Vec<&'static str> {
    people.iter().copied().chain(STAFF).collect()
}

on_both! {
    fn a_ticket_is_seen_by_those_whom_it_concerns_and_by_staff(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "pro"}));
        let all = |people: &[&'static str]| (and_staff(people), and_staff(people));
        assert_eq!(viewers(&desk, &number), all(&["ann", "max"]));
        desk.answer("max", &number, "approval", "approved");
        assert_eq!(viewers(&desk, &number), all(&["ann", "max", "fay", "finn"]), "past voters go on seeing it");
        desk.answer("fay", &number, "approval", "approved");
        desk.answer("finn", &number, "approval", "approved");
        assert_eq!(viewers(&desk, &number), all(&["ann", "max", "fay", "finn"]));
    }

    fn who_it_is_for_and_who_typed_it_in_see_it(desk: Desk) {
        let wish = json!({"item": "laptop", "form": {"model": "light"}, "requested_for": "ann"});
        let number = desk.as_user("max").post("/tickets", wish).expect(201).text("/number");
        let (seen, listed) = viewers(&desk, &number);
        assert_eq!(seen, and_staff(&["ann", "max"]));
        assert_eq!(listed, seen);
    }

    fn a_confidential_ticket_is_closed_to_staff_outside_its_group(setup: Setup) {
        let desk = setup
            .replaced("schemas/laptop.json", "\"kind\": \"request\",", "\"kind\": \"request\", \"restricted_to\": \"line-2\",")
            .start();
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let (seen, listed) = viewers(&desk, &number);
        // Lin is of line 2; dora or dan was given it by the script.
        let given = desk.ticket("ann", &number).at("/assignee/username");
        let expected: Vec<&str> =
            ["ann", "max", "dora", "dan", "lin"].into_iter().filter(|who| !["dora", "dan"].contains(who) || given == *who).collect();
        assert_eq!(seen, expected);
        assert_eq!(listed, seen);
        assert_eq!(desk.ticket("lin", &number).at("/restricted_to"), "line-2");
        let hidden = desk.as_user("sam");
        let step = desk.as_user("lin").get(&format!("/tickets/{number}/steps")).expect(200).each("/id")[0].clone();
        for path in ["events", "steps", "comments"] {
            assert_eq!(hidden.get(&format!("/tickets/{number}/{path}")).send().problem(), "404 not_found", "{path}");
        }
        let answer = hidden.post(&format!("/steps/{}/answer", step.as_str().unwrap()), json!({"outcome": "approved"}));
        assert_eq!(answer.send().problem(), "404 not_found");
        assert_eq!(hidden.post(&format!("/tickets/{number}/accept"), json!({})).send().problem(), "404 not_found");
        for query in ["q=laptop", "requester=ann", "item=laptop", "waiting_on=approval", "group=service-desk"] {
            assert_eq!(hidden.get(&format!("/tickets?{query}&count=true")).expect(200).at("/count"), "0", "{query}");
        }
    }

    fn a_requester_sees_of_a_step_what_it_is_and_by_whom_it_waits(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "pro", "reason": "secret plans"}));
        desk.answering("max", &number, "approval", json!({"outcome": "approved", "comment": "She may."})).expect(200);
        desk.answering("fay", &number, "approval", json!({"outcome": "approved", "comment": "Costly."})).expect(200);
        let seen = |who: &str| {
            let steps = desk.as_user(who).get(&format!("/tickets/{number}/steps")).expect(200);
            steps.rows(&["name", "state", "for/users/0/name", "for/groups/0", "outcome", "comment", "votes/0/comment", "quorum", "arguments"])
        };
        // Of a group its name, never its members.
        insta::assert_snapshot!(seen("ann"), @r#"
        Line manager | done | Max Lim |  | approved | null |  | null | {}
        Finance | open |  | finance | null | null |  | null | {}
        "#);
        insta::assert_snapshot!(seen("max"), @r#"
        Line manager | done | Max Lim |  | approved | She may. | She may. | {"approved":1,"needed":1,"of":1,"rejected":0} | {}
        Finance | open |  | finance | null | null |  | null | {}
        "#);
        insta::assert_snapshot!(seen("finn"), @r#"
        Line manager | done | Max Lim |  | approved | null |  | null | {}
        Finance | open |  | finance | null | null | Costly. | {"approved":1,"needed":2,"of":2,"rejected":0} | {}
        "#);
        insta::assert_snapshot!(seen("dora"), @r#"
        Line manager | done | Max Lim |  | approved | She may. | She may. | {"approved":1,"needed":1,"of":1,"rejected":0} | {}
        Finance | open |  | finance | null | null | Costly. | {"approved":1,"needed":2,"of":2,"rejected":0} | {}
        "#);
    }

    fn what_a_plugin_said_is_for_staff(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.answer("max", &number, "approval", "approved");
        desk.answer("ann", &number, "cost", "confirmed");
        desk.settle();
        let shown = |who: &str| {
            let steps = desk.as_user(who).get(&format!("/tickets/{number}/steps")).expect(200).json();
            let plugin = steps["items"].as_array().unwrap().iter().find(|step| step["kind"] == "plugin").unwrap().clone();
            (plugin["arguments"].clone(), plugin["output"].clone())
        };
        assert_eq!(shown("ann"), (json!({}), json!(null)));
        let output = json!({"model": "light", "price": 900, "tag": "LT-000001"});
        assert_eq!(shown("dora"), (json!({"args": {"model": "light"}}), output));
    }

    fn effects_and_reads_are_shown_to_staff_who_ask(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.answer("max", &number, "approval", "approved");
        let all = desk.as_user("dora").get(&format!("/tickets/{number}/steps?all=true")).expect(200);
        insta::assert_snapshot!(all.rows(&["path", "kind", "name", "state"]), @r#"
        e1 | effect | sla | done
        e2 | effect | assign | done
        0 | approval | Line manager | done
        1 | read | policy.finance_limit | done
        2 | cost |  | open
        "#);
        assert_eq!(desk.as_user("ann").get(&format!("/tickets/{number}/steps?all=true")).send().problem(), "403 forbidden");
        let effect = all.each("/id")[0].as_str().unwrap().to_owned();
        assert_eq!(desk.as_user("ann").get(&format!("/steps/{effect}")).send().problem(), "404 not_found");
    }

    fn contact_and_place_are_for_staff(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        assert_eq!(desk.ticket("ann", &number).at("/requester"), json!({"name": "Ann Weber", "username": "ann"}));
        assert_eq!(desk.ticket("max", &number).at("/requester"), json!({"name": "Ann Weber", "username": "ann"}));
        insta::assert_snapshot!(desk.ticket("dora", &number).at("/requester"), @r#"{"department":"Sales","email":"ann@example.org","location":"Berlin","manager":"max","name":"Ann Weber","username":"ann"}"#);
    }

    fn the_log_says_to_requesters_what_happened_and_not_what_was_said(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let no = json!({"outcome": "rejected", "code": "no_need", "comment": "Hers is new."});
        desk.answering("max", &number, "approval", no).expect(200);
        let log = |who: &str| {
            let log = desk.as_user(who).get(&format!("/tickets/{number}/events")).expect(200);
            log.rows(&["seq", "type", "actor/type", "data/name", "data/outcome", "data/comment", "data/rejection_code", "data/message"])
        };
        insta::assert_snapshot!(log("ann"), @r#"
        1 | ticket.submitted | person |  |  |  |  |
        2 | sla.set | workflow |  |  |  |  |
        3 | ticket.assigned | workflow |  |  |  |  |
        4 | step.opened | workflow | Line manager |  |  |  |
        6 | step.settled | person | Line manager | rejected |  |  |
        7 | ticket.closed | workflow |  |  |  | no_need | Hers is new.
        "#);
        insta::assert_snapshot!(log("sam"), @r#"
        1 | ticket.submitted | person |  |  |  |  |
        2 | sla.set | workflow | hardware |  |  |  |
        3 | ticket.assigned | workflow |  |  |  |  |
        4 | step.opened | workflow | Line manager |  |  |  |
        5 | step.voted | person | Line manager | rejected | Hers is new. |  |
        6 | step.settled | person | Line manager | rejected | Hers is new. |  |
        7 | ticket.closed | workflow |  |  |  | no_need | Hers is new.
        "#);
    }

    fn the_log_has_pages(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.answer("max", &number, "approval", "approved");
        let ann = desk.as_user("ann");
        let whole = ann.get(&format!("/tickets/{number}/events")).expect(200).each("/seq");
        let (mut seen, mut path) = (Vec::new(), format!("/tickets/{number}/events?limit=2"));
        loop {
            let page = ann.get(&path).expect(200);
            seen.extend(page.each("/seq"));
            match page.header("link") {
                Some(link) => path = link.split(['<', '>']).nth(1).unwrap().to_owned(),
                None => break,
            }
        }
        assert_eq!(seen, whole);
    }

    fn the_headline_is_in_the_language_of_the_reader(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        assert_eq!(
            desk.ticket("ann", &number).at("/headline"),
            "waits for Max Lim’s approval (Line manager) since Mon 23 Nov 2026, 10:00, due Wed 25 Nov 2026, 10:00"
        );
    }

    fn messages_are_ones_own(desk: Desk) {
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        desk.answer("dora", &number, "task", "done");
        let mine = desk.as_user("ann").get("/notifications").expect(200);
        let id = mine.each("/id")[0].as_str().unwrap().to_owned();
        let path = format!("/notifications/{id}/read");
        desk.as_user("max").post(&path, json!({})).send();
        desk.as_user("ada").post(&path, json!({})).send();
        assert_eq!(desk.as_user("ann").get("/notifications").expect(200).each("/read_at"), [json!(null), json!(null)]);
        desk.as_user("ann").post(&path, json!({})).expect(204);
        let read = desk.as_user("ann").get("/notifications").expect(200).each("/read_at");
        assert_eq!(read, [json!("2026-11-23T09:00:00.000000Z"), json!(null)]);
        assert_eq!(desk.as_user("viv").get("/notifications").expect(200).at("/items"), json!([]));
    }
}
