//! Languages and zones: whoever is signed in sets their own, strangers are
//! answered in what their browser likes.

use crate::support::{Client, Desk, on_both};
use serde_json::json;

fn sign_in(client: &Client, language: &str) -> String {
    let call = client.post("/session", json!({"username": "ann", "password": "wrong"}));
    call.header("Accept-Language", language).expect(401).text("/title")
}

on_both! {
    fn people_set_their_own_language_and_zone(desk: Desk) {
        let ann = desk.as_user("ann");
        let me = ann.patch("/me", json!({"language": "zh-CN", "zone": "Asia/Shanghai"})).expect(200);
        assert_eq!((me.text("/language"), me.text("/zone")), ("zh-CN".to_owned(), "Asia/Shanghai".to_owned()));
        assert_eq!(ann.get("/me").expect(200).json(), me.json());
        assert_eq!(ann.patch("/me", json!({})).expect(200).json(), me.json());
        // What she reads is in it: lists, and what is refused.
        let found = ann.get("/lookup/lists/services?q=mail").expect(200);
        assert_eq!((found.each("/name"), found.each("/title")), (vec![json!("mail")], vec![json!("邮件")]));
        assert_eq!(ann.get("/lookup/lists/services?q=%E9%82%AE%E4%BB%B6").expect(200).each("/name"), ["mail"], "found by what she reads");
        assert_eq!(ann.get("/tickets/SR-999999").expect(404).text("/title"), "未找到");
        assert_eq!(desk.as_user("dora").get("/lookup/lists/services?q=mail").expect(200).each("/title"), ["Mail"]);
        let told = desk.as_user("ada").get("/audit?limit=5").expect(200).at("/items/0");
        assert_eq!((told["type"].clone(), told["actor"]["name"].clone()), (json!("person.changed"), json!("Ann Weber")), "{told:#}");
        for (wish, wrong) in [
            (json!({"language": "the best one"}), "422 invalid /language:format"),
            (json!({"zone": "Moon/Base"}), "422 invalid /zone:format"),
            (json!({"zone": null}), "422 invalid /zone:type"),
            (json!({"roles": ["admin"]}), "422 invalid /roles:unknown"),
        ] {
            assert_eq!(ann.patch("/me", wish).send().problem(), wrong);
        }
        assert_eq!(ann.get("/me").expect(200).json(), me.json());
        assert_eq!(desk.stranger().patch("/me", json!({})).send().status, 401);
    }

    fn strangers_are_answered_in_what_their_browser_likes(desk: Desk) {
        let stranger = desk.stranger();
        assert_eq!(sign_in(&stranger, "zh-CN,zh;q=0.9,en;q=0.8"), "用户名或密码错误");
        assert_eq!(sign_in(&stranger, "fr, ru;q=0.5"), "Неверное имя пользователя или пароль");
        assert_eq!(sign_in(&stranger, "fr"), "Username or password is wrong");
    }
}
