//! Tickets that open themselves by the timetable of the policy: once for each
//! firing, whatever dies in between and however long nobody watched.

use crate::support::process::run;
use crate::support::{Content, Desk, Setup, on_both};
use chrono::Duration;
use maitred::scheduler::Jobs;
use serde_json::{Value as Json, json};

/// From the beginning, a Monday at ten in Berlin, to seven on the next one.
fn until_monday() -> Duration {
    Duration::days(7) - Duration::hours(3)
}

fn checks(desk: &Desk) -> Vec<Json> {
    desk.as_user("sam").get("/tickets?item=backup-check&sort=created_at").expect(200).each("/number")
}

fn number(of: &Json) -> String {
    of.as_str().unwrap().to_owned()
}

/// Ends an open check.
fn finish(desk: &Desk, number: &str) {
    desk.act("dora", number, "accept", json!({}));
    desk.act("dora", number, "cancel", json!({}));
}

on_both! {
    fn it_opens_on_its_day_for_whom_the_policy_says(desk: Desk) {
        desk.advance(until_monday() - Duration::minutes(1));
        assert!(checks(&desk).is_empty());
        desk.advance(Duration::minutes(1));
        let found = checks(&desk);
        assert_eq!(found.len(), 1);
        let number = number(&found[0]);
        let ticket = desk.ticket("dora", &number);
        assert_eq!((ticket.text("/requester/username"), ticket.text("/requested_for/username")), ("sam".to_owned(), "sam".to_owned()));
        assert_eq!((ticket.text("/title"), ticket.text("/group"), ticket.text("/created_at")), ("Backup check".to_owned(), "line-2".to_owned(), "2026-11-30T06:00:00.000000Z".to_owned()));
        assert_eq!(desk.waits_for(&number).len(), 3, "its script has run");
        let events = desk.as_user("dora").get(&format!("/tickets/{number}/events")).expect(200);
        assert_eq!(events.at("/items/0/actor/type"), "system");
        // Who is nobody of the desk and has nothing to do with it does not see it.
        assert_eq!(desk.as_user("ann").get(&format!("/tickets/{number}")).send().problem(), "404 not_found");
        desk.settle();
        desk.advance(Duration::days(3));
        assert_eq!(checks(&desk).len(), 1, "once for each firing");
    }

    fn while_one_is_open_no_other_is_opened(desk: Desk) {
        desk.advance(until_monday());
        desk.advance(Duration::days(7));
        assert_eq!(checks(&desk).len(), 1);
        finish(&desk, &number(&checks(&desk)[0]));
        desk.settle();
        assert_eq!(checks(&desk).len(), 1, "a firing that was passed over does not come again");
        desk.advance(Duration::days(7));
        assert_eq!(checks(&desk).len(), 2);
    }

    fn without_a_key_every_firing_opens_one(setup: Setup) {
        let desk = setup.replaced("workflows/policy.toml", "once = \"backup-check\"", "form = { restore_test = true, remarks = \"Monthly\" }").start();
        desk.advance(until_monday());
        desk.advance(Duration::days(7));
        let found = checks(&desk);
        assert_eq!(found.len(), 2);
        assert_eq!(desk.ticket("sam", &number(&found[0])).at("/form"), json!({"restore_test": true, "remarks": "Monthly"}));
    }

    fn of_many_nodes_one_opens_it(desk: Desk) {
        let mut nodes: Vec<Jobs> = (0..4).map(|n| Jobs::new(desk.desk.clone(), &format!("node-{n}")).unwrap()).collect();
        let now = desk.clock.advance(until_monday());
        let fired: usize = std::thread::scope(|scope| {
            let running: Vec<_> = nodes.iter_mut().map(|node| scope.spawn(move || node.run_due(now).unwrap())).collect();
            running.into_iter().map(|node| node.join().unwrap()).sum()
        });
        desk.settle();
        // Jobs of the shipped content fire at that moment, too, each on one node.
        assert!(fired >= 1);
        assert_eq!(checks(&desk).len(), 1);
    }

    fn a_firing_whose_node_died_is_this_ones_and_opens_no_second(desk: Desk) {
        let store = desk.desk.store();
        let now = desk.clock.advance(until_monday());
        assert!(store.claim_firing("recurring/backup-check", now, "dead", now, now.plus(Duration::minutes(3))).unwrap());
        desk.settle();
        assert!(checks(&desk).is_empty(), "the other node has it");
        desk.advance(Duration::minutes(4));
        assert_eq!(checks(&desk).len(), 1, "its lease is over");
    }

    fn times_missed_while_nobody_watched_come_to_one(desk: Desk) {
        desk.clock.advance(until_monday() + Duration::days(15));
        let desk = desk.restart();
        assert_eq!(checks(&desk).len(), 1);
        assert_eq!(desk.ticket("sam", &number(&checks(&desk)[0])).text("/created_at"), "2026-12-15T06:00:00.000000Z");
    }

    fn or_to_none_where_the_policy_says_so(setup: Setup) {
        let desk = setup.replaced("workflows/policy.toml", "missed = \"once\"", "missed = \"skip\"").start();
        desk.clock.advance(until_monday() + Duration::days(15));
        let desk = desk.restart();
        assert!(checks(&desk).is_empty());
        desk.advance(Duration::days(6));
        assert_eq!(checks(&desk).len(), 1, "the next one comes in time");
    }

    fn a_ticket_that_cannot_be_opened_leaves_the_timetable_going(desk: Desk) {
        maitred::desk::people::set_active(desk.desk.store(), "sam", false, &desk.clock).unwrap();
        desk.desk.refresh().unwrap();
        desk.advance(until_monday());
        let firings = desk.desk.store().reader().unwrap().firings("recurring/backup-check", 1).unwrap();
        assert_eq!(firings[0].report.as_ref().unwrap()["error"], "/requested_for There is nobody called `sam`.");
        maitred::desk::people::set_active(desk.desk.store(), "sam", true, &desk.clock).unwrap();
        desk.desk.refresh().unwrap();
        desk.advance(Duration::days(7));
        assert_eq!(checks(&desk).len(), 1);
    }
}

#[test]
fn what_is_wrong_with_the_timetable_is_found_before_it_is_in_force() {
    let said = |from: &str, to: &str| {
        let content = Content::copied().replaced("workflows/policy.toml", from, to);
        let output = run(&["check", content.path().to_str().unwrap(), "--demo"]);
        let text = String::from_utf8(output.stderr).unwrap();
        let line = text.lines().find(|line| line.contains("error:")).unwrap().to_owned();
        // Where in the file it stands changes with every other rule.
        line.split_once("error: ").unwrap().1.to_owned()
    };
    insta::assert_snapshot!(said("0 0 7 * * MON", "0 7 * * MON"), @"a schedule has six fields (second, minute, hour, day, month, weekday) and perhaps a year, not 5 [policy]");
    insta::assert_snapshot!(said("item = \"backup-check\"", "item = \"backup-chekc\""), @r#"there is no item "backup-chekc" [unknown_item]"#);
    insta::assert_snapshot!(said("once = \"backup-check\"", "form = { remarks = 7 }"), @r#"the recurring ticket `backup-check`: /form/remarks 7 is not of type "string" [policy]"#);
    insta::assert_snapshot!(said("requested_for = \"sam\"", "requested_for = \"sma\""), @r#"there is no user "sma" [unknown_user]"#);
    insta::assert_snapshot!(said("missed = \"once\"", "missed = \"never\""), @"unknown variant `never`, expected `once` or `skip` [policy]");
    let twice = "once = \"backup-check\"\n[[recurring]]\nitem = \"general-request\"\nschedule = \"@daily\"\nzone = \"Moon/Base\"\nrequested_for = \"sam\"\nonce = \"backup-check\"";
    insta::assert_snapshot!(said("once = \"backup-check\"", twice), @"there are two recurring tickets `backup-check`; tell them apart by `once` [policy]");
    insta::assert_snapshot!(said("Europe/Berlin\"\nrequested", "Moon/Base\"\nrequested"), @"`Moon/Base` is no IANA time zone [policy]");
}
