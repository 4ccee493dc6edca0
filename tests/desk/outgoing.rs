//! What leaves the desk, and what becomes of it where nothing shall: kept back
//! and read, or redirected to one place.

use crate::support::{Client, Content, Desk, Mood, Neighbour, Process, Setup, on_both};
use chrono::Duration;
use maitred::desk::clock::Clock;
use maitred::model::ids::OutgoingId;
use maitred::model::outgoing::{Fate, KeptBack, KeptCall, What};
use maitred::scheduler;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

const POLICY: &str = "workflows/policy.toml";

/// A desk whose policy says this of what leaves.
fn with(setup: Setup, rule: &str) -> Setup {
    setup.replaced(POLICY, "[[recurring]]", &format!("[outgoing]\n{rule}\n\n[[recurring]]"))
}

/// The same, said later.
fn publish(desk: &Desk, rule: &str) {
    let policy = std::fs::read_to_string(Content::Shipped.path().join(POLICY)).unwrap();
    let policy = policy.replacen("[[recurring]]", &format!("[outgoing]\n{rule}\n\n[[recurring]]"), 1);
    let wish = json!({"files": {POLICY: policy}});
    desk.as_user("ada").call("PUT", "/releases").json(&wish).expect(200);
}

/// A laptop that has come to its reservation.
fn laptop(desk: &Desk) -> String {
    let number = desk.submit("ann", "laptop", json!({"model": "light"}));
    desk.answer("max", &number, "approval", "approved");
    desk.answer("ann", &number, "cost", "confirmed");
    desk.act("dora", &number, "accept", json!({}));
    desk.answer("dora", &number, "task", "done");
    desk.settle();
    number
}

fn kept(desk: &Desk, who: &str, query: &str) -> Vec<Json> {
    desk.as_user(who).get(&format!("/outgoing?{query}")).expect(200).at("/items").as_array().unwrap().clone()
}

/// Somebody who looks after plugins and is no staff.
fn integrator(desk: &Desk) -> Client {
    let wish = json!({"username": "ivo", "name": "Ivo Roth", "roles": ["integrator"]});
    desk.as_user("ada").post("/users", wish).expect(201);
    desk.as_user("ivo")
}

on_both! {
    fn where_things_leave_nothing_is_kept_back(setup: Setup) {
        let neighbour = Neighbour::start(Mood::Well);
        let desk = setup.plugin_setting("asset", "neighbour", json!(neighbour.url())).start();
        laptop(&desk);
        assert_eq!(neighbour.reserved(), 1);
        assert!(!desk.all_messages("ann").is_empty());
        assert_eq!(kept(&desk, "ada", ""), Vec::<Json>::new());
    }

    fn what_is_told_is_read_by_who_runs_the_desk(setup: Setup) {
        let desk = with(setup, "mode = \"capture\"").start();
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let other = desk.submit("dan", "laptop", json!({"model": "light"}));
        let found = kept(&desk, "ada", &format!("kind=message&recipient=ann&ticket={number}"));
        let texts: Vec<&str> = found.iter().map(|it| it["text"].as_str().unwrap()).collect();
        assert_eq!(texts, desk.all_messages("ann"), "she has it, and it can be read");
        let ack = &found[0];
        assert_eq!(
            (&ack["fate"], &ack["ticket"], &ack["recipient"]["username"], &ack["redirected_to"], &ack["call"]),
            (&json!("captured"), &json!(number), &json!("ann"), &Json::Null, &Json::Null)
        );
        let one = desk.as_user("ula").get(&format!("/outgoing/{}", ack["id"].as_str().unwrap())).expect(200);
        assert_eq!(one.at("/text"), ack["text"]);
        assert!(kept(&desk, "ada", &format!("ticket={other}")).iter().all(|it| it["ticket"] == json!(other)));
        for nothing in ["kind=call", "fate=redirected", "recipient=nobody", "ticket=SR-009999", "plugin=asset", "to=2020-01-01T00:00:00Z"] {
            assert_eq!(kept(&desk, "ada", nothing), Vec::<Json>::new(), "{nothing}");
        }
        // Page by page it is the same list.
        let (all, mut paged, mut cursor) = (kept(&desk, "ada", ""), Vec::new(), String::new());
        while paged.len() < all.len() {
            let page = desk.as_user("ada").get(&format!("/outgoing?limit=1{cursor}")).expect(200);
            paged.extend(page.each("/id"));
            cursor = page.at("/next_cursor").as_str().map(|next| format!("&cursor={next}")).unwrap_or_default();
        }
        assert_eq!((paged, cursor.as_str()), (all.iter().map(|it| it["id"].clone()).collect(), ""));
        let next = desk.as_user("ada").get("/outgoing?limit=1").expect(200).text("/next_cursor");
        assert_eq!(desk.as_user("ada").get(&format!("/outgoing?kind=message&cursor={next}")).send().problem(), "400 malformed");
        assert_eq!(desk.as_user("ada").get("/outgoing?kind=fax").send().problem(), "422 invalid /kind:enum");
        // A refused command tells nobody anything.
        let before = kept(&desk, "ada", "").len();
        desk.as_user("ann").post(&format!("/tickets/{number}/accept"), json!({})).expect(403);
        assert_eq!(kept(&desk, "ada", "").len(), before);
    }

    fn who_must_not_read_it_does_not(setup: Setup) {
        let neighbour = Neighbour::start(Mood::Well);
        let desk = with(setup, "mode = \"capture\"").plugin_setting("asset", "neighbour", json!(neighbour.url())).start();
        laptop(&desk);
        let message = kept(&desk, "ada", "kind=message")[0]["id"].as_str().unwrap().to_owned();
        let call = kept(&desk, "ada", "kind=call")[0]["id"].as_str().unwrap().to_owned();
        for who in ["ann", "max", "dora", "sam"] {
            let look = |path: &str| desk.as_user(who).get(path).send().problem();
            assert_eq!((look("/outgoing"), look(&format!("/outgoing/{message}"))), ("403 forbidden".to_owned(), "403 forbidden".to_owned()), "{who}");
            assert_eq!(look(&format!("/outgoing/{}", Uuid::nil())), "403 forbidden", "{who} is not told what there is");
        }
        assert_eq!(desk.stranger().get("/outgoing").send().problem(), "401 unauthenticated");
        let ivo = integrator(&desk);
        let kinds = ivo.get("/outgoing").expect(200).each("/kind");
        assert!(!kinds.is_empty() && kinds.iter().all(|kind| kind == "call"), "{kinds:?}");
        assert_eq!(ivo.get("/outgoing?kind=message").expect(200).at("/items"), json!([]));
        assert_eq!(ivo.get(&format!("/outgoing/{message}")).send().problem(), "404 not_found");
        ivo.get(&format!("/outgoing/{call}")).expect(200);
        for nothing in [Uuid::nil().to_string(), "x".to_owned()] {
            assert_eq!(desk.as_user("ada").get(&format!("/outgoing/{nothing}")).send().problem(), "404 not_found");
        }
    }

    fn what_is_confidential_stays_so(setup: Setup) {
        let schema = json!({"title": "Raise", "type": "object", "properties": {},
            "x-catalog": {"kind": "request", "category": "business", "restricted_to": "finance"}});
        let script = "approval(\"Boss\", user(\"max\"));\n";
        let setup = with(setup, "mode = \"capture\"").file("schemas/raise.json", &schema.to_string());
        let desk = setup.file("workflows/raise.rhai", script).start();
        let number = desk.submit("ann", "raise", json!({}));
        assert!(!desk.all_messages("ann").is_empty());
        let rows = desk.desk.store().reader().unwrap().kept_back(&maitred::store::OutgoingFilter::default(), 10).unwrap();
        assert!(!rows.is_empty(), "it was kept back");
        assert_eq!(kept(&desk, "ada", ""), Vec::<Json>::new());
        assert_eq!(kept(&desk, "ada", &format!("ticket={number}")), Vec::<Json>::new());
        assert_eq!(desk.as_user("ada").get(&format!("/outgoing/{}", rows[0].id)).send().problem(), "404 not_found");
        // What may be seen fills the page nevertheless.
        desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.submit("ann", "raise", json!({}));
        assert_eq!(desk.as_user("ada").get("/outgoing?limit=1").expect(200).each("/recipient/username").len(), 1);
    }

    fn a_right_of_one_person_is_hidden(setup: Setup) {
        let desk = with(setup.item("help", json!({}), "assign(group(\"service-desk\"));"), "mode = \"capture\"").start();
        let number = desk.submit("ann", "help", json!({}));
        desk.act("dora", &number, "accept", json!({}));
        desk.act("dora", &number, "resolve", json!({"resolution": "Done"}));
        desk.act("ann", &number, "close", json!({}));
        let hers = desk.messages("ann");
        let link = hers.iter().find_map(|text| Some(text[text.find("/rate/")?..].to_owned())).expect("she may rate");
        let all = kept(&desk, "ada", "limit=200");
        let asked = all.iter().find(|it| it["text"].as_str().is_some_and(|text| text.ends_with("[hidden]")));
        assert!(asked.is_some() && !json!(all).to_string().contains(&link), "{all:?}");
    }

    fn a_call_that_stays_here_is_answered_by_a_sample(setup: Setup) {
        let neighbour = Neighbour::start(Mood::Well);
        let mut setup = with(setup, "mode = \"capture\"").plugin_setting("asset", "neighbour", json!(neighbour.url()));
        setup.options.installation.secrets = Arc::new(BTreeMap::from([("ASSET_TOKEN".to_owned(), "s3cr3t-value".to_owned())]));
        let desk = setup.start();
        let number = laptop(&desk);
        assert_eq!(neighbour.asked(), Vec::<String>::new(), "nothing left");
        assert_eq!(desk.open(&number, "task")["about"], "LT-000000");
        let found = kept(&desk, "ada", &format!("kind=call&plugin=asset&ticket={number}"));
        assert_eq!(found.len(), 1);
        let call = &found[0]["call"];
        assert_eq!((&call["plugin"], &call["function"], &call["arguments"]), (&json!("asset"), &json!("reserve"), &json!({"model": "light"})));
        assert_eq!((&call["method"], &call["headers"]), (&json!("GET"), &json!([["Authorization", "Bearer [ASSET_TOKEN]"]])));
        assert!(call["url"].as_str().unwrap().starts_with(&format!("{}/reservations/", neighbour.url())), "{call}");
        assert!(!json!(found).to_string().contains("s3cr3t-value"));
    }

    fn what_a_plugin_does_here_is_done(setup: Setup) {
        let desk = with(setup, "mode = \"capture\"").start();
        let number = laptop(&desk);
        assert_eq!(desk.open(&number, "task")["about"], "LT-000001", "its own stock is no neighbour");
        assert_eq!(kept(&desk, "ada", "kind=call"), Vec::<Json>::new());
    }

    fn everything_goes_to_one_place(setup: Setup) {
        let (real, there) = (Neighbour::start(Mood::Well), Neighbour::start(Mood::Well));
        let rule = format!("mode = \"redirect\"\nredirect_to = \"sam\"\ncalls_to = \"{}\"", there.url());
        let desk = with(setup, &rule).plugin_setting("asset", "neighbour", json!(real.url())).start();
        let number = laptop(&desk);
        assert_eq!((real.asked(), there.asked()), (Vec::new(), vec!["GET reservations".to_owned(), "POST reservations".to_owned()]));
        assert_eq!(desk.open(&number, "task")["about"], "NB-1");
        assert_eq!(desk.all_messages("ann"), Vec::<String>::new());
        let sams = desk.as_user("sam").get("/notifications?limit=200").expect(200);
        let meant: Vec<Json> = sams.each("/meant_for/username");
        assert!(meant.contains(&json!("ann")), "{meant:?}");
        let messages = kept(&desk, "ada", "kind=message&recipient=ann");
        assert!(messages.iter().all(|it| it["fate"] == "redirected" && it["redirected_to"]["username"] == "sam"), "{messages:?}");
        let calls = kept(&desk, "ada", "kind=call&fate=redirected");
        let mut methods: Vec<&str> = calls.iter().map(|it| it["call"]["method"].as_str().unwrap()).collect();
        methods.sort_unstable();
        assert_eq!((methods, &calls[0]["call"]["redirected_to"]), (vec!["GET", "POST"], &json!(format!("{}/", there.url()))));
    }

    fn nobody_is_told_in_others_place_of_what_is_closed_to_them(setup: Setup) {
        let schema = json!({"title": "Raise", "type": "object", "properties": {},
            "x-catalog": {"kind": "request", "category": "business", "restricted_to": "finance"}});
        let setup = with(setup, "mode = \"redirect\"\nredirect_to = \"sam\"").file("schemas/raise.json", &schema.to_string());
        let desk = setup.file("workflows/raise.rhai", "approval(\"Boss\", user(\"max\"));\n").start();
        desk.submit("ann", "raise", json!({}));
        assert_eq!(desk.all_messages("sam"), Vec::<String>::new());
        assert_eq!(desk.all_messages("ann").len(), 1, "it stays with whom it is for");
    }

    fn calls_that_have_no_place_to_go_stay(setup: Setup) {
        let neighbour = Neighbour::start(Mood::Well);
        let setup = with(setup, "mode = \"redirect\"\nredirect_to = \"sam\"");
        let desk = setup.plugin_setting("asset", "neighbour", json!(neighbour.url())).start();
        let number = laptop(&desk);
        assert_eq!((neighbour.asked(), desk.open(&number, "task")["about"].clone()), (Vec::new(), json!("LT-000000")));
        assert_eq!(kept(&desk, "ada", "kind=call")[0]["fate"], "captured");
    }

    fn the_mode_counts_in_which_a_call_is_made(setup: Setup) {
        let neighbour = Neighbour::start(Mood::Away);
        let desk = setup.plugin_setting("asset", "neighbour", json!(neighbour.url())).start();
        let number = laptop(&desk);
        let asked = neighbour.asked().len();
        assert!(asked >= 1 && desk.waits_for(&number) == ["plugin asset.reserve"]);
        publish(&desk, "mode = \"capture\"");
        neighbour.set(Mood::Well);
        desk.advance(Duration::hours(2));
        assert_eq!((neighbour.asked().len(), desk.open(&number, "task")["about"].clone()), (asked, json!("LT-000000")));
        // What was kept back is never sent afterwards; what comes then is.
        publish(&desk, "mode = \"send\"");
        desk.advance(Duration::hours(2));
        assert_eq!((neighbour.asked().len(), neighbour.reserved()), (asked, 0));
        let next = laptop(&desk);
        assert_eq!((neighbour.reserved(), desk.open(&next, "task")["about"].clone()), (1, json!("NB-1")));
        assert_eq!(kept(&desk, "ada", "kind=call").len(), 1);
    }

    fn a_call_that_was_noted_before_a_crash_is_there_once(setup: Setup) {
        let neighbour = Neighbour::start(Mood::Away);
        let desk = setup.plugin_setting("asset", "neighbour", json!(neighbour.url())).start();
        let number = laptop(&desk);
        publish(&desk, "mode = \"capture\"");
        desk.clock.advance(Duration::hours(1));
        // Another node makes the call, notes it, and dies before it is answered.
        let (now, store) = (desk.now(), desk.desk.store());
        let claimed = store.claim_deliveries("dead", now, now.plus(Duration::minutes(1)), 1).unwrap().remove(0);
        let call = KeptCall {
            plugin: "asset".to_owned(),
            function: "reserve".to_owned(),
            key: claimed.delivery.key.clone(),
            attempt: 2,
            arguments: json!({"model": "light"}),
            method: "GET".to_owned(),
            url: format!("{}/reservations/{}", neighbour.url(), claimed.delivery.key.replace('/', "%2F")),
            headers: Vec::new(),
            body: None,
            cut: false,
            redirected_to: None,
        };
        let ticket = Some(claimed.delivery.ticket);
        let row = KeptBack { id: OutgoingId(desk.desk.fresh_id()), at: now, fate: Fate::Captured, ticket, what: What::Call(call) };
        store.keep_back(row).unwrap();
        assert_eq!(desk.waits_for(&number), ["plugin asset.reserve"]);
        desk.advance(Duration::minutes(5));
        assert_eq!(desk.open(&number, "task")["about"], "LT-000000");
        let found = kept(&desk, "ada", "kind=call");
        assert_eq!((found.len(), &found[0]["call"]["attempt"]), (1, &json!(2)));
    }

    fn what_was_kept_back_goes_in_time(setup: Setup) {
        let desk = with(setup, "mode = \"capture\"\nkeep = \"2d\"").start();
        desk.submit("ann", "laptop", json!({"model": "light"}));
        let mut tidy = scheduler::KeptBack::new(desk.desk.clone());
        assert_eq!(tidy.run_due(desk.now()).unwrap(), 0);
        desk.clock.advance(Duration::days(1));
        desk.submit("dan", "laptop", json!({"model": "light"}));
        desk.clock.advance(Duration::hours(25));
        let before = kept(&desk, "ada", "").len();
        let gone = tidy.run_due(desk.clock.now()).unwrap();
        let left = kept(&desk, "ada", "");
        assert!(gone > 0 && left.len() == before - gone, "{gone} of {before}");
        assert!(left.iter().all(|it| it["ticket"] != "SR-000001") && left.iter().any(|it| it["ticket"] == "SR-000002"), "{left:?}");
        // However young they are, there are not too many.
        assert_eq!(desk.desk.store().drop_kept_back(desk.now().plus(Duration::days(-9)), 1).unwrap(), left.len() - 1);
        assert_eq!(kept(&desk, "ada", "")[0]["id"], left[0]["id"], "the newest stays");
    }

    fn a_rule_that_says_nothing_sensible_is_refused(desk: Desk) {
        let policy = std::fs::read_to_string(Content::Shipped.path().join(POLICY)).unwrap();
        let faults = |rule: &str| {
            let policy = policy.replacen("[[recurring]]", &format!("[outgoing]\n{rule}\n\n[[recurring]]"), 1);
            let told = desk.as_user("ada").call("PUT", "/releases").json(&json!({"files": {POLICY: policy}})).expect(422);
            told.at("/faults/0/message").as_str().unwrap().to_owned()
        };
        assert!(faults("mode = \"redirect\"").contains("wants `redirect_to`"));
        assert!(faults("mode = \"hide\"").contains("unknown variant `hide`"));
        assert!(faults("calls_to = \"ftp://x\"").contains("`calls_to` is a URL"));
        assert!(faults("keep = \"3wd\"").contains("not working time"));
        assert!(faults("host = \"x\"").contains("unknown field `host`"));
    }

    fn from_a_demo_desk_nothing_leaves(setup: Setup) {
        let mut process = Process::serve(&setup.database, &Content::Shipped);
        let number = process.as_user("ann").post("/tickets", json!({"item": "laptop", "form": {"model": "light"}})).expect(201).text("/number");
        let found = process.as_user("ada").get("/outgoing?recipient=ann").expect(200);
        assert_eq!((found.at("/items/0/ticket"), found.at("/items/0/fate")), (json!(number), json!("captured")));
        assert!(!process.as_user("ann").get("/notifications").expect(200).each("/text").is_empty(), "she has hers");
        process.kill();
    }
}
