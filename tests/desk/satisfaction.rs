//! Satisfaction: asked for once when a ticket closes, by a link that needs no
//! sign-in, or said by who is signed in.

use crate::support::{Answer, Desk, Setup, on_both};
use chrono::Duration;
use maitred::desk::clock::Ids;
use maitred::desk::people::{NewUser, add_user};
use serde_json::{Value as Json, json};

fn items(setup: Setup) -> Setup {
    setup.item("help", json!({}), "assign(group(\"service-desk\"));")
}

fn resolved(desk: &Desk, who: &str) -> String {
    let number = desk.submit(who, "help", json!({}));
    desk.act("dora", &number, "accept", json!({}));
    desk.act("dora", &number, "resolve", json!({"resolution": "Done"}));
    number
}

fn closed(desk: &Desk, who: &str) -> String {
    let number = resolved(desk, who);
    desk.act(who, &number, "close", json!({}));
    number
}

/// The links in somebody's messages.
fn links(desk: &Desk, who: &str) -> Vec<String> {
    let messages = desk.messages(who);
    messages.iter().filter_map(|text| Some(text[text.find("/rate/")?..].to_owned())).collect()
}

fn link(desk: &Desk, who: &str) -> String {
    let links = links(desk, who);
    assert_eq!(links.len(), 1, "{:?}", desk.messages(who));
    links[0].clone()
}

fn text(answer: &Answer) -> String {
    String::from_utf8(answer.body.clone()).unwrap()
}

/// What a browser sends.
fn sent(desk: &Desk, link: &str, form: &str) -> Answer {
    let call = desk.stranger().call("POST", link).bytes(form.as_bytes());
    call.header("Content-Type", "application/x-www-form-urlencoded").header("Accept", "text/html").send()
}

on_both! {
    fn a_link_is_all_that_it_takes(setup: Setup) {
        let desk = items(setup).start();
        let number = closed(&desk, "ann");
        let link = link(&desk, "ann");
        assert_eq!(link.len(), "/rate/".len() + 64);
        let before = desk.ticket("dora", &number).at("/version");
        let page = desk.stranger().get(&link).header("Accept", "text/html").expect(200);
        assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
        let policy = page.header("content-security-policy").unwrap().to_owned();
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-") && !policy.contains("script"), "{policy}");
        let html = text(&page);
        assert!(html.contains("How satisfied are you?") && html.contains(&number) && html.contains("method=\"post\""), "{html}");
        assert!(!html.contains("<script") && !html.contains("http://") && !html.contains("https://"), "{html}");
        desk.stranger().call("HEAD", &link).expect(200);
        desk.stranger().get(&link).expect(200);
        assert_eq!(desk.ticket("dora", &number).at("/version"), before, "whoever only looks changes nothing");
        let nothing = sent(&desk, &link, "text=Hm");
        assert_eq!(nothing.status, 422);
        assert!(text(&nothing).contains("Please choose a score from 1 to 5."), "{}", text(&nothing));
        let thanks = sent(&desk, &link, "score=5&text=Quick+%26+%3Cb%3Efriendly%3C%2Fb%3E");
        assert_eq!(thanks.status, 200, "{}", text(&thanks));
        assert!(text(&thanks).contains("Thank you."));
        let rating = desk.ticket("dora", &number).at("/rating");
        assert_eq!((&rating["score"], &rating["text"]), (&json!(5), &json!("Quick & <b>friendly</b>")));
        assert_eq!((&rating["by"]["username"], desk.ticket("ann", &number).at("/rating/score")), (&json!("ann"), json!(5)));
        let again = sent(&desk, &link, "score=1");
        assert_eq!(again.status, 409);
        assert!(text(&again).contains("rated already"), "{}", text(&again));
        assert!(text(&desk.stranger().get(&link).expect(200)).contains("rated already"));
        assert_eq!(desk.ticket("dora", &number).at("/rating/score"), 5, "the first counts");
        let log = desk.log(&number);
        let count = |kind: &str| log.iter().filter(|it| *it == kind).count();
        assert_eq!((count("rating.asked"), count("rating.given")), (1, 1));
        let events = desk.as_user("ada").get(&format!("/tickets/{number}/events?limit=200")).expect(200);
        assert!(!text(&events).contains(&link["/rate/".len()..]), "the token is in the message alone");
    }

    fn programs_are_answered_as_the_api_answers(setup: Setup) {
        let desk = items(setup).start();
        let number = closed(&desk, "ann");
        let link = link(&desk, "ann");
        let told = |body: Json| desk.stranger().post(&link, body).send().problem();
        assert_eq!(told(json!({})), "422 invalid /score:required");
        assert_eq!(told(json!({"score": 6})), "422 invalid /score:range");
        assert_eq!(told(json!({"score": 0, "text": "x".repeat(2_001)})), "422 invalid /score:range /text:maxLength");
        assert_eq!(told(json!({"score": 3, "colour": "red"})), "422 invalid /colour:unknown");
        let plain = desk.stranger().call("POST", &link).bytes(b"score=3").header("Content-Type", "text/plain").send();
        assert_eq!(plain.problem(), "400 malformed");
        let given = desk.stranger().post(&link, json!({"score": 4})).expect(200);
        assert_eq!((given.at("/score"), given.at("/by/username")), (json!(4), json!("ann")));
        assert_eq!(told(json!({"score": 4})), "409 already_rated");
        assert_eq!(told(json!({"score": "four"})), "409 already_rated");
        assert_eq!(desk.ticket("ann", &number).at("/rating/score"), 4);
        desk.stranger().call("DELETE", &link).expect(405);
    }

    fn a_wrong_link_and_an_old_one_lead_nowhere(setup: Setup) {
        let desk = items(setup).start();
        let number = closed(&desk, "ann");
        let link = link(&desk, "ann");
        for wrong in ["/rate/x".to_owned(), format!("/rate/{}", "0".repeat(64)), format!("{link}0"), link.to_uppercase().replace("/RATE/", "/rate/")] {
            assert_eq!(desk.stranger().get(&wrong).send().problem(), "404 not_found", "{wrong}");
            assert_eq!(sent(&desk, &wrong, "score=5").status, 404);
        }
        let page = desk.stranger().get("/rate/x").header("Accept", "text/html").header("Accept-Language", "zh-CN,zh;q=0.9").send();
        assert_eq!((page.status, page.header("content-type")), (404, Some("text/html; charset=utf-8")));
        assert!(text(&page).contains("链接不存在"), "{}", text(&page));
        desk.advance(Duration::days(29));
        desk.stranger().get(&link).expect(200);
        desk.advance(Duration::days(1));
        assert_eq!(desk.stranger().get(&link).send().problem(), "410 expired");
        assert_eq!(sent(&desk, &link, "score=5").status, 410);
        assert_eq!(desk.ticket("dora", &number).at("/rating"), Json::Null);
        for _ in 0..31 {
            desk.stranger().get("/rate/guess").send();
        }
        let slower = desk.stranger().get("/rate/guess").send();
        assert_eq!(slower.problem(), "429 too_many_attempts");
        assert!(slower.header("retry-after").is_some());
    }

    fn the_page_is_in_the_language_of_who_was_asked(setup: Setup) {
        let desk = items(setup).start();
        let wei = NewUser { username: "wei".to_owned(), language: Some("zh-CN".to_owned()), password: Some("a password".to_owned()), ..NewUser::default() };
        add_user(desk.desk.store(), &wei, &mut Ids::new(&desk.clock)).unwrap();
        desk.desk.refresh().unwrap();
        let number = closed(&desk, "wei");
        let message = desk.messages("wei").into_iter().find(|text| text.contains("/rate/")).unwrap();
        assert!(message.starts_with(&format!("{number}“help”已关闭。您满意吗？")), "{message}");
        let page = text(&desk.stranger().get(&link(&desk, "wei")).expect(200));
        assert!(page.contains("您满意吗？") && page.contains("5 – 非常满意"), "{page}");
        let thanks = sent(&desk, &link(&desk, "wei"), "score=4");
        assert!(text(&thanks).contains("谢谢，您的评价已记录。"));
    }

    fn nobody_is_asked_of_what_was_not_carried_out_nor_too_often(setup: Setup) {
        let desk = items(setup).start();
        let number = desk.submit("ann", "help", json!({}));
        desk.act("ann", &number, "cancel", json!({}));
        assert_eq!(desk.ticket("ann", &number).at("/closure_code"), "cancelled_by_user");
        assert_eq!(links(&desk, "ann").len(), 0);
        let told = desk.as_user("ann").post(&format!("/tickets/{number}/rating"), json!({"score": 1})).send();
        assert!(told.problem().starts_with("409 illegal_operation"), "{}", told.problem());
        let rejected = desk.submit("ann", "laptop", json!({"model": "light"}));
        let no = json!({"outcome": "rejected", "comment": "No.", "code": "budget"});
        desk.answering("max", &rejected, "approval", no).expect(200);
        assert_eq!(links(&desk, "ann").len(), 0);
        closed(&desk, "ann");
        assert_eq!(links(&desk, "ann").len(), 1);
        desk.advance(Duration::days(13));
        closed(&desk, "ann");
        assert_eq!(links(&desk, "ann").len(), 1, "she was asked 13 days ago");
        closed(&desk, "max");
        assert_eq!(links(&desk, "max").len(), 1, "he was not");
        desk.advance(Duration::days(2));
        let by_silence = resolved(&desk, "ann");
        desk.advance(Duration::days(6));
        assert_eq!(desk.ticket("ann", &by_silence).at("/auto_closed"), true);
        assert_eq!(links(&desk, "ann").len(), 2);
    }

    fn the_policy_says_whether_anybody_is_asked(setup: Setup) {
        let off = setup.replaced("workflows/policy.toml", "share = 100", "share = 0");
        let desk = items(off).start();
        let number = closed(&desk, "ann");
        assert_eq!(links(&desk, "ann").len(), 0);
        desk.act("ann", &number, "rating", json!({"score": 3}));
    }

    fn a_low_score_is_told_at_once(setup: Setup) {
        let desk = items(setup).start();
        let number = closed(&desk, "ann");
        desk.stranger().post(&link(&desk, "ann"), json!({"score": 2, "text": "Took a week."})).expect(200);
        let told = format!("{number} “help”: Ann Weber gave it 2 of 5: Took a week.");
        for who in ["dora", "sam"] {
            assert!(desk.messages(who).contains(&told), "{who}: {:?}", desk.messages(who));
        }
        assert!(!desk.messages("dan").contains(&told));
        let fine = closed(&desk, "max");
        desk.act("max", &fine, "rating", json!({"score": 3}));
        assert!(!desk.messages("sam").iter().any(|text| text.contains(&fine)), "that is not low");
    }

    fn who_is_signed_in_rates_once_and_others_do_not(setup: Setup) {
        let desk = items(setup).start();
        let number = resolved(&desk, "ann");
        let path = format!("/tickets/{number}/rating");
        let told = |who: &str, body: Json| desk.as_user(who).post(&path, body).send().problem();
        for (who, expected) in [("max", "404 not_found"), ("dora", "403 forbidden"), ("sam", "403 forbidden"), ("ada", "403 forbidden")] {
            assert_eq!(told(who, json!({"score": 5})), expected, "{who}");
        }
        assert_eq!(told("ann", json!({"score": 9})), "422 invalid /score:range");
        assert_eq!(told("ann", json!({"score": 1.5})), "422 invalid /score:type");
        let has = |who: &str| desk.ticket(who, &number).at("/actions").as_array().unwrap().contains(&json!("rating"));
        assert!(has("ann") && !has("dora"));
        let rated = desk.act("ann", &number, "rating", json!({"score": 4, "text": "  "}));
        assert_eq!((rated.at("/rating/score"), rated.at("/rating/text")), (json!(4), Json::Null));
        assert!(!has("ann"), "once");
        assert_eq!(told("ann", json!({"score": 5})), "409 already_rated");
        desk.act("ann", &number, "close", json!({}));
        assert_eq!(links(&desk, "ann").len(), 0, "who has said so is not asked");
        let others = desk.as_user("dora").post("/tickets", json!({"item": "help", "form": {}, "requested_for": "ann"})).expect(201).text("/number");
        let early = desk.as_user("ann").post(&format!("/tickets/{others}/rating"), json!({"score": 5})).send();
        assert!(early.problem().starts_with("409 illegal_operation"), "{}", early.problem());
    }

    fn who_reopens_it_is_asked_anew_when_it_ends_again(setup: Setup) {
        let desk = items(setup).start();
        let number = closed(&desk, "ann");
        let first = link(&desk, "ann");
        desk.stranger().post(&first, json!({"score": 5, "text": "Quick."})).expect(200);
        let again = desk.act("ann", &number, "reopen", json!({"reason": "It came back."}));
        assert_eq!(again.at("/rating"), Json::Null, "that was of another end");
        assert!(desk.stranger().post(&first, json!({"score": 1})).send().problem().starts_with("409 "));
        desk.act("dora", &number, "resolve", json!({"resolution": "Cannot be done.", "outcome": "failed"}));
        desk.act("ann", &number, "close", json!({}));
        let all = links(&desk, "ann");
        assert_eq!(all.len(), 2, "though she was asked of this very ticket a moment ago");
        assert_eq!(desk.stranger().get(&first).send().problem(), "404 not_found", "the former link leads nowhere");
        let second = all.into_iter().find(|link| *link != first).unwrap();
        desk.stranger().post(&second, json!({"score": 1})).expect(200);
        assert_eq!(desk.ticket("dora", &number).at("/rating/score"), 1);
        let events = desk.as_user("ada").get(&format!("/tickets/{number}/events?limit=200")).expect(200);
        let scores: Vec<Json> = events.each("/data").into_iter().map(|data| data["score"].clone()).filter(|it| !it.is_null()).collect();
        assert_eq!(scores, [5, 1], "both stay on record");
        assert_eq!(desk.stranger().post(&second, json!({"score": 1})).send().problem(), "409 already_rated");
    }

    fn who_rated_what_was_resolved_rates_its_next_end_too(setup: Setup) {
        let desk = items(setup).start();
        let number = resolved(&desk, "ann");
        desk.act("ann", &number, "rating", json!({"score": 4}));
        desk.act("ann", &number, "reopen", json!({"reason": "It came back."}));
        desk.act("dora", &number, "resolve", json!({"resolution": "Done again."}));
        desk.act("ann", &number, "close", json!({}));
        assert_eq!(links(&desk, "ann").len(), 1);
        assert_eq!(desk.act("ann", &number, "rating", json!({"score": 2})).at("/rating/score"), 2);
    }
}
