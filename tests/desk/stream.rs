//! Server-sent events: what happens on tickets, to those who may see it.

use crate::support::{Client, Desk, Setup, Stream, on_both};
use serde_json::{Value as Json, json};

/// Number and type of the next events.
#[track_caller]
fn told(stream: &mut Stream, count: usize) -> Vec<String> {
    let line = |event: (String, Json)| {
        format!("{} {}", event.1["number"].as_str().unwrap(), event.1["type"].as_str().unwrap())
    };
    (0..count).map(|_| line(stream.next().expect("the stream goes on"))).collect()
}

/// The same from the first event of a type on: what happened just before somebody
/// listened may be told to them, too.
#[track_caller]
fn told_from(first: &str, stream: &mut Stream, count: usize) -> Vec<String> {
    let lines = std::iter::from_fn(|| Some(told(stream, 1).remove(0)));
    lines.skip_while(|line| !line.ends_with(first)).take(count).collect()
}

fn say(client: &Client, number: &str, text: &str, internal: bool) {
    client.post(&format!("/tickets/{number}/comments"), json!({"text": text, "internal": internal})).expect(201);
}

on_both! {
    fn each_is_told_of_what_they_may_see(desk: Desk) {
        let (anns, vivs) = (desk.submit("ann", "laptop", json!({"model": "light"})), desk.submit("viv", "password-reset", json!({"system": "erp"})));
        let mut ann = desk.as_user("ann").get("/stream").open();
        let mut dora = desk.as_user("dora").get("/stream").open();
        say(&desk.as_user("dora"), &vivs, "Hello Viv.", false);
        say(&desk.as_user("dora"), &anns, "Between us.", true);
        say(&desk.as_user("ann"), &anns, "When?", false);
        let for_ann = told_from("ticket.accepted", &mut ann, 2);
        assert_eq!(for_ann, [format!("{anns} ticket.accepted"), format!("{anns} comment.added")], "no note of staff, nothing of Viv's");
        let for_dora = told_from("ticket.accepted", &mut dora, 5);
        assert_eq!(for_dora.iter().filter(|line| line.ends_with("comment.added")).count(), 3, "{for_dora:?}");
        let (_, last) = { say(&desk.as_user("ann"), &anns, "Today?", false); ann.next().unwrap() };
        assert_eq!(last["version"], desk.ticket("ann", &anns).at("/version"));
    }

    fn who_comes_again_misses_nothing(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let dora = desk.as_user("dora");
        let mut first = dora.get("/stream").open();
        say(&dora, &number, "One", false);
        told_from("ticket.accepted", &mut first, 1);
        let (id, _) = first.next().unwrap();
        drop(first);
        for text in ["Two", "Three", "Four"] {
            say(&dora, &number, text, false);
        }
        let mut second = dora.get("/stream").header("Last-Event-ID", &id).open();
        assert_eq!(told(&mut second, 3), vec![format!("{number} comment.added"); 3]);
        say(&dora, &number, "Five", false);
        assert_eq!(told(&mut second, 1), [format!("{number} comment.added")], "once, and nothing twice");
        assert_eq!(dora.get("/stream").header("Last-Event-ID", "yesterday").send().problem(), "400 malformed");
    }

    fn a_ticket_that_was_closed_to_others_is_told_to_them_no_more(setup: Setup) {
        let script = r#"handle("Look", group("service-desk")); restrict(group("board")); handle("Act", group("board"));"#;
        let desk = setup.item("secret", json!({}), script).start();
        let number = desk.submit("ann", "secret", json!({}));
        let mut lin = desk.as_user("lin").get("/stream").open();
        desk.act("dora", &number, "accept", json!({}));
        assert_eq!(told_from("ticket.accepted", &mut lin, 1), [format!("{number} ticket.accepted")]);
        let other = desk.submit("ann", "laptop", json!({"model": "light"}));
        let seen = told(&mut lin, 1);
        assert_eq!(seen, [format!("{other} ticket.submitted")]);
        desk.answering("dora", &number, "work", json!({"outcome": "done", "output": {"resolution": "Seen."}})).expect(200);
        say(&desk.as_user("ann"), &number, "Quietly.", false);
        say(&desk.as_user("ann"), &other, "Loudly.", false);
        let rest: Vec<String> = std::iter::from_fn(|| Some(told(&mut lin, 1).remove(0))).take_while(|line| !line.ends_with("comment.added")).collect();
        assert!(rest.iter().all(|line| line.starts_with(&other)), "{rest:?}");
    }

    fn it_ends_with_the_session(desk: Desk) {
        let sign_in = || desk.stranger().post("/session", json!({"username": "dan", "password": "dan"})).expect(200).text("/token");
        let token = sign_in();
        let dan = Client::with_token(desk.address(), &token);
        let mut stream = dan.get("/stream").open();
        dan.delete("/session").expect(204);
        assert_eq!(stream.next(), None);
        dan.get("/stream").expect(401);
        desk.stranger().get("/stream").expect(401);
    }

    fn nobody_has_too_many(desk: Desk) {
        let dora = desk.as_user("dora");
        let open: Vec<Stream> = (0..10).map(|_| dora.get("/stream").open()).collect();
        assert_eq!(dora.get("/stream").send().status, 429);
        desk.as_user("dan").get("/stream").open();
        drop(open);
    }

    fn who_hung_up_is_not_counted(desk: Desk) {
        let dora = desk.as_user("dora");
        for _ in 0..25 {
            drop(dora.get("/stream").open());
        }
        let mut stays = dora.get("/stream").open();
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        assert_eq!(stays.next().unwrap().1["number"], number.as_str());
    }
}

#[test]
fn what_one_node_did_is_told_by_the_other() {
    let Some(setup) = Setup::postgres() else { return };
    let one = setup.start();
    let other = one.another_node();
    let number = one.submit("ann", "laptop", json!({"model": "light"}));
    let mut dora = other.as_user("dora").get("/stream").open();
    say(&one.as_user("ann"), &number, "Here", false);
    say(&other.as_user("ann"), &number, "There", false);
    assert_eq!(told_from("comment.added", &mut dora, 2), vec![format!("{number} comment.added"); 2]);
    let (id, _) = {
        say(&one.as_user("ann"), &number, "Again", false);
        dora.next().unwrap()
    };
    drop(dora);
    say(&other.as_user("ann"), &number, "Meanwhile", false);
    let mut dora = one.as_user("dora").get("/stream").header("Last-Event-ID", &id).open();
    assert_eq!(told(&mut dora, 1), [format!("{number} comment.added")]);
}
