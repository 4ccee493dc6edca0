//! Texts that agents send again and again: written once, in the languages of
//! those who read them, filled with what a ticket says.

use crate::support::{Answer, Desk, on_both};
use maitred::desk::clock::Ids;
use maitred::desk::people::{NewUser, add_user};
use serde_json::{Value as Json, json};

fn how_to(visibility: &str) -> Json {
    json!({"name": "vpn", "title": "How to set up VPN", "visibility": visibility,
        "texts": {"en": "Dear {requester.name}: {number} “{title}”. {agent.name} {owner.name}{", "zh-CN": "{requester.name}，您好！"}})
}

fn write(desk: &Desk, who: &str, body: Json) -> Answer {
    desk.as_user(who).post("/canned-replies", body).send()
}

fn names(desk: &Desk, who: &str, query: &str) -> Vec<Json> {
    desk.as_user(who).get(&format!("/canned-replies{query}")).expect(200).each("/name")
}

on_both! {
    fn a_reply_is_filled_with_what_the_ticket_says(desk: Desk) {
        let new = NewUser { username: "wei".to_owned(), name: "Wei Li".to_owned(), language: Some("zh".to_owned()), password: Some("a password".to_owned()), ..NewUser::default() };
        add_user(desk.desk.store(), &new, &mut Ids::new(&desk.clock)).unwrap();
        desk.desk.refresh().unwrap();
        let made = desk.as_user("kim").post("/canned-replies", how_to("all")).key("k").expect(201);
        assert_eq!((made.header("location"), made.header("etag")), (Some("/api/v1/canned-replies/vpn"), Some("\"1\"")));
        let again = desk.as_user("kim").post("/canned-replies", how_to("all")).key("k").expect(201);
        assert_eq!(again.header("idempotency-replayed"), Some("true"));
        let hers = desk.submit("ann", "laptop", json!({"model": "light"}));
        let filled = desk.as_user("dora").post(&format!("/tickets/{hers}/canned-replies/vpn"), json!({})).expect(200);
        assert_eq!(filled.json(), json!({"name": "vpn", "language": "en", "text": format!("Dear Ann Weber: {hers} “Laptop”. Dora Petrova {{")}));
        let his = desk.submit("wei", "laptop", json!({"model": "light"}));
        let filled = desk.as_user("dora").post(&format!("/tickets/{his}/canned-replies/vpn"), json!({})).expect(200);
        assert_eq!((filled.text("/text"), filled.text("/language")), ("Wei Li，您好！".to_owned(), "zh-CN".to_owned()));
        assert_eq!(desk.ticket("dora", &hers).at("/version"), 1, "nothing is written");
        let refused = |who: &str, path: String| desk.as_user(who).post(&path, json!({})).send().problem();
        assert_eq!(refused("ann", format!("/tickets/{hers}/canned-replies/vpn")), "403 forbidden");
        assert_eq!(refused("viv", format!("/tickets/{hers}/canned-replies/vpn")), "404 not_found");
        assert_eq!(refused("dora", format!("/tickets/{hers}/canned-replies/none")), "404 not_found");
        assert_eq!(refused("dora", "/tickets/SR-9/canned-replies/vpn".to_owned()), "404 not_found");
    }

    fn what_is_wrong_with_a_text_is_said_when_it_is_written(desk: Desk) {
        let refused = |body: Json| write(&desk, "kim", body).problem();
        let texts = |texts: Json| json!({"name": "x", "title": "X", "texts": texts});
        assert_eq!(refused(texts(json!({"en": "Dear {requestor.name}"}))), "422 invalid /texts/en:placeholder");
        assert_eq!(refused(texts(json!({"en": "", "fr": "Cher"}))), "422 invalid /texts/en:length /texts/fr:enum");
        assert_eq!(refused(texts(json!({}))), "422 invalid /texts:required");
        assert_eq!(refused(json!({"name": "A B", "title": " ", "texts": {"en": "x"}})), "422 invalid /name:pattern /title:length");
        assert_eq!(refused(json!({"name": "x", "title": "X", "texts": {"en": "x"}, "visibility": "group"})), "422 invalid /group:required");
        let of = |key: &str, value: &str| json!({"name": "x", "title": "X", "texts": {"en": "x"}, key: value});
        assert_eq!(refused(of("group", "nobody")), "422 invalid /group:unknown");
        assert_eq!(refused(of("item", "yacht")), "422 invalid /item:unknown");
        assert_eq!(refused(of("category", "ships")), "422 invalid /category:unknown");
        assert_eq!(refused(of("colour", "red")), "422 invalid /colour:unknown");
        assert_eq!(refused(of("visibility", "world")), "422 invalid /visibility:type");
        assert_eq!(write(&desk, "kim", how_to("all")).status, 201);
        assert_eq!(refused(how_to("all")), "409 already_exists");
    }

    fn who_writes_and_who_uses_what(desk: Desk) {
        for who in ["ann", "ula"] {
            assert_eq!(write(&desk, who, how_to("own")).problem(), "403 forbidden", "{who}");
        }
        assert_eq!(write(&desk, "dora", how_to("all")).problem(), "403 forbidden", "what all use is written by those who look after it");
        assert_eq!(write(&desk, "dora", how_to("own")).status, 201);
        let own = |name: &str, more: Json| {
            let mut body = json!({"name": name, "title": name, "texts": {"en": "x"}});
            body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            body
        };
        write(&desk, "sam", own("desk-only", json!({"visibility": "group", "group": "service-desk"})));
        write(&desk, "sam", own("laptops", json!({"visibility": "all", "item": "laptop"})));
        assert_eq!(names(&desk, "dora", ""), ["desk-only", "laptops", "vpn"]);
        assert_eq!(names(&desk, "dan", ""), ["desk-only", "laptops"]);
        assert_eq!(names(&desk, "lin", ""), ["laptops"]);
        assert_eq!(names(&desk, "kim", ""), ["desk-only", "laptops"]);
        assert_eq!(desk.as_user("ann").get("/canned-replies").send().problem(), "403 forbidden");
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        assert_eq!(names(&desk, "dora", &format!("?ticket={number}")), ["desk-only", "vpn"], "what is for laptops does not fit");
        assert_eq!(desk.as_user("dora").get("/canned-replies?ticket=SR-99").send().problem(), "404 not_found");
        let told = |who: &str, name: &str| desk.as_user(who).patch(&format!("/canned-replies/{name}"), json!({"title": "Mine"})).send().status;
        assert_eq!([told("dan", "vpn"), told("sam", "vpn"), told("dora", "laptops"), told("kim", "laptops"), told("dora", "vpn")], [404, 404, 403, 200, 200]);
        let seen = desk.as_user("dora").get("/canned-replies/vpn").expect(200);
        assert_eq!((seen.text("/title"), seen.at("/editable"), seen.header("etag")), ("Mine".to_owned(), json!(true), Some("\"2\"")));
        let stale = desk.as_user("dora").patch("/canned-replies/vpn", json!({"title": "x"})).if_match(&json!(1)).send();
        assert_eq!(stale.problem(), "412 precondition_failed");
        let shared = desk.as_user("dora").patch("/canned-replies/vpn", json!({"visibility": "all"})).send();
        assert_eq!(shared.problem(), "403 forbidden", "nor is it shared by its author alone");
        assert_eq!(desk.as_user("dora").delete("/canned-replies/laptops").send().status, 403);
        assert_eq!(desk.as_user("dora").delete("/canned-replies/vpn").if_match(&json!(1)).send().status, 412);
        assert_eq!(desk.as_user("dora").delete("/canned-replies/vpn").if_match(&json!(2)).send().status, 204);
        assert_eq!(desk.as_user("dora").get("/canned-replies/vpn").send().problem(), "404 not_found");
    }
}
