//! `GET /tickets/{number}`: everything at one glance, and for whom.

use crate::support::{Setup, on_both};
use chrono::Duration;
use serde_json::{Value as Json, json};

fn outage(setup: Setup) -> Setup {
    setup.item("outage", json!({}), r#"task("Look", group("line-2"), #{ on_timeout: "remind" }); handle("Restore", group("service-desk"), #{ on_timeout: "remind" }); resolve("Done");"#)
}

on_both! {
    fn an_agent_sees_everything_in_one_call(setup: Setup) {
        let desk = outage(setup).start();
        let other = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        desk.advance(Duration::minutes(1));
        let same = desk.submit("ann", "outage", json!({}));
        let number = desk.submit("ann", "outage", json!({}));
        let gone = desk.submit("ann", "outage", json!({}));
        desk.act("ann", &gone, "cancel", json!({}));
        let path = format!("/tickets/{number}");
        for n in 0..12 {
            desk.advance(Duration::minutes(1));
            let body = json!({"text": format!("word {n}"), "internal": n % 2 == 1});
            desk.as_user("dora").post(&format!("{path}/comments"), body).expect(201);
        }
        desk.as_user("dora").post(&format!("{path}/watchers"), json!({"user": "kim"})).expect(200);
        desk.as_user("dora").post(&format!("{path}/work"), json!({"minutes": 10})).expect(201);
        let times = json!({"start": desk.now().plus(Duration::hours(2)), "end": desk.now().plus(Duration::hours(3)), "people": ["lin"]});
        desk.as_user("dora").post(&format!("{path}/appointments"), times).expect(201);

        let seen = desk.ticket("lin", &number);
        let all = |pointer: &str| seen.at(pointer).as_array().unwrap().clone();
        let each = |pointer: &str, key: &str| all(pointer).iter().map(|one| one[key].clone()).collect::<Vec<_>>();
        assert_eq!(each("/around/steps", "name"), [json!("Look")]);
        assert!(all("/around/steps/0/actions").contains(&json!("claim")), "{}", seen.at("/around/steps/0/actions"));
        assert_eq!((all("/around/comments").len(), seen.at("/around/comment_count")), (10, json!(12)));
        assert_eq!((seen.at("/around/comments/0/text"), seen.at("/around/comments/9/text")), (json!("word 2"), json!("word 11")));
        assert_eq!((seen.at("/around/attachments"), seen.at("/around/attachment_count")), (json!([]), json!(0)));
        assert_eq!(all("/around/appointments").len(), 1);
        assert_eq!((seen.at("/around/watcher_count"), seen.at("/work/minutes")), (json!(1), json!(10)));
        assert_eq!(each("/around/others", "number"), [json!(same), json!(other)], "the newest first, not the closed one");
        assert_eq!(each("/around/others", "same_item"), [json!(true), json!(false)]);
        assert!(!seen.text("/headline").is_empty() && seen.at("/requester/email") == "ann@example.org");

        // Lists, and answers of what was done, go without.
        let list = desk.as_user("lin").get("/tickets?requester=ann").expect(200);
        assert!(list.each("/around").iter().all(Json::is_null));
        let done = desk.act("dora", &number, "assign", json!({"group": "line-2"}));
        assert!(done.json().get("around").is_none());
    }

    fn who_asked_sees_their_part_alone(setup: Setup) {
        let desk = outage(setup).start();
        desk.submit("ann", "outage", json!({}));
        let number = desk.submit("ann", "outage", json!({}));
        let path = format!("/tickets/{number}");
        for (text, internal) in [("One of the disks.", false), ("They dropped it.", true)] {
            desk.as_user("dora").post(&format!("{path}/comments"), json!({"text": text, "internal": internal})).expect(201);
        }
        desk.as_user("dora").post(&format!("{path}/work"), json!({"minutes": 10})).expect(201);
        let seen = desk.ticket("ann", &number);
        assert_eq!((seen.at("/around/comment_count"), seen.at("/around/comments/0/text")), (json!(1), json!("One of the disks.")));
        assert_eq!(seen.at("/around/steps/0/name"), "Look");
        let text = seen.json().to_string();
        for hidden in ["watcher_count", "others", "\"work\"", "dropped", "email"] {
            assert!(!text.contains(hidden), "{hidden}: {text}");
        }
        assert_eq!(desk.as_user("max").get(&path).send().problem(), "404 not_found");
    }

    fn others_that_are_confidential_are_not_told_of(setup: Setup) {
        let case = r#"restrict(group("line-2")); assign(group("line-2")); task("Look", group("line-2"));"#;
        let desk = outage(setup).item("case", json!({}), case).start();
        let secret = desk.submit("ann", "case", json!({}));
        let number = desk.submit("ann", "outage", json!({}));
        assert_eq!(desk.ticket("dora", &number).at("/around/others"), json!([]));
        assert_eq!(desk.ticket("lin", &number).at("/around/others/0/number"), Json::String(secret));
    }

    fn the_last_files_stand_there_too(setup: Setup) {
        let desk = outage(setup).start();
        let number = desk.submit("ann", "outage", json!({}));
        let sent = desk.as_user("dora").upload("screen.txt", "hello").expect(201);
        let note = json!({"text": "See the file.", "internal": true, "attachments": [sent.text("/id")]});
        desk.as_user("dora").post(&format!("/tickets/{number}/comments"), note).expect(201);
        let seen = desk.ticket("dora", &number);
        assert_eq!((seen.at("/around/attachments/0/name"), seen.at("/around/attachment_count")), (json!("screen.txt"), json!(1)));
        assert_eq!(desk.ticket("ann", &number).at("/around/attachment_count"), 0);
    }
}
