//! What a confidential ticket shows to those who do not see it: nothing. All
//! that they can read is read before it comes and after, and must be the same.

use super::kinds::of_all_kinds;
use crate::support::{Desk, Setup, on_both};
use chrono::Duration;
use maitred::desk::clock::Ids;
use maitred::desk::people::{NewUser, add_user};
use maitred::http::ROUTES;
use maitred::model::people::Role;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

/// A word that is said on the confidential ticket alone.
const WORD: &str = "swordfish";
/// Nobody of these has to do with it.
const OTHERS: [&str; 9] = ["dora", "dan", "sam", "kim", "ula", "ada", "max", "viv", "fay"];

fn window() -> Json {
    json!({"from": "2026-12-01T08:00:00Z", "to": "2026-12-01T12:00:00Z"})
}

/// A desk with a change `vault` whose tickets are for line 2 alone, where opal is the agent.
fn with_a_vault(setup: Setup) -> Desk {
    let script = "assign(group(\"line-2\"));\nlet done = handle(\"Do the vault\", group(\"line-2\"));\nresolve(done.resolution);\n";
    let secret = "\"kind\":\"change\",\"restricted_to\":\"line-2\"";
    let setup = of_all_kinds(setup).item("vault", json!({"what": {"type": "string"}}), script);
    let setup =
        setup.item("several", json!({}), "handle(\"All of it\", group(\"service-desk\"));\nresolve(\"done\");\n");
    let setup = setup.replaced("workflows/policy.toml", "parent = \"collection\"", "parent = \"several\"");
    let desk = setup.replaced("schemas/vault.json", "\"kind\":\"request\"", secret).start();
    let new = NewUser {
        username: "opal".to_owned(),
        password: Some("opal's password".to_owned()),
        roles: vec![Role::Agent],
        groups: vec!["line-2".to_owned()],
        ..NewUser::default()
    };
    add_user(desk.desk.store(), &new, &mut Ids::new(&desk.clock)).unwrap();
    desk.desk.refresh().unwrap();
    desk
}

/// A change that all staff see, in the same time on the same thing.
fn an_open_one(desk: &Desk) -> String {
    let number = desk.submit("max", "swap", json!({"what": "It"}));
    desk.act("dora", &number, "accept", json!({}));
    let facts = json!({"change": {"window": window(), "cis": ["srv-1"], "services": ["mail"]}});
    desk.as_user("dora").patch(&format!("/tickets/{number}"), facts).expect(200);
    number
}

/// The confidential one, of which as much is said as can be; its number and file.
fn a_secret_one(desk: &Desk) -> (String, String) {
    let number = desk.submit("ann", "vault", json!({"what": WORD}));
    desk.act("opal", &number, "accept", json!({}));
    let opal = desk.as_user("opal");
    let path = |rest: &str| format!("/tickets/{number}{rest}");
    let facts = json!({"title": format!("The {WORD}"), "change": {"window": window(), "cis": ["srv-1"], "services": ["mail"], "plan": WORD}});
    opal.patch(&path(""), facts).expect(200);
    desk.act("opal", &number, "assign", json!({"group": "line-2", "assignee": "lin", "reason": WORD}));
    opal.post(&path("/comments"), json!({"text": format!("@sam @dora @max @ula: {WORD}"), "internal": true}))
        .expect(201);
    opal.post(&path("/comments"), json!({"text": format!("@sam @dora @max: {WORD}")})).expect(201);
    let file = desk.as_user("ann").upload(&format!("{WORD}.txt"), WORD).expect(201).text("/id");
    desk.as_user("ann").post(&path("/attachments"), json!({"attachment": file})).expect(201);
    opal.post(&path("/work"), json!({"minutes": 7, "note": WORD})).expect(201);
    let start = desk.now();
    let meeting = json!({"start": start.plus(Duration::hours(2)), "end": start.plus(Duration::hours(3)), "note": WORD});
    opal.post(&path("/appointments"), meeting).expect(201);
    opal.post(&path("/escalate"), json!({"level": "functional", "group": "line-2", "reason": WORD})).send();
    desk.settle();
    (number, file)
}

/// What somebody reads wherever tickets are told of.
fn all_that_is_read(desk: &Desk, who: &str, open: &str) -> BTreeMap<String, String> {
    let mut paths: Vec<String> = [
        "",
        "q=swordfish",
        "q=vault",
        "item=vault",
        "requester=ann",
        "owner=opal",
        "assignee=lin",
        "group=line-2",
        "kind=change",
        "status=assigned",
        "status=escalated",
        "priority=P3",
        "waiting_on=work",
        "mine=true",
        "watched=true",
        "unassigned=true",
        "sort=-updated_at",
        "sort=priority",
        "sort=resolve_due",
        "overdue=true",
    ]
    .iter()
    .map(|query| format!("/tickets?count=true&limit=200&{query}"))
    .collect();
    paths.extend(
        ["", "q=swordfish", "group=line-2"]
            .iter()
            .map(|query| format!("/tickets/export.csv?columns=number,title,status&{query}")),
    );
    for path in [
        "/queues",
        "/appointments",
        "/views",
        "/inbox",
        "/notifications?limit=200",
        "/incidents/known",
        "/catalog?sort=most_used",
        "/catalog",
        "/catalog/vault",
        "/users/lin/load",
        "/users/opal/load",
        "/users/ann/load",
        "/groups/line-2/load",
        "/groups/service-desk/load",
        "/groups/line-2",
        "/lookup/people?q=a",
        "/lookup/groups",
        "/absences",
        "/drafts",
        "/canned-replies",
        "/workflows/vault",
        "/workflows/vault/versions",
        "/releases",
        "/users/lin",
        "/users?limit=200",
    ] {
        paths.push(path.to_owned());
    }
    for part in [
        "",
        "/events?limit=200",
        "/steps",
        "/steps?all=true",
        "/comments",
        "/links",
        "/watchers",
        "/attachments",
        "/explain",
        "/affected",
        "/work",
        "/appointments",
    ] {
        paths.push(format!("/tickets/{open}{part}"));
    }
    let client = desk.as_user(who);
    let shown = |path: &String| {
        let answer = client.get(path).send();
        let mut text = format!("{} {}", answer.status, String::from_utf8_lossy(&answer.body));
        // Only the number of the call may be another.
        if let Some(id) = answer.header("x-request-id").filter(|id| !id.is_empty()) {
            text = text.replace(id, "");
        }
        text
    };
    paths.iter().map(|path| (path.clone(), shown(path))).collect()
}

/// A problem, but for the number of the call and of the ticket.
fn refusal(answer: &crate::support::Answer, number: &str) -> String {
    let mut problem = answer.json();
    problem.as_object_mut().unwrap().remove("request_id");
    problem.to_string().replace(number, "NUMBER")
}

on_both! {
    fn who_does_not_see_it_reads_the_same_as_without_it(setup: Setup) {
        let desk = with_a_vault(setup);
        let open = an_open_one(&desk);
        let before: Vec<_> = OTHERS.map(|who| all_that_is_read(&desk, who, &open)).into();
        let (number, _) = a_secret_one(&desk);
        assert!(desk.as_user("lin").get("/tickets?q=swordfish").expect(200).each("/number").contains(&json!(number)));
        let found = desk.as_user("lin").get("/tickets/export.csv?q=swordfish").expect(200);
        assert!(String::from_utf8_lossy(&found.body).contains(&number));
        for (who, before) in OTHERS.iter().zip(before) {
            let after = all_that_is_read(&desk, who, &open);
            for (path, text) in &before {
                assert_eq!(text, &after[path], "{who} {path}");
            }
            assert!(!after.values().any(|text| text.contains(WORD)), "{who}");
        }
        // Tables are packed: one that finds it is another than one that finds nothing.
        let table = |who: &str, word: &str| desk.as_user(who).get(&format!("/tickets/export.xlsx?columns=number,title&q={word}")).expect(200).body.len();
        for who in OTHERS {
            assert_eq!(table(who, WORD), table(who, "nothing"), "{who}");
        }
        assert_ne!(table("lin", WORD), table("lin", "nothing"));
    }

    fn it_is_told_from_one_that_is_not_there_by_no_call(setup: Setup) {
        let desk = with_a_vault(setup);
        let open = an_open_one(&desk);
        let (number, file) = a_secret_one(&desk);
        let lin = desk.as_user("lin");
        let first = |part: &str| lin.get(&format!("/tickets/{number}/{part}")).expect(200).text("/items/0/id");
        let (step, comment) = (first("steps"), first("comments"));
        let nothing = "00000000-0000-7000-8000-000000000000";
        for who in OTHERS {
            let client = desk.as_user(who);
            for (method, path, _) in ROUTES {
                let (real, none) = match *path {
                    path if path.starts_with("/tickets/{number}") => (number.as_str(), "CHG-999999"),
                    path if path.starts_with("/steps/{id}") => (step.as_str(), nothing),
                    path if path.starts_with("/comments/{id}") => (comment.as_str(), nothing),
                    path if path.starts_with("/attachments/{id}") => (file.as_str(), nothing),
                    _ => continue,
                };
                // Lifting what they do not see is for two roles, and on record.
                if path.ends_with("/unrestrict") && ["sam", "ada"].contains(&who) {
                    continue;
                }
                let told = |thing: &str| {
                    let place = path.replace("{number}", thing).replace("{id}", thing).replace("{name}", "none");
                    let call = client.call(method, &place);
                    let answer = if *method == "GET" { call.send() } else { call.json(&json!({})).send() };
                    (answer.status, refusal(&answer, thing))
                };
                let (of_it, of_none) = (told(real), told(none));
                assert_eq!(of_it, of_none, "{who} {method} {path}");
                assert!([403, 404].contains(&of_it.0), "{who} {method} {path}: {}", of_it.0);
            }
        }
        // Nor by naming it on a ticket that they do see.
        let names = |to: &str| -> Vec<String> {
            let dora = desk.as_user("dora");
            let call = |path: &str, body: Json| {
                let answer = dora.post(path, body).send();
                format!("{} {}", answer.status, refusal(&answer, to))
            };
            vec![
                call(&format!("/tickets/{open}/links"), json!({"type": "relates_to", "to": to})),
                call(&format!("/tickets/{open}/links"), json!({"type": "duplicates", "to": to})),
                call(&format!("/tickets/{open}/merge"), json!({"into": to, "reason": "x"})),
            ]
        };
        let (of_it, of_none) = (names(&number), names("CHG-999999"));
        assert_eq!(of_it, of_none);
        assert!(of_it.iter().all(|told| told.starts_with("404")), "{of_it:?}");
        for operation in ["comment", "accept", "cancel"] {
            let wish = json!({"operation": operation, "tickets": [number, "CHG-999999"], "body": if operation == "comment" { json!({"text": "x"}) } else { json!({}) }});
            let told = desk.as_user("sam").post("/tickets/bulk", wish).expect(200);
            let shown = told.shown();
            assert!(!shown.contains(WORD), "{shown}");
            let codes: Vec<Json> = told.json().pointer("/items").or(told.json().pointer("/results")).unwrap().as_array().unwrap().iter().map(|line| line["status"].clone()).collect();
            assert_eq!(codes[0], codes[1], "{shown}");
        }
    }

    fn a_link_to_it_says_nothing_on_the_other_side(setup: Setup) {
        let desk = with_a_vault(setup);
        let open = an_open_one(&desk);
        let (number, _) = a_secret_one(&desk);
        let digits = number.trim_start_matches(|c: char| !c.is_ascii_digit()).to_owned();
        let link = json!({"type": "relates_to", "to": open, "reason": format!("the {WORD}")});
        desk.as_user("opal").post(&format!("/tickets/{number}/links"), link).expect(200);
        desk.settle();
        assert!(desk.ticket("lin", &open).at("/links").to_string().contains(&number));
        for who in OTHERS {
            for (path, text) in all_that_is_read(&desk, who, &open) {
                assert!(!text.contains(WORD), "{who} {path}: {text}");
                assert!(!text.contains(&number) && !text.contains(&format!("-{digits}")), "{who} {path}: {text}");
            }
        }
        // Nor where who sees both links them from the open side, and takes that back.
        let back = json!({"type": "relates_to", "to": number, "reason": format!("the {WORD}")});
        desk.as_user("opal").call("DELETE", &format!("/tickets/{open}/links")).json(&back).expect(200);
        desk.as_user("opal").post(&format!("/tickets/{open}/links"), back).expect(200);
        desk.settle();
        assert!(desk.ticket("lin", &open).at("/links").to_string().contains(&number));
        for who in OTHERS {
            for (path, text) in all_that_is_read(&desk, who, &open) {
                assert!(!text.contains(WORD) && !text.contains(&number), "{who} {path}: {text}");
            }
        }
        // Nor does it when it ends.
        desk.as_user("lin").post(&format!("/tickets/{number}/resolve"), json!({"resolution": WORD})).send();
        desk.settle();
        for who in ["dora", "sam", "max"] {
            for (path, text) in all_that_is_read(&desk, who, &open) {
                assert!(!text.contains(WORD) && !text.contains(&number), "{who} {path}: {text}");
            }
        }
    }

    fn what_is_open_already_and_what_came_together_name_it_to_nobody_else(setup: Setup) {
        let desk = with_a_vault(setup);
        let (number, _) = a_secret_one(&desk);
        let foreseen = |who: &str| {
            let wish = json!({"form": {"what": "x"}, "requested_for": "ann"});
            desk.as_user(who).post("/catalog/vault/preview", wish).expect(200).shown()
        };
        for who in ["dora", "sam", "max"] {
            assert!(!foreseen(who).contains(&number) && !foreseen(who).contains(WORD), "{who}: {}", foreseen(who));
        }
        let cart = json!({"lines": [{"item": "wish", "form": {"what": "x"}}, {"item": "vault", "form": {"what": WORD}}]});
        let made = desk.as_user("ann").post("/tickets/batch", cart).expect(201).json();
        let (parent, secret) = (made["parent"].as_str().unwrap(), made["items"][1]["number"].as_str().unwrap());
        desk.settle();
        for who in ["dora", "sam", "ada", "ula", "kim"] {
            desk.as_user(who).get(&format!("/tickets/{secret}")).expect(404);
            for (path, text) in all_that_is_read(&desk, who, parent) {
                assert!(!text.contains(WORD) && !text.contains(secret), "{who} {path}: {text}");
            }
        }
        // Nor does it keep the whole from its end, which would say that it is open.
        desk.act("dora", parent, "accept", json!({}));
        let open = made["items"][0]["number"].as_str().unwrap();
        desk.act("dora", open, "accept", json!({}));
        let resolve = |number: &str| desk.as_user("dora").post(&format!("/tickets/{number}/resolve"), json!({"resolution": "Done."})).send();
        assert!(!resolve(parent).shown().contains(secret));
        assert_eq!((resolve(open).status, resolve(parent).status), (200, 200));
        assert!(!all_that_is_read(&desk, "dora", parent).values().any(|text| text.contains(secret)));
    }

    fn who_listens_hears_nothing_of_it(setup: Setup) {
        let desk = with_a_vault(setup);
        let open = an_open_one(&desk);
        let mut streams: Vec<_> = ["dora", "sam", "ada", "max"].iter().map(|who| (*who, desk.as_user(who).get("/stream").open())).collect();
        let (number, _) = a_secret_one(&desk);
        desk.as_user("dora").post(&format!("/tickets/{open}/comments"), json!({"text": "Soon."})).expect(201);
        for (who, stream) in &mut streams {
            let (place, news) = stream.next().unwrap();
            assert_eq!(news["number"], open.as_str(), "{who}");
            let before = desk.as_user("lin").get(&format!("/tickets/{number}")).expect(200).at("/version");
            assert!(before.as_i64().unwrap() > 3 && !place.is_empty());
        }
    }

    fn who_watched_it_before_it_was_closed_to_them_is_told_no_more(setup: Setup) {
        let desk = with_a_vault(setup);
        let open = an_open_one(&desk);
        for who in ["sam", "kim", "dan"] {
            desk.as_user(who).post(&format!("/tickets/{open}/watchers"), json!({})).expect(200);
        }
        desk.as_user("dora").post(&format!("/tickets/{open}/comments"), json!({"text": "@kim look", "internal": true})).expect(201);
        let restricted = json!({"group": "line-2", "reason": "A matter of the staff."});
        desk.as_user("dora").post(&format!("/tickets/{open}/restrict"), restricted).expect(200);
        let before: Vec<usize> = ["sam", "kim"].iter().map(|who| desk.all_messages(who).len()).collect();
        desk.as_user("dora").post(&format!("/tickets/{open}/comments"), json!({"text": format!("@sam @kim {WORD}"), "internal": true})).expect(201);
        desk.act("dora", &open, "escalate", json!({"group": "line-2", "reason": WORD}));
        desk.settle();
        let after: Vec<usize> = ["sam", "kim"].iter().map(|who| desk.all_messages(who).len()).collect();
        assert_eq!(before, after);
        for who in ["sam", "kim"] {
            assert!(!desk.all_messages(who).iter().any(|text| text.contains(&open)), "{who}");
            let watched = desk.as_user(who).get("/tickets?watched=true&count=true").expect(200);
            assert_eq!(watched.at("/count"), "0", "{who}");
        }
    }
}
