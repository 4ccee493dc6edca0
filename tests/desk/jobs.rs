//! Jobs as admins see them: when each fires, what came of its runs, and a run
//! out of turn, which is one run however often it is wished for.

use crate::support::{Answer, Client, Desk, on_both};
use chrono::Duration;
use maitred::store::{KEPT, OutOfTurn};
use serde_json::{Value as Json, json};

const JOB: &str = "escalate-overdue";

fn runs(desk: &Desk, job: &str) -> Answer {
    desk.as_user("ada").get(&format!("/jobs/{job}/runs")).expect(200)
}

fn run(client: &Client, job: &str) -> Answer {
    client.post(&format!("/jobs/{job}/run"), json!({})).send()
}

fn job(desk: &Desk, name: &str) -> Json {
    let listed = desk.as_user("ada").get("/jobs").expect(200);
    listed.at("/items").as_array().unwrap().iter().find(|job| job["name"] == name).cloned().unwrap()
}

/// A ticket that is overdue, and that the job has not looked at yet.
fn overdue(desk: &Desk) -> String {
    let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
    desk.act("dora", &number, "accept", json!({}));
    desk.clock.advance(Duration::hours(5) + Duration::minutes(3));
    number
}

on_both! {
    fn jobs_say_when_they_fire_and_what_came_of_it(desk: Desk) {
        let listed = desk.as_user("ada").get("/jobs").expect(200);
        assert_eq!(listed.rows(&["name", "kind", "schedule", "zone", "roles", "item", "next_run"]),
            "escalate-overdue | script | 0 */10 * * * * | Asia/Shanghai | [\"agent\"] | null | 2026-11-23T09:10:00.000000Z\n\
             recurring/backup-check | recurring | 0 0 7 * * MON | Europe/Berlin | [] | backup-check | 2026-11-30T06:00:00.000000Z");
        assert!(listed.text("/items/0/doc").contains("Moves work up that is past its due time"));
        assert_eq!((listed.at("/items/0/path"), listed.at("/items/0/faults"), listed.at("/items/0/running")), (json!("workflows/jobs/escalate-overdue.rhai"), json!([]), json!(false)));
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        desk.act("dora", &number, "accept", json!({}));
        desk.advance(Duration::hours(5));
        let last = job(&desk, JOB)["runs"][0].clone();
        assert_eq!((last["state"].clone(), last["found"].clone(), last["done"].clone(), last["refused"].clone()), (json!("done"), json!(1), json!(1), json!(0)), "{last:#}");
        assert_eq!((last["asked_by"].clone(), last["started_at"].clone()), (json!(null), json!("2026-11-23T14:00:00.000000Z")));
        assert!(last["seconds"].as_f64().is_some() && last["finished_at"].is_string());
        let first = runs(&desk, JOB).at("/items").as_array().unwrap().last().cloned().unwrap();
        assert_eq!((first["state"].clone(), first["message"].clone()), (json!("skipped"), json!("before the job was known")));
        for who in ["ann", "max", "dora", "lin", "sam", "ula", "kim"] {
            assert_eq!(desk.as_user(who).get("/jobs").send().problem(), "403 forbidden", "{who}");
            assert_eq!(desk.as_user(who).get("/jobs/escalate-overdue/runs").send().problem(), "403 forbidden", "{who}");
        }
        assert_eq!(desk.as_user("ada").get("/jobs?x=1").send().problem(), "422 invalid /x:unknown");
    }

    fn a_job_is_run_out_of_turn_and_keeps_its_schedule(desk: Desk) {
        let number = overdue(&desk);
        let ran = run(&desk.as_user("ada"), JOB).expecting(200);
        assert_eq!((ran.at("/state"), ran.at("/found"), ran.at("/done"), ran.at("/asked_by")), (json!("done"), json!(1), json!(1), json!("ada")), "{}", ran.shown());
        assert_eq!(ran.at("/fire_time"), json!(desk.now()));
        let ticket = desk.ticket("ann", &number);
        assert_eq!((ticket.at("/status"), ticket.at("/escalation_level")), (json!("escalated"), json!(1)));
        let again = run(&desk.as_user("ada"), JOB).expecting(200);
        assert_eq!((again.at("/found"), again.at("/done")), (json!(0), json!(0)), "it is a run of its own");
        assert!(again.text("/fire_time") > ran.text("/fire_time"));
        let audited = desk.as_user("ula").get("/audit?type=job.started").expect(200);
        assert_eq!(audited.rows(&["actor/username", "object"]), "ada | escalate-overdue\nada | escalate-overdue");
        desk.settle();
        assert_eq!(runs(&desk, JOB).at("/items/0/fire_time"), again.at("/fire_time"), "what was due before is done by it");
        desk.advance(Duration::minutes(10));
        let last = runs(&desk, JOB).at("/items/0");
        assert_eq!((last["asked_by"].clone(), last["state"].clone(), last["found"].clone()), (json!(null), json!("done"), json!(0)), "{last:#}");
        assert_eq!(desk.ticket("ann", &number).at("/escalation_level"), 1);
    }

    fn while_it_runs_it_is_not_run_again(desk: Desk) {
        let store = desk.desk.store();
        let now = desk.clock.advance(Duration::minutes(1));
        assert!(store.claim_firing(JOB, now, "another", now, now.plus(Duration::minutes(3))).unwrap());
        assert_eq!(run(&desk.as_user("ada"), JOB).problem(), "409 illegal_operation");
        assert_eq!((job(&desk, JOB)["running"].clone(), runs(&desk, JOB).at("/items/0/state")), (json!(true), json!("running")));
        assert!(store.finish_firing(JOB, now, "another", now, &json!({"error": "workflows/jobs/escalate-overdue.rhai:8: no"})).unwrap());
        let seen = job(&desk, JOB);
        assert_eq!((seen["running"].clone(), seen["last_failure"]["state"].clone()), (json!(false), json!("failed")));
        assert!(seen["last_failure"]["message"].as_str().unwrap().contains(":8: no"));
        run(&desk.as_user("ada"), JOB).expecting(200);
        // Of two who wish for it at the same time one has it, and its schedule waits.
        let ada = desk.desk.world().people.by_username("ada").unwrap().id;
        let now = desk.clock.advance(Duration::minutes(1));
        let wish = |node: &str| OutOfTurn { job: JOB.to_owned(), by: ada, origin: None, now, node: node.to_owned(), lease_until: now.plus(Duration::minutes(30)), once: None };
        assert_eq!(store.claim_out_of_turn(wish("one")).unwrap(), Some(now));
        assert_eq!(store.claim_out_of_turn(wish("two")).unwrap(), None);
        desk.advance(Duration::minutes(20));
        assert_eq!(runs(&desk, JOB).at("/items/0/fire_time"), json!(now), "it is under way");
        desk.advance(Duration::minutes(20));
        let all = runs(&desk, JOB).rows(&["asked_by", "state"]);
        assert!(all.starts_with("null | done\nada | done\nada | done\nnull | failed"), "whoever ran it died, and it was run again: {all}");
    }

    fn a_repeat_under_the_same_key_is_the_same_run(desk: Desk) {
        let call = |job: &str, body: Json| desk.as_user("ada").post(&format!("/jobs/{job}/run"), body).key("k-1").send();
        let ran = call(JOB, json!({})).expecting(200);
        assert_eq!(ran.header("idempotency-replayed"), None);
        desk.clock.advance(Duration::minutes(1));
        let again = call(JOB, json!({})).expecting(200);
        assert_eq!((again.json(), again.header("idempotency-replayed")), (ran.json(), Some("true")));
        assert_eq!(call("recurring%2Fbackup-check", json!({})).problem(), "422 idempotency_key_reused");
        assert_eq!(runs(&desk, JOB).each("/asked_by").iter().filter(|by| **by == "ada").count(), 1);
    }

    fn who_may_not_runs_nothing(desk: Desk) {
        for who in ["ann", "max", "dora", "lin", "sam", "ula", "kim"] {
            assert_eq!(run(&desk.as_user(who), JOB).problem(), "403 forbidden", "{who}");
        }
        assert_eq!(run(&desk.stranger(), JOB).problem(), "401 unauthenticated");
        assert_eq!(run(&desk.as_user("ada"), "nothing").problem(), "404 not_found");
        assert_eq!(desk.as_user("ada").get("/jobs/nothing/runs").send().problem(), "404 not_found");
        assert_eq!(desk.as_user("ada").get("/jobs/escalate-overdue/runs?cursor=x").send().problem(), "400 malformed");
        assert_eq!(desk.as_user("ada").get("/jobs/escalate-overdue/runs?limit=0").send().problem(), "422 invalid /limit:enum");
        assert_eq!(desk.as_user("ada").post("/jobs/escalate-overdue/run", json!({"at": "now"})).send().problem(), "422 invalid /at:unknown");
        assert_eq!(runs(&desk, JOB).each("/state"), ["skipped"]);
    }

    fn a_ticket_that_opens_itself_is_opened_out_of_turn(desk: Desk) {
        let ran = run(&desk.as_user("ada"), "recurring%2Fbackup-check").expecting(200);
        let number = ran.text("/ticket");
        assert_eq!((ran.text("/state"), desk.ticket("dora", &number).text("/item")), ("done".to_owned(), "backup-check".to_owned()));
        let again = run(&desk.as_user("ada"), "recurring%2Fbackup-check").expecting(200);
        assert_eq!((again.at("/state"), again.at("/message"), again.at("/ticket")), (json!("skipped"), json!("one is open"), json!(number)));
        assert_eq!(runs(&desk, "recurring%2Fbackup-check").each("/state"), ["skipped", "done", "skipped"]);
    }

    fn runs_come_in_pages_and_the_oldest_go(desk: Desk) {
        let store = desk.desk.store();
        let more = 20;
        for n in 0..KEPT + more {
            let at = desk.now().plus(Duration::seconds(n));
            assert!(store.claim_firing("gone", at, "here", at, at.plus(Duration::minutes(3))).unwrap());
            assert!(store.finish_firing("gone", at, "here", at, &json!({"found": n})).unwrap());
        }
        let mut found = Vec::new();
        let mut path = "/jobs/gone/runs?limit=200".to_owned();
        loop {
            let page = desk.as_user("ada").get(&path).expect(200);
            found.extend(page.each("/found").iter().map(|n| n.as_i64().unwrap()));
            match page.at("/next_cursor").as_str() {
                Some(cursor) => path = format!("/jobs/gone/runs?limit=200&cursor={cursor}"),
                None => break,
            }
        }
        assert_eq!(found, (more..KEPT + more).rev().collect::<Vec<_>>(), "runs of a job that is gone are kept, too");
    }
}
