//! Plugins as admins and integrators see them: what each provides, and which of
//! its calls do not arrive.

use crate::support::{Desk, Mood, Neighbour, Setup, on_both};
use chrono::Duration;
use maitred::desk::clock::Ids;
use maitred::desk::people::{NewUser, add_user};
use maitred::model::people::Role;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// With an integrator, ivo.
fn with_ivo(desk: &Desk) {
    let new = NewUser {
        username: "ivo".to_owned(),
        password: Some("ivo".to_owned()),
        roles: vec![Role::Integrator],
        ..NewUser::default()
    };
    add_user(desk.desk.store(), &new, &mut Ids::new(&desk.clock)).unwrap();
    desk.desk.refresh().unwrap();
}

fn plugin(desk: &Desk, who: &str, name: &str) -> Json {
    let listed = desk.as_user(who).get("/plugins").expect(200);
    listed.at("/items").as_array().unwrap().iter().find(|plugin| plugin["name"] == name).cloned().unwrap()
}

/// A laptop that has come to its reservation.
fn laptop(desk: &Desk) -> String {
    let number = desk.submit("ann", "laptop", json!({"model": "light"}));
    desk.answer("max", &number, "approval", "approved");
    desk.answer("ann", &number, "cost", "confirmed");
    desk.act("dora", &number, "accept", json!({}));
    desk.settle();
    number
}

on_both! {
    fn plugins_say_what_they_provide_and_no_secret(setup: Setup) {
        let mut setup = setup;
        setup.options.installation.secrets = Arc::new(BTreeMap::from([("ASSET_TOKEN".to_owned(), "very-secret-token".to_owned())]));
        let desk = setup.start();
        with_ivo(&desk);
        let listed = desk.as_user("ada").get("/plugins").expect(200);
        assert_eq!(listed.rows(&["name", "version", "runtime", "provides", "web", "state"]),
            "asset | 1.0.0 | script | [\"asset\"] | null | ready\nportal | 0.1.0 | pages | [] | /plugins/portal/ | ready");
        let asset = plugin(&desk, "ivo", "asset");
        let functions: Vec<(&str, Json)> = asset["functions"].as_array().unwrap().iter().map(|one| (one["name"].as_str().unwrap(), one["undo"].clone())).collect();
        assert_eq!(functions, [("release", json!(null)), ("reserve", json!("release"))]);
        assert_eq!((asset["functions"][1]["seconds"].clone(), asset["functions"][1]["attempts"].clone()), (json!(10.0), json!(8)));
        assert_eq!(asset["functions"][1]["input"]["type"], "object");
        assert_eq!(asset["hosts"], json!([{"origin": null, "setting": "neighbour", "private": true}]));
        assert_eq!(asset["secrets"], json!([{"name": "ASSET_TOKEN", "given": true}]));
        assert!(!String::from_utf8(listed.body).unwrap().contains("very-secret"));
        for who in ["ann", "max", "dora", "lin", "sam", "ula", "kim"] {
            assert_eq!(desk.as_user(who).get("/plugins").send().problem(), "403 forbidden", "{who}");
        }
        assert_eq!(desk.stranger().get("/plugins").send().problem(), "401 unauthenticated");
        assert_eq!(desk.as_user("ada").get("/plugins?x=1").send().problem(), "422 invalid /x:unknown");
    }

    fn calls_that_do_not_arrive_are_told(setup: Setup) {
        let neighbour = Neighbour::start(Mood::Away);
        let desk = setup.plugin_setting("asset", "neighbour", json!(neighbour.url())).start();
        with_ivo(&desk);
        let number = laptop(&desk);
        let asset = plugin(&desk, "ada", "asset");
        assert_eq!((asset["state"].clone(), asset["waiting"].clone(), asset["failing"].clone()), (json!("failing"), json!(1), json!(1)), "{asset:#}");
        let failure = asset["failures"][0].clone();
        assert_eq!((failure["function"].clone(), failure["ticket"].clone()), (json!("reserve"), json!(number)));
        assert!(failure["attempts"].as_u64() > Some(0) && failure["message"].as_str().is_some_and(|text| !text.is_empty()), "{failure:#}");
        assert!(failure["next_at"].as_str() > failure["since"].as_str());
        let seen = plugin(&desk, "ivo", "asset")["failures"][0].clone();
        assert_eq!((seen["ticket"].clone(), seen["message"].clone()), (json!(null), failure["message"].clone()), "tickets are for staff");
        assert_eq!(plugin(&desk, "ada", "portal")["failing"], 0);
        // Of a confidential ticket is told that there is a call, and no more.
        desk.act("dora", &number, "restrict", json!({"group": "line-2", "reason": "private"}));
        let seen = plugin(&desk, "ada", "asset");
        assert_eq!((seen["failing"].clone(), seen["failures"][0]["ticket"].clone(), seen["failures"][0]["message"].clone()), (json!(1), json!(null), json!(null)));
        neighbour.set(Mood::Well);
        desk.advance(Duration::hours(2));
        let asset = plugin(&desk, "ada", "asset");
        assert_eq!((asset["state"].clone(), asset["waiting"].clone(), asset["failures"].clone()), (json!("ready"), json!(0), json!([])));
    }
}
