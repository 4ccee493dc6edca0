//! What people say on a ticket: to all who see it, among staff, to somebody by
//! name; what waits for a reply, and what is said otherwise afterwards.

use crate::support::{Answer, Desk, Setup, on_both};
use chrono::Duration;
use maitred::desk::clock::Ids;
use maitred::desk::people::{NewUser, add_user};
use serde_json::{Value as Json, json};

/// A ticket whose work waits, accepted by dora.
fn with_work(desk: Desk) -> (Desk, String) {
    let number = desk.submit("ann", "outage", json!({}));
    desk.act("dora", &number, "accept", json!({}));
    (desk, number)
}

fn outage(setup: Setup) -> Setup {
    setup.item(
        "outage",
        json!({}),
        r#"handle("Restore", group("service-desk"), #{ on_timeout: "remind" }); resolve("Done");"#,
    )
}

/// Says something, which must go well.
#[track_caller]
fn say(desk: &Desk, who: &str, number: &str, body: Json) -> Answer {
    desk.as_user(who).post(&format!("/tickets/{number}/comments"), body).expect(201)
}

fn refused(desk: &Desk, who: &str, number: &str, body: Json) -> String {
    desk.as_user(who).post(&format!("/tickets/{number}/comments"), body).send().problem()
}

on_both! {
    fn a_comment_may_wait_for_a_reply(setup: Setup) {
        let (desk, number) = with_work(outage(setup).start());
        let asked = say(&desk, "dora", &number, json!({"text": "Which machine is it?", "awaits_reply": true}));
        assert_eq!((asked.at("/awaits_reply"), asked.at("/edited_at")), (json!(true), Json::Null));
        let held = desk.ticket("ann", &number);
        assert_eq!((held.at("/flags/on_hold"), held.at("/hold/code")), (json!(true), json!("customer")));
        assert_eq!(held.at("/hold/reason"), "Which machine is it?");
        assert_eq!(desk.messages("ann"), [format!("{number} “outage” waits for you: Which machine is it?")], "one message, not two");
        say(&desk, "dora", &number, json!({"text": "Please say its number, too.", "awaits_reply": true}));
        assert_eq!(desk.ticket("ann", &number).at("/hold/reason"), "Please say its number, too.", "asked anew");
        say(&desk, "ann", &number, json!({"text": "Number 4711."}));
        assert_eq!(desk.ticket("dora", &number).at("/flags/on_hold"), false);
        assert!(desk.messages("dora").contains(&format!("{number}: Ann Weber answered; it goes on.")));
        let log = desk.log(&number);
        let tail: Vec<&str> = log.iter().map(String::as_str).skip_while(|kind| *kind != "comment.added").collect();
        assert_eq!(tail, ["comment.added", "ticket.held", "comment.added", "ticket.held", "comment.added", "ticket.unheld"]);
    }

    fn who_may_wait_for_a_reply_and_when(setup: Setup) {
        let (desk, number) = with_work(outage(setup).start());
        let wish = json!({"text": "Which one?", "awaits_reply": true});
        assert_eq!(refused(&desk, "ann", &number, wish.clone()), "403 forbidden", "it is staff who ask");
        assert_eq!(refused(&desk, "kim", &number, wish.clone()), "403 forbidden", "who does not handle it asks nothing");
        assert_eq!(refused(&desk, "ann", &number, json!({"text": "x", "internal": true})), "403 forbidden");
        let internal = json!({"text": "Which one?", "awaits_reply": true, "internal": true});
        assert_eq!(refused(&desk, "dora", &number, internal), "422 invalid /awaits_reply:internal");
        assert_eq!(refused(&desk, "dora", &number, json!({"text": " "})), "422 invalid /text:required");
        assert_eq!(refused(&desk, "dora", &number, json!({"text": "x".repeat(20_001)})), "422 invalid /text:maxLength");
        assert_eq!(refused(&desk, "dora", &number, json!({"text": "x", "loud": true})), "422 invalid /loud:unknown");
        desk.act("dora", &number, "hold", json!({"code": "supplier"}));
        assert!(refused(&desk, "dora", &number, wish.clone()).starts_with("409 illegal_operation"), "it rests for another reason");
        desk.act("dora", &number, "unhold", json!({}));
        desk.act("dora", &number, "resolve", json!({"resolution": "Done."}));
        desk.act("ann", &number, "close", json!({}));
        assert!(refused(&desk, "dora", &number, wish).starts_with("409 illegal_operation"));
        say(&desk, "ann", &number, json!({"text": "Thank you!"}));
    }

    fn who_typed_it_in_replies_too_but_not_to_themselves(setup: Setup) {
        let desk = outage(setup).start();
        let wish = json!({"item": "outage", "form": {}, "requested_for": "ann"});
        let number = desk.as_user("dan").post("/tickets", wish).expect(201).text("/number");
        say(&desk, "dan", &number, json!({"text": "When did it begin?", "awaits_reply": true}));
        say(&desk, "dan", &number, json!({"text": "I called, nobody there."}));
        assert_eq!(desk.ticket("dan", &number).at("/flags/on_hold"), true);
        desk.act("dan", &number, "unhold", json!({}));
        desk.act("sam", &number, "hold", json!({"code": "customer"}));
        say(&desk, "dan", &number, json!({"text": "She said on the phone: at nine."}));
        assert_eq!(desk.ticket("dan", &number).at("/flags/on_hold"), false);
    }

    fn whoever_is_mentioned_and_may_read_it_is_told(setup: Setup) {
        let (desk, number) = with_work(outage(setup).start());
        let told = |who: &str| desk.messages(who).iter().filter(|text| text.contains("mentions you")).count();
        let said = say(&desk, "dora", &number, json!({"text": "@lin please; @viv, @nobody, lin@example.org, @dora"}));
        assert_eq!(said.at("/mentions"), json!(["lin"]), "viv may not see it, and nobody mentions themselves");
        assert_eq!((told("lin"), told("viv"), told("dora")), (1, 0, 0));
        assert_eq!(desk.as_user("viv").get(&format!("/tickets/{number}")).send().problem(), "404 not_found");
        say(&desk, "dora", &number, json!({"text": "@ann is angry, @dan请看", "internal": true}));
        assert_eq!((told("ann"), told("dan")), (0, 1), "a note is for staff");
        assert_eq!(desk.messages("dan"), [format!("Dora Petrova mentions you in a note on {number} “outage”.")]);
        let watching = |who: &str| desk.ticket(who, &number).at("/watching");
        assert_eq!((watching("lin"), watching("dan"), watching("ann")), (json!(true), json!(true), json!(false)));
        let theirs = say(&desk, "ann", &number, json!({"text": "Thanks @sam"}));
        assert!(theirs.json().get("mentions").is_none(), "who sees it is told to staff only");
        assert_eq!((told("sam"), watching("sam")), (1, json!(false)));
        let seen = desk.as_user("ann").get(&format!("/tickets/{number}/comments")).expect(200);
        assert_eq!(seen.at("/items").as_array().unwrap().len(), 2);
        assert!(!seen.json().to_string().contains("angry"));
        let events = desk.as_user("ann").get(&format!("/tickets/{number}/events")).expect(200).json().to_string();
        assert!(!events.contains("mentions") && !events.contains("watcher."), "{events}");
    }

    fn a_mention_tells_nobody_of_a_confidential_ticket(setup: Setup) {
        let item = |setup: Setup| setup.item("case", json!({}), r#"restrict(group("line-2")); task("Look", group("line-2"));"#);
        let desk = item(setup).start();
        let number = desk.submit("ann", "case", json!({}));
        let said = say(&desk, "lin", &number, json!({"text": "@sam @dora @ann look", "internal": false}));
        assert_eq!(said.at("/mentions"), json!(["ann"]));
        assert_eq!((desk.messages("sam"), desk.messages("dora")), (vec![], vec![]));
        assert_eq!(desk.as_user("sam").get(&format!("/comments/{}", said.text("/id"))).send().problem(), "404 not_found");
    }

    fn the_author_changes_a_comment_for_a_while_and_the_record_keeps_it(setup: Setup) {
        let (desk, number) = with_work(outage(setup).start());
        let id = say(&desk, "ann", &number, json!({"text": "It is on fire."})).text("/id");
        let path = format!("/comments/{id}");
        desk.advance(Duration::minutes(10));
        let edited = desk.as_user("ann").patch(&path, json!({"text": "It is warm, @dora."})).expect(200);
        assert_eq!((edited.text("/text"), edited.text("/edited_at")), ("It is warm, @dora.".to_owned(), desk.now().to_string()));
        assert!(edited.json().get("history").is_none(), "what it said is for staff");
        let seen = desk.as_user("dora").get(&path).expect(200);
        assert_eq!(seen.at("/history"), json!([{"text": "It is on fire.", "until": desk.now().to_string()}]));
        assert!(desk.messages("dora").contains(&format!("Ann Weber mentions you on {number} “outage”.")));
        desk.as_user("ann").patch(&path, json!({"text": "It is cold, @dora."})).key("k").expect(200);
        let again = desk.as_user("ann").patch(&path, json!({"text": "It is cold, @dora."})).key("k").expect(200);
        assert_eq!(again.header("idempotency-replayed"), Some("true"));
        assert_eq!(desk.messages("dora").iter().filter(|text| text.contains("mentions")).count(), 1, "told once");
        assert_eq!(desk.as_user("dora").get(&path).expect(200).at("/history/1/text"), "It is warm, @dora.");
        let list = desk.as_user("max").get(&format!("/tickets/{number}/comments")).send();
        assert_eq!(list.problem(), "404 not_found");
        assert_eq!(desk.log(&number).iter().filter(|kind| *kind == "comment.edited").count(), 2);
        let refused = |who: &str, body: Json| desk.as_user(who).patch(&path, body).send().problem();
        assert_eq!(refused("dora", json!({"text": "Mine."})), "403 forbidden");
        assert_eq!(refused("sam", json!({"text": 5})), "403 forbidden");
        assert_eq!(refused("viv", json!({"text": "Mine."})), "404 not_found");
        assert_eq!(refused("ann", json!({"text": ""})), "422 invalid /text:required");
        assert_eq!(refused("ann", json!({"text": "x", "internal": true})), "422 invalid /internal:unknown");
        assert_eq!(desk.as_user("ann").delete(&path).send().status, 405, "nothing said is taken away");
        desk.advance(Duration::minutes(30));
        assert!(refused("ann", json!({"text": "Late."})).starts_with("409 illegal_operation"));
        let note = say(&desk, "dora", &number, json!({"text": "A note.", "internal": true})).text("/id");
        assert_eq!(desk.as_user("ann").get(&format!("/comments/{note}")).send().problem(), "404 not_found");
    }

    fn comments_are_listed_in_the_order_of_saying(setup: Setup) {
        let (desk, number) = with_work(outage(setup).start());
        for n in 0..5 {
            say(&desk, ["ann", "dora"][n % 2], &number, json!({"text": format!("said {n}")}));
            desk.advance(Duration::seconds(1));
        }
        let path = format!("/tickets/{number}/comments");
        let first = desk.as_user("ann").get(&format!("{path}?limit=3")).expect(200);
        assert_eq!(first.each("/text"), ["said 0", "said 1", "said 2"]);
        let id = first.text("/items/1/id");
        desk.as_user("dora").patch(&format!("/comments/{id}"), json!({"text": "said one"})).expect(200);
        let cursor = first.text("/next_cursor");
        assert_eq!(desk.as_user("ann").get(&format!("{path}?cursor={cursor}")).expect(200).each("/text"), ["said 3", "said 4"]);
        assert_eq!(desk.as_user("ann").get(&path).expect(200).each("/text"), ["said 0", "said one", "said 2", "said 3", "said 4"]);
    }

    fn who_asked_is_told_at_once_that_it_is_registered(setup: Setup) {
        let level = |item: &'static str| move |setup: Setup| setup.item(item, json!({}), r#"sla("hardware"); task("Look", group("service-desk"));"#);
        let desk = level("thing")(outage(setup)).start();
        let new = NewUser { username: "wei".to_owned(), language: Some("zh-CN".to_owned()), password: Some("a password".to_owned()), ..NewUser::default() };
        add_user(desk.desk.store(), &new, &mut Ids::new(&desk.clock)).unwrap();
        desk.desk.refresh().unwrap();
        let plain = desk.as_user("ann").post("/tickets", json!({"item": "outage"})).key("k").expect(201).text("/number");
        desk.as_user("ann").post("/tickets", json!({"item": "outage"})).key("k").expect(201);
        assert_eq!(desk.all_messages("ann"), [format!("{plain} “outage” is registered.")], "once");
        let timed = desk.submit("wei", "thing", json!({}));
        let ticket = desk.ticket("wei", &timed);
        assert!(ticket.at("/sla/resolve_due").is_string());
        let told = desk.all_messages("wei");
        assert!(told[0].starts_with(&format!("{timed}“thing”已登记。预计在 2026年11月2")), "{told:?}");
        let wish = json!({"item": "outage", "requested_for": "ann"});
        let theirs = desk.as_user("max").post("/tickets", wish).expect(201).text("/number");
        for who in ["ann", "max"] {
            assert!(desk.all_messages(who).contains(&format!("{theirs} “outage” is registered.")), "{who}");
        }
        assert!(desk.all_messages("dora").iter().all(|text| !text.contains("registered")));
    }

    fn of_many_sent_in_at_once_their_sender_is_told_once(setup: Setup) {
        let desk = outage(setup).replaced("workflows/policy.toml", "parent = \"collection\"", "parent = \"outage\"").start();
        let registered = |who: &str| desk.all_messages(who).iter().filter(|text| text.contains("is registered")).count();
        let cart = json!({"lines": [{"item": "outage"}, {"item": "password-reset", "form": {"system": "mail"}}]});
        desk.as_user("ann").post("/tickets/batch", cart).expect(201);
        assert_eq!(registered("ann"), 1);
        desk.as_user("dora").post("/tickets/batch", json!({"item": "outage", "people": ["max", "viv"]})).expect(201);
        assert_eq!((registered("max"), registered("viv"), registered("dora")), (1, 1, 1));
    }

    fn the_policy_may_leave_the_registration_unanswered(setup: Setup) {
        let desk = outage(setup).replaced("workflows/policy.toml", "acknowledge = true ", "acknowledge = false ").start();
        desk.submit("ann", "outage", json!({}));
        assert!(desk.all_messages("ann").is_empty());
    }
}
