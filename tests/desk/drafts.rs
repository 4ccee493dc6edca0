//! What somebody has begun to write is there when they come back, and nobody
//! else ever sees it.

use crate::support::{Answer, Desk, on_both};
use chrono::Duration;
use serde_json::{Value as Json, json};

const KEY: &str = "/drafts/tickets/SR-000123/comment";

fn keep(desk: &Desk, who: &str, path: &str, data: Json) -> Answer {
    desk.as_user(who).call("PUT", path).json(&json!({ "data": data })).send()
}

on_both! {
    fn a_draft_is_kept_for_its_writer_alone(desk: Desk) {
        let kept = keep(&desk, "ann", KEY, json!({"text": "Dear d"}));
        assert_eq!((kept.status, kept.at("/data")), (200, json!({"text": "Dear d"})));
        keep(&desk, "ann", "/drafts/catalog/laptop", json!([1, null, "x"]));
        keep(&desk, "dora", KEY, json!("hers"));
        let desk = desk.restart();
        assert_eq!(desk.as_user("ann").get(KEY).expect(200).at("/data"), json!({"text": "Dear d"}));
        assert_eq!(desk.as_user("dora").get(KEY).expect(200).at("/data"), "hers");
        assert_eq!(desk.as_user("ada").get(KEY).send().problem(), "404 not_found");
        let list = desk.as_user("ann").get("/drafts").expect(200);
        let mut keys: Vec<String> = list.each("/key").iter().map(|key| key.as_str().unwrap().to_owned()).collect();
        keys.sort();
        assert_eq!(keys, ["catalog/laptop", "tickets/SR-000123/comment"]);
        assert!(list.at("/items/0").get("data").is_none());
        assert_eq!(desk.as_user("ann").delete(KEY).send().status, 204);
        assert_eq!(desk.as_user("ann").delete(KEY).send().problem(), "404 not_found");
        assert_eq!(desk.as_user("dora").get(KEY).expect(200).at("/data"), "hers");
        assert_eq!(desk.stranger().get(KEY).send().status, 401);
    }

    fn two_windows_do_not_overwrite_each_other_unseen(desk: Desk) {
        let first = keep(&desk, "ann", KEY, json!("one"));
        let tag = first.header("etag").unwrap().to_owned();
        let put = |data: &str, tag: &str| desk.as_user("ann").call("PUT", KEY).json(&json!({"data": data})).header("If-Match", tag).send();
        let second = put("two", &tag);
        assert_eq!(second.status, 200);
        assert_ne!(second.header("etag"), Some(tag.as_str()));
        assert_eq!(put("three", &tag).problem(), "412 precondition_failed");
        assert_eq!(desk.as_user("ann").delete(KEY).header("If-Match", &tag).send().status, 412);
        assert_eq!(desk.as_user("ann").get(KEY).expect(200).at("/data"), "two");
        assert_eq!(desk.as_user("ann").delete(KEY).send().status, 204);
        assert_eq!(put("four", &tag).status, 412, "what is gone is at no version");
        desk.advance(Duration::seconds(1));
        assert_ne!(keep(&desk, "ann", KEY, json!("five")).header("etag"), Some(tag.as_str()), "a version never comes again");
    }

    fn drafts_are_small_few_and_go_when_nobody_touches_them(desk: Desk) {
        let large = keep(&desk, "ann", KEY, json!("x".repeat(64 * 1024)));
        assert_eq!(large.problem(), "413 too_large");
        assert_eq!(keep(&desk, "ann", KEY, json!("x".repeat(64 * 1024 - 2))).status, 200);
        assert_eq!(desk.as_user("ann").call("PUT", KEY).json(&json!({})).send().problem(), "422 invalid /data:required");
        assert_eq!(desk.as_user("ann").call("PUT", KEY).json(&json!({"data": 1, "x": 1})).send().problem(), "422 invalid /x:unknown");
        for wrong in ["/drafts/a//b", "/drafts/a%20b", "/drafts/a/", &format!("/drafts/{}", "a".repeat(201))] {
            assert_eq!(keep(&desk, "ann", wrong, json!(1)).status, 404, "{wrong}");
        }
        for n in 1..100 {
            assert_eq!(keep(&desk, "ann", &format!("/drafts/d{n}"), json!(n)).status, 200);
        }
        assert_eq!(keep(&desk, "ann", "/drafts/more", json!(1)).problem(), "422 invalid :maxItems");
        assert_eq!(keep(&desk, "ann", "/drafts/d7", json!("again")).status, 200);
        assert_eq!(keep(&desk, "max", "/drafts/more", json!(1)).status, 200);
        desk.advance(Duration::days(29));
        keep(&desk, "ann", "/drafts/d7", json!("touched"));
        desk.advance(Duration::days(2));
        assert_eq!(desk.as_user("ann").get("/drafts").expect(200).each("/key"), ["d7"]);
        assert_eq!(desk.as_user("ann").get("/drafts/d8").send().problem(), "404 not_found");
        assert_eq!(keep(&desk, "ann", "/drafts/more", json!(1)).status, 200, "there is room again");
    }
}
