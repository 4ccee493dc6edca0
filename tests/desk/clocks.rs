//! What happens when time passes: reminders, escalations step by step, breaches,
//! jobs that fire once.

use crate::support::{Desk, Setup, on_both};
use chrono::Duration;
use maitred::scheduler::Jobs;
use serde_json::json;

/// Whom the open approval asks.
fn asked(desk: &Desk, number: &str) -> Vec<String> {
    let users = desk.open(number, "approval")["for"]["users"].clone();
    let mut names: Vec<String> =
        users.as_array().unwrap().iter().map(|user| user["username"].as_str().unwrap().to_owned()).collect();
    names.sort();
    names
}

/// The demo desk, whose holidays stand in a file beside its policy.
fn with_holidays(setup: Setup, event: &str) -> Setup {
    let lines = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:1\r\n{event}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    );
    let inline = "holidays = [\"2026-12-25\", \"2027-01-01\"]";
    let named = setup.replaced("workflows/policy.toml", inline, "holidays_ics = \"calendars/de.ics\"");
    named.file("workflows/calendars/de.ics", &lines)
}

on_both! {
    fn a_silent_approver_is_reminded_then_others_are_asked_as_well(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.advance(Duration::days(1));
        assert_eq!(desk.messages("max"), [format!("{number} still waits for you: Line manager")]);
        assert_eq!(asked(&desk, &number), ["max"]);
        desk.advance(Duration::days(1));
        assert_eq!(asked(&desk, &number), ["max", "mia"], "his substitute");
        assert_eq!(desk.messages("mia"), [format!("{number} waits for you now: Line manager")]);
        desk.advance(Duration::days(2));
        assert_eq!(asked(&desk, &number), ["max", "mia", "sam"], "their manager");
        // It never expires of itself.
        desk.advance(Duration::days(60));
        assert_eq!(desk.ticket("ann", &number).at("/status"), "new");
        desk.answer("mia", &number, "approval", "approved");
        assert_eq!(desk.waits_for(&number), ["cost"]);
    }

    fn a_substitute_votes_in_the_place_of_the_silent_one(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.advance(Duration::days(2));
        let step = desk.answer("mia", &number, "approval", "approved");
        assert_eq!(step.at("/votes/0/by/username"), "mia");
        assert_eq!(step.at("/votes/0/on_behalf_of/username"), "max");
    }

    fn of_a_quorum_the_silent_seat_is_passed_on_and_counts_once(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "pro"}));
        desk.answer("max", &number, "approval", "approved");
        desk.answer("fay", &number, "approval", "approved");
        desk.advance(Duration::days(3));
        // Finn's manager is asked in his place; both may still answer, one counts.
        let step = desk.answer("sam", &number, "approval", "approved");
        assert_eq!(step.at("/state"), "done");
        assert_eq!(step.at("/votes/1/on_behalf_of/username"), "finn");
    }

    fn a_holiday_of_the_file_beside_the_policy_is_no_working_day(setup: Setup) {
        // Monday and Tuesday are closed, so that the hour is one of Wednesday's.
        let desk = with_holidays(setup, "DTSTART;VALUE=DATE:20251123\r\nDTEND;VALUE=DATE:20251125\r\nRRULE:FREQ=YEARLY").start();
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        assert_eq!(desk.ticket("ann", &number).at("/sla/respond_due"), "2026-11-25T08:00:00.000000Z");
    }

    fn a_breach_is_marked_when_it_happens(desk: Desk) {
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        let sla = |pointer: &str| desk.ticket("dora", &number).at(&format!("/sla/{pointer}"));
        assert_eq!(sla("respond_due"), "2026-11-23T10:00:00.000000Z");
        assert_eq!(sla("resolve_due"), "2026-11-23T13:30:00.000000Z", "four working hours, lunch between");
        desk.advance(Duration::minutes(59));
        assert_eq!(sla("respond_breached"), false);
        desk.advance(Duration::minutes(1));
        assert_eq!((sla("respond_breached"), sla("resolve_breached")), (json!(true), json!(false)));
        desk.act("dora", &number, "accept", json!({}));
        assert_eq!(sla("respond_breached"), true, "too late stays too late");
        desk.advance(Duration::hours(4));
        assert_eq!(sla("resolve_breached"), true);
        assert_eq!(desk.log(&number).iter().filter(|kind| *kind == "sla.breached").count(), 2);
    }

    fn the_clock_stands_still_while_approval_and_cost_are_waited_for(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let sla = || desk.ticket("dora", &number).at("/sla");
        assert_eq!((sla()["started_at"].clone(), sla()["resolve_due"].clone()), (json!(null), json!(null)), "it starts when approved");
        desk.advance(Duration::hours(1));
        desk.answer("max", &number, "approval", "approved");
        assert_eq!((sla()["started_at"].clone(), sla()["paused"].clone()), (json!("2026-11-23T10:00:00.000000Z"), json!(true)));
        let before = sla()["resolve_due"].clone();
        desk.advance(Duration::hours(1));
        desk.answer("ann", &number, "cost", "confirmed");
        assert_eq!(sla()["paused"], false);
        assert_ne!(sla()["resolve_due"], before, "an hour later");
    }

    fn the_job_escalates_what_is_overdue_and_tells_the_manager(desk: Desk) {
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        desk.act("dora", &number, "accept", json!({}));
        desk.advance(Duration::hours(5));
        let ticket = desk.ticket("ann", &number);
        assert_eq!((ticket.at("/status"), ticket.at("/group"), ticket.at("/escalation_level")), (json!("escalated"), json!("line-2"), json!(1)));
        assert_eq!(ticket.at("/owner/username"), "dora", "she stays answerable");
        assert_eq!(desk.messages("sam"), [format!("{number} was escalated: The resolution is overdue")]);
        desk.advance(Duration::days(5));
        let escalated = desk.log(&number).iter().filter(|kind| *kind == "ticket.escalated").count();
        assert_eq!(escalated, 2, "once by the job, and once a manager is told by the policy");
    }

    fn the_job_raises_what_nobody_took(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.advance(Duration::hours(3));
        assert_eq!(desk.ticket("ann", &number).at("/escalation_level"), 0);
        desk.advance(Duration::hours(3));
        let ticket = desk.ticket("ann", &number);
        assert_eq!((ticket.at("/status"), ticket.at("/escalation_level")), (json!("new"), json!(0)), "from new only the queue changes");
        assert_eq!(desk.messages("sam"), [format!("{number} was escalated: Nobody has taken it for four working hours")]);
    }

    fn a_firing_is_claimed_by_one_of_many_nodes(desk: Desk) {
        let numbers: Vec<String> = (0..5).map(|_| desk.submit("ann", "password-reset", json!({"system": "erp"}))).collect();
        for number in &numbers {
            desk.act("dora", number, "accept", json!({}));
        }
        let mut nodes: Vec<Jobs> = (0..4).map(|n| Jobs::new(desk.desk.clone(), &format!("node-{n}")).unwrap()).collect();
        // Breaches are marked by timers; then all nodes wake at one moment.
        desk.advance(Duration::hours(5) - Duration::minutes(10));
        let now = desk.clock.advance(Duration::minutes(10));
        let fired: usize = std::thread::scope(|scope| {
            let running: Vec<_> = nodes.iter_mut().map(|node| scope.spawn(move || node.run_due(now).unwrap())).collect();
            running.into_iter().map(|node| node.join().unwrap()).sum()
        });
        assert_eq!(fired, 1);
        for number in &numbers {
            assert_eq!(desk.log(number).iter().filter(|kind| *kind == "ticket.escalated").count(), 1);
        }
    }

    fn firings_missed_while_nobody_watched_come_to_one(setup: Setup) {
        let desk = setup.start();
        desk.advance(Duration::minutes(20));
        let firings = |desk: &Desk| desk.desk.store().reader().unwrap().firings("escalate-overdue", 100).unwrap().len();
        let before = firings(&desk);
        desk.clock.advance(Duration::days(2));
        let desk = desk.restart();
        assert_eq!(firings(&desk), before + 1);
    }

    fn timers_outlive_the_desk(setup: Setup) {
        let desk = setup.start();
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.clock.advance(Duration::days(3));
        let desk = desk.restart();
        assert_eq!(asked(&desk, &number), ["max", "mia"]);
        assert_eq!(desk.log(&number).iter().filter(|kind| *kind == "step.escalated").count(), 1);
    }
}
