//! Retention and forgetting: what is over is erased, what is open goes on, and
//! the log keeps its entries.

use crate::support::process::{maitred, run};
use crate::support::{Desk, Setup, on_both};
use chrono::Duration;
use maitred::desk::forgetting::{forget, look};
use maitred::desk::people::DirectoryError;
use maitred::scheduler::Retention;
use serde_json::json;
use std::process::Stdio;

fn setup(setup: Setup) -> Setup {
    let form = json!({"reason": {"type": "string"}, "who": {"type": "string"}});
    let script = r#"task("Look", group("service-desk"), #{ text: `Call ${form.reason}`, show: ["reason", "who"], on_timeout: "remind" }); resolve("Done");"#;
    setup.replaced("workflows/policy.toml", "tickets = \"1095d\"", "tickets = \"60d\"").item("case", form, script)
}

/// A ticket with much that is personal, closed.
fn closed(desk: &Desk, who: &str, reason: &str) -> String {
    let wish = json!({"item": "case", "title": format!("Of {reason}"), "description": "My own words.", "form": {"reason": reason, "who": "ann"}});
    let number = desk.as_user(who).post("/tickets", wish).expect(201).text("/number");
    let path = format!("/tickets/{number}");
    desk.as_user(who).post(&format!("{path}/comments"), json!({"text": "I wrote this."})).expect(201);
    desk.as_user("dora")
        .post(&format!("{path}/comments"), json!({"text": "Ann Weber called, @ann knows."}))
        .expect(201);
    desk.as_user("dora")
        .post(&format!("{path}/work"), json!({"minutes": 5, "note": "Talked to Ann Weber."}))
        .expect(201);
    let (start, end) = (desk.now().plus(Duration::hours(2)), desk.now().plus(Duration::hours(3)));
    let visit = json!({"start": start, "end": end, "people": ["lin"], "place": "Room of Ann Weber", "note": "Ring ann@example.org."});
    desk.as_user("dora").post(&format!("{path}/appointments"), visit).expect(201);
    let answer = json!({"outcome": "done", "comment": "Told Ann Weber."});
    desk.answering("dora", &number, "task", answer).expect(200);
    desk.act(who, &number, "close", json!({}));
    number
}

/// Everything that an admin can read of a ticket.
fn all_of(desk: &Desk, number: &str) -> String {
    let path = format!("/tickets/{number}");
    let parts = [
        "",
        "/comments",
        "/events?limit=200",
        "/steps?all=true",
        "/work",
        "/attachments",
        "/watchers",
        "/appointments",
    ];
    parts.map(|part| desk.as_user("ada").get(&format!("{path}{part}")).expect(200).json().to_string()).concat()
}

/// What the desk-wide log and what was kept back on its way out say.
fn of_desk(desk: &Desk) -> String {
    let said = ["/audit?limit=200", "/outgoing?limit=200"];
    said.map(|path| desk.as_user("ada").get(path).expect(200).json().to_string()).concat()
}

fn retained(desk: &Desk) -> usize {
    Retention::new(desk.desk.clone()).unwrap().run_due(desk.now()).unwrap()
}

/// All open tickets replay: so many.
fn sound(desk: &Desk, tickets: usize) {
    let output = run(&["verify", "--database", &desk.database.url()]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.contains(&format!("{tickets} open tickets replay, 0 do not")), "{said}");
}

on_both! {
    fn closed_tickets_are_erased_when_their_time_is_over(setup: Setup) {
        let desk = self::setup(setup).start();
        let number = closed(&desk, "ann", "a secret illness");
        let open = desk.submit("ann", "case", json!({"reason": "still to do"}));
        let log = desk.log(&number);
        desk.advance(Duration::days(59));
        assert_eq!(retained(&desk), 0, "too early");
        assert!(all_of(&desk, &number).contains("a secret illness"));
        desk.advance(Duration::days(2));
        assert_eq!(retained(&desk), 1);
        assert_eq!(retained(&desk), 0, "once");
        let left = all_of(&desk, &number);
        for word in ["secret", "My own", "I wrote", "Ann Weber", "Told", "@ann"] {
            assert!(!left.contains(word), "{word} in {left}");
        }
        assert_eq!(desk.log(&number), log, "the entries stay");
        let seen = desk.ticket("dora", &number);
        assert_eq!((seen.at("/title"), seen.at("/form"), seen.at("/status")), (json!("case"), json!({}), json!("closed")));
        assert_eq!((seen.at("/work/minutes"), seen.at("/closure_code")), (json!(5), json!("succeeded")), "figures stay");
        assert_ne!(seen.at("/requester/username"), "ann");
        assert_eq!(desk.as_user("ann").get(&format!("/tickets/{number}")).send().problem(), "404 not_found");
        assert_eq!(desk.as_user("dora").post(&format!("/tickets/{number}/reopen"), json!({"reason": "Again."})).send().status, 409);
        assert_eq!(desk.ticket("ann", &open).at("/form/reason"), "still to do");
        let opened = desk.as_user("ada").get("/tickets?item=backup-check").expect(200);
        assert_eq!(opened.each("/number").len(), 1, "the weekly one opened itself meanwhile");
        sound(&desk, 2);
    }

    fn a_person_is_forgotten_and_what_is_open_goes_on(setup: Setup) {
        let capture = "[outgoing]\nmode = \"capture\"\n\n[[recurring]]";
        let desk = self::setup(setup).replaced("workflows/policy.toml", "[[recurring]]", capture).start();
        desk.as_user("ada").patch("/users/ann", json!({"phone": "+49 30 1234"})).expect(200);
        let over = closed(&desk, "ann", "a secret illness");
        let others = closed(&desk, "max", "ann@example.org");
        let open = desk.submit("ann", "case", json!({"reason": "still to do"}));
        let log = desk.log(&over);
        let sent = of_desk(&desk);
        assert!(["Ann Weber", "\"ann\"", "+49 30 1234"].iter().all(|word| sent.contains(word)), "there is something to take out: {sent}");
        let known = look(desk.desk.store(), "ann").unwrap();
        assert_eq!((known.name(), known.closed, known.open.len()), ("Ann Weber", 1, 1));
        let done = forget(desk.desk.store(), &known, &desk.clock).unwrap();
        assert_eq!((done.erased, done.left.len()), (1, 1));
        let desk = desk.restart();

        assert!(matches!(look(desk.desk.store(), "ann"), Err(DirectoryError::Refused(_))), "there is no ann any more");
        let left = all_of(&desk, &over);
        for word in ["secret", "My own", "I wrote", "Ann Weber", "ann@example.org"] {
            assert!(!left.contains(word), "{word} in {left}");
        }
        assert_eq!(desk.log(&over), log, "the entries stay");
        assert!(left.contains(&done.pseudonym));
        let kept = all_of(&desk, &others);
        assert!(kept.contains("My own words.") && kept.contains("max"), "what is another's stays: {kept}");
        assert!(kept.contains("[erased] called, [erased] knows."), "{kept}");
        let sent = of_desk(&desk);
        for word in ["ann@example.org", "@ann", "Ann Weber", "\"ann\"", "+49 30 1234"] {
            assert!(!kept.contains(word), "{word} in {kept}");
            assert!(!sent.contains(word), "{word} in {sent}");
        }
        let users = desk.as_user("ada").get("/users?limit=200").expect(200).json().to_string();
        assert!(!users.contains("Ann Weber") && users.contains(&done.pseudonym));
        let signed_in = desk.stranger().post("/session", json!({"username": "ann", "password": "ann"})).send();
        assert_eq!(signed_in.status, 401);
        let audited = desk.as_user("ada").get("/audit?type=person.forgotten").expect(200);
        assert_eq!((audited.at("/items/0/object"), audited.at("/items/0/data/erased")), (json!(done.pseudonym), json!(1)));

        // What is open is still worked on, and erased when it is closed.
        sound(&desk, 1);
        assert_eq!(desk.ticket("dora", &open).at("/form/reason"), "still to do");
        desk.answer("dora", &open, "task", "done");
        desk.act("dora", &open, "close", json!({}));
        assert_eq!(retained(&desk), 1);
        assert!(!all_of(&desk, &open).contains("still to do"));
    }

    fn the_command_line_asks_first(setup: Setup) {
        let url = setup.database.url();
        let desk = setup.start();
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        let say = |arguments: &[&str]| {
            let output = run(&[arguments, &["--database", &url]].concat());
            let text = [output.stdout, output.stderr].concat();
            format!("{} {}", output.status.code().unwrap(), String::from_utf8_lossy(&text).trim_end())
        };
        let found = "ann (Ann Weber): 0 closed tickets to be erased, 1 open ones";
        assert_eq!(say(&["forget", "ann"]), format!("1 {found}\nerror: this cannot be undone; say --yes to do it"));
        assert_eq!(desk.ticket("dora", &number).text("/requester/name"), "Ann Weber");
        let done = say(&["forget", "ann", "--yes"]);
        assert!(done.starts_with(&format!("0 {found}\nforgotten: 0 tickets erased; the log says forgotten-")), "{done}");
        assert!(done.ends_with("to be erased when they are closed: 1"), "{done}");
        assert_eq!(say(&["forget", "ann", "--yes"]), "1 error: there is nobody called `ann`");
        assert_eq!(say(&["forget", "ada", "--yes"]), "1 error: this is the last admin who is active");
        desk.desk.refresh().unwrap();
        assert!(desk.ticket("dora", &number).text("/requester/name").starts_with("forgotten-"));
    }

    fn killed_while_it_forgets_it_is_begun_anew_and_leaves_nothing(setup: Setup) {
        let desk = self::setup(setup).start();
        let all: Vec<String> = (0..12).map(|_| closed(&desk, "ann", "a secret illness")).collect();
        let logs: Vec<_> = all.iter().map(|number| desk.log(number)).collect();
        let url = desk.database.url();
        let forgetting = || maitred(&["forget", "ann", "--yes", "--database", &url]).stdin(Stdio::null()).stdout(Stdio::null()).spawn().unwrap();
        let store = desk.desk.store();
        let left = || look(store, "ann").map_or(0, |known| known.closed);
        // Killed once so many are erased, and not before; the last is let live.
        for so_far in [1, 5, 9] {
            let mut child = forgetting();
            while left() > all.len() - so_far && child.try_wait().unwrap().is_none() {
                std::thread::yield_now();
            }
            child.kill().ok();
            child.wait().unwrap();
        }
        if left() > 0 {
            assert!(forgetting().wait().unwrap().success());
        }
        run(&["forget", "ann", "--yes", "--database", &url]);
        let desk = desk.restart();
        assert!(matches!(look(desk.desk.store(), "ann"), Err(DirectoryError::Refused(_))), "there is no ann any more");
        for (number, log) in all.iter().zip(logs) {
            let left = all_of(&desk, number);
            for word in ["secret", "My own", "I wrote", "Ann Weber", "ann@example.org"] {
                assert!(!left.contains(word), "{word} in {left}");
            }
            assert_eq!(desk.log(number), log, "the entries stay");
        }
        let sent = of_desk(&desk);
        assert!(!sent.contains("Ann Weber"), "{sent}");
    }

    fn retention_broken_off_goes_on_where_it_was(setup: Setup) {
        let desk = self::setup(setup).start();
        let all: Vec<String> = (0..4).map(|_| closed(&desk, "ann", "a secret illness")).collect();
        desk.advance(Duration::days(61));
        // Another node erased one already, and the round of this one died after that.
        let number = maitred::model::ticket::parse_number(&all[1]).unwrap();
        assert!(desk.desk.store().erase(number, desk.now(), None).unwrap());
        assert!(!desk.desk.store().erase(number, desk.now(), None).unwrap(), "once");
        let desk = desk.restart();
        assert_eq!(retained(&desk), all.len() - 1);
        assert_eq!(retained(&desk), 0);
        assert!(all.iter().all(|number| !all_of(&desk, number).contains("secret")));
    }
}
