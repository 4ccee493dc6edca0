//! Views that people keep, and queues with their counts.

use crate::support::{Answer, Desk, Setup, on_both};
use serde_json::{Value as Json, json};

fn keep(desk: &Desk, who: &str, body: Json) -> Answer {
    desk.as_user(who).post("/views", body).send()
}

/// What a queue counts for somebody.
#[track_caller]
fn count(desk: &Desk, who: &str, key: &str) -> String {
    let queues = desk.as_user(who).get("/queues").expect(200).at("/items");
    let queue = queues.as_array().unwrap().iter().find(|queue| queue["key"] == key);
    queue.map_or_else(|| "none".to_owned(), |queue| queue["count"].as_str().unwrap().to_owned())
}

on_both! {
    fn a_view_is_kept_changed_and_taken_away(desk: Desk) {
        let wish = json!({"name": "Laptops", "filters": "item=laptop&status=new,accepted", "sort": "priority", "columns": ["number", "requester"]});
        let made = keep(&desk, "dora", wish.clone());
        assert_eq!(made.status, 201, "{}", made.shown());
        let place = made.header("location").unwrap().to_owned();
        let shown = desk.as_user("dora").get(&place).expect(200);
        assert_eq!(shown.json(), made.json());
        assert_eq!(shown.fields(&["name", "owner", "filters", "sort", "shared", "changeable"]), "name: \"Laptops\"\nowner: \"dora\"\nfilters: \"item=laptop&status=new,accepted\"\nsort: \"priority\"\nshared: \"nobody\"\nchangeable: true");
        assert_eq!(keep(&desk, "dora", wish.clone()).problem(), "409 already_exists");
        assert_eq!(keep(&desk, "dan", wish).status, 201, "the name is free for others");
        let dora = desk.as_user("dora");
        let changed = dora.patch(&place, json!({"name": "Light ones", "filters": "q=light"})).expect(200);
        assert_eq!(changed.fields(&["name", "filters", "sort"]), "name: \"Light ones\"\nfilters: \"q=light\"\nsort: \"priority\"");
        for who in ["dan", "ann", "ada"] {
            assert_eq!(desk.as_user(who).get(&place).send().status, 404, "{who}");
            assert_eq!(desk.as_user(who).delete(&place).send().status, 404, "{who}");
            assert_eq!(desk.as_user(who).patch(&place, json!({"name": 5})).send().status, 404, "{who}");
        }
        dora.delete(&place).expect(204);
        dora.get(&place).expect(404);
        assert_eq!(dora.get("/views").expect(200).at("/items"), json!([]));
    }

    fn filters_are_validated_as_the_list_does(desk: Desk) {
        let told = |body: Json| keep(&desk, "dora", body).problem();
        assert_eq!(told(json!({"name": "x", "filters": "stauts=new&overdue=maybe"})), "422 invalid /filters/stauts:unknown /filters/overdue:enum");
        assert_eq!(told(json!({"name": "x", "filters": "mine=true&limit=5"})), "422 invalid /filters/limit:unknown");
        assert_eq!(told(json!({"name": "x", "filters": "q=%ff"})), "422 invalid /filters:format");
        assert_eq!(told(json!({"name": " ", "sort": "title", "columns": ["number", "salary"]})), "422 invalid /name:length /sort:enum /columns/1:enum");
        assert_eq!(told(json!({"name": "x", "shared": "group"})), "403 forbidden");
        assert_eq!(keep(&desk, "sam", json!({"name": "x", "shared": "group"})).problem(), "422 invalid /group:required");
        assert_eq!(told(json!({"name": "x", "group": "service-desk"})), "422 invalid /group:superfluous");
        assert_eq!(told(json!({"filters": 5})), "422 invalid /name:required /filters:type");
        desk.stranger().get("/views").expect(401);
        desk.stranger().get("/queues").expect(401);
    }

    fn who_shares_with_whom(desk: Desk) {
        let shared = |who: &str, name: &str, with: Json| {
            let mut body = json!({"name": name, "filters": "mine=true"});
            body.as_object_mut().unwrap().extend(with.as_object().unwrap().clone());
            keep(&desk, who, body)
        };
        assert_eq!(shared("dora", "Ours", json!({"shared": "group", "group": "service-desk"})).status, 201);
        assert_eq!(shared("dora", "Theirs", json!({"shared": "group", "group": "line-2"})).problem(), "403 forbidden");
        assert_eq!(shared("dora", "All", json!({"shared": "all"})).problem(), "403 forbidden");
        assert_eq!(shared("fay", "Money", json!({"shared": "group", "group": "finance"})).problem(), "403 forbidden", "she is no staff");
        assert_eq!(shared("ann", "Mine", json!({})).status, 201);
        assert_eq!(shared("sam", "Everybody's", json!({"shared": "all"})).status, 201);
        let names = |who: &str| desk.as_user(who).get("/views").expect(200).each("/name");
        assert_eq!(names("dan"), ["Everybody's", "Ours"]);
        assert_eq!(names("lin"), ["Everybody's"]);
        assert_eq!(names("ann"), ["Everybody's", "Mine"]);
        let ours = desk.as_user("dan").get("/views").expect(200);
        let id = ours.each("/id")[1].as_str().unwrap().to_owned();
        assert_eq!(ours.each("/changeable"), [json!(false), json!(false)]);
        assert_eq!(desk.as_user("dan").patch(&format!("/views/{id}"), json!({"name": "Mine"})).send().problem(), "403 forbidden");
        assert_eq!(desk.as_user("dan").delete(&format!("/views/{id}")).send().problem(), "403 forbidden");
        // Who looks after shared views takes them back; the owner keeps theirs.
        desk.as_user("sam").patch(&format!("/views/{id}"), json!({"shared": "nobody"})).expect(200);
        assert_eq!(names("dan"), ["Everybody's"]);
        assert_eq!(desk.as_user("dora").get(&format!("/views/{id}")).expect(200).at("/group"), Json::Null);
    }

    fn a_repeat_makes_one_view(desk: Desk) {
        let dora = desk.as_user("dora");
        let wish = json!({"name": "Once"});
        let first = dora.post("/views", wish.clone()).key("k").expect(201);
        let again = dora.post("/views", wish).key("k").expect(201);
        assert_eq!((again.at("/id"), again.header("idempotency-replayed")), (first.at("/id"), Some("true")));
        assert_eq!(dora.post("/views", json!({"name": "Twice"})).key("k").send().problem(), "422 idempotency_key_reused");
    }

    fn queues_and_their_counts_come_in_one_call(setup: Setup) {
        let script = r#"sla("hardware"); assign(group("service-desk")); handle("Do it", group("service-desk"));"#;
        let desk = setup.item("cable", json!({}), script).start();
        let numbers: Vec<String> = (0..3).map(|_| desk.submit("ann", "cable", json!({}))).collect();
        keep(&desk, "dora", json!({"name": "Cables", "filters": "item=cable"}));
        let keys: Vec<Json> = desk.as_user("dora").get("/queues").expect(200).each("/key");
        let keys: Vec<&str> = keys.iter().map(|key| key.as_str().unwrap()).collect();
        assert_eq!(keys[..6], ["waiting_for_me", "my_requests", "watched", "my_open", "unassigned", "overdue"]);
        let (view, groups) = keys[6..].split_last().unwrap();
        assert!(groups.contains(&"group/service-desk") && groups.iter().all(|key| key.starts_with("group/")), "{groups:?}");
        assert!(view.starts_with("view/"), "{view}");
        assert_eq!(count(&desk, "dora", "unassigned"), "3");
        assert_eq!(count(&desk, "dora", "my_open"), "0");
        assert_eq!(count(&desk, "dora", view), "3");
        desk.act("dora", &numbers[0], "accept", json!({}));
        desk.act("ann", &numbers[1], "cancel", json!({}));
        assert_eq!(count(&desk, "dora", "unassigned"), "1");
        assert_eq!(count(&desk, "dora", "my_open"), "1");
        assert_eq!(count(&desk, "dora", "group/service-desk"), "2");
        assert_eq!(count(&desk, "dora", view), "3", "the closed one, too");
        assert_eq!(count(&desk, "dan", "waiting_for_me"), "2");
        assert_eq!(count(&desk, "ann", "my_requests"), "2");
        assert_eq!(count(&desk, "ann", "unassigned"), "none", "for staff");
        desk.advance(chrono::Duration::days(30));
        assert_eq!(count(&desk, "dora", "overdue"), "2");
        // Each queue's filters list what it counts.
        for who in ["dora", "ann", "max"] {
            for queue in desk.as_user(who).get("/queues").expect(200).at("/items").as_array().unwrap() {
                let listed = desk.as_user(who).get(&format!("/tickets?{}&count=true", queue["filters"].as_str().unwrap())).expect(200);
                assert_eq!(listed.at("/count"), queue["count"], "{who} {queue}");
            }
        }
    }
}
