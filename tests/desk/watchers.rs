//! Who follows a ticket: they see it, they are told what becomes of it, and
//! both end when they no longer want to.

use crate::support::{Answer, Desk, Setup, on_both};
use serde_json::{Value as Json, json};

fn watch(desk: &Desk, who: &str, number: &str, body: Json) -> Answer {
    desk.as_user(who).post(&format!("/tickets/{number}/watchers"), body).send()
}

fn unwatch(desk: &Desk, who: &str, number: &str, user: &str) -> u16 {
    desk.as_user(who).delete(&format!("/tickets/{number}/watchers?user={user}")).send().status
}

fn names(desk: &Desk, who: &str, number: &str) -> Vec<Json> {
    desk.as_user(who).get(&format!("/tickets/{number}/watchers")).expect(200).each("/person/username")
}

fn sees(desk: &Desk, who: &str, number: &str) -> bool {
    let listed = desk.as_user(who).get("/tickets").expect(200).each("/number").contains(&json!(number));
    let shown = desk.as_user(who).get(&format!("/tickets/{number}")).send().status == 200;
    assert_eq!(listed, shown, "{who}");
    shown
}

fn outage(setup: Setup) -> Desk {
    let script = r#"handle("Restore", group("service-desk"), #{ on_timeout: "remind" }); approval("Check", user("viv")); resolve("Done");"#;
    setup.item("outage", json!({}), script).start()
}

on_both! {
    fn a_watcher_sees_the_ticket_and_is_told_what_becomes_of_it(setup: Setup) {
        let desk = outage(setup);
        let number = desk.submit("ann", "outage", json!({}));
        assert!(!sees(&desk, "max", &number));
        let added = watch(&desk, "dora", &number, json!({"user": "max"}));
        assert_eq!((added.status, added.each("/person/username")), (200, vec![json!("max")]));
        assert_eq!(added.at("/items/0/by/username"), "dora");
        assert!(sees(&desk, "max", &number));
        assert_eq!(desk.ticket("max", &number).at("/watching"), true);
        watch(&desk, "dora", &number, json!({"user": "max"}));
        assert_eq!(desk.messages("max"), [format!("Dora Petrova lets you watch {number} “outage”.")], "told once");
        desk.as_user("ann").post(&format!("/tickets/{number}/comments"), json!({"text": "Hurry."})).expect(201);
        desk.as_user("dora").post(&format!("/tickets/{number}/comments"), json!({"text": "Rude.", "internal": true})).expect(201);
        desk.act("dora", &number, "assign", json!({"assignee": "dan"}));
        desk.answering("dan", &number, "work", json!({"outcome": "done", "output": {"resolution": "Cured"}})).expect(200);
        desk.answer("viv", &number, "approval", "approved");
        desk.act("ann", &number, "close", json!({}));
        let mut told = desk.messages("max");
        told.retain(|text| !text.contains("lets you"));
        let expected = ["is closed.", "is resolved.", "was accepted.", "was assigned."].map(|what| format!("{number} “outage” {what}"));
        assert_eq!(told, [vec![format!("Ann Weber wrote on {number} “outage”.")], expected.to_vec()].concat());
        assert_eq!(desk.log(&number).iter().filter(|kind| *kind == "watcher.added").count(), 1);
    }

    fn sight_goes_with_the_watching_where_there_is_no_other_reason(setup: Setup) {
        let desk = outage(setup);
        let number = desk.submit("ann", "outage", json!({}));
        for user in ["max", "viv", "mia"] {
            assert_eq!(watch(&desk, "dora", &number, json!({"user": user})).status, 200);
        }
        desk.act("dora", &number, "accept", json!({}));
        desk.answering("dora", &number, "work", json!({"outcome": "done", "output": {"resolution": "Cured"}})).expect(200);
        desk.answer("viv", &number, "approval", "approved");
        assert_eq!(unwatch(&desk, "max", &number, ""), 204);
        assert_eq!(unwatch(&desk, "dora", &number, "viv"), 204);
        assert!(!sees(&desk, "max", &number), "he saw it by watching it alone");
        assert!(sees(&desk, "viv", &number), "she voted on it");
        assert_eq!(names(&desk, "dora", &number), ["mia"]);
        assert_eq!(names(&desk, "ann", &number), Vec::<Json>::new(), "who else watches is for staff");
        assert_eq!(names(&desk, "mia", &number), ["mia"]);
        assert_eq!(unwatch(&desk, "dora", &number, "viv"), 204, "again is no harm");
        let desk = desk.restart();
        assert_eq!((sees(&desk, "mia", &number), sees(&desk, "max", &number)), (true, false));
    }

    fn who_may_say_who_watches(setup: Setup) {
        let desk = outage(setup);
        let number = desk.submit("ann", "outage", json!({}));
        let told = |who: &str, body: Json| watch(&desk, who, &number, body).problem();
        assert_eq!(told("ann", json!({"user": "max"})), "403 forbidden", "others are named by staff");
        assert_eq!(told("max", json!({})), "404 not_found");
        assert_eq!(told("ula", json!({})), "403 forbidden", "an auditor leaves no trace");
        assert_eq!(told("dora", json!({"user": "nobody"})), "422 invalid /user:unknown");
        assert_eq!(told("dora", json!({"user": 5})), "422 invalid /user:type");
        assert_eq!(watch(&desk, "ann", &number, json!({})).status, 200);
        assert_eq!(unwatch(&desk, "ann", &number, "dora"), 403);
        assert_eq!(unwatch(&desk, "max", &number, ""), 404);
        assert!(sees(&desk, "ann", &number), "it is hers");
        assert_eq!(unwatch(&desk, "ann", &number, "ann"), 204);
        assert!(sees(&desk, "ann", &number));
    }

    fn a_confidential_ticket_is_opened_to_watchers_by_those_who_handle_it(setup: Setup) {
        let script = r#"wait_for("go"); restrict(group("line-2")); assign(group("line-2")); task("Look", group("line-2"));"#;
        let desk = setup.item("case", json!({}), script).start();
        let number = desk.submit("ann", "case", json!({}));
        assert_eq!(watch(&desk, "kim", &number, json!({})).status, 200, "open to staff so far");
        assert_eq!(watch(&desk, "sam", &number, json!({"user": "dan"})).status, 200);
        // Who reported it sees it no more.
        assert_eq!(desk.answering("sam", &number, "wait", json!({"outcome": "arrived"})).send().status, 404);
        assert!(!sees(&desk, "kim", &number) && !sees(&desk, "dan", &number), "who saw it as staff sees it no more");
        desk.as_user("lin").post(&format!("/tickets/{number}/comments"), json!({"text": "Secret."})).expect(201);
        assert!(desk.messages("kim").iter().all(|text| !text.contains("wrote")), "nor is told of it");
        assert_eq!(watch(&desk, "ann", &number, json!({"user": "max"})).problem(), "403 forbidden");
        assert_eq!(watch(&desk, "lin", &number, json!({"user": "viv"})).status, 200);
        assert!(sees(&desk, "viv", &number));
    }
}
