//! How far somebody of the desk may go by themselves: registering only, by known
//! solutions, or as an expert.

use crate::support::{Desk, Setup, on_both};
use serde_json::{Value as Json, json};

const LOG: &str = "Your profile is `log`: you register, accept and pass on; somebody else resolves.";
const SCRIPTED: &str = "Your profile is `scripted`: you resolve what your skills name, and pass on everything else.";

fn is_a(desk: &Desk, who: &str, profile: &str, skills: Json) {
    desk.as_user("ada").patch(&format!("/users/{who}"), json!({"profile": profile, "skills": skills})).expect(200);
}

/// An accepted ticket that only work is left on.
fn working(desk: &Desk) -> String {
    let number = desk.submit("ann", "thing", json!({}));
    desk.act("dora", &number, "accept", json!({}));
    number
}

fn desk(setup: Setup) -> Desk {
    let script = r#"assign(group("service-desk")); handle("Do it", group("service-desk"), #{ on_timeout: "remind" });"#;
    setup.item("thing", json!({}), script).start()
}

on_both! {
    fn who_logs_calls_registers_accepts_and_passes_on_but_resolves_nothing(setup: Setup) {
        let desk = desk(setup);
        is_a(&desk, "dora", "log", json!(["thing"]));
        let number = working(&desk);
        let resolve = |who: &str| desk.as_user(who).post(&format!("/tickets/{number}/resolve"), json!({"resolution": "Done."})).send();
        assert_eq!((resolve("dora").problem().as_str(), resolve("dora").text("/detail").as_str()), ("403 forbidden", LOG));
        assert!(!desk.ticket("dora", &number).at("/actions").as_array().unwrap().contains(&json!("resolve")));
        assert!(desk.ticket("dan", &number).at("/actions").as_array().unwrap().contains(&json!("resolve")));
        let done = json!({"outcome": "done", "output": {"resolution": "Done."}});
        let answered = desk.answering("dora", &number, "work", done.clone()).send();
        assert_eq!((answered.problem().as_str(), answered.text("/detail").as_str()), ("403 forbidden", LOG));
        let step = desk.open(&number, "work")["id"].as_str().unwrap().to_owned();
        let actions = desk.as_user("dora").get(&format!("/steps/{step}")).expect(200).at("/actions");
        assert!(!actions.as_array().unwrap().contains(&json!("answer")), "{actions}");
        desk.as_user("dora").post("/tickets", json!({"item": "thing", "form": {}, "requested_for": "ann", "channel": "phone"})).expect(201);
        desk.act("dora", &number, "assign", json!({"group": "service-desk", "assignee": "dan"}));
        desk.answering("dan", &number, "work", done).expect(200);
        assert_eq!(desk.ticket("ann", &number).at("/status"), "resolved");
    }

    fn who_works_by_scripts_resolves_what_their_skills_name(setup: Setup) {
        let desk = desk(setup);
        is_a(&desk, "dora", "scripted", json!(["laptop"]));
        let number = working(&desk);
        let resolve = || desk.as_user("dora").post(&format!("/tickets/{number}/resolve"), json!({"resolution": "As known."})).send();
        assert_eq!(resolve().text("/detail"), SCRIPTED);
        for skills in [json!(["thing"]), json!(["business"])] {
            is_a(&desk, "dora", "scripted", skills.clone());
            let actions = desk.ticket("dora", &number).at("/actions");
            assert!(actions.as_array().unwrap().contains(&json!("resolve")), "{skills}");
        }
        assert_eq!(resolve().status, 200);
    }

    fn experts_are_bound_by_nothing_and_others_by_their_standing(setup: Setup) {
        let desk = desk(setup);
        is_a(&desk, "lin", "log", json!([]));
        let number = working(&desk);
        let refused = desk.as_user("lin").post(&format!("/tickets/{number}/resolve"), json!({"resolution": "x"})).send();
        assert_eq!(refused.text("/detail"), "You may not resolve this ticket.", "it is not theirs anyway");
        is_a(&desk, "dora", "expert", json!([]));
        desk.act("dora", &number, "resolve", json!({"resolution": "Done."}));
    }
}
