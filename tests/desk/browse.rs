//! Looking around in the catalog: categories, words in three languages, what is
//! asked for most, what is new, and the item for what no other fits.

use crate::support::{Desk, Setup, on_both};
use chrono::Duration;
use maitred::desk::clock::Ids;
use maitred::desk::people::{NewUser, add_user};
use serde_json::{Value as Json, json};
use url::form_urlencoded;

fn reads(desk: &Desk, username: &str, language: &str) {
    let new = NewUser {
        username: username.to_owned(),
        language: Some(language.to_owned()),
        manager: Some("max".to_owned()),
        password: Some("a password".to_owned()),
        ..NewUser::default()
    };
    add_user(desk.desk.store(), &new, &mut Ids::new(&desk.clock)).unwrap();
    desk.desk.refresh().unwrap();
}

fn found(desk: &Desk, who: &str, query: &str) -> Vec<Json> {
    desk.as_user(who).get(&format!("/catalog?{query}")).expect(200).each("/item")
}

on_both! {
    fn categories_are_those_of_what_the_caller_may_ask_for(desk: Desk) {
        reads(&desk, "wei", "zh-CN");
        reads(&desk, "vera", "ru");
        let rows = |who: &str| desk.as_user(who).get("/catalog/categories").expect(200).rows(&["category", "name", "count"]);
        let ann = rows("ann");
        assert!(ann.contains("technical | Technical | 9") && ann.contains("business | Business | 1"), "{ann}");
        assert!(!ann.contains("people | People | 3"), "new employees and leavers are for managers: {ann}");
        assert!(rows("max").contains("people | People | 3"), "{}", rows("max"));
        assert!(rows("wei").contains("access | 账号与权限 | "), "{}", rows("wei"));
        assert!(rows("vera").contains("support | Поддержка | "), "{}", rows("vera"));
        let whole = desk.as_user("ann").get("/catalog").expect(200).each("/item").len();
        let counts = desk.as_user("ann").get("/catalog/categories").expect(200).each("/count");
        assert_eq!(counts.iter().map(|count| count.as_u64().unwrap()).sum::<u64>(), whole as u64);
        assert_eq!(found(&desk, "ann", "category=business"), ["purchase-request"]);
        assert!(found(&desk, "ann", "category=nothing").is_empty());
        assert_eq!(desk.stranger().get("/api/v1/catalog/categories").send().status, 401);
        assert_eq!(desk.as_user("ann").get("/catalog/categories?q=x").send().problem(), "422 invalid /q:unknown");
    }

    fn words_are_found_in_every_language_of_the_desk(desk: Desk) {
        reads(&desk, "vera", "ru");
        let first = |query: &str| found(&desk, "ann", query)[0].clone();
        assert_eq!(first("q=laptop"), "laptop", "a title goes before a description");
        assert_eq!(first("q=%D0%9D%D0%9E%D0%A3%D0%A2%D0%91%D0%A3%D0%9A"), "laptop", "НОУТБУК, whoever asks");
        assert_eq!(first("q=%E5%AF%86%E7%A0%81"), "password-reset", "密码");
        assert_eq!(first("q=e-mail"), "mailing-list", "a keyword");
        assert_eq!(found(&desk, "ann", "q=mouse+headphones"), ["peripherals", "general-request"], "all words");
        assert_eq!(found(&desk, "vera", "q=%D0%BC%D1%8B%D1%88%D1%8C"), ["peripherals", "general-request"], "мышь");
        assert_eq!(found(&desk, "ann", "q=zeppelin"), ["general-request"], "nothing fits, and somebody reads it all the same");
        assert_eq!(found(&desk, "ann", "q=laptop&category=business"), ["general-request"]);
        assert!(!found(&desk, "ann", "q=employee").contains(&json!("employee-new")), "what one may not ask for is not found");
        assert!(found(&desk, "max", "q=employee").contains(&json!("employee-new")));
        assert_eq!(found(&desk, "ann", "").last().unwrap(), "general-request", "it stands last");
    }

    fn a_whole_sentence_finds_what_is_near_to_it(desk: Desk) {
        let first = |q: &str| found(&desk, "ann", &format!("q={}", form_urlencoded::byte_serialize(q.as_bytes()).collect::<String>()))[0].clone();
        assert_eq!(first("my screen is broken"), "report-incident");
        let printer = found(&desk, "ann", "q=The+printer+does+not+work");
        assert_eq!(printer[..2], ["report-incident", "printer-cartridge"], "by its keywords and by a title");
        assert_eq!(first("у меня сломалась мышь"), "report-incident");
        assert_eq!(first("我的电脑坏了"), "report-incident");
        assert_eq!(first("I forgot my password again"), "password-reset");
        assert_eq!(found(&desk, "ann", "q=is+my+of"), ["general-request"], "short words are no sign");
    }

    fn what_is_asked_for_most_stands_first(desk: Desk) {
        for _ in 0..3 {
            desk.submit("ann", "wifi-advice", json!({"where": "guest", "device": "phone", "guest": "Ivo Berg", "until_day": "2026-11-24"}));
        }
        for _ in 0..2 {
            desk.submit("ann", "password-reset", json!({"system": "mail"}));
        }
        // Confidential ones do not count.
        for _ in 0..4 {
            desk.submit("ann", "hr-letter", json!({"letter": "pay", "language": "en"}));
        }
        let most = found(&desk, "ann", "sort=most_used");
        assert_eq!(most[..2], ["wifi-advice", "password-reset"]);
        assert_eq!(most.last().unwrap(), "general-request");
        let entry = desk.as_user("ann").get("/catalog?sort=most_used").expect(200).at("/items/0");
        assert!(entry.as_object().unwrap().values().all(|value| *value != json!(3)), "how many is not told: {entry}");
        // Counted again after some minutes, and forgotten after some months.
        for _ in 0..2 {
            desk.submit("ann", "password-reset", json!({"system": "mail"}));
        }
        assert_eq!(found(&desk, "ann", "sort=most_used")[0], "wifi-advice");
        desk.clock.advance(Duration::minutes(11));
        assert_eq!(found(&desk, "ann", "sort=most_used")[0], "password-reset");
        desk.clock.advance(Duration::days(91));
        let usual: Vec<Json> = found(&desk, "ann", "");
        assert_eq!(found(&desk, "ann", "sort=most_used"), usual, "nothing was asked for lately");
    }

    fn what_came_last_is_new(desk: Desk) {
        let news = |who: &str| {
            let items = desk.as_user(who).get("/catalog").expect(200).at("/items");
            let items = items.as_array().unwrap().clone();
            items.into_iter().filter(|item| item["new"] == true).map(|item| item["item"].clone()).collect::<Vec<_>>()
        };
        assert!(news("ann").is_empty(), "what was there from the beginning was never new");
        desk.clock.advance(Duration::days(1));
        let schema = json!({"title": "Umbrella", "x-catalog": {"kind": "request", "category": "workplace"}, "type": "object"}).to_string();
        let files = json!({"files": {"schemas/umbrella.json": schema, "workflows/umbrella.rhai": "assign();\nhandle(\"Lend it\", group(\"service-desk\"));\n"}});
        let answer = desk.as_user("ada").call("PUT", "/releases").json(&files).send();
        assert!(answer.status < 300, "{}", answer.status);
        assert_eq!(news("ann"), ["umbrella"]);
        assert_eq!(found(&desk, "ann", "sort=new")[0], "umbrella");
        assert_eq!(desk.as_user("ann").get("/catalog/umbrella").expect(200).at("/new"), true);
        // A later version of it is none of the news.
        desk.clock.advance(Duration::days(31));
        assert!(news("ann").is_empty());
    }

    fn a_wrong_question_is_named(desk: Desk) {
        let problem = |query: &str| desk.as_user("ann").get(&format!("/catalog?{query}")).send().problem();
        assert_eq!(problem("sort=price"), "422 invalid /sort:enum");
        assert_eq!(problem(&format!("q={}", "x".repeat(201))), "422 invalid /q:enum");
        assert_eq!(problem("colour=red"), "422 invalid /colour:unknown");
    }

    fn a_desk_without_a_general_item_finds_what_it_has(setup: Setup) {
        let desk = setup.replaced("schemas/general-request.json", "\"general\": true", "\"general\": false").start();
        assert!(found(&desk, "ann", "q=zeppelin").is_empty());
    }
}
