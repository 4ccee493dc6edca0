//! Two people at one ticket: whoever changes what another changed meanwhile
//! must look again; whoever does something else need not.

use crate::support::{Desk, Setup, on_both};
use serde_json::{Value as Json, json};

fn version(desk: &Desk, number: &str) -> i64 {
    desk.ticket("ada", number).at("/version").as_i64().unwrap()
}

on_both! {
    fn a_change_is_refused_only_where_the_same_field_moved(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let seen = version(&desk, &number);
        let path = format!("/tickets/{number}");
        let patch = |who: &str, seen: i64, body: Json| desk.as_user(who).patch(&path, body).if_match(&json!(seen)).send();
        assert_eq!(patch("dora", seen, json!({"title": "For the new colleague"})).status, 200);
        assert_eq!(patch("dan", seen, json!({"location": "Berlin"})).status, 200, "another field");
        assert_eq!(patch("sam", seen, json!({"urgency": "high", "remarks": "Soon."})).status, 200);
        let late = patch("dan", seen, json!({"description": "x", "title": "For nobody"}));
        assert_eq!(late.problem(), "412 precondition_failed");
        assert_eq!(late.text("/detail"), format!("`title` was changed since version {seen}: the ticket is at version {} now.", seen + 3));
        assert_eq!(desk.ticket("dora", &number).at("/description"), "", "nothing of it is done");
        assert_eq!(patch("dan", seen + 1, json!({"title": "For all"})).status, 200, "who saw that change may go on");
        let whole = desk.ticket("dora", &number);
        let fields = ["title", "location", "urgency", "remarks"].map(|name| whole.text(&format!("/{name}")));
        assert_eq!(fields, ["For all", "Berlin", "high", "Soon."]);
        assert_eq!(patch("dan", 99, json!({"description": "x"})).problem(), "412 precondition_failed", "no such version");
        assert_eq!(patch("dan", seen, json!({"title": 5})).problem(), "412 precondition_failed", "told before what is wrong with it");
        assert_eq!(patch("dan", seen, json!({"description": 5})).problem(), "422 invalid /description:type");
        let accept = desk.as_user("dora").post(&format!("{path}/cancel"), json!({})).if_match(&json!(seen)).send();
        assert_eq!(accept.problem(), "412 precondition_failed", "what is no change of fields looks at all of it");
    }

    fn a_field_of_the_form_is_a_field(setup: Setup) {
        let form = json!({"a": {"type": "string"}, "b": {"type": "string"}});
        let desk = setup.item("thing", form, r#"task("Look", group("service-desk"));"#).start();
        let number = desk.submit("ann", "thing", json!({"a": "1", "b": "1"}));
        let seen = version(&desk, &number);
        let path = format!("/tickets/{number}");
        let patch = |who: &str, form: Json| desk.as_user(who).patch(&path, json!({"form": form})).if_match(&json!(seen)).send();
        assert_eq!(patch("ann", json!({"a": "2"})).status, 200);
        assert_eq!(patch("dora", json!({"a": "3"})).problem(), "412 precondition_failed");
        let merged = patch("dora", json!({"b": "3"}));
        assert_eq!((merged.status, merged.at("/form")), (200, json!({"a": "2", "b": "3"})));
    }

    fn what_is_added_never_conflicts(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let seen = version(&desk, &number);
        desk.act("dora", &number, "accept", json!({}));
        desk.as_user("dora").patch(&format!("/tickets/{number}"), json!({"title": "Other"})).expect(200);
        let at = |what: &str| format!("/tickets/{number}/{what}");
        let post = |what: &str, body: Json| desk.as_user("dan").post(&at(what), body).if_match(&json!(seen)).send();
        assert_eq!(post("comments", json!({"text": "Hello."})).status, 201);
        assert_eq!(post("watchers", json!({})).status, 200);
        let gone = desk.as_user("dan").delete(&at("watchers")).if_match(&json!(seen)).send();
        assert_eq!(gone.status, 204);
        assert_eq!(post("comments", json!({"text": 5})).problem(), "422 invalid /text:type");
    }

    fn of_many_who_saw_the_same_each_changes_their_own(desk: Desk) {
        desk.as_user("ada").patch("/users/viv", json!({"location": "mine"})).expect(200);
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let seen = version(&desk, &number);
        let other = desk.another_node();
        let statuses: Vec<u16> = std::thread::scope(|scope| {
            let calls = [("title", "dora", &desk), ("description", "dan", &other), ("remarks", "sam", &desk), ("location", "ann", &other)];
            let calls = calls.map(|(field, who, desk)| {
                let call = desk.as_user(who).patch(&format!("/tickets/{number}"), json!({ field: "mine" }));
                scope.spawn(move || call.if_match(&json!(seen)).send().status)
            });
            calls.into_iter().map(|call| call.join().unwrap()).collect()
        });
        assert_eq!(statuses, [200, 200, 200, 200]);
        let ticket = desk.ticket("sam", &number);
        for field in ["title", "description", "remarks", "location"] {
            assert_eq!(ticket.at(&format!("/{field}")), "mine", "{field}");
        }
    }
}
