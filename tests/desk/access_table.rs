//! `docs/access.md`: as the tables say, and each cell of rights and roles as the
//! API does it.

use crate::support::{Desk, on_both};
use maitred::desk::clock::Ids;
use maitred::desk::people::{NewUser, add_user};
use maitred::http::access_page;
use maitred::model::access::{RIGHTS, document};
use maitred::model::people::Role;
use serde_json::json;

/// The page is written anew with INSTA_UPDATE=always, as snapshots are.
#[test]
fn the_page_is_what_the_desk_decides_by() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/access.md");
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        std::fs::write(page, access_page()).unwrap();
    }
    let written = std::fs::read_to_string(page).unwrap_or_default();
    assert!(written == access_page(), "docs/access.md is not what the tables say; INSTA_UPDATE=always writes it");
}

/// The column of a role on the page.
fn cells(right: &str) -> Vec<bool> {
    let page = document();
    let row = page.lines().find(|line| line.starts_with(&format!("| `{right}`:"))).unwrap();
    row.trim_matches('|').split('|').skip(1).map(|cell| cell.trim() == "yes").collect()
}

/// Whether a person of one role may do what the right says: they try.
fn does(desk: &Desk, right: &str, who: &str) -> bool {
    let client = desk.as_user(who);
    let stale = json!(999_999);
    let of_ann = desk.submit("ann", "password-reset", json!({"system": "erp"}));
    let path = |rest: &str| format!("/tickets/{of_ann}{rest}");
    let status = match right {
        "ask" => client.post("/tickets", json!({"item": "password-reset", "form": {"system": "erp"}})).send().status,
        "ask_for_anybody" => {
            let wish = json!({"item": "password-reset", "form": {"system": "erp"}, "requested_for": "viv"});
            client.post("/tickets", wish).send().status
        }
        "see_tickets" => client.get(&path("")).send().status,
        "accept_tickets" => client.post(&path("/accept"), json!({})).if_match(&stale).send().status,
        "write_notes" => client.post(&path("/comments"), json!({"text": "x", "internal": true})).send().status,
        "resolve_over_steps" => {
            desk.act("dora", &of_ann, "accept", json!({}));
            client.post(&path("/resolve"), json!({"resolution": "x", "force": "It is done."})).send().status
        }
        "mend" => client.post(&path("/resume"), json!({})).if_match(&stale).send().status,
        "lift_restriction" => {
            desk.act("dora", &of_ann, "accept", json!({}));
            desk.act("dora", &of_ann, "restrict", json!({"group": "line-2", "reason": "x"}));
            client.post(&path("/unrestrict"), json!({"reason": "x"})).send().status
        }
        "manage_absences" => {
            let away = json!({"person": "fay", "from": "2027-01-01T00:00:00Z", "to": "2027-01-02T00:00:00Z", "substitute": "finn"});
            client.post("/absences", away).send().status
        }
        "see_absences" => client.get("/absences?user=ann").send().status,
        "read_content" => client.get("/releases").send().status,
        "publish" => {
            let source = desk.as_user("ada").get("/workflows/laptop").expect(200).text("/source");
            client.call("PUT", "/workflows/laptop").json(&json!({"source": source})).send().status
        }
        "roll_back" => {
            let first = desk.as_user("ada").get("/releases").expect(200).each("/id")[0].clone();
            client.post(&format!("/releases/{}/rollback", first.as_str().unwrap()), json!({})).send().status
        }
        "read_figures" => client.get("/metrics").send().status,
        "read_outgoing" => client.get("/outgoing").send().status,
        "read_audit" => client.get("/audit").send().status,
        "run_jobs" => client.get("/jobs").send().status,
        "see_plugins" => client.get("/plugins").send().status,
        "manage_people" => client.call("PATCH", "/users/viv").json(&json!({"department": who})).send().status,
        "see_people" => client.get("/users/viv").send().status,
        "see_groups" => client.get("/groups/line-2").send().status,
        other => panic!("nobody tries {other}"),
    };
    assert!(status != 401 && status < 500, "{right} {who}: {status}");
    ![403, 404].contains(&status)
}

on_both! {
    fn each_role_does_what_the_page_says_and_nothing_else(desk: Desk) {
        for role in Role::ALL {
            let username = format!("one-{}", role.as_str().replace('_', "-"));
            let categories = if role == Role::Author { vec!["*".to_owned()] } else { Vec::new() };
            let new = NewUser { password: Some(username.clone()), username, roles: vec![role], categories, ..NewUser::default() };
            add_user(desk.desk.store(), &new, &mut Ids::new(&desk.clock)).unwrap();
        }
        desk.desk.refresh().unwrap();
        let mut wrong = Vec::new();
        for row in RIGHTS {
            for (role, may) in Role::ALL.into_iter().zip(cells(row.name)) {
                let who = format!("one-{}", role.as_str().replace('_', "-"));
                if does(&desk, row.name, &who) != may {
                    wrong.push(format!("{} {}: the page says {may}", row.name, role.as_str()));
                }
            }
        }
        assert_eq!(wrong, [""; 0]);
    }

    fn a_stranger_does_nothing_of_it(desk: Desk) {
        let stranger = desk.stranger();
        for path in ["/me", "/catalog", "/tickets", "/inbox", "/releases", "/releases/proposals", "/absences", "/notifications", "/lookup/people", "/metrics", "/outgoing"] {
            assert_eq!(stranger.get(path).send().problem(), "401 unauthenticated", "{path}");
        }
    }
}
