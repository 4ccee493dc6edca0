//! In whose queue a ticket lies: one desk or several, near, central, spread over
//! the world, a mixture, in a department of its own. Each is a few lines of policy.

use crate::support::{Desk, Setup, on_both};
use chrono::Duration;
use maitred::model::policy::Policy;
use serde_json::{Value as Json, json};

/// The shipped rules, in whose place each test has its own.
const SHIPPED: &str = "[[intake]]                    # what business units ask for is taken in by those who buy\ncategory = \"business\"\ngroup = \"procurement\"\n\n[[intake]]                    # the first that matches; assign() asks it\ngroup = \"service-desk\"\nby = \"round_robin\"\n";

/// Another desk, which is awake while the first one sleeps.
const SHANGHAI: &str = r#"
[desks.shanghai]
groups = ["service-desk-cn"]
locations = ["Shanghai"]
calendar = "shanghai"
languages = ["zh-CN", "en"]
[calendars.shanghai]
zone = "Asia/Shanghai"
hours = { mon = ["09:00-18:00"], tue = ["09:00-18:00"], wed = ["09:00-18:00"], thu = ["09:00-18:00"], fri = ["09:00-18:00"] }
"#;

fn desk(setup: Setup, rules: &str) -> Desk {
    setup.replaced("workflows/policy.toml", SHIPPED, rules).start()
}

/// The queue of a password reset that comes in now.
#[track_caller]
fn queue(desk: &Desk, who: &str, more: Json) -> String {
    let mut wish = json!({"item": "password-reset", "form": {"system": "erp"}});
    wish.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let number = desk.as_user(who).post("/tickets", wish).expect(201).text("/number");
    desk.ticket("ada", &number).text("/group")
}

on_both! {
    fn each_place_has_a_desk_of_its_own(setup: Setup) {
        let rules = "[[intake]]\nlocation = \"Shanghai\"\ngroup = \"service-desk-cn\"\n[[intake]]\ngroup = \"service-desk\"\n";
        let desk = desk(setup, &format!("{SHANGHAI}{rules}"));
        assert_eq!(queue(&desk, "ann", json!({})), "service-desk");
        assert_eq!(queue(&desk, "ann", json!({"location": "Shanghai"})), "service-desk-cn");
        desk.as_user("ada").patch("/users/ann", json!({"location": "Shanghai"})).expect(200);
        assert_eq!(queue(&desk, "ann", json!({})), "service-desk-cn", "where she is");
        assert_eq!(desk.as_user("ann").get("/lookup/locations?q=shang").expect(200).at("/items"), json!(["Shanghai"]));
    }

    fn one_central_desk_takes_everything(desk: Desk) {
        for (who, location) in [("viv", "Shanghai"), ("ula", "Lima")] {
            desk.as_user("ada").patch(&format!("/users/{who}"), json!({"location": location})).expect(200);
        }
        for location in ["Berlin", "Shanghai", "Lima"] {
            assert_eq!(queue(&desk, "ann", json!({"location": location})), "service-desk", "{location}");
        }
    }

    fn work_follows_the_sun(setup: Setup) {
        let desk = desk(setup, &format!("{SHANGHAI}[[intake]]\ndesk = [\"hq\", \"shanghai\"]\nby = \"least_loaded\"\n"));
        assert_eq!(queue(&desk, "ann", json!({})), "service-desk", "both are awake: the near one");
        assert_eq!(queue(&desk, "ann", json!({"location": "Shanghai"})), "service-desk-cn");
        desk.advance(Duration::hours(3));
        assert_eq!(queue(&desk, "ann", json!({"location": "Shanghai"})), "service-desk", "it is evening there");
        desk.advance(Duration::hours(14));
        assert_eq!(queue(&desk, "ann", json!({})), "service-desk-cn", "at three in the morning in Berlin");
        desk.advance(Duration::hours(19));
        assert_eq!(queue(&desk, "ann", json!({})), "service-desk-cn", "all sleep: who wakes first");
    }

    fn what_an_approval_held_up_goes_to_who_is_awake_then(setup: Setup) {
        let setup = setup.item("thing", json!({}), r#"approval("Head", user("max")); assign(); handle("Do it");"#);
        let desk = desk(setup, &format!("{SHANGHAI}[[intake]]\ndesk = [\"hq\", \"shanghai\"]\n"));
        let number = desk.submit("ann", "thing", json!({}));
        desk.advance(Duration::hours(17));
        desk.answer("max", &number, "approval", "approved");
        assert_eq!(desk.ticket("ada", &number).at("/group"), "service-desk-cn");
    }

    fn a_hybrid_is_local_for_some_work_and_central_for_the_rest(setup: Setup) {
        let rules = "[[intake]]\ncategory = \"technical\"\nlocation = \"Shanghai\"\ngroup = \"service-desk-cn\"\n\
            [[intake]]\ncategory = \"business\"\ngroup = \"market-department\"\n[[intake]]\ngroup = \"service-desk\"\n";
        let setup = setup.item("brochure", json!({}), r#"assign(); handle("Print");"#);
        let desk = desk(setup, &format!("{SHANGHAI}{rules}"));
        assert_eq!(queue(&desk, "ann", json!({"location": "Shanghai"})), "service-desk-cn");
        desk.as_user("ada").patch("/users/ula", json!({"location": "Lima"})).expect(200);
        assert_eq!(queue(&desk, "ann", json!({"location": "Lima"})), "service-desk");
        let number = desk.submit("ann", "brochure", json!({}));
        assert_eq!(desk.ticket("ada", &number).at("/group"), "market-department", "a desk in a department of its own");
    }

    fn a_group_that_nobody_made_is_refused_where_it_is_published(desk: Desk) {
        let publish = |path: &str, text: &str| desk.as_user("ada").call("PUT", "/releases").json(&json!({"files": {path: text}})).send();
        let policy = std::fs::read_to_string(desk.content.path().join("workflows/policy.toml")).unwrap();
        let faulty = policy.replacen("[[intake]]", "[[intake]]\nitem = \"laptop\"\ngroup = \"service-dsk\"\n[[intake]]", 1);
        let refused = publish("workflows/policy.toml", &faulty);
        assert_eq!(refused.status, 422, "{}", refused.shown());
        let fault = refused.at("/faults/0");
        assert_eq!((&fault["code"], &fault["file"], &fault["hint"]), (&json!("unknown_group"), &json!("workflows/policy.toml"), &json!("did you mean \"service-desk\"?")));
        let line = usize::try_from(fault["line"].as_u64().unwrap()).unwrap();
        assert!(faulty.lines().nth(line - 1).unwrap().contains("service-dsk"), "{fault}");
        for (script, code) in [
            ("task(\"x\", group(\"no-such-group\"));\n", "unknown_group"),
            ("task(\"x\", user(\"nobody-there\"));\n", "unknown_user"),
        ] {
            let refused = publish("workflows/password-reset.rhai", script);
            let faults = refused.at("/faults");
            let placed = |fault: &Json| fault["code"] == code && fault["line"] == 1 && fault["column"].as_u64() > Some(1);
            assert!(refused.status == 422 && faults.as_array().unwrap().iter().any(placed), "{}", refused.shown());
        }
        let fine = publish("workflows/password-reset.rhai", "task(\"x\", group(\"line-2\"));\nresolve(\"Done\");\n");
        assert_eq!(fine.status, 200, "{}", fine.shown());
    }

    fn a_rule_for_a_group_that_is_not_there_is_passed_over(desk: Desk) {
        let rules = "[[intake]]\nitem = \"password-reset\"\ngroup = \"no-such-group\"\n[[intake]]\ngroup = \"service-desk\"\n";
        // A folder may come before its people: that is told, not refused.
        let mut files = maitred::desk::content::read_folder(&desk.content.path()).unwrap();
        let policy = files.get_mut("workflows/policy.toml").unwrap();
        *policy = policy.replacen(SHIPPED, rules, 1);
        let told = desk.desk.publish_folder(&files).unwrap().warnings;
        assert!(told.iter().any(|fault| fault.code == "unknown_group" && fault.message.contains("no-such-group")), "{told:?}");
        let number = desk.submit("ann", "password-reset", json!({"system": "erp"}));
        let ticket = desk.ticket("dora", &number);
        assert_eq!((ticket.at("/flags/stuck"), ticket.at("/group")), (json!(false), json!("service-desk")));
        // What is published beside it is not held up by what was there before.
        let change = json!({"files": {"workflows/password-reset.rhai": "assign();\nresolve(\"Done\");\n"}});
        let published = desk.as_user("ada").call("PUT", "/releases").json(&change).expect(200);
        let warned = published.at("/warnings").to_string();
        assert!(warned.contains("no-such-group"), "{warned}");
    }

    fn calls_are_routed_by_channel_language_item_and_priority(setup: Setup) {
        let rules = "[[intake]]\npriorities = [\"P1\", \"P2\"]\ngroup = \"on-call\"\n[[intake]]\nchannel = \"chat\"\ngroup = \"call-centre\"\n\
            [[intake]]\nlanguage = \"zh-CN\"\nitem = \"password-reset\"\ngroup = \"speakers\"\n[[intake]]\ndesk = \"hq\"\n";
        let desk = desk(setup, rules);
        assert_eq!(queue(&desk, "ann", json!({})), "service-desk");
        assert_eq!(queue(&desk, "ann", json!({"channel": "chat"})), "call-centre");
        assert_eq!(queue(&desk, "dora", json!({"impact": "organisation", "urgency": "high", "channel": "chat"})), "on-call");
        desk.as_user("ada").patch("/users/ann", json!({"language": "zh-TW"})).expect(200);
        assert_eq!(queue(&desk, "ann", json!({})), "speakers");
    }

    fn by_night_and_at_weekends_others_are_on_call(setup: Setup) {
        let rules = "[[intake]]\nkind = \"request\"\noutside = \"berlin\"\ngroup = \"on-call\"\n[[intake]]\ninside = \"berlin\"\ngroup = \"service-desk\"\n";
        let desk = desk(setup, rules);
        assert_eq!(queue(&desk, "ann", json!({})), "service-desk");
        desk.advance(Duration::hours(12));
        assert_eq!(queue(&desk, "ann", json!({})), "on-call");
    }

    fn a_self_service_desk_needs_nobody(setup: Setup) {
        let setup = setup.item("wifi", json!({}), r#"resolve("The key is on the notice board.", #{ confirm: false });"#);
        let desk = desk(setup, SHIPPED);
        let number = desk.submit("ann", "wifi", json!({}));
        let ticket = desk.ticket("ann", &number);
        assert_eq!((ticket.at("/status"), ticket.at("/closure_code"), ticket.at("/group")), (json!("closed"), json!("succeeded"), Json::Null));
    }
}

#[test]
fn rules_that_lead_nowhere_are_named() {
    let policy = std::fs::read_to_string("workflows/policy.toml").unwrap();
    let message = |rules: &str| Policy::parse(&policy.replace(SHIPPED, rules)).unwrap_err()[0].message.clone();
    assert_eq!(
        message("[[intake]]\nkind = \"request\"\n"),
        "a rule of [[intake]] names a `group`, or a `desk`, and not both"
    );
    assert_eq!(
        message("[[intake]]\ngroup = \"a\"\ndesk = \"hq\"\n"),
        "a rule of [[intake]] names a `group`, or a `desk`, and not both"
    );
    assert_eq!(message("[[intake]]\ndesk = [\"hp\"]\n"), "there is no desk \"hp\"");
    assert_eq!(message("[[intake]]\ngroup = \"a\"\ninside = \"berlni\"\n"), "there is no calendar \"berlni\"");
    assert_eq!(message("[[intake]]\ngroup = \"a\"\npriorities = [\"P9\"]\n"), "there is no priority \"P9\"");
    assert!(message("[[intake]]\ngroup = \"a\"\nby = \"dice\"\n").contains("unknown variant `dice`"));
}
